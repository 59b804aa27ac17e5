"""Which program made a thing: whatever can change what is read is part of it."""

from pathlib import Path

import pytest

from donnant.dossier import program as made_by


@pytest.mark.parametrize("suffix", [".py", ".toml", ".sql", ".json", ".npy"])
def test_a_change_to_anything_that_decides_a_reading_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    """Code, words and learnt weights alike: another byte is another program, and old readings are stale."""
    monkeypatch.setattr(made_by, "__file__", str(tmp_path / "dossier" / "program.py"))
    part = tmp_path / "extract" / "learnt" / f"part{suffix}"
    part.parent.mkdir(parents=True)
    part.write_bytes(b"1")
    before = made_by.program.__wrapped__()
    assert made_by.program.__wrapped__() == before
    part.write_bytes(b"2")
    assert made_by.program.__wrapped__() != before
