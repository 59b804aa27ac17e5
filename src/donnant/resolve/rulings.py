"""Claims and a person's decisions in; the claims as ruled out, none of the machine's over a person's word."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from donnant.domain.claim import Claim, Factuality, Phase
from donnant.domain.decision import Decision
from donnant.errors import Problem

_SEEN = ("giver", "receiver", "category", "low", "high", "unit", "item")
_SIDES = ("giver", "receiver", "category")


@dataclass(frozen=True, slots=True)
class Ruled:
    """Claims that stand, claims that a person rejected, and decisions that found no claim."""

    kept: tuple[Claim, ...]
    rejected: tuple[Claim, ...]
    problems: tuple[Problem, ...]


def apply_decisions(claims: Sequence[Claim], decisions: Sequence[Decision]) -> Ruled:
    """Claims with every decision applied; the last line on a claim counts, and `undo` takes it back.

    A decision names its claim by content, so it holds when claims are read anew. A corrected claim
    keeps its id, which is that of what was read.
    """
    latest: dict[str, Decision] = {}
    problems: list[Problem] = []
    for decision in decisions:
        claim = _find(decision, claims)
        if claim is None:
            problems.append(_lost(decision))
        elif decision.action == "undo":
            latest.pop(claim.id, None)
        else:
            latest[claim.id] = decision
    kept, rejected = [], []
    for claim in claims:
        ruling = latest.get(claim.id)
        if ruling is None:
            kept.append(claim)
        elif ruling.action == "reject":
            rejected.append(replace(claim, rulings=(ruling.id,)))
        else:
            kept.append(_corrected(claim, ruling))
    return Ruled(tuple(kept), tuple(rejected), tuple(problems))


def _find(decision: Decision, claims: Sequence[Claim]) -> Claim | None:
    """The claim that a decision is about: same report, kind and sentence, and the best agreement with what was seen."""
    near = [
        claim
        for claim in claims
        if claim.report == decision.report and str(claim.kind) == decision.kind and _same_quote(claim, decision)
    ]
    scored = sorted(
        ((_agreement(claim, decision), claim.id, claim) for claim in near), key=lambda row: (-row[0], row[1])
    )
    if not scored or scored[0][0] < 0:
        return None
    if len(scored) > 1 and scored[0][0] == scored[1][0]:
        return None
    return scored[0][2]


def _same_quote(claim: Claim, decision: Decision) -> bool:
    return claim.quote in decision.quote or decision.quote in claim.quote


def _agreement(claim: Claim, decision: Decision) -> int:
    """How many of the fields that the reviewer saw still agree; negative where the sides do not."""
    same = [name for name in _SEEN if getattr(claim, name) == decision.seen.get(name)]
    if len(set(same) & set(_SIDES)) < 2:
        return -1
    return len(same) + (10 if claim.quote == decision.quote else 0)


def _corrected(claim: Claim, ruling: Decision) -> Claim:
    changes: dict[str, Any] = dict(ruling.changes)
    if "factuality" in changes:
        changes["factuality"] = Factuality(changes["factuality"])
    if "phase" in changes:
        changes["phase"] = Phase(changes["phase"])
    return replace(claim, **changes, rulings=(ruling.id,))


def _lost(decision: Decision) -> Problem:
    quote = decision.quote if len(decision.quote) <= 60 else decision.quote[:59] + "…"
    ruled = f"the {decision.action} by {decision.reviewer} on “{quote}”"
    text = f"{ruled} finds its claim no more: rule again, or undo {decision.id}"
    return Problem("decisions.jsonl", "lost-decision", text)
