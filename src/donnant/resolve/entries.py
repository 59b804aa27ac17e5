"""Claims and reports in; the ledger out: claims about one thing in one entry, by origin, with the reason."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from donnant.domain.amount import Interval
from donnant.domain.claim import Claim, Factuality, Kind
from donnant.domain.entry import Entry, Ledger, Origin, Strand
from donnant.domain.ids import content_id
from donnant.domain.report import Report
from donnant.domain.when import overlaps
from donnant.resolve.names import plain
from donnant.resolve.origins import Origins, find_origins

_SAME_BOUND = 0.01
"""Two bounds this close, as a share, are one bound retold."""
_SAME_FIGURE = 0.005
_UP_TO = "../"
_STRENGTH = (Factuality.ASSERTED, Factuality.REPORTED, Factuality.POSSIBLE, Factuality.DENIED)

Thing = tuple[str | tuple[str, ...] | bool | None, ...]
"""What two claims must share to be about one thing."""


def resolve_entries(claims: Sequence[Claim], reports: Sequence[Report]) -> Ledger:
    """The ledger of some claims; the order in which they come changes nothing.

    Claims are about one thing when kind, sides, category, unit and phase agree, denials apart, and
    where both give an amount, when a test of `_one_thing` holds. One origin that gives two counts
    that exclude each other speaks of two things, or of one that grew: they stay apart.
    """
    ordered = tuple(sorted(_distinct(claims), key=lambda c: (c.doc, c.report, c.start, c.end, c.kind, c.id)))
    origins = find_origins(ordered, reports)
    dates = {report.hash: report.date.value if report.date else "9999" for report in reports}
    things: dict[Thing, list[Claim]] = defaultdict(list)
    for claim in ordered:
        things[_thing(claim)].append(claim)
    entries = []
    for members in things.values():
        for group, reasons in _split(members, origins):
            entries.append(_entry(group, reasons, origins, dates))
    entries.sort(
        key=lambda e: (e.kind, e.giver or "", e.receiver or "", e.parties, e.category or "", e.unit or "", e.id)
    )
    return Ledger(tuple(entries), origins.origins, ordered)


def _place(entry: Entry) -> tuple[object, ...]:
    sides = (entry.giver or "", entry.receiver or "", entry.parties)
    return (entry.kind, *sides, entry.category or "", entry.unit or "", entry.id)


def _distinct(claims: Sequence[Claim]) -> list[Claim]:
    """Claims without repetitions."""
    return list({claim.id: claim for claim in claims}.values())


def _thing(claim: Claim) -> Thing:
    unit = claim.unit if _has_amount(claim) else None
    # what a voice holds, what it thinks possible and what it denies are three things
    standing = claim.factuality if claim.factuality in (Factuality.DENIED, Factuality.POSSIBLE) else "held"
    return (claim.kind, claim.giver, claim.receiver, claim.parties, claim.category, unit, claim.phase, standing)


def _split(members: Sequence[Claim], origins: Origins) -> list[tuple[list[Claim], set[str]]]:
    """Groups of claims about one thing, with why; the groups are the connected parts of a symmetric relation."""
    groups: list[tuple[list[Claim], set[str]]] = []
    for claim in members:
        touching, reasons = [], set()
        for group in groups:
            found = {_one_thing(claim, other, origins) for other in group[0]} - {""}
            if found:
                touching.append(group)
                reasons |= found
        joined: tuple[list[Claim], set[str]] = ([claim], reasons)
        for group in touching:
            joined = ([*group[0], *joined[0]], joined[1] | group[1])
            groups.remove(group)
        groups.append(joined)
    return groups


def _one_thing(a: Claim, b: Claim, origins: Origins) -> str:
    """Why two claims of one kind, direction, category and unit are about one thing; empty where they are not."""
    if not _has_amount(a):
        if a.kind is Kind.AGREEMENT and not _same_time(a, b):
            return ""
        return "the same sides and category, and no figure that would tell them apart"
    same_origin = origins.of_claim[a.id] == origins.of_claim[b.id]
    left, right = _interval(a), _interval(b)
    if left.overlaps(right) and _same_thing(a, b) and (a.kind is not Kind.LOSS or _same_time(a, b)):
        if same_origin:
            return "one origin gives figures that can both be true: one retells the other"
        return "origins give figures that can both be true of the same goods"
    if same_origin:
        if any(_near(x, y, _SAME_BOUND) for x in (a.low, a.high) for y in (b.low, b.high)):
            return "one origin gives figures that share a bound: one retells the other"
        return ""
    if _same_thing(a, b) and _same_time(a, b) and a.unit is not None and len(a.unit) != 3:
        return "origins count the same goods at the same time, and differ"
    return ""


def _same_thing(a: Claim, b: Claim) -> bool:
    """Whether two items may be one: they share a word, or one of them names none."""
    if not a.item or not b.item or (a.unit == b.unit and len(a.unit or "") == 3):
        return True
    left = {word[:5] for word in plain(a.item) if len(word) > 3}
    right = {word[:5] for word in plain(b.item) if len(word) > 3}
    return bool(left & right) or not left or not right


def _same_time(a: Claim, b: Claim) -> bool:
    """Whether two events may be one by their dates; without a date nothing speaks against it.

    A count up to a day and one of a single event are two things, and so are counts up to different
    days: between them the count may have grown.
    """
    if a.when is None or b.when is None:
        return a.kind is not Kind.LOSS or a.when is b.when
    open_a, open_b = a.when.startswith(_UP_TO), b.when.startswith(_UP_TO)
    if open_a != open_b:
        return False
    return overlaps(a.when.removeprefix(_UP_TO), b.when.removeprefix(_UP_TO))


def _entry(members: Sequence[Claim], reasons: set[str], origins: Origins, dates: Mapping[str, str]) -> Entry:
    by_origin: dict[str, list[Claim]] = defaultdict(list)
    for claim in members:
        by_origin[origins.of_claim[claim.id]].append(claim)
    known = {origin.id: origin for origin in origins.origins}
    strands = [_strand(origin, told, dates) for origin, told in by_origin.items()]
    strands.sort(key=lambda strand: _rank(strand, known))
    claims = {claim.id: claim for claim in members}
    head = claims[strands[0].claims[0]]
    why = set(reasons)
    for strand in strands:
        why |= set(origins.reasons[strand.origin])
    ids = sorted(claims)
    return Entry(
        content_id("e", [str(head.kind), *ids]), head.kind, head.giver, head.receiver, head.parties, head.category,
        head.unit if _has_amount(head) else None, head.item, head.when,
        min((claim.factuality for claim in members), key=_STRENGTH.index), head.phase, tuple(strands),
        tuple(sorted(why)) if len(members) > 1 else (),
    )  # fmt: skip


def _rank(strand: Strand, origins: Mapping[str, Origin]) -> tuple[bool, bool, str, str]:
    """Named voices first, those that give both bounds before others."""
    origin = origins[strand.origin]
    return (not origin.named, strand.low is None or strand.high is None, origin.name, strand.origin)


def _strand(origin: str, told: Sequence[Claim], dates: Mapping[str, str]) -> Strand:
    """What one origin says: the fullest telling heads it, since a retelling drops and never adds."""
    ordered = sorted(told, key=lambda c: (*_fullness(c), dates.get(c.report, "9999"), c.report, c.start, c.id))
    head = ordered[0]
    distorted = tuple(
        claim.id
        for claim in ordered[1:]
        if claim.report != head.report
        and not (_near(claim.low, head.low, _SAME_FIGURE) and _near(claim.high, head.high, _SAME_FIGURE))
    )
    reports = tuple(sorted({claim.report for claim in ordered}))
    ids = tuple(claim.id for claim in ordered)
    return Strand(origin, ids, reports, head.low, head.high, head.approx, distorted if _has_amount(head) else ())


def _fullness(claim: Claim) -> tuple[bool, bool]:
    ranged = claim.low is not None and claim.high is not None and claim.low != claim.high
    return (not ranged, claim.low is None or claim.high is None)


def _has_amount(claim: Claim) -> bool:
    return claim.low is not None or claim.high is not None


def _interval(claim: Claim) -> Interval:
    return Interval(claim.low, claim.high)


def _near(a: float | None, b: float | None, share: float) -> bool:
    if a is None or b is None:
        return a is b and share <= _SAME_FIGURE
    return math.isclose(a, b, rel_tol=share)
