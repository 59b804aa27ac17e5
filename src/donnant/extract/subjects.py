"""A verb of saying in its sentence in; who its subject is, by name, out."""

from donnant.extract.names import name_in
from donnant.extract.phrases import NounPhrases
from donnant.extract.speakers import Context, resolve

_ASIDE = 22
"""The most words of an aside between commas."""
_LEAD = 16
"""The most words before the comma that closes what leads a sentence."""


class Subjects:
    """Who stands where a speaker would, at the places of one sentence."""

    def __init__(self, phrases: NounPhrases, context: Context) -> None:
        """The noun phrases of the sentence, and what a description may lean on."""
        self.phrases, self.context = phrases, context
        self.texts, self.speech = phrases.texts, phrases.speech

    def before(self, first: int) -> tuple[int, tuple[str, ...]]:
        """Where the subject of a verb begins, and who it is; asides between commas are stepped over."""
        texts = self.texts
        if first and texts[first - 1] == ",":
            opened = [p for p in range(max(0, first - _ASIDE), first - 1) if texts[p] == ","]
            for comma in reversed(opened):
                aside, span = (comma + 1, first - 1), self.phrases.before(comma)
                if name_in(self.phrases.text(*span), self.context.tables) and self.phrases.capital(*span):
                    return span[0], self.resolve(*span)
                if name_in(self.phrases.text(*aside), self.context.tables) and self.phrases.capital(*aside):
                    return comma + 1, self.resolve(*aside)
                chain = self.resolve(*span)
                if chain:
                    return span[0], chain
            return first, ()
        span = self.phrases.before(first)
        before = first - 1
        while before > 0 and self.phrases.inside_verb(before):
            before -= 1
        if before > 0 and texts[before] in self.context.grammar.conjunctions:
            return 0, self.leading(first)
        if span[0] and texts[span[0] - 1] in self.context.grammar.relative:
            return span[0], self._antecedent(span)
        return span[0], self.joint(*span)

    def joint(self, first: int, stop: int) -> tuple[str, ...]:
        """Two names joined by `and` are two speakers; joint speakers of one noun are left as one."""
        joins = [p for p in range(first, stop) if self.texts[p] in self.context.grammar.conjunctions]
        if len(joins) == 1:
            sides = [(first, joins[0]), (joins[0] + 1, stop)]
            if all(b - a <= 3 and self.phrases.capital(a, b) for a, b in sides):
                names = [self.resolve(a, b) for a, b in sides]
                if all(names):
                    return (*names[0], *names[1])
        return self.resolve(first, stop)

    def leading(self, limit: int) -> tuple[str, ...]:
        """Who the sentence is about: the noun phrase that it begins with, up to its first verb."""
        start = 0
        commas = [p for p in range(min(limit, _LEAD)) if self.texts[p] == ","]
        aside = self.context.grammar.prepositions
        leading = self.texts[:1] and self.texts[0] in (
            *aside.in_,
            *aside.aside,
            *aside.to,
            *aside.against,
            *aside.from_,
        )
        if commas and (leading or self.texts[0] in self.speech.calendar):
            start = commas[0] + 1
        stop = min(self.phrases.end(start), limit)
        listed = (*self.context.tables.people, *self.context.tables.bodies)
        if self.phrases.capital(start, stop) and not any(word in listed for word in self.texts[start:stop]):
            # a name: what follows it is told of it
            name = next(p for p in range(start, stop) if self.phrases.capital(p, p + 1) and self._is_name(p))
            while name < stop and self.phrases.capital(name, name + 1):
                name += 1
            stop = name
        while stop > start and self.phrases.inside_verb(stop - 1):
            stop -= 1
        return self.apposed(stop) or self.resolve(start, stop)

    def _is_name(self, position: int) -> bool:
        return self.texts[position] not in self.context.grammar.determiners

    def _antecedent(self, span: tuple[int, int]) -> tuple[str, ...]:
        """The name that a relative clause with a verb of saying belongs to."""
        if span[1] > span[0]:
            return ()
        name = name_in(self.phrases.text(0, span[0] - 1), self.context.tables)
        if name:
            return (self.context.registry.full(name),)
        comma = span[0] - 2
        return self.resolve(*self.phrases.before(comma)) if comma > 0 and self.texts[comma] == "," else ()

    def apposed(self, position: int) -> tuple[str, ...]:
        """The name that stands in apposition after a speaker's description: `le porte-parole de X, Y`."""
        if self.texts[position : position + 1] != (",",):
            return ()
        text = self.phrases.text(position + 1, min(len(self.texts), position + 5))
        name = name_in(text, self.context.tables)
        return (self.context.registry.full(name),) if name and text.startswith(name) else ()

    def resolve(self, first: int, stop: int, opening: bool = False) -> tuple[str, ...]:
        """Whom a noun phrase stands for; nobody where a verb is in it."""
        if any(self.phrases.is_verb(position) for position in range(first, stop)):
            return ()
        if first and stop - first == 1 and self.texts[first] in self.speech.pronouns:
            name = name_in(self.phrases.text(0, first), self.context.tables)
            if name in self.context.tables.leaders and self.texts[first] not in self.speech.plurals:
                return (self.context.registry.full(name),)
        return self.resolve_text(self.phrases.text(first, stop), opening)

    def resolve_text(self, phrase: str, opening: bool = False) -> tuple[str, ...]:
        """Whom a text stands for."""
        return resolve(phrase, self.context, opening)
