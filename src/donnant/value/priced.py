"""The reading from below: entries and a price book in; what each is worth, or why that cannot be said, out."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from donnant.domain.amount import is_money
from donnant.domain.entry import Entry
from donnant.domain.exact import SAME, Bounds, exactly
from donnant.domain.prices import Assumptions, Index, Price
from donnant.domain.report import Report
from donnant.domain.valuation import Factor, Part, Quote, Unpriced, Worth
from donnant.value.durations import assumed as assumed_duration
from donnant.value.durations import duration
from donnant.value.exchange import Changer, Span, deflate, span_of, times
from donnant.value.lines import Books
from donnant.value.measures import conversion
from donnant.value.parts import current, quantity
from donnant.value.pricing import Miss, Pricer

_OWN = "money"
"""The category of what is money itself: it needs no price."""


@dataclass(slots=True)
class Desk:
    """All that prices an entry: the ledger, the book, the rates, and what is taken for granted."""

    books: Books
    reports: Mapping[str, Report]
    pricer: Pricer
    changer: Changer
    index: Index | None
    assumed: Assumptions
    currency: str
    grades: tuple[tuple[str, Decimal], ...] = ()
    """How much an origin of each letter counts."""
    until: str | None = None
    """The day of the balance, as far as what goes on is counted; null where that is not assumed."""

    def worth(self, entry: Entry) -> Worth | Unpriced | None:
        """What an entry is worth; None for money that values goods, which belongs to the other reading."""
        if entry.unit is None:
            return self._unpriced(entry, Miss("no_amount"))
        if is_money(entry.unit) and entry.category != _OWN:
            return None
        amount = quantity(entry, self.books, self.assumed)
        if amount is None:
            return self._unpriced(entry, Miss("no_amount"))
        if is_money(entry.unit):
            return self._money(entry, amount)
        if entry.unit == "share":
            return self._unpriced(entry, Miss("share"))
        return self._goods(entry, amount)

    def convert(self, currency: str, span: Span | None) -> tuple[Bounds, Mapping[str, object]] | Miss:
        """From a currency and its day to that of the balance, and into the prices of the year that is asked for."""
        exchange = None if currency == self.currency else self.changer.find(currency, self.currency, span)
        if exchange is None and currency != self.currency:
            return Miss("no_rate", f"{currency} → {self.currency}")
        year = self.assumed.prices_of
        deflation = deflate(self.index, self.currency, span, year) if year is not None else None
        if year is not None and deflation is None:
            return Miss("no_index", f"{self.currency} {year}")
        factor = times(exchange.rate if exchange else None, deflation.factor if deflation else None)
        return factor, {"exchange": exchange, "deflation": deflation}

    def span(self, entry: Entry) -> Span | None:
        """The days that an entry's money is of: its date, else the day of the first report that tells it."""
        return span_of(entry.when, self.told(entry))

    def told(self, entry: Entry) -> str | None:
        """The date of the earliest report that tells an entry."""
        reports = (self.reports.get(self.books.claims[claim].report) for claim in entry.claims)
        return min((report.date.value for report in reports if report and report.date), default=None)

    def _money(self, entry: Entry, amount: Factor) -> Worth | Unpriced:
        found = self.convert(entry.unit or "", self.span(entry))
        if isinstance(found, Miss):
            return self._unpriced(entry, found)
        return self._worth(entry, (amount,), scale=found[0], **found[1])

    def _goods(self, entry: Entry, amount: Factor) -> Worth | Unpriced:
        span = self.span(entry)
        prices = self.pricer.find(entry, self.books.claims, int(span[1][:4]) if span else None)
        if isinstance(prices, Miss):
            return self._unpriced(entry, prices)
        quotes = [self._quote(price) for price in prices]
        if missing := [quote for quote in quotes if isinstance(quote, Miss)]:
            return self._unpriced(entry, missing[0])
        told = tuple(quote for quote in quotes if isinstance(quote, Quote))
        factors, lasts = [amount, _price_factor(told)], ""
        if prices[0].per is not None:
            held = self._duration(entry, prices[0], prices[0].per)
            if held is None:
                return self._unpriced(entry, Miss("no_duration", prices[0].per))
            factors.append(held[0])
            lasts = held[1]
        measure = conversion(entry.unit or "", prices[0].unit) or Decimal(1)
        return self._worth(entry, tuple(factors), scale=exactly(measure), quotes=told, lasts=lasts)

    def _quote(self, price: Price) -> Quote | Miss:
        found = self.convert(price.currency, span_of(price.date, None))
        if isinstance(found, Miss):
            return found
        return Quote(price, price.bounds * found[0], **found[1])  # type: ignore[arg-type]

    def _duration(self, entry: Entry, price: Price, per: str) -> tuple[Factor, str] | None:
        found = duration(entry.when, per, self.until)
        if found is not None:
            bounds, source = found
            return _single(f"duration:{entry.id}", bounds, self.assumed, entry=entry.id), source
        if price.months is None:
            return None
        bounds = assumed_duration(price.months, per)
        return _single(f"duration:{price.id}", bounds, self.assumed, price=price.id), "assumed"

    def _worth(self, entry: Entry, factors: tuple[Factor, ...], scale: Bounds, **more: object) -> Worth:
        bounds = SAME
        for factor in factors:
            bounds = bounds * factor.bounds
        claims = tuple(claim for strand in current(entry, self.books) for claim in self.books.grounds(strand))
        return Worth(
            entry.id, entry.category or "", entry.unit or "", self._item(claims), entry.when, claims, factors,
            bounds * scale, scale=scale, **more,  # type: ignore[arg-type]
        )  # fmt: skip

    def _unpriced(self, entry: Entry, miss: Miss) -> Unpriced:
        claims = tuple(claim for strand in current(entry, self.books) for claim in self.books.grounds(strand))
        return Unpriced(
            entry.id, entry.category or "", self._item(claims), miss.why, miss.detail, entry.credibility, claims
        )

    def _item(self, claims: tuple[str, ...]) -> str | None:
        return self.books.claims[claims[0]].item if claims else None



def _price_factor(quotes: tuple[Quote, ...]) -> Factor:
    """One price of one or more sources, a voice each; the same for every entry that it prices."""
    parts = tuple(
        Part(quote.bounds, "point" if quote.bounds.low == quote.bounds.high else "uniform") for quote in quotes
    )
    ids = "+".join(quote.price.id for quote in quotes)
    return Factor(f"price:{ids}", "price", parts, price=ids)


def _single(id: str, bounds: Bounds, assumed: Assumptions, **of: str) -> Factor:
    shape = "point" if bounds.low == bounds.high else assumed.shape
    return Factor(id, "duration", (Part(bounds, shape),), **of)
