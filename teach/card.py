"""What was learnt from, and how well it does on relations held apart, in; the model card out."""

from collections.abc import Sequence

import numpy as np
from fit import Array, fit_judge, matrix
from held import Held, told, whole
from lessons import Lesson

from donnant.extract.learnt import model
from donnant.extract.learnt.traits import doubts

STEPS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9)
KINDS = ("transfer", "attitude", "agreement", "loss")


def calibration(held: Held) -> list[tuple[float, int, int]]:
    """For each step of trust, the claims told with at least that and how many are wholly right.

    Each half of the relations is weighed by what the other half teaches.
    """
    rows = [
        (one.relation, tuple(doubts(each.hypothesis, each.sure, each.likely)), label and whole(each, label, sides, one))
        for one, each, label, sides in told(held)
    ]
    relations = sorted({relation for relation, _, _ in rows})
    half = {relation: index % 2 for index, relation in enumerate(relations)}
    found: list[tuple[float, bool]] = []
    for part in (0, 1):
        known = [row for row in rows if half[row[0]] != part]
        weights: Array = fit_judge([row[1] for row in known], [bool(row[2]) for row in known], 1.0, model.SMALL)
        asked = [row for row in rows if half[row[0]] == part]
        scores = matrix([row[1] for row in asked], model.SMALL) @ weights.astype(float)
        found += [(share, bool(row[2])) for share, row in zip(1 / (1 + np.exp(-scores)), asked, strict=True)]
    counts = []
    for low, high in zip(STEPS, (*STEPS[1:], 1.01), strict=True):
        right = [good for share, good in found if low <= share < high]
        counts.append((low, len(right), sum(right)))
    return counts


def card(
    lessons: Sequence[Lesson], counts: dict[str, list[int]], trust: list[tuple[float, int, int]], digest: str
) -> str:
    """The card as Markdown."""
    decisions = sum(len(one.choices) for one in lessons)
    relations = {one.relation for one in lessons}
    labels = sum(one.labels for one in lessons)
    lines = [
        "# What the program has learnt, and how well",
        "",
        "Written by `make teach`. Three arrays of weights (`src/donnant/extract/learnt/weights`): a ranker of roles",
        "(a conditional logit over the parties that may stand on a side, nobody among them), a judge of drafts and a",
        "measure of trust (logistic regressions). Ranker and judge are the mean of what all reports teach and of what "
        "those",
        "in the plain manner of the press teach. Features meet in an array by checksum; nothing is random: the same",
        "teaching reports give the same bytes on the same versions of NumPy, SciPy and scikit-learn.",
        "",
        f"Taught by {len(lessons)} invented reports on {len(relations)} relations ({_of(lessons, 'fr')} French,",
        f"{_of(lessons, 'en')} English): {labels} labelled claims, {decisions} role decisions.",
        f"Digest `{digest}`.",
        "",
        "All figures are for relations that the models measured have not seen. *Told* counts drafts, *claims* those",
        "that tell a labelled claim, *whole* those with who, to whom, what and how much right.",
        "",
        "| language, kind | rules: told, claims, whole | with what was learnt |",
        "| --- | --- | --- |",
    ]
    for code in ("fr", "en"):
        for kind in KINDS:
            pair = (counts.get(f"{code} {kind} {name}", [0, 0, 0]) for name in ("rules", "learnt"))
            lines.append(
                "| " + " | ".join([f"{code} {kind}", *(", ".join(map(str, values)) for values in pair)]) + " |"
            )
    lines += [
        "",
        "Roles of drafts that tell a claim: right by the rules alone, and after the ranker. What a rule reads in the",
        "sentence itself stands unless the ranker is nearly certain of another party; the rest is the ranker's.",
        "",
        "| language, kind, draft | decisions | giver: rules, learnt | receiver: rules, learnt |",
        "| --- | --- | --- | --- |",
    ]
    for key, (count, *right) in sorted((k, v) for k, v in counts.items() if " roles " in k):
        code, _, kind, draft = key.split()
        lines.append(f"| {code} {kind} {draft} | {count} | {right[0]}, {right[1]} | {right[2]}, {right[3]} |")
    lines += ["", "| trust at least | told | wholly right | share |", "| --- | --- | --- | --- |"]
    lines += [f"| {low:.1f} | {n} | {good} | {good / n if n else 0:.2f} |" for low, n, good in trust]
    return "\n".join(lines) + "\n"


def _of(lessons: Sequence[Lesson], code: str) -> int:
    return sum(one.code == code for one in lessons)
