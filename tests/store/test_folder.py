"""The folder of a case: what makes one, what is refused, and what a second writer is told."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from donnant.domain.party import Party, PartyKind
from donnant.errors import BadInput, NotADossier
from donnant.store.folder import (
    Folder,
    Settings,
    create_folder,
    locked,
    open_folder,
    read_settings,
    settings_text,
    write_atomic,
)

WAGNER = Party("WAGNER", PartyKind.GROUP, ('groupe "Wagner"', "Вагнер\\n", "tab\there"))


def test_settings_come_back_as_they_were_written(tmp_path: Path) -> None:
    """A title and names with quotes, backslashes and controls survive dossier.toml."""
    settings = Settings('L’« affaire » "№ 1"\x7f', ("RUS", "PRK"), (WAGNER, Party("MLI")))
    assert read_settings(create_folder(tmp_path / "case", settings)) == settings


def test_settings_may_be_edited_by_hand_with_comments(tmp_path: Path) -> None:
    """A comment and a party added with an editor are read."""
    folder = create_folder(tmp_path / "case", Settings())
    added = '\n# ours\n[[parties]]\ncode = "AFC" # the Corps\nkind = "group"\nnames = ["Africa Corps"]\n'
    folder.settings.write_text(settings_text(Settings("t")) + added, encoding="utf-8")
    assert read_settings(folder).parties == (Party("AFC", PartyKind.GROUP, ("Africa Corps",)),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('titel = "x"', "titel"),
        ("title = 3", "title"),
        ('[[parties]]\nname = "x"', "name"),
        ('[[parties]]\ncode = "A"\nkind = "planet"', "planet"),
        ('[[parties]]\ncode = "A"\n[[parties]]\ncode = "A"', "A twice"),
        ('title = "', "Unterminated"),
        ('pair = ["RUS"]', "pair"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, text: str, said: str) -> None:
    """An unknown key, a wrong type or broken TOML is one sentence that names file and fault."""
    folder = create_folder(tmp_path / "case", Settings())
    folder.settings.write_text(text, encoding="utf-8")
    with pytest.raises(NotADossier, match=said) as fault:
        read_settings(folder)
    assert "dossier.toml" in str(fault.value)


def test_what_is_no_dossier_is_refused_with_the_remedy(tmp_path: Path) -> None:
    """A missing folder, and a folder without dossier.toml, both say how to make one."""
    for path in (tmp_path / "nowhere", tmp_path):
        with pytest.raises(NotADossier, match="donnant new"):
            open_folder(path)


def test_a_dossier_is_never_made_over_something_else(tmp_path: Path) -> None:
    """Neither over a dossier, nor in a folder that holds other things."""
    create_folder(tmp_path / "case", Settings())
    with pytest.raises(BadInput, match="donnant add"):
        create_folder(tmp_path / "case", Settings())
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "novel.odt").write_bytes(b"mine")
    with pytest.raises(NotADossier, match="another place"):
        create_folder(tmp_path / "other", Settings())


def test_a_failed_write_leaves_the_old_file_and_no_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the disk fails before the end, what was there is there still."""
    path = tmp_path / "file"
    write_atomic(path, b"old")

    def fail(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_a_written_file_has_the_modes_the_system_gives(tmp_path: Path) -> None:
    """A colleague can read what was written, as with any other file."""
    (tmp_path / "plain").write_bytes(b"")
    write_atomic(tmp_path / "ours", b"")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "plain").stat().st_mode


TRY_TO_HOLD = """
import sys
from pathlib import Path
from donnant.store.folder import Busy, Folder, locked
try:
    with locked(Folder(Path(sys.argv[1]))):
        print("held")
except Busy as fault:
    print(fault)
"""


def _another_writer(folder: Folder) -> str:
    done = subprocess.run(
        [sys.executable, "-c", TRY_TO_HOLD, str(folder.root)], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout


def test_a_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    """While one program writes, another gets a sentence; afterwards it gets in."""
    folder = create_folder(tmp_path / "case", Settings())
    with locked(folder):
        assert "wait until it is done" in _another_writer(folder)
    assert _another_writer(folder) == "held\n"
