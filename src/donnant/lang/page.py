"""Words in the shape of a page: what tells furniture, facts and footnotes of a report from its prose."""

from donnant.lang.lexicon import Words


class Keys(Words, frozen=True, forbid_unknown_fields=True):
    """Names of the fields in a header of ``Key: value`` lines at the top of a file."""

    title: tuple[str, ...]
    publisher: tuple[str, ...]
    author: tuple[str, ...]
    date: tuple[str, ...]
    url: tuple[str, ...]
    language: tuple[str, ...]


class Page(Words, frozen=True, forbid_unknown_fields=True):
    """A pack's ``page.toml``; every word is matched without regard to case and kind of apostrophe."""

    months: tuple[tuple[str, ...], ...]
    """Twelve lists, January first: the name and its short forms."""
    weekdays: tuple[str, ...]
    day_suffixes: tuple[str, ...]
    """What follows the figure of a day: ``er``, ``st``."""
    numeric_day_first: bool
    """Whether 03/05/2024 is surely the third of May."""
    published: tuple[str, ...]
    """Stands before the date on which the report came out."""
    bylines: tuple[str, ...]
    """Stands before the name of who wrote it."""
    particles: tuple[str, ...]
    """Small words inside a person's name."""
    credits: tuple[str, ...]
    """Stands before the name of who took a picture."""
    captions: tuple[str, ...]
    """Opens a caption; a single word counts only before a colon."""
    related: tuple[str, ...]
    """Opens a list of, or a pointer to, other articles."""
    furniture: tuple[str, ...]
    """Opens a short line that belongs to the site, not to the report."""
    see: tuple[str, ...]
    """Opens a footnote that points elsewhere."""
    running: tuple[str, ...]
    """Stands before or between the figures of a page number."""
    kept_hyphens: tuple[str, ...]
    """First halves of compounds: a hyphen after them at a line's end is part of the word."""
    keys: Keys
