"""The words of a sentence in; where its noun phrases begin and end, and its verbs of saying, out."""

from dataclasses import dataclass

from donnant.extract.predicates import Group, Shape, verb_group
from donnant.extract.sentences import Sentence
from donnant.extract.speakers import QUOTES
from donnant.extract.tokens import Words, once
from donnant.lang.cues import Speech
from donnant.lang.grammar import Conjugation, Grammar

_PHRASE = 16
"""The most words a speaker's noun phrase may have."""


@dataclass(frozen=True, slots=True)
class Tables:
    """What the reader of voices needs of a language pack."""

    speech: Speech
    grammar: Grammar
    conjugation: Conjugation


class NounPhrases:
    """The noun phrases and verbs of saying of one sentence; positions are token positions."""

    def __init__(self, sentence: Sentence, words: Words, tables: Tables) -> None:
        """The sentence with its words, and the tables of its language."""
        self.sentence, self.words, self.tables = sentence, words, tables
        self.texts = words.texts
        self.speech = tables.speech.words

    def text(self, first: int, stop: int) -> str:
        """The original text from one token up to another, which is left out."""
        if stop <= first or first >= len(self.words):
            return ""
        return self.sentence.text[self.words.tokens[first].start : self.words.tokens[stop - 1].end]

    def capital(self, first: int, stop: int) -> bool:
        """Whether a stretch is a name: its first word but an article has a capital."""
        while first < stop and self.texts[first] in self.tables.grammar.determiners:
            first += 1
        return first < stop and self.sentence.text[self.words.tokens[first].start].isupper()

    def starts(self, position: int) -> bool:
        """Whether a noun phrase may begin at a position."""
        if position >= len(self.words):
            return False
        token = self.words.tokens[position]
        listed = token.text in self.tables.grammar.determiners or token.text in self.speech.honours
        noun = token.text in self.tables.speech.people or token.text in self.tables.speech.bodies
        return listed or noun or self.sentence.text[token.start].isupper()

    def end(self, start: int) -> int:
        """One past the last token of a speaker's noun phrase that begins at a position."""
        position = start
        roles = self.tables.grammar.prepositions
        by = [(word,) for word in roles.by]
        while position < len(self.words) and position - start < _PHRASE:
            word = self.texts[position]
            if word == "(":
                close = [p for p in range(position, min(position + 4, len(self.words))) if self.texts[p] == ")"]
                return close[0] + 1 if close else position
            titled = word == "." and position - 1 >= start and self._abbreviated(position - 1)
            if word not in QUOTES and not titled and not self.words.tokens[position].is_word:
                break
            aside = position > start and (word in roles.aside or word in roles.in_ or word in roles.against)
            stops = word in self.tables.grammar.breaks or (aside and word not in roles.of) or self.is_verb(position)
            dated = word in self.speech.calendar and self.texts[position + 1 : position + 2] not in by
            if stops or (position > start and dated):
                break
            position += 1
        return position

    def before(self, stop: int) -> tuple[int, int]:
        """The noun phrase that ends at a position: back to a comma, a clause mark, or the verb before it."""
        start = stop
        while start > 0 and not self._clause_mark(start - 1) and self.texts[start - 1] != ",":
            start -= 1
        verbs = [p for p in range(start, stop) if self.is_verb(p)]
        if verbs:  # `… a livré des chars et Kiev affirme`: what stands behind the last `and`
            joins = [p for p in range(verbs[-1], stop) if self.texts[p] in self.tables.grammar.conjunctions]
            start = joins[-1] + 1 if joins else stop
        lead = (*self.tables.grammar.conjunctions, *self.tables.grammar.prepositions.with_)
        while start < stop and self.texts[start] in lead:
            start += 1
        # no noun phrase ends with an article: it is the object of the verb after it
        while stop > start and (self.inside_verb(stop - 1) or self.texts[stop - 1] in self.tables.grammar.determiners):
            stop -= 1
        return self._without_date(start, stop), stop

    def _without_date(self, start: int, stop: int) -> int:
        """Past a date or a place that leads the sentence without a comma: `On Tuesday the minister said`."""
        roles = self.tables.grammar.prepositions
        leading = (*self.speech.calendar, *roles.in_, *roles.against, *roles.aside)
        dated = [p for p in range(start, min(stop, start + 4)) if self.texts[p] in self.speech.calendar]
        if not dated or self.texts[start] not in leading:
            return start
        position = dated[-1] + 1
        while position < stop and not self.starts(position):
            position += 1
        return position if position < stop else start

    def inside_verb(self, position: int) -> bool:
        """Whether a word before a verb is part of its group and not of its subject."""
        tables, word = self.tables.conjugation, self.texts[position]
        lower = not self.sentence.text[self.words.tokens[position].start].isupper()
        return lower and (word in tables.inside or word in tables.reflexive) and word not in self.speech.pronouns

    def _abbreviated(self, position: int) -> bool:
        text = self.texts[position]
        return len(text) == 1 or f"{text}." in self.speech.honours or text in self.speech.honours

    def _clause_mark(self, position: int) -> bool:
        word = self.texts[position]
        return word in self.tables.grammar.breaks or word in (";", ":", "–", "—") or word in QUOTES

    def is_verb(self, position: int) -> bool:
        """Whether an auxiliary or a finite verb of saying stands at a position."""
        if position >= len(self.texts):
            return False
        word = self.texts[position]
        if word in _auxiliaries(self.tables.conjugation):
            return word not in self.tables.grammar.prepositions.to
        if word not in self.tables.speech.verbs:
            return False
        if position > 0 and self.sentence.text[self.words.tokens[position].start].isupper():
            return False
        if self._is_noun(position) or self._qualifies(position):
            return False
        for form in self.tables.speech.verbs.get(word, ()):
            group = verb_group(self.words, position, form, self.tables.grammar, self.tables.conjugation)
            if group is not None and group.shape is Shape.ACTIVE:
                return True
        return False

    def _qualifies(self, position: int) -> bool:
        """Whether what could be a verb stands before a noun that has its own verb of saying (`state media said`)."""
        following = self.texts[position + 1 : position + 3]
        speech = self.tables.speech
        return len(following) == 2 and following[0] in speech.bodies and following[1] in speech.verbs

    def _is_noun(self, position: int) -> bool:
        """Whether what could be a verb of saying names a document or a body here (`the report said`)."""
        speech, word = self.tables.speech, self.texts[position]
        before = self.texts[position - 1] if position else ""
        noun = word in speech.documents or word in speech.people or word in speech.bodies
        return noun and (
            not before or before in self.tables.grammar.determiners or before in self.tables.grammar.possessive_marks
        )

    def _in_name(self, position: int) -> bool:
        """Whether a word with a capital goes on a name (`the State Department`, `United States`)."""
        return position > 0 and self.words.tokens[position - 1].is_word and self.capital(position, position + 1)

    def speech_at(self, position: int) -> Group | None:
        """The verb of saying at a position, its finite reading before any other."""
        forms = self.tables.speech.verbs.get(self.texts[position])
        if forms is None or self._in_name(position):
            return None
        groups = [
            group
            for form in forms
            if (group := verb_group(self.words, position, form, self.tables.grammar, self.tables.conjugation))
        ]
        order = (Shape.ACTIVE, Shape.PASSIVE, Shape.GERUND, Shape.INFINITIVE, Shape.PARTICIPLE)
        known = [group for group in groups if group.shape in order]
        return min(known, key=lambda group: (-group.last, order.index(group.shape)), default=None)


@once
def _auxiliaries(tables: Conjugation) -> frozenset[str]:
    """The auxiliaries that a verb group begins with."""
    finite = (tables.have, tables.have_conditional, tables.have_future, tables.be, tables.be_conditional, tables.go)
    return frozenset(word for listed in finite for word in listed)
