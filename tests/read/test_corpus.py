"""The labelled reports, where they are at hand: every labelled quote must lie in prose."""

import json
from pathlib import Path

import pytest

from donnant.domain.report import PROSE, Report
from donnant.read.files import read_file
from donnant.read.meta import Given, read_meta

SHARED = Path(__file__).parents[3] / "shared"
FLOOR = 0.97

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled reports are not here")


def _read_set(name: str) -> dict[str, Report]:
    reports = {path.name: read_file(path, Given())[0] for path in sorted((SHARED / "corpus" / name).glob("*.txt"))}
    return {doc: report for doc, report in reports.items() if report is not None}


@pytest.mark.parametrize("name", ["seeds", "press", "practice"])
def test_labelled_quotes_lie_in_prose(name: str) -> None:
    """At least 97 % of the quotes lie wholly inside one block of prose."""
    reports = _read_set(name)
    lines = (SHARED / "reference" / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    inside = 0
    for quote in map(json.loads, lines):
        report = reports[quote["doc"]]
        assert report.text[quote["start"] : quote["end"]] == quote["quote"]
        spans = [(block.start, block.end) for block in report.blocks if block.kind in PROSE]
        inside += any(start <= quote["start"] and quote["end"] <= end for start, end in spans)
    print(f"{name}: {inside} of {len(lines)} quotes in prose ({inside / len(lines):.1%})")
    assert inside >= FLOOR * len(lines)


@pytest.mark.parametrize("name", ["seeds", "press", "practice"])
def test_text_is_the_decoded_file(name: str) -> None:
    """Offsets into the stored text are offsets into the file."""
    for doc, report in _read_set(name).items():
        assert report.text == (SHARED / "corpus" / name / doc).read_bytes().decode("utf-8")


def test_little_furniture_leaks_into_prose_of_the_seeds() -> None:
    """Lines that carry a credit, a counter, a stray word or a footnote mark are not prose."""
    marks = ("Photo:", "1/5", "1/10", "PotOcrates", "Voir :", " date 20")
    leaks = [
        report.text[block.start : block.end]
        for report in _read_set("seeds").values()
        for block in report.blocks
        if block.kind in PROSE and any(mark in report.text[block.start : block.end] for mark in marks)
    ]
    print(f"seeds: {len(leaks)} leaking blocks")
    assert not leaks


def test_languages_of_the_labelled_reports() -> None:
    """French up to 125 by name in each set, as their list says, and English beyond."""
    for name in ("seeds", "press", "practice"):
        for doc, report in _read_set(name).items():
            number = int(doc[:3])
            english = number in (26, 32) or number > 120
            assert report.language is not None
            assert report.language.value == ("en" if english else "fr"), doc


def test_given_facts_of_the_seeds() -> None:
    """What the table says overrules what the page prints."""
    table = read_meta(SHARED / "corpus" / "seeds.csv")
    for path in sorted((SHARED / "corpus" / "seeds").glob("*.txt")):
        report, problems = read_file(path, table[path.name])
        assert report is not None and report.date is not None and not problems
        assert (report.date.value, report.date.where) == (table[path.name].date, "given")
