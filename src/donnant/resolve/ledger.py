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
from donnant.resolve.origins import Origins, find_origins
from donnant.resolve.relations import find_relations
from donnant.resolve.retellings import find_retellings
from donnant.resolve.same import trait


def resolve_entries(claims: Sequence[Claim], reports: Sequence[Report]) -> Ledger:
    """The ledger of some claims; the order in which they come changes nothing.

    Origins first, with the copies of reports; then what retells what, the entries, and how they stand to each
    other. The claims of a report that its publisher corrected are set aside.
    """
    by_hash = {report.hash: report for report in reports}
    ordered = sorted(_distinct(claims), key=lambda c: (c.doc, c.report, c.start, c.end, c.kind, c.id))
    origins = find_origins(ordered, reports)
    corrected = {copy.head for copy in origins.copies if copy.sort == "correction"}
    standing = [claim for claim in origins.ordered if claim.report not in corrected]
    retellings = find_retellings(standing, origins.of_claim, origins.sources, lambda claim: _is_own(claim, origins))
    traits = {claim.id: trait(claim, origins.of_claim[claim.id], by_hash) for claim in standing}
    entries = make_entries(standing, retellings, origins, traits)
    known = {origin.id: origin for origin in origins.origins}
    conflicts = find_conflicts(entries, traits, known)
    used = {origins.of_claim[claim.id] for claim in standing}
    return Ledger(
        _graded(entries, conflicts, {claim.id: claim for claim in standing}, known),
        tuple(origin for origin in origins.origins if origin.id in used),
        tuple(claim for claim in ordered if claim.report not in corrected),
        superseded=tuple(claim for claim in ordered if claim.report in corrected),
        copies=origins.copies,
        retellings=retellings,
        relations=(*find_trends(entries, traits), *find_relations(entries, traits)),
        conflicts=conflicts,
    )


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
    disputed: Collection[str] = {entry for each in conflicts for entry in each.entries}
    denied = {entry for each in conflicts if each.type == "denied" for entry in each.entries}
    return tuple(
        replace(entry, credibility=credibility(entry, claims, origins, disputed, entry.id in denied))
        for entry in entries
    )
