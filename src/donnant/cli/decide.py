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

Address = Annotated[str, typer.Argument(metavar="ID", help="The id of a claim, or how it begins.")]
Action = Annotated[str, typer.Argument(metavar="ACTION", help="accept, reject, correct or undo.")]
Changes = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FIELD=VALUE]...", help="For correct: the right values."),
]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, for whoever asks later.")]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who rules; else the user's name.")]


def decide(dossier: Dir, address: Address, action: Action, why: Why, changes: Changes = None, by: By = "") -> None:
    """Rule on a claim.

    The ruling stays, whatever the program reads later, until you undo it.

    Fields: giver, receiver, category, item, unit, low, high, approx, when, factuality, phase.

    Example: donnant decide ports c-1f2e3d4c correct low=457e6 unit=USD --why "misprint, see page 3"
    """
    from donnant.dossier import what_changed
    from donnant.show.explain import value_text

    case = open_dossier(dossier)
    before = _by_id(case)
    decision = case.decide(address, action, _typed(changes or []), why=why, reviewer=by or _user())
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
