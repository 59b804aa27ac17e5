"""The brief in a real browser: no network, no error, a phone's width, and links that lead to sentences."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from donnant.show.page import brief_page
from donnant.show.rows import view_balance

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from tests.show.conftest import Case

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """A browser without a window."""
    play = pytest.importorskip("playwright.sync_api")
    arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with play.sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def brief(case: "Case", tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The brief of the case, as a file."""
    path = tmp_path_factory.mktemp("brief") / "brief.html"
    path.write_text(brief_page(case.balance, case.ledger, case.reports, "en"), encoding="utf-8")
    return path


def test_opens_alone_and_without_error(browser: "Browser", brief: Path) -> None:
    """With the network off the page opens, asks for nothing else, and says nothing on the console."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(brief.as_uri())
    assert page.title()
    assert said == []
    assert [url for url in asked if not url.startswith("data:")] == [brief.as_uri()]
    context.close()


@pytest.mark.parametrize("width", [320, 360, 768, 1200])
def test_nothing_runs_over_the_edge(browser: "Browser", brief: Path, width: int) -> None:
    """On a phone as on a desk the page is never wider than the screen."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(brief.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_reads_without_script_and_links_to_sentences(browser: "Browser", brief: Path, case: "Case") -> None:
    """The figures shown are those of the balance, and each one's link leads to a visible mark with its quote."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(brief.as_uri())
    links = page.locator("table a[data-address]")
    figures = list(view_balance(case.balance, case.ledger, "en", {"2025-09-19"}).figures())
    assert links.all_inner_texts() == [figure.text for figure in figures]
    claims = {claim.id: claim for claim in case.ledger.claims}
    for number, figure in enumerate(figures):
        links.nth(number).click()
        assert page.evaluate("location.hash") == f"#{figure.claims[0]}"
        target = page.evaluate("document.querySelector(':target').closest('mark').textContent")
        assert claims[figure.claims[0]].quote in target
        assert page.locator("mark:has(:target), mark:target").first.is_visible()
    context.close()


def test_every_bar_of_the_plot_is_inside(browser: "Browser", brief: Path) -> None:
    """At a phone's width no bar and no word of the plot leaves the page."""
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(brief.as_uri())
    boxes = page.evaluate(
        "[...document.querySelectorAll('.plot text, .plot line, .plot path')].map(e => e.getBoundingClientRect())"
        ".map(b => [b.left, b.right])"
    )
    assert len(boxes) > 10
    assert all(left >= 0 and right <= 360 for left, right in boxes)
    page.close()


def test_prints(browser: "Browser", brief: Path, tmp_path: Path) -> None:
    """The page goes to paper, and the paper holds its figures."""
    from pypdf import PdfReader

    page = browser.new_page()
    page.goto(brief.as_uri())
    page.pdf(path=tmp_path / "brief.pdf", format="A4")
    text = "".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "brief.pdf").pages)
    assert "5.6–9.8 bn USD" in text
    assert "Le général Orlov" in text
    page.close()
