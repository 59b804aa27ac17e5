"""Promise 6: what has no price stays on the balance sheet, named and unpriced."""

from hypothesis import given
from hypothesis import strategies as st
from tests.factory import claim, report, study

from donnant.domain.balance import Balance
from donnant.domain.claim import CATEGORIES, Claim, Factuality, Phase
from donnant.resolve.ledger import resolve_entries
from donnant.show.text import balance_table
from donnant.value.balance import value_entries


def balance(claims: list[Claim]) -> Balance:
    """The balance of claims from two reports."""
    reports = [report("a.txt"), report("b.txt")]
    made = value_entries(resolve_entries(claims, reports), reports, ("PRK", "RUS"), None)
    assert made is not None
    return made


def test_what_has_no_amount_is_named_and_has_no_figure() -> None:
    """A line without an amount has no interval, not an interval of zero."""
    (line,) = balance([claim(item="engineers", category="troops")]).sides[0].unpriced
    assert (line.item, line.interval, line.unit) == ("engineers", None, None)


def test_adding_what_has_no_price_changes_no_figure() -> None:
    """Totals and ratio stay; the sheet grows by a name."""
    told = list(study()[0])
    more = claim("b.txt", item="satellites", category="technology", giver="RUS", receiver="PRK", quote="And more.")
    before, after = balance(told), balance([*told, more])
    assert before.ratio and after.ratio and after.ratio.interval == before.ratio.interval
    assert [[line.interval for line in side.published] for side in after.sides] == [
        [line.interval for line in side.published] for side in before.sides
    ]
    assert [line.item for line in after.sides[1].unpriced] == ["satellites"]


def test_an_open_bound_stays_open() -> None:
    """`At least` has no ceiling and `at most` no floor: neither becomes the other's number, or zero."""
    told = [
        claim("a.txt", low=10.0, unit="missile"),
        claim("b.txt", giver="RUS", receiver="PRK", high=5.0, unit="tank"),
    ]
    made = balance(told)
    gave, got = made.sides[0].quantities[0].interval, made.sides[1].quantities[0].interval
    assert gave is not None and (gave.low, gave.high) == (10.0, None)
    assert got is not None and (got.low, got.high) == (None, 5.0)


def test_the_sheet_that_is_printed_names_what_has_no_price() -> None:
    """A reader of the balance sees the name, under its category."""
    told = [claim("a.txt", item="field hospitals", category="humanitarian")]
    reports = [report("a.txt")]
    ledger = resolve_entries(told, reports)
    made = value_entries(ledger, reports, ("PRK", "RUS"), None)
    assert made is not None
    table = balance_table(made, ledger, "en")
    assert any("field hospitals" in str(cell) for row in table.rows for cell in (row.left, row.right))


@st.composite
def unpriced(draw: st.DrawFn) -> Claim:
    """Anything that passed, was promised or denied, without an amount."""
    sides = draw(st.sampled_from([("PRK", "RUS"), ("RUS", "PRK")]))
    return claim(
        draw(st.sampled_from(["a.txt", "b.txt"])),
        quote="Something passed.",
        giver=sides[0],
        receiver=sides[1],
        category=draw(st.sampled_from(CATEGORIES)),
        item=draw(st.sampled_from([None, "field hospitals", "know-how"])),
        attribution=draw(st.sampled_from([(), ("experts",), ("Ann Lee",)])),
        factuality=draw(st.sampled_from(list(Factuality))),
        phase=draw(st.sampled_from(list(Phase))),
    )


def _figures(made: Balance) -> list[object]:
    """Every figure of the sheet, the ratio too."""
    sides = [[line.interval for line in (*side.published, *side.quantities)] for side in made.sides]
    return [sides, made.ratio and (made.ratio.more, made.ratio.interval, made.ratio.settled, made.ratio.set_aside)]


@given(unpriced())
def test_nothing_without_an_amount_changes_a_figure_and_nothing_is_left_off(more: Claim) -> None:
    """Whatever it is, it stands on the sheet under its category, without an interval, and moves no figure."""
    guns = claim("a.txt", quote="Guns.", low=40.0, high=40.0, unit="gun", item="guns")
    told = [*study()[0], guns]
    before, after = balance(told), balance([*told, more])
    assert _figures(before) == _figures(after)
    side = next(side for side in after.sides if side.giver == more.giver)
    (line,) = [
        line
        for line in (*side.quantities, *side.unpriced, *side.planned, *side.denied, *side.published)
        if more.id in line.claims
    ]
    assert (line.category, line.item, line.interval, line.unit) == (more.category, more.item, None, None)


def test_a_valuation_leaves_the_goods_of_its_category_on_the_sheet() -> None:
    """A price of all arms does not stand for the missiles that have none."""
    (line,) = balance([*study()[0], claim("b.txt", item="missiles", quote="More.")]).sides[0].unpriced
    assert line.item == "missiles"
