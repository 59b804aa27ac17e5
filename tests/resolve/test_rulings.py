"""What a person ruled holds, whatever the program reads later."""

from typing import Any

import pytest
from tests.factory import claim

from donnant.domain.claim import Claim
from donnant.domain.decision import Decision
from donnant.resolve.rulings import apply_decisions

SEEN = ("giver", "receiver", "category", "low", "high", "unit", "item")


def ruling(on: Claim, action: str, number: int = 1, **changes: Any) -> Decision:
    """A decision on a claim, as the reviewer saw it."""
    seen = {name: getattr(on, name) for name in SEEN}
    return Decision(
        f"d-{number}", action, on.report, on.quote, str(on.kind), seen, "why", "me", "2025-01-01T00:00:00Z", changes
    )


def test_a_rejected_claim_leaves_the_ledger_and_is_kept_apart() -> None:
    """Rejected is not erased."""
    one = claim()
    ruled = apply_decisions([one], [ruling(one, "reject")])
    assert (ruled.kept, [c.id for c in ruled.rejected]) == ((), [one.id])


def test_a_correction_wins_over_what_was_read() -> None:
    """The person's value stands, the id stays that of what was read, and the ruling is named."""
    one = claim()
    (kept,) = apply_decisions([one], [ruling(one, "correct", giver="CHN", phase="planned")]).kept
    assert (kept.giver, str(kept.phase), kept.id, kept.rulings) == ("CHN", "planned", one.id, ("d-1",))


def test_a_later_line_supersedes_and_undo_takes_back() -> None:
    """Nothing is erased: the last line counts, and `undo` leaves what was read."""
    one = claim()
    lines = [ruling(one, "reject"), ruling(one, "accept", 2)]
    assert apply_decisions([one], lines).kept[0].rulings == ("d-2",)
    assert apply_decisions([one], [*lines, ruling(one, "undo", 3)]).kept == (one,)


def test_a_decision_holds_when_the_sentence_is_cut_anew() -> None:
    """A better version may quote more or less of the sentence, and read another item."""
    old = claim(quote="Ships left the port in May.")
    new = claim(quote="On Monday he said: Ships left the port in May.", item="ships")
    assert apply_decisions([new], [ruling(old, "reject")]).rejected


def test_of_two_claims_of_a_sentence_the_one_that_was_seen_is_meant() -> None:
    """What the reviewer saw tells the claims of one sentence apart."""
    arms, troops = claim(), claim(category="troops")
    assert [c.category for c in apply_decisions([arms, troops], [ruling(troops, "reject")]).kept] == ["arms"]


def test_a_decision_whose_claim_has_vanished_is_reported() -> None:
    """It is neither dropped nor applied to another claim."""
    other = claim(quote="Quite another sentence.")
    ruled = apply_decisions([other], [ruling(claim(), "reject")])
    assert (ruled.kept, [p.slug for p in ruled.problems]) == ((other,), ["lost-decision"])


def test_between_two_claims_that_fit_alike_nobody_guesses() -> None:
    """A tie is a problem, not a choice."""
    twins = [claim(item="obus"), claim(item="missiles")]
    seen = claim(item="fusils")
    ruled = apply_decisions(twins, [ruling(seen, "reject")])
    assert (len(ruled.kept), [p.slug for p in ruled.problems]) == (2, ["lost-decision"])


@pytest.mark.parametrize("actions", [["accept"], ["reject", "accept"], ["correct", "undo", "accept"]])
def test_an_accepted_claim_is_what_was_read(actions: list[str]) -> None:
    """Accepting changes no field."""
    one = claim()
    lines = [ruling(one, action, n) for n, action in enumerate(actions)]
    (kept,) = apply_decisions([one], lines).kept
    assert (kept.giver, kept.category, kept.rulings) == (one.giver, one.category, (lines[-1].id,))


def test_a_decision_holds_when_the_number_is_read_anew() -> None:
    """A later reading of 50 missiles where 5 were seen is the same claim, and the person's 4 stands."""
    old, new = (claim(low=n, high=n, unit="missile", item="missiles") for n in (5.0, 50.0))
    (kept,) = apply_decisions([new], [ruling(old, "correct", low=4.0, high=4.0)]).kept
    assert (kept.low, kept.high, kept.rulings) == (4.0, 4.0, ("d-1",))


def test_a_decision_never_falls_on_a_neighbour_that_agrees_in_the_sides_only() -> None:
    """The planes that were ruled on are read no more: the ships of the same sentence stay as they are."""
    ships = claim(low=5.0, high=5.0, unit="ship", item="ships")
    planes = claim(low=7.0, high=7.0, unit="aircraft", item="planes")
    ruled = apply_decisions([ships], [ruling(planes, "reject")])
    assert (ruled.kept, [p.slug for p in ruled.problems]) == ((ships,), ["lost-decision"])


def test_a_decision_never_takes_the_place_of_one_that_names_the_claim_exactly() -> None:
    """Two claims were ruled on and one is left: it keeps its own ruling, and the other is reported."""
    near, gone = (claim(low=n, high=n, unit="missile", item="missiles") for n in (5.0, 7.0))
    ruled = apply_decisions([near], [ruling(near, "accept"), ruling(gone, "reject", 2)])
    assert [one.rulings for one in ruled.kept] == [("d-1",)]
    assert [problem.slug for problem in ruled.problems] == ["lost-decision"]


def test_a_new_ruling_on_a_new_reading_supersedes_the_old_one() -> None:
    """The last word of the person counts, whichever reading it was said on."""
    old, new = (claim(low=n, high=n, unit="missile", item="missiles") for n in (5.0, 50.0))
    ruled = apply_decisions([new], [ruling(old, "reject"), ruling(new, "accept", 2)])
    assert ([one.rulings for one in ruled.kept], ruled.problems) == ([("d-2",)], ())
