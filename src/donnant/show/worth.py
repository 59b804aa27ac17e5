"""The valuation as rows of the balance: a valuation in; totals, draws and what a total covers, in words, out."""


from donnant.domain.amount import Interval
from donnant.domain.balance import Balance
from donnant.domain.exact import Bounds
from donnant.domain.valuation import PRICED, PUBLISHED, Cover, Reading, Spread, Valuation
from donnant.lang.worth import Worths, read_worths
from donnant.show.format import number_text, plural, printable, times_text
from donnant.show.lookup import Lookup
from donnant.show.money import bounds_times, money_text, range_text, sum_text
from donnant.show.views import CellView, Figure, LineView, RowView


def reading_address(name: str, giver: str, receiver: str) -> str:
    """What ``explain`` takes for the total of a reading and a direction: ``priced/PRK-RUS``."""
    return f"{name}/{giver}-{receiver}"


def priced_row(balance: Balance, look: Lookup) -> RowView:
    """Quantities times prices, direction by direction."""
    words, valuation = read_worths(look.language), balance.valuation
    cells = (_priced_cell(balance, 0, look, words), _priced_cell(balance, 1, look, words)) if valuation else ()
    return RowView(PRICED, words.rows["priced"], cells or (CellView(), CellView()))


def draws_row(balance: Balance, look: Lookup) -> RowView:
    """Where nine draws in ten lie, for every total that is no single value."""
    words, valuation = read_worths(look.language), balance.valuation
    cells = tuple(_draws_cell(balance, side, look, words) for side in (0, 1)) if valuation else ()
    return RowView("draws", words.rows["draws"], cells or (CellView(), CellView()))


def ahead_row(balance: Balance, look: Lookup) -> RowView:
    """Who gives more, by each reading that has both sides."""
    words, valuation = read_worths(look.language), balance.valuation
    lines: list[LineView] = []
    for reading in (valuation.published, valuation.priced) if valuation else ():
        if reading.outcome is not None and reading.times is not None:
            lines.append(ahead_line(balance, reading, look, words))
    return RowView("ahead", words.rows["ahead"], (CellView(tuple(lines)),))


def covers_row(balance: Balance, look: Lookup) -> RowView:
    """What each published total is about of that which is priced beside it."""
    words, valuation = read_worths(look.language), balance.valuation
    told = valuation.covers if valuation else ()
    lines = tuple(_cover_line(cover, look, words) for cover in told if cover.covered or cover.beside)
    return RowView("covers", words.rows["covers"], (CellView(lines),))


def worth_notes(balance: Balance, language: str) -> dict[str, str]:
    """For each priced entry what it is worth, to stand beside its quantity."""
    valuation = balance.valuation
    if valuation is None or valuation.currency is None:
        return {}
    worths = (worth for side in valuation.priced.sides for worth in side if worth.quotes and not worth.aside)
    return {worth.entry: f"= {money_text(worth.bounds, valuation.currency, language)}" for worth in worths}


def priced_entries(balance: Balance) -> frozenset[str]:
    """The entries that are in a sum by prices."""
    valuation = balance.valuation
    sides = valuation.priced.sides if valuation else ()
    return frozenset(worth.entry for side in sides for worth in side if not worth.aside)


def cover_text(cover: Cover, look: Lookup, words: Worths) -> str:
    """A published total, and which priced entries it is about too."""
    phrases = words.phrases
    entry = look.entries[cover.entry]
    names = {"origin": look.origin_name(cover.origin), "what": look.category(entry.category)}
    beside = phrases["beside"].format(names=_names(cover.beside, look)) if cover.beside else ""
    if not cover.covered:
        return phrases["covers_none"].format(**names)
    also = phrases["also"].format(names=_names(cover.covered, look))
    return phrases["covers"].format(covered=", ".join(part for part in (also, beside) if part), **names)


def share_text(share: float, language: str) -> str:
    """A share of the draws in percent; never all of them, since no draw proves anything."""
    percent = min(max(round(share * 100, 1), 0.1), 99.9)
    return f"{number_text(int(percent) if percent == int(percent) else percent, language)}%"


def _priced_cell(balance: Balance, side: int, look: Lookup, words: Worths) -> CellView:
    valuation = balance.valuation
    if valuation is None or valuation.priced.totals[side] is None:
        return CellView()
    figure = total_figure(valuation.priced, balance, side, look)
    priced, amounts = amounts_priced(valuation, side)
    note = words.phrases["priced"].format(priced=priced, amounts=amounts)
    return CellView((LineView(figure, notes=(note,), short=figure.address),))


def total_figure(reading: Reading, balance: Balance, side: int, look: Lookup) -> Figure:
    """The total of a direction by a reading; its address leads to the sum."""
    way, total, valuation = balance.sides[side], reading.totals[side], balance.valuation
    assert total is not None
    currency = (valuation.currency if valuation else None) or ""
    worths = (worth for worth in reading.sides[side] if not worth.aside)
    claims = tuple(dict.fromkeys(claim for worth in worths for claim in worth.claims))
    bounds = total.interval
    return Figure(
        reading_address(reading.name, way.giver, way.receiver), money_text(total, currency, look.language), None,
        claims, bounds.low, bounds.high, unit=currency,
    )  # fmt: skip


def amounts_priced(valuation: Valuation, side: int) -> tuple[int, int]:
    """How many amounts of a direction are in the sum by prices, of how many that a price could be found for."""
    priced = sum(1 for worth in valuation.priced.sides[side] if not worth.aside)
    waiting = sum(1 for each in valuation.unpriced[side] if each.why not in {"no_amount", "share"})
    return priced, priced + waiting


def _draws_cell(balance: Balance, side: int, look: Lookup, words: Worths) -> CellView:
    valuation = balance.valuation
    assert valuation is not None
    lines = []
    for reading, label in ((valuation.published, "published"), (valuation.priced, "by_prices")):
        spread, total = reading.spreads[side], reading.totals[side]
        if spread is None or total is None or spread.low == spread.high or valuation.currency is None:
            continue
        figure = total_figure(reading, balance, side, look)
        text = range_text(spread.low, spread.high, valuation.currency, look.language)
        shown = Figure(figure.address, text, None, figure.claims, spread.low, spread.high, unit=figure.unit)
        median = sum_text(spread.median, valuation.currency, look.language)
        notes = (words.rows[label], words.phrases["median"].format(median=median))
        lines.append(LineView(shown, notes=notes, short=figure.address))
    return CellView(tuple(lines))


def ahead_line(balance: Balance, reading: Reading, look: Lookup, words: Worths) -> LineView:
    """Who gives more by one reading, how many times, and how surely; the row above has the published ratio."""
    outcome = reading.outcome
    assert outcome is not None
    first = outcome.first >= 0.5
    giver, share = balance.pair[0 if first else 1], outcome.first if first else 1 - outcome.first
    label = words.rows["published" if reading.name == PUBLISHED else "by_prices"]
    phrase = words.phrases["always" if is_settled(reading) else "ahead"]
    text = phrase.format(reading=label, giver=giver, share=share_text(share, look.language))
    more, less = reading.totals if first else reversed(reading.totals)
    ratio = more.over(less) if more and less else None
    notes = []
    if ratio and (reading.name == PRICED or balance.ratio is None):
        notes.append(words.phrases["times"].format(times=bounds_times(ratio, look.language)))
    if outcome.times is not None:
        notes.append(_drawn_times(outcome.times, first, look, words))
    claims = tuple(
        dict.fromkeys(claim for side in reading.sides for worth in side if not worth.aside for claim in worth.claims)
    )
    address = reading_address(reading.name, *balance.pair)
    return LineView(Figure(address, text, None, claims), notes=tuple(notes), short=address)


def _drawn_times(times: Spread, first: bool, look: Lookup, words: Worths) -> str:
    low, median, high = times.low, times.median, times.high
    if not first:
        low, median, high = 1 / high, 1 / median, 1 / low
    told = times_text(Interval(low, high), look.language)
    return words.phrases["times_draws"].format(times=told, median=number_text(float(f"{median:.2g}"), look.language))


def is_settled(reading: Reading) -> bool:
    """Whether one side gives more in every reading, by hard bounds."""
    one, other = reading.totals
    if one is None or other is None:
        return False
    return (other.high is not None and one.low > other.high) or (one.high is not None and other.low > one.high)


def _cover_line(cover: Cover, look: Lookup, words: Worths) -> LineView:
    entry = look.entries[cover.entry]
    claims = next((strand.claims for strand in entry.strands if strand.origin == cover.origin), entry.claims)
    figure = Figure(f"{cover.entry}/{cover.origin}", cover_text(cover, look, words), cover.entry, claims)
    return LineView(figure, short=look.short.get(cover.entry, cover.entry))


def _names(entries: tuple[str, ...], look: Lookup) -> str:
    told = [look.item(look.entries[id_].item) or look.category(look.entries[id_].category) for id_ in entries]
    return ", ".join(dict.fromkeys(printable(name) for name in told))


def span_text(count: Bounds, per: str, look_language: str, words: Worths) -> str:
    """A duration in its own span: ``6 to 12 months``."""
    low, high = float(count.low), float(count.high) if count.high is not None else None
    unit = plural(high or low, words.spans[per], look_language)
    if high is None or low == high:
        return words.sums["duration"].format(low=number_text(round(low, 2), look_language), per=unit)
    low_text, high_text = (number_text(round(each, 2), look_language) for each in (low, high))
    return words.sums["durations"].format(low=low_text, high=high_text, per=unit)
