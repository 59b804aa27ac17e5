"""A ledger in; the balance of one pair of parties out: what each gave the other, nothing added up twice."""

from collections.abc import Iterable, Sequence

from donnant.domain.amount import is_money
from donnant.domain.balance import Balance, Line, Side
from donnant.domain.claim import CATEGORIES, Factuality, Kind, Phase
from donnant.domain.entry import Entry, Ledger, Strand
from donnant.domain.prices import PriceBook
from donnant.domain.report import Report
from donnant.domain.valuation import Scenario
from donnant.value.lines import Books, entry_line
from donnant.value.pairs import choose_pair
from donnant.value.published import published_lines, published_ratio
from donnant.value.scenarios import scope
from donnant.value.valuation import Terms, value_sides

Way = tuple[str, str]
"""From whom to whom."""


_PLAIN = PriceBook(), Scenario()


def value_entries(
    ledger: Ledger,
    reports: Sequence[Report],
    pair: tuple[str, str] | None,
    as_of: str | None,
    terms: tuple[PriceBook, Scenario] = _PLAIN,
) -> Balance | None:
    """The balance of a pair, or of the pair with the most transfers; None where no claim has two parties.

    ``terms`` are the price book that it is valued by, and the scenario that says what counts.
    """
    chosen = pair is not None
    pair = pair or choose_pair(ledger)
    if pair is None:
        return None
    book, scenario = terms
    ledger = scope(ledger, scenario)
    books = Books(ledger)
    ways = (pair, (pair[1], pair[0]))
    entries = (_weighed(ways[0], books, scenario), _weighed(ways[1], books, scenario))
    sides = (_side(ways[0], entries[0], books), _side(ways[1], entries[1], books))
    as_of = as_of or max((report.date.value for report in reports if report.date), default=None)
    between = [entry for entry in books.entries if _concerns(entry, pair)]
    held = {entry.id for entry in between}
    waiting = [entry for entry in books.doubtful if _concerns(entry, pair)]
    firm = [strand for entry in between for strand in entry.firm]
    told = [claim for entry in (*between, *waiting) for claim in entry.claims]
    return Balance(
        pair=pair,
        as_of=as_of,
        reports=len(reports),
        claims=sum(len(books.grounds(strand)) for strand in firm),
        origins=len({strand.origin for strand in firm if books.origins[strand.origin].named}),
        echoes=sum(_echoes(strand, books) for strand in firm),
        chosen=chosen,
        sides=sides,
        ratio=published_ratio(pair, (sides[0].published, sides[1].published), books),
        losses=_lines((e for e in between if e.kind is Kind.LOSS), books),
        agreements=_lines((e for e in between if e.kind is Kind.AGREEMENT), books),
        attitudes=_lines((e for e in between if e.kind is Kind.ATTITUDE), books),
        conflicts=sum(set(each.entries) <= held for each in books.conflicts),
        doubtful=_lines(waiting, books),
        to_review=sum(books.claims[claim].is_doubtful for claim in told),
        valuation=value_sides(
            entries, (sides[0].published, sides[1].published), ledger, reports, Terms(book, scenario, as_of)
        ),
    )


def _weighed(way: Way, books: Books, scenario: Scenario) -> list[Entry]:
    """What goes one way and is weighed: of the phases that the scenario asks for, and not denied."""
    return [
        entry
        for entry in books.entries
        if entry.kind is Kind.TRANSFER and (entry.giver, entry.receiver) == way
        if entry.phase in scenario.phases and entry.factuality is not Factuality.DENIED
    ]


def _side(way: Way, weighed: Sequence[Entry], books: Books) -> Side:
    entries = [e for e in books.entries if e.kind is Kind.TRANSFER and (e.giver, e.receiver) == way]
    held = {entry.id for entry in weighed}
    other = [e for e in entries if e.factuality is not Factuality.DENIED and e.id not in held]
    return Side(
        *way,
        published=published_lines(weighed, books),
        quantities=_lines((e for e in weighed if e.unit is not None and not is_money(e.unit)), books),
        unpriced=_lines((e for e in weighed if e.unit is None), books),
        planned=_lines((e for e in other if e.phase is not Phase.DONE), books),
        denied=_lines((e for e in entries if e.factuality is Factuality.DENIED), books),
    )


def _lines(entries: Iterable[Entry], books: Books) -> tuple[Line, ...]:
    lines = [entry_line(entry, books) for entry in entries]
    return tuple(sorted(lines, key=_order))


def _order(line: Line) -> tuple[int, str, float, str]:
    """By category as the guide lists them, larger figures first."""
    place = CATEGORIES.index(line.category) if line.category in CATEGORIES else len(CATEGORIES)
    size = -(line.interval.low or line.interval.high or 0.0) if line.interval else 0.0
    return (place, line.unit or "", size, line.entry)


def _concerns(entry: Entry, pair: tuple[str, str]) -> bool:
    """Whether an entry belongs to the balance of a pair: between the two, or a loss of one of them."""
    if entry.kind is Kind.LOSS:
        return entry.giver in pair
    if entry.kind is Kind.AGREEMENT:
        return set(pair) <= set(entry.parties)
    return {entry.giver, entry.receiver} == set(pair)


def _echoes(strand: Strand, books: Books) -> int:
    """Reports that only retell what an origin said in another one."""
    return len({books.claims[claim].report for claim in books.grounds(strand)}) - 1
