"""The hypotheses of a report in; the drafts that are claims, their roles filled by the ranker, out."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from donnant.domain.claim import Kind, Trust, Vote
from donnant.extract.draft import Draft
from donnant.extract.hypotheses import Hypothesis
from donnant.extract.joint import peers
from donnant.extract.learnt.candidates import OTHER, ROLES, Candidate, candidates
from donnant.extract.learnt.features import beside_group, groups
from donnant.extract.learnt.model import Model, shares_of
from donnant.extract.learnt.scope import Scope
from donnant.extract.learnt.tally import Tally
from donnant.extract.learnt.traits import doubts, most_open, opened, settled
from donnant.extract.reading import Reading

LEAST_RULE = 0.15
LEAST_GUESS = 0.45
LEAST_HINT = 0.55
"""How likely a draft must be to be told: what a rule reads is let go only if the judge is rather sure against it; a
word that mostly tells of no attitude needs more than another guess."""
LEAST_RIGHT = 0.05
"""A guess whose parties, goods or figure are most likely wrong is not told, be it a claim or not."""
LEAST_FAIR_RULE = 0.06
LEAST_FAIR_GUESS = 0.5
LEAST_HIGH_AGREED = 0.8
LEAST_HIGH = 0.93
"""How likely a reading must be wholly right to be fair, and to be trusted highly where both readers agree or not."""
_NEED = {"sentence": 0.9, "lead-in": 0.95}
_NEED_ELSEWHERE = 0.6
"""How sure the ranker must be of another party than the rules', by where they took theirs from."""
_LEAST_MEANT = 0.15
_LEAST_GUESSED = 0.3
"""How much it must hold of a party from elsewhere that a word means (`they`), and of one that was only supplied."""
_TRACE = 1e-6
"""What is left to rivals of a settled role: something, since one party never stands on both sides."""
_SLACK = 1e-6
"""What rounding may add to a sum of weights, and far more."""
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


@dataclass(frozen=True, slots=True)
class Filled:
    """A hypothesis with its roles filled: who was chosen, and how likely each of them is."""

    hypothesis: Hypothesis
    chosen: dict[str, Candidate]
    sure: tuple[float, float]


def fill_roles(hypothesis: Hypothesis, code: str, model: Model, tally: Tally) -> Filled:
    """The hypothesis with the likeliest pair of giver and receiver."""
    return _fill(candidates(hypothesis), Scope(hypothesis, code, tally), model)


def _fill(found: Sequence[Candidate], scope: Scope, model: Model) -> Filled:
    hypothesis, draft = scope.hypothesis, scope.hypothesis.draft
    if draft.kind is Kind.AGREEMENT:
        return Filled(hypothesis, {}, (1.0, 1.0))
    givers = shares_of([model.measure(groups(one, "giver", scope)) for one in found])
    open_givers = _weighed(found, givers, "giver", hypothesis)
    alone = [] if draft.kind is Kind.LOSS else [model.measure(groups(one, "receiver", scope)) for one in found]
    likely = sorted(range(len(found)), key=lambda index: (-open_givers[index], index))[:_GIVERS]
    best: tuple[float, int, int, list[float]] | None = None
    for g in likely:
        if best is not None and best[0] >= open_givers[g]:
            break  # no receiver makes a pair likelier than its giver
        if draft.kind is Kind.LOSS:
            receivers = [float(one.party is None) for one in found]
        else:
            beside = [model.measure([beside_group(one, found[g], scope)]) for one in found]
            receivers = shares_of([one + other for one, other in zip(alone, beside, strict=True)])
        taken = found[g].party if draft.receiver is not None else None
        open_receivers = _weighed(found, receivers, "receiver", hypothesis, taken)
        for r, receiver in enumerate(found):
            likelihood = open_givers[g] * open_receivers[r]
            if best is not None and likelihood <= best[0]:
                continue
            if receiver.party != found[g].party and not _side_by_side(found[g], receiver, draft):
                best = (likelihood, g, r, receivers)
    assert best is not None  # nobody is always among the candidates
    chosen = {"giver": found[best[1]], "receiver": found[best[2]]}
    sure = (_share(found, givers, chosen["giver"]), _share(found, best[3], chosen["receiver"]))
    return Filled(replace(hypothesis, draft=_filled(draft, chosen, hypothesis.reading)), chosen, sure)


def _side_by_side(giver: Candidate, receiver: Candidate, draft: Draft) -> bool:
    """Whether `X and Y` names both, so that they stand on one side: unless a rule has set them against each other."""
    if giver.place is None or receiver.place is None or (draft.giver, draft.receiver) == (giver.party, receiver.party):
        return False
    return giver.place.group == receiver.place.group


def _weighed(
    found: Sequence[Candidate], shares: Sequence[float], role: str, hypothesis: Hypothesis, taken: str | None = None
) -> list[float]:
    """The shares of the candidates, where the rules have not settled the role.

    What the rules read in the sentence or its lead-in stands unless the ranker is nearly certain of another
    party; what they took from elsewhere, unless it is rather certain of another or holds little of theirs: so it was
    best on relations held apart.
    """
    draft = hypothesis.draft
    told = getattr(draft, role)
    if told is None and not hypothesis.strong:
        return list(shares)
    need = _NEED.get(draft.found.get(role, ""), _NEED_ELSEWHERE)
    rivals = {one.party for one in found if one.party != told} or {None}
    weight = {
        party: sum(s for one, s in zip(found, shares, strict=True) if one.party == party) for party in (*rivals, told)
    }
    strongest = max(weight[rival] for rival in rivals)
    least = _LEAST_MEANT if role in draft.cues else _LEAST_GUESSED
    unlikely = draft.found.get(role, "") not in _NEED and weight[told] < least
    if told == taken and told is not None and draft.found.get(role) in _NEED:
        return [share * _TRACE for share in shares]
    kept = [share if one.party == told else share * _TRACE for one, share in zip(found, shares, strict=True)]
    return kept if draft.fixed or not (unlikely or strongest >= need) else list(shares)


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
            joint[role] = tuple(party for party in peers(one.place, reading) if party not in taken)
        elif one.party is not None:
            found[role] = "before" if one.back < 4 else "report"
    joint = {role: others for role, others in joint.items() if others}
    giver, receiver = (chosen[role].party for role in ROLES)
    return replace(draft, giver=giver, receiver=receiver, found=found, joint=joint, cues=cues)


def judge(hypotheses: Sequence[Hypothesis], code: str, model: Model) -> list[Judged]:
    """Every hypothesis of a report, in order, with its roles and how likely it is."""
    tally = Tally(hypotheses)
    judged = (_judged(hypothesis, code, model, tally) for hypothesis in hypotheses)
    return [one for one in judged if one is not None]


def _judged(hypothesis: Hypothesis, code: str, model: Model, tally: Tally, least: float = 0.0) -> Judged | None:
    """A hypothesis judged; None, and its roles not ranked, where whoever fills them could not make it likely enough."""
    found, scope = candidates(hypothesis), Scope(hypothesis, code, tally)
    known = model.weigh(settled(hypothesis, code, tally.rivals(hypothesis)))
    if least and hypothesis.draft.kind is not Kind.AGREEMENT:
        need = math.log(least / (1 - least)) - _SLACK
        if known + most_open(scope, found, model) < need:
            return None
    filled = _fill(found, scope, model)
    likely = model.accept(opened(filled.hypothesis, scope, filled.chosen, filled.sure), known)
    right = model.believe(doubts(filled.hypothesis, filled.sure, likely))
    return Judged(filled.hypothesis, filled.sure, likely, right)


def trust_of(hypothesis: Hypothesis, vote: Vote) -> Trust:
    """How far a reading may be trusted: by what was learnt of such readings, and by the second reader's vote."""
    if vote is Vote.SPLIT or not worth_a_vote(hypothesis):
        return Trust.DOUBTFUL
    if hypothesis.right is None:
        return Trust.FAIR
    high = LEAST_HIGH_AGREED if vote is Vote.AGREED else LEAST_HIGH
    return Trust.HIGH if hypothesis.right >= high else Trust.FAIR


def worth_a_vote(hypothesis: Hypothesis) -> bool:
    """Whether a reading is good enough for the second reader's vote to matter: otherwise it is doubtful anyway."""
    least = LEAST_FAIR_RULE if hypothesis.strong else LEAST_FAIR_GUESS
    return hypothesis.right is None or hypothesis.right >= least


def find_claims(hypotheses: Sequence[Hypothesis], code: str, model: Model) -> list[Judged]:
    """The hypotheses that are accepted; of those that could not be, whoever fills their roles, none is ranked."""
    tally = Tally(hypotheses)
    judged = (_judged(one, code, model, tally, _least(one)) for one in hypotheses)
    return accept([one for one in judged if one is not None])


def key_of(hypothesis: Hypothesis) -> tuple[int, Kind]:
    """A sentence and a kind of claim."""
    return hypothesis.reading.sentence.index, hypothesis.draft.kind


def _least(hypothesis: Hypothesis) -> float:
    """How likely a hypothesis must be to be told."""
    if hypothesis.strong:
        return LEAST_RULE
    return LEAST_HINT if hypothesis.source == "hint" else LEAST_GUESS


def _stands(one: Judged) -> bool:
    """Whether a draft is likely enough, and names whom it must."""
    draft = one.hypothesis.draft
    if one.likely < _least(one.hypothesis) or (one.right < LEAST_RIGHT and not one.hypothesis.strong):
        return False
    if draft.kind is Kind.AGREEMENT:
        return True
    if draft.kind is Kind.ATTITUDE:
        return draft.giver is not None and draft.receiver is not None
    return draft.giver is not None or draft.receiver is not None


def _is_sum(draft: Draft) -> bool:
    return draft.kind is Kind.TRANSFER and draft.amount is not None and draft.amount.kind == "money"


def _bundle(one: Judged) -> tuple[object, ...]:
    """What claims of one sentence share that say one thing."""
    draft = one.hypothesis.draft
    return (*key_of(one.hypothesis), draft.giver, draft.receiver, draft.category)


def accept(judged: Sequence[Judged]) -> list[Judged]:
    """Those that are likely enough, the likeliest of what says the same in one sentence."""
    kept: dict[tuple[object, ...], Judged] = {}
    likely = [one for one in judged if _stands(one)]
    told = {_bundle(one) for one in likely if one.hypothesis.strong}
    for one in likely:
        draft = one.hypothesis.draft
        if not one.hypothesis.strong and draft.amount is None and _bundle(one) in told:
            continue  # goods of one category are one claim, and a rule has told it
        bounds = (draft.amount.low, draft.amount.high) if draft.amount else None
        sides = (draft.giver, draft.receiver, draft.parties, draft.category)
        same: tuple[object, ...] = (*key_of(one.hypothesis), *sides, bounds)
        if draft.kind is Kind.TRANSFER and one.hypothesis.strong:
            same = (*same, draft.anchor)
        if same not in kept or kept[same].likely < one.likely:
            kept[same] = one
    valued = {_bundle(one) for one in kept.values() if _is_sum(one.hypothesis.draft)}
    chosen = {
        id(one) for one in kept.values() if one.hypothesis.draft.amount is not None or _bundle(one) not in valued
    }  # `loans to X came to $475m` is one claim, and it has the sum
    return [one for one in judged if id(one) in chosen]
