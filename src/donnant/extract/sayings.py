"""A verb of saying in its sentence in; whether what follows it is what is said, out."""

from donnant.extract.phrases import NounPhrases
from donnant.extract.speakers import QUOTES

_ASIDE = 22
"""The most words of an aside between commas."""
_NEAR = 8
"""How far behind a verb of saying what is said may begin."""
_CLOSING = 5
"""A verb of saying with fewer words behind it ends its sentence."""


class Sayings:
    """What stands behind the verbs of saying of one sentence."""

    def __init__(self, phrases: NounPhrases) -> None:
        """The noun phrases of the sentence."""
        self.tables, self.speech, self.texts = phrases.tables, phrases.speech, phrases.texts

    def closes(self, position: int, verb: str) -> bool:
        """Whether a verb of saying ends its sentence: then it cites what stands before it."""
        rest = self.texts[position:]
        if rest[:1] == (",",) and len(rest) <= _CLOSING and not any(word in self.speech.that for word in rest):
            return True  # `…, X said, not 50.`
        if any(word in self.speech.that or word in (":", ",") for word in rest[:_NEAR]):
            return False
        if not rest or rest[0] == "." or rest[0] in QUOTES:
            return True
        follows = rest[0] in (*self.speech.carriers, *self.speech.calendar, *self.speech.unnamed)
        told = verb in self.tables.speech.telling
        return len(rest) <= _CLOSING or ((follows or told) and len(rest) <= 2 * _CLOSING)

    def cites(self, after: int, verb: str) -> bool:
        """Whether what follows a verb of saying is what is said: `that`, a colon, a quotation; some need none."""
        if verb in self.tables.speech.direct or verb in self.tables.speech.asking or after >= len(self.texts):
            return True
        if verb in self.tables.speech.counting and self.figure(after):
            return True
        return self.brings(after)

    def figure(self, after: int) -> bool:
        """Whether a figure follows within reach."""
        return any(word[:1].isdigit() for word in self.texts[after : after + _ASIDE])

    def brings(self, after: int) -> bool:
        """Whether `that`, a colon, a quotation or an infinitive follows within reach."""
        position, seen = after, 0
        while position < len(self.texts) and seen < _NEAR:
            word = self.texts[position]
            if word in self.speech.that or word in QUOTES or word == ":":
                return True
            if word == ",":  # an aside between the verb and what is said
                closing = [
                    p for p in range(position + 1, min(position + _ASIDE, len(self.texts))) if self.texts[p] == ","
                ]
                position = closing[0] if closing else position
            seen += 1
            position += 1
        return self._infinitive(after)

    def clause(self, after: int) -> bool:
        """Whether what is said follows without `that`: a noun phrase with its auxiliary (`saying Lima had sent`)."""
        near = self.texts[after : after + _NEAR]
        tables = self.tables.conjugation
        return any(word in (*tables.have, *tables.be, *tables.go) for word in near[1:]) and "," not in near

    def _infinitive(self, after: int) -> bool:
        """Whether an auxiliary in its base form follows: `assure avoir livré`, `disent ne pas avoir reçu`."""
        tables = self.tables.conjugation
        base = self.speech.base_auxiliaries
        return any(self.texts[p] in base for p in range(after, min(after + 3, len(self.texts)))) and bool(tables.have)

    def that(self, start: int, end: int) -> bool:
        """Whether `that` stands within reach of a position."""
        return any(self.texts[p] in self.speech.that for p in range(start, min(end, start + _NEAR)))
