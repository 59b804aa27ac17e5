"""Learn who stands on which side, what is a claim and how far to trust it; write the weights and their card.

python teach/train.py            fit on everything, write the weights and the card
python teach/train.py --held     measure on relations held apart, write nothing
"""

import argparse
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from card import calibration, card
from fit import Array, fit_judge, fit_ranker
from held import Held, table, told, whole
from lessons import Lesson, by_relation, lesson
from marked import HERE, all_marked

from donnant.extract.learnt import model
from donnant.extract.learnt.decide import Judged, fill_roles, judge
from donnant.extract.learnt.tally import Tally
from donnant.extract.learnt.traits import doubts, traits

FOLDS = 4
INNER = 2
PENALTY = 5.0
STRENGTH = 0.05
PLAIN = ("d", "e", "f", "g", "h", "i", "j", "k", "l")
"""Batches in the plain manner of dispatches and explainers; the others are written with more art."""
WEIGHTS = Path(model.__file__).parent / "weights"
CARD = HERE / "CARD.md"
NOTHING = [0.0] * model.SIZE


def learn_roles(lessons: Sequence[Lesson]) -> Array:
    """The ranker of roles."""
    return fit_ranker([choice for one in lessons for choice in one.choices], PENALTY)


def learn(lessons: Sequence[Lesson], folds: int) -> tuple[Array, Array]:
    """Ranker and judge: the mean of what all lessons teach and of what the plain ones teach.

    What is read later is mostly written like the plain ones, which are too few to teach every construction.
    """
    plain = [one for one in lessons if one.name.startswith(PLAIN)]
    both = [_learn(some, folds) for some in (lessons, plain)]
    roles, judges = (np.mean([one[side] for one in both], axis=0, dtype=float) for side in (0, 1))
    return np.round(roles, 2).astype(np.float16), np.round(judges, 2).astype(np.float16)


def _learn(lessons: Sequence[Lesson], folds: int) -> tuple[Array, Array]:
    """Ranker and judge; the judge learns from roles that were filled without having seen its own report.

    Each is the mean of what is learnt with one part of the lessons left out in turn: a single lesson more or less,
    or read otherwise, then turns fewer of the close decisions.
    """
    rows: list[tuple[str, ...]] = []
    right: list[bool] = []
    rankers, owner = [], []
    for number, part in enumerate(by_relation(lessons, folds)):
        inside = set(part)
        apart = [one for index, one in enumerate(lessons) if index not in inside]
        rankers.append(learn_roles(apart))
        ranker = model.Model(rankers[-1].astype(float).tolist(), NOTHING, NOTHING)
        for index in sorted(part):
            one = lessons[index]
            tally = Tally(one.hypotheses)
            for hypothesis, label in zip(one.hypotheses, one.told, strict=True):
                filled = fill_roles(hypothesis, one.code, ranker, tally)
                rows.append(tuple(traits(filled.hypothesis, one.code, filled.chosen, filled.sure, tally)))
                right.append(label is not None)
                owner.append(number)
    judges = []
    for left in range(len(rankers)):
        kept = [place for place, number in enumerate(owner) if number != left]
        judges.append(fit_judge([rows[place] for place in kept], [right[place] for place in kept], STRENGTH))
    return np.mean(rankers, axis=0, dtype=float), np.mean(judges, axis=0, dtype=float)


def as_model(*arrays: Array) -> model.Model:
    """Arrays as the program loads them."""
    lists = [array.astype(float).tolist() for array in arrays]
    return model.Model(*lists, *[NOTHING] * (3 - len(lists)))


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


def write(*arrays: Array) -> None:
    """The weights as plain arrays beside the code that loads them."""
    WEIGHTS.mkdir(exist_ok=True)
    for name, array in zip(model.ARRAYS, arrays, strict=True):
        with (WEIGHTS / f"{name}.npy").open("wb") as file:
            np.save(file, array, allow_pickle=False)


def digest() -> str:
    """What the teaching reports are: a checksum over their files in the order of their names."""
    files = sorted(HERE.glob("*/*.txt"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def main() -> int:
    """Fit and write, or measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held", action="store_true", help="measure on relations held apart; write nothing")
    options = parser.parse_args()
    lessons = [lesson(marked) for marked in all_marked()]
    print(f"{len(lessons)} reports, {sum(one.labels for one in lessons)} claims", file=sys.stderr)
    held = held_apart(lessons)
    arrays = (*learn(lessons, FOLDS), learn_trust(held))
    text = card(lessons, table(held), calibration(held), digest())
    print(text)
    if not options.held:
        write(*arrays)
        CARD.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
