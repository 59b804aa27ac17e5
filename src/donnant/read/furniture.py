"""Rows that are no prose by how they look: a line's words in, whether it is a caption or furniture out."""

import re

from donnant.read.cues import Cues
from donnant.read.dates import whole_date
from donnant.read.rows import is_closed

_COUNTER_FIRST = re.compile(r"(?P<n>\d{1,2})\s?/\s?(?P<m>\d{1,2})(?:\s+(?=[^\W\d_a-zà-öø-ÿ«“\"])|$)")
_COUNTER_LAST = re.compile(r"\s(?P<n>\d{1,2})/(?P<m>\d{1,2})$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_RULE = re.compile(r"[\W_]+")
_LONGEST_CAPTION = 600
_LONGEST_FURNITURE = 120
_LONGEST_POINTER = 250


def is_caption(text: str, cues: Cues) -> bool:
    """A line with an image counter or a photo credit, or one that calls itself a caption."""
    if len(text) > _LONGEST_CAPTION:
        return False
    first, last = _COUNTER_FIRST.match(text), _COUNTER_LAST.search(text)
    if first and first.end() < len(text) and int(first["n"]) <= int(first["m"]):
        return True
    if last and int(last["n"]) <= int(last["m"]) and not is_closed(text[: last.start()]):
        return True
    return bool(cues.credit.search(text) or cues.captions.match(text))


def is_credit_only(text: str, cues: Cues) -> bool:
    """A line that is nothing but the credit of a picture."""
    return cues.credit.match(text) is not None


def is_related(text: str, cues: Cues) -> bool:
    """A line that points to other articles."""
    return len(text) <= _LONGEST_POINTER and cues.related.match(text) is not None


def is_furniture(text: str, cues: Cues) -> bool:
    """A line of the site: pointers, addresses, rules, counters, page numbers, lone dates and the like."""
    if is_related(text, cues) or any(shape.fullmatch(text) for shape in (_ADDRESS, _RULE, _COUNTER_FIRST)):
        return True
    if cues.running.fullmatch(text) or whole_date(text, cues):
        return True
    short = len(text) <= _LONGEST_FURNITURE
    return short and cues.furniture.match(text) is not None and not (is_closed(text) and len(text.split()) > 12)
