"""A sentence and its amounts in; the goods named in it out, each with its category, unit and amount."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from donnant.extract.amounts import Amount
from donnant.extract.tokens import Words, openers, phrase_of
from donnant.lang.frames import Item, Lexicon
from donnant.lang.grammar import Grammar, preposition_roles

_LONGEST_NOUN = 6
_REACH = 3
"""Words that may stand between a figure and what it counts."""


@dataclass(frozen=True, slots=True)
class Goods:
    """One thing that passes; positions are token positions."""

    first: int
    last: int
    """Last token of the noun itself."""
    end: int
    """Last token of the noun with what narrows it."""
    category: str
    unit: str | None
    item: Item | None
    """Null for money that is named by its sum alone."""
    amount: Amount | None
    valued: bool = False
    """The amount is what the goods are worth, not how many they are."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Where noun phrases end: the grammar, and the positions of verbs."""

    grammar: Grammar
    verbs: frozenset[int]


def find_goods(words: Words, lexicon: Lexicon, amounts: Sequence[Amount], phrases: Phrases) -> tuple[Goods, ...]:
    """All goods of a sentence in order; sums of money that name no goods are goods of their own."""
    grammar = phrases.grammar
    nouns = _nouns(words, lexicon, grammar, lexicon.items)
    linked: dict[int, Amount] = {}
    free: list[Amount] = []
    for amount in amounts:
        if amount.kind == "multiple":
            continue
        counted = _counted(words, amount, nouns, grammar)
        if counted is None and amount.kind == "money":
            counted = _named_before(words, amount, nouns, grammar)
        if counted is None or counted in linked:
            free.append(amount)
        else:
            linked[counted] = amount
    found = []
    for position, (_, item) in sorted(nouns.items()):
        amount_of = linked.get(position)
        if item.weak and amount_of is None:
            continue
        led = grammar.adjectives == "before" and any(last + 1 == position for last, _ in nouns.values())
        if item.container and led:
            continue  # `gas deliveries` are gas
        found.append(_make(words, position, amount_of, nouns, phrases))
    found += [_sum(words, amount) for amount in free if amount.kind == "money" and not _sizes(words, amount, phrases)]
    return tuple(sorted(_drop_contents(found), key=lambda goods: (goods.first, goods.last)))


def find_loose(
    words: Words, lexicon: Lexicon, amounts: Sequence[Amount], phrases: Phrases, goods: Sequence[Goods]
) -> tuple[Goods, ...]:
    """Nouns of what may pass and mostly does not, apart from the goods that the rules go by."""
    taken = {position for thing in goods if thing.item is not None for position in range(thing.first, thing.end + 1)}
    nouns = {
        first: found
        for first, found in _nouns(words, lexicon, phrases.grammar, lexicon.loose).items()
        if taken.isdisjoint(range(first, found[0] + 1))
    }
    linked: dict[int, Amount] = {}
    for amount in amounts:
        counted = None if amount.kind == "multiple" else _counted(words, amount, nouns, phrases.grammar)
        if counted is not None:
            linked.setdefault(counted, amount)
    return tuple(_make(words, first, linked.get(first), nouns, phrases) for first in sorted(nouns))


def _nouns(words: Words, lexicon: Lexicon, grammar: Grammar, items: dict[str, Item]) -> dict[int, tuple[int, Item]]:
    """First position to last position and item of every noun of goods, the longest first."""
    found: dict[int, tuple[int, Item]] = {}
    position = 0
    firsts = openers(items)
    while position < len(words):
        if words.texts[position] not in firsts:
            position += 1
            continue
        for length in range(min(_LONGEST_NOUN, len(words) - position), 0, -1):
            texts = words.texts[position : position + length]
            item = items.get(phrase_of(texts))
            if item is not None and not _idle(words, position, length, item, lexicon, grammar):
                found[position] = (position + length - 1, item)
                position += length - 1
                break
        position += 1
    return found


def _idle(words: Words, position: int, length: int, item: Item, lexicon: Lexicon, grammar: Grammar) -> bool:
    """Whether a noun names no goods here: part of a fixed phrase, or an adjective."""
    if position and words.texts[position - 1] in grammar.infinitive_markers:
        return True
    if item.strict and length == 1:
        before = words.texts[position - 1] if position else ""
        return not (before in grammar.determiners or before in grammar.prepositions.of or before[:1].isdigit())
    around = phrase_of(words.texts[max(0, position - 3) : position + length + 1])
    here = phrase_of(words.texts[position : position + length])
    return any(idiom in around and here.strip() in idiom and f" {idiom} " in f" {around} " for idiom in lexicon.idioms)


def _named_before(words: Words, amount: Amount, nouns: dict[int, tuple[int, Item]], grammar: Grammar) -> int | None:
    """The goods whose worth a sum states right after them: `un prêt de 1,3 milliard`, `aid (235 millions)`."""
    position = words.at(amount.start) - 1
    if position < 0 or (words.texts[position] not in grammar.prepositions.of and words.texts[position] != "("):
        return None
    for back in range(position - 1, max(-1, position - 6), -1):
        if not words.tokens[back].is_word or words.texts[back] in grammar.determiners:
            return None
        for first, (last, _) in nouns.items():
            if first <= back <= last:
                return first
    return None


def _counted(words: Words, amount: Amount, nouns: dict[int, tuple[int, Item]], grammar: Grammar) -> int | None:
    """The noun that a figure counts: the next one, across a preposition and a few words."""
    position = words.at(amount.end)
    for step in range(_REACH + 2):
        here = position + step
        if here >= len(words) or not words.tokens[here].is_word:
            return None
        if here in nouns:
            return here
        word = words.texts[here]
        if step == 0 and amount.kind == "money" and word in grammar.prepositions.in_:
            continue
        if word in grammar.breaks or (step > 1 and word in grammar.prepositions.of):
            return None
        if word in grammar.conjunctions or any(word in listed for listed in _ends(grammar)):
            return None
    return None


def _ends(grammar: Grammar) -> tuple[Collection[str], ...]:
    """Prepositions that end what a figure may count."""
    listed = grammar.prepositions
    return listed.to, listed.in_, listed.from_, listed.by, listed.with_, listed.against


def _make(
    words: Words, first: int, amount: Amount | None, nouns: dict[int, tuple[int, Item]], phrases: Phrases
) -> Goods:
    last, item = nouns[first]
    category, unit = item.category, item.unit
    if item.container:
        content = _content(words, last, nouns, phrases.grammar)
        if content is not None:
            category = nouns[content][1].category
    valued = amount is not None and amount.kind == "money"
    if valued:
        category = bundle_category(item, category)
    if valued and item.rate:
        amount = None
    if amount is not None and amount.unit is not None:
        unit = amount.unit
    end = _phrase_end(words, last, phrases, nouns)
    return Goods(first, last, end, category, unit if amount else None, item, amount, valued)


def bundle_category(item: Item | None, category: str) -> str:
    """The category of goods that are worth a sum: a delivery of nobody says what is a bundle."""
    if category == "political":
        return "money"
    return "mixed" if item is not None and item.container and category == item.category else category


def _content(words: Words, last: int, nouns: dict[int, tuple[int, Item]], grammar: Grammar) -> int | None:
    """What a container holds: the next goods within a few words and no clause between."""
    for position in range(last + 1, min(last + 6, len(words))):
        if position in nouns:
            return position
        if not words.tokens[position].is_word or words.texts[position] in grammar.breaks:
            return None
    return None


def _drop_contents(found: list[Goods]) -> list[Goods]:
    """Goods without what only says what a container holds."""
    inside = {
        other.first
        for goods in found
        if goods.item is not None and goods.item.container
        for other in found
        if goods.last < other.first <= goods.last + 5 and other.category == goods.category and other.amount is None
    }
    return [goods for goods in found if goods.first not in inside]


def _sizes(words: Words, amount: Amount, phrases: Phrases) -> bool:
    """Whether a sum before a noun that names no goods only says how big that is (`its $350 billion economy`)."""
    grammar = phrases.grammar
    first, last = words.at(amount.start), words.before(amount.end)
    if grammar.adjectives != "before" or first == 0 or last + 1 >= len(words) or not words.tokens[last + 1].is_word:
        return False
    before, after = words.texts[first - 1], words.texts[last + 1]
    led = before in grammar.determiners or before in grammar.possessive_marks
    ends = after in grammar.conjunctions or after in grammar.breaks or after in preposition_roles(grammar.code)
    return led and not ends and last + 1 not in phrases.verbs


def _sum(words: Words, amount: Amount) -> Goods:
    first, last = words.at(amount.start), words.before(amount.end)
    return Goods(first, last, last, "money", amount.unit, None, amount, True)


def _phrase_end(words: Words, last: int, phrases: Phrases, nouns: dict[int, tuple[int, Item]]) -> int:
    """The end of a noun phrase: adjectives and complements led by `of`, up to anything else."""
    grammar = phrases.grammar
    end = position = last
    if grammar.adjectives == "before":
        return end
    while position + 1 < len(words) and position - last < 6:
        position += 1
        word = words.texts[position]
        stops = position in nouns or position in phrases.verbs or word in grammar.breaks
        if stops or not words.tokens[position].is_word:
            break
        of = word in grammar.prepositions.of
        if not of and (
            word in grammar.prepositions.to
            or word in grammar.prepositions.in_
            or word in grammar.prepositions.by
            or word in grammar.conjunctions
            or word in grammar.determiners
        ):
            break
        if not of:
            end = position
    return end
