"""The bundled reports: each is read whole, knows its facts, and holds the sentences that are labelled."""

import json
from pathlib import Path
from typing import Any

import pytest

from donnant.domain.report import PROSE, Report
from donnant.read.files import read_file
from donnant.read.meta import Given, read_meta

HERE = Path(__file__).parent
DEMO = HERE.parents[1] / "src" / "donnant" / "demo"
FILES = sorted(path for path in (DEMO / "reports").iterdir() if path.is_file())
LABELS: list[dict[str, Any]] = [
    json.loads(line) for line in (HERE / "gold.jsonl").read_text(encoding="utf-8").splitlines()
]


def _read(path: Path) -> Report:
    report, _ = read_file(path, read_meta(DEMO / "meta.csv").get(path.name, Given()))
    assert report is not None
    return report


def _in_prose(report: Report, start: int, end: int) -> bool:
    return any(block.kind in PROSE and block.start <= start and end <= block.end for block in report.blocks)


def test_meta_names_only_reports_that_are_there() -> None:
    """A row of meta.csv without its file would be a fact about nothing."""
    assert set(read_meta(DEMO / "meta.csv")) <= {path.name for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_report_knows_its_facts(path: Path) -> None:
    """Every report has a title, a publisher, a language and a day, which its file name ends with."""
    report = _read(path)
    assert report.title and report.publisher and report.language
    assert report.date and path.stem.endswith(report.date.value)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_labels_stand_in_the_file(path: Path) -> None:
    """A label's quote is cut from the file at its offsets."""
    labels = [label for label in LABELS if label["doc"] == path.name]
    text = path.read_text(encoding="utf-8")
    assert labels
    assert [text[label["start"] : label["end"]] for label in labels] == [label["quote"] for label in labels]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_labelled_sentences_are_read_as_prose(path: Path) -> None:
    """No clutter around it makes the reader take a labelled sentence for a title or a caption."""
    report = _read(path)
    for quote in sorted({label["quote"] for label in LABELS if label["doc"] == path.name}):
        at = report.text.find(quote)
        assert at >= 0, quote
        assert _in_prose(report, at, at + len(quote)), quote
