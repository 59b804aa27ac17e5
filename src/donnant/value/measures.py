"""Physical units: how many units of a price one unit of a claim is; the one door to Pint."""

import functools
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from donnant.domain.amount import MEASURES

if TYPE_CHECKING:
    from pint import UnitRegistry

_SYMBOLS = {
    "tonne": "metric_ton", "kilogram": "kilogram", "gram": "gram", "barrel": "oil_barrel", "litre": "liter",
    "gallon": "gallon", "cubic metre": "meter ** 3", "metre": "meter", "kilometre": "kilometer", "hectare": "hectare",
    "watt": "watt", "kilowatt": "kilowatt", "megawatt": "megawatt", "gigawatt": "gigawatt",
    "kilowatt hour": "kilowatt_hour", "megawatt hour": "megawatt_hour", "gigawatt hour": "gigawatt_hour",
    "terawatt hour": "terawatt_hour",
}  # fmt: skip
"""Our units by Pint's names: a barrel is one of oil, 42 gallons of the United States."""


def is_measure(unit: str) -> bool:
    """Whether a unit is measured, and can be converted."""
    return unit in MEASURES and unit in _SYMBOLS


@functools.cache
def conversion(one: str, other: str) -> Decimal | None:
    """How many of the other one of the one is: exact; None where they measure different things."""
    if one == other:
        return Decimal(1)
    if not (is_measure(one) and is_measure(other)):
        return None
    units = _units()
    held, asked = units(_SYMBOLS[one]), units(_SYMBOLS[other])
    if not held.is_compatible_with(asked):
        return None
    return Decimal(held.to(asked.units).magnitude)


@functools.cache
def _units() -> "UnitRegistry[Any]":
    from pint import UnitRegistry

    return UnitRegistry(non_int_type=Decimal, cache_folder=None)
