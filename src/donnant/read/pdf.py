"""A PDF in, its running text out: lines joined to paragraphs, what repeats on every page left out."""

import contextlib
import io
import logging
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from donnant.read.cues import Cues, page_cues
from donnant.read.dates import edtf_date
from donnant.read.facts import Facts, first_told, told_facts
from donnant.read.rows import BLANKS, is_closed, is_title_like, split_lines
from donnant.read.text import Reading, read_text

MAX_PAGES = 500
MAX_OPERATIONS = 1_000_000
"""Drawing operations: a bound on work that does not depend on the clock, so that two machines read the same."""

_EDGE = 2
"""Lines at the top and at the bottom of a page that may be running heads."""
_HYPHEN = re.compile(r"(?P<head>[^\W\d_]+)[-‐\xad]$")


class UnreadablePdf(Exception):
    """A PDF that cannot be read; its text says why, to be put after the file's name."""

    def __init__(self, slug: str, text: str) -> None:
        super().__init__(text)
        self.slug = slug


class _TooLong(Exception):
    """The budget of work is spent."""


@dataclass(frozen=True, slots=True)
class PdfReading:
    """What was read, and of how many pages; fewer were read than there are if the file is too long."""

    reading: Reading
    pages: int
    read: int


def read_pdf(data: bytes) -> PdfReading:
    """Text, blocks and facts of a PDF; UnreadablePdf if it is locked, broken or made of pictures."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.ERROR)  # its remarks on odd files are not for our readers
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadablePdf("locked", "is locked with a password: save a copy without one")
        count = len(reader.pages)
        pages = _page_texts(reader, min(count, MAX_PAGES))
        facts = _info_facts(reader)
    except UnreadablePdf:
        raise
    except PyPdfError:
        raise UnreadablePdf("damaged", "is damaged: save it again, or save its text") from None
    except DependencyError:
        raise UnreadablePdf("locked", "is locked with strong encryption: save a copy without it") from None
    except Exception as fault:  # a broken file can break pypdf anywhere; the next file must still be read
        why = f"breaks the rules of PDF ({type(fault).__name__}): save it again, or as text"
        raise UnreadablePdf("damaged", why) from None
    if count and not pages:
        raise UnreadablePdf("too-large", "draws more on its first page than a text does: save its text instead")
    if not any(page.strip(BLANKS + "\n") for page in pages):
        raise UnreadablePdf("no-text", "has no text, only pictures: run it through text recognition (OCR) first")
    reading = read_text(join_pages(pages, page_cues()))
    told = Reading(reading.text, reading.blocks, reading.noise, first_told(reading.facts, facts))
    return PdfReading(told, count, len(pages))


def join_pages(pages: list[str], cues: Cues) -> str:
    """The paragraphs of all pages, one a line with a blank line between, without heads, feet and page numbers."""
    lines = _without_running(pages, cues)
    whole = " ".join(lines)
    width = sorted(len(line) for line in lines)[int(len(lines) * 0.9)] if lines else 0
    parts: list[str] = []
    last = ""
    for line in lines:
        if last and _continues(last, line, width):
            parts[-1], between = _break_between(last, line, cues, whole)
            parts += [between, line]
        elif line:
            parts += ["\n\n", line]
        last = line
    return "".join(parts[1:])


def _page_texts(reader: Any, count: int) -> list[str]:
    """The text of each page, until the budget is spent: forms that show forms can make any page endless."""
    left = MAX_OPERATIONS

    def spend(*_operation: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise _TooLong

    pages: list[str] = []
    for number in range(count):
        with contextlib.suppress(_TooLong):
            page = reader.pages[number].extract_text(visitor_operand_before=spend)
        if left < 0:  # asked again, because pypdf keeps some faults to itself
            break
        pages.append(page.replace("\x00", ""))
    return pages


def _info_facts(reader: Any) -> Facts:
    """The information dictionary: what a program wrote into the file, so it comes after what the page prints."""
    info = reader.metadata
    if not info:
        return Facts()
    raw = re.match(r"D:(\d{4})(\d{2})?(\d{2})?", str(info.get("/CreationDate", "")))
    date = edtf_date("-".join(part for part in raw.groups() if part)) if raw else None
    title = str(info.get("/Title", "")).strip()
    is_file_name = " " not in title or re.search(r"\.\w{3,4}$", title)
    return told_facts("pdf", title=None if is_file_name else title, author=str(info.get("/Author", "")), date=date)


def _without_running(pages: list[str], cues: Cues) -> list[str]:
    """All lines in order; those that repeat at the edge of most pages, and page numbers, are left out."""
    sheets = [[line.strip(BLANKS) for line in re.split(r"\r\n|[\n\r\f]", page)] for page in pages]
    sheets = [_trimmed(sheet) for sheet in sheets]
    often = Counter(shape for sheet in sheets for shape in {_shape(sheet[n]) for n in _edges(sheet)})
    needed = max(2, (len(sheets) + 1) // 2)
    kept: list[str] = []
    for sheet in sheets:
        edges = _edges(sheet)
        for place, line in enumerate(sheet):
            running = len(sheets) > 1 and place in edges and often[_shape(line)] >= needed
            number = place in edges and cues.running.fullmatch(line)
            if not running and not number:
                kept.append(line)
    return kept


def _trimmed(sheet: list[str]) -> list[str]:
    while sheet and not sheet[0]:
        sheet = sheet[1:]
    while sheet and not sheet[-1]:
        sheet = sheet[:-1]
    return sheet


def _edges(sheet: list[str]) -> set[int]:
    filled = [place for place, line in enumerate(sheet) if line]
    return set(filled[:_EDGE] + filled[-_EDGE:])


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line.lower())


def _continues(last: str, line: str, width: int) -> bool:
    """Whether a line goes on with the paragraph of the one before."""
    row = split_lines(line)
    if not row or row[0].mark:
        return False
    if _HYPHEN.search(last) or line[0].islower():
        return True
    if is_closed(last) or last.endswith(":"):
        return len(last) >= 0.85 * width and not is_title_like(line)
    return len(last) >= 0.6 * width


def _break_between(before: str, line: str, cues: Cues, whole: str) -> tuple[str, str]:
    """How two lines of a paragraph become one: the first as it is to be kept, and what stands between.

    A hyphen at the break goes, unless the word has one elsewhere or is a known compound.
    """
    found = _HYPHEN.search(before[-60:])
    tail = re.match(r"[^\W\d_]+", line)
    if not found or not tail:
        tight = before.endswith(("-", "'", "’")) and not before.endswith(" -")
        return before, "" if tight else " "
    compound = f"{found['head']}-{tail[0]}"
    known = line[0].isupper() or found["head"].lower() in cues.kept_hyphens or compound in whole
    return (before, "") if known and not before.endswith("\xad") else (before[:-1], "")
