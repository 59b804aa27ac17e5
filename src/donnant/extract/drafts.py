"""Drafts of amounts in reading order in; those that say one thing joined to one out."""

from dataclasses import dataclass, replace

from donnant.extract.bounds import CEILINGS, FLOORS
from donnant.extract.measures import Quantity
from donnant.extract.numbers import times
from donnant.extract.pieces import Phrasebook, Pieces


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount; `end` lies behind the figure, or behind its unit where that is one of measure or money."""

    start: int
    end: int
    low: float | None
    high: float | None
    approx: bool
    operator: str
    """``exactly``, ``at_least``, ``more_than``, ``at_most``, ``less_than`` or ``between``."""
    kind: str
    """``money``, ``count``, ``share``, ``multiple`` or ``measure``."""
    unit: str | None
    """ISO 4217 code, ``share``, a unit of measure; null for a bare count and a multiple."""
    cue: str
    """The words that bound or hedge it."""
    per: str = ""
    """The words that make it a price for each (a barrel)."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An amount with the positions of the pieces it is made of."""

    amount: Amount
    quantity: Quantity
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Joins:
    """Words that make one amount of two that were read."""

    closing: Phrasebook[bool]
    even: Phrasebook[bool]
    again: Phrasebook[bool]


def join_bounds(pieces: Pieces, drafts: list[Draft], joins: Joins) -> list[Draft]:
    """Two bounds that stand together are one range: at least 5 and at most 9 million."""
    kept: list[Draft] = []
    for draft in drafts:
        last = kept[-1] if kept else None
        whole = last and (_closed(pieces, last, draft, joins.closing) or _raised(pieces, last, draft, joins))
        if whole is None:
            kept.append(draft)
        else:
            kept[-1] = whole
    return kept


def _closed(pieces: Pieces, last: Draft, draft: Draft, joins: Phrasebook[bool]) -> Draft | None:
    """The range of a floor and the ceiling right behind it, if they are that."""
    one, other = last.amount, draft.amount
    floors = [amount.operator in FLOORS for amount in (one, other)]
    ceilings = [amount.operator in CEILINGS for amount in (one, other)]
    if True not in floors or True not in ceilings or last.quantity.vague or draft.quantity.vague:
        return None
    join = joins.match(pieces, last.end)
    if join is None or join[0] != draft.first:
        return None
    low, high = share_units(last.quantity, draft.quantity)
    if floors[1]:  # at most 100 and at least 20
        low, high = high, low
    if not comparable(low, high) or low.value >= high.value:
        return None
    amount = replace(
        one, end=other.end, low=low.value, high=high.value, operator="between", kind=high.kind, unit=high.unit,
        approx=one.approx or other.approx, cue=f"{one.cue} … {other.cue}",
    )  # fmt: skip
    return Draft(amount, high, last.first, draft.end)


def _raised(pieces: Pieces, last: Draft, draft: Draft, joins: Joins) -> Draft | None:
    """Dozens, if not hundreds: an open range from the lower of the two; dozens and dozens are dozens."""
    same = last.quantity.value == draft.quantity.value
    join = joins.even.match(pieces, last.end) or (joins.again.match(pieces, last.end) if same else None)
    if not (join and last.quantity.vague and draft.quantity.vague) or draft.first - join[0] not in (0, 1):
        return None
    if last.quantity.value > draft.quantity.value or (last.quantity.unit and last.quantity.unit != draft.quantity.unit):
        return None
    kind, unit = draft.amount.kind, draft.amount.unit
    return replace(last, amount=replace(last.amount, end=draft.amount.end, kind=kind, unit=unit), end=draft.end)


def share_units(low: Quantity, high: Quantity) -> tuple[Quantity, Quantity]:
    """Gives each the multiplier and the unit that only the other carries: 5.6-9.8bn, $5 to 9."""
    if not low.scaled:
        if high.scaled and low.value * high.scale < high.value:
            low = replace(low, value=times(low.value, high.scale))
        if high.hundreds > 1 == low.hundreds and low.worded and low.value * high.hundreds < high.value:
            low = replace(low, value=low.value * high.hundreds)
    if low.unit is None and low.kind == "count" and high.kind != "count":
        low = replace(low, kind=high.kind, unit=high.unit, value=low.value * high.factor)
    elif high.unit is None and high.kind == "count" and low.kind in ("money", "share"):
        high = replace(high, kind=low.kind, unit=low.unit, value=high.value * low.factor)
    return low, high


def comparable(low: Quantity, high: Quantity) -> bool:
    """Whether two quantities can be the ends of one range."""
    return (low.kind, low.unit) == (high.kind, high.unit)


def drop_conversions(pieces: Pieces, drafts: list[Draft], said: Phrasebook[bool]) -> list[Draft]:
    """Drops what says the sum before it in another currency, and takes its brackets along."""
    kept: list[Draft] = []
    for draft in drafts:
        last = kept[-1] if kept else None
        if last is None or not _is_converted(pieces, last, draft, said):
            kept.append(draft)
            continue
        end = draft.end
        if pieces.at(end) == ")":
            end += 1
        kept[-1] = replace(last, amount=replace(last.amount, end=pieces.ends[end - 1]), end=end)
    return kept


def _is_converted(pieces: Pieces, last: Draft, draft: Draft, said: Phrasebook[bool]) -> bool:
    one, other = last.amount, draft.amount
    if one.kind != other.kind or one.kind not in ("money", "measure") or one.unit == other.unit:
        return False
    at, joined = last.end, False
    before = pieces.words(last.first, last.end)
    opened = before.count("(") > before.count(")")
    while at < draft.first:
        found = said.match(pieces, at)
        if found:
            joined, at = True, found[0]
        elif pieces.at(at) == "(" or (opened and pieces.at(at) in ("/", ";", ",")):
            joined, at = True, at + 1
        elif pieces.at(at) in (",", "[") or pieces.is_dash(at):
            at += 1
        else:
            return False
    return joined
