"""A hypothesis with its roles in; the features that tell whether it is a claim out."""

import bisect
import functools
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import Any

from donnant.extract.hypotheses import Hypothesis
from donnant.extract.learnt.candidates import ROLES, Candidate
from donnant.extract.learnt.model import Group, Model, spell
from donnant.extract.learnt.scope import Scope, stand
from donnant.extract.learnt.tally import Tally
from donnant.extract.learnt.words import bucket, kind_of, stem

PLACES = (None, "sentence", "before", "report")
"""Where a party that the ranker chose may have been found."""
_WINDOW = 4
_VOICES = 2
"""Voices that are told apart, at most."""
_UNHEARD = 5
"""How many groups come before that of the voices where all features are spelled."""
_STEPS = (0.35, 0.5, 0.65, 0.8, 0.9, 0.97)


def traits(
    hypothesis: Hypothesis, code: str, chosen: dict[str, Candidate], sure: tuple[float, float], tally: Tally
) -> Iterator[str]:
    """The features of a draft whose roles are filled; `sure` is how sure the ranker is of giver and receiver."""
    fixed, (voices, *free) = (
        settled(hypothesis, code, tally.rivals(hypothesis)),
        opened(hypothesis, Scope(hypothesis, code, tally), chosen, sure),
    )
    yield from spell([*fixed[:_UNHEARD], voices, *fixed[_UNHEARD:], *free])


def opened(
    hypothesis: Hypothesis, scope: Scope, chosen: dict[str, Candidate], sure: tuple[float, float]
) -> list[Group]:
    """The features that hang on who fills the roles; the scope may be that from before they were filled.

    Among them, first of all, is how many voices are cited: it is dear to know.
    """
    kind, source = scope.kind, hypothesis.source
    voices = (_heard, (kind, source, min(len(hypothesis.voices), _VOICES)))
    return [voices, *_hung(hypothesis, kind, sure), *_fit(kind, source, scope, chosen)]


def settled(hypothesis: Hypothesis, code: str, rivals: int) -> list[Group]:
    """The features that hang neither on who fills the roles nor on who is cited."""
    kind = kind_of(hypothesis.draft)
    return [*_shape(hypothesis, kind, rivals), *_words(hypothesis, code, kind)]


def most_open(scope: Scope, found: Sequence[Candidate], model: Model) -> float:
    """The most that the other features can weigh, whoever of the candidates fills the roles."""
    hypothesis, kind, source = scope.hypothesis, scope.kind, scope.hypothesis.source
    told = hypothesis.draft.found
    placed, labels = 0.0, []
    for role in ROLES:
        stands = {_stands(role, one, scope) for one in found}
        placed += max([model.weigh([(_stand_names, (kind, source, one))]) for one in stands])
        labels.append({one[0] for one in stands})
    together = max(
        [model.weigh([(_together, (kind, pair, source, scope.frame))]) for pair in product(labels[0], labels[1])]
    )
    given = (told.get("giver"), told.get("receiver"))
    return placed + together + _most_hung((kind, source, scope.frame), given, model)


@functools.lru_cache(maxsize=4096)
def _most_hung(sort: tuple[str, str, str], given: tuple[str | None, str | None], model: Model) -> float:
    """The most that voices and `_hung` can weigh for a sort of hypothesis, whoever is cited or fills the roles."""
    kind, source, frame = sort
    steps = range(len(_STEPS) + 1)
    places = product(*({one, *PLACES} for one in given))
    named = ((True, True), (True, False), (False, True))
    return (
        max(model.weigh([(_heard, (kind, source, voices))]) for voices in range(_VOICES + 1))
        + max(model.weigh([(_sure, (kind, pair, source))]) for pair in product(steps, steps))
        + max(model.weigh([(_named, (kind, pair, source, frame))]) for pair in named)
        + max(model.weigh([(_where, (kind, pair, source))]) for pair in places)
    )


def _fit(kind: str, source: str, scope: Scope, chosen: dict[str, Candidate]) -> Iterator[Group]:
    """How well the chosen parties stand where the frame of the word looks for them."""
    fits = []
    for role, candidate in chosen.items():
        one = _stands(role, candidate, scope)
        fits.append(one[0])
        yield _stand_names, (kind, source, one)
    yield _together, (kind, tuple(fits), source, scope.frame)


def _stands(role: str, candidate: Candidate, scope: Scope) -> tuple[Any, ...]:
    """How one party stands where the frame looks for a role: a word for it, and what its features are made of."""
    place = candidate.place
    if place is None:
        return ("nobody" if candidate.party is None else f"back{candidate.back}"), role
    at, mention = stand(place, scope), place.mention
    clear, led = at.verbs == 0 and at.breaks == 0, at.door == role
    label = _LABELS[led, clear]
    return label, role, at.side, at.slot, scope.frame, scope.shape, clear, at.near, led, mention.guise, mention.kind


_LABELS = {(True, True): "Trueclear", (True, False): "Truefar", (False, True): "Falseclear", (False, False): "Falsefar"}
"""Whether a party stands where the frame looks for its role, and whether no verb lies between."""


def _stand_names(kind: str, source: str, one: tuple[Any, ...]) -> tuple[str, ...]:
    """The features of what `_stands` tells."""
    if len(one) == 2:
        label, role = one
        return (f"{kind}|{role}={label}|{source}",)
    _, role, side, slot, frame, shape, clear, near, led, guise, sort = one
    at = f"{kind}|{role}={side}{slot}"
    return (
        f"{at}|{frame}",
        f"{at}|{shape}|clear={clear}",
        f"{at}|near={near}|door={led}",
        f"{kind}|{role}={guise.value}|{sort.value}",
    )


def _together(kind: str, fits: Sequence[str], source: str, frame: str) -> tuple[str, ...]:
    fit = f"{kind}|fit={'|'.join(fits)}"
    return fit, f"{fit}|{source}", f"{fit}|{frame}"


def _hung(hypothesis: Hypothesis, kind: str, sure: tuple[float, float]) -> list[Group]:
    """What hangs on who was found for the roles, and how surely."""
    draft, source = hypothesis.draft, hypothesis.source
    frame = draft.predicate.frame.id if draft.predicate else "none"
    steps = (bisect.bisect(_STEPS, sure[0]), bisect.bisect(_STEPS, sure[1]))
    return [
        (_sure, (kind, steps, source)),
        (_named, (kind, (draft.giver is not None, draft.receiver is not None), source, frame)),
        (_where, (kind, (draft.found.get("giver"), draft.found.get("receiver")), source)),
    ]


def _sure(kind: str, steps: tuple[int, int], source: str) -> tuple[str, ...]:
    one, other = steps
    return f"{kind}|sure={one}{other}", f"{kind}|giver={one}|{source}", f"{kind}|receiver={other}|{source}"


def _named(kind: str, known: tuple[bool, bool], source: str, frame: str) -> tuple[str, ...]:
    named = f"{kind}|named={known[0]}{known[1]}"
    return f"{named}|{source}", f"{named}|frame={frame}"


def _where(kind: str, places: tuple[str | None, ...], source: str) -> tuple[str, ...]:
    return f"{kind}|where={places[0]}|{places[1]}", f"{kind}|where={places[0]}|{places[1]}|{source}"


def _shape(hypothesis: Hypothesis, kind: str, rivals: int) -> list[Group]:
    """What it is made of, whatever the language."""
    draft, reading, source = hypothesis.draft, hypothesis.reading, hypothesis.source
    predicate = draft.predicate
    frame = predicate.frame.id if predicate else "none"
    shape = predicate.shape.value if predicate else "none"
    amount = draft.amount.kind if draft.amount else "none"
    parties = len({mention.party for mention in reading.mentions})
    gap = bucket(abs(predicate.head - draft.anchor[0])) if predicate else "none"
    stopper = draft.stopper.frame.id if draft.stopper else "none"
    number = (min(len(reading.goods), 3), min(len(reading.predicates), 3))
    return [
        (_told_by, (kind, source, draft.category, frame)),
        (_crowd, (kind, source, min(rivals, 2), bucket(parties))),
        (_form, (kind, frame, shape, draft.category, predicate.tense if predicate else "none")),
        (_figure, (kind, amount, source, draft.category)),
        (_around, (kind, source, stopper, gap)),
        (_length, (kind, bucket(len(reading.words)))),
        (_numbers, (kind, source, number, reading.sentence.lead is not None)),
        *[(_hit, (kind, effect)) for effect in sorted({hit.effect for hit in reading.hits})],
    ]


def _told_by(kind: str, source: str, category: str | None, frame: str) -> tuple[str, ...]:
    told = f"{kind}|source={source}"
    return f"{kind}|bias", told, f"{told}|category={category}", f"{told}|frame={frame}"


def _crowd(kind: str, source: str, rivals: int, parties: int) -> tuple[str, ...]:
    return f"{kind}|source={source}|rivals={rivals}", f"{kind}|source={source}|parties={parties}"


def _form(kind: str, frame: str, shape: str, category: str | None, tense: str) -> tuple[str, ...]:
    framed = f"{kind}|frame={frame}"
    return f"{framed}|shape={shape}", f"{framed}|category={category}", f"{kind}|tense={tense}|shape={shape}"


def _figure(kind: str, amount: str, source: str, category: str | None) -> tuple[str, ...]:
    return f"{kind}|amount={amount}|{source}", f"{kind}|amount={amount}|category={category}"


def _around(kind: str, source: str, stopper: str, gap: int | str) -> tuple[str, ...]:
    return f"{kind}|stopper={stopper}", f"{kind}|gap={gap}|{source}"


def _length(kind: str, length: int) -> tuple[str, ...]:
    return (f"{kind}|length={length}",)


def _heard(kind: str, source: str, voices: int) -> tuple[str, ...]:
    return (f"{kind}|voices={voices}|{source}",)


def _numbers(kind: str, source: str, number: tuple[int, int], listed: bool) -> tuple[str, ...]:
    return f"{kind}|goods={number[0]}|predicates={number[1]}|{source}", f"{kind}|listed={listed}"


def _hit(kind: str, effect: str) -> tuple[str, ...]:
    return (f"{kind}|hit={effect}",)


def _words(hypothesis: Hypothesis, code: str, kind: str) -> list[Group]:
    """What is spelled in its sentence: around the word that tells, and anywhere."""
    draft, reading = hypothesis.draft, hypothesis.reading
    stems = [stem(word) for word in reading.words.texts]
    head = draft.predicate.head if draft.predicate else draft.anchor[0]
    found: list[Group] = [
        (_head, (kind, code, stems[head], hypothesis.source)),
        (_goods, (kind, code, stems[draft.anchor[0]])),
    ]
    near = range(max(0, head - _WINDOW), min(len(stems), head + _WINDOW + 1))
    found += [(_near, (kind, code, max(-2, min(2, at - head)), stems[at])) for at in near if at != head]
    if hypothesis.source in ("goods", "loose", "pact", "cue", "hint"):
        found += [(_any, (kind, code, one)) for one in sorted(set(stems)) if one[:1].isalnum()]
        found += [(_pair, (kind, code, first, second)) for first, second in pairwise(stems)]
    return found


def _head(kind: str, code: str, word: str, source: str) -> tuple[str, ...]:
    return f"{kind}|{code}|head={word}", f"{kind}|{code}|head={word}|{source}"


def _goods(kind: str, code: str, word: str) -> tuple[str, ...]:
    return (f"{kind}|{code}|goods={word}",)


def _near(kind: str, code: str, step: int, word: str) -> tuple[str, ...]:
    """A word near the one that tells; a step of 2 is any but the next one."""
    side = "<" if step < 0 else ">"
    return (f"{kind}|{code}|{side}{word}", *([f"{kind}|{code}|{side}1{word}"] if abs(step) == 1 else []))


def _any(kind: str, code: str, word: str) -> tuple[str, ...]:
    return (f"{kind}|{code}|any={word}",)


def _pair(kind: str, code: str, first: str, second: str) -> tuple[str, ...]:
    return (f"{kind}|{code}|pair={first} {second}",)


def doubts(hypothesis: Hypothesis, sure: tuple[float, float], likely: float) -> Iterator[str]:
    """The features that tell how far a whole claim may be trusted: what the models hold of it, and its parts."""
    draft = hypothesis.draft
    kind = f"{draft.kind}|{'rule' if hypothesis.strong else 'guess'}"
    steps = [bisect.bisect(_STEPS, one) for one in (likely, *sure)]
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
