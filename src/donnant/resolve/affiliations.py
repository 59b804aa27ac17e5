"""Reports and the names of those whom they cite in; what is said of each beside his name out."""

import functools
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from donnant.domain.claim import Claim
from donnant.domain.report import Report
from donnant.lang.bodies import body_words
from donnant.lang.grammar import grammar
from donnant.lang.lexicon import languages
from donnant.resolve.identity import identity
from donnant.resolve.names import is_named, plain

_REACH = 90
"""Characters behind a name in which the body that he belongs to is named."""
_GAP = 2
_OUTLETS = frozenset({"agency", "company", "network"})
"""Sorts of body that publish what others say."""
_WORD = re.compile(r"[\w'’.-]*\w")
_MARKS = re.compile(r"[.;:!?\n«»“”\"()]")
_LONGEST = 9
"""Words of a body's name, at most."""


@dataclass(frozen=True, slots=True)
class Mention:
    """What a report says of somebody beside his name."""

    bodies: tuple[str, ...] = ()
    """The body that he belongs to, at every length that its name may have."""
    short: str | None = None
    """The abbreviation printed behind a body's name: `Crude Board (OAB)`."""
    parties: frozenset[str] = frozenset()
    """Whose minister, governor or general he is said to be."""


def find_mentions(claims: Sequence[Claim], reports: Mapping[str, Report]) -> dict[tuple[str, str], Mention]:
    """What is said of the voices that each report cites, by report and name.

    It is evidence of who is who, and no part of an attribution: only what stands right beside the name.
    """
    found: dict[tuple[str, str], Mention] = {}
    people: set[str] = set()
    for claim in claims:
        report = reports.get(claim.report)
        for voice in claim.attribution:
            if report is not None and (claim.report, voice) not in found and is_named(voice):
                found[claim.report, voice] = _mention(report, voice)
                if len(_WORD.findall(voice)) > 1 and not identity(voice).is_body:
                    people.add(voice)
    for hash_, name in _named_elsewhere(people, reports):
        found.setdefault((hash_, name), _mention(reports[hash_], name))
    return found


def _named_elsewhere(people: Collection[str], reports: Mapping[str, Report]) -> Iterator[tuple[str, str]]:
    """Every report that names somebody whom another one cites: it may say where he belongs."""
    by_pair: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in sorted(people):
        first, second = _WORD.findall(name)[:2]
        by_pair[first, second].append(name)
    for hash_, report in reports.items():
        pairs = set(pairwise(_WORD.findall(report.text))) if by_pair else set()
        for pair in sorted(by_pair.keys() & pairs):
            yield from ((hash_, name) for name in by_pair[pair] if name in report.text)


def _mention(report: Report, name: str) -> Mention:
    body = identity(name).is_body
    bodies: list[str] = []
    parties: set[str] = set()
    short = None
    for match in list(re.finditer(re.escape(name), report.text))[:4]:
        before, after = report.text[: match.start()], report.text[match.end() : match.end() + _REACH]
        printed = re.match(r"\s?\(([A-ZÉ][A-Z0-9.É-]{1,9})\)", after)
        short = short or (printed[1].casefold() if printed else None)
        if not body:
            bodies += _bodies_of(_MARKS.split(after, maxsplit=1)[0])
            parties |= identity(_beside(before, after)).parties
    if not body and report.publisher and is_issuer(report.publisher.value):
        bodies.append(report.publisher.value)
    return Mention(tuple(dict.fromkeys(bodies)), short, frozenset(parties))


def is_issuer(publisher: str) -> bool:
    """Whether a publisher is a body that speaks for itself, such as an institute, and no outlet."""
    own = identity(publisher)
    return bool(own.kinds) and not own.kinds & _OUTLETS


def _beside(before: str, after: str) -> str:
    """What is said of somebody next to his name: `the Danish minister X`, `the Cuban governor, X`, `X, the …,`."""
    left = [part for part in re.split(r"[,.;:!?\n«»“”\"]", before[-_REACH:]) if part.strip()]
    right = re.match(r"\s?,([^,.;:!?\n«»“”\"]*),", after)
    return " ".join([*left[-1:], right[1] if right else ""])


def _bodies_of(stretch: str) -> list[str]:
    """The body that a stretch behind a name leads in: `, de l'Institut Y,`, `, a researcher at the Y Institute`.

    Where its name ends no comma may tell: it is given at every length that it may have.
    """
    for match in [*_heading().finditer(stretch), *_leading().finditer(stretch)]:
        if match.start() > _GAP and match.re is not _heading() and not _is_calling(stretch[: match.start()]):
            return []
        words = stretch[match.end() :].split(",", maxsplit=1)[0].split()[:_LONGEST]
        kinds = [place for place, word in enumerate(words[:4]) if " ".join(plain(word)) in _kinds()]
        if kinds:
            whole = (" ".join(words[:end]) for end in range(max(kinds[0] + 1, 2), len(words) + 1))
            return [name for name in whole if name.split()[-1][:1].isalpha()]
    return []


def _is_calling(between: str) -> bool:
    """Whether only a calling stands between a name and its body, and no verb: `, chercheuse à`."""
    return between.lstrip().startswith(",") and len(between.split()) <= 4


@functools.cache
def _kinds() -> frozenset[str]:
    return frozenset(body_words(plain).kinds)


@functools.cache
def _heading() -> re.Pattern[str]:
    """A clause that says what somebody does of a body: `, who leads the`, `, qui dirige l'`."""
    relatives, articles = set[str](), set[str]()
    for code in languages():
        relatives |= {*grammar(code).relative}
        articles |= {*grammar(code).determiners}
    who, the = (
        "|".join(re.escape(word).replace("'", "['’]") for word in sorted(each)) for each in (relatives, articles)
    )
    return re.compile(rf"^,\s+(?:{who})\s+[\w-]+\s+(?:{the})(?:(?<=['’])|\s+)", re.IGNORECASE)


@functools.cache
def _leading() -> re.Pattern[str]:
    """Prepositions with their articles, in every language."""
    small, articles = set[str](), set[str]()
    for code in languages():
        words = grammar(code).prepositions
        small |= {*words.of, *words.in_, *words.to, *words.from_, *words.aside}
        articles |= {*grammar(code).determiners}
    leads, the = (
        "|".join(re.escape(word).replace("'", "['’]") for word in sorted(each, key=lambda word: (-len(word), word)))
        for each in (small, articles)
    )
    return re.compile(rf"(?<!\w)(?:{leads})(?:(?<=['’])|\s+)(?:(?:{the})(?:(?<=['’])|\s+))?", re.IGNORECASE)
