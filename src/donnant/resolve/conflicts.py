"""Entries and their claims in; origins that cannot all be right, and counts that grew, out."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from donnant.domain.claim import Claim, Kind
from donnant.domain.entry import Entry, Origin
from donnant.domain.ids import content_id
from donnant.domain.links import Conflict, Relation
from donnant.resolve.denials import find_denied
from donnant.resolve.matters import Found, order_of, originals_of
from donnant.resolve.misdated import find_dates, find_too_early
from donnant.resolve.same import Trait, same_time


def find_conflicts(
    entries: Sequence[Entry], traits: Mapping[str, Trait], origins: Mapping[str, Origin]
) -> tuple[Conflict, ...]:
    """Everything on which origins cannot all be right; a doubtful reading accuses nobody but of its own date.

    Figures that exclude each other for one thing at one time; what one asserts and another denies; a count up to a
    day that falls; one event on days that exclude each other. What grew is none: see `find_trends`.
    """
    homes = {claim: entry.id for entry in entries for claim in entry.claims}
    originals = originals_of(entries, traits, origins)
    found = [
        *_disjoint(entries, traits, origins),
        *_falling(entries, traits),
        *find_denied(originals),
        *find_dates(originals),
        *find_too_early(entries, traits),
    ]
    made = {conflict.id: conflict for conflict in (_conflict(*each, homes) for each in found)}
    return tuple(sorted(made.values(), key=lambda each: (-each.severity, each.type, each.id)))


def find_trends(entries: Sequence[Entry], traits: Mapping[str, Trait]) -> tuple[Relation, ...]:
    """Counts of one thing that grew: each with the next one, by the day of which it speaks."""
    found = []
    for entry in entries:
        counts = _counts(entry, traits)
        for one, other in pairwise(counts):
            if _floor(other) > _floor(one) and one.known != other.known and not _contradict(one, other):
                found.append(Relation(one.claim.id, other.claim.id, "grows"))
    return tuple(sorted(found, key=lambda each: (each.one, each.other)))


def _conflict(
    type_: str, one: Sequence[Claim], other: Sequence[Claim], severity: float, homes: Mapping[str, str]
) -> Conflict:
    sides = tuple(tuple(claim.id for claim in side) for side in (one, other) if side)
    entries = tuple(sorted({homes[claim] for side in sides for claim in side}))
    heads = sorted(side[0] for side in sides)
    return Conflict(content_id("x", [type_, *heads]), type_, entries, sides, round(severity, 4))


def _disjoint(entries: Sequence[Entry], traits: Mapping[str, Trait], origins: Mapping[str, Origin]) -> Iterator[Found]:
    """Named origins whose figures of one thing at one time have no value in common."""
    for entry in entries:
        named = [strand for strand in entry.firm if origins[strand.origin].named]
        for one, other in combinations(named, 2):
            pairs = ((traits[a], traits[b]) for a in one.claims for b in other.claims)
            apart = [(a, b) for a, b in pairs if _excludes(a, b) and a.origin != b.origin]
            heads = {one.claims[0], other.claims[0]}
            worst = next(((a, b) for a, b in apart if {a.claim.id, b.claim.id} == heads), None)
            if worst is None and apart and not _agree(one.claims, other.claims, traits):
                worst = apart[0]
            if worst:
                yield "disjoint", [worst[0].claim], [worst[1].claim], _gap(*worst)


def _agree(one: Sequence[str], other: Sequence[str], traits: Mapping[str, Trait]) -> bool:
    return any(
        a.interval is not None and b.interval is not None and a.interval.overlaps(b.interval)
        for a, b in ((traits[x], traits[y]) for x in one[:1] for y in other[:1])
    )


def _excludes(a: Trait, b: Trait) -> bool:
    if a.interval is None or b.interval is None or a.interval.overlaps(b.interval):
        return False
    return same_time(a, b) or (a.known is None and b.known is None)


def _contradict(a: Trait, b: Trait) -> bool:
    """Whether two origins count otherwise at one time, so that neither count grew out of the other."""
    return a.origin != b.origin and _excludes(a, b)


def _gap(a: Trait, b: Trait) -> float:
    """How far two figures are apart, as a share of the higher one's nearer bound."""
    assert a.interval is not None and b.interval is not None
    low, high = sorted((a.interval, b.interval), key=lambda each: each.floor)
    return (high.floor - low.ceiling) / high.floor if high.floor else 0.0


def _counts(entry: Entry, traits: Mapping[str, Trait]) -> list[Trait]:
    """The firm counts up to a day of an entry, by that day."""
    heads = [traits[id_] for strand in entry.firm for id_ in strand.claims if id_ not in strand.distorted]
    return sorted((each for each in heads if each.adds_up and each.known and each.interval), key=_by_day)


def _by_day(each: Trait) -> tuple[datetime.date, tuple[str, str, int, str]]:
    return (each.known or datetime.date.min, order_of(each))


def _floor(each: Trait) -> float:
    return each.interval.floor if each.interval and each.claim.low is not None else 0.0


def _falling(entries: Sequence[Entry], traits: Mapping[str, Trait]) -> Iterator[Found]:
    """A toll, or a total up to a day, that is lower later: one of the two counts is wrong."""
    for entry in entries:
        counts = [each for each in _counts(entry, traits) if each.claim.kind is Kind.LOSS or each.when is not None]
        for one, other in pairwise(counts):
            high, low = one.interval, other.interval
            later = one.known is not None and other.known is not None and other.known > one.known
            if high and low and later and low.ceiling < high.floor and not _excludes(one, other):
                yield "falling", [one.claim], [other.claim], (high.floor - low.ceiling) / high.floor
