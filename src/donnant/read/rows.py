"""The rows of a page: text in, trimmed lines out, wrapped lines joined, with bullets and gaps kept."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from donnant.domain.report import BlockKind

BLANKS = " \t\xa0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\ufeff\u200b\x00"
"""What is trimmed from both ends of a block; all of it stays in the stored text."""

_LINE = re.compile(r"[^\r\n\f\x0b\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\f\x0b\x85\u2028\u2029]")
_BULLET = re.compile(rf"(?P<mark>[•‣▪●◦∙·■□➢➤►▶✓✔→*+–—-]|\d{{1,2}}[.)]|\(\d{{1,2}}\)|[a-z]\))[{BLANKS}]+(?=\S)")
_CALL = r"(?:\s?\(\d{1,2}\)|\s?\[\^?[\w-]{1,8}\]|[⁰¹²³⁴-⁹]+)?"
_CLOSED = re.compile(rf"[.!?…][\s'’\"»”)\]*_]*{_CALL}$")
_INNER_END = re.compile(rf"\w{{3,}}{_CALL}[»”\")]?\s?[.!?…]+{_CALL}[\s»”\"')\]]*\s[\s«“\"'(]*[^\W\d_a-zà-öø-ÿ]")

_SHORTEST_WIDTH, _WIDEST_WIDTH = 40, 110
_LONGEST_HEADING = 150


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a page, or several joined ones; ``start`` stands after its bullet."""

    text: str
    """The words between start and end."""
    start: int
    end: int
    mark: str = ""
    """The bullet, if any."""
    gap: bool = True
    """Whether a blank line stands before it."""
    kind: BlockKind | None = None
    """What it is, once that is known."""

    def as_kind(self, kind: BlockKind) -> "Row":
        """The same row, known to be of a kind."""
        return replace(self, kind=kind)

    def part(self, start: int, end: int, *, gap: bool = False, mark: str = "") -> "Row":
        """A trimmed stretch of this row, in the offsets of the row's own text."""
        piece = self.text[start:end]
        left = start + len(piece) - len(piece.lstrip(BLANKS))
        right = start + len(piece.rstrip(BLANKS))
        return Row(self.text[left:right], self.start + left, self.start + max(left, right), mark, gap, self.kind)


def split_rows(text: str) -> list[Row]:
    """The lines of a text that are not blank, hard-wrapped ones joined to paragraphs."""
    lines = split_lines(text)
    width = _wrap_width(lines)
    if not width:
        return lines
    groups: list[list[Row]] = []
    for line in lines:
        if groups and not line.gap and not line.mark and _goes_on(groups[-1][-1].text, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [joined_row(group, text) for group in groups]


def joined_row(group: Sequence[Row], text: str) -> Row:
    """Neighbouring rows as one, line breaks kept."""
    first, last = group[0], group[-1]
    return replace(first, text=text[first.start : last.end], end=last.end) if len(group) > 1 else first


def is_closed(text: str) -> bool:
    """Whether the words end as a sentence does, footnote calls and closing quotes apart."""
    return bool(_CLOSED.search(text[-80:]))


def is_title_like(text: str) -> bool:
    """Short, without the full stop of a sentence, or one question alone."""
    if len(text) > _LONGEST_HEADING or not text[:1] or text[0].islower() or _INNER_END.search(text):
        return False
    if text[-1] in ",;:":
        return False
    question = text.rstrip(" »”\"'").endswith(("?", "!"))
    return question or not is_closed(text)


def split_lines(text: str) -> list[Row]:
    """The lines that are not blank, each trimmed and without its bullet."""
    lines: list[Row] = []
    seen = 0
    for found in _LINE.finditer(text):
        words = found[0].strip(BLANKS)
        if not words:
            continue
        start = found.start() + found[0].index(words)
        end = start + len(words)
        gap = not lines or len(_BREAK.findall(text, seen, start)) > 1
        seen = end
        bullet = _BULLET.match(words)
        mark = bullet["mark"] if bullet else ""
        start += bullet.end() if bullet else 0
        lines.append(Row(text[start:end], start, end, mark, gap))
    return lines


def _wrap_width(lines: list[Row]) -> int:
    """The width at which an editor broke the lines; 0 if every line is a paragraph of its own."""
    heads = [line.text for line, after in pairwise(lines) if not after.gap and not after.mark]
    if len(heads) < 3:
        return 0
    lengths = sorted(len(head) for head in heads)
    width = lengths[int(len(lengths) * 0.6)]
    if width < _SHORTEST_WIDTH or lengths[-1] > _WIDEST_WIDTH:
        return 0
    full = sum(len(head) >= 0.7 * width for head in heads)
    broken = sum(not is_closed(head) for head in heads)
    return width if full >= 0.6 * len(heads) and broken >= 0.5 * len(heads) else 0


def _goes_on(last: str, width: int) -> bool:
    return not (is_closed(last) or last.endswith(":")) or len(last) >= 0.75 * width
