"""The door to spaCy: sentences in; for each party the slot that the parser gives it beside a verb out."""

import functools
from collections.abc import Sequence
from typing import Any

from donnant.domain.claim import Kind, Vote
from donnant.extract.datelines import dateline_end
from donnant.extract.draft import Draft
from donnant.extract.predicates import Predicate, Shape
from donnant.extract.reading import Reading
from donnant.extract.roles import role_of
from donnant.lang.grammar import Grammar, preposition_roles

_CLIMB = 12
"""How many arcs lead from a party up to its verb at most."""


@functools.cache
def _pipeline(model: str) -> Any:
    """The pack's pipeline without what is not needed here: loading is the slowest thing the program does."""
    import spacy

    return spacy.load(model, exclude=["ner", "lemmatizer", "attribute_ruler", "morphologizer", "tagger"])


def parse(readings: Sequence[Reading], grammar: Grammar) -> list[Any]:
    """Parsed sentences, in order; amounts are joined to one figure first, since the parser splits ranges."""
    return parse_texts([_joined(reading) for reading in readings], grammar)


def parse_texts(texts: Sequence[str], grammar: Grammar) -> list[Any]:
    """Texts parsed as they are."""
    return list(_pipeline(grammar.model).pipe(texts, batch_size=32))


def may_vote(draft: Draft, reading: Reading) -> bool:
    """Whether the parser could have a say: on a transfer told by a verb, of a party that stands by itself."""
    if draft.kind is not Kind.TRANSFER or draft.predicate is None or draft.predicate.shape is Shape.NOUN:
        return False
    sides = (("giver", draft.giver), ("receiver", draft.receiver))
    told = {party for role, party in sides if draft.found.get(role) == "sentence"}
    return any(place.mention.party in told and place.owner is None for place in reading.places)


def vote(parsed: Any, predicate: Predicate, reading: Reading, told: dict[str, str], grammar: Grammar) -> Vote:
    """How the parser's reading of a predicate stands to the roles told (role to party)."""
    if predicate.shape is Shape.NOUN:
        return Vote.SINGLE
    verb = _token_at(parsed, reading.words.tokens[predicate.head].start)
    if verb is None:
        return Vote.SINGLE
    agreed = False
    for role, party in sorted(told.items()):
        for place in reading.places:
            if place.mention.party != party or place.owner is not None:
                continue
            slot = _slot(_token_at(parsed, place.mention.start), verb, grammar)
            other = role_of(predicate, slot) if slot else None
            if other == role:
                agreed = True
            elif other in ("giver", "receiver"):
                return Vote.SPLIT
    return Vote.AGREED if agreed else Vote.SINGLE


def _joined(reading: Reading) -> str:
    """The sentence with straight apostrophes and each amount as one figure of the same length."""
    letters = list(reading.sentence.text.replace("’", "'"))
    end = dateline_end(reading.sentence.text)
    letters[:end] = " " * end  # a parser takes `ADDIS ABABA -` for the subject
    for amount in reading.amounts:
        letters[amount.start : amount.end] = "5" * (amount.end - amount.start)
    return "".join(letters)


def _token_at(parsed: Any, offset: int) -> Any | None:
    for token in parsed:
        if token.idx <= offset < token.idx + len(token):
            return token
    return None


def _slot(token: Any | None, verb: Any, grammar: Grammar) -> str | None:
    """The slot of a party under a verb: climb to the arc that hangs on the verb, and name it."""
    labels = grammar.parse
    cases: list[str] = []
    for _ in range(_CLIMB):
        if token is None or token.head.i == token.i:
            return None
        cases += [child.lower_ for child in token.children if child.dep_ in labels.case]
        if token.head.i == verb.i:
            if token.dep_ in labels.subject or token.dep_ in labels.passive_subject:
                return "subject"
            if token.dep_ in labels.agent:
                return "by"
            if cases:
                return preposition_roles(grammar.code).get(cases[0].replace("’", "'"))
            return "object" if token.dep_ in labels.object else None
        token = token.head
    return None
