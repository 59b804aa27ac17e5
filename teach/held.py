"""Lessons as judged by models that have not seen them in; what was told, and how much of it is right, out."""

from collections.abc import Iterator
from dataclasses import replace

from lessons import Lesson
from marked import Label

from donnant.extract.learnt.decide import Judged, accept

Held = list[tuple[Lesson, list[Judged]]]
Sides = tuple[frozenset[str | None], frozenset[str | None]]


def told(held: Held) -> Iterator[tuple[Lesson, Judged, Label | None, Sides]]:
    """Every accepted draft with the label that it tells."""
    for one, judged in held:
        kept = {id(each) for each in accept(judged)}
        for each, label, sides in zip(judged, one.told, one.sides, strict=True):
            if id(each) in kept:
                yield one, each, label, sides


def whole(judged: Judged, label: Label, sides: Sides, one: Lesson) -> bool:
    """Whether who, to whom, what and how much are as labelled."""
    draft = judged.hypothesis.draft
    amount = draft.amount
    bounds = (amount.low, amount.high, draft.unit) if amount else (None, None, None)
    if draft.category != label.category or bounds != (label.low, label.high, label.unit):
        return False
    if label.kind == "agreement":
        return draft.parties == label.parties
    return draft.giver in sides[0] and draft.receiver in sides[1]


def table(held: Held) -> dict[str, list[int]]:
    """Claims told and right by rules and by what was learnt, and roles of the claims that both could tell."""
    counts: dict[str, list[int]] = {}

    def count(key: str, *values: int) -> None:
        old = counts.setdefault(key, [0] * len(values))
        counts[key] = [a + b for a, b in zip(old, values, strict=True)]

    for one, judged in held:
        count(f"{one.code} labels", one.labels)
        kept = {id(each) for each in accept(judged)}
        for each, before, label, sides in zip(judged, one.hypotheses, one.told, one.sides, strict=True):
            kind = str(before.draft.kind)
            good = label is not None
            if before.strong:
                rules = replace(each, hypothesis=before)
                count(f"{one.code} {kind} rules", 1, good, label is not None and whole(rules, label, sides, one))
            if id(each) in kept:
                count(f"{one.code} {kind} learnt", 1, good, label is not None and whole(each, label, sides, one))
            if label is None or kind == "agreement":
                continue
            draft = each.hypothesis.draft
            count(
                f"{one.code} roles {kind} {'rules' if before.strong else 'guess'}",
                1,
                before.draft.giver in sides[0],
                draft.giver in sides[0],
                before.draft.receiver in sides[1],
                draft.receiver in sides[1],
            )
    return counts
