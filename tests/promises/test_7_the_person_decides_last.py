"""Promise 7: the person decides last; what was ruled shows in claims, ledger and balance, or is said to be lost."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.factory import claim, dollars, report, study

from donnant.domain.balance import Balance
from donnant.domain.claim import Claim
from donnant.domain.decision import Decision
from donnant.domain.ids import content_id
from donnant.resolve.ledger import resolve_entries
from donnant.resolve.rulings import apply_decisions
from donnant.value.balance import value_entries

SEEN = ("giver", "receiver", "category", "low", "high", "unit", "item")
REPORTS = (report("a.txt"), report("b.txt"))
TOLD = study()[0]


def ruling(on: Claim, action: str, number: int = 1, **changes: Any) -> Decision:
    """A line of the log on a claim, as the reviewer saw it."""
    seen = {name: getattr(on, name) for name in SEEN}
    place = (on.report, on.quote, str(on.kind))
    return Decision(f"d-{number}", action, *place, seen, "why", "Ana", "2025-01-01T00:00:00Z", changes)


def balance(claims: Sequence[Claim]) -> Balance:
    """The balance of some claims between PRK and RUS."""
    made = value_entries(resolve_entries(claims, REPORTS), REPORTS, ("PRK", "RUS"), None)
    assert made is not None
    return made


def reread(one: Claim) -> Claim:
    """The same claim by a better reader: another id, a longer quote, an item."""
    quote = f"As we wrote on Monday: {one.quote}"
    return replace(one, id=content_id("c", ["better", one.id]), quote=quote, end=len(quote), item="weapons")


@st.composite
def logs(draw: st.DrawFn) -> list[Decision]:
    """Any sequence of rulings on the claims of a study."""
    lines = draw(st.lists(st.tuples(st.sampled_from(TOLD), st.sampled_from(["accept", "reject", "correct", "undo"]))))
    return [
        ruling(one, action, number, **({"category": f"ruled {number}"} if action == "correct" else {}))
        for number, (one, action) in enumerate(lines)
    ]


def last_words(log: Sequence[Decision]) -> dict[str, Decision]:
    """The last line on each claim, undone ones left out."""
    by_claim = {one.id: line for line in log for one in TOLD if _names(line, one)}
    return {id_: line for id_, line in by_claim.items() if line.action != "undo"}


def _names(line: Decision, one: Claim) -> bool:
    return (line.report, line.quote) == (one.report, one.quote) and line.seen == ruling(one, "").seen


def test_a_rejected_claim_is_in_no_entry_and_on_no_line() -> None:
    """A study that a person rejected in one report still stands on the other one, and on that alone."""
    ruled = apply_decisions(TOLD, [ruling(TOLD[0], "reject")])
    (line,) = balance(ruled.kept).sides[0].published
    assert [one.id for one in ruled.rejected] == [TOLD[0].id]
    assert (line.claims, line.reports) == ((TOLD[1].id,), 1)


def test_a_corrected_figure_is_the_one_that_counts() -> None:
    """The person's bound is in the total and in the ratio, under the id of what was read."""
    ruled = apply_decisions(TOLD, [ruling(TOLD[0], "correct", low=4e9, high=4e9), ruling(TOLD[1], "reject", 2)])
    made = balance(ruled.kept)
    (line,) = made.sides[0].published
    assert line.interval is not None and (line.interval.low, line.interval.high) == (4e9, 4e9)
    assert line.claims == (TOLD[0].id,)
    assert made.ratio is not None and made.ratio.interval.floor == 4e9 / 1.2e9


def test_a_better_reading_overwrites_no_ruling() -> None:
    """Other ids, longer quotes and an item more: rejected stays rejected, corrected stays corrected."""
    log = [ruling(TOLD[0], "reject"), ruling(TOLD[2], "correct", 2, category="energy")]
    ruled = apply_decisions([reread(one) for one in TOLD], log)
    assert [one.id for one in ruled.rejected] == [reread(TOLD[0]).id]
    assert [(one.category, one.item) for one in ruled.kept if one.rulings] == [("energy", "weapons")]
    assert ruled.problems == ()


def test_a_ruling_without_its_claim_is_said_and_falls_on_nobody() -> None:
    """What is read no more is reported; what stands in its place is left alone."""
    ruled = apply_decisions(TOLD[1:], [ruling(TOLD[0], "reject")])
    assert (ruled.kept, ruled.rejected) == (TOLD[1:], ())
    assert [problem.slug for problem in ruled.problems] == ["lost-decision"]


def test_between_two_claims_that_fit_alike_nobody_guesses() -> None:
    """A ruling that could mean either of two claims is reported, and applied to neither."""
    twins = [claim(item="shells"), claim(item="missiles")]
    ruled = apply_decisions(twins, [ruling(claim(), "reject")])
    assert (len(ruled.kept), [problem.slug for problem in ruled.problems]) == (2, ["lost-decision"])


@given(logs())
def test_the_last_word_on_each_claim_is_what_holds(log: list[Decision]) -> None:
    """After any sequence of rulings and undos: rejected, corrected or as read, by the last line alone."""
    ruled = apply_decisions(TOLD, log)
    held = {one.id: one for one in ruled.kept}
    last = last_words(log)
    assert {one.id for one in ruled.rejected} == {id_ for id_, line in last.items() if line.action == "reject"}
    for one in TOLD:
        line = last.get(one.id)
        if line is None:
            assert held[one.id] == one
        elif line.action != "reject":
            wanted = line.changes.get("category", one.category)
            assert (held[one.id].category, held[one.id].rulings) == (wanted, (line.id,))


@given(logs(), st.sets(st.sampled_from([(one.report, one.quote) for one in TOLD])))
def test_no_ruling_is_dropped_in_silence(log: list[Decision], gone: set[tuple[str, str]]) -> None:
    """Whatever sentences are read no more, each claim's last ruling is on a claim or among the problems."""
    # whole sentences: within one that is still read, a number read anew and a neighbour look alike
    left = [one for one in TOLD if (one.report, one.quote) not in gone]
    ruled = apply_decisions(left, log)
    shown = {id_ for one in (*ruled.kept, *ruled.rejected) for id_ in one.rulings}
    told = {problem.text.split()[-1] for problem in ruled.problems}
    assert all(line.id in shown | told for line in last_words(log).values())


def test_an_echo_of_a_rejected_claim_is_ruled_on_by_itself() -> None:
    """A ruling is on one sentence of one report: the same figure elsewhere waits for its own."""
    told = [dollars("a.txt", 1e9, 1e9), dollars("b.txt", 1e9, 1e9)]
    assert [one.doc for one in apply_decisions(told, [ruling(told[0], "reject")]).kept] == ["b.txt"]
