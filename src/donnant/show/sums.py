"""What an address of the valuation stands for: a balance and an address in; its title, its sum and its claims out."""

from dataclasses import dataclass

from donnant.domain.balance import Balance
from donnant.domain.valuation import PUBLISHED, Worth
from donnant.lang.worth import read_worths
from donnant.show.arithmetic import quote_lines, reading_lines, worth_lines
from donnant.show.lookup import Lookup
from donnant.show.money import money_text
from donnant.show.worth import ahead_line


@dataclass(frozen=True, slots=True)
class Told:
    """A total or a price, explained."""

    title: str
    lines: tuple[str, ...]
    claims: tuple[str, ...]


def reading_sums(balance: Balance | None, address: str, look: Lookup) -> Told | None:
    """The total of a reading in one direction; with that of the pair's first the other, and what comes of both."""
    name, _, way = address.partition("/")
    valuation = balance.valuation if balance else None
    if balance is None or valuation is None:
        return None
    reading = valuation.published if name == PUBLISHED else valuation.priced
    ways = [f"{side.giver}-{side.receiver}" for side in balance.sides]
    if way.upper() not in ways:
        return None
    number = ways.index(way.upper())
    chosen = (number,) if reading.outcome is None or number == 1 else (0, 1)
    lines = [line for side in chosen for line in _side_lines(balance, name, side, look)]
    if not lines:
        return None
    worths = [worth for side in chosen for worth in reading.sides[side]]
    claims = tuple(dict.fromkeys(claim for worth in worths for claim in worth.claims))
    if len(chosen) == 1:
        return Told(lines[0], tuple(lines[1:]), claims)
    line = ahead_line(balance, reading, look, read_worths(look.language))
    return Told(" · ".join((line.figure.text, *line.notes)), tuple(lines), claims)


def entry_sums(balance: Balance | None, entry: str, origin: str | None, look: Lookup) -> tuple[str, ...]:
    """What an entry, or an origin's total, is worth in the readings of a balance."""
    valuation = balance.valuation if balance else None
    if valuation is None:
        return ()
    found: list[str] = []
    for reading in (valuation.published, valuation.priced):
        for side in reading.sides:
            for worth in side:
                if worth.entry == entry and origin in (None, worth.origin) and _says_more(worth):
                    found += worth_lines(worth, valuation.currency or "", look)
    return tuple(found)


def price_sums(balance: Balance | None, address: str, look: Lookup) -> Told | None:
    """A price with its source, and every entry that it prices."""
    valuation = balance.valuation if balance else None
    worths = [worth for side in (valuation.priced.sides if valuation else ()) for worth in side]
    words = read_worths(look.language)
    quotes = {quote.price.id: quote for worth in worths for quote in worth.quotes if quote.price.id.startswith(address)}
    if len(quotes) != 1 or valuation is None:
        return None
    quote = next(iter(quotes.values()))
    lines = list(quote_lines(quote, look, words))
    priced = [worth for worth in worths if quote.price.id in {each.price.id for each in worth.quotes}]
    sums = [line for worth in priced for line in worth_lines(worth, valuation.currency or "", look)]
    claims = tuple(dict.fromkeys(claim for worth in priced for claim in worth.claims))
    return Told(lines[0].partition("] ")[2], (*lines[1:], *sums), claims)


def _says_more(worth: Worth) -> bool:
    return bool(worth.quotes or worth.exchange or worth.deflation)


def _side_lines(balance: Balance, name: str, side: int, look: Lookup) -> list[str]:
    """The title of a direction's total, then its sum."""
    valuation, words = balance.valuation, read_worths(look.language)
    if valuation is None:
        return []
    reading = valuation.published if name == PUBLISHED else valuation.priced
    total, way = reading.totals[side], balance.sides[side]
    if total is None and not reading.sides[side]:
        return []
    label = words.rows["published" if name == PUBLISHED else "by_prices"]
    text = money_text(total, valuation.currency or "", look.language) or words.compare["nothing"]
    title = words.sums["title"].format(reading=label, giver=way.giver, receiver=way.receiver, total=text)
    return [title, *reading_lines(balance, reading, side, look)]
