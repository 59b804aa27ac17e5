"""Draws of both sides in; who comes out ahead, by how much, and which factor moves the answer most, out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from donnant.domain.exact import Bounds
from donnant.domain.prices import Assumptions
from donnant.domain.valuation import Factor, Influence, Outcome, Spread
from donnant.value.draws import Source, Term, draw_sum
from donnant.value.moments import moments_of
from donnant.value.parts import capped

if TYPE_CHECKING:
    from donnant.value.draws import Draws

_LOW, _HIGH = 0.05, 0.95
_SHOWN = 12
"""Factors that are named as moving the answer."""
_TRIED = 40
"""Factors whose draws are held against the answer: those that may move it furthest."""

Sides = tuple[Sequence[Term], Sequence[Term]]


def weigh(
    sides: Sides, totals: tuple[Bounds | None, Bounds | None], assumed: Assumptions, name: str
) -> tuple[tuple[Spread | None, Spread | None], Outcome | None]:
    """The spread of each side, and, where both have a total, what comes of holding them against each other."""
    source = Source(assumed)
    drawn = [
        draw_sum(terms, total, source, f"{name}:{number}") if total is not None else None
        for number, (terms, total) in enumerate(zip(sides, totals, strict=True))
    ]
    one, other = drawn
    spreads = (_spread(one) if one is not None else None, _spread(other) if other is not None else None)
    if one is None or other is None:
        return spreads, None
    return spreads, _outcome(one, other, sides, source)


def _outcome(one: "Draws", other: "Draws", sides: Sides, source: Source) -> Outcome:
    import numpy as np

    ahead = float(np.mean(one > other) + np.mean(one == other) / 2)
    times = _spread(one / other) if bool(np.all(other > 0)) else None
    difference = one - other
    return Outcome(ahead, _spread(difference), times, _influences(difference, sides, source))


def _spread(draws: "Draws") -> Spread:
    import numpy as np

    low, median, high = np.quantile(draws, (_LOW, 0.5, _HIGH))
    return Spread(float(low), float(median), float(high))


def _influences(difference: "Draws", sides: Sides, source: Source) -> tuple[Influence, ...]:
    """Each uncertain factor by how far it moves the difference, alone and in the draws of all."""
    import numpy as np

    factors = {factor.id: factor for terms in sides for term in terms for factor in term.factors}
    moving = [factor for factor in factors.values() if not _is_fixed(factor, source.assumed)]
    slopes = _slopes(sides, source.assumed)
    reach = {factor.id: abs(slopes[factor.id][1]) * _width(factor, source.assumed) for factor in moving}
    tried = sorted(moving, key=lambda factor: (-reach[factor.id], factor.id))[:_TRIED]
    ranks = _ranks(difference) if tried else difference
    told = []
    for factor in tried:
        draws = source.draw(factor)
        rank = float(np.corrcoef(_ranks(draws), ranks)[0, 1]) if np.ptp(draws) and np.ptp(difference) else 0.0
        low, high = np.quantile(draws, (_LOW, _HIGH))
        fixed, slope = slopes[factor.id]
        told.append(Influence(factor, round(rank, 4), fixed + slope * float(low), fixed + slope * float(high)))
    return tuple(sorted(told, key=lambda each: (-abs(each.high - each.low), each.factor.id))[:_SHOWN])


def _slopes(sides: Sides, assumed: Assumptions) -> dict[str, tuple[float, float]]:
    """The difference as a line in each factor, all others at their means: where it begins, how steep it is."""
    steep: dict[str, float] = {}
    means: dict[str, float] = {}
    whole = 0.0
    for sign, terms in zip((1.0, -1.0), sides, strict=True):
        for term in terms:
            product = sign * term.scale
            for factor in term.factors:
                means.setdefault(factor.id, moments_of([factor], assumed).mean)
                product *= means[factor.id]
            whole += product
            for factor in term.factors:
                mean = means[factor.id]
                rest = product / mean if mean else 0.0
                steep[factor.id] = steep.get(factor.id, 0.0) + rest
    return {id_: (whole - slope * means[id_], slope) for id_, slope in steep.items()}


def _is_fixed(factor: Factor, assumed: Assumptions) -> bool:
    ends = {end for part in factor.parts for end in capped(part, assumed)}
    return len(ends) == 1


def _width(factor: Factor, assumed: Assumptions) -> float:
    ends = [end for part in factor.parts for end in capped(part, assumed)]
    return max(ends) - min(ends)


def _ranks(draws: "Draws") -> "Draws":
    """Places in order; equal values share the mean of theirs, as Spearman's correlation asks."""
    import numpy as np

    _, place, counts = np.unique(draws, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    told: Draws = (last - (counts - 1) / 2)[place]
    return told
