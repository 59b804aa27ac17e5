"""How the ratio comes about: a balance and its ledger in; the quotient at each end and the totals left out, out."""

from collections.abc import Iterator
from dataclasses import dataclass

from donnant.domain.amount import Interval, is_money
from donnant.domain.balance import Balance, Line, Ratio, Side
from donnant.domain.claim import Factuality, Kind, Phase
from donnant.domain.entry import Entry
from donnant.lang.labels import read_labels
from donnant.show.format import amount_text, number_text
from donnant.show.lookup import Lookup
from donnant.show.rows import address_of


@dataclass(frozen=True, slots=True)
class Total:
    """What one origin gives as the worth of a direction."""

    address: str
    """What ``explain`` takes."""
    short: str
    voice: str
    figure: str


@dataclass(frozen=True, slots=True)
class Quotient:
    """One end of the ratio: a bound of one total over a bound of the other; open where a bound is missing."""

    value: float | None
    over: Total
    under: Total
    text: str


@dataclass(frozen=True, slots=True)
class Aside:
    """A total that is no part of the ratio, and why."""

    total: Total
    why: str


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The arithmetic of a ratio."""

    title: str
    low: Quotient
    high: Quotient
    asides: tuple[Aside, ...]


def reckon(balance: Balance, ratio: Ratio, look: Lookup) -> Reckoning | None:
    """Do the divisions of the ratio again, from the totals that the balance shows; None without any to divide."""
    giving, getting = sorted(balance.sides, key=lambda side: side.giver != ratio.more)
    pairs = [(a, b) for a in _weighed(giving, ratio, look) for b in _weighed(getting, ratio, look)]
    divisible = [(a, b) for a, b in pairs if _interval(b).ceiling > 0]
    if not divisible:
        return None
    low = min(divisible, key=lambda pair: _interval(pair[0]).over(_interval(pair[1])).floor)
    nothing = [pair for pair in pairs if pair not in divisible]
    high = (*nothing, max(divisible, key=lambda pair: _interval(pair[0]).over(_interval(pair[1])).ceiling))[0]
    words = look.labels.reckoning
    title = words.title.format(unit=ratio.unit, giver=giving.giver, receiver=giving.receiver)
    return Reckoning(
        title,
        _quotient((low[0], _interval(low[0]).low), (low[1], _interval(low[1]).high), look),
        _quotient((high[0], _interval(high[0]).high), (high[1], _interval(high[1]).low), look),
        tuple(_asides(balance, ratio, look)),
    )


def reckoning_lines(reckoning: Reckoning, language: str) -> Iterator[str]:
    """The arithmetic as text."""
    labels = read_labels(language)
    words, lead = labels.reckoning, labels.phrases.lead
    yield f"  {lead.format(party=reckoning.title)}"
    yield f"    {lead.format(party=words.low)} {reckoning.low.text}"
    yield f"    {lead.format(party=words.high)} {reckoning.high.text}"
    if reckoning.asides:
        yield f"  {lead.format(party=words.aside)}"
    for aside in reckoning.asides:
        total = aside.total
        yield f"    – {lead.format(party=f'{total.figure} [{total.short}] ({total.voice})')} {aside.why}"


def _weighed(side: Side, ratio: Ratio, look: Lookup) -> list[Line]:
    held = [line for line in side.published if line.unit == ratio.unit and look.is_named(line.origin or "")]
    return [line for line in held if not set(line.claims).isdisjoint(ratio.claims)]


def _interval(line: Line) -> Interval:
    return line.interval or Interval(None, None)


def _quotient(over: tuple[Line, float | None], under: tuple[Line, float | None], look: Lookup) -> Quotient:
    words = look.labels.reckoning
    totals = [_total(line, bound, look) for line, bound in (over, under)]
    names = {
        f"{name}{part}": getattr(total, field)
        for name, total in zip(("over", "under"), totals, strict=True)
        for part, field in (("", "figure"), ("_id", "short"), ("_voice", "voice"))
    }
    if over[1] is None or not under[1]:
        return Quotient(None, totals[0], totals[1], words.open.format(**names))
    value = over[1] / under[1]
    text = words.sum.format(ratio=number_text(float(f"{value:.2g}"), look.language), **names)
    return Quotient(value, totals[0], totals[1], text)


def _total(line: Line, bound: float | None, look: Lookup) -> Total:
    """A total by the bound that is divided; by both where that bound is missing."""
    low, high = (bound, bound) if bound else (_interval(line).low, _interval(line).high)
    figure = amount_text(low, high, False, line.unit, look.language)
    return Total(address_of(line), look.short.get(line.entry, line.entry), look.origin_name(line.origin), figure)


def _asides(balance: Balance, ratio: Ratio, look: Lookup) -> Iterator[Aside]:
    """Every total of the pair that is not divided, in the order of the ledger."""
    words = look.labels.reckoning
    shown = {address_of(line): line for side in balance.sides for line in side.published}
    for entry, number in _valued(balance, look):
        strand = entry.strands[number]
        address = f"{entry.id}/{strand.origin}"
        if strand.doubtful:
            why = words.doubtful
        elif not look.is_named(strand.origin):
            why = words.unnamed
        elif entry.unit != ratio.unit:
            why = words.currency
        elif address not in shown:
            why = words.smaller
        elif set(shown[address].claims).isdisjoint(ratio.claims):
            why = words.elsewhere
        else:
            continue
        voice, figure = look.origin_name(strand.origin), look.strand_amount(entry, number)
        yield Aside(Total(address, look.short[entry.id], voice, figure), why)


def _valued(balance: Balance, look: Lookup) -> Iterator[tuple[Entry, int]]:
    ways = {(side.giver, side.receiver) for side in balance.sides}
    for entry in look.entries.values():
        done = entry.phase is Phase.DONE and entry.factuality is not Factuality.DENIED
        if entry.kind is Kind.TRANSFER and done and is_money(entry.unit) and (entry.giver, entry.receiver) in ways:
            yield from (
                (entry, number)
                for number, strand in enumerate(entry.strands)
                if strand.low is not None or strand.high is not None
            )
