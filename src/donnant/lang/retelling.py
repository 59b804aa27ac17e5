"""Words by which reports correct others, and by which voices reckon a figure instead of counting."""

from donnant.lang.lexicon import Listed, Words, languages, read_table


class Retold(Words, frozen=True):
    """What `retelling.toml` holds."""

    corrections: Listed
    """Words of a report that corrects an earlier one."""
    wholes: Listed
    """Words by which a sentence says that its figure is all that there was."""
    agencies: Listed
    """Words in the names of those whose texts others reprint."""
    reckoned: Listed
    """Beginnings of words beside a figure that was computed or extrapolated."""


def corrections() -> tuple[str, ...]:
    """The words of all languages that bring a correction."""
    return tuple(word for code in languages() for word in read_table(code, "retelling", Retold).corrections)


def wholes() -> tuple[str, ...]:
    """The words of all languages by which a figure is said to be all that there was."""
    return tuple(word for code in languages() for word in read_table(code, "retelling", Retold).wholes)


def agencies() -> tuple[str, ...]:
    """The words of all languages in the names of news agencies."""
    return tuple(word for code in languages() for word in read_table(code, "retelling", Retold).agencies)


def reckoned() -> tuple[str, ...]:
    """The words of all languages beside a figure that was reckoned."""
    return tuple(word for code in languages() for word in read_table(code, "retelling", Retold).reckoned)
