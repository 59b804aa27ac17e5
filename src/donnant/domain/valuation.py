"""What a balance is worth: two readings side by side, each figure with all that it follows from."""

from dataclasses import dataclass, field

from donnant.domain.claim import Phase
from donnant.domain.exact import SAME, Bounds
from donnant.domain.prices import Assumptions, Price

PUBLISHED, PRICED = "published", "priced"
"""The two readings: totals as published, and quantities times prices."""
REASONS = (
    "no_price", "other_unit", "other_basis", "no_amount", "share", "no_duration", "no_rate", "no_index", "valued_goods",
)  # fmt: skip
"""Why an entry finds no price."""
ASIDES = (
    "covered", "outgrown", "repeated", "fulfilled", "disputed", "possible", "other_goods", "other_time",
)  # fmt: skip
"""Why a worth is in no sum: it would be counted twice, nobody vouches for it, or a total is about something else."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """Which entries are weighed, and how; the empty one is the plain balance."""

    phases: tuple[Phase, ...] = (Phase.DONE,)
    letter: str | None = None
    """The least reliable letter of a source that counts, A to F."""
    number: int | None = None
    """The least credible number of an entry that counts, 1 to 6."""
    basis: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    """Categories."""
    without: tuple[str, ...] = ()
    """Ids of entries, claims or origins that a reviewer leaves out."""
    currency: str | None = None
    weights: str | None = None
    as_of: str | None = None
    seed: int | None = None

    @property
    def is_plain(self) -> bool:
        """Whether it changes nothing."""
        return self == Scenario()


@dataclass(frozen=True, slots=True)
class Exchange:
    """A conversion that was made: which rate, of which days, from which file."""

    one: str
    """Currency that is given."""
    other: str
    """Currency that is asked for."""
    rate: Bounds
    """Units of the other for one of the one: a point, but for digits that had to be dropped."""
    first: str
    last: str
    days: int
    """How many published rates it is the mean of."""
    source: str


@dataclass(frozen=True, slots=True)
class Deflation:
    """Money of one year put into the prices of another."""

    first: int
    last: int
    """The years that it is of."""
    year: int
    factor: Bounds
    source: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A price in money of the balance, with how it came to be that."""

    price: Price
    bounds: Bounds
    exchange: Exchange | None = None
    deflation: Deflation | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What one voice gives of a figure, and how likely each value is to it."""

    bounds: Bounds
    shape: str
    """``point``, ``uniform``, ``triangular``, ``log-uniform``, ``about``, ``at_least`` or ``at_most``."""
    weight: float = 1.0
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Factor:
    """One uncertain figure: of several voices each is one part, and a draw takes one of them."""

    id: str
    """The same for the same figure in every scenario, so that scenarios differ by what was changed alone."""
    kind: str
    """``total``, ``quantity``, ``price`` or ``duration``."""
    parts: tuple[Part, ...]
    entry: str | None = None
    price: str | None = None

    @property
    def bounds(self) -> Bounds:
        """All that any voice allows."""
        whole = self.parts[0].bounds
        for part in self.parts[1:]:
            whole = whole.hull(part.bounds)
        return whole


@dataclass(frozen=True, slots=True)
class Worth:
    """An entry, or one origin's total, in money of the balance: factors times conversions."""

    entry: str
    category: str
    unit: str
    item: str | None
    when: str | None
    claims: tuple[str, ...]
    factors: tuple[Factor, ...]
    """Quantity, price and duration; of a sum of money the sum alone."""
    bounds: Bounds
    """What it is worth in the currency of the balance."""
    quotes: tuple[Quote, ...] = ()
    """Its prices: more than one where several sources of a basis price it, none for a sum of money."""
    scale: Bounds = SAME
    """What its factors are multiplied by: of goods, units of the price in one of the claim; of money, what follows."""
    exchange: Exchange | None = None
    """Of a sum of money."""
    deflation: Deflation | None = None
    lasts: str = ""
    """Where a duration was taken from: ``when``, ``ongoing`` or ``assumed``; empty without one."""
    origin: str | None = None
    """Of a published total."""
    aside: str = ""
    """One of ``ASIDES`` for what is in no sum; empty for what is."""
    because: str = ""
    """The entry that it is set aside for."""


@dataclass(frozen=True, slots=True)
class Unpriced:
    """What stays on the sheet without a price, and why."""

    entry: str
    category: str
    item: str | None
    why: str
    """One of ``REASONS``."""
    detail: str = ""
    """What was missing: the unit, the currency, the bases that have it."""
    credibility: int = 6
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spread:
    """What draws of a figure look like."""

    low: float
    """5 % of the draws are lower."""
    median: float
    high: float
    """5 % of the draws are higher."""


@dataclass(frozen=True, slots=True)
class Influence:
    """How far one factor moves the difference between the sides."""

    factor: Factor
    rank: float
    """Spearman's correlation of its draws with the difference, -1 to 1."""
    low: float
    """The difference with this factor at its 5 %, all others at their means."""
    high: float
    """The same at its 95 %."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Who comes out ahead, by the draws."""

    first: float
    """Share of the draws in which the first side gives more; ties count half."""
    difference: Spread
    """First side less second, in the currency of the balance."""
    times: Spread | None
    """First side over second; null where the second may be nothing."""
    influences: tuple[Influence, ...]
    """The strongest first."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to weigh both sides; a side of which nothing can be said is null."""

    name: str
    """``published`` or ``priced``."""
    sides: tuple[tuple[Worth, ...], tuple[Worth, ...]]
    """Those in the sum and, after them, those set aside."""
    totals: tuple[Bounds | None, Bounds | None]
    spreads: tuple[Spread | None, Spread | None]
    times: Bounds | None
    """First side over second in hard bounds; null unless both have a total."""
    outcome: Outcome | None
    """Null unless both sides have a total."""


@dataclass(frozen=True, slots=True)
class Cover:
    """Priced entries that a published total is about too."""

    entry: str
    origin: str
    side: int
    covered: tuple[str, ...]
    beside: tuple[str, ...]
    """Priced entries that it is not about."""


@dataclass(frozen=True, slots=True)
class Valuation:
    """Both readings of a balance, never added together."""

    currency: str | None
    """Null where nothing has a price."""
    scenario: Scenario
    assumptions: Assumptions
    published: Reading
    priced: Reading
    unpriced: tuple[tuple[Unpriced, ...], tuple[Unpriced, ...]]
    covers: tuple[Cover, ...] = ()
    aside: tuple[Unpriced, ...] = field(default_factory=tuple)
    """Published totals that could not be brought into the currency of the balance."""
