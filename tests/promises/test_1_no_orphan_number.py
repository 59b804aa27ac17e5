"""Promise 1, no orphan number: every number shown leads to claims, each claim to a span of a stored original."""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import replace

import pytest
from lxml import html

from donnant.domain.amount import Interval
from donnant.domain.balance import Balance, Line, Ratio, Side
from donnant.domain.claim import Claim, Factuality, Kind, Phase
from donnant.domain.entry import Entry, Ledger, Origin, Strand
from donnant.domain.report import Block, BlockKind, Report, Told
from donnant.show.explain import explain
from donnant.show.page import brief_page
from donnant.show.rows import view_balance
from donnant.show.tables import balance_rows, claim_rows, ledger_rows, write
from donnant.show.text import balance_table, plain_text

TEXT = (
    "Selon l'institut Aster, l'Aldrie a livré pour 3 à 4 milliards d'euros d'armes. "
    "Elle a reçu au plus 800 millions d'euros. Elle a aussi envoyé 12 000 soldats."
)
ORIGINAL = TEXT.encode()
HASH = hashlib.sha256(ORIGINAL).hexdigest()


def _claim(id: str, opening: str, giver: str, low: float | None, high: float | None, unit: str) -> Claim:
    start = TEXT.index(opening)
    end = TEXT.index(".", start) + 1
    receiver = "BOR" if giver == "ALD" else "ALD"
    category = "troops" if unit == "soldier" else "mixed"
    return Claim(
        "aster.txt",
        TEXT[start:end],
        start,
        end,
        Kind.TRANSFER,
        giver,
        receiver,
        (),
        category,
        None,
        low,
        high,
        False,
        unit,
        None,
        ("institut Aster",),
        Factuality.ASSERTED,
        Phase.DONE,
        id=id,
        report=HASH,
    )


def _entry(claim: Claim) -> Entry:
    strand = Strand("o-aster0000000", (claim.id,), (HASH,), claim.low, claim.high, claim.approx)
    return Entry(
        claim.id.replace("c-", "e-"),
        claim.kind,
        claim.giver,
        claim.receiver,
        (),
        claim.category,
        claim.unit,
        None,
        None,
        claim.factuality,
        claim.phase,
        (strand,),
        (),
    )


def _line(entry: Entry) -> Line:
    strand = entry.strands[0]
    published = strand.origin if entry.unit == "EUR" else None
    return Line(
        entry.id,
        entry.category or "",
        entry.unit,
        Interval(strand.low, strand.high),
        strand.approx,
        published,
        1,
        1,
        strand.claims,
        0,
        None,
        None,
        entry.phase,
        entry.factuality,
    )


def _case(claims: tuple[Claim, ...]) -> tuple[Balance, Ledger, Report]:
    report = Report(
        "aster.txt", HASH, TEXT, (Block(BlockKind.PARAGRAPH, 0, len(TEXT)),), date=Told("2025-03-01", "text")
    )
    entries = tuple(_entry(claim) for claim in claims)
    given, returned, troops = (_line(entry) for entry in entries)
    sides = (Side("ALD", "BOR", (given,), (troops,), (), (), ()), Side("BOR", "ALD", (returned,), (), (), (), ()))
    ratio = Ratio("ALD", "EUR", Interval(3.75, None), True, (claims[0].id, claims[1].id), ())
    ledger = Ledger(entries, (Origin("o-aster0000000", "institut Aster", True, ("institut Aster",)),), claims)
    return Balance(("ALD", "BOR"), "2025-03-01", 1, 3, 1, 0, True, sides, ratio, (), (), (), 0), ledger, report


CLAIMS = (
    _claim("c-111111111111", "Selon", "ALD", 3e9, 4e9, "EUR"),
    _claim("c-222222222222", "Elle a reçu", "BOR", None, 8e8, "EUR"),
    _claim("c-333333333333", "Elle a aussi", "ALD", 12e3, 12e3, "soldier"),
)
BALANCE, LEDGER, REPORT = _case(CLAIMS)


def check_grounds(claims: Iterable[str], ledger: Ledger, report: Report) -> None:
    """Fail unless there are claims, and each is an exact span of the stored original of that hash."""
    known = {claim.id: claim for claim in ledger.claims}
    named = list(claims)
    assert named, "a number without a claim"
    for name in named:
        claim = known[name]
        assert claim.report == report.hash == hashlib.sha256(ORIGINAL).hexdigest()
        assert ORIGINAL.decode()[claim.start : claim.end] == claim.quote, "a claim without its sentence"


def test_every_figure_of_the_view_has_its_sentences() -> None:
    """Whatever text and page show as a figure, the ratio too, rests on claims that hold."""
    figures = list(view_balance(BALANCE, LEDGER, "en").figures())
    assert [figure.text for figure in figures if figure.unit or figure.address == "ratio"] == [
        "3–4 bn EUR",
        "≤ 800 m EUR",
        "12,000 soldiers",
        "ALD gives at least 3.8 times what it gets, in every reading",
    ]
    for figure in figures:
        check_grounds(figure.claims, LEDGER, REPORT)


def test_every_row_has_its_sentences() -> None:
    """A row that is exported names its claims, and its address leads to the same ones."""
    rows = json.loads(write(balance_rows(BALANCE, LEDGER), "json"))
    assert len(rows) == 4
    for row in rows:
        check_grounds(row["claims"], LEDGER, REPORT)
        found = explain(row["address"], LEDGER, (REPORT,), BALANCE)
        assert found is not None
        assert {ground.claim.id for ground in found.grounds} == set(row["claims"])
    for row in ledger_rows(LEDGER):
        assert isinstance(row["strands"], list)
        for strand in row["strands"]:
            check_grounds(strand["claims"], LEDGER, REPORT)
    for claim in claim_rows(LEDGER.claims):
        check_grounds([str(claim["id"])], LEDGER, REPORT)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_number_of_the_table_carries_an_id(language: str) -> None:
    """In the printed rows no line shows a figure without an id that explain leads down to its sentences."""
    table = balance_table(BALANCE, LEDGER, language)
    cells = [cell for row in table.rows for cell in (row.left, row.right)]
    entries = [cell for cell in cells if re.search(r"\d", cell)]
    assert len(entries) == 4
    for cell in entries:
        ids = re.findall(r"\[([\w-]+)\]", cell)
        assert len(ids) == 1, cell
        found = explain(ids[0], LEDGER, (REPORT,), BALANCE)
        assert found is not None
        check_grounds([ground.claim.id for ground in found.grounds], LEDGER, REPORT)
        assert all(ground.sentence.holds and ground.sentence.hash == HASH for ground in found.grounds)
        assert ids[0] in plain_text(table, 160)


def test_every_number_of_the_page_is_a_link_to_its_sentence() -> None:
    """On the page every figure of answer, table, plot and ledger leads to the marked sentence."""
    page = html.document_fromstring(brief_page(BALANCE, LEDGER, (REPORT,), "en"))
    quotes = {claim.id: claim.quote for claim in LEDGER.claims}
    links = page.xpath("//a[@data-address or contains(@class, 'told')]/@href")
    assert len(links) >= 11
    for href in links:
        check_grounds([href[1:]], LEDGER, REPORT)
        mark = page.xpath(f"//*[@id='{href[1:]}']/ancestor-or-self::mark")[0]
        assert mark.text_content() == quotes[href[1:]]
    for amount in ("3–4 bn EUR", "≤ 800 m EUR", "12,000 soldiers", "at least 3.8 times"):
        shown = page.xpath(f"//body//text()[contains(., '{amount}')][not(ancestor::desc or ancestor::title)]")
        assert shown
        assert all(text.getparent().xpath("ancestor-or-self::a") for text in shown), amount
    assert HASH in page.text_content()


def test_orphans_are_found() -> None:
    """The check of this file fails for a figure without claims and for a sentence moved by one character."""
    with pytest.raises(AssertionError, match="without a claim"):
        check_grounds((), LEDGER, REPORT)
    moved = replace(CLAIMS[0], start=CLAIMS[0].start + 1, end=CLAIMS[0].end + 1)
    balance, ledger, report = _case((moved, *CLAIMS[1:]))
    with pytest.raises(AssertionError, match="without its sentence"):
        check_grounds([moved.id], ledger, report)
    found = explain(moved.id, ledger, (report,), balance)
    assert found is not None
    assert not found.grounds[0].sentence.holds
    assert "does not hold this sentence" in brief_page(balance, ledger, (report,), "en")
