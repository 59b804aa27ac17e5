"""Which entry finds which price: a balance and its price book in; a table, and what is left over, as text out."""

from collections.abc import Iterator

from donnant.domain.balance import Balance
from donnant.domain.prices import Price, PriceBook
from donnant.domain.valuation import Unpriced, Worth
from donnant.lang.worth import Worths, read_worths
from donnant.show.arithmetic import amount_of, price_parts, quote_lines
from donnant.show.format import printable
from donnant.show.lookup import Lookup
from donnant.show.money import money_text

PRICE_COLUMNS = ("id", "entry", "amount", "price", "worth", "why")
_BARE = "no_amount"
Row = tuple[str, ...]


def price_cells(balance: Balance, look: Lookup) -> tuple[dict[str, str], list[Row], list[str]]:
    """Heads, rows and the direction of each row; what has no amount at all is no row, since no price could help."""
    words, valuation = read_worths(look.language), balance.valuation
    rows: list[Row] = []
    headings: list[str] = []
    for number, side in enumerate(balance.sides):
        told = [_worth_row(each, balance, look, words) for each in valuation.priced.sides[number]] if valuation else []
        left = valuation.unpriced[number] if valuation else ()
        told += [_unpriced_row(each, look) for each in left if each.why != _BARE]
        rows += told
        headings += [f"{side.giver} → {side.receiver}"] * len(told)
    return words.prices, rows, headings


def price_notes(balance: Balance, book: PriceBook, file: str, look: Lookup) -> Iterator[str]:
    """The prices that are used, with their sources; those that price nothing; where to write them."""
    words, valuation = read_worths(look.language), balance.valuation
    if not book.prices:
        yield ""
        yield words.prices["none"].format(file=file)
        return
    worths = [worth for side in (valuation.priced.sides if valuation else ()) for worth in side]
    quotes = {quote.price.id: quote for worth in worths for quote in worth.quotes}
    for id_ in sorted(quotes):
        yield ""
        yield from quote_lines(quotes[id_], look, words)
    unused = [price for price in book.prices if price.id not in quotes]
    if unused:
        yield ""
    for price in unused:
        yield words.prices["unused"].format(id=price.id, item=price_name(price, look))


def price_name(price: Price, look: Lookup) -> str:
    """What a price is of: its first name, else its category."""
    return printable(price.items[0]) if price.items else look.category(price.category)


def unpriced_text(each: Unpriced, language: str) -> str:
    """Why there is no price, with what was missing."""
    why = read_worths(language).reasons[each.why]
    return f"{why} ({printable(each.detail)})" if each.detail else why


def _worth_row(worth: Worth, balance: Balance, look: Lookup, words: Worths) -> Row:
    currency = (balance.valuation.currency if balance.valuation else None) or ""
    aside = read_worths(look.language).asides[worth.aside] if worth.aside else ""
    because = f" [{look.short.get(worth.because, worth.because)}]" if worth.because else ""
    return (
        look.short.get(worth.entry, worth.entry), _name(worth, look), amount_of(worth, look),
        " × ".join(price_parts(worth, look, words)),
        money_text(worth.bounds, currency, look.language), f"{aside}{because}",
    )  # fmt: skip


def _unpriced_row(each: Unpriced, look: Lookup) -> Row:
    entry = look.entries.get(each.entry)
    amount = look.figures(entry) if entry else ""
    return look.short.get(each.entry, each.entry), _name(each, look), amount, "", "", unpriced_text(each, look.language)


def _name(each: Worth | Unpriced, look: Lookup) -> str:
    category = look.category(each.category)
    item = look.item(each.item)
    return f"{category} · {item}" if item and item != category else category
