"""How far a voice commits, and whether a thing is done, planned or wanted."""

import pytest
from tests.extract.reader import report_of

from donnant.extract.passes import extract_claims


def verdict(code: str, text: str) -> tuple[str, str]:
    """Certainty and phase of the one claim of a sentence."""
    (claim,) = extract_claims(report_of(code, text), ())
    return str(claim.factuality), str(claim.phase)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La Suède a livré des chars à la Lettonie.", "asserted done"),
        ("La Suède aurait livré des chars à la Lettonie.", "reported done"),
        ("La Suède livrerait des chars à la Lettonie.", "reported done"),
        ("La Suède a peut-être livré des chars à la Lettonie.", "possible done"),
        ("Si la Suède a livré des chars à la Lettonie, elle le cache.", "possible done"),
        ("La Suède n'a pas livré de chars à la Lettonie.", "denied done"),
        ("La Suède ne semble pas avoir livré de chars à la Lettonie.", "denied done"),
        ("Aucun char n'a été livré par la Suède à la Lettonie.", "denied done"),
        ("La Suède a cessé de livrer des chars à la Lettonie.", "denied done"),
        ("La Suède n'a cessé de livrer des chars à la Lettonie.", "asserted done"),
        ("La Suède livrera des chars à la Lettonie.", "asserted planned"),
        ("La Suède va livrer des chars à la Lettonie.", "asserted planned"),
        ("La Lettonie réclame des chars à la Suède.", "asserted wanted"),
    ],
)
def test_french(text: str, expected: str) -> None:
    """Negation wins over a hedge, a hedge over hearsay; tense and cue tell the phase."""
    assert " ".join(verdict("fr", text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sweden delivered tanks to Latvia.", "asserted done"),
        ("Sweden reportedly delivered tanks to Latvia.", "reported done"),
        ("Sweden may have delivered tanks to Latvia.", "possible done"),
        ("In May, Sweden delivered tanks to Latvia.", "asserted done"),
        ("Sweden has not delivered tanks to Latvia.", "denied done"),
        ("Sweden stopped deliveries of tanks to Latvia.", "denied done"),
        ("Sweden will deliver tanks to Latvia.", "asserted planned"),
        ("Latvia wants tanks from Sweden.", "asserted wanted"),
    ],
)
def test_english(text: str, expected: str) -> None:
    """The month of May is no hedge."""
    assert " ".join(verdict("en", text)) == expected


def test_a_hedge_stops_at_a_clause() -> None:
    """What is hedged before `mais` is not hedged after it."""
    text = "La Suède aurait livré des chars à la Lettonie, mais la Norvège a livré du blé à l'Estonie."
    found = {claim.giver: str(claim.factuality) for claim in extract_claims(report_of("fr", text), ())}
    assert found == {"SWE": "reported", "NOR": "asserted"}


def test_the_words_that_decided_are_kept() -> None:
    """Each claim says which words made it denied or planned."""
    (claim,) = extract_claims(report_of("fr", "La Suède n'a pas livré de chars à la Lettonie."), ())
    assert claim.cues["factuality"] == "n'a pas"
    (claim,) = extract_claims(report_of("en", "Sweden will deliver tanks to Latvia."), ())
    assert claim.cues["phase"] == "will deliver"
