"""Promise 3: originals and decisions are the truth; all else is derived, can be deleted, and is rebuilt."""

import hashlib
import shutil
from pathlib import Path

import pytest

from donnant import Dossier
from donnant.demo import REPORTS, make_case
from donnant.domain.claim import Claim
from donnant.domain.entry import Ledger


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled case with two rulings, one of each kind that changes the ledger."""
    path = tmp_path_factory.mktemp("truth") / "case"
    dossier, _ = make_case(path)
    first, second = _with_amounts(dossier)[:2]
    dossier.decide(first.id, "reject", why="a misprint", reviewer="Ana")
    dossier.decide(second.id, "correct", {"low": "1.25", "high": "1.25"}, why="see page 3", reviewer="Ana")
    return path


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    """A copy to do harm to."""
    return Path(shutil.copytree(made, tmp_path / "case"))


def ledger(path: Path) -> Ledger:
    """The ledger as somebody finds it who opens the dossier anew."""
    return Dossier.open(path).ledger()


def test_every_original_is_kept_to_the_byte_under_its_hash(made: Path) -> None:
    """The bytes that came in are the bytes that are kept."""
    originals = {hashlib.sha256(path.read_bytes()).hexdigest() for path in REPORTS.iterdir() if path.is_file()}
    kept = [path for path in (made / "reports").rglob("*") if path.is_file() and path.name != "report.json"]
    assert {hashlib.sha256(path.read_bytes()).hexdigest() for path in kept} == originals
    assert {path.parent.name for path in kept} == {hash_[:16] for hash_ in originals}
    assert {report.hash for report in Dossier.open(made).reports()} == originals


def test_all_that_is_derived_can_be_deleted(made: Path, case: Path) -> None:
    """Without .donnant, the brief and the rest, the ledger comes back, rulings and all."""
    shutil.rmtree(case / ".donnant")
    assert ledger(case) == ledger(made)
    assert len(ledger(case).rejected) == 1
    assert any(claim.low == 1.25 and claim.rulings for claim in ledger(case).claims)


def test_every_derived_file_can_be_deleted_alone(made: Path, case: Path) -> None:
    """Whichever single file under .donnant is lost, nothing is."""
    for path in [path for path in (case / ".donnant").rglob("*") if path.is_file()]:
        path.unlink()
        assert ledger(case) == ledger(made), path


def test_every_derived_file_can_be_damaged(made: Path, case: Path) -> None:
    """Rubbish in any derived file is noticed and made good, never believed."""
    for path in [path for path in (case / ".donnant").rglob("*") if path.is_file()]:
        path.write_bytes(b'{"claims": []}')
        assert ledger(case) == ledger(made), path


def test_originals_decisions_and_settings_alone_make_the_case(made: Path, tmp_path: Path) -> None:
    """Copied to another place without anything derived, readings excepted, they give the same ledger."""
    copy = tmp_path / "copy"
    shutil.copytree(made, copy, ignore=shutil.ignore_patterns(".donnant", "brief.html"))
    assert ledger(copy) == ledger(made)


def test_nothing_that_asks_or_rebuilds_touches_the_truth(case: Path) -> None:
    """Originals, decisions and settings are the same bytes after everything that can be asked."""
    before = _truth(case)
    dossier = Dossier.open(case)
    dossier.rebuild()
    dossier.check()
    dossier.brief()
    dossier.claims(as_of="2024-12-31")
    assert _truth(case) == before


def test_the_derived_database_is_never_believed_against_the_log(case: Path) -> None:
    """A decision taken back with an editor is taken back in the ledger."""
    assert ledger(case).rejected
    (case / "decisions.jsonl").unlink()
    assert ledger(case).rejected == ()


def test_a_changed_original_does_not_pass(case: Path) -> None:
    """One byte more in an original is found by the check, and named."""
    report = Dossier.open(case).reports()[0]
    original = next(path for path in (case / "reports" / report.hash[:16]).iterdir() if path.name != "report.json")
    original.write_bytes(original.read_bytes() + b" ")
    assert [problem.file for problem in Dossier.open(case).check()] == [report.name]


def _truth(case: Path) -> dict[str, bytes]:
    files = [*(case / "reports").rglob("*"), case / "decisions.jsonl", case / "dossier.toml"]
    return {str(path.relative_to(case)): path.read_bytes() for path in files if path.is_file()}


def _with_amounts(dossier: Dossier) -> list[Claim]:
    return [claim for claim in dossier.claims() if claim.low is not None and claim.low == claim.high]
