"""Asking a dossier: views of a day, parties by name, what mends itself, and what a check finds."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from donnant import Dossier
from donnant.dossier.asking import no_such_id
from donnant.errors import BadInput, UnknownId, UnknownParty
from donnant.store import tables

Write = Callable[..., Path]
ONE, TWO = "RUS gives PRK 5 ships.", "PRK gives RUS 7 ships."


@pytest.fixture
def filled(case: Dossier, write: Write) -> Dossier:
    """Three reports: of May, of June, and of no date."""
    case.add([write("may.txt", ONE), write("june.txt", TWO, date="2024-06-30"), write("undated.txt", TWO, date="")])
    return case


@pytest.mark.parametrize(
    ("as_of", "names"),
    [
        ("2024-04-30", []),
        ("2024-05-01", ["may.txt"]),
        ("2024-05", ["may.txt"]),
        ("2024-06", ["june.txt", "may.txt"]),
        ("2023", []),
        ("2024", ["june.txt", "may.txt"]),
    ],
)
def test_a_day_shows_only_what_was_known_then(filled: Dossier, as_of: str, names: list[str]) -> None:
    """Later reports are left out, and with them their claims and entries; a month means its last day."""
    assert [report.name for report in filled.reports(as_of)] == names
    assert {claim.doc for claim in filled.claims(as_of)} == set(names)
    assert {claim for entry in filled.ledger(as_of).entries for claim in entry.claims} == {
        claim.id for claim in filled.claims(as_of)
    }
    assert any("undated.txt" in note for note in filled.notes)


@pytest.mark.parametrize("as_of", ["yesterday", "2024-13", "2024-02-30", "24-05-01", "2024-5"])
def test_a_day_that_is_none_is_refused(filled: Dossier, as_of: str) -> None:
    """The sentence shows how to write a date."""
    with pytest.raises(BadInput, match="2025-09-19"):
        filled.claims(as_of)


def test_the_pair_may_be_named_in_words(filled: Dossier) -> None:
    """Names in any language of the packs stand for codes, in the order typed."""
    balance = filled.balance(("North Korea", "Russie"))
    assert balance is not None
    assert balance.pair == ("PRK", "RUS")
    assert balance.chosen


def test_an_unknown_party_gets_a_suggestion(filled: Dossier) -> None:
    """A slip of the pen is answered with the name that was meant."""
    with pytest.raises(UnknownParty, match="did you mean Russia"):
        filled.party("Rusia")
    with pytest.raises(UnknownParty, match=r"dossier\.toml"):
        filled.party("Zzyzx")


def test_a_balance_has_two_sides(filled: Dossier) -> None:
    """One party by two names is not a pair."""
    with pytest.raises(BadInput, match="both RUS"):
        filled.pair("Moscou", "RUS")


def test_a_party_found_in_the_reports_is_known(case: Dossier, write: Write) -> None:
    """A code that no table lists is fine once a claim carries it."""
    case.add([write("a.txt", "XYZ gives PRK 5 ships.")])
    assert case.party("xyz") == "XYZ"


@pytest.mark.parametrize("harm", ["cut", "other", "older", "gone"])
def test_a_database_that_does_not_fit_mends_itself(filled: Dossier, harm: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Damaged, replaced, of an older version or deleted: the answers are the same, and harm is told."""
    before = filled.ledger()
    path = filled.folder.ledger
    if harm == "cut":
        path.write_bytes(path.read_bytes()[:4000])
    elif harm == "other":
        path.write_bytes(b"not a database")
    elif harm == "older":
        derived = tables.load(path, _fingerprint(filled))
        assert isinstance(derived, tables.Derived)
        monkeypatch.setattr(tables, "SCHEMA", "0")
        tables.save(path, derived, _fingerprint(filled))
        monkeypatch.undo()
        monkeypatch.setattr("donnant.extract.passes.extract_claims", _must_not_read)
    else:
        path.unlink()
    again = Dossier.open(filled.folder.root)
    assert again.ledger() == before
    assert bool(again.notes) == (harm != "gone")
    assert Dossier.open(filled.folder.root).notes == []


def test_a_reading_that_was_lost_is_read_again(filled: Dossier) -> None:
    """Without report.json the original speaks for itself."""
    before = [claim.quote for claim in filled.claims()]
    for path in filled.folder.reports.rglob("report.json"):
        path.unlink()
    assert [claim.quote for claim in Dossier.open(filled.folder.root).claims()] == before


def test_a_whole_dossier_has_nothing_to_report_but_its_problems(case: Dossier, write: Write) -> None:
    """Check is silent on a dossier as it was made."""
    case.add([write("a.txt", ONE), write("b.txt", TWO)])
    assert case.check() == ()


def test_check_finds_what_was_changed(case: Dossier, write: Write) -> None:
    """A changed original, a changed reading and a lost one are each named with the remedy."""
    case.add([write("a.txt", ONE), write("b.txt", TWO), write("c.txt", ONE, TWO)])
    places = {report.name: case.folder.reports / report.hash[:16] for report in case.reports()}
    (places["a.txt"] / "a.txt").write_text("something else", encoding="utf-8")
    reading = places["b.txt"] / "report.json"
    reading.write_text(reading.read_text(encoding="utf-8").replace("7 ships", "9 ships"), encoding="utf-8")
    (places["c.txt"] / "report.json").write_text("{", encoding="utf-8")
    found = {problem.slug: problem for problem in Dossier.open(case.folder.root).check()}
    assert set(found) == {"changed-original", "stale-reading", "damaged-reading"}
    assert found["changed-original"].file == "a.txt"
    assert all("put the original back" in each.text or "rebuild" in each.text for each in found.values())


def test_a_report_that_is_gone_is_never_passed_over(filled: Dossier) -> None:
    """Check names it, every answer notes it, and only an explicit word accepts it."""
    gone = next(report for report in filled.reports() if report.name == "may.txt")
    before = filled.ledger()
    shutil.copytree(filled.folder.root, filled.folder.root.parent / "backup")
    shutil.rmtree(filled.folder.reports / gone.hash[:16])
    again = Dossier.open(filled.folder.root)
    assert ("may.txt", "lost-report") in [(each.file, each.slug) for each in again.check()]
    assert any("may.txt is gone" in note for note in again.notes)
    assert "lost-report" in [each.slug for each in again.rebuild()]
    shutil.copytree(
        filled.folder.root.parent / "backup" / "reports" / gone.hash[:16], filled.folder.reports / gone.hash[:16]
    )
    assert Dossier.open(filled.folder.root).ledger() == before
    shutil.rmtree(filled.folder.reports / gone.hash[:16])
    accepting = Dossier.open(filled.folder.root)
    assert "lost-report" not in [each.slug for each in accepting.rebuild(accept_loss=True)]
    assert "lost-report" not in [each.slug for each in Dossier.open(filled.folder.root).check()]


def test_what_was_accepted_as_gone_may_come_back(filled: Dossier, write: Write) -> None:
    """Added again it is on record again, so that a second loss is noticed too."""
    gone = next(report for report in filled.reports() if report.name == "may.txt")
    for _ in range(2):
        shutil.rmtree(filled.folder.reports / gone.hash[:16])
        assert "lost-report" in [each.slug for each in filled.check()]
        filled.rebuild(accept_loss=True)
        assert filled.add([write("may.txt", ONE)]).new == ("may.txt",)


def test_an_ambiguous_id_lists_what_it_may_be(filled: Dossier) -> None:
    """The beginning of two ids is not called unknown."""
    claims = tuple(replace(claim, id=f"c-00000{number}") for number, claim in enumerate(filled.claims()))
    ledger = replace(filled.ledger(), claims=claims)
    said = str(no_such_id("c-0000", ledger, filled.folder))
    assert "several" in said
    assert "c-000000" in said
    assert "c-000001" in said
    assert "too short" in str(no_such_id("c-00", ledger, filled.folder))
    assert "nothing here" in str(no_such_id("c-ffffff", ledger, filled.folder))


def test_a_pasted_id_keeps_its_brackets(filled: Dossier) -> None:
    """What the balance prints can be pasted as it stands."""
    entry = filled.ledger().entries[0].id
    assert filled.explain(f"[{entry}]") == filled.explain(entry)


@pytest.mark.parametrize(("typed", "kept"), [("soldier", "soldier"), ("eur", "EUR"), ("GBP", "GBP"), ("ship", "ship")])
def test_a_unit_that_is_known_is_taken(filled: Dossier, typed: str, kept: str) -> None:
    """Those of the packs, of the claims, and currencies."""
    claim = filled.claims()[0]
    assert filled.decide(claim.id, "correct", {"unit": typed}, why="page 3", reviewer="Ana").changes["unit"] == kept


def test_a_unit_that_nobody_knows_gets_a_suggestion(filled: Dossier) -> None:
    """A slip would split one thing into two."""
    with pytest.raises(BadInput, match="did you mean soldier"):
        filled.decide(filled.claims()[0].id, "correct", {"unit": "soldeir"}, why="page 3", reviewer="Ana")


def test_an_id_that_is_none_is_refused(filled: Dossier) -> None:
    """The sentence says where ids are printed."""
    with pytest.raises(UnknownId, match="donnant claims"):
        filled.explain("c-000000000000")


def test_an_explanation_ends_at_the_sentence(filled: Dossier) -> None:
    """An entry leads to a claim, and the claim to its file, offsets and hash."""
    entry = next(entry for entry in filled.ledger().entries if entry.giver == "RUS")
    grounds = filled.explain(entry.id).grounds
    assert [(ground.sentence.file, ground.sentence.quote, ground.sentence.holds) for ground in grounds] == [
        ("may.txt", ONE, True)
    ]


def _fingerprint(dossier: Dossier) -> str:
    from donnant.dossier.derive import fingerprint

    return fingerprint(dossier.folder, dossier.settings)


def _must_not_read(report: object, parties: object) -> tuple[()]:
    raise AssertionError("an older database is no reason to read the reports again")
