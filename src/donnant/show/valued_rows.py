"""The valuation as rows and as a document for programs: a valuation in, plain values out."""

from donnant.domain.balance import Balance
from donnant.domain.comparison import Change, Comparison
from donnant.domain.exact import Bounds
from donnant.domain.valuation import (
    Deflation,
    Exchange,
    Factor,
    Outcome,
    Quote,
    Reading,
    Scenario,
    Spread,
    Unpriced,
    Valuation,
    Worth,
)
from donnant.show.worth import reading_address

Row = dict[str, object]
_DIGITS = 9
"""Of draws: more would differ from one processor to the next."""


def total_rows(balance: Balance) -> list[Row]:
    """The total of each reading and direction, with its draws."""
    valuation = balance.valuation
    rows: list[Row] = []
    for reading in (valuation.published, valuation.priced) if valuation else ():
        for number, total in enumerate(reading.totals):
            if total is not None and valuation is not None:
                rows.append(_total_row(reading, number, total, balance, valuation))
    return rows


def worth_rows(balance: Balance) -> list[Row]:
    """What each entry, or origin's total, is worth, and what has no price."""
    valuation = balance.valuation
    rows: list[Row] = []
    for number in (0, 1):
        way = {"giver": balance.sides[number].giver, "receiver": balance.sides[number].receiver}
        for reading in (valuation.published, valuation.priced) if valuation else ():
            rows += [{"reading": reading.name, **way, **_worth(worth)} for worth in reading.sides[number]]
        left = valuation.unpriced[number] if valuation else ()
        rows += [{"reading": None, **way, **_unpriced(each)} for each in left]
    return rows


def valuation_document(balance: Balance) -> Row | None:
    """Everything the valuation says, and what it takes for granted."""
    valuation = balance.valuation
    if valuation is None:
        return None
    assumed = valuation.assumptions
    return {
        "currency": valuation.currency,
        "scenario": scenario_row(valuation.scenario),
        "assumptions": {
            name: _plain(getattr(assumed, name)) for name in sorted(assumed.__dataclass_fields__)
        },
        "readings": [_reading(each, balance) for each in (valuation.published, valuation.priced)],
        "worths": worth_rows(balance),
        "not_converted": [_unpriced(each) for each in valuation.aside],
        "covers": [
            {"entry": each.entry, "origin": each.origin, "side": each.side,
             "covered": list(each.covered), "beside": list(each.beside)}
            for each in valuation.covers
        ],
    }  # fmt: skip


def comparison_document(comparison: Comparison) -> Row:
    """Two balances side by side, and every figure that differs."""
    told = [comparison.one, comparison.other]
    return {
        "pair": list(comparison.one.pair),
        "scenarios": [scenario_row(each.valuation.scenario) if each.valuation else None for each in told],
        "totals": [total_rows(each) for each in told],
        "changes": change_rows(comparison),
    }


def change_rows(comparison: Comparison) -> list[Row]:
    """One row a figure that differs."""
    return [_change(each, comparison.one) for each in comparison.changes]


def scenario_row(scenario: Scenario) -> Row:
    """What a scenario says, by the names of the options."""
    return {
        "phase": [str(phase) for phase in scenario.phases],
        "min_grade": f"{scenario.letter or ''}{scenario.number or ''}" or None,
        "basis": list(scenario.basis), "only": list(scenario.only), "without": list(scenario.without),
        "currency": scenario.currency, "weights": scenario.weights, "as_of": scenario.as_of, "seed": scenario.seed,
    }  # fmt: skip


def _total_row(reading: Reading, side: int, total: Bounds, balance: Balance, valuation: Valuation) -> Row:
    way = balance.sides[side]
    claims = [claim for worth in reading.sides[side] if not worth.aside for claim in worth.claims]
    return {
        "section": f"{reading.name}_total", "giver": way.giver, "receiver": way.receiver, "unit": valuation.currency,
        **_bounds(total), **_spread(reading.spreads[side]),
        "address": reading_address(reading.name, way.giver, way.receiver), "claims": list(dict.fromkeys(claims)),
    }  # fmt: skip


def _reading(reading: Reading, balance: Balance) -> Row:
    outcome = reading.outcome
    return {
        "name": reading.name,
        "totals": [
            {"giver": way.giver, "receiver": way.receiver, **_bounds(total), **_spread(spread)}
            for way, total, spread in zip(balance.sides, reading.totals, reading.spreads, strict=True)
        ],
        "times": _bounds(reading.times) if reading.times else None,
        "outcome": _outcome(outcome) if outcome else None,
    }


def _outcome(outcome: Outcome) -> Row:
    return {
        "first_gives_more": _digits(outcome.first),
        "difference": _spread(outcome.difference),
        "times": _spread(outcome.times) if outcome.times else None,
        "influences": [
            {"factor": _factor(each.factor), "rank": _digits(each.rank), "low": _digits(each.low),
             "high": _digits(each.high)}
            for each in outcome.influences
        ],
    }  # fmt: skip


def _worth(worth: Worth) -> Row:
    return {
        "entry": worth.entry, "origin": worth.origin, "category": worth.category, "item": worth.item,
        "unit": worth.unit, "when": worth.when, **_bounds(worth.bounds), "aside": worth.aside or None,
        "because": worth.because or None, "why": None, "detail": None, "lasts": worth.lasts or None,
        "factors": [_factor(factor) for factor in worth.factors], "scale": _bounds(worth.scale),
        "quotes": [_quote(quote) for quote in worth.quotes],
        "exchange": _exchange(worth.exchange), "deflation": _deflation(worth.deflation), "claims": list(worth.claims),
    }  # fmt: skip


def _unpriced(each: Unpriced) -> Row:
    return {
        "entry": each.entry, "category": each.category, "item": each.item, "why": each.why,
        "detail": each.detail or None, "credibility": each.credibility, "claims": list(each.claims),
    }  # fmt: skip


def _factor(factor: Factor) -> Row:
    parts = [{"origin": part.origin, "shape": part.shape, "weight": part.weight, **_bounds(part.bounds)}
             for part in factor.parts]  # fmt: skip
    return {"id": factor.id, "kind": factor.kind, **_bounds(factor.bounds), "parts": parts}


def _quote(quote: Quote) -> Row:
    price = quote.price
    return {
        "price": price.id, **_bounds(price.bounds), "currency": price.currency, "unit": price.unit, "per": price.per,
        "date": price.date, "basis": price.basis, "place": price.place, "source": price.source, "quote": price.quote,
        "url": price.url, "note": price.note, "exchange": _exchange(quote.exchange),
        "deflation": _deflation(quote.deflation),
    }  # fmt: skip


def _exchange(exchange: Exchange | None) -> Row | None:
    if exchange is None:
        return None
    return {
        "one": exchange.one, "other": exchange.other, "rate": float(exchange.rate.low), "first": exchange.first,
        "last": exchange.last, "days": exchange.days, "source": exchange.source,
    }  # fmt: skip


def _deflation(deflation: Deflation | None) -> Row | None:
    if deflation is None:
        return None
    return {
        "first": deflation.first, "last": deflation.last, "year": deflation.year,
        "factor": float(deflation.factor.low), "source": deflation.source,
    }  # fmt: skip


def _change(change: Change, balance: Balance) -> Row:
    way = balance.sides[change.side]
    was, now = (_bounds(each) if each else None for each in (change.was, change.now))
    return {
        "reading": change.reading, "giver": way.giver, "receiver": way.receiver, "entry": change.entry,
        "origin": change.origin, "was": was, "now": now, "cause": change.cause, "detail": change.detail or None,
        "claims": list(change.claims),
    }  # fmt: skip


def _bounds(bounds: Bounds | None) -> Row:
    """In plain numbers; a missing bound is open, and here a floor of nothing is a figure: zero."""
    if bounds is None:
        return {"low": None, "high": None}
    return {"low": float(bounds.low), "high": None if bounds.high is None else float(bounds.high)}


def _spread(spread: Spread | None) -> Row:
    low, median, high = (spread.low, spread.median, spread.high) if spread else (None, None, None)
    return {"low90": _digits(low), "median": _digits(median), "high90": _digits(high)}


def _digits(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.{_DIGITS}g}")


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    return value if value is None or isinstance(value, str | int | bool) else float(str(value))
