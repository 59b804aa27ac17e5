"""Amounts, ratios, dates and names as a language writes them: domain values in, text out (by Babel)."""

import functools
import re
from collections.abc import Collection
from datetime import date

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from donnant.domain.amount import Interval, is_money
from donnant.lang.amounts import AmountTable
from donnant.lang.labels import Labels, Plural, Scale, read_labels
from donnant.lang.lexicon import read_table

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<doubt>[~?%]?)")
_DECADE = re.compile(r"(\d{3})X")
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MONTHS = 12


def amount_text(
    low: float | None,
    high: float | None,
    approx: bool,
    unit: str | None,
    language: str,
    operator: str | None = None,
) -> str:
    """An amount as text, one scale for both bounds: ``0.457–1.2 bn USD``; empty if there is none."""
    bounds = [bound for bound in (low, high) if bound is not None]
    if not bounds:
        return ""
    labels = read_labels(language)
    scale = _money_scale(bounds, labels) if is_money(unit) else None
    text = _with_unit(_bounds_text(bounds, scale, unit, language), bounds[-1], scale, unit, language)
    if approx:
        text = labels.bounds.about.format(amount=text)
    if high is None:
        return (labels.bounds.more_than if operator == "more_than" else labels.bounds.at_least).format(amount=text)
    if low is None:
        return (labels.bounds.less_than if operator == "less_than" else labels.bounds.at_most).format(amount=text)
    return text


def scaled_text(value: float, language: str) -> str:
    """A sum without its currency, for the axis of a plot: ``0.5 bn``."""
    scale = _money_scale([value], read_labels(language))
    return _joined(_number(value / scale.size if scale else value, language), scale.mark if scale else "")


def number_text(value: float, language: str) -> str:
    """A plain number."""
    return _number(value, language)


def times_text(interval: Interval, language: str) -> str:
    """A ratio to two significant digits: ``4.7 to 21 times``."""
    times = read_labels(language).times
    low, high = (_number(float(f"{bound or 0:.2g}"), language) for bound in (interval.low, interval.high))
    if interval.low is not None and low == high:
        return times.exactly.format(low=low)
    if interval.high is None:
        return times.at_least.format(low=low)
    words = times.at_most if interval.low is None else times.between
    return words.format(low=low, high=high)


def count_text(count: int, words: Plural, language: str) -> str:
    """A number with its noun: ``2 reports``."""
    return plural(count, words, language).format(count=_number(count, language))


def plural(count: float, words: Plural, language: str) -> str:
    """The form of a noun that goes with a number."""
    return words.one if _locale(language).plural_form(count) == "one" else words.other


def printable(text: str) -> str:
    """Text of a report on one line, without what a terminal or a reading direction could be steered by."""
    return " ".join(_STEERING.sub(" ", text).split())


def when_text(when: str | None, language: str, known: Collection[str] = ()) -> str:
    """An EDTF date in words; a period that ends on a date in ``known`` (a report's own) is still open."""
    if when is None:
        return ""
    dates = read_labels(language).dates
    start, slash, end = when.partition("/")
    if not slash and start.startswith(".."):
        start, slash, end = "..", "/", start[2:]
    if not slash:
        return _date_text(start, language)
    if start in {"..", ""} and end in known:
        return dates.so_far
    if end in {"..", ""} or end in known:
        words = dates.since
        return (words.day if _is_day(start) else words.other).format(date=_date_text(start, language))
    if start in {"..", ""}:
        return (dates.until.day if _is_day(end) else dates.until.other).format(date=_date_text(end, language))
    return dates.period.format(start=_date_text(start, language), end=_date_text(end, language))


def _bounds_text(bounds: list[float], scale: Scale | None, unit: str | None, language: str) -> str:
    size = scale.size if scale else 0.01 if unit == "share" else 1
    numbers = [_number(bound / size, language) for bound in bounds]
    if len(set(bounds)) == 1:
        return numbers[0]
    return read_labels(language).bounds.between.format(low=numbers[0], high=numbers[1])


def _with_unit(text: str, top: float, scale: Scale | None, unit: str | None, language: str) -> str:
    labels = read_labels(language)
    if unit is None:
        return text
    if unit == "share":
        return labels.bounds.share.format(amount=text)
    if is_money(unit):
        return _joined(text, scale.mark if scale else "", unit)
    words = labels.units.get(unit.replace(" ", "_")) or _measure(unit, language)
    return _joined(text, plural(top, words, language) if words else unit)


def _measure(unit: str, language: str) -> Plural | None:
    """A measure that is read and has no label of its own: its first words in the pack."""
    words = read_table(language, "amounts", AmountTable).measures.get(unit, [])
    return Plural(one=words[0], other=words[1]) if len(words) > 1 else None


def _money_scale(bounds: list[float], labels: Labels) -> Scale | None:
    """The largest scale that the larger bound reaches and at which no bound loses a digit to rounding."""
    for scale in labels.scales:
        if max(bounds) >= scale.size and all(_is_exact(bound / scale.size) for bound in bounds):
            return scale
    return None


def _is_exact(value: float) -> bool:
    return round(value, 3) == value


def _number(value: float, language: str) -> str:
    text: str = format_decimal(value, format="#,##0.######", locale=_locale(language))
    return text


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _is_day(text: str) -> bool:
    match = _DATE.fullmatch(text)
    return match is not None and match["day"] is not None


def _date_text(text: str, language: str) -> str:
    dates = read_labels(language).dates
    if decade := _DECADE.fullmatch(text):
        return dates.decade.format(decade=f"{decade[1]}0")
    match = _DATE.fullmatch(text)
    if match is None:
        return text
    words = _plain_date(match, language)
    if match["doubt"] == "~":
        return dates.about.format(date=words)
    return dates.uncertain.format(date=words) if match["doubt"] else words


def _plain_date(match: re.Match[str], language: str) -> str:
    dates = read_labels(language).dates
    year, month, day = match["year"], match["month"], match["day"]
    if month is None:
        return year
    if int(month) > _MONTHS:
        return dates.season.format(season=dates.seasons[month], year=year) if month in dates.seasons else match[0]
    try:
        point = date(int(year), int(month), int(day or 1))
    except ValueError:
        return match[0]
    in_month: str = format_skeleton("yMMMM", point, locale=_locale(language))
    if day is None:
        return in_month
    if dates.first_day and point.day == 1:
        return dates.first_day.format(month=in_month)
    in_day: str = format_date(point, "long", locale=_locale(language))
    return in_day


@functools.cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)
