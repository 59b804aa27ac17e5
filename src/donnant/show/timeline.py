"""What happened in its order: a ledger and its reports in; rows by the day of the event, with a plot, out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from donnant.domain.claim import Claim
from donnant.domain.entry import Entry, Ledger
from donnant.domain.report import Report
from donnant.domain.when import When, is_when, parse_when
from donnant.show.format import printable
from donnant.show.lookup import Lookup

TIMELINE_COLUMNS = ("when", "what", "who", "sure", "known", "id")
_OPEN = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Event:
    """An entry with its two clocks: when it happened, and when it became known."""

    entry: Entry
    when: str | None
    """EDTF; null where no report dates it."""
    first: str
    """The first day that the date allows, to sort by; the last where it has no first."""
    last: str
    known: str | None
    """The date of the earliest report that tells it."""
    claims: tuple[str, ...]


def events(ledger: Ledger, reports: Iterable[Report]) -> list[Event]:
    """The entries that are dated, in the order of what happened; then those that are not."""
    dates = {report.hash: report.date.value for report in reports if report.date}
    claims = {claim.id: claim for claim in ledger.claims}
    found = [_event(entry, claims, dates) for entry in ledger.entries if not entry.is_doubtful]
    return sorted(found, key=lambda event: (event.when is None, event.first, event.last, event.entry.id))


def timeline_cells(found: Iterable[Event], look: Lookup) -> list[tuple[str, ...]]:
    """Events in the columns of ``TIMELINE_COLUMNS``."""
    return [
        (
            look.when(event.when), printable(what_text(event, look)),
            printable("; ".join(look.origin_name(strand.origin) for strand in event.entry.strands)),
            look.sure(event.entry.factuality, event.entry.is_doubtful),
            look.when(event.known), look.short.get(event.entry.id, event.entry.id),
        )
        for event in found
    ]  # fmt: skip


def timeline_rows(found: Iterable[Event]) -> list[dict[str, object]]:
    """Events for programs."""
    return [
        {
            "entry": event.entry.id, "when": event.when, "known": event.known, "kind": str(event.entry.kind),
            "giver": event.entry.giver, "receiver": event.entry.receiver, "parties": list(event.entry.parties),
            "category": event.entry.category, "item": event.entry.item, "unit": event.entry.unit,
            "low": event.entry.strands[0].low, "high": event.entry.strands[0].high,
            "factuality": str(event.entry.factuality), "phase": str(event.entry.phase),
            "origins": [strand.origin for strand in event.entry.strands], "claims": list(event.claims),
        }
        for event in found
    ]  # fmt: skip


def plot_lines(found: Sequence[Event], look: Lookup, width: int) -> list[str]:
    """The dated events as bars on a line of years, for a screen of some width."""
    dated = [event for event in found if event.when and event.first != _OPEN]
    spans = [_years(event) for event in dated]
    closed = [year for span in spans for year in span if year is not None]
    if not closed:
        return []
    start, end = int(min(closed)), int(max(closed)) + 1
    label = max(len(look.short.get(event.entry.id, "")) for event in dated) + 1
    room = max(10, width - label - 2)
    scale = room / max(1, end - start)
    ruler = [" "] * room
    step = max(1, round(6 / scale)) if scale < 6 else 1
    for year in range(start, end, step):
        place = int((year - start) * scale)
        ruler[place : place + 4] = list(str(year))
    lines = [" " * label + "".join(ruler)[:room]]
    for event, span in zip(dated, spans, strict=True):
        low = int(((span[0] if span[0] is not None else start) - start) * scale)
        high = int(((span[1] if span[1] is not None else end) - start) * scale)
        bar = "█" * max(1, min(room, high) - low)
        shaped = ("◂" if span[0] is None else "") + bar + ("▸" if span[1] is None else "")
        lines.append(look.short.get(event.entry.id, "").ljust(label) + " " * low + shaped[: room - low])
    return lines


def _event(entry: Entry, claims: Mapping[str, Claim], dates: Mapping[str, str]) -> Event:
    told = [claims[id_] for id_ in entry.claims]
    when = entry.when or next((claim.when for claim in told if claim.when), None)
    parsed = parse_when(when) if when and is_when(when) else None
    known = min((dates[claim.report] for claim in told if claim.report in dates), default=None)
    return Event(entry, when if parsed else None, *_ends(parsed), known, entry.claims)


def _ends(when: When | None) -> tuple[str, str]:
    if when is None:
        return _OPEN, _OPEN
    last = when.last.isoformat() if when.last else _OPEN
    return (when.first.isoformat() if when.first else last, last)


def _years(event: Event) -> tuple[float | None, float | None]:
    when = parse_when(event.when or "")
    low, high = (day.year + (day.timetuple().tm_yday - 1) / 366 if day else None for day in (when.first, when.last))
    return low, high


def what_text(event: Event, look: Lookup) -> str:
    """What happened: between whom, how much of what, and its phase where it is not done."""
    entry = event.entry
    amount = look.figures(entry)
    parts = (look.parties(entry), amount, look.item(entry.item) or look.category(entry.category), _phase(entry, look))
    return " · ".join(part for part in parts if part)


def _phase(entry: Entry, look: Lookup) -> str:
    return "" if entry.phase == "done" else look.labels.phases[entry.phase]
