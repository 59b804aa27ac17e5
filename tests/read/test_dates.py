"""Dates: what a page states as its own date, and nothing more."""

import pytest

from donnant.read.cues import page_cues
from donnant.read.dates import dated_start, dateline, edtf_date, whole_date
from donnant.read.text import read_text

BODY = "La Norvège a remis onze grues au port de Riga.\n\nLe maire a dit merci au ministre."


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("date 2024-05-03 La suite", "2024-05-03"),
        ("date 2024-05 La suite", "2024-05"),
        ("Date: 2024", "2024"),
        ("Publié le 3 mai 2024", "2024-05-03"),
        ("Publié le vendredi 3 mai 2024 à 10h12", "2024-05-03"),
        ("Publié le 1er novembre 2023 - Mis à jour le 2", "2023-11-01"),
        ("Publié le 03/05/2024", "2024-05-03"),
        ("Published May 3, 2024", "2024-05-03"),
        ("Published: Friday, 3rd May 2024 10:12 GMT", "2024-05-03"),
        ("Posted on 2024-05-03T10:12:00Z", "2024-05-03"),
        ("Published 13/05/2024", "2024-05-13"),
        ("Published 05/13/2024", "2024-05-13"),
        ("Published 03/05/2024", None),
        ("Publié le 31 février 2024", None),
        ("Mis à jour le 3 mai 2024", None),
        ("EDIT du 3 mai 2024 : le port a changé d'avis.", None),
        ("Le 3 mai 2024, le port a reçu onze grues.", None),
    ],
)
def test_dates_after_a_cue_of_publication(line: str, date: str | None) -> None:
    """Only a cue of publication makes a date that of the report; an ambiguous one is given up."""
    assert dated_start(line, page_cues())[0] == date


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("1er novembre 2023 - Le port a reçu onze grues.", "2023-11-01"),
        ("RIGA, 3 mai 2024 (Agence des Ports) - Le port a reçu onze grues.", "2024-05-03"),
        ("Riga (May 3, 2024) — The port got eleven cranes.", "2024-05-03"),
        ("Le 3 mai 2024, le port a reçu onze grues.", None),
        ("Oslo a signé, le 3 mai 2024 - jour de fête -, un accord.", None),
    ],
)
def test_datelines(line: str, date: str | None) -> None:
    """A date that opens the text before a dash is its dateline."""
    assert dateline(line, page_cues()) == date


def test_lone_dates() -> None:
    """A line that holds a date only; a figure alone is none of a day."""
    assert whole_date("3 mai 2024", page_cues()) == "2024-05-03"
    assert whole_date("2024-05-03 10:12", page_cues()) == "2024-05-03"
    assert whole_date("3 mai 2024 au port", page_cues()) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"3 mai 2024\n\n{BODY}", "2024-05-03"),
        (f"Onze grues\n\nPar Anne Dupont | 2024\nPublié le 3 mai 2024\n\n{BODY}", "2024-05-03"),
        (f"{BODY}\n\nArticle publié le 3 mai 2024", "2024-05-03"),
        (f"EDIT du 3 mai 2024 : le port a changé d'avis.\n\n{BODY}", None),
        (f"{BODY}\n\n3 mai 2024\n\n{BODY}\n\n{BODY}", None),
        (BODY.replace("Riga.", "Riga le 3 mai 2024."), None),
    ],
)
def test_where_a_page_states_its_date(text: str, date: str | None) -> None:
    """Near the top or as a stamp at the foot, never from within the prose."""
    found = read_text(text).facts.date
    assert (found.value if found else None) == date


def test_edtf_dates_are_real() -> None:
    """A day that no calendar has is no date."""
    assert [edtf_date(text) for text in ("2024", "2024-05", "2024-02-29")] == ["2024", "2024-05", "2024-02-29"]
    assert [edtf_date(text) for text in ("2023-02-29", "2024-13", "24-05-03", "")] == [None] * 4
