"""A folded sentence and the report's date in; the times named in it out, in EDTF."""

import functools
from collections.abc import Callable
from dataclasses import dataclass, replace

from donnant.domain.when import about, interval, is_when, parse_when
from donnant.extract import calendar
from donnant.extract.calendar import Today, read_today
from donnant.extract.dates import DateReader
from donnant.extract.durations import DurationReader
from donnant.extract.numbers import number_reader
from donnant.extract.pieces import Phrasebook, Pieces, either
from donnant.extract.relatives import Base, Setting, book
from donnant.lang.times import TimeWords

_MODIFIERS = ("since", "until", "by", "before", "after", "soon_after", "around", "during")
_FORWARD = frozenset({"until", "by", "before"})  # a date without a year may lie ahead


@dataclass(frozen=True, slots=True)
class Time:
    """A time as named in a text."""

    start: int
    end: int
    edtf: str
    cue: str
    """The words that name it."""
    anchored: bool
    """Whether the report's date was needed to place it."""
    weak: bool = False
    """Only `up to the report's date`, or the date itself (déjà, so far, today): names no event's date."""
    bounds: bool = False
    """It is weak, and says plainly that what is told reaches up to the report's date (jusqu'à présent, so far)."""
    aside: bool = False
    """It only says before, after or since when: nothing that is told next leans on it."""


def find_times(text: Pieces | str, words: TimeWords, today: str | None, spoken: str | None = None) -> tuple[Time, ...]:
    """Every time of a folded text, cut into pieces or not, in order.

    `spoken` is the date last named before it, for `a year later`.
    """
    return _reader(words).read(Pieces(text) if isinstance(text, str) else text, read_today(today), spoken)


@functools.cache
def _reader(words: TimeWords) -> "_TimeReader":
    return _TimeReader(words)


class _TimeReader:
    def __init__(self, words: TimeWords) -> None:
        times = words.table
        numbers = number_reader(words.numbers, times)
        self._dates = DateReader(times, numbers)
        self._durations = DurationReader(times, self._dates, numbers.is_noun)
        prepositions = times.prepositions
        self._modifiers = Phrasebook(
            (phrase, role) for role in _MODIFIERS for phrase in getattr(prepositions, role)
        )  # fmt: skip
        self._between = book(prepositions.between)
        self._from = book(prepositions.from_)
        self._to = book(prepositions.to)
        self._and = book(prepositions.and_)
        self._weak = book(times.weak)
        self._bounds = book(times.until_now)
        dated = {*self._dates.openings, *self._dates.events, *self._durations.openings}
        led = [words.openings(dated) for words in (self._modifiers, self._between, self._from)]
        self._openings = either(*led, self._weak.openings(), self._dates.openings, self._durations.openings)
        """Every word that a time begins with."""

    def read(self, pieces: Pieces, today: Today | None, spoken: str | None) -> tuple[Time, ...]:
        found: list[Time] = []
        reached = 0
        for index in pieces.openings(self._openings):
            if index < reached:
                continue
            time = self._read_at(pieces, index, Setting(today, spoken))
            if time is None or time.first == time.last is None:
                continue
            edtf = _edtf(time)
            if is_when(edtf):
                start, end = pieces.starts[index], pieces.ends[time.end - 1]
                bounds = time.weak and self._bounds.match(pieces, index) is not None
                found.append(
                    Time(start, end, edtf, pieces.text[start:end], time.anchored, time.weak, bounds, time.aside)
                )
                if not (time.weak or time.aside):
                    spoken = time.first
            reached = time.end
        return tuple(found)

    def _read_at(self, pieces: Pieces, index: int, setting: Setting) -> Base | None:
        weak = self._weak.match(pieces, index)
        if weak:
            return Base(weak[0], None, setting.today.text, True, weak=True) if setting.today else None
        return (
            self._read_range(pieces, index, setting)
            or self._read_modified(pieces, index, setting)
            or self._durations.read(pieces, index, setting, self._any_date)
            or self._dates.read(pieces, index, setting)
        )

    def _any_date(self, pieces: Pieces, index: int, setting: Setting) -> Base | None:
        """A date or an event, behind an article or not."""
        for start in self._dates.relative.behind_plain(pieces, index):
            base = self._dates.read_event(pieces, start) or self._dates.read(pieces, start, setting)
            if base is not None:
                return base
        return None

    def _read_range(self, pieces: Pieces, index: int, setting: Setting) -> Base | None:
        for opener, joins in ((self._between, self._and), (self._from, self._to)):
            opened = opener.match(pieces, index)
            low = self._any_date(pieces, opened[0], setting) if opened else None
            if low is None:
                continue
            if opener is self._between and low.first and low.first != low.last and not low.event:
                return low
            join = joins.match(pieces, low.end)
            high = self._any_date(pieces, join[0], setting) if join else None
            if high is not None:
                return _between(low, high)
        return None

    def _read_modified(self, pieces: Pieces, index: int, setting: Setting) -> Base | None:
        found = self._modifiers.match(pieces, index)
        if found is None:
            return None
        base = self._any_date(pieces, found[0], setting)
        if base is None and found[1] == "since":
            return self._durations.read_since(pieces, found[0], setting)
        if base is None or (base.first is None and base.last is None):
            return base
        if found[1] == "by" and base.event:
            return None
        if found[1] in _FORWARD and base.partial and setting.today:
            point = calendar.place_near(setting.today, *base.partial)
            base = replace(base, first=point, last=point)
        applied = _APPLIED[found[1]](base, setting.today)
        return replace(applied, aside=found[1] not in ("around", "soon_after"))


def _since(base: Base, today: Today | None) -> Base:
    first = base.last if base.event and base.last else base.first
    if today is None or first is None:
        return replace(base, first=first, last=None)
    begun = parse_when(first).first
    reached = begun is not None and begun <= today.last
    return replace(base, first=first, last=today.text if reached else None, anchored=True, event=False)


def _until(base: Base, today: Today | None) -> Base:
    return replace(base, first=None, last=base.whole or base.last or base.first)


def _before(base: Base, today: Today | None) -> Base:
    return replace(base, first=None, last=base.first)


def _after(base: Base, today: Today | None) -> Base:
    return replace(base, first=base.last or base.first, last=None)


def _around(base: Base, today: Today | None) -> Base:
    if base.first is None or (base.first != base.last and not base.event):
        return base
    return replace(base, first=about(base.first), last=about(base.first))


def _during(base: Base, today: Today | None) -> Base:
    if base.last is None and today is not None:
        return replace(base, last=today.text, anchored=True)
    return base


_APPLIED: dict[str, Callable[[Base, Today | None], Base]] = {
    "since": _since, "until": _until, "by": _until, "before": _before, "after": _after,
    "soon_after": _around, "around": _around, "during": _during,
}  # fmt: skip


def _between(low: Base, high: Base) -> Base | None:
    """From one date to another; a year printed once counts for both."""
    low, high = _with_years(low, high)
    if low.first is None or high.last is None:
        return None
    return replace(high, first=low.first, anchored=low.anchored or high.anchored, event=False, weak=False)


def _with_years(low: Base, high: Base) -> tuple[Base, Base]:
    if high.partial and not low.partial and low.first:
        start = read_today(low.first)
        if start:
            point = _placed(start, high.partial, later=True)
            return low, replace(high, first=point, last=point)
    if low.partial and high.first:
        finish = read_today(high.first)
        if finish:
            point = _placed(finish, low.partial, later=False)
            return replace(low, first=point, last=point), high
    return low, high


def _placed(near: Today, partial: tuple[int, int | None], later: bool) -> str | None:
    month, day = partial
    if day is not None:
        return calendar.place_day(near, month, day, later)
    return calendar.place_month(near, month, "next" if later else "")


def _edtf(base: Base) -> str:
    if base.first == base.last and base.first is not None:
        return base.first
    return interval(base.first, base.last)
