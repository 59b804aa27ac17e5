"""Two balances of one pair and their ledgers in; which figures differ between them, and why, out."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from donnant.domain.balance import Balance
from donnant.domain.comparison import Change, Comparison
from donnant.domain.entry import Entry, Ledger
from donnant.domain.valuation import PRICED, PUBLISHED, Reading, Scenario, Valuation, Worth

Key = tuple[str, str | None]
"""Entry, and origin where a figure is one origin's."""


def compare_balances(one: Balance, other: Balance, ledgers: tuple[Ledger, Ledger]) -> Comparison:
    """What changes from one scenario to another; ``ledgers`` are what was known in each, with nothing left out."""
    first, second = one.valuation, other.valuation
    if first is None or second is None:
        return Comparison(one, other, ())
    changes = [
        change
        for name in (PUBLISHED, PRICED)
        for side in (0, 1)
        for change in _changes(name, side, (first, second), ledgers)
    ]
    return Comparison(one, other, tuple(sorted(changes, key=_order)))


def _changes(
    name: str, side: int, valuations: tuple[Valuation, Valuation], ledgers: tuple[Ledger, Ledger]
) -> Iterator[Change]:
    one, other = (_counted(_reading(each, name), side) for each in valuations)
    for key in sorted({*one, *other}, key=lambda key: (key[0], key[1] or "")):
        was, now = one.get(key), other.get(key)
        if was and now and was.bounds == now.bounds:
            continue
        if was and now:
            cause, detail = _difference(was, now)
        else:
            missing = 1 if was else 0
            cause, detail = _absence(key, valuations[missing], ledgers[missing], name, side)
        told = now or was
        claims = told.claims if told else ()
        yield Change(
            name, side, *key, was.bounds if was else None, now.bounds if now else None, cause, detail, claims
        )


def _reading(valuation: Valuation, name: str) -> Reading:
    return valuation.published if name == PUBLISHED else valuation.priced


def _counted(reading: Reading, side: int) -> Mapping[Key, Worth]:
    return {(worth.entry, worth.origin): worth for worth in reading.sides[side] if not worth.aside}


def _difference(was: Worth, now: Worth) -> tuple[str, str]:
    """Why one thing is worth something else: the first of its factors that is another."""
    if [quote.price.id for quote in was.quotes] != [quote.price.id for quote in now.quotes]:
        return "price", ", ".join(dict.fromkeys(quote.price.basis for quote in now.quotes))
    for factor, other in zip(was.factors, now.factors, strict=False):
        if factor.kind == "quantity" and factor.bounds != other.bounds:
            return "amount", ""
        if factor.kind == "duration" and factor.bounds != other.bounds:
            return "duration", ""
    if now.origin is not None and was.exchange == now.exchange and was.deflation == now.deflation:
        return "amount", ""
    return "conversion", ""


def _absence(key: Key, valuation: Valuation, ledger: Ledger, name: str, side: int) -> tuple[str, str]:
    """Why an entry is in no sum of a balance."""
    for worth in _reading(valuation, name).sides[side]:
        if (worth.entry, worth.origin) == key and worth.aside:
            return "aside", worth.aside
    if name == PUBLISHED and any(origin == key[1] for _, origin in _counted(valuation.published, side)):
        return "other_total", ""
    for unpriced in (*valuation.unpriced[side], *valuation.aside):
        if unpriced.entry == key[0]:
            return "unpriced", unpriced.why
    entry = next((each for each in ledger.entries if each.id == key[0]), None)
    if entry is None:
        return "unknown", ""
    return _left_out(entry, valuation.scenario) or ("amount", "")


def _left_out(entry: Entry, scenario: Scenario) -> tuple[str, str] | None:
    if entry.id in scenario.without:
        return "without", ""
    if entry.phase not in scenario.phases:
        return "phase", str(entry.phase)
    if scenario.only and entry.category not in scenario.only:
        return "only", entry.category or ""
    if scenario.number is not None and entry.credibility > scenario.number:
        return "number", str(entry.credibility)
    if scenario.letter is not None:
        return "letter", scenario.letter
    return ("without", "") if scenario.without else None


def _order(change: Change) -> tuple[str, int, Decimal, str, str]:
    bounds = [each for each in (change.was, change.now) if each]
    largest = max((each.low if each.high is None else each.high for each in bounds), default=Decimal(0))
    return change.reading, change.side, -largest, change.entry, change.origin or ""
