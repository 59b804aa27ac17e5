"""A ledger with a price book of two currencies: a rate by month and by day, an open bound, and parts set aside."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from tests.factory import claim, dollars, report

from donnant.domain.balance import Balance
from donnant.domain.claim import Claim
from donnant.domain.entry import Ledger
from donnant.domain.exact import Bounds
from donnant.domain.prices import Assumptions, Index, Price, PriceBook, Rates
from donnant.domain.report import Report, Told
from donnant.domain.valuation import Scenario, Valuation
from donnant.resolve.ledger import resolve_entries
from donnant.show.exports.frame import Material
from donnant.value.balance import value_entries

PAIR = ("PRK", "RUS")
BACK: dict[str, Any] = {"giver": "RUS", "receiver": "PRK"}


def price(id: str, unit: str, low: str, high: str, currency: str, date: str, **more: Any) -> Price:
    """A price of the book."""
    bounds = Bounds(Decimal(low), Decimal(high))
    told = {"source": f"Source of {id}", "quote": "", "basis": "world"} | more
    return Price(id, unit, bounds, currency, date, **told)


_MONTHS = Bounds(Decimal(6), Decimal(12))
PRICES = (
    price("p-shell-one", "shell", "1000", "1200.5", "EUR", "2023", items=("shell",), url="https://prices.example/a?b=1"),
    price("p-shell-two", "shell", "900", "1100", "USD", "2023", items=("shell",), url="javascript:alert(1)"),
    price("p-pay", "soldier", "2000", "2500", "USD", "2024", category="troops", per="month", months=_MONTHS),
    price("p-wage", "worker", "20", "30", "USD", "2024", category="labour", per="day", months=_MONTHS),
    price("p-rent", "ship", "1000000", "2000000", "EUR", "2023", items=("ship",), per="year"),
    price("p-lease", "truck", "30000", "50000", "USD", "2023", items=("truck",), per="year", months=_MONTHS),
    price("p-oil", "barrel", "60", "80", "EUR", "2023-05", category="energy", quote="=80 a barrel"),
    price("p-gun", "gun", "5", "6", "USD", "2023", items=("gun",)),
)
RATES = Rates(
    "rates.csv",
    ("2023-05-01", "2023-05-02", "2024-05-02"),
    {"USD": {"2023-05-01": Decimal("1.0976"), "2023-05-02": Decimal("1.0965"), "2024-05-02": Decimal("1.07")}},
)
INDEX = Index("index.csv", {"USD": {2023: Decimal("100"), 2024: Decimal("103.7")}})
BOOK = PriceBook(PRICES, Assumptions(currency="USD", draws=2000), RATES, INDEX)


def case_claims() -> list[Claim]:
    """What both sides give: goods, men by the month, ships by the year, oil without an upper bound, money."""
    period: dict[str, Any] = {"when": "2023/2024"}
    loan: dict[str, Any] = {"category": "money", "when": "2023-05-02"} | BACK
    men: dict[str, Any] = {"category": "troops", "unit": "soldier"}
    hands: dict[str, Any] = {"category": "labour", "unit": "worker"}
    return [
        claim("a.txt", quote="one", item="shells", low=1e6, high=1.5e6, unit="shell", when="2023"),
        claim("b.txt", quote="part", item="shells", low=5e5, high=5e5, unit="shell", when="2023-03"),
        claim("a.txt", quote="men", item="=men", low=10000, high=12000, approx=True, when="2024", **men),
        claim("a.txt", quote="@hands", item="-hands", low=4000, high=4000, **hands),
        claim("a.txt", quote="ships", item="+ships", low=2, high=3, unit="ship", when="2023-01/2024-06"),
        claim("a.txt", quote="trucks", item="trucks", low=90, high=100, unit="truck"),
        claim("b.txt", quote="oil", category="energy", item="oil", low=1e6, unit="barrel", when="2023-05", **BACK),
        claim("b.txt", quote="loan", item="loan", low=1e8, high=2e8, unit="EUR", **loan),
        claim("b.txt", quote="yen", item="loan in yen", low=3e9, high=3e9, unit="JPY", **loan),
        dollars("a.txt", 5.6e9, 9.8e9, quote="study", **period),
        dollars("b.txt", 7e9, None, ("Beta",), quote="other study", **period),
        dollars("b.txt", 1e9, 2e9, ("some observers",), quote="nobody", **period),
        claim("a.txt", quote="=back", category="mixed", low=4e8, high=1.2e9, unit="EUR", when="2023-05",
              attribution=("Beta",), **BACK),
        claim("a.txt", quote="rice", category="food", item="rice", low=100, high=100, unit="tonne", **BACK),
        claim("a.txt", quote="know-how", category="technology", item="know-how", **BACK),
    ]  # fmt: skip


@dataclass(frozen=True)
class Case:
    """All that an export is given."""

    balance: Balance
    ledger: Ledger
    reports: tuple[Report, ...]
    book: PriceBook

    @property
    def material(self) -> Material:
        """As the façade gives it."""
        return Material(self.balance, self.ledger, self.reports, self.book)

    @property
    def valuation(self) -> Valuation:
        """What it is worth."""
        assert self.balance.valuation is not None
        return self.balance.valuation


def make_case(claims: Sequence[Claim] | None = None, book: PriceBook = BOOK, **assumed: Any) -> Case:
    """The case, by a price book and with some assumptions changed; every quote stands in its report."""
    told = case_claims() if claims is None else list(claims)
    texts: dict[str, str] = {}
    places: dict[str, int] = {}
    for each in sorted(told, key=lambda each: each.quote):
        places[each.id] = len(texts.setdefault(each.doc, ""))
        texts[each.doc] += f"{each.quote}\n"
    placed = [replace(each, start=places[each.id], end=places[each.id] + len(each.quote)) for each in told]
    reports = tuple(
        report(name, text=text, url=Told(f"https://desk.example/{name}", "given"), title=Told("=1+1", "text"))
        for name, text in sorted(texts.items())
    )
    book = replace(book, assumptions=replace(book.assumptions, **assumed))
    ledger = resolve_entries(placed, reports)
    balance = value_entries(ledger, reports, PAIR, None, (book, Scenario()))
    assert balance is not None
    return Case(balance, ledger, reports, book)
