"""The reading of a sentence in; drafts of what passed between parties out, one for each category and amount."""

from collections.abc import Sequence
from dataclasses import replace

from donnant.domain.claim import Kind
from donnant.extract.bare import tell_unknown_goods, tell_without_goods
from donnant.extract.context import Context
from donnant.extract.draft import Draft
from donnant.extract.goods import Goods
from donnant.extract.govern import govern, is_listed
from donnant.extract.grip import find_grip, grip_sides, speaks
from donnant.extract.predicates import Predicate
from donnant.extract.reading import Reading
from donnant.extract.sides import Sides, complete
from donnant.extract.worth import split_values, with_values


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
        drafts.append(replace(draft, each=_each(reading, context)))
    drafts += tell_without_goods(reading, predicates, governed, context)
    drafts += tell_unknown_goods(reading, predicates, governed, context, drafts)
    return with_values(drafts, values, reading, context.tables)


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
    grip = find_grip(thing, predicate, reading, predicates, context.tables)
    sides = grip_sides(thing, grip, reading, context)
    if not speaks(thing, grip, sides, reading, context):
        return None
    _from_before(sides, context)
    giver, receiver = sides.party.get("giver"), sides.party.get("receiver")
    if giver is None and receiver is None:
        return None
    category = thing.category
    if thing.item is None and predicate is not None and predicate.frame.category not in (None, "troops"):
        category = predicate.frame.category or category
    cues = {**sides.cues, "category": reading.text(thing.first, thing.last)}
    if grip.trigger is not None:
        cues["kind"] = reading.text(grip.trigger.first, grip.trigger.last)
    return Draft(
        Kind.TRANSFER,
        giver,
        receiver,
        category,
        (thing.first, thing.end),
        grip.trigger,
        item=reading.text(thing.first, thing.end),
        amount=thing.amount,
        unit=thing.unit,
        stopper=grip.stopper,
        found=dict(sides.found),
        cues=cues,
        joint=dict(sides.joint),
    )


def _from_before(sides: Sides, context: Context) -> None:
    """Fill what the sentence leaves out: from the lead-in of its list, from what it refers back to, from the report."""
    if context.lead is not None:
        for role, party in sorted(context.lead.sides.party.items()):
            sides.fill(role, party, "lead-in")
    elif context.back and not sides.party:
        last = context.memory.last_roles(1)
        for role, known in zip(("giver", "receiver"), last[:2] if last else (), strict=False):
            if known:
                sides.fill(role, known, "before")
    complete(sides, context.memory)


def _each(reading: Reading, context: Context) -> bool:
    """Whether the sentence says that a figure is that of every one of several."""
    return bool(set(reading.words.texts) & set(context.tables.lexicon.each))
