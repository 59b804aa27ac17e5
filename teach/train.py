"""Learn who stands on which side, what is a claim and how far to trust it; write the weights and their card.

python teach/train.py            fit on everything, write the weights and the card
python teach/train.py --held     measure on relations held apart, write nothing
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from fit import Array, fit_judge, fit_ranker
from lessons import Lesson, by_relation, choices, lesson
from marked import Label, all_marked

from donnant.extract.learnt import model
from donnant.extract.learnt.decide import Judged, accept, count_rivals, fill_roles, judge, key_of
from donnant.extract.learnt.traits import doubts, traits

FOLDS = 5
INNER = 3
PENALTY = 2.0
STRENGTH = 0.1
WEIGHTS = Path(model.__file__).parent / "weights"
NOTHING = [0.0] * model.SIZE


def learn_roles(lessons: Sequence[Lesson]) -> Array:
    """The ranker of roles."""
    return fit_ranker([choice for one in lessons for choice in choices(one)], PENALTY)


def learn(lessons: Sequence[Lesson], folds: int) -> tuple[Array, Array]:
    """Ranker and judge; the judge learns from roles that were filled without having seen its own report."""
    rows: list[tuple[str, ...]] = []
    right: list[bool] = []
    for part in by_relation(lessons, folds):
        inside = set(part)
        apart = [one for index, one in enumerate(lessons) if index not in inside]
        ranker = model.Model(learn_roles(apart).astype(float).tolist(), NOTHING, NOTHING)
        for index in sorted(part):
            one = lessons[index]
            rivals = count_rivals(one.hypotheses)
            for hypothesis, label in zip(one.hypotheses, one.told, strict=True):
                filled = fill_roles(hypothesis, one.code, ranker)
                rival = rivals[key_of(hypothesis)]
                rows.append(tuple(traits(filled.hypothesis, one.code, filled.chosen, filled.sure, rival)))
                right.append(label is not None)
    return learn_roles(lessons), fit_judge(rows, right, STRENGTH)


def as_model(*arrays: Array) -> model.Model:
    """Arrays as the program loads them."""
    lists = [array.astype(float).tolist() for array in arrays]
    return model.Model(*lists, *[NOTHING] * (3 - len(lists)))


Held = list[tuple[Lesson, list[Judged]]]


def held_apart(lessons: Sequence[Lesson], folds: int = FOLDS) -> Held:
    """Every lesson as judged by models that have seen neither it nor its relation."""
    judged: dict[int, list[Judged]] = {}
    for part in by_relation(lessons, folds):
        inside = set(part)
        learnt = as_model(*learn([one for index, one in enumerate(lessons) if index not in inside], INNER))
        for index in part:
            judged[index] = judge(lessons[index].hypotheses, lessons[index].code, learnt)
    return [(lessons[index], judged[index]) for index in sorted(judged)]


def learn_trust(held: Held) -> Array:
    """How far to trust what was accepted: learnt on relations that ranker and judge had not seen."""
    rows, right = [], []
    for one, judged, label, sides in told(held):
        rows.append(tuple(doubts(judged.hypothesis, judged.sure, judged.likely)))
        right.append(label is not None and whole(judged, label, sides, one))
    return fit_judge(rows, right, 1.0, model.SMALL)


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


def write(*arrays: Array) -> None:
    """The weights as plain arrays beside the code that loads them."""
    WEIGHTS.mkdir(exist_ok=True)
    for name, array in zip(model.ARRAYS, arrays, strict=True):
        with (WEIGHTS / f"{name}.npy").open("wb") as file:
            np.save(file, array, allow_pickle=False)


def main() -> int:
    """Fit and write, or measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held", action="store_true", help="measure on relations held apart; write nothing")
    options = parser.parse_args()
    lessons = [lesson(marked) for marked in all_marked()]
    print(f"{len(lessons)} reports, {sum(one.labels for one in lessons)} claims", file=sys.stderr)
    held = held_apart(lessons)
    for key, values in sorted(table(held).items()):
        print(key, *values)
    if not options.held:
        write(*learn(lessons, FOLDS), learn_trust(held))
    return 0


if __name__ == "__main__":
    sys.exit(main())
