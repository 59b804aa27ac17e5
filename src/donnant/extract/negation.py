"""A sentence and a claim's place in it in; the words of a negation that covers the claim out."""

from collections.abc import Iterator
from dataclasses import dataclass

from donnant.extract.predicates import Predicate, Shape
from donnant.extract.scope import FINITE, Ground, Target
from donnant.extract.tokens import phrase_of
from donnant.lang.cues import believing

_REACH = 5
"""The most words between the two halves of a negation."""
_INSIDE = 3
"""How far a negation may stand from the verb group that it is part of."""
_OBJECT = 8
"""The most words between a negation and the noun that it covers."""
_AFTER = 4
"""How far behind a negation the verb may stand that it negates."""


@dataclass(frozen=True, slots=True)
class No:
    """A negation, and the verb that it negates as far as the pack knows it."""

    first: int
    last: int
    text: str


def negation(target: Target, ground: Ground) -> No | None:
    """The negation that covers a claim: of its own verb, or of one that governs it."""
    return next((no for no in _all(ground) if _covers(no, target, ground)), None)


def _all(ground: Ground) -> Iterator[No]:
    """Every negation of a sentence, fixed phrases that deny nothing left out."""
    texts, tables = ground.words.texts, ground.tables
    for position, word in enumerate(texts):
        if word not in tables.negators and word not in tables.leading:
            continue
        first = position
        if tables.no:
            near = range(max(0, position - _REACH), position)
            firsts = [back for back in near if texts[back] in tables.no]
            after = [p for p in range(position + 1, min(len(texts), position + 9)) if texts[p] in tables.no]
            if not firsts and not (word in tables.leading and after):
                continue
            first = firsts[-1] if firsts else position
        around = phrase_of(texts[max(0, first - 1) : position + 4])
        if not any(friend in around for friend in tables.false_friends):
            yield No(first, position, phrase_of(texts[first : position + 1]))


def _covers(no: No, target: Target, ground: Ground) -> bool:
    texts, tables = ground.words.texts, ground.tables
    if texts[no.last] in tables.determiners and no.last < target.anchor[0]:
        # `no weapons`, `aucun char`: the goods themselves
        between = range(no.last + 1, target.anchor[0])
        if len(between) <= _INSIDE and not any(texts[p] == "," or p in ground.verbs for p in between):
            return True
    predicate = target.predicate
    if predicate is not None and predicate.shape is not Shape.NOUN and _own(no, predicate, ground):
        return True
    if no.first >= target.first:
        return False
    start = no.last + 1
    if ground.holds(start, target.first, (*tables.stops, *ground.edges)):
        return False
    if sum(word == "," for word in texts[start : target.first]) % 2:
        return False
    return _governed(no, target, ground)


def _own(no: No, predicate: Predicate, ground: Ground) -> bool:
    """Whether a negation stands in a verb's own group, or right at it."""
    texts = ground.words.texts
    if predicate.first <= no.first <= predicate.last or predicate.first <= no.last <= predicate.last:
        return True
    if no.last < predicate.first:
        between = range(no.last + 1, predicate.first)
        return len(between) <= 1 and not any(texts[p] in (",", *ground.grammar.breaks) for p in between)
    between = range(predicate.last + 1, no.first)
    return len(between) <= 0 and no.last - predicate.last <= _INSIDE


def _governed(no: No, target: Target, ground: Ground) -> bool:
    """Whether the verb that is negated has the claim as its complement."""
    texts, tables = ground.words.texts, ground.tables
    negated = [p for p in range(no.first, min(no.last + _AFTER, target.first)) if p in ground.verbs]
    start = max([no.last, *negated]) + 1
    that = [p for p in range(start, target.first) if texts[p] in tables.that]
    if any(_halts(p) and p.first <= no.last + _AFTER and p.last >= no.first for p in ground.predicates):
        return False  # what is not halted goes on
    if ground.finite(start, target.first):
        return False
    if target.predicate is not None and target.predicate.shape in FINITE:
        believed = ground.holds(no.first, that[0] if that else start, believing(ground.grammar.code))
        return bool(that) and believed
    if target.predicate is not None and target.predicate.shape is not Shape.NOUN:
        return not ground.holds(start, target.first, tables.unbound) and not that
    return _object(no, target, ground)


def _halts(predicate: Predicate) -> bool:
    return predicate.frame.factuality == "denied" and predicate.shape is not Shape.NOUN


def _object(no: No, target: Target, ground: Ground) -> bool:
    """Whether a noun is the object of a negated verb; a definite one is, where it is that verb that passes it."""
    texts = ground.words.texts
    first = min(target.first, target.anchor[0])
    if first - no.last > _OBJECT:
        return False
    passing = [p for p in ground.predicates if p.shape is not Shape.NOUN and no.first - 1 <= p.head <= no.last + 3]
    if passing:
        return True
    return texts[first - 1] in ground.tables.partitive or ground.holds(no.first, no.last + 2, ground.tables.being)
