"""Names of voices and goods in; their words, whether they name somebody, and whether two are spelled alike, out."""

import functools
import re
import unicodedata

from rapidfuzz.distance import LCSseq

from donnant.domain.claim import Claim
from donnant.lang.cues import speech
from donnant.lang.lexicon import languages
from donnant.lang.parties import known_party

_CLOSE = 0.72
"""Share of letters that two spellings of a word have in common, at least."""
_LONG = 5
"""A word of fewer letters has no second spelling: four letters tell Hyun from Chun."""
_LONGEST_PARTY = 3
"""Words in the name of a party, at most: Corée du Nord."""
_STEM = 5
_SMALL = 3
"""Words of so few letters inside an item are articles and prepositions."""
_WORDS = re.compile(r"[^\W_]+")
_PRINTED = re.compile(r"[^\W_]+(?:[-–'’.][^\W_]+)*")
_ELISION = re.compile(r"\b[^\W\d_]['’](?=\w)")
_CALL = re.compile(r"(?<=\w)\(\d+\)")


@functools.lru_cache(maxsize=16384)
def plain(name: str) -> tuple[str, ...]:
    """A name as lower-case words without accents, elided articles (`l'`) and footnote calls aside."""
    bare = _CALL.sub("", _ELISION.sub("", name))
    letters = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    return tuple(_WORDS.findall(letters.casefold())) or (name.casefold(),)


def abbreviation(name: str) -> str | None:
    """The abbreviation that a name prints of itself: `(NIS)`."""
    match = re.search(r"\(([A-ZÉ][A-Z0-9.É-]{1,9})\)", name)
    return match.group(1).casefold() if match else None


def nearest_named(chain: tuple[str, ...]) -> str | None:
    """The first voice of a chain that can be told from others; null in `des experts`."""
    return next((voice for voice in chain if is_named(voice)), None)


@functools.lru_cache(maxsize=16384)
def is_named(voice: str) -> bool:
    """Whether a voice has a name: a description of somebody has none unless one follows (`le général Orlov`).

    The name of a party in a description places somebody and does not name him: `officials in Seoul`.
    """
    words = _PRINTED.findall(_CALL.sub("", voice).split(",")[0])
    if not words or words[0].casefold() in _nobody():
        return False
    for place, word in enumerate(words):
        if word.casefold() in _described() and (place == 0 or not word[0].isupper()):
            return any(rest[0].isupper() for rest in _without_parties(tuple(words[place + 1 :])))
    return True


@functools.lru_cache(maxsize=16384)
def stems(item: str) -> frozenset[str]:
    """The beginnings of the words that narrow an item: names of parties say whose it is, not what it is."""
    printed = tuple(_PRINTED.findall(item))
    words = [word for each in _without_parties(printed) for word in plain(each)]
    kept = [*words[:1], *words[-1:], *(word for word in words if len(word) > _SMALL)]
    return frozenset(word.rstrip("sx")[:_STEM] for word in kept)


def goods_of(claim: Claim) -> frozenset[str]:
    """The stems of what passed; where the item only prints the figure (`$5.9bn`), nothing narrows it."""
    item, printed = claim.item or "", claim.cues.get("amount", "")
    return stems(item.replace(printed, " ") if printed else item)


@functools.lru_cache(maxsize=65536)
def spelled_alike(a: str, b: str) -> bool:
    """Whether two names may be spellings of one, or one of them a shorter form; never proof by itself.

    Every word of the shorter one stands in the longer, one of them perhaps spelled otherwise, though
    not a given name; a single word must be the family name of a name of two.
    """
    short, long = sorted((_untitled(a), _untitled(b)), key=lambda words: (len(words), words))
    if len(short) == 1:
        return len(long) == 2 and short[0] == long[1] and len(short[0]) >= _LONG
    odd = [word for word in short if word not in long]
    left = [word for word in long if word not in short]
    if not odd:
        return True
    if len(odd) == 1 and len(odd[0]) == 1:  # `S. Lee`, of Sara Lee
        return short[0] == odd[0] and long[0] in left and long[0].startswith(odd[0])
    return len(odd) == 1 and any(
        _match(odd[0], word) >= _CLOSE and not short.index(odd[0]) == long.index(word) == 0 for word in left
    )


def _untitled(name: str) -> tuple[str, ...]:
    """A name without what politeness puts before it: `Mme Kaluba`, `Dr T. Kaluba`."""
    words = plain(name)
    return words[1:] if len(words) > 1 and words[0] in _honours() else words


@functools.cache
def _honours() -> frozenset[str]:
    return frozenset(word.rstrip(".") for code in languages() for word in speech(code).words.honours)


def _match(word: str, other: str) -> float:
    return _likeness(word, other) if min(len(word), len(other)) >= _LONG else 0.0


def _without_parties(words: tuple[str, ...]) -> list[str]:
    """The words that are in no name of a party."""
    kept, place = [], 0
    while place < len(words):
        for length in range(_LONGEST_PARTY, 0, -1):
            if known_party(" ".join(words[place : place + length])):
                place += length
                break
        else:
            kept.append(words[place])
            place += 1
    return kept


@functools.cache
def _described() -> frozenset[str]:
    """Nouns of people and of what they write, in every installed language."""
    return frozenset(word for code in languages() for word in (*speech(code).people, *speech(code).documents))


@functools.cache
def _nobody() -> frozenset[str]:
    """Words that open a description of nobody in particular, in every installed language."""
    tables = [speech(code).words for code in languages()]
    return frozenset(word.split()[-1] for table in tables for word in (*table.others, *table.nobody))


@functools.lru_cache(maxsize=16384)
def _likeness(a: str, b: str) -> float:
    """Letters in common, in order, as a share of the longer word."""
    return LCSseq.normalized_similarity(a, b)
