"""The head of a page: rows of known kinds in; title, byline and standfirst settled, printed facts out."""

import re

from donnant.domain.report import PROSE, BlockKind
from donnant.read.clean import without_stray
from donnant.read.cues import Cues
from donnant.read.dates import dated_start, dateline, edtf_date, whole_date
from donnant.read.facts import Facts, told_facts
from donnant.read.rows import Row

_LONGEST_BYLINE = 100
_FOOT = 6
"""How many last rows may state the date of publication, besides the head."""
_SAME_TITLE = 0.6


def read_head(rows: list[Row], stray: str | None, cues: Cues) -> tuple[list[Row], Facts]:
    """Rows with title, byline, captions and standfirst marked, and what the page says of itself."""
    rows, keyed = _header_lines(rows, cues)
    first, second = _first_prose(rows)
    rows = _settle_titles(rows, first, stray)
    bylines = {place: name for place in range(second) if (name := _named_author(rows, place, first, cues))}
    for place in bylines:
        rows[place] = rows[place].as_kind(BlockKind.BOILERPLATE)
    between = range(first + 1, second)
    if second < len(rows) and any(n in bylines or rows[n].kind is BlockKind.CAPTION for n in between):
        rows[first] = rows[first].as_kind(BlockKind.STANDFIRST)
    author = next(iter(bylines.values()), None)
    found = {"title": _title_of(rows, stray), "author": author, "date": _date_of(rows, second, cues)}
    return rows, told_facts("text", **{**found, **keyed})


def _header_lines(rows: list[Row], cues: Cues) -> tuple[list[Row], dict[str, str | None]]:
    """``Key: value`` lines at the very top."""
    keyed: dict[str, str | None] = {}
    rows = list(rows)
    for place, row in enumerate(rows):
        told_keys = ((name, pattern.fullmatch(row.text)) for name, pattern in cues.keys)
        field, told = next(((name, found["told"]) for name, found in told_keys if found), ("", ""))
        if not field or len(row.text) > 2 * _LONGEST_BYLINE or row.mark:
            break
        rows[place] = row.as_kind(BlockKind.BOILERPLATE)
        if field == "date":
            told = edtf_date(told) or whole_date(told, cues) or ""
        elif field == "language":
            told = told.strip().lower()[:2]
        if told:
            keyed.setdefault(field, told)
    return rows, keyed


def _first_prose(rows: list[Row]) -> tuple[int, int]:
    """The places of the first and of the second row of prose, a list counting as its first item."""
    prose = [place for place, row in enumerate(rows) if row.kind in PROSE] + [len(rows)]
    first = prose[0]
    return first, next((place for place in prose[1:] if place > first), len(rows))


def _settle_titles(rows: list[Row], first: int, stray: str | None) -> list[Row]:
    """The first heading before any prose is the title; those that repeat it too; with a stray word, a caption."""
    rows = list(rows)
    title: set[str] | None = None
    for place in range(first):
        row = rows[place]
        if row.kind is not BlockKind.HEADING and row.kind is not BlockKind.TITLE:
            continue
        words = _words_of(without_stray(row.text, stray))
        if title is None and not row.mark:
            title = words
            rows[place] = row.as_kind(BlockKind.TITLE)
        elif title and len(title & words) >= _SAME_TITLE * max(1, min(len(title), len(words))) and len(words) > 2:
            rows[place] = row.as_kind(BlockKind.TITLE)
        elif stray and row.text.startswith(stray):
            rows[place] = row.as_kind(BlockKind.CAPTION)
    return rows


def _words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def _named_author(rows: list[Row], place: int, first: int, cues: Cues) -> str | None:
    """The name in a byline: a cue and a name, or a name alone on its line near the top."""
    row = rows[place]
    if len(row.text) > _LONGEST_BYLINE or row.mark:
        return None
    cue = cues.bylines.match(row.text)
    if cue and row.kind not in (BlockKind.TITLE, BlockKind.CAPTION):
        name = cues.name.match(row.text, cue.end())
        closed = row.text.endswith((".", "!", "?")) and len(row.text.split()) > 6
        return name[0] if name and not closed else None
    if row.kind is not BlockKind.HEADING or (place < first and place == 0):
        return None
    return row.text if cues.name.fullmatch(row.text) else None


def _title_of(rows: list[Row], stray: str | None) -> str | None:
    titles = [row.text for row in rows if row.kind is BlockKind.TITLE]
    clean = [title for title in titles if without_stray(title, stray) == title]
    return clean[0] if clean else without_stray(titles[0], stray) if titles else None


def _date_of(rows: list[Row], second: int, cues: Cues) -> str | None:
    """Only what the page states as its date: a stamp or lone date near the top or at the foot, or a dateline."""
    head = [row for row in rows[: max(second, 1)] if row.kind is BlockKind.BOILERPLATE]
    foot = [row for row in rows[max(second, len(rows) - _FOOT) :] if row.kind is BlockKind.BOILERPLATE]
    stamps = [dated_start(row.text, cues)[0] for row in (*head, *foot)]
    alone = [whole_date(row.text, cues) for row in head]
    prose = [row for row in rows if row.kind in PROSE]
    opening = dateline(prose[0].text, cues) if prose else None
    return next((date for date in (*stamps, *alone, opening) if date), None)
