"""A report's prose in; its sentences out, cut as the guide cuts them, with what leads each one in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from donnant.domain.report import PROSE, Block, BlockKind, Report
from donnant.extract.fold import fold
from donnant.lang.grammar import Grammar

_END = re.compile(r"[.!?…]+(?:[.!?…]|\s?[»”\"'’)\]])*(?=\s|$)")
_LEAD_IN = re.compile(r"\s?:\s*(?=[«“\"])")
_OPENERS = "«“"
_CLOSERS = "»”"
_ABBREVIATION = 40
_LONGEST = 2000
"""A sentence longer than this is no prose; it is cut, so that no reader runs away."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One unit that can carry claims; offsets are into the report's text."""

    index: int
    start: int
    end: int
    text: str
    folded: str
    """Lower-cased one to one, noise blanked out."""
    block: int
    kind: BlockKind
    lead: int | None
    """Index of the sentence that introduces the list this item is in."""
    quoted: bool
    """It begins inside a quotation that an earlier sentence of its block opened."""
    opens: bool
    """A quotation opened in it is still open at its end."""
    question: bool
    introduced: bool
    """It is the quotation that the sentence before leads in with a colon."""


def split_report(report: Report, words: Grammar) -> tuple[Sentence, ...]:
    """All sentences of a report's prose blocks, in order."""
    masked = plain_text(report)
    found: list[Sentence] = []
    lead: int | None = None
    for number, block in enumerate(report.blocks):
        if block.kind not in PROSE:
            continue
        first = len(found)
        if block.kind is not BlockKind.LIST_ITEM:
            lead = None
        inside = False
        for start, end in _spans(report.text, block, words):
            text = report.text[start:end]
            opens = _left_open(text, inside) and _closes_later(report.text, end, block.end)
            begin, stop = _trim(report.text, start, end)
            if stop <= begin:
                inside = opens
                continue
            text = report.text[begin:stop]
            introduced = bool(found) and found[-1].block == number and ":" in report.text[found[-1].end : begin]
            found.append(
                Sentence(
                    index=len(found),
                    start=begin,
                    end=stop,
                    text=text,
                    folded=masked[begin:stop],
                    block=number,
                    kind=block.kind,
                    lead=lead,
                    quoted=inside,
                    opens=opens,
                    question=text.rstrip(_CLOSERS + '" ').endswith("?"),
                    introduced=introduced,
                )
            )
            inside = opens
        if block.kind is not BlockKind.LIST_ITEM and len(found) > first:
            lead = len(found) - 1 if report.text[block.start : block.end].rstrip().endswith(":") else None
    return tuple(found)


def plain_text(report: Report) -> str:
    """A report's text folded, its noise blanked out; offsets stay those of the text."""
    return _mask(fold(report.text), report.noise)


def _spans(text: str, block: Block, words: Grammar) -> Iterator[tuple[int, int]]:
    """Raw spans of sentences in a block; a lead-in before a colon and a quotation is one of its own."""
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        if _ends(text, match, block.end, words):
            yield from _leads(text, start, match.end())
            start = match.end()
    if text[start : block.end].strip():
        yield from _leads(text, start, block.end)


def _leads(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    match = _LEAD_IN.search(text, start, end)
    if match:
        yield from _bounded(text, start, match.start())
        start = match.end()
    yield from _bounded(text, start, end)


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A span cut at blanks where it is longer than any sentence, so that no reader runs away."""
    while end - start > _LONGEST:
        blank = text.rfind(" ", start + 1, start + _LONGEST)
        stop = blank if blank > start else start + _LONGEST
        yield start, stop
        start = stop
    yield start, end


def _ends(text: str, match: re.Match[str], limit: int, words: Grammar) -> bool:
    """Whether a stop ends a sentence: no abbreviation, no initial, and what follows begins one."""
    rest = text[match.end() : min(limit, match.end() + _ABBREVIATION)].lstrip()
    if not rest:
        return True
    if not (rest[0].isupper() or rest[0].isdigit() or rest[0] in "«“\"'’‘(-–—•["):
        return False
    if match.group() != ".":
        return True
    # an abbreviation is short: looking further back would read the text anew for every full stop
    before = re.search(r"[^\s'’(«“\"]+$", text[max(0, match.start() - _ABBREVIATION) : match.start()])
    word = before.group() if before else ""
    initial = len(word) == 1 and word.isupper()
    return not initial and word.lower() not in words.abbreviations


def _left_open(text: str, inside: bool) -> bool:
    """Whether a quotation is open after some text that began inside one, or not."""
    for position, mark in enumerate(text):
        if mark in _OPENERS or (mark == '"' and _opening(text, position)):
            inside = True
        elif mark in _CLOSERS or mark == '"':
            inside = False
    return inside


def _opening(text: str, position: int) -> bool:
    """Whether a straight quotation mark opens: a blank before it, a letter after it."""
    before = text[position - 1 : position]
    return (not before or before.isspace() or before in "(-–—:") and text[position + 1 : position + 2].isalnum()


def _closes_later(text: str, start: int, end: int) -> bool:
    """Whether a quotation that is open is closed before the next one opens, and not too far on."""
    for position in range(start, min(end, start + _LONGEST // 2)):
        if text[position] in _CLOSERS:
            return True
        if text[position] in _OPENERS:
            return False
        if text[position] == '"':
            return not _opening(text, position)
    return False


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without blanks or bullets at its edges, nor a guillemet whose partner lies outside."""
    while start < end and (text[start].isspace() or text[start] in "•*–—-\ufeff"):
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    inner = text[start:end]
    lone = inner.count('"') == 1 and len(inner) > 1
    opened = any(mark in inner for mark in _OPENERS)
    closed = any(mark in inner for mark in _CLOSERS)
    if (inner[:1] in tuple(_OPENERS) and not closed) or (inner[:1] == '"' and lone):
        start += 1
    if (inner[-1:] in tuple(_CLOSERS) and not opened) or (inner[-1:] == '"' and lone):
        end -= 1
    # a quotation that is the whole of a sentence is quoted without its marks
    inner = text[start:end]
    if inner[:1] in tuple(_OPENERS) and inner[-1:] in tuple(_CLOSERS) and sum(m in _OPENERS for m in inner) == 1:
        start, end = start + 1, end - 1
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _mask(folded: str, noise: tuple[tuple[int, int], ...]) -> str:
    """Folded text with noise spans blanked, so that no footnote call is read as a word or a figure."""
    if not noise:
        return folded
    letters = list(folded)
    for start, end in noise:
        letters[start:end] = " " * (end - start)
    return "".join(letters)
