"""When something happened: the part of EDTF (ISO 8601-2) that reports need, as first and last day."""

import calendar
import datetime
import functools
import re
from dataclasses import dataclass

_POINT = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?"
    r"(?P<mark>[~?%]?)"
)
_OPEN = ("..", "")
_SEASONS = range(21, 25)


@dataclass(frozen=True, slots=True)
class When:
    """A date or an interval: a missing end is open."""

    text: str
    first: datetime.date | None
    last: datetime.date | None
    approx: bool
    """Marked as approximate or uncertain at either end."""

    def overlaps(self, other: "When") -> bool:
        """Whether some day is in both."""
        return _reaches(self.last, other.first) and _reaches(other.last, self.first)


@functools.lru_cache(maxsize=4096)
def parse_when(text: str) -> When:
    """Reads a point (`2024`, `2024-06`, `2024-22`, `198X`, `2024-06-19~`) or an interval of two."""
    ends = text.split("/")
    if len(ends) > 2:
        raise ValueError(f"{text!r} is no date: an interval has two ends")
    if len(ends) == 1:
        first, last, approx = _point(text)
        return When(text, first, last, approx)
    if ends[0] in _OPEN and ends[1] in _OPEN:
        raise ValueError(f"{text!r} is no date: an interval needs one end at least")
    low = (None, None, False) if ends[0] in _OPEN else _point(ends[0])
    high = (None, None, False) if ends[1] in _OPEN else _point(ends[1])
    if low[0] is not None and high[1] is not None and low[0] > high[1]:
        raise ValueError(f"{text!r} is no date: it ends before it begins")
    return When(text, low[0], high[1], low[2] or high[2])


def is_when(text: str) -> bool:
    """Whether a text is a date that can be read."""
    try:
        parse_when(text)
    except ValueError:
        return False
    return True


def overlaps(one: str | None, other: str | None) -> bool:
    """Whether two dates share a day; an unknown date overlaps only another unknown one."""
    if one is None or other is None:
        return one is other
    return parse_when(one).overlaps(parse_when(other))


def format_day(day: datetime.date) -> str:
    """The point of one day."""
    return day.isoformat()


def format_month(year: int, month: int) -> str:
    """The point of one month or season."""
    return f"{year:04}-{month:02}"


def about(point: str) -> str:
    """The same point, approximate, where EDTF has a notation for it (seasons have none)."""
    parts = point.split("-")
    if point[-1] in "~?%" or (len(parts) == 2 and int(parts[1]) in _SEASONS):
        return point
    return f"{point}~"


def interval(first: str | None, last: str | None) -> str:
    """From one point to another; None is open, and decades at an end become their outermost years."""
    low = ".." if first is None else first.replace("X", "0")
    high = ".." if last is None else last.replace("X", "9")
    return f"{low}/{high}"


def _point(text: str) -> tuple[datetime.date, datetime.date, bool]:
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no date: write it as 2024, 2024-06, 2024-06-19 or an interval of two")
    first_year, last_year = int(match["year"].replace("X", "0")), int(match["year"].replace("X", "9"))
    approx = bool(match["mark"])
    if match["month"] is None:
        return _day(text, first_year, 1, 1), _day(text, last_year, 12, 31), approx
    month = int(match["month"])
    if month in _SEASONS:
        if match["day"] or approx or "X" in match["year"]:
            raise ValueError(f"{text!r} is no date: a season has a year and no more")
        return (*_season(text, first_year, month), False)
    if match["day"]:
        return _day(text, first_year, month, int(match["day"])), _day(text, last_year, month, int(match["day"])), approx
    first = _day(text, first_year, month, 1)
    return first, _month_end(last_year, month), approx


def _season(text: str, year: int, season: int) -> tuple[datetime.date, datetime.date]:
    """Seasons as in the northern hemisphere: winter runs into the next year."""
    month = season * 3 - 60
    if month < 12:
        return _day(text, year, month, 1), _month_end(year, month + 2)
    return _day(text, year, month, 1), _day(text, year, 12, 31) if year == 9999 else _month_end(year + 1, 2)


def _day(text: str, year: int, month: int, day: int) -> datetime.date:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        raise ValueError(f"{text!r} is no date: there is no such day") from None


def _month_end(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def _reaches(last: datetime.date | None, first: datetime.date | None) -> bool:
    return last is None or first is None or first <= last
