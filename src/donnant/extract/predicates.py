"""The words of a sentence in; its verbs and nouns of exchange out, each with its frame, voice and tense."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from donnant.extract.tokens import Words, once, openers, phrase_of
from donnant.lang.frames import Frame, Lexicon
from donnant.lang.grammar import Conjugation, Form, Grammar, conjugation, forms, preposition_roles

_LOOK_BACK = 7
_ASIDE = 6
"""How many words may stand between an auxiliary and its participle."""


_QUOTES = ('"', "«", "»", "“", "”")
_CLEAR = ("past", "infinitive", "gerund")
"""Tenses of a form that is hardly ever a noun: what follows it is its object."""


Tables = tuple[Mapping[str, tuple[tuple[Form, Frame], ...]], Mapping[str, Frame]]
"""Verbs by the first word of a form, and nouns."""


class Shape(StrEnum):
    """How a predicate stands in its sentence; it decides where the roles are looked for."""

    ACTIVE = "active"
    PASSIVE = "passive"
    PARTICIPLE = "participle"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    CAUSED = "caused"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its auxiliaries; positions are token positions, the last one included."""

    first: int
    head: int
    last: int
    form: Form
    shape: Shape
    tense: str
    """`conditional` and `future` also where the auxiliary carries them."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word of exchange: where it stands, its frame, how it is used."""

    first: int
    head: int
    last: int
    frame: Frame
    shape: Shape
    tense: str = "present"


def find_hints(
    words: Words, lexicon: Lexicon, grammar: Grammar, conjugation: Conjugation, known: Iterable[Predicate]
) -> tuple[Predicate, ...]:
    """Words that may tell a claim and that no rule goes by, beside the predicates that are known."""
    taken = {(position, p.frame.kind) for p in known for position in range(p.head, p.last + 1)}
    hints = _found(words, (lexicon.loose_verbs, lexicon.loose_nouns), grammar, conjugation)
    return tuple(p for p in hints if (p.head, p.frame.kind) not in taken)


def find_predicates(
    words: Words, lexicon: Lexicon, grammar: Grammar, conjugation: Conjugation
) -> tuple[Predicate, ...]:
    """Every verb and noun of exchange of a sentence, in order; of two at one place the longer."""
    return _found(words, (lexicon.verbs, lexicon.nouns), grammar, conjugation)


def _found(words: Words, tables: Tables, grammar: Grammar, conjugation: Conjugation) -> tuple[Predicate, ...]:
    verbs, nouns = tables
    opening = openers(nouns)
    found: dict[tuple[int, str], Predicate] = {}
    for position, word in enumerate(words.texts):
        begins_noun = word in opening
        if not begins_noun and word not in verbs:
            continue
        for form, frame in verbs.get(word, ()):
            group = verb_group(words, position, form, grammar, conjugation)
            if group is None or (group.first == position and _narrows(words, position, form, found, grammar)):
                continue
            if not form.reflexive and _turned_back(words, group, conjugation) and _needs_another(frame, group):
                continue  # who boasts (`se vante`) praises nobody else, what is sold (`se vend`) sells nothing
            predicate = Predicate(group.first, position, group.last, frame, group.shape, group.tense)
            old = found.get((position, frame.kind))
            if old is None or _better(predicate, old):
                found[position, frame.kind] = predicate
        noun = _noun_at(words, position, nouns) if begins_noun else None
        if noun is None:
            continue
        here = [place for place in found if place[0] == position]
        object_of = any(place[0] == position - 1 and p.tense in _CLEAR for place, p in found.items())
        finite = all(found[place].tense == "present" and found[place].shape is Shape.ACTIVE for place in here)
        named = _is_noun_place(words, position, grammar) or (finite and _is_noun_by(words, noun, grammar))
        if not here or position == 0 or object_of or named:
            for place in here:
                del found[place]
            found[position, noun.frame.kind] = noun
    return _apart(found.values())


def _needs_another(frame: Frame, group: Group) -> bool:
    """Whether a verb tells something else where it is turned back on its subject."""
    gives = frame.kind == "transfer" and frame.subject == "giver" and group.shape is not Shape.CAUSED
    return frame.kind == "attitude" or gives


def _turned_back(words: Words, group: Group, tables: Conjugation) -> bool:
    """Whether a reflexive stands inside a verb group."""
    return any(word in tables.oneself for word in words.texts[group.first : group.head])


def _narrows(
    words: Words, position: int, form: Form, found: dict[tuple[int, str], Predicate], grammar: Grammar
) -> bool:
    """Whether a past form right behind a preposition or a verb only narrows a noun (`with armed drones`)."""
    if not position or form.tense not in ("past", "participle"):
        return False
    if words.texts[position - 1] in preposition_roles(grammar.code):
        return True
    return any(place[0] == position - 1 and p.tense in _CLEAR for place, p in found.items())


def _apart(predicates: Iterable[Predicate]) -> tuple[Predicate, ...]:
    """Predicates in order, none across another one; one word may speak of two kinds of claim (`announce`)."""
    taken: dict[int, int] = {}
    kept = []
    for predicate in sorted(predicates, key=lambda p: (p.first, p.head, p.frame.kind)):
        own = range(predicate.head, predicate.last + 1)
        if all(taken.get(position, predicate.head) == predicate.head for position in own):
            kept.append(predicate)
            taken.update((position, predicate.head) for position in own)
    return tuple(kept)


def _better(new: Predicate, old: Predicate) -> bool:
    """A form with more of its words, then one that is finite, beats another of the same spelling."""
    order = (Shape.ACTIVE, Shape.PASSIVE, Shape.CAUSED, Shape.INFINITIVE, Shape.GERUND, Shape.PARTICIPLE, Shape.NOUN)
    return (old.last - new.last, order.index(new.shape)) < (0, order.index(old.shape))


def verb_group(words: Words, head: int, form: Form, grammar: Grammar, tables: Conjugation) -> Group | None:
    """The verb group around a form, or None where the spelling cannot be that form here."""
    last = _tail(words, head, form)
    if last is None or words.texts[head] in tables.never:
        return None
    seen, first = _auxiliaries(words, head, tables)
    if form.reflexive and "reflexive" not in seen:
        return None
    shape = _shape(words, head, form, seen, grammar)
    if shape is None:
        return None
    tense = form.tense
    if "conditional" in seen:
        tense = "conditional"
    elif "future" in seen:
        tense = "future"
    return Group(first, head, last, form, shape, tense)


def _tail(words: Words, head: int, form: Form) -> int | None:
    """The last token of a verb with fixed words after it; None where they do not follow."""
    if not form.tail:
        return head
    tail = tuple(part for word in form.tail for part in _split(word))
    for skip in range(3):
        if words.follow(head + 1 + skip, tail):
            return head + skip + len(tail)
    return None


def _split(word: str) -> tuple[str, ...]:
    """A fixed word as the tokenizer cuts it: an elision stands alone."""
    head, mark, rest = word.partition("'")
    return (head + mark, rest) if mark and rest else (word,)


def _auxiliaries(words: Words, head: int, tables: Conjugation) -> tuple[set[str], int]:
    """What stands before a verb inside its group (kinds of auxiliary), and where the group begins."""
    kinds: set[str] = set()
    first = head
    position = head
    walked = 0
    kinds_of = _auxiliary_kinds(tables)
    while position > 0 and walked < _LOOK_BACK:
        position -= 1
        walked += 1
        word = words.texts[position]
        if word == ",":  # an aside between commas: "a, pour sa part, livré"
            opening = [back for back in range(max(0, position - _ASIDE), position) if words.texts[back] == ","]
            if not opening:
                break
            position = opening[-1]
            continue
        kind = kinds_of.get(word)
        if kind:
            kinds |= kind
            first = position
            if kind.isdisjoint(_OPEN):
                break
        elif (
            word not in tables.inside
            and word not in _QUOTES
            and not any(len(word) > len(ending) + 2 and word.endswith(ending) for ending in tables.adverb_endings)
        ):
            break
    return kinds, first


_OPEN = frozenset({"be", "reflexive", "cause", "have"})
"""Kinds of auxiliary before which another may stand."""


@once
def _auxiliary_kinds(tables: Conjugation) -> dict[str, frozenset[str]]:
    """What each auxiliary brings to its group; of two kinds of one spelling the first counts."""
    table = (
        ({"have"}, tables.have),
        ({"be"}, tables.be),
        ({"have", "future"}, tables.have_future),
        ({"be", "future"}, tables.be_future),
        ({"have", "conditional"}, tables.have_conditional),
        ({"be", "conditional"}, tables.be_conditional),
        ({"future"}, tables.go),
        ({"cause"}, tables.cause),
        ({"reflexive"}, tables.reflexive),
    )
    return {word: frozenset(kind) for kind, listed in reversed(table) for word in listed}


def _shape(words: Words, head: int, form: Form, seen: set[str], grammar: Grammar) -> Shape | None:
    """The use of a form given what stands before it; None where it cannot be this form."""
    if form.tense == "participle":
        if "be" in seen:
            return Shape.ACTIVE if "reflexive" in seen or form.reflexive or _by_itself(form, grammar) else Shape.PASSIVE
        if "have" in seen:
            return Shape.ACTIVE
        return None if _is_noun_place(words, head, grammar) else Shape.PARTICIPLE
    if form.tense == "infinitive" and not _after_article(words, head, grammar):
        if "cause" in seen and "reflexive" in seen:
            return Shape.CAUSED
        return Shape.ACTIVE if "future" in seen else Shape.INFINITIVE
    if form.tense == "gerund":
        return Shape.ACTIVE if "be" in seen else Shape.GERUND
    after = words.texts[head + 1] if head + 1 < len(words) else ""
    second = words.texts[head + 2] if head + 2 < len(words) else ""
    ranges = any(char.isdigit() for char in second)  # `delivered between 40 and 60`
    follows = after in grammar.prepositions.by or (after in grammar.prepositions.between and not ranges)
    if form.tense == "past" and follows and _also_participle(words.texts[head], form, grammar):
        return None  # `supplied by`
    if "have" in seen or "be" in seen or (head and words.texts[head - 1] in grammar.infinitive_markers):
        return None
    return None if _is_noun_place(words, head, grammar) else Shape.ACTIVE


def _also_participle(word: str, form: Form, grammar: Grammar) -> bool:
    """Whether a past form has the spelling of its participle (`supplied`, but not `fell`)."""
    return any(spelled == word and other.tense == "participle" for spelled, other in forms(grammar.code, form.verb))


def _by_itself(form: Form, grammar: Grammar) -> bool:
    return form.verb in conjugation(grammar.code).be_active


def _after_article(words: Words, position: int, grammar: Grammar) -> bool:
    """Whether an article stands before a base form and makes a noun of it (`a grant`)."""
    before = words.texts[position - 1] if position else ""
    return before in grammar.determiners and before not in grammar.prepositions.of


def _is_noun_place(words: Words, position: int, grammar: Grammar) -> bool:
    """Whether a determiner, a preposition or a figure before a word makes a noun of it."""
    if position == 0:
        return False
    before = words.texts[position - 1]
    roles = grammar.prepositions
    if before in grammar.floats and position > 1 and _is_subject(words.texts[position - 2], grammar):
        return False  # `they each received`
    return (
        before in grammar.determiners
        or before in roles.of
        or before in roles.in_
        or before in roles.by
        or before in grammar.possessive_marks
        or before[0].isdigit()
    )


def _is_noun_by(words: Words, noun: Predicate, grammar: Grammar) -> bool:
    """Whether the words around a noun leave no room for the verb that is spelled like it."""
    after = words.texts[noun.last + 1] if noun.last + 1 < len(words) else ""
    before = words.texts[noun.first - 1]
    led = before in preposition_roles(grammar.code) and before not in grammar.infinitive_markers
    return led or after in grammar.after_nouns


def _is_subject(word: str, grammar: Grammar) -> bool:
    """Whether a word may end the subject of a verb: neither a preposition nor a determiner."""
    return word[0].isalpha() and word not in grammar.determiners and word not in preposition_roles(grammar.code)


def _noun_at(words: Words, position: int, nouns: Mapping[str, Frame]) -> Predicate | None:
    """The longest noun of exchange that begins at a position."""
    for length in range(min(5, len(words) - position), 0, -1):
        text = phrase_of(words.texts[position : position + length])
        frame = nouns.get(text)
        if frame is not None:
            shape = Shape.ACTIVE if text in frame.words else Shape.NOUN
            return Predicate(position, position, position + length - 1, frame, shape)
    return None
