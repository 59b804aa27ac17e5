"""Two claims in; how the second differs from the first if it may retell it, as named types, out."""

import math
import re
from dataclasses import dataclass

from donnant.domain.amount import Interval, is_money
from donnant.domain.claim import Claim, Factuality, Kind, Phase
from donnant.domain.links import DISTORTIONS
from donnant.domain.when import When, is_when, parse_when
from donnant.lang.retelling import reckoned, wholes

_SAME = 1e-6
_ROUNDING = 0.09
"""Share of a figure that rounding it changes, at most: 457 is told as 450 or 500, never as 600."""
_SURE = (Factuality.DENIED, Factuality.POSSIBLE, Factuality.REPORTED, Factuality.ASSERTED)
_NUMBER = re.compile(r"\d(?:[\d.,'\s\u00a0\u202f]*\d)?")
_LEAD = 60
"""Characters before a figure in which it is said how it came about."""
_EXACT = 2
"""Digits of a figure that is known again when its scale is another one."""
_MONTH = 31
_LONGER = 2
"""A period so many times as long is another scope; so is any longer than a year that is told by itself."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How a claim stands to one that it may retell."""

    types: tuple[str, ...]
    shared: int
    """Bounds that are told as they were."""
    digits: int
    """Significant digits of the figure that both have: what speaks against chance."""


def compare(original: Claim, claim: Claim) -> Difference | None:
    """How a claim differs from one on the same sides; null where its figure is another one."""
    figure = _figures(original, claim)
    if figure is None:
        return None
    types, shared = figure
    if is_new_time(original, claim) and not shared:
        return None
    found = {*types, *_measures(original, claim), *_certainty(original, claim), *_time(original, claim)}
    if original.category != claim.category:
        found.add("scope_slid")
    if original.phase != claim.phase:
        found.add("phase_shifted")
    if _is_reckoned(original) and not _is_reckoned(claim) and claim.factuality is Factuality.ASSERTED:
        found = {"derived", *found} - {"certainty_raised"}
    ordered = tuple(name for name in DISTORTIONS if name in found)
    return Difference(ordered, shared, max((digits(each) for each in _bounds(original)), default=0))


def unit_of(claim: Claim) -> str | None:
    """The unit of a claim; of a party's losses people are its soldiers, whichever word is printed."""
    return "soldier" if claim.kind is Kind.LOSS and claim.unit == "person" else claim.unit


def digits(number: float) -> int:
    """How many significant digits a figure is printed with, at least: 11,340 has four, 15,000 two."""
    if number == 0:
        return 1
    return len(f"{number:.6e}".split("e")[0].replace(".", "").rstrip("0")) or 1


def near(a: float | None, b: float | None) -> bool:
    """Whether two bounds are one, or both open."""
    if a is None or b is None:
        return a is b
    return math.isclose(a, b, rel_tol=_SAME)


def rounds(figure: float, told: float) -> bool:
    """Whether one figure is the other with fewer digits: 457 told as 450, 11,340 as 11,000."""
    if near(figure, told) or not figure or not told or digits(told) >= digits(figure):
        return False
    unit = 10.0 ** (math.floor(math.log10(told)) - digits(told) + 1)
    return abs(figure - told) < unit and abs(figure - told) / figure <= _ROUNDING


def is_new_time(one: Claim, other: Claim) -> bool:
    """Whether both are dated, and on no common day."""
    a, b = when_of(one), when_of(other)
    return a is not None and b is not None and not a.overlaps(b)


def when_of(claim: Claim) -> When | None:
    """The date of a claim, if it has one that can be read."""
    return parse_when(claim.when) if claim.when is not None and is_when(claim.when) else None


def _bounds(claim: Claim) -> tuple[float, ...]:
    return tuple(dict.fromkeys(bound for bound in (claim.low, claim.high) if bound is not None))


def _figures(original: Claim, claim: Claim) -> tuple[set[str], int] | None:
    """The types of a figure told otherwise, and how many bounds are the same; null where it is another figure."""
    if not _bounds(original) or not _bounds(claim):
        return (set(), 0) if not _bounds(original) and not _bounds(claim) else None
    if not (unit_of(original) == unit_of(claim) or _swappable(original, claim)):
        return None
    whole, told = (each.low == each.high for each in (original, claim))
    if len(_bounds(claim)) == 2:
        return _range_told(original, claim) if len(_bounds(original)) == 2 else None
    (figure,) = _bounds(claim)
    low, high = _is(original.low, figure), _is(original.high, figure)
    if low is None and high is None and any(_is_scaled(bound, figure) for bound in _bounds(original)):
        return {"unit_swapped"}, 1
    if low is None and high is None:
        inside = (
            not whole
            and told
            and _ranged(original)
            and Interval(original.low, original.high).contains(Interval(figure, figure))
        )
        return ({"narrowed"}, 0) if inside else None
    types = (low or set()) if low is not None else (high or set())
    shared = int(not types)
    if whole:
        return types, shared
    if told:
        return types | {"narrowed"}, shared
    kept = (claim.low is not None) == (low is not None)
    if not kept:
        return types | {"bound_flipped"}, shared
    return types | ({"bound_dropped"} if _ranged(original) else set()), shared


def _range_told(original: Claim, claim: Claim) -> tuple[set[str], int] | None:
    low, high = _is(original.low, claim.low), _is(original.high, claim.high)
    if low is not None and high is not None:
        return low | high, int(not low) + int(not high)
    inside = Interval(original.low, original.high).contains(Interval(claim.low, claim.high))
    return ({"narrowed"}, int(low is not None or high is not None)) if inside else None


def _is(bound: float | None, told: float | None) -> set[str] | None:
    """No type where a bound is told as it was, one where it is rounded; null where it is another."""
    if bound is None or told is None:
        return None
    if near(bound, told):
        return set()
    return {"rounded"} if rounds(bound, told) else None


def _is_scaled(figure: float, told: float) -> bool:
    """Whether one figure is the other with thousands for millions, or millions for billions."""
    return digits(figure) >= _EXACT and any(near(figure * scale, told) for scale in (1e3, 1e-3))


def _ranged(claim: Claim) -> bool:
    return len(_bounds(claim)) == 2


def _swappable(one: Claim, other: Claim) -> bool:
    """Whether two units can be taken for one another: two currencies, two measures of weight, two sorts of count."""
    return one.unit is not None and other.unit is not None and is_money(one.unit) == is_money(other.unit)


def _measures(original: Claim, claim: Claim) -> set[str]:
    if unit_of(original) == unit_of(claim):
        return set()
    counted = original.unit in _COUNTED and claim.unit in _COUNTED
    return set() if counted else {"unit_swapped"}


_COUNTED = frozenset(
    {"soldier", "person", "worker", "aircraft", "drone", "round", "missile", "vehicle", "ship", "unit"}
)
"""Units that are other words for one count; what was counted says the rest."""


def _certainty(original: Claim, claim: Claim) -> set[str]:
    before, after = _SURE.index(original.factuality), _SURE.index(claim.factuality)
    if before == after:
        return set()
    return {"certainty_raised" if after > before else "certainty_lowered"}


def _time(original: Claim, claim: Claim) -> set[str]:
    """Another date for the event; a period much longer is another scope."""
    if is_new_time(original, claim):
        return {"date_shifted"}
    if original.kind is not Kind.TRANSFER or {original.phase, claim.phase} != {Phase.DONE}:
        return set()
    before, after = _days(when_of(original)), _days(when_of(claim))
    point = original.when is not None and "/" not in original.when and before > _MONTH
    longer = after > before if point and "/" in (claim.when or "") else after >= before * _LONGER
    whole = not after and before > _MONTH and _tells_all(claim) and not _tells_all(original)
    return {"scope_slid"} if before > 1 and (longer or whole) else set()


def _tells_all(claim: Claim) -> bool:
    """Whether a sentence says that its figure is all there ever was: `in all`, `au total`."""
    quote = f" {claim.quote.casefold()} "
    return any(re.search(rf"\b{re.escape(words)}\b", quote) for words in wholes())


def _days(when: When | None) -> int:
    if when is None or when.first is None or when.last is None:
        return 0
    return (when.last - when.first).days + 1


def _is_reckoned(claim: Claim) -> bool:
    """Whether words of reckoning lead in its figure, with no other figure between."""
    quote = claim.quote.casefold()
    figures = {_printed(f"{bound:.6g}") for bound in _bounds(claim)} - {""}
    spans = [(match.start(), _printed(match.group())) for match in _NUMBER.finditer(quote)]
    for place, (start, figure) in enumerate(spans):
        lead = quote[max(spans[place - 1][0] if place else 0, start - _LEAD) : start]
        if figure in figures and any(word in lead for word in reckoned()):
            return True
    return False


def _printed(number: str) -> str:
    """The digits of a number without marks, zeros at its ends and power of ten."""
    return re.sub(r"[^0-9]", "", number.partition("e")[0]).strip("0")
