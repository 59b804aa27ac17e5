"""A predicate in its sentence and what was said before in; its giver and receiver out, each with where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from donnant.extract.discourse import Memory
from donnant.extract.joint import peers
from donnant.extract.predicates import Predicate, Shape
from donnant.extract.reading import Reading
from donnant.extract.roles import assign_roles
from donnant.extract.strangers import stranger, subject_role
from donnant.lang.cues import Anaphora

_NEAR_SUBJECT = 4
_OTHER = {"giver": "receiver", "receiver": "giver"}


@dataclass(slots=True)
class Sides:
    """Roles being filled: party by role, with where each was found and which words told it."""

    party: dict[str, str] = field(default_factory=dict)
    found: dict[str, str] = field(default_factory=dict)
    cues: dict[str, str] = field(default_factory=dict)
    joint: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Further parties that share a role with the one that fills it (`X et Y`)."""
    closed: set[str] = field(default_factory=set)
    """Roles that the sentence gives to somebody without a name: nobody from elsewhere fills them."""

    def fill(self, role: str, party: str, where: str, cue: str = "") -> None:
        """Fill a role that is still empty; neither a party nor one that is joined to it stands on both sides."""
        other = _OTHER.get(role, "")
        if role in self.closed and where != "sentence":
            return
        if role not in self.party and self.party.get(other) != party and party not in self.joint.get(other, ()):
            self.party[role] = party
            self.found[role] = where
            if cue:
                self.cues[role] = cue

    def merge(self, other: "Sides") -> None:
        """Fill what is still empty from another reading."""
        self.closed |= other.closed
        for role, party in sorted(other.party.items()):
            if role not in self.party:
                self.fill(role, party, other.found[role], other.cues.get(role, ""))
                self.joint[role] = other.joint.get(role, ())


def read_sides(predicate: Predicate, reading: Reading, memory: Memory, words: Anaphora) -> Sides:
    """The sides that the sentence itself names, pronouns that point back included."""
    sides = Sides()
    subject = subject_role(predicate)
    if subject in _OTHER and stranger(predicate, reading):
        sides.closed.add(subject)
    for role, filled in sorted(assign_roles(predicate, reading.places, reading.scene).items()):
        if role in ("giver", "receiver") and not (role in sides.closed and filled.place.last < predicate.first):
            place = filled.place
            where = "before" if place.mention.start in reading.referring else "sentence"
            sides.fill(role, place.mention.party, where, reading.text(place.first, place.last))
            sides.joint[role] = peers(place, reading)
    _pronouns(predicate, reading, memory, words, sides)
    return sides


def _pronouns(predicate: Predicate, reading: Reading, memory: Memory, words: Anaphora, sides: Sides) -> None:
    """Fill the subject from a pronoun or a description before the verb, the object from a clitic."""
    if predicate.shape is Shape.NOUN:
        _possessive(predicate, reading, memory, words, sides)
        return
    role = predicate.frame.subject
    turned = predicate.shape in (Shape.PASSIVE, Shape.PARTICIPLE)
    if turned:
        role = predicate.frame.object
    elif predicate.shape is Shape.CAUSED and role:
        role = _OTHER.get(role, role)
    if role in _OTHER and role not in sides.party:
        cue = _subject_pronoun(predicate, reading, words)
        party = _antecedent(predicate, reading, memory, sides.party.values()) if cue else None
        if party:
            sides.fill(role, party, "before", cue)
            sides.joint[role] = _meant_too(cue, party, reading, memory, words)
    target = predicate.frame.to if predicate.frame.object in (None, "item") else predicate.frame.object
    if turned:
        target = predicate.frame.to
    if target in _OTHER and target not in sides.party:
        for position in range(max(0, predicate.first - 2), predicate.head):
            if reading.words.texts[position] in words.objects:
                party = memory.subject(exclude=sides.party.values()) or _earlier(predicate, reading, sides)
                if party:
                    sides.fill(target, party, "before", reading.words.texts[position])


def _subject_pronoun(predicate: Predicate, reading: Reading, words: Anaphora) -> str:
    """The pronoun or description that stands as the subject of a verb; empty where there is none."""
    texts = reading.words.texts
    for position in range(predicate.first - 1, max(-1, predicate.first - 1 - _NEAR_SUBJECT), -1):
        if texts[position] in words.subjects:
            return texts[position]
        for phrase in words.descriptions:
            parts = phrase.replace("'", "' ").split()
            if reading.words.follow(position, parts):
                return phrase
        if not reading.words.tokens[position].is_word:
            return ""
    return ""


def _antecedent(predicate: Predicate, reading: Reading, memory: Memory, taken: Iterable[str]) -> str | None:
    """Whom a subject pronoun stands for: a subject earlier in the sentence, else that of a sentence before."""
    used = set(taken)
    for place in reading.places:
        if place.last < predicate.first - 1 and place.slot == "bare" and place.mention.party not in used:
            return place.mention.party
    return memory.subject(exclude=used)


def _blamed(predicate: Predicate, reading: Reading) -> str | None:
    """`X criticises Y for its sales`: whom an attitude is for owns what it is about, and not who shows it."""
    for other in (*reading.predicates, *reading.hints):
        if other.frame.kind != "attitude" or other.shape is Shape.NOUN or other.last >= predicate.first:
            continue
        between = [place for place in reading.places if other.last < place.first <= place.last < predicate.first]
        if between and between[0].slot == "bare":
            return between[0].mention.party
    return None


def _meant_too(cue: str, party: str, reading: Reading, memory: Memory, words: Anaphora) -> tuple[str, ...]:
    """Whom `they` or `their` means beside a party: those whose names are joined to its name."""
    if cue not in words.plurals:
        return ()
    here = [group for group in reading.joined() if party in group]
    return tuple(other for other in here[0] if other != party) if here else memory.peers(party)


def _earlier(predicate: Predicate, reading: Reading, sides: Sides) -> str | None:
    for place in reading.places:
        if place.last < predicate.first and place.mention.party not in sides.party.values():
            return place.mention.party
    return None


def _possessive(predicate: Predicate, reading: Reading, memory: Memory, words: Anaphora, sides: Sides) -> None:
    """`ses livraisons`: the owner is the subject of the clause, or of the sentence before."""
    role = predicate.frame.of
    before = reading.words.texts[predicate.first - 1] if predicate.first else ""
    if role in _OTHER and role not in sides.party and before in words.possessives:
        party = _blamed(predicate, reading) or _antecedent(predicate, reading, memory, list(sides.party.values()))
        if party:
            sides.fill(role, party, "sentence" if party in reading.bare() else "before", before)
            sides.joint[role] = _meant_too(before, party, reading, memory, words)


def complete(sides: Sides, memory: Memory, hostile: bool = False) -> None:
    """Fill the side that the sentence leaves out from what was said before; nobody rather than a guess."""
    known = [(role, party) for role, party in sides.party.items() if role in _OTHER]
    if len(known) != 1:
        return
    role, party = known[0]
    counterpart = memory.counterpart(party, role, hostile)
    if counterpart and counterpart[0] not in sides.joint.get(role, ()):
        sides.fill(_OTHER[role], counterpart[0], counterpart[1])
