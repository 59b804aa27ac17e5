"""A hypothesis with its roles in; the features that tell whether it is a claim out."""

import functools
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product

from donnant.extract.hypotheses import Hypothesis
from donnant.extract.learnt.candidates import ROLES, Candidate
from donnant.extract.learnt.model import Model
from donnant.extract.learnt.scope import Scope, stand
from donnant.extract.learnt.words import bucket, stem

PLACES = (None, "sentence", "before", "report")
"""Where a party that the ranker chose may have been found."""
_WINDOW = 4
_STEPS = (0.35, 0.5, 0.65, 0.8, 0.9, 0.97)


def traits(
    hypothesis: Hypothesis, code: str, chosen: dict[str, Candidate], sure: tuple[float, float], rivals: int
) -> Iterator[str]:
    """The features of a draft whose roles are filled.

    `sure` is how sure the ranker is of giver and receiver, `rivals` how many drafts of its kind the rules made.
    """
    yield from settled(hypothesis, code, rivals)
    yield from opened(hypothesis, Scope(hypothesis, code), chosen, sure)


def opened(
    hypothesis: Hypothesis, scope: Scope, chosen: dict[str, Candidate], sure: tuple[float, float]
) -> Iterator[str]:
    """The features that hang on who fills the roles; the scope may be that from before they were filled."""
    kind = _kind(hypothesis)
    for name in _hung(hypothesis, sure):
        yield f"{kind}|{name}"
    for name in _fit(scope, chosen):
        yield f"{kind}|{name}"


def settled(hypothesis: Hypothesis, code: str, rivals: int) -> Iterator[str]:
    """The features that do not hang on who fills the roles."""
    kind = _kind(hypothesis)
    for name in _shape(hypothesis, rivals):
        yield f"{kind}|{name}"
    yield from _words(hypothesis, code, kind)


def most_open(scope: Scope, found: Sequence[Candidate], model: Model) -> float:
    """The most that the other features can weigh, whoever of the candidates fills the roles."""
    hypothesis = scope.hypothesis
    kind, told = _kind(hypothesis), hypothesis.draft.found
    stands = [{_stands(role, one, scope) for one in found} for role in ROLES]
    placed = sum(max(_weight_of_stand(kind, one, model) for one in each) for each in stands)
    labels = product(*({one[0] for one in each} for each in stands))
    together = max(_weight_together(kind, pair, scope.hypothesis.source, scope.frame, model) for pair in labels)
    given = (told.get("giver"), told.get("receiver"))
    return placed + together + _most_hung((kind, hypothesis.source, scope.frame), given, model)


@functools.lru_cache(maxsize=1 << 15)
def _weight_of_stand(kind: str, one: tuple[str, ...], model: Model) -> float:
    return model.weigh([f"{kind}|{name}" for name in _stand_names(one)])


@functools.lru_cache(maxsize=1 << 15)
def _weight_together(kind: str, pair: tuple[str, ...], source: str, frame: str, model: Model) -> float:
    return model.weigh([f"{kind}|{name}" for name in _together(pair, source, frame)])


@functools.lru_cache(maxsize=4096)
def _most_hung(sort: tuple[str, str, str], given: tuple[str | None, str | None], model: Model) -> float:
    """The most that `_hung` can weigh for a sort of hypothesis, whoever is found for the roles."""
    kind, source, frame = sort
    steps = range(len(_STEPS) + 1)
    places = product(*({one, *PLACES} for one in given))
    return (
        _most(kind, (_sure(pair, source) for pair in product(steps, steps)), model)
        + _most(kind, (_named(pair, source, frame) for pair in ((True, True), (True, False), (False, True))), model)
        + _most(kind, (_where(pair, source) for pair in places), model)
    )


def _most(kind: str, choices: Iterable[Iterable[str]], model: Model) -> float:
    return max(model.weigh([f"{kind}|{name}" for name in names]) for names in choices)


def _kind(hypothesis: Hypothesis) -> str:
    draft = hypothesis.draft
    return f"{draft.kind}.{draft.category}" if draft.kind == "attitude" else str(draft.kind)


def _fit(scope: Scope, chosen: dict[str, Candidate]) -> Iterator[str]:
    """How well the chosen parties stand where the frame of the word looks for them."""
    fits = []
    for role, candidate in chosen.items():
        one = _stands(role, candidate, scope)
        fits.append(one[0])
        yield from _stand_names(one)
    yield from _together(fits, scope.hypothesis.source, scope.frame)


def _stands(role: str, candidate: Candidate, scope: Scope) -> tuple[str, ...]:
    """How one party stands where the frame looks for a role: a word for it, and what its features are made of."""
    if candidate.place is None:
        label = "nobody" if candidate.party is None else f"back{candidate.back}"
        return label, role, scope.hypothesis.source
    at, mention = stand(candidate.place, scope), candidate.place.mention
    clear = at.verbs == 0 and at.breaks == 0
    label = f"{at.door == role}{'clear' if clear else 'far'}"
    where = (f"{role}={at.side}{at.slot}", scope.frame, scope.shape, f"clear={clear}", f"near={at.near}")
    return label, role, *where, f"door={at.door == role}", mention.guise.value, mention.kind.value


def _stand_names(one: tuple[str, ...]) -> tuple[str, ...]:
    """The features of what `_stands` tells."""
    if len(one) == 3:
        label, role, source = one
        return (f"{role}={label}|{source}",)
    _, role, at, frame, shape, clear, near, door, guise, sort = one
    return f"{at}|{frame}", f"{at}|{shape}|{clear}", f"{at}|{near}|{door}", f"{role}={guise}|{sort}"


def _together(fits: Sequence[str], source: str, frame: str) -> tuple[str, ...]:
    fit = "|".join(fits)
    return f"fit={fit}", f"fit={fit}|{source}", f"fit={fit}|{frame}"


def _hung(hypothesis: Hypothesis, sure: tuple[float, float]) -> Iterator[str]:
    """What hangs on who was found for the roles, and how surely."""
    draft, source = hypothesis.draft, hypothesis.source
    frame = draft.predicate.frame.id if draft.predicate else "none"
    steps = [sum(one >= step for step in _STEPS) for one in sure]
    yield from _sure((steps[0], steps[1]), source)
    yield from _named((draft.giver is not None, draft.receiver is not None), source, frame)
    yield from _where((draft.found.get("giver"), draft.found.get("receiver")), source)


def _sure(steps: tuple[int, int], source: str) -> list[str]:
    return [f"sure={steps[0]}{steps[1]}", f"giver={steps[0]}|{source}", f"receiver={steps[1]}|{source}"]


def _named(known: tuple[bool, bool], source: str, frame: str) -> list[str]:
    named = f"{known[0]}{known[1]}"
    return [f"named={named}|{source}", f"named={named}|frame={frame}"]


def _where(places: tuple[str | None, ...], source: str) -> list[str]:
    return [f"where={places[0]}|{places[1]}", f"where={places[0]}|{places[1]}|{source}"]


def _shape(hypothesis: Hypothesis, rivals: int) -> Iterator[str]:
    """What it is made of, whatever the language."""
    draft, reading, source = hypothesis.draft, hypothesis.reading, hypothesis.source
    predicate = draft.predicate
    frame = predicate.frame.id if predicate else "none"
    shape = predicate.shape.value if predicate else "none"
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
    stems = _stems(reading.words.texts)
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
    if hypothesis.source in ("goods", "loose", "pact", "cue", "hint"):
        for one in sorted(set(stems)):
            if one[:1].isalnum():
                yield f"{kind}|{code}|any={one}"
        for first, second in pairwise(stems):
            yield f"{kind}|{code}|pair={first} {second}"


@functools.lru_cache(maxsize=256)
def _stems(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(stem(word) for word in texts)


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
