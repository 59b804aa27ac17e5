"""The table of what the user gives: lenient in form, strict in content."""

from pathlib import Path

import pytest

from donnant.errors import BadInput
from donnant.read.files import read_bytes
from donnant.read.meta import Given, read_meta


def table(folder: Path, data: str | bytes) -> Path:
    """The table as a file."""
    path = folder / "meta.csv"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        "file,date,publisher\na.txt,2024-05-03,La Gazette\n",
        "\ufefffile;date;publisher\r\n\r\na.txt;2024-05-03;La Gazette\r\n\r\n",
        "\n\nFile, Date, Publisher\n\n some/where/a.txt , 2024-05-03 , La Gazette \n,,\n",
        "file\tdate\tpublisher\na.txt\t2024-05-03\tLa Gazette",
        'file,date,publisher\n"a.txt",2024-05-03,"La Gazette"\na.txt,2024-05-03,La Gazette\n',
    ],
)
def test_forms_of_one_table(tmp_path: Path, data: str) -> None:
    """A mark, blank lines, other delimiters, blanks and folders change nothing."""
    assert read_meta(table(tmp_path, data)) == {"a.txt": Given(date="2024-05-03", publisher="La Gazette")}


def test_table_in_a_western_encoding(tmp_path: Path) -> None:
    """A spreadsheet's own encoding is understood."""
    data = "file;publisher\na.txt;La Gazette d'Évreux\n".encode("cp1252")
    assert read_meta(table(tmp_path, data))["a.txt"].publisher == "La Gazette d'Évreux"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("file,date\na.txt,yesterday\n", ("meta.csv, line 2", "'yesterday'", "2025-09-19")),
        ("file,date\n\na.txt,2024-02-30\n", ("meta.csv, line 3", "2024-02-30")),
        ("file,language\na.txt,French\n", ("meta.csv, line 2", "two-letter")),
        ("file,dates\na.txt,2024\n", ("meta.csv, line 1", "'dates'", "date")),
        ("date\n2024\n", ("meta.csv, line 1", "'file'")),
        ("file,date,date\na,2024,2024\n", ("meta.csv, line 1", "twice")),
        ("file,date\n,2024\n", ("meta.csv, line 2", "empty")),
        ("file,title\na.txt,One, two\n", ("meta.csv, line 2", "quote")),
        ("file,date\na.txt,2024\na.txt,2025\n", ("meta.csv, line 3", "a.txt", "twice")),
        ('file,date\na.txt,"2024\n', ("meta.csv, line",)),
        ("", ("meta.csv", "file,date,publisher")),
    ],
)
def test_faults_name_the_file_and_the_remedy(tmp_path: Path, data: str, said: tuple[str, ...]) -> None:
    """A fault is one sentence with the file, the line and what to do."""
    with pytest.raises(BadInput) as fault:
        read_meta(table(tmp_path, data))
    assert all(words in str(fault.value) for words in said), str(fault.value)


def test_missing_table(tmp_path: Path) -> None:
    """A table that is not there is named."""
    with pytest.raises(BadInput, match=r"none\.csv cannot be read"):
        read_meta(tmp_path / "none.csv")


def test_given_facts_overrule_the_page() -> None:
    """What is given is marked as given; blank is not given."""
    data = "date 2024-05-03 La Norvège a donné onze grues.".encode()
    report, problems = read_bytes("a.txt", data, Given(date="2024-05-04", publisher="", language="FR"))
    assert report is not None and report.date is not None and report.language is not None and not problems
    assert (report.date.value, report.date.where) == ("2024-05-04", "given")
    assert (report.language.value, report.language.where) == ("fr", "given")
    assert report.publisher is None


def test_language_without_a_pack_is_said() -> None:
    """A language that nobody can read is kept and reported."""
    data = "date 2024-05-03 La Norvège a donné onze grues.".encode()
    report, problems = read_bytes("a.txt", data, Given(language="de"))
    assert report is not None and report.language is not None and report.language.value == "de"
    assert [problem.slug for problem in problems] == ["no-pack"]
    german = "date 2024-05-03 " + "Norwegen hat dem Hafen von Riga elf Kräne geschenkt, sagte der Minister. " * 10
    report, problems = read_bytes("b.txt", german.encode(), Given())
    assert report is not None and [problem.slug for problem in problems] == ["no-pack"]
    assert "b.txt reads like 'de'" in problems[0].text
