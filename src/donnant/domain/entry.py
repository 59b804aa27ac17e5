"""An entry: the claims about one and the same thing, by origin, and the ledger they form."""

from dataclasses import dataclass

from donnant.domain.claim import Claim, Factuality, Kind, Phase
from donnant.domain.links import Conflict, Copy, Question, Relation, Retelling
from donnant.errors import Problem


@dataclass(frozen=True, slots=True)
class Origin:
    """The voice a figure first came from.

    ``named`` is false for a voice without a name (`some observers`): it is shown, and never
    counted as an independent origin.
    """

    id: str
    name: str
    named: bool
    spellings: tuple[str, ...]
    is_publisher: bool = False
    """No voice is cited: the report's publisher (or the report itself) is the origin."""
    grade: str = "F"
    """The Admiralty letter, A to F, as the dossier sets it; F where it does not."""
    reasons: tuple[str, ...] = ()
    """Why its names are taken for one voice, a sentence each."""


@dataclass(frozen=True, slots=True)
class Strand:
    """What one origin says of an entry's thing: the fullest telling first, then its echoes."""

    origin: str
    """Origin id."""
    claims: tuple[str, ...]
    """Claim ids, doubtful ones last; the first is the head, whose bounds are the strand's."""
    reports: tuple[str, ...]
    """Report hashes, sorted."""
    low: float | None
    high: float | None
    approx: bool
    distorted: tuple[str, ...] = ()
    """Ids of those claims whose figure differs from the head's; a doubtful reading accuses nobody."""
    doubtful: bool = False
    """Whether every claim of it is doubtful: it is shown, and bears no figure, count or conflict."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the ledger; every claim of the dossier is in exactly one."""

    id: str
    kind: Kind
    giver: str | None
    receiver: str | None
    parties: tuple[str, ...]
    category: str | None
    unit: str | None
    item: str | None
    when: str | None
    factuality: Factuality
    phase: Phase
    strands: tuple[Strand, ...]
    """Sorted: doubtful ones last, named voices first, then by name."""
    reasons: tuple[str, ...]
    """Why these claims are one entry, and whose voice a retelling was taken for, one sentence each."""
    credibility: int = 6
    """The Admiralty number, 1 (confirmed) to 6 (cannot be judged)."""

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of all claims of the entry, strand by strand."""
        return tuple(claim for strand in self.strands for claim in strand.claims)

    @property
    def is_doubtful(self) -> bool:
        """Whether every claim of it is doubtful, so that it waits for review."""
        return bool(self.strands) and all(strand.doubtful for strand in self.strands)

    @property
    def firm(self) -> tuple[Strand, ...]:
        """The strands that a figure may rest on."""
        return tuple(strand for strand in self.strands if not strand.doubtful)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything resolved: entries in order, the origins and claims they rest on."""

    entries: tuple[Entry, ...]
    origins: tuple[Origin, ...]
    claims: tuple[Claim, ...]
    rejected: tuple[Claim, ...] = ()
    """Claims that a reviewer rejected: kept, shown as such, in no entry."""
    superseded: tuple[Claim, ...] = ()
    """Claims of reports that their own publisher corrected later: kept, shown as such, in no entry."""
    copies: tuple[Copy, ...] = ()
    retellings: tuple[Retelling, ...] = ()
    relations: tuple[Relation, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    questions: tuple[Question, ...] = ()
    problems: tuple[Problem, ...] = ()
