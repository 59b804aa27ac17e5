"""Frames and items: who stands where around each verb and noun of exchange, and what can pass."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from donnant.lang.grammar import Form, forms
from donnant.lang.lexicon import Words, read_table
from donnant.lang.morphology import noun_forms


class Frame(Words, frozen=True):
    """The roles that a verb or noun gives to its subject, its object and its prepositions."""

    id: str
    kind: str
    needs: str
    category: str | None = None
    verbs: list[str] = []
    nouns: list[str] = []
    words: list[str] = []
    subject: str | None = None
    object: str | None = None
    to: str | None = None
    of: str | None = None
    from_: str | None = msgspec.field(name="from", default=None)
    by: str | None = None
    with_: str | None = msgspec.field(name="with", default=None)
    against: str | None = None
    in_: str | None = msgspec.field(name="in", default=None)
    among: str | None = None
    adjective: str | None = None
    phase: str | None = None
    factuality: str | None = None
    support: bool = False
    """It only carries, halts or bans what a noun of exchange after it names."""
    leaves: bool = False
    """Goods that do it come from where they were; people who do it are no longer where they had been sent."""
    turns: bool = False
    """It turns the attitude that it governs into its opposite: sanctions that are lifted are goodwill."""
    bans: bool = False
    """Who does it shows what they think of the other side."""
    doubtful: bool = False
    """Its words mostly tell of no claim: no rule goes by them, the learnt judge may."""
    item_object: bool = False
    """Its object may be the thing as well as the receiver (`gave Kyiv tanks`)."""

    @property
    def takes_item(self) -> bool:
        """Whether what passes can be its object."""
        return self.object == "item" or self.item_object

    def role(self, slot: str) -> str | None:
        """The role of a slot, `subject` and `object` included."""
        name = slot + "_" if slot in ("from", "with", "in") else slot
        found: str | None = getattr(self, name, None)
        return found


class Frames(Words, frozen=True):
    """What `frames.toml` holds."""

    frame: list[Frame]


class Item(Words, frozen=True):
    """Goods of one category and one unit; a `container` takes the category of what it holds."""

    category: str
    nouns: list[str]
    unit: str | None = None
    frame: str | None = None
    weak: bool = False
    container: bool = False
    rate: bool = False
    """It is paid again and again: a sum beside it is a rate, no amount that passed."""
    doubtful: bool = False
    """What may pass and mostly does not: no rule speaks of it, the learnt judge may."""
    strict: bool = False
    """It is an adjective too: read as goods only after a determiner or a figure."""


class Items(Words, frozen=True):
    """What `items.toml` holds."""

    item: list[Item]
    including: list[str]
    """Words that open a list of what a bundle holds."""
    each: list[str]
    """Words that give a figure to every one of several (`chacun`)."""
    respectively: list[str]
    """Words that give several figures to several names in their order."""
    idioms: list[str]
    """Fixed phrases in which a noun of goods names none (`en contrepartie`)."""
    conduct: list[str]
    """What a party does or holds: who supports that approves, and gives nothing."""
    mutual: list[str]
    """Words that make of goods what each of two parties gives the other."""
    hollow: list[str]
    """Nouns that only name goods as what they are about (`prix`, `secteur`): nothing passes."""
    qualifiers: dict[str, list[str]]
    """Category to the words that narrow aid to it (`militairement`)."""
    battle: list[str]
    """Words that tell that people lost are soldiers."""
    forces: list[str]
    """Nouns for all the people whom a party has in the field."""
    wholes: list[str]
    """Words that bring the whole of which some were lost (`sur un effectif de`)."""
    costs: list[str]
    """Words that make a price or a cost of the sum after them."""
    for_: list[str] = msgspec.field(name="for")
    """Words right before a sum that make it the worth of the goods before."""
    value: list[str]
    """Words that say what goods are worth: the sum after them is no goods of its own."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The frames and items of a pack, ready for looking up."""

    verbs: dict[str, tuple[tuple[Form, Frame], ...]]
    """First word of a verb form to the frames it may begin."""
    nouns: dict[str, Frame]
    """Noun or fixed words, possibly of several words, to the frame."""
    loose_verbs: dict[str, tuple[tuple[Form, Frame], ...]]
    loose_nouns: dict[str, Frame]
    """The same of the frames that no rule goes by."""
    items: dict[str, Item]
    loose: dict[str, Item]
    """Nouns that the rules leave alone without an amount, or altogether."""
    frames: dict[str, Frame]
    value: tuple[str, ...]
    costs: tuple[str, ...]
    worth_for: tuple[str, ...]
    battle: tuple[str, ...]
    forces: frozenset[str]
    wholes: frozenset[str]
    including: tuple[str, ...]
    each: tuple[str, ...]
    idioms: tuple[str, ...]
    conduct: frozenset[str]
    mutual: frozenset[str]
    respectively: frozenset[str]
    hollow: frozenset[str]
    qualifiers: dict[str, str]
    """Word to category."""


@functools.cache
def lexicon(code: str) -> Lexicon:
    """All frames and items of a pack with every inflected form."""
    table = read_table(code, "frames", Frames).frame
    frames = {frame.id: frame for frame in table}
    verbs, nouns = _spelled(code, [frame for frame in table if not frame.doubtful])
    loose_verbs, loose_nouns = _spelled(code, [frame for frame in table if frame.doubtful])
    goods = read_table(code, "items", Items)
    spelled = [(word, item) for item in goods.item for noun in item.nouns for word in phrase_forms(code, noun)]
    items = {word: item for word, item in spelled if not item.doubtful}
    loose = {word: item for word, item in spelled if item.weak or (item.doubtful and word not in items)}
    qualifiers = {word: category for category, listed in goods.qualifiers.items() for word in listed}
    return Lexicon(
        verbs,
        nouns,
        loose_verbs,
        loose_nouns,
        items,
        loose,
        frames,
        tuple(goods.value),
        tuple(goods.costs),
        tuple(goods.for_),
        tuple(goods.battle),
        frozenset(goods.forces),
        frozenset(goods.wholes),
        tuple(goods.including),
        tuple(goods.each),
        tuple(goods.idioms),
        frozenset(word for noun in goods.conduct for word in noun_forms(code, noun)),
        frozenset(goods.mutual),
        frozenset(goods.respectively),
        frozenset(word for noun in goods.hollow for word in noun_forms(code, noun)),
        qualifiers,
    )


def _spelled(code: str, frames: Sequence[Frame]) -> tuple[dict[str, tuple[tuple[Form, Frame], ...]], dict[str, Frame]]:
    """The verbs and nouns of frames, by every spelling of their first word."""
    verbs: dict[str, list[tuple[Form, Frame]]] = {}
    nouns: dict[str, Frame] = {}
    for frame in frames:
        for verb in frame.verbs:
            for spelling, form in forms(code, verb):
                verbs.setdefault(spelling, []).append((form, frame))
        for noun in frame.nouns:
            nouns.update((spelling, frame) for spelling in phrase_forms(code, noun))
        nouns.update((word, frame) for word in frame.words)
    # a longer fixed tail is tried first, so that "perdre la vie" is not read as a bare verb
    ordered = {
        word: tuple(sorted(found, key=lambda pair: (-len(pair[0].tail), not pair[0].reflexive)))
        for word, found in verbs.items()
    }
    return ordered, nouns


def phrase_forms(code: str, phrase: str) -> tuple[str, ...]:
    """Singular and plurals of a noun phrase: its first word inflected, then each further adjective too."""
    head, *rest = phrase.split(" ")
    if not rest:
        return noun_forms(code, phrase)
    tail = " ".join(rest)
    # in "véhicule blindé" both words are inflected, in "char de combat" the first alone; the wrong
    # variant is no word of the language and matches nothing
    plurals = [f"{form} {tail}" for form in noun_forms(code, head)]
    both = [f"{form} {' '.join([noun_forms(code, rest[0])[-1], *rest[1:]])}" for form in noun_forms(code, head)]
    last = f"{phrase.rsplit(' ', 1)[0]} {noun_forms(code, rest[-1])[-1]}"
    return tuple(dict.fromkeys([*plurals, *both, last]))
