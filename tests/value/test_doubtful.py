"""Doubtful claims bear no figure of the balance: alone they are set aside, beside others they are only shown."""

from dataclasses import replace
from typing import Any

from tests.factory import claim, dollars, report

from donnant.domain.balance import Balance
from donnant.domain.claim import Claim, Kind, Trust
from donnant.resolve.ledger import resolve_entries
from donnant.value.balance import value_entries
from donnant.value.pairs import choose_pair

REPORTS = tuple(report(name) for name in ("a.txt", "b.txt"))


def doubtful(one: Claim) -> Claim:
    """The same claim, doubtfully read."""
    return replace(one, trust=Trust.DOUBTFUL)


def balance(*claims: Claim) -> Balance:
    """The balance of some claims between PRK and RUS."""
    made = value_entries(resolve_entries(claims, REPORTS), REPORTS, ("PRK", "RUS"), None)
    assert made is not None
    return made


def men(doc: str, number: float, voice: str, **changes: Any) -> Claim:
    """So many soldiers by that voice."""
    given = {"category": "troops", "item": "soldats", "unit": "soldier", "attribution": (voice,)}
    return claim(doc, low=number, high=number, **given, **changes)


def test_doubtful_claims_alone_are_set_aside_whatever_they_are_about() -> None:
    """A transfer, a loss and an agreement stand on no line but those that await review."""
    told = [
        doubtful(men("a.txt", 1e4, "Service A")),
        doubtful(claim("a.txt", kind=Kind.LOSS, receiver=None, category="killed", quote="Dead.")),
        doubtful(claim("b.txt", kind=Kind.AGREEMENT, giver=None, receiver=None, parties=("PRK", "RUS"), category=None)),
    ]
    made = balance(*told)
    shown = [line for side in made.sides for line in (*side.quantities, *side.unpriced, *side.published)]
    assert (shown, made.losses, made.agreements, made.claims, made.origins) == ([], (), (), 0, 0)
    assert {each for line in made.doubtful for each in line.claims} == {one.id for one in told}
    assert made.to_review == 3


def test_a_doubtful_figure_beside_a_firm_one_neither_widens_it_nor_contradicts_it() -> None:
    """10,000 by one service; the 15,000 that another may have said is counted for review alone."""
    one, other = men("a.txt", 1e4, "Service A"), men("b.txt", 1.5e4, "Agency B")
    sure, unsure = balance(one, other), balance(one, doubtful(other))
    (wide,), (line,) = sure.sides[0].quantities, unsure.sides[0].quantities
    assert wide.interval and (wide.interval.low, wide.interval.high, sure.conflicts) == (1e4, 1.5e4, 1)
    assert line.interval and (line.interval.low, line.interval.high, unsure.conflicts) == (1e4, 1e4, 0)
    assert (line.claims, line.origins, line.reports, unsure.to_review) == ((one.id,), 1, 1, 1)
    assert unsure.doubtful == ()


def test_a_doubtful_range_of_the_same_origin_does_not_head_its_firm_figure() -> None:
    """The fullest telling heads a strand, unless it is in doubt; then it is no distortion and no echo either."""
    firm, full = dollars("a.txt", 5.6e9, None), doubtful(dollars("b.txt", 5.6e9, 9.8e9))
    made = balance(firm, full)
    (line,) = made.sides[0].published
    assert line.interval and (line.interval.low, line.interval.high) == (5.6e9, None)
    assert (line.claims, line.reports, line.distortions, made.echoes) == ((firm.id,), 1, 0, 0)


def test_a_larger_doubtful_total_replaces_no_firm_one() -> None:
    """Of an origin its largest figure counts, among those that are surely read."""
    firm, more = dollars("a.txt", 1e9, 1e9), doubtful(dollars("b.txt", 5e10, 5e10, quote="Fifty."))
    (line,) = balance(firm, more).sides[0].published
    assert line.claims == (firm.id,)


def test_doubtful_claims_choose_the_pair_only_where_there_are_no_others() -> None:
    """Three doubtful transfers weigh less than one that is surely read, and more than none."""
    loose = [doubtful(claim("a.txt", giver="IRN", quote=f"{n}.", item=str(n))) for n in range(3)]
    assert choose_pair(resolve_entries([*loose, claim("b.txt")], REPORTS)) == ("PRK", "RUS")
    assert choose_pair(resolve_entries(loose, REPORTS)) == ("IRN", "RUS")
