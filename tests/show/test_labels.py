"""The words shown to a reader: both languages have them all, and the templates have none of their own."""

import re
from collections.abc import Iterator
from importlib.resources import files

import msgspec
import pytest

from donnant.domain.claim import CATEGORIES, Factuality, Kind, Phase, Trust, Vote
from donnant.lang.labels import Labels, read_labels

LANGUAGES = ("en", "fr")


def _texts(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, f"{path}.{key}")
    elif isinstance(value, str):
        yield path, value


def _names(text: str) -> set[str]:
    return set(re.findall(r"\{(\w*)\}", text))


def test_languages_fill_the_same_names() -> None:
    """A phrase takes the same values in every language, so none is lost in translation."""
    english, french = (dict(_texts(msgspec.to_builtins(read_labels(code)))) for code in LANGUAGES)
    optional = ".dates.first_day"
    assert english.keys() - {optional} == french.keys() - {optional}
    for path in english.keys() & french.keys() - {optional}:
        assert _names(english[path]) == _names(french[path]), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_domain_has_a_label(language: str) -> None:
    """Kinds, categories, commitments, phases, votes and degrees of trust all have their word."""
    labels: Labels = read_labels(language)
    assert labels.kinds.keys() == set(Kind)
    assert labels.factualities.keys() == set(Factuality)
    assert labels.phases.keys() == set(Phase)
    assert labels.votes.keys() == set(Vote)
    assert labels.trusts.keys() == set(Trust)
    attitudes = {"positive", "negative"}
    losses = {"killed", "wounded", "killed_or_wounded", "captured", "missing"}
    assert labels.categories.keys() == {*CATEGORIES, *losses, *attitudes}
    assert labels.places.keys() == {"sentence", "before", "lead-in", "report"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_scales_go_down(language: str) -> None:
    """Scales of sums are listed from the largest, as the writer of amounts expects."""
    sizes = [scale.size for scale in read_labels(language).scales]
    assert sizes == sorted(sizes, reverse=True)


def test_french_keeps_its_spaces() -> None:
    """No French colon, semicolon, question mark or percent sign can begin a line."""
    for path, text in _texts(msgspec.to_builtins(read_labels("fr"))):
        assert not re.search(r" [:;?!%]", text), path


def test_templates_have_no_words() -> None:
    """Everything a reader sees comes from the labels or the case, never from a template."""
    folder = files("donnant.show").joinpath("templates")
    names = [each.name for each in folder.iterdir() if each.name.endswith(".html")]
    assert len(names) >= 8
    for name in names:
        text = folder.joinpath(name).read_text(encoding="utf-8")
        assert len(text.splitlines()) < 150
        text = re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)
        bare = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", text, flags=re.DOTALL)
        bare = re.sub(r"<[^>]*>", " ", bare)
        assert set(re.findall(r"[^\W\d_]{2,}", bare)) <= {"Donnant"}, name
