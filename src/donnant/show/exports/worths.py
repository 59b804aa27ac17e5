"""What a balance is worth, as a sheet that reckons: a valuation in; totals, ratios and every line with its formula out.

The totals stand on top, so that the rows that they sum are known: those in the sums first, by reading and direction.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from donnant.domain.balance import Balance, Line
from donnant.domain.exact import Bounds
from donnant.domain.valuation import PUBLISHED, Factor, Reading, Spread, Unpriced, Worth
from donnant.show.exports.books import factor_cell
from donnant.show.exports.cells import Cell, Row
from donnant.show.exports.frame import Frame

_DIGITS = 9
"""Of draws: more would differ from one processor to the next."""
_BOTH = (0, 1)
_HEADS = 4
"""Rows on top for each reading: two totals, and the ratio either way."""


@dataclass(frozen=True, slots=True)
class _Summed:
    """Where the lines of one reading and direction stand that are in its total, and the total itself."""

    lines: range
    total: int


def total_row(reading: str, side: int) -> int:
    """The row of a total, from nought."""
    return _HEADS * (reading != PUBLISHED) + side


def worth_rows(frame: Frame) -> Iterator[Row]:
    """Totals and ratios, then what is in them, then what is set aside or has no price, and why."""
    balance, valuation = frame.material.balance, frame.valuation
    if balance is None or valuation is None:
        return
    groups: dict[tuple[str, int], _Summed] = {}
    row = _HEADS * len(frame.readings)
    for reading in frame.readings:
        for side in _BOTH:
            count = len(_counted(reading, side))
            groups[reading.name, side] = _Summed(range(row, row + count), total_row(reading.name, side))
            row += count
    for reading in frame.readings:
        summed = [groups[reading.name, side] for side in _BOTH]
        yield from (_total(reading, side, summed[side], balance, frame) for side in _BOTH)
        yield from (_ratio(reading, side, summed, balance, frame) for side in _BOTH)
    for reading in frame.readings:
        for side in _BOTH:
            for number, worth in enumerate(_counted(reading, side)):
                place = groups[reading.name, side].lines[number]
                yield {**_line(worth, place, frame), "section": reading.name, "counted": True}
    yield from _left(balance, row, frame)


def _counted(reading: Reading, side: int) -> list[Worth]:
    return [worth for worth in reading.sides[side] if not worth.aside]


def _left(balance: Balance, row: int, frame: Frame) -> Iterator[Row]:
    """What is in no sum: first what has a worth all the same, then the others by side and category."""
    valuation = frame.valuation
    assert valuation is not None
    for reading in frame.readings:
        for worth in (worth for side in reading.sides for worth in side if worth.aside):
            because = frame.link("ledger", worth.because or None)
            reckoned = {**_line(worth, row, frame), "section": f"{reading.name}_aside", "counted": False}
            yield {**reckoned, "why": worth.aside, "because": because}
            row += 1
    lines = {line.entry: line for way in balance.sides for line in (*way.published, *way.quantities)}
    yield from (_without(each, "published_aside", lines, frame) for each in valuation.aside)
    told = {(worth.entry, worth.origin) for side in valuation.published.sides for worth in side}
    missed = {each.entry for each in valuation.aside}
    voices = {(side, worth.origin) for side in _BOTH for worth in valuation.published.sides[side]}
    for side in _BOTH:
        for line in balance.sides[side].published:
            if (line.entry, line.origin) not in told and line.entry not in missed:
                yield _unsummed(line, (side, line.origin) in voices, frame)
    for side in _BOTH:
        ordered = sorted(valuation.unpriced[side], key=lambda each: each.category)
        yield from (_without(each, "unpriced", lines, frame) for each in ordered)


def _total(reading: Reading, side: int, summed: _Summed, balance: Balance, frame: Frame) -> Row:
    """A total as a formula over its lines: a hull of what is published, a sum of what is priced."""
    way, total, grid = balance.sides[side], reading.totals[side], frame.grids["worth"]
    told: Row = {"section": f"{reading.name}_total", "giver": way.giver, "receiver": way.receiver}
    if total is None or not summed.lines:
        return told
    low, high = ("MIN", "MAX") if reading.name == PUBLISHED else ("SUM", "SUM")
    lows, highs = grid.span("worth_low", summed.lines), grid.span("worth_high", summed.lines)
    claims = tuple(dict.fromkeys(claim for worth in _counted(reading, side) for claim in worth.claims))
    return {
        **told,
        "worth_low": Cell(float(total.low), f"{low}({lows})"),
        "worth_high": _open_cell(total, f"{high}({highs})", highs, frame),
        "currency": frame.valuation.currency if frame.valuation else None,
        **_spread(reading.spreads[side]),
        **frame.evidence(None, claims),
    }


def _ratio(reading: Reading, side: int, summed: Sequence[_Summed], balance: Balance, frame: Frame) -> Row:
    """How many times more one side gives than the other, over every value of both totals."""
    way, grid = balance.sides[side], frame.grids["worth"]
    told: Row = {"section": f"{reading.name}_ratio", "giver": way.giver, "receiver": way.receiver}
    over, under = reading.totals[side], reading.totals[1 - side]
    times = over.over(under) if over is not None and under is not None else None
    if times is None:
        return told
    one, other = summed[side], summed[1 - side]
    above, below = grid.at("worth_low", one.total), grid.at("worth_high", other.total)
    low = f"IF(COUNTBLANK({grid.span('worth_high', other.lines)})>0,0,{above}/{below})"
    above, below = grid.at("worth_high", one.total), grid.at("worth_low", other.total)
    word = _quoted(frame)
    high = f"IF({below}=0,{word},{above}/{below})"
    outcome = reading.outcome
    claims = tuple(dict.fromkeys(claim for side in _BOTH for w in _counted(reading, side) for claim in w.claims))
    return {
        **told,
        "worth_low": Cell(float(times.low), low),
        "worth_high": _open_cell(times, high, grid.span("worth_high", one.lines), frame),
        **_spread(_turned(outcome.times, side) if outcome else None),
        "ahead": _rounded(outcome.first if side == 0 else 1 - outcome.first) if outcome else None,
        **frame.evidence(None, claims),
    }


def _turned(spread: Spread | None, side: int) -> Spread | None:
    """A ratio as it looks from one side."""
    if spread is None or side == 0:
        return spread
    if min(spread.low, spread.median) <= 0:
        return None
    return Spread(1 / spread.high, 1 / spread.median, 1 / spread.low)


def _open_cell(bounds: Bounds, formula: str, highs: str, frame: Frame) -> Cell:
    """An upper bound that is open as soon as one of those it rests on is."""
    whole = f"IF(COUNTBLANK({highs})>0,{_quoted(frame)},{formula})"
    if bounds.high is None:
        return Cell(None, whole, shown=frame.words.phrases["open"])
    return Cell(float(bounds.high), whole)


def _quoted(frame: Frame) -> str:
    word = frame.words.phrases["open"].replace('"', '""')
    return f'"{word}"'


def _line(worth: Worth, row: int, frame: Frame) -> Row:
    """One product: quantity × price × duration × unit of goods, sum × rates of money."""
    factors = {factor.kind: factor for factor in worth.factors}
    goods = bool(worth.quotes)
    parts = _goods(worth, factors, row, frame) if goods else _money(worth, frame)
    grid = frame.grids["worth"]
    at: Callable[[str], str] = lambda key: grid.at(key, row)  # noqa: E731  the same row throughout
    lows = [at(key) for key in parts if not key.endswith("_high")]
    others = [at(key) for key in parts if not key.endswith("_low") and key != "quantity_high"]
    high = "*".join([at("quantity_high"), *others])
    # nothing times an open bound is nothing
    blank = f'IF({"*".join(others)}=0,0,"")'
    return {
        **_about(worth, frame),
        **parts,
        "lasts": worth.lasts or None,
        "worth_low": Cell(float(worth.bounds.low), "*".join(lows)),
        "worth_high": Cell(_high(worth.bounds), f"IF(COUNTBLANK({at('quantity_high')})>0,{blank},{high})"),
        "currency": frame.valuation.currency if frame.valuation else None,
    }


def _goods(worth: Worth, factors: Mapping[str, Factor], row: int, frame: Frame) -> dict[str, Cell]:
    quantity, price = factors["quantity"].bounds, factors["price"].bounds
    far, rows = frame.grids["prices"].far, [frame.places["prices"][quote.price.id] for quote in worth.quotes]
    lows, highs = (",".join(far(key, each) for each in rows) for key in ("low_into", "high_into"))
    told = {
        "quantity_low": Cell(float(quantity.low)),
        "quantity_high": Cell(_high(quantity)),
        "price_low": Cell(float(price.low), f"MIN({lows})"),
        "price_high": Cell(_high(price), f"MAX({highs})"),
    }
    if lasting := factors.get("duration"):
        place = None if lasting.price is None else frame.places["prices"][lasting.price]
        spans = ("", "") if place is None else (far("span_low", place), far("span_high", place))
        told["duration_low"] = Cell(float(lasting.bounds.low), spans[0])
        told["duration_high"] = Cell(_high(lasting.bounds), spans[1])
    return {**told, "unit_factor": Cell(float(worth.scale.low))}


def _money(worth: Worth, frame: Frame) -> dict[str, Cell]:
    """A sum in its own currency, and what it is multiplied by."""
    amount = worth.bounds.over(worth.scale) or worth.bounds
    return {
        "quantity_low": Cell(float(amount.low)),
        "quantity_high": Cell(_high(amount)),
        "rate": factor_cell(worth.exchange, frame),
        "deflation": factor_cell(worth.deflation, frame),
    }


def _about(worth: Worth, frame: Frame) -> Row:
    return {
        **frame.parties(worth.entry),
        "category": worth.category,
        "item": worth.item,
        "when": worth.when,
        "unit": worth.unit,
        "origin_name": frame.look.origin_name(worth.origin) if worth.origin else None,
        "prices": tuple(quote.price.id for quote in worth.quotes),
        **frame.evidence(worth.entry, worth.claims),
    }


def _without(each: Unpriced, section: str, lines: Mapping[str, Line], frame: Frame) -> Row:
    """What has no worth, with the amount that the balance has for it."""
    entry, line = frame.look.entries.get(each.entry), lines.get(each.entry)
    return {
        "section": section, "counted": False, "category": each.category, "item": each.item,
        "when": entry.when if entry else None, "unit": entry.unit if entry else None, **_amount(line),
        "why": each.why, "detail": each.detail or None,
        **frame.parties(each.entry), **frame.evidence(each.entry, each.claims),
    }  # fmt: skip


def _unsummed(line: Line, has_other: bool, frame: Frame) -> Row:
    """A published total that the reading from above leaves out."""
    named = frame.look.is_named(line.origin or "")
    return {
        "section": "published_aside", "counted": False, "category": line.category, "item": line.item,
        "when": line.when, "unit": line.unit, **_amount(line),
        "why": "unnamed" if not named else "smaller" if has_other else "weightless",
        "origin_name": frame.look.origin_name(line.origin) if line.origin else None,
        **frame.parties(line.entry), **frame.evidence(line.entry, line.claims),
    }  # fmt: skip


def _amount(line: Line | None) -> Row:
    interval = line.interval if line else None
    return {"quantity_low": interval.low, "quantity_high": interval.high} if interval else {}


def _spread(spread: Spread | None) -> Row:
    if spread is None:
        return {}
    return {
        "low90": _rounded(spread.low), "median": _rounded(spread.median), "high90": _rounded(spread.high)
    }  # fmt: skip


def _rounded(value: float) -> float:
    return float(f"{value:.{_DIGITS}g}")


def _high(bounds: Bounds) -> float | None:
    return None if bounds.high is None else float(bounds.high)
