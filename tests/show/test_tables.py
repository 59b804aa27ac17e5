"""Claims, ledger and balance as rows, and rows as JSON, CSV and Markdown."""

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from donnant.errors import BadInput
from donnant.show.explain import explain
from donnant.show.rows import view_balance
from donnant.show.tables import balance_document, balance_rows, claim_rows, ledger_rows, write

if TYPE_CHECKING:
    from tests.show.conftest import Case

GUIDE = [
    "doc",
    "quote",
    "start",
    "end",
    "kind",
    "giver",
    "receiver",
    "parties",
    "category",
    "item",
    "low",
    "high",
    "approx",
    "unit",
    "when",
    "attribution",
    "factuality",
    "phase",
]


def test_claims_have_the_fields_of_the_guide(case: "Case") -> None:
    """A row opens with the annotation guide's fields in its order, then the program's own."""
    row = claim_rows(case.ledger.claims)[0]
    assert list(row) == [*GUIDE, "id", "report", "operator", "vote", "trust", "found", "cues", "rulings"]
    assert row["attribution"] == ["institut Meridian"]
    assert type(row["kind"]) is str


def test_whole_floats_are_integers(case: "Case") -> None:
    """An amount that is whole is printed without a point, at any depth."""
    lines = write(claim_rows(case.ledger.claims), "jsonl").splitlines()
    assert '"low": 5600000000, "high": 9800000000' in lines[0]
    assert json.loads(write([{"a": {"b": [0.5, 2.0]}}], "json")) == [{"a": {"b": [0.5, 2]}}]
    assert "2.0" not in write([{"a": {"b": [0.5, 2.0]}}], "json")


def test_json_lines_hold_no_line_break() -> None:
    """Characters that some readers take for the end of a line are escaped."""
    text = write([{"quote": "a\u2028b\u2029c\x85d\ne é"}], "jsonl")
    assert len(text.splitlines()) == 1
    assert json.loads(text) == {"quote": "a\u2028b\u2029c\x85d\ne é"}
    assert "é" in text


def test_ledger_rows_nest_what_each_origin_says(case: "Case") -> None:
    """An entry shows its origins by name, with their claims and those that differ."""
    row = ledger_rows(case.ledger)[0]
    assert row["origins"] == 1
    strand = json.loads(write([row], "jsonl"))["strands"][0]
    assert strand["name"] == "institut Meridian"
    assert (strand["low"], strand["high"]) == (5600000000, 9800000000)
    assert strand["distorted"] == [case.ledger.claims[5].id]
    assert len(strand["reports"]) == len(strand["claims"]) == 2


def test_balance_rows_are_the_figures_of_the_table(case: "Case") -> None:
    """Rows and table hold the same figures with the same addresses."""
    rows = balance_rows(case.balance, case.ledger)
    from_rows = {(r["address"], r["low"], r["high"]) for r in rows if r["low"] or r["high"]}
    figures = view_balance(case.balance, case.ledger, "en").figures()
    assert from_rows == {(f.address, f.low, f.high) for f in figures if f.low or f.high}


def test_addresses_of_rows_can_be_explained(case: "Case") -> None:
    """The address of every row, the ratio's too, leads to the row's own claims."""
    for row in balance_rows(case.balance, case.ledger):
        found = explain(str(row["address"]), case.ledger, case.reports, case.balance)
        assert found is not None
        assert isinstance(row["claims"], list)
        assert {ground.claim.id for ground in found.grounds} >= set(row["claims"])


def test_document_says_what_it_was_made_of(case: "Case") -> None:
    """The balance as one document holds its counts beside its rows."""
    document = json.loads(write(balance_document(case.balance, case.ledger), "json"))
    assert document["pair"] == ["RUS", "PRK"]
    assert document["echoes"] == 1
    assert len(document["rows"]) == len(balance_rows(case.balance, case.ledger))
    with pytest.raises(BadInput, match="choose one of json, jsonl"):
        write(balance_document(case.balance, case.ledger), "csv")


def test_csv_cells_are_no_formulas(case: "Case") -> None:
    """A cell that a spreadsheet would compute gets an apostrophe."""
    sheet = list(csv.DictReader(io.StringIO(write(claim_rows(case.ledger.claims), "csv"))))
    assert [row["item"] for row in sheet if "SOMME" in row["item"]] == ["'=SOMME(A1)"]
    for start in "=+-@\t\r＝":
        assert write([{"a": f"{start}1"}], "csv").strip('a\n"').startswith("'")


def test_csv_is_read_back_whole(case: "Case") -> None:
    """Quotes with commas, quotation marks and lists survive the sheet."""
    sheet = list(csv.DictReader(io.StringIO(write(claim_rows(case.ledger.claims), "csv"))))
    assert len(sheet) == len(case.ledger.claims)
    assert sheet[0]["quote"] == case.ledger.claims[0].quote
    assert sheet[0]["low"] == "5600000000"
    assert sheet[0]["giver"] == "PRK"


def test_markdown_is_escaped() -> None:
    """A bar, a tag or a line break in a report cannot break the table."""
    text = write([{"item": "a|b <b>\nc*d*"}], "md")
    assert text == "| item |\n| --- |\n| a\\|b \\<b\\> c\\*d\\* |\n"


def test_nothing_and_unknown_formats() -> None:
    """No rows give an empty table; a format that is none is named with those that are."""
    assert [write([], each) for each in ("json", "jsonl", "csv", "md")] == ["[]\n", "", "", ""]
    with pytest.raises(BadInput, match="xml"):
        write([], "xml")
