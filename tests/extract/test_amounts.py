"""The reader of amounts, sentence by marked sentence, and what must hold of any text."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from donnant.extract.amounts import Amount, find_amounts
from donnant.extract.fold import fold
from donnant.lang.amounts import amount_words

LANG = Path(__file__).parents[1] / "lang"
MARK = re.compile(r"⟦([^⟦⟧|]+)\|([^⟦⟧|]+)⟧")
VALUE = re.compile(
    r"(?P<approx>~ )?(?:(?P<sign>[<>]=?) )?(?P<low>[\d.e]+?)(?:\.\.(?P<high>[\d.e]+))?(?: (?P<unit>[A-Za-z ]+))?"
)
SIGNS = {">": "more_than", ">=": "at_least", "<": "less_than", "<=": "at_most", None: "exactly"}


def sentences(language: str) -> list[str]:
    """Every marked sentence of a language."""
    data = tomllib.loads((LANG / language / "amounts.toml").read_text(encoding="utf-8"))
    return [sentence for group in data["group"] for sentence in group["sentences"]]


def unmarked(sentence: str) -> tuple[str, list[tuple[str, str]]]:
    """A sentence without its marks, and what they mark; a mark left open is a fault of the test."""
    text = MARK.sub(lambda mark: mark[1], sentence)
    if "⟦" in text or "⟧" in text or "|" in text:
        raise AssertionError(f"a mark is not closed: {sentence}")
    return text, [(mark[1], mark[2]) for mark in MARK.finditer(sentence)]


def expected(value: str) -> tuple[object, ...]:
    """What a mark's value says: low, high, approx, operator, kind, unit."""
    match = VALUE.fullmatch(value)
    if match is None:
        raise AssertionError(f"not a value: {value}")
    number = float(match["low"])
    low: float | None = number
    high: float | None = float(match["high"]) if match["high"] else number
    operator = "between" if match["high"] else SIGNS[match["sign"]]
    if operator in ("more_than", "at_least"):
        high = None
    elif operator in ("less_than", "at_most"):
        low = None
    unit = match["unit"]
    if unit is None or unit == "times":
        return low, high, bool(match["approx"]), operator, "count" if unit is None else "multiple", None
    kind = "money" if unit.isupper() else "share" if unit == "share" else "measure"
    return low, high, bool(match["approx"]), operator, kind, unit


def found(amount: Amount) -> tuple[object, ...]:
    """An amount in the same order, rounded as thirds are in the marks."""
    low, high = (None if bound is None else pytest.approx(bound, rel=1e-6) for bound in (amount.low, amount.high))
    return low, high, amount.approx, amount.operator, amount.kind, amount.unit


@pytest.mark.parametrize(
    ("language", "sentence"), [(code, sentence) for code in ("fr", "en") for sentence in sentences(code)]
)
def test_every_marked_amount_is_found_and_no_other(language: str, sentence: str) -> None:
    """The marked words, with their bounds, hedge, operator and unit, are exactly what comes out."""
    text, marks = unmarked(sentence)
    amounts = find_amounts(fold(text), amount_words(language))
    assert [text[amount.start : amount.end] for amount in amounts] == [words for words, _ in marks]
    assert [expected(value) for _, value in marks] == [found(amount) for amount in amounts]


def test_an_unclosed_mark_is_a_fault() -> None:
    """The reader of marked sentences refuses a sentence whose mark is left open."""
    with pytest.raises(AssertionError):
        unmarked("Il a livré ⟦300|300 obus.")


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u202f", "\u2009"])
def test_any_blank_parts_thousands(blank: str) -> None:
    """A no-break, narrow or thin space within a number reads like a plain one."""
    (amount,) = find_amounts(fold(f"15{blank}000 soldats"), amount_words("fr"))
    assert (amount.low, amount.high, amount.end) == (15000, 15000, 6)


def test_the_cue_holds_the_printed_words() -> None:
    """The words that bound a figure are kept, also where they stand on both its sides."""
    text = fold("Elle n’avait pas dépassé 1,2 milliard de dollars au mieux.")
    (amount,) = find_amounts(text, amount_words("fr"))
    assert amount.cue == "n'avait pas dépassé … au mieux"
    assert amount.operator == "at_most"


def test_more_than_and_at_least_stay_apart() -> None:
    """The printed operator is kept beside the same bounds."""
    more, least = (find_amounts(words, amount_words("fr"))[0] for words in ("plus de 5 obus", "au moins 5 obus"))
    assert (more.low, more.high) == (least.low, least.high) == (5, None)
    assert (more.operator, least.operator) == ("more_than", "at_least")


def test_a_price_for_each_is_marked_as_one() -> None:
    """A sum that is a price for each keeps the words that say so; any other sum has none."""
    text = "$100 a barrel, $5m for food"
    assert [amount.per for amount in find_amounts(text, amount_words("en"))] == ["a barrel", ""]


def test_a_count_ends_before_what_it_counts() -> None:
    """The end of a count lies right behind the figure, before `de` and the noun."""
    (amount,) = find_amounts("plus de trois millions d'obus", amount_words("fr"))
    assert "plus de trois millions d'obus"[amount.end :] == " d'obus"


WORDS = (
    "entre 5,6 et 9,8 de à au moins plus milliards million dix cent vingt un une % $ € bn m ( ) - – , . "
    "2014 15'000 3.000 dollars d' euros soldats million and to from half a about two hundred ou or sur in"
)
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(WORDS.split()),
        st.text(max_size=5),
    ),
    max_size=14,
).map(" ".join)


@settings(deadline=None)
@given(TEXTS, st.sampled_from(["fr", "en"]))
def test_any_text_gives_sound_amounts_in_order(text: str, language: str) -> None:
    """Whatever comes in, amounts lie within the text, in order, apart, with bounds that make an interval."""
    folded = fold(text)
    amounts = find_amounts(folded, amount_words(language))
    previous = 0
    for amount in amounts:
        assert previous <= amount.start < amount.end <= len(text)
        previous = amount.end
        assert amount.low is not None or amount.high is not None
        if amount.low is not None and amount.high is not None:
            assert amount.low <= amount.high
            assert (amount.low < amount.high) == (amount.operator == "between")
        assert (amount.unit is None) == (amount.kind in ("count", "multiple"))
    assert amounts == find_amounts(folded, amount_words(language))


@settings(deadline=None)
@given(st.integers(min_value=1000, max_value=10**9), st.sampled_from([" ", "\u00a0", "\u202f", "'", "."]))
def test_a_grouped_number_is_the_number(number: int, mark: str) -> None:
    """Any number with its thousands parted reads as itself."""
    text = f"{number:,}".replace(",", mark) + " obus"
    (amount,) = find_amounts(fold(text), amount_words("fr"))
    assert amount.low == amount.high == number


@settings(deadline=None)
@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    """A folded text has the length of the original, letter for letter."""
    folded = fold(text)
    assert len(folded) == len(text)
    assert all(fold(letter) == folded[at] for at, letter in enumerate(text) if letter != "Σ")


def test_folding_makes_marks_plain() -> None:
    """Curly apostrophes, odd blanks and typographic hyphens become the plain ones."""
    assert fold("L’ÉTÉ\u00a0d‘İ\u202f2024 Jong‑un") == "l'été d'İ 2024 jong-un"
