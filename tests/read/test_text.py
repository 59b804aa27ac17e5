"""Plain text: what is prose, what is not, and that nothing of the text ever moves."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from donnant.domain.report import PROSE, BlockKind
from donnant.read.text import Reading, read_text

PROSE_LINE = "La Norvège a remis onze grues au port de Riga, a dit le ministre."


def kinds(reading: Reading) -> list[tuple[str, str]]:
    """Kind and words of every block."""
    return [(block.kind.value, reading.text[block.start : block.end]) for block in reading.blocks]


def kind_of(reading: Reading, words: str) -> str:
    """The kind of the one block that holds some words."""
    found = [kind for kind, text in kinds(reading) if words in text]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("1/5 Les grues à quai, en mai dernier. Photo: Anne Dupont", "caption"),
        ("Les grues arrivent au port. Photo: AFP 1/10", "caption"),
        ("Les grues arrivent au port © Agence des Ports", "caption"),
        ("Image caption, The cranes on the quay", "caption"),
        ("2/7", "boilerplate"),
        ("Lire aussi : Le port de Gdansk s'agrandit", "boilerplate"),
        ("https://example.org/ports", "boilerplate"),
        ("Tous droits réservés", "boilerplate"),
        ("Ce que Riga donne", "heading"),
        ("Pourquoi Oslo donne-t-il ses grues ?", "heading"),
        ("* Un don .. mais sous conditions ?", "heading"),
        ("Pourquoi Oslo donne-t-il ? Le maire refuse de répondre à la question.", "paragraph"),
        ("Le don est régulier(1).", "paragraph"),
        ("Le tiers des grues, soit 1/3, est rouillé.", "paragraph"),
        ("« Nous n'avons rien promis. »", "paragraph"),
        ("- Deux grues de plus.", "list_item"),
    ],
)
def test_kinds_of_lines_in_the_middle_of_a_text(line: str, kind: str) -> None:
    """Each line is told by how it looks."""
    reading = read_text(f"{PROSE_LINE}\n\n{PROSE_LINE}\n\n{line}\n\n{PROSE_LINE}\n")
    assert kind_of(reading, line.lstrip("*- ")) == kind


def test_date_stamped_in_front_of_a_standfirst() -> None:
    """The stamp is a fact and no prose; what follows it is the standfirst."""
    reading = read_text(f" date 2024-05-03 {PROSE_LINE}\n\n1/2 Une grue. Photo: AFP\n\nAnne Dupont\n\n{PROSE_LINE}")
    assert [kind for kind, _ in kinds(reading)] == ["boilerplate", "standfirst", "caption", "boilerplate", "paragraph"]
    assert reading.facts.date is not None and reading.facts.author is not None
    assert (reading.facts.date.value, reading.facts.date.where) == ("2024-05-03", "text")
    assert reading.facts.author.value == "Anne Dupont"


def test_stray_word_of_a_publishing_system() -> None:
    """A word glued before several lines marks title and caption, and stays out of the title."""
    top = "ZapBoxLe port de Riga change\n\nLe port de Riga change de mains\n\nZapBoxUne grue au port\n\n"
    reading = read_text(f"{top}{PROSE_LINE}\n")
    assert [kind for kind, _ in kinds(reading)] == ["title", "title", "caption", "paragraph"]
    assert reading.facts.title is not None and reading.facts.title.value == "Le port de Riga change de mains"
    assert [reading.text[start:end] for start, end in reading.noise] == ["ZapBox"]


def test_lists_after_a_lead_in() -> None:
    """The lead-in is a paragraph; items start after their bullet and end before the blank."""
    reading = read_text("Riga a reçu :\n• onze grues ; \n• deux docks\n\nLe maire a dit merci.")
    assert kinds(reading) == [
        ("paragraph", "Riga a reçu :"),
        ("list_item", "onze grues ;"),
        ("list_item", "deux docks"),
        ("paragraph", "Le maire a dit merci."),
    ]


def test_list_run_together_on_one_line() -> None:
    """Bullets inside a line part it."""
    reading = read_text("Riga a reçu : • onze grues • deux docks.")
    assert [kind for kind, _ in kinds(reading)] == ["paragraph", "list_item", "list_item"]


def test_bare_lines_below_a_colon_are_items() -> None:
    """A list may have no bullets at all."""
    reading = read_text("Norway gave:\nEleven cranes\nTwo docks\n\nThe mayor said thanks.")
    assert [kind for kind, _ in kinds(reading)] == ["paragraph", "list_item", "list_item", "paragraph"]


def test_footnotes_are_known_by_their_calls() -> None:
    """A numbered line is a footnote if its number was called, else an item."""
    called = read_text("Le don est régulier(1). Il suit un accord(2).\n\n1. Le port a la liste.\n\n2. Du 2 mai.")
    assert [kind for kind, _ in kinds(called)] == ["paragraph", "footnote", "footnote"]
    listed = read_text("Riga a reçu :\n1. Onze grues.\n2. Deux docks.")
    assert [kind for kind, _ in kinds(listed)] == ["paragraph", "list_item", "list_item"]


def test_related_articles_below_a_pointer() -> None:
    """A pointer without an article of its own claims the titles below it, not the prose."""
    reading = read_text(f"{PROSE_LINE}\n\nLire aussi :\n- Le port de Gdansk\n- Les docks de Brest\n\n{PROSE_LINE}")
    assert [kind for kind, _ in kinds(reading)] == ["paragraph", *["boilerplate"] * 3, "paragraph"]


def test_pointer_inside_a_text_run_together() -> None:
    """The pointer parts the one long line; both sides stay prose."""
    reading = read_text(f'{PROSE_LINE} A lire aussi sur les Ports : "Rien de promis", dit le maire. {PROSE_LINE}')
    assert [kind for kind, _ in kinds(reading)] == ["paragraph", "boilerplate", "paragraph"]
    assert kinds(reading)[2][1].startswith('"Rien')


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    """Lines broken by an editor at one width are joined, their breaks kept in the text."""
    wrapped = (
        "Norway has handed eleven cranes to the port of Riga, the ministry\n"
        "said on Friday. They come from Bergen and will be used to unload\n"
        "coal, according to a spokesman who would not tell their price.\n\n"
        "The mayor welcomed a gift that costs the town nothing, and he is\n"
        "waiting for two more cranes before the end of the year.\n"
    )
    assert [kind for kind, _ in kinds(read_text(wrapped))] == ["paragraph", "paragraph"]


def test_noise_in_prose() -> None:
    """Footnote calls are noise; units and formulas with a raised figure are not."""
    words = "Un don général(1), en 2025(2), précis[3] et sûr⁴ : 12 km² de quais, 10⁹ euros, 3 m³ et 40 (14 %)."
    reading = read_text(words)
    assert [words[start:end] for start, end in reading.noise] == ["(1)", "(2)", "[3]", "⁴"]


def test_header_of_keys() -> None:
    """Key and value lines at the top are facts, in any installed language."""
    keys = "Titre : Onze grues\nSource : La Gazette\nDate : 3 mai 2024\nURL: https://e.org/a"
    reading = read_text(f"{keys}\n\n{PROSE_LINE}")
    told = {name: getattr(reading.facts, name) for name in ("title", "publisher", "date", "url")}
    assert {name: fact.value for name, fact in told.items()} == {
        "title": "Onze grues",
        "publisher": "La Gazette",
        "date": "2024-05-03",
        "url": "https://e.org/a",
    }
    assert [kind for kind, _ in kinds(reading)] == ["boilerplate"] * 4 + ["paragraph"]


def test_text_without_full_stops_keeps_its_prose() -> None:
    """A list of telegrams is still read."""
    reading = read_text("Oslo gives eleven cranes to Riga\nRiga sends pine wood to Oslo in return")
    assert any(block.kind in PROSE for block in reading.blocks)


WORDS = ("La Norvège donne.", "Riga", "Photo: AFP", "1/5 ", ":", " ?", "Lire aussi :", "date 2024-05-03 ", "(1)", "[2]")
BREAKS = ("\n", "\n\n", "\r\n", "\u2028", " ", "\xa0", "\u202f", "\ufeff", "\x00")
SIGNS = (*BREAKS, "- ", "• ", "* ", "1. ", "²", "# ", "**", "> ", "«")
PIECES = st.sampled_from(WORDS + SIGNS)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join)))
def test_blocks_of_any_text(text: str) -> None:
    """Blocks are in order, apart, trimmed and not empty; noise is in order and inside blocks; the text stays."""
    reading = read_text(text)
    assert reading.text == text
    end = 0
    for block in reading.blocks:
        assert end <= block.start < block.end <= len(text)
        words = text[block.start : block.end]
        assert words == words.strip(" \xa0\t\n\r\ufeff")
        end = block.end
    end = 0
    for start, stop in reading.noise:
        assert end <= start < stop
        assert any(block.start <= start and stop <= block.end for block in reading.blocks)
        end = stop


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_letter_is_lost(text: str) -> None:
    """Every letter of a text is in a block."""
    reading = read_text(text)
    inside = {place for block in reading.blocks for place in range(block.start, block.end)}
    bullets = {"*"}
    assert all(place in inside or char in bullets for place, char in enumerate(text) if char.isalpha())


def test_kinds_are_deterministic() -> None:
    """The same text gives the same reading."""
    text = f"Onze grues\n\n{PROSE_LINE}\n\n- un\n- deux"
    assert read_text(text) == read_text(text)
    assert {block.kind for block in read_text(text).blocks} == {
        BlockKind.TITLE,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
    }
