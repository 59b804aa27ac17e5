"""Words of exchange without goods that a list knows in; drafts of the transfers that they tell by themselves out."""

from collections.abc import Sequence

from donnant.domain.claim import Kind
from donnant.extract.attitudes import names_conduct
from donnant.extract.context import Context
from donnant.extract.draft import Draft
from donnant.extract.grip import Grip, find_support
from donnant.extract.predicates import Predicate, Shape
from donnant.extract.reading import Reading, Tongue
from donnant.extract.sides import complete, read_sides

_OPEN_FRAMES = ("give", "receive", "buy", "supply_noun", "buy_noun")
"""Frames whose goods may be any noun."""


def tell_without_goods(
    reading: Reading, predicates: Sequence[Predicate], governed: dict[int, Predicate], context: Context
) -> list[Draft]:
    """Verbs that name a transfer by themselves (`soutenir`, `aider`, `financer`), and nouns without their goods."""
    drafts = []
    used = {id(predicate) for predicate in governed.values()}
    for predicate in predicates:
        if id(predicate) in used or context.introduces:
            continue
        noun = predicate.shape is Shape.NOUN
        if names_conduct(predicate, reading, context.tables):
            continue  # who supports what a party does approves of it
        if predicate.frame.needs != "parties" and not (noun and predicate.frame.id == "supply_noun"):
            continue
        sides = read_sides(predicate, reading, context.memory, context.tables.anaphora)
        if noun:
            last = context.memory.category_of(sides.party.get("giver"), sides.party.get("receiver"))
            if "giver" not in sides.party or last is None:
                continue
            category: str | None = last
        else:
            category = _qualified(predicate, reading, context.tables)
        if not noun and ("receiver" not in sides.party or sides.found.get("receiver") != "sentence"):
            continue
        complete(sides, context.memory)
        giver, receiver = sides.party.get("giver"), sides.party.get("receiver")
        if giver is None or receiver is None:
            continue
        drafts.append(
            Draft(
                Kind.TRANSFER,
                giver,
                receiver,
                category,
                (predicate.first, predicate.last),
                predicate,
                item=reading.text(predicate.head, predicate.last),
                found=dict(sides.found),
                cues={**sides.cues, "kind": reading.text(predicate.first, predicate.last)},
            )
        )
    return drafts


def _qualified(predicate: Predicate, reading: Reading, tables: Tongue) -> str | None:
    """The category of aid by a verb, narrowed by an adverb (`militairement`) where one stands near."""
    around = reading.words.texts[max(0, predicate.first - 1) : predicate.last + 12]
    for word in around:
        if word in tables.lexicon.qualifiers:
            return tables.lexicon.qualifiers[word]
    return predicate.frame.category


def tell_unknown_goods(
    reading: Reading,
    predicates: Sequence[Predicate],
    governed: dict[int, Predicate],
    context: Context,
    drafts: Sequence[Draft],
) -> list[Draft]:
    """A word of exchange with both its parties beside it, but goods that no list knows: they are `other`."""
    used = {predicate.head for predicate in governed.values()} | {d.predicate.head for d in drafts if d.predicate}
    found = []
    for predicate in predicates:
        frame = predicate.frame
        if predicate.head in used or frame.needs != "goods" or frame.support or frame.id not in _OPEN_FRAMES:
            continue
        sides = read_sides(predicate, reading, context.memory, context.tables.anaphora)
        thing = _unknown_thing(predicate, reading, context.tables)
        ban = find_support((predicate.first, predicate.last), predicate, reading, predicates, context.tables)
        if thing is None and predicate.shape is Shape.NOUN and ban is not None and ban.frame.bans:
            thing = (predicate.first, predicate.last)  # `a ban on imports from X`: whatever they are
            sides.merge(read_sides(ban, reading, context.memory, context.tables.anaphora))
        both = sides.found.get("giver") == sides.found.get("receiver") == "sentence"
        if not both or thing is None:
            continue
        support = find_support((predicate.first, thing[1]), predicate, reading, predicates, context.tables)
        found.append(
            Draft(
                Kind.TRANSFER,
                sides.party["giver"],
                sides.party["receiver"],
                _category(reading, thing, context.tables),
                thing,
                predicate,
                item=reading.text(*thing),
                stopper=Grip(predicate, None, support).stopper,
                joint=dict(sides.joint),
                found=dict(sides.found),
                cues={**sides.cues, "kind": reading.text(predicate.first, predicate.last)},
            )
        )
    return found


def _category(reading: Reading, thing: tuple[int, int], tables: Tongue) -> str:
    """The category of what no rule goes by, where the pack has one for it."""
    item = tables.lexicon.loose.get(reading.words.texts[thing[0]])
    return item.category if item else "other"


def _unknown_thing(predicate: Predicate, reading: Reading, tables: Tongue) -> tuple[int, int] | None:
    """The common noun that follows a word of exchange: after `of` behind a noun, after a determiner behind a verb."""
    grammar = reading.scene.grammar
    position = predicate.last + 1
    if position >= len(reading.words) - 1:
        return None
    word = reading.words.texts[position]
    opens = word in grammar.prepositions.of if predicate.shape is Shape.NOUN else word in grammar.determiners
    noun = position + 1
    token = reading.words.tokens[noun]
    named = any(place.head <= noun <= place.last for place in reading.places)
    named = named or any(amount.start <= token.start < amount.end for amount in reading.amounts)
    item = tables.lexicon.items.get(token.text)
    known = item is not None and not item.weak
    if not opens or not token.is_word or known or named or reading.sentence.text[token.start].isupper():
        return None
    return noun, noun
