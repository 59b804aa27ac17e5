"""Readings and reports made of plain text, for tests of the readers."""

from donnant.domain.ids import digest
from donnant.domain.report import Block, BlockKind, Report, Told
from donnant.extract.parties import find_parties
from donnant.extract.predicates import Predicate
from donnant.extract.reading import Named, Reading, read_sentence, read_words, tongue
from donnant.extract.sentences import split_report
from donnant.lang.parties import party_names


def report_of(code: str, *texts: str, kinds: tuple[BlockKind, ...] = (), publisher: str = "") -> Report:
    """A report whose blocks are these texts, paragraphs where no kind is given."""
    text = "\n\n".join(texts)
    blocks = []
    start = 0
    for number, part in enumerate(texts):
        kind = kinds[number] if number < len(kinds) else BlockKind.PARAGRAPH
        blocks.append(Block(kind, start, start + len(part)))
        start += len(part) + 2
    told = Told(publisher, "given") if publisher else None
    return Report(
        "a.txt",
        digest(text.encode()),
        text,
        tuple(blocks),
        publisher=told,
        date=Told("2025-09-19", "given"),
        language=Told(code, "given"),
    )


def read(code: str, text: str) -> Reading:
    """The reading of a text that is one sentence."""
    tables = tongue(code)
    (sentence,) = split_report(report_of(code, text), tables.grammar)
    mentions = tuple(find_parties(sentence.text, sentence.folded, party_names(code)))
    return read_sentence(sentence, read_words(sentence, tables), Named(mentions, frozenset()), tables, "2025-09-19")


def predicate(reading: Reading, frame: str) -> Predicate:
    """The one predicate of a frame in a reading."""
    (found,) = (one for one in reading.predicates if one.frame.id == frame)
    return found
