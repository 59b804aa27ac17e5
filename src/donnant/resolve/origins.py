"""Claims and their reports in; the origin of each claim out, every merge of voices with its reason."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from donnant.domain.claim import Claim
from donnant.domain.entry import Origin
from donnant.domain.ids import content_id
from donnant.domain.links import Copy, Question
from donnant.domain.report import Report
from donnant.resolve.affiliations import Mention, find_mentions, is_issuer
from donnant.resolve.copies import find_copies
from donnant.resolve.distort import compare
from donnant.resolve.judgements import NOTHING, Judgements
from donnant.resolve.lifted import Lift, find_lifts, sides_of
from donnant.resolve.names import nearest_named, plain
from donnant.resolve.retold import Publisher, date_of, find_publishers, follow_copies, follow_outlets
from donnant.resolve.voices import Key, Voice, figures_of, letters, matter_of, merge_voices, open_questions


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
    sources: dict[str, str]
    """Claim id to what happened to its source: ``source_lost`` or ``source_swapped``."""
    copies: tuple[Copy, ...]
    ordered: tuple[Claim, ...]
    """The claims by the date of their reports."""
    questions: tuple[Question, ...]
    own: dict[str, str]
    """Claim id to the id of the origin that it would have by what it cites itself."""


def find_origins(claims: Sequence[Claim], reports: Sequence[Report], judgements: Judgements = NOTHING) -> Origins:
    """The voice that each claim first came from: the nearest one with a name, else the publisher.

    A publisher of the dossier that is cited hands on to the voice that it cites itself, a sentence
    copied word for word to the report it was copied from. Voices are merged by `merge_voices`.
    """
    by_hash = {report.hash: report for report in reports}
    publishers = find_publishers(reports)
    ordered = sorted(claims, key=lambda c: (date_of(by_hash.get(c.report)), c.report, c.start, c.id))
    copies = find_copies(reports, ordered)
    own = {claim.id: _key(claim, by_hash) for claim in ordered}
    keys = dict(own)
    retold = follow_copies(ordered, keys) | _follow_reports(ordered, keys, copies)
    retold |= follow_outlets(ordered, keys, by_hash, publishers)
    mentions = find_mentions(ordered, by_hash)
    voices = _voices(ordered, keys, own, by_hash, mentions)
    merged = merge_voices(voices, judgements.same_voices, judgements.apart_voices)
    roots = {id_: merged.root(key) for id_, key in keys.items()}
    parted = {frozenset((merged.root(a), merged.root(b))) for a, b in judgements.apart_voices}
    found = find_lifts(ordered, roots, by_hash, mentions)
    lifts = {id_: lift for id_, lift in found.items() if frozenset((roots[id_], roots[lift.original.id])) not in parted}
    retold |= {id_: lift.why for id_, lift in lifts.items()}
    groups: dict[Key, list[Claim]] = defaultdict(list)
    for claim in ordered:
        groups[roots[_lifted(claim, lifts)]].append(claim)
    origins, of_claim, why, ids = [], {}, {}, {}
    for root, members in groups.items():
        native = [claim for claim in members if merged.root(own[claim.id]) == root] or members
        origin = _origin(keys[native[0].id], native, publishers, by_hash)
        origins.append(origin)
        ids[root] = origin.id
        why[origin.id] = merged.why(keys[native[0].id])
        of_claim.update(dict.fromkeys((claim.id for claim in members), origin.id))
    return Origins(
        tuple(sorted(origins, key=lambda o: (not o.named, o.name, o.id))), of_claim, why, retold,
        {id_: lift.type for id_, lift in lifts.items()}, copies, tuple(ordered),
        tuple(
            Question(ids[one], ids[other], why)
            for one, other, why in open_questions(voices, merged) if one in ids and other in ids
        ),
        {id_: ids.get(merged.root(key), "") for id_, key in own.items()},
    )  # fmt: skip


def _lifted(claim: Claim, lifts: Mapping[str, Lift]) -> str:
    return lifts[claim.id].original.id if claim.id in lifts else claim.id


def _follow_reports(ordered: Sequence[Claim], keys: dict[str, Key], copies: Sequence[Copy]) -> dict[str, str]:
    """Gives what a copied report says without a voice to whom the first printing has it from; the reasons."""
    heads = {copy.report: copy for copy in copies}
    told: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in ordered:
        told[claim.report, *sides_of(claim)].append(claim)
    why = {}
    for claim in ordered:
        copy = heads.get(claim.report)
        if copy is None or claim.attribution:
            continue
        same = [each for each in told[copy.head, *sides_of(claim)] if _tells_alike(each, claim)]
        if same and keys[claim.id] != keys[same[0].id]:
            keys[claim.id] = keys[same[0].id]
            why[claim.id] = f"{claim.doc} is a {copy.sort} of {same[0].doc}"
    return why


def _tells_alike(one: Claim, other: Claim) -> bool:
    difference = compare(one, other)
    return difference is not None and not difference.types and (one.low, one.high) == (other.low, other.high)


def _key(claim: Claim, reports: Mapping[str, Report]) -> Key:
    if claim.attribution:
        voice = nearest_named(claim.attribution)
        if voice is not None:
            return ("voice", letters(voice))
        return ("unnamed", claim.report, *plain(claim.attribution[0]))
    report = reports.get(claim.report)
    if report is not None and report.publisher is not None:
        sort = "voice" if is_issuer(report.publisher.value) else "publisher"
        return (sort, letters(report.publisher.value))
    return ("report", claim.report)


def _voices(
    ordered: Sequence[Claim],
    keys: Mapping[str, Key],
    own: Mapping[str, Key],
    reports: Mapping[str, Report],
    mentions: Mapping[tuple[str, str], Mention],
) -> dict[Key, Voice]:
    """The voices with what is known of each; what others say that it said is no evidence of who it is."""
    voices: dict[Key, Voice] = {}
    elsewhere: dict[str, list[str]] = defaultdict(list)
    for (_, name), mention in mentions.items():
        elsewhere[name] += mention.bodies
    for claim in ordered:
        key = keys[claim.id]
        if key[0] != "voice" or own[claim.id] != key:
            continue
        name = _name(claim, reports)
        voice = voices.setdefault(key, Voice(key, name))
        behind = claim.attribution[claim.attribution.index(name) + 1 :] if claim.attribution else ()
        mention = mentions.get((claim.report, name), Mention())
        behind += mention.bodies or tuple(dict.fromkeys(elsewhere[name]))
        voice.shorts |= {mention.short} if mention.short else set()
        voice.company.update((letters(each), each) for each in behind)
        voice.matters.add(matter_of(claim))
        voice.evidence |= {("figure", *matter_of(claim), figure) for figure in figures_of(claim)}
        voice.evidence |= {("behind", letters(each)) for each in behind}
    return voices


def _name(claim: Claim, reports: Mapping[str, Report]) -> str:
    """The nearest voice with a name; of an institute's own report the institute."""
    report = reports.get(claim.report)
    publisher = report.publisher.value if report is not None and report.publisher is not None else ""
    return nearest_named(claim.attribution) or publisher


def _origin(
    key: Key, members: Sequence[Claim], publishers: Mapping[Key, Publisher], reports: Mapping[str, Report]
) -> Origin:
    """The origin of a group; its name and id are those of its earliest report, so that later ones change neither."""
    first = members[0]
    if key[0] == "unnamed":
        cited = {claim.attribution[0] for claim in members}
        return Origin(content_id("o", key), first.attribution[0], False, tuple(sorted(cited)))
    if key[0] == "voice":
        names = [_name(claim, reports) for claim in members]
        return Origin(content_id("o", key), names[0], True, tuple(sorted(set(names))))
    name = publishers[key].name if key in publishers else first.doc
    return Origin(content_id("o", key), name, True, (name,), is_publisher=True)
