"""The page words of every installed pack together, as patterns: languages in, patterns out."""

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from donnant.lang import lexicon
from donnant.lang.page import Page

Pattern: TypeAlias = re.Pattern[str]

NO_WORD = "(?!)"


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """What to look for on a page; the language is not known yet, so all packs speak at once."""

    published: str
    """Source of a pattern, to be put before a date."""
    bylines: Pattern
    name: Pattern
    """A person's name: two to four capitalised words, with particles."""
    credit: Pattern
    captions: Pattern
    related: Pattern
    """A pointer to other articles, at the start of a line, with what belongs to it up to a colon."""
    related_inside: Pattern
    furniture: Pattern
    see: Pattern
    running: Pattern
    """A line that is nothing but a page number."""
    keys: tuple[tuple[str, Pattern], ...]
    """Field and the pattern of its ``Key: value`` line."""
    kept_hyphens: frozenset[str]
    months: dict[str, int]
    weekdays: str
    day_suffixes: str
    day_first: frozenset[str]
    """Cues of publication after which a date in figures surely opens with the day."""


def page_cues() -> Cues:
    """The cues of the packs that are installed now."""
    return _cues_of(lexicon.languages())


def any_of(words: Iterable[str]) -> str:
    """The source of a pattern that matches any of the words, longest first."""
    ordered = sorted({word.lower() for word in words}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(_source_of(word) for word in ordered) + ")" if ordered else NO_WORD


def _source_of(word: str) -> str:
    return re.escape(word).replace("'", "['’]").replace(r"\ ", r"\s+") + (r"\b" if word[-1].isalnum() else "")


@functools.cache
def _cues_of(codes: tuple[str, ...]) -> Cues:
    pages = [lexicon.read_table(code, "page", Page) for code in codes]

    def words(field: str) -> list[str]:
        return [word for page in pages for word in getattr(page, field)]

    related = any_of(words("related")) + r"(?:[^.:!?\n]{0,40}:)?"
    running, blank = any_of(words("running")), r"[-–—|\s]*"
    return Cues(
        published=any_of(words("published")),
        bylines=_starting(any_of(words("bylines")) + r"\s*:?\s*(?=[^\W\d_])"),
        name=_name_of(words("particles")),
        credit=_credit_of(words("credits")),
        captions=_captions_of(words("captions")),
        related=_starting(related),
        related_inside=re.compile(rf"(?<=[.!?…»”\"]\s)(?=[^\W\d_])(?i:{related})"),
        furniture=_starting(any_of(words("furniture"))),
        see=_starting(any_of(words("see"))),
        running=_starting(rf"{blank}(?:{running}\s*)?\d{{1,4}}(?:\s*(?:/|{running})\s*\d{{1,4}})?{blank}"),
        keys=_keys_of(pages),
        kept_hyphens=frozenset(word.lower() for word in words("kept_hyphens")),
        months=_months_of(pages),
        weekdays=any_of(words("weekdays")),
        day_suffixes="|".join(re.escape(word) for word in sorted(set(words("day_suffixes")))) or NO_WORD,
        day_first=_day_first_of(pages),
    )


def _starting(source: str) -> Pattern:
    return re.compile(source, re.IGNORECASE)


def _name_of(particles: list[str]) -> Pattern:
    part = r"[^\W\d_a-zà-öø-ÿ][\w'’-]*\.?"
    small = any_of(word for word in particles if "'" not in word)
    return re.compile(rf"{part}(?:\s+(?:(?:{small}\s+){{0,2}}|d['’]){part}){{1,3}}")


def _credit_of(credits: list[str]) -> Pattern:
    """A credit closes its line: a cue with a capital or after a bracket, a colon, a few words."""
    cue = any_of(credits)
    opened = r"(?:^|(?<=[\s(\[|]))(?=[^\W\d_a-zà-ÿ]|(?<=[(\[]).)"
    return re.compile(rf"(?:{opened}(?i:{cue})\s*[:/©]\s*|©\s*)[^\n]{{1,70}}$")


def _captions_of(captions: list[str]) -> Pattern:
    single = any_of(word for word in captions if " " not in word)
    several = any_of(word for word in captions if " " in word)
    return _starting(rf"(?:{single}\s*:|{several})")


def _months_of(pages: list[Page]) -> dict[str, int]:
    numbered = [(number, names) for page in pages for number, names in enumerate(page.months, 1)]
    return {name.lower(): number for number, names in numbered for name in names}


def _keys_of(pages: list[Page]) -> tuple[tuple[str, Pattern], ...]:
    fields = ("title", "publisher", "author", "date", "url", "language")
    names = {field: [word for page in pages for word in getattr(page.keys, field)] for field in fields}
    return tuple((field, _starting(rf"{any_of(names[field])}\s*:\s*(?P<told>\S.*)")) for field in fields)


def _day_first_of(pages: list[Page]) -> frozenset[str]:
    sure = {word for page in pages if page.numeric_day_first for word in page.published}
    return frozenset(sure - {word for page in pages if not page.numeric_day_first for word in page.published})
