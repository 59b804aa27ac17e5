"""A candidate for a role in; the features that tell whether it fills it out."""

from collections.abc import Iterator

from donnant.domain.party import PartyKind
from donnant.extract.learnt.candidates import OTHER, ROLES, Candidate
from donnant.extract.learnt.model import Group, spell
from donnant.extract.learnt.scope import Scope, Stand, stand
from donnant.extract.learnt.words import bucket
from donnant.extract.parties import Guise
from donnant.extract.places import Place


def beside(candidate: Candidate, giver: Candidate, scope: Scope) -> Iterator[str]:
    """The features of a receiver that hang on who gives."""
    yield from spell([beside_group(candidate, giver, scope)])


def beside_group(candidate: Candidate, giver: Candidate, scope: Scope) -> Group:
    """The same, together."""
    cast, kind = scope.hypothesis.before.cast, scope.kind
    if candidate.party is None or giver.party is None:
        return _with_nobody, (candidate.party is None, giver.party is None, kind)
    place, other = candidate.place, giver.place
    where = "back" if place is None else "here"
    beyond = "back" if other is None else "here"
    foes = (min(candidate.party, giver.party), max(candidate.party, giver.party)) in cast.foes
    pairs = [roles[:2] for roles in scope.hypothesis.before.roles if roles[0] and roles[1]]
    both: tuple[str, str, str, bool] | None = None
    if place is not None and other is not None:
        order = "<" if place.head < other.head else ">"
        between = "in" if min(place.head, other.head) < scope.head < max(place.head, other.head) else "out"
        both = (order + between, place.slot, other.slot, place.group == other.group)
    told = scope.tally.elsewhere(scope.hypothesis, giver.party, candidate.party)
    turned = scope.tally.elsewhere(scope.hypothesis, candidate.party, giver.party)
    return _with, (
        (kind, scope.shape, where, beyond),
        (min(cast.partner_rank(candidate.party, giver.party), 3), foes),
        (cast.kinds.get(candidate.party), cast.kinds.get(giver.party)),
        ((giver.party, candidate.party) in pairs, (candidate.party, giver.party) in pairs),
        (told, turned),
        both,
    )


def _with_nobody(receiver: bool, giver: bool, kind: str) -> tuple[str, ...]:
    return (f"with|nobody={receiver}|{giver}|{kind}",)


def _with(
    scene: tuple[str, str, str, str],
    known: tuple[int, bool],
    sorts: tuple[PartyKind | None, PartyKind | None],
    told: tuple[bool, bool],
    elsewhere: tuple[tuple[int, int], tuple[int, int]],
    both: tuple[str, str, str, bool] | None,
) -> tuple[str, ...]:
    kind, shape, where, beyond = scene
    (same, near), (turned, far) = elsewhere
    names = (
        f"with|partner={known[0]}|{kind}|{where}",
        f"with|foes={known[1]}|{kind}|{where}|{beyond}",
        f"with|{where}|{beyond}|{kind}|{shape}",
        f"with|{sorts[0]}|{sorts[1]}|{kind}",
        f"with|told={told[0]}|turned={told[1]}",
        f"with|told={same}{turned}|{kind}",
        f"with|told-in={near}{far}|{kind}",
        f"with|told-both={same}{turned}{near}{far}|{where}|{beyond}",
    )
    if both is None:
        return names
    order, slot, other, same = both
    return (
        *names,
        f"with|{order}|{kind}|{shape}",
        f"with|{order}|{slot}|{other}|{kind}",
        f"with|same-group={same}",
    )


def features(candidate: Candidate, role: str, scope: Scope) -> Iterator[str]:
    """The features of a candidate for a role; the same words for both languages but for what is spelled."""
    yield from spell(groups(candidate, role, scope))


def groups(candidate: Candidate, role: str, scope: Scope) -> list[Group]:
    """The same, by what comes together."""
    found = [_rule_group(candidate, role, scope)]
    if candidate.place is not None:
        found += _placed(candidate.place, role, scope)
    elif candidate.party is not None:
        found += _before(candidate, role, scope)
    else:
        found += _nobody(role, scope)
    if scope.subject_role == role:
        where = "nobody" if candidate.party is None else "here" if candidate.place is not None else "back"
        found.append((_nameless, (role, scope.kind, where, scope.subject)))
    if candidate.party is not None:
        found.append(_elsewhere_group(candidate, role, scope))
    return found


def _nameless(role: str, kind: str, where: str, subject: tuple[str, ...]) -> tuple[str, ...]:
    """What the subject is called that stands where this role is looked for, and names no party."""
    return f"{role}|nameless|{where}|{kind}", *(f"{role}|nameless={word}|{where}" for word in subject)


def _elsewhere_group(candidate: Candidate, role: str, scope: Scope) -> Group:
    """On which side other sentences set a candidate."""
    mine, other = ((candidate.party, None), (None, candidate.party))[:: 1 if role == "giver" else -1]
    tally, where = scope.tally, "back" if candidate.place is None else "here"
    same, turned = (tally.elsewhere(scope.hypothesis, *sides) for sides in (mine, other))
    return _elsewhere, (role, scope.kind, where, same, turned)


def _elsewhere(role: str, kind: str, where: str, same: tuple[int, int], turned: tuple[int, int]) -> tuple[str, ...]:
    return (
        f"{role}|told={same[0]}{turned[0]}|{kind}|{where}",
        f"{role}|told-in={same[1]}{turned[1]}|{kind}|{where}",
        f"{role}|told-both={same[0]}{turned[0]}{same[1]}{turned[1]}",
    )


def _rule_group(candidate: Candidate, role: str, scope: Scope) -> Group:
    """What the rules say of a candidate."""
    draft = scope.hypothesis.draft
    mine, other = (draft.giver, draft.receiver) if role == "giver" else (draft.receiver, draft.giver)
    where = "nobody" if candidate.party is None else "here" if candidate.place is not None else "back"
    said = "" if mine == candidate.party else "-empty" if mine is None else "-else"
    turned = draft.found.get(OTHER[role], "-") if candidate.party is not None and other == candidate.party else None
    return _rule, (role, said, draft.found.get(role, "-"), where, turned)


def _rule(role: str, said: str, found: str, where: str, turned: str | None) -> tuple[str, ...]:
    names = {
        "": [f"{role}|rule={found}|{where}", f"{role}|rule"],
        "-empty": [f"{role}|rule-empty|{where}"],
        "-else": [f"{role}|rule-else={found}|{where}"],
    }[said]
    return (*names, *([f"{role}|rule-other={turned}|{where}"] if turned is not None else []))


def _placed(place: Place, role: str, scope: Scope) -> list[Group]:
    """What a place in the sentence tells."""
    reading = scope.hypothesis.reading
    words = reading.words.texts
    at = stand(place, scope)
    before = words[place.first - 1] if place.first else "^"
    after = words[place.last + 1] if place.last + 1 < len(words) else "$"
    scene, crowd = (role, scope.shape, scope.kind, scope.frame), bucket(scope.parties)
    order = min(scope.order.index(place.mention.party), 3)
    narrow = (place.nested, place.group != place.head, _speaks(place, scope), place.last + 1 in reading.scene.verbs)
    return [
        (_slot, (scene, (at.side, at.slot, at.door), scope.points, crowd)),
        (_way, (role, scope.shape, at)),
        (_looks, ((role, scope.kind), (at.side, at.slot), (place.mention.guise, place.mention.kind), narrow)),
        (_order, (scene, at.slot, (order, crowd), place is reading.places[0], scope.parties == 1)),
        (_word_at, (role, at.side, at.slot, scope.word)),
        (_word_before, (role, at.side, scope.code, before)),
        (_lead_word, (role, at.side, scope.code, words[place.first], scope.kind)),
        (_word_after, (role, at.side, scope.code, after, scope.kind)),
        _said_before(place.mention.party, role, scope),
    ]


def _slot(
    scene: tuple[str, str, str, str], at: tuple[str, str, str | None], points: str, crowd: int
) -> tuple[str, ...]:
    role, shape, kind, frame = scene
    side, slot, door = at
    return (
        f"{role}|slot={side}{slot}|{shape}|{kind}",
        f"{role}|slot={side}{slot}|{frame}",
        f"{role}|door={door}|{side}{slot}",
        f"{role}|door={door == role}|{side}{slot}|{frame}",
        f"{role}|parties={crowd}|{side}{slot}",
        f"{role}|points={points}|door={door == role}|{side}{slot}",
    )


def _way(role: str, shape: str, at: Stand) -> tuple[str, ...]:
    return (
        f"{role}|slot={at.side}{at.slot}|near={at.near}|verbs={min(at.verbs, 2)}",
        f"{role}|door={at.door}|verbs={min(at.verbs, 2)}|breaks={min(at.breaks, 1)}|{at.side}",
        f"{role}|near={at.near}|{at.side}|{shape}",
        f"{role}|verbs={at.verbs}|commas={at.commas}|breaks={at.breaks}|{at.side}",
    )


def _word_at(role: str, side: str, slot: str, word: str) -> tuple[str, ...]:
    return (f"{role}|slot={side}{slot}|{word}",)


def _word_before(role: str, side: str, code: str, word: str) -> tuple[str, ...]:
    return (f"{role}|before={code}:{word}|{side}",)


def _lead_word(role: str, side: str, code: str, word: str, kind: str) -> tuple[str, ...]:
    return (f"{role}|lead={code}:{word}|{side}|{kind}",)


def _word_after(role: str, side: str, code: str, word: str, kind: str) -> tuple[str, ...]:
    return (f"{role}|after={code}:{word}|{side}|{kind}",)


def _looks(
    scene: tuple[str, str], at: tuple[str, str], sort: tuple[Guise, PartyKind], narrow: tuple[bool, bool, bool, bool]
) -> tuple[str, ...]:
    role, kind = scene
    side, slot = at
    nested, grouped, spoken, followed = narrow
    return (
        f"{role}|guise={sort[0].value}|{sort[1].value}|{side}{slot}|{kind}",
        f"{role}|after-verb={followed}|{side}|{kind}",
        f"{role}|nested={nested}|{side}{slot}|{kind}",
        f"{role}|group={grouped}|{side}",
        f"{role}|spoken={spoken}|{side}|{kind}",
    )


def _order(
    scene: tuple[str, str, str, str], slot: str, order: tuple[int, int], first: bool, only: bool
) -> tuple[str, ...]:
    role, shape, kind, frame = scene
    return (
        f"{role}|order={order[0]}/{order[1]}|{kind}",
        f"{role}|order={order[0]}|{kind}|{frame}",
        f"{role}|first={first}|{kind}|{shape}",
        f"{role}|only={only}|{slot}|{kind}",
    )


def _speaks(place: Place, scope: Scope) -> bool:
    """Whether a party's name stands in the name of a speaker whom the sentence cites."""
    return any(place.mention.text in voice.chain[0] for voice in scope.hypothesis.voices if voice.chain)


def _said_before(party: str, role: str, scope: Scope) -> Group:
    """What the sentences before told of a party."""
    before = scope.hypothesis.before
    cast, mine = before.cast, ROLES.index(role)
    told = tuple(
        f"told-{word}={back}"
        for back, roles in enumerate(before.roles, 1)
        for word, side in (("same", mine), ("other", 1 - mine))
        if roles[side] == party
    )
    pair = party in before.pair if before.pair else None
    counts = (min(scope.rank(party), 4), bucket(cast.counts.get(party, 0)), bucket(len(cast.counts)))
    return _said, ((role, scope.kind, scope.says), counts, cast.kinds.get(party), told, pair)


def _said(
    scene: tuple[str, str, str],
    counts: tuple[int, int, int],
    sort: PartyKind | None,
    told: tuple[str, ...],
    pair: bool | None,
) -> tuple[str, ...]:
    role, kind, says = scene
    rank, count, parties = counts
    return (
        f"{role}|rank={rank}|{kind}",
        f"{role}|rank={rank}|kind={sort}|{kind}",
        f"{role}|says={says}|kind={sort}|{kind}",
        f"{role}|count={count}|parties={parties}",
        *(f"{role}|{one}" for one in told),
        *([f"{role}|pair={pair}|{kind}"] if pair is not None else []),
    )


def _before(candidate: Candidate, role: str, scope: Scope) -> list[Group]:
    """What a party named before the sentence has for it."""
    before, reading = scope.hypothesis.before, scope.hypothesis.reading
    assert candidate.party is not None
    lead = any(parties[:1] == (candidate.party,) for parties in before.parties[:1])
    crowd = len(before.parties[0]) if before.parties else 0
    rank, sort = min(scope.rank(candidate.party), 3), before.cast.kinds.get(candidate.party)
    return [
        (_back, ((role, scope.shape, scope.kind, scope.frame), candidate.back, scope.points, (lead, bucket(crowd)))),
        (_back_of, ((role, scope.kind, scope.says), min(candidate.back, 2), rank, sort, bucket(scope.parties))),
        (_back_opens, (role, min(candidate.back, 2), sort, scope.code, reading.words.texts[0])),
        (_back_word, (role, scope.word)),
        (_back_led, (role, scope.code, reading.words.texts[0], lead)),
        _said_before(candidate.party, role, scope),
    ]


def _back(scene: tuple[str, str, str, str], back: int, points: str, said: tuple[bool, int]) -> tuple[str, ...]:
    role, shape, kind, frame = scene
    lead, crowd = said
    return (
        f"{role}|back={back}|{kind}",
        f"{role}|back={back}|{frame}",
        f"{role}|back={back}|lead={lead}|crowd={crowd}",
        f"{role}|back={min(back, 2)}|{shape}|{kind}",
        f"{role}|back={min(back, 2)}|points={points}|{kind}",
        f"{role}|back={min(back, 2)}|points={points}|lead={lead}",
    )


def _back_opens(role: str, back: int, sort: PartyKind | None, code: str, word: str) -> tuple[str, ...]:
    return (f"{role}|back={back}|{sort}|opens={code}:{word}",)


def _back_led(role: str, code: str, word: str, lead: bool) -> tuple[str, ...]:
    return (f"{role}|back|opens={code}:{word}|lead={lead}",)


def _back_word(role: str, word: str) -> tuple[str, ...]:
    return (f"{role}|back|{word}",)


def _back_of(
    scene: tuple[str, str, str], back: int, rank: int, sort: PartyKind | None, parties: int
) -> tuple[str, ...]:
    role, kind, says = scene
    return (
        f"{role}|back={back}|rank={rank}|parties={parties}",
        f"{role}|back={back}|parties={parties}|{kind}",
        f"{role}|back={back}|says={says}|{sort}",
    )


def _nobody(role: str, scope: Scope) -> list[Group]:
    """What speaks for nobody."""
    reading, before, draft = scope.hypothesis.reading, scope.hypothesis.before, scope.hypothesis.draft
    bare = sum([place.slot == "bare" and place.last < scope.head for place in reading.places])
    after = sum([place.first > scope.head for place in reading.places])
    said = (before.pair is not None, bucket(len(before.parties[0]) if before.parties else 0))
    return [
        (_nobody_here, ((role, scope.shape, scope.kind, scope.frame), (scope.points, scope.says), draft.category)),
        (_nobody_near, ((role, scope.shape, scope.kind), (min(bare, 2), min(after, 2)), bucket(scope.parties), said)),
        (_nobody_word, (role, scope.word, scope.hypothesis.source, scope.kind)),
    ]


def _nobody_here(scene: tuple[str, str, str, str], told: tuple[str, str], category: str | None) -> tuple[str, ...]:
    role, shape, kind, frame = scene
    return (
        f"{role}|nobody|{kind}|{category}",
        f"{role}|nobody|{frame}",
        f"{role}|nobody|{shape}|{kind}",
        f"{role}|nobody|points={told[0]}|{kind}",
        f"{role}|nobody|says={told[1]}|{kind}",
    )


def _nobody_near(
    scene: tuple[str, str, str], places: tuple[int, int], parties: int, said: tuple[bool, int]
) -> tuple[str, ...]:
    role, shape, kind = scene
    return (
        f"{role}|nobody|parties={parties}|{kind}",
        f"{role}|nobody|bare={places[0]}|after={places[1]}|{shape}",
        f"{role}|nobody|pair={said[0]}|{kind}",
        f"{role}|nobody|before={said[1]}",
    )


def _nobody_word(role: str, word: str, source: str, kind: str) -> tuple[str, ...]:
    return f"{role}|nobody|{word}", f"{role}|nobody|source={source}|{kind}"
