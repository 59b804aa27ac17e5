"""What a person rules on: an id in, the claim as it was read out; a ruling in, a line for the log out."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from donnant.domain.claim import Claim
from donnant.domain.decision import Decision, Target
from donnant.domain.entry import Ledger, Origin
from donnant.domain.ids import content_id
from donnant.dossier.corrections import FIELDS, Value
from donnant.dossier.intake import extract_key
from donnant.errors import UnknownId
from donnant.store.extracts import read_extract
from donnant.store.folder import Folder, Settings
from donnant.store.originals import place_of, read_kept

if TYPE_CHECKING:
    from donnant.show.explain import Ruling

ACTIONS = ("accept", "reject", "correct", "undo")
"""What a reviewer can rule on a claim."""
PAIRED = ("same", "apart")
"""What can be ruled on two claims, entries or origins."""
DISPUTES = ("stands", "settled")
"""What can be ruled on a conflict."""

_SEEN = ("giver", "receiver", "category", "low", "high", "unit", "item")
_SHORTEST = 6
"""Characters of an id that a person must type at least."""


def find_claim(address: str, ledger: Ledger, folder: Folder) -> Claim:
    """The one claim that an id, or its beginning, names; an entry of one claim names that claim."""
    claims = {claim.id: claim for claim in (*ledger.claims, *ledger.rejected, *ledger.superseded)}
    own = [address] if address in claims else sorted(id_ for id_ in claims if begins(id_, address))
    entries = [entry.claims for entry in ledger.entries if begins(entry.id, address)]
    found = own or [claim for group in entries for claim in group]
    if not found:
        raise UnknownId(f"no claim has the id {address}: `donnant claims {folder.root}` prints the ids of claims")
    if len(found) > 1:
        raise UnknownId(f"{address} stands for several claims, rule on one of them: {', '.join(found)}")
    return claims[found[0]]


def as_read(claim: Claim, folder: Folder, settings: Settings) -> Claim:
    """The claim before any ruling, which is what a decision must remember."""
    kept = read_kept(place_of(folder, claim.report))
    extract = kept and read_extract(folder, claim.report, extract_key(kept, settings.parties))
    return next((read for read in extract.claims if read.id == claim.id), claim) if extract else claim


def new_decision(claim: Claim, action: str, changes: dict[str, Value], why: str, reviewer: str) -> Decision:
    """A ruling of this moment on a claim."""
    seen = {name: getattr(claim, name) for name in _SEEN}
    plain = Decision("", action, claim.report, claim.quote, str(claim.kind), seen, why, reviewer, _now(), changes)
    return _with_id(plain)


def pair_decision(one: Target, other: Target, action: str, why: str, reviewer: str) -> Decision:
    """A ruling of this moment on two things; which of them is named first makes no difference."""
    first, second = sorted((one, other), key=lambda each: repr(_named(each)))
    named = (first.report, first.quote, first.kind, first.seen)
    return _with_id(Decision("", action, *named, why, reviewer, _now(), other=second))


def claim_target(claim: Claim) -> Target:
    """A claim, as it was read, by its content."""
    return Target(claim.report, claim.quote, str(claim.kind), {name: getattr(claim, name) for name in _SEEN})


def origin_target(origin: Origin, name: str) -> Target:
    """An origin by the sort of its voice and one of its names, which outlive its id."""
    return Target("", name, "origin", {"sort": "publisher" if origin.is_publisher else "voice"})


def undo_decision(decision: Decision, why: str, reviewer: str) -> Decision:
    """A ruling that takes back another, whether its claim is still there or not."""
    content = (decision.report, decision.quote, decision.kind, decision.seen)
    return _with_id(
        Decision("", "undo", *content, why, reviewer, _now(), other=decision.other, changes=_subject(decision))
    )


def _subject(decision: Decision) -> dict[str, str | float | bool | None]:
    """Whether what is undone was about a conflict: the action says it no more."""
    about = decision.action in DISPUTES or decision.changes.get("subject") == "conflict"
    return {"subject": "conflict"} if about else {}


def standing(decisions: Sequence[Decision], decision: Decision) -> Decision | None:
    """The last word so far on what a decision is about."""
    own = [each for each in decisions if _content(each) == _content(decision)]
    return own[-1] if own else None


def says_the_same(one: Decision, other: Decision) -> bool:
    """Whether two decisions differ in nothing but their moment."""
    return _with_id(replace(one, at="")).id == _with_id(replace(other, at="")).id


def as_ruling(decision: Decision, read: Claim | None) -> "Ruling":
    """A decision as it is shown; ``read`` is its claim before any ruling."""
    from donnant.show.explain import Ruling

    changes = tuple((name, getattr(read, name, None), value) for name, value in sorted(decision.changes.items()))
    return Ruling(decision.id, decision.action, decision.reviewer, decision.at, decision.why, changes)


def what_changed(before: Claim | None, after: Claim | None) -> "tuple[tuple[str, object, object], ...]":
    """The fields of a claim that a ruling changed: name, old value, new value."""
    pairs = ((name, getattr(before, name, None), getattr(after, name, None)) for name in FIELDS)
    return tuple((name, old, new) for name, old, new in pairs if before and after and old != new)


def superseding(decisions: Sequence[Decision]) -> list[Decision]:
    """The last word on each content; what it supersedes stays in the log only."""
    last = {_content(decision): place for place, decision in enumerate(decisions)}
    return [decision for place, decision in enumerate(decisions) if last[_content(decision)] == place]


def begins(id_: str, address: str) -> bool:
    """Whether an address is an id, or enough of its beginning."""
    return id_ == address or (len(address) >= _SHORTEST and id_.startswith(address))


def _content(decision: Decision) -> tuple[str, ...]:
    """What a decision is about; a ruling on a conflict and one on the pair of its claims are two."""
    if decision.other is None:
        return _named(decision.target)
    subject = "conflict" if decision.action in DISPUTES or decision.changes.get("subject") == "conflict" else "pair"
    return (*_named(decision.target), *_named(decision.other), subject)


def _named(target: Target) -> tuple[str, str, str, str]:
    return target.report, target.quote, target.kind, repr(sorted(target.seen.items()))


def _with_id(plain: Decision) -> Decision:
    changes = [f"{name}={value}" for name, value in sorted(plain.changes.items())]
    parts = (plain.action, *_content(plain), plain.why, plain.reviewer, plain.at, changes)
    return replace(plain, id=content_id("d", parts))


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
