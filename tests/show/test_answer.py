"""The answer in three sentences: every case has its words, in both languages, and its figures lead to claims."""

import pytest
from tests.factory import dollars
from tests.show.valued_case import BACK, BOOK, told, weighed

from donnant.domain.claim import Claim
from donnant.domain.prices import PriceBook
from donnant.show.answer import answer
from donnant.show.lookup import look_up
from donnant.show.rows import view_balance
from donnant.show.views import Figure


def sentences(claims: tuple[Claim, ...], language: str = "en", book: PriceBook = BOOK) -> list[str]:
    """The three sentences as text."""
    balance, ledger, _ = weighed(claims, book)
    view = view_balance(balance, ledger, language)
    said = answer(balance, view, look_up(ledger, language))
    assert all(piece.claims and piece.address for each in said for piece in each if isinstance(piece, Figure))
    return ["".join(piece if isinstance(piece, str) else piece.text for piece in each) for each in said]


def test_a_settled_balance_is_told_by_its_bounds() -> None:
    """Both totals, how many times, in every reading; what prices say; what is in no total and in dispute."""
    first, second, third = sentences(told())
    assert first == (
        "By the published totals North Korea gives 5.6–9.8 bn USD and gets 0.457–1.2 bn USD: "
        "4.7 to 21 times what it gets, in every reading."
    )
    assert second.startswith("Quantities times prices put North Korea → Russia at 11.2–26.8 m USD and Russia → ")
    assert "8,010–8,600 USD" in second and second.endswith("3 of 4 amounts have one.")
    assert third == "In no total are energy, technology (Russia → North Korea); nothing is in dispute."


def test_the_answer_is_told_in_french_too() -> None:
    """The same figures, as French writes them."""
    first, second, third = sentences(told(), "fr")
    assert "5,6–9,8 Md USD, contre 0,457–1,2 Md USD en retour, soit 4,7 à 21 fois le retour" in first
    assert "3 quantités sur 4" in second
    assert "énergie, technologie (Russie → Corée du Nord)" in third


def test_what_the_bounds_leave_open_is_told_by_the_draws() -> None:
    """Where totals overlap nobody gives more in every reading, and a share of the draws is never all of them."""
    claims = (dollars("a.txt", 1e9, 9e9), dollars("a.txt", 0.5e9, 1.5e9, quote="Back.", category="mixed", **BACK))
    first, _, _ = sentences(claims)
    assert "The readings do not agree on who gives more; North Korea does in 9" in first
    assert "100%" not in first and "in every reading" not in first


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ((dollars("a.txt", 1e9, 2e9),), "Published totals exist for North Korea → Russia alone: 1–2 bn USD."),
        (told()[2:], "Nobody published a total for either side."),
    ],
)
def test_a_missing_total_is_said(claims: tuple[Claim, ...], words: str) -> None:
    """One side alone, or none, is told as that."""
    assert sentences(claims)[0] == words


def test_a_missing_price_is_said() -> None:
    """One direction alone, no direction, and no book at all are three things."""
    assert "nothing that goes the other way finds a price" in sentences(told()[:4])[1]
    assert sentences(told()[:2])[1] == "No quantity in these reports finds a price."
    bare = sentences((told()[6],), book=PriceBook())
    assert bare[1] == "There is no price book, so no quantity is priced."
