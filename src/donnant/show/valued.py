"""The brief's section on worth: a balance and its look-up in; both readings, what has no price, and the method, out."""

from collections.abc import Iterator
from dataclasses import dataclass

from donnant.domain.balance import Balance
from donnant.domain.claim import CATEGORIES
from donnant.domain.prices import Assumptions
from donnant.domain.valuation import PUBLISHED, Quote, Reading, Unpriced, Valuation, Worth
from donnant.lang.worth import Worths, read_worths
from donnant.show.arithmetic import amount_of, deflation_text, exchange_text, price_parts, quote_lines
from donnant.show.format import number_text, printable
from donnant.show.lookup import Lookup
from donnant.show.money import money_text, spread_text
from donnant.show.priced import unpriced_text
from donnant.show.standing import credible_text
from donnant.show.views import Figure
from donnant.show.worth import cover_text, total_figure

_TIMES = " × "


@dataclass(frozen=True, slots=True)
class WorthView:
    """One product of a reading, or one origin's total."""

    entry: str
    name: str
    amount: Figure
    by: str
    """What the amount is multiplied by; empty for money as it is."""
    prices: tuple[str, ...]
    """Ids in the price list."""
    total: Figure
    notes: tuple[str, ...]
    """How a duration and a rate were taken."""
    why: str
    """Why it is not in the sum; empty for what is."""


@dataclass(frozen=True, slots=True)
class SideView:
    """One direction of a reading."""

    direction: str
    lines: tuple[WorthView, ...]
    aside: tuple[WorthView, ...]
    total: Figure | None
    drawn: str


@dataclass(frozen=True, slots=True)
class ReadingView:
    """One way to weigh both sides."""

    key: str
    title: str
    none: str
    """What is said where neither side has anything."""
    sides: tuple[SideView, SideView]
    notes: tuple[str, ...]
    """What published totals cover; sums that could not be converted."""


@dataclass(frozen=True, slots=True)
class LeftView:
    """What has no price."""

    category: str
    figure: Figure
    attested: str
    why: str


@dataclass(frozen=True, slots=True)
class PriceView:
    """A price of the list."""

    id: str
    lines: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class ValuedView:
    """All that the brief says of worth."""

    words: Worths
    readings: tuple[ReadingView, ...]
    left: tuple[tuple[str, tuple[LeftView, ...]], ...]
    """By direction."""
    prices: tuple[PriceView, ...]
    method: tuple[str, ...]
    assumptions: tuple[tuple[str, str], ...]


def view_valued(balance: Balance, look: Lookup) -> ValuedView | None:
    """The section on worth; None where nothing was valued."""
    valuation, words = balance.valuation, read_worths(look.language)
    if valuation is None:
        return None
    both = (valuation.published, valuation.priced)
    readings = tuple(_reading(each, balance, valuation, look, words) for each in both)
    ways = [f"{side.giver} → {side.receiver}" for side in balance.sides]
    left = tuple((way, _left(valuation.unpriced[number], look)) for number, way in enumerate(ways))
    return ValuedView(
        words=words,
        readings=readings,
        left=tuple(each for each in left if each[1]),
        prices=tuple(_prices(valuation, look, words)),
        method=tuple(_method(valuation, look, words)),
        assumptions=tuple(_assumptions(valuation.assumptions, look, words)),
    )


def _reading(reading: Reading, balance: Balance, valuation: Valuation, look: Lookup, words: Worths) -> ReadingView:
    sides = (_side(reading, balance, 0, look, words), _side(reading, balance, 1, look, words))
    notes = []
    if reading.name == PUBLISHED:
        notes += [cover_text(each, look, words) for each in valuation.covers if each.covered or each.beside]
        notes += [_not_converted(each, look, words) for each in valuation.aside]
    title, none = words.brief[reading.name], words.brief[f"none_{reading.name}"]
    return ReadingView(reading.name, title, none, sides, tuple(notes))


def _side(reading: Reading, balance: Balance, number: int, look: Lookup, words: Worths) -> SideView:
    way, spread, valuation = balance.sides[number], reading.spreads[number], balance.valuation
    currency = (valuation.currency if valuation else None) or ""
    total = total_figure(reading, balance, number, look) if reading.totals[number] is not None else None
    moving = spread is not None and spread.low != spread.high
    views = [(worth, _worth(worth, currency, look, words)) for worth in reading.sides[number]]
    return SideView(
        direction=f"{way.giver} → {way.receiver}",
        lines=tuple(view for worth, view in views if not worth.aside),
        aside=tuple(view for worth, view in views if worth.aside),
        total=total,
        drawn=spread_text(spread, currency, look.language, words.brief["drawn"]) if spread and moving else "",
    )


def _worth(worth: Worth, currency: str, look: Lookup, words: Worths) -> WorthView:
    address = f"{worth.entry}/{worth.origin}" if worth.origin else worth.entry
    amount = Figure(address, amount_of(worth, look), worth.entry, worth.claims)
    bounds = worth.bounds.interval
    text = money_text(worth.bounds, currency, look.language)
    total = Figure(address, text, worth.entry, worth.claims, bounds.low, bounds.high, unit=currency)
    own = (exchange_text(worth.exchange, look, words), deflation_text(worth.deflation, look, words))
    lasts = words.sums[f"lasts_{worth.lasts}"] if worth.lasts else ""
    because = f" [{look.short.get(worth.because, worth.because)}]" if worth.because else ""
    voice = look.origin_name(worth.origin) if worth.origin else ""
    parts = (voice, look.item(worth.item) or look.category(worth.category), look.when(worth.when))
    return WorthView(
        entry=worth.entry,
        name=" · ".join(part for part in parts if part),
        amount=amount,
        by=_TIMES.join(_without_id(part, worth) for part in price_parts(worth, look, words)),
        prices=tuple(quote.price.id for quote in worth.quotes),
        total=total,
        notes=tuple(note for note in (lasts, *own) if note),
        why=f"{words.asides[worth.aside]}{because}" if worth.aside else "",
    )


def _without_id(part: str, worth: Worth) -> str:
    """A price without its id in brackets: the page has a link in its place."""
    ids = ", ".join(quote.price.id for quote in worth.quotes)
    return part.replace(f" [{ids}]", "")


def _not_converted(each: Unpriced, look: Lookup, words: Worths) -> str:
    entry = look.entries.get(each.entry)
    amount = look.figures(entry) if entry else look.item(each.item)
    why = unpriced_text(each, look.language)
    return words.phrases["not_converted"].format(amount=amount, id=look.short.get(each.entry, each.entry), why=why)


def _left(unpriced: tuple[Unpriced, ...], look: Lookup) -> tuple[LeftView, ...]:
    """By category as the guide lists them, the best attested first."""
    places = {category: place for place, category in enumerate(CATEGORIES)}
    ordered = sorted(unpriced, key=lambda each: (places.get(each.category, len(places)), each.credibility, each.entry))
    return tuple(_left_view(each, look) for each in ordered)


def _left_view(each: Unpriced, look: Lookup) -> LeftView:
    entry = look.entries.get(each.entry)
    amount = look.figures(entry) if entry else ""
    item = look.item(each.item)
    text = " · ".join(part for part in (amount, item) if part) or look.category(each.category)
    hedge = look.hedge(str(entry.factuality)) if entry else ""
    credible = credible_text(entry, look.language) if entry else ""
    figure = Figure(each.entry, f"{text} ({hedge})" if hedge else text, each.entry, each.claims)
    return LeftView(look.category(each.category), figure, credible, unpriced_text(each, look.language))


def _prices(valuation: Valuation, look: Lookup, words: Worths) -> Iterator[PriceView]:
    """Every price that is used, once, with its source."""
    quotes: dict[str, Quote] = {}
    for side in valuation.priced.sides:
        for worth in side:
            quotes |= {quote.price.id: quote for quote in worth.quotes}
    for id_ in sorted(quotes):
        lines = [line.strip() for line in quote_lines(quotes[id_], look, words)]
        lines[0] = lines[0].partition("] ")[2]
        yield PriceView(id_, tuple(lines), printable(quotes[id_].price.url))


def _method(valuation: Valuation, look: Lookup, words: Worths) -> Iterator[str]:
    assumed = valuation.assumptions
    yield words.method["readings"]
    yield words.method["bounds"]
    yield words.method["draws"].format(draws=number_text(assumed.draws, look.language), seed=assumed.seed)
    exchanges = {
        exchange.source
        for reading in (valuation.published, valuation.priced)
        for side in reading.sides
        for worth in side
        for exchange in (worth.exchange, *(quote.exchange for quote in worth.quotes))
        if exchange
    }
    if exchanges:
        yield words.method["money"].format(source=", ".join(sorted(exchanges)))


def _assumptions(assumed: Assumptions, look: Lookup, words: Worths) -> Iterator[tuple[str, str]]:
    """Every assumption with its value, in words."""
    values, language = words.values, look.language
    percent = number_text(round(float(assumed.about) * 100, 4), language)
    told = {
        "currency": assumed.currency or values["none"],
        "basis": ", ".join(map(printable, assumed.basis)) or values["order"],
        "about": values["share"].format(percent=percent),
        "open_high": values["times"].format(number=number_text(float(assumed.open_high), language)),
        "shape": words.shapes[assumed.shape],
        "weights": words.shapes[assumed.weights],
        "ongoing": values["yes" if assumed.ongoing else "no"],
        "prices_of": str(assumed.prices_of) if assumed.prices_of is not None else values["own"],
        "draws": number_text(assumed.draws, language),
        "seed": str(assumed.seed),
    }
    yield from ((words.assumptions[name], value) for name, value in told.items())
