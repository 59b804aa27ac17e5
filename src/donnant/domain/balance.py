"""The balance: the entries of a pair of parties, in both directions; nothing is added up twice."""

from dataclasses import dataclass

from donnant.domain.amount import Interval
from donnant.domain.valuation import Valuation


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of the balance, with the entry and claims it rests on; doubtful ones bear no firm figure."""

    entry: str
    category: str
    unit: str | None
    """Null where no amount is given: the line is then named and unpriced."""
    interval: Interval | None
    """The bounds that its origins give together, widest apart."""
    approx: bool
    origin: str | None
    """Origin id for a published valuation, which is printed origin by origin; else null."""
    origins: int
    """Independent origins (named voices and publishers); an echo never counts."""
    reports: int
    claims: tuple[str, ...]
    distortions: int
    item: str | None
    when: str | None
    phase: str
    factuality: str
    apart: tuple[tuple[float | None, float | None], ...] = ()
    """Where origins exclude each other, what each of them gives: the bounds between are nobody's."""


@dataclass(frozen=True, slots=True)
class Side:
    """One direction of the balance."""

    giver: str
    receiver: str
    published: tuple[Line, ...]
    """Money totals as published, one line an origin: never added together."""
    quantities: tuple[Line, ...]
    """Amounts in other units than money, by category."""
    unpriced: tuple[Line, ...]
    """What has no amount at all, by category: named, never zero."""
    planned: tuple[Line, ...]
    """Pledged or wanted, whether with an amount or without."""
    denied: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times more one side gives than the other, over every reading of the published totals."""

    more: str
    """The party that gives more in every reading, or the balance's first party if neither does."""
    unit: str
    interval: Interval
    settled: bool
    """Whether ``more`` gives more in every reading."""
    claims: tuple[str, ...]
    set_aside: tuple[str, ...]
    """Ids of valued claims by unnamed voices, left out of the ratio and said so."""


@dataclass(frozen=True, slots=True)
class Balance:
    """Both directions of one pair, with what does not fit a direction."""

    pair: tuple[str, str]
    as_of: str | None
    """The date of the latest report, or the one asked for."""
    reports: int
    claims: int
    origins: int
    echoes: int
    chosen: bool
    """Whether the pair was given (else it is the pair with the most transfers)."""
    sides: tuple[Side, Side]
    ratio: Ratio | None
    losses: tuple[Line, ...]
    agreements: tuple[Line, ...]
    attitudes: tuple[Line, ...]
    conflicts: int
    doubtful: tuple[Line, ...] = ()
    """Entries of which every claim is doubtful: set aside, in none of the above."""
    to_review: int = 0
    """Doubtful claims about the pair, those beside a firm claim of the same thing too; in no count above."""
    valuation: Valuation | None = None
    """What both directions are worth, in two readings."""
