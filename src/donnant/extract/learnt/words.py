"""Spellings and counts in; the rough classes that features are made of out."""

import bisect
import unicodedata
import zlib
from functools import lru_cache

from donnant.extract.draft import Draft

_STEM = 6
_EDGES = (0, 1, 2, 3, 4, 6, 9, 14, 22)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The first letters of a word without accents; a figure is `0`."""
    if word[:1].isdigit():
        return "0"
    plain = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in plain if not unicodedata.combining(letter))[:_STEM]


def bucket(count: int) -> int:
    """A count rounded down to one of a few steps."""
    return _EDGES[bisect.bisect_right(_EDGES, count) - 1] if count >= 0 else 0


def slot_of(feature: str, size: int) -> int:
    """Where a feature's weight stands in an array of a size: its checksum, the same on every machine."""
    return zlib.crc32(feature.encode()) % size


def kind_of(draft: Draft) -> str:
    """The kind of a draft as features name it: attitudes by their sign."""
    return f"{draft.kind}.{draft.category}" if draft.kind == "attitude" else str(draft.kind)
