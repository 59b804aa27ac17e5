"""Published totals: one figure an origin and currency, as full as it was given; their ratio in every reading."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.factory import claim, dollars, report

from donnant.domain.amount import is_money
from donnant.domain.balance import Line, Ratio
from donnant.domain.claim import Claim
from donnant.resolve.ledger import resolve_entries
from donnant.value.balance import value_entries

REPORTS = tuple(report(name) for name in ("a.txt", "b.txt", "c.txt"))
PAIR = ("PRK", "RUS")


def gave(doc: str, low: float | None, high: float | None, voice: str = "Ann Lee", unit: str = "USD") -> Claim:
    """A sum that went from PRK to RUS."""
    return claim(doc, low=low, high=high, unit=unit, attribution=(voice,), quote=f"{voice} {low} {high} {unit}.")


def got(doc: str, low: float | None, high: float | None, voice: str = "Ann Lee", unit: str = "USD") -> Claim:
    """A sum that came back."""
    quote = f"{voice} {low} {high} {unit} back."
    sides = {"giver": "RUS", "receiver": "PRK", "category": "mixed"}
    return claim(doc, low=low, high=high, unit=unit, attribution=(voice,), quote=quote, **sides)


def published(*told: Claim) -> tuple[tuple[Line, ...], Ratio | None]:
    """What PRK gave, as published, and the ratio."""
    made = value_entries(resolve_entries(told, REPORTS), REPORTS, PAIR, None)
    assert made is not None
    return made.sides[0].published, made.ratio


def bounds(lines: tuple[Line, ...]) -> list[tuple[float | None, float | None]]:
    """The intervals of lines."""
    return [(line.interval.low, line.interval.high) for line in lines if line.interval]


def test_a_retelling_in_another_category_does_not_open_the_figure() -> None:
    """`Up to 9.8` of some aid is not more than `5.6 to 9.8` of arms by the same voice."""
    for low, high in ((None, 9.8e9), (9.8e9, None), (9.8e9, 9.8e9)):
        echo = dollars("b.txt", low, high, ("Ann Lee",), category="mixed")
        lines, _ = published(gave("a.txt", 5.6e9, 9.8e9), echo)
        assert bounds(lines) == [(5.6e9, 9.8e9)]


def test_an_origin_has_a_line_for_each_currency() -> None:
    """Euros and dollars of one voice are two figures."""
    lines, _ = published(gave("a.txt", 1e9, 1e9), gave("b.txt", 2e9, 2e9, unit="EUR"))
    assert {line.unit for line in lines} == {"USD", "EUR"}


def test_the_ratio_is_in_the_currency_that_most_origins_use() -> None:
    """One voice in euros does not hide two in dollars."""
    told = [gave("a.txt", 4e9, 4e9), gave("b.txt", 4e9, 4e9, voice="Bob Ray"), got("a.txt", 1e9, 1e9)]
    _, ratio = published(*told, gave("c.txt", 1e9, 1e9, unit="EUR"), got("c.txt", 9e9, 9e9, unit="EUR"))
    assert ratio is not None
    assert (ratio.unit, ratio.more, ratio.interval.low) == ("USD", "PRK", 4.0)


def test_an_echo_does_not_choose_the_currency_of_the_ratio() -> None:
    """However often the dollars are retold, they are one voice's dollars."""
    told = [gave("a.txt", 4e9, 4e9), got("a.txt", 1e9, 1e9)]
    told += [gave("a.txt", 1e9, 1e9, unit="EUR"), got("a.txt", 9e9, 9e9, unit="EUR")]
    assert published(*told, gave("b.txt", 4e9, 4e9), gave("c.txt", 4e9, 4e9))[1] == published(*told)[1]


def test_no_ratio_without_a_figure_on_both_sides_in_one_currency() -> None:
    """One side only, two currencies, or a voice without a name: nothing to compare."""
    assert published(gave("a.txt", 1e9, 1e9))[1] is None
    assert published(gave("a.txt", 1e9, 1e9), got("a.txt", 1e9, 1e9, unit="EUR"))[1] is None
    assert published(gave("a.txt", 1e9, 1e9), got("a.txt", 1e9, 1e9, voice="experts"))[1] is None


def test_the_ratio_turns_to_the_side_that_gives_more() -> None:
    """Where the second party gives more in every reading, it is named and the figure is above one."""
    _, ratio = published(gave("a.txt", 1e9, 1e9), got("a.txt", 2e9, 4e9))
    assert ratio is not None
    assert (ratio.more, ratio.settled, ratio.interval.low, ratio.interval.high) == ("RUS", True, 2.0, 4.0)


def test_a_ratio_that_readings_do_not_agree_on_is_not_settled() -> None:
    """From half to double is no lead."""
    _, ratio = published(gave("a.txt", 1e9, 2e9), got("a.txt", 1e9, 2e9))
    assert ratio is not None
    assert (ratio.settled, ratio.interval.low, ratio.interval.high) == (False, 0.5, 2.0)


def test_a_reading_of_zero_has_no_highest_ratio() -> None:
    """Nothing given back is infinitely less, not a reading to leave out."""
    _, ratio = published(gave("a.txt", 1e9, 1e9), got("a.txt", 1e9, 1e9), got("b.txt", 0.0, 0.0, voice="Bob Ray"))
    assert ratio is not None
    assert ratio.interval.high is None


SUMS = st.sampled_from([1e8, 5e8, 1e9, 7e9])


@given(SUMS, SUMS, SUMS, SUMS)
def test_the_ratio_holds_every_quotient(low: float, more: float, back: float, back_more: float) -> None:
    """Whatever is true within the published intervals, its ratio is inside."""
    _, ratio = published(gave("a.txt", low, low + more), got("a.txt", back, back + back_more))
    assert ratio is not None
    for given_sum in (low, low + more):
        for back_sum in (back, back + back_more):
            quotient = given_sum / back_sum if ratio.more == "PRK" else back_sum / given_sum
            assert ratio.interval.floor <= quotient * (1 + 1e-9) and quotient <= ratio.interval.ceiling * (1 + 1e-9)


@given(st.sampled_from(["EUR", "USD", "KPW"]), st.sampled_from(["EUR", "USD", "KPW"]), SUMS, SUMS)
def test_a_ratio_never_crosses_currencies(one: str, other: str, low: float, back: float) -> None:
    """Two currencies give no ratio, however large the sums."""
    assume(one != other)
    lines, ratio = published(gave("a.txt", low, low, unit=one), got("b.txt", back, back, unit=other))
    assert ratio is None
    assert [(line.unit, line.interval and line.interval.low) for line in lines] == [(one, low)]


@pytest.mark.parametrize(
    ("unit", "money"), [("USD", True), ("KPW", True), ("ton", False), ("soldier", False), (None, False)]
)
def test_money_is_what_has_a_currency(unit: str | None, money: bool) -> None:
    """Three capitals, and nothing else."""
    assert is_money(unit) is money


def test_a_total_of_something_else_is_no_lower_estimate() -> None:
    """Food beside arms, or one year beside three, neither lowers the total nor widens the ratio; it is still shown."""
    told = [gave("a.txt", 4e9, 4e9), got("a.txt", 1e9, 1e9)]
    plain = published(*told)[1]
    food = claim("b.txt", low=1e8, high=1e8, unit="USD", category="food", attribution=("Bob Ray",), quote="Food.")
    lines, ratio = published(*told, food)
    assert ratio == plain and len(lines) == 2
    long = dollars("a.txt", 4e9, 4e9, ("Ann Lee",), when="2023/2025-06")
    short = dollars("b.txt", 1e9, 1e9, ("Bob Ray",), when="2024", quote="In a year.")
    lines, ratio = published(long, got("a.txt", 1e9, 1e9), short)
    assert ratio is not None and ratio.interval.low == 4.0 and len(lines) == 2
    made = value_entries(resolve_entries((long, short), REPORTS), REPORTS, PAIR, None)
    assert made and made.valuation
    assert [(worth.aside, worth.origin is not None) for worth in made.valuation.published.sides[0]] == [
        ("", True), ("other_time", True),
    ]  # fmt: skip


def test_totals_of_the_whole_and_of_a_part_of_it_are_held_against_each_other() -> None:
    """One voice names the aid as a whole, another its arms: they disagree, and the spread shows it."""
    told = [gave("a.txt", 4e9, 4e9), got("a.txt", 1e9, 1e9)]
    whole = dollars("b.txt", 2e9, 2e9, ("Bob Ray",), category="military", quote="Aid.")
    _, ratio = published(*told, whole)
    assert ratio is not None and (ratio.interval.low, ratio.interval.high) == (2.0, 4.0)
