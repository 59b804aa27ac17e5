#!/usr/bin/env python3
"""Score the reader of amounts on phrases with the right readings, one row a construction.

usage: python eval/amounts.py [--misses]

A phrase is right when exactly its amounts come out, in order, each with both bounds, the operator, whether it is
approximate, and its unit. How phrases and readings are written stands at the head of `eval/amounts/fr.toml`.

Exit status: 0, or 1 where a language is below its floor.
"""

import math
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from donnant.extract.amounts import Amount, read_amounts

FOLDER = Path(__file__).resolve().parent / "amounts"
FLOORS = {"en": 0.97, "fr": 0.97}
READING = re.compile(
    r"(?P<approx>~ )?(?:(?P<sign>[<>]=?) )?(?P<low>[\d.e+]+?)(?:\.\.(?P<high>[\d.e+]+))?(?: (?P<unit>\D.*))?"
)
SIGNS = {">": "more_than", ">=": "at_least", "<": "less_than", "<=": "at_most", None: "exactly"}
TOLERANCE = 1e-5


@dataclass(frozen=True, slots=True)
class Reading:
    """What an amount says."""

    low: float | None
    high: float | None
    operator: str
    approx: bool
    unit: str | None

    def agrees(self, other: "Reading") -> bool:
        """Whether another says the same, thirds rounded as they are written."""
        rest = (self.operator, self.approx, self.unit) == (other.operator, other.approx, other.unit)
        return rest and _close(self.low, other.low) and _close(self.high, other.high)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with the readings that a careful reader finds in it."""

    text: str
    readings: tuple[Reading, ...]
    construction: str
    round: int = 1

    @property
    def trap(self) -> bool:
        """Whether it holds no amount."""
        return not self.readings


def load_phrases(language: str) -> list[Phrase]:
    """The phrases of a language, in the order of the file."""
    data = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    return [
        Phrase(text, tuple(parse_reading(reading) for reading in readings), group["name"], group.get("round", 1))
        for group in data["construction"]
        for text, *readings in group["phrases"]
    ]


def parse_reading(text: str) -> Reading:
    """A reading as it is written beside a phrase; ValueError where it is not one."""
    match = READING.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no reading: `~ >= 10 obus`, `5.6e9..9.8e9 USD`")
    low, high = float(match["low"]), float(match["high"] or match["low"])
    operator = "between" if match["high"] else SIGNS[match["sign"]]
    return Reading(
        None if operator in ("at_most", "less_than") else low,
        None if operator in ("at_least", "more_than") else high,
        operator,
        match["approx"] is not None,
        match["unit"],
    )


def read_phrase(phrase: Phrase, language: str) -> tuple[Reading, ...]:
    """What the program reads in a phrase."""
    return tuple(_reading(amount) for amount in read_amounts(phrase.text, language))


def is_right(phrase: Phrase, found: Sequence[Reading]) -> bool:
    """Whether exactly the amounts of a phrase were found."""
    pairs = zip(phrase.readings, found, strict=False)
    return len(found) == len(phrase.readings) and all(one.agrees(other) for one, other in pairs)


def _reading(amount: Amount) -> Reading:
    unit = "times" if amount.kind == "multiple" else amount.unit
    return Reading(amount.low, amount.high, amount.operator, amount.approx, unit)


def _close(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=TOLERANCE)


def table(phrases: list[Phrase], rights: list[bool]) -> Iterator[str]:
    """Right and all, a row a construction."""
    for name in dict.fromkeys(phrase.construction for phrase in phrases):
        of_it = [right for phrase, right in zip(phrases, rights, strict=True) if phrase.construction == name]
        yield f"  {name:<36} {sum(of_it):>4} / {len(of_it)}"


def main() -> int:
    """Print the table of each language; 1 below a floor."""
    failed = 0
    for language, floor in FLOORS.items():
        phrases = load_phrases(language)
        found = [read_phrase(phrase, language) for phrase in phrases]
        rights = [is_right(phrase, readings) for phrase, readings in zip(phrases, found, strict=True)]
        share = sum(rights) / len(rights)
        failed |= share < floor
        print(f"{language}: {share:.3f} right of {len(rights)}, floor {floor}")
        print("\n".join(table(phrases, rights)))
        if "--misses" in sys.argv[1:]:
            for phrase, readings, right in zip(phrases, found, rights, strict=True):
                if not right:
                    print(f"  {phrase.text}\n    wanted {phrase.readings}\n    found  {readings}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
