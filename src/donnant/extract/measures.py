"""Pieces of text in; a number with its unit out, and whether the number is an amount at all."""

from dataclasses import dataclass, replace

from donnant.extract.numbers import Figure, number_reader, times
from donnant.extract.pieces import Phrasebook, Pieces, either, plain_book
from donnant.extract.units import Unit, UnitReader
from donnant.lang.amounts import AmountWords

_SMALL = 9
_DAYS = 31
_YOUNGEST, _OLDEST = 12, 110
_GAP = 4
_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its unit; positions are those of pieces."""

    first: int
    end: int
    value: float
    """In the unit: 40 % is 0.4."""
    kind: str
    unit: str | None
    scale: float = 1.0
    factor: float = 1.0
    hundreds: float = 1.0
    approx: bool = False
    vague: bool = False
    worded: bool = False
    doubtful: bool = False

    @property
    def scaled(self) -> bool:
        """Whether it was printed with a multiplier."""
        return self.scale > 1

    @property
    def bare(self) -> bool:
        """Whether nothing but the figure tells that it is an amount."""
        return self.kind == "count" and self.scale == 1 and not self.vague


class QuantityReader:
    """Reads the quantities of one language, and tells which numbers are none."""

    def __init__(self, words: AmountWords) -> None:
        self.numbers = number_reader(words.numbers, words.times)
        self.units = UnitReader(words)
        table, times = words.table, words.times
        self._fractions = Phrasebook(table.fractions.items())
        self._multiples = Phrasebook(table.multiples.items())
        self._times_before = plain_book(table.times_before)
        self._after_definite = table.after_definite
        self._and = plain_book(table.range.and_)
        self._wholes = plain_book(table.wholes)
        self._out_of = plain_book(table.out_of)
        self._far_out_of = plain_book(table.far_out_of)
        self._suffixes = frozenset(table.suffixes)
        self._of = frozenset(words.numbers.of)
        odd = table.not_counted
        self._labels = plain_book(odd.labels)
        durations = [word for unit in times.units.values() for word in unit]
        self._not_units = plain_book([*odd.units, *durations])
        self._spans = frozenset([*times.first_of, *times.relative.window])
        books = (self._fractions.openings(), self._multiples.openings(), self.units.openings, self.numbers.openings)
        self.openings = either(*books, dict.fromkeys(table.after_definite))
        """Every piece that a quantity begins with."""
        self._definite = frozenset(odd.definite)
        self._singular = frozenset(odd.singular)
        self._company = frozenset(odd.company)
        self._months = plain_book(list(times.months))
        self._weekdays = frozenset(times.weekdays)
        self._month_first = times.month_first
        self._day_joins = frozenset([*times.prepositions.and_, *times.prepositions.to, ","])
        self._cues = plain_book([*table.after.about, *table.after.at_least, *table.after.at_most, *table.rates])

    def starts(self, pieces: Pieces, index: int) -> bool:
        """Whether a quantity begins there."""
        quantity, _ = self.read(pieces, index)
        return quantity is not None and not quantity.doubtful

    def read(self, pieces: Pieces, index: int) -> tuple[Quantity | None, int]:
        """The quantity at a position, if any, and where to go on."""
        if pieces.at(index) not in self.openings and not pieces.is_number(index):
            return None, index + 1
        fraction = self._fractions.match(pieces, index)
        figure = self.numbers.read(pieces, index)
        if fraction and not (figure and figure.end > fraction[0]):
            figure = self._part_of_multiplier(pieces, *fraction) or figure
            if (figure is None or figure.scale == 1) and not self._vetoed(pieces, fraction[0]):
                return Quantity(index, fraction[0], fraction[1], "share", "share"), fraction[0]
        multiple = self._multiples.match(pieces, index) or self._defined(pieces, index)
        if multiple:
            end, times_of = multiple
            kind, name = ("share", "share") if times_of < 1 else ("multiple", None)
            return Quantity(index, end, times_of, kind, name), end
        sign = self.units.before(pieces, index)
        if sign:
            return self._read_signed(pieces, index, sign)
        if figure is None:
            return None, index + 1
        share = self._digit_fraction(pieces, index)
        if share:
            return share, share.end
        part = self._part(pieces, index, figure)
        if part:
            return part, part.end
        unit = self.units.behind(pieces, figure.end, figure.value)
        half = self.numbers.and_half.match(pieces, unit.end) if unit and figure.plain else None
        if half and unit:  # deux tonnes et demie
            whole = _quantity(index, figure, unit)
            return replace(whole, end=half[0], value=whole.value + unit.factor / 2), half[0]
        if unit is None and figure.plain and self._times_before.match_before(pieces, index):
            return replace(_quantity(index, figure, None), kind="multiple", doubtful=False), figure.end
        if figure.doubtful:
            return _quantity(index, figure, None), figure.end
        if unit is None and self._is_label(pieces, index, figure):
            return None, self._label_end(pieces, figure.end)
        quantity = _quantity(index, figure, unit)
        return quantity, quantity.end

    def is_not_counted(self, pieces: Pieces, index: int, quantity: Quantity, hedged: bool) -> bool:
        """Whether the words around a bare number make a year, a day, a rank or a duration of it."""
        if quantity.kind != "count":
            return False
        if self.measures_time(pieces, quantity.end):
            return True
        if not quantity.bare:
            return False
        round_or_counting = quantity.value % 50 == 0 or self.numbers.is_noun(pieces, quantity.end)
        if self._is_day(pieces, index, quantity) or self._is_age(pieces, index, quantity):
            return True
        if not (hedged and round_or_counting) and self.numbers.is_year(pieces, index):
            return True
        return not hedged and self._is_known(pieces, index, quantity)

    def measures_time(self, pieces: Pieces, end: int) -> bool:
        """Whether the unit behind a figure is one of time, size or rank, which nobody gives away."""
        behind = end + (pieces.at(end) in self._of or pieces.at(end) in self._spans or pieces.is_dash(end))
        return bool(self._not_units.match(pieces, end) or self._not_units.match(pieces, behind))

    def are_dates(self, pieces: Pieces, index: int, low: Quantity, high: Quantity) -> bool:
        """Whether both figures of a seeming range are years or days."""
        if not (low.bare and high.bare):
            return False
        years = self.numbers.is_year(pieces, index) and self.numbers.is_year(pieces, high.first)
        return years or self._is_day(pieces, high.first, high)

    def _read_signed(self, pieces: Pieces, index: int, sign: Unit) -> tuple[Quantity | None, int]:
        if not pieces.is_number(sign.end):
            return None, index + 1
        figure = self.numbers.read(pieces, sign.end)
        if figure is None:
            return None, index + 1
        value, scale, end = figure.value, figure.scale, figure.end
        abbreviated = None if figure.scale > 1 else self.units.scale_behind(pieces, end)
        if abbreviated:
            value, scale, end = times(value, abbreviated), abbreviated, end + 1
        again = self.units.behind(pieces, end, value) if pieces.is_letters(end) else None
        if again and again.kind == "money":  # $5bn dollars
            end = again.end
        return Quantity(index, end, value, "money", sign.name, scale, approx=figure.approx), end

    def _defined(self, pieces: Pieces, index: int) -> tuple[int, float] | None:
        """A fraction or a multiple behind an article that the words before it hold: plus du tiers."""
        value = self._after_definite.get(pieces.at(index))
        if value is None or pieces.at(index - 1) not in self._singular or self._vetoed(pieces, index + 1):
            return None
        return index + 1, value

    def _digit_fraction(self, pieces: Pieces, index: int) -> Quantity | None:
        """Two thirds in digits: 2/3 of the stock."""
        if pieces.at(index + 1) != "/" or not pieces.is_number(index + 2) or not self._wholes.match(pieces, index + 3):
            return None
        part, whole = float(pieces.at(index)), float(pieces.at(index + 2))
        if whole not in _WHOLES or not 0 < part < whole:
            return None
        return Quantity(index, index + 3, part / whole, "share", "share")

    def _part(self, pieces: Pieces, index: int, figure: Figure) -> Quantity | None:
        """One in ten; 1 baril sur 10."""
        if not figure.plain:
            return None
        at = figure.end
        for step in range(_GAP + 1):
            near = step == 0 or (step == 1 and figure.doubtful)  # one man in four
            book = self._out_of if near else self._far_out_of
            found = book.match(pieces, at + step)
            if found:
                whole = self.numbers.read(pieces, found[0])
                if whole and self._is_whole(pieces, figure, whole, step):
                    return Quantity(index, whole.end, figure.value / whole.value, "share", "share")
                return None
            if not pieces.is_letters(at + step):
                return None
        return None

    def _part_of_multiplier(self, pieces: Pieces, end: int, part: float) -> Figure | None:
        """A quarter of a million; un quart de million."""
        at = end + (pieces.at(end) in self._of)
        scale = self.numbers.words.multipliers.get(pieces.at(at))
        if scale:
            return Figure(at + 1, part * scale, scale, worded=True)
        whole = self.numbers.read(pieces, at) if at > end else None
        if whole is None or whole.scale == 1 or whole.value != whole.scale or whole.vague or not whole.worded:
            return None
        return Figure(whole.end, part * whole.value, whole.scale, worded=True)

    def _is_whole(self, pieces: Pieces, part: Figure, whole: Figure, gap: int) -> bool:
        if not whole.plain or whole.doubtful or whole.value not in _WHOLES or part.value >= whole.value:
            return False
        if part.doubtful and gap and (gap > 2 or self.numbers.is_noun(pieces, whole.end)):
            return False
        unit = self.units.behind(pieces, whole.end, whole.value)
        return not (self._not_units.match(pieces, whole.end) or (unit and (gap or unit.kind != "measure")))

    def _vetoed(self, pieces: Pieces, index: int) -> bool:
        """A fraction right before a noun is a rank: a third party."""
        return self.numbers.is_noun(pieces, index) and not self._cues.match(pieces, index)

    def _is_label(self, pieces: Pieces, index: int, figure: Figure) -> bool:
        """Whether the number is part of a name or a rank: KN-23, 46A, article 5."""
        if pieces.glued(index) and (pieces.is_letters(index - 1) and not pieces.at(index - 1).endswith("'")):
            return True
        if pieces.hangs_on_word(index):
            return True
        end = figure.end
        if pieces.glued(end) and pieces.is_letters(end) and not figure.worded:
            return True
        if pieces.is_dash(end) and pieces.glued(end) and pieces.glued(end + 1) and pieces.is_letters(end + 1):
            return pieces.at(end + 1) not in self._suffixes
        before = index - 1 if pieces.at(index - 1) in ("-", "°") and pieces.glued(index) else index
        return figure.plain and self._labels.match_before(pieces, before) is not None

    def _label_end(self, pieces: Pieces, end: int) -> int:
        """Behind whatever a hyphen or an `and` ties to a number that is part of a name: 2000-5, articles 4 and 5."""
        while pieces.is_dash(end) and pieces.glued(end) and pieces.glued(end + 1):
            end += 2
        joined = self._and.match(pieces, end)  # Nord Stream 1 et 2
        if joined and pieces.is_number(joined[0]) and not self.numbers.is_noun(pieces, joined[0] + 1):
            return joined[0] + 1
        return end

    def _is_day(self, pieces: Pieces, index: int, quantity: Quantity) -> bool:
        if not pieces.is_number(index) or not 1 <= quantity.value <= _DAYS or quantity.end != index + 1:
            return False
        if pieces.at(index - 1) in self._weekdays or self._months.match(pieces, index + 1):
            return True
        at = index + 1
        if pieces.at(at) in self._day_joins and pieces.at(at + 1) in self._singular:
            at += 1
        if pieces.at(at) in self._day_joins or at > index + 1:
            later = at + 1
            if pieces.is_number(later) and len(pieces.at(later)) <= 2 and self._months.match(pieces, later + 1):
                return True
        return self._month_first and self._months.match_before(pieces, index) is not None

    def _is_age(self, pieces: Pieces, index: int, quantity: Quantity) -> bool:
        """Whether a lone figure stands behind a name: the minister, 54, did not reply."""
        alone = pieces.at(index - 1) == "," and pieces.at(quantity.end) in (",", ".")
        return alone and pieces.is_letters(index - 2) and _YOUNGEST <= quantity.value <= _OLDEST and not quantity.worded

    def _is_known(self, pieces: Pieces, index: int, quantity: Quantity) -> bool:
        """Whether it counts what is known already, or the parties: les deux pays, le 15."""
        before = pieces.at(index - 1)
        if before in self._singular and quantity.value != 1:
            return True
        if not quantity.worded or quantity.value > _SMALL:
            return False
        if before in self._definite:
            return True
        return any(pieces.at(quantity.end + step) in self._company for step in range(3))


def _quantity(index: int, figure: Figure, unit: Unit | None) -> Quantity:
    """A figure and its unit as one."""
    if unit is None:
        return Quantity(
            index, figure.end, figure.value, "count", None, figure.scale, 1.0, figure.hundreds,
            approx=figure.approx, vague=figure.vague, worded=figure.worded, doubtful=figure.doubtful,
        )  # fmt: skip
    scaled, value = unit.scaled, times(figure.value, unit.factor)
    return Quantity(
        index, unit.end, value, unit.kind, unit.name, unit.factor if scaled else figure.scale,
        1.0 if scaled else unit.factor, figure.hundreds, figure.approx, figure.vague, figure.worded,
    )  # fmt: skip
