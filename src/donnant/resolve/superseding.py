"""Corrections and the claims of their reports in; the claims that they replace out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from donnant.domain.claim import Claim
from donnant.domain.links import Copy
from donnant.domain.report import Report
from donnant.resolve.distort import unit_of

_WHOLE = 0.6
"""A correction at least so long, as a share of what it corrects, is the whole report anew."""


def superseded(claims: Sequence[Claim], copies: Sequence[Copy], reports: Mapping[str, Report]) -> frozenset[str]:
    """Ids of the claims that a correction replaced.

    All of a report that was printed anew; of a report of which only a part is corrected, what the correction says
    otherwise. What the correction quotes of the error is replaced as well.
    """
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.report].append(claim)
    found: set[str] = set()
    for copy in copies:
        if copy.sort == "correction" and copy.head in reports and copy.report in reports:
            old, new = told[copy.head], told[copy.report]
            errors = set(_quoted(old, new))
            stands = [claim for claim in new if claim.id not in errors]
            whole = len(reports[copy.report].text) >= _WHOLE * len(reports[copy.head].text)
            found |= errors | {claim.id for claim in old if whole or any(_on_one(claim, each) for each in stands)}
    return frozenset(found)


def _quoted(old: Sequence[Claim], new: Sequence[Claim]) -> Iterator[str]:
    """What a correction repeats of a figure that it gives otherwise beside it."""
    for claim in new:
        repeats = any(_on_one(claim, each) and _figure(claim) == _figure(each) for each in old)
        others = [each for each in new if each.id != claim.id and _on_one(claim, each)]
        if repeats and any(_figure(each) != _figure(claim) and _figure(each) != (None, None) for each in others):
            yield claim.id


def _on_one(one: Claim, other: Claim) -> bool:
    """Whether two claims are on one thing; a side that one of them leaves open may be anybody."""
    if (one.kind, one.category, unit_of(one), one.parties) != (
        other.kind,
        other.category,
        unit_of(other),
        other.parties,
    ):
        return False
    pairs = ((one.giver, other.giver), (one.receiver, other.receiver))
    return all(a is None or b is None or a == b for a, b in pairs)


def _figure(claim: Claim) -> tuple[float | None, float | None]:
    return claim.low, claim.high
