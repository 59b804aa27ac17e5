"""A sentence of losses in; the force that it says they were lost from, as what the loser sent, out."""

from collections.abc import Sequence

from donnant.domain.claim import Kind
from donnant.extract.amounts import Amount
from donnant.extract.discourse import Memory
from donnant.extract.draft import Draft
from donnant.extract.reading import Reading
from donnant.lang.frames import Lexicon

_BEFORE = 8
"""Words between what brings the whole and its figure, at most."""
_TROOPS = "troops"


def read_forces(reading: Reading, losses: Sequence[Draft], memory: Memory, lexicon: Lexicon) -> list[Draft]:
    """`600 killed, out of a total force of 10,000`: people sent to whom the report said before that they were sent."""
    found = []
    for loss in losses[:1]:
        sent, receiver = _sent_to(loss.giver, memory)
        for amount in reading.amounts if sent else ():
            noun = _force(amount, reading, lexicon)
            if amount.kind != "count" or amount is loss.amount or noun is None:
                continue
            found.append(
                Draft(
                    Kind.TRANSFER,
                    loss.giver,
                    receiver,
                    _TROOPS,
                    (noun, noun),
                    item=reading.text(noun, noun),
                    amount=amount,
                    unit="soldier",
                    fixed=receiver is not None,
                    found={**loss.found, **({"receiver": "report"} if receiver else {})},
                    cues={"kind": reading.text(noun, noun)},
                )
            )
    return found[:1]


def _sent_to(loser: str | None, memory: Memory) -> tuple[bool, str | None]:
    """Whether the report said that somebody sent troops, and to whom if it did."""
    told = [receiver for giver, receiver, category in memory.roles if loser and (giver, category) == (loser, _TROOPS)]
    partner = next((one for one in memory.pair if one != loser), None) if memory.pair and loser in memory.pair else None
    return bool(told), next((receiver for receiver in reversed(told) if receiver), partner)


def _force(amount: Amount, reading: Reading, lexicon: Lexicon) -> int | None:
    """The noun of a whole force that brings a figure, behind a word for `out of`."""
    texts, start = reading.words.texts, reading.words.at(amount.start)
    first = max(0, start - _BEFORE)
    nouns = [place for place in range(first, start) if texts[place] in lexicon.forces]
    opens = [place for place in range(first, start) if texts[place] in lexicon.wholes]
    told = [place for place in nouns if opens and opens[0] < place]
    return told[0] if told else None
