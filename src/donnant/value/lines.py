"""An entry in; the lines of the balance that it gives out, each with the claims it rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from donnant.domain.amount import Interval
from donnant.domain.balance import Line
from donnant.domain.claim import Claim
from donnant.domain.entry import Entry, Ledger, Origin, Strand


def entry_line(entry: Entry, ledger: "Books") -> Line:
    """One line for an entry: the bounds that its origins give together, widest apart, doubtful ones aside.

    A count that a later one has outgrown bears no figure.
    """
    strands = entry.firm or entry.strands
    latest = [strand for strand in strands if strand.claims[0] not in ledger.outgrown] or strands
    intervals = [Interval(s.low, s.high) for s in latest if s.low is not None or s.high is not None]
    whole = intervals[0] if intervals else None
    for interval in intervals[1:]:
        whole = whole.hull(interval) if whole else interval
    line = _line(entry, whole, strands, ledger, None, ledger.claims[ledger.grounds(latest[0])[0]])
    return replace(line, apart=_apart(intervals))


def _apart(intervals: Sequence[Interval]) -> tuple[tuple[float | None, float | None], ...]:
    """The figures of origins that exclude each other, each as given; nothing where all can be true."""
    if all(one.overlaps(other) for one, other in combinations(intervals, 2)):
        return ()
    return tuple(dict.fromkeys((each.low, each.high) for each in intervals))


def strand_line(entry: Entry, strand: Strand, ledger: "Books") -> Line:
    """One line for what one origin says of an entry."""
    return _line(
        entry,
        Interval(strand.low, strand.high),
        (strand,),
        ledger,
        strand.origin,
        ledger.claims[ledger.grounds(strand)[0]],
    )


def _line(
    entry: Entry,
    interval: Interval | None,
    strands: tuple[Strand, ...],
    books: "Books",
    origin: str | None,
    head: Claim,
) -> Line:
    claims = tuple(claim for strand in strands for claim in books.grounds(strand))
    return Line(
        entry=entry.id,
        category=entry.category or "",
        unit=entry.unit,
        interval=interval,
        approx=any(strand.approx for strand in strands),
        origin=origin,
        origins=len({s.origin for s in strands if books.origins[s.origin].named}),
        reports=len({books.claims[claim].report for claim in claims}),
        claims=claims,
        distortions=sum(len(strand.distorted) for strand in strands),
        item=head.item,
        when=head.when,
        phase=str(entry.phase),
        factuality=str(head.factuality if origin else entry.factuality),
    )


class Books:
    """A ledger looked up by id, with what waits for review apart from what stands."""

    __slots__ = ("claims", "conflicts", "doubtful", "entries", "origins", "outgrown")

    def __init__(self, ledger: Ledger) -> None:
        self.claims: Mapping[str, Claim] = {claim.id: claim for claim in ledger.claims}
        self.origins: Mapping[str, Origin] = {origin.id: origin for origin in ledger.origins}
        self.conflicts = tuple(conflict for conflict in ledger.conflicts if not conflict.settled)
        self.outgrown = frozenset(each.one for each in ledger.relations if each.sort == "grows")
        self.entries = tuple(entry for entry in ledger.entries if not entry.is_doubtful)
        self.doubtful = tuple(entry for entry in ledger.entries if entry.is_doubtful)

    def grounds(self, strand: Strand) -> tuple[str, ...]:
        """The claims that a strand's figure rests on: all that are not doubtful, or all where every one is."""
        firm = tuple(claim for claim in strand.claims if not self.claims[claim].is_doubtful)
        return firm or strand.claims
