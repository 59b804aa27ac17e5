"""Sentences that were read in; what each of them may claim, drafted in their order, out."""

from collections.abc import Sequence

from donnant.domain.claim import Kind
from donnant.extract.agreements import read_agreements
from donnant.extract.attitudes import as_accused, is_lifted, read_attitudes, read_bans
from donnant.extract.context import Context, Lead
from donnant.extract.discourse import Memory, cast_of, foes_of, order_by_salience, principal_pair
from donnant.extract.draft import Draft
from donnant.extract.forces import read_forces
from donnant.extract.hypotheses import Before, Hypothesis, weak_drafts
from donnant.extract.lazily import Whole
from donnant.extract.losses import read_losses
from donnant.extract.parties import Mention
from donnant.extract.reading import Reading, Tongue
from donnant.extract.shares import share_out
from donnant.extract.sides import Sides, complete, read_sides
from donnant.extract.silent import is_silent
from donnant.extract.times import Time
from donnant.extract.tokens import Words
from donnant.extract.transfers import read_transfers
from donnant.extract.voices import Voice, voice_at


def draft_all(
    readings: Sequence[Reading | None],
    words: Sequence[Words],
    voices: Sequence[tuple[Voice, ...]],
    mentions: Sequence[tuple[Mention, ...]],
    tables: Tongue,
) -> list[Hypothesis]:
    """Drafts of all sentences that were read, in order, since a sentence may rest on those before it."""
    foes = _foes(readings, words, mentions, tables)
    memory, cast = Memory(principal_pair(mentions), foes), cast_of(mentions, foes)
    leads: dict[int, Lead] = {}
    times: dict[int, Time | None] = {}
    leading = {reading.sentence.lead for reading in readings if reading} - {None}
    drafted: list[Hypothesis] = []
    told_time: Time | None = None
    for reading in readings:
        if reading is None:
            told_time = None
            memory.remember((), None)
            continue
        sentence = reading.sentence
        cited = _cited(voices, sentence.index)
        context = Context(
            memory,
            tables,
            leads.get(sentence.lead) if sentence.lead is not None else None,
            sentence.folded.startswith(tuple(tables.anaphora.back)),
            sentence.index in leading,
        )
        drafts = [] if sentence.question else _draft(reading, context, cited)
        if sentence.index in leading:
            leads[sentence.index] = _lead(reading, memory, tables)
            times[sentence.index] = next((time for time in reading.times if not time.weak), None)
        before = times.get(sentence.lead) if sentence.lead is not None else None
        if context.back:
            before = before or told_time
        told_before = Before.of(memory, cast)
        ways = [("rule", draft) for draft in drafts]
        if not sentence.question:
            weak = weak_drafts(drafts, reading, context)
            ways += [(way, draft) for way, draft in weak if not is_silent(draft, reading, tables.lexicon)]
        drafted += [Hypothesis(draft, way, reading, told_before, cited, before) for way, draft in ways]
        last = next((draft for draft in reversed(drafts) if draft.kind is Kind.TRANSFER), None)
        told_time = next((time for time in reading.times if not time.weak), None) if last else None
        roles = (last.giver, last.receiver, last.category) if last else None
        memory.remember(order_by_salience(reading.mentions, reading.bare()), roles, reading.joined())
    return drafted


def _draft(reading: Reading, context: Context, cited: Sequence[Voice]) -> list[Draft]:
    """What the rules draft from one sentence."""
    memory, tables = context.memory, context.tables
    losses = read_losses(reading, memory, tables)
    read = [draft for draft in read_transfers(reading, context) if not is_silent(draft, reading, tables.lexicon)]
    transfers = [as_accused(draft, reading, memory, tables) for draft in read if not _lost(draft, losses)]
    transfers = share_out(transfers, reading, tables.lexicon)
    return [
        *(draft for draft in transfers if not is_lifted(draft, reading)),
        *read_bans(transfers, reading),
        *losses,
        *read_forces(reading, losses, memory, tables.lexicon),
        *read_agreements(reading, memory, tables),
        *(one for one in read_attitudes(reading, memory, tables) if not _demanded(one, cited)),
    ]


def _cited(voices: Sequence[tuple[Voice, ...]], index: int) -> Sequence[Voice]:
    """The voices of one sentence, once somebody asks for them."""
    return Whole(lambda: voices[index])


def _foes(
    readings: Sequence[Reading | None],
    words: Sequence[Words],
    mentions: Sequence[tuple[Mention, ...]],
    tables: Tongue,
) -> frozenset[tuple[str, str]]:
    """Who is at war with whom, by the sentences that name parties."""
    named = [index for index, found in enumerate(mentions) if found]
    telling = []
    for index in named:
        reading = readings[index]
        telling.append(reading is not None and any(p.frame.kind == "transfer" for p in reading.predicates))
    war = frozenset(tables.anaphora.war)
    return foes_of([words[index] for index in named], [mentions[index] for index in named], telling, war)


def _lost(draft: Draft, losses: Sequence[Draft]) -> bool:
    """Whether a transfer of troops only names those whose loss the sentence tells."""
    passing = draft.predicate is None or draft.predicate.frame.id in ("aid", "use")
    return draft.category == "troops" and passing and any(loss.giver == draft.giver for loss in losses)


def _demanded(draft: Draft, cited: Sequence[Voice]) -> bool:
    """Whether an attitude is only what somebody demands of its holder."""
    voice = voice_at(cited, draft.anchor[0])
    return voice is not None and voice.asks


def _lead(reading: Reading, memory: Memory, tables: Tongue) -> Lead:
    """What a lead-in settles for its list: the sides of its last verb of exchange."""
    for predicate in reversed(reading.predicates):
        if predicate.frame.kind != "transfer":
            continue
        sides = read_sides(predicate, reading, memory, tables.anaphora)
        if sides.party:
            complete(sides, memory)
            return Lead(sides, predicate)
    return Lead(_direction(reading), None)


def _direction(reading: Reading) -> Sides:
    """The sides of a lead-in without a verb of exchange: `from X to Y`."""
    sides = Sides()
    for place in reading.places:
        role = {"from": "giver", "of": "giver", "to": "receiver"}.get(place.slot)
        if role and place.owner is None:
            sides.fill(role, place.mention.party, "sentence", reading.text(place.first, place.last))
    return sides if len(sides.party) == 2 else Sides()
