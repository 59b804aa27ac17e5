"""Pieces of text in; a date that leans on the report's (yesterday, last week, mardi) out."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from donnant.domain.when import format_day
from donnant.extract import calendar
from donnant.extract.calendar import Today
from donnant.extract.pieces import Openings, Phrasebook, Pieces, either
from donnant.lang.times import TimeTable

_STEPS = {"last": -1, "this": 0, "next": 1}


@dataclass(frozen=True, slots=True)
class Base:
    """A date as printed: `end` is the position after it; a missing last point is open."""

    end: int
    first: str | None
    last: str | None
    anchored: bool = False
    """Whether the report's date was needed."""
    whole: str | None = None
    """For the end of a year: the year."""
    event: bool = False
    partial: tuple[int, int | None] | None = None
    """Month and day of a date without a year."""
    weak: bool = False
    aside: bool = False
    """Only bounds the time of what is told (since, before): no antecedent of `a year later`."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a date may lean on: the report's date, and the date last named."""

    today: Today | None
    spoken: str | None


class RelativeReader:
    """Reads what counts from the report's date, in one language."""

    def __init__(self, words: TimeTable) -> None:
        relative = words.relative
        self._days = Phrasebook(relative.days.items())
        self._weekdays = Phrasebook(words.weekdays.items())
        self._weekday_tails = book(words.weekday_tails)
        self._day_joins = book([*words.prepositions.and_, *words.prepositions.to])
        self._same_after = frozenset(relative.same_after)
        self.units = Phrasebook((phrase, unit) for unit, phrases in words.units.items() for phrase in phrases)
        self.of = book(words.of)
        self.plain = book(words.prepositions.plain)
        self.which_before = _which(relative.last_before, relative.this_before, relative.next_before)
        self.which_after = _which(relative.last_after, relative.this_after, relative.next_after)

    @property
    def openings(self) -> Openings:
        """Every word that such a date begins with."""
        books = (self._days, self._weekdays, self.units, self.which_before)
        return either(*(phrases.openings() for phrases in books))

    def read(self, pieces: Pieces, index: int, setting: Setting) -> Base | None:
        """The day, weekday, week, month or year at a position that counts from the report's date."""
        day = self._days.match(pieces, index)
        if day and setting.today:
            point = self._near(setting.today, day[1])
            return Base(day[0], point, point, True, weak=day[1] == 0)
        return self._read_weekday(pieces, index, setting) or self.read_unit(pieces, index, setting)

    def _near(self, today: Today, step: int) -> str:
        if not today.to_the_day:
            return today.vague if step else today.text
        return format_day(today.last + datetime.timedelta(days=step))

    def _read_weekday(self, pieces: Pieces, index: int, setting: Setting) -> Base | None:
        which = self.which_before.match(pieces, index)
        weekday = self._weekdays.match(pieces, which[0] if which else index)
        if weekday is None or setting.today is None:
            return None
        tail = self._weekday_tails.match(pieces, weekday[0])
        end = tail[0] if tail else weekday[0]
        week = self._week_behind(pieces, end, setting)
        if week and week.first:
            point = calendar.shift(week.first, weekday[1] - 1, "day") if setting.today.to_the_day else week.first
            return Base(week.end, point, point, True)
        join = self._day_joins.match(pieces, end)
        second = self._weekdays.match(pieces, join[0]) if join else None
        after = None if second else self.which_after.match(pieces, end)
        point = calendar.place_weekday(setting.today, weekday[1], which[1] if which else after[1] if after else "")
        if second and setting.today.to_the_day:
            last = calendar.shift(point, (second[1] - weekday[1]) % 7, "day")
            return Base(second[0], point, last, True)
        return Base(after[0] if after else end, point, point, True)

    def _week_behind(self, pieces: Pieces, index: int, setting: Setting) -> Base | None:
        """The week that a weekday is of: Monday last week, lundi de la semaine dernière."""
        joined = self.of.match(pieces, index)
        for start in self.behind_plain(pieces, joined[0] if joined else index):
            week = self.read_unit(pieces, start, setting, only="week")
            if week:
                return week
        return None

    def read_unit(self, pieces: Pieces, index: int, setting: Setting, only: str | None = None) -> Base | None:
        """Last week, l'an dernier, cette année."""
        if setting.today is None:
            return None
        which = self.which_before.match(pieces, index)
        unit = self.units.match(pieces, which[0] if which else index)
        if unit is None or (only and unit[1] != only):
            return None
        end = unit[0]
        step = end + 1 if pieces.is_dash(end) and pieces.glued(end + 1) else end
        after = self.which_after.match(pieces, step)
        if which is None and after is None:
            return None
        if which is None and not self._opens_unit(pieces, index):
            return None
        if step == end + 1 and after is None and pieces.at(step) in self._same_after:
            return None
        said = after[1] if after and which is None else which[1] if which else ""
        placed = calendar.place_unit(setting.today, unit[1], _STEPS[said])
        if placed is None:
            return None
        return Base(after[0] if after else end, *placed, anchored=True)

    def _opens_unit(self, pieces: Pieces, index: int) -> bool:
        """A unit with a word behind it needs its article: la semaine dernière, not 5 années passées."""
        return index == 0 or not pieces.is_number(index - 1)

    def behind_plain(self, pieces: Pieces, index: int) -> list[int]:
        """The position itself, and those behind one and two small words."""
        found = self.plain.match(pieces, index)
        if found is None:
            return [index]
        again = self.plain.match(pieces, found[0])
        return [index, found[0], again[0]] if again else [index, found[0]]


def book(phrases: Iterable[str]) -> Phrasebook[bool]:
    """Phrases that all mean the same."""
    return Phrasebook((phrase, True) for phrase in phrases)


def _which(last: list[str], this: list[str], coming: list[str]) -> Phrasebook[str]:
    roles = (("last", last), ("this", this), ("next", coming))
    return Phrasebook((phrase, role) for role, phrases in roles for phrase in phrases)
