"""What goes out: a dossier in, the brief as one page out."""

from pathlib import Path
from typing import Annotated

import typer

from donnant.cli.options import AsOf, Dir, Lang, Parties, ask_dossier, split_pair
from donnant.cli.render import tell

Out = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to write; else DIR/brief.html.")
]


def brief(dossier: Dir, output: Out = None, parties: Parties = None, as_of: AsOf = None, lang: Lang = "en") -> None:
    """Write the brief as one page.

    It needs no network, and every figure in it leads to its sentence.

    Example: donnant brief ports --lang fr -o ports.html
    """
    from donnant.store.folder import write_atomic

    case = ask_dossier(dossier, lang, as_of)
    names = split_pair(parties)
    page = case.brief(lang, case.pair(*names) if names else None, as_of)
    path = output or case.folder.brief
    write_atomic(path, page.encode())
    typer.echo(f"Brief: {path}")
    tell(case)
