"""Claims and their reports in; the origin of each claim out, every merge of names with its reason."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from donnant.domain.claim import Claim
from donnant.domain.entry import Origin
from donnant.domain.ids import content_id
from donnant.domain.report import Report
from donnant.resolve.names import abbreviation, is_named, plain, same_spelling

Key = tuple[str, ...]
"""What a voice is known by: its kind, then its plain words."""


@dataclass(frozen=True, slots=True)
class Origins:
    """All origins, the origin of each claim, and why voices were taken for one."""

    origins: tuple[Origin, ...]
    of_claim: dict[str, str]
    """Claim id to origin id."""
    reasons: dict[str, tuple[str, ...]]
    """Origin id to one sentence for each merge of names."""


def find_origins(claims: Sequence[Claim], reports: Sequence[Report]) -> Origins:
    """The voice that each claim first came from: the nearest one cited, else the publisher.

    Names are taken for one voice by the same words, by an abbreviation that one of them prints, by
    spellings that differ where another voice of the chain is the same, and where a body is cited
    alone that elsewhere stands behind one author. Nothing is merged by likeness alone.
    """
    by_hash = {report.hash: report for report in reports}
    keys = {claim.id: _key(claim, by_hash) for claim in claims}
    for claim_id, key in _copies(claims, by_hash).items():
        keys[claim_id] = key
    merged, why = _merge(claims, keys)
    groups: dict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[_root(merged, keys[claim.id])].append(claim)
    origins, of_claim, reasons = [], {}, {}
    for key, members in sorted(groups.items()):
        origin = _origin(key, members, by_hash)
        origins.append(origin)
        reasons[origin.id] = tuple(sorted(why.get(key, ())))
        of_claim.update(dict.fromkeys((claim.id for claim in members), origin.id))
    return Origins(tuple(sorted(origins, key=lambda o: (not o.named, o.name, o.id))), of_claim, reasons)


def _key(claim: Claim, reports: Mapping[str, Report]) -> Key:
    if claim.attribution:
        if is_named(claim.attribution):
            return ("voice", *plain(claim.attribution[0]))
        return ("unnamed", claim.report, *plain(claim.attribution[0]))
    report = reports.get(claim.report)
    if report is not None and report.publisher is not None:
        return ("publisher", *plain(report.publisher.value))
    return ("report", claim.report)


def _copies(claims: Sequence[Claim], reports: Mapping[str, Report]) -> dict[str, Key]:
    """Claims of one sentence printed in several reports, nobody cited: their origin is the earliest report's."""
    printed: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if not claim.attribution:
            printed[(claim.kind, *plain(claim.quote))].append(claim)
    found = {}
    for members in printed.values():
        if len({claim.report for claim in members}) > 1:
            first = min(members, key=lambda claim: (_date(reports.get(claim.report)), claim.report, claim.start))
            found.update(dict.fromkeys((claim.id for claim in members), _key(first, reports)))
    return found


def _date(report: Report | None) -> str:
    """A date that sorts; a report without one comes last."""
    return report.date.value if report is not None and report.date is not None else "9999"


def _merge(claims: Sequence[Claim], keys: Mapping[str, Key]) -> tuple[dict[Key, Key], dict[Key, set[str]]]:
    """Which keys are one voice (key to a smaller one), and why."""
    voices: dict[Key, str] = {}
    company: dict[Key, set[Key]] = defaultdict(set)
    for claim in sorted(claims, key=lambda c: c.id):
        if keys[claim.id][0] == "voice":
            voices.setdefault(keys[claim.id], claim.attribution[0])
            company[keys[claim.id]] |= {("voice", *plain(voice)) for voice in claim.attribution[1:]}
    links: dict[Key, Key] = {}
    why: dict[Key, set[str]] = defaultdict(set)
    ordered = sorted(voices)
    for index, a in enumerate(ordered):
        for b in ordered[index + 1 :]:
            reason = _reason(a, b, voices, company)
            if reason:
                links[max(_root(links, a), _root(links, b))] = min(_root(links, a), _root(links, b))
                why[a].add(reason)
    grouped: dict[Key, set[str]] = defaultdict(set)
    for key, sentences in why.items():
        grouped[_root(links, key)] |= sentences
    return {key: root for key, root in links.items() if key != root}, grouped


def _reason(a: Key, b: Key, voices: Mapping[Key, str], company: Mapping[Key, set[Key]]) -> str:
    """Why two voices are one; empty where they stay apart."""
    left, right = voices[a], voices[b]
    short_a, short_b = abbreviation(left), abbreviation(right)
    if (short_a and short_a in b) or (short_b and short_b in a):
        return f"“{left}” and “{right}” print the same abbreviation"
    if company[a] & company[b] and same_spelling(left, right):
        return f"“{left}” and “{right}” are spelled alike and stand with the same body"
    for author, body in ((a, b), (b, a)):
        holders = [voice for voice in voices if body in company[voice]]
        if body in company[author] and len(holders) == 1:
            return f"“{voices[body]}” stands behind “{voices[author]}”, and behind nobody else"
    return ""


def _root(links: Mapping[Key, Key], key: Key) -> Key:
    while links.get(key, key) != key:
        key = links[key]
    return key


def _origin(key: Key, members: Sequence[Claim], reports: Mapping[str, Report]) -> Origin:
    """The origin of a group: its name is the spelling of the earliest report."""
    earliest = sorted(members, key=lambda c: (_date(reports.get(c.report)), c.report, c.start, c.id))
    cited = [claim.attribution[0] for claim in earliest if claim.attribution]
    if key[0] in ("voice", "unnamed") and cited:
        name = cited[0]
        spellings = tuple(sorted(set(cited)))
        return Origin(content_id("o", key), name, key[0] == "voice", spellings)
    report = reports.get(earliest[0].report)
    publisher = report.publisher.value if report is not None and report.publisher is not None else None
    name = publisher or earliest[0].doc
    return Origin(content_id("o", key), name, True, (name,), is_publisher=True)
