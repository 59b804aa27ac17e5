"""Exports on disk: a balance with all that it rests on, a format and a place in; files, whole or not at all, out."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from donnant.domain.ids import digest
from donnant.errors import BadInput
from donnant.store.folder import write_atomic

if TYPE_CHECKING:
    from donnant.show.exports.cells import Column, Sheet, Table
    from donnant.show.exports.frame import Material
    from donnant.store.parquet import Frame, Kind

FORMATS = ("xlsx", "csv", "parquet")
"""What an export can be written as: a workbook, or a folder with a file for each table."""
_RECORD = ".donnant-export"
"""In a folder of an export: what was written there, by name and hash."""


@dataclass(frozen=True, slots=True)
class Exported:
    """Where an export stands, and what there is to know of it."""

    path: Path
    notes: tuple[str, ...] = ()


def default_path(root: Path, format: str) -> Path:
    """Where an export of a dossier is written unless told otherwise."""
    return root / (f"export.{format}" if format == "xlsx" else f"export-{format}")


def check_export(format: str, path: Path) -> None:
    """BadInput for a format that is none, or a place that an export cannot have."""
    if format not in FORMATS:
        raise BadInput(f"{format!r} is no format of an export: choose one of {', '.join(FORMATS)}")
    if format == "xlsx" and (path.suffix.lower() != ".xlsx" or path.is_dir()):
        raise BadInput(f"{path} cannot be a workbook: name a file that ends in .xlsx, such as {path.stem}.xlsx")
    if format != "xlsx" and path.exists() and not path.is_dir():
        raise BadInput(f"{path} is a file, and {format} is written into a folder: name a folder")


def export_to(path: Path, format: str, material: "Material", language: str) -> Exported:
    """Write an export in a language; BadInput where the place holds what no export wrote."""
    from donnant.show.exports.sheets import make_sheets

    check_export(format, path)
    if format != "xlsx":
        _known_files(path)
    sheets = make_sheets(material, language)
    notes = () if material.balance else ("No claim has two parties: the sheets of balance and worth are empty.",)
    if format == "xlsx":
        return Exported(path, (*notes, *_write_workbook(path, sheets)))
    if format == "csv":
        from donnant.show.exports.csvs import csv_files

        _write_folder(path, csv_files(sheets))
    else:
        _write_folder(path, _parquet_files(sheets))
    return Exported(path, notes)


def _write_workbook(path: Path, sheets: "Sequence[Sheet]") -> tuple[str, ...]:
    """What there is to know of it: where text was cut."""
    from donnant.show.exports.workbook import LONGEST, workbook_bytes

    data, cut = workbook_bytes(sheets)
    write_atomic(path, data)
    note = f"Text was cut at {LONGEST:,} characters, which is all that a cell holds, in: {'; '.join(cut)}."
    return (note,) if cut else ()


def _write_folder(path: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Each file whole, and on record before it is there, so that a folder left by a kill can be written again."""
    known, fresh = _known_files(path), dict(files)
    hashes = {name: digest(data) for name, data in fresh.items()}
    _write_record(path, {name: {*known.get(name, ()), *filter(None, [hashes.get(name)])} for name in known | hashes})
    for name, data in fresh.items():
        write_atomic(path / name, data)
    _write_record(path, known | {name: {hash_} for name, hash_ in hashes.items()})


def _known_files(path: Path) -> dict[str, set[str]]:
    """The files of earlier exports in a folder; BadInput names one that is none. Hidden files are nobody's business."""
    if not path.is_dir():
        return {}
    record = path / _RECORD
    known = _read_record(record) if record.is_file() else {}
    for file in sorted(path.iterdir()):
        if file.name.startswith("."):
            continue
        if file.name not in known:
            raise BadInput(f"{path} holds {file.name}, which is not of an export: name a new or empty folder")
        if not file.is_file() or digest(file.read_bytes()) not in known[file.name]:
            raise BadInput(f"{file} was changed after it was exported: move it away, or name another folder")
    return known


def _read_record(record: Path) -> dict[str, set[str]]:
    try:
        data = json.loads(record.read_text(encoding="utf-8"))
        return {str(name): {str(each) for each in hashes} for name, hashes in dict(data).items()}
    except (ValueError, TypeError):
        return {}


def _write_record(path: Path, known: Mapping[str, set[str]]) -> None:
    data = {name: sorted(hashes) for name, hashes in sorted(known.items())}
    write_atomic(path / _RECORD, (json.dumps(data, indent=1) + "\n").encode())


def _parquet_files(sheets: "Iterable[Sheet]") -> Iterator[tuple[str, bytes]]:
    from donnant.store.parquet import parquet_bytes

    for sheet in sheets:
        for table in sheet.tables:
            yield f"{table.key}.parquet", parquet_bytes(_plain(table))


def _plain(table: "Table") -> "Frame":
    """A table for programs: fixed names, codes instead of words, and every column of one type."""
    from donnant.show.exports.cells import value_of
    from donnant.store.parquet import Frame, Kind

    kinds = {column.key: _kind(column) for column in table.columns}
    text = {column.key for column in table.columns if kinds[column.key] is Kind.TEXT}

    def plain(key: str, value: object) -> object:
        told = "; ".join(value) if isinstance(value, tuple) and key in text else value
        return told if told is None or key not in text else str(told)

    rows = [[plain(each.key, value_of(row.get(each.key))) for each in table.columns] for row in table.rows]
    return Frame(kinds, rows)


def _kind(column: "Column") -> "Kind":
    from donnant.show.exports.cells import Sort
    from donnant.store.parquet import Kind

    kinds = {
        Sort.LIST: Kind.LIST, Sort.WHOLE: Kind.WHOLE, Sort.NUMBER: Kind.NUMBER, Sort.MONEY: Kind.NUMBER,
        Sort.FACTOR: Kind.NUMBER, Sort.FLAG: Kind.FLAG,
    }  # fmt: skip
    return kinds.get(column.sort, Kind.TEXT)
