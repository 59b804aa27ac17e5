"""The hypotheses of a report in; the drafts that are claims, their roles filled by the ranker, out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from donnant.domain.claim import Kind
from donnant.extract.draft import Draft
from donnant.extract.hypotheses import Hypothesis
from donnant.extract.learnt.candidates import OTHER, ROLES, Candidate, Scope, beside, candidates, features
from donnant.extract.learnt.model import Model
from donnant.extract.learnt.traits import doubts, traits
from donnant.extract.parties import Guise
from donnant.extract.reading import Reading

_NEED = {"sentence": 0.9, "lead-in": 0.95}
_NEED_ELSEWHERE = 0.6
_TRACE = 1e-6
"""What is left to rivals of a settled role: something, since one party never stands on both sides."""
_GIVERS = 3
"""Givers that are tried with every receiver."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A hypothesis with its roles filled, how sure each is, and how likely it is a claim."""

    hypothesis: Hypothesis
    sure: tuple[float, float]
    likely: float
    right: float
    """How likely who, to whom, what and how much are all right, if it is a claim that is told at all."""


def fill_roles(hypothesis: Hypothesis, code: str, model: Model) -> tuple[Hypothesis, tuple[float, float]]:
    """The hypothesis with the likeliest pair of giver and receiver, and how likely each of them is."""
    draft = hypothesis.draft
    if draft.kind is Kind.AGREEMENT:
        return hypothesis, (1.0, 1.0)
    found, scope = candidates(hypothesis), Scope(hypothesis, code)
    givers = model.rank([tuple(features(one, "giver", scope)) for one in found])
    open_givers = _weighed(found, givers, "giver", hypothesis)
    alone = [tuple(features(one, "receiver", scope)) for one in found]
    likely = sorted(range(len(found)), key=lambda index: (-open_givers[index], index))[:_GIVERS]
    best: tuple[float, int, int, list[float]] | None = None
    for g in likely:
        if draft.kind is Kind.LOSS:
            receivers = [float(one.party is None) for one in found]
        else:
            receivers = model.rank([(*alone[r], *beside(one, found[g], scope)) for r, one in enumerate(found)])
        open_receivers = _weighed(found, receivers, "receiver", hypothesis)
        for r, receiver in enumerate(found):
            likelihood = open_givers[g] * open_receivers[r]
            if receiver.party != found[g].party and (best is None or likelihood > best[0]):
                best = (likelihood, g, r, receivers)
    assert best is not None  # nobody is always among the candidates
    chosen = {"giver": found[best[1]], "receiver": found[best[2]]}
    sure = (_share(found, givers, chosen["giver"]), _share(found, best[3], chosen["receiver"]))
    return replace(hypothesis, draft=_filled(draft, chosen, hypothesis.reading)), sure


def _weighed(found: Sequence[Candidate], shares: Sequence[float], role: str, hypothesis: Hypothesis) -> list[float]:
    """The shares of the candidates, where the rules have not settled the role.

    What the rules read in the sentence or its lead-in stands unless the ranker is nearly certain of another
    party, what they took from elsewhere unless it is rather certain: so it was best on relations held apart.
    """
    draft = hypothesis.draft
    told = getattr(draft, role)
    if told is None and not hypothesis.strong:
        return list(shares)
    need = _NEED.get(draft.found.get(role, ""), _NEED_ELSEWHERE)
    rivals = {one.party for one in found if one.party != told} or {None}
    strongest = max(sum(s for one, s in zip(found, shares, strict=True) if one.party == rival) for rival in rivals)
    kept = [share if one.party == told else share * _TRACE for one, share in zip(found, shares, strict=True)]
    return list(shares) if strongest >= need else kept


def _share(found: Sequence[Candidate], shares: Sequence[float], chosen: Candidate) -> float:
    """How likely a party is, wherever it stands."""
    return sum(share for one, share in zip(found, shares, strict=True) if one.party == chosen.party)


def _filled(draft: Draft, chosen: dict[str, Candidate], reading: Reading) -> Draft:
    """The draft with the chosen parties, where each was found and which words told it."""
    found, joint = dict(draft.found), dict(draft.joint)
    cues = dict(draft.cues)
    for role, one in chosen.items():
        if one.party == getattr(draft, role):
            continue
        for told in (found, joint, cues):
            told.pop(role, None)
        if one.place is not None:
            referring = one.place.mention.start in reading.referring
            found[role] = "before" if referring else "sentence"
            cues[role] = reading.text(one.place.first, one.place.last)
            taken = {chosen[OTHER[role]].party, one.party}
            joint[role] = tuple(
                dict.fromkeys(
                    other.mention.party
                    for other in reading.places
                    if other.group == one.place.group
                    and other.mention.party not in taken
                    and other.mention.guise is not Guise.PAIR
                )
            )
        elif one.party is not None:
            found[role] = "before" if one.back < 4 else "report"
    joint = {role: others for role, others in joint.items() if others}
    giver, receiver = (chosen[role].party for role in ROLES)
    return replace(draft, giver=giver, receiver=receiver, found=found, joint=joint, cues=cues)


def judge(hypotheses: Sequence[Hypothesis], code: str, model: Model) -> list[Judged]:
    """Every hypothesis of a report, in order, with its roles and how likely it is."""
    rivals = count_rivals(hypotheses)
    judged = []
    for hypothesis in hypotheses:
        filled, sure = fill_roles(hypothesis, code, model)
        likely = model.accept(traits(filled, code, sure, rivals[key_of(hypothesis)]))
        right = model.believe(doubts(filled, sure, likely))
        judged.append(Judged(filled, sure, likely, right))
    return judged


def key_of(hypothesis: Hypothesis) -> tuple[int, Kind]:
    """A sentence and a kind of claim."""
    return hypothesis.reading.sentence.index, hypothesis.draft.kind


def count_rivals(hypotheses: Sequence[Hypothesis]) -> Counter[tuple[int, Kind]]:
    """How many drafts of a kind the rules made of each sentence."""
    return Counter(key_of(one) for one in hypotheses if one.strong)


def accept(judged: Sequence[Judged], least: float) -> list[Judged]:
    """Those that are likely enough, the likeliest of what says the same in one sentence."""
    kept: dict[tuple[object, ...], Judged] = {}
    for one in judged:
        draft = one.hypothesis.draft
        if one.likely < least or (draft.kind is not Kind.AGREEMENT and draft.giver is None and draft.receiver is None):
            continue
        bounds = (draft.amount.low, draft.amount.high) if draft.amount else None
        sides = (draft.giver, draft.receiver, draft.parties, draft.category)
        same: tuple[object, ...] = (*key_of(one.hypothesis), *sides, bounds)
        if draft.kind is Kind.TRANSFER and one.hypothesis.strong:
            same = (*same, draft.anchor)
        if same not in kept or kept[same].likely < one.likely:
            kept[same] = one
    chosen = {id(one) for one in kept.values()}
    return [one for one in judged if id(one) in chosen]
