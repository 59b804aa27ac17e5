"""Sheets in; a file of comma-separated values for each table, as a spreadsheet opens it, out."""

import csv
import io
from collections.abc import Iterator, Sequence

from donnant.show.exports.cells import Column, Row, Sheet, Table, value_of
from donnant.show.tables import guarded

_MARK = "utf-8-sig"
"""With the mark at the start by which spreadsheets tell UTF-8 from older code pages."""


def csv_files(sheets: Sequence[Sheet]) -> Iterator[tuple[str, bytes]]:
    """Each table by its name: values in the language of the sheets, no formulas, and no text that looks like one."""
    for sheet in sheets:
        for table in sheet.tables:
            yield f"{table.key}.csv", _csv(table).encode(_MARK, "replace")


def _csv(table: Table) -> str:
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow([column.heading for column in table.columns])
    writer.writerows([_text(row, column) for column in table.columns] for row in table.rows)
    return sheet.getvalue()


def _text(row: Row, column: Column) -> str:
    value = column.worded(value_of(row.get(column.key)))
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, int):
        return str(value)
    return guarded("; ".join(value) if isinstance(value, tuple) else value)
