"""A verb in its sentence in; whether its subject is spelled out and stands for no party that is named, out."""

import functools

from donnant.extract.predicates import Predicate, Shape
from donnant.extract.reading import Reading
from donnant.lang.cues import anaphora, speech
from donnant.lang.grammar import grammar as grammar_of
from donnant.lang.grammar import preposition_roles
from donnant.lang.parties import party_names

_REACH = 9
"""Words that a subject may have, at most."""


def stranger(predicate: Predicate, reading: Reading) -> bool:
    """Whether somebody or something without a name is the subject (`the farmers sell`, `les prix ont`).

    A pronoun is none, nor a noun for a body or a person (`the ministry`): they may stand for a party named before.
    """
    span = nameless_subject(predicate, reading)
    return is_unknown(predicate, reading) or (bool(span) and _meant(reading.scene.grammar.code).isdisjoint(span))


def is_unknown(predicate: Predicate, reading: Reading) -> bool:
    """Whether a name that is nobody's stands right before a verb (`said Serum would deliver`)."""
    at = predicate.first - 1
    if at < 1 or predicate.shape not in (Shape.ACTIVE, Shape.PASSIVE) or not reading.words.tokens[at - 1].is_word:
        return False
    token = reading.words.tokens[at]
    named = any(place.first <= at <= place.last for place in reading.places)
    return not named and token.is_word and reading.sentence.text[token.start].isupper() and token.end - token.start > 1


def nameless_subject(predicate: Predicate, reading: Reading) -> tuple[str, ...]:
    """The words of a verb's subject, its article first, where no party is named in them; empty where there are none."""
    if predicate.shape not in (Shape.ACTIVE, Shape.PASSIVE):
        return ()
    texts, grammar = reading.words.texts, reading.scene.grammar
    stop = predicate.first
    if stop and texts[stop - 1] in grammar.relative:
        stop -= 2 if stop > 1 and texts[stop - 2] == "," else 1
    start = _start(stop, reading)
    span = texts[start:stop]
    if len(span) < 2 or span[0] not in grammar.determiners:
        return ()
    named = any(start <= place.last and place.first < stop for place in reading.places)
    return () if named else tuple(span)


def subject_role(predicate: Predicate) -> str | None:
    """The role that the frame of a verb gives to its subject."""
    return predicate.frame.object if predicate.shape is Shape.PASSIVE else predicate.frame.subject


def _start(stop: int, reading: Reading) -> int:
    """Where the words that lead up to a verb begin: behind the last mark, verb, conjunction or clause."""
    texts, grammar = reading.words.texts, reading.scene.grammar
    verbs = frozenset(reading.scene.verbs)
    position = stop
    while position > 0 and stop - position < _REACH:
        word = texts[position - 1]
        edge = not word[0].isalnum() or word in grammar.breaks or word in grammar.conjunctions
        if edge or word in grammar.relative or position - 1 in verbs:
            break
        position -= 1
    while position < stop and (texts[position] not in grammar.determiners):
        if texts[position] in preposition_roles(grammar.code):
            return stop
        position += 1
    return position


@functools.cache
def _meant(code: str) -> frozenset[str]:
    """Words that may stand for a party that is named elsewhere: pronouns, bodies, people, kinds of party."""
    words, said = anaphora(code), speech(code)
    kinds = {word for cue in party_names(code, ()).table.cues if cue.place == "before" for word in cue.words}
    listed = (*words.subjects, *words.homes, *words.descriptions, *words.places, *words.both)
    phrases = {part for phrase in listed for part in phrase.split()}
    return frozenset(
        {*phrases, *kinds, *said.bodies, *said.people, *said.plural_nouns} - {*grammar_of(code).determiners}
    )
