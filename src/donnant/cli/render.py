"""What a person sees: answers in; tables on a screen, plain lines in a pipe, notes and progress on stderr out."""

import contextlib
import shutil
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

import typer

from donnant.errors import Problem

if TYPE_CHECKING:
    from donnant.dossier import Dossier, Progress

_PIPE_WIDTH = 100
_PATIENCE = 1.0
"""Seconds of work before a bar appears."""
_FAULTY = 2


def write_rows(rows: Sequence[Mapping[str, object]] | Mapping[str, object], shape: str) -> None:
    """Rows, or one document, in a format for programs."""
    from donnant.show.tables import write

    typer.echo(write(rows, shape), nl=False)


def write_table(columns: Sequence[str], rows: Sequence[Sequence[str]], grouped: bool = False) -> None:
    """Rows for people: folded into the screen, or whole lines where there is none.

    ``grouped`` makes the first column a heading on a screen, said once for all rows that share it.
    """
    if sys.stdout.isatty():
        for heading, group in groupby(rows, key=itemgetter(0)) if grouped else [("", rows)]:
            cut = int(grouped)
            _screen_table(heading, columns[cut:], [row[cut:] for row in group])
        return
    widths = [max((len(row[place]) for row in (columns, *rows)), default=0) for place in range(len(columns) - 1)]
    for row in (columns, *rows):
        cells = [cell.ljust(width) for cell, width in zip(row, (*widths, 0), strict=True)]
        typer.echo("  ".join(cells).rstrip())


def write_balance(dossier: "Dossier", pair: tuple[str, str] | None, language: str, as_of: str | None) -> None:
    """The balance as a table, or the sentence that says why there is none."""
    from donnant.show.text import balance_table, plain_text

    balance = dossier.balance(pair, as_of)
    if balance is None:
        typer.echo(no_balance(dossier), err=True)
        return
    table = balance_table(balance, dossier.ledger(as_of), language, known_dates(dossier, as_of))
    typer.echo(plain_text(table, screen_width()), nl=False)


def no_balance(dossier: "Dossier") -> str:
    """Why there is nothing to weigh."""
    return f"No claim with two parties was found in the reports of {dossier.folder.root}: there is nothing to weigh."


def known_dates(dossier: "Dossier", as_of: str | None) -> frozenset[str]:
    """The dates of the reports, on which a period may still be open."""
    return frozenset(report.date.value for report in dossier.reports(as_of) if report.date)


def counted(number: int, noun: str) -> str:
    """A number with its noun: ``1 report``, ``2 reports``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def screen_width() -> int:
    """How wide to write."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else _PIPE_WIDTH


def tell(dossier: "Dossier", problems: Iterable[Problem] = ()) -> None:
    """Say on stderr what there is to know beside the answer; with problems, end with exit code 2."""
    for note in dossier.notes:
        typer.echo(f"Note: {_one_line(note)}", err=True)
    dossier.notes.clear()
    told = [problem.text for problem in sorted(problems)]
    for text in told:
        typer.echo(f"Problem: {_one_line(text)}", err=True)
    if told:
        raise typer.Exit(_FAULTY)


@contextlib.contextmanager
def progress() -> "Iterator[Progress | None]":
    """A bar on stderr once work takes more than a second; nothing where stderr is no screen."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
    )
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task("reading", total=None)
    timer = threading.Timer(_PATIENCE, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield lambda done, total, name: bar.update(task, completed=done, total=total, description=_one_line(name))
    finally:
        timer.cancel()
        timer.join()
        bar.stop()


def _screen_table(heading: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=heading and Text(heading), box=box.SIMPLE_HEAD, pad_edge=False, title_justify="left")
    for column in columns[:-1]:
        table.add_column(column, overflow="fold")
    table.add_column(columns[-1], overflow="fold", ratio=1, min_width=30)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)


def _one_line(text: str) -> str:
    from donnant.show.format import printable

    return printable(text)
