"""A report's sentences in; the people, bodies and studies it names out, so that descriptions lead back to names."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from donnant.extract.sentences import Sentence
from donnant.lang.cues import Speech, Voices

_NAME = re.compile(
    r"[^\W\d_a-zà-ÿ][\w'’.-]*(?:\s(?:(?:de|du|von|van|bin|ben|al|el|le|la|der|den|di|da)\s)?[^\W\d_a-zà-ÿ][\w'’-]*){1,3}"
)
"""Two to four capitalised words, particles allowed between them."""
_NEAR = 60
"""How far from a name its description may stand, in characters."""


@dataclass(slots=True)
class Registry:
    """Who is who in one report."""

    names: dict[str, str] = field(default_factory=dict)
    """Last word of a person's name, folded, to the full name; an ambiguous one leads nowhere."""
    described: dict[str, set[str]] = field(default_factory=dict)
    """Noun (`chercheuse`) to the people it was said of."""
    author: str | None = None
    issuer: str | None = None

    def by_noun(self, nouns: Sequence[str], authors: Collection[str]) -> str | None:
        """The one person that a description can stand for; None where there is none, or more than one.

        A word for an author that was said of nobody means the author of the study in hand.
        """
        for noun in nouns:
            found = self.described.get(noun, set())
            if len(found) == 1:
                return next(iter(found))
            if found:
                return None
        return self.author if any(noun in authors for noun in nouns) else None

    def full(self, name: str) -> str:
        """The full name of somebody cited by surname."""
        last = name.rsplit(maxsplit=1)[-1].casefold()
        return self.names.get(last) or name


def name_in(text: str, words: Voices) -> str | None:
    """The last name of a person in a noun phrase, titles and bodies left out."""
    found = None
    for match in _NAME.finditer(text):
        parts = match.group().split()
        while parts and _leads(parts[0], words):
            parts = parts[1:]
        before = _last_word(text[: match.start()])
        body = before in words.bodies or any(part.casefold() in words.bodies for part in parts)
        if len(parts) < 2 or body:
            continue
        found = " ".join(parts)
    return found


def _leads(part: str, words: Voices) -> bool:
    """Whether a capitalised word is none of the name after it: a title, a calling, what begins the sentence."""
    word = part.casefold().replace("’", "'").strip(".")
    bare = word.partition("'")[2] or word
    titles = {title.strip(".") for title in words.titles}
    return word in titles or word in words.before or bare in words.people


def _last_word(text: str) -> str:
    """The last word of a text, lower case, without the elision before it."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return words[-1] if words else ""


def read_people(sentences: Sequence[Sentence], tables: Speech, parties: Sequence[Iterable[str]]) -> Registry:
    """The registry of a report; `parties` are the party names printed in each sentence, which are no people."""
    registry = Registry()
    words = tables.words
    leaders = {name for printed in parties for name in printed}
    for sentence, printed in zip(sentences, parties, strict=True):
        places = set(printed)
        for match in _NAME.finditer(sentence.text):
            name = name_in(match.group(), words)
            if name is None or name in leaders or any(name in place or place in name for place in places):
                continue
            _learn(registry, sentence, match, name, tables.people)
        _learn_study(registry, sentence, tables, leaders)
    return registry


def _learn(registry: Registry, sentence: Sentence, match: re.Match[str], name: str, nouns: frozenset[str]) -> None:
    last = name.rsplit(maxsplit=1)[-1].casefold()
    if registry.names.get(last, name) != name and name not in registry.names.get(last, ""):
        registry.names[last] = ""
    else:
        registry.names.setdefault(last, name)
    # names that begin with the family's name are cited by their first word
    first = name.split(maxsplit=1)[0].casefold()
    if registry.names.get(first, name) != name:
        registry.names[first] = ""
    else:
        registry.names.setdefault(first, name)
    around = sentence.folded[max(0, match.start() - _NEAR) : match.start()]
    after = sentence.folded[match.end() : match.end() + _NEAR]
    for noun in re.findall(r"[\w-]+", around)[-6:] + re.findall(r"[\w-]+", after.partition(".")[0])[:4]:
        if noun in nouns:
            registry.described.setdefault(noun, set()).add(registry.full(name))


def _learn_study(registry: Registry, sentence: Sentence, words: Speech, leaders: set[str]) -> None:
    """Author and issuer of the study that a report speaks of, from the sentences that name it."""
    documents = "|".join(map(re.escape, sorted(words.documents)))
    bodies = "|".join(map(re.escape, sorted(words.bodies)))
    for match in re.finditer(rf"\b(?:{documents})\b", sentence.folded):
        rest = sentence.text[match.end() :]
        body = re.search(rf"\b(?:{bodies})\b[^,;:«“\"().]*", sentence.folded[match.end() :])
        if registry.issuer is None and body:
            registry.issuer = body_name(rest[body.start() : body.end()])
        if registry.author is None:
            for found in _NAME.finditer(rest[:200]):
                name = name_in(found.group(), words.words)
                before = _last_word(rest[: found.start()])
                leads = any(name in leader or leader in name for leader in leaders) if name else True
                if name and not leads and before not in words.bodies:
                    registry.author = name
                    break
        return


def body_name(phrase: str) -> str | None:
    """A body's name: from its noun to the last capitalised word of the phrase; None without any."""
    parts = phrase.split()
    capitals = [index for index, part in enumerate(parts) if part[:1].isupper()]
    if not capitals:
        return None
    end = capitals[0]
    for index in capitals:
        if index - end <= 2:
            end = index
    return " ".join(parts[: end + 1]).rstrip('.,;:»”"')
