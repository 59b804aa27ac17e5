"""The strict reader of language packs: a folder of TOML files with fixed names, one concern a file."""

import functools
import importlib.resources
import tomllib
from collections.abc import Collection, Iterator
from importlib.resources.abc import Traversable
from typing import TypeVar

import msgspec

from donnant.errors import BadPack

Listed = Collection[str]
"""Words that are asked for at every turn: kept in the order of the file, and found at once."""


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of every table of words: an unknown key in the file is an error, not a surprise."""

    def __post_init__(self) -> None:
        for field in msgspec.structs.fields(self):
            if field.type == Listed:
                msgspec.structs.force_setattr(self, field.name, dict.fromkeys(getattr(self, field.name)))


T = TypeVar("T", bound=Words)


@functools.cache
def languages() -> tuple[str, ...]:
    """Codes of the packs that are installed, sorted."""
    folders = (entry for entry in _root().iterdir() if entry.is_dir() and (entry / "pack.toml").is_file())
    return tuple(sorted(folder.name for folder in folders))


def read_table(code: str, name: str, shape: type[T]) -> T:
    """One file of a pack as the given shape, read once; BadPack names the file and the fault."""
    table = _read(code, name, shape)
    assert isinstance(table, shape)
    return table


@functools.cache
def _read(code: str, name: str, shape: type[Words]) -> Words:
    file = _root() / code / f"{name}.toml"
    where = f"lang/{code}/{name}.toml"
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise BadPack(f"{where} is missing: every pack needs one; copy that of another language") from None
    except tomllib.TOMLDecodeError as fault:
        raise BadPack(f"{where} is no TOML: {fault}") from None
    for path, what in lint(data):
        raise BadPack(f"{where}: {path} {what}")
    try:
        return msgspec.convert(data, shape)
    except msgspec.ValidationError as fault:
        raise BadPack(f"{where}: {fault}") from None


def lint(data: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Faults of a table: empty or untrimmed words, and words that stand twice in one list."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from lint(value, f"{path}.{key}" if path else str(key))
    elif isinstance(data, list):
        plain = [item for item in data if isinstance(item, str)]
        for word in sorted({word for word in plain if plain.count(word) > 1}):
            yield path, f"has {word!r} twice"
        for number, item in enumerate(data):
            yield from lint(item, f"{path}[{number}]")
    elif isinstance(data, str) and data != data.strip():
        yield path, f"has blanks around {data!r}"


def _root() -> Traversable:
    return importlib.resources.files("donnant.lang")
