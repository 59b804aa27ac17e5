"""Claims and their reports in; the origin of each claim out, every merge of voices with its reason."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from donnant.domain.claim import Claim
from donnant.domain.entry import Origin
from donnant.domain.ids import content_id
from donnant.domain.report import Report
from donnant.resolve.names import nearest_named, plain
from donnant.resolve.retold import Publisher, date_of, find_publishers, follow_copies, follow_outlets
from donnant.resolve.voices import Key, Voice, figures_of, letters, matter_of, merge_voices


@dataclass(frozen=True, slots=True)
class Origins:
    """All origins, the origin of each claim, and why voices were taken for one."""

    origins: tuple[Origin, ...]
    of_claim: dict[str, str]
    """Claim id to origin id."""
    merged: dict[str, tuple[str, ...]]
    """Origin id to one sentence for each merge of names."""
    retold: dict[str, str]
    """Claim id to why its origin is not the voice that it cites, where it is not."""


def find_origins(claims: Sequence[Claim], reports: Sequence[Report]) -> Origins:
    """The voice that each claim first came from: the nearest one with a name, else the publisher.

    A publisher of the dossier that is cited hands on to the voice that it cites itself, a sentence
    copied word for word to the report it was copied from. Voices are merged by `merge_voices`.
    """
    by_hash = {report.hash: report for report in reports}
    publishers = find_publishers(reports)
    ordered = sorted(claims, key=lambda c: (date_of(by_hash.get(c.report)), c.report, c.start, c.id))
    own = {claim.id: _key(claim, by_hash) for claim in ordered}
    keys = dict(own)
    retold = follow_copies(ordered, keys) | follow_outlets(ordered, keys, by_hash, publishers)
    merged = merge_voices(_voices(ordered, keys, own))
    groups: dict[Key, list[Claim]] = defaultdict(list)
    for claim in ordered:
        groups[merged.root(keys[claim.id])].append(claim)
    origins, of_claim, why = [], {}, {}
    for members in groups.values():
        native = [claim for claim in members if own[claim.id] == keys[claim.id]] or members
        origin = _origin(keys[native[0].id], native, publishers)
        origins.append(origin)
        why[origin.id] = merged.why(keys[native[0].id])
        of_claim.update(dict.fromkeys((claim.id for claim in members), origin.id))
    return Origins(tuple(sorted(origins, key=lambda o: (not o.named, o.name, o.id))), of_claim, why, retold)


def _key(claim: Claim, reports: Mapping[str, Report]) -> Key:
    if claim.attribution:
        voice = nearest_named(claim.attribution)
        if voice is not None:
            return ("voice", letters(voice))
        return ("unnamed", claim.report, *plain(claim.attribution[0]))
    report = reports.get(claim.report)
    if report is not None and report.publisher is not None:
        return ("publisher", letters(report.publisher.value))
    return ("report", claim.report)


def _voices(ordered: Sequence[Claim], keys: Mapping[str, Key], own: Mapping[str, Key]) -> dict[Key, Voice]:
    """The voices with what is known of each; what others say that it said is no evidence of who it is."""
    voices: dict[Key, Voice] = {}
    for claim in ordered:
        key = keys[claim.id]
        if key[0] != "voice" or own[claim.id] != key:
            continue
        name = nearest_named(claim.attribution) or ""
        voice = voices.setdefault(key, Voice(key, name))
        behind = claim.attribution[claim.attribution.index(name) + 1 :]
        voice.company.update((letters(each), each) for each in behind)
        voice.matters.add(matter_of(claim))
        voice.evidence |= {("figure", *matter_of(claim), figure) for figure in figures_of(claim)}
        voice.evidence |= {("behind", letters(each)) for each in behind}
    return voices


def _origin(key: Key, members: Sequence[Claim], publishers: Mapping[Key, Publisher]) -> Origin:
    """The origin of a group; its name and id are those of its earliest report, so that later ones change neither."""
    first = members[0]
    if key[0] == "unnamed":
        cited = {claim.attribution[0] for claim in members}
        return Origin(content_id("o", key), first.attribution[0], False, tuple(sorted(cited)))
    if key[0] == "voice":
        names = [nearest_named(claim.attribution) or "" for claim in members]
        return Origin(content_id("o", key), names[0], True, tuple(sorted(set(names))))
    name = publishers[key].name if key in publishers else first.doc
    return Origin(content_id("o", key), name, True, (name,), is_publisher=True)
