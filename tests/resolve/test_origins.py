"""Voices are one origin only for a reason that is kept."""

import pytest
from tests.factory import claim, report

from donnant.domain.entry import Origin
from donnant.resolve.names import is_named, same_spelling
from donnant.resolve.origins import find_origins

REPORTS = (report("a.txt"), report("b.txt"))


def origins(*chains: tuple[str, ...]) -> tuple[Origin, ...]:
    """The origins of claims with these attributions, in turn from two reports."""
    told = [claim("ab"[n % 2] + ".txt", attribution=chain, quote=f"Sentence {n}.") for n, chain in enumerate(chains)]
    return find_origins(told, REPORTS).origins


def test_two_spellings_that_stand_with_one_body_are_one_origin() -> None:
    """Guseinova and Gousinova of one foundation are one voice, and both spellings are kept."""
    (origin,) = origins(("Olena Guseinova", "Blue Foundation"), ("Olena Gousinova", "blue foundation"))
    assert origin.spellings == ("Olena Gousinova", "Olena Guseinova")


def test_two_spellings_without_anything_in_common_stay_apart() -> None:
    """Likeness alone proves nothing."""
    assert len(origins(("Olena Guseinova",), ("Olena Gousinova",))) == 2


def test_two_people_of_one_paper_stay_apart() -> None:
    """An outlet that two people spoke to does not make them one."""
    assert len(origins(("Ann Lee", "Blue Desk"), ("Bob Ray", "Blue Desk"))) == 2


def test_a_body_cited_alone_is_the_author_it_stands_behind() -> None:
    """A foundation that published one study is that study's voice."""
    assert len(origins(("Ann Lee", "Blue Foundation"), ("Blue Foundation",))) == 1


def test_an_abbreviation_that_a_name_prints_joins_the_two() -> None:
    """`Service (NIS)` and `NIS` are one."""
    assert len(origins(("service de renseignement (NIS)",), ("NIS",))) == 1


def test_a_voice_without_a_name_is_of_its_report_alone() -> None:
    """`Some observers` of two reports are two origins, and neither has a name."""
    found = origins(("observateurs",), ("observateurs",))
    assert [origin.named for origin in found] == [False, False]


def test_the_publisher_is_the_origin_where_nobody_is_cited() -> None:
    """A report's own voice is that of its desk."""
    found = origins((), ())
    assert [(origin.name, origin.is_publisher) for origin in found] == [
        ("Desk of a.txt", True),
        ("Desk of b.txt", True),
    ]


def test_one_sentence_in_two_reports_has_one_origin() -> None:
    """A sentence that two desks print, nobody cited, is the earlier desk's."""
    told = [claim("a.txt", quote="Ships left."), claim("b.txt", quote="Ships left!")]
    assert len(find_origins(told, REPORTS).origins) == 1


def test_every_merge_has_its_reason() -> None:
    """What was taken for one says why."""
    told = [claim("a.txt", attribution=("Ann Lee", "Blue Desk")), claim("b.txt", attribution=("Blue Desk",))]
    found = find_origins(told, REPORTS)
    assert found.reasons[found.origins[0].id]


@pytest.mark.parametrize(
    ("chain", "named"),
    [
        (("Ann Lee",), True),
        (("experts",), False),
        (("autres estimations",), False),
        (("fonctionnaire des services", "Dong-A Ilbo"), True),
        (("services de renseignement sud-coréens",), True),
    ],
)
def test_who_has_a_name(chain: tuple[str, ...], named: bool) -> None:
    """A chain has a name if anybody in it can be told from others."""
    assert is_named(chain) is named


def test_spellings_need_one_given_name_and_close_family_names() -> None:
    """Kim is not Lim, and a given name that differs is another person's."""
    assert same_spelling("Olena Guseinova", "Olena Gousinova")
    assert not same_spelling("Olena Guseinova", "Elena Guseinova")
    assert not same_spelling("Olena Guseinova", "Olena Petrova")
