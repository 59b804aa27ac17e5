"""The door for amounts: a plain function of text and language, held to the phrases of `eval/amounts`."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from donnant.extract.amounts import read_amounts

ROOT = Path(__file__).parents[2]


def load(path: str) -> ModuleType:
    """A script of the repository as a module."""
    name = path.replace("/", "_").removesuffix(".py")
    spec = importlib.util.spec_from_file_location(name, ROOT / path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # its dataclasses look themselves up
    spec.loader.exec_module(module)
    return module


SCORER, BENCH = load("eval/amounts.py"), load("bench/amounts.py")
LANGUAGES = ("en", "fr")


def test_no_language_is_below_its_floor() -> None:
    """The script that scores the phrases says that all is well."""
    done = subprocess.run([sys.executable, ROOT / "eval" / "amounts.py"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_phrases_are_many_and_a_fifth_are_traps(language: str) -> None:
    """Each language has more than 200 phrases, none twice, and one in five holds no amount."""
    phrases = SCORER.load_phrases(language)
    assert len(phrases) > 200
    assert len({phrase.text for phrase in phrases}) == len(phrases)
    assert sum(phrase.trap for phrase in phrases) >= len(phrases) / 5


def test_a_wrong_reading_is_not_right() -> None:
    """Another bound, operator, hedge or unit, one amount more or one less: each makes a phrase wrong."""
    right = SCORER.parse_reading("~ >= 10 obus")
    phrase = SCORER.Phrase("des dizaines d'obus", (right,), "vague")
    assert SCORER.is_right(phrase, [right])
    for other in ("~ >= 12 obus", "~ > 10 obus", ">= 10 obus", "~ >= 10 chars", "~ >= 10", "~ 10..20 obus"):
        assert not SCORER.is_right(phrase, [SCORER.parse_reading(other)]), other
    assert not SCORER.is_right(phrase, [])
    assert not SCORER.is_right(phrase, [right, right])
    with pytest.raises(ValueError, match="no reading"):
        SCORER.parse_reading("about ten")


def test_the_bench_judges_the_others_kindly_and_not_blindly() -> None:
    """Loose ends are a range and an uncertainty is one too; a wrong scale or another currency is wrong."""
    wanted = [SCORER.parse_reading("5e9..9e9 USD")]
    loose = [{"values": [5e9], "unit": ""}, {"values": [9e9], "unit": "Dollar"}]
    assert BENCH.is_kindly_right(wanted, loose)
    assert BENCH.is_kindly_right(wanted, [{"values": [5e9, 9e9], "unit": "United States dollar"}])
    assert not BENCH.is_kindly_right(wanted, [{"values": [5.0], "unit": ""}, {"values": [9e9], "unit": "Dollar"}])
    assert not BENCH.is_kindly_right(wanted, [{"values": [5e9, 9e9], "unit": "euro"}])
    assert not BENCH.is_kindly_right([], [{"values": [23.0], "unit": ""}])
    assert BENCH.is_kindly_right([SCORER.parse_reading("> 0.28 share")], [{"values": [28.0], "unit": "percentage"}])
    assert BENCH.is_kindly_right([SCORER.parse_reading("200 barrel")], [{"values": [200.0], "unit": "dimensionless"}])


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("fr", "15 000 jeunes Soldats nord-coréens", "Soldats"),
        ("fr", "entre 300 fusils et 500", "fusils"),
        ("fr", "12 Caesar et leurs équipages", "Caesar"),
        ("fr", "Ils étaient 300, selon lui.", None),
        ("fr", "12 autres tonnes de riz", "tonne"),
        ("en", "24 surface-to-air missiles", "missiles"),
        ("en", "200 arms shipments a year", "shipments"),
        ("en", "3,000 or so migrants", "migrants"),
        ("en", "$5bn in loans", "USD"),
    ],
)
def test_what_is_counted_is_the_unit(language: str, text: str, unit: str | None) -> None:
    """The noun comes out as printed, across adjectives, hedges and the lower figure of a range."""
    (amount,) = read_amounts(text, language)
    assert amount.unit == unit


def test_offsets_are_those_of_the_printed_text() -> None:
    """The text is taken as printed, with its capitals, apostrophes and blanks."""
    text = "Séoul L’a dit : PLUS\u00a0DE 15\u202f000 Soldats"
    (amount,) = read_amounts(text, "fr")
    assert (text[amount.start : amount.end], amount.operator, amount.unit) == (
        "PLUS\u00a0DE 15\u202f000",
        "more_than",
        "Soldats",
    )


@settings(deadline=None)
@given(st.text(max_size=60) | st.from_regex(r"(?:[0-9]{1,3} ?[a-zé' -]{0,9}){1,4}"), st.sampled_from(LANGUAGES))
def test_the_unit_of_a_count_stands_in_the_text(text: str, language: str) -> None:
    """Whatever comes in, a count's unit is a piece of the text behind its start, or null."""
    for amount in read_amounts(text, language):
        if amount.kind == "count" and amount.unit is not None:
            assert amount.unit in text[amount.start :]
