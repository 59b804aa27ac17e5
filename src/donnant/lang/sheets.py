"""The words of a spreadsheet: from ``sheets.toml`` to a typed table."""

from donnant.lang.lexicon import Words, read_table


class Sheets(Words, frozen=True):
    """All of one language; each table by the key that the program gives."""

    titles: dict[str, str]
    """Names of the sheets."""
    columns: dict[str, str]
    """Headings."""
    sections: dict[str, str]
    """What a row of the balance, or of the worths, is."""
    left_out: dict[str, str]
    """Why a published total is in no sum."""
    lasts: dict[str, str]
    operators: dict[str, str]
    standings: dict[str, str]
    conversions: dict[str, str]
    assumptions: dict[str, str]
    """What a reader takes for granted, by field."""
    unset: dict[str, str]
    """What an assumption means that is left open, by field."""
    choices: dict[str, str]
    """Shapes and weights."""
    facts: dict[str, str]
    """What a balance was made of."""
    phrases: dict[str, str]


def read_sheets(language: str) -> Sheets:
    """The words of a language; BadPack if the pack lacks one."""
    sheets: Sheets = read_table(language, "sheets", Sheets)
    return sheets
