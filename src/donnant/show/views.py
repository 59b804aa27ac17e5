"""What is shown of a balance: frozen views that text, page and tables share, so no figure is made twice."""

from collections.abc import Iterator
from dataclasses import dataclass

RATIO = "ratio"
"""The address of the ratio, as ``explain`` takes it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Something shown that leads to claims: an amount, or the name of what has none."""

    address: str
    """What ``explain`` takes: an entry id, ``entry/origin`` for what one origin says, or ``ratio``."""
    text: str
    entry: str | None
    claims: tuple[str, ...]
    """The claim that states it first."""
    low: float | None = None
    high: float | None = None
    approx: bool = False
    unit: str | None = None
    shorts: tuple[str, ...] = ()
    """Of a name: the short ids of the entries that it stands for."""


@dataclass(frozen=True, slots=True)
class LineView:
    """A figure of the balance with what is said around it."""

    figure: Figure
    lead: str = ""
    """Before the figure: the party that lost."""
    notes: tuple[str, ...] = ()
    """After it: whose figure, what of, when, how sure."""
    support: str = ""
    """Origins, reports and distortions, counted."""
    short: str = ""
    """The short id that ``explain`` takes."""
    origin: str = ""
    """The name of the voice, where the line is one origin's."""
    named: bool = True


@dataclass(frozen=True, slots=True)
class CellView:
    """What stands in one direction of a row: figures, then names of what has none."""

    lines: tuple[LineView, ...] = ()
    names: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of the balance: two cells, or one that spans both directions."""

    key: str
    label: str
    cells: tuple[CellView, ...]
    note: str = ""
    """What the row says where it has no figure."""


@dataclass(frozen=True, slots=True)
class BalanceView:
    """The whole balance, ready to be set as text or as a page."""

    pair: tuple[str, str]
    directions: tuple[tuple[str, str], tuple[str, str]]
    head: tuple[str, ...]
    """As known when, and the counts."""
    rows: tuple[RowView, ...]
    chosen: str
    """Said where the pair was not given."""
    review: str = ""
    """What awaits review, and how to list it; empty where nothing does."""

    def row(self, key: str) -> RowView | None:
        """The row of that key, if it is shown."""
        return next((row for row in self.rows if row.key == key), None)

    def figures(self) -> Iterator[Figure]:
        """Everything shown that leads to claims."""
        for row in self.rows:
            for cell in row.cells:
                yield from (line.figure for line in cell.lines)
                yield from cell.names
