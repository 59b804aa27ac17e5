"""Claims, ledger and balance as rows and as JSON, CSV or Markdown: domain values in, plain values or text out."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from typing import TypeAlias

from donnant.domain.balance import Balance, Line, Ratio, Side
from donnant.domain.claim import Claim
from donnant.domain.entry import Entry, Ledger, Origin, Strand
from donnant.errors import BadInput
from donnant.show.rows import address_of
from donnant.show.ties import Tie, ties_of
from donnant.show.valued_rows import total_rows, valuation_document
from donnant.show.views import RATIO

Row: TypeAlias = dict[str, object]

FORMATS = ("json", "jsonl", "csv", "md")
"""What ``write`` can write."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_LINE_BREAKS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_MARKUP = re.compile(r"([\\`*_\[\]<>|#~])")
_BALANCE_FIELDS = (
    "section", "giver", "receiver", "category", "item", "unit", "low", "high", "approx", "apart", "when", "factuality",
    "phase", "origin", "origins", "reports", "distortions", "settled", "entry", "address", "claims", "set_aside",
    "low90", "median", "high90",
)  # fmt: skip


def claim_rows(claims: Sequence[Claim]) -> list[Row]:
    """One row a claim: the fields of the annotation guide in its order, then the program's own."""
    return [{field.name: _plain(getattr(claim, field.name)) for field in fields(Claim)} for claim in claims]


def ledger_rows(ledger: Ledger) -> list[Row]:
    """One row an entry, with what each origin says of it."""
    origins = {origin.id: origin for origin in ledger.origins}
    ties = ties_of(ledger)
    return [
        _entry_row(entry, origins) | {"ties": [_tie_row(tie) for tie in ties.get(entry.id, ())]}
        for entry in ledger.entries
    ]


def balance_rows(balance: Balance, ledger: Ledger) -> list[Row]:
    """One row a line of the balance, and the ratio as a row; ``address`` is what ``explain`` takes."""
    entries = {entry.id: entry for entry in ledger.entries}
    rows = [row for side in balance.sides for row in _side_rows(side)]
    rows += [dict.fromkeys(_BALANCE_FIELDS) | row for row in total_rows(balance)]
    if balance.ratio:
        rows.append(_ratio_row(balance.ratio, balance.pair))
    for section in ("losses", "agreements", "attitudes", "doubtful"):
        for line in getattr(balance, section):
            entry = entries.get(line.entry)
            rows.append(_line_row(section, entry.giver if entry else None, entry.receiver if entry else None, line))
    return rows


def balance_document(balance: Balance, ledger: Ledger) -> Row:
    """The balance as one document: what it was made of, then its rows, and the origins they name."""
    return {
        "pair": list(balance.pair),
        "chosen": balance.chosen,
        "as_of": balance.as_of,
        "reports": balance.reports,
        "claims": balance.claims,
        "origins": balance.origins,
        "echoes": balance.echoes,
        "conflicts": balance.conflicts,
        "to_review": balance.to_review,
        "rows": balance_rows(balance, ledger),
        "valuation": valuation_document(balance),
        "voices": [{"id": each.id, "name": each.name, "named": each.named} for each in ledger.origins],
    }


def write(rows: Sequence[Mapping[str, object]] | Mapping[str, object], format: str) -> str:
    """Rows as text, always the same for the same rows; a document (one mapping) as JSON only."""
    writers = _DOCUMENT_WRITERS if isinstance(rows, Mapping) else _WRITERS
    if format not in writers:
        raise BadInput(f"{format!r} is no format for this table: choose one of {', '.join(writers)}")
    return writers[format]([rows] if isinstance(rows, Mapping) else rows)


def _entry_row(entry: Entry, origins: Mapping[str, Origin]) -> Row:
    row: Row = {
        field.name: _plain(getattr(entry, field.name))
        for field in fields(Entry)
        if field.name not in {"strands", "reasons"}
    }
    voices = [origins.get(strand.origin) for strand in entry.strands]
    row["origins"] = sum(1 for voice in voices if voice and voice.named)
    row["doubtful"] = entry.is_doubtful
    row["strands"] = [_strand_row(strand, voice) for strand, voice in zip(entry.strands, voices, strict=True)]
    row["reasons"] = list(entry.reasons)
    return row


def _tie_row(tie: Tie) -> Row:
    return {"sort": tie.sort, "other": tie.other, "claims": list(tie.claims)}


def _strand_row(strand: Strand, voice: Origin | None) -> Row:
    own: Row = {
        "origin": strand.origin,
        "name": voice.name if voice else None,
        "named": voice.named if voice else None,
    }
    rest = ("low", "high", "approx", "reports", "claims", "distorted", "doubtful")
    return own | {name: _plain(getattr(strand, name)) for name in rest}


def _side_rows(side: Side) -> Iterable[Row]:
    for section in ("published", "quantities", "unpriced", "planned", "denied"):
        for line in getattr(side, section):
            yield _line_row(section, side.giver, side.receiver, line)


def _line_row(section: str, giver: str | None, receiver: str | None, line: Line) -> Row:
    row: Row = dict.fromkeys(_BALANCE_FIELDS)
    row |= {name: _plain(getattr(line, name)) for name in _BALANCE_FIELDS if hasattr(line, name)}
    low, high = (line.interval.low, line.interval.high) if line.interval else (None, None)
    row |= {"section": section, "giver": giver, "receiver": receiver}
    return row | {"low": low, "high": high, "address": address_of(line)}


def _ratio_row(ratio: Ratio, pair: tuple[str, str]) -> Row:
    row: Row = dict.fromkeys(_BALANCE_FIELDS)
    other = pair[1] if ratio.more == pair[0] else pair[0]
    return row | {
        "section": RATIO, "giver": ratio.more, "receiver": other, "unit": ratio.unit,
        "low": ratio.interval.low, "high": ratio.interval.high, "settled": ratio.settled, "address": RATIO,
        "claims": list(ratio.claims), "set_aside": list(ratio.set_aside),
    }  # fmt: skip


def _plain(value: object) -> object:
    """Tuples as lists, enums as their words; the rest as it is."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return dict(value) if isinstance(value, dict) else value


def _whole(value: object) -> object:
    """Floats that are whole as integers, at any depth."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, Mapping):
        return {key: _whole(item) for key, item in value.items()}
    return [_whole(item) for item in value] if isinstance(value, list | tuple) else value


def _json(value: object, indent: int | None = None) -> str:
    text = json.dumps(_whole(value), ensure_ascii=False, allow_nan=False, indent=indent)
    for char, escape in _LINE_BREAKS.items():  # legal in JSON, but a line break to many readers of JSON lines
        text = text.replace(char, escape)
    return text


def _write_json(rows: Sequence[Mapping[str, object]]) -> str:
    return _json(list(rows), indent=2) + "\n"


def _write_document(rows: Sequence[Mapping[str, object]]) -> str:
    return _json(rows[0], indent=2) + "\n"


def _write_lines(rows: Sequence[Mapping[str, object]]) -> str:
    return "".join(_json(row) + "\n" for row in rows)


def _write_csv(rows: Sequence[Mapping[str, object]]) -> str:
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    if rows:
        writer.writerow(rows[0])
    writer.writerows([guarded(_cell(value)) for value in row.values()] for row in rows)
    return sheet.getvalue()


def _write_markdown(rows: Sequence[Mapping[str, object]]) -> str:
    if not rows:
        return ""
    lines = [list(rows[0]), ["---"] * len(rows[0])]
    lines += [[_escaped(_cell(value)) for value in row.values()] for row in rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(value: object) -> str:
    """A value in one cell: a list of words is joined, what is deeper becomes JSON."""
    value = _whole(value)
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "; ".join(value)
    return value if isinstance(value, str) else _json(value)


def guarded(cell: str) -> str:
    """No cell may be taken for a formula by a spreadsheet."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _escaped(cell: str) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(cell.split()))


_Writer: TypeAlias = Callable[[Sequence[Mapping[str, object]]], str]
_WRITERS: dict[str, _Writer] = {
    "json": _write_json, "jsonl": _write_lines, "csv": _write_csv, "md": _write_markdown,
}  # fmt: skip
_DOCUMENT_WRITERS: dict[str, _Writer] = {"json": _write_document, "jsonl": _write_lines}
