"""Claims by origin in; for each that retells another, which one and how it differs, out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from donnant.domain.amount import is_money
from donnant.domain.claim import Claim, Kind, Phase
from donnant.domain.links import DISTORTIONS, Retelling
from donnant.resolve.distort import Difference, compare, is_new_time, when_of
from donnant.resolve.lifted import Matter, marks_of, sides_of
from donnant.resolve.names import goods_of

_SOON = 1
"""Months after which a pledge may have been kept."""
_HELD = 12
"""Originals of one origin under one figure that a claim is held against, at most."""


_OF_FIGURES = frozenset({"bound_dropped", "bound_flipped", "narrowed"})
"""What a doubtful reading may still show, where it has a bound of its original to the second digit."""


@dataclass(slots=True)
class Telling:
    """An original and what retells it."""

    original: Claim
    echoes: list[Claim] = field(default_factory=list)


def find_retellings(
    ordered: Sequence[Claim],
    origin_of: Mapping[str, str],
    sources: Mapping[str, str],
    is_own: Callable[[Claim], bool],
    texts: Mapping[str, tuple[str, str]],
) -> tuple[Retelling, ...]:
    """Every claim that retells another of its origin, the earliest and fullest being the original.

    ``ordered`` by date of report. ``sources`` names what happened to the source of a claim, by its id. An origin that
    speaks twice with its own voice (``is_own``) repeats itself and distorts nothing. A doubtful reading shows only
    what became of a figure that it shares.
    ``texts`` holds language and date by report: words of two languages are not compared, and what was planned may
    have been done since.
    """
    by_matter: dict[Matter, list[Telling]] = defaultdict(list)
    tellings: list[Telling] = []
    for claim in sorted(ordered, key=lambda claim: claim.is_doubtful):
        marks = _marks(claim, origin_of[claim.id])
        telling = _told_before(claim, marks, by_matter, texts)
        if telling is None:
            telling = Telling(claim)
            tellings.append(telling)
        elif _is_fuller(claim, telling.original):
            telling.echoes.append(telling.original)
            telling.original = claim
        else:
            telling.echoes.append(claim)
        for mark in marks:
            if telling not in by_matter[mark][:_HELD]:
                by_matter[mark].append(telling)
    found = [each for telling in tellings for each in _retold(telling, sources, is_own)]
    return tuple(sorted(found, key=lambda each: each.claim))


def _told_before(
    claim: Claim,
    marks: Iterable[Matter],
    by_matter: Mapping[Matter, list[Telling]],
    texts: Mapping[str, tuple[str, str]],
) -> Telling | None:
    best: tuple[tuple[int, ...], Telling] | None = None
    held: dict[int, Telling] = {}
    for mark in marks:
        held.update((id(telling), telling) for telling in by_matter.get(mark, ())[:_HELD])
    for telling in held.values():
        difference = _difference(telling.original, claim, texts)
        if difference is None:
            continue
        shared = len(goods_of(telling.original) & goods_of(claim))
        rank = (difference.shared, -len(difference.types), shared)
        if best is None or rank > best[0]:
            best = (rank, telling)
    return best[1] if best else None


def _difference(original: Claim, claim: Claim, texts: Mapping[str, tuple[str, str]]) -> Difference | None:
    """How one of the two retells the other, whichever is the fuller; null where neither does."""
    first, second = (claim, original) if _is_fuller(claim, original) else (original, claim)
    difference = compare(first, second)
    if difference is None or not _same_thing(first, second, difference, texts):
        return None
    return difference


def _same_thing(original: Claim, claim: Claim, difference: Difference, texts: Mapping[str, tuple[str, str]]) -> bool:
    """Whether more than chance joins two claims of one origin; without a figure that is shared all else must agree."""
    goods, others = goods_of(original), goods_of(claim)
    language, told = texts.get(original.report, ("", ""))
    other, retold = texts.get(claim.report, ("", ""))
    if "phase_shifted" in difference.types and _may_be_done(claim, told, retold):
        return False
    foreign = language != other
    alike = is_money(claim.unit) or foreign or not goods or not others or bool(goods & others)
    if original.low is None and original.high is None:
        if original.kind is Kind.LOSS or original.category != claim.category or is_new_time(original, claim):
            return False
        return original.kind is Kind.ATTITUDE or bool(goods & others) or original.item == claim.item
    slid = {"scope_slid", "unit_swapped", "phase_shifted"} & set(difference.types)
    if difference.shared:
        return not slid or difference.digits > 1
    return not slid and alike and original.report != claim.report


def _may_be_done(claim: Claim, told: str, retold: str) -> bool:
    """Whether what was planned in one report may have been done by the other: it says when, or came much later."""
    if claim.phase is not Phase.DONE:
        return False
    when = when_of(claim)
    if when is not None and when.last is not None:
        return when.last.isoformat() > told
    return _month(retold) - _month(told) > _SOON


def _month(date: str) -> int:
    return int(date[:4]) * 12 + int(date[5:7]) if date[:1].isdigit() and len(date) >= 7 and date[:4] != "9999" else 0


def _is_fuller(claim: Claim, other: Claim) -> bool:
    """Whether a claim gives both bounds where the other, of no other day, gives one: what is dropped was there."""
    full, part = (each.low is not None and each.high is not None and each.low != each.high for each in (claim, other))
    return full and not part and not claim.is_doubtful


def _marks(claim: Claim, origin: str) -> Iterable[Matter]:
    """Under what a claim is found again: its figures, their roundings, and its unit for what lies inside."""
    if claim.low is None and claim.high is None:
        return [(origin, *sides_of(claim), claim.category)]
    return [(origin, *sides_of(claim), mark) for mark in sorted({*marks_of(claim), f"in {claim.unit}"})]


def _retold(telling: Telling, sources: Mapping[str, str], is_own: Callable[[Claim], bool]) -> Iterable[Retelling]:
    original = telling.original
    for claim in telling.echoes:
        if claim.report == original.report or (is_own(claim) and is_own(original)):
            continue
        difference = None if original.is_doubtful else compare(original, claim)
        types = set(difference.types) if difference else set()
        if claim.id in sources:
            types.add(sources[claim.id])
        if claim.is_doubtful:
            types &= _OF_FIGURES if difference and difference.shared and difference.digits > 1 else set()
        yield Retelling(claim.id, original.id, tuple(name for name in DISTORTIONS if name in types))
