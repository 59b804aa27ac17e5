#!/usr/bin/env python3
"""Compare the reader of amounts with quantulum3 and Recognizers-Text on the phrases of `eval/amounts`, in one run.

usage: python bench/amounts.py [--misses]

The others are installed from `bench/amounts.txt` into an environment of their own, once. All are judged alike, and
as kindly to the others as can be: bounds, operators and hedges are not asked for; two loose numbers equal to the
ends of a range are the range; what more comes out of a phrase with amounts is let pass; the unit of a count may be
anything, that of a measure may be missing; money needs its currency, by whatever name; a share may be a fraction or a
percentage; a number that the tool itself knows for a date, an age, a temperature or a telephone number is none. A
phrase without amounts is right when none comes out.

Exit status: 0, 1 where another reads more phrases right than Donnant, 2 where the others cannot be installed.
"""

import contextlib
import io
import json
import logging
import math
import subprocess
import sys
import venv
import warnings
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".venv" / "bench-amounts"
PINS = Path(__file__).with_suffix(".txt")
CULTURES = {"en": "en-us", "fr": "fr-fr"}
OTHERS = {"en": ("quantulum3", "Recognizers-Text"), "fr": ("Recognizers-Text",)}
TOLERANCE = 1e-3
NO_UNIT = ("", "dimensionless")

# what the name of a unit must hold, by the unit wanted
NAMES = {
    "USD": "dollar", "CAD": "dollar", "AUD": "dollar", "EUR": "euro",
    "GBP": "pound livre", "CHF": "franc", "JPY": "yen", "CNY": "yuan renminbi",
    "KRW": "won", "RUB": "rouble ruble", "UAH": "hryvn", "XAF": "franc",
    "INR": "rupee roupie", "PKR": "rupee roupie", "TRY": "lira livre pound", "SEK": "kron couronne crown",
    "NOK": "kron couronne crown", "AED": "dirham", "ZAR": "rand", "AZN": "manat",
    "share": "percent %", "tonne": "ton", "barrel": "barrel baril bbl", "cubic metre": "cubic bcm",
    "kilometre": "kilom", "kilogram": "kilog", "mile": "mile", "megawatt": "megaw",
    "gigawatt": "gigaw", "terawatt-hour": "hour", "litre": "lit", "hectare": "hectare",
}  # fmt: skip

Found = dict[str, Any]
"""A quantity that came out of a tool: its `values` (one, or the two ends of a range) and its `unit` by name."""


def install() -> Path:
    """The interpreter of the environment with the others in it."""
    python = HOME / "bin" / "python"
    done = HOME / "done.txt"
    if not done.is_file() or done.read_text(encoding="utf-8") != PINS.read_text(encoding="utf-8"):
        venv.create(HOME, clear=True, with_pip=True)
        pip = [python, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-deps", "-r", PINS]
        subprocess.run(pip, check=True)
        done.write_text(PINS.read_text(encoding="utf-8"), encoding="utf-8")
    return python


def read_with_others() -> None:
    """In the environment of the others: phrases on standard input, what each tool finds on standard output."""
    warnings.filterwarnings("ignore")
    logging.disable()
    tools = {"quantulum3": with_quantulum, "Recognizers-Text": with_recognizers}
    out = []
    with contextlib.redirect_stdout(io.StringIO()):
        for row in json.load(sys.stdin):
            out.append({name: tools[name](row["text"], row["language"]) for name in OTHERS[row["language"]]})
    json.dump(out, sys.stdout)


def with_quantulum(text: str, _: str) -> list[Found]:
    """Its quantities; a value with an uncertainty is a range."""
    from quantulum3 import parser

    try:
        quantities = parser.parse(text)
    except Exception as fault:  # it fails on some phrases: then it has found nothing
        return [{"values": [], "unit": f"{type(fault).__name__}: {fault}"}]
    dated = ("year", "month", "day", "hour", "minute", "second", "degree celsius", "degree fahrenheit")
    return [
        {"values": _ends(quantity.value, quantity.uncertainty), "unit": quantity.unit.name}
        for quantity in quantities
        if not quantity.unit.name.startswith(dated)
    ]


def _ends(value: float, uncertainty: float | None) -> list[float]:
    return [value - uncertainty, value + uncertainty] if uncertainty else [value]


def with_recognizers(text: str, language: str) -> list[Found]:
    """Its currencies, dimensions and percentages, then the numbers that are part of nothing else."""
    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number, recognize_ordinal, recognize_percentage
    from recognizers_number_with_unit import (
        recognize_age,
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
    )
    from recognizers_sequence import recognize_phone_number

    culture = CULTURES[language]
    taken: list[tuple[int, int]] = []
    found = []
    for read in (recognize_currency, recognize_dimension, recognize_percentage):
        for result in read(text, culture):
            taken.append((result.start, result.end))
            found.append(_recognized(result))
    odd = [*recognize_age(text, culture), *recognize_temperature(text, culture), *recognize_datetime(text, culture)]
    odd += [*recognize_phone_number(text, culture), *recognize_ordinal(text, culture)]
    other = taken + [(result.start, result.end) for result in odd]
    for number in recognize_number(text, culture):
        if not any(start <= number.start and number.end <= end for start, end in taken):
            within = any(start <= number.start and number.end <= end for start, end in other)
            found.append({**_recognized(number), "doubtful": within})
    return found


def _recognized(result: Any) -> Found:
    resolution = result.resolution or {}
    value = str(resolution.get("value") or "nan").replace(",", ".").rstrip("%")
    percent = result.type_name == "percentage"
    try:
        values = [float(value)]
    except ValueError:
        values = []
    return {"values": values, "unit": "percentage" if percent else str(resolution.get("unit") or "")}


def with_donnant(text: str, language: str) -> list[Found]:
    """What Donnant reads, in the same shape."""
    from donnant.extract.amounts import read_amounts

    found = []
    for amount in read_amounts(text, language):
        ends = [end for end in (amount.low, amount.high) if end is not None]
        found.append({"values": sorted(set(ends)), "unit": amount.unit or "", "ours": True})
    return found


def is_kindly_right(wanted: Sequence[Any], found: Sequence[Found]) -> bool:
    """Whether every amount of a phrase came out, or none where it has none."""
    if not wanted:
        return not any(item["values"] and not item.get("doubtful") for item in found)
    return all(_is_found(reading, found) for reading in wanted)


def _is_found(reading: Any, found: Sequence[Found]) -> bool:
    ends = sorted({end for end in (reading.low, reading.high) if end is not None})
    carriers = [[item for item in found if any(_same(end, value, reading) for value in item["values"])] for end in ends]
    return all(carriers) and any(_fits(item, reading.unit) for items in carriers for item in items)


def _same(end: float, value: float, reading: Any) -> bool:
    candidates = (end, end * 100) if reading.unit == "share" else (end,)
    return any(math.isclose(value, candidate, rel_tol=TOLERANCE) for candidate in candidates)


def _fits(item: Found, unit: str | None) -> bool:
    if unit not in NAMES:
        return True  # a count or a multiple
    if item.get("ours"):
        return bool(item["unit"] == unit)
    name = item["unit"].lower()
    if name in NO_UNIT:
        return not _is_money(unit)
    return any(part in name for part in NAMES[unit].split())


def _is_money(unit: str | None) -> bool:
    return bool(unit) and len(str(unit)) == 3 and str(unit).isupper()


def print_table(phrases: Sequence[Any], rights: dict[str, list[bool]]) -> None:
    """A row for each construction, a column for each reader."""
    print("  " + " " * 36 + "".join(f"{name:>18}" for name in rights))
    names = list(dict.fromkeys(phrase.construction for phrase in phrases))
    for name in names:
        places = [at for at, phrase in enumerate(phrases) if phrase.construction == name]
        cells = (f"{sum(right[at] for at in places)} / {len(places)}" for right in rights.values())
        print(f"  {name:<36}" + "".join(f"{cell:>18}" for cell in cells))
    parts = {"with an amount": False, "traps": True}
    for name, trap in parts.items():
        places = [at for at, phrase in enumerate(phrases) if phrase.trap == trap]
        cells = (f"{share(right[at] for at in places):.3f}" for right in rights.values())
        print(f"  {name:<36}" + "".join(f"{cell:>18}" for cell in cells))
    print(f"  {'all':<36}" + "".join(f"{share(right):>18.3f}" for right in rights.values()))


def share(rights: Iterable[bool]) -> float:
    """The part of the phrases that were read right."""
    judged = list(rights)
    return sum(judged) / len(judged)


def main() -> int:
    """Print a table for each language."""
    sys.path.insert(0, str(ROOT / "eval"))
    from amounts import load_phrases  # type: ignore[import-not-found]

    phrases = {language: load_phrases(language) for language in CULTURES}
    rows = [{"text": phrase.text, "language": language} for language in CULTURES for phrase in phrases[language]]
    try:
        done = subprocess.run(
            [install(), __file__, "--others"], input=json.dumps(rows), capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError) as fault:
        print(f"the others could not be installed or run: {fault}\n{getattr(fault, 'stderr', '') or ''}")
        return 2
    answers = iter(json.loads(done.stdout))
    behind = False
    for language, wanted in phrases.items():
        found = [{"Donnant": with_donnant(phrase.text, language), **next(answers)} for phrase in wanted]
        rights = {
            name: [is_kindly_right(phrase.readings, item[name]) for phrase, item in zip(wanted, found, strict=True)]
            for name in ("Donnant", *OTHERS[language])
        }
        print(f"{language}, {len(wanted)} phrases")
        print_table(wanted, rights)
        behind |= any(share(rights[name]) >= share(rights["Donnant"]) for name in OTHERS[language])
        if "--misses" in sys.argv[1:]:
            for at, phrase in enumerate(wanted):
                for name in (name for name in rights if not rights[name][at]):
                    print(f"  {name}: {phrase.text}\n    {found[at][name]}")
    return int(behind)


if __name__ == "__main__":
    if "--others" in sys.argv[1:]:
        read_with_others()
    else:
        sys.exit(main())
