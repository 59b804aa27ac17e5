"""Score the program on labelled reports and hold the scores against their floors.

usage: python eval/gate.py [FOLDER] [--raise]

The bundled case is always scored. FOLDER may hold more: FOLDER/corpus/SET/ with reports and
FOLDER/reference/gold/SET.jsonl with their labels; a CSV FOLDER/corpus/SET.csv says what the files do
not. A score below its floor in eval/floors.toml is an error; --raise writes better scores as new
floors and never lowers one. A floor goes with the digest of the labels it was measured on.
"""

import argparse
import hashlib
import json
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import score  # noqa: E402

from donnant import Dossier  # noqa: E402
from donnant.demo import REPORTS, META  # noqa: E402
from donnant.read.meta import read_meta  # noqa: E402
from donnant.show.tables import claim_rows  # noqa: E402

HERE = Path(__file__).parent
FLOORS = HERE / "floors.toml"
SLACK = 0.0005
"""Floors are kept to three places."""


def sets(folder: Path | None) -> Iterator[tuple[str, Path, Path, Path | None]]:
    """Name, reports, labels and what is said of the reports, for each labelled set."""
    yield "demo", REPORTS, HERE.parent / "tests" / "demo" / "gold.jsonl", META
    if folder is None:
        return
    for gold in sorted((folder / "reference" / "gold").glob("*.jsonl")):
        meta = folder / "corpus" / f"{gold.stem}.csv"
        yield gold.stem, folder / "corpus" / gold.stem, gold, meta if meta.is_file() else None


def measure(reports: Path, gold: Path, meta: Path | None) -> dict[str, float]:
    """Detection and core F1, over all claims and over those with an amount."""
    with tempfile.TemporaryDirectory() as place:
        case = Dossier.create(Path(place) / "case")
        case.add([reports], read_meta(meta) if meta else {})
        rows = json.loads(json.dumps(claim_rows(case.claims())))
    for row in rows:
        score.complete(row)
    labels = score.load(gold)
    covered = {row["doc"] for row in labels}
    pairs, _, _ = score.align(labels, [row for row in rows if row["doc"] in covered])
    whole = [pair for pair in pairs if score.core_agrees(*pair)]
    system = [row for row in rows if row["doc"] in covered]
    return {
        "detection": f1(pairs, labels, system, False),
        "core": f1(whole, labels, system, False),
        "core_amounts": f1(whole, labels, system, True),
    }


def f1(pairs: list[tuple[dict, dict]], gold: list[dict], system: list[dict], amounts: bool) -> float:
    """F1 of some pairs, over claims with an amount only if asked."""

    def count(rows: list[dict]) -> int:
        return sum(1 for row in rows if not amounts or score.has_amount(row))

    found, told = count([g for g, _ in pairs]), count([s for _, s in pairs])
    precision = told / count(system) if count(system) else 0.0
    recall = found / count(gold) if count(gold) else 0.0
    return round(2 * precision * recall / (precision + recall), 3) if precision + recall else 0.0


def main() -> int:
    """Print a table of scores and floors; 1 if a score is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--raise", dest="lift", action="store_true", help="write better scores as new floors")
    options = parser.parse_args()
    folder = options.folder if options.folder and (options.folder / "reference" / "gold").is_dir() else None
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    fallen = False
    print(f"{'set':<10}{'measure':<14}{'score':>7}{'floor':>7}")
    for name, reports, gold, meta in sets(folder):
        digest = hashlib.sha256(gold.read_bytes()).hexdigest()[:16]
        held = floors.get(name, {})
        fresh = held.get("gold") != digest
        scores = measure(reports, gold, meta)
        for key, value in scores.items():
            floor = 0.0 if fresh else held.get(key, 0.0)
            below = value < floor - SLACK
            fallen |= below
            print(f"{name:<10}{key:<14}{value:>7.3f}{floor:>7.3f}{'  below its floor' if below else ''}")
            scores[key] = max(value, floor)
        floors[name] = {"gold": digest, **scores}
    if options.lift and not fallen:
        FLOORS.write_text(printed(floors), encoding="utf-8")
    return int(fallen)


def printed(floors: dict[str, dict[str, float | str]]) -> str:
    """The floors as TOML."""
    lines = ["# Scores that may rise and never fall in silence: `python eval/gate.py ../shared --raise` lifts them.", ""]
    for name, values in sorted(floors.items()):
        lines += [f"[{name}]", *(f"{key} = {json.dumps(value)}" for key, value in values.items()), ""]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
