"""What cannot all be right is a conflict with a severity; what grew is a trend, and a halt is no denial."""

from typing import Any

from tests.factory import claim, report

from donnant.domain.claim import Claim, Factuality, Kind
from donnant.domain.entry import Ledger
from donnant.domain.report import Report, Told
from donnant.resolve.ledger import resolve_entries

DAYS = ("2025-01-10", "2025-01-12", "2025-09-12", "2025-09-13")
REPORTS: tuple[Report, ...] = tuple(
    report(name, date=Told(day, "given")) for name, day in zip(("a.txt", "b.txt", "c.txt", "d.txt"), DAYS, strict=True)
)


def dead(doc: str, number: float, day: str, voice: str) -> Claim:
    """So many killed up to a day."""
    toll: dict[str, Any] = {"kind": Kind.LOSS, "receiver": None, "category": "killed", "unit": "soldier"}
    return claim(doc, low=number, high=number, when=f"../{day}", attribution=(voice,), **toll)


def conflicts(*claims: Claim) -> list[tuple[str, float]]:
    """Types and severities."""
    return [(each.type, each.severity) for each in resolve_entries(claims, REPORTS).conflicts]


def ledger(*claims: Claim) -> Ledger:
    """The ledger of some claims."""
    return resolve_entries(claims, REPORTS)


def test_figures_that_exclude_each_other_at_one_time() -> None:
    """The gap as a share of the higher figure."""
    assert conflicts(dead("a.txt", 600, "2025-01-10", "Ann Lee"), dead("b.txt", 800, "2025-01-12", "Bo Ray")) == [
        ("disjoint", 0.25)
    ]


def test_totals_of_one_period_that_exclude_each_other() -> None:
    """Two sums on the same goods over the same years; another period is another total."""
    loans = {"category": "money", "unit": "USD", "item": "loans"}
    one = claim("a.txt", low=6e9, high=8e9, when="2013/2022", attribution=("Ann Lee",), **loans)
    other = claim("b.txt", low=4.5e9, high=4.5e9, when="2013/2022", attribution=("Bo Ray",), **loans)
    year = claim("b.txt", low=4.5e9, high=4.5e9, when="2023", attribution=("Bo Ray",), **loans)
    assert conflicts(one, other) == [("disjoint", 0.25)]
    assert conflicts(one, year) == []


def test_a_count_that_grew_is_a_trend_and_one_that_fell_a_conflict() -> None:
    """By one voice or by two: the dead do not rise."""
    grown = ledger(dead("a.txt", 600, "2025-01-10", "Ann Lee"), dead("c.txt", 2000, "2025-09-12", "Ann Lee"))
    assert (grown.conflicts, [each.sort for each in grown.relations]) == ((), ["grows"])
    assert grown.entries[0].strands[0].low == 2000
    fallen = ledger(dead("a.txt", 600, "2025-01-10", "Ann Lee"), dead("c.txt", 450, "2025-09-12", "Bo Ray"))
    assert ([each.type for each in fallen.conflicts], fallen.relations) == (["falling"], ())


def test_what_one_asserts_and_another_denies() -> None:
    """A denial negates; a halt does not, nor does a denial that events overtook."""
    sent = claim("a.txt", item="drones", attribution=("Ann Lee",))
    denial = {"item": "drones", "factuality": Factuality.DENIED, "attribution": ("Bo Ray",)}
    denied = claim("b.txt", quote="Bo Ray says that it has not sent drones.", **denial)
    halted = claim("b.txt", quote="Bo Ray says that drones are banned.", **denial)
    assert conflicts(sent, denied) == [("denied", 1.0)]
    assert conflicts(sent, halted) == []
    assert conflicts(claim("c.txt", item="drones", attribution=("Ann Lee",)), denied) == []


def test_a_denial_in_another_language_is_of_the_same_goods() -> None:
    """Words of two languages are held against each other by spelling and by what the packs count them in."""
    french = report("b.txt", date=Told(DAYS[1], "given"), language=Told("fr", "given"))

    def denied(item: str, other: str, category: str = "arms") -> bool:
        one = claim("a.txt", item=item, category=category, attribution=("Ann Lee",))
        quote = "Il dément avoir livré cela."
        said: dict[str, Any] = {"attribution": ("Bo Ray",), "quote": quote, "factuality": Factuality.DENIED}
        two = claim("b.txt", item=other, category=category, **said)
        return bool(resolve_entries([one, two], (REPORTS[0], french)).conflicts)

    assert denied("drones", "drones de combat") and denied("weapons", "obus") and denied("tanks", "chars")
    assert not denied("drones", "chars") and not denied("wheat", "maïs", "food")


def test_one_event_on_two_days() -> None:
    """Known by its figure; two deliveries of other sizes are two."""
    jets = {"item": "jets", "unit": "aircraft"}
    one = claim("a.txt", low=24, high=24, when="2025-01-02", attribution=("Ann Lee",), **jets)
    other = claim("b.txt", low=24, high=24, when="2025-01-09", attribution=("Bo Ray",), **jets)
    assert [each for each, _ in conflicts(one, other)] == ["date"]
    assert conflicts(one, claim("b.txt", low=8, high=8, when="2025-01-09", attribution=("Bo Ray",), **jets)) == []


def test_a_date_years_before_every_other_account() -> None:
    """A slip of ten years shows against two reports that agree; a doubtful reading of it is shown too."""
    men = {"category": "troops", "item": "men"}
    told = [
        claim(doc, when=when, **men) for doc, when in (("a.txt", "2014"), ("b.txt", "2024-10"), ("c.txt", "2024/2025"))
    ]
    assert conflicts(*told) == [("date", 0.9002)]
    assert conflicts(*told[:2]) == []


def test_the_number_of_an_entry_follows_from_its_origins() -> None:
    """Three that agree confirm, two make probable, one possible, a conflict doubtful, nobody with a name none."""
    voices = (("a.txt", "Ann Lee"), ("b.txt", "Bo Ray"), ("c.txt", "Cy Poe"))
    said = [claim(doc, item="oil", attribution=(voice,)) for doc, voice in voices]
    grades = [ledger(*said[:number]).entries[0].credibility for number in (3, 2, 1)]
    assert grades == [1, 2, 3]
    assert ledger(claim("a.txt", attribution=("experts",))).entries[0].credibility == 6
    fight = ledger(dead("a.txt", 600, "2025-01-10", "Ann Lee"), dead("b.txt", 800, "2025-01-12", "Bo Ray"))
    assert fight.entries[0].credibility == 4


def test_a_total_covers_its_part_and_a_deed_follows_its_pledge() -> None:
    """A year covers its month; nothing is said where neither can be."""
    oil = {"category": "energy", "item": "crude", "unit": "barrel", "attribution": ("Ann Lee",)}
    year = claim("a.txt", low=2e6, high=2e6, when="2024", **oil)
    month = claim("b.txt", low=3e5, high=3e5, when="2024-12", **oil)
    (found,) = ledger(year, month).relations
    homes = {one: entry.id for entry in ledger(year, month).entries for one in entry.claims}
    assert (found.one, found.other, found.sort) == (homes[year.id], homes[month.id], "covers")
