"""The reading of a sentence in; drafts of the attitudes that parties show each other out."""

from collections.abc import Sequence

from donnant.domain.claim import Kind
from donnant.extract.discourse import Memory
from donnant.extract.draft import Draft
from donnant.extract.parties import Guise
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
        else:
            _other_side(predicate, reading, sides)
        if not sides.party or "sentence" not in sides.found.values():
            continue
        complete(sides, memory, hostile=True)
        holder, target = sides.party.get("giver"), sides.party.get("receiver")
        category = predicate.frame.category or "negative"
        if holder is None or target is None or (holder, target, category) in seen:
            continue
        seen.add((holder, target, category))
        drafts.append(
            Draft(
                Kind.ATTITUDE,
                holder,
                target,
                category,
                (predicate.first, predicate.last),
                predicate,
                found=dict(sides.found),
                cues={**sides.cues, "kind": reading.text(predicate.first, predicate.last)},
                joint=dict(sides.joint),
                each=True,
            )
        )
    return drafts


def read_bans(transfers: Sequence[Draft], reading: Reading, memory: Memory, tables: Tongue) -> list[Draft]:
    """Who bans or halts what another gives or gets shows it an attitude, where the sentence names both."""
    drafts: list[Draft] = []
    for draft in transfers:
        if draft.stopper is None or draft.stopper.frame.id != "ban":
            continue
        if draft.predicate is not None and draft.predicate.shape is Shape.INFINITIVE:
            continue  # `refuses to deliver` denies, and shows nobody anything
        sides = read_sides(draft.stopper, reading, memory, tables.anaphora)
        holder = sides.party.get(draft.stopper.frame.subject or "")
        others = [party for party in (draft.giver, draft.receiver) if party not in (None, holder)]
        if holder is None or not others or set(draft.found.values()) != {"sentence"}:
            continue
        drafts.append(
            Draft(
                Kind.ATTITUDE,
                holder,
                others[0],
                "negative",
                (draft.stopper.first, draft.stopper.last),
                draft.stopper,
                found={"giver": "sentence", "receiver": "sentence"},
                cues={"kind": reading.text(draft.stopper.first, draft.stopper.last)},
            )
        )
    return drafts


def _other_side(predicate: Predicate, reading: Reading, sides: Sides) -> None:
    """`les accusations de X contre Y`: whom `of` brings to a noun stands on the side that is left."""
    left = [role for role in ("giver", "receiver") if role not in sides.party]
    for place in reading.owned_by(predicate.head, predicate.last):
        if len(left) == 1 and place.mention.guise is not Guise.ADJECTIVE:
            sides.fill(left[0], place.mention.party, "sentence", reading.text(place.head, place.last))


def _target_noun(predicate: Predicate, reading: Reading, sides: Sides) -> None:
    """`critiquer la performance russe`: what belongs to a party stands for it."""
    if "receiver" in sides.party or predicate.frame.object != "receiver":
        return
    for place in reading.places:
        if predicate.last < place.first <= predicate.last + 8:
            sides.fill("receiver", place.mention.party, "sentence", reading.text(place.head, place.last))
            return
