"""What a person sees: answers in; tables on a screen, plain lines in a pipe, notes and progress on stderr out."""

import contextlib
import shlex
import shutil
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import typer

from donnant.errors import Problem

if TYPE_CHECKING:
    from donnant.domain.valuation import Scenario
    from donnant.dossier import Dossier, Progress

_PIPE_WIDTH = 100
_PATIENCE = 1.0
"""Seconds of work before a bar appears."""
_FAULTY = 2


def write_rows(rows: Sequence[Mapping[str, object]] | Mapping[str, object], shape: str) -> None:
    """Rows, or one document, in a format for programs."""
    from donnant.show.tables import write

    typer.echo(write(rows, shape), nl=False)


def write_table(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    headings: Sequence[str] = (),
    below: Sequence[str] = (),
) -> None:
    """Rows for people, wrapped to the screen, or to a hundred columns where there is none.

    Rows that share a heading stand together under it; what is ``below`` a row stands in one line.
    """
    from donnant.show.text import listing

    if not rows:
        return
    typer.echo("\n".join(listing(columns, rows, screen_width(), headings, below)))


def write_balance(
    dossier: "Dossier",
    pair: tuple[str, str] | None,
    language: str,
    as_of: str | None,
    scenario: "Scenario | None" = None,
) -> None:
    """The balance as a table, or the sentence that says why there is none."""
    from donnant.show.text import balance_table, plain_text

    balance = dossier.balance(pair, as_of, scenario)
    if balance is None:
        typer.echo(no_balance(dossier), err=True)
        return
    path = shlex.quote(str(dossier.folder.root))
    table = balance_table(balance, dossier.ledger(as_of), language, known_dates(dossier, as_of), path)
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


UNDATED = "no-date"
"""The slug of a fact about a report that its reader may want to mend, and need not."""


def tell(dossier: "Dossier", problems: Iterable[Problem] = ()) -> None:
    """Say on stderr what there is to know beside the answer; with problems, end with exit code 2.

    A report without a date beside dated ones is noted, and no fault: what it says stays undated. Where
    no report has a date, nothing can be placed in time, and that is one.
    """
    faults = sorted(problems)
    notes = []
    if any(report.date for report in dossier.reports()):
        notes = [problem.text for problem in faults if problem.slug == UNDATED]
    told = [problem.text for problem in faults if problem.text not in notes]
    for note in (*notes, *dossier.notes):
        if note.removesuffix(".") not in told:
            typer.echo(f"Note: {_one_line(note)}", err=True)
    dossier.notes.clear()
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


def _one_line(text: str) -> str:
    from donnant.show.format import printable

    return printable(text)
