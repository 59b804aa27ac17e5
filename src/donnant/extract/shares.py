"""Transfers of a sentence in; out, those of a list in which each party has a figure of its own, each on its own.

`India received $70 billion, China $64 billion`; `X and Y pledged 2 and 3 million respectively`.
"""

from collections.abc import Sequence
from dataclasses import replace

from donnant.domain.claim import Kind
from donnant.extract.amounts import Amount
from donnant.extract.draft import Draft
from donnant.extract.parties import Guise
from donnant.extract.places import Place
from donnant.extract.reading import Reading
from donnant.lang.frames import Lexicon

_BETWEEN = 2
"""Words between a name and its figure, at most: a bracket, a preposition."""
_LEAST = 2
"""Pairs of names and figures that make a list."""
_OTHER = {"giver": "receiver", "receiver": "giver"}

Pairs = dict[Amount, Place]
"""Figures, and whose each is."""


def share_out(drafts: Sequence[Draft], reading: Reading, lexicon: Lexicon) -> list[Draft]:
    """The drafts, where a list gives each party its figure one for each of them, and nobody of the list against it."""
    pairs = _in_order(reading, lexicon) or _side_by_side(reading)
    told = [draft for draft in drafts if draft.kind is Kind.TRANSFER and draft.amount is not None]
    role = _role(told, pairs, reading)
    if len(pairs) < _LEAST or role is None:
        return list(drafts)
    listed = {place.mention.party for place in pairs.values()}
    shared = [_shared(draft, role, pairs, listed, reading) if draft in told else draft for draft in drafts]
    left = [amount for amount in pairs if amount.kind == "count" and all(amount != one.amount for one in told)]
    return [*shared, *(_shared(_again(told[0], amount, reading), role, pairs, listed, reading) for amount in left)]


def _again(draft: Draft, amount: Amount, reading: Reading) -> Draft:
    """The same transfer with a figure that stands alone: its goods are those of the first."""
    first, last = reading.words.at(amount.start), reading.words.before(amount.end)
    return replace(draft, anchor=(first, last), amount=amount)


def _side_by_side(reading: Reading) -> Pairs:
    """Figures right behind the name that they belong to, with no verb between."""
    verbs, pairs = set(reading.scene.verbs), Pairs()
    for amount in reading.amounts:
        at = reading.words.at(amount.start)
        near = [place for place in reading.places if 0 < at - place.last <= _BETWEEN + 1]
        if not near or near[-1].mention.guise is Guise.PAIR or near[-1].owner is not None:
            continue
        between = range(near[-1].last + 1, at)
        words = {reading.words.texts[position] for position in between}
        if (
            near[-1].slot != "aside"
            and verbs.isdisjoint(between)
            and words.isdisjoint({",", *reading.scene.grammar.breaks})
        ):
            pairs[amount] = near[-1]
    return pairs if len(pairs) >= _LEAST else {}


def _in_order(reading: Reading, lexicon: Lexicon) -> Pairs:
    """As many figures as names that are joined, in the same order, where the sentence says so."""
    if lexicon.respectively.isdisjoint(reading.words.texts):
        return {}
    groups: dict[int, list[Place]] = {}
    for place in reading.places:
        groups.setdefault(place.group, []).append(place)
    for group in groups.values():
        alike = len({(amount.kind, amount.unit) for amount in reading.amounts}) == 1
        if alike and len(group) == len(reading.amounts) >= _LEAST:
            return dict(zip(reading.amounts, group, strict=True))
    return {}


def _role(told: Sequence[Draft], pairs: Pairs, reading: Reading) -> str | None:
    """On which side the listed parties stand: where the one stands whose figure is the first of all."""
    if not told or not pairs:
        return None
    listed = {place.mention.party for place in pairs.values()}
    first = min(told, key=lambda draft: draft.amount.start if draft.amount else 0)
    assert first.amount is not None
    own, at = pairs.get(first.amount), reading.words.at(first.amount.start)
    for role in ("receiver", "giver"):
        party = getattr(first, role)
        before = any(place.mention.party == party and place.last < at for place in reading.places)
        heads = party not in listed if own is None else party in listed
        if party is not None and draft_names(first, role) and heads and before:
            return role
    return None


def draft_names(draft: Draft, role: str) -> bool:
    """Whether the sentence itself names who fills a role."""
    return draft.found.get(role) == "sentence"


def _shared(draft: Draft, role: str, pairs: Pairs, listed: set[str], reading: Reading) -> Draft:
    """A draft with the party that its figure belongs to, alone on its side."""
    assert draft.amount is not None
    place, other = pairs.get(draft.amount), _OTHER[role]
    found, cues = dict(draft.found), dict(draft.cues)
    parties = {role: getattr(draft, role), other: getattr(draft, other)}
    joint = {side: names for side, names in draft.joint.items() if side == other}
    if place is not None:
        parties[role], found[role] = place.mention.party, "sentence"
        cues[role] = reading.text(place.first, place.last)
    if parties[other] is None or parties[other] in listed:
        parties[other], found[other] = None, "sentence"
        joint.pop(other, None)
        cues.pop(other, None)
    return replace(
        draft, giver=parties["giver"], receiver=parties["receiver"], found=found, cues=cues, joint=joint, alone=True
    )
