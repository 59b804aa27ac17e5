"""Pieces of text in; the stretches out that hold a number and no amount: links, dates, names, addresses, scores."""

import re
from collections.abc import Iterator

from donnant.extract.numbers import NumberReader
from donnant.extract.pieces import Pieces, plain_book
from donnant.lang.amounts import AmountTable

# shapes that are the same in every language: links, dates, clock times, telephone numbers, counters
_LINKS = r"https?://\S+|www\.\S+|\S+@\S+\.\w+|"
_FIGURES = (
    r"(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])"
    r"|(?<![0-9])[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{2,4}(?![0-9])"
    r"|(?<![0-9])[0-9]{1,2}:[0-9]{2}(?![0-9])|(?<![0-9])[0-9]{1,2} ?h ?[0-9]{2}(?![0-9])"
    r"|(?<![0-9])(?:\+[0-9]{1,3}[ .-]?)?(?:\(?[0-9]{1,4}\)?[ .-])?(?:[0-9]{2}[ .-]){4}[0-9]{2}(?![0-9])"
    r"|\+[0-9]{1,3}(?:[ .-]\(?[0-9]{1,4}\)?){2,}"
    r"|(?<![0-9])\(?0[0-9]{2,4}\)?(?:[ .-][0-9]{3,4}){1,2}(?![0-9])"
    r"|(?<![0-9])\(?[0-9]{3}\)?[ .-][0-9]{3}-[0-9]{4}(?![0-9])"
    r"|(?<![0-9])[0-9]{1,3}/[0-9]{1,3}(?![0-9])"
    r"|\([0-9]{1,2}\)|\[[0-9]{1,3}\]"
    r"|(?<![0-9])(?:19|20)[0-9]{2}-[0-9]{2}(?![0-9])"
    r"|(?:^|\n|(?<=[.!?] ))\s*[0-9]{1,2}[.)](?=\s)"
)
_SHAPES, _FIGURED = re.compile(_LINKS + _FIGURES), re.compile(_FIGURES)
_LINKING = ("@", "http", "www.")
"""What no link goes without: looking for links is dear."""
_DIGIT = re.compile(r"[\s(\[+]*[0-9]")
_STREET_NAME = 3
_ADDRESS = 9
_SCORE_REACH, _SCORE_DIGITS = 6, 3
_CODE_LENGTHS = (4, 5)


class MaskReader:
    """Finds what only looks like an amount, in one language."""

    def __init__(self, table: AmountTable, numbers: NumberReader) -> None:
        odd = table.not_counted
        self._numbers = numbers
        self._wholes = plain_book(table.wholes)
        self._names = plain_book(odd.names)
        self._opening = self._names.firsts
        self._streets = plain_book(odd.streets)
        self._street_ends = plain_book(odd.street_ends)
        self._scores = frozenset(odd.scores)
        self._to = plain_book(table.range.to)

    def read(self, pieces: Pieces) -> dict[int, int]:
        """Where such a stretch begins, with its end."""
        found: dict[int, int] = {}
        for match in _shapes(pieces):
            first = pieces.from_offset(match.start(), 0)
            end = pieces.from_offset(match.end(), first)
            if match[0].count("/") == 1 and self._wholes.match(pieces, end):
                continue  # a fraction of something: 2/3 of the stock
            found[first] = end
        for index in pieces.where(self._opening):
            name = self._names.match(pieces, index)
            if name:
                found[index] = name[0]
            elif pieces.is_number(index) and index not in found:
                behind = self._score(pieces, index) or self._address(pieces, index, found)
                if behind:
                    found[index] = behind
        return found

    def _score(self, pieces: Pieces, index: int) -> int | None:
        """Two small figures that count nothing: 3-1 after a verb of winning, or falling."""
        at = index + 1
        tight = pieces.is_dash(at) and pieces.glued(at) and pieces.glued(at + 1)
        to = (at + 1, True) if tight else self._to.match(pieces, at)
        if to is None or not pieces.is_number(to[0]) or pieces.is_dash(index - 1):
            return None
        after = to[0] + 1
        one, other = pieces.at(index), pieces.at(to[0])
        if max(len(one), len(other)) > _SCORE_DIGITS or not self._ends(pieces, after):
            return None
        if tight and int(one) > int(other):
            return after
        told = any(pieces.at(step) in self._scores for step in range(max(0, index - _SCORE_REACH), index))
        return after if told else None

    def _ends(self, pieces: Pieces, at: int) -> bool:
        """Whether neither a unit nor a noun nor more of the number follows."""
        if pieces.at(at) in (".", ",") and pieces.glued(at) and pieces.glued(at + 1) and pieces.is_number(at + 1):
            return False
        if pieces.is_letters(at):
            return pieces.at(at) in self._numbers.stops and not pieces.glued(at)
        return pieces.at(at) in ("", ".", ",", ";", ":", ")", "!", "?")

    def _address(self, pieces: Pieces, index: int, found: dict[int, int]) -> int | None:
        """The number of a house, with the postal code that closes its address."""
        street = self._street(pieces, index + 1)
        if street is None:
            return None
        for at in range(street, min(street + _ADDRESS, len(pieces))):
            if pieces.is_number(at) and len(pieces.at(at)) in _CODE_LENGTHS:
                found[at] = at + 1
                break
        return street

    def _street(self, pieces: Pieces, at: int) -> int | None:
        if pieces.at(at) == ",":
            at += 1
        street = self._streets.match(pieces, at)
        if street:
            return street[0]
        for step in range(at, at + _STREET_NAME + 1):
            end = self._street_ends.match(pieces, step) if step > at else None
            if end:
                return end[0]
            if not self._numbers.is_noun(pieces, step):
                return None
        return None


def _shapes(pieces: Pieces) -> Iterator[re.Match[str]]:
    """The stretches of such a shape; without a link the search begins with the first digit and what leads it in."""
    if any(mark in pieces.text for mark in _LINKING):
        return _SHAPES.finditer(pieces.text)
    first = _DIGIT.search(pieces.text)
    return _FIGURED.finditer(pieces.text, max(0, first.start() - 1)) if first else iter(())
