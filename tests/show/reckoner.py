"""The few functions of a spreadsheet that an export uses: cells as read back from a workbook in, results out."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

_TOKEN = re.compile(
    r"""\s*(?:(?P<number>\d+(?:\.\d+)?)|"(?P<text>(?:[^"]|"")*)"|(?P<name>[A-Z]+)\(
    |(?:'(?P<sheet>(?:[^']|'')+)'!)?(?P<cell>[A-Z]{1,3}\d+)(?::(?P<until>[A-Z]{1,3}\d+))?|(?P<sign>[-+*/(),=><]))""",
    re.VERBOSE,
)
Value = Any
"""A number, a text, or None for an empty cell; of a range a list of these."""


@dataclass
class Reckoner:
    """A workbook whose formulas are reckoned anew, each once."""

    book: Any
    known: dict[tuple[str, str], Value] = field(default_factory=dict)

    def cell(self, sheet: str, place: str) -> Value:
        """What a cell holds, or what its formula comes to."""
        key = (sheet, place)
        if key not in self.known:
            found = self.book[sheet][place]
            formula = found.data_type == "f"
            self.known[key] = _Reading(self, sheet, str(found.value)[1:]).whole() if formula else found.value
        return self.known[key]

    def span(self, sheet: str, first: str, last: str) -> list[Value]:
        """What a stretch of cells holds."""
        return [self.cell(sheet, cell.coordinate) for row in self.book[sheet][f"{first}:{last}"] for cell in row]


class _Reading:
    """One formula, read from the left."""

    def __init__(self, reckoner: Reckoner, sheet: str, text: str) -> None:
        self.reckoner, self.sheet, self.text, self.at = reckoner, sheet, text, 0
        self.token: re.Match[str] | None = None
        self.step()

    def step(self) -> None:
        self.token = _TOKEN.match(self.text, self.at) if self.at < len(self.text) else None
        assert self.token or self.at >= len(self.text), f"cannot read {self.text[self.at :]!r}"
        self.at = self.token.end() if self.token else self.at + 1

    def sign(self, *signs: str) -> str:
        found = self.token["sign"] if self.token else None
        if found not in signs:
            return ""
        self.step()
        return str(found)

    def whole(self) -> Value:
        told = self.compared()
        assert self.token is None, f"more than one formula: {self.text}"
        return told

    def compared(self) -> Value:
        told = self.summed()
        while sign := self.sign("=", ">"):
            other = self.summed()
            told = told == other if sign == "=" else told > other
        return told

    def summed(self) -> Value:
        told = self.multiplied()
        while sign := self.sign("+", "-"):
            other = self.multiplied()
            told = told + other if sign == "+" else told - other
        return told

    def multiplied(self) -> Value:
        told = self.single()
        while sign := self.sign("*", "/"):
            other = self.single()
            told = _number(told) * _number(other) if sign == "*" else _number(told) / _number(other)
        return told

    def single(self) -> Value:
        if self.sign("("):
            told = self.compared()
            assert self.sign(")")
            return told
        token = self.token
        assert token is not None, self.text
        self.step()
        if token["number"]:
            return float(token["number"])
        if token["text"] is not None:
            return token["text"].replace('""', '"')
        if token["name"]:
            return self.called(token["name"])
        sheet = token["sheet"].replace("''", "'") if token["sheet"] else self.sheet
        if token["until"]:
            return self.reckoner.span(sheet, token["cell"], token["until"])
        return self.reckoner.cell(sheet, token["cell"])

    def called(self, name: str) -> Value:
        if name == "IF":
            return self.chosen()
        values = [self.compared()]
        while self.sign(","):
            values.append(self.compared())
        assert self.sign(")")
        flat = [each for value in values for each in (value if isinstance(value, list) else [value])]
        return _FUNCTIONS[name](flat)

    def chosen(self) -> Value:
        """A condition, and of its two branches only the one that holds: the other may divide by nothing."""
        holds = self.compared()
        assert self.sign(",")
        first = self.branch(bool(holds))
        assert self.sign(",")
        second = self.branch(not holds)
        assert self.sign(")")
        return first if holds else second

    def branch(self, wanted: bool) -> Value:
        if wanted:
            return self.compared()
        depth = 0
        while self.token is not None:
            sign = self.token["sign"]
            if depth == 0 and sign in {",", ")"}:
                return None
            depth += bool(self.token["name"]) + (sign == "(") - (sign == ")")
            self.step()
        raise AssertionError(f"an open branch in {self.text}")


def _number(value: Value) -> float:
    """A number; an empty cell is nothing, a text is a fault."""
    assert value is None or isinstance(value, int | float), f"no number: {value!r}"
    return float(value or 0)


def _numbers(values: list[Value]) -> list[float]:
    return [float(each) for each in values if isinstance(each, int | float)]


_FUNCTIONS: dict[str, Callable[[list[Value]], float]] = {
    "SUM": lambda values: sum(_numbers(values)),
    "MIN": lambda values: min(_numbers(values), default=0.0),
    "MAX": lambda values: max(_numbers(values), default=0.0),
    "COUNTBLANK": lambda values: float(sum(each in (None, "") for each in values)),
}
