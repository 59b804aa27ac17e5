"""The repository's own reports in; as many as the bench asks for out, each copy with other figures and surnames."""

import random
import re
import tomllib
from dataclasses import replace
from pathlib import Path

from donnant.demo import META, REPORTS
from donnant.domain.ids import digest
from donnant.domain.report import Block, BlockKind, Report, Told
from donnant.lang.parties import party_names
from donnant.read.files import read_file
from donnant.read.meta import Given, read_meta

HERE = Path(__file__).parent
_OTHER = 9
"""Of ten reports in the second pile, how many concern something else."""
_ABROAD = 3
"""One in so many of those names a state all the same."""
_FIGURE = re.compile(r"(?<![\w.,-])\d{1,3}(?![\w-])")
_SURNAME = re.compile(r"(\b[A-ZÀ-Ý][\w-]+ )([A-Z][a-zé]{4,})(?=[\s,.])")
_SYLLABLES = ("ba", "cor", "del", "fra", "go", "lin", "mar", "nes", "pol", "ris", "sal", "ten", "vu", "zor")


def own_reports() -> list[Report]:
    """The reports of the demo, and those that the program was taught with, their labels left out."""
    given = read_meta(META)
    read = [read_file(path, given.get(path.name, Given()))[0] for path in sorted(REPORTS.iterdir())]
    return [report for report in read if report is not None] + _taught()


def _taught() -> list[Report]:
    found = []
    for path in sorted((HERE.parent / "teach").glob("??/*.txt")):
        day, lines = "", list[str]()
        for line in [*path.read_text(encoding="utf-8").splitlines(), "==="]:
            if not line.startswith("==="):
                lines += [] if line.startswith(">") else [line]
                continue
            if any(lines):
                report = _report(f"{path.stem}-{len(found)}.txt", "\n".join(lines), path.parent.name)
                found.append(replace(report, date=Told(day, "bench") if day else None))
            day, lines = line.strip("= ").partition("|")[0].strip(" -"), []
    return found


def _report(name: str, text: str, language: str) -> Report:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(line)))
        at += len(line) + 1
    return Report(name, digest(f"{name}{text}".encode()), text, tuple(blocks), language=Told(language, "bench"))


def pile(count: int) -> list[Report]:
    """So many reports, every one that is there before any comes again with other figures and names."""
    first = own_reports()
    return [_varied(first[number % len(first)], number // len(first)) for number in range(count)]


def mixed_pile(count: int) -> list[Report]:
    """As many, of which nine in ten concern sport, the weather or culture."""
    first = own_reports()
    return [
        _varied(first[number // (_OTHER + 1) % len(first)], number) if number % (_OTHER + 1) == 0 else _filler(number)
        for number in range(count)
    ]


def _varied(report: Report, copy: int) -> Report:
    """A copy of the same length in which figures and surnames are others."""
    if copy == 0:
        return report
    dice = random.Random(f"{report.name}{copy}")
    text = _FIGURE.sub(lambda m: "".join(dice.choice("123456789") for _ in m.group()), report.text)
    parties = party_names(report.language.value).forms if report.language else {}
    names: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        first, last = match.groups()
        if (first + last).lower() in parties or last.lower() in parties:
            return match.group()
        return first + names.setdefault(last, _surname(dice, len(last)))

    text = _SURNAME.sub(other, text)
    return replace(report, text=text, hash=digest(f"{report.hash}{copy}".encode()), name=f"{copy}-{report.name}")


def _surname(dice: random.Random, length: int) -> str:
    return "".join(dice.choice(_SYLLABLES) for _ in range(length))[:length].capitalize()


def _filler(number: int) -> Report:
    """A report of fourteen sentences on something else, in one language or the other."""
    dice = random.Random(number)
    code = "en" if number % 4 == 0 else "fr"
    table = tomllib.loads((HERE / "filler.toml").read_text(encoding="utf-8"))[code]
    sentences = dice.choices(table[dice.choice(("sport", "weather", "culture"))], k=14)
    if number % _ABROAD == 0:
        sentences[dice.randrange(3, 14)] = dice.choice(table["abroad"])
    text = "\n".join(" ".join(sentences[at : at + 4]) for at in range(0, 14, 4))
    slots = table["slots"]
    filled = re.sub(r"\{(\w+)\}", lambda m: _fill(m[1], slots, dice), text)
    return _report(f"other-{number}.txt", filled, code)


def _fill(slot: str, slots: dict[str, list[str]], dice: random.Random) -> str:
    return dice.choice(slots[slot]) if slot in slots else str(dice.randint(2, {"k": 990, "p": 40}.get(slot, 12)))
