"""From an id down to the sentences it rests on."""

from dataclasses import replace
from typing import TYPE_CHECKING

from donnant.domain.amount import Interval
from donnant.show.explain import Ruling, explain, full_id, with_rulings
from donnant.show.explained import explanation_text

if TYPE_CHECKING:
    from tests.show.conftest import Case


def test_entry_leads_to_every_claim_by_origin(case: "Case") -> None:
    """An entry is explained origin by origin, with a retelling that differs marked as such."""
    entry = case.ledger.entries[0]
    found = explain(entry.id, case.ledger, case.reports, case.balance)
    assert found is not None
    assert found.title == "PRK → RUS · arms · armes · since 2023"
    assert [(voice.name, voice.figure) for voice in found.matters[0].voices] == [
        ("institut Meridian", "5.6–9.8 bn USD")
    ]
    assert [ground.distorted for ground in found.grounds] == [False, True]


def test_claim_leads_to_its_place(case: "Case") -> None:
    """A claim is explained by its sentence, its file, its offsets, its hash and the words around it."""
    claim = case.ledger.claims[0]
    found = explain(claim.id, case.ledger, case.reports, case.balance)
    assert found is not None
    sentence = found.grounds[0].sentence
    assert (sentence.file, sentence.hash, sentence.quote) == ("alpha.txt", case.reports[0].hash, claim.quote)
    assert case.reports[0].text[sentence.start : sentence.end] == claim.quote
    assert sentence.after.strip().startswith("En retour")


def test_prefix_is_enough_if_it_fits_one(case: "Case") -> None:
    """Six characters of an id do if nothing else begins so; fewer never do."""
    claim = case.ledger.claims[0].id
    assert full_id(claim[:8], case.ledger) == claim
    assert full_id(claim[:5], case.ledger) is None
    twin = replace(case.ledger.claims[1], id=claim[:8] + "x")
    doubled = replace(case.ledger, claims=(*case.ledger.claims, twin))
    assert full_id(claim[:8], doubled) is None
    assert full_id(claim, doubled) == claim


def test_origin_leads_to_all_it_says(case: "Case") -> None:
    """An origin is explained by every claim that goes back to it, and by no other."""
    origin = case.ledger.origins[0]
    found = explain(origin.id, case.ledger, case.reports, case.balance)
    assert found is not None
    assert len(found.grounds) == 3
    assert {voice.name for matter in found.matters for voice in matter.voices} == {"institut Meridian"}


def test_address_of_one_origin_of_an_entry(case: "Case") -> None:
    """An entry and an origin, joined by a stroke, lead to that origin's claims alone."""
    troops = case.ledger.entries[3]
    found = explain(f"{troops.id}/{troops.strands[1].origin}", case.ledger, case.reports, case.balance)
    assert found is not None
    assert [ground.claim.id for ground in found.grounds] == list(troops.strands[1].claims)
    assert explain(f"{troops.id}/o-000000000000", case.ledger, case.reports, case.balance) is None


def test_ratio_leads_to_both_sides(case: "Case") -> None:
    """The ratio is explained by the claims of both directions and by what was set aside."""
    found = explain("ratio", case.ledger, case.reports, case.balance)
    assert found is not None
    assert len(found.grounds) == 3
    assert explain("ratio", case.ledger, case.reports, None) is None


def test_ratio_is_reckoned_from_the_totals(case: "Case") -> None:
    """Each end is one bound over another, with entry and voice, and gives the ratio that is printed."""
    found = explain("ratio", case.ledger, case.reports, case.balance)
    assert found is not None
    assert found.reckoning is not None
    assert case.balance.ratio is not None
    low, high = found.reckoning.low, found.reckoning.high
    assert (low.value, high.value) == (case.balance.ratio.interval.low, case.balance.ratio.interval.high)
    ids = [f"{entry.id[:10]}] (institut Meridian)" for entry in case.ledger.entries[:2]]
    text = explanation_text(found)
    assert f"at least: 4.7 = 5.6 bn USD [{ids[0]} / 1.2 bn USD [{ids[1]}" in text
    assert f"at most: 21 = 9.8 bn USD [{ids[0]} / 457 m USD [{ids[1]}" in text


def test_totals_set_aside_say_why(case: "Case") -> None:
    """A voice without a name, another currency, a smaller total: each is listed with its reason."""
    arms = case.ledger.entries[0]
    euros = replace(arms, id="e-eeeeeeeeeeee", unit="EUR")
    smaller = replace(arms, id="e-ffffffffffff", strands=(replace(arms.strands[0], low=1e9, high=1e9),))
    ledger = replace(case.ledger, entries=(*case.ledger.entries, euros, smaller))
    found = explain("ratio", ledger, case.reports, case.balance)
    assert found is not None
    assert found.reckoning is not None
    why = {aside.total.short: aside.why for aside in found.reckoning.asides}
    assert why["e-eeeeeeee"] == "in another currency"
    assert why["e-ffffffff"] == "not the largest total of this voice in this direction"
    assert "a voice without a name" in why.values()
    assert "autres estimations" in explanation_text(found)


def test_open_end_of_the_ratio_says_whose_bound_is_missing(case: "Case") -> None:
    """Without a lower bound of the other side there is no upper end, and the total is named."""
    giving, getting = case.balance.sides
    line = replace(getting.published[0], interval=Interval(None, 1.2e9))
    sides = (giving, replace(getting, published=(line,)))
    found = explain("ratio", case.ledger, case.reports, replace(case.balance, sides=sides))
    assert found is not None
    assert found.reckoning is not None
    assert found.reckoning.high.value is None
    assert "institut Meridian gives ≤ 1.2 bn USD" in found.reckoning.high.text


def test_corrected_field_was_decided_by_a_person(case: "Case") -> None:
    """The words behind a corrected field are not shown; who, when, why, old and new value are."""
    claim = case.ledger.claims[0]
    ruling = Ruling("d-1", "correct", "Ana", "2025-01-02T03:04:05", "page 3", (("low", 5.6e9, 5.7e9),))
    found = explain(claim.id, case.ledger, case.reports, case.balance)
    assert found is not None
    text = explanation_text(with_rulings(found, {claim.id: (ruling,)}))
    assert "entre 5,6 et 9,8 milliards »;" not in text
    assert "category: « armes »" in text
    assert "correct by Ana, 2025-01-02T03:04:05: “page 3” [d-1]" in text
    assert "lower bound: 5600000000 → 5700000000" in text


def test_unknown_id_is_nothing(case: "Case") -> None:
    """What no id begins with is not explained."""
    assert explain("c-ffffffffffff", case.ledger, case.reports, case.balance) is None
    assert explain("", case.ledger, case.reports, case.balance) is None


def test_moved_claim_is_said(case: "Case") -> None:
    """A claim whose quote the text does not hold is shown with that fault."""
    claim = case.ledger.claims[0]
    moved = replace(claim, start=claim.start + 1, end=claim.end + 1)
    ledger = replace(case.ledger, claims=(moved, *case.ledger.claims[1:]))
    found = explain(claim.id, ledger, case.reports, case.balance)
    assert found is not None
    assert not found.grounds[0].sentence.holds
    assert "does not hold" in explanation_text(found)


def test_rejected_claim_is_explained_as_such(case: "Case") -> None:
    """A rejected claim is in no entry, and can still be asked about."""
    gone = replace(case.ledger.claims[0], id="c-0123456789ab", rulings=("d-1",))
    ledger = replace(case.ledger, rejected=(gone,))
    found = explain("c-012345", ledger, case.reports, case.balance)
    assert found is not None
    assert found.grounds[0].rejected
    assert "d-1" in explanation_text(found)


def test_text_holds_all_that_decided(case: "Case") -> None:
    """The printed explanation has quote, place, hash, deciding words and where the parties stand."""
    claim = case.ledger.claims[0]
    found = explain(claim.id, case.ledger, case.reports, case.balance)
    assert found is not None
    text = explanation_text(found)
    for part in (
        claim.quote,
        "alpha.txt",
        f"{claim.start}–{claim.end}",
        claim.report,
        "entre 5,6 et 9,8",
        "in the sentence",
    ):
        assert part in text
    assert "dans la phrase" in explanation_text(found, "fr")
