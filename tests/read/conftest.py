"""Small files made on the spot: PDFs of given lines, and the two packs the reader needs."""

from collections.abc import Callable, Sequence

import pytest

from donnant.lang import lexicon

PdfMaker = Callable[..., bytes]


@pytest.fixture(autouse=True)
def two_packs(monkeypatch: pytest.MonkeyPatch) -> None:
    """French and English are installed, whatever else the packs hold by now."""
    monkeypatch.setattr(lexicon, "languages", lambda: ("en", "fr"))


@pytest.fixture
def make_pdf() -> PdfMaker:
    """A maker of minimal PDFs: pages of lines, an information dictionary."""
    return _make_pdf


def _make_pdf(pages: Sequence[Sequence[str]], info: str = "") -> bytes:
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        shown = b" T*\n".join(b"(" + _escaped(line) + b") Tj" for line in lines)
        stream = b"BT /F1 10 Tf 14 TL 60 780 Td\n" + shown + b"\nET" if lines else b"0 0 m"
        content = 5 + 2 * number
        box = f"/MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {content} 0 R"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} >>".encode())
        objects.append(f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream")
    objects.append(f"<< {info} >>".encode("cp1252"))
    return _assembled(objects)


def _escaped(line: str) -> bytes:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")


def _assembled(objects: Sequence[bytes]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    size = len(objects) + 1
    tail = f"trailer\n<< /Size {size} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {size}\n0000000000 65535 f \n".encode() + table + tail.encode()
