"""Claims of one matter in; what one origin asserts and another denies out."""

import datetime
import functools
import re
from collections.abc import Iterator, Mapping, Sequence

from donnant.domain.claim import Factuality, Kind
from donnant.lang.cues import commitment, operators
from donnant.lang.frames import lexicon
from donnant.lang.lexicon import languages
from donnant.resolve.matters import Found
from donnant.resolve.same import Trait

_WORD = re.compile(r"[^\W\d_]+'?")
_ONE_SORT = frozenset({"money", "troops", "labour", "mixed", "military", "political", "experience"})
"""Categories whose name says what the goods are."""
_BULK = frozenset({"tonne", "container", "unit"})
"""Units in which many sorts of goods are counted."""
_WHOLE = frozenset({"weapon"})
"""Units of words that name a category as a whole."""
_HEAD = 3
"""Letters that two words of two languages share, at least, to be taken for one: drones, missiles, satellites."""
_LATER = datetime.timedelta(days=31)
"""A denial may be overtaken by what happens so much later."""


def find_denied(originals: Mapping[tuple[object, ...], Sequence[Trait]]) -> Iterator[Found]:
    """What one origin asserts and another denies; what was merely stopped is no denial."""
    for group in originals.values():
        denials = [each for each in group if each.claim.factuality is Factuality.DENIED and _is_denial(each)]
        told = [each for each in group if each.claim.factuality in (Factuality.ASSERTED, Factuality.REPORTED)]
        for denial in denials:
            for claim in told:
                if claim.origin != denial.origin and _denies(denial, claim):
                    yield "denied", [claim.claim], [denial.claim], 1.0


def _denies(denial: Trait, claim: Trait) -> bool:
    one, other = denial.claim, claim.claim
    if one.phase != other.phase or (denial.when and claim.when and not denial.when.overlaps(claim.when)):
        return False
    if denial.known and claim.known and claim.known - denial.known > _LATER:
        return False
    if denial.interval is not None and (claim.interval is None or not denial.interval.overlaps(claim.interval)):
        return False
    if one.kind is not Kind.TRANSFER:
        return one.category == other.category
    if one.category != other.category:
        return False
    return _same_goods(denial, claim)


def _same_goods(one: Trait, other: Trait) -> bool:
    """Whether two may name the same goods; of two languages only what their sort or their spelling proves."""
    if not one.stems or not other.stems or one.claim.category in _ONE_SORT:
        return True
    if one.language == other.language:
        return bool(one.stems & other.stems)
    if any(a[:_HEAD] == b[:_HEAD] for a in one.stems for b in other.stems):
        return True
    first, second = (_sorts(each.claim.item or "", each.language or "") for each in (one, other))
    return bool(first & second - _BULK) or bool((first | second) & _WHOLE)


@functools.cache
def _sorts(item: str, language: str) -> frozenset[str]:
    """The units in which the pack of a language counts what an item names."""
    if language not in languages():
        return frozenset()
    words, table = re.findall(r"[\w'’-]+", item.casefold()), lexicon(language)
    phrases = {" ".join(words[at : at + size]) for at in range(len(words)) for size in (1, 2, 3)}
    found = (table.items.get(phrase) or table.loose.get(phrase) for phrase in sorted(phrases))
    return frozenset(each.unit for each in found if each and each.unit)


def _is_denial(each: Trait) -> bool:
    """Whether the words of a sentence negate or deny; a ban or a halt does neither."""
    words = set(_WORD.findall(each.claim.quote.casefold().replace("’", "'")))
    return any(words & negators and (not leading or words & leading) for negators, leading in _denying())


@functools.cache
def _denying() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Of each language its negators with the first halves that they need, and its verbs of denial."""
    found: list[tuple[frozenset[str], frozenset[str]]] = []
    for code in languages():
        table = commitment(code)
        found.append((frozenset([*table.negators, *table.determiners]), frozenset(table.no)))
        verbs = (word for word, forms in operators(code).items() if any(cue.effect == "denied" for _, cue in forms))
        found.append((frozenset(verbs), frozenset()))
    return tuple(found)
