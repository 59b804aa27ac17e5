"""Help: at once, for every command, with an example that can be run."""

import subprocess
import sys

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from donnant.cli.app import app

COMMANDS = sorted(get_command(app).commands)  # type: ignore[attr-defined]


def test_the_commands_are_those_of_the_contract() -> None:
    """Every command that users are promised is there."""
    assert COMMANDS == [
        "add", "balance", "brief", "check", "claims", "conflicts", "decide", "demo", "diff", "explain", "export",
        "ledger", "new", "origins", "prices", "rebuild", "run", "timeline",
    ]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_teaches_with_an_example(command: str) -> None:
    """Help names an example of the command itself, and every option has its words."""
    answer = CliRunner().invoke(app, [command, "--help"])
    assert answer.exit_code == 0
    assert f"Example: donnant {command}" in answer.output


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_explained(command: str) -> None:
    """No option or argument is left to be guessed."""
    parameters = get_command(app).commands[command].params  # type: ignore[attr-defined]
    assert parameters
    assert [each.name for each in parameters if not getattr(each, "help", None)] == []


def test_help_answers_at_once() -> None:
    """`donnant --help` loads nothing heavy: that is what makes it answer at once."""
    heavy = "spacy duckdb trafilatura pypdf rich jinja2 babel numpy"
    code = (
        "import sys; from donnant.cli.app import main; sys.argv = ['donnant', '--help']\n"
        "try: main()\n"
        f"except SystemExit: print([name for name in {heavy.split()!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "Usage: donnant" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_version_is_that_of_the_package() -> None:
    """`--version` prints name and number."""
    from importlib.metadata import version

    answer = CliRunner().invoke(app, ["--version"])
    assert (answer.exit_code, answer.output) == (0, f"donnant {version('donnant')}\n")


def test_a_command_that_is_none_is_misuse() -> None:
    """A slip gets exit code 2 and no traceback."""
    answer = CliRunner().invoke(app, ["balanse", "x"])
    assert answer.exit_code == 2
    assert "Traceback" not in answer.output
