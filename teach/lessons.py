"""Teaching reports in; what the program may learn from them out: role decisions, and drafts that are claims or none."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from marked import Label, Marked

from donnant.domain.claim import Kind
from donnant.domain.report import Block, BlockKind, Report, Told
from donnant.extract.hypotheses import Hypothesis
from donnant.extract.learnt.candidates import candidates
from donnant.extract.learnt.features import beside, features
from donnant.extract.learnt.scope import Scope
from donnant.extract.learnt.tally import Tally
from donnant.extract.passes import find_hypotheses

ROLES = ("giver", "receiver")


@dataclass(slots=True)
class Lesson:
    """One teaching report with its hypotheses, and for each the label that it tells, if it tells one."""

    name: str
    relation: str
    code: str
    hypotheses: list[Hypothesis]
    told: list[Label | None]
    labels: int
    sides: list[tuple[frozenset[str | None], frozenset[str | None]]] = field(default_factory=list)
    """For each hypothesis the givers and receivers that its words tell."""
    choices: list["Choice"] = field(default_factory=list)
    """Its role decisions."""


@dataclass(slots=True)
class Choice:
    """One role decision: the features of each candidate, and which of them are right."""

    rows: list[tuple[str, ...]]
    right: list[int]


def lesson(marked: Marked) -> Lesson:
    """The hypotheses of a teaching report beside its labels."""
    hypotheses = find_hypotheses(as_report(marked), ())
    told: list[Label | None] = [None] * len(hypotheses)
    sides = [(frozenset[str | None](), frozenset[str | None]())] * len(hypotheses)
    for start, end, labels in marked.sentences:
        here = [
            index
            for index, one in enumerate(hypotheses)
            if one.reading.sentence.start < end and start < one.reading.sentence.end
        ]
        for index, label in pair_up([hypotheses[i] for i in here], labels):
            told[here[index]] = label
            same = [other for other in labels if (other.kind, other.on) == (label.kind, label.on)]
            sides[here[index]] = (frozenset(o.giver for o in same), frozenset(o.receiver for o in same))
    count = sum(len(labels) for _, _, labels in marked.sentences)
    found = Lesson(marked.name, marked.relation, marked.language, hypotheses, told, count, sides)
    found.choices = list(choices(found))
    return found


def as_report(marked: Marked) -> Report:
    """A teaching report as the program reads one."""
    blocks, start = [], 0
    for part in marked.text.split("\n\n"):
        kind = BlockKind.PARAGRAPH
        skip = 2 if part.startswith(("- ", "• ")) else 0
        blocks.append(Block(BlockKind.LIST_ITEM if skip else kind, start + skip, start + len(part)))
        start += len(part) + 2
    blocks = [block for block in blocks if block.end > block.start]
    digest = hashlib.sha256(marked.text.encode()).hexdigest()
    date = Told(marked.date, "given") if marked.date else None
    return Report(marked.name, digest, marked.text, tuple(blocks), date=date, language=Told(marked.language, "given"))


def pair_up(hypotheses: Sequence[Hypothesis], labels: Sequence[Label]) -> Iterator[tuple[int, Label]]:
    """Which hypothesis tells which label: the best pairs first, none twice."""
    weighed = [
        (likeness(one, label), -i, -j)
        for i, one in enumerate(hypotheses)
        for j, label in enumerate(labels)
        if likeness(one, label) > 0
    ]
    used: set[tuple[str, int]] = set()
    for _, i, j in sorted(weighed, reverse=True):
        if not used & {("h", i), ("l", j)}:
            used |= {("h", i), ("l", j)}
            yield -i, labels[-j]


def likeness(hypothesis: Hypothesis, label: Label) -> float:
    """How well a hypothesis tells a label; 0 where it cannot."""
    draft, reading = hypothesis.draft, hypothesis.reading
    if draft.kind != label.kind or (draft.kind is not Kind.TRANSFER and draft.category != label.category):
        return 0.0
    if draft.kind is Kind.AGREEMENT:
        return 1.0 + len(set(draft.parties) & set(label.parties))
    amount = draft.amount
    bounds = (amount.low, amount.high) if amount else (None, None)
    first, last = draft.anchor
    if draft.predicate is not None:
        first, last = min(first, draft.predicate.first), max(last, draft.predicate.last)
    at = reading.sentence.text.find(label.on)
    words = reading.words.tokens
    touches = at >= 0 and words[first].start < at + len(label.on) and at < words[last].end
    exact = draft.predicate is not None and at >= 0 and _holds(hypothesis, at, at + len(label.on))
    return (
        1.0
        + 3.0 * (draft.category == label.category)
        + 2.0 * (bounds == (label.low, label.high))
        + 1.0 * touches
        + 1.5 * exact
        + 0.5 * (draft.giver == label.giver)
        + 0.5 * (draft.receiver == label.receiver)
        + 0.5 * hypothesis.strong
    )


def _holds(hypothesis: Hypothesis, start: int, end: int) -> bool:
    predicate = hypothesis.draft.predicate
    assert predicate is not None
    head = hypothesis.reading.words.tokens[predicate.head]
    return start <= head.start < end


def choices(one: Lesson) -> Iterator[Choice]:
    """The role decisions of a lesson: one for each side of each draft that is a claim."""
    tally = Tally(one.hypotheses)
    for hypothesis, label, sides in zip(one.hypotheses, one.told, one.sides, strict=True):
        if label is None or label.kind == "agreement":
            continue
        found, scope = candidates(hypothesis), Scope(hypothesis, one.code, tally)
        for role, right in zip(ROLES, sides, strict=True):
            if label.kind == "loss" and role == "receiver":
                continue
            places = [index for index, candidate in enumerate(found) if candidate.party in right]
            if not places:
                continue
            rows = [tuple(features(c, role, scope)) for c in found]
            if role == "receiver":
                giver = next((c for c in found if c.party in sides[0]), found[-1])
                rows = [(*row, *beside(c, giver, scope)) for row, c in zip(rows, found, strict=True)]
            yield Choice(rows, places)


def by_relation(lessons: Sequence[Lesson], folds: int) -> list[list[int]]:
    """Lessons in folds so that a relation never stands on both sides of a split."""
    groups: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(lessons):
        groups[one.relation].append(index)
    parts: list[list[int]] = [[] for _ in range(folds)]
    for _, members in sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        min(parts, key=len).extend(members)
    return parts
