"""Sentences and the parties named in them in; the same with `the island` or `le pays` read as the party it means."""

import functools
import re
from collections.abc import Sequence

from donnant.domain.party import PartyKind
from donnant.extract.gate import Gate
from donnant.extract.parties import Guise, Mention
from donnant.extract.sentences import Sentence
from donnant.lang.cues import Anaphora

_JOINED = 8
"""Letters between two names that are joined, at most."""
_OF = 7
"""Letters of what joins a noun and the region behind it (`pays de l'`), at most."""
_BACK = 4
"""Sentences that are searched backwards for the party meant."""


def add_descriptions(
    sentences: Sequence[Sentence], mentions: Sequence[tuple[Mention, ...]], words: Anaphora
) -> tuple[list[tuple[Mention, ...]], list[frozenset[int]]]:
    """Mentions with descriptions among them, and for each sentence where its descriptions start.

    A description means the one state that the nearest sentence before names; where that sentence
    names several, it means none of them.
    """
    gate, pairs, homes = (
        _gate(tuple(words.places)),
        _gate(tuple(words.both)),
        _homes(tuple(words.the), tuple(words.homes)),
    )
    found: list[tuple[Mention, ...]] = []
    starts: list[frozenset[int]] = []
    mentions = [*mentions]
    for index, sentence in enumerate(sentences):
        fresh = []
        for match in homes.finditer(sentence.folded):
            region = _region(match.span("noun"), match.span(), mentions[index])
            if region is None:
                continue
            mentions[index] = tuple(mention for mention in mentions[index] if mention is not region)
            state = _meant(index, match.start(), mentions)
            if state is not None:
                text = sentence.text[slice(*match.span("noun"))]
                fresh.append(Mention(*match.span("noun"), state, Guise.NAME, PartyKind.STATE, text))
        for start, end, _ in gate.find(sentence.folded):
            if any(mention.start < end and start < mention.end for mention in (*mentions[index], *fresh)):
                continue
            state = _meant(index, start, mentions)
            if state is not None and not _named(sentence, end):
                # the mention is the noun alone, so that its preposition is read as that of any name
                noun = max(sentence.folded.rfind(mark, start, end) for mark in " '") + 1
                text = sentence.text[noun:end]
                fresh.append(Mention(noun, end, state, Guise.NAME, PartyKind.STATE, text))
        for start, end, _ in pairs.find(sentence.folded):
            text = sentence.text[start:end]
            both = _both(index, start, mentions)
            fresh += [Mention(start, end, state, Guise.NAME, PartyKind.STATE, text) for state in both]
        found.append(tuple(sorted([*mentions[index], *fresh], key=lambda mention: (mention.start, mention.end))))
        starts.append(frozenset(mention.start for mention in fresh))
    return found, starts


@functools.cache
def _gate(words: tuple[str, ...]) -> Gate[bool]:
    return Gate(dict.fromkeys(words, True))


@functools.cache
def _homes(the: tuple[str, ...], homes: tuple[str, ...]) -> re.Pattern[str]:
    """`the small West African country`, `ce petit pays`: a noun for a state with what stands before it."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(the)})(?:\s|(?<='))(?:[\w-]+ ){{0,3}}?(?P<noun>{'|'.join(homes)})(?!\w)")


def _region(noun: tuple[int, int], span: tuple[int, int], mentions: Sequence[Mention]) -> Mention | None:
    """The region that only says where the state meant lies: between its article and noun, or right behind."""
    for mention in mentions:
        inside = span[0] < mention.start and mention.end <= noun[0]
        behind = 0 < mention.start - noun[1] <= _OF
        covers = mention.start == noun[0]  # `pays du Golfe` is a name, but `ce pays du Golfe` is one state
        if mention.kind is PartyKind.BLOC and (inside or behind or covers):
            return mention
    return None


def _named(sentence: Sentence, end: int) -> bool:
    """Whether a name follows and says which country is meant, or an adjective narrows it."""
    rest = sentence.text[end : end + 2]
    return len(rest) == 2 and rest[0] == " " and rest[1].isupper()


def _meant(index: int, start: int, mentions: Sequence[tuple[Mention, ...]]) -> str | None:
    """The only state of the nearest sentence before that names any."""
    for back in range(index - 1, max(-1, index - 1 - _BACK), -1):
        states = {
            mention.party
            for mention in mentions[back]
            if mention.kind is PartyKind.STATE and mention.guise is not Guise.PAIR
        }
        here = {mention.party for mention in mentions[index] if mention.end <= start}
        fitting = states - here
        if len(fitting) == 1:
            return next(iter(fitting))
        if states:
            return None
    return None


def _both(index: int, start: int, mentions: Sequence[tuple[Mention, ...]]) -> tuple[str, ...]:
    """The two states that `both countries` means: those named before it here, or by the nearest sentence.

    `X et Y sont tous deux` means nobody new.
    """
    for back in range(index, max(-1, index - 1 - _BACK), -1):
        named = [
            mention
            for mention in mentions[back]
            if mention.kind is PartyKind.STATE and (back < index or mention.end <= start)
        ]
        states = {mention.party for mention in named}
        if len(states) == 2:
            side_by_side = back == index and named[-1].start - named[-2].end <= _JOINED
            return () if side_by_side else tuple(sorted(states))
        if len(states) > 2:
            return ()
    return ()
