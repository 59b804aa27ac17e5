"""A hypothesis in; the parties that may fill a role, nobody among them, out."""

from dataclasses import dataclass

from donnant.extract.hypotheses import Hypothesis
from donnant.extract.parties import Guise
from donnant.extract.places import Place

ROLES = ("giver", "receiver")
OTHER = {"giver": "receiver", "receiver": "giver"}
_PRINCIPAL = 4
"""Parties that the whole report names most often, and that are always considered."""
_MOST_BEFORE = 10
"""Parties from before the sentence that are considered, at most."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A party that may fill a role: a place of the sentence, a party named before, or nobody."""

    party: str | None
    place: Place | None = None
    back: int = 0
    """How many sentences back it was named; 4 for what the whole report is about, 0 for this sentence."""


NOBODY = Candidate(None)


def candidates(hypothesis: Hypothesis) -> list[Candidate]:
    """Everybody who may fill a role of a hypothesis, places of the sentence first, nobody last."""
    reading, before = hypothesis.reading, hypothesis.before
    found = [Candidate(p.mention.party, p) for p in reading.places if p.mention.guise is not Guise.PAIR]
    seen = {candidate.party for candidate in found}
    earlier: list[Candidate] = []
    named = [(1 + k, party) for k, parties in enumerate(before.parties) for party in parties]
    sides = (hypothesis.draft.giver, hypothesis.draft.receiver)
    principal = sorted(before.cast.counts, key=lambda party: (-before.cast.counts[party], party))[:_PRINCIPAL]
    known = [
        *((4, side) for side in sides if side),
        *named,
        *((4, party) for party in (*(before.pair or ()), *principal)),
    ]
    for back, party in known:
        if party not in seen and len(earlier) < _MOST_BEFORE:
            seen.add(party)
            nearest = next((k for k, other in named if other == party), back)
            earlier.append(Candidate(party, None, nearest))
    return [*found, *earlier, NOBODY]
