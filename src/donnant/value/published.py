"""The valued entries of each direction in; published totals by origin and the interval of their ratio out."""

import math
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from donnant.domain.amount import Interval, bounded, is_money
from donnant.domain.balance import Line, Ratio
from donnant.domain.entry import Entry
from donnant.value.lines import Books, strand_line
from donnant.value.scopes import Scope, told_apart

_SAME_BOUND = 0.01
"""Two bounds this close, as a share, are one bound retold."""


def published_lines(entries: Sequence[Entry], books: Books) -> tuple[Line, ...]:
    """For each origin and currency its largest figure: a total covers its parts, so figures are never added."""
    told: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for entry in entries:
        if entry.unit is None or not is_money(entry.unit):
            continue
        for strand in entry.firm:
            if strand.low is not None or strand.high is not None:
                told[strand.origin, entry.unit].append(strand_line(entry, strand, books))
    return tuple(sorted((_total(lines) for lines in told.values()), key=lambda line: _order(line, books)))


def _total(lines: Sequence[Line]) -> Line:
    """The largest figure, as fully as its origin gives it: a telling that dropped a bound does not replace it."""
    largest = max(lines, key=_size)
    told = [line for line in lines if line is largest or _share_bound(line, largest)]
    return max(told, key=lambda line: (_fullness(line), line is largest, _size(line)))


def _fullness(line: Line) -> int:
    """A range says more than a plain number, which says more than one bound."""
    return len(_bounds(line)) + (len(set(_bounds(line))) > 1)


def _share_bound(a: Line, b: Line) -> bool:
    return any(math.isclose(x, y, rel_tol=_SAME_BOUND) for x in _bounds(a) for y in _bounds(b))


def _bounds(line: Line) -> list[float]:
    given = (line.interval.low, line.interval.high) if line.interval else ()
    return [bound for bound in given if bound is not None]


def _size(line: Line) -> tuple[float, float, str]:
    """How large a figure is: by the highest that is said of it, then the lowest; ties by id."""
    bounds = _bounds(line) or [0.0]
    return (bounds[-1], bounds[0] if len(bounds) > 1 else 0.0, line.entry)


def _order(line: Line, books: Books) -> tuple[bool, str, str, str]:
    origin = books.origins[line.origin or ""]
    return (not origin.named, line.unit or "", origin.name, line.entry)


def published_ratio(pair: tuple[str, str], sides: tuple[Sequence[Line], Sequence[Line]], books: Books) -> Ratio | None:
    """The ratio over every choice of one named origin a side, in one currency; None where a side has none.

    Totals that are not about what a side's largest is about are no part of it.

    Of several currencies that both sides have, it is the one that most origins use, so that no
    echo changes it; none is converted.
    """
    named = [[line for line in side if _named(line, books)] for side in sides]
    named = [_comparable(side) for side in named]
    aside = tuple(claim for side in sides for line in side if not _named(line, books) for claim in line.claims)
    shared = {line.unit for line in named[0] if line.unit} & {line.unit for line in named[1] if line.unit}
    if not shared:
        return None
    unit = min(shared, key=lambda unit: (-_origins(unit, named), unit))
    left, right = ([line for line in side if line.unit == unit] for side in named)
    claims = tuple(dict.fromkeys(claim for line in (*left, *right) for claim in line.claims))
    forward, backward = _hull(left, right), _hull(right, left)
    if forward is None or backward is None:
        return None
    if forward.ceiling < 1:
        return Ratio(pair[1], unit, backward, True, claims, aside)
    return Ratio(pair[0], unit, forward, forward.floor > 1, claims, aside)


def _comparable(lines: Sequence[Line]) -> list[Line]:
    """Of each currency the totals that are about what its largest is about."""
    kept: list[Line] = []
    for unit in sorted({line.unit or "" for line in lines}):
        held = [line for line in lines if line.unit == unit]
        apart = told_apart(scope_of(line) for line in held)
        kept += [line for line in held if line.entry not in apart]
    return kept


def scope_of(line: Line) -> Scope:
    """What a published total is about."""
    bounds = [Decimal(str(bound)) for bound in _bounds(line)] or [Decimal(0)]
    return Scope(line.entry, line.category, line.when, (bounds[-1], bounds[0]))


def _named(line: Line, books: Books) -> bool:
    return books.origins[line.origin or ""].named


def _origins(unit: str, sides: Sequence[Sequence[Line]]) -> int:
    return sum(line.origins for side in sides for line in side if line.unit == unit)


def _hull(givers: Sequence[Line], others: Sequence[Line]) -> Interval | None:
    """All quotients together; None where the other side is nothing but zero."""
    pairs = [(a.interval, b.interval) for a in givers for b in others if a.interval and b.interval]
    quotients = [a.over(b) for a, b in pairs if b.ceiling > 0]
    if not quotients:
        return None
    high = max(q.ceiling for q in quotients)
    return bounded(min(q.floor for q in quotients), high if len(quotients) == len(pairs) else math.inf)
