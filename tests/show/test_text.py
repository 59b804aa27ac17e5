"""The balance as a table of plain strings."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from donnant.show.explain import explain
from donnant.show.rows import view_balance
from donnant.show.text import TableRow, balance_table, listing, plain_text

if TYPE_CHECKING:
    from tests.show.conftest import Case


def _row(case: "Case", label: str) -> TableRow:
    table = balance_table(case.balance, case.ledger, "en", {"2025-09-19"})
    return next(row for row in table.rows if row.label == label)


def test_head_says_what_it_was_made_of(case: "Case") -> None:
    """The head gives the pair, the date and the counts, echoes apart."""
    table = balance_table(case.balance, case.ledger, "en")
    assert table.header == "RUS ⇄ PRK · as known on September 20, 2025 · 4 reports · 17 claims · 5 origins (1 echo)"
    assert table.columns == ("PRK → RUS", "RUS → PRK")


def test_published_valuation_stands_by_origin(case: "Case") -> None:
    """A valuation names its voice, and its echo counts as a report, not as an origin."""
    left = _row(case, "published valuation").left.split("\n")
    assert re.fullmatch(r"5\.6–9\.8 bn USD \[e-[0-9a-f]{8}\]", left[0])
    assert left[1:] == ["institut Meridian · arms · since 2023", "1 origin, 2 reports, 1 distortion"]


def test_unnamed_voice_is_set_aside(case: "Case") -> None:
    """A valuation by a voice without a name is shown apart, and counts no origin."""
    published, aside = _row(case, "published valuation"), _row(case, "set aside (unnamed voices)")
    assert "450" not in published.right
    assert aside.right.startswith("≤ 450 m USD [")
    assert "origin" not in aside.right
    assert aside.left == "–"


def test_ratio_is_a_sentence(case: "Case") -> None:
    """The ratio says who gives how many times more, and in how many readings."""
    row = _row(case, "ratio")
    assert row.span
    assert row.left == "PRK gives 4.7 to 21 times what it gets, in every reading [ratio]"


def test_missing_ratio_is_said(case: "Case") -> None:
    """Without a ratio the row says so instead of going missing."""
    table = balance_table(replace(case.balance, ratio=None), case.ledger, "en")
    assert next(row for row in table.rows if row.label == "ratio").left.startswith("none")


def test_what_has_no_amount_is_named(case: "Case") -> None:
    """Unknown is not zero: goods without an amount stand in their row and among what has no price."""
    assert re.fullmatch(r"pétrole \[e-[0-9a-f]{8}\]", _row(case, "energy").right)
    assert "technology (possible)" in _row(case, "not priced").right


def test_planned_and_denied_stay_apart(case: "Case") -> None:
    """What is promised or denied is not in the row of its category."""
    assert _row(case, "planned or wanted").right.startswith("20 trains [")
    assert _row(case, "denied or stopped").right.startswith("avions [")
    assert "avions" not in _row(case, "arms").right


def test_every_id_can_be_explained(case: "Case") -> None:
    """Each id in brackets is one that explain takes, and leads to sentences that hold."""
    text = plain_text(balance_table(case.balance, case.ledger, "en"), 200)
    ids = [each for each in re.findall(r"\[([\w-]+)\]", text) if each != "id"]
    assert len(ids) >= 8
    for each in ids:
        found = explain(each, case.ledger, case.reports, case.balance)
        assert found is not None
        assert found.grounds
        assert all(ground.sentence.holds for ground in found.grounds)


def test_plain_text_keeps_to_its_width(case: "Case") -> None:
    """No line is wider than asked, no id is broken, and no line ends in blanks."""
    for language in ("en", "fr"):
        table = balance_table(case.balance, case.ledger, language)
        for width in (60, 80, 120):
            text = plain_text(table, width)
            assert all(len(line) <= width and line == line.rstrip() for line in text.splitlines())
            assert len(re.findall(r"\[e-[0-9a-f]{8}\]", text)) == len(re.findall(r"\[e-", text))


def test_every_thing_without_an_amount_can_be_asked_about(case: "Case") -> None:
    """Whatever is named in a row of its category or of attitudes has the ids of all its entries."""
    text = plain_text(balance_table(case.balance, case.ledger, "en"), 200)
    unpriced = [line.entry for side in case.balance.sides for line in side.unpriced]
    assert unpriced
    for entry in (*unpriced, *(line.entry for line in case.balance.attitudes)):
        assert f"[{entry[:10]}]" in text


def test_footer_shows_the_command_as_it_can_be_run(case: "Case") -> None:
    """The path of the dossier, not a word that stands for it."""
    table = balance_table(case.balance, case.ledger, "en", dossier="cases/ports")
    assert "donnant explain cases/ports id" in table.footer[-1]


def test_french_head_has_a_french_date(case: "Case") -> None:
    """No date is left as it is stored."""
    assert "au 20 septembre 2025" in balance_table(case.balance, case.ledger, "fr").header


def test_listing_keeps_to_its_width_and_cuts_nothing() -> None:
    """Cells are wrapped, what stands below is whole, and a heading is said once."""
    rows = [("c-12345678", "word " * 30), ("c-87654321", "short")]
    lines = listing(("id", "what"), rows, 60, ["a.txt", "a.txt"], ["long " * 40, ""])
    assert all(len(line) <= 60 for line in lines if "«" not in line)
    assert sum(line.count("word") for line in lines) == 30
    assert lines.count("a.txt") == 1
    assert sum(line.count("long") for line in lines if "«" in line) == 40


def test_same_figures_in_both_languages(case: "Case") -> None:
    """A language changes the words of the balance, never its figures."""
    bounds = [
        [(figure.address, figure.low, figure.high, figure.claims) for figure in view.figures() if figure.unit]
        for view in (view_balance(case.balance, case.ledger, language) for language in ("en", "fr"))
    ]
    assert bounds[0] == bounds[1]
    assert bounds[0]
