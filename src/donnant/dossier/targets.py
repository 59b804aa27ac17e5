"""An id or a name as a person types it in; what it stands for, named by its content so that a ruling lasts, out."""

import re

from donnant.domain.decision import Target
from donnant.domain.entry import Ledger
from donnant.dossier.ruling import as_read, begins, claim_target, find_claim, origin_target
from donnant.store.folder import Folder, Settings

_DECISION = re.compile(r"\[(d-[0-9a-f]+)\]")


def target_of(typed: str, ledger: Ledger, folder: Folder, settings: Settings) -> Target:
    """What an id of a claim, an entry or an origin names, or a voice's printed name; an entry is its first claim.

    Raises UnknownId where it is none of these.
    """
    address = typed.strip("[] ")
    origins = [each for each in ledger.origins if begins(each.id, address)]
    if len(origins) == 1:
        return origin_target(origins[0], origins[0].name)
    named = [each for each in ledger.origins if address in each.spellings]
    if len(named) == 1:
        return origin_target(named[0], address)
    entries = [each for each in ledger.entries if begins(each.id, address)]
    claim = find_claim(entries[0].claims[0] if len(entries) == 1 else address, ledger, folder)
    return claim_target(as_read(claim, folder, settings))


def rulings_on(address: str, ledger: Ledger) -> tuple[str, ...]:
    """Ids of the decisions that stand on the conflict, or the origin, which an id names."""
    conflicts = (each.ruled for each in ledger.conflicts if begins(each.id, address) and each.ruled)
    reasons = (reason for each in ledger.origins if begins(each.id, address) for reason in each.reasons)
    return tuple(sorted({*conflicts, *(found for reason in reasons for found in _DECISION.findall(reason))}))
