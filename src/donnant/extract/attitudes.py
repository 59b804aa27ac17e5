"""The reading of a sentence in; drafts of the attitudes that parties show each other out."""

from collections.abc import Sequence
from dataclasses import replace

from donnant.domain.claim import Kind
from donnant.extract.discourse import Memory
from donnant.extract.draft import Draft
from donnant.extract.govern import breaks_between, only_of
from donnant.extract.predicates import Predicate, Shape
from donnant.extract.reading import Reading, Tongue
from donnant.extract.sides import Sides, complete, read_sides
from donnant.extract.targets import behind, other_side, spare_victim, target_noun
from donnant.extract.tokens import phrase_of
from donnant.lang.grammar import preposition_roles

_OPPOSITE = {"negative": "positive", "positive": "negative"}
_OBJECT = 4
"""Words after a verb of support that may name what it supports."""
_ACCUSED = 10
"""Words between an accusation and the deed, at most."""
_REACH = 6
"""Words between a word that lifts and what it lifts, at most."""


def read_attitudes(reading: Reading, memory: Memory, tables: Tongue) -> list[Draft]:
    """Attitudes by cue: a verb or noun of praise or blame whose holder and target can be told."""
    drafts: list[Draft] = []
    seen: set[tuple[str, str, str]] = set()
    for predicate in (p for p in reading.predicates if p.frame.kind == "attitude"):
        if predicate.frame.needs == "conduct" and not names_conduct(predicate, reading, tables):
            continue
        if is_preposition(predicate, reading) or is_mutual(predicate, reading):
            continue
        turned = _turning(predicate, reading)
        sides = _holder(turned, reading, memory, tables)
        sides.merge(read_sides(predicate, reading, memory, tables.anaphora))
        if predicate.shape is not Shape.NOUN:
            target_noun(predicate, reading, sides)
        else:
            other_side(predicate, reading, sides)
        behind(predicate, reading, sides)
        spare_victim(reading, sides, tables)
        if not sides.party or "sentence" not in sides.found.values() or lacks_target(predicate, sides, reading):
            continue
        complete(sides, memory, hostile=True)
        holder, target = sides.party.get("giver"), sides.party.get("receiver")
        category = predicate.frame.category or "negative"
        category = _OPPOSITE[category] if turned else category
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


def as_accused(draft: Draft, reading: Reading, memory: Memory, tables: Tongue) -> Draft:
    """What somebody is accused of doing is the deed of the accused (`accuse X de livrer`), not of who accuses."""
    told = draft.predicate
    if told is None or told.shape not in (Shape.INFINITIVE, Shape.GERUND) or draft.giver is None:
        return draft
    for blame in reading.predicates:
        if blame.frame.kind != "attitude" or not 0 < told.first - blame.last <= _ACCUSED:
            continue
        accuses = reading.words.texts[blame.head] in tables.speech.accusing
        if not accuses and not _reason(told, blame, reading):
            continue
        sides = read_sides(blame, reading, memory, tables.anaphora)
        accused = sides.party.get("receiver")
        if accuses and draft.giver != sides.party.get("giver"):
            continue
        found = {role: where for role, where in draft.found.items() if role != "giver"}
        if accused is not None:
            found["giver"] = sides.found["receiver"]
        receiver = None if draft.receiver == accused else draft.receiver
        joint = {role: others for role, others in draft.joint.items() if role != "giver"}
        return replace(draft, giver=accused, receiver=receiver, found=found, joint=joint)
    return draft


def _reason(told: Predicate, blame: Predicate, reading: Reading) -> bool:
    """Whether a deed is what somebody is blamed or thanked for (`sanctions on X for supplying`)."""
    before = reading.words.texts[told.first - 1] if told.first else ""
    to = reading.scene.grammar.prepositions.to
    led = before in to and before not in reading.scene.grammar.infinitive_markers
    return led and blame.frame.category is not None and not breaks_between(reading, blame.last + 1, told.first - 1)


def is_preposition(predicate: Predicate, reading: Reading) -> bool:
    """Whether a word is part of a preposition (`thanks to`)."""
    words, roles = reading.words.texts, preposition_roles(reading.scene.grammar.code)
    return any(phrase_of(words[predicate.head : predicate.head + size]) in roles for size in (2, 3))


def is_mutual(predicate: Predicate, reading: Reading) -> bool:
    """Whether what happens happens between two (`les relations entre X et Y ont été rompues`)."""
    if predicate.shape is not Shape.PASSIVE:
        return False
    between = [place for place in reading.places if place.slot == "between" and place.last < predicate.first]
    return bool(between) and not breaks_between(reading, between[-1].last + 1, predicate.first)


def names_conduct(predicate: Predicate, reading: Reading, tables: Tongue) -> bool:
    """Whether what a verb supports is something that a party does or holds (`soutenir la décision de`)."""
    near = reading.words.texts[predicate.last + 1 : predicate.last + 1 + _OBJECT]
    return not tables.lexicon.conduct.isdisjoint(near)


def lacks_target(predicate: Predicate, sides: Sides, reading: Reading) -> bool:
    """Whether a verb that may do without one names nobody as its target (`warned of a crisis`)."""
    target = sides.party.get("receiver")
    bare = any(place.mention.party == target and place.slot == "bare" for place in reading.places)
    return predicate.frame.needs == "target" and not bare


def _turning(predicate: Predicate, reading: Reading) -> Predicate | None:
    """The word that lifts or ends the blame that a noun names (`la levée des sanctions`)."""
    if predicate.shape is not Shape.NOUN:
        return None
    for other in reading.predicates:
        if not other.frame.turns or other is predicate:
            continue
        before = other.last < predicate.first
        if other.shape is Shape.NOUN:
            if before and only_of(reading, other.last + 1, predicate.first):
                return other
        elif before and predicate.first - other.last <= _REACH:
            if not breaks_between(reading, other.last + 1, predicate.first):
                return other
        elif other.shape in (Shape.PASSIVE, Shape.PARTICIPLE) and 0 < other.first - predicate.last <= _REACH:
            return other
    return None


def _holder(turned: Predicate | None, reading: Reading, memory: Memory, tables: Tongue) -> Sides:
    """Who lifts or ends: the one who shows goodwill, whoever had blamed."""
    sides = Sides()
    if turned is not None:
        sides.merge(read_sides(turned, reading, memory, tables.anaphora))
        for role in [role for role in sides.party if role != "giver"]:
            del sides.party[role]
    return sides


def is_lifted(draft: Draft, reading: Reading) -> bool:
    """Whether a draft is stopped only by a ban that the sentence lifts or ends."""
    ban = draft.stopper or draft.predicate
    return ban is not None and ban.frame.bans and _turning(ban, reading) is not None


def read_bans(transfers: Sequence[Draft], reading: Reading) -> list[Draft]:
    """Who bans or boycotts what another gives or gets shows it an attitude, where the sentence names both.

    Who lifts a ban shows goodwill.
    """
    drafts: list[Draft] = []
    for draft in transfers:
        ban = draft.stopper or draft.predicate
        if ban is None or not ban.frame.bans or {draft.found.get("giver"), draft.found.get("receiver")} != {"sentence"}:
            continue
        if draft.predicate is not None and draft.predicate is not ban and draft.predicate.shape is Shape.INFINITIVE:
            continue  # `refuses to deliver` denies, and shows nobody anything
        origins = {place.mention.party for place in reading.owned_by(*draft.anchor)}
        owned = draft.giver in origins and not _names(ban, draft.giver, reading)
        holder, target = ("receiver", "giver") if owned or ban.frame.subject == "receiver" else ("giver", "receiver")
        drafts.append(
            Draft(
                Kind.ATTITUDE,
                getattr(draft, holder),
                getattr(draft, target),
                "positive" if is_lifted(draft, reading) else "negative",
                (ban.first, ban.last),
                ban,
                found={"giver": "sentence", "receiver": "sentence"},
                cues={"kind": reading.text(ban.first, ban.last)},
                joint={
                    role: draft.joint[side]
                    for role, side in (("giver", holder), ("receiver", target))
                    if side in draft.joint
                },
                each=True,
            )
        )
    return drafts


def _names(ban: Predicate, party: str | None, reading: Reading) -> bool:
    """Whether a party stands with the word for the ban (`the US ban`)."""
    return any(place.mention.party == party for place in reading.owned_by(ban.first, ban.last))
