"""What a reviewer rules on a claim: an id, an action and a reason in; a line in the log of decisions out."""

import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from donnant.cli.options import Dir, open_dossier
from donnant.cli.render import tell
from donnant.errors import BadInput

if TYPE_CHECKING:
    from donnant.domain.claim import Claim
    from donnant.dossier import Dossier

Address = Annotated[
    str, typer.Argument(metavar="ID", help="The id of a claim, entry, origin or conflict, or how it begins.")
]
Action = Annotated[
    str,
    typer.Argument(
        metavar="ACTION",
        help="Of a claim: accept, reject, correct, undo. Of two things: same, apart. Of a conflict: stands, settled.",
    ),
]
Changes = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FIELD=VALUE]...", help="For correct: the right values. For same and apart: the other one."
    ),
]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, for whoever asks later.")]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who rules; else the user's name.")]


def decide(dossier: Dir, address: Address, action: Action, why: Why, changes: Changes = None, by: By = "") -> None:
    """Rule on a claim, on whether two things are one, or on a conflict.

    The ruling stays, whatever the program reads later, until you undo it.
    same and apart take two origins (by id, or by a name that the reports print), claims or entries.

    undo takes the id of the ruling (d-…), or of the claim that it is on.

    Fields: giver, receiver, category, item, unit, low, high, approx, when, factuality, phase.

    Example: donnant decide ports c-1f2e3d4c correct low=457e6 unit=USD --why "misprint, see page 3"
    """
    from donnant.dossier import what_changed
    from donnant.show.explained import value_text

    case = open_dossier(dossier)
    before = _by_id(case)
    reviewer = by or _user()
    if action in {"same", "apart"}:
        if len(changes or []) != 1:
            raise BadInput(f"{action} takes two ids: donnant decide {dossier} ID {action} OTHER --why TEXT")
        decision = case.relate(address, action, (changes or [""])[0], why=why, reviewer=reviewer)
    elif action in {"stands", "settled"}:
        decision = case.settle(address, action, why=why, reviewer=reviewer)
    else:
        decision = case.decide(address, action, _typed(changes or []), why=why, reviewer=reviewer)
    after = _by_id(case)
    typer.echo(f"{decision.id}: {action} by {decision.reviewer} is in {case.folder.decisions}")
    for id_, claim in after.items():
        for field, old, new in what_changed(before.get(id_), claim):
            typer.echo(f"  {id_} {field}: {value_text(old)} → {value_text(new)}")
    tell(case)


def _by_id(case: "Dossier") -> "dict[str, Claim]":
    ledger = case.ledger()
    return {claim.id: claim for claim in (*ledger.claims, *ledger.rejected)}


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        raise BadInput("a decision needs a name: say who rules with --by NAME") from None


def _typed(changes: list[str]) -> dict[str, str | float | bool | None]:
    pairs: dict[str, str | float | bool | None] = {}
    for change in changes:
        field, equals, new = change.partition("=")
        if not equals:
            raise BadInput(f"{change!r} is no correction: write FIELD=VALUE, such as low=457e6")
        pairs[field.strip()] = new
    return pairs
