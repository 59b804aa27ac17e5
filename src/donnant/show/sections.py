"""The ledger as it is shown: entries in, sections of frozen views out, origin by origin."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from donnant.domain.claim import Claim, Kind, Phase
from donnant.domain.entry import Entry, Ledger
from donnant.domain.report import Report
from donnant.show.format import printable
from donnant.show.lookup import Lookup
from donnant.show.standing import credible_text, graded_text, tie_text

Direction = tuple[str, str]
_EXCERPT = 96


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as shown beside its sentence and in the ledger."""

    id: str
    short: str
    entry: str | None
    """The id of its entry; null for a rejected claim."""
    figure: str
    amount: bool
    """Whether the figure is an amount, not the name of what has none."""
    excerpt: str
    """How its sentence begins."""
    title: str
    """Who to whom, what of, when."""
    state: str
    """How committed, which phase, how the readers voted, how sure the reading is."""
    distorted: bool
    doubt: str
    """The word for a doubtful reading; empty for any other."""
    file: str
    hash: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class StrandView:
    """What one origin says of an entry."""

    name: str
    named: bool
    figure: str
    """Its amount; empty if it gives none."""
    grade: str
    """The letter that the reader set for it; empty where nobody did."""
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class EntryView:
    """A line of the ledger."""

    id: str
    short: str
    name: str
    """What passed, or the category where no word for it is given."""
    notes: tuple[str, ...]
    strands: tuple[StrandView, ...]
    reasons: tuple[str, ...]
    ties: tuple[str, ...]
    """How it stands to other entries."""


@dataclass(frozen=True, slots=True)
class SectionView:
    """The entries of one heading."""

    key: str
    title: str
    entries: tuple[EntryView, ...]


def view_sections(
    ledger: Ledger, directions: Iterable[Direction], reports: Iterable[Report], look: Lookup
) -> tuple[SectionView, ...]:
    """The ledger by section: each direction of the pair, other transfers, losses, agreements, attitudes."""
    names = {report.hash: report.name for report in reports}
    order: dict[str, str] = {f"{giver}-{receiver}": f"{giver} → {receiver}" for giver, receiver in directions}
    paired = set(order)
    rows = look.labels.rows
    order |= {"other": look.labels.headings.other_transfers, Kind.LOSS: rows.losses}
    order |= {Kind.AGREEMENT: rows.agreements, Kind.ATTITUDE: rows.attitudes}
    held: dict[str, list[EntryView]] = {key: [] for key in order}
    for entry in ledger.entries:
        held[_section_of(entry, paired)].append(_entry_view(entry, paired, names, look))
    return tuple(SectionView(str(key), title, tuple(held[key])) for key, title in order.items() if held[key])


def view_claim(claim: Claim, names: Mapping[str, str], look: Lookup, distorted: bool = False) -> ClaimView:
    """A claim with its figure in words and the place of its sentence."""
    labels = look.labels
    parties = ", ".join(claim.parties) or " → ".join((claim.giver or "?", claim.receiver or "?"))
    if claim.kind == Kind.LOSS:
        parties = claim.giver or "?"
    figure = look.claim_text(claim)
    states = (
        labels.factualities[claim.factuality],
        labels.phases[claim.phase],
        labels.votes[claim.vote],
        labels.trusts[claim.trust],
    )
    parts = (parties, look.category(claim.category), look.item(claim.item), look.when(claim.when))
    return ClaimView(
        id=claim.id,
        short=look.short[claim.id],
        entry=look.homes.get(claim.id),
        figure=figure,
        amount=claim.low is not None or claim.high is not None,
        excerpt=_excerpt(claim.quote),
        title=" · ".join(part for part in parts if part and part != figure),
        state=", ".join(states),
        distorted=distorted,
        doubt=labels.trusts[claim.trust] if claim.is_doubtful else "",
        file=names.get(claim.report, claim.doc),
        hash=claim.report,
        start=claim.start,
        end=claim.end,
        quote=claim.quote,
    )


def _excerpt(quote: str) -> str:
    words = printable(quote)
    return words if len(words) <= _EXCERPT else f"{words[:_EXCERPT].rpartition(' ')[0]} …"


def _section_of(entry: Entry, paired: set[str]) -> str:
    if entry.kind != Kind.TRANSFER:
        return entry.kind
    direction = f"{entry.giver}-{entry.receiver}"
    return direction if direction in paired else "other"


def _entry_view(entry: Entry, paired: set[str], names: Mapping[str, str], look: Lookup) -> EntryView:
    labels = look.labels
    own = look.item(entry.item) or look.category(entry.category) or labels.kinds[entry.kind]
    parties = "" if _section_of(entry, paired) in paired else look.parties(entry)
    phase = "" if entry.phase == Phase.DONE else labels.phases[entry.phase]
    told = (parties, look.category(entry.category), look.when(entry.when), phase, look.hedge(entry.factuality))
    notes = (*told, credible_text(entry, look.language))
    strands = tuple(_strand_view(entry, number, names, look) for number in range(len(entry.strands)))
    return EntryView(
        id=entry.id,
        short=look.short[entry.id],
        name=own,
        notes=tuple(note for note in notes if note and note != own),
        strands=strands,
        reasons=entry.reasons,
        ties=tuple(tie_text(tie, look) for tie in look.ties.get(entry.id, ())),
    )


def _strand_view(entry: Entry, number: int, names: Mapping[str, str], look: Lookup) -> StrandView:
    strand = entry.strands[number]
    claims = [look.claims[claim] for claim in strand.claims if claim in look.claims]
    return StrandView(
        name=look.origin_name(strand.origin),
        named=look.is_named(strand.origin),
        figure=look.strand_amount(entry, number),
        grade=graded_text(look.origins.get(strand.origin), look.language),
        claims=tuple(view_claim(claim, names, look, claim.id in strand.distorted) for claim in claims),
    )
