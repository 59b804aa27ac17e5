"""What the rules read in other sentences of a report is counted, and a sentence never speaks for itself."""

from donnant.domain.report import Block, BlockKind, Report, Told
from donnant.extract.learnt.tally import Tally
from donnant.extract.passes import find_hypotheses

TEXT = (
    "La Suède livre des obus à la Lituanie. La Suède a aussi envoyé des drones à la Lituanie. "
    "La Suède a prêté 30 millions d'euros à la Lituanie. La Norvège livre du gaz à la Suède."
)


def read(text: str) -> Report:
    """A report of one paragraph."""
    date, language = Told("2024-05-02", "given"), Told("fr", "given")
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    return Report("t.txt", "0" * 64, text, blocks, date=date, language=language)


def test_other_sentences_are_counted_by_kind_and_by_category() -> None:
    """A giver of arms in two sentences counts once for each of them, and twice for a third."""
    hypotheses = find_hypotheses(read(TEXT), ())
    tally = Tally(hypotheses)
    rules = {one.reading.sentence.index: one for one in hypotheses if one.strong}
    shells, loan, gas = rules[0], rules[2], rules[3]
    assert tally.elsewhere(shells, "SWE", None) == (2, 1)
    assert tally.elsewhere(shells, "SWE", "LTU") == (2, 1)
    assert tally.elsewhere(loan, "SWE", None) == (2, 0)
    assert tally.elsewhere(gas, "SWE", "LTU") == (2, 0)
    assert tally.elsewhere(shells, None, "SWE") == (1, 0)
    assert tally.elsewhere(gas, None, "SWE") == (0, 0)
    assert tally.elsewhere(gas, "LTU", None) == (0, 0)


def test_rivals_are_the_drafts_of_one_kind_in_one_sentence() -> None:
    """Two deliveries told by one sentence are each other's rivals, whatever the next sentence tells."""
    hypotheses = find_hypotheses(read("La Suède livre des obus et du blé à la Lituanie. Elle vend du gaz à Riga."), ())
    tally = Tally(hypotheses)
    counts = {one.reading.sentence.index: tally.rivals(one) for one in hypotheses if one.strong}
    assert counts == {0: 2, 1: 1}
