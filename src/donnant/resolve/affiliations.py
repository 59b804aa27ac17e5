"""Reports and the names of those whom they cite in; the body that each is said to belong to out."""

import functools
import re
from collections.abc import Mapping, Sequence

from donnant.domain.claim import Claim
from donnant.domain.report import Report
from donnant.lang.bodies import body_words
from donnant.lang.grammar import grammar
from donnant.lang.lexicon import languages
from donnant.resolve.identity import identity
from donnant.resolve.names import is_named, plain

_REACH = 90
"""Characters behind a name in which the body that he belongs to is named."""
_LONGEST = 9
"""Words of a body's name, at most."""


def find_affiliations(claims: Sequence[Claim], reports: Mapping[str, Report]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The bodies that the persons cited by a report belong to, by report and name: `X of the Y Institute`.

    It is evidence of who is who, no part of an attribution: only where the body is named right behind the person.
    """
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for claim in claims:
        for voice in claim.attribution:
            key = (claim.report, voice)
            report = reports.get(claim.report)
            if key in found or report is None or not is_named(voice) or identity(voice).is_body:
                continue
            found[key] = tuple(_behind(report.text, voice))
    return found


def _behind(text: str, name: str) -> list[str]:
    bodies: list[str] = []
    for match in list(re.finditer(re.escape(name), text))[:4]:
        stretch = re.split(r"[.;:!?\n«»“”\"()]", text[match.end() : match.end() + _REACH])[0]
        body = _body_of(stretch)
        if body and body not in bodies:
            bodies.append(body)
    return bodies


def _body_of(stretch: str) -> str:
    """The body that a stretch behind a name leads in: `, de l'Institut Y,`, `, a researcher at the Y Institute`."""
    for match in _leading().finditer(stretch):
        words = stretch[match.end() :].split(",", maxsplit=1)[0].split()[:_LONGEST]
        if match.start() > 1 and not _is_calling(stretch[: match.start()]):
            return ""
        while words and not words[-1][:1].isupper():
            words.pop()
        name = " ".join(words)
        if name and identity(name).is_body and any(" ".join(plain(word)) in _bodies() for word in words[:4]):
            return name
    return ""


def _is_calling(between: str) -> bool:
    """Whether only a calling stands between a name and its body, and no verb: `, chercheuse à`."""
    return between.lstrip().startswith(",") and len(between.split()) <= 4


@functools.cache
def _bodies() -> frozenset[str]:
    return frozenset(body_words(plain).kinds)


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
