"""Promise 4: a reading in doubt is shown and awaits review; it never enters a figure in silence."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.factory import claim, dollars, report, study

from donnant.domain.balance import Balance
from donnant.domain.claim import Claim, Factuality, Kind, Phase, Trust
from donnant.resolve.ledger import resolve_entries
from donnant.show.page import brief_page
from donnant.show.tables import balance_document
from donnant.show.text import balance_table, plain_text
from donnant.value.balance import value_entries

REPORTS = (report("a.txt"), report("b.txt"), report("c.txt"))
COMMAND = "donnant claims DIR --trust doubtful"


def doubtful(one: Claim) -> Claim:
    """The same claim, doubtfully read."""
    return replace(one, trust=Trust.DOUBTFUL)


def balance(claims: list[Claim]) -> Balance:
    """The balance of claims between PRK and RUS."""
    made = value_entries(resolve_entries(claims, REPORTS), REPORTS, ("PRK", "RUS"), None)
    assert made is not None
    return made


@st.composite
def piles(draw: st.DrawFn, opening: str) -> list[Claim]:
    """Claims of every kind, so few that many are about one thing; the opening keeps two piles apart."""
    made = []
    for number in range(draw(st.integers(1, 8))):
        kind = draw(st.sampled_from([Kind.TRANSFER, Kind.TRANSFER, *Kind]))
        giver, receiver = draw(st.sampled_from([("PRK", "RUS"), ("RUS", "PRK")]))
        agreed = kind is Kind.AGREEMENT
        low = draw(st.sampled_from([None, 5.0, 9.0, 50.0])) if kind in (Kind.TRANSFER, Kind.LOSS) else None
        made.append(
            claim(
                draw(st.sampled_from([each.name for each in REPORTS])),
                quote=f"{opening} {number % 4}.",
                kind=kind,
                giver=None if agreed else giver,
                receiver=None if agreed or kind is Kind.LOSS else receiver,
                parties=("PRK", "RUS") if agreed else (),
                low=low,
                high=draw(st.sampled_from([None, low, 60.0])) if low else None,
                unit=draw(st.sampled_from(["USD", "missile"])) if low else None,
                item=draw(st.sampled_from([None, "missiles"])),
                when=draw(st.sampled_from([None, "2024", "2025-03"])),
                attribution=draw(st.sampled_from([(), ("Ann Lee",), ("Bob Ray",), ("experts",)])),
                factuality=draw(st.sampled_from([Factuality.REPORTED, *Factuality])),
                phase=draw(st.sampled_from([Phase.DONE, *Phase])),
            )
        )
    return made


@given(piles("Sure"), piles("Perhaps"))
def test_no_doubtful_claim_changes_anything_but_what_awaits_review(firm: list[Claim], loose: list[Claim]) -> None:
    """Every line, total, ratio and count is that of the other claims alone."""
    told = balance([*firm, *map(doubtful, loose)])
    assert replace(told, doubtful=(), to_review=0) == balance(firm)


@given(piles("Sure"), piles("Perhaps"))
def test_no_doubtful_claim_is_lost(firm: list[Claim], loose: list[Claim]) -> None:
    """Each is counted for review, and stands in a line set aside or in an entry beside a firm claim."""
    claims = [*firm, *map(doubtful, loose)]
    made, entries = balance(claims), resolve_entries(claims, REPORTS).entries
    waiting = {one.id for one in loose}
    assert made.to_review == len(waiting)
    aside = {each for line in made.doubtful for each in line.claims}
    beside = {each for entry in entries if entry.firm for each in entry.claims} & waiting
    assert (aside | beside, aside & beside) == (waiting, set())


def test_a_claim_that_is_not_doubtful_would_have_changed_the_figures() -> None:
    """The same larger total moves total and ratio where it is surely read: the promise is no empty one."""
    told, more = list(study()[0]), dollars("b.txt", 2e10, 2e10, quote="Twenty billion.")
    before = balance(told)
    assert balance([*told, more]).ratio != before.ratio
    after = balance([*told, doubtful(more)])
    assert (after.ratio, after.sides, after.to_review) == (before.ratio, before.sides, 1)
    assert [line.claims for line in after.doubtful] == [(more.id,)]


def test_what_awaits_review_is_said_in_text_json_and_page() -> None:
    """Each shows the figure apart, counts it and names the command that lists it."""
    told = [*study()[0], doubtful(claim("b.txt", quote="Tanks.", low=77.0, high=77.0, unit="tank", item="tanks"))]
    ledger, made = resolve_entries(told, REPORTS), balance(told)
    text = plain_text(balance_table(made, ledger, "en"), 160)
    assert f"1 doubtful claim awaits review: {COMMAND}\n" in text
    assert "set aside (doubtful readings)" in text and "PRK → RUS: 77 tanks" in text
    page = brief_page(made, ledger, REPORTS, "en")
    assert f"1 doubtful claim awaits review: {COMMAND}" in page and "set aside (doubtful readings)" in page
    assert "<strong>doubtful reading</strong>" in page
    document = balance_document(made, ledger)
    assert document["to_review"] == 1 and isinstance(document["rows"], list)
    assert [row["low"] for row in document["rows"] if row["section"] == "doubtful"] == [77.0]
    assert [row["section"] for row in document["rows"] if row["low"] == 77.0] == ["doubtful"]


def test_where_nothing_is_doubtful_nothing_is_said() -> None:
    """No line about review stands on a sheet that needs none."""
    told = list(study()[0])
    ledger, made = resolve_entries(told, REPORTS), balance(told)
    assert "doubtful" not in plain_text(balance_table(made, ledger, "en"), 160)
    assert "await" not in brief_page(made, ledger, REPORTS, "en")
