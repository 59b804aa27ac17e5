"""The words of every pack: the same files, no verb told twice, no cue that any sentence holds."""

from importlib import resources

import pytest

from donnant.domain.claim import CATEGORIES, Factuality, Kind, Phase
from donnant.extract.silent import SILENCE
from donnant.lang.cues import Commitment, Voices
from donnant.lang.frames import Frames, Items
from donnant.lang.grammar import conjugation, forms, grammar
from donnant.lang.lexicon import languages, read_table

LOSSES = ("killed", "wounded", "killed_or_wounded", "captured", "missing")
ROLES = ("giver", "receiver", "item", "party", "target")


def function_words(code: str) -> set[str]:
    """Words that hold a sentence together and mean nothing by themselves."""
    words = grammar(code)
    roles = words.prepositions
    listed = (words.determiners, words.conjunctions, words.relative, words.breaks, words.clitics)
    prepositions = (roles.to, roles.of, roles.by, roles.from_, roles.with_, roles.against, roles.in_, roles.aside)
    auxiliaries = (conjugation(code).have, conjugation(code).be)
    return {word for words in (*listed, *prepositions, *auxiliaries) for word in words}


def frames(code: str) -> Frames:
    """The frames of a pack."""
    return read_table(code, "frames", Frames)


def cues(code: str) -> list[str]:
    """Nouns of goods and exchange and cues of certainty that are read wherever they stand."""
    nouns = [noun for frame in frames(code).frame for noun in (*frame.nouns, *frame.words)]
    goods = [noun for item in read_table(code, "items", Items).item if not item.strict for noun in item.nouns]
    table = read_table(code, "commitment", Commitment)
    certain = [word for cue in table.cue if cue.reach != "opening" for word in cue.words]
    return [*nouns, *goods, *certain]


def test_packs_have_the_same_files() -> None:
    """A language is a folder with fixed names: what one has all have."""
    root = resources.files("donnant.lang")
    names = {code: {entry.name for entry in (root / code).iterdir()} for code in languages()}
    assert len(names) > 1
    first = next(iter(names.values()))
    assert all(found == first for found in names.values())


@pytest.mark.parametrize("code", languages())
def test_no_verb_is_in_two_frames_of_one_kind(code: str) -> None:
    """Of one kind of claim a verb tells one thing."""
    for kind in Kind:
        verbs = [verb for frame in frames(code).frame if frame.kind == kind for verb in frame.verbs]
        assert sorted({verb for verb in verbs if verbs.count(verb) > 1}) == []


@pytest.mark.parametrize("code", languages())
def test_no_noun_is_in_two_frames_or_items(code: str) -> None:
    """A noun has one frame; goods have one category, but for aid, which is goods and a frame by itself."""
    nouns = [noun for frame in frames(code).frame for noun in (*frame.nouns, *frame.words)]
    assert sorted({noun for noun in nouns if nouns.count(noun) > 1}) == []
    goods: dict[str, set[str]] = {}
    for item in read_table(code, "items", Items).item:
        for noun in item.nouns:
            goods.setdefault(noun, set()).add(item.category)
    assert {noun: found for noun, found in goods.items() if len(found) > 1} == {}


@pytest.mark.parametrize("code", languages())
def test_no_function_word_is_a_cue(code: str) -> None:
    """A word that every sentence holds decides nothing alone."""
    assert sorted(set(cues(code)) & function_words(code)) == []


@pytest.mark.parametrize("code", languages())
def test_no_cue_has_one_letter(code: str) -> None:
    """One letter is an initial, a list mark or a slip; an elision is a whole word."""
    speech = read_table(code, "voices", Voices)
    spoken = [*speech.before, *speech.opening, *speech.through, *speech.back, *speech.verbs, *speech.people]
    assert [word for word in (*cues(code), *spoken) if len(word.rstrip("'")) < 2 and word != "s'"] == []


@pytest.mark.parametrize("code", languages())
def test_every_verb_can_be_conjugated(code: str) -> None:
    """Each verb has a class, its infinitive among its forms, and no form that ends in an apostrophe."""
    verbs = [verb for frame in frames(code).frame for verb in frame.verbs]
    for verb in [*verbs, *read_table(code, "voices", Voices).verbs]:
        spellings = {spelling for spelling, form in forms(code, verb) if form.tense == "infinitive"}
        words = set(verb.replace("s'", "s' ").split())
        assert spellings & words, verb


@pytest.mark.parametrize(
    ("code", "verb", "expected"),
    [
        ("fr", "poursuivre", "poursuit poursuivi poursuivra"),
        ("fr", "interrompre", "interrompt interrompu interromprait"),
        ("fr", "accroître", "accroît accru accroissent"),
        ("fr", "accueillir", "accueille accueilli accueillera"),
        ("fr", "secourir", "secourt secouru secourra"),
        ("fr", "démentir", "dément démenti démentent"),
        ("fr", "révéler", "révèle révélé"),
        ("fr", "abattre", "abat abattu"),
        ("en", "suspend", "suspended suspending suspends"),
        ("en", "seek", "sought"),
        ("en", "leave", "left leaving"),
        ("en", "freeze", "froze frozen"),
        ("en", "commit", "committed committing"),
        ("en", "equip", "equipped"),
        ("en", "strike", "struck striking"),
        ("en", "disclose", "disclosed"),
        ("en", "fly", "flew flown flies"),
    ],
)
def test_irregular_verbs(code: str, verb: str, expected: str) -> None:
    """Verbs that do not follow their suffix have a class of their own."""
    assert set(expected.split()) <= {spelling for spelling, _ in forms(code, verb)}


@pytest.mark.parametrize("code", languages())
def test_frames_say_what_the_readers_know(code: str) -> None:
    """Kinds, categories, roles, phases and certainties are words of the domain."""
    for frame in frames(code).frame:
        assert frame.kind in (*Kind, SILENCE), frame.id
        known = {"transfer": CATEGORIES, "loss": LOSSES, "attitude": ("positive", "negative")}.get(frame.kind, ())
        assert frame.category is None or frame.category in known, frame.id
        slots = ("subject", "object", "to", "of", "from", "by", "with", "against", "in", "among", "adjective")
        assert all(frame.role(slot) in (None, *ROLES) for slot in slots), frame.id
        assert frame.phase in (None, *Phase) and frame.factuality in (None, *Factuality), frame.id
    assert all(item.category in CATEGORIES for item in read_table(code, "items", Items).item)


def test_packs_have_the_same_frames() -> None:
    """A frame that one language has and another lacks is a kind of sentence that only one of them reads."""
    ids = {code: {frame.id for frame in frames(code).frame} for code in languages()}
    shared = set.intersection(*ids.values())
    assert {code: sorted(found - shared) for code, found in sorted(ids.items())} == {
        "en": [],
        "fr": ["buy", "contribute", "head", "injured"],
    }
