"""What one sentence says twice is two claims, each with its own date; what is too long is cut, not lost."""

from donnant.domain.claim import Claim
from donnant.extract.passes import extract_claims
from donnant.extract.sentences import split_report
from donnant.lang.grammar import grammar
from donnant.read.files import read_bytes
from donnant.read.meta import Given


def read(text: str) -> tuple[Claim, ...]:
    """The claims of an English report of one paragraph."""
    report, _ = read_bytes("a.txt", text.encode(), Given(date="2024-06-15", language="en"))
    assert report is not None
    return extract_claims(report, ())


def test_two_deliveries_of_one_sentence_have_each_its_date() -> None:
    """A date belongs to its clause, and a second clause is a second claim."""
    claims = read("In March 2022 Iran sent 100 tanks to Sudan, and in May 2023 it sent 200 tanks.")
    assert sorted((claim.low, claim.when) for claim in claims) == [(100.0, "2022-03"), (200.0, "2023-05")]


def test_the_same_delivery_in_two_years_is_two_claims() -> None:
    """Nothing is dropped for looking like what stands beside it."""
    claims = read("Iran delivered 100 missiles to Sudan in 2022, and Iran delivered 100 missiles to Sudan in 2023.")
    assert sorted(str(claim.when) for claim in claims) == ["2022", "2023"]
    assert len({claim.id for claim in claims}) == 2


def test_two_counts_of_losses_in_one_sentence_are_two_claims() -> None:
    """A toll in January and one in May are two."""
    claims = read(
        "In January 2022, 100 Iranian soldiers were killed, and in May 2022, 200 Iranian soldiers were killed."
    )
    assert sorted((claim.low, claim.when) for claim in claims) == [(100.0, "2022-01"), (200.0, "2022-05")]


def test_two_agreements_of_one_sentence_are_two_claims() -> None:
    """Every pair that signs is told."""
    claims = read("Russia and China signed a treaty in May; Iran and Iraq signed an agreement in June.")
    assert sorted(claim.parties for claim in claims if claim.parties) == [("CHN", "RUS"), ("IRN", "IRQ")]


def test_a_paragraph_without_a_stop_is_cut_between_words() -> None:
    """No sentence is longer than the limit, and none is cut inside a word."""
    text = "Iran sent 15,000 soldiers to Sudan and " * 200
    report, _ = read_bytes("a.txt", text.encode(), Given(language="en"))
    assert report is not None
    sentences = split_report(report, grammar("en"))
    assert len(sentences) > 1 and max(len(one.text) for one in sentences) <= 2000
    words = set(text.split())
    assert all(set(one.text.split()) <= words for one in sentences)


def test_a_second_sum_is_told_by_the_voice_that_stands_before_it() -> None:
    """Where a clause cites somebody else, its figure is not the first voice's."""
    report, _ = read_bytes(
        "a.txt",
        "L'étude d'Anne Morel estime que la valeur des livraisons iraniennes au Soudan n'a pas dépassé 3 millions "
        "de dollars, tandis que d'autres estimations indiquent qu'elle n'a pas dépassé 2 millions de dollars.".encode(),
        Given(date="2024-06-15", language="fr"),
    )
    assert report is not None
    told = {claim.high: claim.attribution[:1] for claim in extract_claims(report, ()) if claim.unit == "USD"}
    assert told == {3e6: ("Anne Morel",), 2e6: ("autres estimations",)}
