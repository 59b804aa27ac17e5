"""Promise 6: what has no price stays on the balance sheet, named and unpriced."""

from tests.factory import claim, report, study

from donnant.domain.balance import Balance
from donnant.domain.claim import Claim
from donnant.resolve.entries import resolve_entries
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
