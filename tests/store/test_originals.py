"""Originals: safe names for hostile files, whole or not at all, found again by what is in them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donnant.domain.ids import digest
from donnant.domain.report import Report
from donnant.store.folder import Folder
from donnant.store.incoming import find_files
from donnant.store.originals import (
    Kept,
    add_original,
    given_of,
    place_of,
    places,
    plain_name,
    read_kept,
    safe_name,
    sweep,
)

DATA = b"Moscou a livr\xc3\xa9 du riz."
SUFFIXES = frozenset({".txt", ".md"})


def _kept(data: bytes = DATA, name: str = "a.txt") -> Kept:
    return Kept(Report(name, digest(data), data.decode(), ()), {name: {}})


@given(st.text(max_size=300))
def test_any_name_becomes_one_that_is_safe(name: str) -> None:
    """No separator, control, leading dot or length that a file system refuses is left."""
    safe = safe_name(name)
    assert safe
    assert not safe.startswith(".")
    assert not any(char in '/\\:*?"<>|\n\r\x00' for char in safe)
    assert len(safe.encode()) <= 200
    assert safe.casefold() != "report.json"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("...", "original"),
        ("Report.JSON", "original-Report.JSON"),
        ("con.txt", "original-con.txt"),
        ("a\x1b[31mb\u202e.txt", "a_[31mb_.txt"),
        ("e\u0301te\u0301.txt", "été.txt"),
        ("x" * 400 + ".txt", "x" * 120 + ".txt"),
    ],
)
def test_hostile_names_are_defused(name: str, safe: str) -> None:
    """Traversal, device names, escapes and turned writing directions end as plain names."""
    assert safe_name(name) == safe


def test_a_name_is_shown_without_what_steers_a_screen() -> None:
    """An escape or a lone byte in a file name is shown as a mark."""
    assert plain_name("a\x1bb\udcff.txt") == "a\ufffdb\ufffd.txt"


def test_an_original_is_found_by_its_content_whatever_it_is_called(tmp_path: Path) -> None:
    """A renamed original is still the original, a changed one is not."""
    folder = Folder(tmp_path)
    add_original(folder, DATA, _kept())
    place = place_of(folder, digest(DATA))
    (place.path / "a.txt").rename(place.path / "renamed.txt")
    assert place.original(digest(DATA)) == DATA
    (place.path / "renamed.txt").write_bytes(DATA + b" ")
    assert place.original(digest(DATA)) is None


def test_adding_again_keeps_the_original_and_replaces_the_reading(tmp_path: Path) -> None:
    """A second name changes report.json only; a lost original is put back."""
    folder = Folder(tmp_path)
    add_original(folder, DATA, _kept())
    more = Kept(_kept().report, {"a.txt": {}, "b.txt": {"date": "2024"}})
    add_original(folder, DATA, more)
    place = place_of(folder, digest(DATA))
    assert read_kept(place) == more
    assert [file.name for file in place.files()] == ["a.txt"]
    (place.path / "a.txt").unlink()
    add_original(folder, DATA, more)
    assert place.original(digest(DATA)) == DATA


def test_an_original_appears_with_its_reading_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the disk fails between the two, there is neither, and no rest."""
    folder = Folder(tmp_path)

    def fail(path: Path, data: bytes) -> None:
        if path.name == "report.json":
            raise OSError(28, "No space left on device")
        path.write_bytes(data)

    monkeypatch.setattr("donnant.store.originals.write_atomic", fail)
    with pytest.raises(OSError, match="No space"):
        add_original(folder, DATA, _kept())
    assert list(folder.reports.iterdir()) == []


def test_what_was_said_under_several_names_does_not_depend_on_order() -> None:
    """The first name in the alphabet speaks, the others fill in what it leaves out."""
    names = {"b": {"date": "2", "url": "u"}, "a": {"date": "1"}}
    assert given_of(names) == given_of(dict(reversed(names.items()))) == {"date": "1", "url": "u"}


def test_what_a_killed_writer_left_is_no_report_and_is_swept(tmp_path: Path) -> None:
    """A half-made folder is not listed, and goes at the next writing."""
    folder = Folder(tmp_path)
    add_original(folder, DATA, _kept())
    half = folder.reports / ".new-1-abc"
    half.mkdir()
    (half / "a.txt").write_bytes(b"half")
    (place_of(folder, digest(DATA)).path / ".new-2-abc").write_bytes(b"half")
    assert [place.path.name for place in places(folder)] == [digest(DATA)[:16]]
    sweep(folder)
    assert not list(tmp_path.rglob(".new-*"))
    assert read_kept(place_of(folder, digest(DATA))) == _kept()


def test_a_damaged_reading_is_not_believed(tmp_path: Path) -> None:
    """Half of a report.json, or none, reads as nothing."""
    folder = Folder(tmp_path)
    add_original(folder, DATA, _kept())
    place = place_of(folder, digest(DATA))
    for rest in (b"", b"{", place.reading.read_bytes()[:-9], b"\xff\xfe"):
        place.reading.write_bytes(rest)
        assert read_kept(place) is None


def test_a_folder_stands_for_the_reports_inside_it(tmp_path: Path) -> None:
    """Files inside are found in order, also further down; hidden things, tables and dossiers are not."""
    for name in ("z.txt", "a.MD", "meta.csv", ".hidden.txt", "sub/m.txt", "case/dossier.toml", "case/n.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    files, problems = find_files([tmp_path, tmp_path / "z.txt"], SUFFIXES)
    assert [file.name for file in files] == ["a.MD", "m.txt", "z.txt"]
    assert problems == ()


def test_paths_that_lead_nowhere_are_told_and_stop_nothing(tmp_path: Path) -> None:
    """A missing file, a pattern without a match and an empty folder each get their sentence."""
    (tmp_path / "a.csv").write_bytes(b"x")
    (tmp_path / "empty").mkdir()
    files, problems = find_files(
        [tmp_path / "no.txt", tmp_path / "*.txt", tmp_path / "empty", tmp_path / "a.csv"], SUFFIXES
    )
    assert files == (tmp_path / "a.csv",)
    assert sorted(problem.slug for problem in problems) == ["empty-folder", "missing-file", "missing-file"]
    assert all(problem.file in problem.text for problem in problems)
