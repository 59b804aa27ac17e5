"""What goes to a spreadsheet: a dossier and a format in; a workbook, or a folder of tables, out."""

from pathlib import Path
from typing import Annotated

import typer

from donnant.cli.options import AsOf, Dir, Lang, Parties, ask_dossier, check_view, split_pair
from donnant.cli.render import tell

Shape = Annotated[
    str, typer.Option("--format", "-f", metavar="xlsx|csv|parquet", help="A workbook, or a folder of tables.")
]
Out = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="PATH", help="Where to write; else DIR/export.xlsx, DIR/export-csv or -parquet."
    ),
]


def export(
    dossier: Dir,
    shape: Shape = "xlsx",
    output: Out = None,
    parties: Parties = None,
    as_of: AsOf = None,
    lang: Lang = "en",
) -> None:
    """Write the balance and all that it rests on for a spreadsheet.

    The workbook reckons its totals itself, from quantities, prices and rates that you can change,
    and every figure leads to its claims. csv and parquet hold the same values, a file for each table.

    Example: donnant export ports --format xlsx -o ports.xlsx
    """
    from donnant.dossier.exporting import check_export, default_path

    check_view(lang, as_of)
    check_export(shape, output or default_path(dossier, shape))
    case = ask_dossier(dossier, lang, as_of)
    names = split_pair(parties)
    path = case.export(shape, output, lang, case.pair(*names) if names else None, as_of)
    typer.echo(f"Export: {path}")
    tell(case)
