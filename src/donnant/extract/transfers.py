"""The reading of a sentence in; drafts of what passed between parties out, one for each category and amount."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from donnant.domain.claim import Kind
from donnant.extract.discourse import Memory
from donnant.extract.draft import Draft
from donnant.extract.goods import Goods
from donnant.extract.govern import PASSIVE_REACH, breaks_between, govern, is_listed
from donnant.extract.predicates import Predicate, Shape
from donnant.extract.reading import Reading, Tongue
from donnant.extract.sides import Sides, complete, read_sides
from donnant.extract.worth import split_values, with_values


_OPEN_FRAMES = ("give", "receive", "buy", "supply_noun", "buy_noun")
"""Frames whose goods may be any noun."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What the sentence before a list settles for its items."""

    sides: Sides
    predicate: Predicate | None


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence is read against."""

    memory: Memory
    tables: Tongue
    lead: Lead | None
    """For a list item: the reading of its lead-in."""
    back: bool
    """It refers back to what the sentence before told (`parmi elles`)."""
    introduces: bool
    """It introduces a list: aid without an amount is told by the items."""


def read_transfers(reading: Reading, context: Context) -> list[Draft]:
    """All transfers of a sentence."""
    predicates = [p for p in reading.predicates if p.frame.kind == "transfer"]
    governed = govern(reading, predicates)
    values, goods = split_values(reading, context.tables)
    drafts: list[Draft] = []
    done: set[tuple[object, ...]] = set()
    previous: tuple[Goods, Draft] | None = None
    for thing in goods:
        predicate = governed.get(thing.first)
        draft = _draft(thing, predicate, reading, context, predicates)
        if previous is not None and (draft is None or (predicate is None and thing.first not in governed)):
            draft = _continued(previous, thing, reading, context) or draft
        if draft is None:
            continue
        previous = (thing, draft)
        key = (
            draft.giver,
            draft.receiver,
            draft.category,
            predicate.head if predicate else None,
            _hedged(thing, reading),
        )
        if thing.amount is None and key in done:
            continue
        done.add(key)
        drafts += _for_each(draft, reading, context)
    drafts += _without_goods(reading, predicates, governed, context)
    drafts += _named_only(reading, predicates, governed, context, drafts)
    return with_values(drafts, values, reading, context.tables)


def _for_each(draft: Draft, reading: Reading, context: Context) -> list[Draft]:
    """One draft for each of the parties that share a side; a joint figure is none of any one of them."""
    givers = (draft.giver, *draft.joint.get("giver", ()))
    receivers = (draft.receiver, *draft.joint.get("receiver", ()))
    pairs = [(giver, receiver) for giver in givers for receiver in receivers if giver != receiver]
    each = set(reading.words.texts) & set(context.tables.lexicon.each)
    amount = draft.amount if len(pairs) < 2 or each else None
    return [replace(draft, giver=giver, receiver=receiver, amount=amount) for giver, receiver in pairs]


def _continued(previous: tuple[Goods, Draft], thing: Goods, reading: Reading, context: Context) -> Draft | None:
    """A thing that goes on with a list, or is named as part of the bundle before it, passes as that does."""
    before, draft = previous
    between = reading.words.texts[before.end + 1 : thing.first]
    opened = any(word in context.tables.lexicon.including for word in between)
    if not is_listed(reading, before, thing) and not opened:
        return None
    if any(position in reading.scene.verbs for position in range(before.end + 1, thing.first)) and not opened:
        return None
    return replace(
        draft,
        category=thing.category,
        anchor=(thing.first, thing.end),
        item=reading.text(thing.first, thing.end),
        amount=thing.amount,
        unit=thing.unit,
        cues={**draft.cues, "category": reading.text(thing.first, thing.last)},
    )


def _hedged(thing: Goods, reading: Reading) -> bool:
    """Whether a cue right before a thing hedges it alone: it is then a claim of its own."""
    return any(hit.reach == "near" and 0 < thing.first - hit.last <= 3 for hit in reading.hits)


def _draft(
    thing: Goods, predicate: Predicate | None, reading: Reading, context: Context, predicates: Sequence[Predicate]
) -> Draft | None:
    """The draft for one thing, or None where nothing says that it passed."""
    own = _own_predicate(thing, context.tables)
    governor = predicate or own
    first = governor.first if governor is not None and governor.shape is Shape.NOUN else thing.first
    support = _support((first, thing.end), governor, reading, predicates)
    sides = read_sides(predicate, reading, context.memory, context.tables.anaphora) if predicate else Sides()
    if own is not None:
        other = read_sides(own, reading, context.memory, context.tables.anaphora)
        _merge(sides, other)
    if support is not None:
        _merge(sides, read_sides(support, reading, context.memory, context.tables.anaphora))
    _origin(thing, reading, sides, predicate)
    if not _speaks(thing, predicate, own, support, sides, reading, context):
        return None
    if context.lead is not None:
        for role in ("giver", "receiver"):
            if role in context.lead.sides.party:
                sides.fill(role, context.lead.sides.party[role], "lead-in")
    elif context.back and not sides.party:
        last = context.memory.last_roles(1)
        if last:
            for role, party in zip(("giver", "receiver"), last[:2], strict=True):
                if party:
                    sides.fill(role, party, "before")
    complete(sides, context.memory)
    giver, receiver = sides.party.get("giver"), sides.party.get("receiver")
    if giver is None and receiver is None:
        return None
    category = thing.category
    if thing.item is None and predicate is not None and predicate.frame.category not in (None, "troops"):
        category = predicate.frame.category or category
    cues = {**sides.cues, "category": reading.text(thing.first, thing.last)}
    trigger = predicate or own
    if trigger is not None:
        cues["kind"] = reading.text(trigger.first, trigger.last)
    return Draft(
        Kind.TRANSFER,
        giver,
        receiver,
        category,
        (thing.first, thing.end),
        predicate or own,
        item=reading.text(thing.first, thing.end),
        amount=thing.amount,
        unit=thing.unit,
        stopper=_stopper(support),
        found=dict(sides.found),
        cues=cues,
        joint=dict(sides.joint),
    )


def _own_predicate(thing: Goods, tables: Tongue) -> Predicate | None:
    """Aid and support say by themselves who stands where; other goods only whom they belong to."""
    if thing.item is None or thing.item.frame is None:
        return None
    return Predicate(thing.first, thing.first, thing.last, tables.lexicon.frames[thing.item.frame], Shape.NOUN)


def _support(
    span: tuple[int, int], governor: Predicate | None, reading: Reading, predicates: Sequence[Predicate]
) -> Predicate | None:
    """The verb that halts, bans or carries what stands at a span: goods with their noun of exchange."""
    start, end = span
    for predicate in reversed(predicates):
        if not predicate.frame.support or predicate is governor:
            continue
        passive = predicate.shape in (Shape.PASSIVE, Shape.PARTICIPLE)
        if passive and 0 < predicate.first - end <= PASSIVE_REACH:
            return predicate
        if not passive and 0 < start - predicate.last <= 8 and not breaks_between(reading, predicate.last + 1, start):
            return predicate
    return None


def _stopper(support: Predicate | None) -> Predicate | None:
    return support if support is not None and support.frame.factuality == "denied" else None


def _merge(sides: Sides, other: Sides) -> None:
    for role, party in other.party.items():
        if role not in sides.party:
            sides.fill(role, party, other.found[role], other.cues.get(role, ""))
            sides.joint[role] = other.joint.get(role, ())


def _origin(thing: Goods, reading: Reading, sides: Sides, predicate: Predicate | None) -> None:
    """Goods that carry a party's name come from it, unless the verb says who gives or who gets."""
    for place in reading.owned_by(thing.first, thing.last):
        party = place.mention.party
        if "giver" not in sides.party and sides.party.get("receiver") != party:
            sides.fill("giver", party, "sentence", reading.text(place.first, place.last))


def _speaks(
    thing: Goods,
    predicate: Predicate | None,
    own: Predicate | None,
    support: Predicate | None,
    sides: Sides,
    reading: Reading,
    context: Context,
) -> bool:
    """Whether the sentence says that the thing passes, or only names it."""
    if context.introduces and thing.amount is None and own is not None:
        return False
    if thing.item is not None and thing.item.weak and predicate is None:
        return False
    if predicate is not None:
        if predicate.frame.needs == "noun":
            return own is not None and bool(sides.party)
        if predicate.frame.needs == "origin":
            origin = [place.mention.party for place in reading.owned_by(thing.first, thing.last)]
            return bool(origin) and thing.category in ("arms", "technology")
        return bool(sides.party) or context.lead is not None or context.back
    if context.lead is not None:
        return True
    if context.back and thing.amount is not None:
        return True
    if own is not None:
        return bool(sides.party) and not _pointing(thing, reading, context)
    giver = sides.party.get("giver")
    known = context.memory.known(giver, thing.category) if giver else False
    return known or (support is not None and bool(sides.party))


def _pointing(thing: Goods, reading: Reading, context: Context) -> bool:
    """Aid that only points back (`ce soutien`, `son aide`) states no transfer of its own, without an amount."""
    before = reading.words.texts[thing.first - 1] if thing.first else ""
    words = context.tables.anaphora
    return thing.amount is None and (before in words.possessives or before in words.demonstratives)


def _without_goods(
    reading: Reading, predicates: Sequence[Predicate], governed: dict[int, Predicate], context: Context
) -> list[Draft]:
    """Verbs that name a transfer by themselves (`soutenir`, `aider`, `financer`), and nouns without their goods."""
    drafts = []
    used = {id(predicate) for predicate in governed.values()}
    for predicate in predicates:
        if id(predicate) in used or context.introduces:
            continue
        noun = predicate.shape is Shape.NOUN
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


def _named_only(
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
        thing = _unknown_thing(predicate, reading)
        both = sides.found.get("giver") == sides.found.get("receiver") == "sentence"
        if not both or thing is None:
            continue
        support = _support((predicate.first, thing[1]), predicate, reading, predicates)
        draft = Draft(
            Kind.TRANSFER,
            sides.party["giver"],
            sides.party["receiver"],
            "other",
            thing,
            predicate,
            item=reading.text(*thing),
            stopper=_stopper(support),
            joint=dict(sides.joint),
            found=dict(sides.found),
            cues={**sides.cues, "kind": reading.text(predicate.first, predicate.last)},
        )
        found += _for_each(draft, reading, context)
    return found


def _unknown_thing(predicate: Predicate, reading: Reading) -> tuple[int, int] | None:
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
    if not opens or not token.is_word or named or reading.sentence.text[token.start].isupper():
        return None
    return noun, noun
