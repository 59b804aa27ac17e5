"""How well the program sees what hangs together: copies, origins, distortions, conflicts, on piles with written truth.

usage: python eval/origins.py [--wrong]

The first table resolves the marked claims: what the resolving step does with what was read rightly. The second goes
from the texts, so that misread and missed claims count too. Beside it stand the two ways of doing without: every
claim its own origin, and one origin a day and direction. --wrong lists each origin, pair and conflict that is wrong.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "eval")]
import score  # noqa: E402
from pile import Pile, as_claim, as_report, piles  # noqa: E402

from donnant.domain.claim import Claim  # noqa: E402
from donnant.domain.entry import Ledger  # noqa: E402
from donnant.domain.report import Report  # noqa: E402
from donnant.extract.passes import extract_claims  # noqa: E402
from donnant.resolve.ledger import resolve_entries  # noqa: E402

Names = Mapping[str, str]
"""Id of a claim of the program to the name of the marked claim that it is."""


@dataclass(slots=True)
class Tally:
    """What was found, of what there is."""

    right: int = 0
    found: int = 0
    there: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, found: set[Hashable], there: set[Hashable], where: str) -> None:
        """Count two sets, and keep in what they differ."""
        self.right += len(found & there)
        self.found += len(found)
        self.there += len(there)
        self.wrong += [f"{where} too much: {each}" for each in sorted(map(str, found - there))]
        self.wrong += [f"{where} missing: {each}" for each in sorted(map(str, there - found))]

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where there is nothing to find and nothing was."""
        return 2 * self.right / (self.found + self.there) if self.found + self.there else 1.0

    def line(self) -> str:
        """Precision, recall and F1."""
        return f"{self.right / max(1, self.found):>7.2f}{self.right / max(1, self.there):>6.2f}{self.f1:>7.3f}"


@dataclass(slots=True)
class Scores:
    """All that is measured, over all piles."""

    copies: Tally = field(default_factory=Tally)
    distorted: Tally = field(default_factory=Tally)
    typed: Tally = field(default_factory=Tally)
    conflicts: Tally = field(default_factory=Tally)
    trends: Tally = field(default_factory=Tally)
    rand: list[tuple[str, float]] = field(default_factory=list)
    types: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    apart: list[str] = field(default_factory=list)


def rand_index(one: Sequence[Hashable], other: Sequence[Hashable]) -> float:
    """The adjusted Rand index (Hubert and Arabie 1985) of two groupings of the same things."""
    def pairs(counts: Counter[Hashable]) -> float:
        return sum(n * (n - 1) / 2 for n in counts.values())

    both = pairs(Counter(zip(one, other, strict=True)))
    a, b, whole = pairs(Counter(one)), pairs(Counter(other)), len(one) * (len(one) - 1) / 2
    expected = a * b / whole if whole else 0.0
    most = (a + b) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)


def judge(pile: Pile, ledger: Ledger, names: Names, scores: Scores, missed: Sequence[str] = ()) -> None:
    """Hold a ledger against the truth of a pile; ``missed`` are marked claims that were not read."""
    truths = pile.truths
    hashes = {as_report(piece, pile.name).hash: piece.name for piece in pile.pieces}
    _judge_copies(pile, ledger, hashes, scores)
    homes = {claim: strand.origin for entry in ledger.entries for strand in entry.strands for claim in strand.claims}
    known = [(names[claim], origin) for claim, origin in sorted(homes.items()) if claim in names]
    grouped = [truths[name].origin for name, _ in known]
    scores.rand.append((pile.name, rand_index(grouped, [origin for _, origin in known])))
    _say_apart(pile, known, scores)
    told = {names.get(each.claim): each for each in ledger.retellings if each.types and each.claim in names}
    # what a correction replaced is set aside whole, with its distortions
    corrected = {piece.like[1] for piece in pile.pieces if piece.like and piece.like[0] == "corrects"}
    there = {name for name, truth in truths.items() if truth.types and name.split(".")[0] not in corrected}
    scores.distorted.add(set(told), there, pile.name)
    for name in sorted(there & {str(each) for each in told}):
        own, true = set(told[name].types), set(truths[name].types)
        scores.typed.add({(name, t) for t in own}, {(name, t) for t in true}, pile.name)
        for type_ in own | true:
            scores.types[type_].add({name} if type_ in own else set(), {name} if type_ in true else set(), type_)
    _judge_conflicts(pile, ledger, names, scores)


def _judge_copies(pile: Pile, ledger: Ledger, hashes: Mapping[str, str], scores: Scores) -> None:
    sorts = {"copy of": "copy", "translation of": "translation", "corrects": "correction"}
    there = {(piece.name, piece.like[1], sorts[piece.like[0]]) for piece in pile.pieces if piece.like}
    found = {(hashes[copy.report], hashes[copy.head], copy.sort) for copy in ledger.copies}
    scores.copies.add(set(found), set(there), pile.name)


def _judge_conflicts(pile: Pile, ledger: Ledger, names: Names, scores: Scores) -> None:
    """A conflict is right where each of its sides holds one of the two marked claims."""
    left = {(one, other) for one, other, _ in pile.conflicts}
    found: set[Hashable] = set()
    for conflict in ledger.conflicts:
        sides = [{names.get(claim, claim) for claim in side} for side in conflict.sides]
        own = [side | _same_strand(pile, side) for side in sides]
        match = next((pair for pair in sorted(left) if _meets(pair, own)), None)
        found.add(match or (conflict.type, *(tuple(sorted(map(str, side)))[:2] for side in sides)))
        left.discard(match or ("", ""))
    scores.conflicts.add(found, {(one, other) for one, other, _ in pile.conflicts}, pile.name)
    grown = {(names.get(each.one), names.get(each.other)) for each in ledger.relations if each.sort == "grows"}
    for one, other in pile.trends:
        near = {(a, b) for a, b in grown if a in _strand_of(pile, one) and b in _strand_of(pile, other)}
        scores.trends.add({(one, other)} if near else set(), {(one, other)}, pile.name)


def _meets(pair: tuple[str, str], sides: Sequence[set[str]]) -> bool:
    if len(sides) < 2:
        return False
    return any(pair[0] in sides[a] and pair[1] in sides[b] for a, b in ((0, 1), (1, 0)))


def _same_strand(pile: Pile, side: set[str]) -> set[str]:
    return {other for name in side for other in _strand_of(pile, name)}


def _strand_of(pile: Pile, name: str) -> set[str]:
    """A marked claim with what retells it, or what it retells."""
    truths = pile.truths
    if name not in truths:
        return {name}
    head = truths[name].of or name
    return {head} | {other for other, truth in truths.items() if truth.of == head}


def _say_apart(pile: Pile, known: Sequence[tuple[str, str]], scores: Scores) -> None:
    truths = pile.truths
    for axis, of in (("split", 0), ("merged", 1)):
        groups: dict[str, set[str]] = defaultdict(set)
        for name, origin in known:
            pair = (truths[name].origin, origin)
            groups[pair[of]].add(pair[1 - of])
        for key, several in sorted(groups.items()):
            if len(several) > 1:
                members = [n for n, o in known if key in (truths[n].origin, o)]
                scores.apart.append(f"{pile.name} {axis}: {key} {sorted(several)} {members}")


def marked(pile: Pile) -> tuple[Ledger, Names, list[str]]:
    """The ledger of the marked claims."""
    reports = {piece.name: as_report(piece, pile.name) for piece in pile.pieces}
    claims = {t.name: as_claim(t, reports[piece.name]) for piece in pile.pieces for t in piece.claims}
    return resolve_entries(list(claims.values()), list(reports.values())), {c.id: n for n, c in claims.items()}, []


def read(pile: Pile) -> tuple[Ledger, Names, list[str]]:
    """The ledger of what the program reads in the texts, and which marked claim each of its claims is."""
    reports = {piece.name: as_report(piece, pile.name) for piece in pile.pieces}
    found = [claim for report in reports.values() for claim in extract_claims(report, ())]
    gold = [(t.name, as_claim(t, reports[piece.name])) for piece in pile.pieces for t in piece.claims]
    rows = [[_row(claim) for claim in each] for each in ([c for _, c in gold], found)]
    for row in (row for each in rows for row in each):
        score.complete(row)
    pairs, _, _ = score.align(*rows)
    named = {tuple(map(str, (row["doc"], row["start"], row["id"]))): name for (name, _), row in zip(gold, rows[0], strict=True)}
    names = {str(own["id"]): named[tuple(map(str, (true["doc"], true["start"], true["id"])))] for true, own in pairs}
    return resolve_entries(found, list(reports.values())), names, [n for n, _ in gold if n not in names.values()]


def _row(claim: Claim) -> dict[str, object]:
    from donnant.show.tables import claim_rows

    return dict(claim_rows([claim])[0])


def baseline(pile: Pile, key: Callable[[Claim, Report], Hashable]) -> float:
    """The Rand index of grouping the marked claims by a key."""
    reports = {piece.name: as_report(piece, pile.name) for piece in pile.pieces}
    told = [(t.origin, key(as_claim(t, reports[p.name]), reports[p.name])) for p in pile.pieces for t in p.claims]
    return rand_index([origin for origin, _ in told], [group for _, group in told])


def main(arguments: Sequence[str]) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="list what is wrong")
    asked = parser.parse_args(arguments)
    held = piles()
    alone = [baseline(pile, lambda claim, _: claim.id) for pile in held]
    daily = [baseline(pile, lambda claim, r: (r.date, claim.giver, claim.receiver)) for pile in held]
    for title, way in (("marked claims", marked), ("from the texts", read)):
        scores, missed = Scores(), 0
        for pile in held:
            ledger, names, gone = way(pile)
            judge(pile, ledger, names, scores)
            missed += len(gone)
        print(f"\n{title}: {len(held)} piles, {sum(len(p.pieces) for p in held)} reports, {missed} claims missed")
        print(f"{'origins, adjusted Rand':<28}{sum(v for _, v in scores.rand) / len(held):>20.3f}", end="  ")
        print(", ".join(f"{name} {value:.2f}" for name, value in scores.rand))
        for name in ("copies", "distorted", "typed", "conflicts", "trends"):
            print(f"{name:<28}{getattr(scores, name).line()}")
        print(", ".join(f"{name} {t.right}/{t.found}/{t.there}" for name, t in sorted(scores.types.items())))
        for line in _wrong(scores) if asked.wrong else ():
            print(f"  {line}")
    print(f"\n{'all claims independent':<28}{sum(alone) / len(held):>20.3f}  no echo, no distortion, no conflict seen")
    print(f"{'one a day and direction':<28}{sum(daily) / len(held):>20.3f}  no distortion, no conflict seen")
    return 0


def _wrong(scores: Scores) -> list[str]:
    tallies = (scores.copies, scores.distorted, scores.typed, scores.conflicts, scores.trends)
    return [*scores.apart, *(line for tally in tallies for line in tally.wrong)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
