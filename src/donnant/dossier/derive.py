"""From what a dossier holds to what follows from it: originals and decisions in, reports and ledger out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from donnant.domain.claim import Claim
from donnant.domain.entry import Ledger
from donnant.domain.ids import digest
from donnant.domain.report import Report
from donnant.dossier.intake import Job, Progress, extract_key, save_each
from donnant.dossier.program import program
from donnant.dossier.ruling import superseding
from donnant.errors import Problem
from donnant.store.decisions import log_bytes, read_decisions
from donnant.store.extracts import Extract, read_extract
from donnant.store.folder import Folder, Settings
from donnant.store.known import Known, lost_reports, record_reports
from donnant.store.originals import Kept, Place, places, read_kept
from donnant.store.tables import Derived, save

LOST = "lost-report"
"""The slug of a report that is on record and gone."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """What was derived, and what there is to say about how."""

    derived: Derived
    notes: tuple[str, ...]


def fingerprint(folder: Folder, settings: Settings) -> str:
    """A digest of everything that the derived database follows from."""
    readings = "".join(
        f"{place.path.name} {digest(place.reading.read_bytes()) if place.reading.is_file() else '-'}\n"
        for place in places(folder)
    )
    lost = repr([known.hash for known in lost_reports(folder)])
    said = repr((settings.parties, settings.aliases, settings.grades))
    parts = (program(resolving=True), said, readings, lost, digest(log_bytes(folder)))
    return digest("\n".join(parts).encode())


def derive(folder: Folder, settings: Settings, workers: int, progress: Progress | None) -> Fresh:
    """Read again what is missing or stale, resolve everything, save it; call it only while holding the dossier."""
    stale = [place for place in places(folder) if _kept_with_extract(place, settings, folder) is None]
    notes: list[str] = []
    save_each(folder, _stale_jobs(stale, settings, notes), workers, progress)
    found = (_kept_with_extract(place, settings, folder) for place in places(folder))
    pairs = [pair for pair in found if pair]
    pairs.sort(key=lambda pair: (pair[0].report.name, pair[0].report.hash))
    reports = tuple(kept.report for kept, _ in pairs)
    record_reports(folder, reports)
    problems = {problem for kept, extract in pairs for problem in (*kept.problems, *extract.problems)}
    problems |= {_lost(folder, known) for known in lost_reports(folder)}
    claims = [claim for _, extract in pairs for claim in extract.claims]
    derived = Derived(reports, _resolve(folder, settings, sorted(claims, key=claim_order), reports, problems))
    try:
        save(folder.ledger, derived, fingerprint(folder, settings))
    except OSError as fault:
        notes.append(f"{folder.ledger} cannot be written ({fault.strerror or fault}): nothing derived is kept.")
    return Fresh(derived, (*notes, *_same_names(folder, reports)))


def claim_order(claim: Claim) -> tuple[str, str, int, int, str]:
    """By report and place, whatever the order of reading."""
    return claim.doc, claim.report, claim.start, claim.end, claim.id


def _resolve(
    folder: Folder, settings: Settings, claims: list[Claim], reports: tuple[Report, ...], problems: set[Problem]
) -> Ledger:
    from donnant.resolve.judgements import judge
    from donnant.resolve.ledger import resolve_entries
    from donnant.resolve.rulings import apply_decisions

    decisions, torn = read_decisions(folder)
    last = superseding(decisions)
    live = [each for each in last if each.action != "undo" or not apply_decisions(claims, [each]).problems]
    ruled = apply_decisions(claims, live)
    judgements = judge(claims, [each for each in last if each.action != "undo"], settings.aliases, settings.grades)
    ledger = resolve_entries(ruled.kept, reports, judgements)
    rejected = tuple(sorted(ruled.rejected, key=claim_order))
    told = sorted({*problems, *torn, *ruled.problems, *ledger.problems})
    return replace(ledger, rejected=rejected, problems=tuple(told))


def _stale_jobs(stale: list[Place], settings: Settings, notes: list[str]) -> Iterator[tuple[Job, int]]:
    for place in stale:
        kept = read_kept(place)
        if kept is None:
            job = _orphan(place, settings)
            if job is None:
                notes.append(f"{place.path} holds no report: delete the folder, or put the original back.")
                continue
        else:
            data = place.original(kept.report.hash)
            if data is None:
                notes.append(
                    f"The original of {kept.report.name} is missing or changed: put it back in {place.path}; "
                    "until then its last reading is used."
                )
            job = Job(kept.names, data, kept.report, settings.parties)
        yield job, len(stale)


def _orphan(place: Place, settings: Settings) -> Job | None:
    """An original whose reading is lost is read again under the name it is stored by."""
    for file in place.files():
        data = file.read_bytes()
        if digest(data).startswith(place.path.name):
            return Job({file.name: {}}, data, None, settings.parties)
    return None


def _kept_with_extract(place: Place, settings: Settings, folder: Folder) -> tuple[Kept, Extract] | None:
    kept = read_kept(place)
    extract = kept and read_extract(folder, kept.report.hash, extract_key(kept, settings.parties))
    return (kept, extract) if kept and extract else None


def _lost(folder: Folder, known: Known) -> Problem:
    where = f"reports/{known.hash[:16]}"
    remedy = f"put it back there from version control, add {known.name} again, or accept the loss"
    text = f"{known.name} is gone from {where}, and all it said with it: {remedy} with"
    return Problem(known.name, LOST, f"{text} `donnant rebuild {folder.root} --accept-loss`")


def _same_names(folder: Folder, reports: tuple[Report, ...]) -> Iterator[str]:
    names = [report.name for report in reports]
    for name in sorted({name for name in names if names.count(name) > 1}):
        hashes = ", ".join(report.hash[:16] for report in reports if report.name == name)
        drop = f"then run `donnant rebuild {folder.root} --accept-loss`"
        remedy = f"to drop one, delete its folder in reports/ ({hashes}), {drop}"
        yield f"{names.count(name)} different reports are called {name}; {remedy}."
