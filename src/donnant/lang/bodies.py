"""What bodies are called in every language: the words for their sort and their field, and names of their own."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from donnant.lang.lexicon import Words, languages, read_table

Fold: TypeAlias = Callable[[str], tuple[str, ...]]


class BodyTable(Words, frozen=True):
    """What `bodies.toml` holds."""

    kinds: dict[str, list[str]]
    """Sort of body to its words: agency, ministry."""
    fields: dict[str, list[str]]
    """What bodies deal with: intelligence, defence."""
    same: dict[str, str]
    """Names that say neither, with what they stand for: `the Pentagon`."""


@dataclass(frozen=True, slots=True)
class BodyWords:
    """The words of all installed languages, folded."""

    kinds: dict[str, str]
    fields: dict[str, str]
    same: dict[str, tuple[str, ...]]


@functools.cache
def body_words(fold: Fold) -> BodyWords:
    """Every word for a sort of body or its field, in whatever language it is met; ``fold`` is how names are folded."""
    kinds: dict[str, str] = {}
    fields: dict[str, str] = {}
    same: dict[str, tuple[str, ...]] = {}
    for code in languages():
        table = read_table(code, "bodies", BodyTable)
        for found, listed in ((kinds, table.kinds), (fields, table.fields)):
            found.update((" ".join(fold(word)), key) for key, words in listed.items() for word in words)
        same.update((" ".join(fold(name)), tuple(means.split())) for name, means in table.same.items())
    return BodyWords(kinds, fields, same)
