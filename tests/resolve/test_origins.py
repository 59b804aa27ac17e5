"""Voices are one origin only for a reason that is kept."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.factory import STUDY, claim, dollars, report

from donnant.domain.claim import Claim
from donnant.domain.entry import Origin
from donnant.domain.report import Told
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
    """Likeness alone proves nothing; a transcription of one full name, on one relation, is that name."""
    assert len(origins(("Olena Guseinova",), ("Olena Gusarova",))) == 2
    assert len(origins(("Olena Guseinova",), ("Alina Guseinova",))) == 2
    assert len(origins(("Olena Guseinova",), ("Olena Gousinova",))) == 1


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
    told = [claim(doc, quote=f"Forty ships left port on Monday{end}") for doc, end in (("a.txt", "."), ("b.txt", "!"))]
    found = find_origins(told, REPORTS)
    assert [origin.name for origin in found.origins] == ["Desk of a.txt"]
    assert "word for word" in found.retold[told[1].id]


def test_a_few_words_in_two_reports_are_no_copy() -> None:
    """`Some rice` is what anybody writes in a list."""
    told = [claim("a.txt", quote="Some rice."), claim("b.txt", quote="Some rice.")]
    assert len(find_origins(told, REPORTS).origins) == 2


def test_every_merge_has_its_reason() -> None:
    """What was taken for one says why."""
    told = [claim("a.txt", attribution=("Ann Lee", "Blue Desk")), claim("b.txt", attribution=("Blue Desk",))]
    found = find_origins(told, REPORTS)
    assert found.merged[found.origins[0].id]


def test_one_figure_on_one_matter_joins_two_spellings() -> None:
    """Two reports that spell a voice otherwise and give its figure retell one study."""
    told = [dollars("a.txt", 5.6e9, 9.8e9, STUDY[:1]), dollars("b.txt", 5.6e9, None, ("Olena Gousinova",))]
    assert len(find_origins(told, REPORTS).origins) == 1
    elsewhere = dollars("b.txt", 5.6e9, None, ("Olena Gousinova",), receiver="IRN")
    assert len(find_origins([told[0], elsewhere], REPORTS).origins) == 2


def test_a_shorter_and_a_translated_name_of_a_body_need_a_figure_too() -> None:
    """The evidence of merged voices is put together: full name, short name, author."""
    told = [
        dollars("a.txt", 5.6e9, 9.8e9),
        dollars("b.txt", None, 9.8e9, ("Friedrich Naumann Foundation",)),
        dollars("c.txt", 5.6e9, 9.8e9, ("fondation Naumann",)),
    ]
    (origin,) = find_origins(told, (*REPORTS, report("c.txt"))).origins
    assert len(origin.spellings) == 3


def test_a_body_behind_two_authors_is_neither() -> None:
    """Alone, a foundation of many studies is its own voice."""
    assert len(origins(("Ann Lee", "Blue Foundation"), ("Bob Ray", "Blue Foundation"), ("Blue Foundation",))) == 3


def test_a_body_on_another_relation_is_not_its_author() -> None:
    """What a foundation says of other parties, its one author did not say."""
    told = [
        claim("a.txt", attribution=("Ann Lee", "Blue Foundation")),
        claim("b.txt", attribution=("Blue Foundation",), receiver="IRN"),
    ]
    assert len(find_origins(told, REPORTS).origins) == 2
    back = claim("b.txt", attribution=("Blue Foundation",), giver="RUS", receiver="PRK", category="food")
    assert len(find_origins([told[0], back], REPORTS).origins) == 1


def test_a_service_by_other_words_stays_apart() -> None:
    """Only a printed abbreviation tells that a service is the NIS; nothing here guesses it."""
    chains = ("NIS",), ("service de renseignement sud-coréen (NIS)",), ("Agence nationale de renseignement",)
    assert sorted(len(origin.spellings) for origin in origins(*chains)) == [1, 2]


def test_a_ministry_named_in_two_languages_is_one_origin() -> None:
    """One sort of body with one field of one state; another field, or another state, is another body."""
    (origin,) = origins(("ministère turc de la Défense",), ("Turkish Defence Ministry",))
    assert set(origin.spellings) == {"ministère turc de la Défense", "Turkish Defence Ministry"}
    assert len(origins(("ministère turc de la Défense",), ("Turkish Health Ministry",))) == 2
    assert len(origins(("ministère turc de la Défense",), ("Greek Defence Ministry",))) == 2


def test_a_clause_that_says_whom_somebody_leads_tells_where_he_belongs() -> None:
    """`Ann Lee, who leads the Blue Institute, says`: what she and the institute say is of one origin."""
    text = "Ann Lee, who leads the Blue Institute, says so."
    where = replace(report("a.txt"), text=text)
    told = [claim("a.txt", attribution=("Ann Lee",), quote=text), claim("b.txt", attribution=("Blue Institute",))]
    assert len(find_origins(told, (where, REPORTS[1])).origins) == 1


def test_hyphens_accents_case_and_footnote_calls_make_no_other_voice() -> None:
    """Shin Won-sik is Shin Wonsik."""
    assert len(origins(("Shin Won-sik",), ("SHIN Wonsik",), ("Shin Wonsík(1)",))) == 1


def test_one_letter_tells_two_bodies_apart() -> None:
    """Institut A is not Institut B."""
    assert len(origins(("Institut A",), ("Institut B",))) == 2


def test_the_nearest_voice_with_a_name_is_the_origin() -> None:
    """Two researchers without a name are the bodies they speak for, not each other."""
    found = origins(("chercheuse", "Blue Foundation"), ("chercheuse", "Red Institute"))
    assert {origin.name for origin in found} == {"Blue Foundation", "Red Institute"}


def test_a_desk_of_the_dossier_that_is_cited_hands_on_to_whom_it_cites() -> None:
    """A figure that one desk has from another, which has it from a study, is the study's."""
    reports = (report("a.txt", publisher=Told("Bureau Nordet", "given")), report("b.txt"))
    told = [dollars("a.txt", 5.6e9, 9.8e9), dollars("b.txt", 5.6e9, None, ("French-language Bureau Nordet",))]
    found = find_origins(told, reports)
    assert [origin.name for origin in found.origins] == ["Olena Guseinova"]
    assert found.origins[0].spellings == ("Olena Guseinova",)
    assert "Bureau Nordet" in found.retold[told[1].id]


def test_a_desk_that_is_cited_for_something_else_is_the_origin_itself() -> None:
    """What its report does not print it has from nobody we know."""
    reports = (report("a.txt", publisher=Told("Bureau Nordet", "given")), report("b.txt"))
    told = [dollars("a.txt", 5.6e9, 9.8e9), dollars("b.txt", 1e6, 1e6, ("Bureau Nordet",))]
    found = find_origins(told, reports)
    assert {(origin.name, origin.is_publisher) for origin in found.origins} == {
        ("Olena Guseinova", False),
        ("Bureau Nordet", True),
    }


def test_an_origin_keeps_its_id_when_later_reports_spell_it_otherwise() -> None:
    """What was cited under an id stays found under it."""
    first = claim("a.txt", attribution=STUDY)
    later = claim("b.txt", attribution=("Olena Gousinova", STUDY[1]))
    reports = (report("a.txt"), report("b.txt", date=Told("2025-10-01", "given")))
    (before,) = find_origins([first], reports).origins
    (after,) = find_origins([first, later], reports).origins
    assert (before.id, before.name) == (after.id, after.name)
    assert len(after.spellings) == 2


CHAINS = st.lists(
    st.sampled_from(["Ann Lee", "Ann Leigh", "Blue Foundation", "blue foundation", "experts", "NIS", "service (NIS)"]),
    max_size=3,
).map(tuple)


@st.composite
def cited(draw: st.DrawFn) -> list[Claim]:
    """Claims with all sorts of voices."""
    chains = draw(st.lists(CHAINS, min_size=1, max_size=8))
    docs = st.sampled_from(["a.txt", "b.txt"])
    figures = st.sampled_from([1e9, 2e9])
    return [dollars(draw(docs), draw(figures), None, chain, quote=f"{n}.") for n, chain in enumerate(chains)]


@given(cited(), st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_no_origin(told: list[Claim], chance: st.DataObject) -> None:
    """Who is taken for whom does not depend on who is read first."""
    shuffled = list(told)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert find_origins(shuffled, REPORTS[::-1]) == find_origins(told, REPORTS)


@given(cited())
def test_every_claim_has_one_origin_and_several_spellings_have_a_reason(told: list[Claim]) -> None:
    """No claim is without a voice, and no two names are one in silence."""
    found = find_origins(told, REPORTS)
    known = {origin.id: origin for origin in found.origins}
    assert set(found.of_claim) == {one.id for one in told} and set(found.of_claim.values()) == set(known)
    for origin in found.origins:
        if len({name.casefold() for name in origin.spellings}) > 1:
            assert found.merged[origin.id]
