"""Entries and their claims in; which covers, follows or repeats which, so that nothing is counted twice, out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from donnant.domain.amount import is_money
from donnant.domain.claim import Factuality, Kind, Phase
from donnant.domain.entry import Entry
from donnant.domain.links import Relation
from donnant.resolve.distort import near
from donnant.resolve.same import Trait

_MANY = 40
"""Entries on one matter that are held against each other, at most; the largest ledgers have tens."""
_WHOLES = frozenset({"mixed", "military"})
"""Categories that name aid as a whole."""


def find_relations(entries: Sequence[Entry], traits: Mapping[str, Trait]) -> tuple[Relation, ...]:
    """How entries between the same parties stand to each other.

    A total covers what is a part of it by goods or by time, and no less than its figure allows; a deed follows the
    pledge of the same goods; a second measure in one sentence repeats the first.
    """
    groups: dict[tuple[object, ...], list[tuple[Entry, Trait]]] = defaultdict(list)
    for entry in entries:
        if entry.firm and entry.kind in (Kind.TRANSFER, Kind.LOSS) and (entry.giver or entry.receiver):
            groups[entry.kind, entry.giver, entry.receiver].append((entry, traits[entry.firm[0].claims[0]]))
    found: set[Relation] = set()
    for _, group in sorted(groups.items(), key=repr):
        held = sorted(group, key=lambda each: (-(each[1].claim.low or each[1].claim.high or 0.0), each[0].id))[:_MANY]
        for one, other in permutations(held, 2):
            found |= set(_relations(one, other))
    return tuple(sorted(found, key=lambda each: (each.one, each.other, each.sort)))


def _relations(one: tuple[Entry, Trait], other: tuple[Entry, Trait]) -> Iterator[Relation]:
    if _covers(one[1], other[1]):
        yield Relation(one[0].id, other[0].id, "covers")
    if _follows(one[1], other[1]):
        yield Relation(other[0].id, one[0].id, "follows")
    if one[0].id < other[0].id and _repeats(one[1], other[1]):
        yield Relation(one[0].id, other[0].id, "repeats")


def _covers(one: Trait, other: Trait) -> bool:
    """Whether one is a whole of which the other can be a part: in goods or in time, and large enough."""
    if one.interval is None or other.interval is None or one.claim.unit != other.claim.unit:
        return False
    if one.claim.phase != other.claim.phase or other.interval.floor > one.interval.ceiling:
        return False
    if other.interval.overlaps(one.interval) and one.origin != other.origin:
        return False
    goods = one.claim.category in _WHOLES and other.claim.category not in {one.claim.category, "mixed"}
    if goods and is_money(one.claim.unit):
        return _spans(one, other) or one.when is None or other.when is None
    return one.claim.category == other.claim.category and _goods_fit(one, other) and _is_longer(one, other)


def _goods_fit(one: Trait, other: Trait) -> bool:
    if one.language != other.language or not one.stems or not other.stems:
        return True
    return bool(one.stems & other.stems) or is_money(one.claim.unit)


def _spans(one: Trait, other: Trait) -> bool:
    """Whether every day of one date is in the other."""
    a, b = one.when, other.when
    if a is None or b is None or b.first is None or b.last is None:
        return False
    return (a.first is None or a.first <= b.first) and (a.last is None or a.last >= b.last)


def _is_longer(one: Trait, other: Trait) -> bool:
    """Whether one is told of a longer time, inside which the other lies: a total, and a month of it."""
    if one.when is None and one.adds_up:
        return other.when is not None and not other.running
    return _spans(one, other) and not _spans(other, one)


def _follows(pledge: Trait, deed: Trait) -> bool:
    """Whether what was planned is told as done, by goods and figure, at a later time."""
    if pledge.claim.phase is not Phase.PLANNED or deed.claim.phase is not Phase.DONE:
        return False
    if not {pledge.claim.factuality, deed.claim.factuality} <= {Factuality.ASSERTED, Factuality.REPORTED}:
        return False
    if pledge.claim.category != deed.claim.category or pledge.published > deed.published:
        return False
    if pledge.interval is None or deed.interval is None:
        return bool(pledge.stems & deed.stems) and pledge.language == deed.language
    same = near(pledge.claim.low, deed.claim.low) and near(pledge.claim.high, deed.claim.high)
    return pledge.claim.unit == deed.claim.unit and (same or bool(pledge.stems & deed.stems))


def _repeats(one: Trait, other: Trait) -> bool:
    """Whether one sentence measures the same goods twice: so many tonnes, worth so much."""
    a, b = one.claim, other.claim
    place = (a.report, a.start, a.end) == (b.report, b.start, b.end)
    return place and a.category == b.category and a.phase == b.phase and is_money(a.unit) != is_money(b.unit)
