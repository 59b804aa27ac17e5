"""A sentence in; the bodies that it names, and the author and issuer of the study that it speaks of, out."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from donnant.extract.names import NAME, name_in
from donnant.extract.sentences import Sentence
from donnant.lang.cues import Speech

_ACRONYM = re.compile(r"\s?\(([A-ZÀ-Ý][\w.&-]{1,9})\)")
_NOUN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_BEFORE = re.compile(r"(?:[^\W\d_a-zà-ÿ][\w.&-]*\s)+$")
"""The capitalised words right before a noun of bodies."""
_FAR = 6
"""A capital further from a body's noun than this belongs to something else."""
_REST = 200
"""How far behind a study its author may stand, in characters."""


@dataclass(slots=True)
class Study:
    """The study that a report speaks of, as far as it is known."""

    author: str | None = None
    issuer: str | None = None


def bodies_in(text: str, folded: str, tables: Speech) -> Iterator[tuple[str, str]]:
    """Bodies that a text names, each with its noun: a noun of bodies with capitalised words after it, or before it."""
    if tables.bodies.isdisjoint(_NOUN.findall(folded)):
        return
    for match in _NOUN.finditer(folded):
        noun = match.group()
        if noun not in tables.bodies:
            continue
        rest = re.split(r"[,;:«“\"()]", text[match.start() :])[0]
        body = body_name(rest)
        parts = (body or "").split()[1:]
        verb = any(part.casefold() in tables.verbs for part in parts if not part[:1].isupper())
        named = not verb and any(part[:1].isupper() for part in parts[:2])
        lead = _lead(text[: match.start()], tables)
        if named or lead:
            name = body if body and named else noun if not body else body.split()[0]
            yield noun, lead + name + _acronym(text, match.start() + len(name))


def _lead(text: str, tables: Speech) -> str:
    """The capitalised words that a text ends with, without the article of a sentence's beginning."""
    found = _BEFORE.search(text)
    words = found[0].split() if found else []
    while words and words[0].casefold() in (*tables.words.titles, *tables.words.unnamed):
        words = words[1:]
    return "".join(f"{word} " for word in words)


def _acronym(text: str, end: int) -> str:
    """The acronym in brackets right behind a name, with its brackets."""
    match = _ACRONYM.match(text, end)
    return f" ({match[1]})" if match else ""


def learn_study(study: Study, sentence: Sentence, tables: Speech, known: set[str]) -> None:
    """Fill in author and issuer of the study in hand from a sentence that names it."""
    pattern = _document_pattern(tables.documents)
    for match in pattern.finditer(sentence.folded):
        if match.start() and sentence.text[match.start()].isupper():
            continue  # part of a name: `Centre for Research on …`
        rest = sentence.text[match.end() :]
        body = _body_pattern(tables.bodies).search(sentence.folded[match.end() :])
        if study.issuer is None and body:
            issuer = body_name(rest[body.start() : body.end()])
            end = match.end() + body.start() + len(issuer or "")
            lead = _lead(rest[: body.start()], tables) if rest[body.start()].isupper() else ""
            study.issuer = lead + issuer + _acronym(sentence.text, end) if issuer else None
        study.issuer = study.issuer or _owner_before(sentence.text[: match.start()])
        study.issuer = study.issuer or _publisher(sentence, match.start(), tables)
        if study.author is None:
            study.author = _author_before(sentence, match.start(), tables) or _author(rest[:_REST], tables, known)
        return


def _author(rest: str, tables: Speech, known: set[str]) -> str | None:
    for found in NAME.finditer(rest):
        name = name_in(rest[: found.end()], tables)
        if name and found.group().endswith(name) and not any(name in leader or leader in name for leader in known):
            return name
    return None


def _author_before(sentence: Sentence, start: int, tables: Speech) -> str | None:
    """Who is called the author of a document right before it: `Ann Lee, the author of the study, says`."""
    near = sentence.folded[:start].replace(",", " ").split()[-_FAR:]
    return name_in(sentence.text[:start], tables) if any(word in tables.words.authors for word in near) else None


def _publisher(sentence: Sentence, start: int, tables: Speech) -> str | None:
    """The one body named before a document that it brings out (`the institute published a report`)."""
    words = sentence.folded[:start].split()
    if not words or words[-1] not in tables.words.indefinite:
        return None
    named = [name for _, name in bodies_in(sentence.text[:start], sentence.folded[:start], tables)]
    return named[0] if len(named) == 1 else None


def _owner_before(text: str) -> str | None:
    """An acronym right before a document that belongs to it (`the KEI report`)."""
    match = re.search(r"([A-Z]{2,9})(?:['’]s)?\s$", text)
    return match[1] if match else None


@functools.cache
def _document_pattern(documents: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(documents)))})\b")


@functools.cache
def _body_pattern(bodies: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(bodies)))})\b[^,;:«“\"().]*")


def body_name(phrase: str) -> str | None:
    """A body's name: from its noun to the last capitalised word of the phrase; None without any."""
    parts = phrase.split()
    capitals = [index for index, part in enumerate(parts) if part[:1].isupper()]
    if not capitals or capitals[0] > _FAR:
        return None
    end = capitals[0]
    for index in capitals:
        if index - end <= 2:
            end = index
    return " ".join(parts[: end + 1]).rstrip('.,;:»”"')
