"""Conflicts: a ledger in; rows that say who says what, how far apart, and what would settle it, out."""

from collections.abc import Iterable

from donnant.domain.claim import Claim
from donnant.domain.entry import Ledger
from donnant.domain.links import Conflict
from donnant.lang.links import Links, read_links
from donnant.show.format import printable
from donnant.show.lookup import Lookup

CONFLICT_COLUMNS = ("id", "type", "severity", "about", "sides")


def conflict_cells(conflicts: Iterable[Conflict], look: Lookup) -> list[tuple[str, ...]]:
    """Conflicts in the columns of ``CONFLICT_COLUMNS``, the worst first."""
    words = read_links(look.language)
    return [
        (
            look.short.get(conflict.id, conflict.id), conflict_type(conflict, words), f"{conflict.severity:.2f}",
            printable(_about(conflict, look)), printable(" / ".join(side_text(side, look) for side in conflict.sides)),
        )
        for conflict in conflicts
    ]  # fmt: skip


def settle_lines(conflicts: Iterable[Conflict], language: str) -> list[str]:
    """What would settle each conflict."""
    words = read_links(language)
    return [words.settle[conflict.type] for conflict in conflicts]


def conflict_rows(conflicts: Iterable[Conflict], ledger: Ledger) -> list[dict[str, object]]:
    """Conflicts for programs, with the claims of each side."""
    homes = {claim: strand.origin for entry in ledger.entries for strand in entry.strands for claim in strand.claims}
    return [
        {
            "id": each.id, "type": each.type, "severity": each.severity, "entries": list(each.entries),
            "sides": [{"origin": homes.get(side[0]), "claims": list(side)} for side in each.sides],
            "settled": each.settled, "ruled": each.ruled or None,
        }
        for each in conflicts
    ]  # fmt: skip


def conflict_type(conflict: Conflict, words: Links) -> str:
    """What sort of conflict it is, and that a person ruled on it."""
    if not conflict.ruled:
        return words.conflicts[conflict.type]
    ruled = words.phrases["settled" if conflict.settled else "stands"].format(id=conflict.ruled)
    return f"{words.conflicts[conflict.type]}, {ruled}"


def side_text(side: tuple[str, ...], look: Lookup) -> str:
    """One side: its voice, and what it says."""
    claim = look.claims[side[0]]
    more = f" (+{len(side) - 1})" if len(side) > 1 else ""
    return f"{_voice(claim, look)}: {_said(claim, look)}{more}"


def _said(claim: Claim, look: Lookup) -> str:
    parts = (look.claim_text(claim), look.when(claim.when), look.hedge(claim.factuality))
    return ", ".join(part for part in parts if part)


def _voice(claim: Claim, look: Lookup) -> str:
    entry = look.entries.get(look.homes.get(claim.id, ""))
    strands = entry.strands if entry else ()
    origin = next((strand.origin for strand in strands if claim.id in strand.claims), None)
    return look.origin_name(origin)


def _about(conflict: Conflict, look: Lookup) -> str:
    entry = look.entries.get(conflict.entries[0])
    return look.entry_title(entry) if entry else ""
