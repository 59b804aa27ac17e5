"""Reports go in, claims come out: exact spans, the same each time, and no text that breaks the reader."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.extract.reader import report_of

from donnant.domain.claim import CATEGORIES, Claim, Kind, Vote
from donnant.domain.report import PROSE, Report
from donnant.domain.when import is_when
from donnant.extract.passes import extract_claims
from donnant.read.files import read_file
from donnant.read.meta import Given, read_meta

DEMO = Path(__file__).parents[2] / "src" / "donnant" / "demo"
SEEDS = Path(__file__).parents[3] / "shared" / "corpus" / "seeds"
WORDS = [
    "La Suède",
    "l'Ukraine",
    "Moscou",
    "des armes",
    "12 chars",
    "5,6 milliards de dollars",
    "a livré",
    "n'a pas",
    "ont été tués",
    "selon Olsen",
    "à la",
    "et",
    ",",
    ".",
    ":",
    "«",
    "»",
    "que",
    "accord",
    "a signé",
    "avec",
    "Sweden",
    "gave",
    "tanks",
    "of",
    "to",
    "the",
    "by",
    "said",
    "\n\n",
    "’",
    "\u00a0",
    "entre",
    "plus de",
    "qui",
]
HOSTILE = "\x00\u200b\u202e\u0301\ufeff\ud7ff🛰️İßﬁ\t\r\n«»“”\"'’.:;,()[]{}<>|\\/%$€0123456789٣½²eE+-–—_*#`~"
NOISE = st.one_of(
    st.text(max_size=2000),
    st.text(alphabet=HOSTILE + "abcé ", max_size=2000),
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
    st.lists(st.sampled_from([*WORDS, *HOSTILE]), max_size=200).map("".join),
)


def _reports(folder: Path, meta: Path) -> list[Report]:
    given_facts = read_meta(meta) if meta.is_file() else {}
    read = (read_file(path, given_facts.get(path.name, Given())) for path in sorted(folder.iterdir()) if path.is_file())
    return [report for report, _ in read if report is not None]


def check(report: Report, claims: tuple[Claim, ...]) -> None:
    """What holds of every claim, whatever the report."""
    prose = [(block.start, block.end) for block in report.blocks if block.kind in PROSE]
    for claim in claims:
        assert report.text[claim.start : claim.end] == claim.quote
        assert claim.quote.strip() == claim.quote != ""
        assert any(start <= claim.start and claim.end <= end for start, end in prose)
        assert claim.report == report.hash
        assert claim.vote in list(Vote)
        assert claim.low is None or claim.high is None or claim.low <= claim.high
        assert claim.when is None or is_when(claim.when)
        assert (claim.operator is None) == (claim.low is None and claim.high is None)
        assert claim.giver is None or claim.giver != claim.receiver
        if claim.kind is Kind.TRANSFER:
            assert claim.category in CATEGORIES and (claim.giver or claim.receiver)
        if claim.kind is Kind.AGREEMENT:
            assert len(claim.parties) > 1 and list(claim.parties) == sorted(set(claim.parties))
    assert len({claim.id for claim in claims}) == len(claims)
    assert list(claims) == sorted(claims, key=lambda claim: (claim.start, claim.end, claim.kind, claim.id))


@pytest.mark.parametrize("report", _reports(DEMO / "reports", DEMO / "meta.csv"), ids=lambda report: report.name)
def test_claims_of_the_bundled_reports_hold(report: Report) -> None:
    """Each bundled report has claims, and each claim stands where it says."""
    claims = extract_claims(report, ())
    assert claims
    check(report, claims)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed reports are not here")
def test_claims_of_the_seeds_hold() -> None:
    """The same of the reports that the product began with."""
    reports = _reports(SEEDS, SEEDS.with_suffix(".csv"))
    assert reports
    for report in reports:
        check(report, extract_claims(report, ()))


def test_the_order_of_reading_changes_nothing() -> None:
    """A report has the same claims whatever was read before it."""
    reports = _reports(DEMO / "reports", DEMO / "meta.csv")
    forward = {report.name: extract_claims(report, ()) for report in reports}
    backward = {report.name: extract_claims(report, ()) for report in reversed(reports)}
    assert forward == backward


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(NOISE, min_size=1, max_size=3), st.sampled_from(("fr", "en")))
def test_no_text_breaks_the_reader(texts: list[str], code: str) -> None:
    """Noise of any kind is read to the end, twice alike, and what is found in it stands there."""
    report = report_of(code, *(text[:2000] for text in texts))
    claims = extract_claims(report, ())
    check(report, claims)
    assert claims == extract_claims(report, ())


def test_a_language_without_a_pack_has_no_claims() -> None:
    """Nothing is read in a language that nobody has described."""
    assert extract_claims(report_of("xx", "La Suède a livré des chars à la Lettonie."), ()) == ()


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "La Suède a livré des chars à la Lettonie."),
        ("en", "Sweden delivered tanks to Latvia."),
    ],
)
def test_two_readers_agree_on_a_plain_sentence(code: str, text: str) -> None:
    """The parser, asked for the sides of the verb, names the same."""
    (claim,) = extract_claims(report_of(code, text), ())
    assert claim.vote is Vote.AGREED


def test_who_is_not_named_is_not_voted_on() -> None:
    """A noun of exchange has one reader only."""
    (claim,) = extract_claims(report_of("fr", "Les livraisons d'armes suédoises à la Lettonie continuent."), ())
    assert claim.vote is Vote.SINGLE
