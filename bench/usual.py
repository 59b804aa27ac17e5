"""Texts in; what a user would make of them without Donnant out: the whole spaCy pipeline, and a pattern for amounts.

A sentence with a stem of exchange is a claim, its first two entities are the parties, its first figure is the amount.
"""

import functools
import importlib.util
import re
from collections.abc import Iterator, Sequence
from typing import Any

from donnant.domain.report import Report
from donnant.lang.grammar import grammar

LARGER = {"fr": "fr_core_news_md"}
"""The pipeline that a user would take where it is installed; otherwise the one that the pack goes with."""
_STEMS = re.compile(
    r"livr|fourni|envo|vend|vers|achet|don|suppl|deliver|send|sent|ship|sell|sold|pay|paid|buy|gave|giv"
)
_AMOUNT = re.compile(
    r"\d[\d .,']*(?:\s?(?:million|milliard|billion|md|m|bn)s?)?(?:\s?(?:de |d')?(?:dollars?|euros?|[$€£]))?", re.I
)
_BATCH = 32


def model_of(code: str) -> str:
    """The name of the pipeline for a language."""
    larger = LARGER.get(code, "")
    return larger if larger and importlib.util.find_spec(larger) else grammar(code).model


@functools.cache
def pipeline(code: str) -> Any:
    """The whole pipeline, entities and all."""
    import spacy

    return spacy.load(model_of(code))


def usual_claims(reports: Sequence[Report]) -> Iterator[tuple[str, str, str]]:
    """Party, party and amount of every sentence with a stem of exchange and two entities."""
    for code in sorted({report.language.value for report in reports if report.language}):
        texts = [report.text for report in reports if report.language and report.language.value == code]
        for parsed in pipeline(code).pipe(texts, batch_size=_BATCH):
            for sentence in parsed.sents:
                if not _STEMS.search(sentence.text.lower()) or len(sentence.ents) < 2:
                    continue
                amount = _AMOUNT.search(sentence.text)
                yield sentence.ents[0].text, sentence.ents[1].text, amount.group() if amount else ""
