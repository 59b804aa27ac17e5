"""Dates as printed on a page: a line in, an EDTF day, month or year out, or nothing."""

import datetime
import functools
import re

from donnant.read.cues import Cues, Pattern, any_of

_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_ZONE = r"(?:\s?(?:[ap]\.?m\.?|Z|[A-Z]{2,4}|[+-]\d{2}:?\d{2}))?"
_CLOCK = rf"(?:\s*(?:[,T|•·-]|at|à)?\s*\d{{1,2}}\s?[:hH.]\s?\d{{2}}(?::\d{{2}})?(?:[.]\d+)?{_ZONE})?"


def dated_start(line: str, cues: Cues) -> tuple[str | None, int]:
    """The date that a line opens with after a cue of publication, and where it ends (0 if none)."""
    found = _patterns(cues)[0].match(line)
    if not found:
        return None, 0
    cue = re.sub(r"\s+", " ", found["cue"].lower().replace("’", "'"))
    return _edtf_of(found, cues, cue in cues.day_first), found.end()


def dateline(line: str, cues: Cues) -> str | None:
    """The date of a dateline that opens a text: ``1 May 2024 - ``, ``KYIV, May 1, 2024 (Agency) — ``."""
    found = _patterns(cues)[1].match(line)
    return _edtf_of(found, cues, False) if found else None


def whole_date(line: str, cues: Cues) -> str | None:
    """The date of a line that holds nothing else than a date, perhaps a place before it and an hour after it."""
    found = _patterns(cues)[2].fullmatch(line.strip())
    return _edtf_of(found, cues, False) if found else None


def edtf_date(text: str) -> str | None:
    """The text if it is a real day, month or year of ISO 8601, else nothing."""
    found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text.strip())
    return _real(found[1], found[2], found[3]) if found else None


@functools.cache
def _patterns(cues: Cues) -> tuple[Pattern, Pattern, Pattern]:
    month = any_of(cues.months)
    suffix = f"(?:{cues.day_suffixes})?"
    weekdays = cues.weekdays
    forms = (
        r"(?P<y1>(?:19|20)\d\d)(?:-(?P<m1>\d{2})(?:-(?P<d1>\d{2}))?)?(?![\d/-])",
        rf"(?P<d2>\d{{1,2}}){suffix}\s+(?:of\s+)?(?P<m2>{month})\.?,?\s+{_YEAR.format('y2')}",
        rf"(?P<m3>{month})\.?\s+(?P<d3>\d{{1,2}}){suffix},?\s+{_YEAR.format('y3')}",
        rf"(?P<m4>{month})\.?,?\s+{_YEAR.format('y4')}",
        rf"(?P<a>\d{{1,2}})(?P<sep>[/.])(?P<b>\d{{1,2}})(?P=sep){_YEAR.format('y5')}",
    )
    date = rf"(?:{weekdays}\.?,?\s+)?(?:le\s+)?(?:{weekdays}\.?,?\s+)?(?:{'|'.join(forms)})(?!(?!T\d)\w){_CLOCK}"
    name = r"[^\W\d_a-zà-öø-ÿ][\w'’-]*"
    place = rf"(?:{name}(?:\s\(?{name}\)?){{0,3}}\s*[,(–—-]\s*)?"
    agency = r"\)?\s*(?:\([^()\n]{2,30}\))?"
    return (
        re.compile(rf"(?P<cue>{cues.published})\s*:?\s*{date}", re.IGNORECASE),
        re.compile(rf"{place}(?i:{date}){agency}\s*[-–—]\s"),
        re.compile(rf"{place}(?i:(?:le\s+)?{date})\.?"),
    )


def _edtf_of(found: re.Match[str], cues: Cues, day_first: bool) -> str | None:
    if found["y1"]:
        return _real(found["y1"], found["m1"], found["d1"])
    if found["y5"]:
        return _from_figures(found, day_first or found["sep"] == ".")
    for form in "234":
        if found[f"y{form}"]:
            month = str(cues.months[found[f"m{form}"].lower()])
            return _real(found[f"y{form}"], month, found[f"d{form}"] if form != "4" else None)
    return None


def _from_figures(found: re.Match[str], day_first: bool) -> str | None:
    """03/05/2024 is given up rather than guessed, unless the words before it settle the order."""
    first, second, year = int(found["a"]), int(found["b"]), found["y5"]
    if day_first or first > 12 or first == second:
        return _real(year, str(second), str(first))
    return _real(year, str(first), str(second)) if second > 12 else None


def _real(year: str, month: str | None, day: str | None) -> str | None:
    try:
        date = datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return date.isoformat()[: 10 if day else 7 if month else 4]
