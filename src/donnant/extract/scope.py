"""A cue and a claim's words in; whether the cue reaches them out."""

from collections.abc import Iterable
from dataclasses import dataclass

from donnant.extract.hits import Hit
from donnant.extract.predicates import Predicate, Shape
from donnant.extract.tokens import Words
from donnant.lang.cues import Commitment
from donnant.lang.grammar import Grammar

FINITE = (Shape.ACTIVE, Shape.PASSIVE)
_NOMINAL = (Shape.NOUN, Shape.PARTICIPLE)
_OBJECT = 14
"""The most words between a verb and a noun that is its object."""
_CLOSE = 6
"""The most words between a modal and a noun that its infinitive has as object."""
_SUBJECT = 9
"""The most words between a noun and the verb that it is the subject of."""
_BESIDE = 3
"""The most words between an adverb or adjective and what it stands beside."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A sentence, as far as certainty and phase go."""

    words: Words
    hits: tuple[Hit, ...]
    verbs: frozenset[int]
    """Head positions of all verb groups known to the pack."""
    predicates: tuple[Predicate, ...]
    tables: Commitment
    grammar: Grammar
    capitals: frozenset[int] = frozenset()
    """Positions of words printed with a capital."""
    edges: tuple[str, ...] = ()
    """Words that begin a clause of its own, which nothing before it reaches."""

    def finite(self, start: int, end: int) -> list[int]:
        """Positions of finite verbs in a stretch: those that are no infinitive, gerund or participle."""
        loose = {
            p.head
            for p in self.predicates
            if p.shape in (Shape.INFINITIVE, Shape.GERUND, Shape.PARTICIPLE, Shape.CAUSED)
        }
        return [position for position in range(start, end) if position in self.verbs and position not in loose]

    def holds(self, start: int, end: int, listed: Iterable[str]) -> bool:
        """Whether one of these words stands in a stretch."""
        wanted = set(listed)
        return any(word in wanted for word in self.words.texts[max(0, start) : max(0, end)])


@dataclass(frozen=True, slots=True)
class Target:
    """What a claim hangs on: the word that tells it, and its goods; positions are token positions."""

    predicate: Predicate | None
    anchor: tuple[int, int]

    @property
    def first(self) -> int:
        """Where the words that tell it begin."""
        return self.predicate.first if self.predicate else self.anchor[0]

    @property
    def last(self) -> int:
        """Where they end."""
        return self.predicate.last if self.predicate else self.anchor[1]

    @property
    def span(self) -> tuple[int, int]:
        """From the first to the last of word and goods."""
        return min(self.first, self.anchor[0]), max(self.last, self.anchor[1])

    @property
    def finite(self) -> bool:
        """Whether a finite verb tells it, which has its own time."""
        told = self.predicate
        return told is not None and told.shape in FINITE and not told.frame.words

    @property
    def nominal(self) -> bool:
        """Whether a noun tells it, or nothing but the goods themselves."""
        told = self.predicate
        return told is None or told.shape in _NOMINAL or bool(told.frame.words)


def reaches(hit: Hit, target: Target, ground: Ground) -> bool:
    """Whether a cue acts on a claim; the month of May is none."""
    if hit.first and hit.first in ground.capitals:
        return False
    if hit.reach == "sentence":
        return True
    if hit.reach == "opening":
        return hit.first == 0 and not ground.holds(1, target.anchor[0], (",",))
    if hit.reach == "near":
        ends = (",", ";", *ground.grammar.conjunctions)
        return hit.last < target.anchor[0] and not ground.holds(hit.last + 1, target.anchor[0], ends)
    if hit.reach == "beside":
        return _beside(hit, target, ground)
    if target.first <= hit.last and hit.first <= target.last:
        return _of_itself(hit, target)
    if hit.reach == "subject":
        return hit.first > target.last and not hit.passive and _over_subject(hit, target, ground)
    if hit.reach == "adverb":
        return _in_clause(hit, target, ground)
    if hit.first > target.last:
        return _over_subject(hit, target, ground)
    return _governs(hit, target, ground)


def _of_itself(hit: Hit, target: Target) -> bool:
    """Whether a cue in the words that tell a claim acts on it: a verb that tells it is no modal, nor its own denial."""
    predicate = target.predicate
    if predicate is not None and predicate.frame.kind == "agreement" and predicate.frame.needs != "joint":
        return False
    if predicate is None or not hit.first <= predicate.head <= hit.last:
        return True
    return (hit.reach != "verb" or hit.last > predicate.last) and hit.effect in ("planned", "wanted")


def _beside(hit: Hit, target: Target, ground: Ground) -> bool:
    """An adjective beside the noun: `une livraison éventuelle`, `the promised tanks`."""
    for first, last in {target.anchor, (target.first, target.last)}:
        start, end = (hit.last + 1, first) if hit.first < first else (last + 1, hit.first)
        near = end - start <= (0 if hit.first > last and not hit.passive else _BESIDE - 1)
        if first <= hit.first <= last or (near and not _broken(ground, start, end)):
            return True
    return False


def _broken(ground: Ground, start: int, end: int) -> bool:
    """Whether a comma, another clause or another verb lies in a stretch."""
    ends = (",", ";", ":", "(", *ground.tables.stops, *ground.grammar.breaks, *ground.grammar.conjunctions)
    return ground.holds(start, end, ends) or any(position in ground.verbs for position in range(start, end))


def _in_clause(hit: Hit, target: Target, ground: Ground) -> bool:
    """An adverb of the claim's own clause."""
    if hit.first > target.last:
        gap = hit.first - target.last - 1
        inside = hit.last <= target.span[1]
        return (inside or gap <= _BESIDE) and not ground.finite(target.last + 1, hit.first)
    start, end = hit.last + 1, target.first
    if ground.holds(start, end, (*ground.tables.stops, *ground.grammar.relative)):
        return False
    others = [position for position in ground.finite(start, end) if not ground.holds(position, end, ground.tables.that)]
    return not others or (target.nominal and len(others) == 1 and target.first - others[0] <= _SUBJECT)


def _over_subject(hit: Hit, target: Target, ground: Ground) -> bool:
    """A verb after a noun that is its subject: `les livraisons pourraient commencer`, `l'aide est prévue`."""
    if not target.nominal or not (hit.reach in ("verb", "subject") or hit.passive):
        return False
    start = max(target.last, target.anchor[1]) + 1
    if hit.first - start > _SUBJECT or hit.first < start:
        return False
    ends = (",", ";", *ground.tables.stops, *ground.grammar.breaks)
    return not ground.holds(start, hit.first, ends) and not ground.finite(start, hit.first)


def _governs(hit: Hit, target: Target, ground: Ground) -> bool:
    """A verb or noun before the claim whose complement the claim is."""
    start, end = hit.last + 1, target.first
    tables = ground.tables
    if hit.passive and hit.reach != "verb" and not ground.holds(start, start + 1, (*tables.that, *tables.markers)):
        return False
    if ground.holds(start, end, (*tables.stops, *ground.edges)):
        return False
    verbs = [position for position in range(start, end) if position in ground.verbs]
    commas = sum(word == "," for word in ground.words.texts[start:end])
    if verbs and commas % 2:
        return False
    that = [position for position in range(start, end) if ground.words.texts[position] in tables.that]
    if target.finite:
        return _clause_of(hit, that, target, ground)
    if ground.finite(start, end):
        return False
    if hit.reach == "object":
        infinitive = target.predicate is not None and target.predicate.shape is not Shape.NOUN
        return not infinitive and not that and not verbs and end - start <= _OBJECT
    if hit.reach == "verb":
        noun = ground.holds(start, start + 1, ground.grammar.determiners)  # `compte des alliés`: no modal here
        return not that and (not target.nominal or (end - start <= _CLOSE and not noun))
    if hit.reach == "deal":
        told = ground.holds(end - 1, end, tables.markers) or (not commas and ground.holds(start, end, tables.aims))
        return told and not that and end - start <= _OBJECT
    participle = target.predicate is not None and target.predicate.shape is Shape.PARTICIPLE
    return not (participle and hit.effect in ("planned", "wanted", "able") and end - start > 1)


def _clause_of(hit: Hit, that: list[int], target: Target, ground: Ground) -> bool:
    """Whether a finite verb is that of the clause that a cue brings with `that`, or stands right after the cue."""
    start, end = hit.last + 1, target.first
    if hit.reach == "object":
        return False
    if not that or hit.reach == "verb":
        return end - start <= 1 and not ground.holds(start, end, (",",))
    return not ground.finite(start, that[0]) and not ground.finite(that[-1] + 1, end)
