"""The balance shows what was published, adds nothing up twice, and names what has no figure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factory import claim, dollars, report, study

from donnant.domain.balance import Balance, Line
from donnant.domain.claim import Claim, Factuality, Kind, Phase
from donnant.domain.report import Report
from donnant.resolve.ledger import resolve_entries
from donnant.value.balance import value_entries
from donnant.value.pairs import choose_pair

PAIR = ("PRK", "RUS")


def balance(claims: list[Claim], reports: tuple[Report, ...] | None = None) -> Balance:
    """The balance of some claims between PRK and RUS."""
    known = reports or tuple(report(name) for name in sorted({one.doc for one in claims}))
    made = value_entries(resolve_entries(claims, known), known, PAIR, None)
    assert made is not None
    return made


def lines_of(made: Balance) -> list[Line]:
    """Every line of a balance."""
    found = [*made.losses, *made.agreements, *made.attitudes]
    for side in made.sides:
        found += [*side.published, *side.quantities, *side.unpriced, *side.planned, *side.denied]
    return found


def test_one_study_told_twice_is_one_valuation_a_side_and_the_ratio_is_its_interval() -> None:
    """5.6–9.8 against 0.457–1.2 is 4.7 to 21 times; a floor told as another voice's ceiling is an echo of the study."""
    claims, reports = study()
    made = balance(list(claims), reports)
    gave, got = made.sides[0].published, made.sides[1].published
    shown = [(line.interval and (line.interval.low, line.interval.high)) for line in (*gave, *got)]
    assert shown == [(5.6e9, 9.8e9), (4.57e8, 1.2e9)]
    assert [(line.origins, line.reports, line.distortions) for line in gave] == [(1, 2, 1)]
    assert made.ratio is not None
    assert (made.ratio.more, made.ratio.settled) == ("PRK", True)
    assert made.ratio.interval.floor == pytest.approx(5.6e9 / 1.2e9)
    assert made.ratio.interval.ceiling == pytest.approx(9.8e9 / 4.57e8)
    assert made.ratio.set_aside == ()
    assert claims[4].id in got[0].claims


def test_an_origin_counts_with_its_largest_figure_since_a_total_covers_its_parts() -> None:
    """3.8 bn of aid and the 0.5 bn of it for one purpose are never added."""
    made = balance([dollars("a.txt", 3.8e9, 3.8e9, ()), dollars("a.txt", 5e8, 5e8, (), category="money")])
    assert [line.interval.low for line in made.sides[0].published if line.interval] == [3.8e9]


def test_totals_in_two_currencies_are_never_compared() -> None:
    """Euros one way and dollars the other give no ratio."""
    back = claim("b.txt", giver="RUS", receiver="PRK", low=1e9, high=1e9, unit="EUR")
    assert balance([dollars("a.txt", 1e9, 1e9), back]).ratio is None


def test_planned_and_denied_sums_are_no_published_totals() -> None:
    """A pledge is a line of its own, and so is a denial."""
    made = balance(
        [
            dollars("a.txt", 1e9, 1e9, phase=Phase.PLANNED),
            dollars("b.txt", 2e9, 2e9, factuality=Factuality.DENIED),
        ]
    )
    side = made.sides[0]
    assert (side.published, len(side.planned), len(side.denied)) == ((), 1, 1)


def test_losses_of_either_party_are_shown_and_those_of_others_are_not() -> None:
    """The balance of a pair is about the pair."""
    told = [claim("a.txt", kind=Kind.LOSS, giver=who, receiver=None, category="killed") for who in ("PRK", "UKR")]
    assert len(balance([*told, claim("a.txt")]).losses) == 1


def test_origins_that_cannot_all_be_right_are_one_conflict() -> None:
    """10,000 against 15,000 of the same soldiers."""
    told = [
        claim(doc, category="troops", item="soldats", low=n, high=n, unit="soldier", attribution=(voice,))
        for doc, n, voice in (("a.txt", 1e4, "Service A"), ("b.txt", 1.5e4, "Agency B"))
    ]
    assert balance(told).conflicts == 1


def test_figures_that_exclude_each_other_are_each_given() -> None:
    """No range is made up between what two origins say: each figure stands by itself, and its bounds apart."""
    one = claim("a.txt", low=40.0, high=60.0, unit="drone", when="2024", attribution=("Ann Lee",))
    other = claim("b.txt", low=26.0, high=26.0, unit="drone", when="2024", attribution=("Bo Ray",))
    (line,) = (line for side in balance([one, other]).sides for line in side.quantities)
    assert sorted(line.apart) == [(26.0, 26.0), (40.0, 60.0)]
    alike = claim("b.txt", low=50.0, high=50.0, unit="drone", when="2024", attribution=("Bo Ray",))
    (line,) = (line for side in balance([one, alike]).sides for line in side.quantities)
    assert line.apart == ()


def test_the_pair_with_the_most_transfers_is_taken_and_the_busier_giver_stands_first() -> None:
    """Ties go by name; without two-sided transfers there is no pair."""
    told = [claim("a.txt", quote=f"{n}.", giver="RUS", receiver="PRK", item=str(n)) for n in range(3)]
    ledger = resolve_entries([*told, claim("b.txt"), claim("b.txt", giver="IRN")], [report("a.txt")])
    assert choose_pair(ledger) == ("RUS", "PRK")
    assert choose_pair(resolve_entries([claim(receiver=None)], [report("a.txt")])) is None


@given(st.permutations(list(study()[0])))
def test_the_order_of_claims_changes_no_balance(claims: list[Claim]) -> None:
    """The same claims in any order give the same balance."""
    told, reports = study()
    assert balance(list(claims), reports) == balance(list(told), reports)


def test_every_line_rests_on_claims_of_the_ledger() -> None:
    """No orphan number: each line names claims, and the ledger has them."""
    claims, reports = study()
    known = {one.id for one in claims}
    for line in lines_of(balance([*claims, claim("a.txt")], reports)):
        assert line.claims and set(line.claims) <= known | {claim("a.txt").id}


VOICES = st.sampled_from([(), ("Ann Lee",), ("experts",), ("Bob Ray", "Blue Foundation")])


@st.composite
def piles(draw: st.DrawFn) -> list[Claim]:
    """Claims of every kind between the pair and around it."""
    made = []
    for number in range(draw(st.integers(1, 10))):
        kind = draw(st.sampled_from(list(Kind)))
        giver, receiver = draw(st.sampled_from([("PRK", "RUS"), ("RUS", "PRK"), ("PRK", "CHN")]))
        low = draw(st.sampled_from([None, 5.0, 50.0])) if kind in (Kind.TRANSFER, Kind.LOSS) else None
        agreed = kind is Kind.AGREEMENT
        made.append(
            claim(
                draw(st.sampled_from(["a.txt", "b.txt"])),
                quote=f"Sentence {number % 3}.",
                kind=kind,
                giver=None if agreed else giver,
                receiver=None if agreed or kind is Kind.LOSS else receiver,
                parties=tuple(sorted((giver, receiver))) if agreed else (),
                low=low,
                unit=draw(st.sampled_from(["USD", "EUR", "missile"])) if low else None,
                item=draw(st.sampled_from([None, "missiles", "shells"])),
                attribution=draw(VOICES),
                factuality=draw(st.sampled_from(list(Factuality))),
                phase=draw(st.sampled_from(list(Phase))),
            )
        )
    return made


@given(piles(), st.randoms(use_true_random=False))
def test_no_order_of_anything_changes_the_balance(pile: list[Claim], chance: st.DataObject) -> None:
    """Claims and reports in any order give the same sheet."""
    shuffled, reports = list(pile), [report("a.txt"), report("b.txt")]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert balance(shuffled, tuple(reports[::-1])) == balance(pile, tuple(reports))


@given(piles())
def test_every_line_of_any_balance_rests_on_claims_of_its_entry(pile: list[Claim]) -> None:
    """Each line names claims of the ledger, each entry is on the sheet once, and published lines by origin."""
    reports = (report("a.txt"), report("b.txt"))
    ledger = resolve_entries(pile, reports)
    entries = {entry.id: entry for entry in ledger.entries}
    made = balance(pile, reports)
    shown = lines_of(made)
    for line in shown:
        assert line.claims and set(line.claims) <= set(entries[line.entry].claims)
        assert line.origins <= len(entries[line.entry].strands) and 1 <= line.reports <= 2
    assert len({(line.entry, line.origin) for line in shown}) == len(shown)


@given(piles())
def test_nothing_between_the_pair_is_missing_but_lesser_sums(pile: list[Claim]) -> None:
    """Every entry of the pair is on the sheet, save sums that a larger one of the same origin may cover."""
    reports = (report("a.txt"), report("b.txt"))
    made = balance(pile, reports)
    shown = {line.entry for line in lines_of(made)}
    for entry in resolve_entries(pile, reports).entries:
        pair = {entry.giver, entry.receiver} == set(PAIR) or entry.parties == PAIR
        done = entry.phase is Phase.DONE and entry.factuality is not Factuality.DENIED
        lesser = entry.unit in ("USD", "EUR") and entry.kind is Kind.TRANSFER and done
        assert entry.id in shown or not pair or lesser
