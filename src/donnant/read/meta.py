"""What the user says of files: a CSV table in, facts by file name out."""

import csv
import io
from dataclasses import dataclass, fields
from pathlib import Path

from donnant.errors import BadInput
from donnant.read.dates import edtf_date
from donnant.read.encoding import decode

COLUMNS = ("file", "date", "publisher", "title", "url", "language")


@dataclass(frozen=True, slots=True)
class Given:
    """What the user gives about a report; blank is not given. It overrules what the file says."""

    date: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        for fact in fields(self):
            told = getattr(self, fact.name)
            object.__setattr__(self, fact.name, (told or "").strip() or None)
        if self.date and edtf_date(self.date) != self.date:
            raise BadInput(f"{self.date!r} is no date: write it as 2025-09-19, 2025-09 or 2025")
        if self.language:
            code = self.language.lower()
            if not (len(code) == 2 and code.isascii() and code.isalpha()):
                raise BadInput(f"{self.language!r} is no language: write its two-letter code, such as fr or en")
            object.__setattr__(self, "language", code)


def read_meta(path: Path) -> dict[str, Given]:
    """The table of ``--meta``, by file name; BadInput names the file, the line and the remedy."""
    try:
        text = decode(path.read_bytes())
    except OSError as fault:
        raise BadInput(f"{path.name} cannot be read ({fault.strerror}): give the path of a CSV file") from None
    if not text or not text.strip("\ufeff \r\n\t"):
        raise BadInput(f"{path.name} holds no table: its first line must be {','.join(COLUMNS)}")
    lines = io.StringIO(text.lstrip("\ufeff"), newline="")
    head = text.lstrip("\ufeff \r\n\t").splitlines()[0]
    rows = csv.reader(lines, delimiter=max(",;\t", key=head.count), strict=True)
    columns: list[str] = []
    table: dict[str, Given] = {}
    try:
        for row in rows:
            where = f"{path.name}, line {rows.line_num}"
            if not any(cell.strip() for cell in row):
                continue
            if not columns:
                columns = _columns_of(row, where)
                continue
            name, given = _row_of(row, columns, where)
            if table.setdefault(name, given) != given:
                raise BadInput(f"{where}: {name} stands twice with different facts; keep one line for each file")
    except csv.Error as fault:
        where = f"{path.name}, line {rows.line_num}"
        raise BadInput(f"{where}: {fault}; quote every cell that holds a quotation mark") from None
    return table


def _columns_of(row: list[str], where: str) -> list[str]:
    columns = [cell.strip().lower() for cell in row]
    unknown = [name for name in columns if name and name not in COLUMNS]
    if unknown:
        raise BadInput(f"{where}: no column is called {unknown[0]!r}; the columns are {', '.join(COLUMNS)}")
    if "file" not in columns:
        raise BadInput(f"{where}: no column 'file'; the first line must name it, as in {','.join(COLUMNS)}")
    if len(set(columns)) < len(columns):
        raise BadInput(f"{where}: a column stands twice; name each of them once")
    return columns


def _row_of(row: list[str], columns: list[str], where: str) -> tuple[str, Given]:
    if any(cell.strip() for cell in row[len(columns) :]):
        raise BadInput(f"{where}: more cells than columns; quote a cell that holds the delimiter")
    cells = dict(zip(columns, row, strict=False))
    name = cells.pop("file").strip().replace("\\", "/").rsplit("/", 1)[-1]
    cells.pop("", None)
    if not name:
        raise BadInput(f"{where}: the cell 'file' is empty; put the name of the report there")
    try:
        return name, Given(**cells)
    except BadInput as fault:
        raise BadInput(f"{where}: {fault}") from None
