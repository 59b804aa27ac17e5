"""Questions to a dossier: claims, ledger, balance, and what a figure rests on; tables or data out."""

from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from donnant.cli.options import AsOf, Dir, Format, Lang, Parties, Shape, Wanted, ask_dossier, split_pair
from donnant.cli.render import known_dates, no_balance, tell, write_balance, write_rows, write_table
from donnant.domain.claim import Claim, Kind
from donnant.domain.entry import Entry
from donnant.errors import BadInput

if TYPE_CHECKING:
    from donnant.dossier import Dossier

OneKind = Annotated[Kind | None, typer.Option(help="Only this kind.")]
Category = Annotated[str | None, typer.Option(metavar="CATEGORY", help="Only this category, as arms or money.")]
OneReport = Annotated[
    str | None, typer.Option("--report", metavar="REPORT", help="Only this report, by file name or by hash.")
]
Address = Annotated[str, typer.Argument(metavar="ID", help="An id of a claim, entry or origin, or 'ratio'.")]


def claims(  # noqa: PLR0913, PLR0917  one parameter an option
    dossier: Dir,
    kind: OneKind = None,
    giver: Wanted = None,
    receiver: Wanted = None,
    category: Category = None,
    report: OneReport = None,
    as_of: AsOf = None,
    shape: Shape = Format.TABLE,
    lang: Lang = "en",
) -> None:
    """Print the claims, with the sentence of each.

    Example: donnant claims ports --giver CHN --category money --format csv
    """
    case = ask_dossier(dossier, lang, as_of)
    fits = _filter(case, kind, giver, receiver, category)
    found = [claim for claim in case.claims(as_of) if fits(claim) and (report is None or _stands_in(claim, report))]
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
    if shape is Format.TABLE:
        _ledger_table(case, found, lang, as_of)
    else:
        from donnant.show.tables import ledger_rows

        write_rows(ledger_rows(replace(whole, entries=found)), shape)
    tell(case)


def balance(
    dossier: Dir, parties: Parties = None, as_of: AsOf = None, shape: Shape = Format.TABLE, lang: Lang = "en"
) -> None:
    """Print what two parties give each other, side by side.

    Example: donnant balance ports --parties China,"Sri Lanka" --format json
    """
    case = ask_dossier(dossier, lang, as_of)
    names = split_pair(parties)
    pair = case.pair(*names) if names else None
    if shape is Format.TABLE:
        write_balance(case, pair, lang, as_of)
    else:
        _balance_data(case, pair, as_of, shape)
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
    from donnant.show.explain import explanation_text

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
    codes = {"giver": giver and case.party(giver), "receiver": receiver and case.party(receiver)}
    wanted = {name: code for name, code in (codes | {"kind": kind, "category": category}).items() if code}
    return lambda each: all(getattr(each, name) == code for name, code in wanted.items())


def _stands_in(claim: Claim, report: str) -> bool:
    return claim.doc == report or (len(report) >= 6 and claim.report.startswith(report))


def _balance_data(case: "Dossier", pair: tuple[str, str] | None, as_of: str | None, shape: Format) -> None:
    from donnant.show.tables import balance_document, balance_rows

    found = case.balance(pair, as_of)
    if found is None:
        typer.echo(no_balance(case), err=True)
        write_rows([], shape)
    elif shape is Format.JSON:
        write_rows(balance_document(found, case.ledger(as_of)), shape)
    else:
        write_rows(balance_rows(found, case.ledger(as_of)), shape)


def _claim_table(case: "Dossier", found: list[Claim], lang: str, as_of: str | None) -> None:
    from donnant.show.format import printable
    from donnant.show.lookup import look_up

    look = look_up(case.ledger(as_of), lang, known_dates(case, as_of))
    columns = ("report", "id", "who", "category", "what", "when", "sentence")
    rows = [
        (
            claim.doc,
            look.short[claim.id],
            _who(claim),
            look.category(claim.category) or look.labels.kinds[claim.kind],
            printable(look.claim_text(claim)),
            look.when(claim.when),
            printable(claim.quote),
        )
        for claim in found
    ]
    write_table(columns, rows, grouped=True)


def _ledger_table(case: "Dossier", found: tuple[Entry, ...], lang: str, as_of: str | None) -> None:
    from donnant.show.lookup import look_up

    look = look_up(case.ledger(as_of), lang, known_dates(case, as_of))
    rows = []
    for entry in found:
        voices = [(look.strand_amount(entry, place), strand.origin) for place, strand in enumerate(entry.strands)]
        said = "; ".join(f"{amount or '–'} ({look.origin_name(origin)})" for amount, origin in voices)
        kind = look.labels.kinds[entry.kind]
        rows.append((look.short[entry.id], kind, look.entry_title(entry), str(len(entry.claims)), said))
    write_table(("id", "kind", "entry", "claims", "who says what"), rows)


def _who(claim: Claim) -> str:
    if claim.parties:
        return ", ".join(claim.parties)
    return f"{claim.giver or '?'} → {claim.receiver or '?'}" if claim.kind is not Kind.LOSS else claim.giver or "?"
