"""Short reports with the written truth of how they hang together: files in; reports, claims and that truth out.

python eval/pile.py [FILE ...]      check files (all of eval/piles by default)

A file is one relation. Its claims are marked as in `teach/marked.py`; beside that a claim says its true `origin`,
the claim it retells (`of r01.1`, the first claim of report r01) and how it differs (`as rounded+source_lost`). A line
`~ copy of r02` says what a whole report is to another, and lines at the end name conflicts and trends.
"""

import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "teach")]
from marked import Label, read_label  # noqa: E402

from donnant.domain.claim import Claim, Factuality, Kind, Phase  # noqa: E402
from donnant.domain.ids import content_id, digest  # noqa: E402
from donnant.domain.links import CONFLICTS, DISTORTIONS  # noqa: E402
from donnant.domain.report import Block, BlockKind, Report, Told  # noqa: E402

HERE = ROOT / "eval" / "piles"
_COPY = re.compile(r"~ (copy of|translation of|corrects) (\w+)")
_VERDICT = re.compile(r"! (conflict|trend) (\w+\.\d+) (\w+\.\d+)(?: (\w+))?")


@dataclass(slots=True)
class Truth:
    """A marked claim and where it comes from."""

    name: str
    label: Label
    start: int
    end: int
    origin: str
    of: str | None = None
    types: tuple[str, ...] = ()


@dataclass(slots=True)
class Piece:
    """One report of a pile."""

    name: str
    date: str
    language: str
    publisher: str
    text: str = ""
    like: tuple[str, str] | None = None
    """What it is to another report: `copy of`, `translation of` or `corrects`, and which."""
    claims: list[Truth] = field(default_factory=list)
    blocks: list[tuple[int, int]] = field(default_factory=list)
    sentence: tuple[int, int] = (0, 0)
    """Where the sentence read last stands."""


@dataclass(slots=True)
class Pile:
    """One relation: its reports, the conflicts and the trends among their claims."""

    name: str
    pieces: list[Piece] = field(default_factory=list)
    conflicts: list[tuple[str, str, str]] = field(default_factory=list)
    trends: list[tuple[str, str]] = field(default_factory=list)

    @property
    def truths(self) -> dict[str, Truth]:
        """Every marked claim by its name."""
        return {truth.name: truth for piece in self.pieces for truth in piece.claims}


def read_pile(path: Path) -> Pile:
    """The pile of a file; ValueError names the line that is wrong."""
    pile = Pile(path.stem)
    start = 0
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        try:
            start = _take(line.strip(), pile, start)
        except (ValueError, IndexError) as error:
            raise ValueError(f"{path}:{number}: {error}") from None
    _check(pile, path)
    return pile


def piles() -> list[Pile]:
    """Every pile of the folder, by name."""
    return [read_pile(path) for path in sorted(HERE.glob("*.txt"))]


def as_report(piece: Piece, pile: str) -> Report:
    """A piece as the reading step would hand it on."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, start, end) for start, end in piece.blocks)
    told = (Told(each, "given") for each in (piece.publisher, piece.date, piece.language))
    publisher, date, language = told
    hash_ = digest(f"{pile}/{piece.name}".encode())
    return Report(f"{piece.name}.txt", hash_, piece.text, blocks, None, publisher, None, date, language)


def as_claim(truth: Truth, report: Report) -> Claim:
    """A marked claim as a reader who errs in nothing would hand it on."""
    label = truth.label
    whole = label.low is not None and label.low == label.high
    bound = "exactly" if whole else "between" if label.low is not None and label.high is not None else None
    operator = bound or ("at_least" if label.low is not None else "at_most" if label.high is not None else None)
    return Claim(
        report.name, report.text[truth.start : truth.end], truth.start, truth.end, Kind(label.kind),
        label.giver, label.receiver, label.parties, label.category, label.item, label.low, label.high,
        label.approx, label.unit and label.unit.replace("_", " "), label.when, label.attribution, Factuality(label.factuality), Phase(label.phase),
        content_id("c", [report.hash, truth.name]), report.hash, operator,
    )  # fmt: skip


def _take(line: str, pile: Pile, start: int) -> int:
    """Take a line in; where the open paragraph begins comes and goes."""
    if line.startswith("==="):
        parts = [part.strip() for part in line.strip("= ").split("|")]
        if len(parts) != 4 or not re.fullmatch(r"\d{4}-\d\d-\d\d", parts[1]) or parts[2] not in {"fr", "en"}:
            raise ValueError("a report opens with `=== ID | DATE | fr or en | PUBLISHER`")
        _close(pile, start)
        pile.pieces.append(Piece(*parts))
        return 0
    if line.startswith("!"):
        _verdict(line, pile)
    elif line.startswith("~"):
        match = _COPY.fullmatch(line)
        if not match:
            raise ValueError("write `~ copy of ID`, `~ translation of ID` or `~ corrects ID`")
        pile.pieces[-1].like = (match[1], match[2])
    elif line.startswith(">"):
        piece = pile.pieces[-1]
        piece.claims.append(_truth(line, piece))
    elif line:
        piece = pile.pieces[-1]
        piece.text += " " if len(piece.text) > start else ""
        piece.text += line
        piece.sentence = (len(piece.text) - len(line), len(piece.text))
    elif pile.pieces and len(pile.pieces[-1].text) > start:
        _close(pile, start)
        pile.pieces[-1].text += "\n\n"
        return len(pile.pieces[-1].text)
    return start


def _close(pile: Pile, start: int) -> None:
    if pile.pieces and len(pile.pieces[-1].text) > start:
        pile.pieces[-1].blocks.append((start, len(pile.pieces[-1].text)))


def _truth(line: str, piece: Piece) -> Truth:
    start, end = piece.sentence
    plain, own = [], {}
    for part in line.split("|"):
        word, _, value = part.strip().partition(" ")
        if word in ("origin", "of", "as"):
            own[word] = value.strip()
        else:
            plain.append(part.strip())
    if "origin" not in own:
        raise ValueError("`origin KEY` is missing")
    types = tuple(own["as"].split("+")) if "as" in own else ()
    if unknown := [name for name in types if name not in DISTORTIONS]:
        raise ValueError(f"no type of distortion: {', '.join(unknown)}; they are {', '.join(DISTORTIONS)}")
    if types and "of" not in own:
        raise ValueError("`as` needs `of`: which claim does it retell?")
    label = read_label(" | ".join(plain), piece.text[start:end])
    return Truth(f"{piece.name}.{len(piece.claims) + 1}", label, start, end, own["origin"], own.get("of"), types)


def _verdict(line: str, pile: Pile) -> None:
    match = _VERDICT.fullmatch(line)
    if not match or (match[1] == "conflict") != (match[4] in CONFLICTS):
        raise ValueError(f"write `! conflict r01.1 r02.1 TYPE` ({', '.join(CONFLICTS)}) or `! trend r01.1 r02.1`")
    if match[1] == "conflict":
        pile.conflicts.append((match[2], match[3], match[4]))
    else:
        pile.trends.append((match[2], match[3]))


def _check(pile: Pile, path: Path) -> None:
    truths, names = pile.truths, [piece.name for piece in pile.pieces]
    pointed = [(truth.name, truth.of) for truth in truths.values() if truth.of]
    pointed += [(f"! {a} {b}", each) for a, b, *_ in (*pile.conflicts, *pile.trends) for each in (a, b)]
    for where, name in pointed:
        if name not in truths:
            raise ValueError(f"{path}: {where} points to {name}, and there is no such claim")
    for truth in truths.values():
        if truth.of and truths[truth.of].of:
            raise ValueError(
                f"{path}: {truth.name} points to {truth.of}, which is an echo itself: point to the original"
            )
        if truth.of and truths[truth.of].origin != truth.origin:
            raise ValueError(f"{path}: {truth.name} retells {truth.of} and has another origin")
    for piece in pile.pieces:
        if names.count(piece.name) > 1 or (piece.like and piece.like[1] not in names):
            raise ValueError(f"{path}: report {piece.name} stands twice, or is like one that is not there")


def main(arguments: list[str]) -> int:
    """Check files and say what they hold."""
    for path in [Path(name) for name in arguments] or sorted(HERE.glob("*.txt")):
        try:
            pile = read_pile(path)
        except ValueError as error:
            print(error, file=sys.stderr)
            return 2
        truths = pile.truths.values()
        types = Counter(name for truth in truths for name in truth.types)
        copies = sum(piece.like is not None for piece in pile.pieces)
        print(f"{pile.name}: {len(pile.pieces)} reports ({copies} copies), {len(truths)} claims,", end=" ")
        print(
            f"{len({truth.origin for truth in truths})} origins, {sum(t.of is not None for t in truths)} echoes,",
            end=" ",
        )
        print(f"{len(pile.conflicts)} conflicts, {len(pile.trends)} trends; {dict(types.most_common())}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
