"""Sums that say what goods are worth in; the drafts of those goods, one of them carrying the sum, out."""

from collections.abc import Sequence
from dataclasses import replace

from donnant.domain.claim import Kind
from donnant.extract.draft import Draft
from donnant.extract.goods import Goods, bundle_category
from donnant.extract.idle import is_idle
from donnant.extract.reading import Reading, Tongue

_COST_REACH = 4
"""Words between a word of cost and its sum, at most."""


def split_values(reading: Reading, tables: Tongue) -> tuple[list[Goods], list[Goods]]:
    """Sums that say what other goods are worth, apart from goods; goods of one category carry theirs already."""
    values, goods = [], []
    for thing in reading.goods:
        if is_idle(thing, reading, tables.lexicon):
            continue
        if thing.amount is not None and (thing.amount.per or _cost(reading, thing, tables)):
            continue
        if thing.item is None and thing.amount is not None and _is_value(reading, thing, tables):
            values.append(thing)
        else:
            goods.append(thing)
    if values and goods and len({thing.category for thing in goods}) == 1 and goods[0].amount is None:
        value = values.pop(0)
        category = bundle_category(goods[0].item, goods[0].category)
        goods[0] = replace(goods[0], amount=value.amount, unit=value.unit, valued=True, category=category)
    return values, goods


def _cost(reading: Reading, thing: Goods, tables: Tongue) -> bool:
    """Whether a sum that names no goods is what something costs."""
    near = reading.words.texts[max(0, thing.first - _COST_REACH) : thing.first]
    return thing.item is None and any(word in tables.lexicon.costs for word in near)


def _is_value(reading: Reading, thing: Goods, tables: Tongue) -> bool:
    others = [other for other in reading.goods if other.item is not None]
    if not others:
        return False
    before = reading.words.texts[: thing.first]
    priced = any(other.last < thing.first for other in others) and before[-1] in tables.lexicon.worth_for
    return priced or bool(set(before) & set(tables.lexicon.value))


def with_values(drafts: list[Draft], values: Sequence[Goods], reading: Reading, tables: Tongue) -> list[Draft]:
    """Give each value its goods: one category carries it; several are one bundle that carries it, and their parts."""
    result = list(drafts)
    for value in values:
        amount = value.amount
        part = [draft for draft in drafts if draft.anchor[0] < value.first] or drafts
        if not part or amount is None or _priced(value, part, reading, tables):
            continue
        head = next((draft for draft in part if draft.category == "mixed"), None)
        if head is None and len({draft.category for draft in part}) == 1:
            head = part[0]
        basis = head or part[0]
        fresh = Draft(
            Kind.TRANSFER,
            basis.giver,
            basis.receiver,
            head.category if head else "mixed",
            basis.anchor if head and head.amount is None else (value.first, value.last),
            basis.predicate,
            item=basis.item,
            amount=amount,
            unit=amount.unit,
            stopper=basis.stopper,
            found=basis.found,
            cues=basis.cues,
            joint=basis.joint,
            each=basis.each,
        )
        if head is not None and head in result and head.amount is None:
            result.remove(head)
        result.append(fresh)
    return result


def _priced(value: Goods, part: Sequence[Draft], reading: Reading, tables: Tongue) -> bool:
    """Whether a sum is the price of goods that are counted, or of each of them: no second measure."""
    after = reading.words.texts[value.last + 1 : value.last + 4]
    counted = part[-1].amount is not None and part[-1].amount.kind == "count"
    return counted or any(word in tables.lexicon.each for word in after)
