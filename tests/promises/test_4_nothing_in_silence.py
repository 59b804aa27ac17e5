"""Promise 4: nothing is merged or converted in silence."""

from tests.factory import claim, dollars, report, study

from donnant.resolve.entries import resolve_entries
from donnant.value.balance import value_entries

REPORTS = (report("a.txt"), report("b.txt"))


def test_every_entry_of_several_claims_says_why_they_are_one() -> None:
    """A merge without a reason is a merge in silence."""
    claims, reports = study()
    more = [claim("a.txt", quote="One."), claim("b.txt", quote="Two.")]
    merged = [entry for entry in resolve_entries([*claims, *more], reports).entries if len(entry.claims) > 1]
    assert merged and all(entry.reasons for entry in merged)


def test_names_taken_for_one_are_named_in_the_reason() -> None:
    """A reader sees which spellings were taken for one voice, and why."""
    claims, reports = study()
    reasons = [reason for entry in resolve_entries(claims, reports).entries for reason in entry.reasons]
    assert any("Guseinova" in reason and "Gousinova" in reason for reason in reasons)


def test_a_single_claim_has_nothing_to_explain() -> None:
    """No reason is made up where nothing was merged."""
    assert [entry.reasons for entry in resolve_entries([claim()], REPORTS).entries] == [()]


def test_no_currency_is_converted() -> None:
    """A sum stays in the currency it was printed in, on every line."""
    told = [dollars("a.txt", 1e9, 1e9), claim("b.txt", low=1e9, high=1e9, unit="EUR", attribution=("Ann Lee",))]
    made = value_entries(resolve_entries(told, REPORTS), REPORTS, ("PRK", "RUS"), None)
    assert made is not None
    shown = {(line.unit, line.interval.low) for line in made.sides[0].published if line.interval}
    assert shown == {("USD", 1e9), ("EUR", 1e9)}
