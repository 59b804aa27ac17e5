"""Web pages: the article with its structure, facts from the head, nothing fetched or run."""

import socket
from typing import Any

import pytest

from donnant.domain.report import Report
from donnant.read.files import read_bytes
from donnant.read.meta import Given

PAGE = """<!doctype html><html lang="en"><head><title>Riga reçoit onze grues | La Gazette</title>
<meta charset="{charset}"><meta property="og:site_name" content="La Gazette">
<meta property="og:title" content="Riga reçoit onze grues">
<meta property="og:url" content="https://example.org/riga">
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle",
"headline":"Riga reçoit onze grues","datePublished":"2024-05-03T08:00:00Z",
"author":{{"@type":"Person","name":"Anne Dupont"}}}}</script></head>
<body><nav><ul><li><a href="/">Accueil</a></li><li><a href="/p">Ports</a></li></ul></nav><main><article>
<h1>Riga reçoit onze grues</h1><p>Par Anne Dupont</p>
<figure><img src="http://tracker.example/x.jpg">
<figcaption>Les grues à quai. Photo: AFP 1/3</figcaption></figure>
<p>La Norvège a remis 11&nbsp;grues et 15&#8239;000 tonnes d'acier au port de Riga<sup>1</sup> en 2024<sup>[2]</sup>.
Le don vaut <strong>entre 5,6 et 9,8&nbsp;millions</strong> d'euros<br>et un autre suivra,
sur 12&nbsp;km<sup>2</sup>.</p>
<h2>Ce que Riga donne</h2><p>En échange, la Lettonie fournit&nbsp;:</p>
<ul><li>du bois de pin ;</li><li>des <a href="/t">tourbes</a> pour 3.000 hectares.</li></ul>
<blockquote><p>« Nous n'avons rien promis », assure le maire.</p></blockquote>
<p>A lire aussi : <a href="/b">Le port de Gdansk s'agrandit</a></p>
<table><tr><th>Année</th><th>Grues</th></tr><tr><td>2023</td><td>4</td></tr></table>
<script>document.write("Un texte ajouté par un script.")</script>
</article></main><footer><p>© La Gazette, tous droits réservés</p></footer></body></html>"""


def page(data: bytes, name: str = "a.html") -> Report:
    """The report of a page that can be read."""
    report, _ = read_bytes(name, data, Given())
    assert report is not None
    return report


def blocks(report: Report) -> list[tuple[str, str]]:
    """Kind and words of every block."""
    return [(block.kind.value, report.text[block.start : block.end]) for block in report.blocks]


def test_article_keeps_its_structure() -> None:
    """Title, paragraphs, headings and items have exact offsets; captions and pointers are no prose."""
    found = blocks(page(PAGE.format(charset="utf-8").encode()))
    assert found[0] == ("title", "Riga reçoit onze grues")
    assert ("heading", "Ce que Riga donne") in found
    assert ("list_item", "du bois de pin ;") in found
    assert ("list_item", "des tourbes pour 3.000 hectares.") in found
    assert ("boilerplate", "A lire aussi : Le port de Gdansk s'agrandit") in found
    prose = " ".join(words for kind, words in found if kind in ("paragraph", "standfirst", "list_item"))
    furniture = ("Accueil", "Photo", "tous droits", "Gdansk", "script", "2023", "Par Anne")
    assert not any(words in prose for words in furniture)


def test_sentences_and_figures_are_whole() -> None:
    """A forced break inside a sentence does not cut it; a raised call does not grow a year."""
    report = page(PAGE.format(charset="utf-8").encode())
    words = next(words for _, words in blocks(report) if words.startswith("La Norvège"))
    assert "15\u202f000 tonnes" in words and "en 2024²." in words and "euros et un autre" in words
    assert [report.text[start:end] for start, end in report.noise] == ["¹", "²"]


def test_facts_of_a_page_are_marked() -> None:
    """The head of the page tells title, publisher, author, date and address; a template's language is overruled."""
    report = page(PAGE.format(charset="utf-8").encode())
    told: dict[str, Any] = {name: getattr(report, name) for name in ("title", "publisher", "author", "date", "url")}
    assert {name: (fact.value, fact.where) for name, fact in told.items()} == {
        "title": ("Riga reçoit onze grues", "html"),
        "publisher": ("La Gazette", "html"),
        "author": ("Anne Dupont", "html"),
        "date": ("2024-05-03", "html"),
        "url": ("https://example.org/riga", "html"),
    }
    assert report.language is not None and (report.language.value, report.language.where) == ("fr", "guessed")


def test_declared_encoding_is_heeded() -> None:
    """A page may say in which encoding it is."""
    text = PAGE.format(charset="iso-8859-2").replace("La Norvège", "Łódź")
    assert "Łódź a remis" in page(text.encode("iso-8859-2", "replace")).text


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a", "a.pdf"])
def test_a_page_is_known_by_its_content(name: str) -> None:
    """Whatever it is called, a page is read as one."""
    assert blocks(page(PAGE.format(charset="utf-8").encode(), name))[0][0] == "title"


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    """No picture, script, style sheet or entity is ever asked for."""

    def refuse(*_args: object, **_more: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    entity = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    text = page((entity + PAGE.format(charset="utf-8")[15:].replace("Le don", "&x; Le don")).encode()).text
    assert "root:" not in text and "script" not in text


def test_same_page_same_report() -> None:
    """Reading twice gives one report."""
    data = PAGE.format(charset="utf-8").encode()
    assert page(data) == page(data)
