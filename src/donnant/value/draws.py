"""Uncertain factors in; seeded draws of them, and of sums of their products, out. Monte Carlo by inverse distribution.

Each factor has a stream of its own, named by its id: the draws of one do not change with what else is drawn, so that
two scenarios differ by what was changed alone.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from donnant.domain.exact import Bounds
from donnant.domain.ids import digest
from donnant.domain.prices import Assumptions
from donnant.domain.valuation import Factor, Worth
from donnant.value.moments import Moments, moments_of
from donnant.value.parts import capped

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Draws: TypeAlias = NDArray[np.float64]

MOST = 1_000
"""Terms of a sum that are drawn one by one: the widest. What is left of it is drawn as one normal sum, for which each
of its many terms is too small to matter (Lyapunov)."""


@dataclass(frozen=True, slots=True)
class Term:
    """A product of factors, which are shared with other terms or its own."""

    factors: tuple[Factor, ...]
    scale: float

    @property
    def shared(self) -> tuple[Factor, ...]:
        """The factors that other terms may have too."""
        return tuple(factor for factor in self.factors if factor.entry is None)

    @property
    def own(self) -> tuple[Factor, ...]:
        """Those that are of this term alone."""
        return tuple(factor for factor in self.factors if factor.entry is not None)


def term_of(worth: Worth) -> Term:
    """A worth as a product; what it was converted by has no uncertainty left."""
    return Term(worth.factors, float(worth.scale.low) if worth.origin is None else 1.0)


@dataclass(frozen=True, slots=True)
class Source:
    """Where draws come from."""

    assumed: Assumptions

    def draw(self, factor: Factor) -> "Draws":
        """Draws of one factor, each of one of its voices."""
        import numpy as np

        size = self.assumed.draws
        stream = self._stream(factor.id)
        values = stream.random(size)
        if len(factor.parts) == 1:
            return self._shaped(factor, 0, values)
        weights = np.cumsum([part.weight for part in factor.parts])
        voices = np.searchsorted(weights / weights[-1], stream.random(size), side="right")
        told = np.empty(size)
        for number in range(len(factor.parts)):
            chosen = voices == number
            told[chosen] = self._shaped(factor, number, values[chosen])
        return told

    def normal(self, name: str) -> "Draws":
        """Draws of the normal distribution, for what is left of a sum."""
        return self._stream(name).standard_normal(self.assumed.draws)

    def _stream(self, name: str) -> "np.random.Generator":
        from numpy.random import Generator, Philox

        return Generator(Philox(key=int(digest(f"{self.assumed.seed} {name}".encode())[:32], 16)))

    def _shaped(self, factor: Factor, number: int, u: "Draws") -> "Draws":
        import numpy as np

        part = factor.parts[number]
        low, high = capped(part, self.assumed)
        if low == high:
            return np.full(len(u), low)
        if part.shape == "log-uniform" and low > 0:
            told = low * np.exp(u * math.log(high / low))
        else:
            told = low + (high - low) * _share(part.shape, u)
        return np.clip(told, low, high)


def _share(shape: str, u: "Draws") -> "Draws":
    """How far from the lower to the upper bound: the inverse of each distribution on 0 to 1."""
    import numpy as np

    if shape in {"triangular", "about"}:
        return np.where(u < 0.5, np.sqrt(u / 2), 1 - np.sqrt((1 - u) / 2))
    if shape == "at_least":
        return 1 - np.sqrt(1 - u)
    return np.sqrt(u) if shape == "at_most" else u


def draw_sum(terms: Sequence[Term], hard: Bounds, source: Source, name: str) -> "Draws":
    """Draws of a sum of products, never outside its hard bounds."""
    import numpy as np

    ranked = sorted(terms, key=lambda term: (-_reach(term, source.assumed), term.factors[0].id))
    total = np.zeros(source.assumed.draws)
    for shared, group in _by_shared(ranked[:MOST]):
        part = np.zeros(source.assumed.draws)
        for term in group:
            part += _product(term.own, source) * term.scale
        total += part * _product(shared, source)
    rest = _rest(ranked[MOST:], source.assumed)
    if rest is not None:
        total += rest.mean + math.sqrt(rest.variance) * source.normal(f"rest:{name}")
    return np.clip(total, float(hard.low), math.inf if hard.high is None else float(hard.high))


def _product(factors: Iterable[Factor], source: Source) -> "Draws | float":
    told: Draws | float = 1.0
    for factor in factors:
        told = source.draw(factor) * told
    return told


def _by_shared(terms: Iterable[Term]) -> Iterable[tuple[tuple[Factor, ...], list[Term]]]:
    groups: dict[tuple[str, ...], list[Term]] = defaultdict(list)
    for term in terms:
        groups[tuple(factor.id for factor in term.shared)].append(term)
    return ((group[0].shared, group) for _, group in sorted(groups.items()))


def _rest(terms: Sequence[Term], assumed: Assumptions) -> Moments | None:
    """Mean and variance of a sum of many small terms: a price that many share moves them together."""
    if not terms:
        return None
    whole = Moments(0.0, 0.0)
    for shared, group in _by_shared(terms):
        part = Moments(0.0, 0.0)
        for term in group:
            part += moments_of(term.own, assumed).scaled(term.scale)
        whole += part * moments_of(shared, assumed)
    return whole


def _reach(term: Term, assumed: Assumptions) -> float:
    low = high = term.scale
    for factor in term.factors:
        ends = [capped(part, assumed) for part in factor.parts]
        low, high = low * min(end[0] for end in ends), high * max(end[1] for end in ends)
    return high - low
