"""A draft in its sentence in; the same with the further parties that share a side with its own out."""

from dataclasses import replace

from donnant.domain.claim import Kind
from donnant.extract.draft import Draft
from donnant.extract.parties import Guise
from donnant.extract.places import Place
from donnant.extract.reading import Reading


def peers(place: Place, reading: Reading) -> tuple[str, ...]:
    """The parties that are joined to a place by `and` or commas, in the order of the text."""
    joined = (other.mention for other in reading.places if other.group == place.group)
    named = (mention.party for mention in joined if mention.guise is not Guise.PAIR)
    return tuple(dict.fromkeys(party for party in named if party != place.mention.party))


def with_peers(draft: Draft, reading: Reading) -> Draft:
    """Who stands beside the giver gives too, who stands beside the receiver receives: whatever rule filled the side."""
    if draft.kind not in (Kind.TRANSFER, Kind.ATTITUDE) or draft.alone:
        return draft
    joint = dict(draft.joint)
    taken = {draft.giver, draft.receiver}
    for role, party in (("giver", draft.giver), ("receiver", draft.receiver)):
        place = None if joint.get(role) or party is None else _place_of(party, draft.cues.get(role), reading)
        if place is not None and draft.found.get(role) != "report":
            joint[role] = tuple(other for other in peers(place, reading) if other not in taken)
    return replace(draft, joint={role: others for role, others in joint.items() if others})


def _place_of(party: str, cue: str | None, reading: Reading) -> Place | None:
    """The place that filled a side: the only one of its party, or the one whose words are the cue."""
    places = [place for place in reading.places if place.mention.party == party]
    if len(places) > 1:
        places = [place for place in places if reading.text(place.first, place.last) == cue]
    return places[0] if len(places) == 1 else None
