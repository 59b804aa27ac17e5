"""Promise 4: nothing is merged or converted in silence."""

from hypothesis import given
from hypothesis import strategies as st
from tests.factory import claim, dollars, report, study

from donnant.domain.claim import Claim
from donnant.domain.report import Told
from donnant.resolve.ledger import resolve_entries
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


UNITS = ("USD", "EUR", "KPW", "missile")
CHAINS = ((), ("Ann Lee", "Blue Foundation"), ("Blue Foundation",), ("NIS",), ("service (NIS)",), ("experts",))


@st.composite
def piles(draw: st.DrawFn) -> list[Claim]:
    """Claims in all sorts of units by voices that can be taken for one."""
    return [
        claim(
            draw(st.sampled_from(["a.txt", "b.txt"])),
            quote=f"Sentence {number}.",
            giver=(sides := draw(st.sampled_from([("PRK", "RUS"), ("RUS", "PRK")])))[0],
            receiver=sides[1],
            low=(low := draw(st.sampled_from([None, 1e3, 2e3, 3e9]))),
            high=draw(st.sampled_from([None, low])),
            unit=draw(st.sampled_from(UNITS)) if low else None,
            attribution=draw(st.sampled_from(CHAINS)),
        )
        for number in range(draw(st.integers(1, 9)))
    ]


@given(piles())
def test_whatever_is_merged_has_a_sentence_that_says_why(pile: list[Claim]) -> None:
    """Claims of several voices in one strand, and several claims in one entry, each have their reason."""
    ledger = resolve_entries(pile, REPORTS)
    told = {one.id: one for one in ledger.claims}
    for entry in ledger.entries:
        assert entry.reasons or len(entry.claims) == 1
        for strand in entry.strands:
            names = sorted({told[each].attribution[0] for each in strand.claims if told[each].attribution})
            if len(names) > 1:
                assert any(all(f"“{name}”" in reason for name in names) for reason in entry.reasons)


@given(piles())
def test_no_figure_in_money_is_on_the_sheet_that_nobody_printed(pile: list[Claim]) -> None:
    """Every published bound is one that a claim of its line gives, in the currency of that claim."""
    made = value_entries(resolve_entries(pile, REPORTS), REPORTS, ("PRK", "RUS"), None)
    assert made is not None
    told = {one.id: one for one in pile}
    lines = [line for side in made.sides for line in side.published]
    for line in lines:
        printed = {(told[each].unit, bound) for each in line.claims for bound in (told[each].low, told[each].high)}
        assert line.interval is not None
        assert {(line.unit, bound) for bound in (line.interval.low, line.interval.high) if bound} <= printed
    units = [{line.unit for line in side.published} for side in made.sides]
    assert made.ratio is None or made.ratio.unit in units[0] & units[1]
    for one in made.ratio.claims if made.ratio else ():
        assert made.ratio and told[one].unit == made.ratio.unit


def test_a_figure_taken_from_another_desk_says_so_even_alone() -> None:
    """Whose figure it is was not read in the sentence itself: the entry tells where."""
    reports = (report("a.txt", publisher=Told("Bureau Nordet", "given")), report("b.txt"))
    told = [dollars("a.txt", 5.6e9, 9.8e9), dollars("b.txt", 5.6e9, 9.8e9, ("Bureau Nordet",), category="mixed")]
    (entry,) = resolve_entries(told, reports).entries
    assert any("Bureau Nordet" in reason for reason in entry.reasons)
