"""Claims about one thing are one entry, by origin, whatever the order in which they come."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factory import claim, dollars, report, study

from donnant.domain.claim import Claim, Factuality, Kind, Phase
from donnant.domain.entry import Ledger
from donnant.domain.report import Report, Told
from donnant.resolve.ledger import resolve_entries

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


def test_counts_up_to_different_days_are_one_thing_that_grew() -> None:
    """Between two days a count may have grown: that is a trend, and no disagreement."""
    told = [
        claim(
            doc, kind=Kind.LOSS, receiver=None, category="killed", low=n, high=n, unit="soldier", when=when,
            attribution=(voice,),
        )
        for doc, n, when, voice in (
            ("a.txt", 600.0, "../2025-05", "Service A"), ("b.txt", 2000.0, "../2025-09-19", "Agency B"),
        )
    ]  # fmt: skip
    ledger = resolve_entries(told, REPORTS)
    assert (len(ledger.entries), ledger.conflicts) == (1, ())
    assert [(each.one, each.other, each.sort) for each in ledger.relations] == [(told[0].id, told[1].id, "grows")]


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


@given(claims())
def test_one_sentence_never_says_one_thing_twice_by_one_voice(pile: list[Claim]) -> None:
    """What a sentence tells apart stays apart, unless it retells one figure; several claims have a reason."""
    ledger = resolve_entries(pile, REPORTS)
    retold = {each.claim for each in ledger.retellings}
    told = {one.id: one for one in ledger.claims}
    for entry in ledger.entries:
        assert entry.reasons or len(entry.claims) == 1
        for strand in entry.strands:
            for one, other in combinations([told[each] for each in strand.claims], 2):
                same = (one.report, one.start, one.end) == (other.report, other.start, other.end)
                assert not same or {one.id, other.id} & retold


def counted(doc: str, low: float | None, high: float | None, voice: str, **changes: Any) -> Claim:
    """A count of soldiers by a voice."""
    base: dict[str, Any] = {"category": "troops", "item": "soldiers", "unit": "soldier"}
    return claim(doc, low=low, high=high, attribution=(voice,), **{**base, **changes})


def dated(name: str, day: str) -> Report:
    """A report of a day."""
    return report(name, date=Told(day, "given"))


def sizes(ledger: Ledger) -> list[int]:
    """How many claims each entry has, largest first."""
    return sorted((len(entry.claims) for entry in ledger.entries), reverse=True)


def test_a_loose_figure_joins_no_two_things() -> None:
    """Two studies of one author stay two, though `up to 9.8` could be said of both: it goes where its bound is."""
    told = [
        dollars("a.txt", None, 9.8e9),
        dollars("b.txt", 1.7e9, 5.5e9),
        dollars("c.txt", 5.6e9, 9.8e9),
    ]
    entries = resolve_entries(told, REPORTS).entries
    assert sorted(entry.claims for entry in entries) == sorted([(told[1].id,), (told[2].id, told[0].id)])


def test_an_open_bound_does_not_swallow_what_is_above_it() -> None:
    """`At least 10 missiles` and 5,000 missiles can both be true, and are two things; 12 missiles are the same."""
    missiles = [
        claim(doc, low=low, high=high, unit="missile", item="missiles", attribution=(voice,))
        for doc, low, high, voice in (
            ("a.txt", 10.0, None, "Ann Lee"), ("b.txt", 5e3, 5e3, "Bob Ray"), ("c.txt", 12.0, 12.0, "Cy Poe"),
        )
    ]  # fmt: skip
    entries = resolve_entries(missiles, REPORTS).entries
    assert sorted(sorted(entry.claims) for entry in entries) == sorted(
        [[missiles[1].id], sorted([missiles[0].id, missiles[2].id])]
    )


def test_overlaps_do_not_add_up_to_a_chain() -> None:
    """Each claim is compared with the fullest of its entry, so 1–2, 1.8–4 and 3.5–8 bn are not one thing."""
    chain = [
        dollars(doc, low * 1e9, high * 1e9, (voice,))
        for doc, low, high, voice in (("a.txt", 1, 2, "Ann Lee"), ("b.txt", 1.8, 4, "Bob Ray"), ("c.txt", 3.5, 8, "Cy"))
    ]
    days = (dated("a.txt", "2025-01-01"), dated("b.txt", "2025-01-02"), dated("c.txt", "2025-01-03"))
    assert sizes(resolve_entries(chain, days)) == [2, 1]


def test_counts_of_times_far_apart_may_have_grown() -> None:
    """10,000 in one autumn and 15,000 in the next are one force that grew; in one week they are a disagreement."""
    told = [counted("a.txt", 1e4, 1e4, "Service A"), counted("b.txt", 1.5e4, 1.5e4, "Agency B")]
    week = (dated("a.txt", "2025-09-19"), dated("b.txt", "2025-09-22"))
    year = (dated("a.txt", "2024-10-30"), dated("b.txt", "2025-09-22"))
    grown, disputed = resolve_entries(told, year), resolve_entries(told, week)
    assert (sizes(disputed), sizes(grown)) == ([2], [2])
    assert [each.type for each in disputed.conflicts] == ["disjoint"]
    assert [each.sort for each in grown.relations] == ["grows"]
    assert (disputed.relations, grown.conflicts) == ((), ())


def test_counts_of_unknown_times_are_no_disagreement() -> None:
    """Nobody knows whether 600 and 2,000 were counted on one day, where a report has no date."""
    told = [counted("a.txt", 600, 600, "Service A"), counted("b.txt", 2e3, 2e3, "Agency B")]
    assert sizes(resolve_entries(told, (report("a.txt", date=None), dated("b.txt", "2025-09-22")))) == [1, 1]
    one = [counted("a.txt", n, n, voice) for n, voice in ((600, "Service A"), (2e3, "Agency B"))]
    assert sizes(resolve_entries(one, (report("a.txt", date=None),))) == [2]


def test_a_few_killed_in_one_strike_are_not_a_toll_of_a_year() -> None:
    """An event inside the time of a count is another thing than the count."""
    loss: dict[str, Any] = {"kind": Kind.LOSS, "receiver": None, "category": "killed", "item": None}
    strike = counted("a.txt", 60, 60, "Service A", when="2024-10", **loss)
    toll = counted("b.txt", 600, 600, "Agency B", when="2024-09/2025-05", **loss)
    reports = (dated("a.txt", "2024-10-30"), dated("b.txt", "2025-05-06"))
    assert sizes(resolve_entries([strike, toll], reports)) == [1, 1]


def test_one_delivery_a_year_later_is_another_delivery() -> None:
    """The same number at a time that excludes the first is not a retelling."""
    told = [counted("a.txt", 100, 100, "Ann Lee", when=when, quote=when) for when in ("2023-05", "2024-05")]
    assert sizes(resolve_entries(told, REPORTS)) == [1, 1]


def test_goods_of_other_names_are_other_goods() -> None:
    """40 guns and 40 shells by two voices, or without a figure at all."""
    figures = [
        claim(doc, low=40.0, high=40.0, unit="piece", item=item, attribution=(voice,))
        for doc, item, voice in (("a.txt", "guns", "Ann Lee"), ("b.txt", "shells", "Bob Ray"))
    ]
    names = [claim("a.txt", item="launcher"), claim("b.txt", item="air defence")]
    assert sizes(resolve_entries(figures, REPORTS)) == [1, 1]
    assert sizes(resolve_entries(names, REPORTS)) == [1, 1]


def test_words_of_two_languages_do_not_tell_measured_goods_apart() -> None:
    """40 ships and 40 navires may be one, where kind, sides, category, unit and figure agree."""
    told = [
        claim(doc, low=40.0, high=40.0, unit="ship", item=item, attribution=(voice,))
        for doc, item, voice in (("a.txt", "navires", "Ann Lee"), ("b.txt", "vessels", "Bob Ray"))
    ]
    french = report("a.txt", language=Told("fr", "given"))
    assert sizes(resolve_entries(told, (french, report("b.txt")))) == [2]


def test_two_voices_of_one_sentence_are_two_strands() -> None:
    """`10,000 according to A, 15,000 according to B` is one disagreement."""
    told = [counted("a.txt", 1e4, 1e4, "Service A"), counted("a.txt", 1.5e4, 1.5e4, "Agency B")]
    (entry,) = resolve_entries(told, REPORTS).entries
    assert len(entry.strands) == 2


def test_two_figures_of_one_sentence_by_one_voice_are_two_things() -> None:
    """A sentence that lists two deliveries of a hundred does not retell itself."""
    told = [
        counted("a.txt", 100, 100, "Ann Lee", item=item) for item in ("soldiers of the north", "soldiers of the sea")
    ]
    assert sizes(resolve_entries(told, REPORTS)) == [1, 1]


@pytest.mark.parametrize(
    ("one", "other", "entries"),
    [
        (("strategic treaty", "2024-06-19"), ("assistance treaty", "2024-06~"), 1),
        (("strategic treaty", "2024-06-19"), ("bridge", "2024-06"), 1),
        (("strategic treaty", "2024-06-19"), ("bridge", "2025-04-30"), 2),
        (("strategic treaty", "2024-06-19"), ("bridge", None), 2),
        (("strategic treaty", "2024-06-19"), ("treaty", None), 1),
        (("grain treaty", "2022-07"), ("grain treaty", "2024-07"), 2),
    ],
)
def test_agreements_are_one_by_name_or_by_date(
    one: tuple[str, str | None], other: tuple[str, str | None], entries: int
) -> None:
    """What was agreed on one day is one thing under two names; what excludes itself by date never is."""
    told = [
        claim(
            doc,
            kind=Kind.AGREEMENT,
            giver=None,
            receiver=None,
            parties=("PRK", "RUS"),
            category=None,
            item=item,
            when=when,
        )
        for doc, (item, when) in (("a.txt", one), ("b.txt", other))
    ]
    assert len(resolve_entries(told, REPORTS).entries) == entries


def test_an_entry_keeps_its_id_when_later_reports_retell_it() -> None:
    """What was cited under an id is still found under it."""
    claims_of, reports = study()
    before = {entry.id for entry in resolve_entries(claims_of, reports).entries}
    more = (dollars("c.txt", 5.6e9, 9.8e9, ("Aaron Aal",)), dollars("c.txt", None, 9.8e9, quote="Again."))
    after = resolve_entries([*claims_of, *more], (*reports, dated("c.txt", "2025-12-01"))).entries
    assert before == {entry.id for entry in after}


def test_a_repeated_claim_counts_once() -> None:
    """A claim handed in twice is one claim."""
    one = claim()
    assert resolve_entries([one, one], REPORTS) == resolve_entries([one], REPORTS)
