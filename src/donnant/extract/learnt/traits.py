"""A hypothesis with its roles in; the features that tell whether it is a claim out."""

from collections.abc import Iterator
from itertools import pairwise

from donnant.extract.hypotheses import Hypothesis
from donnant.extract.learnt.candidates import Candidate, Scope, stand
from donnant.extract.learnt.words import bucket, stem

_WINDOW = 4
_STEPS = (0.35, 0.5, 0.65, 0.8, 0.9, 0.97)


def traits(
    hypothesis: Hypothesis, code: str, chosen: dict[str, Candidate], sure: tuple[float, float], rivals: int
) -> Iterator[str]:
    """The features of a draft whose roles are filled.

    `sure` is how sure the ranker is of giver and receiver, `rivals` how many drafts of its kind the rules made.
    """
    draft = hypothesis.draft
    kind = f"{draft.kind}.{draft.category}" if draft.kind == "attitude" else str(draft.kind)
    for name in _shape(hypothesis, sure, rivals):
        yield f"{kind}|{name}"
    for name in _fit(hypothesis, code, chosen):
        yield f"{kind}|{name}"
    yield from _words(hypothesis, code, kind)


def _fit(hypothesis: Hypothesis, code: str, chosen: dict[str, Candidate]) -> Iterator[str]:
    """How well the chosen parties stand where the frame of the word looks for them."""
    scope = Scope(hypothesis, code)
    fits = []
    for role, candidate in chosen.items():
        if candidate.place is None:
            fits.append("nobody" if candidate.party is None else f"back{candidate.back}")
            yield f"{role}={fits[-1]}|{hypothesis.source}"
            continue
        at = stand(candidate.place, scope)
        clear = at.verbs == 0 and at.breaks == 0
        fits.append(f"{at.door == role}{'clear' if clear else 'far'}")
        yield f"{role}={at.side}{at.slot}|{scope.frame}"
        yield f"{role}={at.side}{at.slot}|{scope.shape}|clear={clear}"
        yield f"{role}={at.side}{at.slot}|near={at.near}|door={at.door == role}"
        yield f"{role}={candidate.place.mention.guise.value}|{candidate.place.mention.kind.value}"
    yield f"fit={'|'.join(fits)}"
    yield f"fit={'|'.join(fits)}|{hypothesis.source}"
    yield f"fit={'|'.join(fits)}|{scope.frame}"


def _shape(hypothesis: Hypothesis, sure: tuple[float, float], rivals: int) -> Iterator[str]:
    """What it is made of, whatever the language."""
    draft, reading, source = hypothesis.draft, hypothesis.reading, hypothesis.source
    predicate = draft.predicate
    frame = predicate.frame.id if predicate else "none"
    shape = predicate.shape.value if predicate else "none"
    steps = [sum(one >= step for step in _STEPS) for one in sure]
    named = f"{draft.giver is not None}{draft.receiver is not None}"
    amount = draft.amount.kind if draft.amount else "none"
    parties = len({mention.party for mention in reading.mentions})
    yield "bias"
    yield f"source={source}"
    yield f"source={source}|category={draft.category}"
    yield f"source={source}|frame={frame}"
    yield f"source={source}|rivals={min(rivals, 2)}"
    yield f"source={source}|parties={bucket(parties)}"
    yield f"frame={frame}|shape={shape}"
    yield f"frame={frame}|category={draft.category}"
    yield f"tense={predicate.tense if predicate else 'none'}|shape={shape}"
    yield f"sure={steps[0]}{steps[1]}"
    yield f"giver={steps[0]}|{source}"
    yield f"receiver={steps[1]}|{source}"
    yield f"named={named}|{source}"
    yield f"named={named}|frame={frame}"
    yield f"where={draft.found.get('giver')}|{draft.found.get('receiver')}"
    yield f"where={draft.found.get('giver')}|{draft.found.get('receiver')}|{source}"
    yield f"amount={amount}|{source}"
    yield f"amount={amount}|category={draft.category}"
    yield f"stopper={draft.stopper.frame.id if draft.stopper else 'none'}"
    yield f"gap={bucket(abs(predicate.head - draft.anchor[0])) if predicate else 'none'}|{source}"
    yield f"voices={min(len(hypothesis.voices), 2)}|{source}"
    yield f"length={bucket(len(reading.words))}"
    yield f"goods={min(len(reading.goods), 3)}|predicates={min(len(reading.predicates), 3)}|{source}"
    yield f"listed={reading.sentence.lead is not None}"
    for effect in sorted({hit.effect for hit in reading.hits}):
        yield f"hit={effect}"


def _words(hypothesis: Hypothesis, code: str, kind: str) -> Iterator[str]:
    """What is spelled in its sentence: around the word that tells, and anywhere."""
    draft, reading = hypothesis.draft, hypothesis.reading
    stems = [stem(word) for word in reading.words.texts]
    head = draft.predicate.head if draft.predicate else draft.anchor[0]
    yield f"{kind}|{code}|head={stems[head]}"
    yield f"{kind}|{code}|head={stems[head]}|{hypothesis.source}"
    yield f"{kind}|{code}|goods={stems[draft.anchor[0]]}"
    for offset in range(-_WINDOW, _WINDOW + 1):
        if offset and 0 <= head + offset < len(stems):
            side = "<" if offset < 0 else ">"
            yield f"{kind}|{code}|{side}{stems[head + offset]}"
            if abs(offset) == 1:
                yield f"{kind}|{code}|{side}1{stems[head + offset]}"
    if hypothesis.source in ("silent", "second", "goods", "loose", "pact", "cue", "hint"):
        for one in sorted(set(stems)):
            if one[:1].isalnum():
                yield f"{kind}|{code}|any={one}|{hypothesis.source in ('silent', 'second')}"
        for first, second in pairwise(stems):
            yield f"{kind}|{code}|pair={first} {second}"


def doubts(hypothesis: Hypothesis, sure: tuple[float, float], likely: float) -> Iterator[str]:
    """The features that tell how far a whole claim may be trusted: what the models hold of it, and its parts."""
    draft = hypothesis.draft
    kind = f"{draft.kind}|{'rule' if hypothesis.strong else 'guess'}"
    steps = [sum(one >= step for step in _STEPS) for one in (likely, *sure)]
    weakest = min(steps[1:])
    yield kind
    yield f"likely={steps[0]}"
    yield f"sides={weakest}"
    yield f"{kind}|weakest={min(steps)}"
    yield f"both={steps[0]}{weakest}"
    yield f"named={draft.giver is not None}{draft.receiver is not None}"
    yield f"where={'-'.join(sorted({*draft.found.values()}))}"
    yield f"joint={bool(draft.joint)}|amount={draft.amount is not None}"
    yield f"category={draft.category}"
