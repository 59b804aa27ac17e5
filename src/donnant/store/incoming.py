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
        try:
            inside = set(_inside(path, suffixes)) if path.is_dir() else {path} if path.is_file() else set()
            slug, text = ("", "") if inside else _nothing(path, suffixes)
        except OSError as fault:
            inside, slug = set(), "unreadable-folder"
            text = f"{path} cannot be opened ({fault.strerror or fault}): check its permissions"
        files |= inside
        if not inside:
            problems.add(Problem(str(path), slug, text))
    ordered = sorted(files, key=lambda file: (file.name, str(file)))
    return tuple(ordered), tuple(sorted(problems))


def _inside(folder: Path, suffixes: frozenset[str]) -> Iterator[Path]:
    """Hidden things are left alone, and so is a dossier."""
    if (folder / SETTINGS).is_file():
        return
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _inside(path, suffixes)
        elif path.is_file() and path.suffix.lower() in suffixes:
            yield path


def _nothing(path: Path, suffixes: frozenset[str]) -> tuple[str, str]:
    """Why a path stands for no file, and what to do."""
    if (path / SETTINGS).is_file():
        return "not-a-report", f"{path} is a dossier: give the files or folders that the reports are in"
    if path.is_dir():
        return "empty-folder", f"{path} holds no report: put files in it ({' '.join(sorted(suffixes))})"
    if path.exists():
        return "not-a-report", f"{path} is no file: save the report to one"
    if any(mark in path.name for mark in "*?["):
        return "missing-file", f"{path} matches no file: check the pattern"
    return "missing-file", f"{path} is not there: check the path"
