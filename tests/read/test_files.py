"""Files of every sort, broken and hostile ones among them: a report or one sentence, always."""

import io
import zipfile
from pathlib import Path

import pytest

from donnant.domain.ids import digest
from donnant.read import files
from donnant.read.files import read_bytes, read_file
from donnant.read.meta import Given

LINE = "La Norvège a remis onze grues au port de Riga, a dit le ministre. "


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", LINE)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "slug"),
    [
        ("empty.txt", b"", "no-text"),
        ("blank.txt", b"\xef\xbb\xbf \r\n\t\n", "no-text"),
        ("zeros.txt", bytes(1000), "no-text"),
        ("zip.txt", _zip(), "binary"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary"),
        ("rubbish.txt", bytes(range(256)) * 20, "binary"),
        ("empty.html", b"<html><body></body></html>", "no-text"),
        ("tags.html", b"<p>" * 100_001, "too-large"),
        ("large.txt", b"a" * (20 * 1024 * 1024 + 1), "too-large"),
        ("rule.md", b"---\n***\n", "no-text"),
    ],
)
def test_files_without_a_text(name: str, data: bytes, slug: str) -> None:
    """Nothing to read gives no report and one sentence that names the file and the remedy."""
    report, problems = read_bytes(name, data, Given())
    assert report is None and len(problems) == 1
    assert (problems[0].file, problems[0].slug) == (name, slug)
    assert problems[0].text.startswith(name) and ": " in problems[0].text and "\n" not in problems[0].text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("deep.html", "<div>" * 40_000 + f"<p>{LINE * 5}</p>" + "</div>" * 40_000),
        ("lists.html", "<ul><li>a " * 3000 + LINE),
        ("blanks.html", "<html><p>" + " " * 1_000_000 + LINE),
        ("entities.html", '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><html><p>&b;</p>' + LINE),
        ("brackets.md", "[" * 300_000 + "\n" + "![a](" * 50_000 + "\n" + "<!--" * 50_000),
        ("stars.md", "* " * 200_000 + "\n" + "_a " * 100_000 + "\n" + "# " * 100_000),
        ("stops.txt", '."' * 300_000 + "\n" + ". " * 300_000),
        ("colons.txt", "a:\n" * 30_000),
        ("bullets.txt", "- a\n" * 30_000),
        ("camels.txt", "aA" * 500_000 + "\n" + "aA" * 500),
        ("credits.txt", "Photo: " * 200_000),
        ("calls.txt", "a(1)" * 200_000 + "(" * 200_000),
        ("wrapped.txt", (LINE[:60] + "\n") * 20_000),
        ("zeros.txt", LINE * 200 + "\x00" + LINE),
    ],
)
def test_hostile_files_end(name: str, text: str) -> None:
    """No file makes reading fall over."""
    report, problems = read_bytes(name, text.encode(), Given())
    assert report is not None or problems


def test_missing_file_and_folder(tmp_path: Path) -> None:
    """A path that leads nowhere or to a folder is said, and no reason to stop."""
    report, problems = read_file(tmp_path / "none.txt", Given())
    assert report is None and problems[0].slug == "missing-file" and "none.txt" in problems[0].text
    report, problems = read_file(tmp_path, Given())
    assert report is None and "is a folder" in problems[0].text


def test_large_file_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Size is looked at before the bytes are."""
    path = tmp_path / "a.txt"
    path.write_text(LINE, encoding="utf-8")
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("it was opened"))
    assert read_file(path, Given())[1][0].slug == "too-large"


@pytest.mark.parametrize("name", ["a.txt", "a.text", "a", "a.log"])
def test_unknown_endings_are_text(name: str) -> None:
    """What looks like text is read as text, and keeps name and hash of the original."""
    data = LINE.encode()
    report, problems = read_bytes(name, data, Given())
    assert report is not None
    assert (report.name, report.hash, report.text) == (name, digest(data), LINE)
    assert [problem.slug for problem in problems] == ["no-date"]
    assert problems[0].text.startswith(f"{name} prints no date: give one with --meta FILE.csv (columns file,date)")


def test_line_ends_and_blanks_are_kept() -> None:
    """Nothing of a text file is normalised."""
    text = "\tOnze  grues\r\n\r\nLa Norvège a donné 15\u202f000\xa0grues.\r  Fin du texte ici.\n\n"
    report, _ = read_bytes("a.txt", text.encode(), Given())
    assert report is not None and report.text == text
    assert [text[block.start : block.end] for block in report.blocks] == [
        "Onze  grues",
        "La Norvège a donné 15\u202f000\xa0grues.",
        "Fin du texte ici.",
    ]


def test_a_brief_of_the_program_is_no_report() -> None:
    """A brief that lies among the reports is refused by name, so that no claim echoes itself."""
    page = b'<!doctype html><html lang="en"><head><meta name="generator" content="Donnant"></head><body><p>X</p></body>'
    report, problems = read_bytes("brief.html", page, Given())
    assert report is None
    assert [(problem.slug, problem.file) for problem in problems] == [("own-brief", "brief.html")]
