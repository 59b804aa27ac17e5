"""Claims of one matter in; one event on days that exclude each other, or years before all other accounts, out."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from donnant.domain.claim import Kind, Phase
from donnant.domain.entry import Entry
from donnant.resolve.distort import digits, near
from donnant.resolve.lifted import sides_of
from donnant.resolve.matters import CROWD, Found, order_of
from donnant.resolve.names import goods_of
from donnant.resolve.same import Trait

_DECADE = 10.0
_YEAR = 366
_OUTLIER = 3 * 365
"""Days before all other accounts of a thing at which a date is doubted."""
_FEW = 2
"""Other dated claims, and reports, that it takes to doubt one."""


def find_dates(originals: Mapping[tuple[object, ...], Sequence[Trait]]) -> Iterator[Found]:
    """One event, known by its figure or its name, on days that exclude each other."""
    for group in originals.values():
        alike: dict[tuple[object, ...], list[Trait]] = defaultdict(list)
        for each in group:
            if each.when and each.when.first and each.when.last and not each.adds_up:
                alike[_mark(each)].append(each)
        for one, other in (pair for several in alike.values() for pair in combinations(several, 2)):
            if one.origin == other.origin or not one.when or not other.when or one.when.overlaps(other.when):
                continue
            days = _days_apart(one, other)
            if days <= _YEAR and _same_event(one, other):
                yield "date", [one.claim], [other.claim], min(1.0, days / 365.25 / _DECADE)


def _mark(each: Trait) -> tuple[object, ...]:
    """What two accounts of one event have in common: only those that share it are held against each other."""
    low, high = (None if bound is None else f"{bound:.6g}" for bound in (each.claim.low, each.claim.high))
    return each.claim.category, each.claim.phase, each.claim.unit, low, high


def _same_event(one: Trait, other: Trait) -> bool:
    a, b = one.claim, other.claim
    if a.category != b.category or a.phase != b.phase or a.factuality != b.factuality:
        return False
    if one.interval is not None and other.interval is not None:
        rare = max(digits(bound) for bound in one.bounds)
        return a.unit == b.unit and near(a.low, b.low) and near(a.high, b.high) and rare >= _FEW
    if one.interval is not None or other.interval is not None or a.kind is not Kind.AGREEMENT:
        return False
    return len(goods_of(a) & goods_of(b)) >= _FEW


def _days_apart(one: Trait, other: Trait) -> int:
    assert one.when and other.when
    early, late = sorted((one.when, other.when), key=lambda when: when.first or datetime.date.min)
    return (late.first - early.last).days if late.first and early.last else 0


def find_too_early(entries: Sequence[Entry], traits: Mapping[str, Trait]) -> Iterator[Found]:
    """A date years before every other account of the same goods the same way; even of a doubtful reading."""
    groups: dict[tuple[object, ...], list[Trait]] = defaultdict(list)
    for each in (traits[id_] for entry in entries for id_ in entry.claims):
        if each.claim.kind is Kind.TRANSFER and each.when and each.claim.phase is Phase.DONE:
            groups[(*sides_of(each.claim), each.claim.category)].append(each)
    for _, group in sorted(groups.items(), key=repr):
        firm = sorted((each for each in group if not each.claim.is_doubtful), key=order_of)
        by_start = sorted((each for each in firm if each.when and each.when.first), key=_start)
        open_ = {each.claim.report for each in firm if each.when and not each.when.first}
        for each in sorted(group, key=order_of):
            others = [other for other in _ends(by_start) if other.claim.report != each.claim.report]
            last = each.when.last if each.when else None
            if last is None or open_ - {each.claim.report} or len({other.claim.report for other in others}) < _FEW:
                continue
            first, latest = _start(others[0]), _start(others[-1])
            gap = (first - last).days
            if gap >= _OUTLIER and gap >= 2 * (latest - first).days:
                told = [other.claim for other in by_start if other.claim.report != each.claim.report]
                yield "date", [each.claim], told, min(1.0, gap / 365.25 / _DECADE)


def _ends(by_start: Sequence[Trait]) -> list[Trait]:
    """The first and the last of many, which say as much as all: of three reports one is not that of the claim."""
    several: dict[str, Trait] = {}
    for each in (*by_start[:CROWD], *by_start[-CROWD:]):
        several.setdefault(each.claim.id, each)
    return list(several.values())


def _start(each: Trait) -> datetime.date:
    return (each.when.first if each.when else None) or datetime.date.min
