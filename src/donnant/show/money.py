"""Sums of money as they are printed: exact bounds, draws and ratios in; short text in one language out."""

from decimal import Decimal

from donnant.domain.exact import Bounds
from donnant.domain.valuation import Spread
from donnant.show.format import amount_text, times_text

_LARGE = 1_000_000
"""From here on three digits are told; below it, cents."""
_DIGITS = 3


def money_text(bounds: Bounds | None, currency: str, language: str) -> str:
    """Bounds of a sum: ``137–438 m USD``, ``1,234.56 EUR``; empty for none."""
    if bounds is None:
        return ""
    low, high = rounded(bounds.low), None if bounds.high is None else rounded(bounds.high)
    return amount_text(None if low == 0 != high else low, high, False, currency, language)


def range_text(low: float, high: float, currency: str, language: str) -> str:
    """From one sum to another, on one scale."""
    return amount_text(rounded(low), rounded(high), False, currency, language)


def sum_text(value: float, currency: str, language: str) -> str:
    """One sum; a debt has its sign."""
    text = amount_text(rounded(abs(value)), rounded(abs(value)), False, currency, language)
    return f"−{text}" if value < 0 and rounded(abs(value)) else text


def spread_text(spread: Spread, currency: str, language: str, words: str) -> str:
    """Where 90 % of the draws of a total lie, and their median."""
    drawn = range_text(spread.low, spread.high, currency, language)
    return words.format(range=drawn, median=sum_text(spread.median, currency, language))


def bounds_times(bounds: Bounds, language: str) -> str:
    """A ratio: ``4.7 to 21 times``."""
    return times_text(bounds.interval, language)


def rounded(value: Decimal | float) -> float:
    """Three digits of a large sum, as much as anybody can defend; cents of a small one."""
    number = float(value)
    return float(f"{number:.{_DIGITS}g}") if number >= _LARGE else round(number, 2)
