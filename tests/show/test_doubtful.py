"""A doubtful reading is shown as one wherever it is shown: ledger, explanation, arithmetic, disputes and page."""

from dataclasses import replace

import pytest
from tests.factory import claim, dollars, report

from donnant.domain.balance import Balance
from donnant.domain.claim import Claim, Trust
from donnant.domain.entry import Ledger
from donnant.resolve.ledger import resolve_entries
from donnant.show.explain import explain
from donnant.show.explained import explanation_text
from donnant.show.listing import entry_cells
from donnant.show.lookup import look_up
from donnant.show.page import view_brief
from donnant.show.rows import view_balance
from donnant.show.tables import ledger_rows
from donnant.value.balance import value_entries

REPORTS = tuple(report(name) for name in ("a.txt", "b.txt", "c.txt"))


def men(doc: str, number: float, voice: str, trust: Trust = Trust.FAIR) -> Claim:
    """So many soldiers by that voice."""
    made = claim(doc, low=number, high=number, category="troops", item="men", unit="soldier", attribution=(voice,))
    return replace(made, trust=trust)


def case(*claims: Claim) -> tuple[Balance, Ledger]:
    """The balance of claims between PRK and RUS, and its ledger."""
    ledger = resolve_entries(claims, REPORTS)
    made = value_entries(ledger, REPORTS, ("PRK", "RUS"), None)
    assert made is not None
    return made, ledger


SURE, SPLIT = men("a.txt", 1e4, "Service A"), men("b.txt", 1.5e4, "Agency B")
LOOSE = men("c.txt", 1.2e4, "Desk C", Trust.DOUBTFUL)


def test_the_ledger_marks_the_voice_or_the_whole_entry() -> None:
    """Beside a firm voice the doubtful one is marked; alone, the entry is."""
    _, beside = case(SURE, LOOSE)
    _, alone = case(LOOSE)
    (mixed,), (single,) = beside.entries, alone.entries
    cells = entry_cells(mixed, look_up(beside, "en"))
    assert cells[-1] == "Service A: 10,000 soldiers; Desk C: 12,000 soldiers (doubtful reading)"
    assert "doubtful" not in cells[3]
    cells = entry_cells(single, look_up(alone, "en"))
    assert (cells[3], cells[-1]) == ("asserted, doubtful reading", "Desk C: 12,000 soldiers")


def test_the_rows_of_the_ledger_say_what_no_sum_should_take() -> None:
    """Each entry and each strand tells a program whether it is doubtful."""
    (mixed,), (single,) = (ledger_rows(case(*claims)[1]) for claims in ((SURE, LOOSE), (LOOSE,)))
    for row, whole, strands in ((mixed, False, [False, True]), (single, True, [True])):
        assert isinstance(row["strands"], list)
        assert (row["doubtful"], [strand["doubtful"] for strand in row["strands"]]) == (whole, strands)


def test_a_doubtful_voice_is_no_party_to_a_dispute() -> None:
    """Two firm voices differ; the third is not among the figures in dispute, and alone makes none."""
    made, ledger = case(SURE, SPLIT, LOOSE)
    row = view_balance(made, ledger, "en").row("conflicts")
    assert row is not None
    assert [line.figure.text for line in row.cells[0].lines] == ["15,000 soldiers / 10,000 soldiers"]
    made, ledger = case(SURE, LOOSE)
    assert view_balance(made, ledger, "en").row("conflicts") is None
    brief = view_brief(made, ledger, REPORTS, "en")
    assert (brief.traces.conflicts, brief.traces.retold) == ((), ())


def test_the_arithmetic_of_the_ratio_says_what_it_left_out_for_doubt() -> None:
    """A doubtful total is among those set aside, with the reason."""
    back = dollars("b.txt", 1e9, 1e9, ("Bob Ray",), giver="RUS", receiver="PRK", quote="Back.")
    loose = replace(dollars("c.txt", 9e9, 9e9, ("Cleo Day",), quote="Perhaps."), trust=Trust.DOUBTFUL)
    made, ledger = case(dollars("a.txt", 3e9, 3e9, ("Ann Lee",)), back, loose)
    found = explain("ratio", ledger, REPORTS, made)
    assert found is not None and found.reckoning is not None
    (aside,) = found.reckoning.asides
    assert (aside.total.voice, aside.why) == ("Cleo Day", "a doubtful reading, which awaits review")


@pytest.mark.parametrize(
    ("language", "trust", "words"),
    [
        ("en", Trust.HIGH, "sure reading"),
        ("en", Trust.DOUBTFUL, "doubtful reading"),
        ("fr", Trust.FAIR, "lecture correcte"),
        ("fr", Trust.DOUBTFUL, "lecture douteuse"),
    ],
)
def test_explanation_and_page_say_how_sure_the_reading_is(language: str, trust: Trust, words: str) -> None:
    """Both say it in words beside the vote; the page marks only what is doubtful in its ledger."""
    made, ledger = case(men("a.txt", 1e4, "Service A", trust))
    (one,) = ledger.claims
    found = explain(one.id, ledger, REPORTS, made, language)
    assert found is not None and words in explanation_text(found, language)
    brief = view_brief(made, ledger, REPORTS, language)
    (view,) = (each for source in brief.sources for each in source.blocks[0].claims)
    assert words in view.state
    assert view.doubt == (words if trust is Trust.DOUBTFUL else "")


def test_several_that_await_review_are_counted_in_both_languages() -> None:
    """The line gives their number, and the path that it is told."""
    made, ledger = case(LOOSE, men("b.txt", 3.0, "Agency B", Trust.DOUBTFUL))
    view = [view_balance(made, ledger, language, (), "cases/one").review for language in ("en", "fr")]
    command = "donnant claims cases/one --trust doubtful"
    assert view[0] == f"2 doubtful claims await review: {command}"
    assert view[1] == f"2 affirmations douteuses attendent une relecture\u00a0: {command}"
