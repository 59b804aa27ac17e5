"""Cue words with their roles: who is cited, how far a voice commits, what points back."""

import functools
from dataclasses import dataclass

from donnant.lang.grammar import Form, forms
from donnant.lang.lexicon import Words, read_table
from donnant.lang.morphology import noun_forms


class Voices(Words, frozen=True):
    """What `voices.toml` holds."""

    before: list[str]
    opening: list[str]
    through: list[str]
    back: list[str]
    continues: list[str]
    that: list[str]
    verbs: list[str]
    direct: list[str]
    """Those of the verbs that cite even without `that` after them."""
    documents: list[str]
    bodies: list[str]
    people: list[str]
    authors: list[str]
    """Nouns for somebody who writes studies."""
    pronouns: list[str]
    nobody: list[str]
    same: list[str]
    """Words that make a body the one cited last."""
    others: list[str]
    """Words before a document that make it another one than the study in hand."""
    titles: list[str]
    carriers: list[str]
    journalists: list[str]


class Cue(Words, frozen=True):
    """Words of one effect (possible, reported, denied, planned, wanted) and how far they reach."""

    effect: str
    reach: str
    words: list[str]


class Commitment(Words, frozen=True):
    """What `commitment.toml` holds."""

    conditional_endings: list[str]
    """Endings of verbs that mark hearsay by themselves."""
    conditional_exceptions: list[str]
    stops: list[str]
    no: list[str]
    """First half of a negation that has two; empty where the negator stands alone."""
    negators: list[str]
    leading: list[str]
    """Negators that may stand before the first half (`aucun char n'a`)."""
    false_friends: list[str]
    cue: list[Cue]


class Anaphora(Words, frozen=True):
    """What `anaphora.toml` holds."""

    subjects: list[str]
    objects: list[str]
    both: list[str]
    descriptions: list[str]
    possessives: list[str]
    demonstratives: list[str]
    places: list[str]
    """Descriptions of a state that stand where its name could."""
    back: list[str]


@dataclass(frozen=True, slots=True)
class Speech:
    """The voices of a pack, with every form of its verbs of saying."""

    words: Voices
    verbs: dict[str, tuple[Form, ...]]
    documents: frozenset[str]
    """Nouns of documents, plurals included."""
    bodies: frozenset[str]
    people: frozenset[str]
    direct: frozenset[str]
    """Forms of verbs that cite even without `that` after them."""


@functools.cache
def speech(code: str) -> Speech:
    """The voices table of a pack, ready for looking up."""
    words = read_table(code, "voices", Voices)
    verbs: dict[str, list[Form]] = {}
    for verb in words.verbs:
        for spelling, form in forms(code, verb):
            verbs.setdefault(spelling, []).append(form)
    ordered = {word: tuple(sorted(found, key=lambda form: -len(form.tail))) for word, found in verbs.items()}
    documents, bodies, people = (
        frozenset(form for noun in listed for form in noun_forms(code, noun))
        for listed in (words.documents, words.bodies, words.people)
    )
    direct = frozenset(spelling for verb in words.direct for spelling, _ in forms(code, verb))
    return Speech(words, ordered, documents, bodies, people, direct)


def commitment(code: str) -> Commitment:
    """The cues of certainty and phase of a pack."""
    return read_table(code, "commitment", Commitment)


def anaphora(code: str) -> Anaphora:
    """The words of a pack that point back."""
    return read_table(code, "anaphora", Anaphora)
