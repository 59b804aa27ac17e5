"""The command line: arguments in, one call of the façade, and its answer or one sentence of error out."""

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from donnant.cli import ask, decide, export, folder, publish, run, trace, weigh
from donnant.errors import DonnantError

_BROKEN, _MISUSE, _STOPPED, _PIPE_CLOSED = 1, 2, 130, 141
_TRACE = "DONNANT_TRACE"
_HELP = """Who gave what to whom, how much, who says so: a sourced, two-sided ledger from a pile of reports.

\b
Begin with the bundled case, then take your own files:
  donnant demo
  donnant run reports/*.txt --parties RUS,PRK

\b
Exit codes: 0 done; 2 something to correct, the rest is done; 130 stopped by Ctrl-C.
A report without a date is noted; where none has one, that is something to correct.
"""


class Answers(TyperGroup):
    """Commands that end in an answer or in one sentence, never in a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; whatever stops it has its sentence and its exit code."""
        try:
            answer = super().invoke(ctx)
            sys.stdout.flush()
        except (TyperException, typer.Exit, typer.Abort):
            raise
        except (Exception, KeyboardInterrupt) as fault:
            if _TRACE in os.environ:
                raise
            sentence, code = _ending(fault)
            if code != _PIPE_CLOSED:
                typer.echo(sentence, err=True)
            raise typer.Exit(code) from None
        return answer


def _ending(fault: BaseException) -> tuple[str, int]:
    if isinstance(fault, DonnantError):
        return f"Error: {fault}", _MISUSE
    if isinstance(fault, KeyboardInterrupt):
        return str(fault) or "Stopped: all that was saved before is there.", _STOPPED
    if isinstance(fault, BrokenPipeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody is left to be told anything
        return "", _PIPE_CLOSED
    if isinstance(fault, OSError):
        where = f"{fault.filename}: " if fault.filename else ""
        return f"Error: {where}{fault.strerror or fault}; put that right and run the same command again.", _MISUSE
    what = " ".join(f"{type(fault).__name__}: {fault}".split())
    return (
        f"Error: this is a fault of the program ({what}); {_TRACE}=1 shows where. Nothing saved is lost.",
        _BROKEN,
    )


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"donnant {version('donnant')}")
        raise typer.Exit


def _donnant(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version.")
    ] = False,
) -> None:
    """Nothing comes before the commands."""


app = typer.Typer(
    cls=Answers,
    name="donnant",
    help=_HELP,
    callback=_donnant,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
for command in (
    run.run, run.demo, folder.new, folder.add, folder.rebuild, folder.check,
    ask.claims, ask.ledger, weigh.balance, weigh.prices, ask.explain, trace.origins, trace.conflicts,
    trace.timeline, trace.diff, decide.decide, publish.brief, export.export,
):  # fmt: skip
    app.command(no_args_is_help=command is not run.demo)(command)


def main() -> None:
    """The entry point: text goes out as UTF-8 whatever the machine speaks."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()
