"""What retells a figure of another report is set beside it, with the ways in which it differs."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factory import claim, report

from donnant.domain.amount import Interval
from donnant.domain.claim import Claim, Factuality, Phase
from donnant.domain.links import DISTORTIONS, Retelling
from donnant.domain.report import Report, Told
from donnant.resolve.distort import compare, digits, rounds
from donnant.resolve.ledger import resolve_entries


def dated(name: str, date: str) -> Report:
    """A report of that day."""
    return report(name, date=Told(date, "given"))


REPORTS = (dated("a.txt", "2025-01-10"), dated("b.txt", "2025-01-20"), dated("c.txt", "2025-02-10"))
STUDY = {"category": "money", "unit": "USD", "item": "loans", "attribution": ("Kestrel Institute",)}


def told(doc: str, low: float | None, high: float | None, **changes: Any) -> Claim:
    """A sum by an institute."""
    return claim(doc, low=low, high=high, **{**STUDY, **changes})


def retold(*claims: Claim) -> tuple[Retelling, ...]:
    """What retells what among some claims."""
    return resolve_entries(claims, REPORTS).retellings


RANGE = {"low": 3.2e9, "high": 4.7e9}
CASES: list[tuple[dict[str, Any], dict[str, Any], tuple[str, ...]]] = [
    (RANGE, RANGE, ()),
    (RANGE, {"low": 3.2e9, "high": None}, ("bound_dropped",)),
    (RANGE, {"low": None, "high": 4.7e9}, ("bound_dropped",)),
    (RANGE, {"low": None, "high": 3.2e9}, ("bound_flipped",)),
    (RANGE, {"low": 4.7e9, "high": None}, ("bound_flipped",)),
    (RANGE, {"low": 4.7e9, "high": 4.7e9}, ("narrowed",)),
    (RANGE, {"low": 3.5e9, "high": 4.7e9}, ("narrowed",)),
    ({"low": 457e6, "high": 457e6}, {"low": 450e6, "high": 450e6}, ("rounded",)),
    ({"low": 457e6, "high": None}, {"low": None, "high": 450e6}, ("bound_flipped", "rounded")),
    (RANGE, {**RANGE, "unit": "EUR"}, ("unit_swapped",)),
    ({"low": 1.8e6, "high": 1.8e6}, {"low": 1.8e9, "high": 1.8e9}, ("unit_swapped",)),
    (RANGE, {**RANGE, "category": "mixed"}, ("scope_slid",)),
    ({**RANGE, "when": "2023"}, {**RANGE, "when": "2022/2025-01-20"}, ("scope_slid",)),
    ({**RANGE, "factuality": Factuality.POSSIBLE}, RANGE, ("certainty_raised",)),
    (RANGE, {**RANGE, "factuality": Factuality.REPORTED}, ("certainty_lowered",)),
    ({**RANGE, "phase": Phase.PLANNED}, RANGE, ("phase_shifted",)),
    ({**RANGE, "when": "2023-03"}, {**RANGE, "when": "2024-03"}, ("date_shifted",)),
    (RANGE, {**RANGE, "attribution": ()}, ("source_lost",)),
    (RANGE, {**RANGE, "attribution": ("Osprey Centre",)}, ("source_swapped",)),
    ({**RANGE, "quote": "It is the equivalent of 3.2 to 4.7 billion."}, RANGE, ("derived",)),
]


@pytest.mark.parametrize(("original", "echo", "types"), CASES)
def test_every_way_to_differ_has_its_name(
    original: dict[str, Any], echo: dict[str, Any], types: tuple[str, ...]
) -> None:
    """One figure, told otherwise in one way and no other; faithful tellings have no type."""
    one = told("a.txt", original["low"], original["high"], **{k: v for k, v in original.items() if k not in RANGE})
    other = told("b.txt", echo["low"], echo["high"], **{k: v for k, v in echo.items() if k not in RANGE})
    assert retold(one, other) == (Retelling(other.id, one.id, types),)


def test_all_types_are_tried() -> None:
    """No type of distortion is without its case."""
    assert {name for *_, types in CASES for name in types} == set(DISTORTIONS)


def test_another_figure_is_no_retelling() -> None:
    """A new sum of the same voice is a claim of its own, and so is one that only lies near."""
    assert retold(told("a.txt", 3.2e9, 4.7e9), told("b.txt", 5.1e9, 5.1e9)) == ()
    assert retold(told("a.txt", 1140, 1140, unit="tonne"), told("b.txt", 1160, 1160, unit="tonne")) == ()


def test_a_pledge_kept_later_is_no_distortion() -> None:
    """What was planned in January and is told as done with a day in February was done since."""
    pledge = told("a.txt", 457e6, 457e6, phase=Phase.PLANNED)
    assert retold(pledge, told("c.txt", 457e6, 457e6, when="2025-02-01")) == ()
    assert [each.types for each in retold(pledge, told("b.txt", 457e6, 457e6))] == [("phase_shifted",)]


def test_two_voices_that_count_a_round_number_are_two() -> None:
    """Ten thousand is counted alike by chance; a party of the exchange speaks of its own knowledge."""
    round_ = {"unit": "soldier", "category": "troops", "item": "men"}
    two = [
        told(doc, 1e4, 1e4, attribution=(voice,), **round_)
        for doc, voice in (("a.txt", "Ann Lee"), ("b.txt", "Bo Ray"))
    ]
    assert retold(*two) == ()
    own = told("b.txt", 3.21e9, 3.21e9, attribution=("Russian defence ministry",))
    assert retold(told("a.txt", 3.21e9, 3.21e9), own) == ()


def test_an_institute_that_publishes_itself_is_the_original() -> None:
    """Its own report cites nobody; a paper that credits it in another language retells it."""
    reports = (
        report("a.txt", publisher=Told("Kestrel Institute", "given"), date=Told("2025-01-10", "given")),
        REPORTS[1],
    )
    claims = [
        told("a.txt", 3.2e9, 4.7e9, attribution=()),
        told("b.txt", 3.2e9, None, attribution=("Institut Kestrel",)),
    ]
    ledger = resolve_entries(claims, reports)
    assert [origin.named for origin in ledger.origins] == [True]
    assert ledger.retellings == (Retelling(claims[1].id, claims[0].id, ("bound_dropped",)),)


def test_roundings() -> None:
    """Fewer digits, not another number."""
    assert [digits(number) for number in (11340, 15000, 457e6, 0.5, 100)] == [4, 2, 3, 1, 1]
    assert rounds(457, 450) and rounds(457, 460) and rounds(11340, 11000) and rounds(57, 60)
    assert not rounds(450, 457) and not rounds(457, 600) and not rounds(457, 457) and not rounds(120, 100)


BOUNDS = st.tuples(st.integers(1, 400), st.integers(0, 300)).map(lambda pair: (float(pair[0]), float(sum(pair))))


@given(BOUNDS, BOUNDS)
def test_what_is_told_of_a_figure_follows_from_the_figures(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    """A claim differs from itself in nothing; what lies inside is narrowed, what lies apart is no retelling."""
    first, second = told("a.txt", *one), told("b.txt", *other)
    same = compare(first, first)
    assert same is not None and same.types == ()
    found = compare(first, second)
    if not Interval(*one).overlaps(Interval(*other)):
        assert found is None or "rounded" in found.types
    elif one != other and Interval(*one).contains(Interval(*other)) and one[0] != one[1]:
        assert found is not None and {"narrowed", "rounded"} & set(found.types)
