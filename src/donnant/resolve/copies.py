"""Reports in; which of them are copies, translations or corrections of an earlier one, out."""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from donnant.domain.claim import Claim
from donnant.domain.links import Copy
from donnant.domain.report import PROSE, Report
from donnant.domain.when import is_when, parse_when
from donnant.lang.retelling import agencies, corrections
from donnant.resolve.names import plain
from donnant.resolve.retold import date_of

_WORDS = 4
"""Words of a shingle: fewer are shared by chance, more are broken by every edit."""
_FEWEST = 12
"""Shingles that a text has at least before it is compared."""
_COPIED = 0.5
"""Share of the shorter text's shingles that stand in the other, of a copy."""
_CORRECTED = 0.3
"""The same of two reports of one publisher, one of which says that it corrects."""
_TRANSLATED = 0.8
"""Share of marks (figures, claims) that a text has in common with its translation."""
_MARKS = 3
"""Figures and claims that a text and its translation share, at least."""
_MANY = 8
_OPENING = 120
"""Characters in which a short correction says what it is."""
_DAYS = 10
"""A translation follows within so many days if it shares many marks; if it shares few, by the next one."""
_COMMON = 40
"""A shingle that so many reports hold is a formula, and speaks for no copy."""
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def find_copies(reports: Sequence[Report], claims: Sequence[Claim]) -> tuple[Copy, ...]:
    """Each report that is another one over again, with the earliest of its like.

    Copies share shingles of words (Broder 1997: containment, so that cuts change nothing); translations
    share their figures and claims, within days. A publisher's later copy of its own
    report, or one that says it corrects, is a correction. The order in which reports come changes nothing.
    """
    ordered = sorted(reports, key=_precedence)
    shingles = [_shingles(report) for report in ordered]
    marks = _marks(ordered, claims)
    found: dict[int, Copy] = {}
    for (early, late), shared in sorted(_sharing(shingles).items()):
        share = shared / min(len(shingles[early]), len(shingles[late]))
        own = _same_publisher(ordered[early], ordered[late])
        if own and _is_correction(ordered[late]) and share >= _CORRECTED:
            _keep(found, late, Copy(ordered[late].hash, ordered[early].hash, "correction", round(share, 3)))
        elif share >= _COPIED:
            sort = "correction" if own and date_of(ordered[early]) != date_of(ordered[late]) else "copy"
            _keep(found, late, Copy(ordered[late].hash, ordered[early].hash, sort, round(share, 3)))
    for early, late in sorted(_near_in_marks(marks)):
        share = _likeness(marks[early], marks[late])
        own = _same_publisher(ordered[early], ordered[late])
        if own and late not in found and _is_correction(ordered[late]):
            _keep(found, late, Copy(ordered[late].hash, ordered[early].hash, "correction", round(share, 3)))
        days = _DAYS if (marks[early] & marks[late]).total() >= _MANY else 1
        if late not in found and share >= _TRANSLATED and _is_translation(ordered[early], ordered[late], days):
            _keep(found, late, Copy(ordered[late].hash, ordered[early].hash, "translation", round(share, 3)))
    for early, late in _short_corrections(ordered, claims):
        share = round(_likeness(marks[early], marks[late]), 3)
        found.setdefault(late, Copy(ordered[late].hash, ordered[early].hash, "correction", share))
    return _headed(tuple(found[place] for place in sorted(found)))


def _keep(found: dict[int, Copy], late: int, copy: Copy) -> None:
    known = found.get(late)
    if known is None or known.share < copy.share:
        found[late] = copy


def _headed(copies: Sequence[Copy]) -> tuple[Copy, ...]:
    """Each copy with the first of its chain; a correction keeps what it corrects."""
    heads = {copy.report: copy for copy in copies}

    def head(hash_: str) -> str:
        while hash_ in heads and heads[hash_].sort != "correction":
            hash_ = heads[hash_].head
        return hash_

    return tuple(Copy(copy.report, head(copy.head), copy.sort, copy.share) for copy in copies)


def _precedence(report: Report) -> tuple[str, bool, int, str]:
    """By day; of one day an agency's text before a paper's, and the longer first: what is reprinted is cut."""
    publisher = report.publisher.value.casefold() if report.publisher else ""
    reprints = not any(word in publisher for word in agencies())
    return (date_of(report), reprints, -len(_prose(report)), report.hash)


def _same_publisher(one: Report, other: Report) -> bool:
    names = [" ".join(plain(each.publisher.value)) if each.publisher else "" for each in (one, other)]
    return bool(names[0]) and names[0] == names[1]


def _prose(report: Report) -> str:
    return "\n".join(report.text[block.start : block.end] for block in report.blocks if block.kind in PROSE)


def _is_correction(report: Report) -> bool:
    text = report.text.casefold()
    return any(word in text for word in corrections())


def _opens_as_correction(report: Report) -> bool:
    """Whether a report says of itself, in its first words, that it corrects."""
    opening = report.text[:_OPENING].casefold()
    return any(word in opening for word in corrections())


def _short_corrections(ordered: Sequence[Report], claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """What opens as a correction, with its publisher's last report before it on the same goods and parties."""
    matters: dict[str, set[tuple[object, ...]]] = defaultdict(set)
    for claim in claims:
        matters[claim.report].add((claim.kind, claim.giver, claim.receiver, claim.category, claim.unit))
    for late, report in enumerate(ordered):
        if not _opens_as_correction(report):
            continue
        for early in range(late - 1, -1, -1):
            if _same_publisher(ordered[early], report) and matters[report.hash] & matters[ordered[early].hash]:
                yield early, late
                break


def _shingles(report: Report) -> frozenset[int]:
    words = plain(_prose(report))
    each = (" ".join(words[place : place + _WORDS]) for place in range(len(words) - _WORDS + 1))
    found = frozenset(zlib.crc32(shingle.encode()) for shingle in each)
    return found if len(found) >= _FEWEST else frozenset()


def _sharing(shingles: Sequence[frozenset[int]]) -> Counter[tuple[int, int]]:
    """Pairs of texts, the earlier first, and how many shingles they share; formulas speak for nothing."""
    holders: dict[int, list[int]] = defaultdict(list)
    for place, own in enumerate(shingles):
        for shingle in own:
            holders[shingle].append(place)
    pairs: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        if 1 < len(places) <= _COMMON:
            pairs.update((one, other) for number, other in enumerate(places) for one in places[:number])
    return pairs


def _marks(ordered: Sequence[Report], claims: Sequence[Claim]) -> list[Counter[str]]:
    """What a translation keeps: the figures of a text, and who gives what to whom in it."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.report].append(claim)
    found = []
    for report in ordered:
        text = _prose(report)
        marks = Counter(number.replace(",", ".") for number in _NUMBER.findall(text))
        for c in told[report.hash]:
            marks[
                f"{c.kind} {c.giver} {c.receiver} {c.parties} {c.low} {c.high} {c.unit} {c.factuality} {c.phase}"
            ] += 1
        found.append(marks)
    return found


def _near_in_marks(marks: Sequence[Counter[str]]) -> set[tuple[int, int]]:
    """Pairs that share a claim or a rare figure, the earlier first."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(marks):
        for mark in own:
            holders[mark].append(place)
    pairs: Counter[tuple[int, int]] = Counter()
    for places in holders.values():
        if len(places) <= _COMMON:
            pairs.update((one, other) for number, other in enumerate(places) for one in places[:number])
    return {pair for pair, count in pairs.items() if count >= _MARKS}


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Marks in common, as a share of what both have on average."""
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def _is_translation(early: Report, late: Report, most: int) -> bool:
    """Whether two reports are in two languages, so many days apart at most, and of about one length."""
    if not early.language or not late.language or early.language.value == late.language.value:
        return False
    days = [parse_when(each.date.value).last for each in (early, late) if each.date and is_when(each.date.value)]
    near = all(a and b and abs((b - a).days) <= most for a, b in pairwise(days)) and len(days) == 2
    lengths = sorted(len(_prose(each)) for each in (early, late))
    return near and lengths[0] * 1.7 >= lengths[1]


def by_report(copies: Sequence[Copy]) -> Mapping[str, Copy]:
    """The copies by the hash of the later report."""
    return {copy.report: copy for copy in copies}
