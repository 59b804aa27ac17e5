"""Donnant: who gave what to whom, how much, when, and who says so."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from donnant.domain.balance import Balance
    from donnant.domain.claim import Claim
    from donnant.domain.decision import Decision
    from donnant.domain.entry import Entry, Ledger, Origin
    from donnant.domain.party import Party
    from donnant.domain.report import Report
    from donnant.dossier import Dossier
    from donnant.errors import DonnantError, Problem

__all__ = [
    "Balance", "Claim", "Decision", "DonnantError", "Dossier", "Entry", "Ledger", "Origin", "Party", "Problem",
    "Report",
]  # fmt: skip

_HOMES = {
    "balance": ("Balance",), "claim": ("Claim",), "decision": ("Decision",), "party": ("Party",),
    "entry": ("Entry", "Ledger", "Origin"), "report": ("Report",),
}  # fmt: skip
_MODULES = {name: f"donnant.domain.{home}" for home, names in _HOMES.items() for name in names} | {
    "Dossier": "donnant.dossier", "DonnantError": "donnant.errors", "Problem": "donnant.errors",
}  # fmt: skip


def __getattr__(name: str) -> object:
    """Load a word when it is first asked for, so that the command line starts at once."""
    if name not in _MODULES:
        raise AttributeError(f"module 'donnant' has no attribute {name!r}")
    return getattr(import_module(_MODULES[name]), name)
