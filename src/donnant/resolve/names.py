"""Names of voices in; whether they are names, and whether two of them are one, out."""

import functools
import re
import unicodedata

from donnant.lang.cues import speech
from donnant.lang.lexicon import languages

_CLOSE = 0.72
"""Share of letters that two spellings of a family name have in common, at least."""


def plain(name: str) -> tuple[str, ...]:
    """A name as lower-case words without accents, articles of its own language aside."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = re.findall(r"[^\W_]+", bare.casefold())
    return tuple(word for word in words if len(word) > 1) or tuple(words)


def abbreviation(name: str) -> str | None:
    """The abbreviation that a name prints of itself: `(NIS)`."""
    match = re.search(r"\(([A-ZÉ][A-Z0-9.É-]{1,9})\)", name)
    return match.group(1).casefold() if match else None


def is_named(chain: tuple[str, ...]) -> bool:
    """Whether somebody in a chain of voices can be told from others: `des experts` cannot."""
    return any(_named(voice) for voice in chain)


def _named(voice: str) -> bool:
    if any(letter.isupper() for letter in voice):
        return True
    first = plain(voice)[:1]
    return bool(first) and first[0] not in _nameless()


@functools.cache
def _nameless() -> frozenset[str]:
    """Words that head a description of nobody in particular, in every installed language."""
    found: set[str] = set()
    for code in languages():
        tables = speech(code)
        for word in (*tables.people, *tables.documents, *tables.words.others, *tables.words.nobody):
            found |= set(plain(word)[-1:])
    return frozenset(found)


def same_spelling(a: str, b: str) -> bool:
    """Whether two names may be spellings of one: the same given name, family names close; never proof by itself."""
    left, right = plain(a), plain(b)
    if len(left) != len(right) or len(left) < 2 or left[0] != right[0]:
        return False
    return all(x == y or _likeness(x, y) >= _CLOSE for x, y in zip(left, right, strict=True))


def _likeness(a: str, b: str) -> float:
    """Letters in common, in order, as a share of the longer word."""
    row = [0] * (len(b) + 1)
    for x in a:
        previous = 0
        for column, y in enumerate(b, 1):
            kept = row[column]
            row[column] = previous + 1 if x == y else max(row[column], row[column - 1])
            previous = kept
    return row[-1] / max(len(a), len(b))
