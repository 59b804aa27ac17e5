"""Claims with their voices in; those whose figure another voice gave first, and whose it is, out."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from donnant.domain.amount import MEASURES
from donnant.domain.claim import Claim, Phase
from donnant.domain.report import Report
from donnant.resolve.affiliations import Mention
from donnant.resolve.distort import Difference, compare, digits, near, when_of
from donnant.resolve.identity import identity
from donnant.resolve.names import is_named
from donnant.resolve.retold import date_of
from donnant.resolve.voices import Key

Matter: TypeAlias = tuple[object, ...]

_CHANCE = 3
"""Significant digits that two voices do not give alike by chance."""
_RARE = 2
"""The same where nobody is cited, or where a range lost a bound."""
_KEPT = 24
"""Earlier tellings of one figure that a claim is held against, at most: the first of each voice."""


@dataclass(frozen=True, slots=True)
class Lift:
    """A claim that has its figure from another voice than it says."""

    original: Claim
    type: str
    """``source_lost`` or ``source_swapped``."""
    why: str


def find_lifts(
    ordered: Sequence[Claim],
    roots: Mapping[str, Key],
    reports: Mapping[str, Report],
    mentions: Mapping[tuple[str, str], Mention],
) -> dict[str, Lift]:
    """Claims whose figure was lifted from a voice that they do not cite; claim id to whose it is.

    ``ordered`` by date of report; ``roots`` are the voices as merged. Figures prove it where chance does
    not: both bounds of a range, or three digits; two where the claim cites nobody. A party to the
    exchange speaks of its own knowledge. Where it is less than sure, nothing is lifted.
    """
    told: dict[Matter, list[Claim]] = defaultdict(list)
    for claim in ordered:
        for key in _keys(claim):
            told[key].append(claim)
    retelling = _retelling(ordered, roots)
    lifts: dict[str, Lift] = {}
    for claim in ordered:
        best: tuple[tuple[int, int, int], Claim] | None = None
        if _is_interested(claim, mentions):
            continue
        for original in _earlier(claim, told, roots, reports):
            if _happened_later(original, claim, reports):
                continue
            difference = compare(original, claim)
            if difference is None or not _is_proof(original, claim, difference, roots, retelling):
                continue
            rank = (difference.shared, difference.digits, -len(difference.types))
            if best is None or rank > best[0]:
                best = (rank, original)
        if best:
            lifts[claim.id] = _lift(best[1], claim)
    sure = {id_: lift for id_, lift in lifts.items() if lift.original.id not in lifts}
    return sure | _followers(ordered, roots, sure)


def _followers(ordered: Sequence[Claim], roots: Mapping[str, Key], lifts: Mapping[str, Lift]) -> dict[str, Lift]:
    """What retells a claim that was lifted, by the same voice: it goes where that one went."""
    lifted: dict[tuple[object, ...], list[tuple[Claim, Lift]]] = defaultdict(list)
    for claim in ordered:
        if claim.id in lifts and claim.attribution:
            lifted[roots[claim.id], *sides_of(claim)].append((claim, lifts[claim.id]))
    found: dict[str, Lift] = {}
    for claim in ordered if lifted else ():
        near_by = lifted.get((roots[claim.id], *sides_of(claim)), ())[:_KEPT]
        followed = next((lift for one, lift in near_by if claim.id not in lifts and compare(one, claim)), None)
        if followed:
            found[claim.id] = followed
    return found


def sides_of(claim: Claim) -> tuple[object, ...]:
    """What two claims must share to be compared at all: kind and parties."""
    return (str(claim.kind), claim.giver, claim.receiver, claim.parties)


def marks_of(claim: Claim) -> Iterator[str]:
    """Its figures as printed, and as they would be rounded: under these a retelling is looked for."""
    for bound in {claim.low, claim.high} - {None}:
        assert bound is not None
        yield f"{bound:.3g}"
        if bound:
            for kept in (1, 2):
                unit = 10.0 ** (math.floor(math.log10(bound)) - kept + 1)
                yield f"{math.floor(bound / unit) * unit:.3g}"
                yield f"{math.ceil(bound / unit) * unit:.3g}"
                yield f"{math.floor(bound / unit * 2 / 10) * unit * 5:.3g}"


def _keys(claim: Claim) -> set[Matter]:
    return {(*sides_of(claim), mark) for mark in marks_of(claim)}


def _earlier(
    claim: Claim, told: Mapping[Matter, list[Claim]], roots: Mapping[str, Key], reports: Mapping[str, Report]
) -> Iterator[Claim]:
    """Tellings of a figure of the claim by other voices, no later, in other reports: the first of each voice."""
    seen = {roots[claim.id]}
    figures = {f"{bound:.3g}" for bound in (claim.low, claim.high) if bound is not None}
    for figure in sorted(figures):
        for other in told.get((*sides_of(claim), figure), ())[: _KEPT * 4]:
            if roots[other.id] in seen or other.report == claim.report or other.is_doubtful:
                continue
            if date_of(reports.get(other.report)) <= date_of(reports.get(claim.report)) and len(seen) <= _KEPT:
                yield other
                if (other.low, other.high) == (claim.low, claim.high) or other.low != other.high:
                    seen.add(roots[other.id])


def _retelling(ordered: Sequence[Claim], roots: Mapping[str, Key]) -> frozenset[tuple[object, ...]]:
    """Which report retells which voice on which sides."""
    return frozenset((claim.report, roots[claim.id], *sides_of(claim)) for claim in ordered)


def _happened_later(original: Claim, claim: Claim, reports: Mapping[str, Report]) -> bool:
    """Whether a claim tells of a time that was to come when the other one was published: it has its own source."""
    when = when_of(claim)
    return (
        claim.phase is Phase.DONE
        and when is not None
        and when.first is not None
        and when.first.isoformat() > date_of(reports.get(original.report))
    )


def _is_proof(
    original: Claim,
    claim: Claim,
    difference: Difference,
    roots: Mapping[str, Key],
    retelling: frozenset[tuple[object, ...]],
) -> bool:
    """Whether a figure shared with another voice shows that it is that voice's."""
    if roots[original.id][0] == "unnamed":
        return False
    ranged = original.low != original.high and None not in (original.low, original.high)
    whole = ranged and near(original.low, claim.low) and near(original.high, claim.high)
    whole = whole and sum(digits(bound) for bound in (claim.low, claim.high) if bound is not None) >= _CHANCE
    both = ranged and claim.low != claim.high and None not in (claim.low, claim.high)
    rare = max((digits(bound) for bound in (claim.low, claim.high) if bound is not None), default=0)
    beside = (claim.report, roots[original.id], *sides_of(claim)) in retelling
    if not claim.attribution:
        own = roots[original.id][0] == "voice" or rare >= _CHANCE
        if own and both and "narrowed" not in difference.types:
            return True
        return own and difference.shared > 0 and (whole or rare >= _CHANCE or (rare >= _RARE and ranged))
    if not is_named(claim.attribution[0]):
        if beside and ranged and rare >= _RARE:
            return True
        return difference.shared > 0 and (whole or rare >= _CHANCE)
    measured = ranged or claim.unit in MEASURES
    return difference.shared > 0 and (whole or rare >= _CHANCE or (rare >= _RARE and measured))


def _is_interested(claim: Claim, mentions: Mapping[tuple[str, str], Mention]) -> bool:
    """Whether a party to the exchange speaks, or its minister: it need not have its figure from anybody."""
    if not claim.attribution:
        return False
    own = {claim.giver, claim.receiver, *claim.parties}
    said = mentions.get((claim.report, claim.attribution[0]), Mention())
    return bool((identity(claim.attribution[0]).parties | said.parties) & own)


def _lift(original: Claim, claim: Claim) -> Lift:
    type_ = "source_swapped" if claim.attribution else "source_lost"
    whose = original.attribution[0] if original.attribution else original.doc
    says = f"credits it to “{claim.attribution[0]}”" if claim.attribution else "cites nobody"
    return Lift(original, type_, f"{claim.doc} gives a figure of “{whose}”, as {original.doc} has it, and {says}")
