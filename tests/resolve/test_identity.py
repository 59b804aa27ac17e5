"""Names of voices: one body under its names in two languages, one person in two transcriptions, and nobody else."""

import pytest

from donnant.resolve.affiliations import is_issuer
from donnant.resolve.identity import same_voice

SAME = [
    ("ministère turc de la Défense", "Turkish Defence Ministry"),
    ("Pentagon", "US Department of Defense"),
    ("Agence nationale de renseignement de Corée du Sud", "service de renseignement sud-coréen (NIS)"),
    ("NIS", "National Intelligence Service"),
    ("Banque centrale de Zambie", "Bank of Zambia"),
    ("ministère émirati des Affaires étrangères", "Emirati foreign ministry"),
    ("institut Kestrel", "Kestrel Institute"),
    ("Observatoire caspien de l'énergie", "Caspian Energy Observatory"),
    ("Olena Guseinova", "Olena Gousinova"),
    ("Leyla Gouliyeva", "Leyla Guliyeva"),
    ("Kremlin", "Russian government"),
    ("ambassade de Chine", "Chinese embassy"),
]
OTHER = [
    ("Kestrel Institute", "Kestrel Foundation"),
    ("ministère turc de la Défense", "Russian Defence Ministry"),
    ("Turkish Defence Ministry", "Turkish Finance Ministry"),
    ("Ann Lee", "Bob Lee"),
    ("Lee", "Ann Lee"),
    ("National Intelligence Service", "Defence Ministry"),
    ("Rift Valley Institute", "Rift Policy Institute"),
    ("Ukrainian intelligence", "Ukrainian army"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_voice_under_two_names(one: str, other: str) -> None:
    """Either way round, with a reason that names both."""
    assert same_voice(one, other) and same_voice(other, one)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_two_voices_with_names_alike(one: str, other: str) -> None:
    """A namesake, another ministry, another state's: nothing in the names makes them one."""
    assert not same_voice(one, other) and not same_voice(other, one)


def test_an_institute_speaks_for_itself_and_a_paper_does_not() -> None:
    """What a body publishes is its own; an agency tells of others."""
    assert [is_issuer(name) for name in ("Kestrel Institute", "Observatoire Belmonte")] == [True, True]
    assert [is_issuer(name) for name in ("Agence Savane", "Harbour Post", "Le Matin")] == [False, False, False]
