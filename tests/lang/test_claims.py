"""Marked sentences of every language: each says which claims it holds, and holds no other.

A mark is `WHO CATEGORY [AMOUNT [UNIT]] [CERTAINTY] [PHASE] [@WHEN] [=ITEM] [| SPEAKER < SPEAKER]`:
`FRA>UKR arms 12 tank` passes from the first to the second (`?`: nobody is named), `FRA- killed 3 soldier` is a
loss, `FRA+DEU agreement` an agreement, `FRA>DEU negative` an attitude. `~` marks an amount as approximate;
`>=`, `>`, `<=` and `<` leave a bound open. What is left out is `asserted`, `done`, without amount or speaker;
date and item are compared where the mark gives them.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

from donnant.domain.claim import CATEGORIES, Claim, Factuality, Kind, Phase
from donnant.domain.ids import digest
from donnant.domain.report import Block, BlockKind, Report, Told
from donnant.extract.passes import extract_claims
from donnant.extract.reading import Named, read_sentence, read_words, tongue
from donnant.extract.sentences import split_report
from donnant.lang.lexicon import languages

HERE = Path(__file__).parent
LEAST = {"fr": 150, "en": 90}
"""Sentences that a language must have at least, where the house has promised a number."""
MOST_LIMITS = 0.1
"""The share of sentences that may be known limitations."""
LOSSES = ("killed", "wounded", "killed_or_wounded", "captured", "missing")
ATTITUDES = ("positive", "negative")
_PARTY = r"[A-Z][A-Z0-9-]*(?:_[A-Z]+)*"
_WHO = re.compile(
    rf"(?P<giver>{_PARTY}|\?)>(?P<receiver>{_PARTY}|\?)|(?P<loser>{_PARTY})-|(?P<parties>{_PARTY}(?:\+{_PARTY})+)"
)
_AMOUNT = re.compile(
    r"(?P<approx>~)?(?:(?P<bound>>=|<=|>|<)(?P<one>[0-9.e]+)|(?P<low>[0-9.e]+?)(?:\.\.(?P<high>[0-9.e]+))?)"
)


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One marked sentence."""

    text: str
    claims: list[str]
    before: str = ""
    """What the report says before it, as a paragraph of its own."""
    date: str = ""
    listed: bool = False
    """It is an item of the list that `before` leads in."""
    also: bool = False
    """It may hold further claims than those that are marked."""
    xfail: str = ""
    """Why it is not read rightly yet."""


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Sentences about one thing; with `frame`, each of them stands on that frame of the pack."""

    sentences: list[Entry]
    about: str = ""
    frame: str = ""


class Marked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of marked sentences."""

    group: list[Group]


@dataclass(frozen=True, slots=True)
class Mark:
    """What a sentence is marked to hold, comparable with what was read."""

    who: str
    category: str
    amount: str
    rest: str
    speakers: tuple[str, ...]
    when: str | None = None
    item: str | None = None

    def fits(self, claim: Claim) -> bool:
        """Whether a claim says just this."""
        same = (self.who, self.category, self.amount, self.rest, self.speakers) == _said(claim)
        return same and self.when in (None, claim.when) and self.item in (None, claim.item)


def read_mark(mark: str) -> Mark:
    """A mark as written; ValueError names what cannot be read."""
    told, _, cited = mark.partition(" | ")
    told, _, item = told.partition(" =")
    words = told.split()
    who = _WHO.fullmatch(words.pop(0))
    if who is None:
        raise ValueError(f"nobody is named: {mark!r}")
    category = words.pop(0)
    known = ("agreement",) if who["parties"] else LOSSES if who["loser"] else (*CATEGORIES, *ATTITUDES)
    if category not in known:
        raise ValueError(f"{category!r} is no category of {who[0]!r}: {mark!r}")
    amount = ""
    if words and (match := _AMOUNT.fullmatch(words[0])):
        words.pop(0)
        unit = words.pop(0) if words and not _is_rest(words[0]) else None
        amount = _amount(match, unit)
    when = words.pop()[1:] if words and words[-1].startswith("@") else None
    certainty = words.pop(0) if words and words[0] in list(Factuality) else "asserted"
    phase = words.pop(0) if words and words[0] in list(Phase) else "done"
    if words:
        raise ValueError(f"{' '.join(words)!r} is no part of a mark: {mark!r}")
    speakers = tuple(name.strip() for name in cited.split(" < ")) if cited else ()
    return Mark(who[0], category, amount, f"{certainty} {phase}", speakers, when, item or None)


def _is_rest(word: str) -> bool:
    return word in list(Factuality) or word in list(Phase) or word.startswith("@")


def _amount(match: re.Match[str], unit: str | None) -> str:
    if match["bound"]:
        one = float(match["one"])
        low, high = (one, None) if match["bound"][0] == ">" else (None, one)
    else:
        low = float(match["low"])
        high = float(match["high"] or match["low"])
    return f"{low}..{high} {unit} {bool(match['approx'])}"


def _said(claim: Claim) -> tuple[str, str, str, str, tuple[str, ...]]:
    """What a claim says, in the words of a mark."""
    if claim.kind is Kind.AGREEMENT:
        who, category = "+".join(claim.parties), "agreement"
    elif claim.kind is Kind.LOSS:
        who, category = f"{claim.giver}-", claim.category or ""
    else:
        who, category = f"{claim.giver or '?'}>{claim.receiver or '?'}", claim.category or ""
    bare = claim.low is None and claim.high is None
    amount = "" if bare else f"{claim.low}..{claim.high} {claim.unit} {claim.approx}"
    return who, category, amount, f"{claim.factuality} {claim.phase}", claim.attribution


def files() -> list[Path]:
    """All files of marked sentences."""
    return sorted(HERE.glob("*/claims/*.toml"))


def groups(file: Path) -> list[Group]:
    """The groups of one file, read strictly."""
    return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), Marked).group


def entries() -> list[tuple[str, str, str, Entry]]:
    """All marked sentences: language, file, frame, entry."""
    return [
        (file.parent.parent.name, file.stem, group.frame, entry)
        for file in files()
        for group in groups(file)
        for entry in group.sentences
    ]


def report_of(code: str, entry: Entry) -> tuple[Report, int]:
    """A report that holds a marked sentence, and where the sentence begins."""
    blocks = []
    text = ""
    if entry.before:
        text = entry.before + "\n\n"
        blocks.append(Block(BlockKind.PARAGRAPH, 0, len(entry.before)))
    start = len(text)
    text += entry.text
    blocks.append(Block(BlockKind.LIST_ITEM if entry.listed else BlockKind.PARAGRAPH, start, len(text)))
    date = Told(entry.date, "given") if entry.date else None
    report = Report("marked.txt", digest(text.encode()), text, tuple(blocks), date=date, language=Told(code, "given"))
    return report, start


def read_entry(code: str, entry: Entry) -> list[Claim]:
    """The claims that are read in a marked sentence."""
    report, start = report_of(code, entry)
    return [claim for claim in extract_claims(report, ()) if claim.start >= start]


def _parameters() -> list[object]:
    found: list[object] = []
    for code, name, _, entry in entries():
        marks = [pytest.mark.xfail(reason=entry.xfail, strict=True)] if entry.xfail else []
        found.append(pytest.param(code, entry, id=f"{code}-{name}-{entry.text[:60]}", marks=marks))
    return found


@pytest.mark.parametrize(("code", "entry"), _parameters())
def test_sentence_holds_its_claims(code: str, entry: Entry) -> None:
    """Each marked claim is read, and nothing else but what waits for review."""
    marks = [read_mark(mark) for mark in entry.claims]
    left = read_entry(code, entry)
    missing = []
    for mark in marks:
        fitting = next((claim for claim in left if mark.fits(claim)), None)
        if fitting is None:
            missing.append(mark)
        else:
            left.remove(fitting)
    further = [] if entry.also else [(*_said(claim), claim.when, claim.item) for claim in left if not claim.is_doubtful]
    assert (missing, further) == ([], []), entry.text


@pytest.mark.parametrize("code", languages())
def test_every_frame_has_a_sentence(code: str) -> None:
    """No frame that a rule goes by lacks a marked sentence, and no sentence names a frame that the pack has not."""
    named = {frame for language, _, frame, _ in entries() if language == code and frame}
    assert named == {frame.id for frame in tongue(code).lexicon.frames.values() if not frame.doubtful}


@pytest.mark.parametrize("code", languages())
def test_sentences_of_a_frame_stand_on_it(code: str) -> None:
    """Each sentence of a frame holds a word of that frame, or goods that have it."""
    tables = tongue(code)
    for language, _, frame, entry in entries():
        if language != code or not frame:
            continue
        report, start = report_of(code, entry)
        found: set[str | None] = set()
        for sentence in split_report(report, tables.grammar):
            if sentence.start >= start:
                named = Named((), frozenset())
                reading = read_sentence(sentence, read_words(sentence, tables), named, tables, None)
                found |= {predicate.frame.id for predicate in reading.predicates}
                found |= {thing.item.frame for thing in reading.goods if thing.item is not None}
        assert frame in found, entry.text


@pytest.mark.parametrize("code", languages())
def test_enough_is_marked_and_little_of_it_is_a_limit(code: str) -> None:
    """A language has its number of sentences, none of them twice, and few that are misread."""
    own = [entry for language, _, _, entry in entries() if language == code]
    assert len(own) >= LEAST.get(code, 1)
    assert len({entry.text for entry in own}) == len(own)
    assert sum(bool(entry.xfail) for entry in own) <= MOST_LIMITS * len(own)


@pytest.mark.parametrize(
    "mark",
    [
        "FRA UKR arms",
        "FRA>UKR tanks",
        "FRA>UKR arms 12 tank surely",
        "FRA>UKR arms 12 tank done asserted",
        "FRA- arms",
        "FRA+DEU positive",
        "fra>ukr arms",
    ],
)
def test_a_mark_that_cannot_be_read_is_refused(mark: str) -> None:
    """A slip in a mark fails; it never tests nothing."""
    with pytest.raises(ValueError, match=r"nobody|category|part of a mark"):
        read_mark(mark)
