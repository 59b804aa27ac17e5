"""Claims that print what another report of the dossier printed in; whose figures they are out, and how it shows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from donnant.domain.claim import Claim
from donnant.domain.report import Report
from donnant.resolve.affiliations import is_issuer
from donnant.resolve.names import goods_of, nearest_named, plain
from donnant.resolve.voices import Key, Matter, figures_of, letters, matter_of

_COPIED = 6
"""Words of a sentence that nobody writes twice by chance, at least; `du carburant` is no copy."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher of the dossier and its reports."""

    key: Key
    name: str
    words: frozenset[str]
    reports: frozenset[str]


def find_publishers(reports: Sequence[Report]) -> dict[Key, Publisher]:
    """The publishers by key, each by the name that its earliest report prints."""
    found: dict[Key, list[Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda report: (date_of(report), report.hash)):
        if report.publisher is not None:
            sort = "voice" if is_issuer(report.publisher.value) else "publisher"
            found[sort, letters(report.publisher.value)].append(report)
    return {key: _publisher(key, members) for key, members in found.items()}


def date_of(report: Report | None) -> str:
    """A date that sorts: a month or a year by its last day, which it may be; a report without a date comes last."""
    date = report.date.value if report is not None and report.date is not None else ""
    return "-".join([*date.split("-"), "99", "99"][:3]) if date else "9999"


def follow_copies(ordered: Sequence[Claim], keys: dict[str, Key]) -> dict[str, str]:
    """Gives a sentence that several reports print, citing nobody, to the earliest; claim id to the reason."""
    printed: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in ordered:
        words = plain(claim.quote)
        if not claim.attribution and len(words) >= _COPIED:
            printed[(str(claim.kind), *words)].append(claim)
    why = {}
    for members in printed.values():
        first = members[0]
        for claim in members[1:]:
            if keys[claim.id] != keys[first.id]:
                keys[claim.id] = keys[first.id]
                why[claim.id] = f"{claim.doc} prints a sentence of {first.doc} word for word"
    return why


def follow_outlets(
    ordered: Sequence[Claim], keys: dict[str, Key], reports: Mapping[str, Report], publishers: Mapping[Key, Publisher]
) -> dict[str, str]:
    """Gives what a publisher of the dossier is cited for to the voice that its own report cites; the reasons.

    The publisher must have printed the figure (or, without one, the goods) on the same matter no
    later; where it names no voice, or several, the publisher itself is the origin.
    """
    on: dict[Matter, list[Claim]] = defaultdict(list)
    for claim in ordered:
        on[matter_of(claim)].append(claim)
    wide = _by_word(publishers)
    why = {}
    for claim in ordered:
        publisher = _cited(claim, publishers, wide)
        if publisher is None:
            continue
        told = [
            other
            for other in on[matter_of(claim)]
            if other.report in publisher.reports
            and other.report != claim.report
            and date_of(reports.get(other.report)) <= date_of(reports.get(claim.report))
            and _same_told(claim, other)
        ]
        behind = {keys[other.id] for other in told if keys[other.id][0] in ("voice", "unnamed")}
        keys[claim.id] = behind.pop() if len(behind) == 1 else publisher.key
        voice = nearest_named(claim.attribution)
        whose = f", which {told[0].doc} has from somebody else" if keys[claim.id] != publisher.key else ""
        why[claim.id] = f"“{voice}” is the publisher “{publisher.name}”{whose}"
    return why


def _publisher(key: Key, reports: Sequence[Report]) -> Publisher:
    name = reports[0].publisher.value if reports[0].publisher is not None else ""
    return Publisher(key, name, frozenset(plain(name)), frozenset(report.hash for report in reports))


def _by_word(publishers: Mapping[Key, Publisher]) -> dict[str, list[Publisher]]:
    """The publishers of two words and more under the longest of them."""
    found: dict[str, list[Publisher]] = defaultdict(list)
    for _, each in sorted(publishers.items()):
        if len(each.words) > 1:
            found[max(each.words, key=lambda word: (len(word), word))].append(each)
    return found


def _cited(
    claim: Claim, publishers: Mapping[Key, Publisher], by_word: Mapping[str, list[Publisher]]
) -> Publisher | None:
    """The publisher of the dossier that a claim cites: by its name, or by one of two words and more with others."""
    voice = nearest_named(claim.attribution)
    if voice is None:
        return None
    exact = publishers.get(("publisher", letters(voice)))
    if ("voice", letters(voice)) in publishers:
        return None  # an institute's own figures are its own
    words = frozenset(plain(voice))
    wider = [each for word in sorted(words) for each in by_word.get(word, ()) if each.words < words]
    return exact or (wider[0] if len(wider) == 1 else None)


def _same_told(claim: Claim, other: Claim) -> bool:
    figures = figures_of(claim)
    if figures:
        return bool(figures & figures_of(other))
    return bool(goods_of(claim) & goods_of(other)) or claim.item == other.item
