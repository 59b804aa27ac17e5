"""Verbs and nouns of exchange are found with their auxiliaries, voice and tense."""

import pytest
from tests.extract.reader import predicate, read


@pytest.mark.parametrize(
    ("code", "text", "frame", "words", "shape", "tense"),
    [
        ("fr", "La Suède livre des chars.", "give", "livre", "active", "present"),
        ("fr", "La Suède avait déjà livré des chars.", "give", "avait déjà livré", "active", "participle"),
        ("fr", "La Suède a, pour sa part, livré des chars.", "give", "a, pour sa part, livré", "active", "participle"),
        ("fr", "La Suède livrera des chars.", "give", "livrera", "active", "future"),
        ("fr", "La Suède aurait livré des chars.", "give", "aurait livré", "active", "conditional"),
        ("fr", "La Suède va livrer des chars.", "give", "va livrer", "active", "future"),
        ("fr", "Des chars ont été livrés à la Lettonie.", "give", "ont été livrés", "passive", "participle"),
        ("fr", "Des chars seront livrés à la Lettonie.", "give", "seront livrés", "passive", "future"),
        ("fr", "Les chars livrés par la Suède roulent.", "give", "livrés", "participle", "participle"),
        ("fr", "L'Irlande se procure des chars.", "receive", "se procure", "active", "present"),
        ("fr", "Le Niger s'est fait livrer des drones.", "give", "s'est fait livrer", "caused", "infinitive"),
        ("fr", "Six soldats sont morts.", "die", "sont morts", "active", "participle"),
        ("fr", "Le Maroc est venu en aide au Niger.", "contribute", "est venu en aide", "active", "participle"),
        ("en", "Sweden has not yet delivered tanks.", "give", "has not yet delivered", "active", "participle"),
        ("en", "The tanks had been delivered.", "give", "had been delivered", "passive", "participle"),
        ("en", "Tanks supplied by Sweden roll.", "give", "supplied", "participle", "participle"),
        ("en", "Sweden is delivering tanks.", "give", "is delivering", "active", "gerund"),
        ("en", "Sweden will deliver tanks.", "give", "will deliver", "active", "future"),
        ("en", "Austria has frozen arms sales.", "halt", "has frozen", "active", "participle"),
    ],
)
def test_verb_groups(code: str, text: str, frame: str, words: str, shape: str, tense: str) -> None:
    """A verb is read with all that belongs to it, and in its voice."""
    reading = read(code, text)
    found = predicate(reading, frame)
    assert (reading.text(found.first, found.last), str(found.shape), found.tense) == (words, shape, tense)


@pytest.mark.parametrize(
    ("code", "text", "frame"),
    [
        ("fr", "Les envois de blé continuent.", "supply_noun"),
        ("fr", "Le retrait des troupes est fini.", "withdraw_noun"),
        ("en", "Spain's imports of gas rose.", "buy_noun"),
        ("en", "Spain suspended arms sales.", "supply_noun"),
        ("en", "Purchases of oil continue.", "buy_noun"),
    ],
)
def test_nouns_are_no_verbs(code: str, text: str, frame: str) -> None:
    """A spelling that is noun and verb is a noun after a determiner or an owner, and where a sentence begins."""
    assert str(predicate(read(code, text), frame).shape) == "noun"


def test_a_word_may_tell_two_kinds_of_claim() -> None:
    """`annoncer` carries a transfer, and announces an agreement."""
    kinds = {one.frame.kind for one in read("fr", "La Suède annonce une aide.").predicates if one.frame.verbs}
    assert kinds == {"transfer", "agreement"}


@pytest.mark.parametrize("text", ["La porte de la mairie.", "Il a plu mardi.", "Le livre de la jungle."])
def test_no_exchange_is_found_where_there_is_none(text: str) -> None:
    """Words that only look like a verb of exchange are none."""
    assert read("fr", text).predicates == ()
