"""Parquet keeps types, order and the unknown, and is the same bytes for the same rows."""

from pathlib import Path
from typing import Any

import duckdb
import pytest

from donnant.store.parquet import Frame, Kind, parquet_bytes

COLUMNS = {"id": Kind.TEXT, "names": Kind.LIST, "count": Kind.WHOLE, "low": Kind.NUMBER, "named": Kind.FLAG}
ROWS: list[list[Any]] = [
    ["b", ("Été", "l'\"autre\""), 3, 0.1 + 0.2, True],
    ["a", (), 2**53 + 1, 5.6e9, False],
    [None, None, None, None, None],
    ["=1+1\n\t", ("x; y",), 0, 1e-9, True],
]


def read(data: bytes, tmp_path: Path) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Types and rows, as DuckDB reads them."""
    path = tmp_path / "table.parquet"
    path.write_bytes(data)
    with duckdb.connect() as door:
        found = door.read_parquet(str(path))
        return [str(each) for each in found.types], found.fetchall()


def test_types_order_and_values_come_back(tmp_path: Path) -> None:
    """Lists are lists, whole numbers whole, and what is unknown stays so."""
    types, rows = read(parquet_bytes(Frame(COLUMNS, ROWS)), tmp_path)
    assert types == [str(kind) for kind in COLUMNS.values()]
    expected = [tuple(list(cell) if isinstance(cell, tuple) else cell for cell in row) for row in ROWS]
    assert rows == expected


def test_a_table_without_rows_has_its_columns(tmp_path: Path) -> None:
    """An empty answer has the same shape as a full one."""
    types, rows = read(parquet_bytes(Frame(COLUMNS, [])), tmp_path)
    assert types == [str(kind) for kind in COLUMNS.values()] and rows == []


def test_text_that_no_database_takes_loses_only_what_is_unfit(tmp_path: Path) -> None:
    """The character nought goes, the rest stays."""
    _, rows = read(parquet_bytes(Frame({"text": Kind.TEXT}, [["a\x00b\ud800é𝟗"]])), tmp_path)
    assert rows == [("abé𝟗",)]


@pytest.mark.parametrize("size", [1, 5000])
def test_the_same_rows_give_the_same_bytes(size: int) -> None:
    """However many there are."""
    rows = ROWS * size
    assert parquet_bytes(Frame(COLUMNS, rows)) == parquet_bytes(Frame(COLUMNS, rows))
