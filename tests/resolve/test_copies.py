"""Reports that are others over again: copies by their words, translations by figures and claims, corrections."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.factory import claim, report

from donnant.domain.claim import Claim
from donnant.domain.links import Copy
from donnant.domain.report import Block, BlockKind, Report, Told
from donnant.resolve.copies import find_copies
from donnant.resolve.ledger import resolve_entries

TEXT = (
    "The port handed over twelve cranes on Monday, after two years of quarrels about who would pay for them. "
    "Nobody in the harbour expected the ships to come so soon, and the old pier is still closed to the public. "
    "A further loan is under discussion."
)


def text(name: str, words: str, date: str, publisher: str, language: str = "en") -> Report:
    """A report of these words."""
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(words)),)
    told = {"date": date, "publisher": publisher, "language": language}
    given_ = {key: Told(value, "given") for key, value in told.items()}
    return report(name, text=words, blocks=blocks, **given_)


def sorts(*reports: Report, claims: tuple[Claim, ...] = ()) -> list[tuple[str, str, str]]:
    """Which report is what to which, by name."""
    names = {each.hash: each.name for each in reports}
    return [(names[copy.report], copy.sort, names[copy.head]) for copy in find_copies(reports, claims)]


def test_a_text_reprinted_with_cuts_is_a_copy_of_the_earliest() -> None:
    """Two papers cut an agency's text, one of them from the other: all point to the agency."""
    whole = text("a.txt", TEXT, "2025-01-10", "Agence Nord")
    cut = text("b.txt", TEXT[:160], "2025-01-10", "Harbour Post")
    again = text("c.txt", TEXT[:150] + " and more.", "2025-01-12", "Lake Herald")
    assert sorts(again, cut, whole) == [("b.txt", "copy", "a.txt"), ("c.txt", "copy", "a.txt")]


def test_another_text_on_the_same_matter_is_no_copy() -> None:
    """Telling the same news in other words is not copying."""
    other = (
        "Twelve cranes were given to the port. The quarrel over their price took two years, and a loan may follow soon."
    )
    assert sorts(text("a.txt", TEXT, "2025-01-10", "Post"), text("b.txt", other, "2025-01-10", "Herald")) == []


def test_a_publisher_that_corrects_takes_the_first_report_back() -> None:
    """The claims of the first stand no more in any entry, and are kept."""
    first = text("a.txt", TEXT, "2025-01-10", "Post")
    second = text("b.txt", f"Correction: {TEXT.replace('twelve', 'two')}", "2025-01-12", "Post")
    assert sorts(first, second) == [("b.txt", "correction", "a.txt")]
    told = (machines("a.txt", first, 12), machines("b.txt", second, 2))
    ledger = resolve_entries(told, (first, second))
    assert ([one.low for one in ledger.claims], [one.low for one in ledger.superseded]) == ([2], [12])
    assert [len(entry.claims) for entry in ledger.entries] == [1]


def machines(name: str, own: Report, number: float, **changes: Any) -> Claim:
    """So many cranes, as a report says."""
    item = {"item": "cranes", "unit": "crane", "category": "infrastructure", "low": number, "high": number}
    return claim(name, report=own.hash, quote=own.text[:40], end=40, **item, **changes)


def test_a_translation_keeps_figures_and_claims() -> None:
    """The next day, in the other language, as long: the same three figures and the same claim."""
    french = text(
        "a.txt",
        "En 2023, 12 grues et 457 ouvriers sont arrivés au port, où 3 quais sont fermés.",
        "2025-01-10",
        "Le Nord",
        "fr",
    )
    english = text(
        "b.txt", "In 2023, 12 cranes and 457 workers reached the port, where 3 piers are closed.", "2025-01-10", "Post"
    )
    told = (machines("a.txt", french, 12), machines("b.txt", english, 12))
    assert sorts(french, english, claims=told) in (
        [("b.txt", "translation", "a.txt")],
        [("a.txt", "translation", "b.txt")],
    )
    later = text("b.txt", english.text, "2025-03-10", "Post")
    assert sorts(french, later, claims=told) == []


@given(st.permutations([0, 1, 2, 3]))
def test_the_order_of_reports_changes_nothing(order: list[int]) -> None:
    """Heads are the earliest, whatever comes first."""
    days = [text(f"{n}.txt", TEXT + " ok" * n, f"2025-01-1{n}", f"Paper {n}") for n in range(4)]
    assert find_copies([days[n] for n in order], ()) == find_copies(days, ())
    assert {copy.head for copy in find_copies(days, ())} == {days[0].hash}


def test_a_copy_is_worth_its_share() -> None:
    """How much of the shorter text stands in both."""
    (copy,) = find_copies([text("a.txt", TEXT, "2025-01-10", "Post"), text("b.txt", TEXT, "2025-01-11", "Herald")], ())
    assert isinstance(copy, Copy) and copy.share == 1.0
