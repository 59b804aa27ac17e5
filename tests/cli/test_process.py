"""The program as a process: pipes, screens, Ctrl-C, a kill in the middle, two at once."""

import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from donnant.demo import META, PRICES, REPORTS

Run = Callable[..., "subprocess.CompletedProcess[str]"]
PROGRAM = [sys.executable, "-c", "from donnant.cli.app import main; main()"]


def test_the_main_job_answers_on_stdout_and_talks_on_stderr(run: Run, tmp_path: Path) -> None:
    """The balance and the path of the brief on stdout, what was done on stderr; no colour in a pipe."""
    done = run("run", REPORTS, "--meta", META, "--dossier", "d", "--parties", "RUS,PRK")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("RUS ⇄ PRK")
    assert done.stdout.splitlines()[-1] == f"Brief: {Path('d') / 'brief.html'}"
    assert done.stderr == "12 reports read; the dossier is d\n"
    assert "\x1b" not in done.stdout + done.stderr
    again = run("run", REPORTS, "--meta", META, "--dossier", "d")
    assert again.stdout == done.stdout
    assert again.stderr == "0 reports read, 12 known already; the dossier is d\n"


def test_a_reader_that_leaves_early_is_no_error(made: Path) -> None:
    """`donnant claims D | head -1` ends in silence."""
    command = f'"$@" claims {made} --format jsonl | head -c 20'
    done = subprocess.run(
        ["bash", "-c", command, "-", *PROGRAM], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == '{"doc": "cahiers-du-'
    assert done.stderr == ""


def test_a_table_in_a_pipe_is_cut_nowhere(run: Run, made: Path) -> None:
    """The whole sentence stands in one line, however long; all the rest keeps to a hundred columns."""
    from donnant import Dossier
    from donnant.show.format import printable

    lines = run("claims", made).stdout.splitlines()
    quotes = [printable(claim.quote) for claim in Dossier.open(made).claims()]
    assert [line for line in lines if line.startswith("  «")] == [f"  « {quote} »" for quote in quotes]
    for command in ("claims", "ledger"):
        rest = [line for line in run(command, made).stdout.splitlines() if not line.startswith("  «")]
        assert max(map(len, rest)) <= 100
        assert not any("…" in line for line in rest)


def test_the_footer_names_the_dossier_as_it_was_given(run: Run, made: Path) -> None:
    """The command that is printed can be run as it stands."""
    assert f"donnant explain {made} id" in run("balance", made).stdout


def test_a_question_waits_for_a_rebuild(made: Path, own: Path) -> None:
    """Asked in the middle of one, it answers when the writer is done."""
    from donnant.store.folder import Folder, locked

    (own / ".donnant" / "ledger.duckdb").unlink()
    with locked(Folder(own)):
        asked = subprocess.Popen([*PROGRAM, "balance", str(own)], stdout=subprocess.PIPE, text=True)
        time.sleep(2.5)
        assert asked.poll() is None
    assert asked.communicate(timeout=60)[0].startswith("RUS ⇄ PRK")
    assert asked.returncode == 0


def test_text_goes_out_as_utf8_whatever_the_machine_speaks(made: Path) -> None:
    """A machine set to ASCII still gets the arrows and the accents."""
    setting = {**os.environ, "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([*PROGRAM, "balance", str(made)], capture_output=True, check=True, timeout=60, env=setting)
    assert "⇄" in done.stdout.decode("utf-8")


def test_a_screen_gets_a_bar_and_a_pipe_none(tmp_path: Path) -> None:
    """More than a second's work shows its progress on a terminal, counted in reports."""
    master, slave = pty.openpty()
    with subprocess.Popen(
        [*PROGRAM, "demo", "--dossier", str(tmp_path / "d")], stdout=subprocess.DEVNULL, stderr=slave
    ) as process:
        os.close(slave)
        shown = b""
        while select.select([master], [], [], 60)[0]:
            try:
                part = os.read(master, 65536)
            except OSError:
                break
            if not part:
                break
            shown += part
        assert process.wait(60) == 0
    os.close(master)
    assert b"/12" in shown


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_an_end_in_the_middle_loses_nothing_that_was_saved(run: Run, made: Path, tmp_path: Path, how: int) -> None:
    """Killed or stopped after some reports: what is there is whole, and the next run completes it to the byte."""
    case = tmp_path / "d"
    command = [*PROGRAM, "add", str(case), str(REPORTS), "--meta", str(META)]
    assert run("new", case, "--parties", "RUS,PRK").returncode == 0
    shutil.copy(PRICES, case)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what a shell runs behind others is told to ignore it
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        deadline = time.monotonic() + 60
        while len(list(case.glob("reports/[0-9a-f]*/report.json"))) < 2 and time.monotonic() < deadline:
            time.sleep(0.002)
        process.send_signal(how)
        _, said = process.communicate(timeout=60)
    saved = len(list(case.glob("reports/[0-9a-f]*/report.json")))
    assert 2 <= saved < 12
    if how == signal.SIGINT:
        assert process.returncode == 130
        assert "saved in" in said
        assert said.count("\n") == 1
    rest = run("add", case, REPORTS, "--meta", META)
    assert rest.returncode == 0, rest.stderr
    assert f"{12 - saved} read, {saved} known already" in rest.stdout
    assert run("check", case).returncode == 0
    for question in ("claims", "ledger", "balance"):
        assert run(question, case, "--format", "jsonl").stdout == run(question, made, "--format", "jsonl").stdout


def test_two_writers_at_once_are_not_let_in(run: Run, own: Path) -> None:
    """The second gets one sentence and may ask as before; nothing is broken."""
    from donnant.store.folder import Folder, locked

    with locked(Folder(own)):
        done = run("add", own, REPORTS / "saltmarsh-2025-09-20.txt")
        assert run("claims", own).returncode == 0
    assert done.returncode == 2
    assert "wait until it is done" in done.stderr
    assert done.stderr.count("\n") == 1
    assert run("add", own, REPORTS / "saltmarsh-2025-09-20.txt").returncode == 0


def test_a_full_disk_ends_in_a_sentence(run: Run, made: Path) -> None:
    """A write that cannot be done names the file; no traceback."""
    done = run("brief", made, "-o", "/dev/full/brief.html")
    assert done.returncode == 2
    assert "/dev/full" in done.stderr
    assert "Traceback" not in done.stderr
