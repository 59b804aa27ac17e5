"""Names are read as a person reads them: words, not letters and marks; and a description is no name."""

import pytest

from donnant.resolve.names import abbreviation, is_named, nearest_named, plain, spelled_alike, stems


@pytest.mark.parametrize(
    "name",
    [
        "Ann Lee", "NIS", "The Economist", "Séoul", "services de renseignement sud-coréens", "général Orlov",
        "Defence Minister Kim", "autorités ukrainiennes", "Lee Sung-jun, porte-parole",
        "directeur général de la Nigerian National Petroleum Corporation (NNPC)",
    ],
)  # fmt: skip
def test_who_can_be_told_from_others_is_named(name: str) -> None:
    """A person, a body, a holder of an office with his name."""
    assert is_named(name)


@pytest.mark.parametrize(
    "name",
    [
        "experts", "Occidentaux", "autres estimations", "certains observateurs", "some observers", "officials in Seoul",
        "South Korean officials", "Western diplomat", "former inspector", "chercheur établi à Tokyo", "étude",
        "responsables ukrainiens et sud-coréens", "",
    ],
)  # fmt: skip
def test_a_description_is_no_name_wherever_it_places_somebody(name: str) -> None:
    """A nation or a city says where somebody is, not who."""
    assert not is_named(name)


def test_the_nearest_name_of_a_chain_is_taken() -> None:
    """An official of whom only the paper is known is the paper's voice; experts alone are nobody's."""
    assert nearest_named(("fonctionnaire des services", "Dong-A Ilbo", "Ann Lee")) == "Dong-A Ilbo"
    assert nearest_named(("experts", "observateurs")) is None


def test_words_lose_accents_elided_articles_and_footnote_calls_only() -> None:
    """A single letter that is a name stays."""
    assert plain("L’Équipe d'État(1)") == ("equipe", "etat")
    assert plain("Institut B") == ("institut", "b")


def test_a_name_without_letters_stands_for_itself() -> None:
    """Two signs are not one voice because neither has a word."""
    assert plain("★") != plain("☆")


def test_an_abbreviation_is_printed_in_parentheses() -> None:
    """`(NIS)` is one, `(sud)` and a footnote call are none."""
    assert abbreviation("service de renseignement (NIS)") == "nis"
    assert abbreviation("service (sud)") is None
    assert abbreviation("Kiev(1)") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Olena Guseinova", "Olena Gousinova"),
        ("Olena Guseinova", "Olena Husseinova"),
        ("Guseinova", "Olena Guseinova"),
        ("fondation Naumann", "Fondation Friedrich-Naumann"),
        ("Friedrich Naumann Foundation", "Fondation Friedrich Naumann"),
    ],
)
def test_second_spellings_and_shorter_forms_are_alike(one: str, other: str) -> None:
    """In whichever order they come."""
    assert spelled_alike(one, other) and spelled_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Olena Guseinova", "Olena Petrova"),
        ("Olena Guseinova", "Elena Guseinova"),
        ("Kim Yong-hyun", "Kim Yong-chun"),
        ("North Korea", "South Korea"),
        ("gouvernement russe", "gouvernement ukrainien"),
        ("Ministry of Defence", "Ministry of Finance"),
        ("Séoul", "agent des services de Séoul"),
    ],
)
def test_other_people_and_bodies_are_not_alike(one: str, other: str) -> None:
    """One given name, one qualifier, one short word makes the difference."""
    assert not spelled_alike(one, other) and not spelled_alike(other, one)


def test_goods_are_told_by_their_words_and_not_by_whose_they_are() -> None:
    """North Korean shells and North Korean missiles have nothing in common."""
    assert not stems("obus nord-coréens") & stems("missiles nord-coréens")
    assert stems("missiles balistiques") & stems("missile de courte portée")
    assert stems("refined oil") & stems("oil")
