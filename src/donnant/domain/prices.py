"""The price book: sourced, dated unit prices as intervals, and what a reader assumes where nothing is said."""

from dataclasses import dataclass, field
from decimal import Decimal

from donnant.domain.exact import Bounds

SPANS = ("day", "month", "year")
"""What a rate over time may be paid by."""
SHAPES = ("uniform", "triangular", "log-uniform")
"""How likely the values between two bounds are."""
WEIGHTS = ("equal", "grade")
"""How much each origin's word counts where published totals are pooled."""


@dataclass(frozen=True, slots=True)
class Price:
    """What one unit of something costs, as one source gives it."""

    id: str
    """From its content: what `explain` takes."""
    unit: str
    """A singular noun, as the claims' units."""
    bounds: Bounds
    currency: str
    date: str
    """EDTF: of when the price is."""
    source: str
    quote: str
    basis: str
    """Which sort of price it is, in the reader's word: ``world``, ``production``, ``deals``."""
    items: tuple[str, ...] = ()
    """Names of what it prices, in any language; without one, all of its category."""
    category: str | None = None
    per: str | None = None
    """One of ``SPANS`` for a rate over time."""
    months: Bounds | None = None
    """How long the rate is paid where the reports do not say, as the reader assumes."""
    place: str = ""
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What a reader takes for granted; each is shown beside the figures that it moves."""

    currency: str | None = None
    """Of the balance; null takes that of most published totals, else of most prices."""
    basis: tuple[str, ...] = ()
    """Bases in the order of preference; empty takes the order of the price book."""
    about: Decimal = Decimal("0.1")
    """How far `about` reaches, as a share of the figure."""
    open_high: Decimal = Decimal(2)
    """Up to how many times its lower bound a figure without an upper one is drawn."""
    shape: str = "uniform"
    """One of ``SHAPES``, for a figure with two bounds."""
    weights: str = "equal"
    """One of ``WEIGHTS``."""
    ongoing: bool = False
    """Whether what is told since a day lasts until the date of the balance."""
    prices_of: int | None = None
    """The year whose prices everything is put into; null leaves each in those of its own year."""
    draws: int = 100_000
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Rates:
    """Reference rates of exchange: units of a currency for one euro, by day."""

    name: str
    days: tuple[str, ...]
    """ISO days, sorted."""
    table: dict[str, dict[str, Decimal]] = field(default_factory=dict)
    """Currency, then day, to its rate."""


@dataclass(frozen=True, slots=True)
class Index:
    """A price index of one currency, by year."""

    name: str
    table: dict[str, dict[int, Decimal]] = field(default_factory=dict)
    """Currency, then year, to the level of its prices."""


@dataclass(frozen=True, slots=True)
class PriceBook:
    """All that a valuation needs beside the ledger."""

    prices: tuple[Price, ...] = ()
    assumptions: Assumptions = Assumptions()
    rates: Rates | None = None
    index: Index | None = None
    grades: tuple[tuple[str, Decimal], ...] = ()
    """How much an origin of each letter counts where weights go by grade."""
