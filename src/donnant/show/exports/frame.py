"""What every sheet of an export is made from, and where its rows stand: domain values in, addresses out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from donnant.domain.balance import Balance
from donnant.domain.claim import Claim
from donnant.domain.entry import Ledger
from donnant.domain.prices import PriceBook
from donnant.domain.report import Report
from donnant.domain.valuation import Deflation, Exchange, Quote, Reading, Valuation, Worth
from donnant.lang.sheets import Sheets, read_sheets
from donnant.show.exports.cells import Cell, Grid, Row, Table
from donnant.show.exports.columns import TABLES, columns_of
from donnant.show.lookup import Lookup, look_up

Conversion = Exchange | Deflation


@dataclass(frozen=True, slots=True)
class Material:
    """All that an export shows."""

    balance: Balance | None
    ledger: Ledger
    reports: Sequence[Report]
    book: PriceBook


@dataclass(frozen=True, slots=True)
class Frame:
    """One export in one language, with the place of every row that another may lead to."""

    material: Material
    language: str
    look: Lookup
    words: Sheets
    grids: Mapping[str, Grid]
    claims: tuple[Claim, ...]
    """Those of the ledger, and those that were rejected or replaced, by report and place."""
    places: Mapping[str, Mapping[str, int]]
    """By table, the row of each id: of an entry its first."""
    conversions: Mapping[Conversion, int]
    """Each conversion that was made, and its row."""
    quotes: Mapping[str, Quote]
    """Each price that was used, by its id, as it was converted."""

    @property
    def valuation(self) -> Valuation | None:
        """What the balance is worth."""
        return self.material.balance.valuation if self.material.balance else None

    @property
    def readings(self) -> tuple[Reading, ...]:
        """From above, then from below."""
        return (self.valuation.published, self.valuation.priced) if self.valuation else ()

    def table(self, key: str, rows: Sequence[Row]) -> Table:
        """Rows with the columns of their table."""
        return Table(key, columns_of(key, self.language), tuple(rows))

    def link(self, table: str, id_: str | None) -> Cell | None:
        """An id that leads to its row, where it has one."""
        if id_ is None:
            return None
        row = self.places[table].get(id_)
        return Cell(id_, link="" if row is None else self.grids[table].far(TABLES[table][0], row))

    def evidence(self, entry: str | None, claims: Sequence[str]) -> Row:
        """What every figure leads to: its entry, its claims, and the row of the first of them."""
        told = tuple(claims)
        first = self.link("claims", told[0]) if told else None
        return {"entry": self.link("ledger", entry), "claims": told, "claim": first}

    def parties(self, entry: str) -> Row:
        """Who gives, and who gets, by an entry."""
        found = self.look.entries.get(entry)
        return {"giver": found.giver if found else None, "receiver": found.receiver if found else None}


def make_frame(material: Material, language: str) -> Frame:
    """Lay out an export: what there is to show, and which row of which sheet it will stand in."""
    ledger, words = material.ledger, read_sheets(language)
    dates = {report.date.value for report in material.reports if report.date}
    claims = sorted(
        (*ledger.claims, *ledger.rejected, *ledger.superseded),
        key=lambda claim: (claim.doc, claim.report, claim.start, claim.end, claim.id),
    )
    places: dict[str, dict[str, int]] = {"claims": {}, "ledger": {}, "sources": {}, "prices": {}}
    for row, claim in enumerate(claims):
        places["claims"].setdefault(claim.id, row)
    strands = (entry.id for entry in ledger.entries for _ in entry.strands or (None,))
    for row, entry in enumerate(strands):
        places["ledger"].setdefault(entry, row)
    places["sources"] = {report.hash: row for row, report in enumerate(material.reports)}
    places["prices"] = {price.id: row for row, price in enumerate(material.book.prices)}
    worths = _worths(material)
    return Frame(
        material=material,
        language=language,
        look=look_up(ledger, language, dates),
        words=words,
        grids={key: Grid(words.titles[key], keys) for key, keys in TABLES.items() if key in words.titles},
        claims=tuple(claims),
        places=places,
        conversions=_conversions(worths),
        quotes={quote.price.id: quote for worth in worths for quote in worth.quotes},
    )


def conversions_of(worth: Worth) -> list[Conversion]:
    """Every conversion that a worth rests on, those of its prices too; each once."""
    made = [worth.exchange, worth.deflation]
    made += [each for quote in worth.quotes for each in (quote.exchange, quote.deflation)]
    return list(dict.fromkeys(each for each in made if each is not None))


def _worths(material: Material) -> list[Worth]:
    valuation = material.balance.valuation if material.balance else None
    readings = (valuation.published, valuation.priced) if valuation else ()
    return [worth for reading in readings for side in reading.sides for worth in side]


def _conversions(worths: Sequence[Worth]) -> dict[Conversion, int]:
    made = {each for worth in worths for each in conversions_of(worth)}
    return {each: row for row, each in enumerate(sorted(made, key=_order))}


def _order(each: Conversion) -> tuple[str, ...]:
    if isinstance(each, Exchange):
        return "exchange", each.one, each.other, each.first, each.last, str(each.rate), each.source
    return "index", f"{each.first:04}", f"{each.last:04}", f"{each.year:04}", str(each.factor), each.source
