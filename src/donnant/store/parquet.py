"""Typed columns in; one Parquet file as bytes, the same for the same rows, out."""

import importlib.resources
import json
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_UNFIT = re.compile("[\x00\ud800-\udfff]")
"""What no database takes for text."""


class Kind(StrEnum):
    """What a column holds, by DuckDB's names."""

    TEXT = "VARCHAR"
    LIST = "VARCHAR[]"
    WHOLE = "BIGINT"
    NUMBER = "DOUBLE"
    FLAG = "BOOLEAN"


@dataclass(frozen=True, slots=True)
class Frame:
    """A table of plain values."""

    columns: Mapping[str, Kind]
    rows: Sequence[Sequence[object]]
    """Values in the order of the columns; null is unknown."""


def parquet_bytes(frame: Frame) -> bytes:
    """A table as a Parquet file; rows stay in their order."""
    import duckdb

    names = list(frame.columns)
    shape = {name: ["VARCHAR"] if kind is Kind.LIST else str(kind) for name, kind in frame.columns.items()}
    rows = [dict(zip(names, map(_plain, row), strict=True)) for row in frame.rows]
    sql = (importlib.resources.files("donnant.store") / "sql" / "export.sql").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="donnant-") as place, duckdb.connect(config={"threads": 1}) as door:
        path = Path(place) / "table.parquet"
        told = {"rows": json.dumps(rows, ensure_ascii=False, allow_nan=False), "shape": json.dumps([shape])}
        door.sql(sql, params=told).write_parquet(str(path), compression="zstd")
        return path.read_bytes()


def _plain(value: object) -> object:
    if isinstance(value, str):
        return _UNFIT.sub("", value)
    if isinstance(value, Iterable):
        return [_plain(each) for each in value]
    return value
