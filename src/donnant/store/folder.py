"""The folder of one case: where each thing stands, its settings, safe writing, one writer at a time."""

import contextlib
import json
import os
import shlex
import shutil
import sys
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from donnant.domain.ids import digest
from donnant.domain.party import Party, PartyKind
from donnant.errors import BadInput, DonnantError, NotADossier

SETTINGS = "dossier.toml"
HALF_MADE = ".new-"
_LOCK = "lock"
_PAUSE = 0.1
_IGNORE = ".gitignore"
_HEAD = """\
# A dossier of Donnant. Edit this file by hand as you like; everything else follows from it,
# from reports/ and from decisions.jsonl.
#
# A party is added, or given more names, like this:
#
#   [[parties]]
#   code = "WAGNER"          # ISO 3166-1 alpha-3 for a state, else a short upper-case name
#   kind = "group"           # state, bloc, body, firm, group or person
#   names = ["groupe Wagner", "Wagner Group"]
#
# Names of one voice that the reports do not show to be one, and how reliable a voice or a
# publisher is, by the Admiralty code (A reliable … E unreliable, F not judged), like this:
#
#   [[aliases]]
#   names = ["Institut Kestrel", "KIS"]
#
#   [grades]
#   "Kestrel Institute" = "B"
"""
_LETTERS = frozenset("ABCDEF")


class Busy(DonnantError):
    """A dossier that another program is writing to."""

    slug = "busy"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person says of a case, as it stands in ``dossier.toml``."""

    title: str = ""
    pair: tuple[str, str] | None = None
    """The two parties of the balance; null lets the balance choose them."""
    parties: tuple[Party, ...] = ()
    grades: tuple[tuple[str, str], ...] = ()
    """Name of a voice or publisher to its Admiralty letter, A to F, sorted."""
    aliases: tuple[tuple[str, ...], ...] = ()
    """Names that are one voice's."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The paths of one dossier."""

    root: Path

    @property
    def settings(self) -> Path:
        """What a person says of the case."""
        return self.root / SETTINGS

    @property
    def reports(self) -> Path:
        """The originals, a folder each."""
        return self.root / "reports"

    @property
    def decisions(self) -> Path:
        """What people ruled, append-only."""
        return self.root / "decisions.jsonl"

    @property
    def prices(self) -> Path:
        """The price book, where a person keeps one."""
        return self.root / "prices.toml"

    @property
    def rates(self) -> Path:
        """Reference rates of exchange, by day."""
        return self.root / "rates.csv"

    @property
    def index(self) -> Path:
        """A price index, by year."""
        return self.root / "index.csv"

    @property
    def known(self) -> Path:
        """Which reports it was given, append-only."""
        return self.root / "reports.jsonl"

    @property
    def derived(self) -> Path:
        """All that can be deleted."""
        return self.root / ".donnant"

    @property
    def ledger(self) -> Path:
        """The derived database."""
        return self.derived / "ledger.duckdb"

    @property
    def brief(self) -> Path:
        """Where the brief is written unless told otherwise."""
        return self.root / "brief.html"


class _PartyRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    kind: PartyKind = PartyKind.STATE
    names: tuple[str, ...] = ()


class _AliasRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    names: tuple[str, ...]


class _SettingsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str = ""
    pair: tuple[str, str] | None = None
    parties: tuple[_PartyRow, ...] = ()
    grades: dict[str, str] = {}
    aliases: tuple[_AliasRow, ...] = ()


def open_folder(root: Path) -> Folder:
    """The dossier that stands at a path; NotADossier says what to do if none does."""
    folder = Folder(root)
    if not root.is_dir():
        if root.exists():
            raise NotADossier(f"{root} is a file: make a dossier of it with `{_making(root)}`")
        raise NotADossier(f"{root} is not there: make a dossier with `donnant new {root}`")
    if not folder.settings.is_file() and any(root.iterdir()):
        raise NotADossier(f"{root} has no {SETTINGS}, so it is no dossier: make one beside it with `{_making(root)}`")
    if not folder.settings.is_file():
        raise NotADossier(f"{root} has no {SETTINGS}, so it is no dossier: make one with `donnant new {root}`")
    return folder


def create_folder(root: Path, settings: Settings) -> Folder:
    """A new dossier; BadInput if one is there, NotADossier if something else is."""
    folder = Folder(root)
    if folder.settings.exists():
        raise BadInput(f"{root} is a dossier already: add reports to it with `donnant add {root} PATH...`")
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        what = "holds other things" if root.is_dir() else "is a file"
        raise NotADossier(f"{root} {what}: name another place for the dossier, such as {_beside(root)}")
    try:
        folder.reports.mkdir(parents=True, exist_ok=True)
        write_atomic(folder.settings, settings_text(settings).encode())
    except OSError as fault:
        raise BadInput(f"{root} cannot be made: {fault.strerror or fault}; name another place") from None
    return folder


def read_settings(folder: Folder) -> Settings:
    """``dossier.toml``, read strictly; NotADossier names the line or key that is wrong."""
    where = folder.settings
    try:
        data = tomllib.loads(where.read_text(encoding="utf-8"))
        rows = msgspec.convert(data, _SettingsFile)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError) as fault:
        raise NotADossier(f"{where} cannot be read, correct it by hand: {fault}") from None
    except OSError as fault:
        raise NotADossier(f"{where} cannot be opened: {fault.strerror or fault}") from None
    codes = [row.code for row in rows.parties]
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        raise NotADossier(f"{where} names the party {code} twice: put all its names in one [[parties]]")
    for name, letter in rows.grades.items():
        if letter not in _LETTERS:
            raise NotADossier(f"{where} grades {name} {letter!r}: write a letter from A (reliable) to F (not judged)")
    for alias in rows.aliases:
        if len(set(alias.names)) < 2:
            raise NotADossier(f"{where} has [[aliases]] with one name: give two names of one voice at least")
    parties = tuple(Party(row.code, row.kind, row.names) for row in rows.parties)
    aliases = tuple(alias.names for alias in rows.aliases)
    return Settings(rows.title, rows.pair, parties, tuple(sorted(rows.grades.items())), aliases)


def settings_text(settings: Settings) -> str:
    """The text of a ``dossier.toml``, with the comments that teach how to edit it."""
    lines = [_HEAD, f"title = {_quoted(settings.title)}"]
    if settings.pair:
        lines.append(f"pair = [{', '.join(map(_quoted, settings.pair))}]  # the two sides of the balance")
    for party in settings.parties:
        names = ", ".join(map(_quoted, party.names))
        lines += ["", "[[parties]]", f"code = {_quoted(party.code)}"]
        lines += [f"kind = {_quoted(party.kind)}", f"names = [{names}]"]
    for alias in settings.aliases:
        lines += ["", "[[aliases]]", f"names = [{', '.join(map(_quoted, alias))}]"]
    if settings.grades:
        lines += ["", "[grades]", *(f"{_quoted(name)} = {_quoted(letter)}" for name, letter in settings.grades)]
    return "\n".join(lines) + "\n"


def write_atomic(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: a reader, or a kill, never meets half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.parent / half_made(path.name)
    try:
        with fresh.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def append_line(path: Path, line: bytes) -> None:
    """Put a line on disk before returning; what was there stays as it is, and a torn end is left alone."""
    before = path.read_bytes() if path.is_file() else b""
    torn = bool(before) and not before.endswith(b"\n")
    with path.open("ab") as log:
        log.write((b"\n" if torn else b"") + line + b"\n")
        log.flush()
        os.fsync(log.fileno())
    sync_folder(path.parent)


def half_made(name: str) -> str:
    """What a thing is called until it is whole: short, and of this program alone."""
    return f"{HALF_MADE}{os.getpid()}-{digest(name.encode())[:8]}"


def sync_folder(path: Path) -> None:
    """Have the names in a folder on disk, where the system can."""
    if sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def locked(folder: Folder, patience: float = 0.0) -> Iterator[None]:
    """Hold the dossier for writing; Busy if another program does, for longer than some seconds' patience.

    A kill lets go of it.
    """
    folder.derived.mkdir(parents=True, exist_ok=True)
    if not (folder.derived / _IGNORE).is_file():
        (folder.derived / _IGNORE).write_text("*\n", encoding="utf-8")
    with (folder.derived / _LOCK).open("ab") as file:
        _wait_for(file.fileno(), folder, time.monotonic() + patience)
        yield


def remove_derived(folder: Folder) -> None:
    """Delete all that follows from the rest; call it only while holding the dossier."""
    for path in folder.derived.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name not in {_LOCK, _IGNORE}:
            path.unlink()


def _wait_for(handle: int, folder: Folder, until: float) -> None:
    while True:
        try:
            return _hold(handle)
        except OSError:
            if time.monotonic() >= until:
                text = f"{folder.root} is being written to by another donnant: wait until it is done"
                raise Busy(text) from None
        time.sleep(_PAUSE)


def _making(root: Path) -> str:
    """The command that makes a dossier of the reports at a path, beside them."""
    return f"donnant run {shlex.quote(str(root))} --dossier {shlex.quote(str(_beside(root)))}"


def _beside(root: Path) -> Path:
    whole = root if root.name else root.resolve()
    return whole.with_name(f"{whole.name if whole.is_dir() else whole.stem}-dossier")


def _hold(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
