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
    shorts: set[str] = field(default_factory=set)
    """Abbreviations that a report prints behind its name."""
    company: dict[str, str] = field(default_factory=dict)
    """Letters to name, of the voices named behind it."""
    matters: set[Matter] = field(default_factory=set)
    evidence: set[tuple[str | None, ...]] = field(default_factory=set)
    """Figures with what they are about, and the voices behind: what two spellings of one voice share."""


class Merged:
    """Voices taken for one, and why; a voice that nothing merged stands for itself."""

    def __init__(self, apart: Iterable[tuple[Key, Key]] = ()) -> None:
        self._apart = frozenset(apart)
        self._members: dict[Key, set[Key]] = {}
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
        if low != high and not self.is_parted(low, high):
            self._members.setdefault(low, {low}).update(self._members.pop(high, {high}))
            self._parents[high] = low
            self._why[low] |= {why} | self._why.pop(high, set())

    def is_parted(self, one: Key, other: Key) -> bool:
        """Whether a person ruled that some voice of one is not some voice of the other."""
        ones, others = (self._members.get(key, {key}) for key in (one, other))
        return any((a, b) in self._apart for a in ones for b in others) if self._apart else False

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


def merge_voices(
    voices: Mapping[Key, Voice],
    same: Iterable[tuple[Key, Key, str]] = (),
    apart: Iterable[tuple[Key, Key]] = (),
) -> Merged:
    """Which voices are one; likeness of names alone merges nothing.

    Two names are one voice by an abbreviation that one of them prints; by what both say of themselves
    (`same_voice`); by spellings alike together with one figure on one matter, or one body behind
    both; and where a body speaks alone on a matter of its only author. Evidence of merged voices is
    put together and weighed again. What a person ruled comes first: ``same`` with its reason, ``apart``.
    """
    merged = Merged((*apart, *((b, a) for a, b in apart)))
    for one, other, why in same:
        merged.merge(one, other, why)
    ordered = [voices[key] for key in sorted(voices)]
    _by_abbreviation(ordered, merged)
    _by_name(ordered, merged)
    while True:
        before = {merged.root(voice.key) for voice in ordered}
        _by_spelling(_groups(ordered, merged), merged)
        _by_body(_groups(ordered, merged), merged)
        if before == {merged.root(voice.key) for voice in ordered}:
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
        own = abbreviation(voice.name)
        for short in sorted({*voice.shorts, *([own] if own else [])}):
            printing[short].append(voice)
    for voice in voices:
        for word in sorted({*plain(voice.name), *voice.shorts}):
            for other in printing.get(word, ()):
                if other is voice:
                    continue
                why = f"“{voice.name}” and “{other.name}” print the same abbreviation"
                merged.merge(voice.key, other.key, why)


def _by_name(voices: Sequence[Voice], merged: Merged) -> None:
    """`ministère turc de la Défense` and `Turkish Defence Ministry`: only names that share a mark are compared."""
    marked: dict[tuple[str, ...], list[Voice]] = defaultdict(list)
    for voice in voices:
        own = identity(voice.name)
        marks: list[tuple[str, ...]] = [("short", each) for each in (own.short, own.initials) if each]
        marks.append(("proper", *own.proper) if own.proper else ("party", *sorted(own.parties)))
        marks += [("body", *sorted(own.kinds), *sorted(own.fields))] if own.kinds and own.fields else []
        for mark in marks:
            marked[mark].append(voice)
    for mark in sorted(marked):
        for number, voice in enumerate(marked[mark]):
            for other in marked[mark][max(0, number - _NEIGHBOURS) : number]:
                why = same_voice(other.name, voice.name) if _may_meet(other, voice) else ""
                if why and merged.root(other.key) != merged.root(voice.key):
                    merged.merge(other.key, voice.key, why)


def open_questions(voices: Mapping[Key, Voice], merged: Merged) -> list[tuple[Key, Key, str]]:
    """Voices that may be one, by names alike and the parties they speak of, and that nothing proves to be."""
    worded: dict[str, list[Voice]] = defaultdict(list)
    for key in sorted(voices):
        for word in dict.fromkeys(plain(voices[key].name)):
            if len(word) >= _WEIGHTY:
                worded[word].append(voices[key])
    found: dict[tuple[Key, Key], str] = {}
    for word in sorted(worded):
        for one, other in combinations(worded[word][:_NEIGHBOURS], 2):
            pair = (merged.root(one.key), merged.root(other.key))
            low, high = sorted(pair)
            if low == high or (low, high) in found or merged.is_parted(low, high):
                continue
            if spelled_alike(one.name, other.name) and _pairs([one]) & _pairs([other]):
                found[low, high] = f"“{one.name}” and “{other.name}” are alike, and no report shows that they are one"
    return [(*pair, why) for pair, why in sorted(found.items())]


def _may_meet(one: Voice, other: Voice) -> bool:
    """Whether two voices share their own words as spelled, or speak of the same parties: a namesake does neither."""
    shared = set(plain(one.name)) & set(plain(other.name))
    if len(shared) >= len(identity(one.name).proper):
        return True
    return bool(_pairs([one]) & _pairs([other]))


def _by_spelling(groups: Sequence[Sequence[Voice]], merged: Merged) -> None:
    """Merges voices that are spelled alike and share evidence."""
    for (one, other), shared in sorted(_sharing(groups), key=lambda row: (row[0], row[1] or "")):
        names = _alike(groups[one], groups[other])
        if names and merged.root(groups[one][0].key) != merged.root(groups[other][0].key):
            given = "stand with the same body" if shared == "behind" else "give the same figure on the same matter"
            merged.merge(groups[one][0].key, groups[other][0].key, f"“{names[0]}” and “{names[1]}” {given}")


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


def _by_body(groups: Sequence[Sequence[Voice]], merged: Merged) -> None:
    """Merges a body cited alone with the one author it stands behind elsewhere."""
    behind: dict[str, set[int]] = defaultdict(set)
    names: dict[str, str] = {}
    for number, group in enumerate(groups):
        for voice in group:
            for short, name in voice.company.items():
                names.setdefault(short, name)
                for word in (short, *(word for word in plain(name) if len(word) >= _WEIGHTY)):
                    behind[word].add(number)
    for number, group in enumerate(groups):
        for body in group:
            near = {each for word in (letters(body.name), *plain(body.name)) for each in behind.get(word, ())}
            holders = [each for each in sorted(near - {number}) if _stands_behind(body, groups[each])]
            if len({merged.root(groups[each][0].key) for each in holders}) != 1:
                continue
            author = groups[holders[0]]
            if merged.root(author[0].key) != merged.root(body.key) and _pairs(group) & _pairs(author):
                why = f"“{body.name}” stands behind “{author[0].name}”, and behind nobody else between these parties"
                merged.merge(body.key, author[0].key, why)


def _stands_behind(body: Voice, group: Iterable[Voice]) -> bool:
    own = letters(body.name)
    company = {short: name for voice in group for short, name in voice.company.items()}
    words = set(plain(body.name))
    return own in company or any(
        words <= set(plain(name)) or words >= set(plain(name)) or same_voice(body.name, name)
        for name in company.values()
    )  # one letter tells two bodies apart


def _pairs(group: Iterable[Voice]) -> set[frozenset[str | None]]:
    """The parties that some voices speak of, whichever way things pass."""
    return {frozenset(matter[1:3]) for voice in group for matter in voice.matters}
