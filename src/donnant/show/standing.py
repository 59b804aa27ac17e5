"""Where an entry stands, in words: how credible it is, and what it is to other entries."""

from donnant.domain.entry import Entry, Origin
from donnant.lang.links import read_links
from donnant.show.lookup import Lookup
from donnant.show.ties import Tie

UNGRADED = "F"
"""The letter of a source that nobody judged: it says that its reliability is not known."""


def credible_text(entry: Entry, language: str) -> str:
    """The number of an entry with its meaning: `credibility 3, possibly true`."""
    words = read_links(language)
    number = str(entry.credibility)
    return words.phrases["credible"].format(number=number, word=words.credibility[number])


def graded_text(origin: Origin | None, language: str) -> str:
    """The letter that was set for a source; nothing where it is the one that says nothing."""
    if origin is None or origin.grade == UNGRADED:
        return ""
    return read_links(language).phrases["graded"].format(letter=origin.grade)


def tie_text(tie: Tie, look: Lookup) -> str:
    """A tie in words: `part of 5.6–9.8 bn USD [e-1234abcd]`."""
    word = read_links(look.language).relations[tie.sort]
    if tie.claims:
        old, new = (look.claim_text(look.claims[claim]) for claim in tie.claims)
        return f"{word} {old} → {new}"
    entry = look.entries.get(tie.other)
    if entry is None:
        return f"{word} {tie.other}"
    figure = look.strand_amount(entry, 0) if entry.strands else ""
    what = look.item(entry.item) or look.category(entry.category) or look.labels.kinds[entry.kind]
    return f"{word} {' · '.join(part for part in (figure, what) if part)} [{look.short.get(entry.id, entry.id)}]"
