"""Drafts of a sentence in; whole claims out, with date, voice, certainty, phase, and the words that decided each."""

from collections.abc import Sequence

from donnant.domain.claim import Claim, Factuality, Kind, Phase
from donnant.domain.ids import content_id
from donnant.domain.report import Report
from donnant.domain.when import is_when, parse_when
from donnant.extract.commitment import Verdict, judge
from donnant.extract.draft import Draft
from donnant.extract.reading import Reading
from donnant.extract.scope import FINITE, Ground
from donnant.extract.times import Time
from donnant.extract.voices import Voice, voice_at
from donnant.lang.cues import commitment
from donnant.lang.grammar import conjugation
from donnant.lang.parties import known_party

_BENEFITS = ("political", "experience")
_TIMED_BY_SPEECH = (Kind.ATTITUDE,)


def assemble(
    draft: Draft, reading: Reading, report: Report, voices: Sequence[Voice], code: str, lead_time: Time | None
) -> Claim:
    """The claim of a draft; its span is that of the sentence, and its id comes from its content."""
    sentence, amount = reading.sentence, draft.amount
    verdict = judge(_ground(reading, code), draft.predicate, draft.stopper, draft.anchor)
    voice = voice_at(voices, draft.anchor[0])
    time = _time(draft, reading) or lead_time
    factuality, phase = _commitment(draft, verdict)
    if phase is Phase.DONE and time is not None and _lies_ahead(time, draft, report):
        phase = Phase.PLANNED
    if voice is not None and voice.asks and phase is not Phase.WANTED and draft.kind is Kind.TRANSFER:
        voice = None  # what a demand takes for granted is the report's own word
    attribution = _attribution(draft, voice, report, reading)
    return Claim(
        doc=report.name,
        quote=sentence.text,
        start=sentence.start,
        end=sentence.end,
        kind=draft.kind,
        giver=draft.giver,
        receiver=draft.receiver,
        parties=draft.parties,
        category=draft.category,
        item=draft.item if draft.kind in (Kind.TRANSFER, Kind.AGREEMENT) else None,
        low=amount.low if amount else None,
        high=amount.high if amount else None,
        approx=amount.approx if amount else False,
        unit=draft.unit if amount else None,
        when=time.edtf if time else None,
        attribution=attribution,
        factuality=factuality,
        phase=phase,
        id=_claim_id(draft, report, reading),
        report=report.hash,
        operator=amount.operator if amount else None,
        found=dict(sorted(draft.found.items())),
        cues=_cues(draft, verdict, voice if attribution else None, time, reading),
    )


def _ground(reading: Reading, code: str) -> Ground:
    """What the judge of certainty and phase needs of a reading."""
    text = reading.sentence.text
    capitals = frozenset(i for i, token in enumerate(reading.words.tokens) if text[token.start].isupper())
    verbs = frozenset(reading.scene.verbs)
    grammar, tables = reading.scene.grammar, commitment(code)
    edges = tuple(sorted({*grammar.breaks} - {*tables.that} - {*conjugation(code).inside}))
    return Ground(reading.words, reading.hits, verbs, reading.predicates, tables, grammar, capitals, edges)


def _claim_id(draft: Draft, report: Report, reading: Reading) -> str:
    """The id of a claim: of where it stands, and of what it says passed between whom."""
    amount = draft.amount
    bounds = (amount.low, amount.high) if amount else (None, None)
    # where the words stand that tell it keeps apart what one sentence says twice, of two years say
    span = (reading.sentence.start, reading.sentence.end, *draft.anchor)
    sides = (draft.giver, draft.receiver, draft.parties, draft.category, draft.item)
    return content_id("c", [report.hash, *span, str(draft.kind), *sides, *bounds, draft.unit])


def _cues(draft: Draft, verdict: Verdict, voice: Voice | None, time: Time | None, reading: Reading) -> dict[str, str]:
    """The words that decided each field."""
    cues = {**draft.cues, **dict(verdict.cues)}
    if voice is not None:
        cues["attribution"] = voice.cue
    if time is not None:
        cues["when"] = time.cue
    if draft.amount is not None:
        cues["amount"] = reading.sentence.text[draft.amount.start : draft.amount.end]
    return dict(sorted(cues.items()))


def _commitment(draft: Draft, verdict: Verdict) -> tuple[Factuality, Phase]:
    """An attitude is shown by being said: neither what is wanted nor what is planned makes it less."""
    factuality = Factuality.DENIED if draft.stopper else verdict.factuality
    if draft.kind is Kind.ATTITUDE:
        banned = draft.predicate is not None and draft.predicate.frame.kind == "transfer"
        return Factuality.ASSERTED if banned else factuality, Phase.DONE
    if draft.kind is Kind.LOSS:
        return factuality, Phase.DONE
    benefit = draft.category in _BENEFITS and draft.found.get("giver") != "sentence"
    if benefit and factuality is Factuality.POSSIBLE:
        return factuality, Phase.DONE  # what a party may gain from what it does is no plan of another
    return factuality, verdict.phase


def _attribution(draft: Draft, voice: Voice | None, report: Report, reading: Reading) -> tuple[str, ...]:
    """Who is cited; neither the publisher nor the holder of an attitude is anybody's source."""
    if voice is None:
        return ()
    publisher = report.publisher.value.casefold() if report.publisher else None
    act = draft.predicate
    if act is not None and act.frame.needs == "parties" and reading.words.texts[act.head] == voice.cue:
        return ()  # `reconnaître un État` is a deed, and nobody's word
    chain = tuple(name for name in voice.chain if name.casefold() != publisher)
    if voice.asks and chain and draft.receiver is not None and _stands_for(chain[0], reading) == draft.receiver:
        return ()  # who asks for itself wants it, and is nobody's source
    if draft.kind is Kind.ATTITUDE and chain:
        speaker = _party_of(chain[0], reading)
        if speaker == draft.giver:
            return ()
    if draft.kind is Kind.AGREEMENT and chain and _stands_for(chain[0], reading) in draft.parties:
        return () if act is not None and reading.words.texts[act.head] == voice.cue else chain
    return chain


def _lies_ahead(time: Time, draft: Draft, report: Report) -> bool:
    """Whether a transfer that no past tense tells is dated after the report's day."""
    told = draft.predicate
    past = told is not None and told.shape in FINITE and told.tense != "present"
    if past or draft.kind is not Kind.TRANSFER or report.date is None or not is_when(report.date.value):
        return False
    when, today = parse_when(time.edtf), parse_when(report.date.value)
    begins = when.first if when.first is not None else when.last
    return begins is not None and today.last is not None and begins > today.last


def _stands_for(name: str, reading: Reading) -> str | None:
    """The party whose name is the speaker's, or in it: no person, however close to a party."""
    named = (mention.party for mention in reading.mentions if mention.text in name)
    return known_party(name) or next(named, None)


def _party_of(name: str, reading: Reading) -> str | None:
    """The party that a speaker speaks for, by a party's name printed in it or before it."""
    known = known_party(name)
    if known:
        return known
    start = reading.sentence.text.find(name)
    for mention in reading.mentions:
        inside = start >= 0 and start - 60 <= mention.start <= start + len(name)
        if mention.text in name or (inside and mention.start <= start + len(name)):
            return mention.party
    return None


def _time(draft: Draft, reading: Reading) -> Time | None:
    """The date of a claim: the nearest of its clause; one that dates the saying is the saying's alone."""
    anchor = reading.words.tokens[draft.anchor[0]].start
    best: tuple[bool, int, int, Time] | None = None
    for time in reading.times:
        if time.weak and not time.bounds and draft.kind is not Kind.LOSS:
            continue
        if draft.kind not in _TIMED_BY_SPEECH and _dates_speech(time, reading, draft):
            continue
        clauses = _clauses_between(reading, time, draft)
        if clauses is None:
            continue
        distance = abs(time.start - anchor)
        if best is None or (time.weak, clauses, distance) < best[:3]:
            best = (time.weak, clauses, distance, time)
    return best[3] if best else None


def _clauses_between(reading: Reading, time: Time, draft: Draft) -> int | None:
    """How many clauses lie between a date and a claim: other verbs, a comma with `and`; None across a semicolon."""
    anchor = draft.anchor[0]
    first, last = sorted((reading.words.at(time.start), anchor))
    own = range(draft.predicate.first, draft.predicate.last + 1) if draft.predicate else range(0)
    words, grammar = reading.words.texts, reading.scene.grammar
    if ";" in words[first:last]:
        return None
    verbs = sum(position in reading.scene.verbs and position not in own for position in range(first, last))
    joined = sum(words[p] == "," and words[p + 1] in grammar.conjunctions for p in range(first, last - 1))
    return verbs + joined


def _dates_speech(time: Time, reading: Reading, draft: Draft) -> bool:
    """Whether a date stands between a verb of saying and the clause that it brings (`a annoncé jeudi que`)."""
    position = reading.words.before(time.start)
    after = reading.words.at(time.end)
    words = reading.words.texts
    if after < len(words) and words[after] == ",":
        after += 1
    follows = after < len(words) and words[after] in reading.scene.grammar.breaks
    spoken = any(0 <= position - verb <= 1 for verb in reading.scene.verbs)
    return follows and spoken and (draft.predicate is None or draft.predicate.first > after)
