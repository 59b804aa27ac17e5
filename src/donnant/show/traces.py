"""The brief's account of origins, retellings, conflicts and time: a ledger and its reports in, frozen views out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from donnant.domain.claim import Claim
from donnant.domain.entry import Ledger
from donnant.domain.links import Conflict
from donnant.domain.report import Report
from donnant.lang.links import Links, read_links
from donnant.show.disputes import conflict_type, side_text
from donnant.show.format import printable
from donnant.show.lookup import Lookup
from donnant.show.origins import copy_lines, count_origins, distortions
from donnant.show.sections import ClaimView, view_claim
from donnant.show.timeline import Event, events, what_text

_MOST = 200
"""Rows of one table of the brief, at most; the command line prints them all."""


@dataclass(frozen=True, slots=True)
class ConflictView:
    """What cannot all be right: each side's words and claim, and what would settle it."""

    id: str
    short: str
    type: str
    severity: str
    about: str
    entry: str
    sides: tuple[tuple[str, ClaimView], ...]
    settle: str


@dataclass(frozen=True, slots=True)
class RetoldView:
    """A retelling beside what it retells, each by its voice and claim."""

    differences: tuple[str, ...]
    original: ClaimView
    voice: str
    retelling: ClaimView
    teller: str


@dataclass(frozen=True, slots=True)
class OriginView:
    """A voice with what hangs on it."""

    id: str
    name: str
    also: str
    grade: str
    claims: int
    echoes: int
    differing: int


@dataclass(frozen=True, slots=True)
class EventView:
    """A dated entry: when, what, who says so, and since when it is known."""

    entry: str
    when: str
    what: str
    who: str
    known: str


@dataclass(frozen=True, slots=True)
class Traces:
    """All of it, with the words around it."""

    words: Links
    conflicts: tuple[ConflictView, ...]
    retold: tuple[RetoldView, ...]
    origins: tuple[OriginView, ...]
    copies: tuple[str, ...]
    timeline: tuple[EventView, ...]


def view_traces(ledger: Ledger, reports: Sequence[Report], look: Lookup) -> Traces:
    """Everything that the brief shows of where figures come from and when."""
    words = read_links(look.language)
    names = {report.hash: report.name for report in reports}
    told = [_event(event, look) for event in events(ledger, reports) if event.when]
    return Traces(
        words=words,
        conflicts=tuple(_conflict(each, words, names, look) for each in ledger.conflicts),
        retold=tuple(_retold(ledger, names, look)),
        origins=tuple(_origins(ledger, look)),
        copies=tuple(copy_lines(ledger, reports, look.language)),
        timeline=tuple(told[:_MOST]),
    )


def _conflict(each: Conflict, words: Links, names: Mapping[str, str], look: Lookup) -> ConflictView:
    entry = look.entries.get(each.entries[0])
    return ConflictView(
        id=each.id,
        short=look.short.get(each.id, each.id),
        type=conflict_type(each, words),
        severity=f"{each.severity:.2f}",
        about=printable(look.entry_title(entry)) if entry else "",
        entry=each.entries[0],
        sides=tuple(
            (side_text(side, look), view_claim(look.claims[side[0]], names, look)) for side in each.sides
        ),
        settle=words.settle[each.type],
    )  # fmt: skip


def _retold(ledger: Ledger, names: Mapping[str, str], look: Lookup) -> Iterable[RetoldView]:
    for each in distortions(ledger, look.language)[:_MOST]:
        yield RetoldView(
            each.differences,
            view_claim(each.original, names, look), _teller(each.original, names),
            view_claim(each.retelling, names, look, True), _teller(each.retelling, names),
        )  # fmt: skip


def _teller(claim: Claim, names: Mapping[str, str]) -> str:
    """The voices that a claim names, and the file that it stands in."""
    return printable(" ← ".join([*claim.attribution, names.get(claim.report, claim.doc)]))


def _origins(ledger: Ledger, look: Lookup) -> Iterable[OriginView]:
    for origin, claims, echoes, differing in count_origins(ledger)[:_MOST]:
        also = printable("; ".join(name for name in origin.spellings if name != origin.name))
        name = printable(look.origin_name(origin.id))
        yield OriginView(origin.id, name, also, origin.grade, len(claims), echoes, differing)


def _event(event: Event, look: Lookup) -> EventView:
    who = printable("; ".join(look.origin_name(strand.origin) for strand in event.entry.strands))
    return EventView(
        event.entry.id, look.when(event.when), printable(what_text(event, look)), who, look.when(event.known)
    )
