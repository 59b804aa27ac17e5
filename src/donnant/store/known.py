"""The record of the reports that a dossier was given: appended when one is saved, so that a loss is noticed."""

import msgspec

from donnant.domain.report import Report
from donnant.store.folder import Folder, append_line
from donnant.store.originals import place_of, places


class Known(msgspec.Struct, frozen=True, order=True, omit_defaults=True):
    """One line of ``reports.jsonl``; a later line on the same hash supersedes an earlier one."""

    hash: str
    name: str
    dropped: bool = False
    """A person accepted that it is gone."""


def known_reports(folder: Folder) -> dict[str, Known]:
    """The last line on each report; a line that was cut short is written again when its report is seen again."""
    found: dict[str, Known] = {}
    text = folder.known.read_bytes() if folder.known.is_file() else b""
    for line in text.splitlines():
        try:
            known = msgspec.json.decode(line, type=Known)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            continue
        found[known.hash] = known
    return found


def record_reports(folder: Folder, reports: tuple[Report, ...]) -> None:
    """Put on record those that are not, in order; call it only while holding the dossier."""
    known = known_reports(folder)
    for report in reports:
        if report.hash not in known or known[report.hash].dropped:
            append_line(folder.known, msgspec.json.encode(Known(report.hash, report.name)))


def lost_reports(folder: Folder) -> tuple[Known, ...]:
    """Those on record whose folder is gone or empty, unless a person accepted that."""
    kept = {place.path.name for place in places(folder) if any(place.path.iterdir())}
    gone = (known for known in known_reports(folder).values() if place_of(folder, known.hash).path.name not in kept)
    return tuple(sorted(known for known in gone if not known.dropped))


def drop_lost(folder: Folder) -> tuple[Known, ...]:
    """Put on record that what is gone may stay so; call it only while holding the dossier."""
    lost = lost_reports(folder)
    for known in lost:
        append_line(folder.known, msgspec.json.encode(Known(known.hash, known.name, dropped=True)))
    return lost
