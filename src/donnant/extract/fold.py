"""Text as printed in; the same text, letter for letter, in the plain form that every cue is written in out."""

import functools
import unicodedata

_APOSTROPHES = "’‘ʼ′´`ʹ＇‛"
_HYPHENS = "‐‑﹣－"


def fold(text: str) -> str:
    """Lower case, straight apostrophes, plain hyphens and plain blanks; offsets stay those of the text."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters have a lower case of two characters: they stay as they are
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    for mark, plain in _plain():  # a mark that a text has not is skipped at once, unlike in a table of letters
        lowered = lowered.replace(mark, plain)
    return lowered


@functools.cache
def _plain() -> tuple[tuple[str, str], ...]:
    blanks = [chr(code) for code in range(0x10000) if unicodedata.category(chr(code)) == "Zs" and code != ord(" ")]
    return (
        *((mark, "'") for mark in _APOSTROPHES if mark != "'"),
        *((mark, "-") for mark in _HYPHENS),
        *((blank, " ") for blank in (*blanks, "\t")),
    )
