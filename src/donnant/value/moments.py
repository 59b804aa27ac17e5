"""Mean and variance of a factor, by its shape, and of sums and products of independent ones."""

import functools
import math
from collections.abc import Iterable
from dataclasses import dataclass

from donnant.domain.prices import Assumptions
from donnant.domain.valuation import Factor, Part
from donnant.value.parts import capped

_ON_UNIT = {"uniform": (1 / 2, 1 / 12), "triangular": (1 / 2, 1 / 24), "about": (1 / 2, 1 / 24),
            "at_least": (1 / 3, 1 / 18), "at_most": (2 / 3, 1 / 18)}  # fmt: skip
"""Mean and variance of each shape between 0 and 1."""


@dataclass(frozen=True, slots=True)
class Moments:
    """The first two of a distribution."""

    mean: float
    variance: float

    def __add__(self, other: "Moments") -> "Moments":
        return Moments(self.mean + other.mean, self.variance + other.variance)

    def __mul__(self, other: "Moments") -> "Moments":
        """Of a product of independent values."""
        squares = (self.mean**2 + self.variance) * (other.mean**2 + other.variance)
        return Moments(self.mean * other.mean, max(0.0, squares - (self.mean * other.mean) ** 2))

    def scaled(self, scale: float) -> "Moments":
        """Of a multiple."""
        return Moments(self.mean * scale, self.variance * scale**2)


def moments_of(factors: Iterable[Factor], assumed: Assumptions) -> Moments:
    """Of a product of factors; of none it is one."""
    return functools.reduce(Moments.__mul__, (_factor(each, assumed) for each in factors), Moments(1.0, 0.0))


def _factor(factor: Factor, assumed: Assumptions) -> Moments:
    """Of a factor of several voices: a mixture."""
    whole = sum(part.weight for part in factor.parts)
    told = [(part.weight / whole, _part(part, assumed)) for part in factor.parts]
    mean = sum(share * each.mean for share, each in told)
    squares = sum(share * (each.mean**2 + each.variance) for share, each in told)
    return Moments(mean, max(0.0, squares - mean**2))


def _part(part: Part, assumed: Assumptions) -> Moments:
    low, high = capped(part, assumed)
    if low == high:
        return Moments(low, 0.0)
    if part.shape == "log-uniform" and low > 0:
        span = math.log(high / low)
        mean = (high - low) / span
        return Moments(mean, max(0.0, (high**2 - low**2) / (2 * span) - mean**2))
    mean, variance = _ON_UNIT.get(part.shape, _ON_UNIT["uniform"])
    return Moments(low + (high - low) * mean, (high - low) ** 2 * variance)
