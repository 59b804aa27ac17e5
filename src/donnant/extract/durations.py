"""Pieces of text in; a date counted in days, weeks, months or years from another one out."""

from collections.abc import Callable

from donnant.domain.when import about
from donnant.extract import calendar
from donnant.extract.dates import DateReader
from donnant.extract.pieces import Phrasebook, Pieces, either
from donnant.extract.relatives import Base, Setting, book
from donnant.lang.times import TimeTable

DateAt = Callable[[Pieces, int, Setting], Base | None]


class DurationReader:
    """Reads what counts from the report's date, an event, or the date last named."""

    def __init__(self, words: TimeTable, dates: DateReader, is_noun: Callable[[Pieces, int], bool]) -> None:
        relative = words.relative
        self._is_noun = is_noun
        self._dates = dates
        self._units = words.units
        self._numbers = Phrasebook(words.numbers.items())
        self._window = book(relative.window)
        self._ago_before = book(relative.ago_before)
        self._ago_after = book(relative.ago_after)
        joins = words.prepositions
        self._sign = _signed(relative.later, relative.earlier)
        self._side = _signed(joins.after, joins.before)
        self._prepositions = book([*joins.after, *joins.before, *joins.soon_after])
        self._next_day = Phrasebook(relative.next_day.items())
        self._same_before = book(relative.same_before)
        self._same_after = frozenset(relative.same_after)
        self._soon = book(relative.soon)
        self._first_of = book(words.first_of)
        counted = {*dates.units.firsts, *self._window.firsts, *self._first_of.firsts}
        self.openings = either(
            self._numbers.openings(counted),
            dates.plain.openings({*self._window.firsts, *self._numbers.firsts}),
            *(book.openings() for book in (self._window, self._ago_before, self._next_day, self._same_before)),
            *(book.openings() for book in (self._soon, self._first_of, dates.units)),
        )
        """Every word that a counted date begins with."""

    def read(self, pieces: Pieces, index: int, setting: Setting, date_at: DateAt) -> Base | None:
        """The counted date at a position."""
        if not pieces.opens(index, self.openings):
            return None
        return (
            self._read_first(pieces, index, setting, date_at)
            or self._read_window(pieces, index, setting)
            or self._read_ago(pieces, index, setting)
            or self._read_counted(pieces, index, setting, date_at)
            or self._read_spoken(pieces, index, setting)
        )

    def read_since(self, pieces: Pieces, index: int, setting: Setting) -> Base | None:
        """Behind `since`: so long, up to the report's date."""
        for start in self._dates.relative.behind_plain(pieces, index):
            counted = self._duration(pieces, start)
            if counted and setting.today:
                span = calendar.span_back(setting.today, counted[1], counted[2])
                return Base(counted[0], *span, anchored=True) if span else None
        return None

    def _number(self, pieces: Pieces, index: int) -> tuple[int, int] | None:
        text = pieces.at(index)
        if text.isdecimal():
            return (index + 1, int(text)) if len(text) <= 3 else None
        return self._numbers.match(pieces, index)

    def _duration(self, pieces: Pieces, index: int) -> tuple[int, int, str] | None:
        """A number and a unit of time: where it ends, how many, which."""
        number = self._number(pieces, index)
        unit = self._dates.units.match(pieces, number[0]) if number else None
        return (unit[0], number[1], unit[1]) if number and unit else None

    def _read_window(self, pieces: Pieces, index: int, setting: Setting) -> Base | None:
        """The past two years, ces deux dernières années."""
        opened = self._dates.plain.match(pieces, index)
        start = opened[0] if opened else index
        first = self._window.match(pieces, start)
        number = self._number(pieces, first[0] if first else start)
        window = first or (self._window.match(pieces, number[0]) if number else None)
        if window is None or setting.today is None:
            return None
        unit = self._dates.units.match(pieces, max(window[0], number[0] if number else 0))
        if unit is None or (number is None and not (opened and pieces.at(unit[0] - 1) == self._units[unit[1]][0])):
            return None
        span = calendar.span_back(setting.today, number[1] if number else 1, unit[1])
        return Base(unit[0], *span, anchored=True) if span else None

    def _read_ago(self, pieces: Pieces, index: int, setting: Setting) -> Base | None:
        before = self._ago_before.match(pieces, index)
        counted = self._duration(pieces, before[0] if before else index)
        if counted is None or setting.today is None:
            return None
        after = None if before else self._ago_after.match(pieces, counted[0])
        if not before and not after:
            return None
        point = calendar.shift(setting.today.text, -counted[1], counted[2])
        if point is None:
            return None
        point = point if counted[2] == "day" else about(point)
        return Base(after[0] if after else counted[0], point, point, True)

    def _read_counted(self, pieces: Pieces, index: int, setting: Setting, date_at: DateAt) -> Base | None:
        """Two days after the invasion; ten years later."""
        counted = self._duration(pieces, index)
        if counted is None:
            return None
        end, count, unit = counted
        side = self._side.match(pieces, end)
        base = date_at(pieces, side[0], setting) if side else None
        if side and base and base.first:
            point = calendar.shift(base.first, side[1] * count, unit)
            return Base(base.end, point, point, base.anchored) if point else None
        sign = self._sign.match(pieces, end)
        if sign is None or setting.spoken is None or self._takes_complement(pieces, end, sign[0]):
            return None
        point = calendar.shift(setting.spoken, sign[1] * count, unit)
        return Base(sign[0], point, point) if point else None

    def _takes_complement(self, pieces: Pieces, first: int, end: int) -> bool:
        """Whether it is a preposition here: peu après le coup d'État leans on no date."""
        found = self._prepositions.match(pieces, first)
        return found is not None and found[0] == end and pieces.is_letters(end) and not self._is_noun(pieces, end)

    def _read_first(self, pieces: Pieces, index: int, setting: Setting, date_at: DateAt) -> Base | None:
        """The first hundred days of an event."""
        opened = self._first_of.match(pieces, index)
        number = self._number(pieces, opened[0] if opened else index)
        if number is None:
            return None
        first = opened or self._first_of.match(pieces, number[0])
        unit = self._dates.units.match(pieces, max(first[0], number[0])) if first else None
        joined = self._dates.of.match(pieces, unit[0]) if unit else None
        base = date_at(pieces, joined[0], setting) if joined else None
        if unit is None or base is None or base.first is None:
            return None
        last = calendar.first_days(base.first, number[1], unit[1])
        return Base(base.end, base.first, last) if last else None

    def _read_spoken(self, pieces: Pieces, index: int, setting: Setting) -> Base | None:
        """What leans on the date last named: le lendemain, the same year, peu après."""
        if setting.spoken is None:
            return None
        day = self._next_day.match(pieces, index)
        if day:
            point = calendar.shift(setting.spoken, day[1], "day")
            return Base(day[0], point, point) if point else None
        soon = self._soon.match(pieces, index)
        if soon and not self._takes_complement(pieces, index, soon[0]):
            return Base(soon[0], about(setting.spoken), about(setting.spoken))
        return self._read_same(pieces, index, setting.spoken)

    def _read_same(self, pieces: Pieces, index: int, spoken: str) -> Base | None:
        same = self._same_before.match(pieces, index)
        unit = self._dates.units.match(pieces, same[0] if same else index)
        if unit is None or unit[1] not in ("month", "year") or "X" in spoken:
            return None
        end = unit[0]
        if not same:
            if not (pieces.is_dash(end) and pieces.at(end + 1) in self._same_after):
                return None
            end += 2
        plain = spoken.rstrip("~?%")
        point = plain[:4] if unit[1] == "year" else plain[:7]
        return Base(end, point, point)


def _signed(after: list[str], before: list[str]) -> Phrasebook[int]:
    """Phrases that count forwards and backwards."""
    return Phrasebook([(phrase, 1) for phrase in after] + [(phrase, -1) for phrase in before])
