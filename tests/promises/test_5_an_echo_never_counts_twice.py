"""Promise 5: an echo never counts as a second source."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factory import STUDY, claim, dollars, report, study

from donnant.domain.balance import Balance, Line
from donnant.domain.claim import Claim
from donnant.domain.report import Told
from donnant.resolve.ledger import resolve_entries
from donnant.value.balance import value_entries


def balance(claims: list[Claim]) -> Balance:
    """The balance of claims from up to four reports, of four days in turn."""
    reports = [report(f"{letter}.txt", date=Told(f"2025-09-0{day}", "given")) for day, letter in enumerate("abcd", 1)]
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
    told = [
        claim(doc, quote="Forty ships have left the port.", low=40.0, high=40.0, unit="ship")
        for doc in ("a.txt", "b.txt")
    ]
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


VOICES = {"Ann Lee": "Blue Foundation", "Bob Ray": "Institut Aster", "Cy Poe": "Ministry of Ports"}
SUMS = st.lists(st.sampled_from([1e8, 5e8, 9e8, 3e9, 8e9]), min_size=1, max_size=2).map(sorted)


@st.composite
def tellings(draw: st.DrawFn) -> tuple[list[Claim], Claim]:
    """What some voices say of either direction, and an echo of one claim: whole, or with a bound dropped."""
    told = []
    directions = st.sampled_from([("PRK", "RUS"), ("RUS", "PRK")])
    said = draw(st.lists(st.tuples(st.sampled_from(sorted(VOICES)), directions), min_size=1, max_size=6, unique=True))
    for number, (voice, (giver, receiver)) in enumerate(said):
        bounds = draw(SUMS)
        told.append(
            dollars(
                draw(st.sampled_from(["a.txt", "b.txt"])),
                bounds[0],
                bounds[-1],
                (voice, VOICES[voice]),
                quote=f"Sentence {number}.",
                giver=giver,
                receiver=receiver,
            )
        )
    one = draw(st.sampled_from(told))
    low, high = draw(st.sampled_from([(one.low, one.high), (one.low, None), (None, one.high)]))
    chain = draw(st.sampled_from([one.attribution, one.attribution[:1], one.attribution[1:]]))
    sides = {"giver": one.giver, "receiver": one.receiver, "category": draw(st.sampled_from(["arms", "mixed"]))}
    if one.attribution[1:] == chain:
        sides["category"] = "arms"
    return told, dollars("c.txt", low, high, chain, quote="An echo.", **sides)


def figures(lines: tuple[Line, ...]) -> list[tuple[str | None, object, int]]:
    """What a reader sees of published totals: whose, how much, how many origins."""
    return [(line.origin, line.interval, line.origins) for line in lines]


@given(tellings())
def test_no_echo_of_any_voice_changes_a_total_a_ratio_or_a_count(case: tuple[list[Claim], Claim]) -> None:
    """Whatever is retold, with author or body or both, whole or cut: the sheet says what it said."""
    told, echo = case
    before, after = balance(told), balance([*told, echo])
    assert [figures(side.published) for side in after.sides] == [figures(side.published) for side in before.sides]
    assert (after.ratio and after.ratio.interval) == (before.ratio and before.ratio.interval)
    assert after.origins == before.origins
    assert after.conflicts == before.conflicts


def test_a_desk_that_retells_another_desk_is_no_second_source() -> None:
    """A study told by one desk, which another desk cites, is still one origin in two reports."""
    reports = [report("a.txt", publisher=Told("Bureau Nordet", "given")), report("b.txt")]
    told = [dollars("a.txt", 5.6e9, 9.8e9), dollars("b.txt", 5.6e9, 9.8e9, ("the Bureau Nordet",))]
    made = value_entries(resolve_entries(told, reports), reports, ("PRK", "RUS"), None)
    assert made is not None
    assert [(line.origins, line.reports) for line in made.sides[0].published] == [(1, 2)]


def test_one_study_in_two_spellings_is_one_origin_with_its_echo_and_its_distortion() -> None:
    """The worked case: both directions have one named origin, told by two reports, cut once and twice by one."""
    made = balance(list(study()[0]))
    named = [[line for line in side.published if line.origins] for side in made.sides]
    assert [[(line.origins, line.reports, line.distortions) for line in lines] for lines in named] == [
        [(1, 2, 1)],
        [(1, 2, 2)],
    ]
    assert (made.origins, made.echoes) == (1, 2)


def test_goods_without_a_figure_that_one_voice_names_in_two_reports_have_one_origin() -> None:
    """An echo needs no figure to be one."""
    told = [
        claim(doc, item="missiles", attribution=("Ann Lee",), quote=f"{doc} says so.") for doc in ("a.txt", "b.txt")
    ]
    made = balance(told)
    assert ([line.origins for line in made.sides[0].unpriced], made.origins, made.echoes) == ([1], 1, 1)
