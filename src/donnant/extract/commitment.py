"""A sentence and the place of a claim in it; how far the voice commits, and in what phase the thing is."""

from dataclasses import dataclass

from donnant.domain.claim import Factuality, Phase
from donnant.extract.hits import Hit
from donnant.extract.negation import No, negation
from donnant.extract.predicates import Predicate, Shape
from donnant.extract.scope import FINITE, Ground, Target, reaches
from donnant.extract.tokens import phrase_of
from donnant.lang.grammar import Conjugation, conjugation

_SUBJECT = 10
"""The most words between a noun and the verb that says when it comes."""
_SHORT = 3
"""A word of so few letters is no verb in the future by its ending."""
_LEAD = 6
"""The most words before the infinitive of a headline."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Certainty and phase of a claim, and the words that decided each."""

    factuality: Factuality
    phase: Phase
    cues: tuple[tuple[str, str], ...]


def judge(ground: Ground, predicate: Predicate | None, stopper: Predicate | None, anchor: tuple[int, int]) -> Verdict:
    """The verdict on a claim whose goods or trigger stand at the anchor (first and last token)."""
    target = Target(predicate, anchor)
    outer = Target(stopper, anchor) if stopper is not None else target
    near = [hit for hit in ground.hits if reaches(hit, outer, ground)]
    factuality, why = _factuality(near, outer, ground)
    phase, since = _phase(near, outer, target, ground)
    cues = [(field, cue) for field, cue in (("factuality", why), ("phase", since)) if cue]
    return Verdict(factuality, phase, tuple(cues))


def _factuality(near: list[Hit], target: Target, ground: Ground) -> tuple[Factuality, str]:
    """How far the voice commits: a negation before a hedge, a hedge before hearsay."""
    predicate = target.predicate
    no = negation(target, ground)
    if predicate is not None and predicate.frame.factuality == "denied":
        # what is not halted goes on
        return (Factuality.ASSERTED, no.text) if no else (Factuality.DENIED, _words(ground, predicate))
    if no and any(hit.effect in ("able", "denied") and _touches(hit, no) for hit in near):
        # `n'exclut pas` leaves it open, `n'a pas démenti` lets it stand
        near, no = [hit for hit in near if hit.effect != "denied" or not _touches(hit, no)], None
    denied = _last(near, ground, "denied") or (no.text if no else "")
    if denied:
        return Factuality.DENIED, denied
    hedge = _last(near, ground, "possible", "able")
    if hedge:
        return Factuality.POSSIBLE, hedge
    hearsay = _last(near, ground, "reported") or _hearsay(target, ground)
    return (Factuality.REPORTED, hearsay) if hearsay else (Factuality.ASSERTED, "")


def _within(hit: Hit, no: No) -> bool:
    """Whether a negation is that of a modal."""
    return hit.reach == "verb" and no.first - 1 <= hit.first <= no.last + 1


def _touches(hit: Hit, no: No) -> bool:
    """Whether a negation is that of a cue's own verb, and the cue is a verb whose negation turns it."""
    return hit.reach == "clause" and hit.first - 2 <= no.first and no.last <= hit.last + 2


def _phase(near: list[Hit], outer: Target, target: Target, ground: Ground) -> tuple[Phase, str]:
    """Wanted before planned before done: what a party wants to be promised is wanted."""
    wanted = _last(near, ground, "wanted")
    if wanted:
        return Phase.WANTED, wanted
    predicate = outer.predicate
    framed = target.predicate
    if framed is not None and framed.frame.phase:
        return Phase(framed.frame.phase), _words(ground, framed)
    if predicate is not None and predicate.tense == "future":
        return Phase.PLANNED, _words(ground, predicate)
    no = negation(outer, ground)
    given_up = min((hit.first for hit in near if hit.effect == "denied"), default=len(ground.words))
    near = [hit for hit in near if hit.first <= given_up]  # plans that are given up are no plans
    if not (no and any(hit.effect == "able" and _within(hit, no) for hit in near)):
        planned = _last([hit for hit in near if not _past(hit, outer, ground)], ground, "planned", "able")
    else:
        planned = ""  # what cannot be is no plan
    planned = planned or _future_subject(outer, ground) or _future_in_past(outer, ground)
    if planned:
        return Phase.PLANNED, planned
    aim = _aim(outer, ground) if given_up == len(ground.words) else ""
    if aim:
        return Phase.WANTED, aim
    headline = _headline(outer, ground)
    return (Phase.PLANNED, headline) if headline else (Phase.DONE, "")


def _last(near: list[Hit], ground: Ground, *effects: str) -> str:
    """The words of the last cue that has one of these effects."""
    found = [hit for hit in near if hit.effect in effects]
    return _text(ground, found[-1].first, found[-1].last) if found else ""


def _past(hit: Hit, target: Target, ground: Ground) -> bool:
    """Whether what may be is told as past: `pourrait avoir livré`, `may have sent`."""
    predicate = target.predicate
    if predicate is None or predicate.shape is Shape.NOUN:
        return False
    have = _tables(ground).have
    first = min(hit.last + 1, predicate.first)
    perfect = any(word in have for word in ground.words.texts[first : predicate.head])
    return perfect and (hit.effect == "able" or hit.reach == "verb")


def _tables(ground: Ground) -> Conjugation:
    return conjugation(ground.grammar.code)


def _is_future(ground: Ground, position: int) -> bool:
    """Whether a word is a verb in the future, or makes one so."""
    tables, word = ground.tables, ground.words.texts[position]
    if word in tables.future_words:
        return True
    ends = len(word) > _SHORT and word.endswith(tuple(tables.future_endings))
    return ends and word not in tables.future_exceptions and position not in ground.capitals


def _future_subject(target: Target, ground: Ground) -> str:
    """The verb in the future that a noun is the subject of: `la livraison aura lieu en juin`."""
    if not target.nominal:
        return ""
    start = target.last + 1
    ends = (",", ";", ":", "(", *ground.tables.stops, *ground.grammar.breaks)
    for position in range(start, min(len(ground.words), start + _SUBJECT)):
        word = ground.words.texts[position]
        if word in ends:
            return ""
        if _is_future(ground, position):
            return word
        if position in ground.verbs and position not in ground.capitals:
            return ""
    return ""


def _future_in_past(target: Target, ground: Ground) -> str:
    """The conditional after a verb of saying in the past, which tells a plan: `a annoncé que X livrerait`."""
    predicate = target.predicate
    if predicate is None or predicate.tense != "conditional" or not _reported_speech(target, ground):
        return ""
    return _words(ground, predicate)


def _reported_speech(target: Target, ground: Ground) -> bool:
    """Whether a simple conditional stands in the clause of a verb that is told as past."""
    predicate = target.predicate
    if predicate is None or predicate.shape not in FINITE:
        return False
    tables, texts = _tables(ground), ground.words.texts
    if any(texts[p] in tables.have_conditional for p in range(predicate.first, predicate.head)):
        return False
    that = [p for p in range(predicate.first) if texts[p] in ground.tables.that]
    if not that:
        return False
    heads = [p for p in ground.verbs if p < that[-1]]
    if not heads:
        return False
    return any(word in tables.have for word in texts[max(0, max(heads) - 4) : max(heads)])


def _aim(target: Target, ground: Ground) -> str:
    """The words of an aim to receive: `pour obtenir`, `in a bid to secure`."""
    predicate = target.predicate
    if predicate is None or predicate.shape not in (Shape.INFINITIVE, Shape.CAUSED):
        return ""
    if predicate.frame.subject != "receiver" and predicate.shape is not Shape.CAUSED:
        return ""
    before = ground.words.texts[max(0, predicate.first - 2) : predicate.first]
    return _words(ground, predicate) if set(before) & set(ground.tables.purpose) else ""


def _headline(target: Target, ground: Ground) -> str:
    """A plan told by an infinitive alone: `UK to send tanks`."""
    predicate = target.predicate
    if predicate is None or predicate.shape is not Shape.INFINITIVE or not 1 < predicate.first <= _LEAD:
        return ""
    texts = ground.words.texts
    if texts[predicate.first - 1] not in ground.tables.headline or predicate.first - 2 not in ground.capitals:
        return ""
    bare = not any(position in ground.verbs for position in range(predicate.first - 1))
    return _text(ground, predicate.first - 1, predicate.last) if bare else ""


def _hearsay(target: Target, ground: Ground) -> str:
    """The verb of hearsay in the clause: the claim's own, one that governs it, or the one its noun is subject of."""
    tables, texts, predicate = ground.tables, ground.words.texts, target.predicate
    if not tables.conditional_endings or _future_in_past(target, ground):
        return ""
    if target.finite and predicate is not None:
        return _text(ground, predicate.first, predicate.head) if predicate.tense == "conditional" else ""
    start = target.first
    ends = (";", ":", *tables.stops, *ground.edges)
    for position in range(start - 1, -1, -1):
        if texts[position] in ends or (
            texts[position] == "," and any(p in ground.verbs for p in range(position, start))
        ):
            break
        if _conditional(ground, position) and not ground.finite(position + 1, start):
            return texts[position]
    if not target.nominal:
        return ""
    start = target.last + 1
    for position in range(start, min(len(texts), start + _SUBJECT)):
        if texts[position] in (",", *ends) or (position in ground.verbs and not _conditional(ground, position)):
            return ""
        if _conditional(ground, position):
            return texts[position]
    return ""


def _conditional(ground: Ground, position: int) -> bool:
    tables, word = ground.tables, ground.words.texts[position]
    return word.endswith(tuple(tables.conditional_endings)) and word not in tables.conditional_exceptions


def _text(ground: Ground, first: int, last: int) -> str:
    return phrase_of(ground.words.texts[first : last + 1])


def _words(ground: Ground, predicate: Predicate) -> str:
    return _text(ground, predicate.first, predicate.last)
