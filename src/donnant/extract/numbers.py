"""Pieces of text in; the number that stands at a position out, in digits, words or a mixture."""

import functools
import re
import unicodedata
from dataclasses import dataclass, replace

from donnant.extract.pieces import Openings, Phrasebook, Pieces, either, plain_book
from donnant.lang.numbers import NumberWords
from donnant.lang.times import TimeTable

_EXACT = "15g"  # digits that a product keeps: 16.4 million is no 16 399 999.999999998
_LONGEST = 24  # a longer row of digits is a code, no figure
_VULGAR = frozenset("½⅓⅔¼¾⅕⅛")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed; `end` is the position after its last piece."""

    end: int
    value: float
    scale: float = 1.0
    """The multiplier it was printed with (milliards); 1 without one."""
    hundreds: float = 1.0
    """The hundred it ends in (trois cents), which may count for a number before it too."""
    approx: bool = False
    vague: bool = False
    """Only its order of magnitude is named."""
    worded: bool = False
    doubtful: bool = False
    """An article or a word of two meanings: a number only where something else says so."""

    @property
    def plain(self) -> bool:
        """Whether it is a bare number: no multiplier, and exact as such."""
        return self.scale == 1 and not self.approx and not self.vague


class NumberReader:
    """Reads the numbers of one language."""

    def __init__(self, words: NumberWords, times: TimeTable) -> None:
        self.words = words
        self.stops = frozenset(words.stops)
        self._digits = _digit_pattern(words)
        self._small = Phrasebook(words.small.items())
        self._several = plain_book(words.several)
        self._halves = plain_book(words.halves)
        self.and_half = plain_book(words.and_half)
        self._chain = words.multipliers | words.collectives | words.vague
        self._after_several = self._chain | words.hundreds
        dated = [*words.year_after, *times.months, *times.seasons, *times.edges.words()]
        self._year_after = plain_book(dated)
        self._year_after_weak = frozenset(words.year_after_weak)

    @property
    def openings(self) -> Openings:
        """Every word that a number begins with."""
        words = self.words
        books = (self._small.openings(), self._several.openings(), self._halves.openings())
        lone = {*words.articles, *words.alone, *words.vague, *words.multipliers}
        return either(*books, dict.fromkeys(sorted(lone)))

    def read(self, pieces: Pieces, index: int) -> Figure | None:
        """The longest number that starts at a position."""
        if pieces.is_number(index):
            return self._read_digits(pieces, index)
        if not pieces.is_letters(index):
            return None
        return self._read_several(pieces, index) or self._read_words(pieces, index) or self._read_vague(pieces, index)

    def is_noun(self, pieces: Pieces, index: int) -> bool:
        """Whether a word stands there that could be counted."""
        return pieces.is_letters(index) and pieces.at(index) not in self.stops

    def is_year(self, pieces: Pieces, index: int) -> bool:
        """Whether four plain digits are a year and count nothing."""
        text = pieces.at(index)
        if not _is_year_shaped(text):
            return False
        counts = self.is_noun(pieces, index + 1) and int(text) % 50 == 0
        if pieces.is_dash(index + 1) or pieces.at(index + 1) == "/":
            other = pieces.at(index + 2)
            if _is_year_shaped(other) or other == f"{(int(text) + 1) % 100:02}":
                return not (self.is_noun(pieces, index + 3) and int(text) % 50 == 0)
        if self._year_after.match_before(pieces, index):
            return True
        if pieces.is_dash(index - 1) and self._year_after.match_before(pieces, index - 1):
            return True
        if int(text) < 1800:
            return False
        if pieces.at(index - 1) in self._year_after_weak:
            return not counts
        if self.is_noun(pieces, index + 1):
            return index > 0 and pieces.is_dash(index - 1)
        return int(text) % 100 != 0 or pieces.at(index - 1) == "("

    def _read_digits(self, pieces: Pieces, index: int) -> Figure | None:
        match = self._digits.match(pieces.text, pieces.starts[index])
        if match is None or len(match[0]) > _LONGEST:
            return None
        value = self._number(match)
        end = pieces.from_offset(match.end(), index)
        factor = self.words.glued.get(pieces.at(end))
        if factor and pieces.glued(end) and not (pieces.glued(end + 1) and pieces.is_letters(end + 1)):
            return Figure(end + 1, times(value, factor), factor)
        figure = self._multiplied(pieces, self._with_part(pieces, Figure(end, value)))
        return self._continued(pieces, figure)

    def _with_part(self, pieces: Pieces, figure: Figure) -> Figure:
        """Adds a fraction in digits right behind: 1½, 2 1/2."""
        at = figure.end
        if pieces.at(at) in _VULGAR:
            return replace(figure, end=at + 1, value=figure.value + unicodedata.numeric(pieces.at(at)))
        if pieces.texts[at : at + 2] != ["1", "/"] or pieces.glued(at) or pieces.at(at + 2) not in ("2", "3", "4"):
            return figure
        return replace(figure, end=at + 3, value=figure.value + 1 / int(pieces.at(at + 2)))

    def _number(self, match: re.Match[str]) -> float:
        whole = re.sub(r"[^0-9]", "", match["whole"])
        decimals = match["decimals"] or ""
        if decimals == "000":  # nobody prints three empty decimals: the mark parts thousands
            return float(whole + decimals)
        return float(f"{whole}.{decimals}") if decimals else float(whole)

    def _multiplied(self, pieces: Pieces, figure: Figure) -> Figure:
        while True:
            at = figure.end
            if (pieces.is_dash(at) and pieces.glued(at + 1)) or (figure.scale > 1 and pieces.at(at) in self.words.of):
                at += 1
            word = pieces.at(at)
            factor = self._chain.get(word)
            if factor is None or (
                figure.scale == 1
                and at == figure.end
                and word in self.words.vague
                and word not in self.words.multipliers
                and word not in self.words.collectives
            ):
                break
            about = figure.approx or word in self.words.about
            scale = figure.scale * factor
            figure = replace(figure, end=at + 1, value=times(figure.value, factor), scale=scale, approx=about)
        half = self.and_half.match(pieces, figure.end)
        if half:
            figure = self._multiplied(pieces, replace(figure, end=half[0], value=figure.value + figure.scale / 2))
        return figure

    def _continued(self, pieces: Pieces, figure: Figure) -> Figure:
        """Adds a smaller number right behind a multiplier: 3 millions 500 000."""
        if figure.scale < 1000 or not pieces.is_number(figure.end) or figure.approx:
            return figure
        rest = self._read_digits(pieces, figure.end)
        if rest is None or not 1000 <= rest.value < figure.scale or self.is_year(pieces, figure.end):
            return figure
        return replace(figure, end=rest.end, value=figure.value + rest.value)

    def _read_several(self, pieces: Pieces, index: int) -> Figure | None:
        several = self._several.match(pieces, index)
        if several is None or pieces.at(several[0]) not in self._after_several:
            return None
        return self._vague_chain(pieces, several[0], self._after_several)

    def _read_vague(self, pieces: Pieces, index: int) -> Figure | None:
        if pieces.at(index) not in self.words.vague:
            return None
        return self._vague_chain(pieces, index, self.words.vague)

    def _vague_chain(self, pieces: Pieces, index: int, first: dict[str, float]) -> Figure:
        value = first[pieces.at(index)]
        start = Figure(index + 1, value, value, approx=True, vague=True, worded=True)
        return replace(self._multiplied(pieces, start), approx=True)

    def _read_words(self, pieces: Pieces, index: int) -> Figure | None:
        words = self.words
        factor = words.multipliers.get(pieces.at(index))
        if factor and pieces.at(index) not in words.alone and pieces.at(index - 1) in words.alone_after:
            return self._multiplied(pieces, Figure(index + 1, factor, factor, worded=True))
        half = self._halves.match(pieces, index + 1 if pieces.at(index) in words.articles else index)
        if half:
            figure = self._multiplied(pieces, Figure(half[0], 0.5, worded=True))
            return figure if figure.scale > 1 else None
        if pieces.at(index) in words.articles:
            start = Figure(index + 1, 1, worded=True)
            if pieces.at(index + 1) in words.hundreds:
                return self._spelled(pieces, index)
            figure = self._multiplied(pieces, start)
            if figure.scale == 1:
                return self._modified(pieces, start) or replace(start, doubtful=True)
            return self._spelled(pieces, index) if pieces.at(index + 1) in words.multipliers else figure
        return self._spelled(pieces, index)

    def _modified(self, pieces: Pieces, start: Figure) -> Figure | None:
        """A good hundred, une petite centaine: the article counts across such a word, and roughly."""
        if pieces.at(start.end) not in self.words.modifiers:
            return None
        at = start.end + 1
        hundred = self.words.hundreds.get(pieces.at(at))
        if hundred:
            return self._multiplied(pieces, replace(start, end=at + 1, value=hundred, approx=True))
        figure = self._multiplied(pieces, replace(start, end=at, approx=True))
        if figure.scale > 1:
            return figure
        spelled = self._spelled(pieces, at)
        return replace(spelled, approx=True) if spelled and pieces.at(at) not in self.words.articles else None

    def _spelled(self, pieces: Pieces, index: int) -> Figure | None:
        speller = _Speller(self.words, self._small)
        end = speller.run(pieces, index)
        if end == index:
            return None
        if speller.scale > 1:
            figure = Figure(end, speller.value, speller.scale, speller.hundreds, worded=True)
            half = self.and_half.match(pieces, end)
            if half:
                figure = replace(figure, end=half[0], value=figure.value + figure.scale / 2)
            return self._multiplied(pieces, figure)
        plain = Figure(end, speller.value, hundreds=self.words.hundreds.get(pieces.at(end - 1), 1.0), worded=True)
        figure = self._multiplied(pieces, plain)
        lone = end == index + 1 and pieces.at(index) in self.words.needs_noun
        return replace(figure, doubtful=lone and figure.scale == 1 and not self.is_noun(pieces, end))


class _Speller:
    """Adds up a number in words, piece by piece."""

    def __init__(self, words: NumberWords, small: Phrasebook[float]) -> None:
        self._words = words
        self._small = small
        self._total = 0.0
        self._current = 0.0
        self.scale = 1.0
        self.hundreds = 1.0

    @property
    def value(self) -> float:
        return self._total + self._current

    def run(self, pieces: Pieces, index: int) -> int:
        end = index
        while True:
            at = self._joined(pieces, end, end == index)
            step = self._add(pieces, at, at == index)
            if step is None:
                return end
            end = step

    def _joined(self, pieces: Pieces, end: int, first: bool) -> int:
        if first:
            return end
        if pieces.is_dash(end) and pieces.glued(end) and pieces.glued(end + 1):
            return end + 1 if pieces.at(end + 1) not in self._words.after_tens else end + 2 + pieces.is_dash(end + 2)
        tens = self._current % 100
        joins_ten = tens >= 20 and tens % 10 == 0 and pieces.at(end) in self._words.after_tens
        if joins_ten and self._unit_follows(pieces, end + 1):
            return end + 1
        open_hundred = (self._current or self._total) % 100 == 0
        return end + 1 if open_hundred and pieces.at(end) in self._words.after_hundreds else end

    def _unit_follows(self, pieces: Pieces, at: int) -> bool:
        found = self._small.match(pieces, at)
        return pieces.at(at) in self._words.articles or bool(found and found[1] in (1, 11))

    def _add(self, pieces: Pieces, at: int, first: bool) -> int | None:
        word = pieces.at(at)
        found = self._small.match(pieces, at)
        if found is None and word in self._words.articles:
            found = (at + 1, 1.0)
        if found is not None:
            if not first and not self._fits(found[1]):
                return None
            self._current += found[1]
            return found[0]
        if first and word not in self._words.alone:
            return None
        if word in self._words.hundreds and self._current < 100:
            self.hundreds = self._words.hundreds[word]
            self._current = (self._current or 1) * self._words.hundreds[word]
            return at + 1
        factor = self._words.multipliers.get(word)
        if factor is None:
            return None
        if self._current % 100 or self._total:
            self.hundreds = 1.0
        self._multiply(factor)
        return at + 1

    def _multiply(self, factor: float) -> None:
        if self._total and (self._current == 0 or factor > self.scale):
            self._total, self._current = (self._total + self._current) * factor, 0.0
        else:
            self._total, self._current = self._total + (self._current or 1) * factor, 0.0
        self.scale = factor

    def _fits(self, value: float) -> bool:
        tens = self._current % 100
        if tens == 0:
            return value > 0
        if tens in self._words.stacked and 10 <= value < 20:
            return True
        return tens >= 20 and tens % 10 == 0 and 0 < value < 10


@functools.cache
def number_reader(words: NumberWords, times: TimeTable) -> NumberReader:
    """The reader of a language's numbers, made once."""
    return NumberReader(words, times)


def times(value: float, factor: float) -> float:
    """The product as a person would write it."""
    return float(format(value * factor, _EXACT))


def _is_year_shaped(text: str) -> bool:
    return len(text) == 4 and text.isdecimal() and 1500 <= int(text) <= 2100


def _digit_pattern(words: NumberWords) -> re.Pattern[str]:
    """Grouped thousands first, then plain digits; each with decimals, if any."""
    groups = "".join(re.escape(mark) for mark in [" ", *words.thousands])
    marks = "".join(re.escape(mark) for mark in words.decimal)
    decimals = rf"(?:[{marks}](?P<decimals>[0-9]+))?"
    return re.compile(
        rf"(?P<whole>(?:[1-9][0-9]{{0,2}}(?P<mark>[{groups}])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*|[0-9]+)(?![0-9]))"
        + decimals
    )
