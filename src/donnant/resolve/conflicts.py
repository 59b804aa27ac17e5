"""Entries and their claims in; origins that cannot all be right, and counts that grew, out."""

import datetime
import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from donnant.domain.claim import Claim, Factuality, Kind, Phase
from donnant.domain.entry import Entry, Origin
from donnant.domain.ids import content_id
from donnant.domain.links import Conflict, Relation
from donnant.lang.cues import commitment, operators
from donnant.lang.lexicon import languages
from donnant.resolve.distort import digits, near
from donnant.resolve.lifted import sides_of
from donnant.resolve.names import stems
from donnant.resolve.same import Trait, same_time

_WORD = re.compile(r"[^\W\d_]+'?")
_LATER = datetime.timedelta(days=31)
"""A denial may be overtaken by what happens so much later."""
_DECADE = 10.0
_YEAR = 366
_OUTLIER = 3 * 365
"""Days before all other accounts of a thing at which a date is doubted."""
_FEW = 2
"""Other dated claims, and reports, that it takes to doubt one."""
_CROWD = 200
"""Claims on one matter that are held against each other, at most: the first of each origin."""


def find_conflicts(
    entries: Sequence[Entry], traits: Mapping[str, Trait], origins: Mapping[str, Origin]
) -> tuple[Conflict, ...]:
    """Everything on which origins cannot all be right; a doubtful reading accuses nobody but of its own date.

    Figures that exclude each other for one thing at one time; what one asserts and another denies; a count up to a
    day that falls; one event on days that exclude each other. What grew is none: see `find_trends`.
    """
    homes = {claim: entry.id for entry in entries for claim in entry.claims}
    originals = _originals(entries, traits, origins)
    found = [
        *_disjoint(entries, traits, origins),
        *_falling(entries, traits),
        *_denied(originals),
        *_dates(originals),
        *_too_early(entries, traits),
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


def _originals(
    entries: Sequence[Entry], traits: Mapping[str, Trait], origins: Mapping[str, Origin]
) -> dict[tuple[object, ...], list[Trait]]:
    """The firm heads of named strands, by what they are about."""
    found: dict[tuple[object, ...], list[Trait]] = defaultdict(list)
    for entry in entries:
        for strand in entry.firm:
            head = traits[strand.claims[0]]
            if origins[strand.origin].named:
                found[sides_of(head.claim)].append(head)
    return {key: sorted(group, key=_order)[:_CROWD] for key, group in sorted(found.items(), key=repr)}


def _order(each: Trait) -> tuple[str, str, int, str]:
    return (each.published, each.claim.report, each.claim.start, each.claim.id)


Found = tuple[str, Sequence[Claim], Sequence[Claim], float]


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
    return (each.known or datetime.date.min, _order(each))


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


def _denied(originals: Mapping[tuple[object, ...], Sequence[Trait]]) -> Iterator[Found]:
    """What one origin asserts and another denies; what was merely stopped is no denial."""
    for group in originals.values():
        denials = [each for each in group if each.claim.factuality is Factuality.DENIED and _is_denial(each)]
        told = [each for each in group if each.claim.factuality in (Factuality.ASSERTED, Factuality.REPORTED)]
        for denial in denials:
            for claim in told:
                if claim.origin != denial.origin and _denies(denial, claim):
                    yield "denied", [claim.claim], [denial.claim], 1.0


def _denies(denial: Trait, claim: Trait) -> bool:
    one, other = denial.claim, claim.claim
    if one.phase != other.phase or (denial.when and claim.when and not denial.when.overlaps(claim.when)):
        return False
    if denial.known and claim.known and claim.known - denial.known > _LATER:
        return False
    if denial.interval is not None and (claim.interval is None or not denial.interval.overlaps(claim.interval)):
        return False
    if one.kind is not Kind.TRANSFER:
        return one.category == other.category
    if one.category != other.category:
        return False
    same_words = denial.language == claim.language and denial.stems and claim.stems
    return bool(denial.stems & claim.stems) if same_words else True


def _dates(originals: Mapping[tuple[object, ...], Sequence[Trait]]) -> Iterator[Found]:
    """One event, known by its figure or its name, on days that exclude each other."""
    for group in originals.values():
        dated = [each for each in group if each.when and each.when.first and each.when.last and not each.adds_up]
        for one, other in combinations(dated, 2):
            if one.origin == other.origin or not one.when or not other.when or one.when.overlaps(other.when):
                continue
            days = _days_apart(one, other)
            if days <= _YEAR and _same_event(one, other):
                yield "date", [one.claim], [other.claim], min(1.0, days / 365.25 / _DECADE)


def _same_event(one: Trait, other: Trait) -> bool:
    a, b = one.claim, other.claim
    if a.category != b.category or a.phase != b.phase or a.factuality != b.factuality:
        return False
    if one.interval is not None and other.interval is not None:
        rare = max(digits(bound) for bound in one.bounds)
        return a.unit == b.unit and near(a.low, b.low) and near(a.high, b.high) and rare >= _FEW
    if one.interval is not None or other.interval is not None or a.kind is not Kind.AGREEMENT:
        return False
    return len(stems(a.item or "") & stems(b.item or "")) >= _FEW


def _days_apart(one: Trait, other: Trait) -> int:
    assert one.when and other.when
    early, late = sorted((one.when, other.when), key=lambda when: when.first or datetime.date.min)
    return (late.first - early.last).days if late.first and early.last else 0


def _too_early(entries: Sequence[Entry], traits: Mapping[str, Trait]) -> Iterator[Found]:
    """A date years before every other account of the same goods the same way; even of a doubtful reading."""
    groups: dict[tuple[object, ...], list[Trait]] = defaultdict(list)
    for each in (traits[id_] for entry in entries for id_ in entry.claims):
        if each.claim.kind is Kind.TRANSFER and each.when and each.claim.phase is Phase.DONE:
            groups[(*sides_of(each.claim), each.claim.category)].append(each)
    for _, group in sorted(groups.items(), key=repr):
        for each in sorted(group, key=_order):
            others = [
                other for other in group if other.claim.report != each.claim.report and not other.claim.is_doubtful
            ]
            starts = [other.when.first for other in others if other.when and other.when.first]
            last = each.when.last if each.when else None
            if last is None or len(starts) < len(others) or len({other.claim.report for other in others}) < _FEW:
                continue
            gap = (min(starts) - last).days
            if gap >= _OUTLIER and gap >= 2 * (max(starts) - min(starts)).days:
                told = [other.claim for other in sorted(others, key=_order)]
                yield "date", [each.claim], told, min(1.0, gap / 365.25 / _DECADE)


def _is_denial(each: Trait) -> bool:
    """Whether the words of a sentence negate or deny; a ban or a halt does neither."""
    words = set(_WORD.findall(each.claim.quote.casefold().replace("’", "'")))
    return any(words & negators and (not leading or words & leading) for negators, leading in _denying())


@functools.cache
def _denying() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Of each language its negators with the first halves that they need, and its verbs of denial."""
    found: list[tuple[frozenset[str], frozenset[str]]] = []
    for code in languages():
        table = commitment(code)
        found.append((frozenset([*table.negators, *table.determiners]), frozenset(table.no)))
        verbs = (word for word, forms in operators(code).items() if any(cue.effect == "denied" for _, cue in forms))
        found.append((frozenset(verbs), frozenset()))
    return tuple(found)
