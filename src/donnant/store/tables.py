"""The door to DuckDB: domain words in, one derived database out, and the same words back."""

import importlib.resources
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import msgspec

from donnant.domain.claim import Claim
from donnant.domain.entry import Entry, Ledger, Origin, Strand
from donnant.domain.links import Conflict, Copy, Question, Relation, Retelling
from donnant.domain.report import Report
from donnant.errors import Problem
from donnant.store.folder import half_made, sync_folder

if TYPE_CHECKING:
    import duckdb

SCHEMA = "3"
"""The version that ``sql/schema.sql`` states; another version in a file means: make it anew."""

_LINKS = ("copies", "retellings", "relations", "conflicts", "questions")
"""What hangs together, by the name of its table and of its place in the ledger."""

Cell: TypeAlias = str | int | float | bool | None
Row: TypeAlias = dict[str, object]
T = TypeVar("T")


class Unfit(StrEnum):
    """Why a derived database cannot be used as it stands."""

    MISSING = "missing"
    DAMAGED = "damaged"
    OLDER = "older"
    CHANGED = "changed"
    """What it was derived from is no longer the same."""


@dataclass(frozen=True, slots=True)
class Derived:
    """All that the database holds."""

    reports: tuple[Report, ...]
    ledger: Ledger


def save(path: Path, derived: Derived, fingerprint: str) -> None:
    """Write the database anew, in one transaction, and put it in the place of the old one."""
    import duckdb

    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.parent / half_made(path.name)
    fresh.unlink(missing_ok=True)
    try:
        with duckdb.connect(str(fresh)) as door:
            door.begin()
            door.execute(_sql("schema"))
            for table, rows in _rows(derived, fingerprint).items():
                _insert(door, table, rows)
            door.commit()
        _sync(fresh)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    sync_folder(path.parent)


def load(path: Path, fingerprint: str) -> Derived | Unfit:
    """The words that were saved under a fingerprint, or why they cannot be had."""
    import duckdb

    if not path.is_file():
        return Unfit.MISSING
    try:
        with duckdb.connect(str(path), read_only=True) as door:
            meta = {str(row["key"]): row["value"] for row in _select(door, "meta")}
            if meta.get("schema") != SCHEMA:
                return Unfit.OLDER
            if meta.get("fingerprint") != fingerprint:
                return Unfit.CHANGED
            return _read(door)
    except (duckdb.Error, msgspec.ValidationError, UnicodeDecodeError, KeyError):
        return Unfit.DAMAGED


def _rows(derived: Derived, fingerprint: str) -> dict[str, list[Row]]:
    ledger = derived.ledger
    claims = [{"standing": "kept", **_plain(claim)} for claim in ledger.claims]
    for standing in ("rejected", "superseded"):
        claims += [{"standing": standing, **_plain(claim)} for claim in getattr(ledger, standing)]
    strands = [
        {"entry": place, **_plain(strand)} for place, entry in enumerate(ledger.entries) for strand in entry.strands
    ]
    tables = {
        "reports": [_plain(report) for report in derived.reports],
        "claims": claims,
        "origins": [_plain(origin) for origin in ledger.origins],
        "entries": [_plain(entry) for entry in ledger.entries],
        "strands": strands,
        **{name: [_plain(link) for link in getattr(ledger, name)] for name in _LINKS},
        "problems": [_plain(problem) for problem in ledger.problems],
    }
    placed = {name: [{"place": place, **row} for place, row in enumerate(rows)] for name, rows in tables.items()}
    return {
        "meta": [{"key": "fingerprint", "value": fingerprint}, {"key": "schema", "value": SCHEMA}],
        **placed,
    }


def _read(door: "duckdb.DuckDBPyConnection") -> Derived:
    claims = _select(door, "claims")
    strands: dict[int, list[Strand]] = {}
    for row in _select(door, "strands"):
        strands.setdefault(int(str(row["entry"])), []).append(msgspec.convert(row, Strand))
    entries = [
        msgspec.convert({**row, "strands": strands.get(place, [])}, Entry)
        for place, row in enumerate(_select(door, "entries"))
    ]
    ledger = Ledger(
        entries=tuple(entries),
        origins=_words(_select(door, "origins"), Origin),
        claims=_words((row for row in claims if row["standing"] == "kept"), Claim),
        rejected=_words((row for row in claims if row["standing"] == "rejected"), Claim),
        superseded=_words((row for row in claims if row["standing"] == "superseded"), Claim),
        copies=_words(_select(door, "copies"), Copy),
        retellings=_words(_select(door, "retellings"), Retelling),
        relations=_words(_select(door, "relations"), Relation),
        conflicts=_words(_select(door, "conflicts"), Conflict),
        questions=_words(_select(door, "questions"), Question),
        problems=_words(_select(door, "problems"), Problem),
    )
    return Derived(_words(_select(door, "reports"), Report), ledger)


def _words(rows: Iterable[Row], shape: type[T]) -> tuple[T, ...]:
    return tuple(msgspec.convert(row, shape) for row in rows)


def _plain(word: object) -> Row:
    row: Row = msgspec.to_builtins(word)
    row.pop("strands", None)
    return row


def _insert(door: "duckdb.DuckDBPyConnection", table: str, rows: Sequence[Row]) -> None:
    if rows:
        door.execute(_sql(f"insert_{table}"), {name: [_cell(row[name]) for row in rows] for name in rows[0]})


def _select(door: "duckdb.DuckDBPyConnection", table: str) -> list[Row]:
    answer = door.execute(_sql(table))
    names = [str(name) for name, *_ in answer.description or ()]
    coded = {str(name) for name, kind, *_ in answer.description or () if str(kind) == "JSON"}
    return [
        {name: json.loads(cell) if cell is not None and name in coded else cell for name, cell in pairs}
        for pairs in (zip(names, row, strict=True) for row in answer.fetchall())
    ]


def _cell(value: object) -> Cell:
    """A bound value: lists, maps and structures travel as JSON."""
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _sql(name: str) -> str:
    return (importlib.resources.files("donnant.store") / "sql" / f"{name}.sql").read_text(encoding="utf-8")


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
