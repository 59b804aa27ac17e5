"""What changed in what is known: two ledgers in; what is new, revised, withdrawn or newly in conflict, out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from donnant.domain.entry import Entry, Ledger
from donnant.lang.links import read_links
from donnant.show.disputes import side_text
from donnant.show.format import printable
from donnant.show.lookup import Lookup

CHANGE_COLUMNS = ("change", "about", "what", "who", "id")
NEW, REVISED, WITHDRAWN, DISPUTED, SETTLED = "new", "revised", "withdrawn", "disputed", "settled"
ORDER = (DISPUTED, REVISED, NEW, WITHDRAWN, SETTLED)


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
    return sorted(found, key=lambda each: (ORDER.index(each.sort), _kind(each), each.address))


def change_cells(changes: Iterable[Change], old: Lookup, new: Lookup) -> list[tuple[str, ...]]:
    """Changes in the columns of ``CHANGE_COLUMNS``."""
    words = read_links(new.language)
    rows = []
    for each in changes:
        look = new if each.entry is None or each.entry.id in new.entries else old
        told = words.phrases["from_to"].format(old=each.old, new=each.new) if each.old and each.new else ""
        about = look.entry_title(each.entry) if each.entry else ""
        short = look.short.get(each.address, each.address)
        cells = (words.changes[each.sort], about, told or each.new or each.old, "; ".join(each.who), short)
        rows.append(tuple(printable(cell) for cell in cells))
    return rows


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
    numbered = any(strand.low is not None or strand.high is not None for strand in (*before.firm, *after.firm))
    if not (numbered and figures[0] != figures[1]) and not fresh:
        return None
    names = tuple(new.origin_name(origin) for origin in fresh) or _voices(after, new)
    return Change(REVISED, after.id, after, figures[0], figures[1] if figures[0] != figures[1] else "", names)


def _kind(change: Change) -> str:
    return str(change.entry.kind) if change.entry else ""


def _figures(entry: Entry, look: Lookup) -> str:
    """What the firm origins of an entry give, each figure once; its name where none gives one."""
    amounts = [look.strand_amount(entry, number) for number in range(len(entry.firm))]
    return " / ".join(dict.fromkeys(amount for amount in amounts if amount)) or look.item(entry.item)


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
