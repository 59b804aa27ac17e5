"""The reading of a sentence in; drafts of the attitudes that parties show each other out."""

from donnant.domain.claim import Kind
from donnant.extract.discourse import Memory
from donnant.extract.draft import Draft
from donnant.extract.predicates import Predicate, Shape
from donnant.extract.reading import Reading, Tongue
from donnant.extract.sides import Sides, complete, read_sides


def read_attitudes(reading: Reading, memory: Memory, tables: Tongue) -> list[Draft]:
    """Attitudes by cue: a verb or noun of praise or blame whose holder and target can be told."""
    drafts: list[Draft] = []
    seen: set[tuple[str, str, str]] = set()
    for predicate in (p for p in reading.predicates if p.frame.kind == "attitude"):
        sides = read_sides(predicate, reading, memory, tables.anaphora)
        if predicate.shape is not Shape.NOUN:
            _target_noun(predicate, reading, sides)
        if not sides.party or "sentence" not in sides.found.values():
            continue
        complete(sides, memory)
        holder, target = sides.party.get("giver"), sides.party.get("receiver")
        category = predicate.frame.category or "negative"
        if holder is None or target is None or (holder, target, category) in seen:
            continue
        seen.add((holder, target, category))
        drafts.append(
            Draft(
                Kind.ATTITUDE, holder, target, category, (predicate.first, predicate.last), predicate,
                found=dict(sides.found), cues={**sides.cues, "kind": reading.text(predicate.first, predicate.last)},
            )  # fmt: skip
        )
    return drafts


def _target_noun(predicate: Predicate, reading: Reading, sides: Sides) -> None:
    """`critiquer la performance russe`: what belongs to a party stands for it."""
    if "receiver" in sides.party or predicate.frame.object != "receiver":
        return
    for place in reading.places:
        if predicate.last < place.first <= predicate.last + 8:
            sides.fill("receiver", place.mention.party, "sentence", reading.text(place.head, place.last))
            return
