"""A report in; its claims out. The order of the passes is the list in `extract_claims`."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from donnant.domain.claim import Claim, Kind, Vote
from donnant.domain.party import Party
from donnant.domain.report import Report
from donnant.extract import nlp
from donnant.extract.assemble import assemble
from donnant.extract.datelines import dateline_end
from donnant.extract.descriptions import add_descriptions
from donnant.extract.draft import for_each_party
from donnant.extract.drafting import draft_all
from donnant.extract.fold import fold
from donnant.extract.hypotheses import Hypothesis
from donnant.extract.joint import with_peers
from donnant.extract.lazily import Each, Whole
from donnant.extract.learnt.decide import find_claims, trust_of, worth_a_vote
from donnant.extract.learnt.model import Model, load_model
from donnant.extract.parties import Mention, find_parties, find_unknown, named_parties, without_homes
from donnant.extract.people import read_people
from donnant.extract.reading import Named, Reading, Tongue, read_lightly, read_sentence, read_words, tongue
from donnant.extract.sentences import Sentence, split_report
from donnant.extract.sieve import may_tell, worth_reading
from donnant.extract.tokens import Words
from donnant.extract.voices import Tables, Voice, find_voices
from donnant.lang.lexicon import languages
from donnant.lang.parties import PartyNames, party_names

_SPOKEN = 3
"""Sentences over which a date is remembered for `a year later`."""


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
    spoken: tuple[int, str | None] = (0, None)
    told = Counter(mention.party for found in mentions for mention in found)
    around = tuple(party for party, _ in sorted(told.items(), key=lambda each: (-each[1], each[0])))
    for sentence, found, refers in zip(sentences, described, referring, strict=True):
        index, named = sentence.index, Named(found, refers, around)
        if index in full:
            lately = spoken[1] if index - spoken[0] <= _SPOKEN else None
            reading = read_sentence(sentence, words[index], named, tables, today, lately)
            readings.append(reading)
            spoken = (index, _last_named(reading)) if _last_named(reading) else spoken
        else:
            readings.append(read_lightly(sentence, words[index], named, tables) if index in light else None)
    return draft_all(readings, words, voices, described, tables)


def _last_named(reading: Reading) -> str | None:
    """The date that a sentence names last, on which `a year later` in the next one leans."""
    named = (time.edtf.split("/")[0] for time in reversed(reading.times) if not (time.weak or time.aside))
    return next((edtf for edtf in named if edtf != ".."), None)


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
        start = dateline_end(sentence.text)
        named_here = [each for each in (*known, *fresh) if each.start >= start]
        both = sorted(named_here, key=lambda mention: (mention.start, mention.end, mention.party))
        found.append(without_homes(sentence.folded, both, names))
    return found


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
