"""A pack's words for numbers and their printed form: what `numbers.toml` holds."""

from donnant.lang.lexicon import Words, read_table


class NumberWords(Words, frozen=True, eq=False):
    """How figures are printed, the words for them, and what stands before a year."""

    decimal: list[str]
    """Marks before decimals; a mark that also parts thousands does so before three digits."""
    thousands: list[str]
    """Marks between thousands, beside the blank, which always may."""
    articles: list[str]
    """Words that count as one only before a multiplier, a collective or a half."""
    single: list[str]
    """Those articles that count as one after *at least* (au moins un navire)."""
    modifiers: list[str]
    """Between an article and what it counts, and make it approximate (une bonne centaine)."""
    small: dict[str, float]
    """Words below a hundred."""
    stacked: list[int]
    """Tens on which ten to nineteen may be stacked (soixante-quinze)."""
    after_tens: list[str]
    """Joins a unit to tens (vingt et un)."""
    after_hundreds: list[str]
    """Joins anything to hundreds (three hundred and five)."""
    hundreds: dict[str, float]
    multipliers: dict[str, float]
    """From a thousand up; after a number in digits or in words."""
    glued: dict[str, float]
    """Abbreviations of multipliers, right behind the digits (5bn)."""
    before_money: dict[str, float]
    """Abbreviations of multipliers that are read only beside a currency (300 M$)."""
    collectives: dict[str, float]
    """After an article or a number: une centaine, two dozen."""
    about: list[str]
    """Those collectives that are no exact number."""
    vague: dict[str, float]
    """Plurals that name an order of magnitude without a number (des dizaines)."""
    several: list[str]
    """Words that make a multiplier vague (plusieurs millions)."""
    halves: list[str]
    """Half of a multiplier or a collective (un demi-million)."""
    and_half: list[str]
    """Adds half of what was counted (deux millions et demi)."""
    of: list[str]
    needs_noun: list[str]
    """Number words that mean something else too: read only before a noun."""
    alone: list[str]
    """Hundreds and multipliers that are a number by themselves (mille soldats)."""
    alone_after: list[str]
    """After one of these a single multiplier is a number by itself (le milliard promis)."""
    year_after: list[str]
    """Words after which four digits are a year."""
    year_after_weak: list[str]
    """Words after which four digits are a year unless they are round and a noun follows."""
    stops: list[str]
    """Words of grammar: no noun that could be counted."""


def number_words(code: str) -> NumberWords:
    """The number words of a language."""
    words: NumberWords = read_table(code, "numbers", NumberWords)
    return words
