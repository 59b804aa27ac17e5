"""The brief in a real browser against axe's rules, on paper, and within its size."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from donnant.demo import make_case

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
LARGEST = 2_000_000
FEWEST = 60
"""Characters on a printed page that is not empty by mistake."""

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
def briefs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The bundled case's brief in each language."""
    place = tmp_path_factory.mktemp("briefs")
    case, _ = make_case(place / "case")
    for language in ("en", "fr"):
        (place / f"{language}.html").write_text(case.brief(language), encoding="utf-8")
    return {language: place / f"{language}.html" for language in ("en", "fr")}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 1200), ("light", 360), ("dark", 1200)])
def test_no_rule_of_accessibility_is_broken(
    browser: "Browser", briefs: dict[str, Path], language: str, scheme: Literal["light", "dark"], width: int
) -> None:
    """Axe finds nothing on the brief of the bundled case: contrast, names, landmarks, tables, order."""
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(offline=True, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(briefs[language].as_uri())
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_the_brief_is_small_and_asks_for_nothing(browser: "Browser", briefs: dict[str, Path]) -> None:
    """Under two megabytes; with the network off it opens whole, and nothing else is asked for."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in briefs.values():
        assert path.stat().st_size < LARGEST
        page.goto(path.as_uri())
        assert page.locator("h1").inner_text()
    assert [url for url in asked if not url.startswith("data:")] == [path.as_uri() for path in briefs.values()]
    context.close()


def test_the_figures_of_the_page_are_the_command_lines(briefs: dict[str, Path], browser: "Browser") -> None:
    """What the page shows of worth, read in the browser, is what the balance prints for programs."""
    case, _ = make_case(briefs["en"].parent / "case")
    found = case.balance()
    assert found and found.valuation
    page = browser.new_page()
    page.goto(briefs["en"].as_uri())
    shown = dict(
        page.evaluate(
            "[...document.querySelectorAll('#worth .total a')].map(each => [each.dataset.address, each.innerText])"
        )
    )
    page.close()
    assert shown == {
        "published/RUS-PRK": "0.457–1.2 bn USD",
        "published/PRK-RUS": "5.6–9.8 bn USD",
        "priced/PRK-RUS": "137–438 m USD",
    }
    totals = found.valuation.priced.totals[1]
    assert totals and (round(totals.low / 1_000_000), round((totals.high or 0) / 1_000_000)) == (137, 438)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_prints_to_clean_pages(browser: "Browser", briefs: dict[str, Path], language: str, tmp_path: Path) -> None:
    """A4 pages with something on each, the title on the first, and no heading left alone at the foot of one."""
    from pypdf import PdfReader

    page = browser.new_page()
    page.goto(briefs[language].as_uri())
    headings = page.evaluate("[...document.querySelectorAll('h2')].map(each => each.innerText.trim())")
    page.pdf(path=tmp_path / "brief.pdf", format="A4", prefer_css_page_size=True)
    page.close()
    sheets = PdfReader(tmp_path / "brief.pdf").pages
    texts = [sheet.extract_text() for sheet in sheets]
    assert all(len(text.strip()) >= FEWEST for text in texts)
    assert "2024–2025" in texts[0] and "5" in texts[0]
    size = sheets[0].mediabox
    assert (float(size.width), float(size.height)) == pytest.approx((595, 842), abs=2)
    for text in texts:
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        assert lines[-1] not in headings
