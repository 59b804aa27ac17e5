"""Interval arithmetic on amounts: bounds that may be open, never a point made of a range."""

import math
import re
from dataclasses import dataclass

_CURRENCY = re.compile(r"[A-Z]{3}")


MEASURES = frozenset({
    "tonne", "kilogram", "gram", "barrel", "litre", "gallon", "cubic metre", "metre", "kilometre", "hectare", "watt",
    "kilowatt", "megawatt", "gigawatt", "kilowatt hour", "megawatt hour", "gigawatt hour", "terawatt hour",
})  # fmt: skip
"""Units that are measured and not counted: no two voices measure alike to two digits."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval of non-negative numbers; a missing bound is open."""

    low: float | None
    high: float | None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"an interval cannot run from {self.low} down to {self.high}")
        if any(bound is not None and (bound < 0 or not math.isfinite(bound)) for bound in (self.low, self.high)):
            raise ValueError(f"bounds must be finite and not negative: {self.low}, {self.high}")

    @property
    def floor(self) -> float:
        """The lowest value it allows."""
        return 0.0 if self.low is None else self.low

    @property
    def ceiling(self) -> float:
        """The highest value it allows; infinite if open."""
        return math.inf if self.high is None else self.high

    def overlaps(self, other: "Interval") -> bool:
        """Whether one value can satisfy both."""
        return self.floor <= other.ceiling and other.floor <= self.ceiling

    def contains(self, other: "Interval") -> bool:
        """Whether every value of the other is allowed here."""
        return self.floor <= other.floor and other.ceiling <= self.ceiling

    def hull(self, other: "Interval") -> "Interval":
        """The smallest interval that holds both."""
        return bounded(min(self.floor, other.floor), max(self.ceiling, other.ceiling))

    def over(self, other: "Interval") -> "Interval":
        """The quotient: every value of this divided by every value of the other."""
        if other.ceiling == 0:
            raise ValueError("nothing can be divided by an amount that is zero")
        low = 0.0 if math.isinf(other.ceiling) else self.floor / other.ceiling
        high = math.inf if other.floor == 0 else self.ceiling / other.floor
        return bounded(low, high)


def bounded(low: float, high: float) -> Interval:
    """An interval from plain numbers: a floor of zero and an infinite ceiling are open bounds."""
    return Interval(low if low > 0 else None, None if math.isinf(high) else high)


def is_money(unit: str | None) -> bool:
    """Whether a unit is a currency: an ISO 4217 code, since no other unit is written in three capitals."""
    return unit is not None and _CURRENCY.fullmatch(unit) is not None
