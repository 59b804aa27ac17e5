"""Who gives and who receives, by the frame of a word and the places around it."""

import pytest
from tests.extract.reader import predicate, read

from donnant.extract.roles import assign_roles


def roles(code: str, text: str, frame: str) -> dict[str, str]:
    """Role to party, as the sentence alone tells it."""
    reading = read(code, text)
    found = assign_roles(predicate(reading, frame), reading.places, reading.scene)
    return {role: filled.place.mention.party for role, filled in found.items()}


@pytest.mark.parametrize(
    ("code", "text", "frame", "giver", "receiver"),
    [
        ("fr", "La Suède livre des chars à la Lettonie.", "give", "SWE", "LVA"),
        ("fr", "À la Lettonie, la Suède livre des chars.", "give", "SWE", "LVA"),
        ("fr", "Des chars ont été livrés à la Lettonie par la Suède.", "give", "SWE", "LVA"),
        ("fr", "Les chars livrés par la Suède à la Lettonie roulent.", "give", "SWE", "LVA"),
        ("fr", "La Lettonie a reçu des chars de la Suède.", "receive", None, "LVA"),
        ("fr", "La Lettonie a reçu de la Suède des chars.", "receive", "SWE", "LVA"),
        ("fr", "La Lettonie achète des chars à la Suède.", "buy", "SWE", "LVA"),
        ("fr", "La Lettonie s'est fait livrer des chars par la Suède.", "give", "SWE", "LVA"),
        ("fr", "La Suède équipe la Lettonie.", "equip", "SWE", "LVA"),
        ("fr", "La Lettonie est équipée par la Suède.", "equip", "SWE", "LVA"),
        ("fr", "Le retrait des troupes suédoises de Lettonie.", "withdraw_noun", "SWE", "LVA"),
        ("en", "Sweden gave Latvia tanks.", "give", "SWE", "LVA"),
        ("en", "Tanks were given to Latvia by Sweden.", "give", "SWE", "LVA"),
        ("en", "Latvia bought tanks from Sweden.", "receive", "SWE", "LVA"),
        ("en", "Latvia's imports of gas from Sweden.", "buy_noun", "SWE", "LVA"),
        ("en", "Swedish gas deliveries to Latvia.", "supply_noun", "SWE", "LVA"),
    ],
)
def test_sides(code: str, text: str, frame: str, giver: str | None, receiver: str | None) -> None:
    """Order of words and voice change nothing about who stands where."""
    expected = {role: party for role, party in (("giver", giver), ("receiver", receiver)) if party}
    assert roles(code, text, frame) == expected


def test_nobody_rather_than_a_guess() -> None:
    """A party beyond another clause fills no role."""
    assert roles("fr", "Des chars ont été livrés, mais la Suède dort.", "give") == {}


def test_one_party_never_stands_on_both_sides() -> None:
    """Said twice, a party still fills one role."""
    found = roles("fr", "La Suède livre des chars à la Suède.", "give")
    assert list(found.values()) == ["SWE"]
