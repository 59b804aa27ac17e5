"""The reading of a sentence in; drafts of what passed between parties out, one for each category and amount."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from donnant.domain.claim import Kind
from donnant.extract.discourse import Memory
from donnant.extract.draft import Draft
from donnant.extract.goods import Goods
from donnant.extract.predicates import Predicate, Shape
from donnant.extract.reading import Reading, Tongue
from donnant.extract.sides import Sides, complete, read_sides

_PASSIVE_REACH = 9
_LIST_MARKS = (",", "(", ")", "–", "—", "-", ":", "/")


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
    values, goods = _split_values(reading, context.tables)
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
            draft.giver, draft.receiver, draft.category, predicate.head if predicate else None, _hedged(thing, reading),
        )  # fmt: skip
        if thing.amount is None and key in done:
            continue
        done.add(key)
        drafts.append(draft)
    drafts += _without_goods(reading, predicates, governed, context)
    return _valued(drafts, values, reading, context)


def _continued(previous: tuple[Goods, Draft], thing: Goods, reading: Reading, context: Context) -> Draft | None:
    """A thing that goes on with a list, or is named as part of the bundle before it, passes as that does."""
    before, draft = previous
    between = reading.words.texts[before.end + 1 : thing.first]
    opened = any(word in context.tables.lexicon.including for word in between)
    if not _listed(reading, before, thing) and not opened:
        return None
    if any(position in reading.scene.verbs for position in range(before.end + 1, thing.first)) and not opened:
        return None
    return replace(
        draft, category=thing.category, anchor=(thing.first, thing.end), item=reading.text(thing.first, thing.end),
        amount=thing.amount, unit=thing.unit, cues={**draft.cues, "category": reading.text(thing.first, thing.last)},
    )  # fmt: skip


def _hedged(thing: Goods, reading: Reading) -> bool:
    """Whether a cue right before a thing hedges it alone: it is then a claim of its own."""
    return any(hit.reach == "near" and 0 < thing.first - hit.last <= 3 for hit in reading.hits)


def govern(reading: Reading, predicates: Sequence[Predicate]) -> dict[int, Predicate]:
    """For each thing, the predicate that says of it who gives it to whom."""
    found: dict[int, Predicate] = {}
    previous: Goods | None = None
    for thing in reading.goods:
        joined = previous is not None and _listed(reading, previous, thing)
        best = _governor(reading, thing, predicates)
        if joined and previous is not None and previous.first in found and (
            best is None or best.shape is not Shape.NOUN or best.head < previous.first
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
        if cost is not None and (best is None or cost < best[0]):
            best = (cost, predicate)
    return best[1] if best else None


def _govern_cost(reading: Reading, thing: Goods, predicate: Predicate) -> float | None:
    """How far a predicate is from a thing it can govern; None where it cannot."""
    frame = predicate.frame
    if predicate.head <= thing.first <= predicate.last:
        return None
    if predicate.shape is Shape.NOUN:
        if predicate.last >= thing.first or not _only_of(reading, predicate.last + 1, thing.first):
            return None
        return 0.5 * (thing.first - predicate.last)
    after = thing.first > predicate.last
    gap = thing.first - predicate.last if after else predicate.first - thing.end
    if predicate.shape in (Shape.PASSIVE, Shape.PARTICIPLE) and frame.takes_item:
        if after:
            return gap + 6.0 if predicate.shape is Shape.PASSIVE and gap <= 6 and not _breaks(reading, predicate.last + 1, thing.first) else None
        return gap if 0 < gap <= _PASSIVE_REACH and not _commas(reading, thing.end + 1, predicate.first) else None
    if frame.subject == "item":
        return gap if not after and 0 < gap <= _PASSIVE_REACH else None
    if not after:
        return _relative_cost(reading, thing, predicate)
    if _breaks(reading, predicate.last + 1, thing.first):
        return None
    return float(gap)


def _relative_cost(reading: Reading, thing: Goods, predicate: Predicate) -> float | None:
    """`les armes que X a livrées`: the thing stands before an active verb, a relative pronoun between."""
    between = reading.words.texts[thing.end + 1 : predicate.first]
    if predicate.frame.takes_item and between and between[0] in reading.scene.grammar.breaks and len(between) <= 6:
        return float(len(between))
    return None


def _only_of(reading: Reading, start: int, end: int) -> bool:
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


def _listed(reading: Reading, before: Goods, thing: Goods) -> bool:
    """Whether a thing continues a list that another began."""
    grammar = reading.scene.grammar
    amounts = [(reading.words.at(a.start), reading.words.before(a.end)) for a in reading.amounts]
    joined = False
    for position in range(before.end + 1, thing.first):
        word = reading.words.texts[position]
        if word in grammar.conjunctions or word in _LIST_MARKS:
            joined = True
        elif position in reading.scene.verbs or word in (";", "."):
            return False
        elif not any(first <= position <= last for first, last in amounts) and position - before.end > 12:
            return False
    return joined


def _breaks(reading: Reading, start: int, end: int) -> bool:
    words = reading.words.texts[start:end]
    return any(word in reading.scene.grammar.breaks or word == ";" for word in words)


def _commas(reading: Reading, start: int, end: int) -> bool:
    return any(word in (",", ";", ":") for word in reading.words.texts[start:end])


def _split_values(reading: Reading, tables: Tongue) -> tuple[list[Goods], list[Goods]]:
    """Sums that say what other goods are worth, apart from goods."""
    values, goods = [], []
    for thing in reading.goods:
        if thing.item is None and thing.amount is not None and _is_value(reading, thing, tables):
            values.append(thing)
        else:
            goods.append(thing)
    return values, goods


def _is_value(reading: Reading, thing: Goods, tables: Tongue) -> bool:
    others = [other for other in reading.goods if other.item is not None]
    if not others:
        return False
    before = set(reading.words.texts[: thing.first])
    return bool(before & set(tables.lexicon.value))


def _draft(
    thing: Goods, predicate: Predicate | None, reading: Reading, context: Context, predicates: Sequence[Predicate]
) -> Draft | None:
    """The draft for one thing, or None where nothing says that it passed."""
    own = _own_predicate(thing, context.tables)
    support = _support(predicate or own, thing, reading, predicates)
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
        Kind.TRANSFER, giver, receiver, category, (thing.first, thing.end), predicate or own,
        item=reading.text(thing.first, thing.end), amount=thing.amount, unit=thing.unit,
        denied=support is not None and support.frame.factuality == "denied", found=dict(sides.found), cues=cues,
    )  # fmt: skip


def _own_predicate(thing: Goods, tables: Tongue) -> Predicate | None:
    """Aid and support say by themselves who stands where; other goods only whom they belong to."""
    if thing.item is None or thing.item.frame is None:
        return None
    return Predicate(thing.first, thing.first, thing.last, tables.lexicon.frames[thing.item.frame], Shape.NOUN)


def _support(
    governor: Predicate | None, thing: Goods, reading: Reading, predicates: Sequence[Predicate]
) -> Predicate | None:
    """The verb that halts, bans or carries the noun of exchange, or the goods themselves."""
    start = governor.first if governor is not None and governor.shape is Shape.NOUN else thing.first
    for predicate in reversed(predicates):
        if not predicate.frame.support or predicate is governor:
            continue
        passive = predicate.shape in (Shape.PASSIVE, Shape.PARTICIPLE)
        if passive and 0 < predicate.first - thing.end <= _PASSIVE_REACH:
            return predicate
        if not passive and 0 < start - predicate.last <= 8 and not _breaks(reading, predicate.last + 1, start):
            return predicate
    return None


def _merge(sides: Sides, other: Sides) -> None:
    for role, party in other.party.items():
        sides.fill(role, party, other.found[role], other.cues.get(role, ""))


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
                Kind.TRANSFER, giver, receiver, category, (predicate.first, predicate.last), predicate,
                item=reading.text(predicate.head, predicate.last), found=dict(sides.found),
                cues={**sides.cues, "kind": reading.text(predicate.first, predicate.last)},
            )  # fmt: skip
        )
    return drafts


def _qualified(predicate: Predicate, reading: Reading, tables: Tongue) -> str | None:
    """The category of aid by a verb, narrowed by an adverb (`militairement`) where one stands near."""
    around = reading.words.texts[max(0, predicate.first - 1) : predicate.last + 12]
    for word in around:
        if word in tables.lexicon.qualifiers:
            return tables.lexicon.qualifiers[word]
    return predicate.frame.category


def _valued(drafts: list[Draft], values: Sequence[Goods], reading: Reading, context: Context) -> list[Draft]:
    """Give each value its goods: one category carries it; several are one bundle that carries it, and their parts."""
    result = list(drafts)
    for value in values:
        amount = value.amount
        part = [draft for draft in drafts if draft.anchor[0] < value.first] or drafts
        if not part or amount is None:
            continue
        head = next((draft for draft in part if draft.category == "mixed"), None)
        if head is None and len({draft.category for draft in part}) == 1:
            head = part[0]
        basis = head or part[0]
        fresh = Draft(
            Kind.TRANSFER, basis.giver, basis.receiver, head.category if head else "mixed",
            basis.anchor if head and values[0] is value else (value.first, value.last), basis.predicate,
            item=basis.item, amount=amount, unit=amount.unit, denied=basis.denied, found=basis.found, cues=basis.cues,
        )  # fmt: skip
        if head is not None and head in result and head.amount is None:
            result.remove(head)
        result.append(fresh)
    return result
