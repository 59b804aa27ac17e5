"""The reading of a sentence in; drafts of the people that a party lost out."""

from collections.abc import Sequence

from donnant.domain.claim import Kind
from donnant.extract.amounts import Amount
from donnant.extract.discourse import Memory
from donnant.extract.draft import Draft
from donnant.extract.goods import Goods
from donnant.extract.parties import Guise
from donnant.extract.places import Place
from donnant.extract.predicates import Predicate, Shape
from donnant.extract.reading import Reading, Tongue
from donnant.extract.sides import Sides, read_sides

_COUNT_REACH = 6


def read_losses(reading: Reading, memory: Memory, tables: Tongue) -> list[Draft]:
    """All losses of a sentence: one for each party that suffers and each count."""
    drafts: list[Draft] = []
    seen: set[tuple[str, str, int | None]] = set()
    for predicate in (p for p in reading.predicates if p.frame.kind == "loss"):
        category = predicate.frame.category or "killed"
        for party, place, sides in _losers(predicate, reading, memory, tables):
            amount = _count(predicate, place, reading)
            told = (party, category, amount.start if amount else None)
            if told in seen or (amount is None and any(told[:2] == other[:2] for other in seen)):
                continue
            seen.add(told)
            unit = _unit(predicate, place, reading, tables) if amount else None
            drafts.append(
                Draft(
                    Kind.LOSS,
                    party,
                    None,
                    category,
                    (predicate.first, predicate.last),
                    predicate,
                    amount=amount,
                    unit=unit,
                    found=dict(sides.found),
                    cues={**sides.cues, "kind": reading.text(predicate.first, predicate.last)},
                )
            )
    return drafts


def _losers(
    predicate: Predicate, reading: Reading, memory: Memory, tables: Tongue
) -> list[tuple[str, Place | None, Sides]]:
    """The parties that suffer: the people beside the verb or noun, joint ones each for itself."""
    people = _people(predicate, reading)
    if people:
        return [(place.mention.party, place, _sides(place, reading)) for place in people]
    if predicate.shape is Shape.NOUN:
        sides = read_sides(predicate, reading, memory, tables.anaphora)
    else:
        sides = _restricted(predicate, reading, memory, tables)
    party = sides.party.get("giver")
    return [(party, None, sides)] if party else []


def _sides(place: Place, reading: Reading) -> Sides:
    sides = Sides()
    sides.fill("giver", place.mention.party, "sentence", reading.text(place.head, place.last))
    return sides


def _restricted(predicate: Predicate, reading: Reading, memory: Memory, tables: Tongue) -> Sides:
    """A verb of loss whose loser is no soldier of a nation: only a nation's people can die, not the nation."""
    sides = read_sides(predicate, reading, memory, tables.anaphora)
    if predicate.frame.id in ("die", "kill", "wound", "crush", "capture"):
        places = {place.mention.party: place for place in reading.places}
        place = places.get(sides.party.get("giver", ""))
        nested = place is not None and place.nested
        if place is None or not (place.mention.guise in (Guise.PEOPLE, Guise.ADJECTIVE) or nested):
            return Sides()
    return sides


def _people(predicate: Predicate, reading: Reading) -> list[Place]:
    """Places of the people that a word of loss is about: `six Nord-Coréens`, `soldats russes`, `tués russes`."""
    found = []
    soldiers = {goods.first: goods for goods in reading.goods if goods.category == "troops"}
    for place in reading.places:
        owner = soldiers.get(place.owner) if place.owner is not None else None
        own = place.owner is not None and predicate.head <= place.owner <= predicate.last
        human = place.mention.guise is Guise.PEOPLE or owner is not None or own
        if human and _touches(predicate, place, reading):
            found.append(place)
    return found


def _touches(predicate: Predicate, place: Place, reading: Reading) -> bool:
    """Whether people stand where the frame looks for those who suffer."""
    if place.owner is not None and predicate.head <= place.owner <= predicate.last:
        return True
    before = place.last < predicate.first
    gap = (predicate.first - place.last) if before else (place.first - predicate.last)
    start, end = (place.last + 1, predicate.first) if before else (predicate.last + 1, place.first)
    between = reading.words.texts[start:end]
    if any(word in reading.scene.grammar.breaks or word in (";", ":") for word in between):
        return False
    verbs = any(position in reading.scene.verbs for position in range(start, end))
    if predicate.shape is Shape.NOUN:
        return not before and gap <= 4 and place.slot in ("of", "among") and not verbs
    subject = predicate.frame.subject == "giver"
    if predicate.shape in (Shape.PASSIVE, Shape.PARTICIPLE):
        subject = predicate.frame.object == "giver"
    if subject:
        return before and gap <= 14 and not verbs
    return not before and gap <= 8 and not verbs


def _count(predicate: Predicate, place: Place | None, reading: Reading) -> Amount | None:
    """How many: the figure before the people or the noun, or the number that the clause states."""
    positions = [predicate.first]
    if place is not None:
        positions.append(place.first)
        if place.owner is not None:
            positions.append(place.owner)
    best: tuple[int, Amount] | None = None
    for amount in reading.amounts:
        if amount.kind not in ("count",):
            continue
        start, end = reading.words.at(amount.start), reading.words.before(amount.end)
        for position in positions:
            gap = position - end if end < position else start - position + 2
            if 0 <= gap <= _COUNT_REACH and (best is None or gap < best[0]) and _free(amount, reading, predicate):
                best = (gap, amount)
    return best[1] if best else None


def _free(amount: Amount, reading: Reading, predicate: Predicate) -> bool:
    """Whether a figure counts no other goods than people."""
    return not any(
        goods.amount is amount and goods.category != "troops" and not goods.first <= predicate.first <= goods.last
        for goods in reading.goods
    )


def _unit(predicate: Predicate, place: Place | None, reading: Reading, tables: Tongue) -> str:
    """`soldier` where the sentence speaks of soldiers or of a battle, else `person`."""
    soldiers: Sequence[Goods] = [goods for goods in reading.goods if goods.category == "troops"]
    if soldiers or set(reading.words.texts) & set(tables.lexicon.battle):
        return "soldier"
    return "person"
