"""A noun phrase that stands where a speaker would in; the names that it stands for out, nearest first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from donnant.extract.names import name_in, surname_in
from donnant.extract.people import Registry
from donnant.extract.studies import body_name
from donnant.lang.cues import Speech
from donnant.lang.grammar import Grammar
from donnant.lang.parties import known_party

QUOTES = '«»“”"'
_MARKS = QUOTES + " ,.;:–—-’'"
_HEAD = 8
"""How many words of a noun phrase are looked at for what it is."""
_CALLING = 4
"""How many words of a description tell whom it means."""
_STEM = 6
"""Letters by which a noun of bodies is known in another language (institut, institute)."""
_BARE = 6
"""The most words of a speaker that no list knows."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a description or a pronoun may lean on."""

    registry: Registry
    tables: Speech
    grammar: Grammar
    told: Sequence[tuple[str, ...]]
    """The chains of those cited before, in order."""
    sentence: int


def resolve(phrase: str, context: Context, opening: bool = False) -> tuple[str, ...]:
    """The names that a phrase stands for; empty where it is no speaker, or cannot be told."""
    phrase = _undated(phrase.strip(_MARKS), context)
    words = _words(phrase, context.grammar)
    table = context.tables.words
    if words and words[-1] in context.grammar.conjunctions:
        return ()  # `X cited reserves and said`: the phrase runs over a verb
    if not words or words[0] in table.nobody or words[0] in table.unnamed or words[0] in table.calendar:
        return ()
    if words[0] in table.pronouns and len(words) <= 2:
        return _pronoun(words[0], context)
    if words[0] in table.same:
        return _again(words[1:2], context)
    if words[0] in table.unspecified and phrase.split(maxsplit=1)[0].casefold() in table.these and context.told:
        return context.told[-1]
    other = next((word for word in table.others if phrase.casefold().startswith(word)), "")
    if other:  # another study than the one in hand: it is named as printed, from its own first word
        if opening and not _known(words, context.tables):
            return ()
        kept = max(other.rfind(mark) for mark in " '’") + 1
        return (phrase[kept:],)
    name = name_in(phrase, context.tables)
    if name is not None and known_party(name.rsplit(maxsplit=1)[-1]) and not context.registry.names.get(words[-1]):
        name = None  # `Global Britain` is nobody
    if name is not None and not _of_document(words, context.tables):
        full, study = context.registry.full(name), context.registry.study
        issued = words[0] in context.tables.documents and study.author == full and study.issuer
        return (full, study.issuer) if issued and study.issuer else (full,)
    return _described(phrase, words, context, opening)


def _undated(phrase: str, context: Context) -> str:
    """A phrase without the day that ends it (`Poland on Tuesday`)."""
    words = phrase.split()
    small = {*context.grammar.prepositions.in_, *context.grammar.prepositions.against}
    if len(words) > 1 and words[-1].casefold() in context.tables.words.calendar:
        words = words[:-1]
        while len(words) > 1 and words[-1].casefold() in small:
            words = words[:-1]
        return " ".join(words)
    return phrase


def _described(phrase: str, words: list[str], context: Context, opening: bool) -> tuple[str, ...]:
    """Who is meant by a surname, a study, a body, a calling; failing that, the phrase itself."""
    registry, tables = context.registry, context.tables
    head = words[:_HEAD]
    surname = surname_in(phrase, tables)
    if surname is not None:
        return (registry.full(surname),)
    if any(word in tables.documents for word in head):
        return _document(phrase, words, context)
    person = any(word in tables.people for word in words)
    bare = without_article(phrase, context.grammar)
    if opening and not person:
        return ()
    named = any(part[:1].isupper() for part in bare.split())
    if any(word in tables.bodies for word in (head if named else head[:2])) and words[0] not in tables.people:
        return _body(bare, words, context)
    known = registry.names.get(words[-1]) if len(words) <= 2 else None
    if known:
        return (known,)
    if person:
        return _person(phrase, bare, words, context)
    fits = len(words) <= _BARE and len(bare) > 1
    return (bare,) if fits and bare[:1].isupper() else ()


def _words(phrase: str, grammar: Grammar) -> list[str]:
    folded = phrase.casefold().replace("’", "'")
    words = re.findall(r"[^\W_]+'(?!s\b)(?=\w)|[^\W_]+(?:[-.][^\W_]+)*\.?", folded)
    while words and words[0] in grammar.determiners:
        words = words[1:]
    return [word.rstrip(".") or word for word in words if word != "s"]


def _known(words: Sequence[str], tables: Speech) -> bool:
    """Whether a phrase holds a noun of those who speak."""
    return any(word in tables.people or word in tables.bodies or word in tables.documents for word in words[:_HEAD])


def _of_document(words: Sequence[str], tables: Speech) -> bool:
    """Whether a name in a phrase is that of the body behind a study, and of no person."""
    return bool(words) and words[0] in tables.documents and any(word in tables.bodies for word in words)


def _pronoun(word: str, context: Context) -> tuple[str, ...]:
    """Whom a pronoun means: the voice cited last, of several if it is plural; else the one person named lately."""
    plural = word in context.tables.words.plurals
    for chain in reversed(context.told):
        if plural == _is_plural(chain[0], context):
            return chain[:1] if plural else chain
    if context.told and not plural:
        return context.told[-1]
    person = context.registry.lately(context.sentence) if not plural else None
    return (person,) if person else ()


def _is_plural(name: str, context: Context) -> bool:
    """Whether a speaker is several by its first noun."""
    words = _words(name, context.grammar)
    nouns = context.tables.plural_nouns
    return any(word in nouns for word in words[:3])


def _again(noun: Sequence[str], context: Context) -> tuple[str, ...]:
    """Whom `the same foundation` means: the last voice with that noun in its name; nobody where there is none."""
    if noun and noun[0] in context.tables.words.unspecified and context.told:
        return context.told[-1]
    for chain in reversed(context.told):
        if noun and any(_carries(name, noun[0]) for name in chain):
            return chain
    return ()


def _carries(name: str, noun: str) -> bool:
    """Whether a name is that of a body with this noun in it: `fondation X`, `Kestrel Institute`."""
    parts = name.replace("’", " ").replace("'", " ").split()
    # `l'institut` may be the Kestrel Institute, whose name is in another language
    alike = (
        part.casefold() == noun or (len(noun) > _STEM and part.casefold()[:_STEM] == noun[:_STEM]) for part in parts
    )
    return any(alike) and any(part[:1].isupper() for part in parts)


def _body(bare: str, words: Sequence[str], context: Context) -> tuple[str, ...]:
    """A body by its name as printed; by its noun alone the one cited last, or the only one of that noun."""
    if len(words) == 1:
        told = _again(words, context)
        if told:
            return told
        known = context.registry.body(words[0])
        if known:
            return (known,)
    return (bare,)


def _indefinite(phrase: str, context: Context) -> bool:
    """Whether somebody is brought up anew (`a spokesman`): nobody named before."""
    first = phrase.casefold().partition(" ")[0]
    return first in context.tables.words.indefinite


def _person(phrase: str, bare: str, words: Sequence[str], context: Context) -> tuple[str, ...]:
    """A calling: the one person it was said of, the one cited last where it can be only that, else as printed."""
    if _indefinite(phrase, context):
        return (bare,)
    known = context.registry.by_noun(words[:_CALLING], context.tables.words.authors)
    return (known or bare,)


def _document(phrase: str, words: Sequence[str], context: Context) -> tuple[str, ...]:
    """A study stands for its author, then its issuer; one that names who issued it for that one."""
    registry, tables = context.registry, context.tables
    name = name_in(phrase, tables)
    body = None
    match = re.search("|".join(rf"\b{re.escape(b)}\b" for b in sorted(tables.bodies)), phrase.casefold())
    if match:
        start = match.start()
        if phrase[start : start + 1].isupper():  # `the Horn Conflict Lab`: the noun ends the name
            start -= len(re.search(r"(?:[^\W\d_a-zà-ÿ][\w'’&-]*\s)*$", phrase[:start])[0])  # type: ignore[index]
        body = body_name(phrase[start:]) or phrase[start:]
    issued = _issued(phrase, context)
    if body is None and name is None and issued:
        return (issued,)
    author = name or (registry.study.author if body in (None, registry.study.issuer) else None)
    issuer = registry.study.issuer if author and author == registry.study.author else body
    chain = tuple(dict.fromkeys(part for part in (author, issuer or body) if part))
    if chain:
        return chain
    return (registry.study.issuer or without_article(phrase, context.grammar),)


def _issued(phrase: str, context: Context) -> str:
    """Who a document in hand is by: the capitalised words after `by` or `of`, or right before the document."""
    links = "|".join(re.escape(word) for word in (*context.grammar.prepositions.by, *context.grammar.prepositions.of))
    name = r"[^\W\d_a-zà-ÿ][\w.&-]*(?:\s[^\W\d_a-zà-ÿ][\w.&-]*)*"
    article = "|".join(re.escape(word) for word in sorted(context.grammar.determiners, key=len, reverse=True))
    found = re.findall(rf"(?<!\w)(?:{links})\s?(?:(?:{article})\s?)?({name})", phrase.replace("’", "'"))
    return found[-1] if found else ""


def without_article(phrase: str, grammar: Grammar) -> str:
    """A noun phrase without the determiner it begins with."""
    lowered = phrase.casefold().replace("’", "'")
    for article in sorted(grammar.determiners, key=len, reverse=True):
        if article.endswith("'") and lowered.startswith(article):
            return phrase[len(article) :].strip()
        if lowered.startswith(article + " "):
            return phrase[len(article) :].strip()
    return phrase
