"""A workbook reckons what the program reckons, leads to its claims, and takes no text for a formula."""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from tests.factory import claim
from tests.show.priced_case import BOOK, PRICES, Case, case_claims, make_case
from tests.show.reckoner import Reckoner

from donnant.domain.exact import Bounds
from donnant.domain.prices import Assumptions
from donnant.domain.valuation import PUBLISHED, Reading, Worth
from donnant.errors import BadInput
from donnant.lang.lexicon import languages
from donnant.lang.sheets import read_sheets
from donnant.show.exports import workbook
from donnant.show.exports.columns import TABLES, columns_of
from donnant.show.exports.csvs import csv_files
from donnant.show.exports.sheets import make_sheets
from donnant.show.exports.workbook import workbook_bytes

EXACT = 1e-9
YEARS: list[dict[str, Any]] = [{}, {"prices_of": 2024}, {"currency": "EUR"}, {"about": Decimal("0.25")}]
"""Assumptions that every reckoning must hold under."""


@pytest.fixture(scope="module")
def case() -> Case:
    """The case as it stands."""
    return make_case()


def book_of(case: Case, language: str = "en", values: bool = False) -> Any:
    """The workbook of a case, read back; with its formulas, or with their results as they were written."""
    data, _ = workbook_bytes(make_sheets(case.material, language))
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def rows_of(page: Any, table: str = "worth") -> Iterator[dict[str, Any]]:
    """The rows under the frozen head of a sheet, by the keys of their columns, each value as a cell."""
    for row in page.iter_rows(min_row=2):
        if row[0].value is None:
            return
        yield dict(zip(TABLES[table], row, strict=False))


def formulas(book: Any) -> list[tuple[str, str]]:
    """Where there is a formula."""
    return [(page.title, cell.coordinate) for page in book for row in page for cell in row if cell.data_type == "f"]


def section(book: Any, name: str) -> list[dict[str, Any]]:
    """The rows of a section of the worths."""
    words = read_sheets("en").sections
    return [row for row in rows_of(book["Worth"]) if row["section"].value == words[name]]


def ends(bounds: Bounds | None, word: str = "") -> tuple[Any, Any]:
    """Bounds as cells hold them."""
    if bounds is None:
        return None, None
    high = word if bounds.high is None else pytest.approx(float(bounds.high), rel=EXACT)
    return pytest.approx(float(bounds.low), rel=EXACT), high


def reckoned(reckoner: Reckoner, row: dict[str, Any], key: str = "worth") -> tuple[Any, Any]:
    """What both bounds of a row come to."""
    low, high = (reckoner.cell("Worth", row[f"{key}_{end}"].coordinate) for end in ("low", "high"))
    return low, high


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("assumed", YEARS, ids=str)
def test_every_formula_comes_to_the_result_that_is_written_with_it(assumed: dict[str, Any], language: str) -> None:
    """Who reckons and who only reads see the same, in every language."""
    case = make_case(**assumed)
    book, cached = book_of(case, language), book_of(case, language, values=True)
    reckoner, places = Reckoner(book), formulas(book)
    assert len(places) > 40
    for sheet, place in places:
        told, written = reckoner.cell(sheet, place), cached[sheet][place].value
        expected = pytest.approx(written, rel=EXACT) if isinstance(written, int | float) else written or ""
        assert told == expected, (sheet, place, book[sheet][place].value)


@pytest.mark.parametrize("assumed", YEARS, ids=str)
def test_the_formulas_come_to_the_figures_of_the_program(assumed: dict[str, Any]) -> None:
    """Totals, ratios either way, and every line in or out of a sum."""
    case = make_case(**assumed)
    book = book_of(case)
    reckoner = Reckoner(book)
    for reading in (case.valuation.published, case.valuation.priced):
        check_totals(reckoner, book, reading)
        counted = [worth for side in reading.sides for worth in side if not worth.aside]
        check_lines(reckoner, section(book, reading.name), counted)
        aside = [worth for side in reading.sides for worth in side if worth.aside]
        lines = [row for row in section(book, f"{reading.name}_aside") if row["worth_low"].value is not None]
        check_lines(reckoner, lines, aside)
    sides = [[worth for worth in side if worth.aside] for side in case.valuation.priced.sides]
    assert sides[0], "a part must be set aside"


def test_a_side_that_may_have_given_nothing_leaves_the_ratio_open() -> None:
    """At most so much is from nothing on, and nothing divides by nothing."""
    back = claim(quote="oil", category="energy", item="oil", high=1e6, unit="barrel", giver="RUS", receiver="PRK")
    case = make_case([claim(quote="guns", item="guns", low=10, high=20, unit="gun"), back])
    totals, book = case.valuation.priced.totals, book_of(case)
    assert totals[1] and totals[1].low == 0 and totals[1].high
    check_totals(Reckoner(book), book, case.valuation.priced)
    assert reckoned(Reckoner(book), section(book, "priced_ratio")[0])[1] == "open"


def check_totals(reckoner: Reckoner, book: Any, reading: Reading) -> None:
    """Totals and ratios of one reading."""
    for side, row in enumerate(section(book, f"{reading.name}_total")):
        assert reckoned(reckoner, row) == ends(reading.totals[side], "open")
    one, other = reading.totals
    ratios = (one.over(other), other.over(one)) if one and other else (None, None)
    assert ratios[0] == reading.times
    for ratio, row in zip(ratios, section(book, f"{reading.name}_ratio"), strict=True):
        assert reckoned(reckoner, row) == ends(ratio, "open")


def check_lines(reckoner: Reckoner, rows: list[dict[str, Any]], worths: list[Worth]) -> None:
    """Each line with its factors."""
    assert [row["entry"].value for row in rows] == [worth.entry for worth in worths]
    for row, worth in zip(rows, worths, strict=True):
        assert reckoned(reckoner, row) == ends(worth.bounds)
        for factor in worth.factors if worth.quotes else ():
            low, high = reckoned(reckoner, row, factor.kind)
            assert (low, high or "") == ends(factor.bounds)


def test_the_case_has_all_that_is_to_be_reckoned(case: Case) -> None:
    """Two currencies, spans of a day, a month and a year, an open total, several sources of one price."""
    worths = [worth for side in case.valuation.priced.sides for worth in side]
    assert {quote.price.per for worth in worths for quote in worth.quotes} == {None, "day", "month", "year"}
    assert {worth.lasts for worth in worths} == {"", "when", "assumed"}
    assert max(len(worth.quotes) for worth in worths) == 2
    assert case.valuation.priced.totals[1] and case.valuation.priced.totals[1].high is None
    assert case.valuation.published.totals[0] and case.valuation.published.totals[0].high is None
    assert case.valuation.aside and case.valuation.unpriced[1]


def test_a_price_changed_in_the_workbook_changes_what_the_program_would_change(case: Case) -> None:
    """Another price, another rate and another number of months lead to the totals of a book that says so."""
    book = book_of(case)
    page = book["Prices"]
    for row in rows_of(page, "prices"):
        if row["price"].value == "p-shell-one":
            row["high"].value = 2400.5
        if row["price"].value == "p-pay":
            row["months_low"].value = 3
    changed = tuple(
        replace(each, bounds=Bounds(Decimal(1000), Decimal("2400.5"))) if each.id == "p-shell-one"
        else replace(each, months=Bounds(Decimal(3), Decimal(12))) if each.id == "p-pay" else each
        for each in PRICES
    )  # fmt: skip
    other = make_case(book=replace(BOOK, prices=changed)).valuation.priced
    assert other.totals != case.valuation.priced.totals
    check_totals(Reckoner(book), book, other)


def test_a_bound_taken_away_opens_every_sum_it_is_in(case: Case) -> None:
    """An empty cell is unknown, and unknown is not zero."""
    book = book_of(case)
    total = section(book, "priced_total")[0]
    assert isinstance(reckoned(Reckoner(book), total)[1], float)
    section(book, "priced")[0]["quantity_high"].value = None
    assert reckoned(Reckoner(book), total)[1] == "open"
    assert reckoned(Reckoner(book), section(book, "priced_ratio")[1])[0] == 0


def test_what_is_set_aside_moves_no_total(case: Case) -> None:
    """It stands below with why, and for what."""
    book = book_of(case)
    total, aside = section(book, "priced_total")[0], section(book, "priced_aside")[0]
    before = reckoned(Reckoner(book), total)
    aside["quantity_low"].value = aside["quantity_high"].value = 1e12
    assert reckoned(Reckoner(book), total) == before
    assert aside["why"].value and aside["because"].value == section(book, "priced")[0]["entry"].value
    assert aside["counted"].value is False


def test_everything_that_passed_is_in_the_sheet_of_worths_once_a_reading(case: Case) -> None:
    """In a sum, set aside, or without a price: nothing is left out in silence, and what is left out says why."""
    rows = list(rows_of(book_of(case)["Worth"]))
    told = {row["entry"].value for row in rows} - {None}
    assert told == {entry.id for entry in case.ledger.entries}
    left = [row for row in rows if row["counted"].value is False]
    assert left and all(row["why"].value for row in left)
    whys = {(row["item"].value, row["why"].value) for row in left}
    assert ("rice", "no price fits it") in whys and ("know-how", "no amount is given") in whys
    assert ("loan in yen", "no rate of exchange for its days") in whys
    assert (None, "a voice without a name") in whys
    rice = next(row for row in left if row["item"].value == "rice")
    assert (rice["quantity_low"].value, rice["worth_low"].value) == (100, None)


def test_every_figure_leads_to_the_row_of_its_claim_and_that_to_its_sentence(case: Case) -> None:
    """Entry, claims and a link; the claim's row has file, offsets, quote, and the hash of the report."""
    book = book_of(case)
    told = {claim.id: claim for claim in case.ledger.claims}
    texts = {report.hash: report.text for report in case.reports}
    tables = (("Balance", "balance"), ("Worth", "worth"), ("Ledger", "ledger"))
    rows = [row for title, table in tables for row in rows_of(book[title], table)]
    linked = [row["claim"] for row in rows if row["claim"].value]
    assert len(linked) > 30
    for cell in linked:
        target = cell.hyperlink.location
        assert target.startswith("'Claims'!")
        assert book["Claims"][target.partition("!")[2]].value == cell.value
    for row in rows:
        figures = [each.value for key, each in row.items() if key in {"worth_low", "quantity_low", "low"}]
        if any(figure is not None for figure in figures):
            assert row["claims"].value.split("; ")[0] == row["claim"].value
    for row in rows_of(book["Claims"], "claims"):
        found = told[row["id"].value]
        assert row["quote"].value == texts[row["report"].value][row["start"].value : row["end"].value] == found.quote
        assert (row["file"].value, row["report"].hyperlink.location[:10]) == (found.doc, "'Sources'!")


def test_numbers_are_numbers_truths_are_truths_and_dates_are_text(case: Case) -> None:
    """So that a spreadsheet can sort and filter them."""
    book = book_of(case, values=True)
    row = next(row for row in rows_of(book["Claims"], "claims") if row["quote"].value == "men")
    assert [row[key].data_type for key in ("low", "high", "start", "approx", "when")] == ["n", "n", "n", "b", "s"]
    assert (row["low"].value, row["approx"].value, row["when"].value) == (10000, True, "2024")
    assert row["low"].number_format == "#,##0"


@pytest.mark.parametrize("language", languages())
def test_every_sheet_has_a_head_that_stays_and_a_filter(case: Case, language: str) -> None:
    """The head is frozen, the filter spans the first table, no column is too narrow for its words."""
    book = book_of(case, language)
    words = read_sheets(language).titles
    assert book.sheetnames == [words[key] for key in TABLES if key in words]
    for page, key in zip(book, words, strict=True):
        rows = len([row for row in page.iter_rows(min_row=2) if row[0].value]) if key != "balance" else None
        assert page.freeze_panes == "A2"
        assert page.auto_filter.ref.startswith("A1:")
        assert rows is None or page.auto_filter.ref.endswith(str(rows + 1))
        assert all(8 <= size.width <= 60 for size in page.column_dimensions.values())


def test_text_is_never_taken_for_a_formula(case: Case) -> None:
    """Whatever a report begins a sentence with."""
    book = book_of(case)
    for title, column in (("Claims", "quote"), ("Claims", "item"), ("Sources", "title"), ("Prices", "quote")):
        key = title.casefold()
        cells = [row[column] for row in rows_of(book[title], key) if str(row[column].value or "")[:1] in tuple("=+-@")]
        assert cells, (title, column)
        assert all(cell.data_type == "s" and cell.quotePrefix for cell in cells)


def test_only_pages_of_the_web_are_linked(case: Case) -> None:
    """A price's address that is no page is text, and nothing else leads out of the workbook."""
    data, _ = workbook_bytes(make_sheets(case.material, "en"))
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        told = [parts.read(name).decode() for name in parts.namelist() if name.endswith(".rels")]
        assert not [name for name in parts.namelist() if "externalLink" in name]
    outside = [piece.partition('Target="')[2].partition('"')[0] for text in told for piece in text.split("<Rel")
               if 'TargetMode="External"' in piece]  # fmt: skip
    assert sorted(outside) == ["https://desk.example/a.txt", "https://desk.example/b.txt", "https://prices.example/a?b=1"]
    urls = {row["url"].value for row in rows_of(book_of(case)["Prices"], "prices")}
    assert "javascript:alert(1)" in urls


def test_the_same_case_gives_the_same_bytes(case: Case) -> None:
    """No clock, no machine: the workbook is dated the same day always."""
    first = workbook_bytes(make_sheets(case.material, "fr"))
    assert first == workbook_bytes(make_sheets(make_case(list(reversed(case_claims()))).material, "fr"))
    assert openpyxl.load_workbook(io.BytesIO(first[0])).properties.created.year == 2000


def test_every_assumption_stands_below_the_balance(case: Case) -> None:
    """In words, each with its value."""
    page = book_of(make_case(weights="grade", prices_of=2024))["Balance"]
    told = {row[0].value: row[1].value for row in page.iter_rows()}
    words = read_sheets("en")
    assert set(words.assumptions) == {field.name for field in fields(Assumptions)}
    assert all(told[word] is not None for word in words.assumptions.values())
    assert told[words.assumptions["about"]] == 0.1
    assert told[words.assumptions["ongoing"]] is False
    assert told[words.assumptions["prices_of"]] == 2024
    assert told[words.assumptions["weights"]] == words.choices["grade"]
    assert told[words.facts["rates"]] == "rates.csv"


def test_a_conversion_says_what_it_was_made_of(case: Case) -> None:
    """Rate, days and file, and how many figures it converted."""
    rows = [{key: cell.value for key, cell in row.items()} for row in rows_of(book_of(case)["Rates"], "rates")]
    mean = next(row for row in rows if row["days"] == 2 and row["first"] == "2023-05-01")
    assert (mean["one"], mean["other"], mean["last"], mean["source"]) == ("EUR", "USD", "2023-05-02", "rates.csv")
    assert mean["rate"] == pytest.approx(1.09705)
    assert mean["used"] >= 2


def test_what_no_cell_can_hold_is_taken_out_or_cut_and_said() -> None:
    """Controls that XML forbids go, and text beyond 32,767 characters ends in an ellipsis."""
    long = "x" * 40_000
    told = [claim(quote="a\x00b\x1fc\uffffd\r\ne", item="x"), claim(quote=long, item="shells")]
    case = make_case(told)
    data, cut = workbook_bytes(make_sheets(case.material, "en"))
    quotes = [row["quote"].value for row in rows_of(openpyxl.load_workbook(io.BytesIO(data))["Claims"], "claims")]
    assert quotes == ["abcd\ne", "x" * 32_766 + "…"]
    assert cut == ("claims: quote (1)",)


def test_a_cut_never_halves_a_character() -> None:
    """Length is counted as the format does, in units of which some characters take two."""
    case = make_case([claim(quote="𝟗" * 20_000, item="shells")])
    data, cut = workbook_bytes(make_sheets(case.material, "en"))
    (quote,) = [row["quote"].value for row in rows_of(openpyxl.load_workbook(io.BytesIO(data))["Claims"], "claims")]
    assert quote == "𝟗" * 16_383 + "…"
    assert cut


def test_a_sheet_with_too_many_rows_is_refused_with_the_remedy(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is written."""
    monkeypatch.setattr(workbook, "MOST_ROWS", 10)
    with pytest.raises(BadInput, match="--format parquet"):
        workbook_bytes(make_sheets(case.material, "en"))


def test_links_beyond_what_a_sheet_takes_are_text(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    """The id still stands in the cell."""
    monkeypatch.setattr(workbook, "_MOST_LINKS", 3)
    book = book_of(case)
    cells = [cell for row in book["Worth"].iter_rows(min_row=2) for cell in row if str(cell.value)[:2] in {"c-", "e-"}]
    assert sum(cell.hyperlink is not None for cell in cells) == 3 < len(cells)


def test_a_ledger_without_a_balance_is_exported_all_the_same(case: Case) -> None:
    """Claims, sources and prices are there; the balance has no line."""
    material = replace(case.material, balance=None)
    data, _ = workbook_bytes(make_sheets(material, "en"))
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert not list(rows_of(book["Worth"])) and list(rows_of(book["Claims"], "claims"))


def test_csv_files_hold_the_values_of_the_sheets(case: Case) -> None:
    """A file a table, numbers plain, no formula, and no text that looks like one."""
    files = dict(csv_files(make_sheets(case.material, "en")))
    assert set(files) == {f"{table}.csv" for table in TABLES}
    rows = list(csv.DictReader(io.StringIO(files["worth.csv"].decode("utf-8-sig"))))
    totals = [row for row in rows if row["section"] == "total by prices"]
    low = case.valuation.priced.totals[0]
    assert low and float(totals[0]["worth, at least"]) == pytest.approx(float(low.low))
    assert totals[1]["worth, at most"] == ""
    assert {row["in the sum"] for row in rows} == {"", "true", "false"}
    texts = [data.decode("utf-8-sig") for data in files.values()]
    cells = [cell for text in texts for row in csv.reader(io.StringIO(text)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert "'=men" in cells and "'-hands" in cells


@pytest.mark.parametrize("language", languages())
def test_a_language_has_every_word_and_no_heading_twice(language: str) -> None:
    """Titles fit what a workbook allows; within a table each heading names one column."""
    words = read_sheets(language)
    titles = list(words.titles.values())
    assert len(set(titles)) == len(titles)
    assert all(len(title) <= 31 and not set(title) & set("[]:*?/\\") for title in titles)
    for table in TABLES:
        heads = [column.heading for column in columns_of(table, language)]
        assert len(set(heads)) == len(heads), table
    assert set(words.columns) == {key for keys in TABLES.values() for key in keys}
    sections = {column.key: column.words for column in columns_of("worth", language)}["section"]
    assert {PUBLISHED, "published_aside", "unpriced"} <= set(sections)
