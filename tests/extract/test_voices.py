"""Who is cited, and how far a voice reaches, across the sentences of a report."""

import pytest
from tests.extract.reader import report_of

from donnant.domain.report import BlockKind
from donnant.extract.passes import extract_claims
from donnant.extract.people import read_people
from donnant.extract.reading import read_words, tongue
from donnant.extract.sentences import split_report
from donnant.extract.voices import Tables, find_voices


def chains(code: str, *texts: str, kinds: tuple[BlockKind, ...] = ()) -> list[tuple[tuple[str, ...], ...]]:
    """The chains of names cited in each sentence."""
    tables = tongue(code)
    sentences = split_report(report_of(code, *texts, kinds=kinds), tables.grammar)
    words = [read_words(sentence, tables) for sentence in sentences]
    registry = read_people(sentences, tables.speech, [[] for _ in sentences])
    found = find_voices(sentences, words, registry, Tables(tables.speech, tables.grammar, tables.conjugation))
    return [tuple(voice.chain for voice in voices) for voices in found]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("fr", "Selon Marta Olsen, la mer est calme.", "Marta Olsen"),
        ("fr", "D'après l'institut Kestrel, la mer est calme.", "institut Kestrel"),
        ("fr", "Le ministre Paul Arnaud affirme que la mer est calme.", "Paul Arnaud"),
        ("fr", "La mer est calme, affirme Paul Arnaud.", "Paul Arnaud"),
        ("fr", "L'analyste Ines Vidal estime que la mer est calme.", "Ines Vidal"),
        ("en", "According to Marta Olsen, the sea is calm.", "Marta Olsen"),
        ("en", "The sea is calm, Paul Arnaud said.", "Paul Arnaud"),
        ("en", "The Kestrel Institute says that the sea is calm.", "Kestrel Institute"),
    ],
)
def test_a_speaker_is_cited_by_name(code: str, text: str, name: str) -> None:
    """Titles, articles and what leads a speaker in are no part of the name."""
    assert chains(code, text) == [((name,),)]


@pytest.mark.parametrize("text", ["Selon la saison, la mer est calme.", "On estime que la mer est calme."])
def test_nobody_is_cited_where_nobody_speaks(text: str) -> None:
    """A season says nothing, and `on` is nobody."""
    assert chains("fr", text) == [()]


def test_a_pronoun_means_the_voice_cited_last() -> None:
    """`a-t-elle ajouté` goes on with the speaker before."""
    text = "Marta Olsen affirme que la mer est calme. Le port est vide, a-t-elle ajouté."
    assert chains("fr", text) == [(("Marta Olsen",),), (("Marta Olsen",),)]


def test_a_surname_stands_for_the_full_name() -> None:
    """Once named in full, a speaker may be cited by surname."""
    text = "L'experte Marta Olsen vit ici. Selon Olsen, la mer est calme."
    assert chains("fr", text)[1] == (("Marta Olsen",),)


def test_a_list_is_told_by_its_lead_in() -> None:
    """Items have the voice of the sentence that leads them in; the paragraph after them has not."""
    kinds = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH)
    found = chains("fr", "Selon Marta Olsen, la Suède a livré :", "des chars ;", "La mer est calme.", kinds=kinds)
    assert found == [(("Marta Olsen",),), (("Marta Olsen",),), ()]


def test_a_quotation_goes_on_with_its_speaker() -> None:
    """The second sentence of a quotation is told by who spoke the first."""
    text = "Marta Olsen a déclaré : « La mer est calme. Le port est vide. » Il pleut."
    found = chains("fr", text)
    assert found[1:] == [(("Marta Olsen",),), (("Marta Olsen",),), ()]


def test_the_publisher_is_nobodys_source() -> None:
    """A report that cites itself speaks in its own voice."""
    text = "Selon l'agence Meridian, la Suède a livré des chars à la Lettonie."
    (cited,) = extract_claims(report_of("fr", text), ())
    (own,) = extract_claims(report_of("fr", text, publisher="Agence Meridian"), ())
    assert (cited.attribution, own.attribution) == (("agence Meridian",), ())
