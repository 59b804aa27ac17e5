"""A word of praise or blame with its sides in; the sides corrected out: whom the attitude is for."""

from donnant.extract.govern import only_of
from donnant.extract.parties import Guise
from donnant.extract.predicates import Predicate, Shape
from donnant.extract.reading import Reading, Tongue
from donnant.extract.sides import Sides

_HARM = 7
"""Words between a harm and whom it befalls, at most."""
_NEAR = 8
"""Words between a verb and whom it is for, at most."""


def other_side(predicate: Predicate, reading: Reading, sides: Sides) -> None:
    """`les accusations de X contre Y`: whom `of` brings to a noun stands on the side that is left."""
    left = [role for role in ("giver", "receiver") if role not in sides.party]
    for place in reading.owned_by(predicate.head, predicate.last):
        if len(left) == 1 and place.mention.guise is not Guise.ADJECTIVE:
            sides.fill(left[0], place.mention.party, "sentence", reading.text(place.head, place.last))


def spare_victim(reading: Reading, sides: Sides, tables: Tongue) -> None:
    """`denounce the invasion of X`: whom a harm befalls is not whom its blame is for."""
    target, words = sides.party.get("receiver"), reading.words.texts
    harms = {*tables.anaphora.war, *tables.anaphora.harm}
    for place in reading.places:
        if place.mention.party != target or place.slot != "of" or place.mention.guise is Guise.ADJECTIVE:
            continue
        near = range(max(0, place.first - _HARM), place.first)
        if any(words[at] in harms and only_of(reading, at + 1, place.first) for at in near):
            for told in (sides.party, sides.found, sides.cues):
                told.pop("receiver", None)
            sides.joint.pop("receiver", None)


def behind(predicate: Predicate, reading: Reading, sides: Sides) -> None:
    """`condamner le soutien de X à Y`: whose deed it is that the verb speaks of, and not whom it reaches."""
    if predicate.frame.object != "receiver" or predicate.shape is not Shape.ACTIVE:
        return
    after = [place for place in reading.places if predicate.last < place.first <= predicate.last + _NEAR]
    target = sides.party.get("receiver")
    reached = any(place.mention.party == target and place.slot == "to" for place in after[1:])
    if reached and after[0].slot == "of" and after[0].mention.party not in (target, sides.party.get("giver")):
        sides.party["receiver"] = after[0].mention.party
        sides.cues["receiver"] = reading.text(after[0].head, after[0].last)
        sides.joint.pop("receiver", None)


def target_noun(predicate: Predicate, reading: Reading, sides: Sides) -> None:
    """`critiquer la performance russe`: what belongs to a party stands for it."""
    if "receiver" in sides.party or predicate.frame.object != "receiver":
        return
    for place in reading.places:
        if predicate.last < place.first <= predicate.last + _NEAR:
            sides.fill("receiver", place.mention.party, "sentence", reading.text(place.head, place.last))
            return
