"""Cue words with their roles: who is cited, how far a voice commits, what points back."""

import functools
from dataclasses import dataclass
from typing import TypeAlias

from donnant.lang.grammar import Form, forms
from donnant.lang.lexicon import Listed, Words, read_table
from donnant.lang.morphology import noun_forms
from donnant.lang.parties import PartyTable


class Voices(Words, frozen=True):
    """What `voices.toml` holds."""

    before: Listed
    opening: Listed
    through: Listed
    """Words between a speaker and who carries their words."""
    quoted: Listed
    """Participles that bring who carries a speaker's words, with a date between."""
    back: Listed
    continues: Listed
    that: Listed
    verbs: Listed
    direct: Listed
    """Those of the verbs that cite even without `that` after them."""
    counting: Listed
    """Those of the verbs that cite where a figure stands behind them (`puts aid at 300 million`)."""
    asking: Listed
    """Verbs of demand: they cite whoever demands, unless it is a party that would receive."""
    accusing: Listed
    """Verbs that cite their subject in the infinitive too (`n'ont cessé d'accuser`)."""
    telling: Listed
    """Verbs whose object is who was spoken to (`told the Gazette`)."""
    documents: Listed
    bodies: Listed
    people: Listed
    authors: Listed
    """Nouns for somebody who writes studies."""
    pronouns: Listed
    plurals: Listed
    """Those of the pronouns that mean several."""
    nobody: Listed
    same: Listed
    """Words that make a body the one cited last."""
    these: Listed
    """Demonstratives: with a noun that says nothing more they mean the voice cited last."""
    unspecified: Listed
    """Nouns that say nothing of whom they mean: `the same source`, `cet organisme` is the voice cited last."""
    others: Listed
    """Words before a document that make it another one than the study in hand."""
    indefinite: Listed
    """Articles that bring somebody up anew."""
    titles: Listed
    """What may stand before a name and is no part of it."""
    honours: Listed
    """Titles that lead in a surname."""
    unnamed: Listed
    """Words that begin a sentence with a capital and are no part of a name."""
    calendar: Listed
    """Days and months, which date what is said and name nobody."""
    carriers: Listed
    interviews: Listed
    """Phrases that bring the outlet that a person spoke to."""
    outlets: Listed
    """Nouns of outlets that may stand between."""
    base_auxiliaries: Listed
    """Auxiliaries in the base form, with which what is said may begin."""


class Cue(Words, frozen=True):
    """Words of one effect (possible, able, reported, denied, planned, wanted) and how far they reach.

    `able` is what may be: possible, and planned unless it is told as past.
    """

    effect: str
    reach: str
    words: list[str] = []
    verbs: list[str] = []
    """Verbs that have this effect in every form."""
    negated: str = ""
    """The effect of the verbs where they are negated (`n'exclut pas`)."""


class Commitment(Words, frozen=True):
    """What `commitment.toml` holds."""

    conditional_endings: Listed
    """Endings of verbs that mark hearsay by themselves."""
    conditional_exceptions: Listed
    future_endings: Listed
    """Endings of verbs in the future."""
    future_exceptions: Listed
    future_words: Listed
    """Words that make a verb future."""
    stops: Listed
    that: Listed
    """Words that bring what is said, wished or denied as a clause."""
    markers: Listed
    """Words that bring it as an infinitive."""
    purpose: Listed
    """Words that make an aim of the infinitive after them."""
    aims: Listed
    """Words that bring what a contract or a deal is about."""
    unbound: Listed
    """Words after which an infinitive lies outside of a negation before them."""
    headline: Listed
    """Words that make a plan of an infinitive right after a party (`UK to send tanks`)."""
    no: Listed
    """First half of a negation that has two; empty where the negator stands alone."""
    negators: Listed
    leading: Listed
    """Negators that may stand before the first half (`aucun char n'a`)."""
    determiners: Listed
    """Negators that stand before a noun."""
    partitive: Listed
    """Words before a noun that a negation covers, where an article would take it for granted."""
    being: Listed
    """Words of being and having, whose negation covers any noun after them."""
    believing: Listed
    """Verbs whose negation covers the clause after them (`ne pense pas que`)."""
    false_friends: Listed
    cue: list[Cue]


Operators: TypeAlias = dict[str, tuple[tuple[Form, Cue], ...]]
"""Spelling to the verb forms of that spelling that are cues."""


class Anaphora(Words, frozen=True):
    """What `anaphora.toml` holds."""

    subjects: Listed
    objects: Listed
    both: Listed
    descriptions: Listed
    possessives: Listed
    plurals: Listed
    """Which of the pronouns and possessives stand for several."""
    demonstratives: Listed
    the: Listed
    """Articles and demonstratives, of one only, that lead a description of a state."""
    homes: Listed
    """Nouns that a state is described by; a region beside one says where it lies (`the West African nation`)."""
    places: Listed
    """Descriptions of a state that stand where its name could."""
    back: Listed
    war: Listed
    """Nouns of war and attack: who stands beside one fights."""
    harm: Listed
    """Further nouns of what befalls a party: who blames one blames somebody else."""


@dataclass(frozen=True, slots=True)
class Speech:
    """The voices of a pack, with every form of its verbs of saying."""

    words: Voices
    verbs: dict[str, tuple[Form, ...]]
    documents: frozenset[str]
    """Nouns of documents, plurals included."""
    bodies: frozenset[str]
    people: frozenset[str]
    plural_nouns: frozenset[str]
    """Plurals of all of these."""
    direct: frozenset[str]
    """Forms of verbs that cite even without `that` after them."""
    counting: frozenset[str]
    """Forms of verbs that cite where a figure stands behind them."""
    asking: frozenset[str]
    accusing: frozenset[str]
    telling: frozenset[str]
    leaders: frozenset[str]
    """Full names of people who are known as leaders of a party."""


@functools.cache
def speech(code: str) -> Speech:
    """The voices table of a pack, ready for looking up."""
    words = read_table(code, "voices", Voices)
    verbs: dict[str, list[Form]] = {}
    for verb in dict.fromkeys([*words.verbs, *words.asking]):
        for spelling, form in forms(code, verb):
            verbs.setdefault(spelling, []).append(form)
    ordered = {word: tuple(sorted(found, key=lambda form: -len(form.tail))) for word, found in verbs.items()}
    nouns = [*words.documents, *words.bodies, *words.people]
    documents, bodies, people = (
        frozenset(form for noun in listed for form in noun_forms(code, noun))
        for listed in (words.documents, words.bodies, words.people)
    )
    plurals = frozenset(form for noun in nouns for form in noun_forms(code, noun)[1:]) - {*words.documents}
    table = read_table(code, "parties", PartyTable)
    named = (name for party in (*table.states.values(), *table.bodies.values()) for name in party.leaders)
    leaders = frozenset(name for name in named if " " in name)
    return Speech(
        words,
        ordered,
        documents,
        bodies,
        people,
        plurals,
        _spellings(code, words.direct),
        _spellings(code, words.counting),
        _spellings(code, words.asking),
        _spellings(code, words.accusing),
        _spellings(code, words.telling),
        leaders,
    )


def _spellings(code: str, verbs: Listed) -> frozenset[str]:
    return frozenset(spelling for verb in verbs for spelling, _ in forms(code, verb))


def commitment(code: str) -> Commitment:
    """The cues of certainty and phase of a pack."""
    return read_table(code, "commitment", Commitment)


@functools.cache
def operators(code: str) -> Operators:
    """Every form of the verbs that are cues of certainty or phase, those with fixed words after them first."""
    found: dict[str, list[tuple[Form, Cue]]] = {}
    for cue in commitment(code).cue:
        for verb in cue.verbs:
            for spelling, form in forms(code, verb):
                found.setdefault(spelling, []).append((form, cue))
    return {word: tuple(sorted(listed, key=lambda one: -len(one[0].tail))) for word, listed in found.items()}


@functools.cache
def believing(code: str) -> frozenset[str]:
    """Every form of the verbs whose negation covers the clause after them."""
    return frozenset(spelling for verb in commitment(code).believing for spelling, _ in forms(code, verb))


def anaphora(code: str) -> Anaphora:
    """The words of a pack that point back."""
    return read_table(code, "anaphora", Anaphora)
