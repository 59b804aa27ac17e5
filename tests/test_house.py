"""The house is as it is drawn: sizes, first lines, papers, packs and docs."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from donnant.errors import BadPack
from donnant.lang.lexicon import Words, languages, lint, read_table

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "src" / "donnant").rglob("*.py"))
PACKS = ROOT / "src" / "donnant" / "lang"
LONGEST_MODULE, LONGEST_FUNCTION, LONGEST_TEST = 400, 60, 500


def names(paths: list[Path]) -> list[str]:
    """Paths as they are printed in a test's name."""
    return [str(path.relative_to(ROOT)) for path in paths]


@pytest.mark.parametrize("path", MODULES, ids=names(MODULES))
def test_a_module_opens_with_a_line_and_fits_its_room(path: Path) -> None:
    """A module has a docstring of one line first, no more than 400 lines, and no function above 60."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "the first line says what comes in and what goes out"
    assert len(text.splitlines()) <= LONGEST_MODULE
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or node.lineno) - node.lineno < LONGEST_FUNCTION, node.name


def test_most_modules_are_short() -> None:
    """Four modules in five have no more than 250 lines."""
    lengths = [len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES]
    assert sum(length <= 250 for length in lengths) >= 0.8 * len(lengths)


def test_no_unfinished_mark_stands_in_the_code() -> None:
    """Nothing says that it is to be done later."""
    marks = re.compile("TO" + "DO|FIX" + "ME|NotImplemented" + "Error")
    assert not [str(path) for path in MODULES if marks.search(path.read_text(encoding="utf-8"))]


def test_no_tracked_file_names_a_registry() -> None:
    """The lock file pins versions and hashes, and says nowhere where they come from."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    pins = [line for line in lock.splitlines() if re.match(r"^[a-z0-9]", line)]
    assert pins and all("==" in line for line in pins)
    assert lock.count("--hash=sha256:") >= len(pins)


def test_all_packs_have_the_same_files() -> None:
    """A language is a folder of files with fixed names."""
    assert {"fr", "en"} <= set(languages())
    files = {code: sorted(path.name for path in (PACKS / code).glob("*.toml")) for code in languages()}
    assert len({tuple(found) for found in files.values()}) == 1, files


@pytest.mark.parametrize("code", languages())
def test_a_pack_has_no_word_twice_in_a_list_and_none_untrimmed(code: str) -> None:
    """The lint finds nothing in the packs that ship."""
    import tomllib

    for path in sorted((PACKS / code).glob("*.toml")):
        assert not list(lint(tomllib.loads(path.read_text(encoding="utf-8")))), path.name


def test_the_lint_finds_what_it_is_for() -> None:
    """A word that stands twice, and one with blanks around it, are faults with their place."""
    assert list(lint({"words": ["a", "b", "a"]})) == [("words", "has 'a' twice")]
    assert [place for place, _ in lint({"words": [" a"]})] == ["words[0]"]


def test_an_unknown_key_of_a_pack_is_an_error() -> None:
    """A table that has more than its shape names is refused, with the file's name."""

    class Narrow(Words, frozen=True):
        """Knows nothing."""

    with pytest.raises(BadPack, match=r"lang/fr/pack\.toml"):
        read_table("fr", "pack", Narrow)


def test_the_engine_never_asks_which_language_it_reads() -> None:
    """No module compares a language code with a literal."""
    asks = re.compile(r"""(?:language|lang|code)\s*(?:==|!=|in)\s*[("'\[]\s*["']?(?:fr|en)\b""")
    assert not [str(path) for path in MODULES if asks.search(path.read_text(encoding="utf-8"))]


def test_the_generated_pages_are_what_the_program_says() -> None:
    """The command line's reference, the tables and the README's balance are fresh: `make docs` renews them."""
    done = subprocess.run(
        [sys.executable, ROOT / "docs" / "generate.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_python_of_the_readme_runs(tmp_path: Path) -> None:
    """The five lines do what the README says, on a folder of reports."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    code = re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL)
    assert len(code) == 1
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "a.txt").write_text("Published on 3 May 2023\n\nIran sold 40 drones to Sudan.\n", encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", code[0]], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    assert "('IRN', 'SDN', 40" in done.stdout


def test_ci_runs_the_test_command_of_the_readme() -> None:
    """What CI runs is what a reader is told to run."""
    assert "make test" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").rstrip().endswith("make test")
