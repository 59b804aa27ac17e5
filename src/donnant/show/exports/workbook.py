"""Sheets in; a workbook as bytes, the same for the same sheets, out: the one door to XlsxWriter.

Text is always written as text, so that none of it is taken for a formula; a formula is written with its result, for
readers that do not reckon.
"""

import datetime
import io
import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from donnant.errors import BadInput
from donnant.show.exports.cells import Cell, Column, Sheet, Sort, Table, Value

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_576
"""Rows of a sheet, by the file format."""
LONGEST = 32_767
"""UTF-16 units of a cell, by the file format."""
_MOST_LINKS = 65_530
_LONGEST_LINK = 2_079
_GAP = 2
"""Empty rows between two tables of a sheet."""
_MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
"""The day that every workbook is dated, so that the same sheets give the same bytes."""
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_STARTS = ("=", "+", "-", "@")
_WEB = re.compile(r"https?://[!#-;=?-\[\]_a-z~]+")
_SAMPLE = 500
"""Rows that a column's width goes by."""
_NARROW, _WIDE, _ARROW = 8, 44, 3
_LARGE = 1000
"""From here on a sum of money is printed without its cents."""
_NUMBERS = {
    Sort.WHOLE: ("0", "0"), Sort.NUMBER: ("#,##0", "#,##0.00####"), Sort.MONEY: ("#,##0", "#,##0.00"),
    Sort.FACTOR: ("0", "0.000000"), Sort.ANY: ("#,##0", "#,##0.00####"),
}  # fmt: skip
"""How a number is printed: where it is whole, and where it is not."""


def workbook_bytes(sheets: Sequence[Sheet]) -> tuple[bytes, tuple[str, ...]]:
    """The workbook, and the columns in which text had to be cut, with how often; BadInput where a sheet overflows."""
    import xlsxwriter

    for sheet in sheets:
        _check_room(sheet)
    data = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(data, options) as book:
        book.set_properties({"created": _MADE})
        pen = _Pen(book)
        for sheet in sheets:
            _write_sheet(sheet, book.add_worksheet(sheet.title), pen)
    return data.getvalue(), tuple(f"{place} ({count})" for place, count in sorted(pen.cut.items()))


class _Pen:
    """The formats of one workbook, and what had to be cut to fit."""

    def __init__(self, book: "Workbook") -> None:
        plain = {"valign": "top"}
        self.head: Format = book.add_format({"bold": True, "bg_color": "#E7E6E6", "bottom": 1, "text_wrap": True})
        self.text: Format = book.add_format(plain)
        # text that looks like a formula stays text for whoever edits its cell
        self.quoted: Format = book.add_format({**plain, "quote_prefix": True})
        self.link: Format = book.add_format({**plain, "font_color": "#0563C1", "underline": 1})
        codes = sorted({code for both in _NUMBERS.values() for code in both})
        self.numbers: dict[str, Format] = {code: book.add_format({**plain, "num_format": code}) for code in codes}
        self.cut: Counter[str] = Counter()
        self.links = 0
        """On the sheet that is being written."""

    def number(self, sort: Sort, value: Value) -> "Format":
        """The format of a number."""
        whole, parts = _NUMBERS.get(sort, _NUMBERS[Sort.NUMBER])
        large = sort is Sort.MONEY and isinstance(value, float) and abs(value) >= _LARGE
        return self.numbers[whole if large or not isinstance(value, float) or value.is_integer() else parts]

    def fit(self, text: str, place: str) -> str:
        """Text without what the format forbids, and no longer than it allows."""
        if len(text) * 2 <= LONGEST and text.isprintable():
            return text
        clean = _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
        if len(clean) * 2 <= LONGEST:
            return clean
        units = clean.encode("utf-16-le")
        if len(units) <= LONGEST * 2:
            return clean
        self.cut[place] += 1
        return units[: (LONGEST - 1) * 2].decode("utf-16-le", "ignore") + "…"


def _check_room(sheet: Sheet) -> None:
    rows = sum(len(table.rows) + 1 + _GAP for table in sheet.tables) - _GAP
    if rows > MOST_ROWS:
        raise BadInput(
            f"the sheet {sheet.title} would have {rows:,} rows, and a workbook takes {MOST_ROWS:,}: "
            "write it with --format parquet or --format csv"
        )


def _write_sheet(sheet: Sheet, page: "Worksheet", pen: _Pen) -> None:
    pen.links = 0
    top = 0
    for table in sheet.tables:
        _write_table(table, page, top, pen)
        top += len(table.rows) + 1 + _GAP
    first = sheet.tables[0]
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(first.rows), len(first.columns) - 1)
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # dates, which are text here
    for number in range(max(len(table.columns) for table in sheet.tables)):
        told = [table for table in sheet.tables if number < len(table.columns)]
        page.set_column(number, number, max(_width(table, table.columns[number]) for table in told))


def _write_table(table: Table, page: "Worksheet", top: int, pen: _Pen) -> None:
    for number, column in enumerate(table.columns):
        page.write_string(top, number, column.heading, pen.head)
        place = f"{table.key}: {column.heading}"
        for below, row in enumerate(table.rows, top + 1):
            cell = row.get(column.key)
            if isinstance(cell, str):
                text = pen.fit(column.worded(cell), place)
                _write_text(page, (below, number), text, _web(column, text), pen)
            elif cell is not None:
                _write_cell(page, (below, number), cell, (column, place), pen)


def _write_cell(
    page: "Worksheet", at: tuple[int, int], cell: Value | Cell, of: tuple[Column, str], pen: _Pen
) -> None:
    column, place = of
    told = cell if isinstance(cell, Cell) else Cell(cell)
    value = told.value if told.value is None else column.worded(told.value)
    if told.formula:
        result = told.shown if value is None else value
        page.write_formula(*at, f"={told.formula}", pen.number(column.sort, value), result)
    elif isinstance(value, bool):
        page.write_boolean(*at, value, pen.text)
    elif isinstance(value, int | float):
        page.write_number(*at, value, pen.number(column.sort, value))
    elif value:
        text = pen.fit("; ".join(value) if isinstance(value, tuple) else value, place)
        _write_text(page, at, text, f"internal:{told.link}" if told.link else "", pen)


def _web(column: Column, text: str) -> str:
    """The page of the web that a text is the address of, if it is well written."""
    return text if column.sort is Sort.URL and len(text) <= _LONGEST_LINK and _WEB.fullmatch(text) else ""


def _write_text(page: "Worksheet", at: tuple[int, int], text: str, target: str, pen: _Pen) -> None:
    if target and pen.links < _MOST_LINKS:
        pen.links += 1
        page.write_url(*at, target, pen.link, text)
    elif text:
        page.write_string(*at, text, pen.quoted if text.startswith(_STARTS) else pen.text)


def _width(table: Table, column: Column) -> float:
    """As wide as most of what stands in a column, within reason."""
    longest = max((len(word) for word in column.heading.split()), default=0) + _ARROW
    for row in table.rows[:_SAMPLE]:
        cell = row.get(column.key)
        value = column.worded(cell.value if isinstance(cell, Cell) else cell)
        longest = max(longest, _length(value, column.sort))
    return float(min(max(longest, _NARROW), _WIDE))


def _length(value: Value, sort: Sort) -> int:
    if isinstance(value, tuple):
        return len("; ".join(value))
    if isinstance(value, float):
        return len(f"{value:,.0f}") + (4 if sort is not Sort.MONEY or abs(value) < _LARGE else 1)
    return 0 if value is None else len(str(value))
