"""Errors: one sentence that names the file and the remedy, exit code 2, and nothing lost."""

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from donnant import Dossier
from donnant.cli.app import app
from donnant.demo import REPORTS

GOOD = REPORTS / "nordet-2024-06-20.txt"


def invoke(*args: object) -> Result:
    """What a command answers."""
    return CliRunner().invoke(app, [str(arg) for arg in args])


def fails(result: Result, *said: object) -> None:
    """Exit code 2, everything said, on stderr, in no more than a sentence."""
    assert result.exit_code == 2, result.output
    assert "Traceback" not in result.output
    for each in said:
        assert str(each) in result.stderr
    assert result.stderr.strip().count("\n") == 0


@pytest.mark.parametrize("command", ["claims", "ledger", "balance", "check", "rebuild", "brief"])
def test_a_folder_that_is_no_dossier_is_named_with_the_remedy(tmp_path: Path, command: str) -> None:
    """Every command that asks a dossier says how to make one."""
    fails(invoke(command, tmp_path), tmp_path, "no dossier", "donnant new")
    assert list(tmp_path.iterdir()) == []


def test_no_dossier_is_made_for_files_that_are_not_there(tmp_path: Path) -> None:
    """A path that leads nowhere is named, and leaves nothing behind."""
    fails(invoke("run", tmp_path / "no.txt", tmp_path / "*.txt", "--dossier", tmp_path / "d"), "no.txt", "*.txt")
    assert list(tmp_path.iterdir()) == []


def test_a_dossier_is_not_made_in_a_folder_of_other_things(tmp_path: Path) -> None:
    """A folder with other things in it is left alone."""
    (tmp_path / "mine").write_bytes(b"")
    fails(invoke("run", GOOD, "--dossier", tmp_path), tmp_path, "another place")
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_the_readable_rest_is_processed(tmp_path: Path) -> None:
    """An empty, a missing and an undated file are told; the good ones give a balance all the same."""
    (tmp_path / "empty.txt").write_bytes(b"")
    undated = tmp_path / "undated.txt"
    undated.write_text("La Corée du Nord a livré deux avions à la Russie.\n", encoding="utf-8")
    files = (GOOD, tmp_path / "empty.txt", tmp_path / "none.txt", undated)
    result = invoke("run", *files, "--dossier", tmp_path / "d")
    assert result.exit_code == 2
    problems = [line for line in result.stderr.splitlines() if line.startswith("Problem: ")]
    assert [any(name in line for line in problems) for name in ("empty.txt", "none.txt")] == [True] * 2
    assert len(problems) == 2
    assert "--meta" in next(line for line in result.stderr.splitlines() if line.startswith("Note: undated.txt"))
    assert "PRK" in result.stdout
    assert (tmp_path / "d" / "brief.html").is_file()
    assert len(Dossier.open(tmp_path / "d").reports()) == 2


def test_an_unknown_party_gets_a_suggestion_before_any_work(tmp_path: Path) -> None:
    """A slip in --parties costs no reading and makes no dossier."""
    fails(invoke("run", GOOD, "--dossier", tmp_path / "d", "--parties", "Rusia,PRK"), "Rusia", "Russia")
    assert not (tmp_path / "d").exists()


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (["--parties", "RUS"], "RUS,PRK"),
        (["--parties", "RUS,Moscou"], "both RUS"),
        (["--as-of", "soon"], "2025-09-19"),
        (["--lang", "xx"], "xx"),
    ],
)
def test_an_option_that_cannot_be_understood_is_named(made: Path, option: list[str], said: str) -> None:
    """The sentence shows how to write it."""
    fails(invoke("balance", made, *option), said)


@pytest.mark.parametrize("text", ["", "a;b", "file,day\n", "file,date\na.txt,tomorrow\n"])
def test_a_table_that_cannot_be_understood_is_named(tmp_path: Path, text: str) -> None:
    """--meta is read before any report, and its fault stops the run with nothing made."""
    meta = tmp_path / "facts.csv"
    meta.write_text(text, encoding="utf-8")
    fails(invoke("run", GOOD, "--meta", meta, "--dossier", tmp_path / "d"), "facts.csv")
    assert not (tmp_path / "d").exists()


def test_an_id_that_is_none_is_named(made: Path) -> None:
    """The sentence says where the ids are."""
    fails(invoke("explain", made, "e-00000000"), "nothing here has the id e-00000000", "donnant ledger")
    fails(invoke("explain", made, "c-00000000"), "nothing here has the id c-00000000", "donnant claims")
    fails(invoke("explain", made, "d-00000000"), "no decision has the id d-00000000", "decisions.jsonl")


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (["--category", "weapons"], "arms, troops"),
        (["--kind", "gift"], "transfer"),
        (["--report", "nordet-2024-06-21.txt"], "nordet-2024-06-20.txt"),
        (["--giver", "Rusia"], "Russia"),
    ],
)
def test_a_filter_that_names_nothing_is_no_empty_table(made: Path, option: list[str], said: str) -> None:
    """What is allowed, or what was meant, is said."""
    result = invoke("claims", made, *option)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_filters_that_fit_nothing_say_so(made: Path) -> None:
    """An empty answer to a sound question is an answer."""
    result = invoke("claims", made, "--giver", "FRA")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "no claim fits" in result.stderr


def test_parties_with_nothing_between_them_are_told(made: Path) -> None:
    """The balance is empty, and the pair that has one is named."""
    result = invoke("balance", made, "--parties", "ISL,PER")
    assert result.exit_code == 0
    assert "say nothing between ISL and PER" in result.stderr
    assert "RUS,PRK" in result.stderr


def test_a_file_is_no_dossier(tmp_path: Path) -> None:
    """A file is called a file, and the remedy makes a dossier of it."""
    path = tmp_path / "report.txt"
    path.write_bytes(GOOD.read_bytes())
    fails(invoke("balance", path), "is a file", f"donnant run {path} --dossier {tmp_path / 'report-dossier'}")
    fails(invoke("balance", tmp_path), f"donnant run {tmp_path} --dossier {tmp_path}-dossier")


def test_a_report_that_is_gone_is_told_by_every_answer(own: Path) -> None:
    """Neither a check nor a balance passes over it; its acceptance is explicit."""
    gone = Dossier.open(own).reports()[0]
    shutil.rmtree(own / "reports" / gone.hash[:16])
    fails(invoke("check", own), gone.name, "version control", "--accept-loss")
    asked = invoke("balance", own)
    assert asked.exit_code == 0
    assert f"Note: {gone.name} is gone" in asked.stderr
    assert invoke("rebuild", own).exit_code == 2
    accepted = invoke("rebuild", own, "--accept-loss")
    assert accepted.exit_code == 0
    assert gone.name in accepted.stderr
    assert invoke("check", own).stderr == ""


def test_reports_of_which_none_has_a_date_are_something_to_correct(tmp_path: Path) -> None:
    """Nothing can be placed in time: one sentence with file and remedy, exit 2, and the balance all the same."""
    (tmp_path / "undated.txt").write_text("La Corée du Nord a livré deux avions à la Russie.\n", encoding="utf-8")
    result = invoke("run", tmp_path / "undated.txt", "--dossier", tmp_path / "d")
    assert result.exit_code == 2
    assert "Problem: undated.txt prints no date: give one with --meta" in result.stderr
    assert "PRK" in result.stdout


def test_a_report_without_a_date_beside_dated_ones_is_noted(tmp_path: Path) -> None:
    """Run and check say so, and end well."""
    (tmp_path / "undated.txt").write_text("La Corée du Nord a livré deux avions à la Russie.\n", encoding="utf-8")
    assert invoke("run", GOOD, tmp_path / "undated.txt", "--dossier", tmp_path / "d").exit_code == 0
    result = invoke("check", tmp_path / "d")
    assert result.exit_code == 0
    assert "is whole" in result.stdout
    assert "Note: undated.txt prints no date" in result.stderr


def test_the_same_ruling_twice_is_written_once(own: Path) -> None:
    """Said so, and the log is as it was; to undo what nobody ruled is an error."""
    claim = next(claim for claim in Dossier.open(own).claims() if claim.low)
    ruling = ("decide", own, claim.id, "correct", "low=1", "high=", "--why", "misprint", "--by", "Ana")
    first = invoke(*ruling)
    assert f"{claim.id} low: {claim.low:.15g} → 1" in first.stdout
    log = (own / "decisions.jsonl").read_bytes()
    again = invoke(*ruling)
    assert again.exit_code == 0
    assert "stands already" in again.stderr
    assert (own / "decisions.jsonl").read_bytes() == log
    decision = first.stdout.partition(":")[0]
    for address in (claim.id, decision, f"[{claim.id[:10]}]"):
        told = invoke("explain", own, address).stdout
        assert "correct by Ana" in told
        assert "misprint" in told
        assert f"lower bound: {claim.low:.15g} → 1" in told
    undo = ("decide", own, claim.id, "undo", "--why", "it was right", "--by", "Ana")
    assert f"low: 1 → {claim.low:.15g}" in invoke(*undo).stdout
    fails(invoke(*undo), "nothing to undo", "donnant explain")
    fails(invoke("decide", own, decision, "undo", "--why", "again", "--by", "Ana"), "nothing to undo", "undone already")


def test_a_ruling_without_user_has_the_login_name(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where $USER is not set the system is asked."""
    monkeypatch.setattr("getpass.getuser", lambda: "bo")
    claim = Dossier.open(own).claims()[0]
    assert "accept by bo" in invoke("decide", own, claim.id, "accept", "--why", "seen").stdout


def test_an_explanation_is_no_table_of_rows(made: Path) -> None:
    """A format that does not fit is refused, with those that do."""
    fails(invoke("explain", made, "ratio", "--format", "csv"), "table or json")


def test_a_dossier_file_edited_wrongly_is_named(own: Path) -> None:
    """A key that nobody knows is a sentence with file and key."""
    (own / "dossier.toml").write_text("titel = 'x'\n", encoding="utf-8")
    fails(invoke("balance", own), "dossier.toml", "titel")


def test_a_fault_of_the_program_is_owned_up_to(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even a fault of ours ends in a sentence, with another exit code than misuse."""

    def trip(*_: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(Dossier, "claims", trip)
    result = invoke("claims", made)
    assert result.exit_code == 1
    assert "ZeroDivisionError" in result.stderr
    assert "Traceback" not in result.output
