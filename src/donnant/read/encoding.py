"""Bytes in, text out: UTF-8 first, then what the bytes themselves say; binary files are refused."""

import codecs
import re

_MAGIC = (
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"Rar!", "a rar archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture, sound or video"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "a rich text document"),
)
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WESTERN = frozenset("«»‘’“”‚„–—…•°€£§·¿¡™®©²³¹½¼¾ºª±× \xad")
_TOO_MANY_CONTROLS = 0.01
_TOO_MANY_ACCENTS = 0.25


def binary_kind(data: bytes) -> str | None:
    """What a file is, in words, if it is a known kind that holds no plain text."""
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)


def decode(data: bytes, declared: str | None = None) -> str | None:
    """The text as ``data.decode(encoding)`` gives it, a UTF-8 byte-order mark included; None if binary."""
    text = _decoded(data, declared)
    if text is None or len(_CONTROLS.findall(text)) > _TOO_MANY_CONTROLS * len(text):
        return None
    return text


def _decoded(data: bytes, declared: str | None) -> str | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _as(data, name)
    wide = _wide_without_mark(data)
    for guess in (wide, "utf-8", declared, _cp1252_if_western(data)):
        text = _as(data, guess) if guess else None
        if text is not None:
            return text
    return _guessed(data)


def _as(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _wide_without_mark(data: bytes) -> str | None:
    """UTF-16 without a mark: in Western text every other byte is zero."""
    head = data[:4000]
    half = len(head) // 2
    if half and head[1::2].count(0) > 0.7 * half and head[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if half and head[::2].count(0) > 0.7 * half and head[1::2].count(0) < 0.1 * half else None


def _cp1252_if_western(data: bytes) -> str | None:
    """Windows' Western encoding, if it reads as mostly plain letters with accents and typographic marks."""
    text = _as(data, "cp1252")
    if text is None:
        return None
    foreign = [char for char in text if ord(char) > 127]
    letters = sum(char.isalpha() for char in text)
    accents = sum(char.isalpha() for char in foreign)
    plain = all((char.isalpha() and ord(char) < 256) or char in "œŒŸ" or char in _WESTERN for char in foreign)
    return "cp1252" if plain and accents <= _TOO_MANY_ACCENTS * letters else None


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return _as(data, best.encoding) if best else None
