"""A correction takes the place of what it says otherwise, and of nothing else."""

from typing import Any

from tests.factory import claim, report

from donnant.domain.claim import Claim
from donnant.domain.entry import Ledger
from donnant.domain.report import Block, BlockKind, Report, Told
from donnant.resolve.ledger import resolve_entries

LONG = (
    "The harbour was quiet on Monday, and nobody at the old pier would say how many crates had come from abroad. " * 3
)
WHEAT: dict[str, Any] = {"category": "food", "item": "wheat", "unit": "tonne"}


def text(name: str, words: str, date: str, publisher: str = "Harbour Post") -> Report:
    """A report of these words."""
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(words)),)
    told = {"date": Told(date, "given"), "publisher": Told(publisher, "given")}
    return report(name, text=words, blocks=blocks, **told)


def wheat(doc: str, tonnes: float, quote: str = "So much.", **changes: Any) -> Claim:
    """So much wheat, by the ministry."""
    return claim(doc, low=tonnes, high=tonnes, quote=quote, attribution=("Blue Institute",), **WHEAT, **changes)


def read(correction: str, *claims: Claim) -> Ledger:
    """The ledger of a long report and what corrects it."""
    return resolve_entries(claims, (text("a.txt", LONG, "2025-03-15"), text("b.txt", correction, "2025-03-26")))


def test_a_short_correction_replaces_what_it_says_otherwise_alone() -> None:
    """The figure is another one; the oil, of which it says nothing, still stands."""
    old, oil = wheat("a.txt", 700), claim("a.txt", category="energy", item="oil", quote="Oil, too.")
    new = wheat("b.txt", 770)
    ledger = read("Correction: it was 770 tonnes of wheat.", old, oil, new)
    assert [copy.sort for copy in ledger.copies] == ["correction"]
    assert {each.id for each in ledger.superseded} == {old.id}
    assert {each.id for each in ledger.claims} == {oil.id, new.id}
    assert not ledger.conflicts


def test_the_error_that_a_correction_quotes_is_no_claim() -> None:
    """`We wrote 700; it was 770`: the first is replaced with what it quotes, even where it leaves a side open."""
    old, new = wheat("a.txt", 700), wheat("b.txt", 770)
    quoted = wheat("b.txt", 700, quote="We wrote so.", giver=None)
    ledger = read("Correction: we wrote 700, it was 770 tonnes of wheat.", old, quoted, new)
    assert {each.id for each in ledger.superseded} == {old.id, quoted.id}


def test_a_report_printed_anew_replaces_all_of_the_first() -> None:
    """What the new version no longer says is withdrawn."""
    old, oil = wheat("a.txt", 700), claim("a.txt", category="energy", item="oil", quote="Oil, too.")
    ledger = read(f"Correction. {LONG}", old, oil, wheat("b.txt", 770))
    assert {each.id for each in ledger.superseded} == {old.id, oil.id}


def test_another_paper_corrects_nobody() -> None:
    """Only a publisher takes back what it wrote; of another matter, or by another paper, both stand."""
    old, new = wheat("a.txt", 700), wheat("b.txt", 770)
    reports = (text("a.txt", LONG, "2025-03-15"), text("b.txt", "Correction: 770.", "2025-03-26", "Lake Herald"))
    assert not resolve_entries([old, new], reports).superseded
    other = claim("b.txt", category="energy", item="oil", attribution=("Blue Institute",))
    assert not read("Correction: it was oil.", old, other).superseded
