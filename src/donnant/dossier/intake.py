"""Files on their way in: jobs for reading and extracting in; what came of each, saved one by one, out."""

import contextlib
import multiprocessing
import signal
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import TypeAlias

from donnant.domain.claim import Claim
from donnant.domain.ids import digest
from donnant.domain.party import Party
from donnant.domain.report import Report
from donnant.dossier.program import program
from donnant.errors import DonnantError, Problem
from donnant.store.extracts import Extract, write_extract
from donnant.store.folder import Folder
from donnant.store.originals import Kept, add_original, given_of, kept_bytes

Progress: TypeAlias = Callable[[int, int, str], None]
"""Called with how many files are done, of how many, and the name of the last one."""


class Interrupted(KeyboardInterrupt):
    """A stop from the keyboard; its text says what is saved."""


@dataclass(frozen=True, slots=True)
class Job:
    """One report to read and extract; all that the work depends on, so that any worker may do it."""

    names: dict[str, dict[str, str]]
    """Every name the file came under, and what the user said of it."""
    data: bytes | None
    """The original; null if it is lost, and the last reading stands in for it."""
    last: Report | None
    parties: tuple[Party, ...]

    @property
    def name(self) -> str:
        """The name the report goes by: the first in the alphabet, whatever came first."""
        return min(self.names)


@dataclass(frozen=True, slots=True)
class Done:
    """What came of one job; without a report the file could not be read."""

    report: Report | None
    claims: tuple[Claim, ...] = ()
    read_problems: tuple[Problem, ...] = ()
    extract_problems: tuple[Problem, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that went wrong."""
        return (*self.read_problems, *self.extract_problems)


def read_and_extract(job: Job) -> Done:
    """One file to its report and claims; a fault, even one of the program, becomes a Problem."""
    report, problems = reread(job)
    if report is None:
        return Done(None, read_problems=problems)
    from donnant.extract.passes import extract_claims

    try:
        claims = extract_claims(report, job.parties)
    except DonnantError:  # a fault of the set-up, not of this report
        raise
    except Exception as fault:  # one report that trips the program must not cost the others
        return Done(report, (), problems, (_tripped(job.name, "extract-failed", "searched for claims", fault),))
    return Done(report, claims, problems)


def extract_key(kept: Kept, parties: tuple[Party, ...]) -> str:
    """A digest of all that the claims of a report follow from."""
    return digest(f"{program()}\n{parties!r}\n".encode() + kept_bytes(kept))


def save_each(folder: Folder, jobs: Iterable[tuple[Job, int]], workers: int, progress: Progress | None) -> list[Done]:
    """Do the jobs and save each as soon as it is done; every job comes with how many there are."""
    finished: list[Done] = []
    with contextlib.closing(_each_done(jobs, workers)) as results:
        try:
            for job, total, done in results:
                _save(folder, job, done)
                finished.append(done)
                if progress:
                    progress(len(finished), total, job.name)
        except KeyboardInterrupt:
            saved = sum(1 for done in finished if done.report)
            state = f"{saved} newly read report(s) are saved in {folder.root}"
            raise Interrupted(f"Stopped: {state}; the same command goes on from there.") from None
    return finished


def reread(job: Job) -> tuple[Report | None, tuple[Problem, ...]]:
    """One file to its report, without looking for claims."""
    from donnant.read.files import read_bytes
    from donnant.read.meta import Given

    if job.data is None:
        return job.last, ()
    try:
        report, problems = read_bytes(job.name, job.data, Given(**given_of(job.names)))
    except DonnantError:
        raise
    except Exception as fault:  # as above
        report, problems = None, (_tripped(job.name, "read-failed", "read", fault),)
    return report or job.last, problems


def _save(folder: Folder, job: Job, done: Done) -> None:
    if done.report is None:
        return
    kept = Kept(done.report, job.names, done.read_problems)
    if job.data is not None:
        add_original(folder, job.data, kept)
    key = extract_key(kept, job.parties)
    write_extract(folder, done.report.hash, Extract(key, done.claims, done.extract_problems))


def _each_done(jobs: Iterable[tuple[Job, int]], workers: int) -> Generator[tuple[Job, int, Done], None, None]:
    """One after the other in this process, or as they come from several; never many files in memory."""
    if workers <= 1:
        for job, total in jobs:
            yield job, total, read_and_extract(job)
        return
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=spawn, initializer=_ignore_interrupts) as pool:
        waiting: dict[Future[Done], tuple[Job, int]] = {}
        try:
            for job, total in jobs:
                waiting[pool.submit(read_and_extract, job)] = (job, total)
                if len(waiting) >= 2 * workers:
                    yield from _take(waiting)
            while waiting:
                yield from _take(waiting)
        except BrokenProcessPool:
            text = "a worker ended before its time, for want of memory perhaps: run it again with --jobs 1"
            raise DonnantError(text) from None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _take(waiting: dict[Future[Done], tuple[Job, int]]) -> Iterator[tuple[Job, int, Done]]:
    for future in wait(waiting, return_when=FIRST_COMPLETED).done:
        yield (*waiting.pop(future), future.result())


def _ignore_interrupts() -> None:
    """The parent alone hears Ctrl-C; it lets the workers end what they have in hand."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _tripped(name: str, slug: str, done: str, fault: Exception) -> Problem:
    why = f"{type(fault).__name__}: {fault}"
    text = f"{name} could not be {done} ({why}): save it as plain text and add that instead"
    return Problem(name, slug, " ".join(text.split()))
