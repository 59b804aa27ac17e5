"""A report's sentences in; for each, the voices cited in it and how far each reaches."""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from donnant.extract.gate import Gate
from donnant.extract.people import Registry, body_name, name_in
from donnant.extract.predicates import Shape, verb_group
from donnant.extract.sentences import Sentence
from donnant.extract.tokens import Words
from donnant.lang.cues import Speech, speech
from donnant.lang.grammar import Conjugation, Grammar

_PHRASE = 16
"""The most words a speaker's noun phrase may have."""
_QUOTES = '«»“”"'


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is cited, nearest first, the words that cite, and the token from which the voice reaches."""

    chain: tuple[str, ...]
    cue: str
    start: int
    trailing: bool
    """It stands after what it says, and so covers what comes before it."""


@dataclass(frozen=True, slots=True)
class Tables:
    """What the reader of voices needs of a language pack."""

    speech: Speech
    grammar: Grammar
    conjugation: Conjugation


def find_voices(
    sentences: Sequence[Sentence], words: Sequence[Words], registry: Registry, tables: Tables
) -> tuple[tuple[Voice, ...], ...]:
    """The voices of every sentence, those of lists, quotations and references back included."""
    found: list[tuple[Voice, ...]] = []
    told: list[Voice] = []
    for sentence, tokens in zip(sentences, words, strict=True):
        voices = _Reader(sentence, tokens, registry, tables, told).read()
        told += voices
        found.append(voices)
    return _spread(sentences, found, tables)


def voice_at(voices: Sequence[Voice], position: int) -> Voice | None:
    """The voice that a claim at a token position is told by."""
    leading = [voice for voice in voices if not voice.trailing and voice.start <= position]
    if leading:
        return leading[-1]
    trailing = [voice for voice in voices if voice.trailing and voice.start >= position]
    if trailing:
        return trailing[0]
    after = [voice for voice in voices if not voice.trailing and voice.start > position]
    return None if after or not voices else voices[-1]


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
    return (Voice(voice.chain, voice.cue, 0, False),)


@functools.cache
def _markers(code: str) -> Gate[bool]:
    """The words of a pack that lead a voice in, ready for looking up."""
    words = speech(code).words
    return Gate(dict.fromkeys([*words.before, *words.opening, *words.through], True))


class _Reader:
    """Reads the voices of one sentence."""

    def __init__(
        self, sentence: Sentence, words: Words, registry: Registry, tables: Tables, told: Sequence[Voice]
    ) -> None:
        self.sentence, self.words, self.registry, self.tables, self.told = sentence, words, registry, tables, told
        self.speech = tables.speech.words
        self.nouns = tables.speech

    def _last(self) -> tuple[str, ...]:
        """Whom a pronoun means: the voice cited last."""
        return self.told[-1].chain if self.told else ()

    def _again(self, noun: Sequence[str]) -> tuple[str, ...]:
        """Whom `the same foundation` means: the last voice with that noun in its name; nobody where there is none."""
        for voice in reversed(self.told):
            if noun and any(noun[0] in name.casefold().split() for name in voice.chain):
                return voice.chain
        return ()

    def read(self) -> tuple[Voice, ...]:
        """All voices in order, one for each stretch of the sentence."""
        found = [*self._marked(), *self._spoken()]
        kept: list[Voice] = []
        for voice in sorted(found, key=lambda voice: (voice.start, voice.chain)):
            if kept and voice.trailing and not kept[-1].trailing and voice.chain[0] in kept[-1].chain:
                continue
            kept.append(voice)
        return tuple(kept)

    def _marked(self) -> list[Voice]:
        """Voices led in by a word: `selon`, `according to`; at the start of a sentence also `pour`."""
        found = []
        gate = _markers(self.tables.grammar.code)
        for start, end, _ in gate.find(self.sentence.folded):
            cue = self.sentence.folded[start:end]
            first = self.words.at(start)
            if cue in self.speech.opening and cue not in self.speech.before and first > 0:
                continue
            stop = self._phrase_end(self.words.at(end))
            chain = self._resolve(self.words.at(end), stop, cue in self.speech.opening)
            if chain:
                trailing = first > 3 and cue not in self.speech.through
                found.append(Voice(chain, cue, first, trailing))
        return found

    def _spoken(self) -> list[Voice]:
        """Voices with a verb of saying: before it (`X affirme que`), or after what is said (`, affirme X`)."""
        found = []
        for position, word in enumerate(self.words.texts):
            for form in self.tables.speech.verbs.get(word, ()):
                group = verb_group(self.words, position, form, self.tables.grammar, self.tables.conjugation)
                if group is None or group.shape not in (Shape.ACTIVE, Shape.GERUND):
                    continue
                voice = self._around(group.first, group.last, word)
                if voice:
                    found.append(voice)
                break
        return found

    def _around(self, first: int, last: int, verb: str) -> Voice | None:
        words = self.words.texts
        after = last + 1
        while after < len(words) and words[after] in self.tables.grammar.clitics:
            after += 1
        turned = after > last + 1 or any(word in self.tables.grammar.clitics for word in words[first:last])
        if turned or (first and words[first - 1] in self.speech.pronouns):
            chain = self._last()
            trailing = turned or (first > 4 and self._closes(last + 1))
            return Voice(chain, verb, first, trailing) if chain else None
        before = first - 1
        back = self.sentence.folded.startswith(tuple(self.speech.back))
        if before >= 0 and (words[before] in (",", ")") or words[before] in _QUOTES or back):
            starts = [after + skip for skip in range(4) if self._phrase_starts(after + skip)]
            after = starts[0] if starts else len(words)
            stop = self._phrase_end(after)
            chain = self._apposed(stop) or self._resolve(after, stop)
            if chain and not self._says(after, len(words)):
                return Voice(chain + self._carrier(last + 1), verb, last, True)
        voice = self._subject(first, last, verb)
        if voice is None or self._cites(after, verb):
            return voice
        head = self.words.texts[voice.start : voice.start + 3]
        return voice if any(word in self.nouns.documents for word in head) else None

    def _apposed(self, position: int) -> tuple[str, ...]:
        """The name that stands in apposition after a speaker's description: `le porte-parole de X, Y`."""
        if self.words.texts[position : position + 1] != (",",):
            return ()
        text = self._text(position + 1, min(len(self.words), position + 5))
        name = name_in(text, self.speech)
        return (self.registry.full(name),) if name and text.startswith(name) else ()

    def _cites(self, after: int, verb: str) -> bool:
        """Whether what follows a verb of saying is what is said: `that`, a colon, a quotation; some need none."""
        words = self.words.texts
        if verb in self.nouns.direct or after >= len(words):
            return True
        near = words[after : after + 8]
        return any(w in self.speech.that or w in _QUOTES or w == ":" for w in near)

    def _subject(self, first: int, last: int, verb: str) -> Voice | None:
        """The noun phrase before a verb that goes on with `that`, a colon, a quotation, or one's own deed."""
        start = first
        while start > 0 and not self._clause_mark(start - 1):
            start -= 1
        aside = start == first or self.words.texts[first - 1] == ","
        if start and aside and self.words.texts[start - 1] in self.tables.grammar.relative:
            name = name_in(self._text(0, start - 1), self.speech)
            return Voice((self.registry.full(name),), verb, start, False) if name else None
        span = (start, first)
        if self.words.texts[first - 1 : first] == (",",):
            opened = [p for p in range(start, first - 1) if self.words.texts[p] == ","]
            named = self._resolve(opened[-1] + 1, first - 1) if opened else ()
            if named and name_in(self._text(opened[-1] + 1, first - 1), self.speech):
                return Voice(named + self._carrier(last + 1), verb, start, False)
            span = (start, first - 1)
        commas = [p for p in range(*span) if self.words.texts[p] == ","]
        if commas:
            span = (commas[-1] + 1, span[1])
        chain = self._resolve(*span)
        closing = span[0] > 4 and self._closes(last + 1)
        return Voice(chain + self._carrier(last + 1), verb, span[0], closing) if chain else None

    def _closes(self, position: int) -> bool:
        """Whether a verb of saying ends its sentence: then it cites what stands before it."""
        rest = self.words.texts[position:]
        return all(word in (".", *_QUOTES) for word in rest[:1]) or (len(rest) <= 4 and rest[-1:] == (".",))

    def _clause_mark(self, position: int) -> bool:
        word = self.words.texts[position]
        return word in self.tables.grammar.breaks or word in (";", ":", "–", "—") or word in _QUOTES

    def _says(self, start: int, end: int) -> bool:
        return any(self.words.texts[p] in self.speech.that for p in range(start, min(end, start + 8)))

    def _phrase_starts(self, position: int) -> bool:
        if position >= len(self.words):
            return False
        token = self.words.tokens[position]
        return token.text in self.tables.grammar.determiners or self.sentence.text[token.start].isupper()

    def _phrase_end(self, start: int) -> int:
        """One past the last token of a speaker's noun phrase that begins at a position."""
        position = start
        while position < len(self.words) and position - start < _PHRASE:
            word = self.words.texts[position]
            if word in _QUOTES:
                position += 1
                continue
            if word == "(":
                close = [p for p in range(position, min(position + 4, len(self.words))) if self.words.texts[p] == ")"]
                return close[0] + 1 if close else position
            if word != "." and not self.words.tokens[position].is_word:
                break
            roles = self.tables.grammar.prepositions
            aside = position > start and (word in roles.aside or word in roles.in_ or word in roles.against)
            if word in self.tables.grammar.breaks or aside or self._is_verb(position):
                break
            position += 1
        return position

    def _is_verb(self, position: int) -> bool:
        word = self.words.texts[position]
        tables = self.tables.conjugation
        if word in tables.have or word in tables.have_conditional or word in tables.have_future or word in tables.be:
            return word not in self.tables.grammar.prepositions.to
        for form in self.nouns.verbs.get(word, ()):
            group = verb_group(self.words, position, form, self.tables.grammar, self.tables.conjugation)
            if group is not None and group.shape is Shape.ACTIVE:
                return True
        return False

    def _carrier(self, start: int) -> tuple[str, ...]:
        """The outlet that a person spoke to: `a déclaré au journal «X»`."""
        words = self.words.texts
        if start >= len(words) or words[start] not in self.speech.carriers:
            return ()
        position = start + 1
        while position < min(len(words), start + 6):
            token = self.words.tokens[position]
            if words[position] in self.speech.journalists or words[position] in self.speech.that:
                return ()
            if self.sentence.text[token.start].isupper():
                end = position
                while end < len(words) and self.sentence.text[self.words.tokens[end].start].isupper():
                    end += 1
                return (self._text(position, end).strip(" .,"),)
            position += 1
        return ()

    def _text(self, first: int, stop: int) -> str:
        if stop <= first or first >= len(self.words):
            return ""
        return self.sentence.text[self.words.tokens[first].start : self.words.tokens[stop - 1].end]

    def _resolve(self, first: int, stop: int, opening: bool = False) -> tuple[str, ...]:
        """The chain of names that a noun phrase stands for; empty where it is no speaker, or cannot be told."""
        if any(self._is_verb(position) for position in range(first, stop)):
            return ()
        phrase = self._text(first, stop).strip(_QUOTES + " ,.;:–—-")
        words = [word for word in self.words.texts[first:stop] if word not in _QUOTES]
        while words and words[0] in self.tables.grammar.determiners:
            words = words[1:]
        if not words or words[0] in self.speech.nobody:
            return ()
        if words[0] in self.speech.same:
            return self._again(words[1:2])
        if words[0] in self.speech.pronouns and len(words) <= 2:
            return self._last()
        head = words[:6]
        other = next((word for word in self.speech.others if phrase.casefold().startswith(word)), "")
        if other:  # another study than the one in hand: it is named as printed, from its own first word
            kept = max(other.rfind(mark) for mark in " '’") + 1
            return (phrase[kept:],)
        if any(word in self.nouns.documents for word in head[:2]):
            return self._document(phrase)
        name = name_in(phrase, self.speech)
        person = any(word in self.nouns.people for word in words)
        if name:
            return (self.registry.full(name),)
        if opening and not person:
            return ()
        if any(word in self.nouns.bodies for word in head[:3]):
            return (_without_article(phrase, self.tables.grammar),)
        surname = self.registry.names.get(words[-1])
        if surname:
            return (surname,)
        if person:
            known = self.registry.by_noun(words[:2], self.speech.authors)
            return (known or _without_article(phrase, self.tables.grammar),)
        bare = _without_article(phrase, self.tables.grammar)
        return (bare,) if len(words) <= 5 and bare[:1].isupper() and len(bare) > 1 else ()

    def _document(self, phrase: str) -> tuple[str, ...]:
        """A study stands for its author, then its issuer."""
        name = name_in(phrase, self.speech)
        body = None
        match = re.search("|".join(rf"\b{re.escape(b)}\b" for b in sorted(self.nouns.bodies)), phrase.casefold())
        if match:
            body = body_name(phrase[match.start() :]) or phrase[match.start() :]
        author = name or (self.registry.author if body in (None, self.registry.issuer) else None)
        issuer = self.registry.issuer if author and author == self.registry.author else body
        chain = tuple(dict.fromkeys(part for part in (author, issuer or body) if part))
        return chain or (_without_article(phrase, self.tables.grammar),)


def _without_article(phrase: str, grammar: Grammar) -> str:
    """A noun phrase without the determiner it begins with."""
    lowered = phrase.casefold().replace("’", "'")
    for article in sorted(grammar.determiners, key=len, reverse=True):
        if article.endswith("'") and lowered.startswith(article):
            return phrase[len(article) :].strip()
        if lowered.startswith(article + " "):
            return phrase[len(article) :].strip()
    return phrase
