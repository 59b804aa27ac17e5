"""Words and marks are cut where the text has them, and no letter is lost or read twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donnant.extract.fold import fold
from donnant.extract.tokens import Words, tokenize
from donnant.lang.grammar import grammar

CLITICS = tuple(grammar("fr").clitics)
TEXTS = st.one_of(st.text(max_size=300), st.text(alphabet="aé'’-–tils nN12.,«»\"\u00a0\u202f%", max_size=120))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L'Ukraine n'a-t-elle rien reçu ?", "l' ukraine n' a -t-elle rien reçu ?"),
        ("Kim’s envoy didn’t go", "kim 's envoy did n't go"),
        ("les Sud-Coréens de Saint-Pétersbourg", "les sud-coréens de saint-pétersbourg"),
        ("1,200.5 tonnes", "1,200.5 tonnes"),
        ("«armes»,soldats", "« armes » , soldats"),
    ],
)
def test_words_are_cut_as_the_language_writes_them(text: str, words: str) -> None:
    """Elisions and clitics are words of their own, compounds and figures one word."""
    assert [token.text for token in tokenize(fold(text), CLITICS)] == words.split()


@given(TEXTS)
def test_tokens_are_in_order_and_cut_from_their_offsets(text: str) -> None:
    """No two tokens overlap, and each is the text between its offsets."""
    folded = fold(text)
    end = 0
    for token in tokenize(folded, CLITICS):
        assert end <= token.start < token.end
        assert folded[token.start : token.end] == token.text
        end = token.end


@given(TEXTS)
def test_only_blanks_stand_between_tokens(text: str) -> None:
    """No letter and no digit is lost; an underscore is neither."""
    folded = fold(text)
    covered = {place for token in tokenize(folded, CLITICS) for place in range(token.start, token.end)}
    assert not [letter for place, letter in enumerate(folded) if place not in covered and letter.isalnum()]


@given(TEXTS, st.integers(0, 300))
def test_a_position_is_found_from_any_offset(text: str, offset: int) -> None:
    """`at` gives the token that holds an offset or the next one, `before` the last that ends before it."""
    words = Words(tokenize(fold(text), CLITICS))
    position = words.at(offset)
    assert all(token.end <= offset for token in words.tokens[:position])
    assert all(token.end > offset for token in words.tokens[position:])
    last = words.before(offset)
    assert last == sum(token.end <= offset for token in words.tokens) - 1
