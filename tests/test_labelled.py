"""The floors of quality on the bundled case, which a person labelled, and the totals of the labelled reports."""

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from donnant import Dossier
from donnant.demo import PRICES
from donnant.domain.exact import Bounds
from donnant.read.meta import read_meta

ROOT = Path(__file__).resolve().parent.parent


def test_no_score_on_the_bundled_case_is_below_its_floor() -> None:
    """Detection and core F1 hold; `python eval/gate.py --raise` lifts the floors, nothing lowers them."""
    done = subprocess.run([sys.executable, ROOT / "eval" / "gate.py"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


SEEDS = ROOT.parent / "shared" / "corpus"


@pytest.mark.skipif(not (SEEDS / "seeds").is_dir(), reason="the labelled reports are not at hand")
def test_the_published_totals_of_the_labelled_reports(tmp_path: Path) -> None:
    """Both totals as intervals, each of one origin however often it is retold, and the ratio of 4.7 to 21."""
    case = Dossier.create(tmp_path / "d")
    case.add(sorted((SEEDS / "seeds").glob("*.txt")), read_meta(SEEDS / "seeds.csv"))
    found = case.balance(("PRK", "RUS"))
    assert found and found.valuation and found.ratio
    reading = found.valuation.published
    given = Bounds(Decimal(5_600_000_000), Decimal(9_800_000_000))
    back = Bounds(Decimal(457_000_000), Decimal(1_200_000_000))
    assert reading.totals == (given, back)
    assert [len(side) for side in reading.sides] == [1, 1]
    assert reading.times and (round(reading.times.low, 1), round(reading.times.high or 0)) == (Decimal("4.7"), 21)
    assert reading.outcome and reading.outcome.first == 1.0
    assert (tmp_path / "d" / "prices.toml").write_bytes(PRICES.read_bytes())
    priced = case.balance(("PRK", "RUS"))
    assert priced and priced.valuation and priced.valuation.priced.totals[0]
    assert priced.valuation.published.totals == reading.totals
    assert any(cover.beside or cover.covered for cover in priced.valuation.covers)
