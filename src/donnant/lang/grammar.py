"""How a language builds sentences: `pack.toml` and `conjugation.toml`, and every form of a verb."""

import functools
from dataclasses import dataclass

import msgspec

from donnant.errors import BadPack
from donnant.lang.lexicon import Listed, Words, read_table

CLEAR = ("past", "imperfect", "future", "conditional", "participle")
TENSES = ("infinitive", "present", "imperfect", "past", "future", "conditional", "participle", "gerund")


class Prepositions(Words, frozen=True):
    """Prepositions by what they bring to a verb; `aside` brings nothing of use."""

    to: Listed
    of: Listed
    by: Listed
    from_: Listed = msgspec.field(name="from")
    with_: Listed = msgspec.field(name="with")
    against: Listed
    between: Listed
    among: Listed
    in_: Listed = msgspec.field(name="in")
    despite: Listed
    """Before what does not hinder: `despite criticism` tells of nobody's attitude unless it says whose."""
    aside: Listed


class Parse(Words, frozen=True):
    """How the pack's parser labels what the second reader looks at."""

    subject: list[str]
    passive_subject: list[str]
    object: list[str]
    case: list[str]
    agent: list[str]


class Grammar(Words, frozen=True):
    """What `pack.toml` holds."""

    code: str
    name: str
    model: str
    adjectives: str
    abbreviations: Listed
    determiners: Listed
    breaks: Listed
    relative: Listed
    floats: Listed
    """Determiners that may also stand between a subject and its verb (`they each received`)."""
    conjunctions: Listed
    joiners: Listed
    """Phrases of several words that join names as `and` does, or bring the chief ones of a group."""
    prepositions: Prepositions
    parse: Parse
    clitics: Listed
    infinitive_markers: Listed
    after_nouns: Listed
    """Words before which what may be a verb or a noun of exchange is the noun (`arms exports to`, `imports fell`)."""
    """Words after which a verb stands in its base form."""
    possessive_marks: Listed
    """Words after a name that make an owner of it."""


class VerbClass(Words, frozen=True):
    """The endings that take the place of a suffix, by tense."""

    suffix: str
    infinitive: list[str]
    present: list[str]
    participle: list[str]
    gerund: list[str]
    past: list[str]
    imperfect: list[str] = []
    future: list[str] = []
    conditional: list[str] = []


class Conjugation(Words, frozen=True):
    """What `conjugation.toml` holds: auxiliaries, what may stand inside a verb group, the classes."""

    have: Listed
    be: Listed
    have_future: Listed
    be_future: Listed
    have_conditional: Listed
    be_conditional: Listed
    go: Listed
    cause: Listed
    reflexive: Listed
    oneself: Listed
    """Which of these can only turn a verb back on its subject (`se`, but not `nous`)."""
    be_active: Listed
    """Verbs whose perfect is built with `be` and is no passive."""
    never: Listed
    """Spellings of a verb's form that are nearly always another word (`important`)."""
    plain: Listed
    """Common verbs that tell no claim: where they stand, a noun phrase ends."""
    inside: Listed
    adverb_endings: Listed
    class_: list[VerbClass] = msgspec.field(name="class")


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of a verb's head word, with its tense and the fixed words around it."""

    verb: str
    """The infinitive's first word."""
    tense: str
    reflexive: bool
    tail: tuple[str, ...]
    """Words that must follow (`perdre` + `la vie`)."""


def grammar(code: str) -> Grammar:
    """The sentence grammar of a pack."""
    return read_table(code, "pack", Grammar)


def conjugation(code: str) -> Conjugation:
    """The conjugation tables of a pack."""
    return read_table(code, "conjugation", Conjugation)


@functools.cache
def preposition_roles(code: str) -> dict[str, str]:
    """Each preposition of the pack and the slot it fills; the more telling slot wins."""
    table = grammar(code).prepositions
    slots = (
        ("aside", table.aside),
        ("in", table.in_),
        ("against", table.against),
        ("between", table.between),
        ("among", table.among),
        ("of", table.of),
        ("to", table.to),
        ("by", table.by),
        ("with", table.with_),
        ("from", table.from_),
    )
    return {word: slot for slot, words in slots for word in words}


@functools.cache
def forms(code: str, verb: str) -> tuple[tuple[str, Form], ...]:
    """Every spelling of a verb as the pack conjugates it; the verb may carry fixed words after it."""
    head, *tail = verb.replace("s'", "s' ").split(" ")
    reflexive = head in conjugation(code).reflexive
    if reflexive and tail:
        head, *tail = tail
    table = _class_of(code, head)
    stem = head[: len(head) - len(table.suffix)]
    found = []
    for tense in TENSES:
        for ending in getattr(table, tense):
            found.append((stem + ending, Form(head, tense, reflexive, tuple(tail))))
    return tuple(found)


@functools.cache
def plain_forms(code: str) -> dict[str, tuple[Form, ...]]:
    """Each clear spelling of a common verb that tells no claim: a past form is, what may be a noun too is not."""
    found: dict[str, list[Form]] = {}
    for verb in conjugation(code).plain:
        for spelled, form in forms(code, verb):
            if form.tense in CLEAR:
                found.setdefault(spelled, []).append(form)
    return {spelled: tuple(listed) for spelled, listed in found.items()}


def _class_of(code: str, head: str) -> VerbClass:
    fitting = [table for table in conjugation(code).class_ if head.endswith(table.suffix)]
    if not fitting:
        raise BadPack(f"lang/{code}/conjugation.toml: no class conjugates {head!r}; add one for its suffix")
    return max(fitting, key=lambda table: len(table.suffix))
