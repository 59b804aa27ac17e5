"""Reports are cut in sentences as the guide cuts them, with exact offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extract.reader import report_of

from donnant.domain.report import BlockKind
from donnant.extract.sentences import split_report
from donnant.lang.grammar import grammar


def cut(code: str, text: str) -> list[str]:
    """The sentences of a text."""
    return [sentence.text for sentence in split_report(report_of(code, text), grammar(code))]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "La Suède livre des chars.|La Norvège attend."),
        ("fr", "M. Dupont a livré 3.5 tonnes.|Mme A. Martin a nié !"),
        ("fr", "Des chars ?|Non… des obus."),
        ("fr", "Elle l'a dit le 3 mars.|«C'est faux.»|Il part."),
        ("en", "The U.S. sent tanks to St. Kitts.|Nobody knows why."),
        ("en", "He left.|2024 was worse."),
    ],
)
def test_a_sentence_ends_at_its_stop(code: str, text: str) -> None:
    """Abbreviations, initials and figures end none; a stop before a capital, a digit or a quotation does."""
    expected = [part.strip("«»") if part.startswith("«") else part for part in text.split("|")]
    assert cut(code, text.replace("|", " ")) == expected


def test_what_leads_in_a_quotation_stands_apart() -> None:
    """A lead-in before a colon is a sentence, and the quotation after it is introduced by it."""
    text = "Le ministre a déclaré : « La Suède a livré des chars. »"
    lead, quoted = split_report(report_of("fr", text), grammar("fr"))
    assert (lead.text, quoted.text) == ("Le ministre a déclaré", "La Suède a livré des chars.")
    assert quoted.introduced and not lead.introduced


def test_a_quotation_over_two_sentences_is_known_to_go_on() -> None:
    """The second sentence of a quotation is quoted, the one after it is not."""
    text = "« La Suède a livré des chars. La Norvège aussi. » Il est parti."
    first, second, third = split_report(report_of("fr", text), grammar("fr"))
    assert (first.opens, second.quoted, third.quoted) == (True, True, False)


def test_list_items_know_their_lead_in() -> None:
    """Items after a paragraph that ends with a colon are led in by it; after another paragraph they are not."""
    kinds = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
    report = report_of("fr", "La Suède a livré :", "des chars ;", "• des obus", "C'est tout.", "rien", kinds=kinds)
    found = split_report(report, grammar("fr"))
    assert [sentence.lead for sentence in found] == [None, 0, 0, None, None]
    assert found[2].text == "des obus"


def test_questions_are_known() -> None:
    """A question asks, and tells nothing."""
    (sentence,) = split_report(report_of("fr", "« Qui a livré des chars ? »"), grammar("fr"))
    assert sentence.question


def test_only_prose_is_cut() -> None:
    """Titles and captions hold no sentence."""
    kinds = (BlockKind.TITLE, BlockKind.CAPTION, BlockKind.STANDFIRST)
    report = report_of("fr", "La Suède livre.", "Un char.", "La Norvège attend.", kinds=kinds)
    assert [sentence.text for sentence in split_report(report, grammar("fr"))] == ["La Norvège attend."]


@given(st.text(max_size=500), st.sampled_from(("fr", "en")))
def test_offsets_are_exact_and_in_order(text: str, code: str) -> None:
    """Whatever the text, a sentence is the text between its offsets, and none overlaps another."""
    report = report_of(code, text)
    end = 0
    for sentence in split_report(report, grammar(code)):
        assert report.text[sentence.start : sentence.end] == sentence.text
        assert len(sentence.folded) == len(sentence.text)
        assert end <= sentence.start < sentence.end
        end = sentence.end
