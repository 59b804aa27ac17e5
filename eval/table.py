"""How well the program reads: by field, by language, by construction, and what a change gained and lost.

usage: python eval/table.py [FOLDER] [--keep] [--changes]

The sets are those of eval/gate.py; French and English stand apart. The constructions are the files of marked
sentences (tests/lang/CODE/claims). Of claims marked high, fair and doubtful the last table says how many have who,
to whom, what and how much right. --keep remembers what was read (in .eval/); --changes lists, against what was
kept, each labelled claim that was gained and each that was lost, and is silent on sets that nobody may read.
"""

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "eval"), str(ROOT / "tests" / "lang")]
import score  # noqa: E402
import test_claims as marked  # noqa: E402
from gate import sets  # noqa: E402

from donnant import Dossier  # noqa: E402
from donnant.read.meta import read_meta  # noqa: E402
from donnant.show.tables import claim_rows  # noqa: E402

KEPT = ROOT / ".eval"
SEALED = ("unread",)
"""Sets of which the scores alone may be looked at."""
FIELDS = ("giver", "receiver", "parties", "category", "amount", "unit", "when, overlapping", "nearest speaker")
FIELDS = (*FIELDS, "factuality", "phase")
Row = dict[str, object]


def read_set(reports: Path, meta: Path | None) -> tuple[list[Row], dict[str, str]]:
    """The claims of a folder of reports as rows, and the language of each report."""
    with tempfile.TemporaryDirectory() as place:
        case = Dossier.create(Path(place) / "case")
        case.add([reports], read_meta(meta) if meta else {})
        rows = json.loads(json.dumps(claim_rows(case.claims())))
        languages = {report.name: report.language.value for report in case.reports() if report.language}
    for row in rows:
        score.complete(row)
    return rows, languages


def line(name: str, gold: list[Row], rows: list[Row]) -> list[tuple[Row, Row]]:
    """Print detection, core and every field of one set in one language; return the pairs."""
    pairs, _, _ = score.align(gold, rows)
    whole = [pair for pair in pairs if score.core_agrees(*pair)]
    print(f"{name:<13}{len(gold):>5}{len(rows):>6}", end="")
    for found in (pairs, whole):
        precision, recall = len(found) / max(1, len(rows)), len(found) / max(1, len(gold))
        f1 = 2 * len(found) / max(1, len(rows) + len(gold))
        print(f"{precision:>6.2f}{recall:>5.2f}{f1:>6.3f}", end="")
    for field in FIELDS:
        agrees, concerns = score.FIELDS[field]
        judged = [agrees(*pair) for pair in pairs if concerns(*pair)]
        print(f"{sum(judged) / len(judged):>6.2f}" if judged else f"{'-':>6}", end="")
    print()
    return pairs


def constructions() -> None:
    """Print core precision, recall and F1 of the marked sentences, by file and language."""
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for code, name, _, entry in marked.entries():
        marks = [marked.read_mark(mark) for mark in entry.claims]
        wanted = [(mark.who, mark.category, mark.amount) for mark in marks]
        told = [marked._said(claim)[:3] for claim in marked.read_entry(code, entry)]
        hits = sum(min(wanted.count(one), told.count(one)) for one in set(wanted))
        for key in ((code, name), (code, "all")):
            extra = 0 if entry.also else len(told) - hits
            counts[key] = [a + b for a, b in zip(counts[key], (1, len(wanted), hits + extra, hits), strict=True)]
    print(f"\n{'marked':<22}{'sentences':>10}{'claims':>8}{'P':>7}{'R':>7}{'core F1':>9}")
    for (code, name), (sentences, gold, told, hits) in sorted(counts.items()):
        values = (hits / max(1, told), hits / max(1, gold), 2 * hits / max(1, told + gold))
        print(f"{code} {name:<19}{sentences:>10}{gold:>8}{values[0]:>7.3f}{values[1]:>7.3f}{values[2]:>9.3f}")


def trust(levels: dict[str, list[bool]]) -> None:
    """Print how many claims of each degree of trust are wholly right."""
    print(f"\n{'trust':<12}{'claims':>8}{'core right':>12}")
    for level, right in sorted(levels.items()):
        print(f"{level:<12}{len(right):>8}{sum(right) / len(right):>12.3f}")


def changes(name: str, pairs: list[tuple[Row, Row]]) -> Iterator[str]:
    """What was gained and lost against what was kept, as lines; the set is then remembered anew by --keep."""
    path = KEPT / f"{name}.json"
    if not path.is_file():
        return
    before = set(json.loads(path.read_text(encoding="utf-8")))
    now = {key(gold) for gold, system in pairs if score.core_agrees(gold, system)}
    yield from (f"gained  {one}" for one in sorted(now - before))
    yield from (f"lost    {one}" for one in sorted(before - now))


def key(row: Row) -> str:
    """A labelled claim on one line."""
    return " ".join(str(part) for part in (row["doc"], row["start"], *score.show(row).split("\t")[1:5]))


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--keep", action="store_true", help="remember what was read, for --changes")
    parser.add_argument("--changes", action="store_true", help="list what was gained and lost since")
    options = parser.parse_args()
    folder = options.folder if options.folder and (options.folder / "reference" / "gold").is_dir() else None
    heads = [field.split(",")[0].removeprefix("nearest ")[:5] for field in FIELDS]
    print(f"{'set':<13}{'gold':>5}{'told':>6}{'detection P R F1':>17}{'core P R F1':>17}", end="")
    print("".join(f"{head:>6}" for head in heads))
    levels: dict[str, list[bool]] = defaultdict(list)
    notes: list[str] = []
    for name, reports, labels, meta in sets(folder):
        gold = score.load(labels)
        rows, languages = read_set(reports, meta)
        rows = [row for row in rows if row["doc"] in {one["doc"] for one in gold}]
        pairs = []
        for code in sorted({languages[str(one["doc"])] for one in gold}):
            mine = [one for one in gold if languages[str(one["doc"])] == code]
            told = [row for row in rows if languages[str(row["doc"])] == code]
            pairs += line(f"{name} {code}", mine, told)
        right = {id(system) for one, system in pairs if score.core_agrees(one, system)}
        for row in rows:
            levels[f"{row.get('trust', '-')}"].append(id(row) in right)
        if options.changes and name not in SEALED:
            notes += changes(name, pairs)
        if options.keep:
            KEPT.mkdir(exist_ok=True)
            kept = sorted(key(one) for one, system in pairs if score.core_agrees(one, system))
            (KEPT / f"{name}.json").write_text(json.dumps(kept, ensure_ascii=False, indent=0), encoding="utf-8")
    constructions()
    trust(levels)
    print("\n".join(notes))
    return 0


if __name__ == "__main__":
    sys.exit(main())
