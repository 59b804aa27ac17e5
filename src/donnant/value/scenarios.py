"""A ledger and a scenario in; the ledger with only what counts in that scenario out."""

from collections.abc import Mapping
from dataclasses import replace

from donnant.domain.claim import Claim, Kind
from donnant.domain.entry import Entry, Ledger, Origin, Strand
from donnant.domain.valuation import Scenario
from donnant.errors import BadInput


def scope(ledger: Ledger, scenario: Scenario) -> Ledger:
    """The entries that a scenario lets count, each with the strands that it lets count, and what ties them."""
    _check_ids(ledger, scenario)
    if scenario.is_plain:
        return ledger
    origins = {origin.id: origin for origin in ledger.origins}
    told = {claim.id: claim for claim in ledger.claims}
    kept = tuple(found for entry in ledger.entries if (found := _scoped(entry, origins, told, scenario)))
    held = {entry.id for entry in kept}
    claims = {claim for entry in kept for claim in entry.claims}
    return replace(
        ledger,
        entries=kept,
        relations=tuple(each for each in ledger.relations if {each.one, each.other} <= held | claims),
        conflicts=tuple(
            each for each in ledger.conflicts
            if set(each.entries) <= held and all(set(side) & claims for side in each.sides)
        ),
    )  # fmt: skip


def _scoped(
    entry: Entry, origins: Mapping[str, Origin], told: Mapping[str, Claim], scenario: Scenario
) -> Entry | None:
    if entry.id in scenario.without:
        return None
    if scenario.only and entry.kind is Kind.TRANSFER and entry.category not in scenario.only:
        return None
    if scenario.number is not None and entry.credibility > scenario.number:
        return None
    strands = tuple(
        found for strand in entry.strands if (found := _without(strand, origins[strand.origin], told, scenario))
    )
    return replace(entry, strands=strands) if strands else None


def _without(strand: Strand, origin: Origin, told: Mapping[str, Claim], scenario: Scenario) -> Strand | None:
    """A strand without the claims that are left out; its figure is that of the fullest telling that stays."""
    if origin.id in scenario.without or (scenario.letter is not None and origin.grade > scenario.letter):
        return None
    left = tuple(claim for claim in strand.claims if claim not in scenario.without)
    if not left:
        return None
    if left == strand.claims:
        return strand
    head, distorted = told[left[0]], tuple(each for each in strand.distorted if each in left[1:])
    reports = tuple(sorted({told[claim].report for claim in left}))
    return replace(
        strand, claims=left, reports=reports, low=head.low, high=head.high, approx=head.approx, distorted=distorted
    )


def _check_ids(ledger: Ledger, scenario: Scenario) -> None:
    known = {entry.id for entry in ledger.entries} | {origin.id for origin in ledger.origins}
    known |= {claim.id for claim in ledger.claims}
    for id_ in scenario.without:
        if id_ not in known:
            raise BadInput(f"there is nothing with the id {id_} to leave out: take the id of an entry, claim or origin")
