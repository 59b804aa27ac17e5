"""The main job and the bundled case: paths in; a dossier, its balance and its brief out."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from donnant.cli.options import (
    AsOf,
    Jobs,
    Lang,
    Meta,
    Parties,
    Paths,
    ReportsIn,
    check_view,
    read_given,
    split_pair,
)
from donnant.cli.render import counted, progress, tell, write_balance
from donnant.errors import MissingFile

if TYPE_CHECKING:
    from donnant.dossier import Added, Dossier

Where = Annotated[Path, typer.Option("--dossier", metavar="DIR", help="The dossier to make or to extend.")]
Maybe = Annotated[
    Path | None, typer.Option("--dossier", metavar="DIR", help="Where to make it; else a temporary place.")
]


def run(  # noqa: PLR0913, PLR0917  one parameter an option
    paths: Paths,
    dossier: Where = Path("donnant-dossier"),
    parties: Parties = None,
    meta: Meta = None,
    lang: Lang = "en",
    as_of: AsOf = None,
    reports_in: ReportsIn = None,
    jobs: Jobs = 1,
) -> None:
    """From reports to a balance and a brief: the main job.

    The dossier is made if it is not there, and extended if it is; reports that it has already are
    not read twice. The balance goes to stdout, with the path of DIR/brief.html below it; what is
    wrong with a report goes to stderr.

    Example: donnant run reports/*.txt --parties RUS,PRK --meta reports.csv
    """
    check_view(lang, as_of)
    given = read_given(meta, reports_in)
    case = _dossier_for(paths, dossier, split_pair(parties))
    pair = case.pair(*names) if (names := split_pair(parties)) else None
    with progress() as bar:
        added = case.add(paths, given, reports_in, jobs, bar)
    _answer(case, added, pair, lang, as_of)


def demo(dossier: Maybe = None, lang: Lang = "en") -> None:
    """The bundled case, from reports to balance.

    Short reports on what Russia and North Korea give each other, written for this purpose.

    Example: donnant demo --dossier my-demo
    """
    from donnant.demo import make_case

    check_view(lang, None)
    with progress() as bar:
        case, added = make_case(dossier or Path(tempfile.mkdtemp(prefix="donnant-demo-")), bar)
    _answer(case, added, None, lang, None)


def _dossier_for(paths: list[Path], root: Path, names: tuple[str, str] | None) -> "Dossier":
    """The dossier that is there, or a new one; none is made for paths that lead nowhere."""
    from donnant.dossier import SUFFIXES, Dossier, pair_codes, party_code
    from donnant.store.folder import SETTINGS
    from donnant.store.incoming import find_files

    if (root / SETTINGS).is_file():
        return Dossier.open(root)
    files, missing = find_files(paths, SUFFIXES)
    if not files:
        raise MissingFile("; ".join(problem.text for problem in missing))
    return Dossier.create(root, pair=pair_codes(names, party_code) if names else None)


def _answer(case: "Dossier", added: "Added", pair: tuple[str, str] | None, lang: str, as_of: str | None) -> None:
    from donnant.store.folder import write_atomic

    known = f", {len(added.known)} known already" if added.known else ""
    typer.echo(f"{counted(len(added.new), 'report')} read{known}; the dossier is {case.folder.root}", err=True)
    write_balance(case, pair, lang, as_of)
    write_atomic(case.folder.brief, case.brief(lang, pair, as_of).encode())
    typer.echo(f"\nBrief: {case.folder.brief}")
    tell(case, added.problems)
