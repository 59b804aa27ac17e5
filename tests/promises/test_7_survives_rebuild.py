"""Promise 7: the person decides last; a ruling is never overwritten, and survives when the program reads better."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from donnant import Dossier
from donnant.demo import make_case
from donnant.domain.claim import Claim, Factuality, Kind, Phase
from donnant.domain.ids import content_id
from donnant.domain.party import Party
from donnant.domain.report import Report

TEXT = """Published on 2024-05-01

What passed between the two is told here at some length. RUS gives PRK 5 ships. PRK gives RUS 7 planes.
"""
Reader = Callable[[Report, tuple[Party, ...]], tuple[Claim, ...]]


def read_plainly(report: Report, parties: tuple[Party, ...]) -> tuple[Claim, ...]:
    """The reader of today: giver, receiver and number, of an `other` thing."""
    return tuple(
        Claim(
            report.name, found[0], found.start(), found.end(), Kind.TRANSFER, found[1], found[2], (), "other", None,
            float(found[3]), float(found[3]), False, found[4], None, (), Factuality.ASSERTED, Phase.DONE,
            id=content_id("c", ("plain", report.hash, found.start())), report=report.hash, operator="exactly",
        )
        for found in re.finditer(r"([A-Z]{3}) gives ([A-Z]{3}) (\d+) (\w+)s\.", report.text)
    )  # fmt: skip


def read_better(report: Report, parties: tuple[Party, ...]) -> tuple[Claim, ...]:
    """The reader of tomorrow: it finds items, dates, another category, another id, and one claim more."""
    better = tuple(
        replace(claim, id=content_id("c", ("better", claim.id)), item=f"{claim.unit}s", when="2024", category="arms")
        for claim in read_plainly(report, parties)
    )
    return (*better, replace(better[0], id="c-more", category="labour", giver="PRK", receiver="RUS", low=1.0))


def read_with(monkeypatch: pytest.MonkeyPatch, reader: Reader) -> None:
    """Let a reader be the program's."""
    monkeypatch.setattr("donnant.extract.passes.extract_claims", reader)


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Dossier:
    """One report with two claims, read plainly."""
    read_with(monkeypatch, read_plainly)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    dossier = Dossier.create(tmp_path / "case")
    dossier.add([tmp_path / "a.txt"])
    return dossier


def the(dossier: Dossier, giver: str) -> Claim:
    """The claim of a giver, rejected or not."""
    ledger = dossier.ledger()
    return next(claim for claim in (*ledger.claims, *ledger.rejected) if claim.giver == giver and claim.id != "c-more")


def rebuilt(dossier: Dossier) -> Dossier:
    """The dossier as somebody finds it after everything was made anew."""
    dossier.rebuild()
    return Dossier.open(dossier.folder.root)


def test_a_rejected_claim_stays_rejected_when_the_program_reads_better(
    case: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other ids, fields and categories do not bring it back, and it is still shown as rejected."""
    ruling = case.decide(the(case, "RUS").id, "reject", why="satire", reviewer="Ana")
    assert [claim.giver for claim in case.claims()] == ["PRK"]
    read_with(monkeypatch, read_better)
    ledger = rebuilt(case).ledger()
    assert "RUS" not in {claim.giver for claim in ledger.claims}
    assert [(claim.giver, claim.category, claim.rulings) for claim in ledger.rejected] == [
        ("RUS", "arms", (ruling.id,))
    ]
    in_entries = {claim for entry in ledger.entries for claim in entry.claims}
    assert in_entries.isdisjoint(claim.id for claim in ledger.rejected)


def test_a_correction_outranks_what_the_program_reads_later(case: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    """The corrected fields stay the person's, the others may get better."""
    case.decide(the(case, "RUS").id, "correct", {"low": "4", "category": "energy"}, why="page 3", reviewer="Ana")
    read_with(monkeypatch, read_better)
    claim = the(rebuilt(case), "RUS")
    assert (claim.low, claim.high, claim.category) == (4.0, 5.0, "energy")
    assert (claim.item, claim.when) == ("ships", "2024")


def test_a_later_reading_that_differs_overwrites_no_decision(case: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another number, read later in the same words, changes neither the corrected nor the accepted claim's ruling."""
    fixed = case.decide(the(case, "RUS").id, "correct", {"low": "4", "high": "4"}, why="page 3", reviewer="Ana")
    seen = case.decide(the(case, "PRK").id, "accept", why="seen", reviewer="Ana")
    read_with(
        monkeypatch,
        lambda report, parties: tuple(
            replace(claim, id=f"c-other{claim.giver}", low=99.0, high=99.0) for claim in read_plainly(report, parties)
        ),
    )
    again = rebuilt(case)
    claim = the(again, "RUS")
    assert (claim.id, claim.low, claim.high, claim.rulings) == ("c-otherRUS", 4.0, 4.0, (fixed.id,))
    assert the(again, "PRK").rulings == (seen.id,)
    assert again.check() == ()


def test_a_correction_of_the_sides_survives_too(case: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the reviewer saw finds the claim, not what it was corrected to."""
    case.decide(the(case, "RUS").id, "correct", {"giver": "China"}, why="page 3", reviewer="Ana")
    assert the(case, "CHN").receiver == "PRK"
    read_with(monkeypatch, read_better)
    assert the(rebuilt(case), "CHN").receiver == "PRK"
    assert case.check() == ()


def test_a_ruling_on_a_corrected_claim_finds_it_again(case: Dossier) -> None:
    """Correct, then reject, then undo: each is about the claim as it was read."""
    claim = the(case, "RUS")
    case.decide(claim.id, "correct", {"giver": "CHN", "category": "energy"}, why="page 3", reviewer="Ana")
    case.decide(the(case, "CHN").id, "reject", why="satire", reviewer="Bo")
    assert [one.giver for one in rebuilt(case).ledger().rejected] == ["RUS"]
    case.decide(the(case, "RUS").id, "undo", why="no satire", reviewer="Ana")
    assert the(rebuilt(case), "RUS") == claim


def test_nothing_in_the_log_is_ever_rewritten(case: Dossier) -> None:
    """Every ruling, undone or superseded, rebuilt or not, leaves what was written before it as it is."""
    log = b""
    for action in ("accept", "reject", "undo", "reject"):
        case.decide(the(case, "RUS").id, action, why=f"because {action}", reviewer="Ana")
        case.rebuild()
        now = case.folder.decisions.read_bytes()
        assert now.startswith(log)
        assert now.count(b"\n") == log.count(b"\n") + 1
        log = now
    case.check()
    assert case.folder.decisions.read_bytes() == log


def test_a_ruling_that_lost_its_claim_is_said_and_can_be_undone(case: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the program no longer reads the claim, the ruling is not dropped in silence."""
    ruling = case.decide(the(case, "RUS").id, "reject", why="satire", reviewer="Ana")
    read_with(monkeypatch, lambda report, parties: read_plainly(report, parties)[1:])
    again = rebuilt(case)
    assert [problem.slug for problem in again.check()] == ["lost-decision"]
    assert any("Ana" in note for note in again.notes)
    again.decide(ruling.id, "undo", why="no longer needed", reviewer="Ana")
    assert again.check() == ()
    read_with(monkeypatch, read_plainly)
    assert the(rebuilt(case), "RUS") in case.claims()


def test_rulings_on_the_bundled_case_survive_a_rebuild(tmp_path: Path) -> None:
    """With the program's own reader: every kind of ruling gives the same ledger after a rebuild."""
    dossier, _ = make_case(tmp_path / "case")
    first, second, third, *_ = [claim for claim in dossier.claims() if claim.low is not None]
    dossier.decide(first.id, "reject", why="misprint", reviewer="Ana")
    dossier.decide(second.id, "correct", {"low": "1", "high": ""}, why="page 3", reviewer="Ana")
    dossier.decide(third.id, "accept", why="seen", reviewer="Ana")
    before = dossier.ledger()
    assert [claim.id for claim in before.rejected] == [first.id]
    assert {claim.id for claim in before.claims if claim.rulings} == {second.id, third.id}
    assert rebuilt(dossier).ledger() == before
