"""Asking from the command line: tables for people, data for programs, filters for both."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from donnant import Dossier
from donnant.cli.app import app

GUIDE = [
    "doc", "quote", "start", "end", "kind", "giver", "receiver", "parties", "category", "item", "low", "high",
    "approx", "unit", "when", "attribution", "factuality", "phase",
]  # fmt: skip
OWN = ["id", "report", "operator", "vote", "trust", "found", "cues", "rulings"]


def ask(*args: object) -> Result:
    """The answer to a command that must succeed."""
    result = CliRunner().invoke(app, [str(arg) for arg in args])
    assert result.exit_code == 0, result.output
    return result


def claims(case: Path, *args: object) -> list[dict[str, Any]]:
    """The rows that `donnant claims` prints."""
    return [json.loads(line) for line in ask("claims", case, "--format", "jsonl", *args).stdout.splitlines()]


def test_claims_have_the_fields_of_the_guide_in_its_order(made: Path) -> None:
    """First those of the annotation guide, then the program's own."""
    rows = claims(made)
    assert rows
    assert {tuple(row) for row in rows} == {(*GUIDE, *OWN)}


def test_every_claim_stands_in_its_original_where_it_says(made: Path) -> None:
    """text[start:end] == quote, on the stored text of the report."""
    texts = {report.name: report.text for report in Dossier.open(made).reports()}
    rows = claims(made)
    assert [row["id"] for row in rows if texts[row["doc"]][row["start"] : row["end"]] != row["quote"]] == []


@pytest.mark.parametrize("shape", ["json", "jsonl", "csv", "md", "table"])
@pytest.mark.parametrize("command", ["claims", "ledger", "balance"])
def test_every_format_holds_the_same_rows(made: Path, command: str, shape: str) -> None:
    """Each table can be had in each format, without a colour code in it."""
    text = ask(command, made, "--format", shape).stdout
    assert text.strip()
    assert "\x1b" not in text
    rows = len(ask(command, made, "--format", "jsonl").stdout.splitlines())
    if shape == "json":
        read = json.loads(text)
        assert len(read["rows"] if command == "balance" else read) == rows
    elif shape == "csv":
        assert len(list(csv.DictReader(io.StringIO(text)))) == rows
    elif shape == "md":
        assert len(text.splitlines()) == rows + 2


@pytest.mark.parametrize(
    ("filters", "field", "wanted"),
    [
        (["--kind", "loss"], "kind", "loss"),
        (["--giver", "North Korea"], "giver", "PRK"),
        (["--receiver", "RUS"], "receiver", "RUS"),
        (["--category", "arms"], "category", "arms"),
        (["--report", "saltmarsh-2025-09-20.txt"], "doc", "saltmarsh-2025-09-20.txt"),
    ],
)
def test_a_filter_keeps_what_it_names_and_all_of_it(made: Path, filters: list[str], field: str, wanted: str) -> None:
    """Neither more nor less than the claims of that value."""
    assert claims(made, *filters) == [row for row in claims(made) if row[field] == wanted] != []


def test_a_ledger_filter_keeps_what_it_names(made: Path) -> None:
    """The entries of one category, and all of them."""
    rows = json.loads(ask("ledger", made, "--format", "json").stdout)
    arms = json.loads(ask("ledger", made, "--format", "json", "--category", "arms").stdout)
    assert arms == [row for row in rows if row["category"] == "arms"] != []


def test_a_day_shows_only_what_was_known_then(made: Path) -> None:
    """No claim of a later report, in any of the tables."""
    early = {row["doc"] for row in claims(made, "--as-of", "2024-12-31")}
    assert early
    assert all("2024" in doc for doc in early)
    assert json.loads(ask("balance", made, "--as-of", "2024-12-31", "--format", "json").stdout)["as_of"] == "2024-12-31"


def test_a_figure_of_the_balance_leads_to_its_sentence(made: Path) -> None:
    """Every address that the balance prints is one that explain takes, down to file, offsets and hash."""
    rows = json.loads(ask("balance", made, "--format", "json").stdout)["rows"]
    assert rows
    for address in sorted({row["address"] for row in rows}):
        found = json.loads(ask("explain", made, address, "--format", "json").stdout)
        sentences = [
            ground["sentence"]
            for matter in found["matters"]
            for voice in matter["voices"]
            for ground in voice["grounds"]
        ]
        assert sentences, address
        assert all(each["holds"] and each["file"] and len(each["hash"]) == 64 for each in sentences)


def test_the_balance_speaks_the_language_asked_for(made: Path) -> None:
    """French labels for --lang fr, English without."""
    assert ask("balance", made, "--lang", "fr").stdout != ask("balance", made).stdout
    assert "au 2025-09-26" in ask("balance", made, "--lang", "fr").stdout or "2025" in ask("balance", made).stdout


def test_the_brief_goes_where_it_is_told(made: Path, tmp_path: Path) -> None:
    """-o names the file; the page is whole and says its language."""
    out = tmp_path / "out.html"
    assert str(out) in ask("brief", made, "-o", out, "--lang", "fr").stdout
    page = out.read_text(encoding="utf-8")
    assert '<html lang="fr"' in page
    assert page.rstrip().endswith("</html>")


def test_a_dossier_can_be_made_and_filled_by_hand(made: Path, tmp_path: Path) -> None:
    """new, add, check: the same claims as the main job gives."""
    from donnant.demo import META, REPORTS

    ask("new", tmp_path / "d", "--parties", "Russie,North Korea", "--title", "Essai")
    assert "12 read" in ask("add", tmp_path / "d", REPORTS, "--meta", META).stdout
    assert "whole" in ask("check", tmp_path / "d").stdout
    assert claims(tmp_path / "d") == claims(made)
    assert Dossier.open(tmp_path / "d").settings.pair == ("RUS", "PRK")


def test_a_ruling_from_the_command_line_is_kept(own: Path) -> None:
    """Correct, then undo: the claim changes, and comes back as it was."""
    before = next(row for row in claims(own) if row["kind"] == "transfer" and row["low"])
    ask("decide", own, before["id"], "correct", "low=1.5", "high=", "--why", "misprint", "--by", "Ana")
    after = next(row for row in claims(own) if row["quote"] == before["quote"] and row["rulings"])
    assert (after["low"], after["high"]) == (1.5, None)
    ask("decide", own, after["id"], "undo", "--why", "it was right", "--by", "Ana")
    assert before in claims(own)
