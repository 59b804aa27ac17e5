"""The brief as one page: what it holds, what it escapes, and where its links lead."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import html

from donnant.domain.report import Block, BlockKind
from donnant.show.lookup import look_up
from donnant.show.page import brief_page
from donnant.show.rows import view_balance
from donnant.show.sources import view_sources

if TYPE_CHECKING:
    from tests.show.conftest import Case

LANGUAGES = ("en", "fr")


def _page(case: "Case", language: str = "en") -> html.HtmlElement:
    return html.document_fromstring(brief_page(case.balance, case.ledger, case.reports, language))


def test_page_is_always_the_same(case: "Case") -> None:
    """The same case gives the same page, byte for byte."""
    pages = {brief_page(case.balance, case.ledger, case.reports, "fr") for _ in range(2)}
    assert len(pages) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_asks_nothing_of_the_network(case: "Case", language: str) -> None:
    """No script, no outside address that a browser would fetch, and a policy that forbids it."""
    page = _page(case, language)
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]
    assert page.xpath("//script | //iframe | //img | //object | //base | //form") == []
    assert page.xpath("//*[@src or @srcset]") == []
    assert all(href.startswith(("#", "data:,")) for href in page.xpath("//*/@href"))
    assert "url(" not in "".join(page.xpath("//style/text()"))
    assert page.get("lang") == language


def test_hostile_text_is_only_text(case: "Case") -> None:
    """Mark-up in a report is shown as letters, in its text, its items and its voices."""
    source = brief_page(case.balance, case.ledger, case.reports, "en")
    assert "<script" not in source.lower()
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;" in source
    assert "<b>" not in source


def test_hostile_title_is_only_text(case: "Case") -> None:
    """Mark-up in the title that a user gives is shown as letters too."""
    source = brief_page(case.balance, case.ledger, case.reports, "en", title="</title><script>1</script>")
    assert "<script" not in source


def test_every_link_leads_somewhere(case: "Case") -> None:
    """Each link inside the page has its target, and no id stands twice."""
    page = _page(case)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = [href[1:] for href in page.xpath("//a/@href")]
    assert len(links) > 60
    assert set(links) <= set(ids)


def test_figures_are_those_of_the_balance(case: "Case") -> None:
    """The table of the page shows the figures of the view, in order, each once."""
    for language in LANGUAGES:
        view = view_balance(case.balance, case.ledger, language, {"2025-09-19"})
        shown = _page(case, language).xpath("//table//a[@data-address]")
        assert [(a.get("data-address"), a.text_content()) for a in shown] == [
            (figure.address, figure.text) for figure in view.figures()
        ]


def test_figure_leads_to_its_sentence(case: "Case") -> None:
    """The link of a figure leads to a mark that holds the quote of its first claim."""
    page = _page(case)
    claims = {claim.id: claim for claim in case.ledger.claims}
    links = page.xpath("//a[@data-address]/@href")
    assert len(links) > 15
    for href in links:
        mark = page.xpath(f"//*[@id='{href[1:]}']/ancestor-or-self::mark")[0]
        assert claims[href[1:]].quote in mark.text_content()


def test_every_claim_has_its_place_shown(case: "Case") -> None:
    """Offsets, short id and hash of each claim stand beside its sentence."""
    text = _page(case).text_content()
    look = look_up(case.ledger, "en")
    for claim in case.ledger.claims:
        assert f"{look.short[claim.id]} · characters {claim.start}–{claim.end}" in text
        assert claim.report in text


def test_stored_text_is_shown_unchanged(case: "Case") -> None:
    """The pieces of a report, put together, are its blocks to the letter."""
    look = look_up(case.ledger, "en")
    for report, source in zip(case.reports, view_sources(case.reports, case.ledger.claims, look), strict=True):
        blocks = ["".join(piece.text for piece in block.pieces) for block in source.blocks]
        assert blocks == [report.text[block.start : block.end] for block in report.blocks]


def test_overlapping_sentences_share_a_mark(case: "Case") -> None:
    """Quotes that overlap, even across two blocks, are one mark that holds them all."""
    report = case.reports[0]
    first, second = report.blocks[1], report.blocks[2]
    long = report.text[first.start + 3 : second.start + 20]
    base = replace(case.ledger.claims[0], report=report.hash)
    across = replace(base, id="c-across", start=first.start + 3, end=second.start + 20, quote=long)
    inner = replace(base, id="c-inner", start=first.start + 5, end=first.start + 9)
    inner = replace(inner, quote=report.text[inner.start : inner.end])
    look = look_up(replace(case.ledger, claims=(across, inner, base)), "en")
    (source,) = view_sources((report,), (across, inner, base), look)
    marked = [piece for block in source.blocks for piece in block.pieces if piece.claims]
    assert [set(piece.claims) for piece in marked] == [{"c-across", "c-inner", base.id}]
    assert long in marked[0].text
    assert base.quote in marked[0].text


def test_words_between_blocks_are_not_lost(case: "Case") -> None:
    """A sentence that stands in no block is still shown and marked."""
    report = replace(case.reports[1], blocks=(Block(BlockKind.TITLE, 0, 22),))
    claims = [claim for claim in case.ledger.claims if claim.report == report.hash]
    (source,) = view_sources((report,), claims, look_up(case.ledger, "en"))
    assert not source.astray
    assert {each for block in source.blocks for piece in block.pieces for each in piece.claims} == {
        claim.id for claim in claims
    }


def test_claim_without_its_sentence_is_said(case: "Case") -> None:
    """A claim whose report is missing, or whose text moved, is shown with that fault, and is linked still."""
    moved = replace(case.ledger.claims[1], start=0, end=5)
    ledger = replace(case.ledger, claims=(case.ledger.claims[0], moved, *case.ledger.claims[2:]))
    page = html.document_fromstring(brief_page(case.balance, ledger, case.reports[:3], "en"))
    faults = page.xpath("//*[contains(@class, 'astray')]")
    assert len(faults) == 2
    assert all("does not hold" in fault.text_content() for fault in faults)
    assert {href[1:] for href in page.xpath("//a/@href")} <= set(page.xpath("//@id"))


def test_what_cannot_all_be_right_has_a_card(case: "Case") -> None:
    """Each side with its voice and its sentence, the severity, and what would settle it."""
    (card,) = _page(case).xpath("//section[@id='conflicts']//article")
    sides = card.xpath(".//*[@class='voice']")
    said = ["Desk A (own voice): about 15,000 soldiers", "général Orlov: 9,000 soldiers"]
    assert [each.text_content() for each in sides] == said
    assert "0.50" in card.text_content() and card.xpath(".//*[@class='settle']")[0].text_content()
    assert {link[1:] for link in card.xpath(".//a/@href")} >= {each[0] for each in case.ledger.conflicts[0].sides}


def test_a_retelling_stands_beside_its_original(case: "Case") -> None:
    """Both sentences, both figures, and the difference in words."""
    (card,) = _page(case).xpath("//section[@id='retold']//article")
    assert card.xpath(".//h3")[0].text_content() == "one bound of the range is dropped"
    halves = [half.xpath(".//*[@class='amount']")[0].text_content() for half in card.xpath(".//*[@class='half']")]
    assert halves == ["5.6–9.8 bn USD", "≥ 5.6 bn USD"]
    quotes = [quote.text_content() for quote in card.xpath(".//blockquote")]
    told = {claim.id: claim.quote for claim in case.ledger.claims}
    retelling = case.ledger.retellings[0]
    assert quotes == [told[retelling.original], told[retelling.claim]]


def test_the_timeline_is_in_the_order_of_events(case: "Case") -> None:
    """Dated entries by their first day, each with a link to its line of the ledger."""
    rows = _page(case).xpath("//section[@id='timeline']//tbody/tr")
    dated = [entry for entry in case.ledger.entries if entry.when]
    assert len(rows) == len(dated) > 0
    assert {row.xpath(".//a/@href")[0][1:] for row in rows} == {entry.id for entry in dated}


def test_an_entry_says_how_it_stands_to_others(case: "Case") -> None:
    """A whole names its part, the part its whole, and both how credible they are."""
    whole, part = (_page(case).get_element_by_id(entry.id).text_content() for entry in case.ledger.entries[:2])
    assert "covers" in whole and "part of" in part and "credibility" in whole


def test_problems_are_named(case: "Case") -> None:
    """Faults of files and reports without a date stand on the page with their remedy."""
    text = " ".join(_page(case).xpath("//dl[@class='problems']")[0].text_content().split())
    assert text == (
        "delta.md The report gives no date; tell it with --meta. empty.txt empty.txt holds no text; remove it."
    )


def test_brief_without_a_balance(case: "Case") -> None:
    """Where no claim has two parties the page says so and still shows ledger and reports."""
    page = html.document_fromstring(brief_page(None, case.ledger, case.reports, "fr"))
    assert "pas de balance" in page.text_content()
    assert page.xpath("//*[@id='balance'] | //svg") == []
    assert len(page.xpath("//mark")) >= 10
    bare = replace(case.ledger, claims=(), entries=(), conflicts=(), retellings=(), relations=())
    empty = brief_page(None, bare, (), "en")
    assert "<h1>The ledger</h1>" in empty


def test_plot_shows_every_valuation(case: "Case") -> None:
    """Each published interval is a bar with a title; open bounds have an arrow, far bounds a logarithmic scale."""
    page = _page(case)
    bars = page.xpath("//figure//a")
    assert [bar.xpath("./title/text()")[0] for bar in bars] == [
        "PRK → RUS, institut Meridian: 5.6–9.8 bn USD",
        "RUS → PRK, institut Meridian: 0.457–1.2 bn USD",
        "RUS → PRK, autres estimations (unnamed voice): ≤ 450 m USD",
    ]
    assert [len(bar.xpath(".//svg[@class='tip']")) for bar in bars] == [0, 0, 1]
    assert "unnamed" in bars[2].get("class")
    assert page.xpath("//figcaption/text()") == ["USD, logarithmic scale"]


def test_colours_can_be_read() -> None:
    """Ink, soft ink and both accents stand out from every ground by 4.5 to 1, in light and in dark."""
    from importlib.resources import files

    style = files("donnant.show").joinpath("templates/style.html").read_text(encoding="utf-8")
    themes = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    assert len(themes) == 2
    for theme in themes:
        colour = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", theme))
        grounds = [(fore, back) for fore in ("ink", "soft", "left", "right") for back in ("paper", "faint")]
        for fore, back in [*grounds, ("ink", "mark")]:
            assert _contrast(colour[fore], colour[back]) >= 4.5, (fore, back)


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
