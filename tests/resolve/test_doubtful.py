"""Doubtful claims come last: they join what others make, and a person's word lifts the doubt."""

from dataclasses import replace
from typing import Any

import pytest
from tests.factory import claim, dollars, report
from tests.resolve.test_rulings import ruling

from donnant.domain.claim import Claim, Factuality, Trust
from donnant.resolve.ledger import resolve_entries
from donnant.resolve.rulings import apply_decisions

REPORTS = tuple(report(name) for name in ("a.txt", "b.txt"))


def doubtful(one: Claim) -> Claim:
    """The same claim, doubtfully read."""
    return replace(one, trust=Trust.DOUBTFUL)


def test_an_entry_is_told_by_its_firm_claims() -> None:
    """Head, bounds, factuality and id are those of the firm claim; the doubtful strand stands last and says so."""
    early = doubtful(dollars("a.txt", 5e9, 9e9, ("Ann Lee",)))
    firm = dollars("b.txt", 6e9, None, ("Bob Ray",), factuality=Factuality.REPORTED)
    (entry,) = resolve_entries([early, firm], REPORTS).entries
    assert [(strand.claims, strand.doubtful) for strand in entry.strands] == [((firm.id,), False), ((early.id,), True)]
    assert (entry.factuality, entry.is_doubtful, entry.firm) == (Factuality.REPORTED, False, entry.strands[:1])
    (alone,) = resolve_entries([firm], REPORTS).entries
    assert entry.id == alone.id


def test_an_entry_without_a_firm_claim_is_doubtful_and_in_the_ledger() -> None:
    """Set aside is not left out."""
    (entry,) = resolve_entries([doubtful(claim())], REPORTS).entries
    assert (entry.is_doubtful, entry.firm, entry.claims) == (True, (), (claim().id,))


@pytest.mark.parametrize(("action", "changes"), [("accept", {}), ("correct", {"giver": "CHN"})])
@pytest.mark.parametrize(
    ("read", "ruled"), [(Trust.DOUBTFUL, Trust.FAIR), (Trust.FAIR, Trust.FAIR), (Trust.HIGH, Trust.HIGH)]
)
def test_a_persons_word_lifts_the_doubt_and_lowers_nothing(
    action: str, changes: dict[str, Any], read: Trust, ruled: Trust
) -> None:
    """Who accepts or corrects a claim has looked at it."""
    one = replace(claim(), trust=read)
    (kept,) = apply_decisions([one], [ruling(one, action, **changes)]).kept
    assert (kept.trust, kept.rulings) == (ruled, ("d-1",))


def test_what_is_undone_or_no_longer_fits_lifts_no_doubt() -> None:
    """The doubt comes back with `undo`, and stays where a correction cannot be carried out."""
    one = doubtful(claim())
    undone = apply_decisions([one], [ruling(one, "accept", 1), ruling(one, "undo", 2)])
    unfit = apply_decisions([one], [ruling(one, "correct", low=9.0, high=1.0)])
    assert undone.kept == unfit.kept == (one,)


def test_a_rejected_doubtful_claim_is_gone_from_the_ledger() -> None:
    """Rejecting is the other end of a review."""
    one = doubtful(claim())
    ruled = apply_decisions([one], [ruling(one, "reject")])
    assert (ruled.kept, [each.id for each in ruled.rejected]) == ((), [one.id])
