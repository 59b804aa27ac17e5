"""A web page in, its main text with paragraphs, lists and headings out; nothing is fetched or run."""

import re
from collections.abc import Iterator
from typing import Any

from donnant.domain.report import BlockKind
from donnant.read.facts import first_told, told_facts
from donnant.read.rows import BLANKS, Row, is_closed
from donnant.read.text import Reading, read_rows

MAX_TAGS = 100_000
"""More than any article has; a page of more is refused before it is parsed."""

_BLOCKS = frozenset({"p", "head", "item", "quote", "cell", "code", "list", "table", "row", "div", "body", "span"})
_KINDS = {"head": BlockKind.HEADING, "item": BlockKind.LIST_ITEM, "code": BlockKind.BOILERPLATE}
_BREAK = "\u2028"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_PROLOG = re.compile(r"\A\s*<\?xml[^>]*\?>")
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.I)
_ENCODING = re.compile("utf|iso|windows|cp|latin|koi|mac|big5|gb|euc|shift|us-ascii|ascii", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([a-zA-Z]{2})\b", re.IGNORECASE)
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
"""Only where the page states its date, and whatever today's date is."""

Piece = tuple[BlockKind | None, str]


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page names near its top."""
    found = _DECLARED.search(data[:4000])
    name = found[1].decode("ascii") if found else ""
    return name if _ENCODING.match(name) else None


def read_html(page: str) -> Reading | None:
    """The article of a page as text that is put together here, so that offsets are exact; None without one."""
    import trafilatura

    source = _PROLOG.sub("", page.replace("\x00", ""), count=1)
    document = trafilatura.bare_extraction(
        source, with_metadata=True, include_comments=False, include_formatting=True, date_extraction_params=_DATES
    )
    if not isinstance(document, trafilatura.settings.Document) or document.body is None:
        return None
    facts = told_facts(
        "html",
        title=document.title,
        publisher=document.sitename,
        author=document.author,
        date=document.date,
        url=document.url,
        language=_language_of(source),
    )
    pieces = [piece for piece in _pieces_of(document.body, None) if piece[1]]
    reading = _assembled(_with_title(pieces, document.title))
    return Reading(reading.text, reading.blocks, reading.noise, first_told(facts, reading.facts))


def _language_of(source: str) -> str | None:
    found = _LANGUAGE.search(source[:20_000])
    return found[1].lower() if found else None


def _with_title(pieces: list[Piece], title: str | None) -> list[Piece]:
    """The title stands first, once, whether the article repeats it or not."""
    if not title:
        return pieces
    same = next((n for n, (_, words) in enumerate(pieces[:5]) if _folded(words) == _folded(title)), None)
    if same is None:
        return [(BlockKind.TITLE, _plain(title)), *pieces]
    return [(BlockKind.TITLE, pieces[same][1]), *pieces[:same], *pieces[same + 1 :]]


def _folded(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))


def _pieces_of(element: Any, kind: BlockKind | None) -> Iterator[Piece]:
    """The blocks below an element of trafilatura's tree, in order, with what their tag says of them."""
    tag = element.tag if isinstance(element.tag, str) else ""
    own = _KINDS.get(tag, kind)
    words: list[str] = [element.text or ""]
    for child in element:
        if child.tag in _BLOCKS:
            yield from _lines_of(words, own, tag)
            yield from _pieces_of(child, own)
            words = []
        elif isinstance(child.tag, str):
            words.append(_BREAK if child.tag == "lb" else _inline(child))
        words.append(child.tail or "")
    yield from _lines_of(words, own, tag)


def _lines_of(words: list[str], kind: BlockKind | None, tag: str) -> Iterator[Piece]:
    """The lines between forced breaks, unless a sentence runs on; a cell without a sentence is no prose."""
    lines: list[str] = []
    for line in map(_plain, "".join(words).split(_BREAK)):
        if lines and line[:1].islower() and not is_closed(lines[-1]):
            lines[-1] += f" {line}"
        elif line:
            lines.append(line)
    for line in lines:
        yield BlockKind.BOILERPLATE if tag == "cell" and not is_closed(line) else kind, line


def _inline(element: Any) -> str:
    """The words of a stretch inside a block; raised figures stay raised, lest 2025 and its call make 20252."""
    words = "".join(element.itertext())
    if element.get("rend") != "#sup":
        return words
    plain = words.strip().strip("[]()")
    return plain.translate(_RAISED) if plain.isdecimal() and len(plain) <= 3 else words


def _plain(words: str) -> str:
    return _SPACES.sub(" ", words).strip(BLANKS)


def _assembled(pieces: list[Piece]) -> Reading:
    """One text of all pieces, items with a bullet, and their rows."""
    parts: list[str] = []
    rows: list[Row] = []
    length = 0
    for number, (kind, words) in enumerate(pieces):
        item = kind is BlockKind.LIST_ITEM
        tight = item and number > 0 and pieces[number - 1][0] is BlockKind.LIST_ITEM
        lead = ("" if not number else "\n" if tight else "\n\n") + ("- " if item else "")
        length += len(lead)
        rows.append(Row(words, length, length + len(words), "-" if item else "", not tight, _certain(kind)))
        parts += [lead, words]
        length += len(words)
    return read_rows("".join(parts), rows)


def _certain(kind: BlockKind | None) -> BlockKind | None:
    """An item may still turn out to be a link to another article; the other kinds are settled."""
    return None if kind is BlockKind.LIST_ITEM else kind
