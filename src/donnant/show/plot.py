"""Published valuations as an interval plot: lines of the balance in, positions for a drawing out."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from donnant.domain.amount import Interval, is_money
from donnant.lang.labels import read_labels
from donnant.show.format import scaled_text
from donnant.show.views import BalanceView, Figure, LineView

_WIDE = 10
"""From this quotient of the largest to the smallest bound on, a linear scale would hide the small ones."""
_TICKS = 6
_NAME = 38
_HEAD, _ROW, _AXIS = 30, 64, 30


@dataclass(frozen=True, slots=True)
class Bar:
    """One origin's interval; positions across are percents of the width, down are pixels."""

    figure: Figure
    name: str
    title: str
    side: int
    start: float
    end: float
    top: int
    open_low: bool
    open_high: bool
    named: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The bars of one direction under its name."""

    label: str
    side: int
    top: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """All bars in one currency on one axis."""

    unit: str
    title: str
    log: bool
    height: int
    ticks: tuple[tuple[float, str], ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """From a value to a percent of the width."""

    low: float
    high: float
    log: bool

    def place(self, value: float) -> float:
        """Where a value stands, in percent, two decimals."""
        if self.log:
            share = math.log(max(value, self.low) / self.low) / math.log(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return round(2 + 96 * min(max(share, 0.0), 1.0), 2)

    def ticks(self) -> list[float]:
        """Round values on the axis, few enough to be read on a phone."""
        if not self.log:
            step = next(step for step in _round_steps(self.high / _TICKS) if self.high / step <= _TICKS)
            return [step * number for number in range(int(self.high / step) + 1)]
        powers = range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1)
        for factors in ((1, 2, 5), (1, 3), (1,)):
            ticks = [factor * 10.0**power for power in powers for factor in factors]
            kept = [tick for tick in ticks if self.low <= tick <= self.high]
            if len(kept) <= _TICKS:
                break
        return kept


def draw_plot(view: BalanceView, language: str) -> tuple[Panel, ...]:
    """One panel a currency, the one with the most bars first."""
    lines = [(side, line) for side in (0, 1) for line in _valuations(view, side)]
    units = sorted({line.figure.unit or "" for _, line in lines})
    groups = {unit: [(side, line) for side, line in lines if line.figure.unit == unit] for unit in units}
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(_panel(unit, held, view, language) for unit, held in ordered)


def _valuations(view: BalanceView, side: int) -> Iterator[LineView]:
    for key in ("published", "set_aside"):
        row = view.row(key)
        for line in row.cells[side].lines if row else ():
            bounded = line.figure.low is not None or line.figure.high is not None
            if bounded and line.figure.claims and is_money(line.figure.unit):
                yield line


def _panel(unit: str, lines: Sequence[tuple[int, LineView]], view: BalanceView, language: str) -> Panel:
    scale = _scale([line.figure for _, line in lines])
    phrases = read_labels(language).phrases
    groups, top = [], 0
    for side in (0, 1):
        own = [line for number, line in lines if number == side]
        if own:
            label = " → ".join(view.directions[side])
            bars = [_bar(line, side, top + _HEAD + _ROW * number, scale) for number, line in enumerate(own)]
            titled = tuple(_titled(bar, view, language) for bar in bars)
            groups.append(Group(label, side, top, titled))
            top += _HEAD + _ROW * len(own)
    words = phrases.plot_log if scale.log else phrases.plot_linear
    ticks = tuple((scale.place(tick), scaled_text(tick, language)) for tick in scale.ticks())
    return Panel(unit, words.format(unit=unit), scale.log, top + _AXIS, ticks, tuple(groups))


def _scale(figures: Sequence[Figure]) -> Scale:
    """Wide enough for every bound, with room for the arrows of open ones; logarithmic if bounds lie far apart."""
    bounds = [bound for figure in figures for bound in (figure.low, figure.high) if bound]
    low, high = min(bounds, default=1.0), max(bounds, default=1.0)
    room = 2 if any(figure.high is None for figure in figures) else 1.35
    if high / low >= _WIDE:
        return Scale(low / (2 if any(not figure.low for figure in figures) else 1.3), high * room, log=True)
    return Scale(0.0, high * (1.25 if room > 1.35 else 1.08), log=False)


def _bar(line: LineView, side: int, top: int, scale: Scale) -> Bar:
    figure = line.figure
    span = Interval(figure.low, figure.high)
    start = scale.place(span.floor) if figure.low is not None else 2.0
    end = 98.0 if figure.high is None else scale.place(figure.high)
    name = line.origin if len(line.origin) <= _NAME else f"{line.origin[: _NAME - 1].rstrip()}…"
    return Bar(figure, name, line.origin, side, start, end, top, figure.low is None, figure.high is None, line.named)


def _titled(bar: Bar, view: BalanceView, language: str) -> Bar:
    giver, receiver = view.directions[bar.side]
    words = read_labels(language).phrases.plot_bar
    title = words.format(giver=giver, receiver=receiver, origin=bar.title, amount=bar.figure.text)
    return replace(bar, title=title)


def _round_steps(least: float) -> Iterator[float]:
    power = 10.0 ** math.floor(math.log10(least))
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10
