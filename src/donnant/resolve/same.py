"""Two claims of one kind, direction, category and unit in; whether they are about one thing out, with the reason."""

import datetime
import math
from collections.abc import Mapping
from dataclasses import dataclass

from donnant.domain.amount import Interval, is_money
from donnant.domain.claim import Claim, Kind, Phase
from donnant.domain.report import Report
from donnant.domain.when import When, is_when, parse_when
from donnant.resolve.names import goods_of
from donnant.resolve.retold import date_of

_SAME_BOUND = 0.01
"""Two bounds this close, as a share, are one bound retold."""
_REACH = 10.0
"""Figures further apart than an order of magnitude are about two things, open bounds included."""
_GROWTH = datetime.timedelta(days=31)
"""Counts as known on days further apart may both be right: between them the thing may have grown."""
_UP_TO = "../"
_STOCKS = frozenset({"troops", "labour"})
"""What is there at a time: a later count of it is of the same thing."""
_PEOPLE = frozenset({"soldier"})
"""Units that say by themselves what is counted."""
GROWN = "the same goods are counted at different times"


@dataclass(frozen=True, slots=True)
class Trait:
    """A claim with what decides whether another one is about the same thing."""

    claim: Claim
    origin: str
    published: str
    """The report's date; `9999` without one, so that it sorts last."""
    language: str | None
    stems: frozenset[str]
    interval: Interval | None
    when: When | None
    known: datetime.date | None
    """The day of which a running count speaks: its last, or that of the report."""
    running: bool
    """Whether a figure is counted up to a day and may grow after it, and not that of one event."""

    @property
    def bounds(self) -> tuple[float, ...]:
        """The bounds that are given."""
        return tuple(bound for bound in (self.claim.low, self.claim.high) if bound is not None)

    @property
    def adds_up(self) -> bool:
        """Whether it is a count up to a day, by what it says or is about: a toll, a force that is there."""
        if self.claim.phase is not Phase.DONE or is_money(self.claim.unit):
            return False
        if self.claim.category in _STOCKS and self.when is not None and 0 < _length(self.when) <= _GROWTH.days:
            return True  # so many are there at that time; what has a day is an event
        if not self.running:
            return False
        return self.claim.kind is Kind.LOSS or self.claim.category in _STOCKS or self.when is not None

    @property
    def ranged(self) -> bool:
        """Whether it gives two bounds that differ."""
        return len(set(self.bounds)) == 2


def trait(claim: Claim, origin: str, reports: Mapping[str, Report]) -> Trait:
    """What decides about a claim."""
    report = reports.get(claim.report)
    date = report.date.value if report is not None and report.date is not None else None
    day = parse_when(date).last if date is not None and is_when(date) else None
    when = parse_when(claim.when) if claim.when is not None and is_when(claim.when) else None
    running = when is None or when.text.startswith(_UP_TO) or ("/" in when.text and _reaches(when, day))
    known = when.last if when is not None and when.last is not None else day
    measured = claim.low is not None or claim.high is not None
    return Trait(
        claim, origin, date_of(report), report.language.value if report is not None and report.language else None,
        goods_of(claim), Interval(claim.low, claim.high) if measured else None, when, known, running,
    )  # fmt: skip


def one_thing(a: Trait, b: Trait) -> str:
    """Why two claims of one kind, sides, category, unit and phase are about one thing; empty where they are not."""
    if a.interval is None or b.interval is None:
        return _unmeasured(a, b)
    money = is_money(a.claim.unit)
    if not (money or _same_goods(a, b) or _same_count(a, b)) or not _within_reach(a, b):
        return ""
    same_origin = a.origin == b.origin
    shared = shared_bounds(a, b) > 0
    if same_origin and shared and (money or _may_coincide(a, b)):
        return "one origin gives figures that share a bound: one retells the other"
    if a.interval.overlaps(b.interval) and _may_coincide(a, b) and (shared or _inside(a, b) or not _apart(a, b)):
        if same_origin:
            return "one origin gives figures that can both be true: one retells the other"
        return "origins give figures that can both be true of the same goods"
    if not same_origin and not money and _may_coincide(a, b) and same_time(a, b):
        return "origins count the same goods at the same time, and differ"
    if not same_origin and money and _same_total(a, b):
        return "origins put a sum on the same goods over the same time, and differ"
    if a.adds_up and b.adds_up and a.known and b.known and a.known != b.known:
        return GROWN
    return ""


def closeness(a: Trait, b: Trait) -> tuple[int, bool, int, bool]:
    """How much speaks for two claims being one, to choose between several that could be."""
    dated = a.when is not None and b.when is not None and a.when.overlaps(b.when)
    return (shared_bounds(a, b), a.origin == b.origin, len(a.stems & b.stems), dated)


def shared_bounds(a: Trait, b: Trait) -> int:
    """How many bounds two claims share: lower with lower, or any with any where one of them is no range."""
    ones, others = (a.claim.low, a.claim.high), (b.claim.low, b.claim.high)
    straight = sum(_near(x, y) for x, y in zip(ones, others, strict=True))
    if straight or (a.ranged and b.ranged):
        return straight
    return int(any(_near(x, y) for x in a.bounds for y in b.bounds))


def _unmeasured(a: Trait, b: Trait) -> str:
    kind = a.claim.kind
    if kind is Kind.ATTITUDE:
        return "the same holder shows the same attitude to the same party"
    if kind is Kind.LOSS:
        alike = a.running == b.running and _may_coincide(a, b)
        return "the same party's losses, without a figure that would tell them apart" if alike else ""
    named = bool(a.stems & b.stems) or a.claim.item == b.claim.item
    if kind is Kind.AGREEMENT:
        if not named:
            return "the same parties agreed at the same time" if _dated_alike(a, b) else ""
        return "the same parties agreed what is named alike" if _may_coincide(a, b) else ""
    return "the same goods of one category, and no figure that would tell them apart" if named else ""


def _same_goods(a: Trait, b: Trait) -> bool:
    """Whether two measured items may be one: nothing compares words of different languages."""
    if not a.stems or not b.stems or a.language != b.language or a.claim.unit in _PEOPLE:
        return True
    return bool(a.stems & b.stems)


def _same_count(a: Trait, b: Trait) -> bool:
    """Whether one date is given to both, and one names its goods by a single word: `13 jets` of so many F-16s."""
    if a.claim.when is None or a.claim.when != b.claim.when:
        return False
    return min(len((each.claim.item or "").split()) for each in (a, b)) == 1


def _within_reach(a: Trait, b: Trait) -> bool:
    """Whether some bound of one is within an order of magnitude of one of the other; zero is near zero alone."""
    return any(x == y or (min(x, y) > 0 and max(x, y) / min(x, y) <= _REACH) for x in a.bounds for y in b.bounds)


def _inside(a: Trait, b: Trait) -> bool:
    """Whether one lies inside the two bounds of the other, as a retelling does that drops one."""
    return any(
        one.ranged and one.interval is not None and other.interval is not None and one.interval.contains(other.interval)
        for one, other in ((a, b), (b, a))
    )


def _may_coincide(a: Trait, b: Trait) -> bool:
    """Whether nothing in their dates speaks against two claims being one; of losses, a toll is no single event."""
    if a.claim.kind is Kind.LOSS and a.running != b.running:
        return False
    return a.when is None or b.when is None or a.when.overlaps(b.when)


def same_time(a: Trait, b: Trait) -> bool:
    """Whether two counts are of the same time, so that they cannot both be right where they differ."""
    if a.claim.when == b.claim.when and a.when is not None:
        return True
    if a.running == b.running and a.when is not None and b.when is not None and not a.running:
        return _dated_alike(a, b)
    if a.running != b.running and a.when is not None and b.when is not None:
        return False
    if a.known is None or b.known is None:
        return a.claim.report == b.claim.report
    return abs(a.known - b.known) <= _GROWTH


def _same_total(a: Trait, b: Trait) -> bool:
    """Whether two sums are both totals over one period of more than a month, of goods that nothing tells apart."""
    if a.when is None or b.when is None or not _dated_alike(a, b):
        return False
    if min(_length(a.when), _length(b.when)) <= _GROWTH.days:
        return False
    if a.language == b.language:
        return bool(a.stems & b.stems) or not (a.stems or b.stems)
    return True


def _length(when: When) -> int:
    days = _days(when)
    return (days[1] - days[0]).days if days else 0


def _apart(a: Trait, b: Trait) -> bool:
    """Whether two counts are known to be of different times."""
    return a.known is not None and b.known is not None and not same_time(a, b)


def _dated_alike(a: Trait, b: Trait) -> bool:
    """Whether two dates share at least half of the days of the longer one, or are both of a month at most."""
    if a.when is None or b.when is None or not a.when.overlaps(b.when):
        return False
    one, other = _days(a.when), _days(b.when)
    if one is None or other is None:
        return one == other
    common = (min(one[1], other[1]) - max(one[0], other[0])).days + 1
    longest = max((last - first).days + 1 for first, last in (one, other))
    return longest <= _GROWTH.days or common * 2 >= longest


def _reaches(when: When, day: datetime.date | None) -> bool:
    """Whether a span lasts until a report's day: `since 2023`, as known when it was written."""
    return day is not None and (when.last is None or when.last >= day)


def _days(when: When) -> tuple[datetime.date, datetime.date] | None:
    return (when.first, when.last) if when.first is not None and when.last is not None else None


def _near(a: float | None, b: float | None) -> bool:
    return a is not None and b is not None and math.isclose(a, b, rel_tol=_SAME_BOUND)
