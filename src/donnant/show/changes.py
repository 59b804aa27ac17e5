"""What changed in what is known: two ledgers in; what is new, revised, withdrawn or newly in conflict, out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from donnant.domain.claim import Kind, Phase
from donnant.domain.entry import Entry, Ledger
from donnant.lang.links import read_links
from donnant.show.disputes import side_text
from donnant.show.format import printable
from donnant.show.lookup import Lookup

CHANGE_COLUMNS = ("change", "about", "what", "who", "id")
NEW, REVISED, CONFIRMED, WITHDRAWN, DISPUTED, SETTLED = (
    "new",
    "revised",
    "confirmed",
    "withdrawn",
    "disputed",
    "settled",
)
ORDER = (DISPUTED, REVISED, NEW, CONFIRMED, WITHDRAWN, SETTLED)
"""The sorts of change as they are listed; within one, figures before what has none."""
_KINDS = (Kind.TRANSFER, Kind.LOSS, Kind.AGREEMENT, Kind.ATTITUDE)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two days of knowing."""

    sort: str
    address: str
    """Id of the entry or conflict."""
    entry: Entry | None
    old: str
    new: str
    who: tuple[str, ...]
    """Names of the origins that are new, or that give the figure."""


def find_changes(before: Ledger, after: Ledger, old: Lookup, new: Lookup) -> list[Change]:
    """What a reader would call the news between two days; entries are known by the claims that they share."""
    earlier = {claim: entry for entry in before.entries for claim in entry.claims}
    found: list[Change] = []
    met: set[str] = set()
    for entry in after.entries:
        known = [earlier[claim] for claim in entry.claims if claim in earlier]
        met |= {each.id for each in known}
        if not known:
            if not entry.is_doubtful:
                found.append(Change(NEW, entry.id, entry, "", _figures(entry, new), _voices(entry, new)))
        elif (revised := _revision(known[0], entry, old, new)) is not None:
            found.append(revised)
    gone = (entry for entry in before.entries if entry.id not in met and not entry.is_doubtful)
    found += [Change(WITHDRAWN, entry.id, entry, _figures(entry, old), "", _voices(entry, old)) for entry in gone]
    found += _conflicts(DISPUTED, after, before, new)
    found += _conflicts(SETTLED, before, after, old)
    return sorted(found, key=_place)


def change_cells(changes: Iterable[Change], old: Lookup, new: Lookup) -> list[tuple[str, ...]]:
    """Changes in the columns of ``CHANGE_COLUMNS``."""
    words = read_links(new.language)
    rows = []
    for each in changes:
        look = new if each.entry is None or each.entry.id in new.entries else old
        told = words.phrases["from_to"].format(old=each.old, new=each.new) if each.old and each.new else ""
        about = _about(each.entry, look) if each.entry else ""
        short = look.short.get(each.address, each.address)
        cells = (words.changes[each.sort], about, told or each.new or each.old, "; ".join(each.who), short)
        rows.append(tuple(printable(cell) for cell in cells))
    return rows


def _about(entry: Entry, look: Lookup) -> str:
    """What an entry is about, and that it has not happened or is not asserted."""
    phase = "" if entry.phase is Phase.DONE else look.labels.phases[entry.phase]
    return " · ".join(part for part in (look.entry_title(entry), phase, look.hedge(entry.factuality)) if part)


def change_rows(changes: Iterable[Change]) -> list[dict[str, object]]:
    """Changes for programs."""
    return [
        {
            "change": each.sort, "id": each.address, "kind": str(each.entry.kind) if each.entry else None,
            "giver": each.entry.giver if each.entry else None, "receiver": each.entry.receiver if each.entry else None,
            "category": each.entry.category if each.entry else None, "item": each.entry.item if each.entry else None,
            "before": each.old or None, "after": each.new or None, "origins": list(each.who),
            "claims": list(each.entry.claims) if each.entry else [],
        }
        for each in changes
    ]  # fmt: skip


def _revision(before: Entry, after: Entry, old: Lookup, new: Lookup) -> Change | None:
    """Another figure, or another origin with a name that says the same; another wording is no news."""
    figures = (_figures(before, old), _figures(after, new))
    known = {strand.origin for strand in before.firm}
    fresh = [strand.origin for strand in after.firm if strand.origin not in known and new.is_named(strand.origin)]
    names = tuple(new.origin_name(origin) for origin in fresh)
    if figures[0] != figures[1] and (_numbered(before) or _numbered(after)):
        return Change(REVISED, after.id, after, *figures, names or _voices(after, new))
    return Change(CONFIRMED, after.id, after, "", figures[1], names) if fresh else None


def _numbered(entry: Entry) -> bool:
    return any(strand.low is not None or strand.high is not None for strand in entry.firm)


def _place(change: Change) -> tuple[int, bool, int, str]:
    """Where a change is listed: what a reader would ask for first."""
    entry = change.entry
    kind = _KINDS.index(entry.kind) if entry else 0
    return ORDER.index(change.sort), entry is not None and not _numbered(entry), kind, change.address


def _figures(entry: Entry, look: Lookup) -> str:
    """What the firm origins of an entry give, each figure once; its name where none gives one."""
    return look.figures(entry) or look.item(entry.item)


def _voices(entry: Entry, look: Lookup) -> tuple[str, ...]:
    return tuple(look.origin_name(strand.origin) for strand in entry.firm)


def _conflicts(sort: str, here: Ledger, there: Ledger, look: Lookup) -> list[Change]:
    others = {conflict.id for conflict in there.conflicts if not conflict.settled}
    entries: Mapping[str, Entry] = look.entries
    return [
        Change(sort, each.id, entries.get(each.entries[0]), "", " / ".join(side_text(s, look) for s in each.sides), ())
        for each in here.conflicts
        if each.id not in others and not each.settled
    ]
