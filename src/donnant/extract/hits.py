"""The words of a sentence in; the cues of certainty and phase that it holds out, each with what it acts on."""

import functools
from dataclasses import dataclass

from donnant.extract.gate import Gate
from donnant.extract.predicates import Group, Shape, verb_group
from donnant.extract.tokens import Words
from donnant.lang.cues import Cue, Operators, commitment, operators
from donnant.lang.grammar import conjugation, grammar

_ASIDE = 5
"""The most words between `have` and a participle that are no part of the verb."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found in a sentence; positions are token positions, the last one included."""

    first: int
    last: int
    effect: str
    reach: str
    passive: bool = False
    """A verb that its subject suffers: it acts on the noun before it (`la livraison est prévue`)."""


def find_cues(words: Words, folded: str, code: str) -> tuple[Hit, ...]:
    """Every cue of certainty and phase in a sentence, false friends weeded out."""
    gate, friends = _gates(code)
    false = [(start, end) for start, end, _ in friends.find(folded)]
    hits = []
    for start, end, cues in gate.find(folded):
        if not any(a <= start and end <= b for a, b in false):
            hits += [Hit(words.at(start), words.before(end), cue.effect, cue.reach) for cue in cues]
    fixed = {position for hit in hits if hit.reach != "beside" for position in range(hit.first, hit.last + 1)}
    verbs: list[Hit] = []
    table = operators(code)
    for position in [position for position, word in enumerate(words.texts) if word in table]:
        inside = any(a <= words.tokens[position].start and words.tokens[position].end <= b for a, b in false)
        if position not in fixed and not inside:
            verbs += _told_by_verb(words, position, table, code)
    finite = {hit.last for hit in verbs if not hit.passive}
    hits = [hit for hit in hits if hit.reach != "beside" or hit.last not in finite] + verbs
    return tuple(sorted(hits, key=lambda hit: (hit.first, hit.last, hit.effect, hit.reach)))


@functools.cache
def _gates(code: str) -> tuple[Gate[tuple[Cue, ...]], Gate[bool]]:
    tables = commitment(code)
    cues: dict[str, tuple[Cue, ...]] = {}
    for cue in tables.cue:
        for word in cue.words:
            cues[word] = (*cues.get(word, ()), cue)
    return Gate(cues), Gate(dict.fromkeys(tables.false_friends, True))


def _told_by_verb(words: Words, position: int, table: Operators, code: str) -> list[Hit]:
    """The cues of a verb of promising, wishing, denying at a position; a longer fixed form hides a shorter one."""
    told: list[tuple[Group, Cue]] = []
    for form, cue in table.get(words.texts[position], ()):
        group = verb_group(words, position, form, grammar(code), conjugation(code))
        if group is not None:
            told.append((group, cue))
    longest = max((group.last for group, _ in told), default=-1)
    finite = any(group.shape is Shape.ACTIVE for group, _ in told)
    found: dict[tuple[str, str], Hit] = {}
    for group, cue in told:
        passive = group.shape in (Shape.PASSIVE, Shape.PARTICIPLE) and not group.form.tail
        if group.shape is Shape.PARTICIPLE and _has(words, group.first, code):
            passive = False
        if group.last < longest or (passive and finite):
            continue
        negated = cue.negated and _negated(words, group.first, group.last, code)
        effect = cue.negated if negated else cue.effect
        found.setdefault((effect, cue.reach), Hit(group.first, group.last, effect, cue.reach, passive))
    return list(found.values())


def _has(words: Words, first: int, code: str) -> bool:
    """Whether `have` stands a few words before a participle, words between them that no verb group holds."""
    before = words.texts[max(0, first - _ASIDE) : first]
    tables = conjugation(code)
    return any(word in tables.have for word in before) and not any(word in (",", *tables.be) for word in before)


def _negated(words: Words, first: int, last: int, code: str) -> bool:
    table = commitment(code)
    return any(word in table.negators for word in words.texts[max(0, first - 2) : last + 2])
