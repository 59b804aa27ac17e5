"""Noise inside blocks: text and blocks in, the spans out that are no prose."""

import re
from collections.abc import Iterable

from donnant.domain.report import PROSE, Block, BlockKind
from donnant.read.rows import Row

Span = tuple[int, int]

_CALLS = (
    re.compile(r"(?<=[\w»”\"’.,;!?%)])\(\d{1,2}\)(?![\w-])"),  # glued: générale(1)
    re.compile(r"\[(?:\^[\w-]+|\d{1,3}|note \d{1,3})\]"),  # [2], Markdown's [^2]
)
_RAISED = re.compile(r"(?<=[^\s⁰¹²³⁴-⁹])[⁰¹²³⁴-⁹]{1,3}(?![⁰¹²³⁴-⁹])")
_UNIT_BEFORE = re.compile(r"(?:(?<![^\W_])(?:[kcdmh]?m|10|[ckMG]?[Ww])|CO|[⁻⁺])$")
_COUNTER_AFTER = re.compile(r"(?<=[.!?…»”\"])\s+\d{1,2}/\d{1,2}$")
_HIDDEN = re.compile("[\u200b\u200c\u200d\u2060\ufeff\xad\x00]+")
_GLUED = re.compile(r"[^\W\d_]{4,60}")


def noise_spans(text: str, blocks: Iterable[Block], stray: str | None = None) -> tuple[Span, ...]:
    """Footnote calls, counters, invisible characters and stray words of prose and titles, in order."""
    spans: list[Span] = []
    for block in blocks:
        if block.kind in PROSE or block.kind in (BlockKind.TITLE, BlockKind.HEADING):
            spans += _spans_in(text[block.start : block.end], block.start, stray)
    return join_spans(spans)


def join_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same stretches sorted, with those that touch or overlap made one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def called_notes(text: str) -> frozenset[str]:
    """The numbers of the footnotes that a text calls."""
    calls = (found[0] for pattern in (*_CALLS, _RAISED) for found in pattern.finditer(text))
    return frozenset(plain_number(call) for call in calls)


def plain_number(call: str) -> str:
    """The figures of a call or a mark: ``(1)``, ``[1]``, ``1.`` and ``¹`` are all ``1``."""
    return "".join(str(int(char)) if char.isdecimal() else _raised(char) for char in call)


def stray_word(rows: Iterable[Row]) -> str | None:
    """A word of a publishing system, glued in front of two or more different lines."""
    firsts = [found[0] for row in rows if (found := _GLUED.match(row.text))]
    seen: dict[str, set[str]] = {}
    for word in firsts:
        for cut in range(4, len(word)):
            if word[cut - 1].islower() and word[cut].isupper():
                seen.setdefault(word[:cut], set()).add(word[cut:])
    strays = [word for word, rest in seen.items() if len(rest) > 1]
    return max(strays, key=lambda word: (len(word), word), default=None)


def without_stray(words: str, stray: str | None) -> str:
    """The words of a row without the stray word in front."""
    return words[len(stray) :] if stray and words.startswith(stray) else words


def _spans_in(words: str, offset: int, stray: str | None) -> list[Span]:
    patterns = (*_CALLS, _HIDDEN, _COUNTER_AFTER)
    spans = [(found.start(), found.end()) for pattern in patterns for found in pattern.finditer(words)]
    spans += [
        (found.start(), found.end())
        for found in _RAISED.finditer(words)
        if not _UNIT_BEFORE.search(words, max(0, found.start() - 4), found.start())
    ]
    if stray and words.startswith(stray):
        spans.append((0, len(stray)))
    return [(start + offset, end + offset) for start, end in spans]


def _raised(char: str) -> str:
    place = "⁰¹²³⁴⁵⁶⁷⁸⁹".find(char)
    return str(place) if place >= 0 else ""
