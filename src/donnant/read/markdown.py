"""Markdown in, blocks and noise with offsets into the raw text out; nothing is rendered."""

import re
from dataclasses import replace

from donnant.domain.report import BlockKind
from donnant.read.clean import join_spans
from donnant.read.cues import page_cues
from donnant.read.dates import edtf_date, whole_date
from donnant.read.facts import Facts, first_told, told_facts
from donnant.read.rows import Row, joined_row, split_lines
from donnant.read.text import Reading, read_rows

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<body>.*?)\r?\n(?:---|\.\.\.)[ \t]*(?=\r?\n|$)", re.DOTALL)
_FENCE = re.compile(r"(?:`{3,}|~{3,})")
_HEADING = re.compile(r"(?P<level>#{1,6})[ \t]+(?P<words>.*?)[ \t#]*$")
_UNDERLINE = re.compile(r"=+|-{2,}")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_STRESSED = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?P<words>[^*_]+)(?P=mark)")
_PICTURE = re.compile(r"(?:\[?!\[[^\]]*\]\([^)]*\)(?:\]\([^)]*\))?[ \t]*)+")
_NOTE = re.compile(r"\[\^[\w-]+\]:\s*")
_TABLE = re.compile(r"\|.*\||:?-{3,}:?(?:\s*\|\s*:?-{3,}:?)+")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_LONGEST_MARKED = 1000
"""A longer line is prose, whatever it opens with."""
_MARKUP = (
    re.compile(r"!\[[^\]\n]{0,300}\]\([^)\s]{0,500}(?:\s+\"[^\"\n]{0,200}\")?\)"),
    re.compile(r"(?<!!)\[(?=[^\]\n^][^\]\n]{0,300}\]\()"),
    re.compile(r"(?<=[^\n])\]\((?:[^()\s]|\([^()\s]{0,100}\)){0,500}(?:\s+\"[^\"\n]{0,200}\")?\)"),
    re.compile(r"\*\*|__|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|`|~~"),
    re.compile(r"\\(?=[-*_\[\]()#.!'\"])"),
    re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>"),
)


def read_markdown(text: str) -> Reading:
    """Blocks, noise and facts of Markdown; marks of emphasis and targets of links are noise."""
    front = _FRONT.match(text)
    begin = front.end() if front else 0
    skipped = [found.span() for found in _COMMENT.finditer(text)]
    lines = [line for line in split_lines(text) if line.start >= begin and not _within(line, skipped)]
    rows = [row for row in _join(_settle(lines), text) if row.text]
    reading = read_rows(text, rows)
    spans = list(reading.noise)
    for block in reading.blocks:
        words = text[block.start : block.end]
        spans += [
            (block.start + found.start(), block.start + found.end())
            for pattern in _MARKUP
            for found in pattern.finditer(words)
        ]
    facts = first_told(_front_facts(front["body"]), reading.facts) if front else reading.facts
    return replace(reading, noise=join_spans(spans), facts=_plain_title(facts))


def _within(line: Row, spans: list[tuple[int, int]]) -> bool:
    return any(start <= line.start and line.end <= end for start, end in spans)


def _settle(lines: list[Row]) -> list[Row]:
    """Rows whose mark-up says what they are; the rest is left to how plain text looks."""
    rows: list[Row] = []
    fenced = False
    for line in lines:
        fence = _FENCE.match(line.text) and not line.mark
        if fence or fenced:
            fenced = not fenced if fence else True
            rows.append(line.as_kind(BlockKind.BOILERPLATE))
        elif rows and not line.gap and not line.mark and _UNDERLINE.fullmatch(line.text) and rows[-1].kind is None:
            top = line.text[0] == "=" and not any(row.kind is BlockKind.TITLE for row in rows)
            rows[-1] = rows[-1].as_kind(BlockKind.TITLE if top else BlockKind.HEADING)
        else:
            rows.append(_settle_line(line, rows))
    return rows


def _settle_line(line: Row, before: list[Row]) -> Row:
    if len(line.text) > _LONGEST_MARKED:
        return line
    heading = _HEADING.fullmatch(line.text)
    if heading and not line.mark:
        first = heading["level"] == "#" and not any(row.kind is BlockKind.TITLE for row in before)
        row = line.part(heading.start("words"), heading.end("words"), gap=True)
        return row.as_kind(BlockKind.TITLE if first else BlockKind.HEADING)
    quote = _QUOTE.match(line.text)
    if quote:
        return line.part(quote.end(), len(line.text), gap=line.gap or not before)
    note = _NOTE.match(line.text)
    if note:
        return line.part(note.end(), len(line.text), gap=True).as_kind(BlockKind.FOOTNOTE)
    if _PICTURE.fullmatch(line.text):
        return line.as_kind(BlockKind.CAPTION)
    stressed = _STRESSED.fullmatch(line.text)
    if stressed:
        return line.part(stressed.start("words"), stressed.end("words"), gap=line.gap, mark=line.mark)
    return line.as_kind(BlockKind.BOILERPLATE) if _TABLE.fullmatch(line.text) else line


def _join(rows: list[Row], text: str) -> list[Row]:
    """In Markdown neighbouring lines are one paragraph, and an item goes on below its bullet."""
    groups: list[list[Row]] = []
    for row in rows:
        last = groups[-1][-1] if groups else None
        if last and not row.gap and not row.mark and row.kind is None and last.kind is None and row.text:
            groups[-1].append(row)
        else:
            groups.append([row])
    return [joined_row(group, text) for group in groups]


def _front_facts(body: str) -> Facts:
    """``key: value`` lines between dashes at the very top, under the keys that the packs know."""
    cues = page_cues()
    told: dict[str, str | None] = {}
    for line in body.splitlines():
        for field, pattern in cues.keys:
            found = pattern.fullmatch(line.strip())
            words = found["told"].strip().strip("\"'") if found else ""
            if field == "date":
                words = edtf_date(words[:10]) or whole_date(words, cues) or ""
            elif field == "language":
                words = words.lower()[:2]
            if words:
                told.setdefault(field, words)
    return told_facts("text", **told)


def _plain_title(facts: Facts) -> Facts:
    """The title without marks of emphasis or targets of links."""
    if not facts.title:
        return facts
    words = facts.title.value
    for pattern in _MARKUP:
        words = pattern.sub("", words)
    return replace(facts, title=replace(facts.title, value=words))
