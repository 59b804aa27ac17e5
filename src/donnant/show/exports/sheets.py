"""A balance, its ledger, reports and price book in; every sheet of an export, in one language, out."""

from collections.abc import Callable, Iterable, Iterator

from donnant.domain.valuation import PRICED, PUBLISHED
from donnant.show.exports.books import assumption_rows, price_rows, rate_rows
from donnant.show.exports.cells import Cell, Row, Sheet, Value
from donnant.show.exports.columns import TABLES
from donnant.show.exports.evidence import claim_rows, conflict_rows, ledger_rows, origin_rows, source_rows
from donnant.show.exports.frame import Frame, Material, make_frame
from donnant.show.exports.worths import total_row, worth_rows
from donnant.show.format import amount_text
from donnant.show.tables import balance_rows
from donnant.show.views import RATIO


def make_sheets(material: Material, language: str) -> tuple[Sheet, ...]:
    """The sheets in their order; what is assumed stands below the balance."""
    frame = make_frame(material, language)
    return tuple(
        Sheet(
            frame.words.titles[key],
            tuple(frame.table(name, list(_ROWS[name](frame))) for name in (key, *_BELOW.get(key, ()))),
        )
        for key in TABLES
        if key in frame.words.titles
    )


def _balance(frame: Frame) -> Iterator[Row]:
    """Totals, each the cell of the sheet that reckons it, then the lines of the balance."""
    if frame.material.balance is None:
        return
    lines = balance_rows(frame.material.balance, frame.material.ledger)
    for told in sorted(lines, key=lambda row: row["section"] not in _FIRST):
        origin = told["origin"]
        row = {key: _value(value) for key, value in told.items() if key not in {"origin", "set_aside"}}
        unit = str(told["unit"]) if told["unit"] else None
        yield {
            **row,
            **_total(str(told["section"]), row, frame),
            "origin_name": frame.look.origin_name(str(origin)) if origin else None,
            "apart": tuple(_bounds(each, unit, frame) for each in _pairs(told["apart"])),
            **frame.evidence(str(told["entry"]) if told["entry"] else None, _listed(told["claims"])),
        }


def _total(section: str, row: Row, frame: Frame) -> Row:
    """A total's bounds, by the sheet that reckons them."""
    name = section.removesuffix("_total")
    if name not in {PUBLISHED, PRICED} or name == section or frame.material.balance is None:
        return {}
    side = next(n for n, way in enumerate(frame.material.balance.sides) if way.giver == row["giver"])
    far, place = frame.grids["worth"].far, total_row(name, side)
    told = {}
    for end in ("low", "high"):
        value = row[end]
        assert not isinstance(value, Cell)
        shown = frame.words.phrases["open"] if value is None else ""
        told[end] = Cell(value, far(f"worth_{end}", place), shown=shown)
    return told


def _value(value: object) -> Value:
    if isinstance(value, list):
        return _listed(value)
    assert value is None or isinstance(value, str | float | int | bool), value
    return value


def _listed(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, list | tuple) else ()


def _pairs(value: object) -> Iterable[tuple[float | None, float | None]]:
    return [(each[0], each[1]) for each in value] if isinstance(value, list | tuple) else []


def _bounds(pair: tuple[float | None, float | None], unit: str | None, frame: Frame) -> str:
    return amount_text(*pair, False, unit, frame.language)


_FIRST = {f"{PUBLISHED}_total", f"{PRICED}_total", RATIO}
_BELOW = {"balance": ("assumptions",)}
"""Tables that stand below another on its sheet."""
_ROWS: dict[str, Callable[[Frame], Iterable[Row]]] = {
    "balance": _balance,
    "assumptions": assumption_rows,
    "worth": worth_rows,
    "ledger": ledger_rows,
    "claims": claim_rows,
    "sources": source_rows,
    "origins": origin_rows,
    "prices": price_rows,
    "rates": rate_rows,
    "conflicts": conflict_rows,
}
