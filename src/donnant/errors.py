"""What can go wrong: misuse stops with a DonnantError, a fault in a report is kept as a Problem."""

from dataclasses import dataclass


class DonnantError(Exception):
    """A call that cannot be carried out; its text names the file and the remedy."""

    slug = "error"


class MissingFile(DonnantError):
    """A path that leads nowhere."""

    slug = "missing-file"


class NotADossier(DonnantError):
    """A folder without a dossier.toml, or one that cannot be read."""

    slug = "not-a-dossier"


class UnknownParty(DonnantError):
    """A party that neither the tables of states nor the dossier knows."""

    slug = "unknown-party"


class UnknownId(DonnantError):
    """An id that no claim, entry or origin of the dossier has."""

    slug = "unknown-id"


class BadPack(DonnantError):
    """A language pack that breaks its own rules."""

    slug = "bad-pack"


class BadInput(DonnantError):
    """An option, a date or a table that cannot be understood."""

    slug = "bad-input"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A fault found in one file: kept, shown, and no reason to stop."""

    file: str
    slug: str
    text: str
    """One sentence with the remedy."""
