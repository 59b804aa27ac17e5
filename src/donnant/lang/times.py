"""A pack's words for dates and times: what `times.toml` holds."""

import functools
from dataclasses import dataclass

from donnant.lang.lexicon import Words, read_table
from donnant.lang.numbers import NumberWords, number_words


class Edges(Words, frozen=True):
    """Words for a part of a longer time."""

    early: list[str]
    mid: list[str]
    late: list[str]

    def words(self) -> list[str]:
        """All of them."""
        return [*self.early, *self.mid, *self.late]


class Prepositions(Words, frozen=True):
    """What the words before a date make of it."""

    since: list[str]
    until: list[str]
    by: list[str]
    """As until, but never of an event (by the war)."""
    before: list[str]
    after: list[str]
    soon_after: list[str]
    around: list[str]
    during: list[str]
    """Before an event: it lasts as long."""
    between: list[str]
    from_: list[str]
    to: list[str]
    and_: list[str]
    """Joins two days of a month, two months, or the second end after `between`; without articles."""
    plain: list[str]
    """Changes nothing (le, en, on)."""


class Relative(Words, frozen=True):
    """Words that count from the day of the report, or from a date just named."""

    days: dict[str, int]
    """Days from today: hier is -1."""
    last_before: list[str]
    last_after: list[str]
    this_before: list[str]
    this_after: list[str]
    next_before: list[str]
    next_after: list[str]
    window: list[str]
    """With a count: the past two years, ces deux dernières années."""
    ago_before: list[str]
    ago_after: list[str]
    later: list[str]
    earlier: list[str]
    same_before: list[str]
    same_after: list[str]
    next_day: dict[str, int]
    """Days from the date just named: la veille is -1."""
    soon: list[str]
    """Shortly after the date just named."""


class Event(Words, frozen=True):
    """A well-known event: an interval in EDTF, and the phrases it is known by."""

    date: str
    words: list[str]


class TimeTable(Words, frozen=True, eq=False):
    """What `times.toml` holds."""

    months: dict[str, int]
    shy_months: list[str]
    """Months that are other words too: read only with a day, a year, or after an opener."""
    shy_openers: list[str]
    month_first: bool
    """Whether the day may follow the month."""
    numeric_orders: list[str]
    """Orders of a date in figures, dmy or mdy; one that can be read in two ways is left."""
    weekdays: dict[str, int]
    weekday_tails: list[str]
    """After a weekday, without effect (soir)."""
    seasons: dict[str, int]
    season_openers: list[str]
    units: dict[str, list[str]]
    """day, weekend, week, month, year and decade, with their words."""
    numbers: dict[str, int]
    """Small numbers in words, for durations."""
    day_marks: list[str]
    """Behind a day of the month: 1er, 3rd."""
    year_before: list[str]
    """Before a year: l'année 2024."""
    of: list[str]
    """Between the parts of a date."""
    edges: Edges
    decade_before: list[str]
    decade_mark: list[str]
    """Behind a year: the 1980s."""
    parts: dict[str, list[int]]
    """Quarters and halves of a year: first and last month."""
    first_of: list[str]
    """The first hundred days of an event."""
    prepositions: Prepositions
    relative: Relative
    weak: list[str]
    """Up to the day of the report, without naming a date (déjà)."""
    until_now: list[str]
    """Those of them that say nothing else (so far), and date what they stand beside."""
    event: list[Event]


@dataclass(frozen=True, eq=False, slots=True)
class TimeWords:
    """Everything that the reader of times knows of a language."""

    table: TimeTable
    numbers: NumberWords


def time_table(code: str) -> TimeTable:
    """The calendar of a language."""
    table: TimeTable = read_table(code, "times", TimeTable)
    return table


@functools.cache
def time_words(code: str) -> TimeWords:
    """The words for dates of a language."""
    return TimeWords(time_table(code), number_words(code))
