"""One sentence in; all that its words say out, ready for the readers of each kind of claim."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from donnant.extract.amounts import Amount, find_amounts
from donnant.extract.coordination import with_coordination
from donnant.extract.currencies import settle_currencies
from donnant.extract.goods import Goods, Phrases, find_goods, find_loose
from donnant.extract.hits import Hit, find_cues
from donnant.extract.parties import Guise, Mention
from donnant.extract.pieces import Pieces
from donnant.extract.places import Place, find_place
from donnant.extract.predicates import Predicate, Shape, find_hints, find_predicates, verb_group
from donnant.extract.roles import Scene
from donnant.extract.sentences import Sentence
from donnant.extract.times import Time, find_times
from donnant.extract.tokens import Words, once, tokenize
from donnant.lang.amounts import AmountWords, amount_words
from donnant.lang.cues import Anaphora, Speech, anaphora, commitment, speech
from donnant.lang.frames import Lexicon, lexicon
from donnant.lang.grammar import CLEAR, Conjugation, Grammar, conjugation, grammar, plain_forms
from donnant.lang.times import TimeWords, time_words


@dataclass(frozen=True, slots=True)
class Tongue:
    """Everything the readers need of one language pack."""

    code: str
    grammar: Grammar
    conjugation: Conjugation
    lexicon: Lexicon
    speech: Speech
    anaphora: Anaphora
    amounts: AmountWords
    times: TimeWords


def tongue(code: str) -> Tongue:
    """The tables of a pack; each is read once."""
    return Tongue(
        code,
        grammar(code),
        conjugation(code),
        lexicon(code),
        speech(code),
        anaphora(code),
        amount_words(code),
        time_words(code),
    )


@dataclass(frozen=True, slots=True)
class Named:
    """The parties of a sentence, and the starts of those that are only described (`the island`)."""

    mentions: tuple[Mention, ...]
    referring: frozenset[int]
    around: tuple[str, ...] = ()
    """The parties of the whole report, the most named first."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with its words, parties, amounts, goods and predicates; positions are token positions."""

    sentence: Sentence
    words: Words
    mentions: tuple[Mention, ...]
    places: tuple[Place, ...]
    amounts: tuple[Amount, ...]
    times: tuple[Time, ...]
    goods: tuple[Goods, ...]
    predicates: tuple[Predicate, ...]
    scene: Scene
    hits: tuple[Hit, ...]
    referring: frozenset[int] = frozenset()
    """Starts of mentions that are descriptions (`the island`) of a party named before."""
    hints: tuple[Predicate, ...] = ()
    """Words that may tell a claim, which no rule goes by."""
    loose: tuple[Goods, ...] = ()
    """Nouns of what may pass, which no rule goes by."""

    def owned_by(self, first: int, last: int) -> tuple[Place, ...]:
        """Places of parties that belong to the noun at these positions."""
        return tuple(place for place in self.places if place.owner is not None and first <= place.owner <= last)

    def text(self, first: int, last: int) -> str:
        """The original text between two tokens, both included."""
        return self.sentence.text[self.words.tokens[first].start : self.words.tokens[last].end]

    def bare(self) -> tuple[str, ...]:
        """Parties that stand bare or before a verb: what a later pronoun most likely means."""
        return tuple(
            place.mention.party
            for place in self.places
            if place.slot == "bare" and place.owner is None and place.mention.guise is not Guise.PAIR
        )

    def joined(self) -> tuple[tuple[str, ...], ...]:
        """Parties whose names are joined by `and` or commas, group by group."""
        groups: dict[int, dict[str, None]] = {}
        for place in self.places:
            if place.mention.guise is not Guise.PAIR:
                groups.setdefault(place.group, {})[place.mention.party] = None
        return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def read_words(sentence: Sentence, tables: Tongue) -> Words:
    """The words of a sentence."""
    return Words(tokenize(sentence.folded, tuple(tables.grammar.clitics)))


def read_sentence(
    sentence: Sentence, words: Words, named: Named, tables: Tongue, today: str | None, spoken: str | None = None
) -> Reading:
    """The full reading of a sentence whose parties are known; `spoken` is the date last named before it."""
    pieces = Pieces(sentence.folded)
    amounts = find_amounts(pieces, tables.amounts)
    amounts = settle_currencies(amounts, sentence.folded, named.mentions, named.around, tables.amounts)
    times = find_times(pieces, tables.times, today, spoken)
    predicates = find_predicates(words, tables.lexicon, tables.grammar, tables.conjugation)
    verbs = _verbs(words, predicates, tables)
    hints = find_hints(words, tables.lexicon, tables.grammar, tables.conjugation, predicates)
    verbs |= {p.head for p in hints if p.shape in (Shape.ACTIVE, Shape.PASSIVE) and p.tense in CLEAR}
    no = commitment(tables.code).no
    denied = {position for position, word in enumerate(words.texts) if word in no}
    groups = {position for p in predicates if p.shape is not Shape.NOUN for position in range(p.first, p.last + 1)}
    phrases = Phrases(tables.grammar, frozenset(verbs | groups | denied))
    goods = find_goods(words, tables.lexicon, amounts, phrases)
    loose = find_loose(words, tables.lexicon, amounts, phrases, goods)
    starts = {words.at(mention.start) for mention in named.mentions}
    goods = tuple(thing for thing in goods if not any(_is_verb(p, thing, starts) for p in predicates))
    heads = {p.head for p in predicates}
    loose = tuple(thing for thing in loose if thing.first not in heads)
    kept = tuple(p for p in predicates if not _is_goods(p, goods, predicates))
    if kept != predicates:
        predicates, verbs = kept, _verbs(words, kept, tables) | (verbs & {p.head for p in hints})
    nouns = {thing.first for thing in goods if thing.item is not None}
    nouns |= {position for p in predicates if p.shape is Shape.NOUN for position in range(p.head, p.last + 1)}
    nouns |= {thing.last for thing in goods if thing.item is not None}
    tails = {position for p in predicates for position in range(p.head, p.last + 1)} - nouns
    dated = {position for time in times for position in range(words.at(time.start), words.before(time.end) + 1)}
    figures = {position for a in amounts for position in range(words.at(a.start), words.before(a.end) + 1)}
    edges = verbs | tails | dated
    places = [find_place(mention, words, tables.grammar, nouns, edges, figures) for mention in named.mentions]
    places = with_coordination(places, words, tables.grammar, verbs)
    scene = Scene(words, tables.grammar, tuple(sorted(verbs)), tuple(thing.first for thing in goods))
    hits = tuple(hit for hit in find_cues(words, sentence.folded, tables.code) if hit.first not in dated)
    return Reading(
        sentence,
        words,
        named.mentions,
        tuple(places),
        amounts,
        times,
        goods,
        predicates,
        scene,
        hits,
        named.referring,
        hints,
        loose,
    )


def read_lightly(sentence: Sentence, words: Words, named: Named, tables: Tongue) -> Reading:
    """The reading of a sentence that tells nothing: where its parties stand, for what comes after."""
    verbs = _verbs(words, (), tables)
    found = [find_place(mention, words, tables.grammar, (), verbs) for mention in named.mentions]
    places = tuple(with_coordination(found, words, tables.grammar, verbs))
    scene = Scene(words, tables.grammar, tuple(sorted(verbs)), ())
    return Reading(sentence, words, named.mentions, places, (), (), (), (), scene, (), named.referring, (), ())


def _is_verb(predicate: Predicate, thing: Goods, starts: Collection[int]) -> bool:
    """Whether a noun of goods is part of a verb here (`venir en aide`), or the verb itself, right before a party."""
    if predicate.head < thing.first <= predicate.last:
        return True
    same = predicate.head == thing.first and predicate.shape is Shape.ACTIVE
    return same and thing.item is not None and thing.item.frame is not None and thing.last + 1 in starts


def _is_goods(predicate: Predicate, goods: Sequence[Goods], predicates: Sequence[Predicate]) -> bool:
    """Whether what could be a verb is goods here, since a noun of exchange follows (`arms deliveries`)."""
    if predicate.shape is not Shape.ACTIVE or predicate.first != predicate.last:
        return False
    noun = any(p.shape is Shape.NOUN and p.first == predicate.last + 1 for p in predicates)
    return noun and any(thing.first == predicate.head and thing.item is not None for thing in goods)


def _verbs(words: Words, predicates: Sequence[Predicate], tables: Tongue) -> set[int]:
    """Head positions of every verb group known to the pack, the auxiliaries that stand alone included."""
    found = {p.head for p in predicates if p.shape is not Shape.NOUN}
    said = tables.speech.verbs
    for position in [position for position, word in enumerate(words.texts) if word in said]:
        for form in said[words.texts[position]]:
            if verb_group(words, position, form, tables.grammar, tables.conjugation):
                found.add(position)
                break
    plain = plain_forms(tables.code)
    for position in [position for position, word in enumerate(words.texts) if word in plain]:
        for form in plain[words.texts[position]]:
            group = verb_group(words, position, form, tables.grammar, tables.conjugation)
            if group is not None and group.shape in (Shape.ACTIVE, Shape.PASSIVE):
                found.add(position)
                break
    finite, to = _finite(tables.conjugation), tables.grammar.prepositions.to
    alone = [position for position, word in enumerate(words.texts) if word in finite and word not in to]
    grouped = {position for p in predicates for position in range(p.first, p.last + 1)}
    return found.union([position for position in alone if position not in grouped])


@once
def _finite(table: Conjugation) -> frozenset[str]:
    """Auxiliaries that stand alone as verbs."""
    return frozenset({*table.have, *table.be, *table.have_conditional, *table.be_conditional} - {*table.inside})
