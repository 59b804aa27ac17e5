"""A ledger in; the balance of one pair of parties out: what each gave the other, nothing added up twice."""

from collections.abc import Iterable, Sequence

from donnant.domain.amount import is_money
from donnant.domain.balance import Balance, Line, Side
from donnant.domain.claim import CATEGORIES, Factuality, Kind, Phase
from donnant.domain.entry import Entry, Ledger, Strand
from donnant.domain.report import Report
from donnant.value.lines import Books, entry_line
from donnant.value.pairs import choose_pair
from donnant.value.published import published_lines, published_ratio


def value_entries(
    ledger: Ledger, reports: Sequence[Report], pair: tuple[str, str] | None, as_of: str | None
) -> Balance | None:
    """The balance of a pair, or of the pair with the most transfers; None where no claim has two parties."""
    chosen = pair is not None
    pair = pair or choose_pair(ledger)
    if pair is None:
        return None
    books = Books(ledger)
    sides = (_side(pair[0], pair[1], books), _side(pair[1], pair[0], books))
    between = [entry for entry in books.entries if _concerns(entry, pair)]
    held = {entry.id for entry in between}
    waiting = [entry for entry in books.doubtful if _concerns(entry, pair)]
    firm = [strand for entry in between for strand in entry.firm]
    told = [claim for entry in (*between, *waiting) for claim in entry.claims]
    return Balance(
        pair=pair,
        as_of=as_of or max((report.date.value for report in reports if report.date), default=None),
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
    )


def _side(giver: str, receiver: str, books: Books) -> Side:
    entries = [e for e in books.entries if e.kind is Kind.TRANSFER and e.giver == giver and e.receiver == receiver]
    denied = [e for e in entries if e.factuality is Factuality.DENIED]
    held = [e for e in entries if e.factuality is not Factuality.DENIED]
    done = [e for e in held if e.phase is Phase.DONE]
    return Side(
        giver,
        receiver,
        published=published_lines(done, books),
        quantities=_lines((e for e in done if e.unit is not None and not is_money(e.unit)), books),
        unpriced=_lines((e for e in done if e.unit is None), books),
        planned=_lines((e for e in held if e.phase is not Phase.DONE), books),
        denied=_lines(denied, books),
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
