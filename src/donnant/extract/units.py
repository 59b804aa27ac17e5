"""Pieces of text and a figure in; its unit out: a currency, a share, a multiple or a physical measure."""

from collections.abc import Iterator
from dataclasses import dataclass

from donnant.extract.pieces import Openings, Phrasebook, Pieces
from donnant.lang.amounts import AmountWords

_LARGE = 1e5


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as read: the position after it, and what one of it is worth in the unit's name."""

    end: int
    kind: str
    name: str | None
    factor: float = 1.0
    scaled: bool = False
    """Whether a multiplier was part of it (Md€)."""


class UnitReader:
    """Reads the units of one language."""

    def __init__(self, words: AmountWords) -> None:
        self._of = frozenset(words.numbers.of)
        self._large_only = words.table.large_only
        self._symbols = Phrasebook(words.table.symbols.items())
        self._behind = Phrasebook(_units(words))
        self._measures = {phrase: name for name, phrases in words.table.measures.items() for phrase in phrases}
        self._scales = words.numbers.before_money

    @property
    def openings(self) -> Openings:
        """Every piece that a sign before a figure begins with."""
        return self._symbols.openings()

    def before(self, pieces: Pieces, index: int) -> Unit | None:
        """A sign or code of a currency that stands before the figure."""
        found = self._symbols.match(pieces, index)
        return Unit(found[0], "money", found[1]) if found else None

    def behind(self, pieces: Pieces, index: int, value: float) -> Unit | None:
        """The unit behind a figure, across `of` and a hyphen."""
        at = index
        if pieces.at(at) in self._of or (pieces.is_dash(at) and pieces.glued(at) and pieces.glued(at + 1)):
            at += 1
        found = self._behind.match(pieces, at)
        if found is None or (at > index and found[1].kind in ("share", "multiple")):
            return None
        if pieces.glued(found[0]) and pieces.is_letters(found[0]) and pieces.is_letters(found[0] - 1):
            return None
        if pieces.is_number(found[0]) and pieces.glued(found[0]) and not pieces.is_letters(found[0] - 1):
            return None  # the sign belongs to the figure behind it: €1.5bn-€2bn
        if found[1].kind == "money" and self._is_something_else(pieces, at, found[0], value):
            return None
        unit = found[1]
        return Unit(found[0], unit.kind, unit.name, unit.factor, unit.scaled)

    def _is_something_else(self, pieces: Pieces, first: int, end: int, value: float) -> bool:
        """Whether the name of a currency means another thing here: 300 won, 2,000-pound bombs."""
        least = self._large_only.get(pieces.words(first, end))
        return least is not None and (value < least or (pieces.is_dash(first - 1) and value < _LARGE))

    def measure(self, word: str) -> str | None:
        """The unit of measure that a word by itself names."""
        return self._measures.get(word)

    def scale_behind(self, pieces: Pieces, index: int) -> float | None:
        """An abbreviated multiplier behind a figure whose currency stood before it: € 300 m."""
        if pieces.glued(index + 1) and pieces.is_letters(index + 1):
            return None
        return self._scales.get(pieces.at(index))


def _units(words: AmountWords) -> Iterator[tuple[str, Unit]]:
    """Every phrase that can stand behind a figure."""
    table = words.table
    for phrase in table.percent:
        yield phrase, Unit(0, "share", "share", 0.01)
    for phrase in table.times:
        yield phrase, Unit(0, "multiple", None)
    for name, phrases in table.measures.items():
        yield from ((phrase, Unit(0, "measure", name)) for phrase in phrases)
    for name, bundles in table.multiples_of.items():
        yield from ((phrase, Unit(0, "measure", name, factor, scaled=True)) for phrase, factor in bundles.items())
    yield from ((name, Unit(0, "money", iso)) for name, iso in words.currencies.items())
    yield from ((name, Unit(0, "money", None)) for name in table.shared if name not in words.currencies)
    yield from ((symbol, Unit(0, "money", iso)) for symbol, iso in table.symbols.items())
    for scale, factor in words.numbers.before_money.items():
        for phrase, unit in _abbreviated(words, scale):
            yield phrase, Unit(0, unit.kind, unit.name, factor, scaled=True)


def _abbreviated(words: AmountWords, scale: str) -> Iterator[tuple[str, Unit]]:
    """An abbreviated multiplier before every unit: Md€, M d'euros, M de tonnes."""
    for symbol, iso in words.table.symbols.items():
        yield from ((phrase, Unit(0, "money", iso)) for phrase in (f"{scale}{symbol}", f"{scale} {symbol}"))
    joins = [" ", *(f" {of}" if of.endswith("'") else f" {of} " for of in words.numbers.of)]
    named = [(name, Unit(0, "money", iso)) for iso, names in words.table.currencies.items() for name in names]
    named += [(word, Unit(0, "measure", name)) for name, phrases in words.table.measures.items() for word in phrases]
    for word, unit in named:
        yield from ((f"{scale}{join}{word}", unit) for join in joins)
