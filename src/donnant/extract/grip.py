"""A thing in its sentence in; the words that say of it that it passes, and whose sides they name, out."""

from collections.abc import Sequence
from dataclasses import dataclass

from donnant.extract.context import Context
from donnant.extract.goods import Goods
from donnant.extract.govern import PASSIVE_REACH, breaks_between, only_of
from donnant.extract.predicates import Predicate, Shape
from donnant.extract.reading import Reading, Tongue
from donnant.extract.sides import Sides, read_sides
from donnant.lang.cues import commitment

_PEOPLE = ("troops", "labour")


@dataclass(frozen=True, slots=True)
class Grip:
    """The words that hold a thing: its governor, itself (aid), a verb that halts or carries it."""

    predicate: Predicate | None
    own: Predicate | None
    support: Predicate | None
    left: bool = False
    """People leave where they had been sent: the word that governs them ends the transfer."""

    @property
    def trigger(self) -> Predicate | None:
        """The word that tells the transfer."""
        return self.predicate or self.own

    @property
    def stopper(self) -> Predicate | None:
        """The verb that halts or bans it."""
        if self.left:
            return self.predicate
        return self.support if self.support is not None and self.support.frame.factuality == "denied" else None


def find_grip(
    thing: Goods, predicate: Predicate | None, reading: Reading, predicates: Sequence[Predicate], tables: Tongue
) -> Grip:
    """What holds a thing, given the predicate that governs it."""
    own = _own_predicate(thing, tables)
    governor = predicate or own
    first = governor.first if governor is not None and governor.shape is Shape.NOUN else thing.first
    left = predicate is not None and predicate.frame.leaves and thing.category in _PEOPLE
    return Grip(predicate, own, find_support((first, thing.end), governor, reading, predicates, tables), left)


def grip_sides(thing: Goods, grip: Grip, reading: Reading, context: Context) -> Sides:
    """The sides that the sentence names: by the governor, by the thing itself, by what halts it, by its origin."""
    sides, denied = Sides(), False
    for predicate in (grip.predicate, grip.own, grip.support):
        if predicate is not None:
            named = read_sides(predicate, reading, context.memory, context.tables.anaphora)
            denied = predicate.frame.support and (denied or predicate.frame.factuality == "denied")
            if denied:
                _as_receiver(named, thing, reading)
            sides.merge(named)
    if grip.left and "receiver" not in sides.party and "giver" in sides.party:
        _turn(sides)
    _origin(thing, reading, sides)
    return sides


def _as_receiver(sides: Sides, thing: Goods, reading: Reading) -> None:
    """Who bans or halts goods that carry another's name is the one who had them (`an EU embargo on Russian oil`)."""
    origins = {place.mention.party for place in reading.owned_by(thing.first, thing.last) if not place.nested}
    giver = sides.party.get("giver")
    if giver is not None and origins and giver not in origins and "receiver" not in sides.party:
        _turn(sides)


def _turn(sides: Sides) -> None:
    """The land that people leave is the one that they had been sent to."""
    for told in (sides.party, sides.found, sides.cues):
        if "giver" in told:
            told["receiver"] = told.pop("giver")
    sides.joint["receiver"] = sides.joint.pop("giver", ())


def speaks(thing: Goods, grip: Grip, sides: Sides, reading: Reading, context: Context) -> bool:
    """Whether the sentence says that the thing passes, or only names it."""
    if context.introduces and thing.amount is None and grip.own is not None:
        return False
    if grip.predicate is not None:
        return _told(thing, grip, sides, reading, context)
    if thing.item is not None and thing.item.weak and thing.amount is None:
        return False
    if thing.valued and sides.party:
        return True
    if context.lead is not None or (context.back and thing.amount is not None):
        return True
    if grip.own is not None:
        return bool(sides.party) and not _pointing(thing, reading, context)
    giver = sides.party.get("giver")
    known = context.memory.known(giver, thing.category) if giver else False
    return known or (grip.support is not None and bool(sides.party))


def _told(thing: Goods, grip: Grip, sides: Sides, reading: Reading, context: Context) -> bool:
    """Whether the word that governs a thing says that it passes."""
    needs = grip.predicate.frame.needs if grip.predicate else "goods"
    if needs == "noun":
        return grip.own is not None and bool(sides.party)
    if needs == "origin":
        owners = reading.owned_by(thing.first, thing.last)
        return bool(owners) and thing.category in ("arms", "technology")
    return bool(sides.party) or context.lead is not None or context.back


def _pointing(thing: Goods, reading: Reading, context: Context) -> bool:
    """Aid that only points back (`ce soutien`, `son aide`) states no transfer of its own, without an amount."""
    before = reading.words.texts[thing.first - 1] if thing.first else ""
    words = context.tables.anaphora
    return thing.amount is None and (before in words.possessives or before in words.demonstratives)


def _own_predicate(thing: Goods, tables: Tongue) -> Predicate | None:
    """Aid and support say by themselves who stands where; other goods only whom they belong to."""
    if thing.item is None or thing.item.frame is None:
        return None
    return Predicate(thing.first, thing.first, thing.last, tables.lexicon.frames[thing.item.frame], Shape.NOUN)


def find_support(
    span: tuple[int, int],
    governor: Predicate | None,
    reading: Reading,
    predicates: Sequence[Predicate],
    tables: Tongue,
) -> Predicate | None:
    """The verb that halts, bans or carries what stands at a span: goods with their noun of exchange."""
    start, end = span
    for predicate in reversed(predicates):
        if not predicate.frame.support or predicate is governor or _goes_on(predicate, reading, tables):
            continue
        if predicate.shape is Shape.NOUN and not only_of(reading, predicate.last + 1, start):
            continue
        passive = predicate.shape in (Shape.PASSIVE, Shape.PARTICIPLE)
        if passive and 0 < predicate.first - end <= PASSIVE_REACH:
            return predicate
        if not passive and 0 < start - predicate.last <= 8 and not breaks_between(reading, predicate.last + 1, start):
            return predicate
    return None


def _goes_on(predicate: Predicate, reading: Reading, tables: Tongue) -> bool:
    """Whether a verb that halts is said not to (`n'a cessé de`): nothing is halted then."""
    words = reading.words.texts[max(0, predicate.first - 1) : predicate.head]
    halts = predicate.frame.factuality == "denied" and predicate.shape is not Shape.NOUN
    table = commitment(tables.code)
    return halts and any(word in (table.no or table.negators) for word in words)


def _origin(thing: Goods, reading: Reading, sides: Sides) -> None:
    """Goods that carry a party's name come from it, unless the verb says who gives or who gets."""
    for place in reading.owned_by(thing.first, thing.last):
        party = place.mention.party
        if "giver" not in sides.party and sides.party.get("receiver") != party:
            sides.fill("giver", party, "sentence", reading.text(place.first, place.last))
