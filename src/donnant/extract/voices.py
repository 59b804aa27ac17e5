"""A report's sentences in; for each, the voices cited in it and how far each reaches."""

from collections.abc import Sequence
from dataclasses import replace

from donnant.extract.citing import Reader, Voice
from donnant.extract.people import Registry
from donnant.extract.phrases import Tables
from donnant.extract.sentences import Sentence
from donnant.extract.tokens import Words

__all__ = ["Tables", "Voice", "find_voices", "voice_at"]


def find_voices(
    sentences: Sequence[Sentence], words: Sequence[Words], registry: Registry, tables: Tables
) -> tuple[tuple[Voice, ...], ...]:
    """The voices of every sentence, those of lists, quotations and references back included."""
    found: list[tuple[Voice, ...]] = []
    told: list[tuple[str, ...]] = []
    for sentence, tokens in zip(sentences, words, strict=True):
        voices = Reader(sentence, tokens, registry, tables, told).read()
        told += [voice.chain for voice in voices]
        found.append(voices)
    return _spread(sentences, found, tables)


def voice_at(voices: Sequence[Voice], position: int) -> Voice | None:
    """The voice that a claim at a token position is told by."""
    leading = [voice for voice in voices if not voice.trailing and voice.start <= position < voice.end]
    if leading:
        return leading[-1]
    trailing = [voice for voice in voices if voice.trailing and voice.start >= position]
    if trailing:
        return trailing[0]
    behind = [voice for voice in voices if voice.trailing and position < voice.end]
    return behind[-1] if behind else None


def _spread(
    sentences: Sequence[Sentence], found: list[tuple[Voice, ...]], tables: Tables
) -> tuple[tuple[Voice, ...], ...]:
    """Hand voices on: to list items, along a quotation, to sentences that refer back, and to what they refer to."""
    speech = tables.speech.words
    spread = list(found)
    for index, sentence in enumerate(sentences):
        if spread[index]:
            continue
        if sentence.lead is not None and spread[sentence.lead]:
            spread[index] = _whole(spread[sentence.lead][-1])
            continue
        goes_on = sentence.quoted or sentence.introduced or sentence.folded.startswith(tuple(speech.continues))
        if goes_on and index and spread[index - 1]:
            spread[index] = _whole(spread[index - 1][-1])
    for index in range(len(sentences) - 2, -1, -1):
        following = sentences[index + 1]
        back = any(following.folded.startswith(word) for word in speech.back)
        if not spread[index] and spread[index + 1] and (following.quoted or back):
            spread[index] = _whole(spread[index + 1][0])
    return tuple(spread)


def _whole(voice: Voice) -> tuple[Voice, ...]:
    return (replace(voice, start=0, trailing=False, end=FAR, asks=False),)


FAR = 10_000
"""Further than any sentence goes."""
