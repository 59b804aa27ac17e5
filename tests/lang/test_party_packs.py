"""The tables of parties and of inflection: complete, consistent between languages, and free of dead words."""

import re

import pytest

from donnant.domain.party import PartyKind
from donnant.lang import parties
from donnant.lang.lexicon import read_table
from donnant.lang.morphology import adjective_forms, noun_forms, people_forms
from donnant.lang.parties import Guise, PartyTable, known_party, party_label, party_names

LANGUAGES = ("en", "fr")
MEMBERS = 193
"""States of the United Nations."""


def table(code: str) -> PartyTable:
    """The parties of a language."""
    found: PartyTable = read_table(code, "parties", PartyTable)
    return found


def test_packs_name_the_same_parties() -> None:
    """A party that one language knows every language knows, as the same kind."""
    first, *others = LANGUAGES
    for other in others:
        assert sorted(table(first).states) == sorted(table(other).states)
        kinds = [{code: names.kind for code, names in table(one).bodies.items()} for one in (first, other)]
        assert kinds[0] == kinds[1]


@pytest.mark.parametrize("code", LANGUAGES)
def test_states_are_complete(code: str) -> None:
    """Every state has a current code, a name, and nearly all a people."""
    states = table(code).states
    assert len(states) >= MEMBERS
    assert set(states) <= set(parties._states())
    assert all(names.kind is PartyKind.STATE for names in states.values())
    assert {state for state, names in states.items() if not (names.demonyms or names.people)} <= {
        "MAC",
        "VAT",
        "DMA",
    }
    named = {one.party for found in party_names(code).forms.values() for one in found if one.guise is Guise.NAME}
    assert set(states) <= named


@pytest.mark.parametrize("code", LANGUAGES)
def test_bodies_are_no_states(code: str) -> None:
    """Every body says what it is, has a name or a people, and a code that no state has."""
    for party, names in table(code).bodies.items():
        assert names.kind is not PartyKind.STATE, party
        assert names.names or names.people or names.demonyms, party
        assert party == party.upper() and party not in parties._states(), party


@pytest.mark.parametrize("code", LANGUAGES)
def test_decoys_and_lone_names_do_something(code: str) -> None:
    """A decoy hides a party's name and is none itself; what counts only alone is a name."""
    forms = {form: found for form, found in party_names(code).forms.items() if any(one.party for one in found)}
    names = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(forms))) + r")(?!\w)")
    for decoy in table(code).decoys:
        folded = parties.fold_name(decoy)
        assert folded not in forms, decoy
        assert names.search(folded), decoy
    assert [word for word in table(code).lone if parties.fold_name(word) not in forms] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_few_forms_mean_two_parties(code: str) -> None:
    """Two parties share a form only where the language does: Korea, the Congos."""
    shared = {
        frozenset(sure)
        for found in party_names(code).forms.values()
        if len(sure := {one.party for one in found if not one.needs}) > 1
    }
    assert shared == {frozenset({"KOR", "PRK"}), frozenset({"COD", "COG"})}


@pytest.mark.parametrize("code", LANGUAGES)
def test_short_and_small_words_are_no_names(code: str) -> None:
    """A name begins with a capital or is a phrase; of two letters it is an acronym."""
    small = {one.spelled for found in party_names(code).forms.values() for one in found if one.guise is Guise.NAME}
    for word in small:
        assert word != word.lower() or " " in word or word in SMALL_NAMES, word
        assert len(word) > 2 or word.isupper() or word == "Xi", word


SMALL_NAMES = {
    "pasdarans",
    "janjawids",
    "peshmergas",
    "peshmerga",
    "anti-balaka",
    "eurozone",
    "libéraux-démocrates",
}


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("russe", "russe russes"),
        ("chinois", "chinois chinoise chinoises"),
        ("iranien", "iranien iraniens iranienne iraniennes"),
        ("nord-coréen", "nord-coréen nord-coréens nord-coréenne nord-coréennes"),
        ("letton", "letton lettons lettonne lettonnes"),
        ("occidental", "occidental occidentaux occidentale occidentales"),
        ("turc", "turc turcs turque turques"),
        ("grec", "grec grecs grecque grecques"),
        ("allemand", "allemand allemands allemande allemandes"),
        ("africain", "africain africains africaine africaines"),
    ],
)
def test_french_adjectives(base: str, forms: str) -> None:
    """French adjectives of nations take their four forms, or fewer where forms coincide."""
    assert adjective_forms("fr", base) == tuple(forms.split())
    assert people_forms("fr", base) == ()


@pytest.mark.parametrize(
    ("code", "base", "forms"),
    [
        ("fr", "missile", "missile missiles"),
        ("fr", "arsenal", "arsenal arsenaux"),
        ("fr", "bateau", "bateau bateaux"),
        ("fr", "obus", "obus"),
        ("fr", "travail", "travail travaux"),
        ("en", "shell", "shell shells"),
        ("en", "supply", "supply supplies"),
        ("en", "convoy", "convoy convoys"),
        ("en", "aircraft", "aircraft"),
        ("en", "serviceman", "serviceman servicemen"),
        ("en", "torch", "torch torches"),
        ("en", "German", "German Germans"),
    ],
)
def test_nouns(code: str, base: str, forms: str) -> None:
    """Nouns take the plural of their language."""
    assert noun_forms(code, base) == tuple(forms.split())


@pytest.mark.parametrize(
    ("base", "plural"), [("Russian", "Russians"), ("Iraqi", "Iraqis"), ("German", "Germans"), ("Thai", "Thais")]
)
def test_english_peoples(base: str, plural: str) -> None:
    """English makes a noun of most adjectives of nations by an s, and leaves the adjective as it is."""
    assert people_forms("en", base) == (plural,)
    assert adjective_forms("en", base) == (base,)
    assert [people_forms("en", word) for word in ("Chinese", "French", "British", "Swiss")] == [()] * 4


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("RUS", "RUS"), ("rus", "RUS"), ("ru", "RUS"), ("Russie", "RUS"), ("Russia", "RUS"),
        (" corée  du nord ", "PRK"),
        ("EU", "EU"), ("UE", "EU"), ("Otan", "NATO"), ("world bank", "WORLD BANK"),
        ("Banque mondiale", "WORLD BANK"),
        ("Etats-Unis", "USA"), ("Côte d’Ivoire", "CIV"), ("Guam", "GUM"), ("gb", "GBR"), ("AU", "AU"),
        ("Kosovo", "XKX"),
        ("Corée", None), ("congolais", None), ("nobody", None), ("", None),
    ],
)  # fmt: skip
def test_known_party(typed: str, code: str | None) -> None:
    """A person may type a code or a name in any language; what is unknown or has two meanings is nothing."""
    assert known_party(typed) == code


def test_party_label() -> None:
    """A party is printed by its name in the language asked for, and by its code if it has none."""
    assert [party_label("RUS", code) for code in LANGUAGES] == ["Russia", "Russie"]
    assert [party_label("WEST", code) for code in LANGUAGES] == ["the West", "Occident"]
    assert [party_label("COD", code) for code in LANGUAGES] == ["DR Congo", "RD Congo"]
    assert party_label("ORVANE MINING", "fr") == "ORVANE MINING"


def test_codes_are_the_ones_in_force() -> None:
    """Each territory has one code, and none that ISO withdrew or leaves to users."""
    codes = parties._states()
    assert len(set(codes.values())) == len(codes)
    assert {"COD", "QAT", "SSD", "XKX", "TLS"} <= set(codes)
    assert not {"ZAR", "SUN", "YUG", "TMP", "XKK", "QUU", "ZZZ"} & set(codes)
