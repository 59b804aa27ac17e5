"""Claims and reports in; the ledger out: the order in which everything is found, each thing once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from donnant.domain.claim import Claim
from donnant.domain.entry import Entry, Ledger, Origin
from donnant.domain.links import Conflict
from donnant.domain.report import Report
from donnant.resolve.conflicts import find_conflicts, find_trends
from donnant.resolve.entries import make_entries
from donnant.resolve.grades import credibility
from donnant.resolve.judgements import NOTHING, Judgements
from donnant.resolve.origins import Origins, find_origins
from donnant.resolve.relations import find_relations
from donnant.resolve.retellings import find_retellings
from donnant.resolve.retold import date_of
from donnant.resolve.same import trait
from donnant.resolve.superseding import superseded


def resolve_entries(claims: Sequence[Claim], reports: Sequence[Report], judgements: Judgements = NOTHING) -> Ledger:
    """The ledger of some claims; the order in which they come changes nothing.

    Origins first, with the copies of reports; then what retells what, the entries, and how they stand to each
    other. What the publisher of a report corrected is set aside. What people ruled on pairs and
    conflicts (``judgements``) stands over what is found.
    """
    by_hash = {report.hash: report for report in reports}
    ordered = sorted(_distinct(claims), key=lambda c: (c.doc, c.report, c.start, c.end, c.kind, c.id))
    origins = find_origins(ordered, reports, judgements)
    replaced = superseded(origins.ordered, origins.copies, by_hash)
    standing = [claim for claim in origins.ordered if claim.id not in replaced]
    texts = {each.hash: (each.language.value if each.language else "", date_of(each)) for each in reports}
    retellings = find_retellings(
        standing, origins.of_claim, origins.sources, lambda claim: _is_own(claim, origins), texts
    )
    traits = {claim.id: trait(claim, origins.of_claim[claim.id], by_hash) for claim in standing}
    entries = make_entries(standing, retellings, origins, traits, judgements)
    known = {origin.id: origin for origin in origins.origins}
    conflicts = _ruled(find_conflicts(entries, traits, known), judgements)
    used = {origins.of_claim[claim.id] for claim in standing}
    return Ledger(
        _graded(entries, conflicts, {claim.id: claim for claim in standing}, known),
        tuple(_lettered(origin, origins, judgements) for origin in origins.origins if origin.id in used),
        tuple(claim for claim in ordered if claim.id not in replaced),
        superseded=tuple(claim for claim in ordered if claim.id in replaced),
        copies=origins.copies,
        retellings=retellings,
        relations=(*find_trends(entries, traits), *find_relations(entries, traits)),
        conflicts=conflicts,
        questions=origins.questions,
        problems=judgements.problems,
    )


def _lettered(origin: Origin, origins: Origins, judgements: Judgements) -> Origin:
    """An origin with the letter that the dossier gives it, and why its names are one."""
    return replace(origin, grade=judgements.grade((origin.name, *origin.spellings)), reasons=origins.merged[origin.id])


def _ruled(conflicts: Sequence[Conflict], judgements: Judgements) -> tuple[Conflict, ...]:
    """The conflicts with what a person ruled on them."""
    ruled = {heads: (decision, settled) for heads, decision, settled in judgements.conflicts}
    found = []
    for each in conflicts:
        decision, settled = ruled.get(frozenset(side[0] for side in each.sides), ("", False))
        found.append(replace(each, ruled=decision, settled=settled))
    return tuple(found)


def _distinct(claims: Sequence[Claim]) -> list[Claim]:
    """Claims without repetitions; of two that differ under one id always the same."""
    return list({claim.id: claim for claim in sorted(claims, key=repr)}.values())


def _is_own(claim: Claim, origins: Origins) -> bool:
    """Whether an origin speaks here in its own report."""
    return not claim.attribution and claim.id not in origins.sources


def _graded(
    entries: Sequence[Entry], conflicts: Sequence[Conflict], claims: Mapping[str, Claim], origins: Mapping[str, Origin]
) -> tuple[Entry, ...]:
    """The entries with the number that their origins and conflicts give them."""
    live = [each for each in conflicts if not each.settled]
    disputed: Collection[str] = {entry for each in live for entry in each.entries}
    denied = {entry for each in live if each.type == "denied" for entry in each.entries}
    return tuple(
        replace(entry, credibility=credibility(entry, claims, origins, disputed, entry.id in denied))
        for entry in entries
    )
