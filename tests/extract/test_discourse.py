"""What a report has said before: the parties that a sentence leaves out."""

from tests.extract.reader import report_of

from donnant.extract.discourse import Memory, principal_pair
from donnant.extract.parties import find_parties
from donnant.extract.passes import extract_claims
from donnant.lang.parties import party_names


def test_the_counterpart_is_that_of_the_nearest_transfer() -> None:
    """Who gave to whom last settles the side that is left out, whatever the report is about."""
    memory = Memory(("SWE", "NOR"))
    memory.remember(["SWE", "LVA"], ("SWE", "LVA", "arms"))
    assert memory.counterpart("SWE", "giver") == ("LVA", "before")
    assert memory.counterpart("LVA", "receiver") == ("SWE", "before")


def test_the_pair_of_the_report_fills_what_nothing_else_does() -> None:
    """Only a party of the pair has the other one as its counterpart."""
    memory = Memory(("SWE", "NOR"))
    assert memory.counterpart("SWE", "giver") == ("NOR", "report")
    assert memory.counterpart("LVA", "giver") is None


def test_memory_does_not_reach_beyond_three_sentences() -> None:
    """What was said long ago is a guess."""
    memory = Memory(None)
    memory.remember(["SWE", "LVA"], ("SWE", "LVA", "arms"))
    for _ in range(3):
        memory.remember([], None)
    assert memory.counterpart("SWE", "giver") is None
    assert memory.subject() is None


def test_two_candidates_are_nobody() -> None:
    """Of two further parties in the sentence before neither is taken."""
    memory = Memory(None)
    memory.remember(["SWE", "LVA", "EST"], None)
    assert memory.counterpart("SWE", "giver") is None


def test_a_subject_is_the_first_party_of_the_nearest_sentence() -> None:
    """Those who are already on stage are left out."""
    memory = Memory(None)
    memory.remember(["SWE", "LVA"], None)
    assert memory.subject() == "SWE"
    assert memory.subject(exclude=["SWE"]) == "LVA"


def test_a_report_is_about_two_parties_only_where_they_outweigh_the_rest() -> None:
    """Three parties named alike make no pair."""
    names = party_names("fr")

    def pair(*sentences: str) -> tuple[str, str] | None:
        return principal_pair([find_parties(text, text.lower(), names) for text in sentences])

    two, three = "La Suède aide la Lettonie.", "La Suède, la Lettonie, l'Estonie."
    assert pair(two, two, "L'Estonie attend.") == ("LVA", "SWE")
    assert pair(three, three) is None


def test_pronouns_lead_back_and_say_so() -> None:
    """A claim tells where each of its parties was found."""
    text = "La Suède soutient la Lettonie. Elle lui a livré des chars."
    claim = extract_claims(report_of("fr", text), ())[-1]
    assert (claim.giver, claim.receiver) == ("SWE", "LVA")
    assert claim.found == {"giver": "before", "receiver": "before"}
