"""The door to who and to whom: a predicate and the places of parties in, the best place for each role out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from donnant.extract.parties import Guise
from donnant.extract.places import Place
from donnant.extract.predicates import Predicate, Shape
from donnant.extract.tokens import Words
from donnant.lang.grammar import Grammar, conjugation

_LEAST = 0.2
"""A candidate below this is nobody."""
_SOON = 4
_ORIGIN = "origin"
"""The slot of a party that the goods beside a noun belong to: they come from it, whatever the noun says."""
_FIXED = {"from": 2.4, "by": 2.4, "to": 2.0, "with": 1.6, "against": 1.4, "of": 1.3, "in": 0.9, "among": 1.4}
"""How telling a preposition is, before distance is taken off."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the sentence holds around a predicate: its words, and where other verbs stand."""

    words: Words
    grammar: Grammar
    verbs: tuple[int, ...]
    """Head positions of all verb groups, verbs of saying included."""
    goods: tuple[int, ...]
    """Positions of nouns of goods."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A role with the place that fills it and how sure the reading is."""

    role: str
    place: Place
    score: float
    slot: str


def assign_roles(predicate: Predicate, places: Sequence[Place], scene: Scene) -> dict[str, Filled]:
    """The best place for each role of a predicate; a role that no place fills well is left out."""
    candidates = [filled for place in places for filled in _readings(predicate, place, scene) if filled.score >= _LEAST]
    chosen: dict[str, Filled] = {}
    used: set[str] = set()
    for filled in sorted(candidates, key=lambda f: (-f.score, f.place.head, f.role)):
        if filled.role not in chosen and filled.place.mention.party not in used:
            chosen[filled.role] = filled
            used.add(filled.place.mention.party)
    return _with_buyer(predicate, chosen, candidates)


def _with_buyer(predicate: Predicate, chosen: dict[str, Filled], candidates: Sequence[Filled]) -> dict[str, Filled]:
    """Whose imports they are, where it is said besides from whom they come (`the German imports of Russian gas`)."""
    owner = chosen.get("giver")
    if predicate.shape is not Shape.NOUN or owner is None or owner.slot not in ("of", "adjective"):
        return chosen
    if "receiver" in chosen or predicate.frame.by != "receiver":
        return chosen
    others = [one for one in candidates if one.role == "giver" and one.place.mention.party != owner.place.mention.party]
    if not others:
        return chosen
    seller = min(others, key=lambda one: (-one.score, one.place.head))
    return {**chosen, "giver": seller, "receiver": replace(owner, role="receiver", slot="by")}


def _readings(predicate: Predicate, place: Place, scene: Scene) -> list[Filled]:
    """Every role that a place may fill, each with its score."""
    if place.mention.guise is Guise.PAIR:
        return []
    if predicate.shape is Shape.NOUN:
        found = _beside_noun(predicate, place, scene)
    elif place.owner is not None and place.owner not in range(predicate.head, predicate.last + 1):
        found = _owned(predicate, place, scene)
    elif place.last < predicate.first:
        found = _before_verb(predicate, place, scene)
    else:
        found = _after_verb(predicate, place, scene)
    readings = []
    for slot, score in found:
        role = role_of(predicate, slot)
        if role in ("giver", "receiver", "party"):
            readings.append(Filled(role, place, score, slot))
    return readings


def role_of(predicate: Predicate, slot: str) -> str | None:
    """The role of a slot, turned round where the verb is passive or caused."""
    frame = predicate.frame
    if slot == _ORIGIN:
        return "giver" if frame.kind == "transfer" else frame.of
    if predicate.shape is Shape.CAUSED:
        swap = {"giver": "receiver", "receiver": "giver"}
        if slot in ("subject", "by"):
            role = frame.subject
            return swap.get(role or "", role) if slot == "subject" else role
        return None if slot == "to" else frame.role(slot)
    if predicate.shape in (Shape.PASSIVE, Shape.PARTICIPLE):
        if slot == "subject":
            return frame.object
        if slot == "by":
            return frame.by or frame.subject
        if slot == "object":
            return None
    if slot == "by" and predicate.shape is not Shape.NOUN:
        return None
    return frame.role(slot)


def _beside_noun(predicate: Predicate, place: Place, scene: Scene) -> list[tuple[str, float]]:
    own = range(predicate.head, predicate.last + 1)
    if place.owner is not None:
        if place.owner in own:
            adjective = place.mention.guise is Guise.ADJECTIVE
            if predicate.frame.by not in (None, role_of(predicate, "of")):
                if place.last < predicate.head and not adjective:
                    return [("by", 3.0)]  # `China's imports`
                return [("adjective" if adjective else "of", 2.0), ("by", 1.9)]  # `imports`: from whom, or whose
            return [("adjective" if adjective else "of", 3.0)]
        # goods beside the noun carry their own adjective: "livraisons d'armes russes", "Russian arms deliveries"
        near = 0 < place.owner - predicate.last <= 4 or place.owner == predicate.first - 1
        slot = _ORIGIN if place.mention.guise is Guise.ADJECTIVE else "of"
        return [(slot, 1.5)] if near and place.slot == "of" else []
    if place.head < predicate.head:
        bare = place.slot == "bare" and predicate.frame.subject is not None
        return [("subject", 1.6 - _between(scene, place.last + 1, predicate.first) / 2)] if bare else []
    cost = _between(scene, predicate.last + 1, place.first)
    if place.slot == "bare" and predicate.frame.subject is not None and _equates(scene, predicate.last, place.first):
        return [("subject", 1.4 - cost)]  # `the chief buyers are X and Y`
    if place.slot in ("bare", "aside"):
        return []
    return [(place.slot, _FIXED.get(place.slot, 0.5) - cost)]


def _equates(scene: Scene, start: int, end: int) -> bool:
    """Whether nothing but a form of `be` and small words stands between a noun and a name."""
    between = scene.words.texts[start + 1 : end]
    return len(between) <= _SOON and any(word in conjugation(scene.grammar.code).be for word in between)


def _owned(predicate: Predicate, place: Place, scene: Scene) -> list[tuple[str, float]]:
    """A party that belongs to a noun of goods: it speaks for the verb only where its people are the subject."""
    left = place.last < predicate.first
    cost = (
        _between(scene, place.last + 1, predicate.first) if left else _between(scene, predicate.last + 1, place.first)
    )
    if not left and place.slot == "of" and place.mention.guise is not Guise.ADJECTIVE and predicate.frame.factuality:
        return [("of", 1.0 - cost)]  # `retirer ses soldats de X`: what is taken away is taken from there
    if predicate.frame.kind in ("loss", "attitude"):
        return [("subject" if left else "object", 1.4 - cost)]
    return []


def _before_verb(predicate: Predicate, place: Place, scene: Scene) -> list[tuple[str, float]]:
    relative = _relative(predicate, place, scene)
    cost = 0.0 if relative else _between(scene, place.last + 1, predicate.first)
    if predicate.shape is Shape.PARTICIPLE:
        return [("subject", 0.9 - 3 * cost)] if place.slot == "bare" else []
    if predicate.shape in (Shape.INFINITIVE, Shape.GERUND):
        distance = 0.03 * (predicate.first - place.last)
        if place.slot == "bare":
            return [("subject", 1.6 - distance - cost / 3)]
        governed = place.slot == "to" or (place.slot == "by" and predicate.first - place.last <= 2)
        return [("subject", 1.0 - distance - cost / 3)] if governed else []  # `l'annonce par X de livrer`
    if place.slot == "bare" or relative:
        return [("subject", 2.2 - cost - (0.3 if place.nested else 0.0))]
    if place.slot == "of" and place.first == 0 and predicate.frame.of == "giver":
        return [("of", 1.0 - cost)]  # what opens a sentence before a comma goes with its verb
    if place.slot in ("aside", "of"):
        return [("subject", 0.5 - cost)] if place.slot == "of" and place.nested else []
    return [(place.slot, _FIXED.get(place.slot, 0.5) / 2 - cost)]


def _relative(predicate: Predicate, place: Place, scene: Scene) -> bool:
    """Whether the verb opens a relative clause whose antecedent is this place."""
    position = predicate.first - 1
    words = scene.words.texts
    while position > place.last and words[position] not in scene.grammar.relative:
        if position < predicate.first - 3:
            return False
        position -= 1
    return position > place.last and position - place.last <= 2


def _after_verb(predicate: Predicate, place: Place, scene: Scene) -> list[tuple[str, float]]:
    cost = _between(scene, predicate.last + 1, place.first)
    if place.slot == "bare":
        near = place.first - predicate.last
        if near > 2 and any(position in scene.verbs for position in range(place.last + 1, place.last + _SOON)):
            cost += 1.0  # `lent money and X pledged more`: the name begins a clause of its own
        return [("object", (2.2 if near <= 2 else 1.2) - cost)]
    if place.slot == "aside":
        return []
    return [(place.slot, _FIXED.get(place.slot, 0.5) - cost)]


def _between(scene: Scene, start: int, end: int) -> float:
    """What stands between a predicate and a place, as a cost: words, commas, clause words, other verbs."""
    cost = 0.0
    for position in range(start, end):
        word = scene.words.texts[position]
        cost += 0.02
        if word in (";", ":"):
            cost += 1.0
        elif word == ",":
            cost += 0.15
        elif word in scene.grammar.breaks:
            cost += 0.8
        elif position in scene.verbs:
            cost += 0.7
    return cost
