"""Origins and what was made of their figures: a ledger in; rows for people and for programs out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from donnant.domain.claim import Claim
from donnant.domain.entry import Ledger, Origin
from donnant.domain.links import Retelling
from donnant.domain.report import Report
from donnant.lang.links import Links, read_links
from donnant.show.format import printable
from donnant.show.lookup import Lookup

ORIGIN_COLUMNS = ("id", "origin", "grade", "spellings", "claims", "reports", "echoes", "distortions")


@dataclass(frozen=True, slots=True)
class Beside:
    """A retelling beside its original: both sentences, and the difference in words."""

    retelling: Claim
    original: Claim
    differences: tuple[str, ...]


def origin_cells(ledger: Ledger, look: Lookup) -> list[tuple[str, ...]]:
    """The origins in the columns of ``ORIGIN_COLUMNS``: cited voices, publishers, the nameless; most claims first."""
    return [
        (
            look.short.get(origin.id, origin.id), printable(look.origin_name(origin.id)), origin.grade,
            printable("; ".join(name for name in origin.spellings if name != origin.name)),
            str(len(claims)), str(len({claim.report for claim in claims})), str(echoes), str(distorted),
        )
        for origin, claims, echoes, distorted in count_origins(ledger)
    ]  # fmt: skip


def origin_rows(ledger: Ledger) -> list[dict[str, object]]:
    """The origins for programs, each with what retells it and how."""
    told = _by_origin(ledger)
    retold = {each.claim: each for each in ledger.retellings}
    return [
        {
            "id": origin.id, "name": origin.name, "named": origin.named, "grade": origin.grade,
            "publisher": origin.is_publisher, "spellings": list(origin.spellings), "reasons": list(origin.reasons),
            "claims": [claim.id for claim in claims], "reports": sorted({claim.report for claim in claims}),
            "retellings": [
                {"claim": claim.id, "original": retold[claim.id].original, "types": list(retold[claim.id].types)}
                for claim in told[origin.id] if claim.id in retold
            ],
        }
        for origin, claims, _, _ in count_origins(ledger)
    ]  # fmt: skip


def distortions(ledger: Ledger, language: str) -> list[Beside]:
    """Every retelling that differs, with its original and the differences in words."""
    claims = {claim.id: claim for claim in ledger.claims}
    words = read_links(language)
    found = [
        Beside(claims[each.claim], claims[each.original], differences(each, words))
        for each in ledger.retellings
        if each.types and each.claim in claims and each.original in claims
    ]
    return sorted(
        found, key=lambda each: (each.original.doc, each.original.start, each.retelling.doc, each.retelling.id)
    )


def differences(retelling: Retelling, words: Links) -> tuple[str, ...]:
    """How a retelling differs, in words."""
    return tuple(words.distortions[name] for name in retelling.types)


def copy_lines(ledger: Ledger, reports: Iterable[Report], language: str) -> Iterator[str]:
    """Each report that is another over again, in a sentence."""
    names = {report.hash: report.name for report in reports}
    words = read_links(language)
    for copy in ledger.copies:
        if copy.report in names and copy.head in names:
            like = words.phrases["like"].format(
                sort=words.copies[copy.sort], head=names[copy.head], share=f"{copy.share:.0%}"
            )
            yield f"{names[copy.report]}: {like}"


def count_origins(ledger: Ledger) -> list[tuple[Origin, list[Claim], int, int]]:
    """Each origin with its claims, and how many of them are echoes and differ."""
    told = _by_origin(ledger)
    echoes: Counter[str] = Counter()
    differing: Counter[str] = Counter()
    home = {claim.id: origin for origin, claims in told.items() for claim in claims}
    for each in ledger.retellings:
        if each.claim in home:
            echoes[home[each.claim]] += 1
            differing[home[each.claim]] += bool(each.types)
    found = [(origin, told[origin.id], echoes[origin.id], differing[origin.id]) for origin in ledger.origins]
    return sorted(found, key=lambda row: (not row[0].named, row[0].is_publisher, -len(row[1]), row[0].name, row[0].id))


def _by_origin(ledger: Ledger) -> Mapping[str, list[Claim]]:
    claims = {claim.id: claim for claim in ledger.claims}
    told: dict[str, list[Claim]] = defaultdict(list)
    for entry in ledger.entries:
        for strand in entry.strands:
            told[strand.origin] += [claims[claim] for claim in strand.claims]
    return told
