"""Claims and a person's decisions in; the claims as ruled out, none of the machine's over a person's word."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from donnant.domain.amount import Interval
from donnant.domain.claim import Claim, Factuality, Phase, Trust
from donnant.domain.decision import Decision, Seen, Target
from donnant.errors import Problem
from donnant.resolve.names import stems

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
    keeps its id, which is that of what was read; who accepts or corrects it has looked, so that it is
    doubtful no more. A decision on a claim that is read no more falls
    on no neighbour: neither on one that agrees in nothing but the sides, nor on one that another
    decision names exactly.
    """
    latest: dict[str, Decision] = {}
    problems: list[Problem] = []
    exact: set[str] = set()
    near = _by_place(claims)
    for decision in decisions:
        if decision.other is not None:
            continue
        claim = _find(decision.target, near.get((decision.report, decision.kind), ()), decision.changes)
        if claim is not None and _is_exact(claim, decision):
            exact.add(claim.id)
        elif claim is None or claim.id in exact:
            problems.append(lost(decision))
            continue
        if decision.action == "undo":
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
            corrected = _corrected(claim, ruling)
            kept.append(corrected or claim)
            if corrected is None:
                problems.append(_unfit(ruling))
    return Ruled(tuple(kept), tuple(rejected), tuple(problems))


def _by_place(claims: Sequence[Claim]) -> dict[tuple[str, str], list[Claim]]:
    near: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        near[claim.report, str(claim.kind)].append(claim)
    return near


def find_ruled(target: Target, claims: Sequence[Claim]) -> Claim | None:
    """The claim that a ruling names by content, among all claims."""
    near = [claim for claim in claims if (claim.report, str(claim.kind)) == (target.report, target.kind)]
    return _find(target, near, {})


def _find(target: Target, claims: Sequence[Claim], changes: Seen) -> Claim | None:
    """Among the claims of one report and kind, that of the same sentence which best agrees with what was seen."""
    near = [claim for claim in claims if _same_quote(claim, target) and _same_matter(claim, target, changes)]
    scored = sorted(((_agreement(claim, target), claim.id, claim) for claim in near), key=lambda row: (-row[0], row[1]))
    if not scored or scored[0][0] < 0:
        return None
    if len(scored) > 1 and scored[0][0] == scored[1][0]:
        return None
    return scored[0][2]


def _is_exact(claim: Claim, decision: Decision) -> bool:
    return claim.quote == decision.quote and all(getattr(claim, name) == decision.seen.get(name) for name in _SEEN)


def _same_quote(claim: Claim, target: Target) -> bool:
    return claim.quote in target.quote or target.quote in claim.quote


def _same_matter(claim: Claim, target: Target, changes: Seen) -> bool:
    """Whether what was seen may be this claim, read otherwise: a figure is shared, or read anew for the same goods."""
    seen = target.seen
    bounds = {bound for bound in (claim.low, claim.high) if bound is not None}
    seen_bounds = {bound for bound in (seen.get("low"), seen.get("high")) if bound is not None}
    ruled = {changes.get("low"), changes.get("high")}
    if bounds & (seen_bounds | ruled):
        return True
    goods, seen_goods = stems(claim.item or ""), stems(str(seen.get("item") or ""))
    same_goods = not goods or not seen_goods or bool(goods & seen_goods)
    if not bounds or not seen_bounds:
        return same_goods
    return same_goods and claim.unit == seen.get("unit") and claim.category == seen.get("category")


def _agreement(claim: Claim, target: Target) -> int:
    """How many of the fields that the reviewer saw still agree; negative where the sides do not."""
    same = [name for name in _SEEN if getattr(claim, name) == target.seen.get(name)]
    if len(set(same) & set(_SIDES)) < 2:
        return -1
    return len(same) + (10 if claim.quote == target.quote else 0)


def _corrected(claim: Claim, ruling: Decision) -> Claim | None:
    """The claim as a person corrected it; None where the correction no longer fits what is read."""
    changes: dict[str, Any] = dict(ruling.changes)
    try:
        if "factuality" in changes:
            changes["factuality"] = Factuality(changes["factuality"])
        if "phase" in changes:
            changes["phase"] = Phase(changes["phase"])
        trust = Trust.FAIR if claim.is_doubtful else claim.trust
        corrected = replace(claim, **changes, trust=trust, rulings=(ruling.id,))
        Interval(corrected.low, corrected.high)
    except (TypeError, ValueError):
        return None
    return corrected


def _unfit(decision: Decision) -> Problem:
    text = f"the correction {decision.id} by {decision.reviewer} fits no longer what is read: undo it and rule again"
    return Problem("decisions.jsonl", "unfit-decision", text)


def lost(decision: Decision) -> Problem:
    """That a ruling finds its claim no more, and what to do."""
    quote = decision.quote if len(decision.quote) <= 60 else decision.quote[:59] + "…"
    ruled = f"the {decision.action} by {decision.reviewer} on “{quote}”"
    text = f"{ruled} finds its claim no more: rule again, or undo {decision.id}"
    return Problem("decisions.jsonl", "lost-decision", text)
