"""How an entry stands to others: a ledger in; by entry what covers, follows, repeats or outgrew it, out."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from donnant.domain.entry import Ledger

_ENDS = {
    "covers": ("covers", "part_of"),
    "follows": ("follows", "followed_by"),
    "repeats": ("repeats", "repeats"),
    "grows": ("grows", "grew"),
}
"""By the sort of a relation, what it is called at either end."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One relation as it looks from one entry; a count that grew names the claims at both ends."""

    sort: str
    other: str
    """Entry id; of a count that grew within one entry, the same."""
    claims: tuple[str, ...] = ()


def ties_of(ledger: Ledger) -> Mapping[str, tuple[Tie, ...]]:
    """The ties of every entry that has any."""
    homes = {claim: entry.id for entry in ledger.entries for claim in entry.claims}
    found: dict[str, set[Tie]] = defaultdict(set)
    for each in ledger.relations:
        there, back = _ENDS[each.sort]
        if each.sort == "grows":
            if each.one in homes and each.other in homes:
                pair = (each.one, each.other)
                found[homes[each.one]].add(Tie(there, homes[each.other], pair))
                if homes[each.one] != homes[each.other]:
                    found[homes[each.other]].add(Tie(back, homes[each.one], pair))
            continue
        found[each.one].add(Tie(there, each.other))
        found[each.other].add(Tie(back, each.one))
    order = {entry: sorted(ties, key=lambda tie: (tie.sort, tie.other, tie.claims)) for entry, ties in found.items()}
    return {entry: tuple(ties) for entry, ties in sorted(order.items())}
