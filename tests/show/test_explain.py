"""From an id down to the sentences it rests on."""

from dataclasses import replace
from typing import TYPE_CHECKING

from donnant.show.explain import explain, explanation_text, full_id

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
