"""The log of decisions: one line a ruling, appended and never rewritten; a torn line is told, not hidden."""

import msgspec

from donnant.domain.decision import Decision
from donnant.errors import Problem
from donnant.store.folder import Folder, append_line


def read_decisions(folder: Folder) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """Every decision in the order it was made, and the lines that cannot be read."""
    decisions: list[Decision] = []
    problems: list[Problem] = []
    for number, line in enumerate(log_bytes(folder).split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            decisions.append(msgspec.json.decode(line, type=Decision))
        except (msgspec.MsgspecError, UnicodeDecodeError):
            name = folder.decisions.name
            text = f"{name}, line {number} is no decision, perhaps cut short: rule again, and delete the line"
            problems.append(Problem(name, "torn-decision", text))
    return tuple(decisions), tuple(problems)


def append_decision(folder: Folder, decision: Decision) -> None:
    """Put a decision on disk before returning; what was there stays as it is, byte for byte."""
    append_line(folder.decisions, msgspec.json.encode(decision))


def log_bytes(folder: Folder) -> bytes:
    """The log as it stands; empty if nobody ruled yet."""
    return folder.decisions.read_bytes() if folder.decisions.is_file() else b""
