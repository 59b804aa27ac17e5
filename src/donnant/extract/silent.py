"""A draft in its sentence in; out, whether the sentence names its goods without anything passing."""

from donnant.domain.claim import Kind
from donnant.extract.draft import Draft
from donnant.extract.govern import breaks_between, only_of
from donnant.extract.predicates import Predicate, Shape
from donnant.extract.reading import Reading
from donnant.lang.frames import Lexicon

SILENCE = "silence"
"""The kind of the frames whose words take what stands beside them out of every claim."""
_REACH = 8
"""Words between a verb of lessening and what it lessens, at most."""


def is_silent(draft: Draft, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a transfer is none: less of it is all that is told, it is mutual, or or it is mutual."""
    if draft.kind is not Kind.TRANSFER:
        return False
    first, last = draft.anchor
    told = draft.predicate
    if told is not None and told.shape is Shape.NOUN:
        first, last = min(first, told.first), max(last, told.last)
    if any(
        _lessens(p, first, last, reading) for p in reading.predicates if p.frame.kind == SILENCE and not p.frame.turns
    ):
        return True
    return _mutual(draft.anchor, reading, lexicon)


def _lessens(predicate: Predicate, first: int, last: int, reading: Reading) -> bool:
    if predicate.shape is Shape.NOUN:
        start = predicate.last + 1
        if (
            reading.words.texts[start : start + 1]
            and reading.words.texts[start] in reading.scene.grammar.prepositions.in_
        ):
            start += 1  # `a fall in exports`
        return predicate.last < first and only_of(reading, start, first)
    if predicate.last < first:
        near = first - predicate.last <= _REACH
        return predicate.frame.takes_item and near and not breaks_between(reading, predicate.last + 1, first)
    passive = predicate.shape in (Shape.PASSIVE, Shape.PARTICIPLE)
    if not passive and predicate.frame.subject != "item":
        return False
    between = reading.words.texts[last + 1 : predicate.first]
    return last < predicate.first and len(between) <= _REACH and not {",", ";", ":"}.intersection(between)


def _mutual(anchor: tuple[int, int], reading: Reading, lexicon: Lexicon) -> bool:
    """`assistance mutuelle`, `mutual support`: what both give is an agreement, and nothing that one gives."""
    first, last = anchor
    words = reading.words.texts
    return not lexicon.mutual.isdisjoint(words[max(0, first - 1) : last + 2])
