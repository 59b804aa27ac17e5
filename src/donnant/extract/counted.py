"""Pieces of text and the end of a figure in; the noun that the figure counts out."""

from collections.abc import Iterable

from donnant.extract.numbers import NumberReader
from donnant.extract.pieces import Pieces
from donnant.lang.amounts import Counted

_REACH = 6


class NounReader:
    """Finds what is counted, across adjectives and words that point, in one language."""

    def __init__(self, words: Counted, numbers: NumberReader, of: Iterable[str]) -> None:
        self._skipped = frozenset(words.skipped)
        self._endings = tuple(words.endings)
        self._not_endings = tuple(words.not_endings)
        self._plurals = frozenset(words.plurals)
        self._only_with_of = frozenset(words.only_with_of)
        self._head_last = words.head_last
        self._numbers = numbers
        self._of = frozenset(of)

    def read(self, text: str, pieces: Pieces, end: int, value: float) -> tuple[int, int] | None:
        """The positions of the noun behind a figure: where it starts, and the one after it.

        Only `text`, as printed, tells that a name stands there, which needs no plural: 12 Caesar.
        """
        at = end + (pieces.at(end) in self._of)
        if at == end and pieces.at(end - 1) in self._only_with_of:
            return None
        name: tuple[int, int] | None = None
        for _ in range(_REACH):
            behind = self._compound(pieces, at)
            if pieces.texts[at : at + 1] and behind == at + 1 and pieces.at(at) in self._skipped:
                at = behind
                continue
            if behind == at or not (self._numbers.is_noun(pieces, at) or pieces.is_dash(at + 1)):
                return name
            if value == 1 or self._is_plural(pieces, at, behind):
                return self._last(pieces, at, behind)
            if name is None and text[pieces.starts[at]].isupper():
                name = at, behind
            at = behind
        return name

    def _last(self, pieces: Pieces, first: int, end: int) -> tuple[int, int]:
        behind = self._compound(pieces, end)
        if not self._head_last or behind == end or not self._is_plural(pieces, end, behind):
            return first, end
        return self._last(pieces, end, behind)

    def _is_plural(self, pieces: Pieces, first: int, end: int) -> bool:
        word = pieces.words(first, end)
        if word in self._plurals:
            return True
        return word.endswith(self._endings) and not word.endswith(self._not_endings)

    def _compound(self, pieces: Pieces, at: int) -> int:
        """The position after a word and what hyphens and apostrophes tie to it; the same where no word stands."""
        if not pieces.is_letters(at):
            return at
        end = at + 1
        while pieces.glued(end) and (pieces.is_dash(end) or pieces.at(end - 1).endswith("'") or _goes_on(pieces, end)):
            end += 1
        return end if not pieces.is_dash(end - 1) else end - 1


def _goes_on(pieces: Pieces, at: int) -> bool:
    return pieces.is_letters(at) or pieces.is_number(at)
