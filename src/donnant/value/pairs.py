"""A ledger in; the pair of parties that its balance is about out."""

from collections import Counter
from collections.abc import Iterable

from donnant.domain.claim import Claim, Kind
from donnant.domain.entry import Ledger


def choose_pair(ledger: Ledger) -> tuple[str, str] | None:
    """The pair with the most transfers in either direction, the busier giver first; None without any.

    Doubtful claims choose only where there are no others.
    """
    firm = [claim for claim in ledger.claims if not claim.is_doubtful]
    return _busiest(firm) or _busiest(ledger.claims)


def _busiest(claims: Iterable[Claim]) -> tuple[str, str] | None:
    flows: Counter[tuple[str, str]] = Counter()
    for claim in claims:
        if claim.kind is Kind.TRANSFER and claim.giver and claim.receiver:
            flows[claim.giver, claim.receiver] += 1
    pairs: Counter[tuple[str, str]] = Counter()
    for (giver, receiver), count in flows.items():
        first, second = sorted((giver, receiver))
        pairs[first, second] += count
    if not pairs:
        return None
    first, second = min(pairs, key=lambda pair: (-pairs[pair], pair))
    return (first, second) if flows[first, second] >= flows[second, first] else (second, first)
