"""Whether a dossier is whole: its folder and what follows from it in; every fault found out."""

from collections.abc import Iterator

from donnant.domain.claim import Claim
from donnant.domain.report import Report
from donnant.dossier.intake import Job, reread
from donnant.errors import Problem
from donnant.store.folder import Folder, Settings
from donnant.store.originals import places, read_kept


def check_originals(folder: Folder, settings: Settings) -> Iterator[Problem]:
    """Hashes of the originals, and each reading against its original, as they are on disk."""
    for place in places(folder):
        kept = read_kept(place)
        if kept is None and place.files():
            where = f"reports/{place.path.name}"
            text = f"{where} has no sound report.json: run `donnant rebuild {folder.root}`"
            yield Problem(where, "damaged-reading", text)
        elif kept is None:
            where = f"reports/{place.path.name}"
            text = f"{where} holds no original: put it back there from version control, or delete that folder"
            yield Problem(where, "changed-original", text)
        if kept is None:
            continue
        data = place.original(kept.report.hash)
        if data is None:
            where = f"reports/{place.path.name}"
            text = f"{kept.report.name} is changed or gone in {where}: put the original back there"
            yield Problem(kept.report.name, "changed-original", text)
            continue
        if reread(Job(kept.names, data, None, settings.parties)) != (kept.report, kept.problems):
            text = f"{kept.report.name} reads otherwise than when it was added: run `donnant rebuild`"
            yield Problem(kept.report.name, "stale-reading", text)


def check_quotes(claims: tuple[Claim, ...], reports: tuple[Report, ...]) -> Iterator[Problem]:
    """Every quote against the stored text it was taken from."""
    texts = {report.hash: report.text for report in reports}
    for claim in claims:
        if texts.get(claim.report, "")[claim.start : claim.end] != claim.quote:
            text = f"{claim.doc} has other words at {claim.start}–{claim.end} than claim {claim.id} quotes"
            yield Problem(claim.doc, "wrong-quote", f"{text}: run `donnant rebuild`")
