"""The valued entries of each direction in; published totals by origin and the interval of their ratio out."""

from collections.abc import Sequence

from donnant.domain.amount import Interval, bounded
from donnant.domain.balance import Line, Ratio
from donnant.domain.claim import Phase
from donnant.domain.entry import Entry
from donnant.value.lines import Books, is_money, strand_line


def published_lines(entries: Sequence[Entry], books: Books) -> tuple[Line, ...]:
    """For each origin and currency its largest figure: a total covers its parts, so figures are never added."""
    best: dict[tuple[str, str], Line] = {}
    for entry in entries:
        if not is_money(entry.unit) or entry.phase is not Phase.DONE:
            continue
        for strand in entry.strands:
            if strand.low is None and strand.high is None:
                continue
            line = strand_line(entry, strand, books)
            key = (strand.origin, entry.unit or "")
            if key not in best or _size(line) > _size(best[key]):
                best[key] = line
    return tuple(sorted(best.values(), key=lambda line: _order(line, books)))


def _size(line: Line) -> tuple[float, float, str]:
    """How large a figure is: by what it is at least, then at most; ties by id."""
    interval = line.interval or Interval(None, None)
    # an amount with an upper bound only is as large as that bound: it says that no more was given
    return (interval.low or interval.high or 0.0, interval.high or 0.0, line.entry)


def _order(line: Line, books: Books) -> tuple[bool, str, str, str]:
    origin = books.origins[line.origin or ""]
    return (not origin.named, line.unit or "", origin.name, line.entry)


def published_ratio(pair: tuple[str, str], sides: tuple[Sequence[Line], Sequence[Line]], books: Books) -> Ratio | None:
    """The ratio over every choice of one named origin a side, in one currency; None where a side has none."""
    units = [{line.unit for line in side if _named(line, books)} for side in sides]
    shared = sorted(unit for unit in units[0] & units[1] if unit)
    aside = tuple(claim for side in sides for line in side if not _named(line, books) for claim in line.claims)
    for unit in shared:
        left, right = ([line for line in side if line.unit == unit and _named(line, books)] for side in sides)
        forward = _hull(left, right)
        claims = tuple(dict.fromkeys(claim for line in (*left, *right) for claim in line.claims))
        if forward is None:
            continue
        if forward.ceiling < 1:
            backward = _hull(right, left)
            if backward is not None:
                return Ratio(pair[1], unit, backward, True, claims, aside)
        return Ratio(pair[0], unit, forward, forward.floor > 1, claims, aside)
    return None


def _named(line: Line, books: Books) -> bool:
    return books.origins[line.origin or ""].named


def _hull(givers: Sequence[Line], others: Sequence[Line]) -> Interval | None:
    """All quotients together; None where a side is zero."""
    quotients = [
        a.interval.over(b.interval)
        for a in givers
        for b in others
        if a.interval is not None and b.interval is not None and b.interval.ceiling > 0
    ]
    if not quotients:
        return None
    return bounded(min(q.floor for q in quotients), max(q.ceiling for q in quotients))
