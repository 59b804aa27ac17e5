"""The rows of the balance: domain values in, one frozen view out, in the words of one language."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from donnant.domain.amount import is_money
from donnant.domain.balance import Balance, Line, Side
from donnant.domain.claim import CATEGORIES, Kind, Phase
from donnant.domain.entry import Entry, Ledger
from donnant.domain.links import Conflict
from donnant.lang.links import read_links
from donnant.show.format import amount_text, count_text, printable, times_text
from donnant.show.lookup import Lookup, look_up
from donnant.show.views import RATIO, BalanceView, CellView, Figure, LineView, RowView
from donnant.show.worth import ahead_row, covers_row, draws_row, priced_entries, priced_row, worth_notes


def view_balance(
    balance: Balance, ledger: Ledger, language: str, known: Collection[str] = (), dossier: str = "DIR"
) -> BalanceView:
    """Set out a balance; ``known`` are the dates of its reports, ``dossier`` the path that it is asked by."""
    look = look_up(ledger, language, {*known, *([balance.as_of] if balance.as_of else [])})
    told = (ahead_row(balance, look), covers_row(balance, look))
    rows = [*_direction_rows(balance, look), _ratio_row(balance, look), *told, *_spanning_rows(balance, look)]
    first, second = balance.sides
    words = look.labels.phrases.chosen.format(left=balance.pair[0], right=balance.pair[1])
    return BalanceView(
        pair=balance.pair,
        directions=((first.giver, first.receiver), (second.giver, second.receiver)),
        head=head_counts(balance, look),
        rows=tuple(row for row in rows if row.note or any(cell.lines or cell.names for cell in row.cells)),
        chosen="" if balance.chosen else words,
        review=_review(balance, dossier, look),
    )


def head_counts(balance: Balance, look: Lookup) -> tuple[str, ...]:
    """As known when, then reports, claims, and origins with their echoes."""
    phrases, counts, language = look.labels.phrases, look.labels.counts, look.language
    origins = count_text(balance.origins, counts.origins, language)
    return (
        phrases.as_known.format(date=look.when(balance.as_of)) if balance.as_of else phrases.whole,
        count_text(balance.reports, counts.reports, language),
        count_text(balance.claims, counts.claims, language),
        f"{origins} ({count_text(balance.echoes, counts.echoes, language)})",
    )


def _review(balance: Balance, dossier: str, look: Lookup) -> str:
    """How many doubtful claims wait, and how to list them."""
    if not balance.to_review:
        return ""
    waiting = count_text(balance.to_review, look.labels.counts.to_review, look.language)
    return look.labels.phrases.review.format(waiting=waiting, dossier=dossier)


def figure_of(line: Line, look: Lookup) -> Figure:
    """A line's amount, or its name, with the claim that states it put first."""
    low, high = (line.interval.low, line.interval.high) if line.interval else (None, None)
    claims = sorted(line.claims, key=lambda each: not _states(each, low, high, look))
    first = look.claims.get(claims[0]) if claims else None
    operator = first.operator if first and _states(first.id, low, high, look) else None
    amount = amount_text(low, high, line.approx, line.unit, look.language, operator)
    if line.apart:
        each = (amount_text(*bounds, line.approx, line.unit, look.language) for bounds in line.apart)
        amount = " / ".join(each)
    return Figure(
        address=address_of(line),
        text=amount or look.item(line.item) or look.category(line.category) or look.labels.phrases.unspecified,
        entry=line.entry,
        claims=tuple(claims),
        low=low,
        high=high,
        approx=line.approx,
        unit=line.unit,
    )


def address_of(line: Line) -> str:
    """What ``explain`` takes for a line: its entry, and its origin where the line is one origin's."""
    return f"{line.entry}/{line.origin}" if line.origin else line.entry


def _states(claim: str, low: float | None, high: float | None, look: Lookup) -> bool:
    found = look.claims.get(claim)
    return found is not None and (found.low, found.high) == (low, high)


def _direction_rows(balance: Balance, look: Lookup) -> Iterator[RowView]:
    rows = look.labels.rows
    aside = _aside_cells(balance, look)
    apart = {claim for cell in aside for line in cell.lines for claim in line.figure.claims}

    def two(key: str, label: str, fill: Callable[[Side], CellView]) -> RowView:
        return RowView(key, label, (fill(balance.sides[0]), fill(balance.sides[1])))

    yield two("published", rows.published, partial(_published_cell, apart=apart, look=look))
    yield RowView("set_aside", rows.set_aside, aside)
    yield priced_row(balance, look)
    yield draws_row(balance, look)
    worths = worth_notes(balance, look.language)
    for category in CATEGORIES:
        fill = partial(_category_cell, category=category, worths=worths, look=look)
        yield two(category, look.category(category), fill)
    yield two("planned", rows.planned, lambda side: _plain_cell(side.planned, look))
    yield two("denied", rows.denied, lambda side: _plain_cell(side.denied, look))
    yield two("unpriced", rows.unpriced, partial(_unpriced_cell, priced=priced_entries(balance), look=look))


def _published_cell(side: Side, apart: set[str], look: Lookup) -> CellView:
    lines = [line for line in side.published if not apart.issuperset(line.claims)]
    return CellView(tuple(_published_view(line, look) for line in lines))


def _published_view(line: Line, look: Lookup) -> LineView:
    voice = look.origin_name(line.origin) if line.origin else ""
    what = "" if line.category == "mixed" else look.category(line.category)
    notes = (voice, what, look.when(line.when), look.hedge(line.factuality))
    view = _line_view(line, look, notes)
    named = line.origin is None or look.is_named(line.origin)
    return replace(view, support=_support(line, look), origin=voice, named=named)


def _category_cell(side: Side, category: str, worths: Mapping[str, str], look: Lookup) -> CellView:
    lines = [line for line in side.quantities if line.category == category]
    names = [line for line in side.unpriced if line.category == category]
    views = (_quantity_view(line, worths.get(line.entry, ""), look) for line in lines)
    return CellView(tuple(views), _names(names, look))


def _quantity_view(line: Line, worth: str, look: Lookup) -> LineView:
    view = _line_view(line, look, (worth, look.item(line.item), look.when(line.when), look.hedge(line.factuality)))
    plain = line.reports <= 1 and line.origins == 1 and not line.distortions
    return view if plain else replace(view, support=_support(line, look))


def _plain_cell(lines: Iterable[Line], look: Lookup) -> CellView:
    return CellView(tuple(_plain_view(line, look) for line in lines))


def _plain_view(line: Line, look: Lookup) -> LineView:
    """A line outside the rows of categories: it says its category, and whether it is only wished for."""
    item = look.item(line.item) if line.interval else ""
    category = look.category(line.category) if line.item or line.interval else ""
    wanted = look.labels.phases[Phase.WANTED] if line.phase == Phase.WANTED else ""
    hedge = look.hedge(line.factuality) if line.factuality != "denied" else ""
    return _line_view(line, look, (item, category, look.when(line.when), wanted, hedge))


def _line_view(line: Line, look: Lookup, notes: Iterable[str]) -> LineView:
    figure = figure_of(line, look)
    kept = tuple(note for note in notes if note and note.casefold() not in figure.text.casefold())
    return LineView(figure=figure, notes=kept, short=look.short.get(line.entry, line.entry))


def _support(line: Line, look: Lookup) -> str:
    counts = look.labels.counts
    named = bool(line.origins) and (line.origin is None or look.is_named(line.origin))
    parts = [count_text(line.origins, counts.origins, look.language)] if named else []
    parts.append(count_text(line.reports, counts.reports, look.language))
    if line.distortions:
        parts.append(count_text(line.distortions, counts.distortions, look.language))
    return ", ".join(parts)


def _names(lines: Iterable[Line], look: Lookup) -> tuple[Figure, ...]:
    """Names of what has no amount, each once; a hedge stays with its name."""
    named: dict[str, Figure] = {}
    for line in lines:
        figure = figure_of(line, look)
        hedge = look.hedge(line.factuality)
        name = look.item(line.item) or look.labels.phrases.unspecified
        text = f"{name} ({hedge})" if hedge else name
        seen = named.get(text.casefold())
        claims = (*seen.claims, *figure.claims) if seen else figure.claims
        shorts = (*(seen.shorts if seen else ()), look.short.get(line.entry, line.entry))
        whole = replace(seen or figure, text=seen.text if seen else text, claims=claims, shorts=shorts)
        named[text.casefold()] = whole
    return tuple(named.values())


def _unpriced_cell(side: Side, priced: Collection[str], look: Lookup) -> CellView:
    """The categories with something that has no price and that no published total of this direction is about."""
    valued = {line.category for line in side.published}
    left = [line for line in (*side.quantities, *side.unpriced) if line.entry not in priced]
    names = []
    for category in CATEGORIES:
        lines = [line for line in left if line.category == category]
        if not lines or category in valued:
            continue
        hedges = {look.hedge(line.factuality) for line in lines}
        hedge = hedges.pop() if len(hedges) == 1 else ""
        text = f"{look.category(category)} ({hedge})" if hedge else look.category(category)
        claims = tuple(claim for line in lines for claim in line.claims)
        names.append(Figure(lines[0].entry, text, lines[0].entry, claims))
    return CellView(names=tuple(names))


def _aside_cells(balance: Balance, look: Lookup) -> tuple[CellView, CellView]:
    """Valuations by voices without a name: shown, and left out of the ratio."""
    cells: list[list[LineView]] = [[], []]
    seen: set[str] = set()
    for number, side in enumerate(balance.sides):
        for line in side.published:
            view = _published_view(line, look)
            if not view.named:
                cells[number].append(view)
                seen.update(line.claims)
    for claim in balance.ratio.set_aside if balance.ratio else ():
        if claim not in seen and claim in look.claims:
            number = int(look.claims[claim].giver == balance.sides[1].giver)
            cells[number].append(_aside_view(claim, look))
    return CellView(tuple(cells[0])), CellView(tuple(cells[1]))


def _aside_view(claim: str, look: Lookup) -> LineView:
    found = look.claims[claim]
    entry = look.homes.get(claim)
    voice = printable(", ".join(found.attribution)) or look.labels.phrases.unnamed
    money = found.unit if is_money(found.unit) else None
    figure = Figure(claim, look.claim_text(found), entry, (claim,), found.low, found.high, found.approx, money)
    notes = (voice, look.when(found.when), look.hedge(found.factuality))
    kept = tuple(note for note in notes if note)
    return LineView(figure, notes=kept, short=look.short.get(claim, claim), origin=voice, named=False)


def _ratio_row(balance: Balance, look: Lookup) -> RowView:
    ratio, words = balance.ratio, look.labels.ratios
    label = look.labels.rows.ratio
    if ratio is None or (ratio.interval.low is None and ratio.interval.high is None):
        return RowView(RATIO, label, (CellView(),), note=words.none)
    sentence = words.settled if ratio.settled else words.unsettled
    text = sentence.format(giver=ratio.more, times=times_text(ratio.interval, look.language))
    figure = Figure(RATIO, text, None, ratio.claims, ratio.interval.low, ratio.interval.high)
    return RowView(RATIO, label, (CellView((LineView(figure, short=RATIO),)),))


def _spanning_rows(balance: Balance, look: Lookup) -> Iterator[RowView]:
    rows = look.labels.rows
    losses = tuple(_loss_view(line, look) for line in balance.losses)
    yield RowView("losses", rows.losses, (CellView(losses),))
    agreements = tuple(_line_view(line, look, (look.when(line.when),)) for line in balance.agreements)
    yield RowView("agreements", rows.agreements, (CellView(agreements),))
    yield RowView("attitudes", rows.attitudes, (CellView(names=_attitudes(balance.attitudes, look)),))
    yield _conflict_row(balance, look)
    doubtful = tuple(_doubtful_view(line, look) for line in balance.doubtful)
    yield RowView("doubtful", rows.doubtful, (CellView(doubtful),))


def _loss_view(line: Line, look: Lookup) -> LineView:
    entry = look.entries.get(line.entry)
    lead = f"{look.labels.phrases.lead.format(party=entry.giver)} " if entry and entry.giver else ""
    category = look.category(line.category) if line.interval else ""
    notes = (category, look.item(line.item), look.when(line.when), look.hedge(line.factuality))
    return replace(_line_view(line, look, notes), lead=lead)


def _doubtful_view(line: Line, look: Lookup) -> LineView:
    """A line that stands in no direction, since its sides are in doubt: it says them itself."""
    entry = look.entries.get(line.entry)
    lead = f"{look.labels.phrases.lead.format(party=look.parties(entry))} " if entry else ""
    item = look.item(line.item) if line.interval else ""
    phase = look.labels.phases[Phase(line.phase)] if line.phase != Phase.DONE else ""
    notes = (look.category(line.category), item, look.when(line.when), phase, look.hedge(line.factuality))
    return replace(_line_view(line, look, notes), lead=lead)


def _attitudes(lines: Iterable[Line], look: Lookup) -> tuple[Figure, ...]:
    """Who shows which attitude to whom, each once."""
    named: dict[str, Figure] = {}
    for line in lines:
        entry = look.entries.get(line.entry)
        pair = f"{look.labels.phrases.lead.format(party=look.parties(entry))} " if entry else ""
        hedge = look.hedge(line.factuality)
        text = f"{pair}{look.category(line.category)}{f' ({hedge})' if hedge else ''}"
        seen = named.get(text)
        first = seen or Figure(line.entry, text, line.entry, ())
        shorts = (*first.shorts, look.short.get(line.entry, line.entry))
        named[text] = replace(first, claims=(*first.claims, *line.claims), shorts=shorts)
    return tuple(named[text] for text in sorted(named))


def _conflict_row(balance: Balance, look: Lookup) -> RowView:
    count = count_text(balance.conflicts, look.labels.counts.conflicts, look.language)
    lines = tuple(_conflict_view(conflict, look) for conflict in look.conflicts if _is_between(conflict, balance, look))
    shown = CellView(lines) if balance.conflicts else CellView()
    return RowView("conflicts", look.labels.rows.conflicts, (shown,), note=count if balance.conflicts else "")


def _is_between(conflict: Conflict, balance: Balance, look: Lookup) -> bool:
    entries = [look.entries[id_] for id_ in conflict.entries]
    return all(not each.is_doubtful and _meets(each, balance.pair) for each in entries)


def _meets(entry: Entry, pair: tuple[str, str]) -> bool:
    parties = {entry.giver, entry.receiver, *entry.parties} - {None}
    return parties <= set(pair) if entry.kind is not Kind.AGREEMENT else set(pair) <= parties


def _conflict_view(conflict: Conflict, look: Lookup) -> LineView:
    """What each side says, and of what; the address is that of the first entry, which holds the reasons."""
    told = [look.claims[side[0]] for side in conflict.sides]
    amounts = [look.claim_text(claim) for claim in told]
    dates = [look.when(claim.when) for claim in told]
    text = " / ".join(dict.fromkeys(dates if conflict.type == "date" else amounts))
    entry = look.entries[conflict.entries[0]]
    claims = tuple(claim for side in conflict.sides for claim in side)
    figure = Figure(entry.id, text, entry.id, claims, unit=entry.unit)
    notes = (read_links(look.language).conflicts[conflict.type], look.entry_title(entry))
    return LineView(figure, notes=notes, short=look.short[conflict.id])
