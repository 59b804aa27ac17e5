"""Interval arithmetic: bounds that may be open, tested by what must hold of any interval."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from donnant.domain.amount import Interval, bounded

NUMBERS = st.floats(min_value=1e-6, max_value=1e15, allow_nan=False)
BOUNDS = st.one_of(st.none(), NUMBERS)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Any interval, open or closed at either end."""
    low, high = draw(BOUNDS), draw(BOUNDS)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Interval(low, high)


@st.composite
def inside(draw: st.DrawFn, interval: Interval) -> float:
    """A value that an interval allows."""
    ceiling = interval.ceiling if math.isfinite(interval.ceiling) else max(1e16, interval.floor)
    return draw(st.floats(min_value=interval.floor, max_value=ceiling))


@given(intervals(), intervals())
def test_overlap_is_mutual_and_follows_from_containment(one: Interval, other: Interval) -> None:
    """Overlap reads the same both ways; what contains another overlaps it."""
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(one)
    if one.contains(other):
        assert one.overlaps(other)


@given(intervals(), intervals())
def test_the_hull_is_the_smallest_that_holds_both(one: Interval, other: Interval) -> None:
    """It contains both, and each of its ends is an end of one of them."""
    hull = one.hull(other)
    assert hull == other.hull(one)
    assert hull.contains(one)
    assert hull.contains(other)
    assert hull.floor in (one.floor, other.floor)
    assert hull.ceiling in (one.ceiling, other.ceiling)


@given(intervals(), intervals(), intervals())
def test_hulls_can_be_taken_in_any_order(one: Interval, two: Interval, three: Interval) -> None:
    """The order of reading does not change the hull."""
    assert one.hull(two).hull(three) == one.hull(three.hull(two))


@given(st.data(), intervals(), intervals())
def test_a_quotient_holds_every_quotient(data: st.DataObject, one: Interval, other: Interval) -> None:
    """Whatever the two values are, their ratio lies in the quotient of the intervals."""
    dividend, divisor = data.draw(inside(one)), data.draw(inside(other))
    assume(divisor > 0)
    quotient = one.over(other)
    ratio = dividend / divisor
    assert quotient.floor <= ratio * (1 + 1e-9)
    assert ratio <= quotient.ceiling * (1 + 1e-9)


@given(NUMBERS, NUMBERS)
def test_plain_numbers_divide_as_numbers(one: float, other: float) -> None:
    """Two exact amounts have an exact ratio."""
    quotient = Interval(one, one).over(Interval(other, other))
    assert quotient == Interval(one / other, one / other)


@pytest.mark.parametrize(
    ("low", "high"), [(2.0, 1.0), (-1.0, None), (None, -1.0), (math.nan, None), (None, math.inf), (math.inf, None)]
)
def test_what_is_no_interval_is_refused(low: float | None, high: float | None) -> None:
    """Reversed, negative and infinite bounds raise: an open bound is None."""
    with pytest.raises(ValueError, match=r"interval cannot run|must be finite"):
        Interval(low, high)


def test_nothing_is_divided_by_zero() -> None:
    """An amount that can only be zero divides nothing; one that may be zero leaves the ceiling open."""
    with pytest.raises(ValueError, match="zero"):
        Interval(1, 2).over(Interval(None, 0))
    assert Interval(1, 2).over(Interval(None, 4)) == Interval(0.25, None)


def test_open_bounds_come_from_zero_and_infinity() -> None:
    """A floor of zero says nothing, and so does an infinite ceiling."""
    assert bounded(0, math.inf) == Interval(None, None)
    assert bounded(3, 5) == Interval(3, 5)
