"""Exact bounds for money: decimal interval arithmetic, rounded outward where a digit must be dropped."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from donnant.domain.amount import Interval

_DIGITS = 34
"""As in IEEE 754 decimal128: no sum of money that is printed has so many."""
_DOWN, _UP = Context(_DIGITS, ROUND_FLOOR), Context(_DIGITS, ROUND_CEILING)
ZERO, ONE = Decimal(0), Decimal(1)


@dataclass(frozen=True, slots=True)
class Bounds:
    """A closed interval of non-negative decimals; without ``high`` it has no upper bound."""

    low: Decimal
    high: Decimal | None

    def __post_init__(self) -> None:
        if not self.low.is_finite() or self.low < 0 or (self.high is not None and not self.low <= self.high):
            raise ValueError(f"an interval cannot run from {self.low} to {self.high}")

    def __add__(self, other: "Bounds") -> "Bounds":
        high = None if self.high is None or other.high is None else _UP.add(self.high, other.high)
        return Bounds(_DOWN.add(self.low, other.low), high)

    def __mul__(self, other: "Bounds") -> "Bounds":
        """Every value of one times every value of the other; nothing times an open bound is nothing."""
        if ZERO in (self.high, other.high):
            return NOTHING
        high = None if self.high is None or other.high is None else _UP.multiply(self.high, other.high)
        return Bounds(_DOWN.multiply(self.low, other.low), high)

    def over(self, other: "Bounds") -> "Bounds | None":
        """Every value of this over every value of the other; None where the other is nothing."""
        if other.high == 0:
            return None
        low = ZERO if other.high is None else _DOWN.divide(self.low, other.high)
        high = None if self.high is None or other.low == 0 else _UP.divide(self.high, other.low)
        return Bounds(low, high)

    def hull(self, other: "Bounds") -> "Bounds":
        """The smallest interval that holds both."""
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Bounds(min(self.low, other.low), high)

    def widened(self, share: Decimal) -> "Bounds":
        """Both bounds moved outward by a share of themselves, for a figure that is only about right."""
        high = None if self.high is None else _UP.multiply(self.high, ONE + share)
        return Bounds(_DOWN.multiply(self.low, max(ZERO, ONE - share)), high)

    def contains(self, other: "Bounds") -> bool:
        """Whether every value of the other is allowed here."""
        ceiling = self.high is None or (other.high is not None and other.high <= self.high)
        return self.low <= other.low and ceiling

    @property
    def interval(self) -> Interval:
        """The same in plain numbers, for what is shown: a floor of zero is an open bound."""
        return Interval(float(self.low) or None, None if self.high is None else float(self.high))


NOTHING, SAME = Bounds(ZERO, ZERO), Bounds(ONE, ONE)


def exactly(value: Decimal | float | str) -> Bounds:
    """One value as bounds; a float is taken as it is printed."""
    number = value if isinstance(value, Decimal) else Decimal(str(value))
    return Bounds(number, number)


def bounds_of(low: float | None, high: float | None) -> Bounds:
    """Bounds as a claim gives them: a missing lower one is zero, a missing upper one open."""
    return Bounds(ZERO if low is None else Decimal(str(low)), None if high is None else Decimal(str(high)))


def summed(parts: Iterable[Bounds]) -> Bounds:
    """All parts together, whatever their order: decimal sums of what is printed lose no digit."""
    total = NOTHING
    for part in parts:
        total += part
    return total


def quotient(over: Decimal, under: Decimal) -> Bounds:
    """One value over another: a point where it ends, else the two decimals around it."""
    return Bounds(_DOWN.divide(over, under), _UP.divide(over, under))
