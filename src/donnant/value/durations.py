"""How long a rate over time is paid: the date of an event in; days, months or years, as bounds, out."""

import calendar
import datetime
from decimal import Decimal

from donnant.domain.exact import NOTHING, Bounds, quotient
from donnant.domain.when import parse_when

_DAYS_A_MONTH = (Decimal(146097), Decimal(4800))
"""Days and months of four centuries of the calendar."""


def duration(when: str | None, per: str, until: str | None) -> tuple[Bounds, str] | None:
    """How many spans a period holds, and where that was taken from; None where it has no two ends.

    An end that names a month or a year is some day of it, so the shortest and the longest reading bound it. A period
    that is open at its end lasts until ``until``, if that is given.
    """
    if when is None or "/" not in when:
        return None
    start, end = when.split("/")
    source = "when"
    if end in ("..", "") and until is not None:
        end, source = until, "ongoing"
    if start in ("..", "") or end in ("..", ""):
        return None
    first, last = parse_when(start), parse_when(end)
    if first.first is None or first.last is None or last.first is None or last.last is None:
        return None
    longest = _measure(first.first, last.last, per)
    shortest = _measure(first.last, last.first, per) if first.last <= last.first else NOTHING
    return Bounds(shortest.low, longest.high), source


def assumed(months: Bounds, per: str) -> Bounds:
    """Months, as a reader assumes them, in the span that a price is paid by."""
    if per == "month" or months.high is None:
        return months
    if per == "year":
        return Bounds(quotient(months.low, Decimal(12)).low, quotient(months.high, Decimal(12)).high)
    days, count = _DAYS_A_MONTH
    return Bounds(quotient(months.low * days, count).low, quotient(months.high * days, count).high)


def _measure(first: datetime.date, last: datetime.date, per: str) -> Bounds:
    """The days of a period, both ends in it; a month that is not whole counts by its days."""
    if per == "day":
        days = Decimal((last - first).days + 1)
        return Bounds(days, days)
    total, month = NOTHING, first.replace(day=1)
    while month <= last:
        size = calendar.monthrange(month.year, month.month)[1]
        end = month.replace(day=size)
        held = (min(end, last) - max(month, first)).days + 1
        total += quotient(Decimal(held), Decimal(size))
        month = end + datetime.timedelta(days=1)
    if per == "month" or total.high is None:
        return total
    return Bounds(quotient(total.low, Decimal(12)).low, quotient(total.high, Decimal(12)).high)
