"""The entries of both directions and a price book in; both readings of what they are worth, side by side, out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from donnant.domain.amount import is_money
from donnant.domain.balance import Line
from donnant.domain.entry import Entry, Ledger
from donnant.domain.exact import Bounds, summed
from donnant.domain.prices import Assumptions, PriceBook
from donnant.domain.report import Report
from donnant.domain.valuation import PRICED, PUBLISHED, Reading, Scenario, Unpriced, Valuation, Worth
from donnant.value.counting import count_once
from donnant.value.draws import Term, term_of
from donnant.value.exchange import Changer
from donnant.value.lines import Books
from donnant.value.outcome import Sides, weigh
from donnant.value.pooled import covers, pool, published_worths
from donnant.value.priced import Desk
from donnant.value.pricing import Pricer

Both = tuple[Sequence[Entry], Sequence[Entry]]
Totals = tuple[Sequence[Line], Sequence[Line]]


@dataclass(frozen=True, slots=True)
class Terms:
    """What a valuation is made by: the price book, what is asked of it, and the day of the balance."""

    book: PriceBook
    scenario: Scenario
    until: str | None


def value_sides(
    entries: Both, published: Totals, ledger: Ledger, reports: Sequence[Report], terms: Terms
) -> Valuation:
    """What both directions are worth, read from above and from below, and what has no price."""
    books, book, scenario = Books(ledger), terms.book, terms.scenario
    assumed = _assumptions(book.assumptions, scenario)
    assumed = replace(assumed, currency=assumed.currency or _currency(entries, published, book, books))
    if assumed.currency is None:
        nothing = (_no_reading(PUBLISHED), _no_reading(PRICED))
        return Valuation(None, scenario, assumed, *nothing, _amountless(entries, books))
    desk = Desk(
        books,
        {report.hash: report for report in reports},
        Pricer(book.prices, scenario.basis or assumed.basis, strict=bool(scenario.basis)),
        Changer(book.rates),
        book.index,
        assumed,
        assumed.currency,
        book.grades,
        terms.until if assumed.ongoing else None,
    )
    totals = [published_worths(lines, desk) for lines in published]
    found = [[desk.worth(entry) for entry in side] for side in entries]
    counted = tuple(count_once([each for each in side if isinstance(each, Worth)], ledger) for side in found)
    told = (totals[0][0], totals[1][0])
    priced = (counted[0], counted[1])
    return Valuation(
        currency=assumed.currency,
        scenario=scenario,
        assumptions=assumed,
        published=_from_above(told, assumed),
        priced=_from_below(priced, assumed),
        unpriced=(_unpriced(found[0]), _unpriced(found[1])),
        covers=tuple(each for side in (0, 1) for each in covers(told[side], priced[side], side)),
        aside=tuple(each for _, missed in totals for each in missed),
    )


def _from_above(sides: tuple[tuple[Worth, ...], tuple[Worth, ...]], assumed: Assumptions) -> Reading:
    """All origins' totals pooled: a draw believes one of them, the hard bounds hold them all."""
    pooled = (pool(sides[0], 0), pool(sides[1], 1))
    totals = tuple(factor.bounds if factor else None for factor in pooled)
    products = tuple([Term((factor,), 1.0)] if factor else [] for factor in pooled)
    return _reading(PUBLISHED, sides, (totals[0], totals[1]), (products[0], products[1]), assumed)


def _from_below(sides: tuple[tuple[Worth, ...], tuple[Worth, ...]], assumed: Assumptions) -> Reading:
    """Quantities times prices, each thing once."""
    counted = [[worth for worth in side if not worth.aside] for side in sides]
    totals = [summed(worth.bounds for worth in side) if side else None for side in counted]
    products = [[term_of(worth) for worth in side] for side in counted]
    return _reading(PRICED, sides, (totals[0], totals[1]), (products[0], products[1]), assumed)


def _reading(
    name: str,
    sides: tuple[tuple[Worth, ...], tuple[Worth, ...]],
    totals: tuple[Bounds | None, Bounds | None],
    products: Sides,
    assumed: Assumptions,
) -> Reading:
    spreads, outcome = weigh(products, totals, assumed, name)
    one, other = totals
    times = one.over(other) if one is not None and other is not None else None
    return Reading(name, sides, totals, spreads, times, outcome)


def _no_reading(name: str) -> Reading:
    return Reading(name, ((), ()), (None, None), (None, None), None, None)


def _unpriced(found: Sequence[Worth | Unpriced | None]) -> tuple[Unpriced, ...]:
    return tuple(each for each in found if isinstance(each, Unpriced))


def _amountless(entries: Both, books: Books) -> tuple[tuple[Unpriced, ...], tuple[Unpriced, ...]]:
    """Where nothing at all has a price: everything that passed, unpriced."""
    desk = Desk(books, {}, Pricer(()), Changer(None), None, Assumptions(), "")
    one, other = ([desk.worth(entry) for entry in side] for side in entries)
    return _unpriced(one), _unpriced(other)


def _assumptions(assumed: Assumptions, scenario: Scenario) -> Assumptions:
    """What the book takes for granted, as far as the scenario does not say otherwise."""
    return replace(
        assumed,
        currency=scenario.currency or assumed.currency,
        weights=scenario.weights or assumed.weights,
        seed=assumed.seed if scenario.seed is None else scenario.seed,
    )


def _currency(entries: Both, published: Totals, book: PriceBook, books: Books) -> str | None:
    """That in which most origins publish a total, else that of most prices, else that of most sums; ties by code."""
    lines = [line for side in published for line in side if line.origin and books.origins[line.origin].named]
    sums = [entry.unit for side in entries for entry in side]
    for told in ([line.unit for line in lines], [price.currency for price in book.prices], sums):
        counts = Counter(unit for unit in told if is_money(unit) and unit is not None)
        if counts:
            return min(counts, key=lambda unit: (-counts[unit], unit))
    return None
