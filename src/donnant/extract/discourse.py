"""What a report is about and what it has just said: the parties that a sentence leaves out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from donnant.domain.party import PartyKind
from donnant.extract.parties import Guise, Mention
from donnant.extract.tokens import Words

_BACK = 3
"""Sentences that are searched backwards: beyond three a party is a guess."""
_SHARE = 0.55
"""The share of mentions that two parties need to be what a report is about."""


Pair = tuple[str, str]
"""Two parties, sorted."""


@dataclass(slots=True)
class Memory:
    """The discourse so far: grows sentence by sentence, in order."""

    pair: tuple[str, str] | None
    foes: frozenset[Pair] = frozenset()
    """Pairs at war: neither is taken to give to the other where the sentence does not say so."""
    parties: list[tuple[str, ...]] = field(default_factory=list)
    """Parties of each sentence, subject first."""
    roles: list[tuple[str | None, str | None, str | None]] = field(default_factory=list)
    """Giver, receiver and category of each sentence's last transfer; nulls where it has none."""
    groups: list[tuple[tuple[str, ...], ...]] = field(default_factory=list)
    """The names joined by `and` of each sentence: what `they` means."""
    given: set[tuple[str | None, str]] = field(default_factory=set)
    """Which goods each giver was told to give."""
    latest: dict[tuple[str, str | None], str] = field(default_factory=dict)
    """Category last told of a giver and a receiver, and of a giver to whomever."""

    def remember(
        self,
        parties: Iterable[str],
        roles: tuple[str | None, str | None, str | None] | None,
        groups: tuple[tuple[str, ...], ...] = (),
    ) -> None:
        """Add what a sentence holds."""
        self.parties.append(tuple(dict.fromkeys(parties)))
        self.groups.append(groups)
        self.roles.append(roles or (None, None, None))
        giver, receiver, category = self.roles[-1]
        if giver and category:
            self.given.add((giver, category))
            self.latest[giver, receiver] = self.latest[giver, None] = category

    def last_roles(self, reach: int = _BACK) -> tuple[str | None, str | None, str | None] | None:
        """The roles of the nearest sentence before that has both, or None."""
        for roles in reversed(self.roles[-reach:] if reach else []):
            if roles[0] and roles[1]:
                return roles
        return None

    def counterpart(self, known: str, role: str, hostile: bool = False) -> tuple[str, str] | None:
        """The party that stands opposite a known one, with where it was found; None rather than a guess.

        Parties at war are opposite each other only in what is `hostile`.
        """
        for giver, receiver, _ in reversed(self.roles[-_BACK:]):
            if role == "giver" and giver == known and receiver:
                return receiver, "before"
            if role == "receiver" and receiver == known and giver:
                return giver, "before"
        if self.pair and known in self.pair:
            other = self.pair[1] if known == self.pair[0] else self.pair[0]
            return None if self._foes(known, other) and not hostile else (other, "report")
        near = self.parties[-1] if self.parties else ()
        others = [party for party in near if party != known and (hostile or not self._foes(known, party))]
        return (others[0], "before") if len(others) == 1 else None

    def _foes(self, one: str, other: str) -> bool:
        return (min(one, other), max(one, other)) in self.foes

    def known(self, giver: str | None, category: str) -> bool:
        """Whether the report has already told of such goods from such a giver."""
        return (giver, category) in self.given

    def category_of(self, giver: str | None, receiver: str | None) -> str | None:
        """What a bare `livraisons` of a giver means: the category last told of that direction."""
        return self.latest.get((giver, receiver)) if giver else None

    def peers(self, party: str) -> tuple[str, ...]:
        """Whom the nearest sentence that names a party joins to it."""
        for parties, groups in zip(reversed(self.parties[-_BACK:]), reversed(self.groups[-_BACK:]), strict=True):
            if party in parties:
                return next((tuple(p for p in group if p != party) for group in groups if party in group), ())
        return ()

    def subject(self, exclude: Iterable[str] = ()) -> str | None:
        """The party that a subject pronoun stands for: the first one of the nearest sentence that names any."""
        out = set(exclude)
        for parties in reversed(self.parties[-_BACK:]):
            for party in parties:
                if party not in out:
                    return party
        return None


_BESIDE = 3
"""Words between a noun of war and a party that fights, at most."""


def foes_of(
    sentences: Sequence[Words], mentions: Sequence[Sequence[Mention]], telling: Sequence[bool], war: frozenset[str]
) -> frozenset[Pair]:
    """Pairs of parties that a report names at war with each other rather than giving to each other.

    Both stand beside a noun of war somewhere, and the sentences that name the two together speak of war at
    least as often as of an exchange (`telling`). Between them nothing passes unless a sentence says so.
    """
    fighting: set[str] = set()
    at_war: Counter[Pair] = Counter()
    for words, named, tells in zip(sentences, mentions, telling, strict=True):
        nouns = [position for position, word in enumerate(words.texts) if word in war]
        beside = {mention.party for mention in named if nouns and _is_beside(mention, nouns, words)}
        fighting |= beside
        together = sorted({mention.party for mention in named})
        for pair in ((one, other) for i, one in enumerate(together) for other in together[i + 1 :]):
            at_war[pair] += bool(beside & set(pair)) - tells
    return frozenset(pair for pair, balance in at_war.items() if balance >= 0 and fighting.issuperset(pair))


def _is_beside(mention: Mention, nouns: Sequence[int], words: Words) -> bool:
    """Whether a mention stands within a few words of one of some nouns."""
    first, last = words.at(mention.start), words.before(mention.end)
    return any(0 < first - noun <= _BESIDE or 0 < noun - last < _BESIDE for noun in nouns)


@dataclass(frozen=True, slots=True)
class Cast:
    """The parties of a whole report: how often each is named, what each is, who is named with whom."""

    counts: dict[str, int]
    kinds: dict[str, PartyKind]
    together: dict[tuple[str, str], int]
    """Sentences that name both of two parties, sorted."""
    foes: frozenset[Pair] = frozenset()

    def rank(self, party: str) -> int:
        """How many parties the report names more often."""
        own = self.counts.get(party, 0)
        return sum(count > own for count in self.counts.values())

    def partner_rank(self, party: str, other: str) -> int:
        """How many parties are named more often beside `other` than this one is."""
        own = self.together.get((min(party, other), max(party, other)), 0)
        beside = (count for pair, count in self.together.items() if other in pair)
        return sum(count > own for count in beside) if own else 9


def cast_of(mentions: Sequence[Sequence[Mention]], foes: frozenset[Pair] = frozenset()) -> Cast:
    """The cast of a report, from the mentions of its sentences."""
    counts: Counter[str] = Counter()
    together: Counter[tuple[str, str]] = Counter()
    kinds: dict[str, PartyKind] = {}
    for sentence in mentions:
        counts.update(mention.party for mention in sentence)
        kinds.update({mention.party: mention.kind for mention in sentence})
        named = sorted({mention.party for mention in sentence})
        together.update((a, b) for i, a in enumerate(named) for b in named[i + 1 :])
    return Cast(dict(counts), kinds, dict(together), foes)


def principal_pair(mentions: Sequence[Sequence[Mention]]) -> tuple[str, str] | None:
    """The two parties a report is about, if they outweigh all others together; else None."""
    counts: Counter[str] = Counter()
    for sentence in mentions:
        counts.update({m.party for m in sentence if m.kind is not PartyKind.PERSON and m.guise is not Guise.ADJECTIVE})
    total = sum(counts.values())
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if len(ranked) < 2 or ranked[1][1] < 2:
        return None
    first, second = ranked[0], ranked[1]
    third = ranked[2][1] if len(ranked) > 2 else 0
    if first[1] + second[1] < _SHARE * total or second[1] <= 1.2 * third:
        return None
    return first[0], second[0]


def order_by_salience(mentions: Sequence[Mention], bare: Iterable[str]) -> tuple[str, ...]:
    """Parties of a sentence, those that stand bare (its subjects) first."""
    first = list(bare)
    rest = [mention.party for mention in mentions if mention.guise is not Guise.PAIR]
    return tuple(dict.fromkeys([*first, *rest]))
