"""A claim being made: who, what and why, before date, voice and certainty are added."""

from dataclasses import dataclass, field, replace

from donnant.domain.claim import Kind
from donnant.extract.amounts import Amount
from donnant.extract.predicates import Predicate


@dataclass(frozen=True, slots=True)
class Draft:
    """What the reader of one kind of claim found; positions are token positions of the sentence."""

    kind: Kind
    giver: str | None
    receiver: str | None
    category: str | None
    anchor: tuple[int, int]
    """First and last token of what the claim is about: its goods, or its trigger."""
    predicate: Predicate | None = None
    parties: tuple[str, ...] = ()
    item: str | None = None
    amount: Amount | None = None
    unit: str | None = None
    stopper: Predicate | None = None
    """The verb that halts or bans the transfer."""
    joint: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Further parties on a side, each of them a claim of its own."""
    each: bool = False
    """The figure is that of every one of the joint parties."""
    alone: bool = False
    """Those who are joined to its parties have drafts of their own."""
    fixed: bool = False
    """Its sides are those of what was told before, whoever else the sentence names."""
    found: dict[str, str] = field(default_factory=dict)
    """Where each party was found; for nobody, that the sentence itself leaves a side open."""
    cues: dict[str, str] = field(default_factory=dict)


_MOST_PAIRS = 40
"""Givers times receivers of one sentence: beyond this it is a list of names, and only the first pair is told."""


def for_each_party(draft: Draft) -> list[Draft]:
    """One draft for each of the parties that share a side; a joint figure is that of none, unless it is of each."""
    if not draft.joint:
        return [draft]
    givers = (draft.giver, *draft.joint.get("giver", ()))
    receivers = (draft.receiver, *draft.joint.get("receiver", ()))
    if len(givers) * len(receivers) > _MOST_PAIRS:
        return [draft]
    pairs = [(giver, receiver) for giver in givers for receiver in receivers if giver != receiver]
    amount = draft.amount if len(pairs) < 2 or draft.each else None
    return [replace(draft, giver=giver, receiver=receiver, amount=amount, joint={}) for giver, receiver in pairs]
