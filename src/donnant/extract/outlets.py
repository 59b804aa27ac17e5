"""The words of a sentence in; the outlet that somebody spoke to out (`told the Gazette`)."""

from donnant.extract.phrases import NounPhrases
from donnant.extract.speakers import QUOTES
from donnant.lang.parties import known_party

_NEAR = 8
"""How far behind a verb of saying the words that bring an outlet may stand."""
_LEAD = 5
"""How far into a sentence they may stand that open it."""


class Outlets:
    """Who somebody spoke to, at the places of one sentence."""

    def __init__(self, phrases: NounPhrases) -> None:
        """The noun phrases of the sentence."""
        self.phrases, self.words, self.texts = phrases, phrases.words, phrases.texts
        self.sentence, self.tables, self.speech = phrases.sentence, phrases.tables, phrases.speech

    def after(self, start: int, verb: str = "") -> tuple[str, ...]:
        """The outlet that a person spoke to: `a déclaré au journal «X»`, `told the BBC`."""
        texts = self.texts
        if start >= len(texts) or verb in self.tables.speech.asking:
            return ()
        folded = self.sentence.folded
        for phrase in self.speech.interviews:
            place = folded.find(phrase, self.words.tokens[start].start)
            if place >= 0 and self.words.at(place) - start <= _NEAR:
                return self._at(self.words.at(place + len(phrase)))
        if verb in self.tables.speech.telling:
            return self._at(start)
        return self._at(start + 1) if texts[start] in self.speech.carriers else ()

    def inside(self, first: int, stop: int) -> tuple[str, ...]:
        """An outlet that a speaker's noun phrase ends with: `a déclaré Mme X à la BBC`."""
        for position in range(first + 1, stop):
            if self.texts[position] in self.speech.carriers:
                return self._at(position + 1)
        return ()

    def opening(self) -> tuple[str, ...]:
        """An outlet that the sentence begins with: `In an interview with the Gazette, she said`."""
        folded = self.sentence.folded
        for phrase in self.speech.interviews:
            place = folded.find(phrase)
            if place >= 0 and self.words.at(place) <= _LEAD:
                return self._at(self.words.at(place + len(phrase)))
        return ()

    def _named(self, position: int) -> bool:
        """Whether a word of a name stands at a position."""
        dated = self.texts[position : position + 1] and self.texts[position] in self.speech.calendar
        return position < len(self.texts) and not dated and self.phrases.capital(position, position + 1)

    def _at(self, start: int) -> tuple[str, ...]:
        """The name of an outlet at a position: an article and a noun of outlets may lead it in."""
        position = start
        grammar = self.tables.grammar
        allowed = (*grammar.determiners, *self.speech.outlets)
        while position < len(self.texts) and (self.texts[position] in allowed or self.texts[position] in QUOTES):
            if (
                self.sentence.text[self.words.tokens[position].start].isupper()
                and self.texts[position] not in grammar.determiners
            ):
                break
            position += 1
        end = position
        while self._named(end):
            end += 1
            if end + 1 < len(self.texts) and self.texts[end] in grammar.prepositions.of and self._named(end + 1):
                end += 1
        if end == position or any(self.texts[p] in self.tables.speech.people for p in range(position, end)):
            return ()
        name = self.phrases.text(position, end).strip(" .,")
        return () if known_party(name) else (name,)  # `à Berlin` is a place
