"""The language of a text, among the installed packs: words in, a two-letter code out."""

import functools
from collections.abc import Iterable
from typing import Any

from donnant.domain.report import Told
from donnant.lang import lexicon

_ENOUGH = 20_000
"""Characters that settle the language of any report."""
_TOO_FEW = 100
"""Letters below which a page's own word is better than a guess."""


def settle_language(text: str, told: Told | None) -> Told | None:
    """What the file says of its language, unless its words say otherwise: pages often carry a template's code."""
    letters = sum(char.isalpha() for char in text[:_ENOUGH])
    packs = lexicon.languages()
    if told and letters < _TOO_FEW:
        return told
    guess = guess_language(text, {*packs, told.value} if told else packs) if letters else None
    return told if told and guess in (None, told.value) else Told(guess, "guessed") if guess else None


def guess_language(text: str, codes: Iterable[str]) -> str | None:
    """The one of some languages that a text reads most like; None if none of them is known."""
    candidates = sorted(codes)
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    likeness = dict(_identifier().rank(text[:_ENOUGH]))
    known = [code for code in candidates if code in likeness]
    return max(known, key=lambda code: likeness[code], default=None)


def foreign_language(text: str) -> str | None:
    """The language of a text that clearly reads like none of the installed packs'."""
    sample = text[:_ENOUGH]
    if sum(char.isalpha() for char in sample) < 4 * _TOO_FEW:
        return None
    best = str(_identifier().rank(sample)[0][0])
    return best if best not in lexicon.languages() else None


@functools.cache
def _identifier() -> Any:
    """An identifier of our own, loaded once and only when needed: it takes most of a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)
