"""A reading and what the rules drafted from it in; further drafts that only the learnt judge may accept out."""

from collections.abc import Sequence
from dataclasses import dataclass

from donnant.domain.claim import Kind
from donnant.extract.attitudes import is_preposition, lacks_target, names_conduct
from donnant.extract.context import Context
from donnant.extract.discourse import Cast, Memory
from donnant.extract.draft import Draft
from donnant.extract.goods import Goods
from donnant.extract.govern import govern
from donnant.extract.grip import find_grip, grip_sides
from donnant.extract.idle import is_idle
from donnant.extract.parties import Guise
from donnant.extract.predicates import Predicate, Shape
from donnant.extract.reading import Reading
from donnant.extract.sides import Sides, complete, read_sides
from donnant.extract.times import Time
from donnant.extract.voices import Voice
from donnant.extract.worth import split_values

_MOST = 6
"""Weak drafts of goods in one sentence, at most: a longer list is an inventory."""
_LEADS = 3
"""Words between a verb and the verb that it leads to, at most."""
_CARRIED = 6
"""Words between goods and a further word that tells of them, at most."""
_REACH = 14
"""Words between goods and the word that may tell of them, at most."""


@dataclass(frozen=True, slots=True)
class Before:
    """What was said before a sentence: the three sentences before it, the nearest first."""

    parties: tuple[tuple[str, ...], ...]
    roles: tuple[tuple[str | None, str | None, str | None], ...]
    pair: tuple[str, str] | None
    cast: Cast
    """The parties of the whole report."""

    @classmethod
    def of(cls, memory: Memory, cast: Cast) -> "Before":
        """A copy of what a memory holds now."""
        return cls(tuple(reversed(memory.parties[-3:])), tuple(reversed(memory.roles[-3:])), memory.pair, cast)


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A draft with where it comes from: the rules, or one of the ways of guessing."""

    draft: Draft
    source: str
    reading: Reading
    before: Before
    voices: Sequence[Voice] = ()
    """Who is cited in its sentence; they are looked for when they are first asked for."""
    lead_time: Time | None = None
    right: float | None = None
    """How likely who, to whom, what and how much are all right; null where nothing was learnt."""

    @property
    def strong(self) -> bool:
        """Whether the rules would have told it by themselves."""
        return self.source == "rule"


def weak_drafts(strong: Sequence[Draft], reading: Reading, context: Context) -> list[tuple[str, Draft]]:
    """Drafts that the rules leave unsaid, each with the way it was guessed."""
    if not reading.mentions and not (reading.predicates and context.memory.parties and context.memory.parties[-1]):
        return []
    goods = _of_goods(strong, reading, context)
    known = [*strong, *(draft for _, draft in goods)]
    return [
        *goods,
        *_of_words(known, reading, context),
        *_of_cues(strong, reading, context),
        *_of_pacts(strong, reading, context),
    ]


def _of_goods(strong: Sequence[Draft], reading: Reading, context: Context) -> list[tuple[str, Draft]]:
    """Goods that the sentence names without the rules seeing them pass."""
    told = {draft.anchor[0] for draft in strong if draft.kind is Kind.TRANSFER}
    named = {draft.category for draft in strong if draft.kind is Kind.TRANSFER}
    predicates = [p for p in reading.predicates if p.frame.kind == "transfer"]
    hints = [p for p in reading.hints if p.frame.kind == "transfer"]
    governed = govern(reading, predicates)
    found: list[tuple[str, Draft]] = []
    loose = [thing for thing in reading.loose if not is_idle(thing, reading, context.tables.lexicon)]
    things = [*split_values(reading, context.tables)[1], *loose]
    for thing in sorted(things, key=lambda thing: (thing.first, thing.last)):
        if thing.first in told or (thing.amount is None and thing.category in named) or len(found) >= _MOST:
            continue
        if thing.category == "troops" and any(draft.kind is Kind.LOSS for draft in strong):
            continue  # those whom the sentence mourns
        named.add(thing.category)
        predicate = governed.get(thing.first) or _nearest(thing, [*predicates, *hints])
        grip = find_grip(thing, predicate, reading, predicates, context.tables)
        sides = grip_sides(thing, grip, reading, context)
        complete(sides, context.memory)
        cues = {"category": reading.text(thing.first, thing.last)}
        draft = Draft(
            Kind.TRANSFER,
            sides.party.get("giver"),
            sides.party.get("receiver"),
            thing.category,
            (thing.first, thing.end),
            grip.trigger,
            item=reading.text(thing.first, thing.end),
            amount=thing.amount,
            unit=thing.unit,
            stopper=grip.stopper,
            joint=dict(sides.joint),
            found=dict(sides.found),
            cues={**sides.cues, **cues, "kind": _cue(grip.trigger, reading, cues["category"])},
        )
        way = "governed" if thing.first in governed else "goods"
        found.append(("loose" if thing in reading.loose else way, draft))
    return found


def _cue(predicate: Predicate | None, reading: Reading, otherwise: str) -> str:
    return reading.text(predicate.first, predicate.last) if predicate else otherwise


def _nearest(thing: Goods, predicates: Sequence[Predicate]) -> Predicate | None:
    """The word of exchange that stands nearest to goods."""
    near = [(abs(p.head - thing.first), p.head, p) for p in predicates if abs(p.head - thing.first) <= _REACH]
    return min(near, key=lambda one: one[:2])[2] if near else None


def _of_words(known: Sequence[Draft], reading: Reading, context: Context) -> list[tuple[str, Draft]]:
    """Words of exchange, or of loss, that tell of nothing yet: their goods are what the frame says, or `other`."""
    used = {draft.predicate.head for draft in known if draft.predicate}
    found = []
    for predicate in reading.predicates:
        frame = predicate.frame
        if predicate.head in used or frame.kind not in ("transfer", "loss") or frame.support:
            continue
        if frame.kind == "transfer" and frame.category is None and _carries(predicate, known):
            continue  # the goods beside it are what it tells of
        sides = read_sides(predicate, reading, context.memory, context.tables.anaphora)
        if frame.kind == "transfer":
            complete(sides, context.memory)
        category = frame.category or ("other" if frame.kind == "transfer" else "killed")
        found.append(("word", _told(Kind(frame.kind), category, predicate, sides, reading)))
    return found


def _carries(predicate: Predicate, known: Sequence[Draft]) -> bool:
    """Whether goods that a draft tells of stand close to a word of exchange."""
    near = (min(abs(at - predicate.head) for at in draft.anchor) for draft in known if draft.kind is Kind.TRANSFER)
    return any(distance <= _CARRIED for distance in near)


def _told(kind: Kind, category: str, predicate: Predicate, sides: Sides, reading: Reading) -> Draft:
    """The draft of a word that tells by itself."""
    words = reading.text(predicate.first, predicate.last)
    return Draft(
        kind,
        sides.party.get("giver"),
        None if kind is Kind.LOSS else sides.party.get("receiver"),
        category,
        (predicate.first, predicate.last),
        predicate,
        item=reading.text(predicate.head, predicate.last) if kind is Kind.TRANSFER else None,
        joint=dict(sides.joint),
        each=kind is Kind.ATTITUDE,
        found=dict(sides.found),
        cues={**sides.cues, "kind": words},
    )


def _of_cues(strong: Sequence[Draft], reading: Reading, context: Context) -> list[tuple[str, Draft]]:
    """Words of praise and blame whose holder or target the rules did not see."""
    used = {draft.predicate.head for draft in strong if draft.predicate and draft.kind is Kind.ATTITUDE}
    acts = {word.head for draft in strong for word in (draft.predicate, draft.stopper) if word}
    found = []
    for predicate in (*reading.predicates, *reading.hints):
        if predicate.frame.kind != "attitude" or predicate.head in used:
            continue
        if predicate.frame.needs == "conduct" and not names_conduct(predicate, reading, context.tables):
            continue
        if is_preposition(predicate, reading) or _is_conceded(predicate, reading):
            continue
        if predicate.frame.doubtful and (predicate.head in acts or _only_leads(predicate, reading)):
            continue  # a deed that a rule has told is no more than that
        sides = read_sides(predicate, reading, context.memory, context.tables.anaphora)
        if lacks_target(predicate, sides, reading):
            continue
        complete(sides, context.memory, hostile=True)
        category = predicate.frame.category or "negative"
        found.append(
            ("hint" if predicate.frame.doubtful else "cue", _told(Kind.ATTITUDE, category, predicate, sides, reading))
        )
    return found


def _is_conceded(predicate: Predicate, reading: Reading) -> bool:
    """Whether a noun only says what hindered nobody, and not whose it is (`despite criticism, X delivers`)."""
    words, small = reading.words.texts, reading.scene.grammar.prepositions.despite
    before = words[max(0, predicate.first - _LEADS) : predicate.first]
    end = next((p for p in range(predicate.last + 1, len(words)) if words[p] == ","), len(words))
    near = range(predicate.last + 1, min(end, predicate.last + 1 + _LEADS))
    return any(word in small for word in before) and not any(place.head in near for place in reading.places)


def _only_leads(predicate: Predicate, reading: Reading) -> bool:
    """Whether a word only leads to a verb of exchange (`denies having sold`)."""
    verbs = (p for p in reading.predicates if p.frame.kind == "transfer" and p.shape is not Shape.NOUN)
    return any(0 < verb.first - predicate.last <= _LEADS for verb in verbs)


def _of_pacts(strong: Sequence[Draft], reading: Reading, context: Context) -> list[tuple[str, Draft]]:
    """A pact that is named, or a verb of agreeing, between the parties that the sentence names."""
    if any(draft.kind is Kind.AGREEMENT for draft in strong):
        return []
    words = [p for p in reading.predicates if p.frame.kind == "agreement"]
    if not words:
        return []
    parties = {
        place.mention.party
        for place in reading.places
        if place.mention.guise is Guise.PAIR or place.slot in ("bare", "with", "between", "of")
    }
    where = "sentence"
    if len(parties) < 2 and context.memory.pair:
        parties, where = parties | set(context.memory.pair), "report"
    if len(parties) < 2 or len(parties) > _MOST:
        return []
    verb = next((p for p in words if p.shape is not Shape.NOUN), words[0])
    noun = next((p for p in words if p.shape is Shape.NOUN), verb)
    draft = Draft(
        Kind.AGREEMENT,
        None,
        None,
        None,
        (noun.first, noun.last),
        verb,
        tuple(sorted(parties)),
        item=reading.text(noun.first, noun.last),
        found={"parties": where},
        cues={"kind": reading.text(verb.first, verb.last)},
    )
    return [("pact", draft)]
