"""Sums in money that several countries name alike, and the parties around, in; the same with their codes out."""

from collections.abc import Sequence
from dataclasses import replace

from donnant.extract.amounts import Amount
from donnant.extract.parties import Mention
from donnant.lang.amounts import AmountWords
from donnant.lang.parties import currencies_of


def settle_currencies(
    amounts: Sequence[Amount], folded: str, near: Sequence[Mention], around: Sequence[str], words: AmountWords
) -> tuple[Amount, ...]:
    """`11 billion kroner` beside Norway is in NOK: by the one party of the sentence whose money is called so.

    Failing that, by the one most named around it. A sum that no party settles is dropped, unless the name has a
    usual meaning: wrong money is worse than none.
    """
    kept = []
    for amount in amounts:
        settled = amount
        named = [name for name in words.table.shared if folded[amount.start : amount.end].endswith(name)]
        if amount.kind == "money" and named:
            codes = frozenset(words.table.shared[max(named, key=len)])
            here = {code for mention in near for code in currencies_of(mention.party) & codes}
            there = (currencies_of(party) & codes for party in around)
            fitting = frozenset(here) or next((both for both in there if both), frozenset())
            settled = replace(amount, unit=next(iter(fitting)) if len(fitting) == 1 else amount.unit)
        if settled.kind != "money" or settled.unit is not None:
            kept.append(settled)
    return tuple(kept)
