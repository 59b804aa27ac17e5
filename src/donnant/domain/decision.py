"""A decision: what a person ruled on a claim; it refers to content, so it outlives extraction."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of ``decisions.jsonl``; a later line on the same claim supersedes an earlier one.

    The claim is named by what it says, not by its id: report hash, exact quote, kind, and the
    parties, category and bounds it was read with, so that several claims of one sentence stay apart.
    """

    id: str
    action: str
    """``accept``, ``reject``, ``correct`` or ``undo``."""
    report: str
    quote: str
    kind: str
    seen: dict[str, str | float | bool | None]
    """What the reviewer saw: giver, receiver, category, low, high, unit, item."""
    why: str
    reviewer: str
    at: str
    """When, ISO 8601 with seconds, UTC."""
    changes: dict[str, str | float | bool | None] = field(default_factory=dict)
    """``correct`` only: field to new value."""
