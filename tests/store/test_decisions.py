"""The log of decisions: nothing that was written is lost, and nothing torn is hidden."""

from pathlib import Path

from donnant.domain.decision import Decision
from donnant.store.decisions import append_decision, read_decisions
from donnant.store.folder import Folder


def _decision(number: int) -> Decision:
    return Decision(f"d-{number}", "reject", "0" * 64, "quote", "transfer", {"low": 5.0}, "why", "Ana", "2025-01-01")


def test_a_torn_last_line_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    """A write cut short costs its own line only."""
    folder = Folder(tmp_path)
    append_decision(folder, _decision(1))
    append_decision(folder, _decision(2))
    whole = folder.decisions.read_bytes()
    folder.decisions.write_bytes(whole[:-10])
    decisions, problems = read_decisions(folder)
    assert decisions == (_decision(1),)
    assert [problem.slug for problem in problems] == ["torn-decision"]
    assert "line 2" in problems[0].text


def test_a_decision_after_a_torn_line_is_kept_whole(tmp_path: Path) -> None:
    """The next ruling starts its own line, and what stands before it stays byte for byte."""
    folder = Folder(tmp_path)
    append_decision(folder, _decision(1))
    torn = folder.decisions.read_bytes() + b'{"id": "d-'
    folder.decisions.write_bytes(torn)
    append_decision(folder, _decision(3))
    assert read_decisions(folder)[0] == (_decision(1), _decision(3))
    assert folder.decisions.read_bytes().startswith(torn)


def test_a_last_line_without_its_end_is_still_a_decision(tmp_path: Path) -> None:
    """An editor that drops the last line break loses nothing, now or at the next ruling."""
    folder = Folder(tmp_path)
    append_decision(folder, _decision(1))
    folder.decisions.write_bytes(folder.decisions.read_bytes().rstrip(b"\n"))
    append_decision(folder, _decision(2))
    assert read_decisions(folder) == ((_decision(1), _decision(2)), ())


def test_without_a_log_nobody_has_ruled(tmp_path: Path) -> None:
    """A dossier without decisions.jsonl has no decisions and no problem."""
    assert read_decisions(Folder(tmp_path)) == ((), ())
