"""What the sieve drops holds no claim when it is read in full."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.reader import report_of

from donnant.domain.report import BlockKind, Report
from donnant.extract import passes
from donnant.extract.passes import extract_claims, find_hypotheses
from donnant.extract.reading import read_words, tongue
from donnant.extract.sentences import split_report
from donnant.extract.sieve import may_tell, worth_reading
from donnant.lang.parties import party_names

SENTENCES = (
    "La Russie a livré 300 chars à l'Iran.",
    "Elle a aussi reçu des drones.",
    "Le match s'est joué sous la pluie.",
    "Moscou se tait.",
    "Les deux pays ont signé un accord.",
    "Cela vaut 3 millions d'euros.",
    "Et 4 M$ pour Kiev.",
    "La société Minexor vend du gaz.",
    "Parmi eux :",
    "des obus et des missiles ;",
    "Il neige à 1 200 mètres.",
    "Le groupe est rentré tard.",
    "L'aide est arrivée hier, selon Kiev.",
    "L'entraîneur a félicité ses joueuses.",
    "Le Japon critique la Chine.",
)
KINDS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
QUIET = (
    "Le vent faiblira en soirée et les averses se feront rares.",
    "Le peintre expose douze toiles dans une galerie du port.",
    "Menés à la pause, les joueurs ont égalisé à la dernière minute.",
)


def everything(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every sentence read in full."""
    monkeypatch.setattr(passes, "may_tell", lambda report, names: True)
    monkeypatch.setattr(passes, "worth_reading", lambda sentences, *_: (frozenset(range(len(sentences))), frozenset()))


def told(report: Report) -> list[tuple[object, ...]]:
    """What a report may claim, with what each hypothesis rests on."""
    return [(one.draft, one.source, one.before) for one in find_hypotheses(report, ())]


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from((*SENTENCES, *QUIET)), st.sampled_from(KINDS)), min_size=1, max_size=9),
    st.booleans(),
)
def test_what_is_not_read_tells_nothing(parts: list[tuple[str, BlockKind]], whole: bool) -> None:
    """Reading everything gives the claims and the hypotheses that the sieve leaves, whatever stands beside what."""
    texts = [text for text, _ in parts]
    report = report_of("fr", " ".join(texts)) if whole else report_of("fr", *texts, kinds=tuple(k for _, k in parts))
    sieved, hypotheses = extract_claims(report, ()), told(report)
    with pytest.MonkeyPatch.context() as patched:
        everything(patched)
        assert extract_claims(report, ()) == sieved
        assert told(report) == hypotheses


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))
def test_a_report_that_is_dropped_names_no_party(sentences: list[str]) -> None:
    """The pass over the whole text never drops a report in whose sentences a party is found."""
    report = report_of("fr", " ".join(sentences))
    names = party_names("fr")
    if not may_tell(report, names):
        split = split_report(report, tongue("fr").grammar)
        assert not any(passes._mentions(report, split, names))


def test_a_report_on_something_else_is_not_read() -> None:
    """Sport, weather and culture that name no party are dropped by the first pass."""
    assert not may_tell(report_of("fr", " ".join(QUIET)), party_names("fr"))


def test_a_name_that_noise_is_glued_to_is_seen() -> None:
    """A footnote call glued to a name is blanked before the pass, as it is in the sentence."""
    text = "La Russie2 a livré des chars."
    report = report_of("fr", text)
    assert not may_tell(report_of("fr", "Russie2"), party_names("fr"))
    assert may_tell(replace(report, noise=((9, 10),)), party_names("fr"))


def test_only_what_may_tell_and_what_it_leans_on_is_read() -> None:
    """Of ten sentences on the weather after a party's name only those near a word of exchange are read."""
    report = report_of("fr", " ".join(["La Russie se tait.", *["Le ciel est bleu."] * 9, "Le Japon a livré du riz."]))
    tables, names = tongue("fr"), party_names("fr")
    split = split_report(report, tables.grammar)
    words = [read_words(sentence, tables) for sentence in split]
    full, light = worth_reading(split, words, passes._mentions(report, split, names), tables)
    assert (full, light) == (frozenset({len(split) - 1}), frozenset[int]())


def test_what_only_names_whom_the_next_sentence_means_is_read_lightly() -> None:
    """A sentence without a word of exchange before one that has some is read for its parties alone."""
    report = report_of("fr", "La Russie se tait. Elle a livré du riz.")
    tables, names = tongue("fr"), party_names("fr")
    split = split_report(report, tables.grammar)
    words = [read_words(sentence, tables) for sentence in split]
    assert worth_reading(split, words, passes._mentions(report, split, names), tables) == (
        frozenset({1}),
        frozenset({0}),
    )
    assert [claim.giver for claim in extract_claims(report, ())] == ["RUS"]
