"""Ids from content, so that any order of reading and any number of workers agree."""

import hashlib
import json
from collections.abc import Iterable
from typing import TypeAlias

Part: TypeAlias = str | int | float | bool | None


def digest(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def content_id(prefix: str, parts: Iterable[Part | Iterable[Part]]) -> str:
    """A short id made of parts; the parts are kept apart, so ("ab", "c") is not ("a", "bc")."""
    plain = [part if isinstance(part, str | int | float | bool | None) else list(part) for part in parts]
    line = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return f"{prefix}-{digest(line.encode())[:12]}"
