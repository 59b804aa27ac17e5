"""Folded text in; its smallest pieces out (digits, letters, marks), and books of phrases to find among them."""

import re
from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T")

# a hyphen or a change from digits to letters parts two pieces, so that ranges and `5bn` come apart
_PIECE = re.compile(r"[0-9]+|[^\W\d_]+(?:'(?=[\w€$£¥]|$))?|[^\w\s]|\w")
DASHES = frozenset("-–—−")


class Pieces:
    """The pieces of a text, with their offsets."""

    __slots__ = ("ends", "starts", "text", "texts")

    def __init__(self, text: str) -> None:
        self.text = text
        self.texts: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for match in _PIECE.finditer(text):
            self.texts.append(match.group())
            self.starts.append(match.start())
            self.ends.append(match.end())

    def __len__(self) -> int:
        return len(self.texts)

    def at(self, index: int) -> str:
        """The piece at a position; nothing beyond the edges."""
        return self.texts[index] if 0 <= index < len(self.texts) else ""

    def glued(self, index: int) -> bool:
        """Whether no blank stands before a piece."""
        return 0 < index < len(self.texts) and self.starts[index] == self.ends[index - 1]

    def is_number(self, index: int) -> bool:
        """Whether the piece is made of digits."""
        return self.at(index)[:1].isdecimal()

    def is_letters(self, index: int) -> bool:
        """Whether the piece is a word."""
        return self.at(index)[:1].isalpha()

    def is_dash(self, index: int) -> bool:
        """Whether the piece is a hyphen or a dash of any length."""
        return self.at(index) in DASHES

    def hangs_on_word(self, index: int) -> bool:
        """Whether a hyphen ties the piece to a word before it: KN-23."""
        tied = self.is_dash(index - 1) and self.glued(index) and self.glued(index - 1)
        return tied and self.is_letters(index - 2)

    def from_offset(self, offset: int, index: int) -> int:
        """The first position, from `index` on, that starts at an offset or after it."""
        while index < len(self.starts) and self.starts[index] < offset:
            index += 1
        return index

    def words(self, first: int, end: int) -> str:
        """The text from one position to the end of another, exclusive."""
        return self.text[self.starts[first] : self.ends[end - 1]] if first < end else ""


class Phrasebook(Generic[T]):
    """Phrases with what each stands for; the longest that fits is found, forwards or backwards."""

    __slots__ = ("_by_first", "_by_last")

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[Pieces, T]]] = {}
        self._by_last: dict[str, list[tuple[Pieces, T]]] = {}
        for phrase, value in phrases:
            pieces = Pieces(phrase)
            self._by_first.setdefault(pieces.texts[0], []).append((pieces, value))
            self._by_last.setdefault(pieces.texts[-1], []).append((pieces, value))
        for book in (self._by_first, self._by_last):
            for entries in book.values():
                entries.sort(key=lambda entry: -len(entry[0]))

    @property
    def firsts(self) -> frozenset[str]:
        """Every piece that a phrase begins with."""
        return frozenset(self._by_first)

    def match(self, pieces: Pieces, index: int) -> tuple[int, T] | None:
        """The longest phrase that starts at a position: where it ends, and its value."""
        for phrase, value in self._by_first.get(pieces.at(index), ()):
            if _stands(phrase, pieces, index):
                return index + len(phrase), value
        return None

    def match_before(self, pieces: Pieces, index: int) -> tuple[int, T] | None:
        """The longest phrase that ends just before a position: where it starts, and its value."""
        for phrase, value in self._by_last.get(pieces.at(index - 1), ()):
            first = index - len(phrase)
            if first >= 0 and _stands(phrase, pieces, first):
                return first, value
        return None


def plain_book(phrases: Iterable[str]) -> Phrasebook[bool]:
    """A book of phrases that stand for nothing but themselves."""
    return Phrasebook((phrase, True) for phrase in phrases)


def _stands(phrase: Pieces, pieces: Pieces, first: int) -> bool:
    end = first + len(phrase)
    if pieces.texts[first:end] != phrase.texts:
        return False
    return all(phrase.glued(step) == pieces.glued(first + step) for step in range(1, len(phrase)))
