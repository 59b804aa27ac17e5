"""What figures were priced and converted by: a price book, its rates and assumptions in; rows, some reckoned, out."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields

from donnant.domain.exact import Bounds
from donnant.domain.prices import Assumptions, Price
from donnant.domain.valuation import Exchange, Quote
from donnant.show.exports.cells import Cell, Row, Value
from donnant.show.exports.frame import Conversion, Frame, conversions_of

_SPANS = {"month": "", "year": "/12", "day": "*146097/4800"}
"""From months to the span that a price is paid by; days and months of four centuries of the calendar."""


def price_rows(frame: Frame) -> Iterator[Row]:
    """Every price of the book; of those that were used, what they are in money of the balance."""
    used = Counter(quote.price.id for worth in _priced(frame) for quote in worth)
    lasting = {
        factor.price: factor.bounds
        for reading in frame.readings
        for side in reading.sides
        for worth in side
        for factor in worth.factors
        if factor.kind == "duration" and factor.price is not None
    }
    for row, price in enumerate(frame.material.book.prices):
        quote = frame.quotes.get(price.id)
        into = _converted(quote, row, frame) if quote else {}
        span = _span(price, lasting[price.id], row, frame) if price.id in lasting else {}
        yield {**_price(price), **into, **span, "priced": used[price.id]}


def rate_rows(frame: Frame) -> Iterator[Row]:
    """Every conversion that was made, with how many figures it converted."""
    used: Counter[Conversion] = Counter()
    for reading in frame.readings:
        for side in reading.sides:
            for worth in side:
                used.update(conversions_of(worth))
    currency = frame.valuation.currency if frame.valuation else None
    for each in frame.conversions:
        if isinstance(each, Exchange):
            told: Row = {
                "conversion": "exchange", "one": each.one, "other": each.other, "rate": float(each.rate.low),
                "first": each.first, "last": each.last, "days": each.days, "source": each.source,
            }  # fmt: skip
        else:
            told = {
                "conversion": "deflation", "one": currency, "other": currency, "rate": float(each.factor.low),
                "first": f"{each.first:04}", "last": f"{each.last:04}", "prices_of": each.year, "source": each.source,
            }  # fmt: skip
        yield {**told, "used": used[each]}


def factor_cell(conversion: Conversion | None, frame: Frame) -> Cell:
    """By what money is multiplied: the cell of the conversion, or one where none was needed."""
    if conversion is None:
        return Cell(1.0)
    bounds = conversion.rate if isinstance(conversion, Exchange) else conversion.factor
    return Cell(float(bounds.low), frame.grids["rates"].far("rate", frame.conversions[conversion]))


def assumption_rows(frame: Frame) -> Iterator[Row]:
    """What the balance was made of, and everything that is taken for granted."""
    balance, book, phrases = frame.material.balance, frame.material.book, frame.words.phrases
    yield {"about": "never_added", "value": phrases["never_added"]}
    yield {"about": "empty_high", "value": phrases["empty_high"]}
    if balance:
        yield {"about": "first", "value": balance.pair[0]}
        yield {"about": "second", "value": balance.pair[1]}
        for name in ("as_of", "reports", "claims", "origins", "echoes", "conflicts", "to_review"):
            yield {"about": name, "value": getattr(balance, name)}
    assumed = frame.valuation.assumptions if frame.valuation else book.assumptions
    for field in fields(Assumptions):
        yield {"about": field.name, "value": _chosen(field.name, getattr(assumed, field.name), frame)}
    if assumed.weights == "grade":
        yield {"about": "grades", "value": tuple(f"{letter} {weight}" for letter, weight in book.grades)}
    for name, table in (("rates", book.rates), ("index", book.index)):
        if table:
            yield {"about": name, "value": table.name}


def _chosen(name: str, value: object, frame: Frame) -> Value:
    """What is assumed, as a number or in words."""
    if value is None or value == ():
        return frame.words.unset[name]
    if isinstance(value, bool | int):
        return value
    if isinstance(value, tuple):
        return tuple(str(each) for each in value)
    return frame.words.choices.get(value, value) if isinstance(value, str) else float(str(value))


def _priced(frame: Frame) -> Iterator[tuple[Quote, ...]]:
    for reading in frame.readings:
        for side in reading.sides:
            yield from (worth.quotes for worth in side)


def _price(price: Price) -> Row:
    names = ("items", "category", "unit", "currency", "per", "date", "basis", "place", "source", "quote", "url", "note")
    return {
        "price": price.id,
        **{name: getattr(price, name) or None for name in names},
        "low": float(price.bounds.low),
        "high": _high(price.bounds),
        "months_low": float(price.months.low) if price.months else None,
        "months_high": _high(price.months) if price.months else None,
    }


def _converted(quote: Quote, row: int, frame: Frame) -> Row:
    grid = frame.grids["prices"]
    factors = f"{grid.at('rate', row)}*{grid.at('deflation', row)}"
    return {
        "rate": factor_cell(quote.exchange, frame),
        "deflation": factor_cell(quote.deflation, frame),
        "low_into": Cell(float(quote.bounds.low), f"{grid.at('low', row)}*{factors}"),
        "high_into": Cell(_high(quote.bounds), f"{grid.at('high', row)}*{factors}"),
        "into": frame.valuation.currency if frame.valuation else None,
    }


def _span(price: Price, bounds: Bounds, row: int, frame: Frame) -> Row:
    grid, factor = frame.grids["prices"], _SPANS[price.per or "month"]
    return {
        "span_low": Cell(float(bounds.low), f"{grid.at('months_low', row)}{factor}"),
        "span_high": Cell(_high(bounds), f"{grid.at('months_high', row)}{factor}"),
    }


def _high(bounds: Bounds) -> float | None:
    return None if bounds.high is None else float(bounds.high)
