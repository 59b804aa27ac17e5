"""The façade, which is also the Python API: the only place where the steps and the store meet."""

from donnant.dossier.corrections import categories
from donnant.dossier.facade import SUFFIXES, Added, Dossier
from donnant.dossier.intake import Interrupted, Progress
from donnant.dossier.parties import pair_codes, party_code
from donnant.dossier.ruling import ACTIONS, what_changed
from donnant.dossier.view import last_day

__all__ = [
    "ACTIONS",
    "SUFFIXES",
    "Added",
    "Dossier",
    "Interrupted",
    "Progress",
    "categories",
    "last_day",
    "pair_codes",
    "party_code",
    "what_changed",
]
