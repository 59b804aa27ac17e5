"""A folded sentence in; the amounts that stand in it out, as intervals with their bounds as printed."""

import functools
from dataclasses import dataclass, replace

from donnant.extract.bounds import CEILINGS, FLOORS, Bound, BoundReader
from donnant.extract.measures import Quantity, QuantityReader
from donnant.extract.pieces import Phrasebook, Pieces
from donnant.lang.amounts import AmountWords

_CHANGE_REACH = 12
_NOUN_REACH = 3


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


def find_amounts(text: str, words: AmountWords) -> tuple[Amount, ...]:
    """Every amount of a folded sentence, in order, without overlaps."""
    return _reader(words).read(Pieces(text))


@functools.cache
def _reader(words: AmountWords) -> "_AmountReader":
    return _AmountReader(words)


@dataclass(frozen=True, slots=True)
class _Draft:
    """An amount with the positions of the pieces it is made of."""

    amount: Amount
    quantity: Quantity
    first: int
    end: int


class _AmountReader:
    def __init__(self, words: AmountWords) -> None:
        self._quantities = QuantityReader(words)
        numbers = self._quantities.numbers
        self._numbers = numbers
        self._bounds = BoundReader(words.table, numbers.is_noun, words.numbers.of)
        joins = words.table.range
        self._between = _book(joins.between)
        self._and = _book(joins.and_)
        self._from = _book(joins.from_)
        self._to = _book(joins.to)
        self._or = _book(joins.or_)
        self._even = _book(joins.even)
        self._changes = frozenset(joins.changes)
        self._of = frozenset(words.numbers.of)
        self._rates = _book(words.table.rates)
        self._fillers = frozenset(words.table.fillers)
        self._single = frozenset(words.numbers.single)
        self._conversions = _book(words.table.conversions)

    def read(self, pieces: Pieces) -> tuple[Amount, ...]:
        masked = self._quantities.masked(pieces)
        drafts: list[_Draft] = []
        index = 0
        while index < len(pieces):
            if index in masked:
                index = masked[index]
                continue
            draft, end = self._read_at(pieces, index)
            if draft is not None:
                drafts.append(draft)
            index = max(end, index + 1)
        kept = self._without_conversions(pieces, _paired(pieces, drafts, self._and, self._even))
        return tuple(draft.amount for draft in kept)

    def _read_at(self, pieces: Pieces, index: int) -> tuple[_Draft | None, int]:
        """The amount at a position, and where to go on: behind a number that is no amount, too."""
        quantity, end = self._quantities.read(pieces, index)
        if quantity is None:
            return None, end
        bound = self._bounds.before(pieces, index)
        second = self._second(pieces, index, bound, quantity)
        if second is not None:
            if second.kind == "count" and self._quantities.measures_time(pieces, second.end):
                return None, second.end
            return self._ranged(pieces, bound, quantity, second), second.end
        if quantity.doubtful and (bound.operator != "at_least" or pieces.at(index) not in self._single):
            return None, index + 1
        if self._quantities.is_not_counted(pieces, index, quantity, hedged=bound.approx or bound.operator is not None):
            return None, end
        return self._single_amount(pieces, bound, quantity), end

    def _second(self, pieces: Pieces, index: int, bound: Bound, low: Quantity) -> Quantity | None:
        """The upper figure, where two figures are one range."""
        opened = self._between.match_before(pieces, bound.first)
        joined = self._joined_between(pieces, low) if opened else self._joined(pieces, index, bound, low)
        if joined is None:
            return None
        at = self._skip_cues(pieces, joined)
        high, _ = self._quantities.read(pieces, at)
        if high is None or high.doubtful or high.vague or low.vague:
            return None
        low, high = _shared(low, high)
        if not _comparable(low, high) or low.value >= high.value:
            return None
        if not opened and low.unit and not high.unit and not high.scaled and not pieces.is_dash(joined - 1):
            return None
        both = replace(high, first=at)
        if self._quantities.are_dates(pieces, index, low, both):
            return None
        return both

    def _joined_between(self, pieces: Pieces, low: Quantity) -> int | None:
        for at in range(low.end, low.end + _NOUN_REACH + 1):
            found = self._and.match(pieces, at)
            if found:
                return found[0]
            if not self._numbers.is_noun(pieces, at) and pieces.at(at) not in self._of and not pieces.is_dash(at):
                return None
        return None

    def _joined(self, pieces: Pieces, index: int, bound: Bound, low: Quantity) -> int | None:
        at = low.end
        if pieces.is_dash(at) and pieces.glued(at) == pieces.glued(at + 1):
            return at + 1
        even = self._even.match(pieces, at)
        if even:
            return even[0]
        near = self._or.match(pieces, at)
        if near:
            high, _ = self._quantities.read(pieces, near[0])
            return near[0] if high and high.value <= max(2 * low.value, low.value + 5) else None
        found = self._to.match(pieces, at)
        return found[0] if found and not self._is_change(pieces, bound.first) else None

    def _is_change(self, pieces: Pieces, first: int) -> bool:
        """Whether a verb of change stands before: from 1% to 18% is then no range."""
        if not self._from.match_before(pieces, first):
            return False
        return any(pieces.at(step) in self._changes for step in range(max(0, first - _CHANGE_REACH), first))

    def _skip_cues(self, pieces: Pieces, index: int) -> int:
        """Over hedges and articles before the upper figure."""
        for at in range(index, min(index + 6, len(pieces))):
            if self._quantities.starts(pieces, at) and self._bounds.before(pieces, at).first <= index:
                return at
            if pieces.at(at) in self._fillers and at == index and self._quantities.starts(pieces, at + 1):
                return at + 1
        return index

    def _ranged(self, pieces: Pieces, bound: Bound, low: Quantity, high: Quantity) -> _Draft:
        opened = self._between.match_before(pieces, bound.first) or self._from.match_before(pieces, bound.first)
        upper = self._bounds.before(pieces, high.first)
        tail = self._bounds.after(pieces, high.end, functools.partial(self._figure_follows, pieces))
        low, top = _shared(low, high)
        first = opened[0] if opened else bound.first
        cues = (pieces.words(first, bound.first), *bound.cues, *upper.cues, *tail.cues)
        approx = bound.approx or upper.approx or tail.approx or low.approx or top.approx
        return self._draft(pieces, first, top, Bound(first, "between", approx, cues), (low.value, top.value))

    def _single_amount(self, pieces: Pieces, bound: Bound, quantity: Quantity) -> _Draft:
        tail = self._bounds.after(pieces, quantity.end, functools.partial(self._figure_follows, pieces))
        operator = bound.operator or tail.operator or "exactly"
        approx = bound.approx or tail.approx or quantity.approx
        low: float | None = quantity.value
        high: float | None = quantity.value
        if quantity.vague or operator in FLOORS:
            high = None
            operator = operator if operator in FLOORS else "at_least"
        elif operator in CEILINGS:
            low = None
        whole = Bound(bound.first, operator, approx, (*bound.cues, *tail.cues))
        return self._draft(pieces, bound.first, quantity, whole, (low, high))

    def _draft(
        self, pieces: Pieces, first: int, quantity: Quantity, bound: Bound, ends: tuple[float | None, float | None]
    ) -> _Draft:
        rate = self._rates.match(pieces, quantity.end)
        amount = Amount(
            start=pieces.starts[first],
            end=pieces.ends[quantity.end - 1],
            low=ends[0],
            high=ends[1],
            approx=bound.approx,
            operator=bound.operator or "exactly",
            kind=quantity.kind,
            unit=quantity.unit,
            cue=" … ".join(cue for cue in bound.cues if cue),
            per=pieces.words(quantity.end, rate[0]) if rate else "",
        )
        return _Draft(amount, quantity, first, quantity.end)

    def _figure_follows(self, pieces: Pieces, index: int) -> bool:
        at = index + 1 if pieces.at(index) in self._fillers else index
        return self._quantities.starts(pieces, at)

    def _without_conversions(self, pieces: Pieces, drafts: list[_Draft]) -> list[_Draft]:
        """Drops what says the sum before it in another currency, and takes its brackets along."""
        kept: list[_Draft] = []
        for draft in drafts:
            last = kept[-1] if kept else None
            if last is None or not self._is_converted(pieces, last, draft):
                kept.append(draft)
                continue
            end = draft.end
            if pieces.at(end) == ")":
                end += 1
            kept[-1] = replace(last, amount=replace(last.amount, end=pieces.ends[end - 1]), end=end)
        return kept

    def _is_converted(self, pieces: Pieces, last: _Draft, draft: _Draft) -> bool:
        one, other = last.amount, draft.amount
        if one.kind != other.kind or one.kind not in ("money", "measure") or one.unit == other.unit:
            return False
        at = last.end
        said = False
        while at < draft.first:
            found = self._conversions.match(pieces, at)
            if found:
                said, at = True, found[0]
            elif pieces.at(at) == "(" or (pieces.at(at) in "/;," and "(" in pieces.words(last.first, last.end)):
                said, at = True, at + 1
            elif pieces.at(at) in (",", "[") or pieces.is_dash(at):
                at += 1
            else:
                return False
        return said


def _paired(
    pieces: Pieces, drafts: list[_Draft], joins: Phrasebook[bool], even: Phrasebook[bool]
) -> list[_Draft]:
    """Two bounds that stand together are one range: at least 5 and at most 9 million."""
    kept: list[_Draft] = []
    for draft in drafts:
        last = kept[-1] if kept else None
        whole = last and (_closed(pieces, last, draft, joins) or _raised(pieces, last, draft, even))
        if whole is None:
            kept.append(draft)
        else:
            kept[-1] = whole
    return kept


def _closed(pieces: Pieces, last: _Draft, draft: _Draft, joins: Phrasebook[bool]) -> _Draft | None:
    """The range of a floor and the ceiling right behind it, if they are that."""
    one, other = last.amount, draft.amount
    if one.operator not in FLOORS or other.operator not in CEILINGS or last.quantity.vague:
        return None
    join = joins.match(pieces, last.end)
    if join is None or join[0] != draft.first:
        return None
    low, high = _shared(last.quantity, draft.quantity)
    if not _comparable(low, high) or low.value > high.value:
        return None
    amount = replace(
        one, end=other.end, low=low.value, high=high.value, operator="between", kind=high.kind, unit=high.unit,
        approx=one.approx or other.approx, cue=f"{one.cue} … {other.cue}",
    )  # fmt: skip
    return _Draft(amount, high, last.first, draft.end)


def _raised(pieces: Pieces, last: _Draft, draft: _Draft, even: Phrasebook[bool]) -> _Draft | None:
    """Dozens, if not hundreds: an open range from the lower of the two."""
    join = even.match(pieces, last.end)
    if not (join and last.quantity.vague and draft.quantity.vague) or draft.first - join[0] not in (0, 1):
        return None
    if last.quantity.value > draft.quantity.value or (last.quantity.unit and last.quantity.unit != draft.quantity.unit):
        return None
    kind, unit = draft.amount.kind, draft.amount.unit
    return replace(last, amount=replace(last.amount, end=draft.amount.end, kind=kind, unit=unit), end=draft.end)


def _shared(low: Quantity, high: Quantity) -> tuple[Quantity, Quantity]:
    """Gives each the multiplier and the unit that only the other carries: 5.6-9.8bn, $5 to 9."""
    if high.scaled and not low.scaled and low.value * high.scale < high.value:
        low = replace(low, value=low.value * high.scale)
    elif high.hundreds > 1 == low.hundreds and not low.scaled and low.worded and low.value * high.hundreds < high.value:
        low = replace(low, value=low.value * high.hundreds)
    if low.unit is None and low.kind == "count" and high.kind != "count":
        low = replace(low, kind=high.kind, unit=high.unit, value=low.value * high.factor)
    elif high.unit is None and high.kind == "count" and low.kind in ("money", "share"):
        high = replace(high, kind=low.kind, unit=low.unit, value=high.value * low.factor)
    return low, high


def _comparable(low: Quantity, high: Quantity) -> bool:
    return (low.kind, low.unit) == (high.kind, high.unit)


def _book(phrases: list[str]) -> Phrasebook[bool]:
    return Phrasebook((phrase, True) for phrase in phrases)
