"""Promise 5: an echo never counts as a second source."""

from dataclasses import replace

import pytest
from tests.factory import STUDY, claim, dollars, report, study

from donnant.domain.balance import Balance
from donnant.domain.claim import Claim
from donnant.resolve.entries import resolve_entries
from donnant.value.balance import value_entries


def balance(claims: list[Claim]) -> Balance:
    """The balance of claims from up to four reports."""
    reports = [report(f"{letter}.txt") for letter in "abcd"]
    made = value_entries(resolve_entries(claims, reports), reports, ("PRK", "RUS"), None)
    assert made is not None
    return made


@pytest.mark.parametrize("low", [5.6e9, None])
@pytest.mark.parametrize("high", [9.8e9, None])
def test_an_echo_changes_no_total_no_ratio_and_no_count_of_origins(low: float | None, high: float | None) -> None:
    """Two more reports that retell a study, whole or in part, add echoes and nothing else."""
    if low is None and high is None:
        return
    told = list(study()[0])
    echoes = [dollars(doc, low, high, STUDY) for doc in ("c.txt", "d.txt")]
    before, after = balance(told), balance([*told, *echoes])
    assert after.ratio is not None and before.ratio is not None
    assert after.ratio.interval == before.ratio.interval
    assert (after.origins, after.echoes) == (before.origins, before.echoes + 2)
    totals = [[line.interval for line in side.published] for side in after.sides]
    assert totals == [[line.interval for line in side.published] for side in before.sides]
    assert [line.origins for line in after.sides[0].published] == [1]


def test_a_sentence_copied_by_another_desk_is_no_second_source() -> None:
    """Two desks print one sentence and cite nobody: one origin."""
    told = [claim(doc, quote="Forty ships have left.", low=40.0, high=40.0, unit="ship") for doc in ("a.txt", "b.txt")]
    (line,) = balance(told).sides[0].quantities
    assert (line.origins, line.reports) == (1, 2)


def test_two_desks_in_their_own_words_are_two_origins() -> None:
    """Corroboration does count where it is one."""
    told = [
        claim(doc, quote=quote, low=40.0, high=40.0, unit="ship")
        for doc, quote in (("a.txt", "Forty ships have left."), ("b.txt", "We counted 40 ships."))
    ]
    (line,) = balance(told).sides[0].quantities
    assert (line.origins, line.reports) == (2, 2)


def test_voices_without_a_name_never_corroborate() -> None:
    """Experts here and observers there are no independent origins."""
    told = [claim(doc, attribution=("experts",), quote=doc) for doc in ("a.txt", "b.txt")]
    (line,) = balance(told).sides[0].unpriced
    assert line.origins == 0


def test_the_factory_tells_echoes_apart() -> None:
    """Two tellings are two claims, or the tests above would test nothing."""
    one = dollars("c.txt", 5.6e9, None)
    assert one.id != dollars("d.txt", 5.6e9, None).id and replace(one) == one
