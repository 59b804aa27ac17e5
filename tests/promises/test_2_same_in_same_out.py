"""Promise 2: the same reports and decisions give the same ledger, byte for byte, in any order, with any workers."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from donnant import Dossier
from donnant.demo import META, REPORTS
from donnant.read.meta import read_meta
from donnant.show.disputes import conflict_rows
from donnant.show.origins import origin_rows
from donnant.show.tables import balance_document, balance_rows, claim_rows, ledger_rows, write
from donnant.show.timeline import events, timeline_rows

FILES = sorted(path for path in REPORTS.iterdir() if path.is_file())

Answers = dict[str, str]


def answers(dossier: Dossier) -> Answers:
    """Everything that is derived, as it is exported."""
    balance, ledger = dossier.balance(), dossier.ledger()
    assert balance is not None
    tables = {
        "claims": claim_rows(dossier.claims()),
        "ledger": ledger_rows(ledger),
        "balance": balance_rows(balance, ledger),
        "origins": origin_rows(ledger),
        "conflicts": conflict_rows(ledger.conflicts, ledger),
        "timeline": timeline_rows(events(ledger, dossier.reports())),
    }
    texts = {f"{name}.{shape}": write(rows, shape) for name, rows in tables.items() for shape in ("jsonl", "json")}
    names = "".join(f"{report.name} {report.hash}\n" for report in dossier.reports())
    return texts | {
        "balance.document": write(balance_document(balance, ledger), "json"),
        "brief": dossier.brief("fr"),
        "reports": names,
    }


def fresh(path: Path, files: Sequence[Path] = FILES, jobs: int = 1) -> Dossier:
    """A dossier made of some files, all at once."""
    dossier = Dossier.create(path)
    dossier.add(files, read_meta(META), jobs=jobs)
    return dossier


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The dossier that all others must equal."""
    return fresh(tmp_path_factory.mktemp("first") / "case")


@pytest.fixture(scope="module")
def expected(first: Dossier) -> Answers:
    """What it answers."""
    texts = answers(first)
    assert all(len(text) > 100 for text in texts.values())
    return texts


def test_running_twice_gives_the_same_bytes(tmp_path: Path, expected: Answers) -> None:
    """Another run in another folder, and a second run in the same one."""
    dossier = fresh(tmp_path / "case")
    assert answers(dossier) == expected
    assert dossier.add(FILES, read_meta(META)).new == ()
    assert answers(dossier) == expected


def test_the_order_of_reading_leaves_no_trace(tmp_path: Path, expected: Answers) -> None:
    """Backwards, and one by one: not even what is stored differs."""
    backwards = Dossier.create(tmp_path / "case")
    given = read_meta(META)
    for path in reversed(FILES):
        backwards.add([path], given)
    assert answers(backwards) == expected


def test_the_number_of_workers_leaves_no_trace(tmp_path: Path, first: Dossier, expected: Answers) -> None:
    """Two workers give the same ledger, and the same files on disk, as one."""
    dossier = fresh(tmp_path / "case", jobs=2)
    assert answers(dossier) == expected
    assert _stored(dossier) == _stored(first)


def test_one_report_under_two_names_gives_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    """Which name came first cannot be seen in the claims."""
    copies = [tmp_path / name for name in ("zulu.txt", "alpha.txt")]
    for copy in copies:
        shutil.copy(FILES[0], copy)
    texts = []
    for number, order in enumerate((copies, copies[::-1])):
        dossier = Dossier.create(tmp_path / f"case{number}")
        for path in order:
            dossier.add([path], read_meta(META))
        texts.append((write(claim_rows(dossier.claims()), "jsonl"), [report.name for report in dossier.reports()]))
    assert texts[0] == texts[1]
    assert texts[0][1] == ["alpha.txt"]


@pytest.mark.parametrize(
    "again", [lambda case: case.rebuild(), lambda case: shutil.rmtree(case.folder.derived)], ids=["rebuild", "deleted"]
)
def test_what_is_made_anew_is_the_same(
    first: Dossier, tmp_path: Path, again: Callable[[Dossier], object], expected: Answers
) -> None:
    """`rebuild`, or deleting .donnant, changes no byte of any answer."""
    dossier = Dossier.open(shutil.copytree(first.folder.root, tmp_path / "case"))
    again(dossier)
    assert answers(Dossier.open(dossier.folder.root)) == expected


def test_what_is_read_back_equals_what_was_made(first: Dossier, expected: Answers) -> None:
    """The ledger read from its database gives the same bytes as the one just resolved."""
    assert answers(Dossier.open(first.folder.root)) == expected


def test_another_process_with_another_seed_gives_the_same_bytes(tmp_path: Path, expected: Answers) -> None:
    """Neither the order of hashes nor the locale of a machine shows."""
    code = (
        "import sys; from pathlib import Path; from donnant import Dossier; from donnant.read.meta import read_meta\n"
        "dossier = Dossier.create(sys.argv[1]); dossier.add([sys.argv[2]], read_meta(Path(sys.argv[3])))"
    )
    setting = {"PYTHONHASHSEED": "4711", "LC_ALL": "C", "TZ": "Pacific/Auckland", "PATH": ""}
    command = [sys.executable, "-c", code, str(tmp_path / "case"), str(REPORTS), str(META)]
    subprocess.run(command, check=True, env=setting, timeout=120)
    assert answers(Dossier.open(tmp_path / "case")) == expected


def _stored(dossier: Dossier) -> dict[str, bytes]:
    root = dossier.folder.root
    kept = (dossier.folder.reports, dossier.folder.derived / "extracts")
    return {str(path.relative_to(root)): path.read_bytes() for top in kept for path in top.rglob("*") if path.is_file()}
