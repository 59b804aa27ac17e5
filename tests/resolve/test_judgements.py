"""What a person rules on two voices, two things or a conflict stands over what is found, until it is undone."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factory import claim, report

from donnant.domain.claim import Claim
from donnant.domain.decision import Decision, Target
from donnant.domain.entry import Ledger
from donnant.dossier.ruling import pair_decision, superseding, undo_decision
from donnant.resolve.judgements import judge
from donnant.resolve.ledger import resolve_entries
from donnant.resolve.rulings import apply_decisions

REPORTS = tuple(report(name) for name in ("a.txt", "b.txt", "c.txt"))


def men(doc: str, number: float, voice: str, **changes: Any) -> Claim:
    """So many soldiers by that voice."""
    given_ = {"category": "troops", "item": "soldiers", "unit": "soldier", "attribution": (voice,)}
    return claim(doc, low=number, high=number, **given_, **changes)


TOLD = (men("a.txt", 1e4, "Ann Lee"), men("b.txt", 1.5e4, "Bob Ray"), men("c.txt", 1.5e4, "Cy Dale"))


def target(one: Claim) -> Target:
    """A claim as a ruling names it."""
    seen = {name: getattr(one, name) for name in ("giver", "receiver", "category", "low", "high", "unit", "item")}
    return Target(one.report, one.quote, str(one.kind), seen)


def voice(name: str) -> Target:
    """An origin as a ruling names it."""
    return Target("", name, "origin", {"sort": "voice"})


def pair(one: Target, other: Target, action: str) -> Decision:
    """A ruling on two things, of no particular moment."""
    return replace(pair_decision(one, other, action, "why", "Ana"), at="2025-01-01T00:00:00Z")


def ledger(log: Sequence[Decision], claims: Sequence[Claim] = TOLD) -> Ledger:
    """The ledger of some claims under a log, as a dossier makes it."""
    last = superseding(log)
    live = [each for each in last if each.action != "undo"]
    return resolve_entries(apply_decisions(claims, last).kept, REPORTS, judge(claims, live))


def test_two_voices_are_one_because_a_person_says_so() -> None:
    """The merge is an entry with its reason and who gave it; undone, the voices are two again."""
    same = pair(voice("Ann Lee"), voice("Bob Ray"), "same")
    assert len(ledger([]).origins) == 3
    (both,) = [each for each in ledger([same]).origins if len(each.spellings) == 2]
    assert both.spellings == ("Ann Lee", "Bob Ray")
    assert [("Ana ruled so" in reason, "why" in reason) for reason in both.reasons] == [(True, True)]
    assert ledger([same, undo_decision(same, "no", "Bea")]) == ledger([])


def test_two_voices_stay_apart_because_a_person_says_so() -> None:
    """No evidence merges what a person parted, and no figure is lifted between them."""
    told = (men("a.txt", 12345, "NIS (NIS)"), men("b.txt", 12345, "the service (NIS)"))
    assert len(ledger([], told).origins) == 1
    parted = pair(voice("NIS (NIS)"), voice("the service (NIS)"), "apart")
    assert len(ledger([parted], told).origins) == 2


def test_two_claims_are_one_thing_or_two_because_a_person_says_so() -> None:
    """Joined over what speaks against it, parted over what speaks for it."""
    fuel = claim("c.txt", category="energy", item="fuel")
    told = (TOLD[0], TOLD[1], fuel)
    assert sorted(len(entry.claims) for entry in ledger([], told).entries) == [1, 2]
    joined = ledger([pair(target(TOLD[0]), target(fuel), "same")], told)
    assert [len(entry.claims) for entry in joined.entries] == [3]
    parted = ledger([pair(target(TOLD[0]), target(TOLD[1]), "apart")], told)
    assert [len(entry.claims) for entry in parted.entries] == [1, 1, 1]


def test_a_settled_conflict_is_kept_and_disputes_nothing() -> None:
    """Who settled it stays on record; the entry is graded as if it were not there."""
    told = TOLD[:2]
    (found,) = ledger([], told).conflicts
    settled = ledger([pair(target(told[0]), target(told[1]), "settled")], told)
    (kept,) = settled.conflicts
    assert (kept.id, kept.settled, kept.ruled[:2]) == (found.id, True, "d-")
    grades = [made.entries[0].credibility for made in (ledger([], told), settled)]
    assert grades == [4, 2]


def test_a_ruling_whose_claim_is_gone_is_told() -> None:
    """It falls on no neighbour and is not dropped in silence."""
    lost = pair(target(TOLD[0]), target(claim("c.txt", item="nothing like it", category="food")), "same")
    judged = judge(TOLD, [lost])
    assert (judged.same_things, len(judged.problems)) == ((), 1)
    assert lost.id in judged.problems[0].text


@st.composite
def logs(draw: st.DrawFn) -> list[Decision]:
    """Any sequence of rulings on voices, things and conflicts, some of them undone."""
    log: list[Decision] = []
    voices = [voice(name) for name in ("Ann Lee", "Bob Ray", "Cy Dale")]
    for number in range(draw(st.integers(0, 6))):
        undone = draw(st.integers(0, 2 * number)) if log else number
        if undone < len(log):
            made = undo_decision(log[undone], "no", "Bea")
        else:
            things = draw(st.sampled_from([voices, [target(one) for one in TOLD]]))
            one, other = draw(st.permutations(things))[:2]
            actions = ["same", "apart"] if things is voices else ["same", "apart", "stands", "settled"]
            made = pair_decision(one, other, draw(st.sampled_from(actions)), "why", "Ana")
        log.append(replace(made, id=f"d-{number}", at="2025-01-01T00:00:00Z"))
    return log


@settings(max_examples=10_000, deadline=None)
@given(logs())
def test_any_sequence_of_rulings_leaves_what_its_last_words_say(log: list[Decision]) -> None:
    """The ledger after a log is that of its last line on each content alone, undone lines being none."""
    last = [each for each in superseding(log) if each.action != "undo"]
    assert ledger(log) == ledger(last)
    placed = [one for entry in ledger(log).entries for one in entry.claims]
    assert sorted(placed) == sorted(one.id for one in TOLD)
