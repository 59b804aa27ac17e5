"""In: words with what they stand for, and folded text; out: where they stand as whole words, in one pass."""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

T = TypeVar("T")


class Gate(Generic[T]):
    """Thousands of words at once over a text that ``fold`` has lower-cased.

    A match is a whole word: no letter, digit or joiner stands on either side of it.
    """

    def __init__(self, words: Mapping[str, T], joiners: str = "-") -> None:
        """Words are given folded; joiners are marks that glue words into one (``nord-coréen``)."""
        self._values = [words[word] for word in sorted(words)]
        self._joiners = joiners
        self._automaton = AhoCorasick(
            sorted(words),
            matchkind=MatchKind.Standard,
            store_patterns=False,
            implementation=Implementation.ContiguousNFA,
        )

    def find(self, folded: str) -> list[tuple[int, int, T]]:
        """Start, end and value of every word, leftmost first, the longest of those that overlap."""
        return longest(self.hits(folded))

    def hits(self, folded: str) -> list[tuple[int, int, T]]:
        """Every whole word, those inside longer ones too, for a caller who must weed first."""
        matches = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        last, joins, values = len(folded), self._joiners, self._values
        return [
            (start, end, values[index])
            for index, start, end in matches
            if (start == 0 or not _glued(folded[start - 1], folded[start], joins))
            and (end == last or not _glued(folded[end], folded[end - 1], joins))
        ]


def longest(hits: Iterable[tuple[int, int, T]]) -> list[tuple[int, int, T]]:
    """Hits that do not overlap: leftmost first, and the longest of those that start together."""
    kept: list[tuple[int, int, T]] = []
    reach = 0
    for hit in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if hit[0] >= reach:
            kept.append(hit)
            reach = hit[1]
    return kept


def _glued(beside: str, edge: str, joiners: str) -> bool:
    """Whether a mark beside a word's edge makes it part of a longer word; ``U.S.`` ends by itself."""
    return (beside.isalnum() or beside in joiners or beside == "_") and edge.isalnum()
