"""The review of doubtful claims, from the list to the total: claims, balance, decide, and back."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.dossier.conftest import read_ships
from typer.testing import CliRunner

from donnant import Dossier
from donnant.cli.app import app
from donnant.domain.claim import Claim, Trust
from donnant.domain.party import Party
from donnant.domain.report import Report

Write = Callable[..., Path]


def read_in_doubt(report: Report, parties: tuple[Party, ...]) -> tuple[Claim, ...]:
    """The plain reader, which doubts any number of ships above 100."""
    claims = read_ships(report, parties)
    return tuple(replace(one, trust=Trust.DOUBTFUL) if (one.low or 0) > 100 else one for one in claims)


@pytest.fixture
def case(tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> Dossier:
    """Five ships surely read, 700 doubtfully."""
    monkeypatch.setattr("donnant.extract.passes.extract_claims", read_in_doubt)
    made = Dossier.create(tmp_path / "case")
    made.add([write("may.txt", "RUS gives PRK 5 ships.", "RUS gives PRK 700 ships.")])
    return made


def ask(case: Dossier, command: str, *options: str) -> str:
    """What a command prints of the case."""
    result = CliRunner().invoke(app, [command, str(case.folder.root), *options])
    assert result.exit_code == 0, result.output
    return result.stdout


def listed(case: Dossier, trust: str) -> list[float]:
    """The figures that `donnant claims --trust` lists."""
    return [json.loads(row)["low"] for row in ask(case, "claims", "--trust", trust, "-f", "jsonl").splitlines()]


def counted(case: Dossier) -> tuple[list[float | None], int]:
    """The quantities of the balance, and how many claims await review."""
    made = Dossier.open(case.folder.root).balance()
    assert made is not None
    lines = [line for side in made.sides for line in side.quantities]
    return [line.interval.low for line in lines if line.interval], made.to_review


def test_claims_can_be_asked_for_by_how_sure_they_are(case: Dossier) -> None:
    """Each degree lists its own; the table says which reading is doubtful."""
    assert (listed(case, "doubtful"), listed(case, "fair"), listed(case, "high")) == ([700], [5], [])
    assert "doubtful" in ask(case, "claims", "--trust", "doubtful")
    assert "doubtful" not in ask(case, "claims", "--trust", "fair")


def test_the_balance_sets_them_aside_and_says_how_to_list_them(case: Dossier) -> None:
    """The command that it prints is the one that lists what it left out, path included."""
    assert counted(case) == ([5.0], 1)
    printed = " ".join(ask(case, "balance").split())
    assert f"1 doubtful claim awaits review: donnant claims {case.folder.root} --trust doubtful" in printed
    assert "doubtful reading" in ask(case, "explain", listed_id(case))


def test_what_a_person_accepts_enters_the_total_and_what_is_undone_leaves_it(case: Dossier) -> None:
    """From the list to the total, across a rebuild, and back."""
    claim = listed_id(case)
    case.decide(claim, "accept", why="I read it", reviewer="Ana")
    Dossier.open(case.folder.root).rebuild()
    assert (listed(case, "doubtful"), counted(case)) == ([], ([700.0, 5.0], 0))
    Dossier.open(case.folder.root).decide(claim, "undo", why="I misread it", reviewer="Ana")
    assert counted(case) == ([5.0], 1)
    Dossier.open(case.folder.root).decide(claim, "reject", why="a misprint", reviewer="Ana")
    assert (listed(case, "doubtful"), counted(case)) == ([], ([5.0], 0))


def test_a_pair_of_which_all_is_doubtful_is_not_said_to_have_nothing(case: Dossier, write: Write) -> None:
    """What awaits review is something, though no figure rests on it."""
    case.add([write("june.txt", "IRN gives CHN 900 ships.")])
    made = case.balance(("IRN", "CHN"))
    assert made is not None and (made.to_review, made.claims) == (1, 0)
    assert not any("say nothing between" in note for note in case.notes)


def listed_id(case: Dossier) -> str:
    """The id of the one doubtful claim."""
    (row,) = ask(case, "claims", "--trust", "doubtful", "-f", "jsonl").splitlines()
    return str(json.loads(row)["id"])
