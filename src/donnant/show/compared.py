"""Two balances of one pair side by side: a comparison in; totals, ratios and each change with its cause out."""

from collections.abc import Iterator

from donnant.domain.balance import Balance
from donnant.domain.comparison import Change, Comparison
from donnant.domain.exact import Bounds
from donnant.domain.valuation import PRICED, PUBLISHED, Reading
from donnant.lang.links import read_links
from donnant.lang.worth import Worths, read_worths
from donnant.show.lookup import Lookup
from donnant.show.money import bounds_times, money_text

Looks = tuple[Lookup, Lookup]
_LABELS = {PUBLISHED: "published", PRICED: "by_prices"}


def comparison_lines(comparison: Comparison, typed: tuple[str, str], looks: Looks) -> Iterator[str]:
    """The totals of both, then what changes; ``typed`` are the scenarios as the reader wrote them."""
    words = read_worths(looks[0].language)
    one = comparison.one
    yield f"{one.pair[0]} ⇄ {one.pair[1]} · {words.compare['title'].format(one=typed[0], other=typed[1])}"
    yield ""
    for name in (PUBLISHED, PRICED):
        yield from _totals(comparison, name, looks, words)
    yield ""
    if not comparison.changes:
        yield words.compare["none"]
    last = None
    for change in comparison.changes:
        head = (change.reading, change.side)
        if head != last:
            side = one.sides[change.side]
            yield f"{words.rows[_LABELS[change.reading]]}, {side.giver} → {side.receiver}"
            last = head
        yield f"  {change_text(change, comparison, looks, words)}"


def change_text(change: Change, comparison: Comparison, looks: Looks, words: Worths) -> str:
    """What changes, from what to what, and why."""
    look = looks[1] if change.entry in looks[1].entries else looks[0]
    entry = look.entries[change.entry]
    name = look.item(entry.item) or look.category(entry.category)
    what = f"{look.origin_name(change.origin)}, {name}" if change.origin else name
    was, now = _money(change.was, comparison.one, words, look), _money(change.now, comparison.other, words, look)
    why = words.causes[change.cause].format(detail=_detail(change, look))
    return words.compare["change"].format(what=what, id=look.short.get(entry.id, entry.id), was=was, now=now, why=why)


def _totals(comparison: Comparison, name: str, looks: Looks, words: Worths) -> Iterator[str]:
    pair = [(comparison.one, looks[0]), (comparison.other, looks[1])]
    readings = [_reading(balance, name) for balance, _ in pair]
    label = words.rows[_LABELS[name]]
    for side, way in enumerate(comparison.one.sides):
        totals = [reading.totals[side] if reading else None for reading in readings]
        if any(totals):
            was, now = (
                _money(total, balance, words, look) for total, (balance, look) in zip(totals, pair, strict=True)
            )
            direction = f"{way.giver} → {way.receiver}"
            yield words.compare["total"].format(direction=direction, reading=label, was=was, now=now)
    ratios = [reading.times if reading else None for reading in readings]
    if any(ratios):
        was, now = (bounds_times(each, looks[0].language) if each else words.compare["nothing"] for each in ratios)
        direction = f"{comparison.one.pair[0]} / {comparison.one.pair[1]}"
        yield words.compare["total"].format(direction=direction, reading=label, was=was, now=now)


def _reading(balance: Balance, name: str) -> Reading | None:
    if balance.valuation is None:
        return None
    return balance.valuation.published if name == PUBLISHED else balance.valuation.priced


def _money(bounds: Bounds | None, balance: Balance, words: Worths, look: Lookup) -> str:
    currency = (balance.valuation.currency if balance.valuation else None) or ""
    return money_text(bounds, currency, look.language) or words.compare["nothing"]


def _detail(change: Change, look: Lookup) -> str:
    """What a cause names, in words."""
    told = read_worths(look.language)
    if change.cause == "phase":
        return look.labels.phases.get(change.detail, change.detail)
    if change.cause == "only":
        return look.category(change.detail)
    if change.cause == "number":
        return read_links(look.language).credibility.get(change.detail, change.detail)
    tables = {"aside": told.asides, "unpriced": told.reasons}
    return tables.get(change.cause, {}).get(change.detail, change.detail)
