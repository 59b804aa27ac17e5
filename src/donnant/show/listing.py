"""The tables of claims and of entries, for people: domain values in; heads and cells, in one language, out."""

from collections.abc import Iterable, Mapping

from donnant.domain.claim import Claim, Kind, Phase, Trust
from donnant.domain.entry import Entry
from donnant.domain.report import Report
from donnant.show.format import printable
from donnant.show.lookup import Lookup

CLAIM_COLUMNS = ("id", "who", "category", "what", "when", "sure", "phase", "says")
ENTRY_COLUMNS = ("id", "kind", "entry", "sure", "credibility", "phase", "claims", "voices")


def heads(columns: Iterable[str], look: Lookup) -> tuple[str, ...]:
    """The heads of a table's columns."""
    return tuple(look.labels.columns[column] for column in columns)


def claim_cells(claim: Claim, reports: Mapping[str, Report], look: Lookup) -> tuple[str, ...]:
    """A claim in the columns of ``CLAIM_COLUMNS``; ``reports`` by hash."""
    return (
        look.short[claim.id],
        _who(claim),
        look.category(claim.category) or look.labels.kinds[claim.kind],
        printable(look.claim_text(claim)),
        look.when(claim.when),
        look.sure(claim.factuality, claim.is_doubtful),
        _phase(claim, look),
        printable(_says(claim, reports)),
    )


def entry_cells(entry: Entry, look: Lookup) -> tuple[str, ...]:
    """An entry in the columns of ``ENTRY_COLUMNS``."""
    said = "; ".join(_voice(entry, number, look) for number in range(len(entry.strands)))
    kind, sure = look.labels.kinds[entry.kind], look.sure(entry.factuality, entry.is_doubtful)
    return (
        look.short[entry.id],
        kind,
        look.entry_title(entry),
        sure,
        str(entry.credibility),
        _phase(entry, look),
        str(len(entry.claims)),
        said,
    )


def _voice(entry: Entry, number: int, look: Lookup) -> str:
    """Who says what; said so where it is doubtful whether that is what it says, and the entry stands without."""
    strand = entry.strands[number]
    said = ": ".join(part for part in (look.origin_name(strand.origin), look.strand_amount(entry, number)) if part)
    return f"{said} ({look.labels.trusts[Trust.DOUBTFUL]})" if strand.doubtful and entry.firm else said


def _who(claim: Claim) -> str:
    if claim.parties:
        return ", ".join(claim.parties)
    return f"{claim.giver or '?'} → {claim.receiver or '?'}" if claim.kind is not Kind.LOSS else claim.giver or "?"


def _phase(word: Claim | Entry, look: Lookup) -> str:
    """Said only of what has not happened."""
    return "" if word.phase is Phase.DONE else look.labels.phases[word.phase]


def _says(claim: Claim, reports: Mapping[str, Report]) -> str:
    """The nearest voice, else the publisher of the report."""
    if claim.attribution:
        return claim.attribution[0]
    report = reports.get(claim.report)
    return report.publisher.value if report and report.publisher else claim.doc
