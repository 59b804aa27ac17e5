"""How far a voice commits, and whether a thing is done, planned or wanted."""

import pytest
from tests.extract.reader import report_of

from donnant.extract.passes import extract_claims


def verdict(code: str, text: str) -> tuple[str, str]:
    """Certainty and phase of the one claim of a sentence."""
    claim = next(claim for claim in extract_claims(report_of(code, text), ()) if claim.kind == "transfer")
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
        ("La Suède pourrait livrer des chars à la Lettonie.", "possible planned"),
        ("La Suède pourrait avoir livré des chars à la Lettonie.", "possible done"),
        ("La Suède ne peut pas livrer de chars à la Lettonie.", "denied done"),
        ("La Suède n'exclut pas de livrer des chars à la Lettonie.", "possible planned"),
        ("La Suède a annoncé la livraison de chars à la Lettonie.", "asserted planned"),
        ("La livraison de chars suédois à la Lettonie aura lieu en mai.", "asserted planned"),
        ("Le ministre a déclaré que la Suède livrerait des chars à la Lettonie.", "asserted planned"),
        ("La Suède est accusée de livrer des chars à la Lettonie.", "reported done"),
        ("La Suède suspendra ses livraisons de chars à la Lettonie.", "denied planned"),
        ("Ces retards n'affectent pas les livraisons de chars suédois à la Lettonie.", "asserted done"),
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
        ("Sweden could deliver tanks to Latvia.", "possible planned"),
        ("Sweden could have delivered tanks to Latvia.", "possible done"),
        ("Sweden cannot deliver tanks to Latvia.", "denied done"),
        ("Sweden has not ruled out delivering tanks to Latvia.", "possible planned"),
        ("Sweden announced the delivery of tanks to Latvia.", "asserted planned"),
        ("Sweden signed a contract to deliver tanks to Latvia.", "asserted planned"),
        ("SWEDEN to deliver tanks to Latvia.", "asserted planned"),
        ("Sweden is accused of delivering tanks to Latvia.", "reported done"),
        ("Sweden has not stopped deliveries of tanks to Latvia.", "asserted done"),
        ("The delays do not affect deliveries of Swedish tanks to Latvia.", "asserted done"),
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


def test_what_is_dated_ahead_is_planned() -> None:
    """A present tense with a date after the report's day tells a plan."""
    assert verdict("fr", "En 2031, la Suède livre des chars à la Lettonie.") == ("asserted", "planned")
    assert verdict("fr", "En 2024, la Suède livre des chars à la Lettonie.") == ("asserted", "done")


def test_a_wish_in_a_relative_clause_reaches_nothing_else() -> None:
    """Who wants one thing may have received another."""
    found = extract_claims(report_of("en", "Latvia, which wants tanks, received wheat from Sweden."), ())
    assert {(claim.category, str(claim.phase)) for claim in found} >= {("food", "done")}
