"""An entry with its strands and conflicts in; how credible it is, 1 to 6 as the Admiralty code has it, out."""

from collections.abc import Collection, Mapping

from donnant.domain.claim import Claim, Factuality
from donnant.domain.entry import Entry, Origin

CONFIRMED, PROBABLE, POSSIBLE, DOUBTFUL, IMPROBABLE, UNKNOWN = range(1, 7)
_MANY = 3
_SEVERAL = 2


def credibility(
    entry: Entry, claims: Mapping[str, Claim], origins: Mapping[str, Origin], disputed: Collection[str], denied: bool
) -> int:
    """The number of an entry, by written rules (docs/guides/grades.md); it says nothing of who its sources are.

    1 three independent origins and none against; 2 two of them; 3 one, which asserts; 4 one that does not, or
    origins in conflict; 5 denied by as many as assert it; 6 nobody with a name, or nothing surely read.
    """
    named = [strand for strand in entry.firm if origins[strand.origin].named]
    if not named:
        return UNKNOWN
    if denied:
        return IMPROBABLE if len(named) < _SEVERAL else DOUBTFUL
    if entry.id in disputed:
        return DOUBTFUL
    held = [claims[strand.claims[0]].factuality is Factuality.ASSERTED for strand in named]
    if len(named) >= _MANY and sum(held) >= _SEVERAL:
        return CONFIRMED
    if len(named) >= _SEVERAL and any(held):
        return PROBABLE
    return POSSIBLE if all(held) else DOUBTFUL
