"""A report's sentences in; the people, bodies and studies it names out, so that descriptions lead back to names."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from donnant.extract.names import NAME, name_in, titles_in
from donnant.extract.sentences import Sentence
from donnant.extract.studies import Study, bodies_in, learn_study
from donnant.lang.cues import Speech

_NEAR = 60
"""How far from a name its description may stand, in characters."""


@dataclass(slots=True)
class Registry:
    """Who is who in one report."""

    names: dict[str, str] = field(default_factory=dict)
    """Last word of a person's name, folded, to the full name; an ambiguous one leads nowhere."""
    described: dict[str, set[str]] = field(default_factory=dict)
    """Noun (`chercheuse`), alone or with the word beside it, to the people it was said of."""
    bodies: dict[str, set[str]] = field(default_factory=dict)
    """Noun (`institut`) to the bodies that carry it in their name."""
    order: list[tuple[int, str]] = field(default_factory=list)
    """The people named, each with the sentence that names them."""
    study: Study = field(default_factory=Study)
    """The study in hand."""

    def by_noun(self, nouns: Sequence[str], authors: Collection[str]) -> str | None:
        """The one person that a description can stand for; None where there is none, or more than one.

        A word for an author that was said of nobody means the author of the study in hand.
        """
        pairs = [f"{one} {other}" for one, other in pairwise(nouns)]
        for noun in (*pairs, *nouns):
            found = self.described.get(noun, set())
            if len(found) == 1:
                return next(iter(found))
            if found:
                return None
        return self.study.author if any(noun in authors for noun in nouns) else None

    def body(self, noun: str) -> str | None:
        """The one body that a noun alone can stand for (`l'ambassade`)."""
        found = self.bodies.get(noun, set())
        return next(iter(found)) if len(found) == 1 else None

    def full(self, name: str) -> str:
        """The full name of somebody cited by surname."""
        last = name.rsplit(maxsplit=1)[-1].casefold()
        return self.names.get(last) or name

    def lately(self, sentence: int) -> str | None:
        """The one person named in a sentence or the two before it."""
        near = {name for index, name in self.order if sentence - 2 <= index <= sentence}
        return next(iter(near)) if len(near) == 1 else None


def read_people(sentences: Sequence[Sentence], tables: Speech, parties: Sequence[Iterable[str]]) -> Registry:
    """The registry of a report; `parties` are the party names printed in each sentence, which are no people."""
    registry = Registry()
    known = {name for printed in parties for name in printed} - tables.leaders
    taken = known | tables.leaders
    for sentence, printed in zip(sentences, parties, strict=True):
        places = set(printed) - tables.leaders
        for match in NAME.finditer(sentence.text):
            name = _behind_place(_name_at(sentence.text, match, tables), places)
            if name is None or name in known or any(name in place or place in name for place in places):
                continue
            _learn(registry, sentence, match, name, tables)
        learn_study(registry.study, sentence, tables, taken)
        for noun, body in bodies_in(sentence.text, sentence.folded, tables):
            registry.bodies.setdefault(noun, set()).add(body)
    _join_bodies(registry)
    for sentence in sentences:
        _learn_titled(registry, sentence, tables)
    registry.order.sort()
    return registry


def _behind_place(name: str | None, places: Iterable[str]) -> str | None:
    """A name without the end of a place that stands right before it (`à La Havane Yolanda Pedroso`)."""
    for place in places:
        tail = place.rsplit(maxsplit=1)[-1]
        if name and tail != place and name.startswith(f"{tail} "):
            name = name[len(tail) + 1 :]
    return name if name and " " in name else None


def _name_at(text: str, match: re.Match[str], tables: Speech) -> str | None:
    """The person named at a place of a sentence, its context heeded."""
    start = max(0, match.start() - _NEAR)
    name = name_in(text[start : match.end()], tables)
    return name if name and name in match.group() else None


def _learn(registry: Registry, sentence: Sentence, match: re.Match[str], name: str, tables: Speech) -> None:
    """One person's name, and what is said of them beside it."""
    for word in (name.rsplit(maxsplit=1)[-1].casefold(), name.split(maxsplit=1)[0].casefold()):
        # names that begin with the family's name are cited by their first word
        known = registry.names.get(word, name)
        if known != name and name not in known:
            registry.names[word] = ""
        else:
            registry.names.setdefault(word, name)
    registry.order.append((sentence.index, registry.full(name)))
    _describe(registry, sentence, (match.start(), match.end()), registry.full(name), tables)


def _describe(registry: Registry, sentence: Sentence, span: tuple[int, int], name: str, tables: Speech) -> None:
    around = sentence.folded[max(0, span[0] - _NEAR) : span[0]]
    after = sentence.folded[span[1] : span[1] + _NEAR]
    inside = re.findall(r"[\w-]+", sentence.folded[span[0] : span[1]])
    before = [*re.findall(r"[\w-]+", re.split(r"[.;:]", around)[-1])[-6:], *inside]
    for listed in (before, re.findall(r"[\w-]+", re.split(r"[.;:]", after)[0])[:9]):
        for place, noun in enumerate(listed):
            if noun in tables.people:
                beside = [noun, *(f"{noun} {word}" for word in listed[place + 1 : place + 2])]
                beside += [f"{word} {noun}" for word in listed[max(0, place - 1) : place]]
                for one in beside:
                    registry.described.setdefault(one, set()).add(name)


def _learn_titled(registry: Registry, sentence: Sentence, tables: Speech) -> None:
    """People cited by title and surname: what is said of them beside it, and where they are named."""
    for match in titles_in(sentence.text, tables):
        name = registry.names.get(match["name"].rstrip(".,;").casefold())
        if name:
            registry.order.append((sentence.index, name))
            _describe(registry, sentence, (match.start(), match.end()), name, tables)


def _join_bodies(registry: Registry) -> None:
    """Of a body's names that hold one another the longest is kept."""
    for noun, found in registry.bodies.items():
        registry.bodies[noun] = {one for one in found if not any(one != other and one in other for other in found)}
