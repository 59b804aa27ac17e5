"""One dossier of the bundled case for all tests that only ask, and the program as a person runs it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from donnant.demo import make_case

Run = Callable[..., "subprocess.CompletedProcess[str]"]
PROGRAM = "from donnant.cli.app import main; main()"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled case, read once; nobody writes to it."""
    path = tmp_path_factory.mktemp("demo") / "case"
    make_case(path)
    return path


@pytest.fixture
def own(made: Path, tmp_path: Path) -> Path:
    """A copy of the bundled case, to write to."""
    return Path(shutil.copytree(made, tmp_path / "case"))


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the program in a process of its own, with no screen."""

    def run(*args: object) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-c", PROGRAM, *map(str, args)],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
            env=os.environ | {"USER": "ana"},
        )

    return run
