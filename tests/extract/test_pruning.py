"""A draft that is let go before its roles are ranked would have been refused anyway."""

import pytest

from donnant.demo import META, REPORTS
from donnant.extract.learnt import decide
from donnant.extract.learnt.decide import accept, find_claims, judge
from donnant.extract.learnt.model import SIZE, SMALL, Model, load_model
from donnant.extract.learnt.tally import Tally
from donnant.extract.passes import find_hypotheses
from donnant.read.files import read_file
from donnant.read.meta import Given, read_meta


def made_up(seed: int) -> Model:
    """Weights without sense, so that drafts of every sort are accepted and refused."""
    sizes = (SIZE, SIZE, SMALL)
    return Model(*([((seed + slot * 7919) % 257 - 128) / 256 for slot in range(size)] for size in sizes))


@pytest.mark.parametrize("model", [load_model(), made_up(3), made_up(101)])
def test_pruning_changes_no_claim(model: Model | None) -> None:
    """Of every report of the demo, judging all drafts accepts those that judging the hopeful ones does."""
    if model is None:
        pytest.skip("nothing was learnt")
    given = read_meta(META)
    refused = 0
    for path in sorted(REPORTS.iterdir()):
        report, _ = read_file(path, given.get(path.name, Given()))
        assert report is not None
        assert report.language is not None
        code = report.language.value
        hypotheses = find_hypotheses(report, ())
        whole = accept(judge(hypotheses, code, model))
        assert [each.hypothesis.draft for each in find_claims(hypotheses, code, model)] == [
            each.hypothesis.draft for each in whole
        ]
        tally = Tally(hypotheses)
        judged = [decide._judged(one, code, model, tally, 0.5) for one in hypotheses]
        refused += sum(one is None for one in judged)
    assert refused > 0
