"""The reading from above: published totals of one direction in; each origin's in money of the balance out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from donnant.domain.balance import Line
from donnant.domain.entry import Entry, Strand
from donnant.domain.exact import Bounds
from donnant.domain.valuation import Cover, Factor, Unpriced, Worth
from donnant.domain.when import overlaps
from donnant.value.exchange import span_of
from donnant.value.parts import part_of, scaled
from donnant.value.priced import Desk
from donnant.value.pricing import Miss
from donnant.value.scopes import Scope, is_about, told_apart


def published_worths(lines: Sequence[Line], desk: Desk) -> tuple[tuple[Worth, ...], tuple[Unpriced, ...]]:
    """The totals of named origins; those that no rate brings into the currency of the balance are told apart.

    Of one origin that gives totals in several currencies the largest stands, so that each has one voice.
    """
    entries = {entry.id: entry for entry in desk.books.entries}
    told: dict[str, Worth] = {}
    missed: list[Unpriced] = []
    for line in lines:
        if line.origin is None or not desk.books.origins[line.origin].named:
            continue
        found = _worth(line, entries[line.entry], desk)
        if isinstance(found, Unpriced):
            missed.append(found)
        elif found and (line.origin not in told or _size(found) > _size(told[line.origin])):
            told[line.origin] = found
    apart = told_apart(Scope(worth.entry, worth.category, worth.when, _size(worth)) for worth in told.values())
    largest = max(told.values(), key=lambda worth: (_size(worth), worth.entry)).entry if told else ""
    worths = [
        replace(worth, aside=apart[worth.entry], because=largest) if worth.entry in apart else worth
        for worth in told.values()
    ]
    return tuple(sorted(worths, key=lambda worth: bool(worth.aside))), tuple(missed)


def pool(worths: Sequence[Worth], side: int) -> Factor | None:
    """One total of several voices: a draw believes one of them, and nothing is averaged."""
    parts = tuple(part for worth in worths if not worth.aside for part in worth.factors[0].parts)
    return Factor(f"total:{side}", "total", parts) if parts else None


def covers(published: Sequence[Worth], priced: Sequence[Worth], side: int) -> tuple[Cover, ...]:
    """For each published total, which priced entries it is about too, and which stand beside it."""
    told = []
    for total in published:
        within = tuple(worth.entry for worth in priced if not worth.aside and _is_about(total, worth))
        beside = tuple(worth.entry for worth in priced if not worth.aside and worth.entry not in within)
        told.append(Cover(total.entry, total.origin or "", side, within, beside))
    return tuple(told)


def _worth(line: Line, entry: Entry, desk: Desk) -> Worth | Unpriced | None:
    strand = next(each for each in entry.firm if each.origin == line.origin)
    weight = _weight(strand, desk)
    part = part_of(strand, desk.assumed, weight)
    if part is None or line.unit is None or weight <= 0:
        return None
    found = desk.convert(line.unit, span_of(line.when, desk.told(entry)))
    if isinstance(found, Miss):
        return Unpriced(entry.id, line.category, line.item, found.why, found.detail, entry.credibility, line.claims)
    factor = Factor(f"total:{entry.id}/{line.origin}", "total", scaled([part], found[0]), entry=entry.id)
    return Worth(
        entry.id, line.category, line.unit, line.item, line.when, line.claims, (factor,), factor.bounds,
        scale=found[0], origin=line.origin, **found[1],  # type: ignore[arg-type]
    )  # fmt: skip


def _weight(strand: Strand, desk: Desk) -> float:
    if desk.assumed.weights == "equal":
        return 1.0
    letters: Mapping[str, Decimal] = dict(desk.grades)
    return float(letters.get(desk.books.origins[strand.origin].grade, Decimal(0)))


def _size(worth: Worth) -> tuple[Decimal, Decimal]:
    bounds: Bounds = worth.bounds
    return (bounds.low if bounds.high is None else bounds.high), bounds.low


def _is_about(total: Worth, worth: Worth) -> bool:
    dated = total.when is not None and worth.when is not None
    return is_about(total.category, worth.category) and (not dated or overlaps(total.when, worth.when))
