"""Claims about one thing are one entry, by origin, whatever the order in which they come."""

from hypothesis import given
from hypothesis import strategies as st
from tests.factory import claim, dollars, report, study

from donnant.domain.claim import Claim, Factuality, Kind, Phase
from donnant.resolve.entries import resolve_entries

REPORTS = tuple(report(name) for name in ("a.txt", "b.txt", "c.txt"))


@st.composite
def claims(draw: st.DrawFn) -> list[Claim]:
    """A pile of claims of few kinds, so that many are about one thing."""
    made = []
    for _ in range(draw(st.integers(1, 12))):
        low = draw(st.sampled_from([None, 10.0, 100.0, 1000.0]))
        high = draw(st.sampled_from([None, low, 5000.0]))
        voices = draw(st.sampled_from([(), ("Ann Lee",), ("Ann Lee", "Blue Desk"), ("Blue Desk",), ("experts",)]))
        made.append(
            claim(
                draw(st.sampled_from(["a.txt", "b.txt", "c.txt"])),
                low=low,
                high=high,
                unit="soldier" if low or high else None,
                category=draw(st.sampled_from(["arms", "troops"])),
                when=draw(st.sampled_from([None, "2024", "2025-03"])),
                attribution=voices,
                factuality=draw(st.sampled_from(list(Factuality))),
            )
        )
    return made


@given(claims(), st.randoms(use_true_random=False))
def test_the_order_of_claims_and_reports_changes_nothing(pile: list[Claim], chance: st.DataObject) -> None:
    """The same claims in any order give the same ledger."""
    shuffled, reports = list(pile), list(REPORTS)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    chance.shuffle(reports)  # type: ignore[attr-defined]
    assert resolve_entries(shuffled, reports) == resolve_entries(pile, REPORTS)


@given(claims())
def test_every_claim_is_in_exactly_one_entry(pile: list[Claim]) -> None:
    """Nothing is lost between claims and ledger, and nothing stands twice."""
    ledger = resolve_entries(pile, REPORTS)
    placed = [one for entry in ledger.entries for one in entry.claims]
    assert sorted(placed) == sorted({one.id for one in pile})


def test_a_retelling_joins_the_strand_of_its_origin_and_the_fullest_telling_heads_it() -> None:
    """A floor retold is one strand with the interval it was cut from, and marked as differing."""
    claims_of, reports = study()
    ledger = resolve_entries(claims_of, reports)
    given_away = next(entry for entry in ledger.entries if entry.giver == "PRK")
    assert [(strand.low, strand.high, len(strand.reports)) for strand in given_away.strands] == [(5.6e9, 9.8e9, 2)]
    assert given_away.strands[0].distorted == (claims_of[1].id,)


def test_two_counts_of_one_origin_that_exclude_each_other_are_two_entries() -> None:
    """An origin that says 600 and then 2,000 speaks of a number that grew."""
    told = [
        claim("a.txt", kind=Kind.LOSS, receiver=None, category="killed", low=n, high=n, unit="soldier", when=when)
        for n, when in ((600.0, "../2025-05"), (2000.0, "../2025-09-19"))
    ]
    assert len(resolve_entries([told[0], told[1]], REPORTS).entries) == 2


def test_counts_up_to_different_days_by_different_services_are_two_entries() -> None:
    """Between two days a count may have grown: that is no disagreement."""
    told = [
        claim(
            doc, kind=Kind.LOSS, receiver=None, category="killed", low=n, high=n, unit="soldier", when=when,
            attribution=(voice,),
        )
        for doc, n, when, voice in (
            ("a.txt", 600.0, "../2025-05", "Service A"), ("b.txt", 2000.0, "../2025-09-19", "Agency B"),
        )
    ]  # fmt: skip
    assert len(resolve_entries(told, REPORTS).entries) == 2


def test_two_origins_that_count_the_same_goods_differently_share_an_entry() -> None:
    """10,000 and 15,000 soldiers are two strands of one entry: the disagreement is kept."""
    told = [
        claim(doc, category="troops", item="soldats", low=n, high=n, unit="soldier", attribution=(voice,))
        for doc, n, voice in (("a.txt", 1e4, "Service A"), ("b.txt", 1.5e4, "Agency B"))
    ]
    (entry,) = resolve_entries(told, REPORTS).entries
    assert [(strand.low, strand.high) for strand in entry.strands] == [(1.5e4, 1.5e4), (1e4, 1e4)]


def test_what_is_possible_denied_or_planned_stands_apart_from_what_is_done() -> None:
    """A possibility never borrows the certainty of an assertion, nor a promise that of a delivery."""
    told = [
        claim("a.txt"),
        claim("b.txt", factuality=Factuality.POSSIBLE),
        claim("b.txt", factuality=Factuality.DENIED),
        claim("c.txt", phase=Phase.PLANNED),
    ]
    assert len(resolve_entries(told, REPORTS).entries) == 4


def test_hearsay_and_assertion_of_one_thing_are_one_entry_as_strong_as_its_strongest_claim() -> None:
    """Two reports of one delivery are one entry."""
    told = [claim("a.txt", factuality=Factuality.REPORTED), claim("b.txt")]
    (entry,) = resolve_entries(told, REPORTS).entries
    assert entry.factuality is Factuality.ASSERTED


def test_sums_in_two_currencies_are_two_entries() -> None:
    """No currency is ever converted in silence."""
    told = [dollars("a.txt", 1e9, 1e9), claim("b.txt", low=1e9, high=1e9, unit="EUR")]
    assert {entry.unit for entry in resolve_entries(told, REPORTS).entries} == {"USD", "EUR"}
