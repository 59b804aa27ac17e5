"""The piles of reports with written truth: floors of what is found, and the order of reading leaves no trace."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from donnant.resolve.ledger import resolve_entries

ROOT = Path(__file__).resolve().parents[2]


def load(path: str) -> ModuleType:
    """A script of the project as a module."""
    spec = importlib.util.spec_from_file_location(Path(path).stem, ROOT / path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


ORIGINS = load("eval/origins.py")
PILES = ORIGINS.piles()


def test_the_piles_are_whole() -> None:
    """Sixty reports in two languages over five relations at least."""
    pieces = [piece for pile in PILES for piece in pile.pieces]
    assert len(PILES) >= 5 and len(pieces) >= 60
    assert {piece.language for piece in pieces} == {"fr", "en"}


def test_what_hangs_together_is_found() -> None:
    """Origins, distortions with their types, and conflicts, from marked claims: none below its floor."""
    scores = ORIGINS.Scores()
    for pile in PILES:
        ledger, names, _ = ORIGINS.marked(pile)
        ORIGINS.judge(pile, ledger, names, scores)
    index = sum(value for _, value in scores.rand) / len(PILES)
    assert index >= 0.90, scores.apart
    assert scores.distorted.f1 >= 0.85 and scores.typed.f1 >= 0.80, scores.distorted.wrong + scores.typed.wrong
    assert scores.conflicts.f1 >= 0.85 and scores.copies.f1 >= 0.85, scores.conflicts.wrong + scores.copies.wrong


def test_the_ways_of_doing_without_see_less() -> None:
    """Every claim on its own, or one origin a day and direction, is far from the truth."""
    for key in (lambda claim, _: claim.id, lambda claim, report: (report.date, claim.giver, claim.receiver)):
        assert max(ORIGINS.baseline(pile, key) for pile in PILES) < 0.5


@pytest.mark.parametrize("pile", PILES, ids=[pile.name for pile in PILES])
def test_the_order_of_reading_changes_nothing(pile: object) -> None:
    """Whatever comes first, the whole ledger is the same: origins, retellings, conflicts and all."""
    reports = {piece.name: ORIGINS.as_report(piece, pile.name) for piece in pile.pieces}  # type: ignore[attr-defined]
    claims = [ORIGINS.as_claim(t, reports[piece.name]) for piece in pile.pieces for t in piece.claims]  # type: ignore[attr-defined]
    expected = resolve_entries(claims, list(reports.values()))

    @settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.permutations(claims), st.permutations(list(reports.values())))
    def check(shuffled: list[object], given_reports: list[object]) -> None:
        assert resolve_entries(shuffled, given_reports) == expected  # type: ignore[arg-type]

    check()
