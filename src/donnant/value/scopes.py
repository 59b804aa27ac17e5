"""Published totals of one direction in; which are about what the largest is about, and why another is not, out.

Origins disagree only where they speak of the same thing: a total of food beside one of arms, or of one year beside
one of three, is no lower estimate, and pooling them would make up a disagreement.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from donnant.domain.when import When, parse_when

ALL = "mixed"
PARTS = {"military": frozenset({"arms", "troops", "military"})}
"""What a total of aid of one kind is about."""
_SHORT = 2
"""A total of less than one such part of the largest one's time is a part of it."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a total is about."""

    id: str
    category: str
    when: str | None
    size: tuple[Decimal, Decimal]
    """Its highest figure, then its lowest."""


def told_apart(scopes: Iterable[Scope]) -> dict[str, str]:
    """Totals that are not about what the largest is about, by id: ``other_goods`` or ``other_time``."""
    ranked = sorted(scopes, key=lambda scope: (scope.size, scope.id), reverse=True)
    if not ranked:
        return {}
    largest, others = ranked[0], ranked[1:]
    found = {scope.id: _difference(scope, largest) for scope in others}
    return {id_: why for id_, why in found.items() if why}


def is_about(whole: str, category: str) -> bool:
    """Whether a total of one category is about another too."""
    return whole in (ALL, category) or category in PARTS.get(whole, ())


def _difference(scope: Scope, largest: Scope) -> str:
    if not is_about(scope.category, largest.category) and not is_about(largest.category, scope.category):
        return "other_goods"
    if scope.when is None or largest.when is None:
        return ""
    one, other = parse_when(scope.when), parse_when(largest.when)
    if not one.overlaps(other):
        return "other_time"
    short, long = _days(one), _days(other)
    return "other_time" if short is not None and long is not None and short * _SHORT < long else ""


def _days(when: When) -> int | None:
    return None if when.first is None or when.last is None else (when.last - when.first).days + 1
