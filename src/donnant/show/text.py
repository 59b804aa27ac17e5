"""The balance as a table of plain strings, for a terminal or a pipe: domain values in, text out."""

import textwrap
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from donnant.domain.balance import Balance
from donnant.domain.entry import Ledger
from donnant.lang.labels import Phrases, read_labels
from donnant.show.rows import view_balance
from donnant.show.views import CellView, LineView, RowView

_GAP = "  "
_NARROWEST = 48
_NARROW_CELL = 10


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row as printed; a cell of several lines holds line breaks."""

    label: str
    left: str
    right: str = ""
    span: bool = False
    """The row says one thing, not one a direction: ``left`` then takes the width of both."""


@dataclass(frozen=True, slots=True)
class BalanceTable:
    """The balance as plain strings; short ids in brackets are what ``donnant explain`` takes."""

    header: str
    columns: tuple[str, str]
    rows: tuple[TableRow, ...]
    footer: tuple[str, ...]


def balance_table(
    balance: Balance, ledger: Ledger, language: str, known: Collection[str] = (), dossier: str = "DIR"
) -> BalanceTable:
    """Set the balance as a table; ``known`` are the dates of its reports, ``dossier`` the path that it is asked by."""
    view = view_balance(balance, ledger, language, known, dossier)
    phrases = read_labels(language).phrases
    first, second = (f"{giver} → {receiver}" for giver, receiver in view.directions)
    return BalanceTable(
        header=" · ".join((f"{view.pair[0]} ⇄ {view.pair[1]}", *view.head)),
        columns=(first, second),
        rows=tuple(_table_row(row, phrases) for row in view.rows),
        footer=tuple(line for line in (view.chosen, view.review, phrases.hint.format(dossier=dossier)) if line),
    )


def plain_text(table: BalanceTable, width: int = 100) -> str:
    """The table in aligned columns, wrapped to a width; for pipes and files."""
    width = max(width, _NARROWEST)
    label = min(max((len(row.label) for row in table.rows), default=0), width // 4)
    cell = (width - label - 2 * len(_GAP)) // 2
    lines = [*textwrap.wrap(table.header, width, break_on_hyphens=False), ""]
    lines += _beside([("", label), (table.columns[0], cell), (table.columns[1], cell)])
    for row in table.rows:
        if row.span:
            lines += _beside([(row.label, label), (row.left, 2 * cell + len(_GAP))])
        else:
            lines += _beside([(row.label, label), (row.left, cell), (row.right, cell)])
    lines.append("")
    for line in table.footer:
        lines += textwrap.wrap(line, width, break_on_hyphens=False, break_long_words=False)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def listing(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    width: int = 100,
    headings: Sequence[str] = (),
    below: Sequence[str] = (),
) -> list[str]:
    """Rows under the heads of their columns, wrapped to a width.

    Rows that share a heading stand under it; what is ``below`` a row is quoted in a line that is never cut.
    """
    widths = _column_widths(columns, rows, width)
    lines = list(_beside(list(zip(columns, widths, strict=True))))
    last = ""
    for row, heading, under in zip_longest(rows, headings, below, fillvalue=""):
        lines += ["", str(heading)] if heading != last else []
        lines += _beside(list(zip(row, widths, strict=True)))
        lines += [f"{_GAP}« {under} »"] if under else []
        last = str(heading)
    return [line.rstrip() for line in lines]


def _column_widths(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """As wide as each column's longest cell; the widest give way until all of them fit."""
    widths = [max(len(row[place]) for row in (columns, *rows)) for place in range(len(columns))]
    while sum(widths) + len(_GAP) * (len(widths) - 1) > width and max(widths) > _NARROW_CELL:
        widths[widths.index(max(widths))] -= 1
    return widths


def _table_row(row: RowView, phrases: Phrases) -> TableRow:
    cells = ["\n".join(_cell_lines(cell)) for cell in row.cells]
    if len(cells) == 1:
        return TableRow(row.label, "\n".join(part for part in (row.note, cells[0]) if part), span=True)
    left, right = (cell or phrases.nothing for cell in cells)
    return TableRow(row.label, left, right)


def _cell_lines(cell: CellView) -> Iterator[str]:
    for line in cell.lines:
        yield from _line_lines(line)
    bare = [name.text for name in cell.names if not name.shorts]
    if bare:
        yield " · ".join(bare)
    for name in cell.names:
        if name.shorts:
            yield " ".join((name.text, *(f"[{short}]" for short in name.shorts)))


def _line_lines(line: LineView) -> Iterator[str]:
    """The figure with its id; what one origin says has its notes below, the rest beside."""
    figure = f"{line.lead}{line.figure.text} [{line.short}]"
    if line.origin:
        yield figure
        yield " · ".join(line.notes)
        if line.support:
            yield line.support
    else:
        yield " · ".join(part for part in (figure, *line.notes, line.support) if part)


def _beside(cells: list[tuple[str, int]]) -> Iterator[str]:
    wrapped = [_wrap(text, width) for text, width in cells]
    for number in range(max(len(lines) for lines in wrapped)):
        parts = [lines[number] if number < len(lines) else "" for lines in wrapped]
        yield _GAP.join(part.ljust(width) for part, (_, width) in zip(parts, cells, strict=True))


def _wrap(text: str, width: int) -> list[str]:
    """Each line of a cell to its width; what runs over is indented by a blank."""
    lines = text.split("\n")
    return [
        part
        for line in lines
        for part in textwrap.wrap(line, width, subsequent_indent=" ", break_on_hyphens=False) or [""]
    ]
