"""The reading of a sentence in; drafts of what parties agreed out."""

from dataclasses import replace

from donnant.domain.claim import Kind
from donnant.extract.discourse import Memory
from donnant.extract.draft import Draft
from donnant.extract.parties import Guise
from donnant.extract.places import Place
from donnant.extract.predicates import Predicate, Shape
from donnant.extract.reading import Reading, Tongue
from donnant.extract.roles import Scene, assign_roles

_REACH = 12


def read_agreements(reading: Reading, memory: Memory, tables: Tongue) -> list[Draft]:
    """The agreements of a sentence: a verb of agreeing with what is agreed, and at least two parties."""
    nouns = [p for p in reading.predicates if p.frame.id == "pact"]
    drafts: list[Draft] = []
    for predicate in reading.predicates:
        if predicate.frame.kind != "agreement" or predicate.shape is Shape.NOUN:
            continue
        noun = _object(predicate, nouns)
        if predicate.frame.needs == "agreement" and noun is None:
            continue
        if predicate.frame.needs == "joint" and noun is None and _tells_exchange(predicate, reading):
            continue  # who announces deliveries together has agreed nothing
        parties, where, cue = _parties(predicate, noun, reading, memory, tables)
        if len(parties) < 2 or (predicate.frame.needs == "joint" and not _joint(predicate, parties, where, reading)):
            continue
        about = noun or predicate
        item = reading.text(about.first, _end(about.last, reading))
        cues = {"kind": reading.text(predicate.first, predicate.last), "parties": cue}
        for each in _apart(parties, about, reading):
            if not any(draft.parties == each for draft in drafts):
                span = (about.first, about.last)
                told = Draft(Kind.AGREEMENT, None, None, None, span, predicate, each, item=item, cues=cues)
                drafts.append(replace(told, found={"parties": where}))
    return drafts


def _tells_exchange(predicate: Predicate, reading: Reading) -> bool:
    """Whether a noun of exchange is what a verb announces."""
    nouns = (p for p in reading.predicates if p.shape is Shape.NOUN and p.frame.kind == "transfer")
    return any(0 < noun.first - predicate.last <= _REACH for noun in nouns)


def _apart(parties: set[str], about: Predicate, reading: Reading) -> list[tuple[str, ...]]:
    """Who agrees with whom: accords of one party with each of several others are one claim each."""
    partners = {place.mention.party for place in reading.places if place.slot == "with"} & parties
    others = parties - partners
    plural = about.shape is Shape.NOUN and reading.words.texts[about.head] not in about.frame.nouns
    if plural and len(others) > 1 and len(partners) == 1:
        partners, others = others, partners
    if not plural or len(others) != 1 or len(partners) < 2:
        return [tuple(sorted(parties))]
    return [tuple(sorted({partner, *others})) for partner in sorted(partners)]


def _object(predicate: Predicate, nouns: list[Predicate]) -> Predicate | None:
    """The pact that a verb signs: after it, or before it where the verb is passive."""
    for noun in nouns:
        gap = noun.first - predicate.last if noun.first > predicate.last else predicate.first - noun.last
        passive = predicate.shape in (Shape.PASSIVE, Shape.PARTICIPLE)
        if 0 < gap <= _REACH and (noun.first > predicate.last or passive):
            return noun
    return None


def _parties(
    predicate: Predicate, noun: Predicate | None, reading: Reading, memory: Memory, tables: Tongue
) -> tuple[set[str], str, str]:
    """Who agrees: the joint subject, whom `with` or `between` bring, or `the two countries`."""
    places = _without_asides([place for place in reading.places if _may_agree(place, predicate, noun, reading)])
    found = {place.mention.party for place in places}
    cues = [reading.text(place.head, place.last) for place in places]
    if len(found) >= 2:
        return found, "sentence", ", ".join(cues)
    both = next((phrase for phrase in tables.anaphora.both if phrase in reading.sentence.folded), "")
    if both and memory.pair:
        return set(memory.pair), "report", both
    roles = assign_roles(predicate, reading.places, reading.scene)
    if "party" in roles and not found:
        found.add(roles["party"].place.mention.party)
    return found, "sentence", ", ".join(cues)


def _may_agree(place: Place, predicate: Predicate, noun: Predicate | None, reading: Reading) -> bool:
    """Whether a place stands where somebody who agrees would."""
    if place.mention.guise is Guise.PAIR or (place.owner is not None and place.slot != "bare"):
        return False
    subject = place.slot == "bare" and (place.last < predicate.first or predicate.shape is not Shape.ACTIVE)
    return (subject or place.slot in ("with", "between")) and _near(place.first, predicate, noun, reading.scene)


def _without_asides(places: list[Place]) -> list[Place]:
    """Those who agree, where it is said between whom, or with whom the subject does: asides name others."""
    between = [place for place in places if place.slot == "between"]
    if len({place.mention.party for place in between}) > 1:
        return between
    if not any(place.slot == "with" for place in places):
        return places
    subject = next((place.group for place in places if place.slot == "bare"), None)
    return [place for place in places if place.slot != "bare" or place.group == subject]


def _joint(predicate: Predicate, parties: set[str], where: str, reading: Reading) -> bool:
    """Whether those who announce something do so together, as the joint subject of the verb."""
    if predicate.shape is not Shape.ACTIVE:
        return False
    subjects = [place for place in reading.places if place.last < predicate.first and place.slot == "bare"]
    named = {place.mention.party for place in subjects if place.group == subjects[-1].group}
    return where == "report" or named == parties


def _near(first: int, predicate: Predicate, noun: Predicate | None, scene: Scene) -> bool:
    """Whether a place is in the clause of the verb: no other verb stands between."""
    start, end = (first, predicate.first) if first < predicate.first else (predicate.last + 1, first)
    inside = range(noun.first, noun.last + 1) if noun else range(0)
    words = scene.words.texts
    return not any(
        (position in scene.verbs or words[position] in scene.grammar.breaks or words[position] == ";")
        and position not in inside
        for position in range(start, end)
        if not predicate.first <= position <= predicate.last
    )


def _end(last: int, reading: Reading) -> int:
    """The end of an agreement's name: adjectives and complements after its noun."""
    grammar = reading.scene.grammar
    end = position = last
    while position + 1 < len(reading.words) and position - last < 7:
        position += 1
        word = reading.words.texts[position]
        if not reading.words.tokens[position].is_word or word in grammar.breaks or position in reading.scene.verbs:
            break
        if word in grammar.prepositions.in_ or word in grammar.prepositions.with_ or word[0].isdigit():
            break
        if word not in grammar.prepositions.of and word not in grammar.determiners and word not in grammar.conjunctions:
            end = position
    return end
