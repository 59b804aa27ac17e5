"""The bundled case goes to a spreadsheet: formulas that reckon right, folders that overwrite nobody's files."""

import csv
import io
import json
from pathlib import Path

import duckdb
import openpyxl
import pytest
from tests.cli.test_errors import fails, invoke
from tests.show.reckoner import Reckoner

from donnant import Dossier
from donnant.show.exports.columns import TABLES


def done(result: object) -> str:
    """What a command that went well says."""
    assert result.exit_code == 0, result.output  # type: ignore[attr-defined]
    return str(result.stdout)  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_formulas_of_the_bundled_case_come_to_its_balance(made: Path, tmp_path: Path, language: str) -> None:
    """Every result is the one that is written, and the totals are those of the program."""
    path = tmp_path / "case.xlsx"
    assert str(path) in done(invoke("export", made, "-o", path, "--lang", language))
    book, cached = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    reckoner = Reckoner(book)
    places = [(page.title, cell.coordinate) for page in book for row in page for cell in row if cell.data_type == "f"]
    assert places
    for sheet, place in places:
        written = cached[sheet][place].value
        expected = pytest.approx(written, rel=1e-9) if isinstance(written, int | float) else written or ""
        assert reckoner.cell(sheet, place) == expected
    balance = Dossier.open(made).balance()
    assert balance and balance.valuation
    keys, title = TABLES["worth"], book.sheetnames[1]
    low, high = (book[title].cell(1, keys.index(f"worth_{end}") + 1).column_letter for end in ("low", "high"))
    totals = [*balance.valuation.published.totals, *balance.valuation.priced.totals]
    assert sum(total is not None for total in totals) >= 3
    for total, row in zip(totals, (2, 3, 6, 7), strict=True):
        told = [reckoner.cell(title, f"{column}{row}") for column in (low, high)]
        bounds = [total.low, total.high] if total else [None, None]
        assert told == [pytest.approx(float(each), rel=1e-9) if each is not None else None for each in bounds]


def test_an_export_stands_in_the_dossier_unless_told_otherwise(own: Path) -> None:
    """A workbook, or a folder with a file for each table; a second time too, and byte for byte."""
    for shape, name in (("xlsx", "export.xlsx"), ("csv", "export-csv"), ("parquet", "export-parquet")):
        assert str(own / name) in done(invoke("export", own, "--format", shape))
    workbook, folder = (own / "export.xlsx").read_bytes(), files(own / "export-csv")
    assert set(folder) == {f"{table}.csv" for table in TABLES}
    assert set(files(own / "export-parquet")) == {f"{table}.parquet" for table in TABLES}
    done(invoke("export", own))
    done(invoke("export", own, "-f", "csv"))
    assert ((own / "export.xlsx").read_bytes(), files(own / "export-csv")) == (workbook, folder)
    assert "is whole" in done(invoke("check", own))


def files(folder: Path) -> dict[str, bytes]:
    """What anybody sees in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


def test_csv_and_parquet_hold_the_same_figures(made: Path, tmp_path: Path) -> None:
    """Parquet has fixed names, codes and types; csv is in the language that was asked for."""
    done(invoke("export", made, "-f", "csv", "-o", tmp_path / "csv", "--lang", "fr"))
    done(invoke("export", made, "-f", "parquet", "-o", tmp_path / "parquet", "--lang", "fr"))
    rows = list(csv.DictReader(io.StringIO((tmp_path / "csv" / "claims.csv").read_text(encoding="utf-8-sig"))))
    with duckdb.connect() as door:
        table = door.read_parquet(str(tmp_path / "parquet" / "claims.parquet"))
        told = [dict(zip(table.columns, row, strict=True)) for row in table.fetchall()]
        counted = door.read_parquet(str(tmp_path / "parquet" / "worth.parquet")).filter("counted").fetchall()
    assert len(rows) == len(told) == len(Dossier.open(made).claims())
    assert counted
    for row, claim in zip(rows, told, strict=True):
        assert (row["affirmation"], row["citation"].lstrip("'")) == (claim["id"], claim["quote"].lstrip("'"))
        assert (float(row["au moins"]) if row["au moins"] else None) == claim["low"]
        assert isinstance(claim["start"], int) and isinstance(claim["attribution"], list)
    assert {claim["kind"] for claim in told} >= {"transfer", "loss"}


def test_what_was_known_on_a_day_is_what_is_exported(made: Path, tmp_path: Path) -> None:
    """Reports of later days are left out."""
    done(invoke("export", made, "-f", "csv", "-o", tmp_path / "all"))
    done(invoke("export", made, "-f", "csv", "-o", tmp_path / "then", "--as-of", "2025-06-30"))
    then, now = ((tmp_path / name / "sources.csv").read_text(encoding="utf-8-sig") for name in ("then", "all"))
    assert 1 < then.count("\n") < now.count("\n")
    assert "2025-09" not in then


@pytest.mark.parametrize(
    ("shape", "name", "said"),
    [
        ("ods", "x.ods", "choose one of xlsx, csv, parquet"),
        ("xlsx", "dossier.toml", "ends in .xlsx"),
        ("csv", "dossier.toml", "name a folder"),
        ("csv", ".", "name a new or empty folder"),
    ],
)
def test_a_place_that_an_export_cannot_have_is_refused(own: Path, shape: str, name: str, said: str) -> None:
    """With the remedy, and nothing is written over."""
    before = (own / "dossier.toml").read_bytes()
    fails(invoke("export", own, "--format", shape, "-o", own / name), said)
    assert (own / "dossier.toml").read_bytes() == before


def test_a_folder_with_anybody_elses_files_is_left_alone(made: Path, tmp_path: Path) -> None:
    """A file of the same name that no export wrote, and one that was changed since, are not written over."""
    (tmp_path / "claims.csv").write_text("mine\n", encoding="utf-8")
    fails(invoke("export", made, "-f", "csv", "-o", tmp_path), "claims.csv", "not of an export")
    assert [path.name for path in tmp_path.iterdir()] == ["claims.csv"]
    folder = tmp_path / "new"
    done(invoke("export", made, "-f", "csv", "-o", folder))
    (folder / "claims.csv").write_text("mine\n", encoding="utf-8")
    fails(invoke("export", made, "-f", "csv", "-o", folder), "claims.csv was changed", "another folder")
    assert (folder / "claims.csv").read_text(encoding="utf-8") == "mine\n"


def test_a_folder_that_a_kill_left_half_written_can_be_written_again(made: Path, tmp_path: Path) -> None:
    """What is on record before it is there may be missing."""
    done(invoke("export", made, "-f", "csv", "-o", tmp_path / "x"))
    whole = files(tmp_path / "x")
    (tmp_path / "x" / "worth.csv").unlink()
    done(invoke("export", made, "-f", "parquet", "-o", tmp_path / "x"))
    done(invoke("export", made, "-f", "csv", "-o", tmp_path / "x"))
    assert {name: data for name, data in files(tmp_path / "x").items() if name.endswith(".csv")} == whole
    assert json.loads((tmp_path / "x" / ".donnant-export").read_text(encoding="utf-8"))


def test_a_dossier_without_a_balance_says_so(tmp_path: Path) -> None:
    """The sheets are there, without a line."""
    Dossier.create(tmp_path / "d")
    result = invoke("export", tmp_path / "d")
    assert result.exit_code == 0
    assert "Note: No claim has two parties" in result.stderr
    assert openpyxl.load_workbook(tmp_path / "d" / "export.xlsx").sheetnames[0] == "Balance"
