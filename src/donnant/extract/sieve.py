"""A report or its sentences in; where a claim can stand at all out, before any sentence is read in full."""

import functools
from collections.abc import Sequence

from donnant.domain.report import Report
from donnant.extract.amounts import find_amounts
from donnant.extract.discourse import principal_pair
from donnant.extract.parties import Mention, may_name_parties
from donnant.extract.reading import Tongue
from donnant.extract.sentences import Sentence, plain_text
from donnant.extract.tokens import Words, openers
from donnant.lang.frames import lexicon
from donnant.lang.parties import PartyNames

_REACH = 3
"""Sentences that a party is remembered over: as far as the memory of the discourse goes."""


def may_tell(report: Report, names: PartyNames) -> bool:
    """Whether a report may name a party: one pass over its text; without parties there is no claim."""
    return may_name_parties(report.text, plain_text(report), names)


def worth_reading(
    sentences: Sequence[Sentence], words: Sequence[Words], mentions: Sequence[Sequence[Mention]], tables: Tongue
) -> tuple[frozenset[int], frozenset[int]]:
    """The sentences that must be read in full, since they may tell a claim, and those whose parties these may mean.

    A sentence tells nothing without a word of exchange or a sum, nor without a party: one that it names, or
    that is named not far before it, or that the whole report is about.
    """
    everywhere = principal_pair(mentions) is not None
    leads = {sentence.lead for sentence in sentences} - {None}
    listed = {sentence.index for sentence in sentences if sentence.lead is not None or sentence.index in leads}
    telling = [
        sentence.index
        for sentence in sentences
        if (everywhere or any(mentions[max(0, sentence.index - _REACH) : sentence.index + 1]))
        and _exchanges(sentence, words[sentence.index], tables)
    ]
    meant = {near for index in listed.union(telling) for near in range(max(0, index - _REACH), index) if mentions[near]}
    full = listed.union(telling)
    return frozenset(full), frozenset(meant - full)


def _exchanges(sentence: Sentence, words: Words, tables: Tongue) -> bool:
    """Whether a sentence has a word that a predicate or a thing may begin with, or a sum of money."""
    if not _openers(tables.code).isdisjoint(words.texts):
        return True
    return any(amount.kind == "money" for amount in find_amounts(sentence.folded, tables.amounts))


@functools.cache
def _openers(code: str) -> frozenset[str]:
    """Every word that begins something the readers look for."""
    known = lexicon(code)
    listed = (known.verbs, known.nouns, known.loose_verbs, known.loose_nouns, known.items, known.loose)
    return frozenset[str]().union(*(openers(table) for table in listed))
