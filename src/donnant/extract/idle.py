"""A noun of goods in its sentence in; out, whether it names goods there, or only narrows another noun."""

from donnant.extract.goods import Goods
from donnant.extract.parties import Guise
from donnant.extract.reading import Reading
from donnant.lang.frames import Lexicon

_NEAR = 5
"""Words before goods that may hold the noun that they narrow."""


def is_idle(thing: Goods, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether nothing passes that a noun of goods names: it is part of a name, whom something reaches, or a topic."""
    if thing.item is None:
        return False
    if _in_name(thing, reading) or _reached(thing, reading):
        return True
    return thing.amount is None and thing.item.frame is None and _hollow(thing, reading, lexicon)


def _in_name(thing: Goods, reading: Reading) -> bool:
    """`Indian Oil Corp`, `Will Grant`: a capital within the sentence beside another makes a name of goods."""
    first, last = thing.first, thing.last
    named = (place for place in reading.places if place.mention.guise is not Guise.ADJECTIVE)
    if any(place.head <= first and last <= place.last and place.head < place.last for place in named):
        return True
    if thing.category == "arms" or first == 0:
        return False  # arms go by names themselves
    capital = [_is_capital(position, reading) for position in (first - 1, first, last + 1)]
    return capital[1] and (capital[0] or capital[2]) and not _headline(reading)


def _is_capital(position: int, reading: Reading) -> bool:
    """Whether a word that does not open the sentence is printed with a capital, and is no party."""
    if not 0 < position < len(reading.words):
        return False
    named = any(place.head <= position <= place.last for place in reading.places)
    return reading.sentence.text[reading.words.tokens[position].start].isupper() and not named


def _headline(reading: Reading) -> bool:
    """Whether most words are capitalised: capitals tell nothing then."""
    letters = [token for token in reading.words.tokens if token.is_word]
    capitals = sum(reading.sentence.text[token.start].isupper() for token in letters)
    return capitals * 2 > len(letters)


def _reached(thing: Goods, reading: Reading) -> bool:
    """`aux combattants ukrainiens`, `against rebel fighters`: people whom something reaches are not what passes."""
    if thing.category not in ("troops", "labour") or thing.amount is not None:
        return False
    grammar, position = reading.scene.grammar, thing.first - 1
    while (
        position > 0
        and reading.words.texts[position] in grammar.determiners
        and reading.words.texts[position] not in grammar.prepositions.to
    ):
        position -= 1
    word = reading.words.texts[position] if position >= 0 else ""
    return word in grammar.prepositions.to or word in grammar.prepositions.against


def _hollow(thing: Goods, reading: Reading, lexicon: Lexicon) -> bool:
    """`le prix du gaz`, `the oil price`: goods that only say what a price, a firm or an industry is about."""
    first, last, grammar, words = thing.first, thing.last, reading.scene.grammar, reading.words.texts
    if grammar.adjectives == "before" and words[last + 1 : last + 2] and words[last + 1] in lexicon.hollow:
        return True
    narrowed: set[int] = set()
    nations = {place.head for place in reading.places if place.mention.guise is Guise.ADJECTIVE}
    for position in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        if position in nations:
            continue  # `the price of Norwegian gas`
        if words[position] in lexicon.hollow:
            between = words[position + 1 : first]
            return sum(word in grammar.prepositions.of for word in between) == 1
        if words[position] not in grammar.prepositions.of and words[position] not in grammar.determiners:
            narrows = words[position + 1] in grammar.prepositions.of or position + 1 in narrowed
            if not narrows or position in reading.scene.verbs or not reading.words.tokens[position].is_word:
                return False
            narrowed.add(position)  # `la société nationale des hydrocarbures`
    return False
