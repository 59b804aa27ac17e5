"""Paths as a person gives them in; the files to read, in order, and what leads nowhere out."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from donnant.errors import Problem
from donnant.store.folder import SETTINGS


def find_files(paths: Iterable[Path], suffixes: frozenset[str]) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Every file named, and of a folder named all files inside that have one of the suffixes."""
    files: set[Path] = set()
    problems: set[Problem] = set()
    for path in paths:
        if path.is_dir():
            inside = set(_inside(path, suffixes))
            files |= inside
            if not inside:
                kinds = " ".join(sorted(filter(None, suffixes)))
                text = f"{path} holds no report: put files in it ({kinds})"
                problems.add(Problem(str(path), "empty-folder", text))
        elif path.exists():
            files.add(path)
        else:
            pattern = any(mark in path.name for mark in "*?[")
            text = "matches no file: check the pattern" if pattern else "is not there: check the path"
            problems.add(Problem(str(path), "missing-file", f"{path} {text}"))
    ordered = sorted(files, key=lambda file: (file.name, str(file)))
    return tuple(ordered), tuple(sorted(problems))


def _inside(folder: Path, suffixes: frozenset[str]) -> Iterator[Path]:
    """Hidden things are left alone, and so is a dossier that stands inside."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink() and not (path / SETTINGS).is_file():
            yield from _inside(path, suffixes)
        elif path.is_file() and path.suffix.lower() in suffixes:
            yield path
