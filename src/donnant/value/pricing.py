"""Entries and a price book in; which prices fit which entry, or why none does, out."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from donnant.domain.claim import Claim
from donnant.domain.entry import Entry
from donnant.domain.prices import Price
from donnant.domain.when import parse_when
from donnant.value.measures import conversion

_WORD = re.compile(r"[a-z]+|[0-9]+")


@dataclass(frozen=True, slots=True)
class Miss:
    """Why no price fits."""

    why: str
    detail: str = ""


@dataclass(slots=True)
class Pricer:
    """A price book that remembers what it was asked: ledgers name the same goods again and again."""

    prices: tuple[Price, ...]
    preferred: tuple[str, ...] = ()
    """Bases by preference; with ``strict`` no other is taken."""
    strict: bool = False
    _known: dict[tuple[object, ...], tuple[Price, ...] | Miss] = field(default_factory=dict)

    def find(self, entry: Entry, claims: Mapping[str, Claim], year: int | None) -> tuple[Price, ...] | Miss:
        """The prices of one basis that fit an entry best; several are several sources of it."""
        words = frozenset(item for item in self._items(entry, claims))
        key = (words, entry.unit, entry.category, year)
        if key not in self._known:
            self._known[key] = self._search(words, entry.unit or "", entry.category, year)
        return self._known[key]

    @property
    def bases(self) -> tuple[str, ...]:
        """Bases in the order in which they are tried."""
        told = tuple(dict.fromkeys(price.basis for price in self.prices))
        return self.preferred if self.strict else (*self.preferred, *(b for b in told if b not in self.preferred))

    def _items(self, entry: Entry, claims: Mapping[str, Claim]) -> Iterable[frozenset[str]]:
        """The words of every name that a firm claim gives the goods, its unit among them."""
        unit = words_of(entry.unit or "")
        told = {claims[claim].item for strand in entry.firm or entry.strands for claim in strand.claims}
        return (words_of(item or "") | unit for item in told)

    def _search(
        self, items: Iterable[frozenset[str]], unit: str, category: str | None, year: int | None
    ) -> tuple[Price, ...] | Miss:
        named = {price.id: max(_fit(price, item) for item in items) for price in self.prices}
        fitting = [p for p in self.prices if p.category in (None, category) and named[p.id] >= 0]
        if not fitting:
            return Miss("no_price")
        usable = [price for price in fitting if conversion(unit, price.unit) is not None]
        if not usable:
            return Miss("other_unit", ", ".join(sorted({price.unit for price in fitting})))
        basis = next((basis for basis in self.bases if any(price.basis == basis for price in usable)), None)
        if basis is None:
            return Miss("other_basis", ", ".join(sorted({price.basis for price in usable})))
        held = [price for price in usable if price.basis == basis]
        closest = max(named[price.id] for price in held)
        return _of_one_time([price for price in held if named[price.id] == closest], year)


def _fit(price: Price, item: frozenset[str]) -> int:
    """How many words of a price's name the goods share, if they have them all; 0 for a whole category, -1 for none."""
    if not price.items:
        return 0
    return max((len(words) for name in price.items if (words := words_of(name)) <= item), default=-1)


def _of_one_time(prices: Sequence[Price], year: int | None) -> tuple[Price, ...]:
    """Those nearest to the year of the event, the earlier of two as near; and paid by one span of time."""
    if year is not None:
        near = min((abs(year_of(price.date) - year), year_of(price.date)) for price in prices)
        prices = [price for price in prices if (abs(year_of(price.date) - year), year_of(price.date)) == near]
    held = sorted((price for price in prices if price.per == prices[0].per), key=lambda price: price.id)
    return tuple(held)


def year_of(date: str) -> int:
    """The year in which a date begins, or ends where it has no beginning."""
    when = parse_when(date)
    day = when.first or when.last
    assert day is not None
    return day.year


@lru_cache(maxsize=65536)
def words_of(text: str) -> frozenset[str]:
    """The words of a name, without accents and without the mark of the plural; `152mm` is two."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return frozenset(word.rstrip("sx") or word for word in _WORD.findall(letters))
