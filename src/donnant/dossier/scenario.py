"""What a person asks a balance to count: options as typed in; a scenario, or what is wrong with them, out."""

import re
from collections.abc import Iterable, Mapping

from donnant.domain.claim import CATEGORIES, Phase
from donnant.domain.prices import WEIGHTS, PriceBook
from donnant.domain.valuation import Scenario
from donnant.dossier.view import last_day
from donnant.errors import BadInput

KEYS = ("phase", "min-grade", "basis", "only", "without", "currency", "weights", "as-of", "seed")
"""What a scenario can say, as options and in ``--compare``."""
PLAIN = "plain"
"""How the scenario that changes nothing is typed."""
_GRADE = re.compile(r"(?P<letter>[A-Fa-f])?(?P<number>[1-6])?")


def read_scenario(typed: Mapping[str, str | None], book: PriceBook) -> Scenario:
    """Options by their names to a scenario; several values of one stand with `+` between."""
    said = {key: value.strip() for key, value in typed.items() if value is not None and value.strip()}
    unknown = sorted(set(said) - set(KEYS))
    if unknown:
        raise BadInput(f"a scenario cannot say {unknown[0]!r}: choose among {', '.join(KEYS)}")
    letter, number = _grade(said.get("min-grade"))
    if "as-of" in said:
        last_day(said["as-of"])
    return Scenario(
        phases=tuple(Phase(each) for each in _several(said, "phase", tuple(map(str, Phase)))) or (Phase.DONE,),
        letter=letter,
        number=number,
        basis=_several(said, "basis", tuple(dict.fromkeys(price.basis for price in book.prices))),
        only=_several(said, "only", CATEGORIES),
        without=tuple(each.strip("[] ") for each in said.get("without", "").split("+") if each.strip("[] ")),
        currency=_currency(said.get("currency")),
        weights=_one(said, "weights", WEIGHTS),
        as_of=said.get("as-of"),
        seed=_seed(said.get("seed")),
    )


def parse_scenario(text: str, book: PriceBook) -> Scenario:
    """A scenario in one text: ``phase=planned,basis=world``, or ``plain``."""
    if text.strip() in ("", PLAIN):
        return Scenario()
    said: dict[str, str | None] = {}
    for part in text.split(","):
        key, equals, value = (each.strip() for each in part.partition("="))
        if not equals or not value:
            say = f"write KEY=VALUE, such as phase=planned, or {PLAIN}"
            raise BadInput(f"{part.strip()!r} is no part of a scenario: {say}")
        if key in said:
            raise BadInput(f"a scenario says {key} twice: put + between its values")
        said[key] = value
    return read_scenario(said, book)


def _several(said: Mapping[str, str], key: str, among: Iterable[str]) -> tuple[str, ...]:
    told = tuple(dict.fromkeys(each.strip() for each in said.get(key, "").split("+") if each.strip()))
    known = tuple(among)
    for each in told:
        if each not in known:
            there = ", ".join(known) or "none, since prices.toml has no price"
            raise BadInput(f"no {key} is called {each!r}: choose among {there}")
    return told


def _one(said: Mapping[str, str], key: str, among: tuple[str, ...]) -> str | None:
    told = _several(said, key, among)
    if len(told) > 1:
        raise BadInput(f"{key} takes one value: choose one of {', '.join(among)}")
    return told[0] if told else None


def _grade(text: str | None) -> tuple[str | None, int | None]:
    found = _GRADE.fullmatch(text or "")
    if found is None:
        raise BadInput(f"{text!r} is no grade: write a letter A to F, a number 1 to 6, or both, such as B3")
    return found["letter"] and found["letter"].upper(), int(found["number"]) if found["number"] else None


def _currency(text: str | None) -> str | None:
    from babel.core import get_global

    if text is None:
        return None
    code = text.upper()
    if code not in get_global("all_currencies"):
        raise BadInput(f"{text!r} is no currency of ISO 4217: write a code such as USD or EUR")
    return code


def _seed(text: str | None) -> int | None:
    if text is None:
        return None
    if not text.isdecimal():
        raise BadInput(f"{text!r} is no seed: write a whole number")
    return int(text)
