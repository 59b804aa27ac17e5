"""Where a party stands: bare, behind a preposition, or inside the noun phrase of something else."""

import pytest
from tests.extract.reader import read


def places(code: str, text: str) -> dict[str, tuple[str, str | None]]:
    """Party to its slot and the word that it belongs to."""
    reading = read(code, text)
    return {
        place.mention.party: (place.slot, None if place.owner is None else reading.words.texts[place.owner])
        for place in reading.places
    }


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("fr", "La Suède livre des chars à la Lettonie.", {"SWE": ("bare", None), "LVA": ("to", None)}),
        ("fr", "Des chars livrés par la Suède.", {"SWE": ("by", None)}),
        ("fr", "Du gaz en provenance d'Algérie.", {"DZA": ("from", None)}),
        ("fr", "Un pacte entre le Japon et les Philippines.", {"JPN": ("between", None), "PHL": ("between", None)}),
        ("fr", "Des drones iraniens volent.", {"IRN": ("of", "drones")}),
        ("fr", "Les livraisons de la Suède continuent.", {"SWE": ("of", "livraisons")}),
        ("fr", "Les soldats du gouvernement du Niger partent.", {"NER": ("of", "soldats")}),
        ("en", "Iranian drones fly.", {"IRN": ("of", "drones")}),
        ("en", "Germany's sale of tanks to Algeria.", {"DEU": ("of", "sale"), "DZA": ("to", None)}),
        ("en", "Sweden gave Estonia tanks.", {"SWE": ("bare", None), "EST": ("bare", None)}),
        ("en", "Nepal imports fuel from India.", {"NPL": ("bare", None), "IND": ("from", None)}),
    ],
)
def test_slots(code: str, text: str, expected: dict[str, tuple[str, str | None]]) -> None:
    """The preposition that leads a party names its slot; an adjective or an owner belongs to its noun."""
    assert places(code, text) == expected


@pytest.mark.parametrize(
    "text",
    ["à la Lettonie et à l'Estonie", "à la Lettonie et l'Estonie", "à la Lettonie, à la Finlande et à l'Estonie"],
)
def test_joined_names_share_a_place(text: str) -> None:
    """A preposition that is said once or again joins names just the same."""
    found = read("fr", f"La Suède livre des chars {text}.").places[1:]
    assert {place.slot for place in found} == {"to"}
    assert len({place.group for place in found}) == 1


def test_a_name_before_its_own_verb_is_not_joined() -> None:
    """After `and` a name that has a verb begins a clause."""
    sweden, latvia, estonia = read("fr", "La Suède livre des chars à la Lettonie et l'Estonie livre des obus.").places
    assert (sweden.slot, latvia.slot, estonia.slot) == ("bare", "to", "bare")
