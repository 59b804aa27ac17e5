"""Prices, worths, scenarios and comparisons from the command line, on the bundled case and its price book."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from donnant.cli.app import app
from donnant.demo import PRICES

PRICED = "priced/PRK-RUS"


def ask(*args: object) -> Result:
    """The answer to a command that must succeed."""
    result = CliRunner().invoke(app, [str(arg) for arg in args])
    assert result.exit_code == 0, result.output
    return result


def refused(*args: object) -> str:
    """What a command says that must not succeed."""
    result = CliRunner().invoke(app, [str(arg) for arg in args])
    assert result.exit_code == 2, result.output
    return result.output


def valued(case: Path, *args: object) -> dict[str, Any]:
    """The valuation of a balance, for programs."""
    told: dict[str, Any] = json.loads(ask("balance", case, "--format", "json", *args).stdout)["valuation"]
    return told


def total(case: Path, reading: str, giver: str, *args: object) -> dict[str, Any]:
    """The total of a reading and a giver."""
    readings = {each["name"]: each for each in valued(case, *args)["readings"]}
    return next(each for each in readings[reading]["totals"] if each["giver"] == giver)


def test_both_readings_stand_side_by_side(made: Path) -> None:
    """Published totals and quantities times prices, with the ratio in every reading, in either language."""
    text = " ".join(ask("balance", made).stdout.split())
    assert "quantities × prices" in text and f"137–438 m USD [{PRICED}]" in text
    assert "PRK gives 4.7 to 21 times what it gets, in every reading [ratio]" in text
    assert "5.8 to 16 times what it gets in 90% of the draws, median 9.3" in text
    assert "quantités × prix" in ask("balance", made, "--lang", "fr").stdout
    published = total(made, "published", "PRK")
    assert (published["low"], published["high"]) == (5.6e9, 9.8e9)
    assert published["low"] < published["low90"] < published["median"] < published["high90"] < published["high"]


def test_a_total_leads_to_its_sum_its_prices_and_its_sentences(made: Path) -> None:
    """From the figure to amount × price × duration, to who gives the price, and down to the quotes."""
    text = ask("explain", made, PRICED).stdout
    assert "× 2,000 USD a soldier a month [p-" in text and "× 6 to 12 months = 120–396 m USD" in text
    assert "National Intelligence Service (Seoul), to lawmakers, 23 October 2024" in text
    assert "the stored text holds this sentence" in text
    (price,) = {word.strip("[]") for word in text.split() if word.startswith("[p-")} & {
        quote["price"] for row in valued(made)["worths"] if row.get("unit") == "soldier" for quote in row["quotes"]
    }
    assert "basis: deals" in ask("explain", made, price).stdout
    assert "which entries find a price" in ask("prices", "--help").stdout


def test_every_entry_finds_its_price_or_says_why_not(made: Path) -> None:
    """What is priced, what is not, and which prices price nothing; the same as rows."""
    text = ask("prices", made).stdout
    assert "no price fits it" in text and "17.3–42.2 m USD" in text
    assert "no entry is priced by it" in text
    rows = [json.loads(line) for line in ask("prices", made, "--format", "jsonl").stdout.splitlines()]
    assert {row["why"] for row in rows} >= {None, "no_price", "no_amount"}
    assert all(row["claims"] for row in rows)


def test_a_scenario_weighs_what_it_is_asked_to(made: Path) -> None:
    """Planned for done, one category, one basis, what is credible enough, without what a reviewer leaves out."""
    assert total(made, "priced", "RUS")["low"] is None
    assert total(made, "priced", "RUS", "--phase", "done+planned")["low"] == 600_000 * 430
    assert total(made, "priced", "PRK", "--only", "labour")["low"] == 3_600 * 800 * 6
    assert total(made, "priced", "PRK", "--basis", "production")["low"] is None
    assert total(made, "priced", "PRK", "--min-grade", "3")["low"] == 3_600 * 800 * 6
    assert total(made, "published", "PRK", "--min-grade", "E")["low"] is None
    assert total(made, "published", "PRK", "--as-of", "2025-01-31")["high"] == 5.5e9
    (soldiers,) = [row for row in valued(made)["worths"] if row.get("unit") == "soldier"]
    assert total(made, "priced", "PRK", "--without", soldiers["entry"][:10])["low"] == 3_600 * 800 * 6
    assert valued(made, "--seed", "2")["readings"] != valued(made)["readings"] == valued(made)["readings"]


def test_two_scenarios_are_compared_figure_by_figure(made: Path) -> None:
    """Totals of both, then each change with its cause, on the screen and as rows."""
    text = ask("balance", made, "--compare", "plain", "phase=done+planned").stdout
    assert "RUS → PRK, by prices: not counted → 258–301 m USD" in text
    assert "not counted → 258–301 m USD (planned)" in text
    rows = [
        json.loads(line)
        for line in ask("balance", made, "--compare", "plain", "as-of=2025-01-31", "-f", "jsonl").stdout.splitlines()
    ]
    assert {row["cause"] for row in rows} == {"unknown", "other_total"}
    told = json.loads(ask("balance", made, "--compare", "basis=deals", "basis=production", "-f", "json").stdout)
    assert {change["cause"] for change in told["changes"]} == {"unpriced"}
    assert "Nothing is worth anything else." in ask("balance", made, "--compare", "plain", "plain").stdout


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--phase", "soon"), "choose among done, planned, wanted"),
        (("--min-grade", "G9"), "a letter A to F, a number 1 to 6"),
        (("--basis", "moon"), "choose among production, deals, world"),
        (("--only", "toys"), "choose among arms"),
        (("--without", "e-nothing00"), "nothing here has the id e-nothing00"),
        (("--currency", "XYZ"), "no currency of ISO 4217"),
        (("--seed", "x"), "write a whole number"),
        (("--compare", "plain", "phase"), "write KEY=VALUE"),
        (("--compare", "plain", "colour=red"), "a scenario cannot say 'colour'"),
        (("--phase", "planned", "--compare", "plain", "plain"), "--compare takes whole scenarios"),
    ],
)
def test_a_wrong_scenario_is_refused_with_the_remedy(made: Path, args: tuple[str, ...], words: str) -> None:
    """One sentence that says what can be written instead."""
    assert words in " ".join(refused("balance", made, *args).split())


def test_without_rates_nothing_is_converted(own: Path) -> None:
    """Another currency is asked for: totals are set aside with the reason, and none is made up."""
    told = valued(own, "--currency", "EUR")
    assert all(each["low"] is None for reading in told["readings"] for each in reading["totals"])
    assert {each["why"] for each in told["not_converted"]} == {"no_rate"}
    (own / "rates.csv").write_text("Date,USD,\n2023-01-02,1.25,\n2024-10-01,1.25,\n2025-09-18,1.25,\n", "utf-8")
    total_ = total(own, "published", "PRK", "--currency", "EUR")
    assert (total_["low"], total_["high"]) == (5.6e9 / 1.25, 9.8e9 / 1.25)


def test_a_wrong_price_book_names_its_file(own: Path) -> None:
    """The balance is refused with the file, the price and the remedy; without a book both readings are honest."""
    (own / "prices.toml").write_text(PRICES.read_text("utf-8").replace('"2024-05"', '"May"', 1), "utf-8")
    said = refused("balance", own)
    assert "prices.toml, price 1" in said and "write 2024, 2024-05" in said
    (own / "prices.toml").unlink()
    assert total(own, "priced", "PRK")["low"] is None
    assert "prices.toml" in ask("prices", own).stdout
    shutil.copy(PRICES, own)
