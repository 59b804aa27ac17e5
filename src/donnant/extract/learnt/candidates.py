"""A hypothesis in; the parties that may fill a role, nobody among them, each with its features out."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from donnant.extract.hypotheses import Hypothesis
from donnant.extract.learnt.words import bucket, stem
from donnant.extract.parties import Guise
from donnant.extract.places import Place
from donnant.extract.predicates import Predicate, Shape
from donnant.extract.roles import role_of
from donnant.lang.cues import anaphora
from donnant.lang.parties import party_names

ROLES = ("giver", "receiver")
OTHER = {"giver": "receiver", "receiver": "giver"}
_PRINCIPAL = 4
"""Parties that the whole report names most often, and that are always considered."""
_MOST_BEFORE = 10
"""Parties from before the sentence that are considered, at most."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A party that may fill a role: a place of the sentence, a party named before, or nobody."""

    party: str | None
    place: Place | None = None
    back: int = 0
    """How many sentences back it was named; 4 for what the whole report is about, 0 for this sentence."""


NOBODY = Candidate(None)


def candidates(hypothesis: Hypothesis) -> list[Candidate]:
    """Everybody who may fill a role of a hypothesis, places of the sentence first, nobody last."""
    reading, before = hypothesis.reading, hypothesis.before
    found = [Candidate(p.mention.party, p) for p in reading.places if p.mention.guise is not Guise.PAIR]
    seen = {candidate.party for candidate in found}
    earlier: list[Candidate] = []
    named = [(1 + k, party) for k, parties in enumerate(before.parties) for party in parties]
    sides = (hypothesis.draft.giver, hypothesis.draft.receiver)
    principal = sorted(before.cast.counts, key=lambda party: (-before.cast.counts[party], party))[:_PRINCIPAL]
    known = [
        *((4, side) for side in sides if side),
        *named,
        *((4, party) for party in (*(before.pair or ()), *principal)),
    ]
    for back, party in known:
        if party not in seen and len(earlier) < _MOST_BEFORE:
            seen.add(party)
            nearest = next((k for k, other in named if other == party), back)
            earlier.append(Candidate(party, None, nearest))
    return [*found, *earlier, NOBODY]


_NEAR = 4
"""Words between a verb and the pronoun before it, at most."""


def _points(hypothesis: Hypothesis, predicate: Predicate | None, code: str) -> str:
    """Which words beside the word that tells point back: a subject pronoun, a clitic, a possessive."""
    words, table = hypothesis.reading.words.texts, anaphora(code)
    first = predicate.first if predicate else hypothesis.draft.anchor[0]
    before = words[max(0, first - _NEAR) : first]
    inside = words[max(0, first - 2) : (predicate.head if predicate else first) + 1]
    anchor = hypothesis.draft.anchor[0]
    owned = any(words[at - 1] in table.possessives for at in (first, anchor) if at > 0)
    subject, clitic = any(word in table.subjects for word in before), any(word in table.objects for word in inside)
    return f"{'s' if subject else ''}{'o' if clitic else ''}{'p' if owned else ''}"


@functools.cache
def _sorts(code: str) -> dict[str, str]:
    """Nouns that say what kind of party is meant (`company`, `rebels`), without its name."""
    cues = party_names(code, ()).table.cues
    return {word: cue.kind.value for cue in cues if cue.place == "before" for word in cue.words if " " not in word}


def _says(words: Sequence[str], code: str) -> str:
    """The kinds of party that a sentence speaks of without their names."""
    sorts = _sorts(code)
    return "+".join(sorted({sorts[word] for word in words if word in sorts}))


class Scope:
    """What all candidates of one hypothesis share; worked out once."""

    __slots__ = (
        "code", "frame", "head", "hypothesis", "kind", "order", "parties", "points", "predicate", "says", "shape",
        "stands", "word",
    )  # fmt: skip

    def __init__(self, hypothesis: Hypothesis, code: str) -> None:
        draft = hypothesis.draft
        predicate: Predicate | None = draft.predicate
        self.hypothesis = hypothesis
        self.code = code
        self.predicate = predicate
        self.head = predicate.head if predicate else draft.anchor[0]
        self.frame = predicate.frame.id if predicate else "none"
        self.shape = predicate.shape.value if predicate else "none"
        self.kind = f"{draft.kind}.{draft.category}" if draft.kind == "attitude" else str(draft.kind)
        self.word = f"{code}:{stem(hypothesis.reading.words.texts[self.head])}"
        self.points = _points(hypothesis, predicate, code)
        self.says = _says(hypothesis.reading.words.texts, code)
        self.points = _points(hypothesis, predicate, code)
        self.says = _says(hypothesis.reading.words.texts, code)
        self.order = tuple(dict.fromkeys(place.mention.party for place in hypothesis.reading.places))
        self.parties = len(self.order)
        self.stands: dict[int, Stand] = {}
        """By the identity of a place: one is asked for once a role, and again for what the judge sees."""


def beside(candidate: Candidate, giver: Candidate, scope: Scope) -> Iterator[str]:
    """The features of a receiver that hang on who gives."""
    cast, kind = scope.hypothesis.before.cast, scope.kind
    if candidate.party is None or giver.party is None:
        yield f"with|nobody={candidate.party is None}|{giver.party is None}|{kind}"
        return
    place, other = candidate.place, giver.place
    rank = min(cast.partner_rank(candidate.party, giver.party), 3)
    where = "back" if place is None else "here"
    beyond = "back" if other is None else "here"
    yield f"with|partner={rank}|{kind}|{where}"
    foes = (min(candidate.party, giver.party), max(candidate.party, giver.party)) in cast.foes
    yield f"with|foes={foes}|{kind}|{where}|{beyond}"
    yield f"with|{where}|{beyond}|{kind}|{scope.shape}"
    yield f"with|{cast.kinds.get(candidate.party)}|{cast.kinds.get(giver.party)}|{kind}"
    told = [index for index, roles in enumerate(scope.hypothesis.before.roles) if roles[0] and roles[1]]
    pairs = [scope.hypothesis.before.roles[index][:2] for index in told]
    yield f"with|told={(giver.party, candidate.party) in pairs}|turned={(candidate.party, giver.party) in pairs}"
    if place is not None and other is not None:
        order = "<" if place.head < other.head else ">"
        between = "in" if min(place.head, other.head) < scope.head < max(place.head, other.head) else "out"
        yield f"with|{order}{between}|{kind}|{scope.shape}"
        yield f"with|{order}{between}|{place.slot}|{other.slot}|{kind}"
        yield f"with|same-group={place.group == other.group}"


def features(candidate: Candidate, role: str, scope: Scope) -> Iterator[str]:
    """The features of a candidate for a role; the same words for both languages but for what is spelled."""
    draft, prefix = scope.hypothesis.draft, f"{role}|"
    yield from (prefix + name for name in _rule(candidate, role, draft.giver, draft.receiver, draft.found))
    if candidate.place is not None:
        yield from (prefix + name for name in _placed(candidate.place, role, scope))
    elif candidate.party is not None:
        yield from (prefix + name for name in _before(candidate, role, scope))
    else:
        yield from (prefix + name for name in _nobody(role, scope))


def _rule(
    candidate: Candidate, role: str, giver: str | None, receiver: str | None, found: dict[str, str]
) -> Iterator[str]:
    """What the rules say of a candidate."""
    said = {"giver": giver, "receiver": receiver}
    mine, other = said[role], said[OTHER[role]]
    where = "nobody" if candidate.party is None else "here" if candidate.place is not None else "back"
    if mine == candidate.party:
        yield f"rule={found.get(role, '-')}|{where}"
        yield "rule"
    elif mine is None:
        yield f"rule-empty|{where}"
    else:
        yield f"rule-else={found.get(role, '-')}|{where}"
    if candidate.party is not None and other == candidate.party:
        yield f"rule-other={found.get(OTHER[role], '-')}|{where}"


@dataclass(frozen=True, slots=True)
class Stand:
    """How a place stands to the word that tells: on which side, brought by what, and what lies between."""

    side: str
    slot: str
    door: str | None
    """The role that the frame of the word gives to this place."""
    verbs: int
    breaks: int
    commas: int
    near: int


def stand(place: Place, scope: Scope) -> Stand:
    """How a place stands to the word that tells the hypothesis."""
    known = scope.stands.get(id(place))
    if known is None:
        known = scope.stands[id(place)] = _stand(place, scope)
    return known


def _stand(place: Place, scope: Scope) -> Stand:
    reading, head, predicate = scope.hypothesis.reading, scope.head, scope.predicate
    words = reading.words.texts
    side = "<" if place.last < head else ">"
    slot = place.slot if place.owner is None else f"own-{_owner(place, scope)}"
    door = None
    if predicate is not None and place.owner is None:
        verb = predicate.shape is not Shape.NOUN
        bare = ("subject" if side == "<" else "object") if verb else place.slot
        door = role_of(predicate, bare if place.slot == "bare" else place.slot)
    elif predicate is not None and slot == "own-word":
        door = role_of(predicate, "adjective" if place.mention.guise is Guise.ADJECTIVE else "of")
    start, end = (place.last + 1, head) if side == "<" else (head + 1, place.first)
    between = range(start, end)
    verbs = sum([position in reading.scene.verbs for position in between])
    breaks = sum([words[p] in reading.scene.grammar.breaks or words[p] in (";", ":") for p in between])
    commas = words[start:end].count(",")
    return Stand(side, slot, door, min(verbs, 3), min(breaks, 2), min(commas, 2), bucket(end - start))


def _placed(place: Place, role: str, scope: Scope) -> Iterator[str]:
    """What a place in the sentence tells."""
    reading = scope.hypothesis.reading
    words = reading.words.texts
    at = stand(place, scope)
    side, slot, door, verbs, breaks, commas, near = at.side, at.slot, at.door, at.verbs, at.breaks, at.commas, at.near
    guise, sort = place.mention.guise.value, place.mention.kind.value
    yield f"slot={side}{slot}|{scope.shape}|{scope.kind}"
    yield f"slot={side}{slot}|{scope.frame}"
    yield f"slot={side}{slot}|{scope.word}"
    yield f"slot={side}{slot}|near={near}|verbs={min(verbs, 2)}"
    yield f"door={door}|{side}{slot}"
    yield f"door={door}|verbs={min(verbs, 2)}|breaks={min(breaks, 1)}|{side}"
    yield f"door={door == role}|{side}{slot}|{scope.frame}"
    yield f"guise={guise}|{sort}|{side}{slot}|{scope.kind}"
    yield f"near={near}|{side}|{scope.shape}"
    yield f"verbs={verbs}|commas={commas}|breaks={breaks}|{side}"
    yield f"parties={bucket(scope.parties)}|{side}{slot}"
    before = words[place.first - 1] if place.first else "^"
    after = words[place.last + 1] if place.last + 1 < len(words) else "$"
    yield f"before={scope.code}:{before}|{side}"
    yield f"lead={scope.code}:{words[place.first]}|{side}|{scope.kind}"
    yield f"after={scope.code}:{after}|{side}|{scope.kind}"
    yield f"after-verb={place.last + 1 in reading.scene.verbs}|{side}|{scope.kind}"
    order = scope.order.index(place.mention.party)
    yield f"order={min(order, 3)}/{bucket(scope.parties)}|{scope.kind}"
    yield f"order={min(order, 3)}|{scope.kind}|{scope.frame}"
    yield f"points={scope.points}|door={door == role}|{side}{slot}"
    yield f"first={place is reading.places[0]}|{scope.kind}|{scope.shape}"
    yield f"only={scope.parties == 1}|{slot}|{scope.kind}"
    yield f"nested={place.nested}|{side}{slot}|{scope.kind}"
    yield f"group={place.group != place.head}|{side}"
    yield f"spoken={_speaks(place, scope)}|{side}|{scope.kind}"
    yield from _said_before(place.mention.party, role, scope)


def _owner(place: Place, scope: Scope) -> str:
    """Whose a party is: the word's own, its goods', or another noun's."""
    first, last = scope.hypothesis.draft.anchor
    if scope.predicate is not None and place.owner in range(scope.predicate.first, scope.predicate.last + 1):
        return "word"
    return "goods" if place.owner is not None and first <= place.owner <= last else "else"


def _speaks(place: Place, scope: Scope) -> bool:
    """Whether a party's name stands in the name of a speaker whom the sentence cites."""
    return any(place.mention.text in voice.chain[0] for voice in scope.hypothesis.voices if voice.chain)


def _said_before(party: str, role: str, scope: Scope) -> Iterator[str]:
    """What the sentences before told of a party."""
    before = scope.hypothesis.before
    index = {"giver": 0, "receiver": 1}
    cast = before.cast
    rank, kind = min(cast.rank(party), 4), cast.kinds.get(party)
    yield f"rank={rank}|{scope.kind}"
    yield f"rank={rank}|kind={kind}|{scope.kind}"
    yield f"says={scope.says}|kind={kind}|{scope.kind}"
    yield f"count={bucket(cast.counts.get(party, 0))}|parties={bucket(len(cast.counts))}"
    for back, roles in enumerate(before.roles, 1):
        if roles[index[role]] == party:
            yield f"told-same={back}"
        if roles[index[OTHER[role]]] == party:
            yield f"told-other={back}"
    if before.pair:
        yield f"pair={party in before.pair}|{scope.kind}"


def _before(candidate: Candidate, role: str, scope: Scope) -> Iterator[str]:
    """What a party named before the sentence has for it."""
    before, reading = scope.hypothesis.before, scope.hypothesis.reading
    assert candidate.party is not None
    lead = any(parties[:1] == (candidate.party,) for parties in before.parties[:1])
    crowd = len(before.parties[0]) if before.parties else 0
    subject = reading.words.texts[0] if len(reading.words) else "^"
    yield f"back={candidate.back}|{scope.kind}"
    yield f"back={candidate.back}|{scope.frame}"
    rank, sort = min(before.cast.rank(candidate.party), 3), before.cast.kinds.get(candidate.party)
    yield f"back={min(candidate.back, 2)}|rank={rank}|parties={bucket(scope.parties)}"
    yield f"back={min(candidate.back, 2)}|{sort}|opens={scope.code}:{reading.words.texts[0]}"
    yield f"back={candidate.back}|lead={lead}|crowd={bucket(crowd)}"
    yield f"back={min(candidate.back, 2)}|parties={bucket(scope.parties)}|{scope.kind}"
    yield f"back={min(candidate.back, 2)}|{scope.shape}|{scope.kind}"
    yield f"back={min(candidate.back, 2)}|points={scope.points}|{scope.kind}"
    yield f"back={min(candidate.back, 2)}|points={scope.points}|lead={lead}"
    yield f"back={min(candidate.back, 2)}|says={scope.says}|{sort}"
    yield f"back|{scope.word}"
    yield f"back|opens={scope.code}:{subject}|lead={lead}"
    yield from _said_before(candidate.party, role, scope)


def _nobody(role: str, scope: Scope) -> Iterator[str]:
    """What speaks for nobody."""
    reading, before, draft = scope.hypothesis.reading, scope.hypothesis.before, scope.hypothesis.draft
    bare = sum(place.slot == "bare" and place.last < scope.head for place in reading.places)
    after = sum(place.first > scope.head for place in reading.places)
    yield f"nobody|{scope.kind}|{draft.category}"
    yield f"nobody|{scope.frame}"
    yield f"nobody|{scope.shape}|{scope.kind}"
    yield f"nobody|{scope.word}"
    yield f"nobody|points={scope.points}|{scope.kind}"
    yield f"nobody|says={scope.says}|{scope.kind}"
    yield f"nobody|parties={bucket(scope.parties)}|{scope.kind}"
    yield f"nobody|bare={min(bare, 2)}|after={min(after, 2)}|{scope.shape}"
    yield f"nobody|pair={before.pair is not None}|{scope.kind}"
    yield f"nobody|source={scope.hypothesis.source}|{scope.kind}"
    yield f"nobody|before={bucket(len(before.parties[0]) if before.parties else 0)}"
