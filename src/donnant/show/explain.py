"""From a figure down to its sentences: an id and domain values in, a tree of what it rests on out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from donnant.domain.balance import Balance
from donnant.domain.claim import Claim
from donnant.domain.entry import Entry, Ledger
from donnant.domain.report import Report
from donnant.domain.valuation import PRICED, PUBLISHED
from donnant.lang.links import read_links
from donnant.show.format import times_text
from donnant.show.lookup import Lookup, look_up
from donnant.show.reckoning import Reckoning, reckon
from donnant.show.standing import credible_text, tie_text
from donnant.show.sums import entry_sums, price_sums, reading_sums
from donnant.show.views import RATIO

_SHORTEST = 6
_CONTEXT = 240
_PRICE, _READINGS = "p-", (PUBLISHED, PRICED)
"""How the id of a price begins, and the addresses of totals."""
_AMOUNT = {"low", "high", "approx", "unit", "amount", "operator"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where a claim stands: its sentence in the stored text, with what surrounds it."""

    file: str
    hash: str
    start: int
    end: int
    quote: str
    before: str
    after: str
    holds: bool
    """Whether the stored text holds the quote at this place."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person decided on a claim."""

    id: str
    action: str
    reviewer: str
    at: str
    why: str
    changes: tuple[tuple[str, object, object], ...] = ()
    """Field, value as read, value as corrected."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A claim that a figure rests on, with the words that decided each of its fields.

    A field that a person corrected was decided by no words.
    """

    claim: Claim
    figure: str
    distorted: bool
    rejected: bool
    """Whether it stands in no entry, since a person rejected it or a correction replaced it."""
    sentence: Sentence
    rulings: tuple[Ruling, ...] = ()
    differs: tuple[str, ...] = ()
    """How it differs from what it retells, in words."""
    original: str | None = None
    """The claim that it retells."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What one origin says, claim by claim."""

    origin: str
    name: str
    named: bool
    figure: str
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """An entry that a figure belongs to, by origin; no entry for rejected claims."""

    entry: str | None
    title: str
    reasons: tuple[str, ...]
    voices: tuple[Voice, ...]
    ties: tuple[str, ...] = ()
    """How it stands to other entries, in words."""
    credible: str = ""
    """How credible it is, in words."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What an id stands for, down to the sentences."""

    id: str
    title: str
    matters: tuple[Matter, ...]
    reckoning: Reckoning | None = None
    """Of the ratio: its arithmetic."""
    rulings: tuple[Ruling, ...] = ()
    """Of a decision: what it says."""
    sums: tuple[str, ...] = ()
    """Of a worth: how it comes about, in lines."""

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """Every claim it rests on."""
        return tuple(ground for matter in self.matters for voice in matter.voices for ground in voice.grounds)


def explain(
    id: str, ledger: Ledger, reports: Sequence[Report], balance: Balance | None, language: str = "en"
) -> Explanation | None:
    """Explain an entry, a claim, an origin, or a number's address; None if nothing, or too much, has that id."""
    look = look_up(ledger, language, {report.date.value for report in reports if report.date})
    if id == RATIO:
        return _explain_ratio(balance, look, reports)
    if id.startswith(_PRICE) or id.partition("/")[0] in _READINGS:
        return _explain_worth(id, balance, look, reports)
    conflict = next((each for each in ledger.conflicts if each.id == full_id(id, ledger)), None)
    if conflict:
        title = f"{read_links(language).conflicts[conflict.type]} · {conflict.severity:.2f}"
        return _explain_claims(conflict.id, title, [id_ for side in conflict.sides for id_ in side], look, reports)
    head, slash, tail = id.partition("/")
    entry, origin = full_id(head, ledger), full_id(tail, ledger) if slash else None
    if entry in look.entries and (origin in look.origins or not slash):
        chosen = [claim for claim in look.entries[entry].claims if origin in {None, _origin_of(claim, look)}]
        found = _explain_claims(f"{entry}/{origin}" if slash else entry, "", chosen, look, reports)
        return replace(found, sums=entry_sums(balance, entry, origin, look)) if chosen else None
    if slash or entry is None:
        return None
    if entry in look.claims:
        return _explain_claims(entry, look.claim_text(look.claims[entry]), [entry], look, reports)
    told = [claim for claim in look.claims if _origin_of(claim, look) == entry]
    return _explain_claims(entry, look.origin_name(entry), told, look, reports)


def full_id(id: str, ledger: Ledger) -> str | None:
    """The one id of a ledger that is this, or begins with it (from six characters on)."""
    fitting = fitting_ids(id, ledger)
    return fitting[0] if len(fitting) == 1 else None


def fitting_ids(id: str, ledger: Ledger) -> tuple[str, ...]:
    """The ids of a ledger that this may stand for: itself, or all that begin with it (from six characters on)."""
    groups = (ledger.entries, ledger.claims, ledger.rejected, ledger.superseded, ledger.origins)
    ids = sorted({each.id for group in groups for each in group} | {each.id for each in ledger.conflicts})
    if id in ids:
        return (id,)
    return tuple(each for each in ids if each.startswith(id)) if len(id) >= _SHORTEST else ()


def with_rulings(explanation: Explanation, rulings: Mapping[str, Sequence[Ruling]]) -> Explanation:
    """An explanation with what people decided, by claim; words that decided a corrected field are left out."""
    matters = tuple(
        replace(
            matter,
            voices=tuple(
                replace(voice, grounds=tuple(_ruled(ground, rulings) for ground in voice.grounds))
                for voice in matter.voices
            ),
        )
        for matter in explanation.matters
    )
    return replace(explanation, matters=matters)


def _ruled(ground: Ground, rulings: Mapping[str, Sequence[Ruling]]) -> Ground:
    own = tuple(rulings.get(ground.claim.id, ()))
    changed = {field for ruling in own for field, _, _ in ruling.changes}
    if changed & _AMOUNT:
        changed |= _AMOUNT
    cues = {name: words for name, words in ground.claim.cues.items() if name not in changed}
    found = {name: where for name, where in ground.claim.found.items() if name not in changed}
    return replace(ground, claim=replace(ground.claim, cues=cues, found=found), rulings=own)


def sentence_of(claim: Claim, reports: Iterable[Report]) -> Sentence:
    """The sentence of a claim in its report's stored text; said so if the text does not hold it."""
    report = next((report for report in reports if report.hash == claim.report), None)
    text = report.text if report else ""
    holds = text[claim.start : claim.end] == claim.quote and bool(claim.quote)
    before, after = _around(report, claim) if report and holds else ("", "")
    name = report.name if report else claim.doc
    return Sentence(name, claim.report, claim.start, claim.end, claim.quote, before, after, holds)


def _explain_ratio(balance: Balance | None, look: Lookup, reports: Sequence[Report]) -> Explanation | None:
    if balance is None or balance.ratio is None:
        return None
    ratio, words = balance.ratio, look.labels.ratios
    sentence = words.settled if ratio.settled else words.unsettled
    title = sentence.format(giver=ratio.more, times=times_text(ratio.interval, look.language))
    found = _explain_claims(RATIO, title, [*ratio.claims, *ratio.set_aside], look, reports)
    return replace(found, reckoning=reckon(balance, ratio, look))


def _explain_worth(
    address: str, balance: Balance | None, look: Lookup, reports: Sequence[Report]
) -> Explanation | None:
    """The total of a reading, or a price: how it comes about, and the sentences of all that is in it."""
    told = price_sums(balance, address, look) if address.startswith(_PRICE) else reading_sums(balance, address, look)
    if told is None:
        return None
    return replace(_explain_claims(address, told.title, told.claims, look, reports), sums=told.lines)


def _explain_claims(id: str, title: str, claims: Iterable[str], look: Lookup, reports: Sequence[Report]) -> Explanation:
    """Group claims by entry and by origin, in the order of the ledger."""
    wanted = {claim for claim in claims if claim in look.claims}
    matters = [_matter(entry, wanted, look, reports) for entry in look.entries.values()]
    homeless = wanted - look.homes.keys()
    superseded = read_links(look.language).headings["superseded"]
    for title_, those in (
        (look.labels.headings.rejected, homeless - look.superseded),
        (superseded, homeless & look.superseded),
    ):
        grounds = tuple(_ground(claim, frozenset(), look, reports) for claim in sorted(those))
        matters += [Matter(None, title_, (), (Voice("", "", True, "", grounds),))] if grounds else []
    kept = tuple(matter for matter in matters if matter)
    return Explanation(id, title or (kept[0].title if kept else id), kept)


def _matter(entry: Entry, wanted: set[str], look: Lookup, reports: Sequence[Report]) -> Matter | None:
    voices = []
    for number, strand in enumerate(entry.strands):
        claims = [claim for claim in strand.claims if claim in wanted]
        if claims:
            grounds = tuple(_ground(claim, frozenset(strand.distorted), look, reports) for claim in claims)
            figure = look.strand_amount(entry, number)
            name, named = look.origin_name(strand.origin), look.is_named(strand.origin)
            voices.append(Voice(strand.origin, name, named, figure, grounds))
    ties = tuple(tie_text(tie, look) for tie in look.ties.get(entry.id, ()))
    whole = (ties, credible_text(entry, look.language))
    return Matter(entry.id, look.entry_title(entry), entry.reasons, tuple(voices), *whole) if voices else None


def _ground(claim: str, distorted: frozenset[str], look: Lookup, reports: Sequence[Report]) -> Ground:
    found = look.claims[claim]
    figure = look.claim_text(found)
    retold = look.retold.get(claim)
    words = read_links(look.language).distortions
    return Ground(
        found, figure, claim in distorted, claim not in look.homes, sentence_of(found, reports),
        differs=tuple(words[name] for name in retold.types) if retold else (),
        original=retold.original if retold else None,
    )  # fmt: skip


def _origin_of(claim: str, look: Lookup) -> str | None:
    entry = look.entries.get(look.homes.get(claim, ""))
    strands = entry.strands if entry else ()
    return next((strand.origin for strand in strands if claim in strand.claims), None)


def _around(report: Report, claim: Claim) -> tuple[str, str]:
    """The rest of the block that the sentence stands in, cut at a blank if it is long."""
    block = next((each for each in report.blocks if each.start <= claim.start < each.end), None)
    start, end = (block.start, max(block.end, claim.end)) if block else (claim.start, claim.end)
    before, after = report.text[start : claim.start], report.text[claim.end : end]
    if len(before) > _CONTEXT:
        before = "… " + before[-_CONTEXT:].partition(" ")[2]
    if len(after) > _CONTEXT:
        after = after[:_CONTEXT].rpartition(" ")[0] + " …"
    return before, after
