"""The voices of a dossier in; which of them are one, each merge with its evidence as a sentence, out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeAlias

from donnant.domain.claim import Claim
from donnant.resolve.identity import identity, same_voice
from donnant.resolve.names import abbreviation, plain, spelled_alike

Key: TypeAlias = tuple[str, ...]
"""What a voice is known by: its kind, then the letters of its name."""
Matter: TypeAlias = tuple[str | None, ...]
"""What a figure is about, loosely: kind, sides, and unit (without a figure: category)."""

_NEIGHBOURS = 64
"""Voices under one mark that one is compared with, at most: a state has no more bodies that are cited."""
_WEIGHTY = 5
"""Letters of a word that two names of one body have in common, at least."""


@dataclass(slots=True)
class Voice:
    """A voice as it is cited: beside whom, on what, and with which figures."""

    key: Key
    name: str
    company: dict[str, str] = field(default_factory=dict)
    """Letters to name, of the voices named behind it."""
    matters: set[Matter] = field(default_factory=set)
    evidence: set[tuple[str | None, ...]] = field(default_factory=set)
    """Figures with what they are about, and the voices behind: what two spellings of one voice share."""


class Merged:
    """Voices taken for one, and why; a voice that nothing merged stands for itself."""

    def __init__(self) -> None:
        self._parents: dict[Key, Key] = {}
        self._why: dict[Key, set[str]] = defaultdict(set)

    def root(self, key: Key) -> Key:
        """The voice that stands for all that were merged with this one."""
        while key in self._parents:
            key = self._parents[key]
        return key

    def merge(self, one: Key, other: Key, why: str) -> None:
        """Take two voices for one."""
        low, high = sorted((self.root(one), self.root(other)))
        if low != high:
            self._parents[high] = low
            self._why[low] |= {why} | self._why.pop(high, set())

    def why(self, key: Key) -> tuple[str, ...]:
        """The evidence for every merge around a voice, sorted."""
        return tuple(sorted(self._why.get(self.root(key), ())))


def letters(name: str) -> str:
    """A name as its letters alone: hyphens, blanks, accents and case make no other voice."""
    return "".join(plain(name))


def matter_of(claim: Claim) -> Matter:
    """What a claim is about, loosely enough that a retelling is about it too."""
    if claim.low is None and claim.high is None:
        return (claim.kind, claim.giver, claim.receiver, "category", claim.category)
    return (claim.kind, claim.giver, claim.receiver, "unit", claim.unit)


def figures_of(claim: Claim) -> set[str]:
    """The bounds of a claim as printed to three digits: what a retelling keeps."""
    return {f"{bound:.3g}" for bound in (claim.low, claim.high) if bound is not None}


def merge_voices(voices: Mapping[Key, Voice]) -> Merged:
    """Which voices are one; likeness of names alone merges nothing.

    Two names are one voice by an abbreviation that one of them prints; by what both say of themselves
    (`same_voice`); by spellings alike together with one figure on one matter, or one body behind
    both; and where a body speaks alone on a matter of its only author. Evidence of merged voices is
    put together and weighed again.
    """
    merged = Merged()
    ordered = [voices[key] for key in sorted(voices)]
    _by_abbreviation(ordered, merged)
    _by_name(ordered, merged)
    while True:
        groups = _groups(ordered, merged)
        if not _by_spelling(groups, merged) and not _by_body(groups, merged):
            return merged


def _groups(voices: Sequence[Voice], merged: Merged) -> list[list[Voice]]:
    groups: dict[Key, list[Voice]] = defaultdict(list)
    for voice in voices:
        groups[merged.root(voice.key)].append(voice)
    return [groups[root] for root in sorted(groups)]


def _by_abbreviation(voices: Sequence[Voice], merged: Merged) -> None:
    """`NIS` and `service de renseignement (NIS)`."""
    printing: dict[str, list[Voice]] = defaultdict(list)
    for voice in voices:
        short = abbreviation(voice.name)
        if short:
            printing[short].append(voice)
    for voice in voices:
        for word in dict.fromkeys(plain(voice.name)):
            for other in printing.get(word, ()):
                why = f"“{voice.name}” and “{other.name}” print the same abbreviation"
                merged.merge(voice.key, other.key, why)


def _by_name(voices: Sequence[Voice], merged: Merged) -> None:
    """`ministère turc de la Défense` and `Turkish Defence Ministry`: only names that share a mark are compared."""
    marked: dict[tuple[str, ...], list[Voice]] = defaultdict(list)
    for voice in voices:
        own = identity(voice.name)
        marks: list[tuple[str, ...]] = [("short", each) for each in (own.short, own.initials) if each]
        marks.append(("proper", *own.proper) if own.proper else ("party", *sorted(own.parties)))
        for mark in marks:
            marked[mark].append(voice)
    for mark in sorted(marked):
        for number, voice in enumerate(marked[mark]):
            for other in marked[mark][max(0, number - _NEIGHBOURS) : number]:
                why = same_voice(other.name, voice.name) if _may_meet(other, voice) else ""
                if why and merged.root(other.key) != merged.root(voice.key):
                    merged.merge(other.key, voice.key, why)


def _may_meet(one: Voice, other: Voice) -> bool:
    """Whether two voices share their own words as spelled, or speak of the same parties: a namesake does neither."""
    shared = set(plain(one.name)) & set(plain(other.name))
    if len(shared) >= len(identity(one.name).proper):
        return True
    return bool({matter[1:3] for matter in one.matters} & {matter[1:3] for matter in other.matters})


def _by_spelling(groups: Sequence[Sequence[Voice]], merged: Merged) -> bool:
    """Merges voices that are spelled alike and share evidence; whether there were any."""
    found = False
    for (one, other), shared in sorted(_sharing(groups), key=lambda row: (row[0], row[1] or "")):
        names = _alike(groups[one], groups[other])
        if names and merged.root(groups[one][0].key) != merged.root(groups[other][0].key):
            given = "stand with the same body" if shared == "behind" else "give the same figure on the same matter"
            merged.merge(groups[one][0].key, groups[other][0].key, f"“{names[0]}” and “{names[1]}” {given}")
            found = True
    return found


def _sharing(groups: Sequence[Sequence[Voice]]) -> set[tuple[tuple[int, int], str | None]]:
    """Pairs of groups that share evidence, and of which sort; without a word in common no two names are alike."""
    sharing: dict[tuple[str, tuple[str | None, ...]], list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        words = {word for voice in group for word in plain(voice.name)}
        for evidence in {each for voice in group for each in voice.evidence}:
            for word in words:
                sharing[word, evidence].append(number)
    return {(pair, key[1][0]) for key, numbers in sharing.items() for pair in combinations(numbers, 2)}


def _alike(group: Iterable[Voice], other: Sequence[Voice]) -> tuple[str, str] | None:
    pairs = ((a.name, b.name) for a in group for b in other if spelled_alike(a.name, b.name))
    return next(pairs, None)


def _by_body(groups: Sequence[Sequence[Voice]], merged: Merged) -> bool:
    """Merges a body cited alone with the one author it stands behind elsewhere; whether there was any."""
    behind: dict[str, set[int]] = defaultdict(set)
    names: dict[str, str] = {}
    for number, group in enumerate(groups):
        for voice in group:
            for short, name in voice.company.items():
                names.setdefault(short, name)
                for word in (short, *(word for word in plain(name) if len(word) >= _WEIGHTY)):
                    behind[word].add(number)
    found = False
    for number, group in enumerate(groups):
        for body in group:
            near = {each for word in (letters(body.name), *plain(body.name)) for each in behind.get(word, ())}
            holders = [each for each in sorted(near - {number}) if _stands_behind(body, groups[each])]
            if len({merged.root(groups[each][0].key) for each in holders}) != 1:
                continue
            author = groups[holders[0]]
            if merged.root(author[0].key) != merged.root(body.key) and _matters(group) & _matters(author):
                why = f"“{body.name}” stands behind “{author[0].name}”, and behind nobody else on this matter"
                merged.merge(body.key, author[0].key, why)
                found = True
    return found


def _stands_behind(body: Voice, group: Iterable[Voice]) -> bool:
    own = letters(body.name)
    company = {short: name for voice in group for short, name in voice.company.items()}
    return own in company or any(
        spelled_alike(body.name, name) or same_voice(body.name, name) for name in company.values()
    )


def _matters(group: Iterable[Voice]) -> set[Matter]:
    return {matter for voice in group for matter in voice.matters}
