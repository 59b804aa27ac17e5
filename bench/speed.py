"""Measure reports per second and peak memory, beside the parser alone on the same texts, in one run.

usage: python bench/speed.py [COPIES]

Machines differ and are shared, so what is worth quoting is the ratio: how many times longer than a
bare parse of every sentence the whole extraction takes, models loaded in both.
"""

import resource
import sys
import time
from dataclasses import replace

from donnant.demo import META, REPORTS
from donnant.domain.ids import digest
from donnant.domain.report import Report
from donnant.extract.nlp import parse_texts
from donnant.extract.passes import extract_claims
from donnant.lang.grammar import grammar
from donnant.read.files import read_file
from donnant.read.meta import Given, read_meta
from donnant.resolve.entries import resolve_entries
from donnant.value.balance import value_entries


def reports(copies: int) -> list[Report]:
    """The bundled reports, several times over, each copy a report of its own."""
    given = read_meta(META)
    read = [read_file(path, given.get(path.name, Given()))[0] for path in sorted(REPORTS.iterdir())]
    first = [report for report in read if report is not None]
    return [
        replace(report, hash=digest(f"{report.hash}{copy}".encode()), name=f"{copy}-{report.name}")
        for copy in range(copies)
        for report in first
    ]


def main() -> None:
    """Print one line a measure."""
    pile = reports(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
    for code in sorted({report.language.value for report in pile if report.language}):
        parse_texts(["."], grammar(code))  # load the models before the clock starts
    extract_claims(pile[0], ())
    start = time.perf_counter()
    for report in pile:
        parse_texts([report.text], grammar(report.language.value if report.language else "fr"))
    bare = time.perf_counter() - start
    start = time.perf_counter()
    claims = [claim for report in pile for claim in extract_claims(report, ())]
    extraction = time.perf_counter() - start
    start = time.perf_counter()
    value_entries(resolve_entries(claims, pile), pile, None, None)
    resolution = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"reports                          {len(pile)}, {len(claims)} claims")
    print(f"extraction                       {len(pile) / extraction:.1f} reports a second")
    print(f"extraction / parse of all text   {extraction / bare:.2f}")
    print(f"resolve and value / extraction   {resolution / extraction:.2f}")
    print(f"peak memory                      {peak:.0f} MB")


if __name__ == "__main__":
    main()
