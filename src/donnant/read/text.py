"""Plain text in, its blocks, noise and printed facts out; not a character is added or removed."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from donnant.domain.report import PROSE, Block, BlockKind
from donnant.read.clean import called_notes, noise_spans, plain_number, stray_word
from donnant.read.cues import Cues, page_cues
from donnant.read.dates import dated_start
from donnant.read.facts import Facts
from donnant.read.furniture import is_caption, is_credit_only, is_furniture, is_related
from donnant.read.head import read_head
from donnant.read.rows import Row, is_title_like, split_rows

_LONG_ROW = 250
_INLINE_BULLET = re.compile(r"(?<=\s)[•‣▪●■➢►](?=\s)")
_NOTE = re.compile(r"(?P<call>\[\^?\w{1,8}\]:?|\(\d{1,2}\)|\d{1,2}[.)]?|[⁰¹²³⁴-⁹]{1,3})\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with what was made of it."""

    text: str
    blocks: tuple[Block, ...]
    noise: tuple[tuple[int, int], ...]
    facts: Facts


def read_text(text: str) -> Reading:
    """Blocks, noise and facts of plain text."""
    return read_rows(text, split_rows(text))


def read_rows(text: str, rows: list[Row]) -> Reading:
    """The same for rows of which some kinds are known already."""
    cues = page_cues()
    stray = stray_word(rows)
    rows = [piece for row in rows for piece in _cut(row, cues)]
    for settle in (_settle_furniture, _settle_notes, _settle_lists, _settle_prose):
        rows = settle(rows, cues)
    rows, facts = read_head(rows, stray, cues)
    rows = _with_some_prose(rows)
    blocks = tuple(Block(row.kind or BlockKind.PARAGRAPH, row.start, row.end) for row in rows if row.text)
    return Reading(text, blocks, noise_spans(text, blocks, stray), facts)


# ---- one row that holds several blocks


def _cut(row: Row, cues: Cues) -> list[Row]:
    """The blocks of a row: a stamped date in front, pointers to other articles and bullets inside."""
    if row.kind is not None:
        return [row]
    end = dated_start(row.text, cues)[1]
    if end and not row.mark:
        first = row.part(0, end, gap=row.gap).as_kind(BlockKind.BOILERPLATE)
        rest = row.text[end:].lstrip(" \t\xa0:|–—-.")
        return [first, *_cut_inside(row.part(len(row.text) - len(rest), len(row.text)), cues)] if rest else [first]
    return _cut_inside(row, cues)


def _cut_inside(row: Row, cues: Cues) -> list[Row]:
    if row.mark:
        return [row]
    opening = cues.related.match(row.text) if len(row.text) > _LONG_ROW else None
    pointers = [*([opening] if opening else []), *cues.related_inside.finditer(row.text)]
    pieces: list[Row] = []
    seen = 0
    for pointer in pointers:
        pieces += [row.part(seen, pointer.start()), row.part(*pointer.span()).as_kind(BlockKind.BOILERPLATE)]
        seen = pointer.end()
    pieces.append(row.part(seen, len(row.text)))
    pieces = [item for piece in pieces for item in _cut_bullets(piece) if item.text]
    return [pieces[0].part(0, len(pieces[0].text), gap=row.gap), *pieces[1:]] if pieces else []


def _cut_bullets(row: Row) -> list[Row]:
    """``comprising: • this • that`` run together on one line."""
    marks = list(_INLINE_BULLET.finditer(row.text))
    if len(marks) < 2 or row.kind is not None:
        return [row]
    ends = [*(mark.start() for mark in marks[1:]), len(row.text)]
    items = [row.part(mark.end(), end, mark=mark[0]) for mark, end in zip(marks, ends, strict=True)]
    return [row.part(0, marks[0].start()), *items]


# ---- passes: each settles the kinds it knows and leaves the rest


def _settle_furniture(rows: list[Row], cues: Cues) -> list[Row]:
    settled: list[Row] = []
    pointing = False  # inside a list of other articles
    for place, row in enumerate(rows):
        kind = row.kind
        if kind is None:
            kind = _furniture_of(rows, place, cues, pointing)
        related = row.kind is None and is_related(row.text, cues)
        pointing = (related and _is_open(row.text, cues)) or (pointing and kind is BlockKind.BOILERPLATE)
        settled.append(row if kind is None else row.as_kind(kind))
    return settled


def _furniture_of(rows: list[Row], place: int, cues: Cues, pointing: bool) -> BlockKind | None:
    row = rows[place]
    if is_caption(row.text, cues) or _has_credit_below(rows, place, cues):
        return BlockKind.CAPTION
    listed = pointing and is_title_like(row.text)
    return BlockKind.BOILERPLATE if listed or is_furniture(row.text, cues) else None


def _has_credit_below(rows: list[Row], place: int, cues: Cues) -> bool:
    """A caption and its credit form a pair of lines with nothing else around."""
    if place + 1 >= len(rows) or not rows[place].gap or rows[place].mark or rows[place + 1].gap:
        return False
    alone = place + 2 >= len(rows) or rows[place + 2].gap
    return alone and len(rows[place].text) <= _LONG_ROW and is_credit_only(rows[place + 1].text, cues)


def _is_open(text: str, cues: Cues) -> bool:
    """Whether a pointer names no article itself, so that what follows does."""
    found = cues.related.match(text)
    return bool(found) and len(text[found.end() :].strip(" :").split()) <= 3 if found else False


def _settle_notes(rows: list[Row], cues: Cues) -> list[Row]:
    """Footnotes: a numbered line whose number was called before, or that only points elsewhere."""
    called: set[str] = set()
    settled: list[Row] = []
    for row in rows:
        found = _NOTE.match(row.mark + " " + row.text) if row.mark else _NOTE.match(row.text)
        note = bool(found) and row.kind is None
        if found and note:
            words = row.text if row.mark else row.text[found.end() :]
            note = plain_number(found["call"]) in called or bool(cues.see.match(words)) or "[^" in found["call"]
        settled.append(row.as_kind(BlockKind.FOOTNOTE) if note else row)
        if not note:
            called |= called_notes(row.text)
    return settled


def _settle_lists(rows: list[Row], cues: Cues) -> list[Row]:
    """Rows with a bullet are items, unless one alone reads as a heading; so are bare lines below a colon."""
    settled = list(rows)
    for place, row in enumerate(rows):
        if row.kind is None and row.mark:
            lone = is_title_like(row.text) and not _has_sibling(rows, place) and not _is_led_in(rows, place)
            settled[place] = row.as_kind(BlockKind.HEADING if lone else BlockKind.LIST_ITEM)
        elif row.kind is None and row.text.endswith(":"):
            for item in _bare_items(rows, place):
                settled[item] = rows[item].as_kind(BlockKind.LIST_ITEM)
    return settled


def _has_sibling(rows: list[Row], place: int) -> bool:
    shape = re.sub(r"\w+", "1", rows[place].mark)
    around = [rows[other] for other in (place - 1, place + 1) if 0 <= other < len(rows)]
    return any(row.mark and re.sub(r"\w+", "1", row.mark) == shape for row in around)


def _is_led_in(rows: list[Row], place: int) -> bool:
    return place > 0 and rows[place - 1].text.endswith(":")


def _bare_items(rows: list[Row], place: int) -> list[int]:
    """Two or more short lines without a bullet right below a colon, up to a blank line."""
    items: list[int] = []
    for other in range(place + 1, len(rows)):
        row = rows[other]
        if row.gap or row.mark or row.kind is not None or not (is_title_like(row.text) or row.text.endswith(";")):
            break
        items.append(other)
    return items if len(items) > 1 else []


def _settle_prose(rows: list[Row], cues: Cues) -> list[Row]:
    def kind_of(place: int) -> BlockKind:
        text = rows[place].text
        listed = place + 1 < len(rows) and rows[place + 1].kind is BlockKind.LIST_ITEM
        label = text.endswith(":") and len(text.split()) <= 4 and not listed
        return BlockKind.HEADING if label or is_title_like(text) else BlockKind.PARAGRAPH

    return [row if row.kind else row.as_kind(kind_of(place)) for place, row in enumerate(rows)]


def _with_some_prose(rows: list[Row]) -> list[Row]:
    """A text without one full stop is still a text: its longer lines are then paragraphs."""
    if any(row.kind in PROSE for row in rows):
        return rows
    wordy: Callable[[Row], bool] = lambda row: row.kind in (BlockKind.HEADING, BlockKind.TITLE)  # noqa: E731
    return [row.as_kind(BlockKind.PARAGRAPH) if wordy(row) and len(row.text.split()) > 4 else row for row in rows]
