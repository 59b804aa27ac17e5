"""Claims and reports in; the ledger out: claims about one thing in one entry, by origin, with the reason."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeAlias

from donnant.domain.claim import Claim, Factuality, Kind
from donnant.domain.entry import Entry, Origin, Strand
from donnant.domain.ids import content_id
from donnant.domain.links import Retelling
from donnant.resolve.distort import unit_of
from donnant.resolve.judgements import NOTHING, Judgements
from donnant.resolve.origins import Origins
from donnant.resolve.same import GROWN, Trait, closeness, one_thing

_ECHOES = "one origin is told again: its first and fullest telling heads what retells it"
_STRENGTH = (Factuality.ASSERTED, Factuality.REPORTED, Factuality.POSSIBLE, Factuality.DENIED)

Thing: TypeAlias = tuple[str | tuple[str, ...] | bool | None, ...]
"""What two claims must share to be about one thing."""


@dataclass(slots=True)
class Group:
    """Claims about one thing: the fullest heads them, and every other one was compared with it."""

    head: Trait
    members: list[Trait]
    reasons: set[str] = field(default_factory=set)
    echoes: list[Trait] = field(default_factory=list)
    """What retells a member, however it is told."""

    def holds(self, claim: str) -> bool:
        """Whether a claim is a member or an echo."""
        return any(each.claim.id == claim for each in (*self.members, *self.echoes))

    def is_parted(self, other: Trait, judgements: Judgements) -> bool:
        """Whether a person ruled that a claim is not about this."""
        return any(judgements.parts(member.claim.id, other.claim.id) for member in self.members)

    def reason_for(self, other: Trait) -> str:
        """Why a claim belongs here; empty if it does not, or if its origin says something else here already."""
        reason = one_thing(self.head, other)
        if not reason and GROWN in self.reasons:
            reason = next((found for member in self.members if (found := one_thing(member, other))), "")
        if not reason:
            return ""
        own = [member for member in self.members if member.origin == other.origin]
        if any(_same_sentence(member, other) for member in own):
            return ""
        return reason if all(one_thing(member, other) for member in own[:1]) else ""


def make_entries(
    standing: Sequence[Claim],
    retellings: Sequence[Retelling],
    origins: Origins,
    traits: Mapping[str, Trait],
    judgements: Judgements = NOTHING,
) -> list[Entry]:
    """The entries of some claims, in order.

    Claims are about one thing when kind, sides, category, unit and phase agree, what is denied or
    merely possible apart, and `one_thing` finds a reason that joins each to the fullest among them.
    Nothing is joined over a third: a loose figure that fits two things goes to the one it fits best.
    What retells a claim goes with it. Doubtful claims come last: they join what the others make, head
    nothing beside them, and change no bound.
    """
    differing = {each.claim: each for each in retellings if each.types}
    groups = _groups(standing, retellings, traits, judgements)
    known = {origin.id: origin for origin in origins.origins}
    return sorted((_entry(group, origins, known, differing) for group in groups), key=_place)


def _groups(
    standing: Sequence[Claim], retellings: Sequence[Retelling], traits: Mapping[str, Trait], judgements: Judgements
) -> list[Group]:
    """Originals about one thing together, and with each what retells it."""
    echoes: dict[str, list[str]] = defaultdict(list)
    for each in retellings:
        if not judgements.parts(each.original, each.claim):
            echoes[each.original].append(each.claim)
    retold = {each.claim for each in retellings} - _freed(retellings, judgements)
    things: dict[Thing, list[Trait]] = defaultdict(list)
    for claim in standing:
        if claim.id not in retold:
            things[_thing(claim)].append(traits[claim.id])
    groups = [group for members in things.values() for group in group_claims(members, judgements)]
    for group in groups:
        group.echoes = [traits[id_] for member in group.members for id_ in echoes[member.claim.id]]
    return _joined(groups, judgements)


def _freed(retellings: Sequence[Retelling], judgements: Judgements) -> set[str]:
    """What a person ruled to be no retelling of its original."""
    return {each.claim for each in retellings if judgements.parts(each.original, each.claim)}


def _joined(groups: list[Group], judgements: Judgements) -> list[Group]:
    """The groups with those put together that a person ruled to be about one thing, whatever speaks against it."""
    for one, other, why in judgements.same_things:
        first, second = (next((g for g in groups if g.holds(id_)), None) for id_ in (one, other))
        if first is None or second is None:
            continue
        if first is not second:
            first.members += second.members
            first.echoes += second.echoes
            first.reasons |= second.reasons
            groups.remove(second)
        first.reasons.add(why)
    return groups


def group_claims(members: Iterable[Trait], judgements: Judgements = NOTHING) -> list[Group]:
    """Claims that could be about one thing, parted into those that are; the firm and fullest are placed first."""
    groups: list[Group] = []
    for each in sorted(members, key=_fullness):
        fitting = [
            (group, reason)
            for group in groups
            if (reason := group.reason_for(each)) and not group.is_parted(each, judgements)
        ]
        if not fitting:
            groups.append(Group(each, [each]))
            continue
        # max takes the first of equals, and groups stand in an order that content gives
        group, reason = max(fitting, key=lambda found: closeness(found[0].head, each))
        group.members.append(each)
        group.reasons.add(reason)
    return groups


def _place(entry: Entry) -> tuple[str | tuple[str, ...], ...]:
    sides = (entry.giver or "", entry.receiver or "", entry.parties)
    return (str(entry.kind), *sides, entry.category or "", entry.unit or "", entry.id)


def _thing(claim: Claim) -> Thing:
    unit = unit_of(claim) if _has_amount(claim) else None
    # what a voice holds, what it thinks possible and what it denies are three things
    standing = claim.factuality if claim.factuality in (Factuality.DENIED, Factuality.POSSIBLE) else "held"
    sides = (claim.giver, claim.receiver, claim.parties)
    return (claim.kind, *sides, claim.category, _has_amount(claim), unit, claim.phase, standing)


def _fullness(each: Trait) -> tuple[bool, bool, bool, bool, bool, str, str, int, str]:
    """Firm ranges first, then numbers, then open bounds; named, dated and earlier ones before others; doubtful last."""
    claim = each.claim
    loose = _has_amount(claim) and (claim.low is None or claim.high is None)
    place = (each.published, claim.report, claim.start, claim.id)
    return (claim.is_doubtful, not each.ranged, loose, not each.stems, each.when is None, *place)


def _same_sentence(a: Trait, b: Trait) -> bool:
    """Two claims that one sentence tells apart are two; an attitude shown twice is one attitude."""
    places = [(each.claim.report, each.claim.start, each.claim.end) for each in (a, b)]
    return places[0] == places[1] and a.claim.kind is not Kind.ATTITUDE


def _entry(group: Group, origins: Origins, known: Mapping[str, Origin], differing: Mapping[str, Retelling]) -> Entry:
    by_origin: dict[str, list[Trait]] = defaultdict(list)
    echoed: dict[str, list[Trait]] = defaultdict(list)
    for each in group.members:
        by_origin[each.origin].append(each)
    for each in group.echoes:
        echoed[each.origin].append(each)
    strands = [_strand(origin, told, echoed[origin], differing) for origin, told in by_origin.items()]
    strands.sort(key=lambda strand: _rank(strand, known))
    claims = {each.claim.id: each.claim for each in (*group.members, *group.echoes)}
    told = [each.claim for each in group.members]
    firm = [claim for claim in told if not claim.is_doubtful] or told
    head = claims[strands[0].claims[0]]
    return Entry(
        _entry_id(group), head.kind, head.giver, head.receiver, head.parties, head.category,
        head.unit if _has_amount(head) else None, head.item, head.when,
        min((claim.factuality for claim in firm), key=_STRENGTH.index), head.phase, tuple(strands),
        tuple(sorted(group.reasons | _reasons(strands, claims, origins) | ({_ECHOES} if group.echoes else set()))),
    )  # fmt: skip


def _entry_id(group: Group) -> str:
    """The id of an entry is that of its earliest firm claim: neither later reports nor doubtful claims change it."""
    firm = [each for each in group.members if not each.claim.is_doubtful] or group.members
    first = min(firm, key=lambda each: (each.published, each.claim.report, each.claim.start, each.claim.id))
    return content_id("e", [first.claim.id])


def _reasons(strands: Sequence[Strand], claims: Mapping[str, Claim], origins: Origins) -> set[str]:
    """Why claims that cite different voices stand in one strand."""
    why = {origins.retold[claim] for claim in claims if claim in origins.retold}
    for strand in strands:
        if len({claims[claim].attribution for claim in strand.claims}) > 1:
            why |= set(origins.merged[strand.origin])
    return why


def _rank(strand: Strand, origins: Mapping[str, Origin]) -> tuple[bool, bool, bool, str, str]:
    """Doubtful ones last; named voices first, those that give both bounds before others."""
    origin = origins[strand.origin]
    return (strand.doubtful, not origin.named, strand.low is None or strand.high is None, origin.name, strand.origin)


def _strand(origin: str, told: Sequence[Trait], echoes: Sequence[Trait], differing: Mapping[str, Retelling]) -> Strand:
    """What one origin says: the fullest firm telling heads it, since a retelling drops and never adds.

    Of counts that grew the last one does.
    """
    latest = sorted(told, key=_fullness)
    if any(one_thing(one, other) == GROWN for one, other in combinations(told, 2)):
        latest.sort(key=lambda each: each.known or datetime.date.min, reverse=True)
    claims = [each.claim for each in (*latest, *sorted(echoes, key=_fullness))]
    head = claims[0]
    distorted = tuple(claim.id for claim in claims if claim.id in differing)
    reports = tuple(sorted({claim.report for claim in claims}))
    ids = tuple(claim.id for claim in claims)
    return Strand(origin, ids, reports, head.low, head.high, head.approx, distorted, head.is_doubtful)


def _has_amount(claim: Claim) -> bool:
    return claim.low is not None or claim.high is not None
