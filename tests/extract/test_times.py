"""The reader of times, sentence by marked sentence, and what must hold of any text."""

import re
import tomllib
from pathlib import Path

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from donnant.domain.when import is_when
from donnant.extract.fold import fold
from donnant.extract.times import Time, find_times
from donnant.lang.times import time_words

LANG = Path(__file__).parents[1] / "lang"
MARK = re.compile(r"⟦([^⟦⟧|]+)\|([^⟦⟧|]+)⟧")


def sentences(language: str) -> list[tuple[str | None, str]]:
    """Every marked sentence of a language, with the date of its report."""
    data = tomllib.loads((LANG / language / "times.toml").read_text(encoding="utf-8"))
    return [(group.get("today"), sentence) for group in data["group"] for sentence in group["sentences"]]


def unmarked(sentence: str) -> tuple[str, list[tuple[str, str]]]:
    """A sentence without its marks, and what they mark; a mark left open is a fault of the test."""
    text = MARK.sub(lambda mark: mark[1], sentence)
    if "⟦" in text or "⟧" in text or "|" in text:
        raise AssertionError(f"a mark is not closed: {sentence}")
    return text, [(mark[1], mark[2]) for mark in MARK.finditer(sentence)]


@pytest.mark.parametrize(
    ("language", "today", "sentence"), [(code, *case) for code in ("fr", "en") for case in sentences(code)]
)
def test_every_marked_time_is_found_and_no_other(language: str, today: str | None, sentence: str) -> None:
    """The marked words, placed by the report's date, are exactly what comes out."""
    text, marks = unmarked(sentence)
    times = find_times(fold(text), time_words(language), today)
    told = [(text[time.start : time.end], time.edtf + " weak" * time.weak) for time in times]
    assert told == marks


def test_a_date_named_before_the_text_is_leant_on() -> None:
    """What counts from a date just named takes the one that the caller hands in."""
    words = time_words("fr")
    (time,) = find_times("peu de temps après, des trains", words, "2024-10-04", spoken="2024-06")
    assert time.edtf == "2024-06~"
    assert find_times("peu de temps après, des trains", words, "2024-10-04") == ()


def test_a_bound_is_no_antecedent() -> None:
    """A year later counts from the event told, never from the date that only bounds it."""
    text = "en 2019 un prêt, jamais vu depuis 1945, et un an plus tard un port"
    assert [time.edtf for time in find_times(text, time_words("fr"), "2024")] == ["2019", "1945/2024", "2020"]


def test_only_what_needs_the_report_date_is_anchored() -> None:
    """A full date stands by itself; a weekday leans on the report."""
    full, weekday = find_times("signé le 19 juin 2024, lu mardi", time_words("fr"), "2024-10-04")
    assert (full.anchored, weekday.anchored) == (False, True)


WORDS = (
    "depuis dès jusqu'en avant après entre et de à le la les 3 31 29 février juin août 2024 2014 1980 années "
    "été hiver début fin mi - dernier dernière semaine mois an ans ce mardi hier il y a deux dix plus tard peu "
    "since until by last next this year the may march 1960s first 100 days of war in ukraine invasion 24/02/2022 "
    "déjà l'invasion guerre en trimestre premier 99 999 siècles"
)
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(WORDS.split()),
        st.text(max_size=4),
    ),
    max_size=12,
).map(" ".join)
TODAYS = st.sampled_from(
    [None, "2024-10-04", "2024-10", "2024", "2024-02-29", "2021-12-31", "2024-10~", "2024-22", "0001"]
)


@settings(deadline=None)
@given(TEXTS, st.sampled_from(["fr", "en"]), TODAYS)
def test_any_text_gives_valid_dates_in_order(text: str, language: str, today: str | None) -> None:
    """Whatever comes in, the times lie apart and in order, and every date is EDTF to the edtf package too."""
    folded = fold(text)
    times = find_times(folded, time_words(language), today)
    previous = 0
    for time in times:
        assert previous <= time.start < time.end <= len(text)
        previous = time.end
        assert folded[time.start : time.end] == time.cue
        assert is_when(time.edtf)
        parse_edtf(time.edtf)
        assert not (today is None and time.anchored)


@settings(deadline=None)
@given(TEXTS, st.sampled_from(["fr", "en"]))
def test_without_a_report_date_nothing_is_placed_by_one(text: str, language: str) -> None:
    """What is dated without the report's date is dated so whatever that date is."""
    bare: tuple[Time, ...] = find_times(fold(text), time_words(language), None)
    assert not any(time.weak or time.anchored for time in bare)
