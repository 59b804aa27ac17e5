"""A case with prices in two currencies, made by hand, for tests of what is shown of a valuation."""

from decimal import Decimal
from typing import Any

from tests.factory import claim, dollars, report

from donnant.domain.balance import Balance
from donnant.domain.claim import Claim
from donnant.domain.entry import Ledger
from donnant.domain.exact import Bounds
from donnant.domain.prices import Assumptions, Price, PriceBook, Rates
from donnant.domain.report import Report
from donnant.domain.valuation import Scenario
from donnant.resolve.ledger import resolve_entries
from donnant.value.balance import value_entries

REPORTS = tuple(report(name) for name in ("a.txt", "b.txt", "c.txt"))
BACK: dict[str, Any] = {"giver": "RUS", "receiver": "PRK"}


def price(unit: str, low: str, high: str, **more: Any) -> Price:
    """A price with all that a price needs."""
    told: dict[str, Any] = {
        "id": f"p-{unit:0<12}"[:14], "currency": "USD", "date": "2025-09-01", "source": f"Price of {unit}, 2025",
        "quote": f"One {unit} costs so much.", "basis": "world",
    }  # fmt: skip
    return Price(unit=unit, bounds=Bounds(Decimal(low), Decimal(high)), **(told | more))


BOOK = PriceBook(
    prices=(
        price("tonne", "400.50", "430", category="food"),
        price("truck", "30000", "30000", category="arms", currency="EUR"),
        price("soldier", "2000", "2000", category="troops", per="month", months=Bounds(Decimal(6), Decimal(12))),
    ),
    assumptions=Assumptions(currency="USD", draws=2_000),
    rates=Rates("rates.csv", ("2025-09-01",), {"USD": {"2025-09-01": Decimal("1.25")}}),
)


def told() -> tuple[Claim, ...]:
    """Totals both ways, three priced goods, one without a price and one without an amount."""
    return (
        dollars("a.txt", 5.6e9, 9.8e9),
        dollars("a.txt", 4.57e8, 1.2e9, quote="What comes back.", category="mixed", **BACK),
        claim("a.txt", category="troops", unit="soldier", low=1000, high=1000, approx=True, item="soldiers"),
        claim("b.txt", category="arms", unit="truck", low=10, high=12, item="trucks", quote="Trucks."),
        claim("b.txt", category="food", unit="tonne", low=20, high=20, item="rice", quote="Rice.", **BACK),
        claim("c.txt", category="energy", unit="barrel", low=1e6, item="oil", quote="Oil.", **BACK),
        claim("c.txt", category="technology", item="know-how", quote="Know-how.", **BACK),
    )


def weighed(
    claims: tuple[Claim, ...] | None = None, book: PriceBook = BOOK, scenario: Scenario | None = None
) -> tuple[Balance, Ledger, tuple[Report, ...]]:
    """A balance of these claims, with its ledger and reports."""
    ledger = resolve_entries(told() if claims is None else claims, REPORTS)
    balance = value_entries(ledger, REPORTS, ("PRK", "RUS"), None, (book, scenario or Scenario()))
    assert balance is not None
    return balance, ledger, REPORTS
