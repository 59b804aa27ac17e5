"""Amounts, ratios, dates and names as each language writes them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donnant.domain.amount import Interval, is_money
from donnant.lang.parties import party_label
from donnant.show.format import amount_text, printable, times_text, when_text

AMOUNTS = [
    ((5.6e9, 9.8e9, False, "USD"), "5.6–9.8 bn USD", "5,6–9,8 Md USD"),
    ((5.6e9, None, False, "USD"), "≥ 5.6 bn USD", "≥ 5,6 Md USD"),
    ((None, 1.2e9, False, "USD"), "≤ 1.2 bn USD", "≤ 1,2 Md USD"),
    ((4.57e8, 1.2e9, False, "USD"), "0.457–1.2 bn USD", "0,457–1,2 Md USD"),
    ((1234567.0, 1234567.0, False, "EUR"), "1,234,567 EUR", "1\u202f234\u202f567 EUR"),
    ((15000.0, 15000.0, True, "soldier"), "about 15,000 soldiers", "environ 15\u202f000 soldats"),
    ((10.0, None, False, "missile"), "≥ 10 missiles", "≥ 10 missiles"),
    ((1000.0, None, True, "soldier"), "≥ about 1,000 soldiers", "≥ environ 1\u202f000 soldats"),
    ((1.0, 1.0, False, "ship"), "1 ship", "1 navire"),
    ((0.5, 0.5, False, "share"), "50%", "50\u00a0%"),
    ((0.07, 0.29, False, "share"), "7–29%", "7–29\u00a0%"),
    ((3.0, 3.0, False, "widget"), "3 widget", "3 widget"),
    ((2.0, 2.0, False, None), "2", "2"),
    ((None, None, False, "USD"), "", ""),
]


@pytest.mark.parametrize(("amount", "english", "french"), AMOUNTS)
def test_amount_in_both_languages(
    amount: tuple[float | None, float | None, bool, str | None], english: str, french: str
) -> None:
    """An amount keeps its bounds and its unit in every language."""
    assert amount_text(*amount, "en") == english
    assert amount_text(*amount, "fr") == french


def test_strict_bounds_keep_their_mark() -> None:
    """`More than` and `less than` are not printed as `at least` and `at most`."""
    assert amount_text(12e3, None, False, "soldier", "en", "more_than") == "> 12,000 soldiers"
    assert amount_text(None, 3.0, False, "ship", "en", "less_than") == "< 3 ships"


@given(st.integers(0, 10**13), st.integers(0, 10**13))
def test_no_digit_of_a_sum_is_lost(one: int, other: int) -> None:
    """What is printed of a sum of money can be read back as the very same bounds."""
    low, high = sorted((one, other))
    text = amount_text(low, high, False, "USD", "en")
    marks = {"tn": 1e12, "bn": 1e9, "m": 1e6}
    scale = next((size for mark, size in marks.items() if f" {mark} " in text), 1)
    numbers = [float(each.replace(",", "")) * scale for each in re.findall(r"[\d,.]+", text)]
    assert [round(number) for number in numbers] == sorted({low, high})


DATES = [
    ("2024-06-19", "June 19, 2024", "19 juin 2024"),
    ("2024-06-01", "June 1, 2024", "1er juin 2024"),
    ("2024-06", "June 2024", "juin 2024"),
    ("2023/2025-09-19", "since 2023", "depuis 2023"),
    ("2022-02-24/..", "since February 24, 2022", "depuis le 24 février 2022"),
    ("../2025-04", "until April 2025", "jusqu’en avril 2025"),
    ("../2025-09-19", "so far", "jusqu’ici"),
    ("2003/2011", "2003 – 2011", "2003 – 2011"),
    ("2024-10~", "about October 2024", "vers octobre 2024"),
    ("196X", "the 1960s", "années 1960"),
    ("2024-22", "summer 2024", "été 2024"),
    ("2020?", "perhaps 2020", "peut-être 2020"),
    ("2024-06-31", "2024-06-31", "2024-06-31"),
    ("soon", "soon", "soon"),
    (None, "", ""),
]


@pytest.mark.parametrize(("when", "english", "french"), DATES)
def test_dates_in_words(when: str | None, english: str, french: str) -> None:
    """An EDTF date reads as a person would write it; what is no date stays as it is."""
    known = {"2025-09-19"}
    assert when_text(when, "en", known) == english
    assert when_text(when, "fr", known) == french


def test_ratio_has_two_significant_digits() -> None:
    """A ratio is not printed more exactly than it is known."""
    assert times_text(Interval(4.6667, 21.444), "en") == "4.7 to 21 times"
    assert times_text(Interval(4.6667, None), "fr") == "au moins 4,7 fois"
    assert times_text(Interval(None, 0.04321), "en") == "at most 0.043 times"
    assert times_text(Interval(5.0, 5.0), "en") == "5 times"


def test_names_of_parties() -> None:
    """A state has its name in the language; a body that is no state keeps its own."""
    assert party_label("PRK", "fr") == "Corée du Nord"
    assert party_label("EU", "en") == "European Union"
    assert party_label("WEST", "fr") == "Occident"


def test_money_is_a_currency_code() -> None:
    """Only an ISO 4217 code is money."""
    assert is_money("USD")
    assert not is_money("soldier")
    assert not is_money(None)


def test_nothing_steers_the_terminal() -> None:
    """Escape sequences and changes of reading direction do not leave a report."""
    assert printable("a\x1b[31mred\u202e\nb") == "a [31mred b"


def test_a_measure_without_a_label_has_the_words_of_its_pack() -> None:
    """No unit that can be read is left in another language than the answer's."""
    assert amount_text(3.0, 3.0, False, "square kilometre", "fr").endswith("kilomètres carrés")
    assert amount_text(3.0, 3.0, False, "square kilometre", "en").endswith("square kilometres")
