"""What a ledger rests on: entries by origin, claims, reports, origins and conflicts in; a row each out."""

from collections import Counter
from collections.abc import Iterator

from donnant.domain.claim import Claim
from donnant.domain.entry import Entry, Strand
from donnant.domain.links import Conflict
from donnant.domain.report import Report, Told
from donnant.show.disputes import side_text
from donnant.show.exports.cells import Row
from donnant.show.exports.frame import Frame
from donnant.show.origins import count_origins


def ledger_rows(frame: Frame) -> Iterator[Row]:
    """What each origin says of each entry."""
    for entry in frame.material.ledger.entries:
        for strand in entry.strands or (None,):
            yield {**_entry(entry, frame), **(_strand(strand, frame) if strand else {})}


def claim_rows(frame: Frame) -> Iterator[Row]:
    """Every claim with its place in the stored text, those that stand in no entry too."""
    ledger = frame.material.ledger
    rejected = {claim.id for claim in ledger.rejected}
    voices = {claim: strand.origin for entry in ledger.entries for strand in entry.strands for claim in strand.claims}
    reports = {report.hash: report for report in frame.material.reports}
    for claim in frame.claims:
        superseded = "superseded" if claim.id in frame.look.superseded else "kept"
        report, retold, origin = reports.get(claim.report), frame.look.retold.get(claim.id), voices.get(claim.id)
        yield {
            **_said(claim),
            "standing": "rejected" if claim.id in rejected else superseded,
            "entry": frame.link("ledger", frame.look.homes.get(claim.id)),
            "origin": origin,
            "origin_name": frame.look.origin_name(origin) if origin else None,
            "retells": frame.link("claims", retold.original if retold else None),
            "distortion": retold.types if retold else (),
            "date": _fact(report.date) if report else None,
            "publisher": _fact(report.publisher) if report else None,
            "report": frame.link("sources", claim.report),
        }


def source_rows(frame: Frame) -> Iterator[Row]:
    """Every report with what it says of itself."""
    counts = Counter(claim.report for claim in frame.claims)
    heads = {copy.report: copy.head for copy in frame.material.ledger.copies}
    names = {report.hash: report.name for report in frame.material.reports}
    for report in frame.material.reports:
        yield {
            "file": report.name,
            "report": report.hash,
            **_facts(report),
            "claim_count": counts[report.hash],
            "copy_of": names.get(heads.get(report.hash, "")),
        }


def origin_rows(frame: Frame) -> Iterator[Row]:
    """Every origin with its letter, and what was made of its words."""
    for origin, claims, echoes, differing in count_origins(frame.material.ledger):
        yield {
            "origin": origin.id,
            "origin_name": origin.name,
            "named": origin.named,
            "is_publisher": origin.is_publisher,
            "grade": origin.grade,
            "spellings": origin.spellings,
            "claim_count": len(claims),
            "report_count": len({claim.report for claim in claims}),
            "echoes": echoes,
            "distortions": differing,
            "reasons": origin.reasons,
        }


def conflict_rows(frame: Frame) -> Iterator[Row]:
    """Every conflict, the two sides beside each other."""
    for conflict in frame.material.ledger.conflicts:
        yield _conflict(conflict, frame)


def _conflict(conflict: Conflict, frame: Frame) -> Row:
    sides = (*conflict.sides, (), ())[:2]
    told = [side_text(side, frame.look) if side else None for side in sides]
    entry = frame.look.entries.get(conflict.entries[0])
    links = [frame.link("claims", side[0] if side else None) for side in sides]
    return {
        "conflict": conflict.id,
        "type": conflict.type,
        "severity": conflict.severity,
        "settled": conflict.settled,
        "ruled": conflict.ruled or None,
        "subject": frame.look.entry_title(entry) if entry else None,
        "side_one": told[0],
        "side_other": told[1],
        "entries": conflict.entries,
        "claims_one": sides[0],
        "claims_other": sides[1],
        "claim_one": links[0],
        "claim_other": links[1],
    }


def _entry(entry: Entry, frame: Frame) -> Row:
    names = ("giver", "receiver", "parties", "category", "item", "unit", "when", "credibility", "reasons")
    return {
        "entry": entry.id,
        "kind": str(entry.kind),
        "factuality": str(entry.factuality),
        "phase": str(entry.phase),
        "origins": len({each.origin for each in entry.firm if frame.look.is_named(each.origin)}),
        **{name: getattr(entry, name) for name in names},
    }


def _strand(strand: Strand, frame: Frame) -> Row:
    voice = frame.look.origins.get(strand.origin)
    return {
        "origin": strand.origin,
        "origin_name": frame.look.origin_name(strand.origin),
        "named": voice.named if voice else None,
        "grade": voice.grade if voice else None,
        "reports": len(strand.reports),
        **{name: getattr(strand, name) for name in ("low", "high", "approx", "distorted", "doubtful", "claims")},
        "claim": frame.link("claims", strand.claims[0] if strand.claims else None),
    }


def _said(claim: Claim) -> Row:
    plain = (
        "id", "start", "end", "quote", "giver", "receiver", "parties", "category", "item", "low", "high", "approx",
        "operator", "unit", "when", "attribution", "rulings",
    )  # fmt: skip
    coded = ("kind", "factuality", "phase", "trust", "vote")
    return {
        "file": claim.doc,
        **{name: getattr(claim, name) for name in plain},
        **{name: str(getattr(claim, name)) for name in coded},
    }


def _facts(report: Report) -> Row:
    names = ("date", "publisher", "title", "author", "language", "url")
    return {name: _fact(getattr(report, name)) for name in names}


def _fact(told: Told | None) -> str | None:
    return told.value if told else None
