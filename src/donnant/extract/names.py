"""A text in; the names of people in it out, titles, callings and bodies left out."""

import re
from collections.abc import Collection, Iterator, Sequence

from donnant.extract.gate import Gate
from donnant.extract.tokens import once
from donnant.lang.cues import Speech

_WORD = r"[^\W\d_a-zà-ÿ][\w'’.-]*+"
"""A capitalised word, whole."""
NAME = re.compile(
    rf"{_WORD}(?:\s(?:(?:de|du|von|van|bin|ben|al|el|le|la|der|den|di|da)\s)?[^\W\d_a-zà-ÿ][\w'’-]*){{1,4}}"
)
"""Two to five capitalised words, particles allowed between them."""
_LONGEST_NAME = 4


def name_in(text: str, tables: Speech) -> str | None:
    """The last name of a person in a noun phrase, titles and bodies left out."""
    found = None
    for match in NAME.finditer(text):
        parts = _person(match.group(), tables)
        if len(parts) < 2 or len(parts) > _LONGEST_NAME:
            continue
        before = text[: match.start()]
        whole = match.group().split()
        cut = whole[: whole.index(parts[0])]
        if any(_bare(part) in tables.bodies for part in parts) or _of_body(before, cut, tables):
            continue
        found = " ".join(parts).rstrip(".,;")
    return found


def _bare(part: str) -> str:
    """A word without capitals and the article that is elided before it."""
    word = part.casefold().replace("’", "'")
    return word.partition("'")[2] or word


def surname_in(text: str, tables: Speech) -> str | None:
    """The surname that a title leads in (`Mme Arnaud`, `President Arnaud`); None without a title."""
    match = next(titles_in(text, tables), None)
    if match is None:
        return None
    name = match["name"].rstrip(".,;")
    nobody = (*tables.words.unnamed, *tables.words.calendar, *tables.words.titles)
    return None if name.casefold() in nobody or _bare(name) in tables.bodies else name


def titles_in(text: str, tables: Speech) -> Iterator[re.Match[str]]:
    """The surnames behind a title or a calling, each as the group `name`; most texts hold no title at all."""
    gate, pattern = _titled(tables)
    return pattern.finditer(text) if gate.hits(text.lower()) else iter(())


@once
def _titled(tables: Speech) -> tuple[Gate[bool], re.Pattern[str]]:
    titles = {title.strip(".") for title in tables.words.honours} | tables.people
    listed = "|".join(re.escape(title) for title in sorted(titles, key=lambda title: (-len(title), title)))
    pattern = re.compile(rf"(?<!\w)(?i:{listed})\.?\s(?P<name>{_WORD})(?!\s[^\W\d_a-zà-ÿ])")
    return Gate({title.lower(): True for title in titles}, joiners=""), pattern


def _person(run: str, tables: Speech) -> list[str]:
    """The words of a capitalised run that are a person's name: those after titles, callings and owners."""
    parts = _without_body(run.split(), tables)
    words, start = tables.words, 0
    for index, part in enumerate(parts[:-1]):
        word = part.casefold().replace("’", "'").strip(".,")
        bare = word.partition("'")[2] or word
        is_title = (
            word in _plain_titles(words.titles)
            or word in words.before
            or bare in tables.people
            or word in _unnamed(tables)
        )
        if is_title or word.endswith("'s"):
            start = index + 1
    parts = parts[start:]
    while parts and parts[-1].casefold().strip(".,") in _nobodies(tables):
        parts = parts[:-1]
    if parts and (_owner(parts[-1]) or parts[0].casefold().strip(".,") in _unnamed(tables)):
        return []
    return parts


def _without_body(parts: list[str], tables: Speech) -> list[str]:
    """A capitalised run up to the body that a person belongs to, `Marta Olsen du Centre`; nothing of a body's name."""
    for index, part in enumerate(parts):
        if index > 1 and _bare(part) in tables.bodies:
            if parts[index - 1][:1].isupper():
                return []
            parts = parts[:index]
            while parts and parts[-1][:1].islower():
                parts = parts[:-1]
            return parts
    return parts


@once
def _unnamed(tables: Speech) -> frozenset[str]:
    return _plain((*tables.words.unnamed, *tables.words.calendar))


@once
def _nobodies(tables: Speech) -> frozenset[str]:
    return _unnamed(tables) | tables.people


def _owner(part: str) -> bool:
    return part.casefold().replace("’", "'").endswith("'s")


def _plain(titles: Collection[str]) -> frozenset[str]:
    return frozenset(title.strip(".") for title in titles)


_plain_titles = once(_plain)


def _of_body(before: str, cut: Sequence[str], tables: Speech) -> bool:
    """Whether the words before a name make it part of a body's: `institut X Y`, `Centre for A and X Y`."""
    stretch = re.split(r"[,;:(«»“”]|['’]s\s", before.casefold())[-1]
    words = re.findall(r"[\w-]+", stretch)
    cut = [part.casefold().strip(".,") for part in cut]
    if any(word in tables.people for word in (*words, *cut)):
        return bool(words) and words[-1] in tables.bodies and not cut
    return any(word in tables.bodies for word in words) and not any(
        _plain([w]) & _plain_titles(tables.words.honours) for w in cut
    )
