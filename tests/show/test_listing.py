"""The tables of claims and of entries, for people."""

from typing import TYPE_CHECKING

from donnant.show.listing import CLAIM_COLUMNS, ENTRY_COLUMNS, claim_cells, entry_cells, heads
from donnant.show.lookup import look_up

if TYPE_CHECKING:
    from tests.show.conftest import Case


def test_a_denial_does_not_print_like_a_fact(case: "Case") -> None:
    """How sure a claim or an entry is stands in its row, and so does what has not happened yet."""
    look = look_up(case.ledger, "en")
    reports = {report.hash: report for report in case.reports}
    claims = [dict(zip(CLAIM_COLUMNS, claim_cells(each, reports, look), strict=True)) for each in case.ledger.claims]
    assert [row["sure"] for row in claims] == [str(each.factuality) for each in case.ledger.claims]
    assert {row["sure"] for row in claims} >= {"asserted", "possible", "denied"}
    entries = [dict(zip(ENTRY_COLUMNS, entry_cells(each, look), strict=True)) for each in case.ledger.entries]
    assert [row["sure"] for row in entries] == [str(each.factuality) for each in case.ledger.entries]
    for rows in (claims, entries):
        assert {row["phase"] for row in rows} >= {"", "planned"}


def test_a_claim_says_whose_word_it_is(case: "Case") -> None:
    """The nearest voice, else the publisher."""
    look = look_up(case.ledger, "en")
    reports = {report.hash: report for report in case.reports}
    for claim in case.ledger.claims:
        says = claim_cells(claim, reports, look)[CLAIM_COLUMNS.index("says")]
        assert says == (claim.attribution[0] if claim.attribution else f"Desk {claim.doc[0].upper()}")


def test_heads_speak_the_language(case: "Case") -> None:
    """Every column has its head in both languages."""
    english, french = (heads((*CLAIM_COLUMNS, *ENTRY_COLUMNS), look_up(case.ledger, code)) for code in ("en", "fr"))
    assert english != french
    assert all((*english, *french))
