"""What a sentence is read against: what was said before, its language, the list it is in."""

from dataclasses import dataclass

from donnant.extract.discourse import Memory
from donnant.extract.predicates import Predicate
from donnant.extract.reading import Tongue
from donnant.extract.sides import Sides


@dataclass(frozen=True, slots=True)
class Lead:
    """What the sentence before a list settles for its items."""

    sides: Sides
    predicate: Predicate | None


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence is read against."""

    memory: Memory
    tables: Tongue
    lead: Lead | None
    """For a list item: the reading of its lead-in."""
    back: bool
    """It refers back to what the sentence before told (`parmi elles`)."""
    introduces: bool
    """It introduces a list: aid without an amount is told by the items."""
