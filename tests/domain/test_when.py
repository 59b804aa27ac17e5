"""Dates in EDTF: what can be read, which days they cover, and that the edtf package agrees."""

import datetime

import pytest
from edtf import parse_edtf
from hypothesis import assume, given
from hypothesis import strategies as st

from donnant.domain.when import about, format_day, format_month, interval, is_when, overlaps, parse_when

DAYS = st.dates(min_value=datetime.date(1500, 1, 1), max_value=datetime.date(2100, 12, 31))
POINTS = st.one_of(
    DAYS.map(format_day),
    DAYS.map(lambda day: format_month(day.year, day.month)),
    DAYS.map(lambda day: f"{day.year}"),
    DAYS.map(lambda day: f"{day.year // 10}X"),
    st.builds(lambda day, season: format_month(day.year, season), DAYS, st.integers(21, 24)),
)
MARKED = st.one_of(POINTS, POINTS.map(about))
ENDS = st.one_of(st.none(), MARKED.filter(lambda point: "X" not in point))
WHENS = st.one_of(
    MARKED,
    st.tuples(ENDS, ENDS).filter(lambda ends: ends != (None, None)).map(lambda ends: interval(*ends)).filter(is_when),
)


@given(MARKED.filter(lambda point: "-24" not in point))
def test_the_days_of_a_point_are_those_of_the_oracle(point: str) -> None:
    """First and last day agree with the edtf package (its winter ends in December, ours in February)."""
    when, oracle = parse_when(point), parse_edtf(point)
    assert when.first is not None
    assert when.last is not None
    assert when.first.timetuple()[:3] == oracle.lower_strict()[:3]
    assert when.last.timetuple()[:3] == oracle.upper_strict()[:3]


@given(WHENS)
def test_whatever_we_write_the_oracle_reads(when: str) -> None:
    """Every date made with these functions is EDTF to the edtf package."""
    assert str(parse_edtf(when))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-06-19~", "2024-06-19", "2024-06-19"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2024-22", "2024-06-01", "2024-08-31"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("2023/2025-09-19", "2023-01-01", "2025-09-19"),
        ("../2025-04", None, "2025-04-30"),
        ("2014/..", "2014-01-01", None),
        ("2021-22/2022-09", "2021-06-01", "2022-09-30"),
    ],
)
def test_a_date_covers_its_days(text: str, first: str | None, last: str | None) -> None:
    """Each form has the first and last day that the guide gives it."""
    when = parse_when(text)
    assert (when.first and when.first.isoformat(), when.last and when.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["", "24", "2024-13", "2024-02-30", "2024-25", "2025/2024", "../..", "/", "2024/2025/2026", "2024-6", "hier",
     "198X-22", "2024-22~", "0000", "2024-06-19T10:00"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    """A text that is no date of ours raises, with the text in the message."""
    assert not is_when(text)
    with pytest.raises(ValueError, match="is no date"):
        parse_when(text)


@given(WHENS, WHENS)
def test_overlap_is_a_day_in_both(one: str, other: str) -> None:
    """Two dates overlap exactly where no end of one lies before the beginning of the other."""
    low, high = parse_when(one), parse_when(other)
    apart = any(
        first.last is not None and second.first is not None and first.last < second.first
        for first, second in ((low, high), (high, low))
    )
    assert overlaps(one, other) == overlaps(other, one) == (not apart)
    assert overlaps(one, one)


def test_an_unknown_date_overlaps_only_another() -> None:
    """Null means unknown: it is like no date, and like itself."""
    assert overlaps(None, None)
    assert not overlaps(None, "2024")
    assert not overlaps("2024", None)


@given(POINTS)
def test_about_marks_once_and_keeps_the_days(point: str) -> None:
    """Making a date approximate twice is making it so once, and it covers the same days."""
    assume("X" not in point)
    assert about(about(point)) == about(point)
    assert (parse_when(about(point)).first, parse_when(about(point)).last) == (
        parse_when(point).first, parse_when(point).last,
    )  # fmt: skip


def test_a_decade_at_an_end_becomes_its_outermost_year() -> None:
    """An interval from or to a decade covers the whole of it."""
    assert interval("198X", "199X") == "1980/1999"
    assert interval("196X", None) == "1960/.."
