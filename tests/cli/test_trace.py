"""Origins, conflicts, time and changes from the command line, and what a person rules on them."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from donnant.cli.app import app

EARLY, LATE = "2025-06-30", "2025-12-31"


def ask(*args: object) -> Result:
    """The answer to a command that must succeed."""
    result = CliRunner().invoke(app, [str(arg) for arg in args])
    assert result.exit_code == 0, result.output
    return result


def rows(command: str, case: Path, *args: object) -> list[dict[str, Any]]:
    """What a command prints for programs."""
    return [json.loads(line) for line in ask(command, case, "--format", "jsonl", *args).stdout.splitlines()]


def origin_of(case: Path, name: str) -> dict[str, Any]:
    """The one origin with this spelling."""
    (found,) = [row for row in rows("origins", case) if name in row["spellings"]]
    return found


def test_a_study_is_one_origin_under_all_its_names(made: Path) -> None:
    """Researcher and foundation are one voice, whose retellings are listed with their types."""
    study = origin_of(made, "Olena Guseinova")
    assert "Fondation Friedrich Naumann" in study["spellings"] and study["reasons"]
    told = {claim for row in study["retellings"] for claim in (row["claim"], row["original"])}
    assert told <= set(study["claims"]) and len(study["reports"]) > 3
    assert any("bound_dropped" in row["types"] for row in study["retellings"])


def test_both_sentences_of_a_retelling_are_printed(made: Path) -> None:
    """The original before what retells it, with the difference in words, in either language."""
    text = ask("origins", made).stdout
    part = text.partition("one bound of the range is dropped")[2]
    assert 0 < part.index("original [c-") < part.index("retelling [c-")
    assert "une borne de la fourchette est perdue" in ask("origins", made, "--lang", "fr").stdout


def test_conflicts_are_listed_with_what_would_settle_them(made: Path) -> None:
    """Two sides each, a severity between 0 and 1, the worst first; a type can be chosen, a wrong one is named."""
    found = rows("conflicts", made)
    assert found and all(len(row["sides"]) == 2 and 0 < row["severity"] <= 1 for row in found)
    assert [row["severity"] for row in found] == sorted((row["severity"] for row in found), reverse=True)
    assert rows("conflicts", made, "--type", "falling") == [row for row in found if row["type"] == "falling"]
    assert "find out what each voice counted" in ask("conflicts", made).stdout
    wrong = CliRunner().invoke(app, ["conflicts", str(made), "--type", "odd"])
    assert wrong.exit_code == 2 and "disjoint" in wrong.output


def test_the_timeline_is_in_the_order_of_events_and_of_knowing(made: Path) -> None:
    """Dated entries by their day, what nobody dates last; nothing shows before it was known."""
    found = rows("timeline", made)
    dated = [row["when"] is not None for row in found]
    assert dated == sorted(dated, reverse=True) and any(dated)
    early = rows("timeline", made, "--as-of", EARLY)
    assert 0 < len(early) < len(found)
    assert all(row["known"] is None or row["known"] <= EARLY for row in early)
    assert "█" in ask("timeline", made, "--plot").stdout


def test_a_diff_is_the_news_between_two_days(made: Path) -> None:
    """The study is news, the count that grew is a revision, and nothing known before is told again."""
    found = rows("diff", made, "--from", EARLY, "--to", LATE)
    sorts = {row["change"] for row in found}
    assert {"new", "revised"} <= sorts
    new = {row["id"] for row in found if row["change"] == "new"}
    assert not new & {row["id"] for row in rows("ledger", made, "--as-of", EARLY)}
    (grown,) = [row for row in found if row["change"] == "revised" and row["kind"] == "loss"]
    assert (grown["before"], grown["after"]) == ("600 soldiers", "about 2,000 soldiers")
    assert rows("diff", made, "--from", LATE, "--to", LATE) == []


def test_a_diff_the_wrong_way_round_is_refused(made: Path) -> None:
    """The earlier day comes first."""
    result = CliRunner().invoke(app, ["diff", str(made), "--from", LATE, "--to", EARLY])
    assert result.exit_code == 2 and "earlier day first" in result.output


@pytest.mark.parametrize("day", ["2024-06-30", "2025-01-31", "2025-06-30"])
def test_what_was_known_on_a_day_is_what_its_reports_say(made: Path, day: str) -> None:
    """A view as of a day is that of a dossier that has only the reports of that day and before."""
    kept = {row["report"] for row in rows("claims", made, "--as-of", day)}
    known = {claim for row in rows("origins", made, "--as-of", day) for claim in row["claims"]}
    assert known == {row["id"] for row in rows("claims", made, "--as-of", day)}
    assert {hash_ for row in rows("origins", made, "--as-of", day) for hash_ in row["reports"]} == kept


def test_a_person_says_who_is_one_and_who_is_not(own: Path) -> None:
    """Two voices joined by a ruling are one origin, which says so; undone, they are two again."""
    one, other = origin_of(own, "Lee Sung-jun"), origin_of(own, "Volodymyr Zelensky")
    ask("decide", own, one["id"], "same", other["id"], "--why", "a test", "--by", "ana")
    joined = origin_of(own, "Lee Sung-jun")
    assert "Volodymyr Zelensky" in joined["spellings"]
    assert any("ana" in reason or "d-" in reason for reason in joined["reasons"])
    (ruling,) = [json.loads(line)["id"] for line in (own / "decisions.jsonl").read_text("utf-8").splitlines()]
    ask("decide", own, ruling, "undo", "--why", "a test", "--by", "ana")
    assert origin_of(own, "Lee Sung-jun") == one


def test_a_person_parts_what_was_taken_for_one(own: Path) -> None:
    """A name held apart from another by a ruling is an origin of its own."""
    first, second = origin_of(own, "Olena Guseinova")["spellings"][:2]
    ask("decide", own, first, "apart", second, "--why", "a namesake", "--by", "ana")
    assert origin_of(own, first)["id"] != origin_of(own, second)["id"]


def test_a_settled_conflict_is_marked_and_leaves_the_balance(own: Path) -> None:
    """It stays on the list with the ruling, and is no longer among what the balance warns of."""
    first = rows("conflicts", own)[0]
    before = json.loads(ask("balance", own, "--format", "json").stdout)["conflicts"]
    ask("decide", own, first["id"], "settled", "--why", "one counts rotations", "--by", "ana")
    (after,) = [row for row in rows("conflicts", own) if row["id"] == first["id"]]
    assert after["settled"] and after["ruled"].startswith("d-")
    assert json.loads(ask("balance", own, "--format", "json").stdout)["conflicts"] == before - 1
    printed = ask("conflicts", own).stdout
    assert "settled" in printed and after["ruled"] in printed
