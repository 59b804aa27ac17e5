"""What the rules read in all sentences of a report in; who stands on which side in the other ones out."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from donnant.domain.claim import Kind
from donnant.extract.draft import Draft
from donnant.extract.hypotheses import Hypothesis
from donnant.extract.learnt.words import kind_of

_HERE = ("sentence", "lead-in")
_MOST = 2
Told = tuple[str, str | None, str | None]
"""A kind of claim or a category, who gives and who receives; one of them is left out where either is counted alone."""


class Tally:
    """What the rules read in plain words, sentence by sentence: a clear one helps to read those that are not."""

    __slots__ = ("_all", "_here", "_rivals")

    def __init__(self, hypotheses: Sequence[Hypothesis]) -> None:
        here: dict[int, set[Told]] = defaultdict(set)
        for one in hypotheses:
            if one.strong:
                here[one.reading.sentence.index].update(_told(one.draft))
        self._here = dict(here)
        self._all = Counter(told for some in here.values() for told in some)
        self._rivals = Counter(_key(one) for one in hypotheses if one.strong)

    def rivals(self, hypothesis: Hypothesis) -> int:
        """How many drafts of its kind the rules made of a hypothesis's sentence."""
        return self._rivals[_key(hypothesis)]

    def elsewhere(self, hypothesis: Hypothesis, giver: str | None, receiver: str | None) -> tuple[int, int]:
        """In how many other sentences these stand so, for a claim of its kind and in its category; 2 are many."""
        here = self._here.get(hypothesis.reading.sentence.index, ())
        kind, category = ((sort, giver, receiver) for sort in _sorts(hypothesis.draft))
        return (
            min(self._all[kind] - (kind in here), _MOST),
            min(self._all[category] - (category in here), _MOST),
        )


def _key(hypothesis: Hypothesis) -> tuple[int, Kind]:
    return hypothesis.reading.sentence.index, hypothesis.draft.kind


def _sorts(draft: Draft) -> tuple[str, str]:
    return kind_of(draft), f"in {draft.category}"


def _told(draft: Draft) -> Iterator[Told]:
    giver, receiver = (
        getattr(draft, role) if draft.found.get(role) in _HERE else None for role in ("giver", "receiver")
    )
    for sort in _sorts(draft):
        if giver:
            yield sort, giver, None
        if receiver:
            yield sort, None, receiver
        if giver and receiver:
            yield sort, giver, receiver
