"""Claims by origin in; for each that retells another, which one and how it differs, out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from donnant.domain.amount import is_money
from donnant.domain.claim import Claim, Kind
from donnant.domain.links import DISTORTIONS, Retelling
from donnant.resolve.distort import Difference, compare, is_new_time
from donnant.resolve.lifted import Matter, marks_of, sides_of
from donnant.resolve.names import stems

_HELD = 12
"""Originals of one origin under one figure that a claim is held against, at most."""


@dataclass(slots=True)
class Telling:
    """An original and what retells it."""

    original: Claim
    echoes: list[Claim] = field(default_factory=list)


def find_retellings(
    ordered: Sequence[Claim], origin_of: Mapping[str, str], sources: Mapping[str, str], is_own: Callable[[Claim], bool]
) -> tuple[Retelling, ...]:
    """Every claim that retells another of its origin, the earliest and fullest being the original.

    ``ordered`` by date of report. ``sources`` names what happened to the source of a claim, by its id. An origin that
    speaks twice with its own voice (``is_own``) repeats itself and distorts nothing. Doubtful readings accuse nobody.
    """
    by_matter: dict[Matter, list[Telling]] = defaultdict(list)
    tellings: list[Telling] = []
    for claim in sorted(ordered, key=lambda claim: claim.is_doubtful):
        telling = _told_before(claim, origin_of[claim.id], by_matter)
        if telling is None:
            telling = Telling(claim)
            tellings.append(telling)
        elif _is_fuller(claim, telling.original):
            telling.echoes.append(telling.original)
            telling.original = claim
        else:
            telling.echoes.append(claim)
        for mark in _marks(claim, origin_of[claim.id]):
            if telling not in by_matter[mark][:_HELD]:
                by_matter[mark].append(telling)
    found = [each for telling in tellings for each in _retold(telling, sources, is_own)]
    return tuple(sorted(found, key=lambda each: each.claim))


def _told_before(claim: Claim, origin: str, by_matter: Mapping[Matter, list[Telling]]) -> Telling | None:
    best: tuple[tuple[int, ...], Telling] | None = None
    held: dict[int, Telling] = {}
    for mark in _looked_up(claim, origin):
        held.update((id(telling), telling) for telling in by_matter.get(mark, ())[:_HELD])
    for telling in held.values():
        difference = _difference(telling.original, claim)
        if difference is None:
            continue
        shared = len(stems(telling.original.item or "") & stems(claim.item or ""))
        rank = (difference.shared, -len(difference.types), shared)
        if best is None or rank > best[0]:
            best = (rank, telling)
    return best[1] if best else None


def _difference(original: Claim, claim: Claim) -> Difference | None:
    """How one of the two retells the other, whichever is the fuller; null where neither does."""
    first, second = (claim, original) if _is_fuller(claim, original) else (original, claim)
    difference = compare(first, second)
    if difference is None or not _same_thing(first, second, difference):
        return None
    return difference


def _same_thing(original: Claim, claim: Claim, difference: Difference) -> bool:
    """Whether more than chance joins two claims of one origin; without a figure that is shared all else must agree."""
    goods, others = stems(original.item or ""), stems(claim.item or "")
    alike = is_money(claim.unit) or not goods or not others or bool(goods & others)
    if original.low is None and original.high is None:
        if original.kind is Kind.LOSS or original.category != claim.category or is_new_time(original, claim):
            return False
        return original.kind is Kind.ATTITUDE or bool(goods & others) or original.item == claim.item
    slid = {"scope_slid", "unit_swapped", "phase_shifted"} & set(difference.types)
    if difference.shared:
        return not slid or difference.digits > 1
    return not slid and alike and original.report != claim.report


def _is_fuller(claim: Claim, other: Claim) -> bool:
    """Whether a claim gives both bounds where the other, of no other day, gives one: what is dropped was there."""
    full, part = (each.low is not None and each.high is not None and each.low != each.high for each in (claim, other))
    return full and not part and not claim.is_doubtful


def _marks(claim: Claim, origin: str) -> Iterable[Matter]:
    """Under what a claim is found again."""
    if claim.low is None and claim.high is None:
        return [(origin, *sides_of(claim), claim.category)]
    return sorted({(origin, *sides_of(claim), mark) for mark in (*marks_of(claim), f"in {claim.unit}")}, key=repr)


def _looked_up(claim: Claim, origin: str) -> Iterable[Matter]:
    """Under what an earlier telling of a claim is looked for: its figures, and what ranges there are in its unit."""
    return _marks(claim, origin)


def _retold(telling: Telling, sources: Mapping[str, str], is_own: Callable[[Claim], bool]) -> Iterable[Retelling]:
    original = telling.original
    for claim in telling.echoes:
        if claim.report == original.report or (is_own(claim) and is_own(original)):
            continue
        difference = None if claim.is_doubtful or original.is_doubtful else compare(original, claim)
        types = set(difference.types) if difference else set()
        if claim.id in sources and not claim.is_doubtful:
            types.add(sources[claim.id])
        yield Retelling(claim.id, original.id, tuple(name for name in DISTORTIONS if name in types))
