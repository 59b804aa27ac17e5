"""In: a word's base form and a language; out: the forms it takes as an adjective or as a noun."""

import functools

import msgspec

from donnant.lang.lexicon import Words, read_table


class Rule(Words, frozen=True):
    """A suffix of base forms, and the endings that take its place."""

    suffix: str
    endings: tuple[str, ...]


class Irregular(Words, frozen=True):
    """Words that follow no rule, each with all its forms."""

    adjective: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    noun: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    people: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)


class Morphology(Words, frozen=True):
    """How a language inflects adjectives, nouns, and the nouns made of the adjectives of nations."""

    adjective: tuple[Rule, ...]
    noun: tuple[Rule, ...]
    people: tuple[Rule, ...]
    irregular: Irregular


def adjective_forms(code: str, word: str) -> tuple[str, ...]:
    """All forms of an adjective, the base form among them: ``russe`` → ``russe``, ``russes``."""
    tables = _tables(code)
    return _inflect(word, tables.irregular.adjective, tables.adjective) or (word,)


def noun_forms(code: str, word: str) -> tuple[str, ...]:
    """Singular and plural of a noun given in the singular: ``cheval`` → ``cheval``, ``chevaux``."""
    tables = _tables(code)
    return _inflect(word, tables.irregular.noun, tables.noun) or (word,)


def people_forms(code: str, word: str) -> tuple[str, ...]:
    """Forms of a nation's adjective that can only be a noun: ``Russian`` → ``Russians``."""
    tables = _tables(code)
    return _inflect(word, tables.irregular.people, tables.people)


@functools.cache
def _tables(code: str) -> Morphology:
    """The rules of a language, longest suffix first."""
    tables = read_table(code, "morphology", Morphology)
    return Morphology(
        adjective=_longest_first(tables.adjective),
        noun=_longest_first(tables.noun),
        people=_longest_first(tables.people),
        irregular=tables.irregular,
    )


def _longest_first(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    return tuple(sorted(rules, key=lambda rule: (-len(rule.suffix), rule.suffix)))


def _inflect(word: str, irregular: dict[str, tuple[str, ...]], rules: tuple[Rule, ...]) -> tuple[str, ...]:
    if word in irregular:
        return irregular[word]
    for rule in rules:
        if word.endswith(rule.suffix):
            stem = word[: len(word) - len(rule.suffix)]
            return tuple(stem + ending for ending in rule.endings)
    return ()
