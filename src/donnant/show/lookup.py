"""A ledger by id, in one language: what the views ask again and again; ids in, domain values and words out."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from donnant.domain.claim import Claim, Factuality, Kind, Trust
from donnant.domain.entry import Entry, Ledger, Origin
from donnant.domain.links import Conflict, Retelling
from donnant.lang.labels import Labels, read_labels
from donnant.show.format import amount_text, printable, when_text
from donnant.show.ties import Tie, ties_of

_SHORT = 8


@dataclass(frozen=True, slots=True)
class Lookup:
    """The parts of a ledger by id, with the words of one language."""

    language: str
    labels: Labels
    claims: dict[str, Claim]
    entries: dict[str, Entry]
    origins: dict[str, Origin]
    homes: dict[str, str]
    """Claim id to the id of the entry that holds it."""
    short: dict[str, str]
    """Every id to its shortest form of eight digits or more that names nothing else."""
    retold: dict[str, Retelling]
    """Claim id to what it retells, and how."""
    superseded: frozenset[str]
    """Ids of claims that a correction of their report replaced."""
    conflicts: tuple[Conflict, ...]
    """Those that no person settled."""
    ties: Mapping[str, tuple[Tie, ...]]
    """Entry id to how it stands to others."""
    known: frozenset[str]
    """Dates of reports: a period that ends on one of them is still open."""

    def when(self, when: str | None) -> str:
        """A date in words."""
        return when_text(when, self.language, self.known)

    def category(self, category: str | None) -> str:
        """The word for a category; a category that the pack does not know stays as it is."""
        return "" if category is None else self.labels.categories.get(category, category)

    def item(self, item: str | None) -> str:
        """What passed, in the report's own words."""
        return printable(item or "")

    def hedge(self, factuality: str) -> str:
        """The word for a voice that does not fully commit; empty for one that does."""
        return "" if factuality == Factuality.ASSERTED else self.labels.factualities.get(factuality, factuality)

    def sure(self, factuality: str, doubtful: bool) -> str:
        """How far a voice commits, and whether it was doubtfully read."""
        word = self.labels.factualities.get(factuality, factuality)
        return f"{word}, {self.labels.trusts[Trust.DOUBTFUL]}" if doubtful else word

    def is_named(self, origin: str) -> bool:
        """Whether an origin has a name; a voice without one never counts as independent."""
        return origin not in self.origins or self.origins[origin].named

    def origin_name(self, origin: str | None) -> str:
        """The name of an origin; said so where it is the report's own voice, or has no name."""
        found = self.origins.get(origin or "")
        if found is None:
            return origin or self.labels.phrases.unnamed
        name = printable(found.name)
        if found.is_publisher:
            return self.labels.phrases.own_voice.format(name=name)
        if not found.named:
            return f"{name} ({self.labels.phrases.unnamed})" if name else self.labels.phrases.unnamed
        return name

    def claim_text(self, claim: Claim) -> str:
        """What a claim puts a figure on, or names: its amount, else its item, else its category."""
        amount = amount_text(claim.low, claim.high, claim.approx, claim.unit, self.language, claim.operator)
        return amount or self.item(claim.item) or self.category(claim.category) or self.labels.kinds[claim.kind]

    def strand_amount(self, entry: Entry, number: int) -> str:
        """The amount that one origin of an entry gives, with the bound as its fullest telling prints it."""
        strand = entry.strands[number]
        head = self.claims.get(strand.claims[0]) if strand.claims else None
        operator = head.operator if head and (head.low, head.high) == (strand.low, strand.high) else None
        return amount_text(strand.low, strand.high, strand.approx, entry.unit, self.language, operator)

    def figures(self, entry: Entry) -> str:
        """What the firm origins of an entry give, each figure once; empty where none gives one."""
        given = (self.strand_amount(entry, number) for number in range(len(entry.firm or entry.strands)))
        return " / ".join(dict.fromkeys(figure for figure in given if figure))

    def parties(self, entry: Entry) -> str:
        """Who gives to whom, who lost, or who agreed; a question mark for a party without a name."""
        if entry.parties:
            return ", ".join(entry.parties)
        if entry.receiver or entry.kind in {Kind.TRANSFER, Kind.ATTITUDE}:
            return f"{entry.giver or '?'} → {entry.receiver or '?'}"
        return entry.giver or "?"

    def entry_title(self, entry: Entry) -> str:
        """What an entry is about: parties, category, item and time."""
        parts = (self.parties(entry), self.category(entry.category), self.item(entry.item), self.when(entry.when))
        return " · ".join(part for part in parts if part)


def look_up(ledger: Ledger, language: str, known: Collection[str] = ()) -> Lookup:
    """Lay out a ledger by id."""
    claims = {claim.id: claim for claim in (*ledger.claims, *ledger.rejected, *ledger.superseded)}
    ids = [*claims, *(entry.id for entry in ledger.entries), *(origin.id for origin in ledger.origins)]
    ids += [conflict.id for conflict in ledger.conflicts]
    return Lookup(
        language=language,
        labels=read_labels(language),
        claims=claims,
        entries={entry.id: entry for entry in ledger.entries},
        origins={origin.id: origin for origin in ledger.origins},
        homes={claim: entry.id for entry in ledger.entries for claim in entry.claims},
        short=_short_ids(ids),
        retold={each.claim: each for each in ledger.retellings},
        superseded=frozenset(claim.id for claim in ledger.superseded),
        conflicts=tuple(conflict for conflict in ledger.conflicts if not conflict.settled),
        ties=ties_of(ledger),
        known=frozenset(known),
    )


def _short_ids(ids: Iterable[str]) -> dict[str, str]:
    """Cut ids after eight characters of their hash, or as many more as it takes to stay apart."""
    short: dict[str, str] = {}
    ordered = sorted(set(ids))
    for number, own in enumerate(ordered):
        neighbours = ordered[max(number - 1, 0) : number] + ordered[number + 1 : number + 2]
        length = own.find("-") + 1 + _SHORT
        while length < len(own) and any(other.startswith(own[:length]) for other in neighbours):
            length += 1
        short[own] = own[:length]
    return short
