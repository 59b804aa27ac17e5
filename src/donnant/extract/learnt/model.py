"""The door to the learnt weights: features in, probabilities out; plain arrays, loaded once."""

import functools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib import resources
from typing import Any

from donnant.extract.learnt.words import slot_of

SIZE = 1 << 18
"""Weights of a large array; features meet in it by checksum."""
SMALL = 1 << 12
ARRAYS = ("roles", "judge", "trust")
_KEPT = 120_000
"""Features whose weight is kept at hand, at most: some twenty megabytes."""


class _Kept(dict[str, float]):
    """Feature to weight, looked up once: most features of a report were met before."""

    def __init__(self, weights: Any) -> None:
        self.weights, self.size = weights, len(weights)
        self.groups: dict[tuple[str, ...], float] = {}

    def __missing__(self, feature: str) -> float:
        if len(self) >= _KEPT:
            self.clear()
        weight: float = self.weights[slot_of(feature, self.size)]
        self[feature] = weight
        return weight

    def together(self, groups: Iterable[tuple[str, ...] | list[str]]) -> float:
        """The same by groups; the weight of a tuple is kept, since it comes again."""
        total = 0.0
        for group in groups:
            if isinstance(group, list):
                total += self.score(group)
                continue
            weight = self.groups.get(group)
            if weight is None:
                if len(self.groups) >= _KEPT:
                    self.groups.clear()
                weight = self.groups[group] = self.score(group)
            total += weight
        return total

    def score(self, features: Iterable[str]) -> float:
        """The sum of the features' weights."""
        return math.fsum(map(self.__getitem__, features))


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

    def measure(self, groups: Iterable[tuple[str, ...] | list[str]]) -> float:
        """The score of one candidate, whose features come in groups."""
        return self._kept["roles"].together(groups)

    def weigh(self, features: Iterable[str]) -> float:
        """What features of a draft weigh together."""
        return self._kept["judge"].score(features)

    def accept(self, features: Iterable[str], known: float = 0.0) -> float:
        """How likely a draft is a claim; `known` is what the rest of its features weigh."""
        return _share(known + self.weigh(features))

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
