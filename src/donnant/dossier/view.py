"""What was known on a day: everything derived and a date in; only what rests on reports until then out."""

import calendar
import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from donnant.domain.decision import Decision
from donnant.domain.report import Report
from donnant.dossier.ruling import superseding
from donnant.errors import BadInput
from donnant.store.folder import Settings
from donnant.store.tables import Derived

_UNSET = Settings()


def view_as_of(
    derived: Derived, as_of: str, decisions: Sequence[Decision] = (), settings: Settings = _UNSET
) -> tuple[Derived, tuple[str, ...]]:
    """The reports of that day or before, and the ledger they alone make; with a note on undated ones."""
    from donnant.resolve.judgements import judge
    from donnant.resolve.ledger import resolve_entries

    last = last_day(as_of)
    reports = tuple(report for report in derived.reports if (first_day(report) or "9999") <= last)
    hashes = {report.hash for report in reports}
    ledger = derived.ledger
    # what a later correction replaced stood on that day
    kept = tuple(claim for claim in (*ledger.claims, *ledger.superseded) if claim.report in hashes)
    rejected = tuple(claim for claim in ledger.rejected if claim.report in hashes)
    live = [each for each in superseding(decisions) if each.action != "undo"]
    fresh = resolve_entries(kept, reports, replace(judge(kept, live, settings.aliases, settings.grades), problems=()))
    problems = tuple(sorted({*fresh.problems, *ledger.problems}))
    undated = [report.name for report in derived.reports if first_day(report) is None]
    notes: tuple[str, ...] = ()
    if undated:
        notes = (f"Without a date, and so left out of what was known on {as_of}: {', '.join(undated)}.",)
    return Derived(reports, replace(fresh, rejected=rejected, problems=problems)), notes


def first_day(report: Report) -> str | None:
    """The first day that a report's date allows; null without a date."""
    parts = _parts(report.date.value) if report.date else None
    return f"{parts[0]:04}-{parts[1] or 1:02}-{parts[2] or 1:02}" if parts else None


def last_day(date: str) -> str:
    """The last day that a date typed by a person allows; BadInput if it is none."""
    parts = _parts(date)
    if parts is None:
        raise BadInput(f"{date!r} is no date: write it as 2025-09-19, 2025-09 or 2025")
    year, month = parts[0], parts[1] or 12
    return f"{year:04}-{month:02}-{parts[2] or calendar.monthrange(year, month)[1]:02}"


def _parts(date: str) -> tuple[int, int | None, int | None] | None:
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", date)
    if not found:
        return None
    year = int(found[1])
    month = int(found[2]) if found[2] else None
    day = int(found[3]) if found[3] else None
    try:
        datetime.date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return year, month, day
