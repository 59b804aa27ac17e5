"""The answer in three sentences: a balance in; who gives more, what prices say, and what is in no total, out."""

import string
from collections.abc import Iterator

from donnant.domain.balance import Balance
from donnant.domain.valuation import PUBLISHED, Reading, Valuation
from donnant.lang.parties import party_label
from donnant.lang.worth import Worths, read_worths
from donnant.show.format import count_text, times_text
from donnant.show.lookup import Lookup
from donnant.show.money import bounds_times
from donnant.show.views import RATIO, BalanceView, Figure
from donnant.show.worth import amounts_priced, is_settled, share_text, total_figure

Sentence = tuple[Figure | str, ...]
"""A sentence in pieces, so that the figures in it can be links."""


def answer(balance: Balance, view: BalanceView, look: Lookup) -> tuple[Sentence, ...]:
    """Who comes out ahead by what was published; what quantities and prices say; what no total holds."""
    words, valuation = read_worths(look.language), balance.valuation
    told = [tuple(_published(balance, view, look, words))]
    if valuation is not None:
        told.append(tuple(_priced(balance, valuation, look, words)))
    told.append(tuple(_left(balance, view, look, words)))
    return tuple(told)


def filled(phrase: str, **values: Figure | str) -> Iterator[Figure | str]:
    """A phrase in pieces, with its values in their places."""
    for text, name, _, _ in string.Formatter().parse(phrase):
        if text:
            yield text
        if name is not None:
            yield values[name]


def _published(balance: Balance, view: BalanceView, look: Lookup, words: Worths) -> Iterator[Figure | str]:
    valuation = balance.valuation
    if valuation is None or valuation.currency is None or not any(valuation.published.totals):
        yield from _by_ratio(balance, view, look, words)
        return
    reading = valuation.published
    if None in reading.totals:
        side = 0 if reading.totals[0] is not None else 1
        names = _names(balance, side, look)
        yield from filled(words.answer["one"], amount=total_figure(reading, balance, side, look), **names)
        return
    first = reading.outcome is None or reading.outcome.first >= 0.5
    more, less = (0, 1) if first else (1, 0)
    figures = {
        "amount": total_figure(reading, balance, more, look), "other": total_figure(reading, balance, less, look),
    }  # fmt: skip
    names = _names(balance, more, look)
    times = _times(balance, reading, more, look, words)
    settled = is_settled(reading)
    share = share_text(_share(reading, more), look.language)
    phrase = words.answer["both" if settled else "open"]
    yield from filled(phrase, times=times, ahead=names["giver"], share=share, **names, **figures)


def _by_ratio(balance: Balance, view: BalanceView, look: Lookup, words: Worths) -> Iterator[Figure | str]:
    """The ratio alone, where there is no valuation to tell more."""
    row, ratio, said = view.row(RATIO), balance.ratio, look.labels.ratios
    lines = row.cells[0].lines if row else ()
    if ratio is None or not lines:
        yield words.answer["none"]
        return
    other = balance.pair[1] if ratio.more == balance.pair[0] else balance.pair[0]
    giver, receiver = (party_label(code, look.language) for code in (ratio.more, other))
    figure = lines[0].figure
    times = Figure(figure.address, times_text(ratio.interval, look.language), None, figure.claims)
    phrase = said.answer_settled if ratio.settled else said.answer_unsettled
    yield from filled(phrase, giver=giver, receiver=receiver, times=times)


def _times(balance: Balance, reading: Reading, more: int, look: Lookup, words: Worths) -> Figure:
    """How many times more, as a link to how it comes about."""
    one, other = reading.totals[more], reading.totals[1 - more]
    ratio = one.over(other) if one and other else None
    text = words.answer["times"].format(times=bounds_times(ratio, look.language) if ratio else "–")
    claims = tuple(
        dict.fromkeys(claim for side in reading.sides for worth in side if not worth.aside for claim in worth.claims)
    )
    bounds = ratio.interval if ratio else None
    low, high = (bounds.low, bounds.high) if bounds else (None, None)
    return Figure(RATIO if balance.ratio else f"{PUBLISHED}/{'-'.join(balance.pair)}", text, None, claims, low, high)


def _priced(balance: Balance, valuation: Valuation, look: Lookup, words: Worths) -> Iterator[Figure | str]:
    reading = valuation.priced
    figures = [total_figure(reading, balance, side, look) if reading.totals[side] else None for side in (0, 1)]
    if figures[0] and figures[1]:
        names = _names(balance, 0, look)
        ends = {"first": names["giver"], "second": names["receiver"]}
        yield from filled(words.answer["priced_both"], amount=figures[0], other=figures[1], **ends)
    elif one := figures[0] or figures[1]:
        side = 0 if figures[0] else 1
        yield from filled(words.answer["priced_one"], amount=one, **_names(balance, side, look))
    else:
        yield words.answer["priced_none" if valuation.currency else "no_book"]
        return
    told = [amounts_priced(valuation, side) for side in (0, 1)]
    priced, amounts = sum(each[0] for each in told), sum(each[1] for each in told)
    yield " " + words.answer["amounts"].format(priced=priced, amounts=amounts)


def _left(balance: Balance, view: BalanceView, look: Lookup, words: Worths) -> Iterator[Figure | str]:
    """What is in no total, by side, and what is in dispute."""
    row = view.row("unpriced")
    sides = []
    for number, cell in enumerate(row.cells if row else ()):
        if cell.names:
            names = ", ".join(name.text for name in cell.names)
            sides.append(words.answer["side"].format(names=names, **_names(balance, number, look)))
    head = words.answer["unpriced"].format(sides="; ".join(sides)) if sides else words.answer["nothing"]
    count = count_text(balance.conflicts, look.labels.counts.conflicts, look.language)
    tail = words.answer["disputes"].format(conflicts=count) if balance.conflicts else words.answer["calm"]
    yield f"{head}; {tail}"


def _names(balance: Balance, side: int, look: Lookup) -> dict[str, str]:
    way = balance.sides[side]
    return {
        "giver": party_label(way.giver, look.language), "receiver": party_label(way.receiver, look.language),
    }  # fmt: skip


def _share(reading: Reading, more: int) -> float:
    first = reading.outcome.first if reading.outcome else 0.5
    return first if more == 0 else 1 - first
