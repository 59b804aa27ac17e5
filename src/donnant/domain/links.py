"""What hangs together: copies of reports, retellings of claims, relations of entries, conflicts, open questions."""

from dataclasses import dataclass

DISTORTIONS = (
    "bound_dropped", "bound_flipped", "narrowed", "rounded", "unit_swapped", "scope_slid", "certainty_raised",
    "certainty_lowered", "phase_shifted", "source_swapped", "source_lost", "date_shifted", "derived",
)  # fmt: skip
"""The ways in which a retelling differs from its original."""
CONFLICTS = ("disjoint", "denied", "falling", "date")
"""The ways in which two origins cannot both be right."""
RELATIONS = ("covers", "follows", "grows", "repeats")
"""How one entry, or one count, stands to another."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A report that is another one over again."""

    report: str
    """Hash of the later report."""
    head: str
    """Hash of the earliest of its like."""
    sort: str
    """``copy``, ``translation`` or ``correction``; a correction takes the place of its head."""
    share: float
    """How much of the shorter one stands in both, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Retelling:
    """A claim that retells another of the same origin; without types it is faithful."""

    claim: str
    original: str
    types: tuple[str, ...]
    """Those of ``DISTORTIONS`` that apply, in that order."""


@dataclass(frozen=True, slots=True)
class Relation:
    """How one claim's thing stands to another's: an entry covers a part, a deed follows a pledge, a count grows."""

    one: str
    """Entry id; of ``grows`` the id of the earlier claim."""
    other: str
    sort: str
    """One of ``RELATIONS``: one covers other, one follows other, one grows to other."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Origins that cannot all be right."""

    id: str
    type: str
    """One of ``CONFLICTS``."""
    entries: tuple[str, ...]
    sides: tuple[tuple[str, ...], ...]
    """What cannot hold together: ids of the claims of each side, the original first."""
    severity: float
    """How far apart, 0 to 1: of figures the gap as a share of the higher; of dates in years, at most ten, over ten;
    1 where one denies what the other asserts."""
    ruled: str = ""
    """Id of the decision that a person made on it."""
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """Two origins that may be one, which nobody decided yet."""

    one: str
    other: str
    why: str
