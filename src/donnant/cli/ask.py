"""Questions to a dossier: claims, ledger, and what a figure rests on; tables or data out."""

import difflib
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from donnant.cli.options import AsOf, Dir, Format, Lang, Parties, Shape, Wanted, ask_dossier, split_pair
from donnant.cli.render import known_dates, tell, write_rows, write_table
from donnant.domain.claim import Claim, Kind, Trust
from donnant.domain.entry import Entry
from donnant.errors import BadInput

if TYPE_CHECKING:
    from donnant.dossier import Dossier

_SHORTEST = 6
"""Characters of a hash that a person must type at least."""
_MANY = 8
"""Names that are listed in a sentence before it says how many more there are."""
OneKind = Annotated[Kind | None, typer.Option(help="Only this kind.")]
Category = Annotated[str | None, typer.Option(metavar="CATEGORY", help="Only this category, as arms or money.")]
OneReport = Annotated[
    str | None, typer.Option("--report", metavar="REPORT", help="Only this report, by file name or by hash.")
]
HowSure = Annotated[Trust | None, typer.Option(help="Only readings that are as sure as this; doubtful await review.")]
Address = Annotated[str, typer.Argument(metavar="ID", help="An id of a claim, entry, origin or conflict, or 'ratio'.")]


def claims(  # noqa: PLR0913, PLR0917  one parameter an option
    dossier: Dir,
    kind: OneKind = None,
    giver: Wanted = None,
    receiver: Wanted = None,
    category: Category = None,
    report: OneReport = None,
    trust: HowSure = None,
    as_of: AsOf = None,
    shape: Shape = Format.TABLE,
    lang: Lang = "en",
) -> None:
    """Print the claims, with the sentence of each.

    Example: donnant claims ports --giver CHN --category money --format csv
    """
    case = ask_dossier(dossier, lang, as_of)
    fits = _filter(case, kind, giver, receiver, category)
    if report is not None:
        _check_report(case, report)
    held = [claim for claim in case.claims(as_of) if trust is None or claim.trust is trust]
    found = [claim for claim in held if fits(claim) and (report is None or _stands_in(claim, report))]
    _say_if_none(found, case.claims(as_of), "claim")
    if shape is Format.TABLE:
        _claim_table(case, found, lang, as_of)
    else:
        from donnant.show.tables import claim_rows

        write_rows(claim_rows(found), shape)
    tell(case)


def ledger(  # noqa: PLR0913, PLR0917  one parameter an option
    dossier: Dir,
    kind: OneKind = None,
    giver: Wanted = None,
    receiver: Wanted = None,
    category: Category = None,
    as_of: AsOf = None,
    shape: Shape = Format.TABLE,
    lang: Lang = "en",
) -> None:
    """Print the ledger: each thing, and who says what of it.

    Example: donnant ledger ports --kind transfer --as-of 2024-06-30
    """
    from dataclasses import replace

    case = ask_dossier(dossier, lang, as_of)
    whole = case.ledger(as_of)
    fits = _filter(case, kind, giver, receiver, category)
    found = tuple(entry for entry in whole.entries if fits(entry))
    _say_if_none(found, whole.entries, "entry")
    if shape is Format.TABLE:
        _ledger_table(case, found, lang, as_of)
    else:
        from donnant.show.tables import ledger_rows

        write_rows(ledger_rows(replace(whole, entries=found)), shape)
    tell(case)


def explain(
    dossier: Dir,
    address: Address,
    parties: Parties = None,
    as_of: AsOf = None,
    shape: Shape = Format.TABLE,
    lang: Lang = "en",
) -> None:
    """Go from a figure down to its sentences.

    Each comes with its file, offsets and hash. The balance prints the id of every figure in
    brackets; `ratio` explains the ratio.

    Example: donnant explain ports e-1f2e3d4c
    """
    from donnant.show.explained import explanation_text

    case = ask_dossier(dossier, lang, as_of)
    if shape not in {Format.TABLE, Format.JSON}:
        raise BadInput(f"an explanation is no list, so it cannot be written as {shape}: choose table or json")
    names = split_pair(parties)
    found = case.explain(address, lang, case.pair(*names) if names else None, as_of)
    if shape is Format.TABLE:
        typer.echo(explanation_text(found, lang), nl=False)
    else:
        write_rows(asdict(found), shape)
    tell(case)


def _filter(
    case: "Dossier", kind: Kind | None, giver: str | None, receiver: str | None, category: str | None
) -> Callable[[Claim | Entry], bool]:
    if category is not None:
        _check_category(category)
    codes = {"giver": giver and case.party(giver), "receiver": receiver and case.party(receiver)}
    wanted = {name: code for name, code in (codes | {"kind": kind, "category": category}).items() if code}
    return lambda each: all(getattr(each, name) == code for name, code in wanted.items())


def _check_category(typed: str) -> None:
    from donnant.dossier import categories

    if typed not in categories():
        raise BadInput(f"no category is called {typed!r}: choose one of {', '.join(categories())}")


def _check_report(case: "Dossier", typed: str) -> None:
    reports = case.reports()
    names = sorted({report.name for report in reports})
    if typed in names or any(_begins(report.hash, typed) for report in reports):
        return
    near = difflib.get_close_matches(typed, names, n=1)
    advice = f"did you mean {near[0]}?" if near else f"it has {', '.join(names[:_MANY])}"
    more = f" and {len(names) - _MANY} more" if not near and len(names) > _MANY else ""
    raise BadInput(f"no report of {case.folder.root} is called {typed!r}, nor has that hash: {advice}{more}")


def _say_if_none(found: Sequence[object], whole: Sequence[object], noun: str) -> None:
    if whole and not found:
        typer.echo(f"Note: no {noun} fits all that was asked for.", err=True)


def _begins(hash_: str, typed: str) -> bool:
    return len(typed) >= _SHORTEST and hash_.startswith(typed)


def _stands_in(claim: Claim, report: str) -> bool:
    return claim.doc == report or _begins(claim.report, report)


def _claim_table(case: "Dossier", found: list[Claim], lang: str, as_of: str | None) -> None:
    from donnant.show.format import printable
    from donnant.show.listing import CLAIM_COLUMNS, claim_cells, heads
    from donnant.show.lookup import look_up

    look = look_up(case.ledger(as_of), lang, known_dates(case, as_of))
    reports = {report.hash: report for report in case.reports(as_of)}
    rows = [claim_cells(claim, reports, look) for claim in found]
    quotes = [printable(claim.quote) for claim in found]
    write_table(heads(CLAIM_COLUMNS, look), rows, [claim.doc for claim in found], quotes)


def _ledger_table(case: "Dossier", found: tuple[Entry, ...], lang: str, as_of: str | None) -> None:
    from donnant.show.listing import ENTRY_COLUMNS, entry_cells, heads
    from donnant.show.lookup import look_up

    look = look_up(case.ledger(as_of), lang, known_dates(case, as_of))
    write_table(heads(ENTRY_COLUMNS, look), [entry_cells(entry, look) for entry in found])
