"""The price book on disk: ``prices.toml``, ``rates.csv`` and ``index.csv`` in; checked words of the domain out."""

import csv
import datetime
import io
import tomllib
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path

import msgspec

from donnant.domain.claim import CATEGORIES
from donnant.domain.exact import Bounds
from donnant.domain.ids import content_id, digest
from donnant.domain.prices import SHAPES, SPANS, WEIGHTS, Assumptions, Index, Price, PriceBook, Rates
from donnant.domain.when import is_when
from donnant.errors import BadInput
from donnant.store.folder import Folder

_LARGEST = 64 * 2**20
"""Bytes: the reference rates of every day since 1999 take under one hundredth of it."""
_MOST_DRAWS = 10_000_000
_PLAIN = Assumptions()
_GRADES = {"A": "1", "B": "0.8", "C": "0.6", "D": "0.4", "E": "0.2", "F": "0.5"}


class BadBook(BadInput):
    """A price book, a table of rates or an index that breaks its own rules."""

    slug = "bad-book"


class _PriceRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    unit: str
    low: Decimal
    high: Decimal
    currency: str
    date: str
    source: str
    basis: str = "world"
    items: tuple[str, ...] = ()
    category: str | None = None
    per: str | None = None
    months: tuple[Decimal, Decimal] | None = None
    quote: str = ""
    place: str = ""
    url: str = ""
    note: str = ""


class _AssumeRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    currency: str | None = None
    basis: tuple[str, ...] = ()
    about: Decimal = _PLAIN.about
    open_high: Decimal = _PLAIN.open_high
    shape: str = _PLAIN.shape
    weights: str = _PLAIN.weights
    ongoing: bool = _PLAIN.ongoing
    prices_of: int | None = None
    draws: int = _PLAIN.draws
    seed: int = _PLAIN.seed
    grades: dict[str, Decimal] = {}


class _BookFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    assume: _AssumeRow = _AssumeRow()
    price: tuple[_PriceRow, ...] = ()


def read_book(folder: Folder) -> PriceBook:
    """The price book of a dossier with its rates and its index; empty where there is none, BadBook if it is wrong."""
    where = folder.prices
    try:
        data = tomllib.loads(_text(where), parse_float=Decimal) if where.is_file() else {}
        rows = msgspec.convert(data, _BookFile)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, InvalidOperation) as fault:
        raise BadBook(f"{where} cannot be read, correct it by hand: {fault}") from None
    prices = tuple(_price(row, f"{where}, price {number}") for number, row in enumerate(rows.price, 1))
    same = sorted({each.id for each in prices if sum(other.id == each.id for other in prices) > 1})
    if same:
        raise BadBook(f"{where} gives one price twice ({', '.join(same)}): take one of them away")
    grades = {name: Decimal(weight) for name, weight in _GRADES.items()} | rows.assume.grades
    return PriceBook(
        prices=prices,
        assumptions=_assumptions(rows.assume, str(where), {price.basis for price in prices}),
        rates=_read_rates(folder.rates) if folder.rates.is_file() else None,
        index=_read_index(folder.index) if folder.index.is_file() else None,
        grades=tuple(sorted(grades.items())),
    )


def book_stamp(folder: Folder) -> str:
    """What changes when the price book, the rates or the index do."""
    files = (folder.prices, folder.rates, folder.index)
    return " ".join(digest(path.read_bytes()) if path.is_file() else "-" for path in files)


def _text(path: Path) -> str:
    if path.stat().st_size > _LARGEST:
        raise BadBook(f"{path} is larger than {_LARGEST // 2**20} MB: it is no table that a person keeps")
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise BadBook(f"{path} is no text in UTF-8: save it as that") from None


def _price(row: _PriceRow, where: str) -> Price:
    for name in ("unit", "source", "basis"):
        if not getattr(row, name).strip():
            raise BadBook(f"{where} has no {name}: every price needs one")
    if not row.items and row.category is None:
        raise BadBook(f"{where} prices nothing: name items or a category")
    if row.category is not None and row.category not in CATEGORIES:
        raise BadBook(f"{where} has the category {row.category!r}: choose one of {', '.join(CATEGORIES)}")
    if row.per is not None and row.per not in SPANS:
        raise BadBook(f"{where} is paid per {row.per!r}: choose one of {', '.join(SPANS)}")
    if row.months is not None and row.per is None:
        raise BadBook(f"{where} has months and is no rate: say per what it is paid, such as per = \"month\"")
    if any(not each.strip() for each in row.items):
        raise BadBook(f"{where} has an item without a name")
    if not is_when(row.date):
        raise BadBook(f"{where} is of {row.date!r}: write 2024, 2024-05, 2024-05-31 or an interval of two")
    _check_currency(row.currency, where)
    parts = [*row.items, row.category, row.unit, str(row.low), str(row.high), row.currency, row.date, row.basis]
    parts += [row.source, row.quote, row.per, row.place, str(row.months)]
    return Price(
        id=content_id("p", parts),
        unit=row.unit,
        bounds=_bounds(row.low, row.high, where),
        currency=row.currency,
        date=row.date,
        source=row.source,
        quote=row.quote,
        basis=row.basis,
        items=row.items,
        category=row.category,
        per=row.per,
        months=_bounds(*row.months, f"{where}, months") if row.months else None,
        place=row.place,
        url=row.url,
        note=row.note,
    )


def _bounds(low: Decimal, high: Decimal, where: str) -> Bounds:
    try:
        return Bounds(low, high)
    except (ValueError, InvalidOperation):
        raise BadBook(f"{where} runs from {low} to {high}: write the lower figure first, neither below zero") from None


def _check_currency(code: str, where: str) -> None:
    from babel.core import get_global

    if code not in get_global("all_currencies"):
        raise BadBook(f"{where} is in {code!r}, no currency of ISO 4217: write a code such as USD or EUR")


def _assumptions(row: _AssumeRow, where: str, bases: set[str]) -> Assumptions:
    where = f"{where}, [assume]"
    if row.currency is not None:
        _check_currency(row.currency, where)
    for basis in row.basis:
        if basis not in bases:
            known = ", ".join(sorted(bases)) or "there is none"
            raise BadBook(f"{where} prefers the basis {basis!r}, of which there is no price; choose among: {known}")
    for name, chosen, among in (("shape", row.shape, SHAPES), ("weights", row.weights, WEIGHTS)):
        if chosen not in among:
            raise BadBook(f"{where} has {name} = {chosen!r}: choose one of {', '.join(among)}")
    if not 0 <= row.about < 1:
        raise BadBook(f"{where} has about = {row.about}: write a share from 0 to less than 1")
    if row.open_high < 1:
        raise BadBook(f"{where} has open_high = {row.open_high}: write how many times the lower bound, 1 at least")
    if not 1 <= row.draws <= _MOST_DRAWS:
        raise BadBook(f"{where} has draws = {row.draws}: write a number from 1 to {_MOST_DRAWS}")
    for letter, weight in row.grades.items():
        if letter not in _GRADES or weight < 0:
            raise BadBook(f"{where} weighs the grade {letter!r} {weight}: weigh A to F, nothing below zero")
    fields = {name: getattr(row, name) for name in row.__struct_fields__ if name != "grades"}
    return Assumptions(**fields)


def _read_rates(path: Path) -> Rates:
    """The euro's reference rates as the European Central Bank publishes them: a day a line, ``N/A`` where none was."""
    head, rows = _table(path, "Date")
    table: dict[str, dict[str, Decimal]] = {code: {} for code in head[1:] if code}
    days = []
    for line, cells in rows:
        day = _day(cells[0], f"{path}, line {line}")
        days.append(day)
        for code, cell in zip(head[1:], cells[1:], strict=False):
            if code and cell not in {"N/A", ""}:
                table[code][day] = _positive(cell, f"{path}, line {line}, {code}")
    return Rates(path.name, tuple(sorted(days)), {code: held for code, held in table.items() if held})


def _read_index(path: Path) -> Index:
    """A price index: ``year`` and then a column for each currency."""
    head, rows = _table(path, "year")
    table: dict[str, dict[int, Decimal]] = {}
    for line, cells in rows:
        if not cells[0].isdecimal() or len(cells[0]) != 4:
            raise BadBook(f"{path}, line {line} begins with {cells[0]!r}: write a year of four figures")
        for code, cell in zip(head[1:], cells[1:], strict=False):
            if code and cell:
                table.setdefault(code, {})[int(cells[0])] = _positive(cell, f"{path}, line {line}, {code}")
    return Index(path.name, table)


def _table(path: Path, first: str) -> tuple[list[str], Iterator[tuple[int, list[str]]]]:
    lines = csv.reader(io.StringIO(_text(path)))
    head = [cell.strip() for cell in next(lines, [])]
    if len(head) < 2 or head[0].casefold() != first.casefold():
        raise BadBook(f"{path} does not begin with the line {first},USD,…: its first line names the currencies")
    for code in filter(None, head[1:]):
        _check_currency(code, f"{path}, line 1")
    twice = sorted({code for code in head if code and head.count(code) > 1})
    if twice:
        raise BadBook(f"{path}, line 1 names {twice[0]} twice: keep one column")
    kept = ((number, [cell.strip() for cell in cells]) for number, cells in enumerate(lines, 2))
    return head, ((number, cells) for number, cells in kept if any(cells))


def _day(text: str, where: str) -> str:
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise BadBook(f"{where} begins with {text!r}: write a day as 2024-05-31") from None


def _positive(text: str, where: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise BadBook(f"{where} has {text!r}: write a number with a point, or N/A") from None
    if not number.is_finite() or number <= 0:
        raise BadBook(f"{where} has {text}: a rate or an index is more than zero")
    return number
