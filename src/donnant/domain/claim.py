"""A claim: one attributed statement in one sentence, with the words that decided each field."""

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a claim states."""

    TRANSFER = "transfer"
    LOSS = "loss"
    AGREEMENT = "agreement"
    ATTITUDE = "attitude"


class Factuality(StrEnum):
    """How far the nearest voice commits."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    POSSIBLE = "possible"
    DENIED = "denied"


class Phase(StrEnum):
    """Whether it has happened, was pledged, or is asked for."""

    DONE = "done"
    PLANNED = "planned"
    WANTED = "wanted"


class Vote(StrEnum):
    """How the two readers of a sentence stand to each other on who gives what to whom."""

    AGREED = "agreed"
    SINGLE = "single"
    SPLIT = "split"


class Trust(StrEnum):
    """How sure the reading is.

    Of claims marked high at least 95 % have who, to whom, what and how much right. Doubtful ones
    wait for review and never enter a total.
    """

    HIGH = "high"
    FAIR = "fair"
    DOUBTFUL = "doubtful"


CATEGORIES = (
    "arms", "troops", "military", "labour", "energy", "food", "money", "technology", "infrastructure",
    "political", "experience", "humanitarian", "mixed", "other",
)  # fmt: skip
"""The categories of a transfer, in the order of the balance."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One attributed statement; the first fields are those of the annotation guide, in its order.

    ``text[start:end] == quote`` holds on the report's stored text.
    """

    doc: str
    quote: str
    start: int
    end: int
    kind: Kind
    giver: str | None
    receiver: str | None
    parties: tuple[str, ...]
    category: str | None
    item: str | None
    low: float | None
    high: float | None
    approx: bool
    unit: str | None
    when: str | None
    attribution: tuple[str, ...]
    factuality: Factuality
    phase: Phase
    # the program's own
    id: str = ""
    report: str = ""
    """The hash of the report's original bytes."""
    operator: str | None = None
    """The bound as printed: ``at_least``, ``more_than``, ``at_most``, ``less_than``, ``between``,
    ``exactly``; null without an amount."""
    vote: Vote = Vote.SINGLE
    trust: Trust = Trust.FAIR
    found: dict[str, str] = field(default_factory=dict)
    """Where each party stands: ``sentence``, ``before``, ``lead-in``, ``report``."""
    cues: dict[str, str] = field(default_factory=dict)
    """Field name to the words that decided it."""
    rulings: tuple[str, ...] = ()
    """Ids of the decisions that a person made on this claim."""

    @property
    def is_doubtful(self) -> bool:
        """Whether it waits for a person's review."""
        return self.trust is Trust.DOUBTFUL
