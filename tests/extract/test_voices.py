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


@pytest.mark.parametrize(
    ("code", "before", "text", "chain"),
    [
        ("fr", "", "La mer est calme, a confié Mme Olsen au journal Meridian.", ("Olsen", "Meridian")),
        ("fr", "Marta Olsen vit ici.", "« La mer est calme », s'est réjouie Mme Olsen.", ("Marta Olsen",)),
        (
            "fr",
            "",
            "Selon Marta Olsen, citée par l'agence Meridian, la mer est calme.",
            ("Marta Olsen", "agence Meridian"),
        ),
        ("fr", "", "Cité par Meridian, Paul Arnaud affirme que la mer est calme.", ("Paul Arnaud", "Meridian")),
        ("fr", "", "Le ministre, Paul Arnaud, a affirmé, lundi à Oslo, que la mer est calme.", ("Paul Arnaud",)),
        ("fr", "", "Cette vente a été confirmée par Bergen et Oslo.", ("Bergen", "Oslo")),
        ("fr", "", "Les pêcheurs n'ont cessé d'accuser Paul Arnaud de mentir.", ()),
        (
            "en",
            "Marta Olsen lives here.",
            "The sea is calm, Ms Olsen told the Meridian Post on Monday.",
            ("Marta Olsen", "Meridian Post"),
        ),
        (
            "en",
            "",
            "In an interview with the Meridian Post, Marta Olsen said the sea was calm.",
            ("Marta Olsen", "Meridian Post"),
        ),
        ("en", "", "On Tuesday the ministry said that the sea was calm.", ("ministry",)),
        ("en", "", "Marta Olsen, who is also a captain, said the sea was calm.", ("Marta Olsen",)),
        ("en", "", "Sea trade is calm, Defence Minister Paul Arnaud said.", ("Paul Arnaud",)),
        ("en", "", "Marta Olsen has not confirmed that the sea was calm.", ()),
    ],
)
def test_chains_carriers_and_asides(code: str, before: str, text: str, chain: tuple[str, ...]) -> None:
    """Titles, asides, dates and who was spoken to are told apart from the speaker."""
    found = chains(code, *([before] if before else []), text)[-1]
    assert found == ((chain,) if chain else ())


def test_two_people_leave_a_description_as_printed() -> None:
    """Of two ministers neither is guessed; a speaker brought up anew is nobody named before."""
    two = "Le ministre Paul Arnaud et le ministre Yves Morel sont là. Le ministre affirme que la mer est calme."
    assert chains("fr", two)[1] == (("ministre",),)
    new = "The diplomat Ann Perkins lives here. A diplomat said the sea was calm."
    assert chains("en", new)[1] == (("diplomat",),)


def test_a_study_is_told_by_who_published_it() -> None:
    """`The report said` means the institute that brought it out."""
    text = "The Calder Institute published a report on Monday. The report said the sea was calm."
    assert chains("en", text)[1] == (("Calder Institute",),)


def test_who_asks_for_itself_is_nobodys_source() -> None:
    """A state that demands goods wants them; a third one that demands them for another is cited."""
    own, other = (
        next(claim for claim in extract_claims(report_of("en", text), ()) if claim.category == "arms")
        for text in (
            "Latvia asked Sweden to deliver tanks to Latvia.",
            "Norway urged Sweden to deliver tanks to Latvia.",
        )
    )
    assert (own.attribution, other.attribution) == ((), ("Norway",))
