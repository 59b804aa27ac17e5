"""How a worth comes about, in words and figures a reader can redo: worths in, lines of text out."""

from collections.abc import Iterator, Sequence

from donnant.domain.balance import Balance
from donnant.domain.entry import Entry
from donnant.domain.exact import SAME
from donnant.domain.valuation import PUBLISHED, Deflation, Exchange, Quote, Reading, Worth
from donnant.lang.worth import Worths, read_worths
from donnant.show.format import amount_text, count_text, number_text, plural, printable, when_text
from donnant.show.lookup import Lookup
from donnant.show.money import money_text
from donnant.show.worth import span_text

_TIMES = " × "
_STEP = "  "


def reading_lines(balance: Balance, reading: Reading, side: int, look: Lookup) -> Iterator[str]:
    """The sum of one direction: what is in it, line by line, then what is set aside and why."""
    words, valuation = read_worths(look.language), balance.valuation
    currency = (valuation.currency if valuation else None) or ""
    counted = [worth for worth in reading.sides[side] if not worth.aside]
    for worth in counted:
        yield from (f"{_STEP}{line}" for line in worth_lines(worth, currency, look))
    total = reading.totals[side]
    if len(counted) > 1 and total is not None:
        text = money_text(total, currency, look.language)
        if reading.name == PUBLISHED:
            yield f"{_STEP}{words.sums['pooled'].format(total=text)}"
        else:
            parts = " + ".join(money_text(worth.bounds, currency, look.language) for worth in counted)
            yield f"{_STEP}{words.sums['product'].format(parts=parts, worth=text)}"
    aside = [worth for worth in reading.sides[side] if worth.aside]
    if aside:
        yield f"{_STEP}{words.sums['aside']}"
    for worth in aside:
        yield f"{_STEP * 2}{aside_text(worth, currency, look)}"


def worth_lines(worth: Worth, currency: str, look: Lookup) -> Iterator[str]:
    """One product with its sources: amount × price × duration = worth."""
    words = read_worths(look.language)
    text = money_text(worth.bounds, currency, look.language)
    parts = _TIMES.join(_parts(worth, look, words))
    voice = f"{look.origin_name(worth.origin)}: " if worth.origin else ""
    same = not worth.quotes and worth.exchange is None and worth.deflation is None
    yield f"{voice}{parts if same else words.sums['product'].format(parts=parts, worth=text)}"
    for quote in worth.quotes:
        yield from (f"{_STEP}{line}" for line in quote_lines(quote, look, words))
    if worth.lasts:
        yield f"{_STEP}{words.sums[f'lasts_{worth.lasts}']}"
    for line in (exchange_text(worth.exchange, look, words), deflation_text(worth.deflation, look, words)):
        if line:
            yield f"{_STEP}{line}"


def aside_text(worth: Worth, currency: str, look: Lookup) -> str:
    """What is in no sum, and why."""
    words = read_worths(look.language)
    parts = _TIMES.join(_parts(worth, look, words))
    what = words.sums["product"].format(parts=parts, worth=money_text(worth.bounds, currency, look.language))
    why = read_worths(look.language).asides[worth.aside]
    if not worth.because:
        return words.sums["aside_alone"].format(what=what, why=why)
    return words.sums["aside_for"].format(what=what, why=why, id=look.short.get(worth.because, worth.because))


def quote_lines(quote: Quote, look: Lookup, words: Worths) -> Iterator[str]:
    """Where a price is from, what it says, and how it was converted."""
    price = quote.price
    form = words.sums["source_per" if price.per else "source"]
    yield form.format(
        id=price.id, price=money_text(price.bounds, price.currency, look.language), unit=_unit(price.unit, look),
        per=plural(1, words.spans[price.per], look.language) if price.per else "",
        date=when_text(price.date, look.language), source=printable(price.source), basis=printable(price.basis),
    )  # fmt: skip
    if price.quote:
        yield f"{_STEP}{words.sums['quote'].format(quote=printable(price.quote))}"
    if price.note:
        yield f"{_STEP}{printable(price.note)}"
    for line in (exchange_text(quote.exchange, look, words), deflation_text(quote.deflation, look, words)):
        if line:
            yield f"{_STEP}{line}"


def exchange_text(exchange: Exchange | None, look: Lookup, words: Worths) -> str:
    """The rate of a conversion, of which days, from which file."""
    if exchange is None:
        return ""
    form = words.sums["exchange_day" if exchange.first == exchange.last else "exchange"]
    return form.format(
        one=exchange.one, other=exchange.other, rate=number_text(round(float(exchange.rate.low), 6), look.language),
        days=count_text(exchange.days, words.counts["days"], look.language), source=exchange.source,
        first=when_text(exchange.first, look.language), last=when_text(exchange.last, look.language),
    )  # fmt: skip


def deflation_text(deflation: Deflation | None, look: Lookup, words: Worths) -> str:
    """Into the prices of which year, by what."""
    if deflation is None:
        return ""
    factor = number_text(round(float(deflation.factor.low), 6), look.language)
    return words.sums["deflation"].format(year=deflation.year, factor=factor, source=deflation.source)


def price_text(quotes: Sequence[Quote], look: Lookup, words: Worths) -> str:
    """One price, of one source or more, in its own currency."""
    price = quotes[0].price
    whole = price.bounds
    for quote in quotes[1:]:
        whole = whole.hull(quote.price.bounds)
    form = words.sums["price_per" if price.per else "price"]
    return form.format(
        price=money_text(whole, price.currency, look.language), unit=_unit(price.unit, look),
        per=plural(1, words.spans[price.per], look.language) if price.per else "",
        id=", ".join(quote.price.id for quote in quotes),
    )  # fmt: skip


def amount_of(worth: Worth, look: Lookup) -> str:
    """The quantity, or the sum, as it is printed; beside it the bounds that an `about` is taken as."""
    entry = look.entries.get(worth.entry)
    printed = _printed(worth, entry, look)
    if worth.origin is not None and (worth.exchange or worth.deflation):
        return printed  # its factor is in the currency of the balance already
    bounds = worth.factors[0].bounds
    low, high = float(bounds.low), None if bounds.high is None else float(bounds.high)
    told = amount_text(None if low == 0 != high else low, high, False, worth.unit, look.language)
    return f"{printed} ({told})" if printed and not _same(entry, worth) else printed or told


def _same(entry: Entry | None, worth: Worth) -> bool:
    """Whether an amount is weighed just as it is printed: by one voice, and not `about`."""
    return len(worth.factors[0].parts) == 1 and worth.factors[0].parts[0].shape != "about" and not _hedged(entry, worth)


def _hedged(entry: Entry | None, worth: Worth) -> bool:
    origin = worth.factors[0].parts[0].origin
    return any(strand.approx for strand in (entry.strands if entry else ()) if strand.origin == origin)


def price_parts(worth: Worth, look: Lookup, words: Worths) -> Iterator[str]:
    """What a quantity is multiplied by: units converted, price, duration."""
    if not worth.quotes:
        return
    price = worth.quotes[0].price
    if worth.scale != SAME:
        number = number_text(round(float(worth.scale.low), 6), look.language)
        unit = _unit(worth.unit, look)
        yield words.sums["measure"].format(number=number, price_unit=_unit(price.unit, look), unit=unit)
    yield price_text(worth.quotes, look, words)
    for factor in worth.factors:
        if factor.kind == "duration" and price.per:
            yield span_text(factor.bounds, price.per, look.language, words)


def _parts(worth: Worth, look: Lookup, words: Worths) -> Iterator[str]:
    amount = amount_of(worth, look)
    yield words.sums["amount"].format(amount=amount, id=look.short.get(worth.entry, worth.entry))
    yield from price_parts(worth, look, words)


def _printed(worth: Worth, entry: Entry | None, look: Lookup) -> str:
    if entry is None:
        return ""
    if worth.origin is None:
        return look.figures(entry)
    number = next((n for n, strand in enumerate(entry.strands) if strand.origin == worth.origin), None)
    return "" if number is None else look.strand_amount(entry, number)


def _unit(unit: str, look: Lookup) -> str:
    words = look.labels.units.get(unit.replace(" ", "_"))
    return plural(1, words, look.language) if words else unit
