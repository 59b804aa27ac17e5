"""Money of a day in one currency in; the rate that puts it into another, and into the prices of a year, out."""

import bisect
import datetime
from dataclasses import dataclass, field
from decimal import Decimal

from donnant.domain.exact import NOTHING, SAME, Bounds, quotient
from donnant.domain.prices import Index, Rates
from donnant.domain.valuation import Deflation, Exchange
from donnant.domain.when import parse_when

_EURO = "EUR"
_STALE = datetime.timedelta(days=7)
"""A day without a rate takes the last one before, if it is no older: banks close over holidays."""

Span = tuple[str, str]
"""First and last ISO day."""


def span_of(when: str | None, told: str | None) -> Span | None:
    """The days that a sum is of: those of its date as far as they are closed, else the day on which it was told."""
    if when is not None:
        days = parse_when(when)
        first, last = days.first, days.last
        if first is not None and last is not None:
            return first.isoformat(), last.isoformat()
        if first is not None and told is not None and first.isoformat() <= told:
            return first.isoformat(), told
    return (told, told) if told else None


@dataclass(slots=True)
class Changer:
    """A table of reference rates that remembers the means it has made."""

    rates: Rates | None
    _known: dict[tuple[str, str, Span], Exchange | None] = field(default_factory=dict)

    def find(self, one: str, other: str, span: Span | None) -> Exchange | None:
        """The mean of the published rates of those days, by way of the euro; None where none was published."""
        if self.rates is None or span is None:
            return None
        key = (one, other, span)
        if key not in self._known:
            self._known[key] = self._mean(self.rates, one, other, span)
        return self._known[key]

    def _mean(self, rates: Rates, one: str, other: str, span: Span) -> Exchange | None:
        days = [day for day in _days(rates, span) if _has(rates, one, day) and _has(rates, other, day)]
        if not days and span[0] == span[1]:
            days = self._before(rates, one, other, span[0])
        if not days:
            return None
        total = NOTHING
        for day in days:
            total += quotient(_rate(rates, other, day), _rate(rates, one, day))
        count = Decimal(len(days))
        mean = Bounds(quotient(total.low, count).low, quotient(total.high or total.low, count).high)
        return Exchange(one, other, mean, days[0], days[-1], len(days), rates.name)

    @staticmethod
    def _before(rates: Rates, one: str, other: str, day: str) -> list[str]:
        oldest = (datetime.date.fromisoformat(day) - _STALE).isoformat()
        held = [each for each in _days(rates, (oldest, day)) if _has(rates, one, each) and _has(rates, other, each)]
        return held[-1:]


def deflate(index: Index | None, currency: str, span: Span | None, year: int) -> Deflation | None:
    """From the prices of the years of a sum to those of another year; None where the index lacks one of them."""
    levels = index.table.get(currency, {}) if index else {}
    if index is None or span is None or year not in levels:
        return None
    first, last = int(span[0][:4]), int(span[1][:4])
    years = range(first, last + 1)
    if any(each not in levels for each in years):
        return None
    total = sum((levels[each] for each in years), Decimal(0))
    return Deflation(first, last, year, quotient(levels[year] * len(years), total), index.name)


def times(*rates: Bounds | None) -> Bounds:
    """Rates one after the other; one that is not needed changes nothing."""
    whole = SAME
    for rate in rates:
        whole = whole * rate if rate else whole
    return whole


def _days(rates: Rates, span: Span) -> tuple[str, ...]:
    return rates.days[bisect.bisect_left(rates.days, span[0]) : bisect.bisect_right(rates.days, span[1])]


def _has(rates: Rates, code: str, day: str) -> bool:
    return code == _EURO or day in rates.table.get(code, {})


def _rate(rates: Rates, code: str, day: str) -> Decimal:
    return Decimal(1) if code == _EURO else rates.table[code][day]
