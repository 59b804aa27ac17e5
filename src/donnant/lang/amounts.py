"""A pack's words for amounts: bounds, hedges, units, currencies and what only looks like an amount."""

import functools
from dataclasses import dataclass

from donnant.lang.lexicon import Words, read_table
from donnant.lang.numbers import NumberWords, number_words
from donnant.lang.times import TimeTable, time_table


class Bounds(Words, frozen=True):
    """Words beside a figure, by what they make of it."""

    at_least: list[str]
    more_than: list[str]
    at_most: list[str]
    less_than: list[str]
    about: list[str]
    """Makes it approximate."""
    plain: list[str]
    """Changes nothing, and may stand between another such word and the figure; false friends too."""


class Ranges(Words, frozen=True):
    """Words that join two figures to a range."""

    between: list[str]
    """Opens a range whose second figure follows one of `and_`."""
    and_: list[str]
    from_: list[str]
    to: list[str]
    or_: list[str]
    """Joins two figures that lie close to each other."""
    even: list[str]
    """Joins a figure to a greater one (voire)."""
    changes: list[str]
    """Verbs of change: what follows them from one figure to another is no range."""
    again: list[str]
    """Joins a vague plural to itself (dozens and dozens)."""
    closing: list[str]
    """Joins a floor and the ceiling behind it (at least 5 and at most 9)."""


class NotCounted(Words, frozen=True):
    """Words that make of a figure something else than an amount."""

    labels: list[str]
    """Before a number that names or ranks (article 5, resolution 1718)."""
    units: list[str]
    """After a number that measures and counts nothing (calibres, ages, ranks)."""
    names: list[str]
    """Phrases with a number in them that are names or sayings."""
    definite: list[str]
    """Before a small number in words: what it counts is known already (les deux)."""
    singular: list[str]
    """Before a number that is a day or a rank (le 15)."""
    company: list[str]
    """What is counted are the parties themselves (deux pays)."""
    scores: list[str]
    """Before two figures that are the result of a game (battu 2 à 0)."""
    streets: list[str]
    """Right behind the number of a house (12, rue)."""
    street_ends: list[str]
    """The same, where the name of the street stands between (10 Downing Street)."""


class Counted(Words, frozen=True):
    """How the noun is found that a figure counts."""

    skipped: list[str]
    """Between the figure and the noun: adjectives, and words that point."""
    endings: list[str]
    """A word that ends so is a plural."""
    not_endings: list[str]
    """Unless it ends so."""
    plurals: list[str]
    """Plurals with another ending."""
    only_with_of: list[str]
    """Number words that the noun follows only behind *of* (un million d'obus)."""
    head_last: bool
    """Of two plurals in a row the last is the noun (arms shipments)."""


class AmountTable(Words, frozen=True):
    """What `amounts.toml` holds."""

    before: Bounds
    after: Bounds
    not_bounds: list[str]
    """Phrases that end in a word of bounds and say nothing of the figure (handed over 300)."""
    exceed: list[str]
    """Verbs of exceeding: more than, and at most where they are negated."""
    crossing: list[str]
    """Verbs that are such where one of `marks` stands behind the figure (passed the 1,000-tonne mark)."""
    marks: list[str]
    negations: list[str]
    fillers: list[str]
    """Small words that may stand between a bound and its figure."""
    range: Ranges
    percent: list[str]
    fractions: dict[str, float]
    after_definite: dict[str, float]
    """Fractions and multiples that follow one of `singular` (plus du tiers)."""
    wholes: list[str]
    """Behind a fraction in digits, before the whole that it is part of (2/3 of)."""
    out_of: list[str]
    """Between the part and the whole: one in ten."""
    far_out_of: list[str]
    """The same, where the noun may stand between: 1 baril sur 10."""
    times: list[str]
    times_before: list[str]
    """Before a figure that is a multiple (multiplié par)."""
    multiples: dict[str, float]
    suffixes: list[str]
    """After a hyphen, without effect: a 500-strong force."""
    rates: list[str]
    """After a sum: it is a price for each."""
    conversions: list[str]
    """Before the same sum in another currency or measure."""
    symbols: dict[str, str]
    """Signs and codes of currencies, before or after the figure."""
    currencies: dict[str, list[str]]
    """ISO 4217 code to the bare names the language uses."""
    shared: dict[str, list[str]]
    """Names that several countries give to their money, to the codes that each may mean: the parties settle which."""
    large_only: dict[str, float]
    """Names of currencies that mean something else too: money only from so many up, and never before a noun."""
    measures: dict[str, list[str]]
    multiples_of: dict[str, dict[str, float]]
    """A measure by its name: what stands for so many of it at once (bcm)."""
    counted: Counted
    not_counted: NotCounted


@dataclass(frozen=True, eq=False, slots=True)
class AmountWords:
    """Everything that the reader of amounts knows of a language."""

    table: AmountTable
    numbers: NumberWords
    times: TimeTable
    currencies: dict[str, str]
    """Every name of a currency, lower case, to its code."""


@functools.cache
def amount_words(code: str) -> AmountWords:
    """The words for amounts of a language; names of currencies come from Babel and the pack."""
    table = read_table(code, "amounts", AmountTable)
    names = _babel_currencies(code)
    names.update({name: iso for iso, words in table.currencies.items() for name in words})
    return AmountWords(table, number_words(code), time_table(code), names)


def _babel_currencies(code: str) -> dict[str, str]:
    from babel import Locale
    from babel.numbers import get_currency_name, get_territory_currencies

    locale = Locale.parse(code)
    territories = [str(territory) for territory in locale.territories if len(str(territory)) == 2]
    live = {iso for territory in territories for iso in get_territory_currencies(territory)}
    names: dict[str, str] = {}
    for iso in sorted(live):
        for count in (1, 2):
            name = get_currency_name(iso, count, locale).lower().replace("’", "'")
            if name != iso.lower():
                names.setdefault(name, iso)
    return names
