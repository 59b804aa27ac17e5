"""The door to the learnt weights: features in, probabilities out; plain arrays, loaded once."""

import functools
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import resources
from typing import Any

from donnant.extract.learnt.words import slot_of

SIZE = 1 << 18
"""Weights of a large array; features meet in it by checksum."""
SMALL = 1 << 12
ARRAYS = ("roles", "judge", "trust")
_KEPT = 1 << 14
"""Groups of features of one sort whose weight is kept at hand, at most: a few megabytes."""

Names = Callable[..., tuple[str, ...]]
"""What spells the features of a group."""
Group = tuple[Names, tuple[Any, ...]]
"""Features that come together: what spells them, and what they are spelled from. Most are never spelled."""


def spell(groups: Iterable[Group]) -> Iterator[str]:
    """The features of groups, one by one."""
    for names, told in groups:
        yield from names(*told)


class _Sort(dict[tuple[Any, ...], float]):
    """The groups of one sort: from what their features are spelled from to what these weigh together."""

    __slots__ = ("kept", "names")

    def __init__(self, names: Names, kept: "_Kept") -> None:
        self.names, self.kept = names, kept

    def __missing__(self, told: tuple[Any, ...]) -> float:
        if len(self) >= _KEPT:
            self.clear()
        weight = self[told] = self.kept.score(self.names(*told))
        return weight


class _Kept(dict[Names, _Sort]):
    """The groups of features that were met before, by sort: most groups of a report were."""

    __slots__ = ("size", "weights")

    def __init__(self, weights: Any) -> None:
        self.weights, self.size = weights, len(weights)

    def __missing__(self, names: Names) -> _Sort:
        sort = self[names] = _Sort(names, self)
        return sort

    def together(self, groups: Iterable[Group]) -> float:
        """The sum of the weights of groups; of weights with few digits it is exact, whatever the order."""
        return math.fsum([self[names][told] for names, told in groups])

    def score(self, features: Iterable[str]) -> float:
        """The sum of the features' weights."""
        return math.fsum([self.weights[slot_of(feature, self.size)] for feature in features])


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """The weights of the ranker of roles and of the judge of drafts, and the least that each sort of draft needs."""

    roles: Any
    """float16 array of `SIZE`: a feature of a candidate to its weight."""
    judge: Any
    """float16 array of `SIZE`: a feature of a draft to its weight."""
    trust: Any
    """float16 array of `SMALL`: a feature of a judged draft to its weight."""
    _kept: dict[str, _Kept] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._kept.update((name, _Kept(getattr(self, name))) for name in ARRAYS)

    def rank(self, candidates: Sequence[Iterable[str]]) -> list[float]:
        """How likely each of the candidates for one role is; they sum to one."""
        return shares_of([self._kept["roles"].score(features) for features in candidates])

    def measure(self, groups: Iterable[Group]) -> float:
        """The score of one candidate, whose features come in groups."""
        return self._kept["roles"].together(groups)

    def weigh(self, groups: Iterable[Group]) -> float:
        """What features of a draft weigh together."""
        return self._kept["judge"].together(groups)

    def accept(self, groups: Iterable[Group], known: float = 0.0) -> float:
        """How likely a draft is a claim; `known` is what the rest of its features weigh."""
        return _share(known + self.weigh(groups))

    def believe(self, features: Iterable[str]) -> float:
        """How likely all that matters of an accepted draft is right: who, to whom, what and how much."""
        return _share(self._kept["trust"].score(features))


def shares_of(scores: Sequence[float]) -> list[float]:
    """How likely each of several candidates is by its score; they sum to one."""
    most = max(scores)
    shares = [math.exp(score - most) for score in scores]
    total = sum(shares)
    return [share / total for share in shares]


def _share(score: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@functools.cache
def load_model() -> Model | None:
    """The weights that ship with the package; None where there are none."""
    import numpy as np

    folder = resources.files("donnant.extract.learnt") / "weights"
    arrays = []
    for name in ARRAYS:
        path = folder / f"{name}.npy"
        if not path.is_file():
            return None
        with path.open("rb") as file:
            arrays.append(np.load(file, allow_pickle=False).astype(float).tolist())
    return Model(*arrays)
