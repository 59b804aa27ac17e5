"""Encodings: the stored text is what the named codec gives, to the character."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from donnant.read.encoding import decode
from donnant.read.files import read_bytes
from donnant.read.meta import Given

FRENCH = "L’été dernier, la Norvège a livré 15 000 tonnes d’acier à Riga pour « 5,6 millions d’euros » – sans délai."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"])
def test_french_in_many_encodings(encoding: str) -> None:
    """Accents, curly apostrophes and no-break spaces survive."""
    assert decode(f"{FRENCH}\n{FRENCH}".encode(encoding)) == f"{FRENCH}\n{FRENCH}"


def test_russian_in_its_own_encoding() -> None:
    """An encoding of another script is not taken for a Western one."""
    text = "Норвегия передала порту Риги одиннадцать кранов, сообщил министр. Об этом стало известно вчера. " * 5
    assert decode(text.encode("cp1251")) == text


def test_utf8_mark_is_kept_in_the_text() -> None:
    """Offsets equal those of the decoded file, mark and line ends included."""
    data = b"\xef\xbb\xbf" + "Onze grues\r\n\r\nLa Norvège a donné onze grues.\r\n".encode()
    report, _ = read_bytes("a.txt", data, Given())
    assert report is not None and report.text == data.decode("utf-8")
    words = [data.decode("utf-8")[block.start : block.end] for block in report.blocks]
    assert words == ["Onze grues", "La Norvège a donné onze grues."]


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1))
def test_any_utf8_file_is_read_as_it_is(text: str) -> None:
    """UTF-8 comes first, whatever it holds."""
    assert decode(text.encode("utf-8")) == text


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_nothing(data: bytes) -> None:
    """No bytes make the reader fall."""
    text = decode(data)
    assert text is None or isinstance(text, str)
