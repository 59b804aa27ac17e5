"""Claims and reports made by hand, for tests of the steps behind extraction."""

from dataclasses import replace
from typing import Any

from donnant.domain.claim import Claim, Factuality, Kind, Phase
from donnant.domain.ids import content_id, digest
from donnant.domain.report import Block, BlockKind, Report, Told

STUDY = ("Olena Guseinova", "Fondation Friedrich Naumann")


def report(name: str = "a.txt", **changes: Any) -> Report:
    """A report of one sentence, dated, by a desk that bears its name."""
    text = f"What {name} says."
    base = Report(
        name=name,
        hash=digest(name.encode()),
        text=text,
        blocks=(Block(BlockKind.PARAGRAPH, 0, len(text)),),
        publisher=Told(f"Desk of {name}", "given"),
        date=Told("2025-09-01", "given"),
        language=Told("en", "given"),
    )
    return replace(base, **changes)


def claim(doc: str = "a.txt", **changes: Any) -> Claim:
    """A transfer of arms from PRK to RUS in a report of that name; its id comes from what it says."""
    quote = changes.pop("quote", f"What {doc} says.")
    base = Claim(
        doc=doc,
        quote=quote,
        start=0,
        end=len(quote),
        kind=Kind.TRANSFER,
        giver="PRK",
        receiver="RUS",
        parties=(),
        category="arms",
        item=None,
        low=None,
        high=None,
        approx=False,
        unit=None,
        when=None,
        attribution=(),
        factuality=Factuality.ASSERTED,
        phase=Phase.DONE,
        report=digest(doc.encode()),
    )
    made = replace(base, **changes)
    said = (made.doc, made.quote, made.giver, made.receiver, made.parties, made.category, made.item)
    more = (str(made.kind), made.low, made.high, made.unit, made.when, made.attribution, str(made.phase))
    return replace(made, id=content_id("c", [*said, *more, str(made.factuality)]))


def dollars(doc: str, low: float | None, high: float | None, voices: tuple[str, ...] = STUDY, **changes: Any) -> Claim:
    """A valuation in dollars by the voices of a study."""
    return claim(doc, low=low, high=high, unit="USD", attribution=voices, **changes)


def study() -> tuple[tuple[Claim, ...], tuple[Report, ...]]:
    """One study told in full by a report and retold by another, which adds a voice without a name."""
    retold = ("Olena Gousinova", "fondation Friedrich Naumann")
    back: dict[str, Any] = {"giver": "RUS", "receiver": "PRK", "category": "mixed"}
    claims = (
        dollars("a.txt", 5.6e9, 9.8e9),
        dollars("b.txt", 5.6e9, None, retold),
        dollars("a.txt", 4.57e8, 1.2e9, quote="What comes back.", **back),
        dollars("b.txt", None, 1.2e9, retold, quote="At the most.", **back),
        dollars("b.txt", None, 4.5e8, ("autres estimations",), quote="At the most.", **back),
    )
    return claims, (report("a.txt"), report("b.txt"))
