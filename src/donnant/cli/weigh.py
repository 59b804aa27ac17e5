"""What a pair gives each other, valued: a scenario in; the balance, two of them compared, or the prices, out."""

from typing import TYPE_CHECKING, Annotated

import typer

from donnant.cli.options import AsOf, Dir, Format, Lang, Parties, Shape, ask_dossier, split_pair
from donnant.cli.render import known_dates, no_balance, tell, write_balance, write_rows, write_table
from donnant.errors import BadInput

if TYPE_CHECKING:
    from donnant.domain.valuation import Scenario
    from donnant.dossier import Dossier
    from donnant.show.lookup import Lookup

Phased = Annotated[
    str | None,
    typer.Option(metavar="PHASE", help="What is weighed: done (if nothing is said), planned, wanted, done+planned."),
]
Graded = Annotated[
    str | None,
    typer.Option("--min-grade", metavar="GRADE", help="Leave out what is worse: a letter, a number, or both (B3)."),
]
Based = Annotated[str | None, typer.Option(metavar="BASIS", help="Prices of this basis alone; a+b prefers a.")]
OnlyOf = Annotated[str | None, typer.Option(metavar="CATEGORY", help="Weigh this category alone; arms+troops for two.")]
Without = Annotated[
    list[str] | None, typer.Option(metavar="ID", help="Leave out an entry, a claim or an origin; may be given again.")
]
Currency = Annotated[
    str | None, typer.Option(metavar="CODE", help="The currency of the totals, converted by rates.csv.")
]
Weights = Annotated[
    str | None, typer.Option(metavar="equal|grade", help="How much each origin counts where totals are pooled.")
]
Seed = Annotated[str | None, typer.Option(metavar="NUMBER", help="Of the draws; the same gives the same bytes.")]
Compared = Annotated[
    tuple[str, str] | None,
    typer.Option(metavar="A B", help="Two scenarios, each as KEY=VALUE,KEY=VALUE or plain: what changes, and why."),
]


def balance(  # noqa: PLR0913, PLR0917  one parameter an option
    dossier: Dir,
    parties: Parties = None,
    phase: Phased = None,
    min_grade: Graded = None,
    basis: Based = None,
    only: OnlyOf = None,
    without: Without = None,
    currency: Currency = None,
    weights: Weights = None,
    seed: Seed = None,
    compare: Compared = None,
    as_of: AsOf = None,
    shape: Shape = Format.TABLE,
    lang: Lang = "en",
) -> None:
    """Print what two parties give each other, side by side, and what it is worth.

    Published totals and quantities times prices are two readings, never added together. The options
    make a scenario; --compare holds two against each other.

    \b
    Example: donnant balance ports --parties China,"Sri Lanka" --format json
             donnant balance ports --phase planned --min-grade B3
             donnant balance ports --compare plain basis=world,only=energy
    """
    from donnant.dossier.scenario import parse_scenario, read_scenario

    case = ask_dossier(dossier, lang, as_of)
    names = split_pair(parties)
    pair = case.pair(*names) if names else None
    said = {
        "phase": phase, "min-grade": min_grade, "basis": basis, "only": only, "without": "+".join(without or ()),
        "currency": currency, "weights": weights, "seed": seed,
    }  # fmt: skip
    if compare:
        if any(said.values()):
            raise BadInput("--compare takes whole scenarios: write what they differ by into them, KEY=VALUE")
        scenarios = tuple(parse_scenario(text, case.book()) for text in compare)
        _compare(case, (scenarios[0], scenarios[1]), compare, (pair, as_of, lang), shape)
    else:
        scenario = read_scenario(said, case.book())
        if shape is Format.TABLE:
            write_balance(case, pair, lang, as_of, scenario)
        else:
            _balance_data(case, pair, as_of, shape, scenario)
    tell(case)


def prices(
    dossier: Dir, parties: Parties = None, as_of: AsOf = None, shape: Shape = Format.TABLE, lang: Lang = "en"
) -> None:
    """Print which entries find a price, which do not, and why.

    Prices stand in DIR/prices.toml, each with its source. Rates of exchange stand in DIR/rates.csv, in
    the form in which the European Central Bank publishes its reference rates; a price index in
    DIR/index.csv (year,USD,EUR).

    \b
    A price is written like this:
      [[price]]
      items = ["152 mm shell", "obus de 152 mm"]   # or a category = "food", or both
      unit = "shell"                               # as the claims have it
      low = 1000
      high = 1200
      currency = "USD"
      date = "2024-05"
      basis = "world"                              # any word: world, production, deals
      source = "who gives it, where, when"
      quote = "the sentence that gives it"
      per = "month"                                # of a rate over time only

    Example: donnant prices ports --format csv
    """
    from donnant.show.priced import PRICE_COLUMNS, price_cells, price_notes
    from donnant.show.valued_rows import worth_rows

    case = ask_dossier(dossier, lang, as_of)
    names = split_pair(parties)
    found = case.balance(case.pair(*names) if names else None, as_of)
    if found is None:
        typer.echo(no_balance(case), err=True)
        return tell(case)
    if shape is not Format.TABLE:
        write_rows(worth_rows(found), shape)
        return tell(case)
    look = _look(case, lang, as_of)
    heads, rows, headings = price_cells(found, look)
    write_table([heads[name] for name in PRICE_COLUMNS], rows, headings)
    for line in price_notes(found, case.book(), str(case.folder.prices), look):
        typer.echo(line)
    return tell(case)


def _compare(
    case: "Dossier",
    scenarios: "tuple[Scenario, Scenario]",
    typed: tuple[str, str],
    view: tuple[tuple[str, str] | None, str | None, str],
    shape: Format,
) -> None:
    from donnant.show.compared import comparison_lines
    from donnant.show.valued_rows import change_rows, comparison_document

    pair, as_of, lang = view
    found = case.compare(*scenarios, pair, as_of)
    if found is None:
        typer.echo(no_balance(case), err=True)
        write_rows([], shape) if shape is not Format.TABLE else None
    elif shape is Format.JSON:
        write_rows(comparison_document(found), shape)
    elif shape is not Format.TABLE:
        write_rows(change_rows(found), shape)
    else:
        looks = tuple(_look(case, lang, each.as_of or as_of) for each in scenarios)
        for line in comparison_lines(found, typed, (looks[0], looks[1])):
            typer.echo(line)


def _look(case: "Dossier", lang: str, as_of: str | None) -> "Lookup":
    from donnant.show.lookup import look_up

    return look_up(case.ledger(as_of), lang, known_dates(case, as_of))


def _balance_data(
    case: "Dossier", pair: tuple[str, str] | None, as_of: str | None, shape: Format, scenario: "Scenario"
) -> None:
    from donnant.show.tables import balance_document, balance_rows

    found = case.balance(pair, as_of, scenario)
    if found is None:
        typer.echo(no_balance(case), err=True)
        write_rows([], shape)
    elif shape is Format.JSON:
        write_rows(balance_document(found, case.ledger(as_of)), shape)
    else:
        write_rows(balance_rows(found, case.ledger(as_of)), shape)
