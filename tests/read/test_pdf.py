"""PDF: lines joined to paragraphs, running heads left out, faults in one sentence."""

import io
from collections.abc import Callable

import pytest

from donnant.read.files import read_bytes
from donnant.read.meta import Given

PAGES = [
    [
        *("Revue des ports - n° 12", "Les grues du Nord changent de mains", "Par Anne Dupont"),
        "La Norvège a remis onze grues au port de Riga, selon le minis-",
        "tère des Transports letton, qui parle d'un don nord-européen sans",
        "contrepartie. Le matériel est arrivé en avril.",
        "Un second envoi",
        "Deux autres grues suivront avant l'été, a précisé le porte-",
        "parole du port. Elles sont d'un modèle plus ancien et serviront",
        *("à décharger le charbon qui vient", "Page 1"),
    ],
    [
        *("Revue des ports - n° 12", "de la mer du Nord. Le contrat comprend :", "• trois hangars ;"),
        "• un pont-rail de 40 mètres qui sera posé par une équipe venue",
        "d'Oslo en juin.",
        *("Rien d'autre n'a été promis à la ville de Riga par les autorités.", "Page 2"),
    ],
    ["Revue des ports - n° 12", "Le pays nord-", "européen donne plus qu'il ne reçoit.", "Page 3"],
]
INFO = "/Title (Les grues du Nord) /Author (A. D.) /CreationDate (D:20240504101010)"
PdfMaker = Callable[..., bytes]


def test_paragraphs_of_a_pdf(make_pdf: PdfMaker) -> None:
    """Words cut at a line's end are whole again, compounds keep their hyphen, pages flow on."""
    report, problems = read_bytes("a.pdf", make_pdf(PAGES, INFO), Given())
    assert report is not None and not problems
    assert [(block.kind.value, report.text[block.start : block.end]) for block in report.blocks] == [
        ("title", "Les grues du Nord changent de mains"),
        ("boilerplate", "Par Anne Dupont"),
        (
            "paragraph",
            "La Norvège a remis onze grues au port de Riga, selon le ministère des Transports letton, "
            "qui parle d'un don nord-européen sans contrepartie. Le matériel est arrivé en avril.",
        ),
        ("heading", "Un second envoi"),
        (
            "paragraph",
            "Deux autres grues suivront avant l'été, a précisé le porte-parole du port. Elles sont d'un modèle plus "
            "ancien et serviront à décharger le charbon qui vient de la mer du Nord. Le contrat comprend :",
        ),
        ("list_item", "trois hangars ;"),
        ("list_item", "un pont-rail de 40 mètres qui sera posé par une équipe venue d'Oslo en juin."),
        ("paragraph", "Rien d'autre n'a été promis à la ville de Riga par les autorités."),
        ("paragraph", "Le pays nord-européen donne plus qu'il ne reçoit."),
    ]


def test_facts_of_a_pdf(make_pdf: PdfMaker) -> None:
    """What the page prints comes before what a program wrote into the file."""
    report, _ = read_bytes("a.pdf", make_pdf(PAGES, INFO), Given())
    assert report is not None and report.date is not None and report.title is not None and report.author is not None
    assert (report.date.value, report.date.where) == ("2024-05-04", "pdf")
    assert (report.title.where, report.author.value, report.author.where) == ("text", "Anne Dupont", "text")


def test_pdf_is_known_by_its_content(make_pdf: PdfMaker) -> None:
    """A PDF under another name is read as one."""
    report, _ = read_bytes("a.txt", make_pdf(PAGES), Given())
    assert report is not None and "ministère" in report.text


def _locked(data: bytes) -> bytes:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_pdfs_that_cannot_be_read(make_pdf: PdfMaker) -> None:
    """Pictures of text, a password and damage each have their own remedy."""
    whole = make_pdf(PAGES)
    faults = {
        "scan.pdf": (make_pdf([[], []]), "no-text", "OCR"),
        "locked.pdf": (_locked(whole), "locked", "password"),
        "cut.pdf": (whole[:300], "damaged", "save it again"),
        "noise.pdf": (b"%PDF-1.7\n" + bytes(range(256)) * 20, "damaged", "save it again"),
    }
    for name, (data, slug, remedy) in faults.items():
        report, problems = read_bytes(name, data, Given())
        assert report is None and len(problems) == 1
        assert problems[0].slug == slug and problems[0].text.startswith(name) and remedy in problems[0].text


@pytest.mark.parametrize("limit", ["MAX_PAGES", "MAX_OPERATIONS"])
def test_long_pdf_is_cut_and_said(make_pdf: PdfMaker, monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    """Work is bounded by pages and drawing operations; what was left unread is said."""
    monkeypatch.setattr(f"donnant.read.pdf.{limit}", 2 if limit == "MAX_PAGES" else 48)
    report, problems = read_bytes("long.pdf", make_pdf(PAGES, INFO), Given())
    assert report is not None and "Le pays" not in report.text
    assert [problem.slug for problem in problems] == ["cut"]
    assert "of 3 pages only the first 2" in problems[0].text


def test_forms_that_show_forms_do_not_run_for_ever(make_pdf: PdfMaker) -> None:
    """A page of ten forms of ten forms, twelve deep, ends."""
    data = make_pdf([["q"]])
    nested = b"".join(
        f"{10 + n} 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 60 "
        f"/Resources << /XObject << /X {11 + n} 0 R >> >> >>\nstream\n{'/X Do ' * 10}\nendstream\nendobj\n".encode()
        for n in range(12)
    )
    data = data.replace(b"/Font <<", b"/XObject << /X 10 0 R >> /Font <<").replace(b"(q) Tj", b"/X Do ")
    report, problems = read_bytes("deep.pdf", data.replace(b"xref\n", nested + b"xref\n", 1), Given())
    assert report is None and len(problems) == 1
