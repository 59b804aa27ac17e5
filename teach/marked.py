"""The teaching reports: files of marked news in, reports with their labelled claims out.

python teach/marked.py [FILE ...]      check files (all of them by default)
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from donnant.domain.claim import CATEGORIES

HERE = Path(__file__).parent
KINDS = ("transfer", "loss", "agreement", "attitude")
OF_KIND = {
    "transfer": CATEGORIES,
    "loss": ("killed", "wounded", "killed_or_wounded", "captured", "missing"),
    "attitude": ("positive", "negative"),
}
FACTUALITY = ("reported", "possible", "denied")
PHASES = ("planned", "wanted")
_PARTY = r"[A-Z][A-Z0-9' .&-]*[A-Z0-9]"
_NUMBER = r"\d+(?:\.\d+)?(?:e\d+)?"
_AMOUNT = re.compile(rf"(~)?({_NUMBER})?(\.\.)?({_NUMBER})? ([a-z_]+|[A-Z]{{3}})")


@dataclass(frozen=True, slots=True)
class Label:
    """One claim as marked: the fields of the annotation guide that a person wrote."""

    kind: str
    category: str | None
    giver: str | None
    receiver: str | None
    parties: tuple[str, ...]
    on: str
    """The words of the sentence that tell it: its verb or noun of exchange."""
    low: float | None = None
    high: float | None = None
    approx: bool = False
    unit: str | None = None
    item: str | None = None
    when: str | None = None
    attribution: tuple[str, ...] = ()
    factuality: str = "asserted"
    phase: str = "done"


@dataclass(slots=True)
class Marked:
    """A teaching report: its text, and the labels of each sentence by where the sentence stands."""

    name: str
    language: str
    date: str | None
    relation: str
    text: str = ""
    sentences: list[tuple[int, int, list[Label]]] = field(default_factory=list)


def read_marked(path: Path) -> list[Marked]:
    """The reports of a file; ValueError names the line that is wrong."""
    reports: list[Marked] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            _take(line.strip(), path, reports)
        except ValueError as error:
            raise ValueError(f"{path}:{number}: {error}") from None
    return reports


def all_marked() -> list[Marked]:
    """Every teaching report, in the order of file names."""
    return [report for path in sorted(HERE.glob("*/*.txt")) for report in read_marked(path)]


def _take(line: str, path: Path, reports: list[Marked]) -> None:
    if line.startswith("==="):
        parts = [part.strip() for part in line.strip("= ").split("|")]
        if len(parts) != 2 or not parts[1]:
            raise ValueError("a report opens with `=== DATE | RELATION` (DATE may be `-`)")
        date = None if parts[0] == "-" else parts[0]
        if date and not re.fullmatch(r"\d{4}-\d\d-\d\d", date):
            raise ValueError(f"not a day: {date}")
        reports.append(Marked(f"{path.stem}-{len(reports) + 1}", path.parent.name, date, parts[1]))
    elif line.startswith(">"):
        start, end, labels = reports[-1].sentences[-1]
        labels.append(read_label(line, reports[-1].text[start:end]))
    elif line and reports:
        report = reports[-1]
        if report.text and not report.text.endswith("\n"):
            report.text += " "
        start = len(report.text)
        report.text += line
        report.sentences.append((start, len(report.text), []))
    elif reports and reports[-1].text and not reports[-1].text.endswith("\n"):
        reports[-1].text += "\n\n"
    elif line:
        raise ValueError("text before the first `===` line")


def read_label(line: str, sentence: str) -> Label:
    """A label line: `> KIND CATEGORY SIDES | on WORDS | ...`."""
    head, *rest = (part.strip() for part in line[1:].split("|"))
    kind, _, sides = head.partition(" ")
    if kind not in KINDS:
        raise ValueError(f"kind is one of {', '.join(KINDS)}: {kind}")
    category = None
    if kind != "agreement":
        category, _, sides = sides.partition(" ")
        if category not in OF_KIND[kind]:
            raise ValueError(f"no category of a {kind}: {category}")
    giver, receiver, parties = _sides(kind, sides.strip())
    values: dict[str, object] = {}
    for part in rest:
        values.update(_field(part, sentence))
    if "on" not in values:
        raise ValueError("`on WORDS` is missing: the words of the sentence that tell the claim")
    return Label(kind, category, giver, receiver, parties, **values)  # type: ignore[arg-type]


def _sides(kind: str, sides: str) -> tuple[str | None, str | None, tuple[str, ...]]:
    names = re.split(r"[>+]", sides)
    if not all(name == "-" or re.fullmatch(_PARTY, name) for name in names):
        raise ValueError(f"sides are `GIVER>RECEIVER`, `LOSER` or `A+B` in capitals, `-` for nobody: {sides}")
    if kind == "agreement":
        if ">" in sides or not sides.strip("-"):
            raise ValueError(f"the parties of an agreement are `A+B`: {sides}")
        return None, None, tuple(sorted(names))
    if len(names) != (1 if kind == "loss" else 2) or "+" in sides or not sides.strip("->"):
        raise ValueError(f"one giver and one receiver, one of them named: {sides}")
    first, second = (None if name == "-" else name for name in (*names, "-")[:2])
    return first, second, ()


def _field(part: str, sentence: str) -> dict[str, object]:
    word, _, value = part.partition(" ")
    value = value.strip()
    if word == "on":
        if value not in sentence:
            raise ValueError(f"`on {value}` is not in the sentence: {sentence}")
        return {"on": value}
    if word == "amount":
        match = _AMOUNT.fullmatch(value)
        if not match or not (match[2] or match[4]):
            raise ValueError(
                f"an amount is `24 aircraft`, `300.. round`, `..450e6 USD`, `5..9 tonne`, `~20 ship`: {value}"
            )
        low, high = (float(number) if number else None for number in (match[2], match[4]))
        return {"low": low, "high": high if match[3] else low, "approx": bool(match[1]), "unit": match[5]}
    if word in ("item", "when"):
        return {word: value}
    if word == "by":
        return {"attribution": tuple(name.strip() for name in value.split(";"))}
    if part in FACTUALITY:
        return {"factuality": part}
    if part in PHASES:
        return {"phase": part}
    raise ValueError(f"not a field: {part}")


def _unfound(report: Marked) -> Iterator[str]:
    """Parties that are marked and that the program's finder does not see in the report."""
    from donnant.extract.fold import fold
    from donnant.extract.parties import find_parties, find_unknown, named_parties
    from donnant.lang.parties import party_names

    names = party_names(report.language, ())
    folded = fold(report.text)
    known = find_parties(report.text, folded, names, named_parties(report.text, folded, names))
    seen = {mention.party for mention in (*known, *find_unknown(report.text, folded, names, known))}
    for _, _, labels in report.sentences:
        for label in labels:
            for party in (label.giver, label.receiver, *label.parties):
                if party and party not in seen:
                    seen.add(party)
                    yield party


def main(arguments: list[str]) -> int:
    """Check the files and say what they hold."""
    paths = [Path(name) for name in arguments] or sorted(HERE.glob("*/*.txt"))
    totals = [0, 0, 0, 0]
    for path in paths:
        try:
            reports = read_marked(path)
        except ValueError as error:
            print(error, file=sys.stderr)
            return 2
        labels = [label for report in reports for _, _, found in report.sentences for label in found]
        silent = sum(not found for report in reports for _, _, found in report.sentences)
        for report in reports:
            for party in _unfound(report):
                print(f"{report.name}: note: the finder does not see {party} in this report")
        counts = (len(reports), sum(len(r.sentences) for r in reports), silent, len(labels))
        totals = [a + b for a, b in zip(totals, counts, strict=True)]
        kinds = ", ".join(f"{sum(label.kind == kind for label in labels)} {kind}" for kind in KINDS)
        print(
            f"{path.name}: {counts[0]} reports, {counts[1]} sentences, {silent} silent, {len(labels)} claims ({kinds})"
        )
    print(f"in all: {totals[0]} reports, {totals[1]} sentences, {totals[2]} silent, {totals[3]} claims")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
