"""Pieces of text in; the date that stands at a position out, without what its preposition makes of it."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import replace

from donnant.domain.when import about, format_day, format_month
from donnant.extract import calendar
from donnant.extract.numbers import NumberReader
from donnant.extract.pieces import Phrasebook, Pieces, either
from donnant.extract.relatives import Base, RelativeReader, Setting, book
from donnant.lang.times import TimeTable

_FIGURES = re.compile(r"(?<![0-9/.-])([0-9]{1,4})([/.-])([0-9]{1,2})\2([0-9]{1,4})(?![0-9])")
_FIGURED_MONTH = re.compile(r"(?<![0-9/.-])((?:19|20)[0-9]{2})-(0[1-9]|1[0-2])(?![0-9-])")
_EDGE_MONTHS = {"early": 1, "mid": 6, "late": 12}


class DateReader:
    """Reads the dates of one language."""

    def __init__(self, words: TimeTable, numbers: NumberReader) -> None:
        self.words = words
        self._numbers = numbers
        self._months = Phrasebook(words.months.items())
        self._shy = frozenset(words.shy_months)
        self._shy_openers = book(words.shy_openers)
        self._weekdays = Phrasebook(words.weekdays.items())
        self._seasons = Phrasebook(words.seasons.items())
        self._season_openers = book(words.season_openers)
        self.relative = RelativeReader(words)
        self._which_before, self._which_after = self.relative.which_before, self.relative.which_after
        self.units = self.relative.units
        self.of, self.plain = self.relative.of, self.relative.plain
        self._year_before = book(words.year_before)
        self._edges = Phrasebook((phrase, edge) for edge in _EDGE_MONTHS for phrase in getattr(words.edges, edge))
        self._decade_before = book(words.decade_before)
        self._parts = Phrasebook(words.parts.items())
        self._day_joins = book([*words.prepositions.and_, *words.prepositions.to])
        self._events = Phrasebook(_events(words))
        books = (self._months, self._weekdays, self._seasons, self._edges, self._decade_before, self._parts)
        self.openings = either(self.relative.openings, *(phrases.openings() for phrases in books))
        """Every word that a date begins with."""
        self.events = self._events.firsts
        """Every word that an event begins with."""

    def read(self, pieces: Pieces, index: int, setting: Setting) -> Base | None:
        """The date at a position, whatever its form; an event only where the caller asks for events."""
        if not pieces.opens(index, self.openings):
            return None
        return (
            self._read_figures(pieces, index)
            or self._read_part(pieces, index, setting)
            or self._read_edge(pieces, index, setting)
            or self._read_day(pieces, index, setting)
            or self._read_month(pieces, index, setting)
            or self._read_season(pieces, index, setting)
            or self._read_year(pieces, index, setting)
            or self.relative.read(pieces, index, setting)
        )

    def read_event(self, pieces: Pieces, index: int) -> Base | None:
        """A well-known event at a position."""
        found = self._events.match(pieces, index)
        if found is None:
            return None
        first, _, last = found[1].partition("/")
        return Base(found[0], first, None if last == ".." else last, event=True)

    # --- dates in figures and years

    def _read_figures(self, pieces: Pieces, index: int) -> Base | None:
        if not pieces.is_number(index):
            return None
        month = _FIGURED_MONTH.match(pieces.text, pieces.starts[index])
        if month and int(month[2]) != (int(month[1]) + 1) % 100:  # 2011-12 are two years
            return Base(index + 3, month[0], month[0])
        match = _FIGURES.match(pieces.text, pieces.starts[index])
        if match is None:
            return None
        one, two, three = int(match[1]), int(match[3]), int(match[4])
        if len(match[1]) == 4:
            days = {_day(one, two, three)}
        else:
            year = three if len(match[4]) == 4 else 2000 + three
            orders = {"dmy": (year, two, one), "mdy": (year, one, two)}
            days = {_day(*orders[order]) for order in self.words.numeric_orders} - {None}
        if len(days) != 1 or None in days:
            return None
        point = next(iter(days))
        return Base(pieces.from_offset(match.end(), index), point, point)

    def year_at(self, pieces: Pieces, index: int, setting: Setting) -> tuple[int, str, bool] | None:
        """A year behind a month or an edge: where it ends, the year, whether it leans on the report's date."""
        at = index
        found = self.of.match(pieces, at)
        if found and pieces.at(at) != ",":
            at = found[0]
        named = self._year_before.match(pieces, at)
        if named and _is_year(pieces, named[0]):
            at = named[0]
        if _is_year(pieces, at):
            return at + 1, pieces.at(at), False
        relative = self.relative.read_unit(pieces, at, setting, only="year")
        if relative is None and self.plain.match(pieces, at):
            relative = self.relative.read_unit(pieces, at + 1, setting, only="year")
        if relative and relative.first:
            return relative.end, relative.first, True
        return None

    def _read_year(self, pieces: Pieces, index: int, setting: Setting) -> Base | None:
        decade = self._read_decade(pieces, index)
        if decade:
            return decade
        if not _is_year(pieces, index) or not self._numbers.is_year(pieces, index):
            return None
        if pieces.glued(index + 1) and pieces.is_letters(index + 1):
            return None
        if pieces.glued(index) and (pieces.is_letters(index - 1) or pieces.is_number(index - 2)):
            return None
        if pieces.hangs_on_word(index):
            return None
        year = pieces.at(index)
        other = pieces.at(index + 2) if pieces.is_dash(index + 1) and pieces.glued(index + 1) else ""
        if _is_year(pieces, index + 2) and other > year:
            return Base(index + 3, year, other)
        if len(other) == 2 and other.isdecimal() and int(other) == (int(year) + 1) % 100:
            return Base(index + 3, year, f"{int(year) + 1}")
        return Base(index + 1, year, year)

    def _read_decade(self, pieces: Pieces, index: int) -> Base | None:
        found = self._decade_before.match(pieces, index)
        at = found[0] if found else index
        text = pieces.at(at)
        if not text.isdecimal() or not text.endswith("0"):
            return None
        marked = pieces.at(at + 1) in self.words.decade_mark and pieces.glued(at + 1)
        if not found and not marked:
            return None
        if len(text) == 2 and int(text) >= 30:
            text = f"19{text}"
        if len(text) != 4:
            return None
        return Base(at + 1 + marked, f"{text[:3]}X", f"{text[:3]}X")

    # --- parts of a year

    def _read_part(self, pieces: Pieces, index: int, setting: Setting) -> Base | None:
        found = self._parts.match(pieces, index)
        year = self.year_at(pieces, found[0], setting) if found else None
        if found is None or year is None:
            return None
        first, last = (format_month(int(year[1]), month) for month in found[1])
        return Base(year[0], first, last, anchored=year[2])

    def _read_edge(self, pieces: Pieces, index: int, setting: Setting) -> Base | None:
        found = self._edges.match(pieces, index)
        if found is None:
            return None
        at, edge = found
        if pieces.is_dash(at):
            at += 1
        for start in self.relative.behind_plain(pieces, at):
            base = self._edged(pieces, start, setting, edge)
            if base is not None:
                return base
        return None

    def _edged(self, pieces: Pieces, start: int, setting: Setting, edge: str) -> Base | None:
        event = self.read_event(pieces, start) if edge == "early" else None
        if event and event.first:
            point = about(event.first)
            return replace(event, first=point, last=point, event=False)
        year = self.year_at(pieces, start, setting)
        if year and not self._read_day(pieces, start, setting):
            point = about(format_month(int(year[1]), _EDGE_MONTHS[edge]))
            return Base(year[0], point, point, year[2], whole=year[1] if edge == "late" else None)
        base = self._read_month(pieces, start, setting, opened=True) or self._read_season(pieces, start, setting)
        base = base or self._read_decade(pieces, start) or self._current_unit(pieces, start, setting, edge)
        if base is None or base.first is None or base.first != base.last:
            return base
        point = about(base.first)
        return replace(base, first=point, last=point, whole=base.whole or (base.first if edge == "late" else None))

    def _current_unit(self, pieces: Pieces, start: int, setting: Setting, edge: str) -> Base | None:
        """The end of the year: of the report's."""
        unit = self.units.match(pieces, start)
        if unit is None or setting.today is None or unit[1] not in ("week", "month", "year"):
            return None
        placed = calendar.place_unit(setting.today, unit[1], 0)
        if placed is None:
            return None
        if unit[1] == "year":
            point = format_month(int(placed[0]), _EDGE_MONTHS[edge])
            return Base(unit[0], point, point, True, whole=placed[0] if edge == "late" else None)
        return Base(unit[0], *placed, anchored=True)

    # --- days, months, seasons

    def _read_day(self, pieces: Pieces, index: int, setting: Setting) -> Base | None:
        weekday = self._weekdays.match(pieces, index)
        at = weekday[0] if weekday else index
        if weekday and pieces.at(at) == ",":
            at += 1
        days = self._day_numbers(pieces, at)
        month = None
        if days is not None:
            at = days[0]
            joined = self.of.match(pieces, at)
            month = self._months.match(pieces, joined[0] if joined and pieces.at(at) != "," else at)
        elif self.words.month_first:
            month = self._months.match(pieces, at)
            days = self._day_numbers(pieces, month[0]) if month else None
        if days is None or month is None:
            return None
        end = max(days[0], month[0])
        skipped = end + 1 if self.words.month_first and pieces.at(end) == "," else end
        year = self.year_at(pieces, skipped, setting)
        base = Base(end, None, None, partial=(month[1], days[1][0]))
        if year:
            points = (_day(int(year[1]), month[1], day) for day in days[1])
            return _spanned(Base(year[0], None, None, year[2]), *points)
        after = self._which_after.match(pieces, end)
        later = bool(after and after[1] == "next")
        if after:
            base = replace(base, end=after[0])
        if setting.today is None:
            return base
        last = calendar.place_day(setting.today, month[1], days[1][-1], later)
        first = _day(int(last[:4]), month[1], days[1][0]) if last else None
        return _spanned(replace(base, anchored=True), first, last)

    def _day_numbers(self, pieces: Pieces, index: int) -> tuple[int, tuple[int, ...]] | None:
        """One day of a month, or the first and last of several: 3 et 4, 3rd-5th."""
        first = self._day_number(pieces, index)
        if first is None:
            return None
        join = self._day_joins.match(pieces, first[0])
        if join:
            at = join[0]
            article = self.plain.match(pieces, at)
            second = self._day_number(pieces, article[0] if article else at)
            if second and second[1] > first[1]:
                return second[0], (first[1], second[1])
        return first[0], (first[1],)

    def _day_number(self, pieces: Pieces, index: int) -> tuple[int, int] | None:
        text = pieces.at(index)
        if not text.isdecimal() or len(text) > 2 or not 1 <= int(text) <= 31:
            return None
        if pieces.glued(index) and pieces.at(index - 1) in (",", "."):
            return None
        marked = pieces.glued(index + 1) and pieces.at(index + 1) in self.words.day_marks
        if not marked and pieces.glued(index + 1) and pieces.is_letters(index + 1):
            return None
        return index + 1 + marked, int(text)

    def _read_month(self, pieces: Pieces, index: int, setting: Setting, opened: bool = False) -> Base | None:
        which = self._which_before.match(pieces, index)
        start = which[0] if which else index
        month = self._months.match(pieces, start)
        if month is None:
            return None
        later = self._second_month(pieces, month)
        end, last = later or month
        year = self.year_at(pieces, end, setting)
        after = None if year else self._which_after.match(pieces, end)
        sure = which or year or after or opened or self._shy_openers.match_before(pieces, index)
        if pieces.words(start, month[0]) in self._shy and not sure:
            return None
        base = Base(end, None, None, partial=(month[1], None))
        if year:
            points = (format_month(int(year[1]), part) for part in (month[1], last))
            return _spanned(Base(year[0], None, None, year[2]), *points)
        said = which[1] if which else after[1] if after else ""
        base = replace(base, end=after[0]) if after else base
        if setting.today is None:
            return base
        point = calendar.place_month(setting.today, last, said)
        first = format_month(int(point[:4]), month[1])
        return _spanned(replace(base, anchored=True), first if later else point, point)

    def _second_month(self, pieces: Pieces, month: tuple[int, int]) -> tuple[int, int] | None:
        join = self._day_joins.match(pieces, month[0])
        second = self._months.match(pieces, join[0]) if join else None
        return second if second and second[1] > month[1] else None

    def _read_season(self, pieces: Pieces, index: int, setting: Setting) -> Base | None:
        which = self._which_before.match(pieces, index)
        season = self._seasons.match(pieces, which[0] if which else index)
        if season is None:
            return None
        year = self.year_at(pieces, season[0], setting)
        if year:
            point = format_month(int(year[1]), season[1])
            end = year[0] + 2 if pieces.is_dash(year[0]) and pieces.is_number(year[0] + 1) else year[0]
            return Base(end, point, point, year[2])
        after = self._which_after.match(pieces, season[0])
        said = which[1] if which else after[1] if after else ""
        if setting.today is None or not (said or self._season_openers.match_before(pieces, index)):
            return None
        point = calendar.place_season(setting.today, season[1], said)
        return Base(after[0] if after else season[0], point, point, True)


def _spanned(base: Base, first: str | None, last: str | None = None) -> Base | None:
    """The base with its points; nothing if a day does not exist."""
    if first is None:
        return None
    return replace(base, first=first, last=last or first)


def _events(words: TimeTable) -> Iterable[tuple[str, str]]:
    """Every phrase of every event, also without its article."""
    small = sorted(words.prepositions.plain, key=len, reverse=True)
    articles = [word if word.endswith("'") else f"{word} " for word in small]
    seen: set[str] = set()
    for event in words.event:
        for phrase in event.words:
            forms = [phrase]
            article = next((word for word in articles if phrase.startswith(word)), "")
            if article:
                forms.append(phrase[len(article) :])
            for form in forms:
                if form not in seen:
                    seen.add(form)
                    yield form, event.date


def _is_year(pieces: Pieces, index: int) -> bool:
    text = pieces.at(index)
    return len(text) == 4 and text.isdecimal() and 1500 <= int(text) <= 2100


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return format_day(datetime.date(year, month, day))
    except ValueError:
        return None
