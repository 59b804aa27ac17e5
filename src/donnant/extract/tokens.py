"""Folded text in; words with their offsets out, elisions and clitics as words of their own."""

import bisect
import functools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark; offsets are into the text it was cut from."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number, no mark."""
        return self.text[0].isalnum() or self.text[0] == "'"


def tokenize(folded: str, clitics: tuple[str, ...] = ()) -> tuple[Token, ...]:
    """The words and marks of a folded text, in order; `clitics` are cut off the verb they hang on."""
    return tuple(Token(match.group(), match.start(), match.end()) for match in _pattern(clitics).finditer(folded))


@functools.cache
def _pattern(clitics: tuple[str, ...]) -> re.Pattern[str]:
    tails = "|".join(re.escape(tail) for tail in sorted(clitics, key=lambda tail: (-len(tail), tail)))
    clitic = rf"(?:{tails})(?!\w)" if tails else r"(?!)"
    plain = r"[^\W_]+"
    return re.compile(
        rf"n't(?!\w)|{clitic}"
        rf"|{plain}(?=n't(?!\w))"
        rf"|'(?:s|re|ve|ll|d|m)(?!\w)"
        rf"|{plain}'(?=\w)(?!(?:s|re|ve|ll|d|m)(?!\w))"
        rf"|\d+(?:[.,']\d+)*(?:-\w+)*"
        rf"|{plain}(?:(?!{clitic})-{plain})*"
        r"|[^\w\s]"
    )


@functools.lru_cache(maxsize=1 << 16)
def phrase_of(texts: tuple[str, ...]) -> str:
    """Words as a pack writes them: a blank between two, none after an elision."""
    return "".join([text if text.endswith("'") else text + " " for text in texts]).rstrip()


def once(work: Callable[[T], R]) -> Callable[[T], R]:
    """Work on a table of a pack that is done once: tables are told apart by identity, and a pack has a handful."""
    done: dict[int, tuple[T, R]] = {}  # each table is kept alive beside its answer

    @functools.wraps(work)
    def answer(table: T) -> R:
        known = done.get(id(table))
        if known is None or known[0] is not table:
            known = done[id(table)] = (table, work(table))
        return known[1]

    return answer


@once
def openers(table: Mapping[str, object]) -> frozenset[str]:
    """Every word that a phrase of a table may begin with."""
    first = {phrase.partition(" ")[0] for phrase in table}
    elided = {word[: end + 1] for word in first for end, mark in enumerate(word) if mark == "'"}
    return frozenset(first | elided)


class Words:
    """The tokens of a sentence with quick ways from offsets to positions."""

    __slots__ = ("_starts", "texts", "tokens")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tuple(tokens)
        self.texts = tuple(token.text for token in tokens)
        self._starts = [token.start for token in tokens]

    def __len__(self) -> int:
        return len(self.tokens)

    def at(self, offset: int) -> int:
        """Position of the token that holds an offset, or of the next one."""
        index = bisect.bisect_right(self._starts, offset) - 1
        if index >= 0 and self.tokens[index].end > offset:
            return index
        return index + 1

    def before(self, offset: int) -> int:
        """Position of the last token that ends at or before an offset; -1 if there is none."""
        index = bisect.bisect_left(self._starts, offset) - 1
        while index >= 0 and self.tokens[index].end > offset:
            index -= 1
        return index

    def follow(self, index: int, words: Sequence[str]) -> bool:
        """Whether these words stand at a position, one after the other."""
        return self.texts[index : index + len(words)] == tuple(words)
