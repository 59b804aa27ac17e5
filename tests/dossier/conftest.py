"""A case in a few lines: reports whose sentences say `GIVER gives RECEIVER 5 ships.`, and a reader of just those."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from donnant import Dossier
from donnant.domain.claim import Claim, Factuality, Kind, Phase
from donnant.domain.ids import content_id
from donnant.domain.party import Party
from donnant.domain.report import Report

SENTENCE = re.compile(r"([A-Z]{3}) gives ([A-Z]{3}) (\d+) ships\.")

Write = Callable[..., Path]


def read_ships(report: Report, parties: tuple[Party, ...]) -> tuple[Claim, ...]:
    """One claim a sentence of the agreed form."""
    return tuple(
        Claim(
            report.name, found[0], found.start(), found.end(), Kind.TRANSFER, found[1], found[2], (), "arms", "ships",
            float(found[3]), float(found[3]), False, "ship", None, (), Factuality.ASSERTED, Phase.DONE,
            id=content_id("c", (report.hash, found.start())), report=report.hash, operator="exactly",
        )
        for found in SENTENCE.finditer(report.text)
    )  # fmt: skip


@pytest.fixture(autouse=True)
def plain_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Claims come from the plain reader, so that these tests are about the dossier alone."""
    monkeypatch.setattr("donnant.extract.passes.extract_claims", read_ships)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a report of some sentences; with a date it says when it was published."""

    def write(name: str, *sentences: str, date: str = "2024-05-01") -> Path:
        path = tmp_path / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        head = f"Published on {date}\n\n" if date else ""
        path.write_text(head + "What passed between them is told here. " + " ".join(sentences) + "\n", encoding="utf-8")
        return path

    return write


@pytest.fixture
def case(tmp_path: Path) -> Dossier:
    """An empty dossier."""
    return Dossier.create(tmp_path / "case")
