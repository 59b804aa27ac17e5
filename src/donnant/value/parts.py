"""What origins say of a figure in; its bounds and shape, voice by voice, as parts of one uncertain factor out."""

from collections.abc import Iterable

from donnant.domain.entry import Entry, Strand
from donnant.domain.exact import ONE, ZERO, Bounds, bounds_of
from donnant.domain.prices import Assumptions
from donnant.domain.valuation import Factor, Part
from donnant.value.lines import Books


def part_of(strand: Strand, assumed: Assumptions, weight: float = 1.0) -> Part | None:
    """What one origin allows, an `about` taken as wide as the reader says; None where it gives no figure."""
    if (strand.low is None and strand.high is None) or (strand.low == 0 and strand.high is None):
        return None
    bounds = bounds_of(strand.low, strand.high)
    shape = _shape(bounds, strand, assumed)
    if strand.approx:
        bounds = bounds.widened(assumed.about)
    return Part(bounds, shape, weight, strand.origin)


def quantity(entry: Entry, books: Books, assumed: Assumptions) -> Factor | None:
    """The amount of an entry by all its origins, counts that later ones have outgrown left out."""
    told = current(entry, books)
    parts = [part for strand in told if (part := part_of(strand, assumed))]
    return Factor(f"quantity:{entry.id}", "quantity", tuple(parts), entry=entry.id) if parts else None


def current(entry: Entry, books: Books) -> tuple[Strand, ...]:
    """The strands that a figure rests on: firm, and not outgrown where others are not."""
    strands = entry.firm or entry.strands
    return tuple(strand for strand in strands if strand.claims[0] not in books.outgrown) or strands


def scaled(parts: Iterable[Part], scale: Bounds) -> tuple[Part, ...]:
    """Parts in another currency or unit."""
    return tuple(Part(part.bounds * scale, part.shape, part.weight, part.origin) for part in parts)


def _shape(bounds: Bounds, strand: Strand, assumed: Assumptions) -> str:
    if bounds.high is None:
        return "at_least"
    if strand.low is None:
        return "at_most"
    if bounds.low == bounds.high:
        return "about" if strand.approx and assumed.about > ZERO else "point"
    return assumed.shape


def capped(part: Part, assumed: Assumptions) -> tuple[float, float]:
    """Where draws of a part begin and end: an open bound is drawn no further than the reader allows."""
    low = float(part.bounds.low)
    high = part.bounds.low * max(assumed.open_high, ONE) if part.bounds.high is None else part.bounds.high
    return low, float(high)
