"""A report: one document read, its clean blocks, and what it says of itself."""

from dataclasses import dataclass, field
from enum import StrEnum


class BlockKind(StrEnum):
    """What a stretch of a report is; only the first four and footnotes are searched for claims."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    HEADING = "heading"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    BOILERPLATE = "boilerplate"


PROSE = frozenset({BlockKind.STANDFIRST, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
"""The kinds of block that carry claims; titles, captions, footnotes and the rest do not."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a report's stored text, in code points, end exclusive.

    Blocks are in order and do not overlap. A list item starts after its bullet.
    """

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Told:
    """A fact about a report, and where it was found: ``given``, ``text``, ``html``, ``pdf``, ``guessed``."""

    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Report:
    """One document: its stored text, blocks with exact offsets, and where each fact comes from.

    ``text`` is the decoded file itself for plain text and Markdown (no character added or
    removed), the extracted text for HTML and PDF. ``hash`` is that of the original bytes.
    """

    name: str
    hash: str
    text: str
    blocks: tuple[Block, ...]
    title: Told | None = None
    publisher: Told | None = None
    author: Told | None = None
    date: Told | None = None
    """EDTF: a day, a month or a year."""
    language: Told | None = None
    """ISO 639-1."""
    url: Told | None = None
    noise: tuple[tuple[int, int], ...] = field(default=())
    """Spans inside blocks that are no prose: footnote calls, image counters."""
