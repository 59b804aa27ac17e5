"""The day of a report and what is said relative to it in; dates in EDTF out."""

import calendar
import datetime
from dataclasses import dataclass

from donnant.domain.when import about, format_day, format_month, parse_when

_DAYS = {"day": 1, "week": 7, "weekend": 7}
_MONTHS = {"month": 1, "year": 12, "decade": 120}


@dataclass(frozen=True, slots=True)
class Today:
    """The date of a report, which may be known to the month or the year only."""

    text: str
    first: datetime.date
    last: datetime.date

    @property
    def to_the_day(self) -> bool:
        """Whether the day itself is known."""
        return self.first == self.last

    @property
    def to_the_month(self) -> bool:
        """Whether the month is known."""
        return (self.first.year, self.first.month) == (self.last.year, self.last.month)

    @property
    def vague(self) -> str:
        """The report's month or year as an approximate date, for what lies within or near it."""
        return about(self.text)


def read_today(text: str | None) -> Today | None:
    """The date of a report; none where it is unknown or open at an end."""
    if text is None:
        return None
    when = parse_when(text)
    if when.first is None or when.last is None:
        return None
    plain = text.rstrip("~?%")
    return Today(plain, when.first, when.last)


def place_day(today: Today, month: int, day: int, later: bool = False) -> str | None:
    """The latest such day that is not after the report, or the first one after it."""
    years = range(today.last.year, today.last.year + 9) if later else range(today.last.year, today.last.year - 9, -1)
    for year in years:
        if day > calendar.monthrange(year, month)[1]:
            continue
        found = datetime.date(year, month, day)
        if (found > today.last) if later else (found <= today.last):
            return format_day(found)
    return None


def place_near(today: Today, month: int, day: int | None) -> str | None:
    """The day or month of that name nearest to the report, before or after it."""
    if day is None:
        back = (today.last.month - month) % 12
        return _months_on(today.last, -back if back <= 6 else 12 - back)
    past, future = place_day(today, month, day), place_day(today, month, day, later=True)
    if past is None or future is None:
        return past or future
    gaps = [abs(datetime.date.fromisoformat(point) - today.last) for point in (past, future)]
    return past if gaps[0] <= gaps[1] else future


def place_month(today: Today, month: int, which: str) -> str:
    """A month without a year: the latest one that has begun, or the one before or after the report's."""
    year = today.last.year
    if which == "this":
        return format_month(year, month)
    if not today.to_the_month:
        return format_month(year, month) if which == "" else about(format_month(year, month))
    if which == "next":
        return format_month(year + (month <= today.last.month), month)
    past = month < today.last.month or (month == today.last.month and which == "")
    return format_month(year if past else year - 1, month)


def place_season(today: Today, season: int, which: str) -> str:
    """A season without a year: the latest one that has begun, or has ended where it is called the last."""
    year = today.last.year
    if which == "this":
        return format_month(year, season)
    while True:
        when = parse_when(format_month(year, season))
        edge = when.last if which == "last" else when.first
        if year == 1 or (edge is not None and edge < today.last):
            return format_month(year + (which == "next"), season)
        year -= 1


def place_weekday(today: Today, weekday: int, which: str) -> str:
    """A day of the week: the latest one up to the report's day, the one before, after, or nearest."""
    if not today.to_the_day:
        return today.vague
    back = (today.last.isoweekday() - weekday) % 7
    if which == "last" and back == 0:
        back = 7
    elif (which == "this" and back > 3) or which == "next":
        back -= 7
    return format_day(today.last - datetime.timedelta(days=back))


def place_unit(today: Today, unit: str, step: int) -> tuple[str, str] | None:
    """Last, this or next week, weekend, month or year: first and last point."""
    if unit == "year":
        return (f"{today.last.year + step:04}",) * 2
    if unit == "month" and today.to_the_month:
        return (_months_on(today.last, step),) * 2
    if unit in ("week", "weekend") and today.to_the_day:
        monday = today.last - datetime.timedelta(days=today.last.isoweekday() - 1 - 7 * step)
        ends = (0, 6) if unit == "week" else (5, 6)
        if unit == "weekend" and step == -1 and today.last.isoweekday() == 7:
            ends = (5, 6)
        return format_day(monday + datetime.timedelta(ends[0])), format_day(monday + datetime.timedelta(ends[1]))
    return (today.vague,) * 2 if unit in ("week", "weekend", "month") else None


def shift(point: str, count: int, unit: str) -> str | None:
    """A date so many days, weeks, months or years from another, no sharper than either allows."""
    when = parse_when(point)
    if when.first is None or "X" in point:
        return None
    plain = point.rstrip("~?%")
    precision = len(plain.split("-"))
    try:
        if unit in _DAYS:
            if precision < 3:
                return about(plain)
            moved = format_day(when.first + datetime.timedelta(days=count * _DAYS[unit]))
            return moved if unit == "day" else about(moved)
        months = count * _MONTHS[unit]
        if precision == 1:
            return f"{when.first.year + months // 12:04}" if months % 12 == 0 else about(plain)
        moved = _months_on(when.first, months)
    except (OverflowError, ValueError):
        return None
    return moved if precision == 2 else about(moved)


def span_back(today: Today, count: int, unit: str) -> tuple[str, str] | None:
    """The past so many days, weeks, months or years, up to the report's date."""
    try:
        if unit in _DAYS:
            if not today.to_the_day:
                return today.vague, today.text
            return format_day(today.last - datetime.timedelta(days=count * _DAYS[unit])), today.text
        if not today.to_the_month:
            return f"{today.last.year - (count * _MONTHS[unit] + 11) // 12:04}", today.text
        return _months_on(today.last, -count * _MONTHS[unit]), today.text
    except (OverflowError, ValueError):
        return None


def first_days(start: str, count: int, unit: str) -> str | None:
    """The last day of the first so many days or weeks from a date."""
    when = parse_when(start)
    if when.first is None or unit not in _DAYS or len(start) != len("2022-02-24"):
        return None
    return format_day(when.first + datetime.timedelta(days=count * _DAYS[unit] - 1))


def _months_on(day: datetime.date, months: int) -> str:
    number = day.year * 12 + day.month - 1 + months
    if not 12 <= number < 120000:
        raise ValueError("a date beyond the calendar")
    return format_month(number // 12, number % 12 + 1)
