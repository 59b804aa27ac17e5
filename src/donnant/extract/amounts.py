"""Text in; the amounts that stand in it out, as intervals with their bounds as printed."""

import functools
from dataclasses import replace

from donnant.extract.bounds import CEILINGS, FLOORS, Bound, BoundReader
from donnant.extract.counted import NounReader
from donnant.extract.drafts import Amount, Draft, Joins, comparable, drop_conversions, join_bounds, share_units
from donnant.extract.fold import fold
from donnant.extract.masks import MaskReader
from donnant.extract.measures import Quantity, QuantityReader
from donnant.extract.pieces import Pieces, plain_book
from donnant.lang.amounts import AmountWords, amount_words

__all__ = ["Amount", "find_amounts", "read_amounts"]

_CHANGE_REACH = 12
_NOUN_REACH = 3


def read_amounts(text: str, language: str) -> tuple[Amount, ...]:
    """Every amount of a text as printed: ``read_amounts("plus de 300 obus", "fr")``.

    `language` is the code of a pack; offsets are code points of `text`. Unlike `find_amounts`, it names what
    is counted: the unit of a count is the noun behind it as printed (obus), or null where none is found.
    """
    reader, pieces = _reader(amount_words(language)), Pieces(fold(text))
    return tuple(reader.named(text, pieces, draft) for draft in reader.read(pieces))


def find_amounts(text: Pieces | str, words: AmountWords) -> tuple[Amount, ...]:
    """Every amount of a folded sentence, cut into pieces or not, in order, without overlaps."""
    return tuple([draft.amount for draft in _reader(words).read(Pieces(text) if isinstance(text, str) else text)])


@functools.cache
def _reader(words: AmountWords) -> "_AmountReader":
    return _AmountReader(words)


class _AmountReader:
    def __init__(self, words: AmountWords) -> None:
        self._quantities = QuantityReader(words)
        numbers = self._quantities.numbers
        self._numbers = numbers
        self._bounds = BoundReader(words.table, numbers.is_noun, words.numbers.of)
        joins = words.table.range
        self._between = plain_book(joins.between)
        self._and = plain_book(joins.and_)
        self._from = plain_book(joins.from_)
        self._to = plain_book(joins.to)
        self._or = plain_book(joins.or_)
        self._even = plain_book(joins.even)
        self._joins = Joins(plain_book(joins.closing), self._even, plain_book(joins.again))
        self._masks = MaskReader(words.table, numbers)
        self._nouns = NounReader(words.table.counted, numbers, words.numbers.of)
        self._changes = frozenset(joins.changes)
        self._of = frozenset(words.numbers.of)
        self._rates = plain_book(words.table.rates)
        self._fillers = frozenset(words.table.fillers)
        self._single = frozenset(words.numbers.single)
        self._conversions = plain_book(words.table.conversions)

    def read(self, pieces: Pieces) -> list[Draft]:
        opening = pieces.openings(self._quantities.openings)
        if not opening:
            return []
        masked = self._masks.read(pieces)
        drafts: list[Draft] = []
        reached = 0
        for index in sorted({*opening, *masked}):
            if index < reached:
                continue
            if index in masked:
                reached = masked[index]
                continue
            draft, end = self._read_at(pieces, index)
            if draft is not None:
                drafts.append(draft)
            reached = end
        return drop_conversions(pieces, join_bounds(pieces, drafts, self._joins), self._conversions)

    def named(self, text: str, pieces: Pieces, draft: Draft) -> Amount:
        """An amount, a count with the noun behind it, or behind its lower figure, as printed in the text."""
        if draft.amount.kind != "count":
            return draft.amount
        noun = self._nouns.read(text, pieces, self._bounds.behind(pieces, draft.end), draft.quantity.value)
        if noun is None and draft.amount.operator == "between":
            figures = (self._quantities.read(pieces, at)[0] for at in range(draft.first, draft.end))
            low = next((figure for figure in figures if figure is not None and not figure.doubtful), None)
            noun = self._nouns.read(text, pieces, low.end, low.value) if low else None
        if noun is None:
            return draft.amount
        measure = self._quantities.units.measure(pieces.words(*noun))
        if measure:  # 12 more barrels
            return replace(draft.amount, kind="measure", unit=measure)
        return replace(draft.amount, unit=text[pieces.starts[noun[0]] : pieces.ends[noun[1] - 1]])

    def _read_at(self, pieces: Pieces, index: int) -> tuple[Draft | None, int]:
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
        low, high = share_units(low, high)
        if not comparable(low, high) or low.value >= high.value:
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
            return near[0] if high and _are_close(*share_units(low, high)) else None
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

    def _ranged(self, pieces: Pieces, bound: Bound, low: Quantity, high: Quantity) -> Draft:
        opened = self._between.match_before(pieces, bound.first) or self._from.match_before(pieces, bound.first)
        upper = self._bounds.before(pieces, high.first)
        tail = self._bounds.after(pieces, high.end, functools.partial(self._figure_follows, pieces))
        low, top = share_units(low, high)
        first = opened[0] if opened else bound.first
        cues = (pieces.words(first, bound.first), *bound.cues, *upper.cues, *tail.cues)
        approx = bound.approx or upper.approx or tail.approx or low.approx or top.approx
        return self._draft(pieces, first, top, Bound(first, "between", approx, cues), (low.value, top.value))

    def _single_amount(self, pieces: Pieces, bound: Bound, quantity: Quantity) -> Draft:
        tail = self._bounds.after(pieces, quantity.end, functools.partial(self._figure_follows, pieces))
        if bound.operator is None:
            bound = self._bounds.crossing(pieces, bound, quantity.end) or bound
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
    ) -> Draft:
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
        return Draft(amount, quantity, first, quantity.end)

    def _figure_follows(self, pieces: Pieces, index: int) -> bool:
        at = index + 1 if pieces.at(index) in self._fillers else index
        return self._quantities.starts(pieces, at)


def _are_close(low: Quantity, high: Quantity) -> bool:
    """Whether two figures that `or` joins can be guesses at one."""
    return high.value <= max(2 * low.value, low.value + 5)
