"""What a spreadsheet is made of, before any format: typed columns, rows of values and formulas, and their addresses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias, overload

Value: TypeAlias = str | float | int | bool | tuple[str, ...] | None

ALPHABET = 26
HEAD = 1
"""Rows that stand over the rows of a sheet's first table."""


class Sort(StrEnum):
    """What a column holds."""

    TEXT = "text"
    LIST = "list"
    """Words, each of its own."""
    URL = "url"
    WHOLE = "whole"
    NUMBER = "number"
    MONEY = "money"
    FACTOR = "factor"
    FLAG = "flag"
    ANY = "any"
    """Values of several sorts, one below the other."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value that is reckoned, or leads somewhere."""

    value: Value
    formula: str = ""
    """What a spreadsheet reckons it by, without the equals sign."""
    shown: str = ""
    """What stands in the cell where there is no value."""
    link: str = ""
    """Address of the cell that it leads to, in the same workbook."""


Row: TypeAlias = Mapping[str, Value | Cell]
"""By the key of a column; what is missing is empty."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its fixed name for programs, its heading for people, and the words for its codes."""

    key: str
    sort: Sort
    heading: str
    words: Mapping[str, str] = field(default_factory=dict)

    @overload
    def worded(self, value: str) -> str: ...

    @overload
    def worded(self, value: Value) -> Value: ...

    def worded(self, value: Value) -> Value:
        """A value in words, where it is a code."""
        if isinstance(value, str):
            return self.words.get(value, value)
        if isinstance(value, tuple):
            return tuple(self.words.get(each, each) for each in value)
        return value


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings."""

    key: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook: its first table has the frozen head, others stand below it."""

    title: str
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the cells of a sheet's first table stand."""

    title: str
    keys: tuple[str, ...]

    def at(self, key: str, row: int) -> str:
        """The address of a cell within its sheet; rows count from nought."""
        return f"{_letters(self.keys.index(key))}{row + HEAD + 1}"

    def far(self, key: str, row: int) -> str:
        """The same from another sheet."""
        name = self.title.replace("'", "''")
        return f"'{name}'!{self.at(key, row)}"

    def span(self, key: str, rows: range) -> str:
        """A stretch of one column, its rows counted from nought."""
        return f"{self.at(key, rows[0])}:{self.at(key, rows[-1])}"


def value_of(cell: Value | Cell) -> Value:
    """The value of a cell, whether it is reckoned or not."""
    return cell.value if isinstance(cell, Cell) else cell


def _letters(number: int) -> str:
    """The name of a column: A, B, … Z, AA."""
    more, last = divmod(number, ALPHABET)
    return (_letters(more - 1) if more else "") + chr(ord("A") + last)
