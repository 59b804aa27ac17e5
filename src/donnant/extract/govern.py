"""Goods and predicates of a sentence in; for each thing the predicate that says who gives it to whom out."""

from collections.abc import Sequence

from donnant.extract.goods import Goods
from donnant.extract.predicates import Predicate, Shape
from donnant.extract.reading import Reading

PASSIVE_REACH = 9
"""Words between goods and the verb after them, at most."""
_HOLD = 5
"""Words between what holds goods and goods that are counted apart, at most."""
_USE = 20.0
_LONGEST_STEP = 12
"""Words between two members of a list, at most."""
_LIST_MARKS = (",", "(", ")", "–", "—", "-", ":", "/")


def govern(reading: Reading, predicates: Sequence[Predicate]) -> dict[int, Predicate]:
    """For each thing, the predicate that says of it who gives it to whom."""
    found: dict[int, Predicate] = {}
    previous: Goods | None = None
    for thing in reading.goods:
        joined = previous is not None and is_listed(reading, previous, thing)
        best = _governor(reading, thing, predicates)
        if (
            joined
            and previous is not None
            and previous.first in found
            and (best is None or best.shape is not Shape.NOUN or best.head < previous.first)
        ):
            best = found[previous.first]
        if best is not None:
            found[thing.first] = best
        previous = thing
    return found


def _governor(reading: Reading, thing: Goods, predicates: Sequence[Predicate]) -> Predicate | None:
    """The nearest predicate whose frame takes such a thing on that side."""
    best: tuple[float, Predicate] | None = None
    for predicate in predicates:
        cost = _govern_cost(reading, thing, predicate)
        if cost is not None and predicate.frame.needs == "origin":
            cost += _USE  # a use tells a transfer only where no verb of exchange does
        if cost is not None and (best is None or cost < best[0]):
            best = (cost, predicate)
    if best is None or best[1].frame.support:
        return _itself(reading, thing, predicates) or (best[1] if best else None)
    return best[1]


def _itself(reading: Reading, thing: Goods, predicates: Sequence[Predicate]) -> Predicate | None:
    """The noun of exchange that a thing is by itself (`transfert de technologie`), where it says what it holds."""
    if thing.item is None or (thing.item.container and thing.category == thing.item.category):
        return None
    if any(0 < other.first - thing.last <= _HOLD and other.category == thing.category for other in reading.goods):
        return None
    nouns = (p for p in predicates if p.shape is Shape.NOUN and p.frame.kind == "transfer")
    return next((p for p in nouns if p.head <= thing.first <= p.last), None)


def _paid_for(thing: Goods, predicate: Predicate) -> bool:
    """Whether goods beside a verb of paying are what is paid for: they go the other way, if they go at all."""
    kept = thing.item is None or thing.item.frame is not None or thing.valued
    return predicate.frame.category == "money" and thing.category != "money" and not kept


def _govern_cost(reading: Reading, thing: Goods, predicate: Predicate) -> float | None:
    """How far a predicate is from a thing it can govern; None where it cannot."""
    frame = predicate.frame
    if predicate.head <= thing.first <= predicate.last or _paid_for(thing, predicate):
        return None
    if predicate.shape is Shape.NOUN:
        if thing.last + 1 == predicate.first and reading.scene.grammar.adjectives == "before":
            return 0.2  # `gas deliveries`
        if predicate.last >= thing.first or not only_of(reading, predicate.last + 1, thing.first):
            return None
        return 0.5 * (thing.first - predicate.last)
    after = thing.first > predicate.last
    gap = thing.first - predicate.last if after else predicate.first - thing.end
    if predicate.shape in (Shape.PASSIVE, Shape.PARTICIPLE) and frame.takes_item:
        if after:
            return (
                gap + 6.0
                if predicate.shape is Shape.PASSIVE
                and gap <= 6
                and not breaks_between(reading, predicate.last + 1, thing.first)
                else None
            )
        return gap if 0 < gap <= PASSIVE_REACH and not _commas(reading, thing.end + 1, predicate.first) else None
    if frame.subject == "item":
        return gap if not after and 0 < gap <= PASSIVE_REACH else None
    if not after:
        return _relative_cost(reading, thing, predicate)
    if breaks_between(reading, predicate.last + 1, thing.first):
        return None
    return float(gap)


def _relative_cost(reading: Reading, thing: Goods, predicate: Predicate) -> float | None:
    """`les armes que X a livrées`: the thing stands before an active verb, a relative pronoun between."""
    between = reading.words.texts[thing.end + 1 : predicate.first]
    if not predicate.frame.takes_item or predicate.shape is not Shape.ACTIVE or not between:
        return None
    if between[0] in reading.scene.grammar.breaks and len(between) <= 6:
        return float(len(between))
    named = (p for p in reading.places if p.slot == "bare" and 0 < p.head - thing.end <= 2)
    if any(place.last + 1 == predicate.first for place in named):
        return 0.5  # `the tanks Poland has delivered`
    return None


def only_of(reading: Reading, start: int, end: int) -> bool:
    """Whether only `of`, determiners, figures and adjectives stand between a noun and its goods."""
    grammar = reading.scene.grammar
    texts = reading.words.texts[start:end]
    amounts = [(reading.words.at(a.start), reading.words.before(a.end)) for a in reading.amounts]
    for position, word in enumerate(texts, start):
        if any(first <= position <= last for first, last in amounts):
            continue
        if not reading.words.tokens[position].is_word or word in grammar.breaks or position in reading.scene.verbs:
            return False
        if word in grammar.prepositions.to or word in grammar.prepositions.by or word in grammar.prepositions.in_:
            return False
    return len(texts) <= 10


def is_listed(reading: Reading, before: Goods, thing: Goods) -> bool:
    """Whether a thing continues a list that another began."""
    grammar = reading.scene.grammar
    amounts = [(reading.words.at(a.start), reading.words.before(a.end)) for a in reading.amounts]
    joined = False
    for position in range(before.end + 1, thing.first):
        word = reading.words.texts[position]
        if word in grammar.conjunctions or word in _LIST_MARKS:
            joined = True
            continue
        far = position - before.end > _LONGEST_STEP and not any(first <= position <= last for first, last in amounts)
        if far or position in reading.scene.verbs or word in (";", "."):
            return False
    return joined


def breaks_between(reading: Reading, start: int, end: int) -> bool:
    """Whether a new clause begins between two positions."""
    words = reading.words.texts[start:end]
    return any(word in reading.scene.grammar.breaks or word == ";" for word in words)


def _commas(reading: Reading, start: int, end: int) -> bool:
    return any(word in (",", ";", ":") for word in reading.words.texts[start:end])
