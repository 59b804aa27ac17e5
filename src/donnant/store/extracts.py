"""What was extracted from each report, a file each: claims and problems in, the same out; all derived."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from donnant.domain.claim import Claim
from donnant.errors import Problem
from donnant.store.folder import Folder, write_atomic


@dataclass(frozen=True, slots=True)
class Extract:
    """The claims of one report, as the program read them before any ruling."""

    key: str
    """A digest of all that the claims follow from; another key means they must be read anew."""
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()


def read_extract(folder: Folder, hash_: str, key: str) -> Extract | None:
    """The extract of a report; null if there is none, or none of this key."""
    try:
        extract = msgspec.json.decode(_file(folder, hash_).read_bytes(), type=Extract)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
    return extract if extract.key == key else None


def write_extract(folder: Folder, hash_: str, extract: Extract) -> None:
    """Keep the extract of a report, whole or not at all."""
    write_atomic(_file(folder, hash_), msgspec.json.encode(extract, order="sorted"))


def _file(folder: Folder, hash_: str) -> Path:
    return folder.derived / "extracts" / f"{hash_[:16]}.json"
