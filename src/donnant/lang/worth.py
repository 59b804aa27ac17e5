"""The words for prices and worths, in tables and explanations: from ``worth.toml`` to a typed table."""

from donnant.lang.labels import Plural
from donnant.lang.lexicon import Words, read_table


class Worths(Words, frozen=True):
    """All of one language; names in braces are filled in."""

    rows: dict[str, str]
    phrases: dict[str, str]
    sums: dict[str, str]
    counts: dict[str, Plural]
    spans: dict[str, Plural]
    prices: dict[str, str]
    compare: dict[str, str]
    causes: dict[str, str]
    reasons: dict[str, str]
    """Why there is no price."""
    asides: dict[str, str]
    """Why something priced is in no sum."""
    brief: dict[str, str]
    """Headings and phrases of the brief's section."""
    answer: dict[str, str]
    """The three sentences at the head of the brief, in all their cases."""
    assumptions: dict[str, str]
    """By the names of the fields of ``Assumptions``."""
    values: dict[str, str]
    shapes: dict[str, str]
    method: dict[str, str]


def read_worths(language: str) -> Worths:
    """The words of a language; BadPack if the pack lacks one."""
    worths: Worths = read_table(language, "worth", Worths)
    return worths
