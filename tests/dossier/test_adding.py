"""Adding reports: what is new, what is known, what is wrong, and that an end in the middle costs nothing."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from donnant import Dossier
from donnant.dossier import Interrupted
from donnant.read.meta import Given

Write = Callable[..., Path]
ONE, TWO = "RUS gives PRK 5 ships.", "PRK gives RUS 7 ships."


def test_a_report_is_read_once(case: Dossier, write: Write) -> None:
    """The second time it is known, and there is still one of it."""
    path = write("a.txt", ONE)
    assert case.add([path]).new == ("a.txt",)
    again = case.add([path])
    assert (again.new, again.known) == ((), ("a.txt",))
    assert [report.name for report in case.reports()] == ["a.txt"]


def test_one_content_under_two_names_is_one_report(case: Dossier, write: Write) -> None:
    """Its claims carry the name that comes first in the alphabet, whichever file came first."""
    case.add([write("z.txt", ONE)])
    case.add([write("b.txt", ONE)])
    assert [report.name for report in case.reports()] == ["b.txt"]
    assert {claim.doc for claim in case.claims()} == {"b.txt"}
    assert case.add([write("z.txt", ONE)]).known == ("b.txt",)


def test_what_is_said_later_of_a_report_counts(case: Dossier, write: Write) -> None:
    """A date given on the second run replaces the one it had, and silence takes nothing back."""
    path = write("a.txt", ONE)
    case.add([path])
    assert case.add([path], {"a.txt": Given(date="2023-01-02")}).new == ("a.txt",)
    case.add([path])
    date = case.reports()[0].date
    assert date is not None
    assert (date.value, date.where) == ("2023-01-02", "given")


def test_a_bad_file_does_not_stop_the_others(case: Dossier, write: Write, tmp_path: Path) -> None:
    """Missing, empty, binary and undated files each have their problem; the good one is read."""
    empty, binary = tmp_path / "empty.txt", tmp_path / "pic.png"
    empty.write_bytes(b"")
    binary.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    added = case.add([empty, binary, tmp_path / "none.txt", write("undated.txt", ONE, date=""), write("a.txt", TWO)])
    assert added.new == ("a.txt", "undated.txt")
    assert {Path(problem.file).name for problem in added.problems} == {
        "empty.txt", "pic.png", "none.txt", "undated.txt",
    }  # fmt: skip
    assert all(Path(problem.file).name in problem.text for problem in added.problems)


def test_a_problem_is_told_again_while_it_lasts(case: Dossier, write: Write) -> None:
    """A report without a date is a problem on the second run too, and none once a date is given."""
    path = write("undated.txt", ONE, date="")
    first = case.add([path]).problems
    assert [problem.slug for problem in first] == ["no-date"]
    assert case.add([path]).problems == first
    assert case.add([path], {"undated.txt": Given(date="2024")}).problems == ()


def test_a_report_that_trips_the_program_costs_only_itself(
    case: Dossier, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault while looking for claims is a problem of that report; the others have their claims."""
    from donnant.extract import passes

    plain = passes.extract_claims

    def trip(report, parties):  # type: ignore[no-untyped-def]
        if report.name == "bad.txt":
            raise ZeroDivisionError("oh")
        return plain(report, parties)

    monkeypatch.setattr(passes, "extract_claims", trip)
    added = case.add([write("bad.txt", ONE), write("good.txt", TWO)])
    assert [(problem.file, problem.slug) for problem in added.problems] == [("bad.txt", "extract-failed")]
    assert [claim.doc for claim in case.claims()] == ["good.txt"]
    assert added.problems[0] in case.ledger().problems


def test_a_stop_keeps_what_was_done_and_the_next_run_goes_on(
    case: Dossier, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C after two of three reports: two are saved, the third is read by the next run."""
    paths = [write(f"{name}.txt", f"RUS gives PRK {number} ships.") for number, name in enumerate("abc")]

    def stop(done: int, total: int, name: str) -> None:
        assert total == 3
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(Interrupted, match="2 newly read"):
        case.add(paths, progress=stop)
    assert [report.name for report in Dossier.open(case.folder.root).reports()] == ["a.txt", "b.txt"]
    again = Dossier.open(case.folder.root).add(paths)
    assert (again.new, again.known) == (("c.txt",), ("a.txt", "b.txt"))


def test_hostile_file_names_stay_inside(case: Dossier, tmp_path: Path) -> None:
    """A name with an escape and a lone byte is stored, shown and found without doing harm."""
    raw = os.fsencode(tmp_path) + b"/x\x1b[2J\xff.txt"
    with open(raw, "wb") as file:  # noqa: PTH123  no Path holds such a name on every system
        file.write(b"Published on 2024-05-01\n\nRUS gives PRK 5 ships. It is told here at some length.\n")
    added = case.add([os.fsdecode(raw)])
    assert added.problems == ()
    assert added.new == ("x\ufffd[2J\ufffd.txt",)
    stored = [path.name for path in case.folder.reports.rglob("*.txt")]
    assert stored == ["x_[2J_.txt"]


def test_two_contents_of_one_name_are_both_kept_and_said_so(case: Dossier, write: Write) -> None:
    """An edited file is another report; the note says how to drop the old one."""
    case.add([write("a.txt", ONE)])
    case.add([write("a.txt", TWO)])
    assert len(case.reports()) == 2
    assert any("a.txt" in note and "reports/" in note for note in case.notes)


def test_a_party_of_the_dossier_reaches_the_reader(
    tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Parties edited into dossier.toml are given to extraction, and a change of them reads everything anew."""
    from donnant.extract import passes

    seen: list[tuple[str, ...]] = []
    plain = passes.extract_claims

    def look(report, parties):  # type: ignore[no-untyped-def]
        seen.append(tuple(party.code for party in parties))
        return plain(report, parties)

    monkeypatch.setattr(passes, "extract_claims", look)
    case = Dossier.create(tmp_path / "case")
    case.add([write("a.txt", ONE)])
    with case.folder.settings.open("a", encoding="utf-8") as file:
        file.write('\n[[parties]]\ncode = "WAGNER"\nkind = "group"\n')
    Dossier.open(case.folder.root).claims()
    Dossier.open(case.folder.root).claims()
    assert seen == [(), ("WAGNER",)]


def test_a_row_about_a_file_that_is_not_there_is_told(case: Dossier, write: Write) -> None:
    """A slip in --meta would lose what was said of a report; the name that was meant is given."""
    from donnant.read.meta import Given

    given = {"may.txt": Given(publisher="Desk"), "june-2024.txt": Given(publisher="Desk")}
    added = case.add(
        [write("may.txt", "RUS gives PRK 5 ships."), write("june-2042.txt", "RUS gives PRK 6 ships.")], given
    )
    unused = [problem for problem in added.problems if problem.slug == "unused-row"]
    assert [problem.file for problem in unused] == ["june-2024.txt"]
    assert "june-2042.txt" in unused[0].text
    again = case.add([write("july.txt", "RUS gives PRK 7 ships.")], {"may.txt": Given(publisher="Desk")})
    assert "unused-row" not in [problem.slug for problem in again.problems]
