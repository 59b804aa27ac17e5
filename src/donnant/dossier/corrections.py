"""Corrections as a person types them: FIELD=VALUE in; values of the right kind out, or what is wrong with them."""

import difflib
import math
from collections.abc import Callable, Collection, Mapping
from enum import StrEnum
from typing import TypeAlias

from donnant.domain.claim import CATEGORIES, Claim, Factuality, Kind, Phase
from donnant.domain.when import is_when
from donnant.errors import BadInput

Value: TypeAlias = str | float | bool | None
Party: TypeAlias = Callable[[str], str]

_TEXTS = ("item", "unit")
_AMOUNTS = ("low", "high")
_CHOICES: dict[str, type[StrEnum]] = {"factuality": Factuality, "phase": Phase}
_PARTIES = ("giver", "receiver")
_CATEGORIES: dict[Kind, tuple[str, ...]] = {
    Kind.TRANSFER: CATEGORIES,
    Kind.LOSS: ("killed", "wounded", "killed_or_wounded", "captured", "missing"),
    Kind.ATTITUDE: ("positive", "negative"),
    Kind.AGREEMENT: (),
}
FIELDS = (*_PARTIES, "category", *_TEXTS, *_AMOUNTS, "approx", "when", *_CHOICES)
"""The fields of a claim that can be corrected."""


def categories() -> tuple[str, ...]:
    """Every category that a claim can have, each once."""
    return tuple(dict.fromkeys(name for names in _CATEGORIES.values() for name in names))


def read_corrections(
    typed: Mapping[str, Value], claim: Claim, party: Party, units: Collection[str] = ()
) -> dict[str, Value]:
    """Corrections of a claim, checked; an empty value means that the report does not say it.

    ``units`` are those in use, beside the ones that every language knows.
    """
    changes = {field: _value(field, value, claim, party) for field, value in sorted(typed.items())}
    if isinstance(changes.get("unit"), str):
        changes["unit"] = _unit(str(changes["unit"]), units)
    low, high = (changes.get(field, getattr(claim, field)) for field in _AMOUNTS)
    if isinstance(low, float) and isinstance(high, float) and low > high:
        raise BadInput(f"low={low:g} is above high={high:g}: correct both bounds")
    return changes


def _value(field: str, value: Value, claim: Claim, party: Party) -> Value:
    if field not in FIELDS:
        raise BadInput(f"{field!r} cannot be corrected: choose one of {', '.join(FIELDS)}")
    text = "" if value is None else str(value).strip()
    if field in _CHOICES or field == "approx":
        return _choice(field, text)
    if not text:
        return None
    if field in _AMOUNTS:
        return _number(field, text)
    if field in _PARTIES:
        return party(text)
    if field == "category" and text not in _CATEGORIES[claim.kind]:
        fitting = ", ".join(_CATEGORIES[claim.kind]) or "nothing"
        raise BadInput(f"category={text} does not fit: choose one of {fitting}")
    if field == "when" and not is_when(text):
        raise BadInput(f"when={text} is no date: write it in EDTF, such as 2024-06-19, 2024-10~ or 2023/2025")
    return text


def _choice(field: str, text: str) -> Value:
    if field == "approx":
        if text.lower() not in {"true", "false"}:
            raise BadInput(f"approx={text} is neither true nor false")
        return text.lower() == "true"
    allowed = [str(choice) for choice in _CHOICES[field]]
    if text not in allowed:
        raise BadInput(f"{field}={text} does not fit: choose one of {', '.join(allowed)}")
    return text


def _unit(text: str, used: Collection[str]) -> str:
    """A unit as claims carry it; BadInput lists those that are near."""
    from donnant.lang.amounts import AmountTable, amount_words
    from donnant.lang.labels import read_labels
    from donnant.lang.lexicon import languages, read_table

    known = {name.replace("_", " ") for name in read_labels("en").units} | set(used)
    codes: set[str] = set()
    for language in languages():
        known |= read_table(language, "amounts", AmountTable).measures.keys()
        codes |= set(amount_words(language).currencies.values())
    known |= codes | {"share"}
    if text in known:
        return text
    if text.upper() in codes:
        return text.upper()
    near = difflib.get_close_matches(text.lower(), sorted(known), n=3, cutoff=0.6)
    advice = f"did you mean {' or '.join(near)}?" if near else "write a unit such as soldier or tonne, or a code as USD"
    raise BadInput(f"unit={text} is no unit that is known: {advice}")


def _number(field: str, text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number) or number < 0:
        raise BadInput(f"{field}={text} is no amount: write a plain number, such as 5600000000 or 5.6e9")
    return number
