"""What an id stands for: an address in; people's rulings, a decision explained, or why there is no such id, out."""

from typing import TYPE_CHECKING

from donnant.domain.balance import Balance
from donnant.domain.claim import Claim
from donnant.domain.entry import Ledger
from donnant.dossier.ruling import as_read, as_ruling, begins
from donnant.errors import UnknownId
from donnant.store.decisions import read_decisions
from donnant.store.folder import Folder, Settings
from donnant.store.tables import Derived

if TYPE_CHECKING:
    from donnant.show.explain import Explanation, Ruling

_PRINTED = {"c": "claims", "e": "ledger", "o": "ledger --format json", "p": "prices"}
"""First letter of an id to the command that prints ids of its kind."""
_KINDS = {"c": "the ids of claims", "e": "the ids of entries", "o": "the ids of origins", "p": "the ids of prices"}
_SECTIONS = ("published", "quantities", "unpriced", "planned", "denied")


def rulings_by_claim(ledger: Ledger, folder: Folder, settings: Settings) -> "dict[str, tuple[Ruling, ...]]":
    """What people decided, by the claim that it stands on."""
    decisions = {each.id: each for each in read_decisions(folder)[0]}
    return {
        claim.id: tuple(
            as_ruling(decisions[id_], as_read(claim, folder, settings)) for id_ in claim.rulings if id_ in decisions
        )
        for claim in _ruled(ledger)
    }


def explain_decision(address: str, view: Derived, folder: Folder, settings: Settings, language: str) -> "Explanation":
    """A decision, and the claim that it stands on if it does."""
    from donnant.show.explain import Explanation, explain, with_rulings

    found = [each for each in read_decisions(folder)[0] if begins(each.id, address)]
    if not found:
        raise UnknownId(f"no decision has the id {address}: {folder.decisions} holds them all")
    if len(found) > 1:
        raise UnknownId(f"{address} stands for several decisions: {', '.join(each.id for each in found)}")
    decision = found[0]
    claim = next((each for each in _ruled(view.ledger) if decision.id in each.rulings), None)
    if claim:
        ruled = rulings_by_claim(view.ledger, folder, settings)
        told = explain(claim.id, view.ledger, view.reports, None, language)
        if told:
            return with_rulings(told, ruled)
    return Explanation(decision.id, decision.quote, (), rulings=(as_ruling(decision, None),))


def no_such_id(address: str, ledger: Ledger, folder: Folder) -> UnknownId:
    """Why an address leads nowhere: nothing has it, or several things do."""
    from donnant.show.explain import fitting_ids
    from donnant.show.views import RATIO

    if address == RATIO:
        return UnknownId("there is no ratio to explain: the published totals of this pair do not allow one")
    fitting = fitting_ids(address.partition("/")[0], ledger)
    if len(fitting) > 1:
        return UnknownId(f"{address} is the beginning of several ids, write more of it: {', '.join(fitting)}")
    if _is_beginning(address, ledger):
        return UnknownId(f"{address} is too short to tell ids apart: write six characters of it at least")
    printed = _PRINTED.get(address[:1] if address[1:2] == "-" else "", "")
    command, _, rest = (printed or "claims").partition(" ")
    where = f"`{' '.join(part for part in ('donnant', command, str(folder.root), rest) if part)}`"
    kind = _KINDS.get(address[:1], "ids")
    return UnknownId(f"nothing here has the id {address}: {where} prints {kind if printed else 'ids'}")


def _is_beginning(address: str, ledger: Ledger) -> bool:
    groups = (ledger.entries, ledger.claims, ledger.rejected, ledger.superseded, ledger.origins)
    return len(address) > 2 and any(each.id.startswith(address) for group in groups for each in group)


def is_empty(balance: Balance) -> bool:
    """Whether the reports say nothing between two parties."""
    lines = [getattr(side, name) for side in balance.sides for name in _SECTIONS]
    return not any((*lines, balance.agreements, balance.attitudes, balance.doubtful))


def nothing_between(balance: Balance, ledger: Ledger) -> str:
    """That two parties have nothing between them, and which pair has."""
    from donnant.value.pairs import choose_pair

    busiest = choose_pair(ledger)
    other = f"the pair with the most transfers is {','.join(busiest)}" if busiest else "nor between any other two"
    return f"These reports say nothing between {balance.pair[0]} and {balance.pair[1]}: {other}."


def _ruled(ledger: Ledger) -> list[Claim]:
    return [claim for claim in (*ledger.claims, *ledger.rejected, *ledger.superseded) if claim.rulings]
