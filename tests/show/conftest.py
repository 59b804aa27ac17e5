"""A small case made by hand: four reports, their claims, the ledger and the balance they give."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import pytest

from donnant.domain.amount import Interval
from donnant.domain.balance import Balance, Line, Ratio, Side
from donnant.domain.claim import Claim, Factuality, Kind, Phase, Vote
from donnant.domain.entry import Entry, Ledger, Origin, Strand
from donnant.domain.ids import content_id, digest
from donnant.domain.links import Conflict, Relation, Retelling
from donnant.domain.report import Block, BlockKind, Report, Told
from donnant.errors import Problem

TEXTS = {
    "alpha.txt": [
        (BlockKind.TITLE, "Un marché à sens unique"),
        (BlockKind.PARAGRAPH, "Le sujet occupe les chancelleries depuis des mois."),
        (
            BlockKind.PARAGRAPH,
            "Selon l'institut Meridian, Pyongyang a fourni à Moscou des armes valant entre 5,6 et 9,8 milliards "
            "de dollars. En retour, elle n'aurait touché qu'entre 457 millions et 1,2 milliard de dollars, dont "
            "des missiles et du pétrole.",
        ),
        (BlockKind.LIST_ITEM, "environ 15 000 soldats envoyés au front ;"),
        (BlockKind.CAPTION, "Photo d'archives"),
    ],
    "beta.txt": [
        (BlockKind.TITLE, "Ce que livre Pyongyang"),
        (
            BlockKind.PARAGRAPH,
            "L'étude de Meridian parle d'au moins 5,6 milliards de dollars d'armes livrées à la Russie. "
            "D'autres estimations évoquent au plus 450 millions de dollars en retour.",
        ),
        (BlockKind.PARAGRAPH, "Séoul compte plus de 12 000 soldats. Le général Orlov n'en admet que 9 000."),
    ],
    "gamma.txt": [
        (
            BlockKind.PARAGRAPH,
            "<script>alert('x')</script> La Russie livre du pétrole, dit l'agence <b>Nord</b>. =SOMME(A1) "
            "Elle pourrait céder la technologie des sous-marins. Moscou nie avoir livré des avions.",
        ),
        (
            BlockKind.PARAGRAPH,
            "Les deux pays ont signé un traité de partenariat. Moscou a salué son allié. "
            "La Russie promet 20 trains. La Corée du Nord a perdu 600 hommes.",
        ),
    ],
    "delta.md": [(BlockKind.PARAGRAPH, "L'Iran a livré 400 missiles à la Russie.")],
}
DATES = {"alpha.txt": "2025-09-19", "beta.txt": "2025-09-20", "gamma.txt": "2025-08-01"}


@dataclass(frozen=True)
class Case:
    """Everything the show step is given."""

    reports: tuple[Report, ...]
    ledger: Ledger
    balance: Balance


@pytest.fixture(scope="session")
def case() -> Case:
    """The case, always the same."""
    return make_case()


def make_case() -> Case:
    """Build reports, then claims by their quotes, then entries and lines by hand."""
    reports = {name: _report(name) for name in TEXTS}
    claims = _claims(reports)
    ledger = _ledger(claims, reports)
    return Case(tuple(reports.values()), ledger, _balance(ledger))


def _report(name: str) -> Report:
    text, blocks = "", []
    for kind, words in TEXTS[name]:
        text += "- " if kind is BlockKind.LIST_ITEM else ""
        blocks.append(Block(kind, len(text), len(text) + len(words)))
        text += words + "\n\n"
    date = Told(DATES[name], "text") if name in DATES else None
    titles = [words for kind, words in TEXTS[name] if kind is BlockKind.TITLE]
    return Report(
        name=name,
        hash=digest(text.encode()),
        text=text,
        blocks=tuple(blocks),
        date=date,
        title=Told(titles[0], "text") if titles else None,
        publisher=Told(f"Desk {name[:1].upper()}", "given"),
        language=Told("fr", "guessed"),
        url=Told(f"https://desk.example/{name}", "given"),
    )


def make_claim(report: Report, quote: str, **given: Any) -> Claim:
    """A transfer done and asserted, unless told otherwise, where the quote stands in the report."""
    start = report.text.index(quote)
    told: dict[str, Any] = {
        "kind": Kind.TRANSFER,
        "giver": "PRK",
        "receiver": "RUS",
        "parties": (),
        "category": "arms",
        "item": None,
        "low": None,
        "high": None,
        "approx": False,
        "unit": None,
        "when": None,
        "attribution": (),
        "factuality": Factuality.ASSERTED,
        "phase": Phase.DONE,
        "vote": Vote.AGREED,
        "found": {"giver": "sentence"},
        "cues": {"category": "armes"},
    } | given
    own = content_id("c", [report.hash, start, quote, told["kind"], told["category"], told["low"], told["high"]])
    end = start + len(quote)
    return Claim(doc=report.name, quote=quote, start=start, end=end, id=own, report=report.hash, **told)


def _claims(reports: dict[str, Report]) -> dict[str, Claim]:
    alpha, beta, gamma, delta = reports.values()
    back = {"giver": "RUS", "receiver": "PRK"}
    arms, returned = (s.strip() + "." for s in alpha.text[alpha.blocks[2].start : alpha.blocks[2].end].split(".")[:2])
    study = ("institut Meridian",)
    men = {"category": "troops", "unit": "soldier", "item": "soldats"}
    return {
        "arms": make_claim(
            alpha,
            arms,
            low=5.6e9,
            high=9.8e9,
            unit="USD",
            item="armes",
            attribution=study,
            when="2023/2025-09-19",
            operator="between",
            cues={"low": "entre 5,6 et 9,8 milliards", "category": "armes"},
        ),
        "returned": make_claim(
            alpha,
            returned,
            low=4.57e8,
            high=1.2e9,
            unit="USD",
            category="mixed",
            attribution=study,
            operator="between",
            factuality=Factuality.REPORTED,
            **back,
        ),
        "missiles": make_claim(alpha, returned, item="missiles", **back),
        "oil": make_claim(alpha, returned, category="energy", item="pétrole", **back),
        "men": make_claim(
            alpha,
            "environ 15 000 soldats envoyés au front ;",
            low=15000.0,
            high=15000.0,
            approx=True,
            operator="exactly",
            **men,
        ),
        "arms echo": make_claim(
            beta,
            beta.text[beta.blocks[1].start :].split(" D'autres")[0],
            low=5.6e9,
            unit="USD",
            item="armes",
            attribution=("Meridian",),
            operator="at_least",
        ),
        "aside": make_claim(
            beta,
            "D'autres estimations évoquent au plus 450 millions de dollars en retour.",
            high=4.5e8,
            unit="USD",
            category="mixed",
            attribution=("autres estimations",),
            operator="at_most",
            **back,
        ),
        "men seoul": make_claim(
            beta,
            "Séoul compte plus de 12 000 soldats.",
            low=12000.0,
            attribution=("KOR",),
            operator="more_than",
            **men,
        ),
        "men orlov": make_claim(
            beta,
            "Le général Orlov n'en admet que 9 000.",
            low=9000.0,
            high=9000.0,
            attribution=("général Orlov",),
            operator="exactly",
            **men,
        ),
        "oil nord": make_claim(
            gamma,
            "<script>alert('x')</script> La Russie livre du pétrole, dit l'agence <b>Nord</b>.",
            category="energy",
            item="pétrole <b>brut</b>",
            attribution=("agence <b>Nord</b>",),
            **back,
        ),
        "technology": make_claim(
            gamma,
            "=SOMME(A1) Elle pourrait céder la technologie des sous-marins.",
            category="technology",
            item="=SOMME(A1)",
            factuality=Factuality.POSSIBLE,
            **back,
        ),
        "denied": make_claim(
            gamma,
            "Moscou nie avoir livré des avions.",
            item="avions",
            unit=None,
            factuality=Factuality.DENIED,
            **back,
        ),
        "treaty": make_claim(
            gamma,
            "Les deux pays ont signé un traité de partenariat.",
            kind=Kind.AGREEMENT,
            giver=None,
            receiver=None,
            parties=("PRK", "RUS"),
            category=None,
            item="traité de partenariat",
            when="2024-06-19",
        ),
        "praise": make_claim(gamma, "Moscou a salué son allié.", kind=Kind.ATTITUDE, category="positive", **back),
        "trains": make_claim(
            gamma,
            "La Russie promet 20 trains.",
            category="infrastructure",
            item="trains",
            low=20.0,
            high=20.0,
            unit="train",
            phase=Phase.PLANNED,
            operator="exactly",
            **back,
        ),
        "dead": make_claim(
            gamma,
            "La Corée du Nord a perdu 600 hommes.",
            kind=Kind.LOSS,
            receiver=None,
            category="killed_or_wounded",
            low=600.0,
            high=600.0,
            unit="soldier",
            operator="exactly",
        ),
        "iran": make_claim(
            delta,
            "L'Iran a livré 400 missiles à la Russie.",
            giver="IRN",
            low=400.0,
            high=400.0,
            unit="missile",
            item="missiles",
            operator="exactly",
        ),
    }


def _origin(name: str, named: bool = True, publisher: bool = False) -> Origin:
    return Origin(content_id("o", [name]), name, named, (name,), publisher)


def _ledger(claims: dict[str, Claim], reports: dict[str, Report]) -> Ledger:
    meridian, seoul, orlov = _origin("institut Meridian"), _origin("Séoul"), _origin("général Orlov")
    others, nord = _origin("autres estimations", named=False), _origin("agence <b>Nord</b>")
    desks = {report.hash: _origin(f"Desk {name[:1].upper()}", publisher=True) for name, report in reports.items()}
    voices = {
        "arms": meridian,
        "returned": meridian,
        "arms echo": meridian,
        "aside": others,
        "men seoul": seoul,
        "men orlov": orlov,
        "oil nord": nord,
    }
    together = [
        ["arms", "arms echo"],
        ["returned"],
        ["aside"],
        ["men", "men seoul", "men orlov"],
        ["oil", "oil nord"],
    ]
    single = sorted(set(claims) - {name for group in together for name in group})
    entries = []
    for group in [*together, *([name] for name in single)]:
        strands: dict[str, list[Claim]] = {}
        for name in group:
            voice = voices.get(name) or desks[claims[name].report]
            strands.setdefault(voice.id, []).append(claims[name])
        entries.append(_entry([_strand(origin, told) for origin, told in strands.items()], claims[group[0]]))
    origins = (meridian, seoul, orlov, others, nord, *desks.values())
    problem = Problem("empty.txt", "empty", "empty.txt holds no text; remove it.")
    named = {origin.id for origin in origins if origin.named}
    conflicts = tuple(conflict for entry in entries for conflict in _conflicts(entry, named))
    retellings = (Retelling(claims["arms echo"].id, claims["arms"].id, ("bound_dropped",)),)
    relations = (Relation(entries[0].id, entries[1].id, "covers"),)
    return Ledger(
        tuple(entries),
        origins,
        tuple(claims.values()),
        problems=(problem,),
        retellings=retellings,
        relations=relations,
        conflicts=conflicts,
    )


def _conflicts(entry: Entry, named: set[str]) -> Iterator[Conflict]:
    told = [strand for strand in entry.strands if strand.origin in named and (strand.low or strand.high)]
    for one, other in combinations(told, 2):
        if not Interval(one.low, one.high).overlaps(Interval(other.low, other.high)):
            sides = ((one.claims[0],), (other.claims[0],))
            yield Conflict(content_id("x", [*sides[0], *sides[1]]), "disjoint", (entry.id,), sides, 0.5)
            return


def _strand(origin: str, told: list[Claim]) -> Strand:
    head = told[0]
    differs = tuple(each.id for each in told if (each.low, each.high) != (head.low, head.high))
    hashes = tuple(sorted({each.report for each in told}))
    return Strand(origin, tuple(each.id for each in told), hashes, head.low, head.high, head.approx, differs)


def _entry(strands: list[Strand], head: Claim) -> Entry:
    own = content_id("e", [strands[0].claims[0]])
    reasons = ("Same giver, receiver, unit and overlapping amounts.",) if len(strands) > 1 else ()
    return Entry(
        own,
        head.kind,
        head.giver,
        head.receiver,
        head.parties,
        head.category,
        head.unit,
        head.item,
        head.when,
        head.factuality,
        head.phase,
        tuple(strands),
        reasons,
    )


def _line(entry: Entry, published: bool = False) -> Line:
    strands = entry.strands
    lows = [each.low for each in strands]
    highs = [each.high for each in strands]
    low = None if None in lows else min(each for each in lows if each is not None)
    high = None if None in highs else max(each for each in highs if each is not None)
    claims = entry.claims
    distortions = sum(len(each.distorted) for each in strands)
    return Line(
        entry=entry.id,
        category=entry.category or "",
        unit=entry.unit,
        interval=None if low is None and high is None else Interval(low, high),
        approx=any(s.approx for s in strands),
        origin=strands[0].origin if published else None,
        origins=len(strands),
        reports=len({report for each in strands for report in each.reports}),
        claims=claims,
        distortions=distortions,
        item=entry.item,
        when=entry.when,
        phase=entry.phase,
        factuality=entry.factuality,
    )


def _balance(ledger: Ledger) -> Balance:
    sides = []
    for giver, receiver in (("PRK", "RUS"), ("RUS", "PRK")):
        own = [e for e in ledger.entries if (e.kind, e.giver, e.receiver) == (Kind.TRANSFER, giver, receiver)]
        denied = [e for e in own if e.factuality == Factuality.DENIED]
        planned = [e for e in own if e.phase != Phase.DONE]
        plain = [e for e in own if e not in denied and e not in planned]
        money = [e for e in plain if e.unit == "USD"]
        counted = [e for e in plain if e.unit not in {None, "USD"}]
        rest = [e for e in plain if e.unit is None]
        published = tuple(_line(e, published=True) for e in money)
        sides.append(
            Side(giver, receiver, published, *(tuple(map(_line, g)) for g in (counted, rest, planned, denied)))
        )
    by_kind = {kind: tuple(_line(e) for e in ledger.entries if e.kind is kind) for kind in Kind}
    arms, returned = ledger.claims[0], ledger.claims[1]
    interval = Interval(5.6e9, 9.8e9).over(Interval(4.57e8, 1.2e9))
    aside = next(each.id for each in ledger.claims if each.attribution == ("autres estimations",))
    ratio = Ratio("PRK", "USD", interval, True, (arms.id, returned.id), (aside,))
    return Balance(
        pair=("RUS", "PRK"),
        as_of="2025-09-20",
        reports=4,
        claims=17,
        origins=5,
        echoes=1,
        chosen=False,
        sides=(sides[0], sides[1]),
        ratio=ratio,
        losses=by_kind[Kind.LOSS],
        agreements=by_kind[Kind.AGREEMENT],
        attitudes=by_kind[Kind.ATTITUDE],
        conflicts=1,
    )
