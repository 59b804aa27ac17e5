"""A person's rulings on pairs and conflicts, and the claims, in; what resolving must join, part and leave, out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from donnant.domain.claim import Claim
from donnant.domain.decision import Decision, Target
from donnant.errors import Problem
from donnant.resolve.rulings import find_ruled, lost
from donnant.resolve.voices import Key, letters

PAIRED = ("same", "apart", "stands", "settled")
"""Actions that are about two things."""

Ruled: TypeAlias = tuple[str, str, str]
"""Two ids, and the reason with who gave it."""


@dataclass(frozen=True, slots=True)
class Judgements:
    """What people ruled beside single claims, and what the dossier says of voices; empty where nobody did."""

    same_voices: tuple[tuple[Key, Key, str], ...] = ()
    apart_voices: tuple[tuple[Key, Key], ...] = ()
    same_things: tuple[Ruled, ...] = ()
    apart_things: tuple[tuple[str, str], ...] = ()
    conflicts: tuple[tuple[frozenset[str], str, bool], ...] = ()
    """The heads of its sides, the decision, and whether it is settled."""
    grades: tuple[tuple[str, str], ...] = ()
    """Name of a voice to its Admiralty letter."""
    problems: tuple[Problem, ...] = ()

    def grade(self, names: Iterable[str]) -> str:
        """The letter that the dossier sets for a voice under one of its names; F where it sets none."""
        known = {letters(name): letter for name, letter in self.grades}
        return next((known[letters(name)] for name in names if letters(name) in known), "F")

    def parts(self, one: str, other: str) -> bool:
        """Whether a person ruled that two claims are not about one thing."""
        return (one, other) in self.apart_things or (other, one) in self.apart_things


NOTHING = Judgements()
"""What people ruled where they ruled nothing."""


def judge(
    claims: Sequence[Claim],
    decisions: Sequence[Decision],
    aliases: Sequence[Sequence[str]] = (),
    grades: Sequence[tuple[str, str]] = (),
) -> Judgements:
    """What the last rulings on pairs say of these claims; one that finds its claims no more is told."""
    same_voices, apart_voices = list(_aliases(aliases)), list[tuple[Key, Key]]()
    same, apart = list[Ruled](), list[tuple[str, str]]()
    conflicts = list[tuple[frozenset[str], str, bool]]()
    problems: list[Problem] = []
    for decision in decisions:
        if decision.other is None or decision.action not in PAIRED:
            continue
        why = f"{decision.reviewer} ruled so [{decision.id}]: {decision.why}"
        if decision.kind == "origin":
            keys = (_key(decision.target), _key(decision.other))
            if decision.action == "same":
                same_voices.append((*keys, why))
            else:
                apart_voices.append(keys)
            continue
        found = [find_ruled(target, claims) for target in (decision.target, decision.other)]
        ids = [claim.id for claim in found if claim is not None]
        if len(ids) < 2:
            problems.append(lost(decision))
        elif decision.action == "same":
            same.append((ids[0], ids[1], why))
        elif decision.action == "apart":
            apart.append((ids[0], ids[1]))
        else:
            conflicts.append((frozenset(ids), decision.id, decision.action == "settled"))
    return Judgements(
        tuple(same_voices),
        tuple(apart_voices),
        tuple(same),
        tuple(apart),
        tuple(conflicts),
        tuple(grades),
        tuple(problems),
    )


def _aliases(aliases: Sequence[Sequence[str]]) -> Iterator[tuple[Key, Key, str]]:
    """Names that the dossier says are one voice's; a publisher's may be among them."""
    for first, *others in aliases:
        for name in others:
            for sort in ("voice", "publisher"):
                why = f"dossier.toml says that “{first}” and “{name}” are one voice"
                yield ("voice", letters(first)), (sort, letters(name)), why


def _key(target: Target) -> Key:
    return (str(target.seen.get("sort")), letters(target.quote))
