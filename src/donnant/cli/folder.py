"""The folder of a case: make it, fill it, make the derived part anew, see whether it is whole."""

from typing import TYPE_CHECKING, Annotated

import typer

from donnant.cli.options import Dir, Jobs, Meta, Parties, Paths, ReportsIn, open_dossier, read_given, split_pair
from donnant.cli.render import UNDATED, counted, progress, tell

if TYPE_CHECKING:
    from donnant.dossier import Dossier

Title = Annotated[str, typer.Option("--title", help="What the case is called, for the head of the brief.")]

AcceptLoss = Annotated[
    bool, typer.Option("--accept-loss", help="Reports whose folder is gone are meant to be gone; it is put on record.")
]


def new(dossier: Dir, parties: Parties = None, title: Title = "") -> None:
    """Make an empty dossier.

    Example: donnant new ports --parties CHN,LKA --title "Loans and ports"
    """
    from donnant.dossier import Dossier, pair_codes, party_code

    names = split_pair(parties)
    Dossier.create(dossier, title=title, pair=pair_codes(names, party_code) if names else None)
    typer.echo(f"{dossier} is made; fill it with: donnant add {dossier} PATH...")


def add(dossier: Dir, paths: Paths, meta: Meta = None, reports_in: ReportsIn = None, jobs: Jobs = 1) -> None:
    """Add reports to a dossier.

    Those that it has already are not read twice; a bad file does not stop the others.

    Example: donnant add ports articles/ notes.pdf --meta articles.csv
    """
    case = open_dossier(dossier)
    given = read_given(meta, reports_in)
    with progress() as bar:
        added = case.add(paths, given, reports_in, jobs, bar)
    typer.echo(f"{len(added.new)} read, {len(added.known)} known already, {len(case.reports())} in {dossier}")
    tell(case, added.problems)


def rebuild(dossier: Dir, jobs: Jobs = 1, accept_loss: AcceptLoss = False) -> None:
    """Make all that is derived anew.

    It is deleted, then made from the originals and the decisions, which stay untouched.

    Example: donnant rebuild ports
    """
    case = open_dossier(dossier)
    with progress() as bar:
        problems = case.rebuild(jobs, bar, accept_loss)
    typer.echo(f"Made anew: {_contents(case)}")
    tell(case, problems)


def check(dossier: Dir) -> None:
    """See whether a dossier is whole.

    Looks for reports that are gone, at the originals' hashes, at what was read from them, at every
    quote, and at decisions that have lost their claim. A report without a date beside dated ones is noted.

    Example: donnant check ports
    """
    case = open_dossier(dossier)
    with progress() as bar:
        found = case.check(bar)
    if all(problem.slug == UNDATED for problem in found):
        typer.echo(f"{dossier} is whole: {_contents(case)}")
    tell(case, found)


def _contents(case: "Dossier") -> str:
    return f"{counted(len(case.reports()), 'report')}, {counted(len(case.claims()), 'claim')}"
