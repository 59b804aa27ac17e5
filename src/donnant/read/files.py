"""A file in, a report out, or one sentence that says what is wrong with it; nothing is ever fetched."""

from dataclasses import replace
from pathlib import Path, PurePath

from donnant.domain.ids import digest
from donnant.domain.report import PROSE, Report
from donnant.errors import Problem
from donnant.lang import lexicon
from donnant.read.encoding import binary_kind, decode
from donnant.read.facts import Facts, first_told, given_facts
from donnant.read.html import MAX_TAGS, declared_encoding, read_html
from donnant.read.language import foreign_language, settle_language
from donnant.read.markdown import read_markdown
from donnant.read.meta import Given
from donnant.read.pdf import UnreadablePdf, read_pdf
from donnant.read.text import Reading, read_text

MAX_BYTES = 20 * 1024 * 1024

Result = tuple[Report | None, tuple[Problem, ...]]

_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_HTML = frozenset({".html", ".htm", ".xhtml", ".shtml", ".mhtml"})


class _Unreadable(Exception):
    """Why nothing can be read, as a slug and a sentence without its subject."""

    def __init__(self, slug: str, text: str) -> None:
        super().__init__(text)
        self.slug = slug


_OWN = '<meta name="generator" content="Donnant">'
"""What a brief says of itself: read back as a report it would make an echo of every claim."""


def read_file(path: Path, given: Given) -> Result:
    """The report of one file on disk; a file that is not there is a problem like any other."""
    name = path.name
    try:
        if path.is_dir():
            return None, (Problem(name, "no-file", f"{name} is a folder: give the files in it"),)
        if path.stat().st_size > MAX_BYTES:
            return None, (_too_large(name),)
        data = path.read_bytes()
    except FileNotFoundError:
        return None, (Problem(name, "missing-file", f"{name} is not there: check the path {path}"),)
    except OSError as fault:
        why = fault.strerror or "no access"
        return None, (Problem(name, "unreadable", f"{name} cannot be opened ({why}): check its permissions"),)
    return read_bytes(name, data, given)


def read_bytes(name: str, data: bytes, given: Given) -> Result:
    """The report of a file's bytes; problems name the file and the remedy."""
    if len(data) > MAX_BYTES:
        return None, (_too_large(name),)
    try:
        reading, problems = _read(name, data)
    except _Unreadable as fault:
        return None, (Problem(name, fault.slug, f"{name} {fault}"),)
    facts = _all_facts(reading, given)
    report = Report(
        name=name,
        hash=digest(data),
        text=reading.text,
        blocks=reading.blocks,
        title=facts.title,
        publisher=facts.publisher,
        author=facts.author,
        date=facts.date,
        language=facts.language,
        url=facts.url,
        noise=reading.noise,
    )
    return report, (*problems, *_missing_facts(report))


def _too_large(name: str) -> Problem:
    size = MAX_BYTES // (1024 * 1024)
    return Problem(name, "too-large", f"{name} is larger than {size} MB: split it, one report a file")


def _read(name: str, data: bytes) -> tuple[Reading, tuple[Problem, ...]]:
    """The first reader that the bytes call for, or else the one that the name's ending calls for."""
    if not data.strip(b"\xef\xbb\xbf \t\r\n\x00"):
        raise _Unreadable("no-text", "is empty: put the text of the report in it or leave it out")
    if b"%PDF-" in data[:1024]:
        return _read_pdf(name, data)
    kind = binary_kind(data)
    text = decode(data, declared_encoding(data)) if not kind else None
    if text is None:
        what = kind or "no text in any encoding known here"
        raise _Unreadable("binary", f"is {what}: save the report as text, Markdown, HTML or PDF")
    reading = _read_as(PurePath(name).suffix.lower(), text)
    if reading is None or not any(block.kind in PROSE for block in reading.blocks):
        raise _Unreadable("no-text", "holds no readable text: save the report's text as a .txt file")
    return reading, ()


def _read_as(suffix: str, text: str) -> Reading | None:
    head = text[:1000].lstrip("\ufeff \t\r\n").lower()
    page = head.startswith(("<!doctype html", "<html")) or (head.startswith("<?xml") and "<html" in head)
    if page or suffix in _HTML:
        if _OWN in text[:2000]:
            raise _Unreadable("own-brief", "is a brief that this program wrote: leave it out, it is no report")
        if text.count("<") > MAX_TAGS:
            raise _Unreadable("too-large", f"has more than {MAX_TAGS} tags: save only the article, or its text")
        return read_html(text)
    return read_markdown(text) if suffix in _MARKDOWN else read_text(text)


def _read_pdf(name: str, data: bytes) -> tuple[Reading, tuple[Problem, ...]]:
    try:
        found = read_pdf(data)
    except UnreadablePdf as fault:
        raise _Unreadable(fault.slug, str(fault)) from None
    if found.read == found.pages:
        return found.reading, ()
    text = f"{name} is too long: of {found.pages} pages only the first {found.read} were read; split it"
    return found.reading, (Problem(name, "cut", text),)


def _all_facts(reading: Reading, given: Given) -> Facts:
    """The user's word first, then the file's own, then a guess for the language."""
    facts = first_told(given_facts(given), reading.facts)
    if facts.language and facts.language.where == "given":
        return facts
    return replace(facts, language=settle_language(_prose_of(reading), facts.language))


def _prose_of(reading: Reading | Report) -> str:
    return "\n".join(reading.text[block.start : block.end] for block in reading.blocks if block.kind in PROSE)


def _missing_facts(report: Report) -> tuple[Problem, ...]:
    problems: list[Problem] = []
    if report.date is None:
        remedy = "give one with --meta FILE.csv (columns file,date), else what it says stays undated"
        problems.append(Problem(report.name, "no-date", f"{report.name} prints no date: {remedy}"))
    packs, told = lexicon.languages(), report.language
    guessed = told is not None and told.where == "guessed"
    other = foreign_language(_prose_of(report)) if guessed else told.value if told else None
    if other and other not in packs:
        how = "reads like" if guessed else "is said to be in"
        remedy = f"if that is wrong, give its language ({', '.join(packs)}) with --meta FILE.csv"
        problems.append(Problem(report.name, "no-pack", f"{report.name} {how} {other!r}, which has no pack: {remedy}"))
    return tuple(problems)
