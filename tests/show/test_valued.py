"""The brief's section on worth: products that can be redone, their prices, what has none, and how it is reckoned."""

import re
from dataclasses import replace

import pytest
from lxml import html
from tests.factory import claim
from tests.show.valued_case import BACK, BOOK, told, weighed

from donnant.domain.claim import Factuality
from donnant.show.page import brief_page
from donnant.show.tables import balance_rows


def page(language: str = "en") -> html.HtmlElement:
    """The brief of the case."""
    balance, ledger, reports = weighed()
    return html.document_fromstring(brief_page(balance, ledger, reports, language))


def text_of(tree: html.HtmlElement, id_: str) -> str:
    """What a section says, on one line."""
    (section,) = tree.xpath(f"//*[@id='{id_}']")
    return " ".join(" ".join(section.itertext()).split())


def test_every_product_can_be_redone() -> None:
    """Amount, price, duration and rate stand beside what they give; a price in euros says how it became dollars."""
    text = text_of(page(), "worth")
    assert "10–12 trucks × 30,000 EUR a truck [p-truck000] = 375,000–450,000 USD" in text
    assert "20 tonnes × 400.5–430 USD a tonne [p-tonne000] = 8,010–8,600 USD" in text
    assert "about 1,000 soldiers (900–1,100 soldiers) × 2,000 USD a soldier a month × 6 to 12 months" in text
    assert "for as long as prices.toml assumes" in text
    method = text_of(page(), "method")
    assert "1 EUR = 1.25 USD on September 1, 2025 (rates.csv)" in method
    assert "Price of truck, 2025; basis: world" in method and "“One truck costs so much.”" in method


def test_figures_are_those_of_the_command_line() -> None:
    """Each total of the section is the row that `donnant balance --format json` prints of the same address."""
    balance, ledger, _ = weighed()
    rows = {row["address"]: row for row in balance_rows(balance, ledger) if str(row["section"]).endswith("_total")}
    shown = {
        link.get("data-address"): link.text_content()
        for link in page().xpath("//section[@id='worth']//p[@class='total']/a")
    }
    assert set(shown) == set(rows)
    for address, row in rows.items():
        low, high = (float(str(row[end])) for end in ("low", "high"))
        text = shown[address].replace(",", "")
        scale = {"bn": 1e9, "m": 1e6}.get((re.findall(r" (bn|m) ", text) or [""])[0], 1)
        figures = [float(each) * scale for each in re.findall(r"[0-9.]+", text)]
        assert figures == pytest.approx([low, high], rel=0.005)


def test_what_has_no_price_is_named_with_the_reason() -> None:
    """By side and category, how well it is attested, and what is missing."""
    text = text_of(page(), "unpriced")
    assert "energy ≥ 1,000,000 barrels · oil credibility 3, possibly true no price fits it" in text
    assert "technology know-how credibility 3, possibly true no amount is given" in text


def test_every_assumption_stands_with_its_value() -> None:
    """All that is taken for granted, and where to change it, in both languages."""
    assert "how far “about” reaches ± 10%" in text_of(page(), "method")
    assert "up to 2 times its lower bound" in text_of(page(), "method")
    assert "fois (graine 1)" in text_of(page("fr"), "method")


def test_what_is_set_aside_says_why() -> None:
    """What is only possible is priced, shown, and in no sum."""
    maybe = claim("c.txt", category="food", unit="tonne", low=5, high=5, item="rice", quote="May be.", **BACK)
    balance, ledger, reports = weighed((*told(), replace(maybe, factuality=Factuality.POSSIBLE)))
    tree = html.document_fromstring(brief_page(balance, ledger, reports, "en"))
    assert "not in the sum rice" in text_of(tree, "worth") and "only possible" in text_of(tree, "worth")
    assert balance.valuation and balance.valuation.priced.totals[1] == weighed()[0].valuation.priced.totals[1]  # type: ignore[union-attr]


def test_a_hostile_price_is_only_text() -> None:
    """Mark-up in a price book is shown as letters."""
    bad = replace(BOOK.prices[1], source="<script>alert(1)</script>", note="<b>x</b>", url="javascript:alert(1)")
    balance, ledger, reports = weighed(book=replace(BOOK, prices=(bad,)))
    source = brief_page(balance, ledger, reports, "en")
    assert "<script>alert" not in source and "&lt;script&gt;alert(1)" in source
    assert 'href="javascript' not in source
