"""Folded text in; its smallest pieces out (digits, letters, marks), and books of phrases to find among them."""

import re
from collections.abc import Container, Iterable
from typing import Generic, TypeVar

T = TypeVar("T")

# a hyphen or a change from digits to letters parts two pieces, so that ranges and `5bn` come apart
_PIECE = re.compile(r"[0-9]+|[^\W\d_]+(?:'(?=[\w€$£¥]|$))?|[^\w\s]|\w")
DASHES = frozenset("-–—−")

Openings = dict[str, frozenset[str] | None]
"""Pieces that something begins with, each with those that may follow it, or null for any; a figure always may."""
_NOTHING = frozenset[str]()


class Pieces:
    """The pieces of a text, with their offsets."""

    __slots__ = ("ends", "starts", "text", "texts")

    def __init__(self, text: str) -> None:
        self.text = text
        self.texts: list[str] = _PIECE.findall(text)
        self.starts: list[int] = []
        self.ends: list[int] = []
        at = 0
        for piece in self.texts:  # nothing but blanks lies between two pieces
            at = text.find(piece, at)
            self.starts.append(at)
            at += len(piece)
            self.ends.append(at)

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
        return 0 <= index < len(self.texts) and self.texts[index][0].isdecimal()

    def is_letters(self, index: int) -> bool:
        """Whether the piece is a word."""
        return 0 <= index < len(self.texts) and self.texts[index][0].isalpha()

    def is_dash(self, index: int) -> bool:
        """Whether the piece is a hyphen or a dash of any length."""
        return 0 <= index < len(self.texts) and self.texts[index] in DASHES

    def where(self, words: Container[str]) -> list[int]:
        """The positions where one of some words stands, or a figure."""
        return [index for index, text in enumerate(self.texts) if text in words or text[0].isdecimal()]

    def openings(self, words: Openings) -> list[int]:
        """The positions where something may begin: a word with what must follow it, or a figure."""
        return [
            index
            for index, (text, after) in enumerate(zip(self.texts, [*self.texts[1:], "."], strict=False))
            if text[0].isdecimal()
            or (text in words and ((follow := words[text]) is None or after in follow or after[0].isdecimal()))
        ]

    def opens(self, index: int, words: Openings) -> bool:
        """Whether something may begin at a position."""
        texts = self.texts
        if not 0 <= index < len(texts):
            return False
        if texts[index][0].isdecimal():
            return True
        follow = words.get(texts[index], _NOTHING)
        if follow is None or not follow or index + 1 == len(texts):
            return follow is None
        return texts[index + 1] in follow or texts[index + 1][0].isdecimal()

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


class _Entry(Generic[T]):
    """The phrases that share their outermost piece: by the piece next to it, the longest first, or that one alone."""

    __slots__ = ("alone", "longer")

    def __init__(self) -> None:
        self.alone: tuple[T, ...] = ()
        self.longer: dict[str, list[tuple[Pieces, int, T]]] = {}

    def add(self, phrase: Pieces, value: T, beside: int) -> None:
        """One more phrase; `beside` is where its second piece stands. Of two that are alike the first counts."""
        if len(phrase) == 1:
            self.alone = self.alone or (value,)
            return
        listed = self.longer.setdefault(phrase.texts[beside], [])
        listed.append((phrase, len(phrase), value))
        listed.sort(key=lambda entry: -entry[1])


class Phrasebook(Generic[T]):
    """Phrases with what each stands for; the longest that fits is found, forwards or backwards."""

    __slots__ = ("_by_first", "_by_last")

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, _Entry[T]] = {}
        self._by_last: dict[str, _Entry[T]] = {}
        for phrase, value in phrases:
            pieces = Pieces(phrase)
            self._by_first.setdefault(pieces.texts[0], _Entry()).add(pieces, value, 1)
            self._by_last.setdefault(pieces.texts[-1], _Entry()).add(pieces, value, -2)

    @property
    def firsts(self) -> frozenset[str]:
        """Every piece that a phrase begins with."""
        return frozenset(self._by_first)

    def match(self, pieces: Pieces, index: int) -> tuple[int, T] | None:
        """The longest phrase that starts at a position: where it ends, and its value."""
        texts = pieces.texts
        if not 0 <= index < len(texts):
            return None
        entry = self._by_first.get(texts[index])
        if entry is None:
            return None
        if entry.longer and index + 1 < len(texts):
            for phrase, length, value in entry.longer.get(texts[index + 1], ()):
                if _stands(phrase, pieces, index, length):
                    return index + length, value
        return (index + 1, entry.alone[0]) if entry.alone else None

    def match_before(self, pieces: Pieces, index: int) -> tuple[int, T] | None:
        """The longest phrase that ends just before a position: where it starts, and its value."""
        texts = pieces.texts
        if not 0 < index <= len(texts):
            return None
        entry = self._by_last.get(texts[index - 1])
        if entry is None:
            return None
        if entry.longer and index > 1:
            for phrase, length, value in entry.longer.get(texts[index - 2], ()):
                if index >= length and _stands(phrase, pieces, index - length, length):
                    return index - length, value
        return (index - 1, entry.alone[0]) if entry.alone else None

    def openings(self, after: Iterable[str] | None = None) -> Openings:
        """What each phrase begins with; `after` is what must follow a phrase of one piece, if that is known."""
        found: Openings = {}
        for first, entry in self._by_first.items():
            longer = frozenset(entry.longer)
            found[first] = longer if not entry.alone else None if after is None else longer.union(after)
        return found


def either(*several: Openings) -> Openings:
    """What something begins with that begins in any of several ways."""
    found: Openings = {}
    for one in several:
        for first, follow in one.items():
            known = found.get(first, frozenset())
            found[first] = None if known is None or follow is None else known | follow
    return found


def plain_book(phrases: Iterable[str]) -> Phrasebook[bool]:
    """A book of phrases that stand for nothing but themselves."""
    return Phrasebook((phrase, True) for phrase in phrases)


def _stands(phrase: Pieces, pieces: Pieces, first: int, length: int) -> bool:
    if pieces.texts[first : first + length] != phrase.texts:
        return False
    return all(phrase.glued(step) == pieces.glued(first + step) for step in range(1, length))
