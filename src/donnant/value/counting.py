"""Worths of one direction and what ties entries together in; the same with all that would count twice set aside out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from donnant.domain.amount import is_money
from donnant.domain.claim import Factuality, Phase
from donnant.domain.entry import Entry, Ledger
from donnant.domain.valuation import Worth

_ONE_MATTER = frozenset({"disjoint", "falling", "date"})
"""Conflicts in which two entries tell one thing otherwise: it is counted once."""
Aside = tuple[str, str]
"""Why, and for which entry."""


def count_once(worths: Sequence[Worth], ledger: Ledger) -> tuple[Worth, ...]:
    """Each thing once: those in the sum first, then those set aside with the entry that stands for them."""
    entries = {entry.id: entry for entry in ledger.entries if entry.id in {worth.entry for worth in worths}}
    aside: dict[str, Aside] = {
        entry.id: ("possible", "") for entry in entries.values() if entry.factuality is Factuality.POSSIBLE
    }
    for step in (_outgrown, _repeated, _fulfilled, _disputed, _covered):
        for lost, found in step(ledger, entries, lambda id_: id_ in entries and id_ not in aside):
            aside.setdefault(lost, found)
    told = [replace(worth, aside=aside.get(worth.entry, ("", ""))[0], because=aside.get(worth.entry, ("", ""))[1])
            for worth in worths]  # fmt: skip
    return tuple(sorted(told, key=lambda worth: bool(worth.aside)))


Counts = Callable[[str], bool]
"""Whether an entry is still in the sum."""


def _outgrown(ledger: Ledger, entries: Mapping[str, Entry], counts: Counts) -> Iterable[tuple[str, Aside]]:
    """A count of which another entry holds a later one."""
    homes = {claim: entry.id for entry in entries.values() for claim in entry.claims}
    grown = {each.one: each.other for each in ledger.relations if each.sort == "grows"}
    for entry in entries.values():
        later = [homes.get(grown.get(strand.claims[0], "")) for strand in entry.firm]
        if later and all(other and other != entry.id for other in later):
            yield entry.id, ("outgrown", later[0] or "")


def _repeated(ledger: Ledger, entries: Mapping[str, Entry], counts: Counts) -> Iterable[tuple[str, Aside]]:
    """Two measures of the same goods in one sentence: the sum of money says more."""
    for each in ledger.relations:
        if each.sort == "repeats" and counts(each.one) and counts(each.other):
            kept, lost = (each.one, each.other) if is_money(entries[each.one].unit) else (each.other, each.one)
            yield lost, ("repeated", kept)


def _fulfilled(ledger: Ledger, entries: Mapping[str, Entry], counts: Counts) -> Iterable[tuple[str, Aside]]:
    """A pledge whose deed is there."""
    for each in ledger.relations:
        both = each.sort == "follows" and counts(each.one) and counts(each.other)
        if both and entries[each.one].phase is Phase.DONE:
            yield each.other, ("fulfilled", each.one)


def _disputed(ledger: Ledger, entries: Mapping[str, Entry], counts: Counts) -> Iterable[tuple[str, Aside]]:
    """Entries that tell one thing otherwise: the most credible, then the most widely told, stands for it."""
    for conflict in ledger.conflicts:
        held = sorted({id_ for id_ in conflict.entries if counts(id_)}, key=lambda id_: _standing(entries[id_]))
        if conflict.type in _ONE_MATTER and not conflict.settled:
            yield from ((lost, ("disputed", held[0])) for lost in held[1:])


def _covered(ledger: Ledger, entries: Mapping[str, Entry], counts: Counts) -> Iterable[tuple[str, Aside]]:
    """A part whose whole is in the sum, or in a larger whole that is."""
    wholes: dict[str, str] = {}
    for each in ledger.relations:
        if each.sort == "covers" and counts(each.other) and (counts(each.one) or each.one in wholes):
            root = each.one
            while root in wholes:
                root = wholes[root]
            if root != each.other:
                wholes[each.other] = each.one
                yield each.other, ("covered", each.one)


def _standing(entry: Entry) -> tuple[int, int, str]:
    return entry.credibility, -len(entry.firm), entry.id
