"""Two balances held against each other: what counts in one and not, or otherwise, in the other, and why."""

from dataclasses import dataclass

from donnant.domain.balance import Balance
from donnant.domain.exact import Bounds

CAUSES = (
    "unknown", "phase", "number", "letter", "only", "without", "aside", "unpriced", "other_total", "price", "amount",
    "duration", "conversion",
)  # fmt: skip
"""Why a figure is another: the report had not come out, a scenario leaves it out, another price or amount is taken."""


@dataclass(frozen=True, slots=True)
class Change:
    """One figure of a reading that differs."""

    reading: str
    """``published`` or ``priced``."""
    side: int
    entry: str
    origin: str | None
    was: Bounds | None
    """Null where it is in no sum of the first balance."""
    now: Bounds | None
    cause: str
    """One of ``CAUSES``."""
    detail: str = ""
    """What the cause names: a phase, a grade, a basis, a reason why there is no price."""
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two balances of one pair, with all that tells their valuations apart."""

    one: Balance
    other: Balance
    changes: tuple[Change, ...]
    """By reading and side, the largest first."""
