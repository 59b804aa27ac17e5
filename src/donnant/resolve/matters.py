"""What origins say of one matter: entries and their claims in; the heads of named strands, side by side, out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from donnant.domain.claim import Claim
from donnant.domain.entry import Entry, Origin
from donnant.resolve.lifted import sides_of
from donnant.resolve.same import Trait

CROWD = 200
"""Claims on one matter that are held against each other, at most: the first of each origin."""
Found: TypeAlias = tuple[str, Sequence[Claim], Sequence[Claim], float]
"""A conflict's type, the claims of its sides, and its severity."""


def originals_of(
    entries: Sequence[Entry], traits: Mapping[str, Trait], origins: Mapping[str, Origin]
) -> dict[tuple[object, ...], list[Trait]]:
    """The firm heads of named strands, by what they are about."""
    found: dict[tuple[object, ...], list[Trait]] = defaultdict(list)
    for entry in entries:
        for strand in entry.firm:
            head = traits[strand.claims[0]]
            if origins[strand.origin].named:
                found[sides_of(head.claim)].append(head)
    return {key: sorted(group, key=order_of)[:CROWD] for key, group in sorted(found.items(), key=repr)}


def order_of(each: Trait) -> tuple[str, str, int, str]:
    """Claims in the order in which they were published and stand."""
    return (each.published, each.claim.report, each.claim.start, each.claim.id)
