"""Measure reports a second and peak memory, beside what a user would do instead, in one run.

usage: python bench/speed.py [REPORTS]

Machines differ and are shared: what is worth quoting is the ratios. Each measure is taken in a process of its own,
on one core and by that core's own time, with models and word lists loaded before the clock starts; the usual way is
timed on one report in eleven. Only the workers are held to the clock on the wall.
"""

import multiprocessing
import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any

from texts import mixed_pile, own_reports, pile
from usual import model_of, pipeline, usual_claims

from donnant.domain.claim import Claim, Vote
from donnant.domain.ids import digest
from donnant.domain.report import Report
from donnant.extract.passes import extract_claims
from donnant.resolve.ledger import resolve_entries
from donnant.value.balance import value_entries

REPORTS = 2000
SHARE = 11
"""The usual way is timed on one report in so many; ten would meet no filler of the second pile, or nothing else."""
ONE_CORE = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
PILES = {"own": pile, "mixed": mixed_pile}


@dataclass(frozen=True, slots=True)
class Measure:
    """What one run took and found."""

    reports: int
    seconds: float
    claims: int
    voted: int
    """Claims that the second reader had a say in."""
    megabytes: float
    mark: str
    """A digest of the claims."""

    @property
    def rate(self) -> float:
        """Reports a second."""
        return self.reports / self.seconds


def _reports(sort: str, count: int) -> list[Report]:
    return PILES[sort](count)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _warm() -> None:
    """Everything that is loaded once: word lists, weights, pipelines."""
    for report in own_reports():
        if report.language and report.language.value not in _WARM:
            _WARM.add(report.language.value)
            extract_claims(report, ())


_WARM: set[str] = set()


def measure_ours(sort: str, count: int) -> Measure:
    """One process of Donnant; reports come one by one, so that what grows is the program's own."""
    _warm()
    found = list[Claim]()
    seconds = 0.0
    reports = _reports(sort, count)
    for report in reports:
        start = time.process_time()
        claims = extract_claims(report, ())
        seconds += time.process_time() - start
        found += claims
    voted = sum(claim.vote is not Vote.SINGLE for claim in found)
    return Measure(count, seconds, len(found), voted, _peak(), _mark(found))


def _mark(claims: Sequence[Claim]) -> str:
    return digest("\n".join(sorted(repr(claim) for claim in claims)).encode())


def measure_usual(sort: str, count: int) -> Measure:
    """One process of the usual way, on a share of the same pile."""
    reports = _reports(sort, count)[::SHARE]
    for code in sorted({report.language.value for report in reports if report.language}):
        pipeline(code)("Un mot. A word.")
    start = time.process_time()
    found = list(usual_claims(reports))
    return Measure(len(reports), time.process_time() - start, len(found), 0, _peak(), "")


def _extract_all(reports: list[Report]) -> list[Claim]:
    return [claim for report in reports for claim in extract_claims(report, ())]


def measure_workers(sort: str, count: int, workers: int) -> Measure:
    """So many processes at once, each warm before the clock starts."""
    reports = _reports(sort, count)
    batches = [reports[at : at + 25] for at in range(0, len(reports), 25)]
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=spawn, initializer=_warm) as pool:
        list(pool.map(_extract_all, batches[: 2 * workers], chunksize=1))
        start = time.perf_counter()
        found = [claim for claims in pool.map(_extract_all, batches, chunksize=1) for claim in claims]
        seconds = time.perf_counter() - start
    return Measure(count, seconds, len(found), 0, 0.0, _mark(found))


def measure_rest(count: int) -> float:
    """How long resolving and valuing takes, as a share of extraction."""
    reports = pile(count)
    start = time.perf_counter()
    claims = _extract_all(reports)
    extraction = time.perf_counter() - start
    start = time.perf_counter()
    value_entries(resolve_entries(claims, reports), reports, None, None)
    return (time.perf_counter() - start) / extraction


def _apart(function: Callable[..., Any], *given: Any) -> Any:
    """A measure in a fresh process, so that its peak of memory is its own."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(function, *given).result()


def _line(name: str, value: str) -> None:
    print(f"{name:<44}{value}", flush=True)


def main() -> None:
    """Print one line a measure."""
    os.environ.update(dict.fromkeys(ONE_CORE, "1"))
    count = int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS
    _line("the usual way", f"spaCy {model_of('fr')}, {model_of('en')}, whole pipeline, and a pattern for amounts")
    for sort, told in (("own", "reports that concern it"), ("mixed", "nine in ten concern something else")):
        usual, ours = _apart(measure_usual, sort, count), _apart(measure_ours, sort, count)
        _line(f"{count} reports", told)
        _line("  the usual way", f"{usual.rate:.1f} reports a second, {usual.megabytes:.0f} MB")
        _line("  donnant", f"{ours.rate:.1f} reports a second, {ours.megabytes:.0f} MB, {ours.claims} claims")
        _line("  times the usual way", f"{ours.rate / usual.rate:.1f}")
        _line("  claims with a second vote", f"{ours.voted / max(1, ours.claims):.0%}")
    few, many = _apart(measure_ours, "own", count // 10), _apart(measure_ours, "own", count)
    _line(f"peak memory, {count // 10} and {count} reports", f"{few.megabytes:.0f} and {many.megabytes:.0f} MB")
    one, two = measure_workers("own", count, 1), measure_workers("own", count, 2)
    same = "the same claims" if one.mark == two.mark == many.mark else "OTHER CLAIMS"
    _line("two workers, times one", f"{one.seconds / two.seconds:.2f}, {same}")
    _line("resolve and value / extraction", f"{_apart(measure_rest, min(count, 120)):.2f}")


if __name__ == "__main__":
    main()
