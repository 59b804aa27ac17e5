"""Pieces of text and a figure in; what the words before and after make of it out."""

from collections.abc import Callable
from dataclasses import dataclass

from donnant.extract.pieces import Phrasebook, Pieces, plain_book
from donnant.lang.amounts import AmountTable, Bounds

ROLES = ("at_least", "more_than", "at_most", "less_than", "about", "plain")
FLOORS = frozenset({"at_least", "more_than"})
CEILINGS = frozenset({"at_most", "less_than"})
_NEGATION_REACH = 4
_TAIL_REACH = 5


@dataclass(frozen=True, slots=True)
class Bound:
    """What stands beside a figure: `first` is the position where the words before it begin."""

    first: int
    operator: str | None = None
    approx: bool = False
    cues: tuple[str, ...] = ()


class BoundReader:
    """Reads the bounds and hedges of one language."""

    def __init__(self, table: AmountTable, is_noun: Callable[[Pieces, int], bool], of: list[str]) -> None:
        self._before = _role_book(table.before)
        self._after = _role_book(table.after)
        self._exceed = plain_book(table.exceed)
        self._not_bounds = plain_book(table.not_bounds)
        self._crossing = plain_book(table.crossing)
        self._marks = plain_book(table.marks)
        self._negations = frozenset(table.negations)
        self._fillers = frozenset(table.fillers)
        self._of = frozenset(of)
        self._tail = frozenset([*of, "-"])
        self._is_noun = is_noun

    def before(self, pieces: Pieces, index: int) -> Bound:
        """The words right before a figure, all that belong to it."""
        bound = Bound(index)
        at, by_so_much = index, False
        while at > 0 and not self._not_bounds.match_before(pieces, at):
            found = self._before.match_before(pieces, at)
            if found is None:
                verb = None if bound.operator or by_so_much else self._exceeding(pieces, at, self._exceed)
                if verb is not None:
                    return Bound(bound.first, verb[0], bound.approx, (verb[1], *bound.cues))
                if at == index - 2 or pieces.at(at - 1) not in self._fillers:
                    break
                at -= 1
                by_so_much = pieces.at(at) in self._of  # dépasse de 30 % says by how much
                continue
            bound = _with(bound, found[1], pieces.words(found[0], at), first=found[0])
            at = index = found[0]
            by_so_much = False
        return bound

    def after(self, pieces: Pieces, end: int, figure_follows: Callable[[int], bool]) -> Bound:
        """The words behind a figure and what it counts: `au moins`, `or more`."""
        for at in range(end, end + _TAIL_REACH + 1):
            found = self._after.match(pieces, at)
            if found is not None:
                if figure_follows(found[0]) or found[1] == "plain":
                    return Bound(end)
                return _with(Bound(end), found[1], pieces.words(at, found[0]), first=at)
            if not self._is_noun(pieces, at) and pieces.at(at) not in self._tail:
                break
        return Bound(end)

    def behind(self, pieces: Pieces, end: int) -> int:
        """The position after the words that bound a figure right behind it, before what it counts: 300 or so men."""
        found = self._after.match(pieces, end)
        return found[0] if found else end

    def crossing(self, pieces: Pieces, bound: Bound, end: int) -> Bound | None:
        """A verb that exceeds because of the word behind the figure: passed the 1,000-tonne mark."""
        if not self._marks.match(pieces, end):
            return None
        at = bound.first - 1 if pieces.at(bound.first - 1) in self._fillers else bound.first
        verb = self._exceeding(pieces, at, self._crossing)
        return Bound(bound.first, verb[0], bound.approx, (verb[1], *bound.cues)) if verb else None

    def _exceeding(self, pieces: Pieces, at: int, verbs: Phrasebook[bool]) -> tuple[str, str] | None:
        """A verb of exceeding, and whether it is negated, before it or behind it: n'a pas dépassé, n'excède pas."""
        behind = at - 1 if pieces.at(at - 1) in self._negations else at
        verb = verbs.match_before(pieces, behind)
        if verb is None:
            return None
        reach = range(max(0, verb[0] - _NEGATION_REACH), verb[0])
        negated = [step for step in reach if pieces.at(step) in self._negations]
        if negated or behind < at:
            return "at_most", pieces.words(negated[0] if negated else verb[0], at)
        return "more_than", pieces.words(verb[0], at)


def _with(bound: Bound, role: str, cue: str, first: int) -> Bound:
    """A bound with one more cue; of two operators the one nearer to the figure stays."""
    operator = bound.operator or (role if role not in ("about", "plain") else None)
    return Bound(first, operator, bound.approx or role == "about", (cue, *bound.cues))


def _role_book(bounds: Bounds) -> Phrasebook[str]:
    return Phrasebook((phrase, role) for role in ROLES for phrase in getattr(bounds, role))
