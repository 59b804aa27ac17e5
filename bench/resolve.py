"""Measure how resolving grows with the number of claims: seconds, peak memory, and time for each claim.

usage: python bench/resolve.py [CLAIMS]

The claims are made up, of many relations, voices and figures, a third of them retelling an earlier one; the same
number gives the same claims. Each size is measured in a process of its own.
"""

import multiprocessing
import random
import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor

from donnant.domain.claim import Claim, Factuality, Kind, Phase
from donnant.domain.ids import content_id, digest
from donnant.domain.report import Block, BlockKind, Report, Told
from donnant.resolve.ledger import resolve_entries

CLAIMS = 100_000
PARTIES = [
    "USA", "CHN", "RUS", "UKR", "DEU", "FRA", "GBR", "TUR", "IRN", "IND", "PAK", "EGY", "KEN", "ETH", "NGA", "ZAF", "BRA", "ARG",
    "PRK", "KOR", "JPN", "SAU", "ARE", "QAT", "ISR", "SYR", "LBY", "MLI", "NER", "SDN",
]  # fmt: skip
GOODS = {"arms": ("shells", "round"), "energy": ("oil", "barrel"), "money": (None, "USD"), "food": ("wheat", "tonne")}
GIVEN = ["Ann", "Bo", "Cai", "Dov", "Eva", "Fay", "Gus", "Hal", "Ivo", "Jo"]
BODIES = ["Institute", "Foundation", "Centre", "Observatory", "University"]
PER_REPORT = 8


def make(count: int) -> tuple[list[Claim], list[Report]]:
    """So many claims in reports of eight, over ten years."""
    chance = random.Random(20)  # noqa: S311
    voices = [f"{chance.choice(GIVEN)} {_name(chance)}" for _ in range(count // 60 + 5)]
    voices += [f"{_name(chance)} {chance.choice(BODIES)}" for _ in range(count // 120 + 5)]
    reports: list[Report] = []
    claims: list[Claim] = []
    for number in range(count):
        if number % PER_REPORT == 0:
            reports.append(_report(len(reports), chance))
        retold = chance.choice(claims) if claims and chance.random() < 0.33 else None
        claims.append(
            _retelling(retold, reports[-1], chance) if retold else _claim(number, reports[-1], voices, chance)
        )
    return claims, reports


def _name(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(3)).capitalize()


def _report(number: int, chance: random.Random) -> Report:
    text = " ".join(_name(chance) for _ in range(60))
    date = f"{2015 + chance.randrange(10)}-{1 + chance.randrange(12):02}-{1 + chance.randrange(28):02}"
    told = (Told(each, "given") for each in (f"Paper {chance.randrange(400)}", date, chance.choice(["en", "fr"])))
    publisher, day, language = told
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    hash_ = digest(str(number).encode())
    return Report(f"{number}.txt", hash_, text, blocks, None, publisher, None, day, language)


def _claim(number: int, report: Report, voices: list[str], chance: random.Random) -> Claim:
    giver, receiver = chance.sample(PARTIES, 2)
    category = chance.choice(sorted(GOODS))
    item, unit = GOODS[category]
    low = float(f"{10 ** chance.uniform(1, 9):.3g}")
    high = float(f"{low * chance.uniform(1.1, 2):.3g}") if chance.random() < 0.3 else low
    voice = (chance.choice(voices),) if chance.random() < 0.8 else ()
    year = report.date.value[:4] if report.date else None
    return _made(report, number, giver, receiver, category, item, low, high, unit, year, voice)


def _retelling(one: Claim, report: Report, chance: random.Random) -> Claim:
    low, high = chance.choice([(one.low, one.high), (one.low, None), (None, one.high)])
    voice = one.attribution if chance.random() < 0.8 else ()
    return _made(
        report,
        chance.randrange(10**9),
        one.giver,
        one.receiver,
        one.category,
        one.item,
        low,
        high,
        one.unit,
        one.when,
        voice,
    )  # noqa: E501


def _made(  # noqa: PLR0913, PLR0917
    report: Report, number: int, giver: str | None, receiver: str | None, category: str | None, item: str | None,
    low: float | None, high: float | None, unit: str | None, when: str | None, voice: tuple[str, ...],
) -> Claim:  # fmt: skip
    start = number % 400
    return Claim(
        report.name, report.text[start : start + 40], start, start + 40, Kind.TRANSFER, giver, receiver, (), category, item,
        low, high, False, unit, when, voice, Factuality.ASSERTED, Phase.DONE, content_id("c", [report.hash, number, low, high]),
        report.hash,
    )  # fmt: skip


def measure(count: int) -> tuple[float, float, int]:
    """Seconds, megabytes and entries of resolving so many claims."""
    claims, reports = make(count)
    start = time.process_time()
    ledger = resolve_entries(claims, reports)
    return time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, len(ledger.entries)


def main() -> None:
    """Print one line a size: a fourth, a half and the whole."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS
    for size in (count // 4, count // 2, count):
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            seconds, megabytes, entries = pool.submit(measure, size).result()
        each = seconds / size * 1e6
        print(
            f"{size:>8} claims {seconds:>7.1f} s {megabytes:>6.0f} MB {each:>6.0f} µs a claim, {entries} entries",
            flush=True,
        )


if __name__ == "__main__":
    main()
