"""The floors of quality on the bundled case, which a person labelled."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_no_score_on_the_bundled_case_is_below_its_floor() -> None:
    """Detection and core F1 hold; `python eval/gate.py --raise` lifts the floors, nothing lowers them."""
    done = subprocess.run([sys.executable, ROOT / "eval" / "gate.py"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
