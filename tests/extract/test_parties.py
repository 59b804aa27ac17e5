"""Mentions of parties: every marked sentence of every language, and what holds of any text."""

import itertools
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donnant.domain.party import Party, PartyKind
from donnant.extract.fold import fold
from donnant.extract.gate import Gate
from donnant.extract.parties import Guise, Mention, find_parties, find_unknown, named_parties
from donnant.lang.parties import party_names

MARKED = Path(__file__).parent.parent / "lang"
LANGUAGES = ("en", "fr")
Found = list[tuple[int, int, str, str]]


def read_marks(marked: str) -> tuple[str, Found]:
    """The sentence without its marks, and what they say; an unclosed or empty mark is an error."""
    text, found = "", []
    for part in re.split(r"(\[[^\[\]]*\])", marked):
        if not part.startswith("["):
            assert "[" not in part and "]" not in part and "|" not in part, f"unclosed mark: {marked}"
            text += part
            continue
        printed, labels = part[1:-1].split("|")
        assert printed and labels, f"empty mark: {marked}"
        for label in labels.split(", "):
            code, _, guise = label.rpartition(" ")
            found.append((len(text), len(text) + len(printed), code, guise))
        text += printed
    return text, found


def load(language: str, key: str) -> list[tuple[str, str, str]]:
    """Language, what the report says besides, and marked sentence."""
    data = tomllib.loads((MARKED / language / "parties.toml").read_text(encoding="utf-8"))
    groups = [{"sentences": data[key]}] if key == "sentences" else data[key]
    return [(language, group.get("says", ""), sentence) for group in groups for sentence in group["sentences"]]


def cases(key: str) -> list[tuple[str, str, str]]:
    """The marked sentences of all languages."""
    return [case for language in LANGUAGES for case in load(language, key)]


def mentions(language: str, text: str, says: str = "", extra: tuple[Party, ...] = ()) -> tuple[Mention, ...]:
    """Mentions in a sentence of a report that says something besides."""
    names = party_names(language, extra)
    named = named_parties(says, fold(says), names)
    return find_parties(text, fold(text), names, named)


def told(found: tuple[Mention, ...]) -> Found:
    """Mentions in the form of the marks."""
    return [(one.start, one.end, one.party, str(one.guise)) for one in found]


@pytest.mark.parametrize(("language", "says", "marked"), cases("sentences") + cases("reports"))
def test_marked_sentences(language: str, says: str, marked: str) -> None:
    """A sentence holds the parties that are marked in it, in their guise, and no other."""
    text, expected = read_marks(marked)
    assert told(mentions(language, text, says)) == expected


@pytest.mark.parametrize(("language", "says", "marked"), cases("unknown"))
def test_unknown_names(language: str, says: str, marked: str) -> None:
    """A cue beside a capitalised name makes it a party; a known name is left alone."""
    text, expected = read_marks(marked)
    names = party_names(language)
    found = find_unknown(text, fold(text), names, mentions(language, text, says))
    assert [(one.start, one.end, one.party, str(one.kind)) for one in found] == expected


@pytest.mark.parametrize("marked", ["Un [mark", "Un [Mali] nu", "Un Mali|MLI name", "Un [Mali|]"])
def test_marks_are_read_strictly(marked: str) -> None:
    """A broken mark fails instead of testing nothing."""
    with pytest.raises((AssertionError, ValueError)):
        read_marks(marked)


def test_a_dossier_extends_the_names() -> None:
    """A dossier's party is found by its names and its code, and comes before the pack's reading."""
    own = (
        Party("ZAPAD", PartyKind.FIRM, ("Zapad-Export", "Groupe Zapad")),
        Party("PRK", PartyKind.STATE, ("la République de Kim",)),
        Party("COD", PartyKind.STATE, ("Congo",)),
    )
    text = "Zapad-Export, alias Zapad, sert la République de Kim et le Congo."
    found = mentions("fr", text, extra=own)
    assert [(one.party, one.text, one.kind) for one in found] == [
        ("ZAPAD", "Zapad-Export", PartyKind.FIRM),
        ("ZAPAD", "Zapad", PartyKind.FIRM),
        ("PRK", "la République de Kim", PartyKind.STATE),
        ("COD", "Congo", PartyKind.STATE),
    ]
    assert [one.party for one in mentions("fr", text)] == ["COG"]


def test_unusual_blanks_and_apostrophes_are_equal() -> None:
    """No-break blanks and curly apostrophes inside a name change nothing but its printed text."""
    found = mentions("fr", "La Corée\u00a0du\u202fNord et la Côte d’Ivoire, la Côte d'Ivoire.")
    assert [(one.party, one.text) for one in found] == [
        ("PRK", "Corée\u00a0du\u202fNord"),
        ("CIV", "Côte d’Ivoire"),
        ("CIV", "Côte d'Ivoire"),
    ]


def test_a_pair_shares_its_span() -> None:
    """Both parties of a compound are given with the whole compound, first half first."""
    first, second = mentions("fr", "le pacte russo-nord-coréen")
    assert (first.start, first.end) == (second.start, second.end) == (9, 26)
    assert (first.party, second.party) == ("RUS", "PRK")
    assert first.guise is second.guise is Guise.PAIR


PIECES = st.lists(
    st.sampled_from([
        "Russie", "russo-", "ukrainienne", "nord-coréens", "Nord", "-", "’", "'", " ", " ", ", ", "Congo", "les ",
        "Kim", "États-Unis", "US", "US-led", "société ", "Wagner", "d", "2", "İstanbul", "de ", "Guinée", "\n",
        "«", "U.S.", "Inc",
    ]),
    max_size=14,
)  # fmt: skip


@given(PIECES, st.sampled_from(LANGUAGES))
def test_mentions_are_whole_and_in_order(pieces: list[str], language: str) -> None:
    """Whatever the text, mentions print what they span, stand in order, and overlap only as a pair."""
    text = "".join(pieces)
    found = mentions(language, text, says=text)
    assert all(text[one.start : one.end] == one.text and one.party for one in found)
    for one, after in itertools.pairwise(found):
        assert one.end <= after.start or (one.start, one.end, one.guise) == (after.start, after.end, Guise.PAIR)
    for one in find_unknown(text, fold(text), party_names(language), found):
        assert text[one.start : one.end] == one.text
        assert not any(one.start < known.end and known.start < one.end for known in found)


@given(PIECES)
def test_words_around_do_not_change_a_mention(pieces: list[str]) -> None:
    """A full stop and a new sentence after a text leave the mentions in it as they were."""
    text = "".join(pieces) + "."
    longer = mentions("fr", text + " Rien d'autre.")
    assert told(longer) == told(mentions("fr", text))


def test_gate_finds_whole_words() -> None:
    """A word inside a longer one, or glued to it by a hyphen, is not found; the longest word wins."""
    gate = Gate({"nord": 1, "corée": 2, "corée du nord": 3, "u.s.": 4})
    assert gate.find("corée du nord, nord-coréen, nordique, le nord u.s.a u.s. corée") == [
        (0, 13, 3),
        (41, 45, 1),
        (46, 50, 4),
        (52, 56, 4),
        (57, 62, 2),
    ]
    assert Gate({"nord": 1}, joiners="").find("nord-coréen") == [(0, 4, 1)]
    assert Gate({"le nord": 1, "nord": 2}).find("triple nord") == [(7, 11, 2)]
