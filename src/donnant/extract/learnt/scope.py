"""A hypothesis in; what all who may fill its roles share, and how each place stands to the word that tells, out."""

import functools
from dataclasses import dataclass

from donnant.extract.hypotheses import Hypothesis
from donnant.extract.learnt.tally import Tally
from donnant.extract.learnt.words import bucket, kind_of, stem
from donnant.extract.parties import Guise
from donnant.extract.places import Place
from donnant.extract.predicates import Predicate, Shape
from donnant.extract.roles import role_of
from donnant.extract.strangers import is_unknown, nameless_subject, subject_role
from donnant.lang.cues import anaphora
from donnant.lang.parties import party_names

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


@functools.lru_cache(maxsize=256)
def _says(words: tuple[str, ...], code: str) -> str:
    """The kinds of party that a sentence speaks of without their names."""
    sorts = _sorts(code)
    return "+".join(sorted({sorts[word] for word in words if word in sorts}))


class Scope:
    """What all candidates of one hypothesis share; worked out once."""

    __slots__ = (
        "_ranks", "code", "frame", "head", "hypothesis", "kind", "order", "parties", "points", "predicate", "says",
        "shape", "stands", "subject", "subject_role", "tally", "word",
    )  # fmt: skip

    def __init__(self, hypothesis: Hypothesis, code: str, tally: Tally) -> None:
        draft = hypothesis.draft
        predicate: Predicate | None = draft.predicate
        self.hypothesis = hypothesis
        self.code = code
        self.tally = tally
        self.predicate = predicate
        self.head = predicate.head if predicate else draft.anchor[0]
        self.frame = predicate.frame.id if predicate else "none"
        self.shape = predicate.shape.value if predicate else "none"
        self.kind = kind_of(draft)
        self.word = f"{code}:{stem(hypothesis.reading.words.texts[self.head])}"
        self.points = _points(hypothesis, predicate, code)
        self.says = _says(hypothesis.reading.words.texts, code)
        self.order = tuple(dict.fromkeys(place.mention.party for place in hypothesis.reading.places))
        self.parties = len(self.order)
        self.subject = _subject(predicate, hypothesis, code) if predicate else ()
        self.subject_role = subject_role(predicate) if predicate and self.subject else None
        self.stands: dict[int, Stand] = {}
        """By the identity of a place: one is asked for once a role, and again for what the judge sees."""
        self._ranks: dict[str, int] = {}

    def rank(self, party: str) -> int:
        """How many parties the report names more often, worked out once."""
        if party not in self._ranks:
            self._ranks[party] = self.hypothesis.before.cast.rank(party)
        return self._ranks[party]


def _subject(predicate: Predicate, hypothesis: Hypothesis, code: str) -> tuple[str, ...]:
    """The words beside the article of a subject in which no party is named: one of them is its noun."""
    if is_unknown(predicate, hypothesis.reading):
        return ("unknown",)
    span = nameless_subject(predicate, hypothesis.reading)
    return tuple(dict.fromkeys(f"{code}:{stem(word)}" for word in (span[1], span[-1]))) if span else ()


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


def _owner(place: Place, scope: Scope) -> str:
    """Whose a party is: the word's own, its goods', or another noun's."""
    first, last = scope.hypothesis.draft.anchor
    if scope.predicate is not None and place.owner in range(scope.predicate.first, scope.predicate.last + 1):
        return "word"
    return "goods" if place.owner is not None and first <= place.owner <= last else "else"
