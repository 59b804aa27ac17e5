"""What the program learns from, and that its weights were learnt from just that."""

import re
import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "teach"))

import fit  # noqa: E402
import lessons  # noqa: E402
import marked  # noqa: E402
import train  # noqa: E402

from donnant.extract.learnt import model  # noqa: E402
from donnant.extract.learnt.candidates import NOBODY, candidates  # noqa: E402
from donnant.extract.learnt.features import features  # noqa: E402
from donnant.extract.learnt.scope import Scope  # noqa: E402
from donnant.extract.learnt.tally import Tally  # noqa: E402


def test_every_teaching_report_is_marked_as_the_format_says() -> None:
    """Each file is read whole, in both languages, over many relations, and half its sentences hold no claim."""
    reports = marked.all_marked()
    sentences = [labels for report in reports for _, _, labels in report.sentences]
    assert {report.language for report in reports} == {"en", "fr"}
    assert len({report.relation for report in reports}) >= 60
    assert sum(not labels for labels in sentences) > len(sentences) * 0.45


@pytest.mark.parametrize(
    "line",
    [
        "> gift arms FRA>MLI | on livre",
        "> transfer weapons FRA>MLI | on livre",
        "> transfer arms FRA | on livre",
        "> transfer arms FRA>MLI | on vendu",
        "> transfer arms FRA>MLI",
        "> transfer arms FRA>MLI | on livre | amount many tank",
        "> attitude negative ->- | on livre",
    ],
)
def test_a_label_that_says_nothing_is_refused(line: str) -> None:
    """A wrong kind, category, side, word or amount stops the reading."""
    with pytest.raises(ValueError, match=r"\S"):
        marked.read_label(line, "La France livre des chars au Mali.")


def test_a_label_says_what_was_marked() -> None:
    """Sides, amount, certainty and phase come out as written."""
    line = "> transfer arms FRA>MLI | on livre | amount ~20.. tank | item chars | denied | planned | by Le Monde; AFP"
    label = marked.read_label(line, "La France livre des chars au Mali.")
    assert (label.giver, label.receiver, label.category) == ("FRA", "MLI", "arms")
    assert (label.low, label.high, label.approx, label.unit) == (20, None, True, "tank")
    assert (label.factuality, label.phase, label.attribution) == ("denied", "planned", ("Le Monde", "AFP"))


def test_the_weights_were_learnt_from_these_reports() -> None:
    """The card names the reports by their digest: whoever changes one runs `make teach`."""
    card = (ROOT / "teach" / "CARD.md").read_text(encoding="utf-8")
    assert f"Digest `{train.digest()}`" in card
    decisions = re.search(r"([0-9]+) role decisions", card)
    assert decisions is not None
    assert int(decisions[1]) >= 3000


def test_the_weights_are_plain_arrays() -> None:
    """Nothing in them can run, and they are small."""
    for name in model.ARRAYS:
        path = train.WEIGHTS / f"{name}.npy"
        array = np.load(path, allow_pickle=False)
        assert array.dtype == np.float16
        assert path.stat().st_size < 3_000_000


def test_the_same_lessons_teach_the_same() -> None:
    """Two fits on the same reports agree to the last bit, and a report less does not."""
    some = [lessons.lesson(report) for report in marked.all_marked()[::40]]
    first, second = (fit.fit_ranker([choice for one in some for choice in one.choices], 2.0) for _ in range(2))
    other = fit.fit_ranker([choice for one in some[1:] for choice in one.choices], 2.0)
    assert first.tobytes() == second.tobytes()
    assert first.tobytes() != other.tobytes()


def test_nobody_is_always_a_candidate_and_likelihoods_are_shares() -> None:
    """The candidates of every hypothesis end with nobody, and what the ranker gives them sums to one."""
    learnt = model.load_model()
    assert learnt is not None
    one = lessons.lesson(marked.all_marked()[0])
    tally = Tally(one.hypotheses)
    for hypothesis in one.hypotheses:
        found = candidates(hypothesis)
        assert found[-1] is NOBODY
        shares = learnt.rank([tuple(features(each, "giver", Scope(hypothesis, one.code, tally))) for each in found])
        assert sum(shares) == pytest.approx(1)


def test_relations_are_never_split_between_folds() -> None:
    """What is measured on a relation was learnt on others."""
    some = [lessons.lesson(report) for report in marked.all_marked()[::10]]
    folds = lessons.by_relation(some, 3)
    assert sorted(index for fold in folds for index in fold) == list(range(len(some)))
    relations = [{some[index].relation for index in fold} for fold in folds]
    assert not relations[0] & relations[1] and not relations[1] & relations[2] and not relations[0] & relations[2]
