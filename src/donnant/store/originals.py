"""Originals and what was read from each: bytes and names in, kept reports out; addressed by content."""

import contextlib
import os
import re
import shutil
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from donnant.domain.ids import digest
from donnant.domain.report import Report
from donnant.errors import Problem
from donnant.store.folder import HALF_MADE, Folder, half_made, sync_folder, write_atomic

READING = "report.json"
_LONGEST = 120
_TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Kept:
    """What a dossier keeps of one report beside its original."""

    report: Report
    names: dict[str, dict[str, str]]
    """Every file name it came under, and what the user said of it under that name."""
    problems: tuple[Problem, ...] = ()

    @property
    def given(self) -> dict[str, str]:
        """What the user said of it, under whatever name."""
        return given_of(self.names)


@dataclass(frozen=True, slots=True)
class Place:
    """The folder of one report."""

    path: Path

    @property
    def reading(self) -> Path:
        """What was read from the original."""
        return self.path / READING

    def files(self) -> list[Path]:
        """The files beside the reading, in order: the original, unless somebody put more there."""
        return sorted(file for file in self.path.iterdir() if file.is_file() and _is_original(file.name))

    def original(self, wanted: str) -> bytes | None:
        """The bytes whose hash is wanted; null if they are no longer there."""
        for file in self.files():
            with contextlib.suppress(OSError):
                data = file.read_bytes()
                if digest(data) == wanted:
                    return data
        return None


def places(folder: Folder) -> tuple[Place, ...]:
    """The folder of every report, in order of hash."""
    if not folder.reports.is_dir():
        return ()
    found = (path for path in folder.reports.iterdir() if path.is_dir() and not path.name.startswith("."))
    return tuple(Place(path) for path in sorted(found) if re.fullmatch("[0-9a-f]{16}", path.name))


def place_of(folder: Folder, hash_: str) -> Place:
    """Where the report of a hash stands or would stand."""
    return Place(folder.reports / hash_[:16])


def read_kept(place: Place) -> Kept | None:
    """What was kept of a report; null if its reading is missing or damaged."""
    try:
        return msgspec.json.decode(place.reading.read_bytes(), type=Kept)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def write_kept(folder: Folder, kept: Kept) -> None:
    """Replace what was kept of a report that is there."""
    write_atomic(place_of(folder, kept.report.hash).reading, kept_bytes(kept))


def add_original(folder: Folder, data: bytes, kept: Kept) -> None:
    """Keep a new report: the original and its reading appear together or not at all."""
    place = place_of(folder, kept.report.hash)
    if place.path.exists():
        if place.original(kept.report.hash) is None:
            write_atomic(place.path / safe_name(kept.report.name), data)
        write_kept(folder, kept)
        return
    fresh = folder.reports / half_made(place.path.name)
    fresh.mkdir(parents=True)
    try:
        write_atomic(fresh / safe_name(kept.report.name), data)
        write_atomic(fresh / READING, kept_bytes(kept))
        fresh.rename(place.path)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    sync_folder(folder.reports)


def kept_bytes(kept: Kept) -> bytes:
    """The canonical JSON of what is kept: keys in order, one line a value, so that two can be compared."""
    return msgspec.json.format(msgspec.json.encode(kept, order="sorted"), indent=1) + b"\n"


def sweep(folder: Folder) -> None:
    """Remove what a killed writer left half made; call it only while holding the dossier."""
    for rest in _rests(folder):
        if rest.is_dir():
            shutil.rmtree(rest, ignore_errors=True)
        else:
            rest.unlink(missing_ok=True)


def given_of(names: dict[str, dict[str, str]]) -> dict[str, str]:
    """What was said of a report under all its names; where two disagree, the first in the alphabet speaks."""
    facts: dict[str, str] = {}
    for name in sorted(names, reverse=True):
        facts.update(names[name])
    return facts


def plain_name(name: str) -> str:
    """A name as it is shown: one form whatever the machine, nothing that steers a screen."""
    readable = os.fsencode(name).decode("utf-8", "replace")
    return "".join("\ufffd" if _steers(char) else char for char in unicodedata.normalize("NFC", readable))


def safe_name(name: str) -> str:
    """A file name that is safe anywhere, made of one that came from outside."""
    last = unicodedata.normalize("NFC", re.split(r"[/\\]", name)[-1])
    plain = "".join("_" if _is_hostile(char) else char for char in last).strip(" .")
    stem, dot, suffix = plain.rpartition(".")
    ending = f".{suffix}" if dot and len(suffix.encode()) <= 10 else ""
    plain = _cut(stem if ending else plain, _LONGEST) + ending
    if not plain or plain.casefold() == READING or _RESERVED.fullmatch(plain):
        plain = f"original-{plain}" if plain else "original"
    return plain


def _is_hostile(char: str) -> bool:
    return char in '<>:"|?*' or char == "\ufffd" or _steers(char)


def _steers(char: str) -> bool:
    """Controls, line ends and the marks that turn the direction of writing."""
    return unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} or unicodedata.bidirectional(char) in _TURNS


def _cut(text: str, longest: int) -> str:
    return os.fsencode(text)[:longest].decode("utf-8", "ignore")


def _is_original(name: str) -> bool:
    return name != READING and not name.startswith(".")


def _rests(folder: Folder) -> Iterator[Path]:
    for parent in (folder.reports, folder.derived, *(place.path for place in places(folder))):
        if parent.is_dir():
            yield from (path for path in parent.iterdir() if path.name.startswith(HALF_MADE))
