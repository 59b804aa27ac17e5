"""A report in; its claims out. The order of the passes is the list in `extract_claims`."""

from collections.abc import Sequence
from dataclasses import replace

from donnant.domain.claim import Claim, Kind, Vote
from donnant.domain.party import Party
from donnant.domain.report import Report
from donnant.extract import nlp
from donnant.extract.agreements import read_agreements
from donnant.extract.assemble import assemble
from donnant.extract.attitudes import as_accused, is_lifted, read_attitudes, read_bans
from donnant.extract.context import Context, Lead
from donnant.extract.descriptions import add_descriptions
from donnant.extract.discourse import Memory, cast_of, foes_of, order_by_salience, principal_pair
from donnant.extract.draft import Draft, for_each_party
from donnant.extract.fold import fold
from donnant.extract.hypotheses import Before, Hypothesis, weak_drafts
from donnant.extract.joint import with_peers
from donnant.extract.lazily import Each, Whole
from donnant.extract.learnt.decide import find_claims, trust_of, worth_a_vote
from donnant.extract.learnt.model import Model, load_model
from donnant.extract.losses import read_losses
from donnant.extract.parties import Mention, find_parties, find_unknown, named_parties, without_homes
from donnant.extract.people import read_people
from donnant.extract.reading import Named, Reading, Tongue, read_lightly, read_sentence, read_words, tongue
from donnant.extract.sentences import Sentence, split_report
from donnant.extract.shares import share_out
from donnant.extract.sides import Sides, complete, read_sides
from donnant.extract.sieve import may_tell, worth_reading
from donnant.extract.silent import is_silent
from donnant.extract.times import Time
from donnant.extract.tokens import Words
from donnant.extract.transfers import read_transfers
from donnant.extract.voices import Tables, Voice, find_voices, voice_at
from donnant.lang.lexicon import languages
from donnant.lang.parties import PartyNames, party_names


def extract_claims(report: Report, parties: tuple[Party, ...]) -> tuple[Claim, ...]:
    """Every claim of a report, in the order of its sentences; none for a language without a pack."""
    code = report.language.value if report.language else ""
    if code not in languages():
        return ()
    tables = tongue(code)
    drafted = _expanded(_accepted(find_hypotheses(report, parties), code, load_model()))
    votes = _vote_all(drafted, tables)
    claims = [
        replace(
            assemble(one.draft, one.reading, report, one.voices, code, one.lead_time),
            vote=vote,
            trust=trust_of(one, vote),
        )
        for one, vote in zip(drafted, votes, strict=True)
    ]
    return _unique(claims)


def find_hypotheses(report: Report, parties: tuple[Party, ...]) -> list[Hypothesis]:
    """What the sentences of a report may claim: what the rules tell, and what only the learnt judge may accept."""
    code = report.language.value if report.language else ""
    tables, names = tongue(code), party_names(code, parties)
    sentences = split_report(report, tables.grammar) if may_tell(report, names) else ()
    mentions = _mentions(report, sentences, names)
    if not any(mentions):
        return []
    words = Each(len(sentences), lambda index: read_words(sentences[index], tables))
    described, referring = add_descriptions(sentences, mentions, tables.anaphora)
    full, light = worth_reading(sentences, words, described, tables)
    if not full:
        return []
    voices = Whole(lambda: _voices(sentences, words, mentions, tables))
    today = report.date.value if report.date else None
    readings: list[Reading | None] = []
    for sentence, found, refers in zip(sentences, described, referring, strict=True):
        index, named = sentence.index, Named(found, refers)
        if index in full:
            readings.append(read_sentence(sentence, words[index], named, tables, today))
        else:
            readings.append(read_lightly(sentence, words[index], named, tables) if index in light else None)
    return _draft_all(readings, words, voices, described, tables)


def _voices(
    sentences: Sequence[Sentence], words: Sequence[Words], mentions: Sequence[Sequence[Mention]], tables: Tongue
) -> tuple[tuple[Voice, ...], ...]:
    """The voices of every sentence; they hang on each other, so that they are read all or, without drafts, none."""
    registry = read_people(sentences, tables.speech, [[mention.text for mention in found] for found in mentions])
    return find_voices(sentences, words, registry, Tables(tables.speech, tables.grammar, tables.conjugation))


def _accepted(hypotheses: Sequence[Hypothesis], code: str, model: Model | None) -> list[Hypothesis]:
    """Those that are claims: by the learnt judge, or where nothing was learnt those of the rules."""
    if model is None:
        return [one for one in hypotheses if one.strong]
    return [replace(one.hypothesis, right=one.right) for one in find_claims(hypotheses, code, model)]


def _expanded(hypotheses: Sequence[Hypothesis]) -> list[Hypothesis]:
    """One for each of the parties that share a side."""
    return [
        replace(one, draft=draft) for one in hypotheses for draft in for_each_party(with_peers(one.draft, one.reading))
    ]


def _mentions(report: Report, sentences: Sequence[Sentence], names: PartyNames) -> list[tuple[Mention, ...]]:
    """Parties of every sentence, firms and groups that no list knows included."""
    named = named_parties(report.text, fold(report.text), names)
    found = []
    for sentence in sentences:
        known = find_parties(sentence.text, sentence.folded, names, named)
        fresh = find_unknown(sentence.text, sentence.folded, names, known)
        both = sorted([*known, *fresh], key=lambda mention: (mention.start, mention.end, mention.party))
        found.append(without_homes(sentence.folded, both, names))
    return found


def _draft_all(
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
    for reading in readings:
        if reading is None:
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
        drafts: list[Draft] = []
        if not sentence.question:
            losses = read_losses(reading, memory, tables)
            read = [
                draft for draft in read_transfers(reading, context) if not is_silent(draft, reading, tables.lexicon)
            ]
            transfers = [as_accused(draft, reading, memory, tables) for draft in read if not _lost(draft, losses)]
            transfers = share_out(transfers, reading, tables.lexicon)
            drafts = [
                *(draft for draft in transfers if not is_lifted(draft, reading)),
                *read_bans(transfers, reading),
                *losses,
                *read_agreements(reading, memory, tables),
                *(one for one in read_attitudes(reading, memory, tables) if not _demanded(one, cited)),
            ]
        if sentence.index in leading:
            leads[sentence.index] = _lead(reading, memory, tables)
            times[sentence.index] = next((time for time in reading.times if not time.weak), None)
        before = times.get(sentence.lead) if sentence.lead is not None else None
        told_before = Before.of(memory, cast)
        ways = [("rule", draft) for draft in drafts]
        if not sentence.question:
            weak = weak_drafts(drafts, reading, context)
            ways += [(way, draft) for way, draft in weak if not is_silent(draft, reading, tables.lexicon)]
        drafted += [Hypothesis(draft, way, reading, told_before, cited, before) for way, draft in ways]
        last = next((draft for draft in reversed(drafts) if draft.kind is Kind.TRANSFER), None)
        roles = (last.giver, last.receiver, last.category) if last else None
        memory.remember(order_by_salience(reading.mentions, reading.bare()), roles, reading.joined())
    return drafted


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


def _vote_all(drafted: Sequence[Hypothesis], tables: Tongue) -> list[Vote]:
    """The second reader's vote where it can change how far a transfer is trusted; a sentence is parsed once."""
    asked = {
        one.reading.sentence.index: one.reading
        for one in drafted
        if worth_a_vote(one) and nlp.may_vote(one.draft, one.reading)
    }
    order = sorted(asked)
    parsed = dict(zip(order, nlp.parse([asked[i] for i in order], tables.grammar), strict=True)) if order else {}
    votes = []
    for one in drafted:
        draft, index = one.draft, one.reading.sentence.index
        if draft.kind is not Kind.TRANSFER or draft.predicate is None or index not in parsed or not worth_a_vote(one):
            votes.append(Vote.SINGLE)
            continue
        sides = (("giver", draft.giver), ("receiver", draft.receiver))
        told = {role: party for role, party in sides if party and draft.found.get(role) == "sentence"}
        votes.append(nlp.vote(parsed[index], draft.predicate, one.reading, told, tables.grammar))
    return votes


def _unique(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Claims in the order of the text, none twice."""
    kept = {claim.id: claim for claim in reversed(claims)}
    return tuple(sorted(kept.values(), key=lambda claim: (claim.start, claim.end, claim.kind, claim.id)))
