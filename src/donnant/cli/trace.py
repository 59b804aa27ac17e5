"""Questions of where figures come from and when: origins, conflicts, timeline, what changed; tables or data out."""

from typing import TYPE_CHECKING, Annotated

import typer

from donnant.cli.options import AsOf, Dir, Format, Lang, Shape, ask_dossier, check_view
from donnant.cli.render import known_dates, screen_width, tell, write_rows, write_table
from donnant.domain.links import CONFLICTS
from donnant.errors import BadInput

if TYPE_CHECKING:
    from donnant.dossier import Dossier
    from donnant.show.lookup import Lookup

From = Annotated[str, typer.Option("--from", metavar="DATE", help="What was known on this day or before.")]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="And on this one; else all that is known.")]
Types = Annotated[str | None, typer.Option("--type", metavar="TYPE", help=f"Only these: {', '.join(CONFLICTS)}.")]
Plot = Annotated[bool, typer.Option("--plot", help="Draw the events on a line of years, too.")]


def origins(dossier: Dir, as_of: AsOf = None, shape: Shape = Format.TABLE, lang: Lang = "en") -> None:
    """Print the origins: who said it first, what retells it, and how that differs.

    Each retelling that differs stands beside its original. JSON lists them with their types.

    Example: donnant origins ports --lang fr
    """
    from donnant.show.origins import ORIGIN_COLUMNS, origin_cells, origin_rows

    case = ask_dossier(dossier, lang, as_of)
    ledger = case.ledger(as_of)
    if shape is not Format.TABLE:
        write_rows(origin_rows(ledger), shape)
    else:
        look = _look(case, lang, as_of)
        write_table(_heads(ORIGIN_COLUMNS, lang), origin_cells(ledger, look))
        _tell_retellings(case, look, as_of)
    tell(case)


def conflicts(
    dossier: Dir, only: Types = None, as_of: AsOf = None, shape: Shape = Format.TABLE, lang: Lang = "en"
) -> None:
    """Print what cannot all be right: who says what, how far apart, and what would settle it.

    Severity is the gap between two figures as a share of the higher one, years between two dates
    over ten, and 1 where one denies what another asserts.

    Example: donnant conflicts ports --type disjoint
    """
    from donnant.show.disputes import CONFLICT_COLUMNS, conflict_cells, conflict_rows, settle_lines

    if only is not None and only not in CONFLICTS:
        raise BadInput(f"no conflict is called {only!r}: choose one of {', '.join(CONFLICTS)}")
    case = ask_dossier(dossier, lang, as_of)
    ledger = case.ledger(as_of)
    found = [each for each in ledger.conflicts if only is None or each.type == only]
    if shape is not Format.TABLE:
        write_rows(conflict_rows(found, ledger), shape)
    elif found:
        rows = conflict_cells(found, _look(case, lang, as_of))
        write_table(_heads(CONFLICT_COLUMNS, lang), rows, below=settle_lines(found, lang))
    if not found:
        typer.echo("Note: no two origins contradict each other.", err=True)
    tell(case)


def timeline(
    dossier: Dir, plot: Plot = False, as_of: AsOf = None, shape: Shape = Format.TABLE, lang: Lang = "en"
) -> None:
    """Print what happened in its order, with the day on which it became known.

    Example: donnant timeline ports --plot --as-of 2024-06-30
    """
    from donnant.show.timeline import TIMELINE_COLUMNS, events, plot_lines, timeline_cells, timeline_rows

    case = ask_dossier(dossier, lang, as_of)
    found = events(case.ledger(as_of), case.reports(as_of))
    if shape is not Format.TABLE:
        write_rows(timeline_rows(found), shape)
    else:
        look = _look(case, lang, as_of)
        write_table(_heads(TIMELINE_COLUMNS, lang), timeline_cells(found, look))
        for line in plot_lines(found, look, screen_width()) if plot else ():
            typer.echo(line)
    tell(case)


def diff(dossier: Dir, start: From, to: To = None, shape: Shape = Format.TABLE, lang: Lang = "en") -> None:
    """Print what changed in what is known between two days.

    What is newly in conflict comes first, then what was revised, what is new, what was withdrawn.

    Example: donnant diff ports --from 2024-01-31 --to 2024-06-30
    """
    from donnant.dossier import last_day
    from donnant.show.changes import CHANGE_COLUMNS, change_cells, change_rows, find_changes

    case = ask_dossier(dossier, lang, None)
    check_view(lang, start)
    check_view(lang, to)
    if to is not None and last_day(to) < last_day(start):
        raise BadInput(f"--from {start} is after --to {to}: give the earlier day first")
    old, new = _look(case, lang, start), _look(case, lang, to)
    found = find_changes(case.ledger(start), case.ledger(to), old, new)
    if shape is not Format.TABLE:
        write_rows(change_rows(found), shape)
    else:
        write_table(_heads(CHANGE_COLUMNS, lang), change_cells(found, old, new))
    if not found:
        until = f"and {to}" if to else "and now"
        typer.echo(f"Note: nothing that is known changed between {start} {until}.", err=True)
    tell(case)


def _look(case: "Dossier", lang: str, as_of: str | None) -> "Lookup":
    from donnant.show.lookup import look_up

    return look_up(case.ledger(as_of), lang, known_dates(case, as_of))


def _heads(columns: tuple[str, ...], lang: str) -> tuple[str, ...]:
    from donnant.lang.links import read_links

    words = read_links(lang).columns
    return tuple(words[column] for column in columns)


def _tell_retellings(case: "Dossier", look: "Lookup", as_of: str | None) -> None:
    """What retells otherwise, both sentences together; which reports are copies; what a person should decide."""
    from donnant.lang.links import read_links
    from donnant.show.format import printable
    from donnant.show.origins import copy_lines, distortions

    ledger, words = case.ledger(as_of), read_links(look.language)
    merged = [(origin, reason) for origin in ledger.origins for reason in origin.reasons]
    if merged:
        typer.echo(f"\n{words.headings['merged']}")
    for origin, reason in merged:
        typer.echo(f"  {look.short.get(origin.id, origin.id)} {printable(reason)}")
    found = distortions(ledger, look.language)
    if found:
        typer.echo(f"\n{words.headings['distortions']}")
    for each in found:
        typer.echo(f"\n  {'; '.join(each.differences)}")
        for name, claim in (("original", each.original), ("retelling", each.retelling)):
            where = f"{words.phrases[name]} [{look.short.get(claim.id, claim.id)}] {printable(claim.doc)}"
            typer.echo(f"    {where}: {printable(look.claim_text(claim))}\n      {printable(claim.quote)}")
    copies = list(copy_lines(ledger, case.reports(as_of), look.language))
    if copies:
        typer.echo(f"\n{words.headings['copies']}")
    for line in copies:
        typer.echo(f"  {printable(line)}")
    if ledger.questions:
        typer.echo(f"\n{words.headings['questions'].format(dossier=case.folder.root)}")
    for question in ledger.questions:
        one, other = (look.short.get(each, each) for each in (question.one, question.other))
        typer.echo(f"  {one} {other}: {printable(question.why)}")
