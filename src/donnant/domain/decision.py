"""A decision: what a person ruled on claims, origins and conflicts; it refers to content, so it outlives reading."""

from dataclasses import dataclass, field
from typing import TypeAlias

Seen: TypeAlias = dict[str, str | float | bool | None]


@dataclass(frozen=True, slots=True)
class Target:
    """What a ruling names by its content: a claim as it was read, or an origin (kind ``origin``) by its name."""

    report: str
    quote: str
    kind: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of ``decisions.jsonl``; a later line on the same content supersedes an earlier one.

    The claim is named by what it says, not by its id: report hash, exact quote, kind, and the
    parties, category and bounds it was read with, so that several claims of one sentence stay apart.
    """

    id: str
    action: str
    """``accept``, ``reject``, ``correct`` or ``undo``; of two things ``same`` or ``apart``; of a conflict, named by
    the first claims of its sides, ``stands`` or ``settled``."""
    report: str
    quote: str
    kind: str
    seen: Seen
    """What the reviewer saw: giver, receiver, category, low, high, unit, item."""
    why: str
    reviewer: str
    at: str
    """When, ISO 8601 with seconds, UTC."""
    changes: dict[str, str | float | bool | None] = field(default_factory=dict)
    """``correct`` only: field to new value."""
    other: Target | None = None
    """The second of two things that are ruled on."""

    @property
    def target(self) -> Target:
        """The claim or origin that it names first."""
        return Target(self.report, self.quote, self.kind, self.seen)
