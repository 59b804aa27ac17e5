"""The places of a sentence in; the same out with names that `and`, commas and their like join in one group."""

from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from donnant.extract.places import LONGEST_PREPOSITION, Place, preposition_at
from donnant.extract.tokens import Words
from donnant.lang.grammar import Grammar

_WHERE = {"in", "to"}
"""Slots that a list of countries may mix (`en Libye, au Soudan et au Mali`)."""
_BETWEEN = 5
"""How far apart two names may stand that are joined."""


def with_coordination(places: list[Place], words: Words, grammar: Grammar, verbs: Collection[int] = ()) -> list[Place]:
    """Places where a name after `and` or a comma has the place of the name that it is joined to."""
    result: list[Place] = []
    for place in places:
        joined = replace(place, group=place.head)
        before = result[-1] if result else None
        if before is not None and _belongs(before, place, words, grammar, verbs):
            joined = replace(place, slot=before.slot, owner=before.owner, nested=before.nested, group=before.group)
        result.append(joined)
    return _without_chance(result, places, words, grammar)


def _without_chance(joined: list[Place], alone: list[Place], words: Words, grammar: Grammar) -> list[Place]:
    """The same without the two names that only a comma joins: they stand beside each other by chance."""
    sizes = Counter(place.group for place in joined)
    kept = []
    for index, place in enumerate(joined):
        second = sizes[place.group] == 2 and index > 0 and joined[index - 1].group == place.group
        between = words.texts[joined[index - 1].last + 1 : place.head] if second else ()
        bare = second and all(word == "," or word in grammar.determiners for word in between)
        kept.append(replace(alone[index], group=place.head) if bare and "," in between else place)
    return kept


def _belongs(before: Place, place: Place, words: Words, grammar: Grammar, verbs: Collection[int]) -> bool:
    """Whether a place goes on with the names that the one before it ends."""
    if place.owner not in (None, before.owner) or not 0 < place.head - before.last <= _BETWEEN + LONGEST_PREPOSITION:
        return False
    if before.slot != "bare" and _begins_clause(place, words, grammar, verbs):
        return False
    start = before.last + 1
    if place.first < place.head and _joins(words, start, place.head, grammar):
        return True  # `X, along with Y`: what joins ends in a preposition
    if place.nested and not before.nested and words.texts[place.first - 1] == ",":
        return False  # `X, a member of Y`
    same = place.slot in ("bare", before.slot) or {place.slot, before.slot} == _WHERE
    return same and 0 < place.first - before.last <= _BETWEEN and _joined(words, start, place.first, grammar)


def _joins(words: Words, start: int, end: int, grammar: Grammar) -> bool:
    """Whether exactly one phrase that joins, and at most a comma before it, stands between two names."""
    if start < end and words.texts[start] == ",":
        start += 1
    length = _joiner(words, start, end, grammar)
    rest = words.texts[start + length : end]
    return length > 0 and all(word in grammar.determiners for word in rest)


def _begins_clause(place: Place, words: Words, grammar: Grammar, verbs: Collection[int]) -> bool:
    """Whether a verb right after a name makes it the subject of a clause of its own; `X de livrer` does not."""
    for position in range(place.last + 1, min(place.last + 4, len(words))):
        if position in verbs:
            return True
        if not words.tokens[position].is_word or preposition_at(words, position, grammar)[0]:
            return False
    return False


def _joined(words: Words, start: int, end: int, grammar: Grammar) -> bool:
    """Whether nothing but commas and words that join (`and`, `as well as`, `including`) stands between two names."""
    position = start
    while position < end:
        text = words.texts[position]
        length = _joiner(words, position, end, grammar)
        if not length and text != "," and text not in grammar.conjunctions and text not in grammar.determiners:
            return False
        position += length or 1
    return any(text not in grammar.determiners for text in words.texts[start:end])


def _joiner(words: Words, start: int, end: int, grammar: Grammar) -> int:
    """How many words a phrase that joins names has here; 0 where there is none."""
    for phrase in grammar.joiners:
        parts = phrase.replace("'", "' ").split()
        if start + len(parts) <= end and words.follow(start, parts):
            return len(parts)
    return 0
