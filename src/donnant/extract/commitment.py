"""A sentence and the place of a claim in it; how far the voice commits, and in what phase the thing is."""

import functools
from collections.abc import Iterable
from dataclasses import dataclass

from donnant.domain.claim import Factuality, Phase
from donnant.extract.gate import Gate
from donnant.extract.predicates import Predicate, Shape
from donnant.extract.tokens import Words, phrase_of
from donnant.lang.cues import Commitment, commitment
from donnant.lang.grammar import grammar

_NEGATION_REACH = 5
_FINITE = (Shape.ACTIVE, Shape.PASSIVE, Shape.CAUSED)


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found in a sentence; positions are token positions, the last one included."""

    first: int
    last: int
    effect: str
    reach: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Certainty and phase of a claim, and the words that decided each."""

    factuality: Factuality
    phase: Phase
    cues: tuple[tuple[str, str], ...]


def judge(
    words: Words, hits: Iterable[Hit], code: str, predicate: Predicate | None, anchor: tuple[int, int]
) -> Verdict:
    """The verdict on a claim whose goods or trigger stand at the anchor (first and last token)."""
    tables = commitment(code)
    start = min(anchor[0], predicate.first) if predicate else anchor[0]
    end = max(anchor[1], predicate.last) if predicate else anchor[1]
    near = [hit for hit in hits if _acts(hit, words, code, predicate, (start, end), anchor)]
    factuality, why = _factuality(words, near, tables, predicate, (start, end))
    phase, since = _phase(words, near, predicate)
    cues = [(field, cue) for field, cue in (("factuality", why), ("phase", since)) if cue]
    return Verdict(factuality, phase, tuple(cues))


def find_cues(words: Words, folded: str, code: str) -> tuple[Hit, ...]:
    """Every cue of certainty and phase in a sentence, false friends weeded out."""
    gate, friends = _gates(code)
    false = [(start, end) for start, end, _ in friends.find(folded)]
    hits = []
    for start, end, (effect, reach) in gate.find(folded):
        if not any(a <= start and end <= b for a, b in false):
            hits.append(Hit(words.at(start), words.before(end), effect, reach))
    return tuple(hits)


@functools.cache
def _gates(code: str) -> tuple[Gate[tuple[str, str]], Gate[bool]]:
    tables = commitment(code)
    cues = {word: (cue.effect, cue.reach) for cue in tables.cue for word in cue.words}
    return Gate(cues), Gate(dict.fromkeys(tables.false_friends, True))


def _acts(
    hit: Hit, words: Words, code: str, predicate: Predicate | None, span: tuple[int, int], anchor: tuple[int, int]
) -> bool:
    """Whether a cue reaches the claim."""
    if hit.reach == "sentence":
        return True
    if hit.reach == "opening":
        return hit.first == 0 and not _any(words, 1, anchor[0], (",",))
    if hit.reach == "near":
        ends = (",", ";", *grammar(code).conjunctions)
        return hit.last < anchor[0] and not _any(words, hit.last + 1, anchor[0], ends)
    inside = span[0] <= hit.first and hit.last <= span[1]
    if predicate is not None and predicate.first <= hit.first <= predicate.last:
        return True
    if not inside and hit.first > span[0]:
        return False
    if _any(words, hit.last + 1, span[1] if inside else span[0], commitment(code).stops):
        return False
    if hit.effect in ("planned", "wanted") and predicate is not None and predicate.shape in _FINITE:
        # a finite verb has its own time: what is wanted before it reaches it only through "that"
        close = predicate.first - hit.last <= 2
        return close or _any(words, hit.last + 1, predicate.first, grammar(code).breaks)
    return True


def _factuality(
    words: Words, near: list[Hit], tables: Commitment, predicate: Predicate | None, span: tuple[int, int]
) -> tuple[Factuality, str]:
    if predicate is not None and predicate.frame.factuality == "denied":
        return Factuality.DENIED, _text(words, predicate.first, predicate.last)
    denied = [hit for hit in near if hit.effect == "denied"]
    if denied:
        return Factuality.DENIED, _text(words, denied[-1].first, denied[-1].last)
    negation = _negation(words, tables, predicate, span)
    if negation:
        return Factuality.DENIED, negation
    possible = [hit for hit in near if hit.effect == "possible"]
    if possible:
        return Factuality.POSSIBLE, _text(words, possible[-1].first, possible[-1].last)
    hearsay = _conditional(words, tables, predicate, span)
    if hearsay:
        return Factuality.REPORTED, hearsay
    reported = [hit for hit in near if hit.effect == "reported"]
    if reported:
        return Factuality.REPORTED, _text(words, reported[-1].first, reported[-1].last)
    return Factuality.ASSERTED, ""


def _phase(words: Words, near: list[Hit], predicate: Predicate | None) -> tuple[Phase, str]:
    if predicate is not None and predicate.frame.phase:
        return Phase(predicate.frame.phase), _text(words, predicate.first, predicate.last)
    if predicate is not None and predicate.tense == "future":
        return Phase.PLANNED, _text(words, predicate.first, predicate.last)
    timed = sorted((hit for hit in near if hit.effect in ("planned", "wanted")), key=lambda hit: hit.first)
    if timed:
        return Phase(timed[-1].effect), _text(words, timed[-1].first, timed[-1].last)
    return Phase.DONE, ""


def _negation(words: Words, tables: Commitment, predicate: Predicate | None, span: tuple[int, int]) -> str:
    """The words of a negation that covers the span: in its verb group, or in a verb that governs it."""
    limit = span[0] if predicate is None or predicate.shape is Shape.NOUN else predicate.last + _NEGATION_REACH
    for position, word in enumerate(words.texts[: limit + 1]):
        if (word not in tables.negators and word not in tables.leading) or position > limit:
            continue
        if tables.no:
            firsts = [
                back for back in range(max(0, position - _NEGATION_REACH), position) if words.texts[back] in tables.no
            ]
            leads = word in tables.leading and _any(words, position + 1, position + _NEGATION_REACH, tables.no)
            if not firsts and not leads:
                continue
            first = firsts[-1] if firsts else position
        else:
            first = position
        if first > limit or _friend(words, first, position, tables):
            continue
        edge = predicate.first if predicate is not None else span[0]
        if position < edge and _any(words, position + 1, edge, tables.stops):
            continue
        if position > edge and predicate is not None and first > predicate.last + 1:
            continue
        return _text(words, first, position)
    return ""


def _friend(words: Words, first: int, last: int, tables: Commitment) -> bool:
    """Whether a negation is part of a fixed phrase that denies nothing (`n'a pas dépassé`)."""
    after = _text(words, max(0, first - 1), min(len(words) - 1, last + 3))
    return any(friend in after for friend in tables.false_friends)


def _conditional(words: Words, tables: Commitment, predicate: Predicate | None, span: tuple[int, int]) -> str:
    """The verb of hearsay in the clause: the claim's own, one that governs it, or the one its noun is subject of."""
    if not tables.conditional_endings:
        return ""
    noun = predicate is None or predicate.shape in (Shape.NOUN, Shape.PARTICIPLE)
    limit = min(len(words), span[1] + 8) if noun else span[1] + 1
    start = 0
    for position in range(span[0] - 1, -1, -1):
        if words.texts[position] in tables.stops or words.texts[position] == ";":
            start = position
            break
    for position in range(start, limit):
        word = words.texts[position]
        if position > span[1] and word in (",", ";", ":"):
            return ""
        if word.endswith(tuple(tables.conditional_endings)) and word not in tables.conditional_exceptions:
            return word
    return ""


def _any(words: Words, start: int, end: int, listed: Iterable[str]) -> bool:
    wanted = set(listed)
    return any(words.texts[position] in wanted for position in range(max(0, start), min(end, len(words))))


def _text(words: Words, first: int, last: int) -> str:
    texts = words.texts[first : last + 1]
    return phrase_of(texts)
