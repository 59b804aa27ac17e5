"""The words for what hangs together: from ``links.toml`` to a typed table."""

from donnant.lang.lexicon import Words, read_table


class Links(Words, frozen=True):
    """What `links.toml` holds; each table by the key that the domain gives."""

    distortions: dict[str, str]
    conflicts: dict[str, str]
    settle: dict[str, str]
    """What would settle a conflict of each type."""
    relations: dict[str, str]
    """How an entry stands to another one, from either end."""
    credibility: dict[str, str]
    """What the number of an entry says."""
    copies: dict[str, str]
    changes: dict[str, str]
    headings: dict[str, str]
    phrases: dict[str, str]
    columns: dict[str, str]


def read_links(language: str) -> Links:
    """The words of a language; BadPack if the pack lacks them."""
    links: Links = read_table(language, "links", Links)
    return links
