"""The arguments and options that several commands share, and what they mean; typed text in, checked values out."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from donnant.cli.render import progress
from donnant.errors import BadInput

if TYPE_CHECKING:
    from donnant.dossier import Dossier
    from donnant.read.meta import Given


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MD = "md"


Dir: TypeAlias = Annotated[Path, typer.Argument(metavar="DIR", help="The dossier: a folder with a dossier.toml.")]
Paths: TypeAlias = Annotated[
    list[Path],
    typer.Argument(metavar="PATH...", help="Reports (text, Markdown, HTML, PDF), or folders with reports inside."),
]
Meta: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--meta",
        metavar="FILE.csv",
        help="What files do not say of themselves: a table with file,date,publisher,title,url,language.",
    ),
]
ReportsIn: TypeAlias = Annotated[
    str | None,
    typer.Option("--reports-in", metavar="CODE", help="The reports' language where --meta gives none."),
]
Jobs: TypeAlias = Annotated[
    int, typer.Option("--jobs", min=1, max=64, help="Workers that read at the same time; the result is the same.")
]
Parties: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--parties",
        metavar="ONE,OTHER",
        help="The two sides of the balance, by code or name; else those of dossier.toml, else the busiest pair.",
    ),
]
AsOf: TypeAlias = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Only what was known then: reports of that day or before."),
]
Lang: TypeAlias = Annotated[str, typer.Option("--lang", metavar="CODE", help="The language of the answer: en or fr.")]
Shape: TypeAlias = Annotated[Format, typer.Option("--format", "-f", help="How to write the answer.")]
Wanted: TypeAlias = Annotated[str | None, typer.Option(metavar="PARTY", help="Only this party, by code or name.")]


def open_dossier(path: Path, language: str = "en", as_of: str | None = None) -> "Dossier":
    """The dossier of a path, with the options that go with it checked before any work."""
    from donnant.dossier import Dossier

    check_view(language, as_of)
    return Dossier.open(path)


def ask_dossier(path: Path, language: str, as_of: str | None) -> "Dossier":
    """The dossier of a path, with all that is derived brought up to date, however long that takes."""
    case = open_dossier(path, language, as_of)
    with progress() as bar:
        case.refresh(bar)
    return case


def check_view(language: str, as_of: str | None) -> None:
    """BadInput for a language without a pack, or a date that is none."""
    from donnant.dossier import last_day
    from donnant.lang.lexicon import languages

    if language not in languages():
        raise BadInput(f"there is no answer in {language!r}: choose one of {', '.join(languages())}")
    if as_of is not None:
        last_day(as_of)


def split_pair(typed: str | None) -> tuple[str, str] | None:
    """``RUS,PRK`` as two names."""
    if typed is None:
        return None
    names = [name.strip() for name in typed.split(",")]
    if len(names) != 2 or not all(names):
        raise BadInput(f"--parties takes two parties with a comma between, such as RUS,PRK, not {typed!r}")
    return names[0], names[1]


def read_given(meta: Path | None, reports_in: str | None) -> "dict[str, Given]":
    """The table of ``--meta``, once the language given beside it is found to be one."""
    from donnant.read.meta import Given, read_meta

    Given(language=reports_in)
    return read_meta(meta) if meta else {}
