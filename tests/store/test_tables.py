"""The derived database: any tool can query it, and one that does not fit is told apart from one that does."""

from importlib.resources import files
from pathlib import Path

import duckdb
import pytest

from donnant.domain.claim import Claim, Factuality, Kind, Phase
from donnant.domain.entry import Ledger
from donnant.domain.report import Report, Told
from donnant.store import tables
from donnant.store.tables import Derived, Unfit, load, save

CLAIM = Claim(
    "a.txt", "Moscou a livré du riz.", 0, 22, Kind.TRANSFER, "RUS", "PRK", (), "food", "riz", 5.0, None, False,
    "tonne", "2024", ("Ana",), Factuality.ASSERTED, Phase.DONE, id="c-1", cues={"giver": "Moscou"},
)  # fmt: skip
DERIVED = Derived(
    (Report("a.txt", "0" * 64, "Moscou a livré du riz.", (), date=Told("2024", "given")),), Ledger((), (), (CLAIM,))
)


def test_any_tool_can_ask_it(tmp_path: Path) -> None:
    """A claim is a row with plain columns, and JSON that can be reached into."""
    save(tmp_path / "l.duckdb", DERIVED, "p")
    with duckdb.connect(str(tmp_path / "l.duckdb"), read_only=True) as door:
        row = door.execute(
            "SELECT giver, low, high, cues->>'giver', reports.date->>'value', length(reports.text) "
            'FROM claims JOIN reports ON reports.name = claims.doc WHERE claims."end" = 22'
        ).fetchone()
    assert row == ("RUS", 5.0, None, "Moscou", "2024", 22)


def test_a_database_of_other_contents_is_not_used(tmp_path: Path) -> None:
    """Another fingerprint means that something it follows from has changed."""
    save(tmp_path / "l.duckdb", DERIVED, "p")
    assert load(tmp_path / "l.duckdb", "q") is Unfit.CHANGED
    assert load(tmp_path / "none.duckdb", "q") is Unfit.MISSING


def test_a_database_of_an_older_version_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file written under another schema is told apart, even if everything else is the same."""
    monkeypatch.setattr(tables, "SCHEMA", "0")
    save(tmp_path / "l.duckdb", DERIVED, "p")
    monkeypatch.undo()
    assert load(tmp_path / "l.duckdb", "p") is Unfit.OLDER


def test_the_schema_states_the_version_that_is_checked() -> None:
    """Whoever changes the one must change the other."""
    assert f"version {tables.SCHEMA}." in files("donnant.store").joinpath("sql", "schema.sql").read_text("utf-8")


@pytest.mark.parametrize("rest", [b"", b"no database", None])
def test_a_damaged_database_is_not_used(tmp_path: Path, rest: bytes | None) -> None:
    """An empty file, another file, or half of one is damaged, not an error."""
    path = tmp_path / "l.duckdb"
    save(path, DERIVED, "p")
    path.write_bytes(path.read_bytes()[:5000] if rest is None else rest)
    assert load(path, "p") is Unfit.DAMAGED


def test_a_database_with_a_table_missing_is_damaged(tmp_path: Path) -> None:
    """Somebody's hand in the file is noticed when it cannot be read back."""
    save(tmp_path / "l.duckdb", DERIVED, "p")
    with duckdb.connect(str(tmp_path / "l.duckdb")) as door:
        door.execute("DROP TABLE claims")
    assert load(tmp_path / "l.duckdb", "p") is Unfit.DAMAGED


def test_a_save_that_fails_leaves_the_old_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new file takes the place of the old only when it is whole."""
    path = tmp_path / "l.duckdb"
    save(path, DERIVED, "p")

    def fail(path: Path) -> None:
        raise OSError("pulled the plug")

    monkeypatch.setattr(tables, "_sync", fail)
    with pytest.raises(OSError, match="plug"):
        save(path, Derived((), Ledger((), (), ())), "q")
    assert load(path, "p") == DERIVED
    assert [file.name for file in tmp_path.iterdir()] == ["l.duckdb"]
