"""The pair of a balance is the one between which most passed."""

from hypothesis import given
from hypothesis import strategies as st
from tests.factory import claim, report

from donnant.domain.claim import Claim, Kind
from donnant.resolve.ledger import resolve_entries
from donnant.value.balance import value_entries
from donnant.value.pairs import choose_pair

REPORTS = (report("a.txt"),)
FLOWS = st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from("ABC")).filter(lambda flow: flow[0] != flow[1]))


def transfers(flows: list[tuple[str, str]]) -> list[Claim]:
    """One transfer for each giver and receiver."""
    return [claim(giver=giver, receiver=to, quote=f"{n}.", item=str(n)) for n, (giver, to) in enumerate(flows)]


def chosen(flows: list[tuple[str, str]]) -> tuple[str, str] | None:
    """The pair that is taken."""
    return choose_pair(resolve_entries(transfers(flows), REPORTS))


def test_both_directions_count_for_a_pair() -> None:
    """Two each way are more than three one way."""
    assert chosen([("A", "B"), ("B", "A"), ("A", "B"), ("B", "A"), ("A", "C"), ("A", "C"), ("A", "C")]) == ("A", "B")


def test_the_busier_giver_stands_first_and_ties_go_by_name() -> None:
    """The order of reading decides nothing."""
    assert chosen([("B", "A"), ("B", "A"), ("A", "B")]) == ("B", "A")
    assert chosen([("B", "A"), ("A", "B")]) == ("A", "B")
    assert chosen([("B", "C"), ("A", "B")]) == ("A", "B")


def test_without_a_transfer_between_two_parties_there_is_no_balance() -> None:
    """An attitude or a half-known transfer makes no pair, and a balance that was not asked for is not made."""
    told = [claim(kind=Kind.ATTITUDE, category="positive"), claim(receiver=None)]
    ledger = resolve_entries(told, REPORTS)
    assert choose_pair(ledger) is None
    assert value_entries(ledger, REPORTS, None, None) is None


def test_a_pair_that_was_asked_for_is_kept_as_asked() -> None:
    """Its order is the order of the sides, and the balance says that it was given."""
    made = value_entries(resolve_entries([claim()], REPORTS), REPORTS, ("RUS", "PRK"), None)
    assert made is not None
    assert (made.pair, made.chosen, [side.giver for side in made.sides]) == (("RUS", "PRK"), True, ["RUS", "PRK"])


@given(FLOWS, st.randoms(use_true_random=False))
def test_the_order_of_transfers_chooses_no_other_pair(flows: list[tuple[str, str]], chance: st.DataObject) -> None:
    """The same transfers in any order give the same pair."""
    shuffled = list(flows)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert chosen(shuffled) == chosen(flows)
