"""A party's mention in; its place in the sentence out: bare, or led by a preposition, or part of a noun phrase."""

from collections.abc import Collection
from dataclasses import dataclass

from donnant.extract.parties import Guise, Mention
from donnant.extract.tokens import Words, phrase_of
from donnant.lang.grammar import Grammar, preposition_roles

_WALK = 9
"""How many words a noun phrase may have before the party in it."""
LONGEST_PREPOSITION = 4


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention stands; positions are token positions."""

    mention: Mention
    first: int
    """First token of the noun phrase, determiner included."""
    head: int
    """First token of the mention itself."""
    last: int
    slot: str
    """`bare`, or what its preposition brings: to, of, from, by, with, against, in, aside."""
    owner: int | None
    """The noun of exchange or of goods that the mention belongs to (`armes nord-coréennes`)."""
    nested: bool
    """It is the complement of an ordinary noun (`le régime de`, `les soldats de`)."""
    group: int = -1
    """Head of the first of the names that it is joined to by `and` or commas; its own if it stands alone."""


def find_place(
    mention: Mention,
    words: Words,
    grammar: Grammar,
    nouns: Collection[int],
    verbs: Collection[int],
    figures: Collection[int] = (),
) -> Place:
    """The place of one mention, walking from it towards the start of its noun phrase.

    `nouns` are the positions of nouns of goods and exchange, `verbs` those of verbs and of dates, which
    no noun phrase runs across.
    """
    head, last = words.at(mention.start), words.at(max(mention.start, mention.end - 1))
    adjective = mention.guise is Guise.ADJECTIVE
    if grammar.adjectives == "before":
        stops = {*verbs} if adjective else {*verbs, *figures}
        # `gave X tanks`: a name between a verb and goods is whom the verb reaches
        reached = not adjective and head - 1 in verbs and not _possessive(words, last, grammar)
        owner = None if reached else _owner_after(words, last, grammar, (nouns, stops), adjective)
        if owner is not None:
            return Place(mention, head, head, last, "of", owner, False)
    first, slot, nested, walked = head, "bare", False, 0
    position = head - 1
    while position >= 0 and walked < _WALK:
        word = words.texts[position]
        length, found = preposition_at(words, position, grammar)
        if length:
            position -= length
            first = position + 1
            slot = found
            if found != "of":
                break
            nested = True
        elif position in nouns and (slot == "of" or (adjective and slot == "bare" and grammar.adjectives == "after")):
            return Place(mention, head, head, last, "of", position, False)
        elif word in grammar.determiners:
            first = position
            position -= 1
        elif (
            not words.tokens[position].is_word
            or word in grammar.breaks
            or position in verbs
            or word in grammar.conjunctions
        ):
            break
        else:
            # a word of the noun phrase: after "of" its preposition decides, so the walk goes on
            first = position
            position -= 1
            if slot == "of":
                slot = "bare"
        walked += 1
    return Place(mention, first, head, last, slot, None, nested)


def _owner_after(
    words: Words, last: int, grammar: Grammar, marks: tuple[Collection[int], Collection[int]], adjective: bool
) -> int | None:
    """The noun that a mention before it narrows: an adjective, or a name with a possessive mark.

    `marks` are the positions of nouns, and those that no noun phrase runs across.
    """
    nouns, stops = marks
    position = last + 1
    possessive = _possessive(words, last, grammar)
    if possessive:
        position += 1
    for _ in range(4 if adjective or possessive else 2):
        if position >= len(words) or not words.tokens[position].is_word:
            return None
        word = words.texts[position]
        if position in nouns:
            return position
        if position in stops:
            return None
        if word in grammar.determiners or word in grammar.breaks or preposition_at(words, position, grammar)[0]:
            return None
        position += 1
    return None


def _possessive(words: Words, last: int, grammar: Grammar) -> bool:
    return any(word in grammar.possessive_marks for word in words.texts[last + 1 : last + 2])


def preposition_at(words: Words, last: int, grammar: Grammar) -> tuple[int, str]:
    """Length in tokens and slot of the longest preposition that ends at a position; (0, "") if none."""
    roles = preposition_roles(grammar.code)
    for length in range(min(LONGEST_PREPOSITION, last + 1), 0, -1):
        texts = words.texts[last - length + 1 : last + 1]
        preposition = phrase_of(texts)
        if preposition in roles:
            return length, roles[preposition]
    return 0, ""
