"""The record of the reports that a dossier was given."""

from pathlib import Path

from donnant.domain.ids import digest
from donnant.domain.report import Report
from donnant.store.folder import Settings, create_folder
from donnant.store.known import drop_lost, known_reports, lost_reports, record_reports
from donnant.store.originals import Kept, add_original, place_of

DATA = b"some words"
REPORT = Report("a.txt", digest(DATA), DATA.decode(), ())


def test_a_report_is_put_on_record_once(tmp_path: Path) -> None:
    """A second time appends nothing; what is there is never rewritten."""
    folder = create_folder(tmp_path / "case", Settings())
    record_reports(folder, (REPORT,))
    first = folder.known.read_bytes()
    record_reports(folder, (REPORT,))
    assert folder.known.read_bytes() == first
    assert known_reports(folder)[REPORT.hash].name == "a.txt"


def test_a_line_cut_short_is_written_again(tmp_path: Path) -> None:
    """A kill in the middle of a line costs nothing."""
    folder = create_folder(tmp_path / "case", Settings())
    folder.known.write_bytes(b'{"hash":"12')
    record_reports(folder, (REPORT,))
    assert list(known_reports(folder)) == [REPORT.hash]
    assert folder.known.read_bytes().startswith(b'{"hash":"12\n')


def test_what_is_gone_is_lost_until_it_is_dropped(tmp_path: Path) -> None:
    """A folder without files is as good as none."""
    folder = create_folder(tmp_path / "case", Settings())
    add_original(folder, DATA, Kept(REPORT, {"a.txt": {}}))
    record_reports(folder, (REPORT,))
    assert lost_reports(folder) == ()
    place = place_of(folder, REPORT.hash).path
    for file in place.iterdir():
        file.unlink()
    assert [each.name for each in lost_reports(folder)] == ["a.txt"]
    place.rmdir()
    before = folder.known.read_bytes()
    assert [each.name for each in drop_lost(folder)] == ["a.txt"]
    assert lost_reports(folder) == ()
    assert folder.known.read_bytes().startswith(before)
