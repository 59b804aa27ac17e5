"""The name of a voice in; what sort of voice it is, and why another name is the same voice's, out."""

import functools
import re
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from donnant.lang.bodies import body_words
from donnant.lang.cues import speech
from donnant.lang.lexicon import languages
from donnant.lang.parties import known_party
from donnant.resolve.names import abbreviation, plain

_LONGEST = 3
"""Words in the name of a party, or of a body that has one of its own, at most."""
_TELLING = 6
"""Letters of a word without a capital that tells one body from another, at least."""
_NEARLY = 0.7
"""Share of letters that a word has in common with the same word in another language, at least."""
_SHORT = 3
"""Letters of an abbreviation, at least: two letters stand for too many."""
_VAGUE = frozenset({"national", "central", "international", "public", "affairs"})
"""Fields that tell no body from another."""
_ONE_A_STATE = frozenset({"bank", "parliament", "forces", "police", "embassy"})
"""Sorts of body of which `the Turkish one` is one."""
_PRINTED = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SOUNDS = (
    ("tch", "c"), ("tsch", "c"), ("ch", "c"), ("sch", "s"), ("sh", "s"), ("kh", "h"), ("ph", "f"), ("th", "t"),
    ("dj", "j"), ("zh", "j"), ("ck", "k"), ("qu", "k"), ("gui", "gi"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("ei", "i"), ("ie", "i"), ("w", "v"), ("y", "i"), ("x", "ks"),
)  # fmt: skip
"""Letters that transcriptions of one name into French, English and German write otherwise."""


@dataclass(frozen=True, slots=True)
class Identity:
    """A name taken apart."""

    proper: tuple[str, ...]
    """The words that are somebody's own, as they sound."""
    kinds: frozenset[str]
    fields: frozenset[str]
    parties: frozenset[str]
    short: str | None
    """The abbreviation that it prints, or is."""
    initials: str

    @property
    def is_body(self) -> bool:
        """Whether it names a body by what it is or does."""
        return bool(self.kinds or self.fields - _VAGUE)


@functools.lru_cache(maxsize=16384)
def identity(name: str) -> Identity:
    """A name taken apart: its own words, its sort, its field, whose it is, and how it is abbreviated."""
    printed = _PRINTED.findall(re.sub(r"\(.*?\)|['’]s\b", "", name).split(",")[0])
    known = body_words(plain)
    proper, kinds, fields, parties = list[tuple[bool, str]](), set[str](), set[str](), set[str]()
    initials, place = "", 0
    while place < len(printed):
        length, means = _stands_for(printed, place)
        for each in means:
            (parties if each.isupper() else kinds if each in known.kinds.values() else fields).add(each)
        place += length
        if length:
            continue
        initials += printed[place][0] if printed[place][0].isupper() else ""
        word, shown = " ".join(plain(printed[place])), printed[place]
        place += 1
        if word in known.kinds:
            kinds.add(known.kinds[word])
        elif word in known.fields:
            fields.add(known.fields[word])
        elif word not in _described() and (shown[0].isupper() or len(word) >= _TELLING):
            proper += [(shown[0].isupper(), sound(each)) for each in word.split()]
    itself = name.casefold() if re.fullmatch(r"(?:[A-Z]\.?){3,8}", name) else None
    short = abbreviation(name) or (itself.replace(".", "") if itself else None)
    own = tuple(each for capital, each in proper if capital or kinds)
    return Identity(own, frozenset(kinds), frozenset(fields), frozenset(parties), short, initials.casefold())


@functools.lru_cache(maxsize=65536)
def same_voice(one: str, other: str) -> str:
    """Why two names are one voice's by what they say alone; empty where they do not."""
    a, b = identity(one), identity(other)
    if not _compatible(a.parties, b.parties) or not _compatible(a.kinds, b.kinds):
        return ""
    if a.short and b.short and a.short == b.short:
        return f"“{one}” and “{other}” print the same abbreviation"
    for short, long in ((a, b), (b, a)):
        if short.short and len(short.short) >= _SHORT and short.short == long.initials:
            return f"“{short.short.upper()}” is what “{other if short is a else one}” is abbreviated to"
    if a.proper or b.proper:
        return _same_proper(one, other)
    own, others = a.fields - _VAGUE, b.fields - _VAGUE
    told = own or (a.kinds & b.kinds & _ONE_A_STATE)
    if told and own == others and a.parties == b.parties and a.parties:
        return f"“{one}” and “{other}” name the same body of {', '.join(sorted(a.parties))}"
    if len(a.parties) == 1 and a.parties == b.parties and _governs(a) and _governs(b):
        return f"“{one}” and “{other}” both stand for {', '.join(a.parties)}"
    return ""


@functools.lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """A word as it sounds, roughly: transcriptions of one name agree in it."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    word = re.sub(r"(.)\1", r"\1", word)
    return re.sub(r"(?<=..)e$", "", word) or word


def _same_proper(one: str, other: str) -> str:
    """Two names whose own words sound alike: of a body with its sort, of a person with a given name."""
    a, b = identity(one), identity(other)
    named = a.is_body and a.kinds == b.kinds and a.fields == b.fields and bool(a.fields)
    if not _sounds_alike(a.proper, b.proper, named) or (
        a.fields - _VAGUE and b.fields - _VAGUE and a.fields != b.fields
    ):
        return ""
    if a.is_body != b.is_body:
        return ""
    if a.is_body or len(a.proper) > 1:
        return f"“{one}” and “{other}” are one name, written otherwise"
    return ""


def _sounds_alike(one: tuple[str, ...], other: tuple[str, ...], named: bool) -> bool:
    """Whether own words agree: each in its place; in two names of one sort and field, nearly (`Caspian`, `caspien`)."""
    if not named:
        return one == other
    pairs = zip(sorted(one), sorted(other), strict=False)
    return len(one) == len(other) and all(LCSseq.normalized_similarity(a, b) >= _NEARLY for a, b in pairs)


def _compatible(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or one == other


def _governs(one: Identity) -> bool:
    """Whether a name stands for a state itself: its seat, its government, or it by name."""
    return not one.fields and one.kinds <= {"government"}


def _stands_for(printed: list[str], place: int) -> tuple[int, tuple[str, ...]]:
    """How many words here are the name of a party, or of a body with a name of its own, and which."""
    for length in range(min(_LONGEST, len(printed) - place), 0, -1):
        words = printed[place : place + length]
        own = body_words(plain).same.get(" ".join(" ".join(plain(word)) for word in words))
        if own:
            return length, own
        text = " ".join(words)
        if text in _leaders():
            return 0, ()
        code = known_party(text) if length > 1 or len(text) > _SHORT or text.isupper() else None
        if code and len(code) == 3 and code.isalpha():
            return length, (code,)
    return 0, ()


@functools.cache
def _leaders() -> frozenset[str]:
    """People who are known as leaders: they speak as themselves."""
    names = {name for code in languages() for name in speech(code).leaders}
    return frozenset(names | {name.split()[-1] for name in names})


@functools.cache
def _described() -> frozenset[str]:
    words = (speech(code) for code in languages())
    return frozenset(
        " ".join(plain(word)) for each in words for word in (*each.people, *each.documents, *each.words.titles)
    )
