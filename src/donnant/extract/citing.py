"""The words of one sentence in; the voices cited in it out, each with what it covers."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from donnant.extract.gate import Gate
from donnant.extract.outlets import Outlets
from donnant.extract.people import Registry
from donnant.extract.phrases import NounPhrases, Tables
from donnant.extract.predicates import Group, Shape
from donnant.extract.sayings import Sayings
from donnant.extract.sentences import Sentence
from donnant.extract.speakers import QUOTES, Context
from donnant.extract.subjects import Subjects
from donnant.extract.tokens import Words, phrase_of
from donnant.lang.cues import believing, commitment, speech
from donnant.lang.parties import known_party

_NEAR = 8
"""How far behind a verb of saying what is said may begin."""
_PLACE = 3
"""Words of the name of a seat, at most."""
_FAR = 10_000
"""Further than any sentence goes."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is cited, nearest first, the words that cite, and the tokens that the voice reaches."""

    chain: tuple[str, ...]
    cue: str
    start: int
    trailing: bool
    """It stands after what it says, and so covers what comes before it."""
    end: int = _FAR
    """One past the last token that it covers."""
    nested: bool = False
    """What it says is itself told by the voice before it."""
    asks: bool = False
    """It demands what it names: a party that asks for itself is nobody's source."""


@functools.cache
def _markers(code: str) -> Gate[bool]:
    """The words of a pack that lead a voice in, ready for looking up."""
    words = speech(code).words
    return Gate(dict.fromkeys([*words.before, *words.opening, *words.through], True))


class Reader:
    """Reads the voices of one sentence."""

    def __init__(
        self,
        sentence: Sentence,
        words: Words,
        registry: Registry,
        tables: Tables,
        told: Sequence[tuple[str, ...]],
    ) -> None:
        self.sentence, self.words, self.tables = sentence, words, tables
        self.texts = words.texts
        self.speech = tables.speech.words
        self.phrases = NounPhrases(sentence, words, tables)
        self.subjects = Subjects(self.phrases, Context(registry, tables.speech, tables.grammar, told, sentence.index))
        self.outlets = Outlets(self.phrases)
        self.sayings = Sayings(self.phrases)

    def read(self) -> tuple[Voice, ...]:
        """All voices in order, one for each stretch of the sentence."""
        spoken = list(self._spoken())
        marked, through = self._marked()
        found = self._carried([*marked, *spoken], through)
        kept: list[Voice] = []
        for voice in sorted(found, key=lambda voice: (voice.start, voice.chain)):
            leading = kept[-1] if kept and not kept[-1].trailing else None
            if leading and voice.trailing and voice.chain[0] in leading.chain:
                continue
            inside = leading.chain if leading and voice.nested and not self._other(voice) else ()
            kept.append(replace(voice, chain=tuple(dict.fromkeys((*voice.chain, *inside)))))
        return tuple(kept)

    # voices that a word leads in: `selon X`, `according to X`

    def _marked(self) -> tuple[list[Voice], list[Voice]]:
        """Voices led in by a word; apart from them those that only hand on what another says (`cité par X`)."""
        found: list[Voice] = []
        through: list[Voice] = []
        for start, end, _ in _markers(self.tables.grammar.code).find(self.sentence.folded):
            cue = self.sentence.folded[start:end]
            first = self.words.at(start)
            if cue in self.speech.opening and cue not in (*self.speech.before, *self.speech.through) and first > 0:
                continue
            begin = self.words.at(end)
            bare = cue in self.speech.opening and cue not in self.speech.through
            chain = self.subjects.resolve(begin, self.phrases.end(begin), bare)
            if not chain:
                continue
            if cue in self.speech.through:
                through.append(Voice(chain, cue, first, False))
            else:
                found.append(Voice(chain, cue, first, first > 3 and not self._leads_clause(begin)))
        return found, through + self._quoted()

    def _quoted(self) -> list[Voice]:
        """Who carries another's words, where a date stands between: `cité lundi par X`, `quoted on Monday by X`."""
        by = self.tables.grammar.prepositions.by
        found = []
        for position in [position for position, word in enumerate(self.texts) if word in self.speech.quoted]:
            word = self.texts[position]
            near = range(position + 2, min(position + 6, len(self.texts)))
            place = next((p for p in near if self.texts[p] in by), None)
            if place is not None and any(self.texts[p] in self.speech.calendar for p in range(position, place)):
                chain = self.subjects.resolve(place + 1, self.phrases.end(place + 1))
                found += [Voice(chain, word, position, False)] if chain else []
        return found

    def _leads_clause(self, begin: int) -> bool:
        """Whether what a marked voice says comes after it, in a clause that begins right before its marker."""
        marker = begin - 1
        while marker > 0 and self.texts[marker] != "," and begin - marker <= 4:
            if self.texts[marker - 1] in self.speech.that:
                return True
            marker -= 1
        return marker > 0 and self.texts[marker] == "," and self.texts[marker - 1] in self.speech.that

    def _carried(self, voices: list[Voice], through: list[Voice]) -> list[Voice]:
        """Hand those that only carry another's words to that other: the voice before them, else the one after."""
        for carrier in through:
            before = [i for i, voice in enumerate(voices) if voice.start < carrier.start]
            place = max(before, key=lambda i: voices[i].start) if before else (0 if voices else None)
            if place is None:
                voices.append(carrier)
            elif carrier.chain[0] not in voices[place].chain:
                voices[place] = replace(voices[place], chain=voices[place].chain + carrier.chain)
        return voices

    # voices with a verb of saying

    def _spoken(self) -> Iterator[Voice]:
        """Voices with a verb of saying: before it (`X affirme que`), or after what is said (`, affirme X`)."""
        verbs = self.tables.speech.verbs
        for position in [position for position, word in enumerate(self.texts) if word in verbs]:
            word = self.texts[position]
            group = self.phrases.speech_at(position)
            if group is None or self._negated(group, word):
                continue
            voice: Voice | None = None
            if group.shape in (Shape.PASSIVE, Shape.PARTICIPLE):
                voice = self._by(group, word)
            elif group.shape is Shape.GERUND:
                voice = self._gerund(group, word)
            elif group.shape is Shape.ACTIVE:
                voice = self._after(group, word) or self._before(group, word)
            elif word in self.tables.speech.accusing:
                chain = self.subjects.leading(group.first)
                voice = Voice(chain, word, group.first, False) if chain else None
            if voice is not None:
                asks = word in self.tables.speech.asking
                yield replace(voice, asks=asks, nested=self._nested(voice), end=self._reach(voice, group))

    def _negated(self, group: Group, verb: str) -> bool:
        """Whether nothing is said: a verb of saying that is negated cites nobody, one of believing does."""
        code = self.tables.grammar.code
        table = commitment(code)
        near = self.texts[max(0, group.first - 2) : group.last + 2]
        first = not table.no or any(word in table.no for word in near)
        negated = first and any(word in (*table.negators, *table.leading) for word in near)
        friend = any(phrase in phrase_of(near) for phrase in table.false_friends)
        return negated and not friend and verb not in believing(code)

    def _other(self, voice: Voice) -> bool:
        """Whether a voice is told apart from those before it: `other estimates`, `une autre étude`."""
        first = voice.chain[0].casefold().split(maxsplit=1)[0]
        return any(first == word.rsplit(maxsplit=1)[-1].split("'")[-1] for word in self.speech.others)

    def _nested(self, voice: Voice) -> bool:
        """Whether a voice stands in what another one says: right behind `that`, or behind the other's verb."""
        before = voice.start - 1
        if before < 0 or voice.trailing:
            return False
        return self.texts[before] in self.speech.that or self.phrases.is_verb(before)

    def _reach(self, voice: Voice, group: Group) -> int:
        """Where a voice that leads stops: at a `but` that does not go on with what is said."""
        stops = [word for word in commitment(self.tables.grammar.code).stops if word not in (":", "•")]
        if self._aside(group):
            stops.append(",")
        quoted = False
        for position in range(group.last + 1, len(self.texts)):
            word = self.texts[position]
            if word in QUOTES:
                quoted = not quoted
            following = self.texts[position + 1 : position + 2]
            if not quoted and word in stops and not (following and following[0] in self.speech.that):
                return position
        return _FAR

    def _aside(self, group: Group) -> bool:
        """Whether a verb of saying stands in a relative clause between commas (`X, who promised …, sent`)."""
        position = group.first - 1
        while position > 0 and self.phrases.inside_verb(position):
            position -= 1
        return position > 0 and self.texts[position] in self.tables.grammar.relative and self.texts[position - 1] == ","

    def _by(self, group: Group, verb: str) -> Voice | None:
        """Who said it, where the verb is passive: `a été confirmé par X`."""
        begin = group.last + 1
        if group.shape is not Shape.PASSIVE or self.texts[begin : begin + 1] == ():
            return None
        by = [
            p
            for p in range(begin, min(begin + 4, len(self.texts)))
            if self.texts[p] in self.tables.grammar.prepositions.by
        ]
        if not by:
            return None
        chain = self.subjects.joint(by[0] + 1, self.phrases.end(by[0] + 1))
        return Voice(chain, verb, group.first, True, _FAR) if chain else None

    def _gerund(self, group: Group, verb: str) -> Voice | None:
        """`X a critiqué Y, ajoutant que`: the subject of the sentence; `X accusant Y`: what stands right before."""
        own = verb in self.tables.speech.accusing or verb in self.tables.speech.asking
        if not own and not self.sayings.brings(group.last + 1) and not self.sayings.clause(group.last + 1):
            return None
        before = self.texts[group.first - 1] if group.first else ""
        chain: tuple[str, ...] = ()
        if before not in (",", *QUOTES, *self.tables.grammar.prepositions.in_):
            span = self.phrases.before(group.first)
            if span[1] - span[0] <= _NEAR:
                chain = self.subjects.resolve(*span)
        chain = chain or self.subjects.leading(group.first)
        return Voice(chain, verb, group.first, False) if chain else None

    def _after(self, group: Group, verb: str) -> Voice | None:
        """A voice after its verb: `, affirme X`, `a-t-il ajouté`."""
        first, last = group.first, group.last
        grammar = self.tables.grammar
        after = last + 1
        while after < len(self.texts) and self.texts[after] in grammar.clitics:
            after += 1
        clitic = next((w for w in (*self.texts[first:last], *self.texts[last + 1 : after]) if w in grammar.clitics), "")
        if clitic:
            chain = self.subjects.resolve_text(clitic.rsplit("-", maxsplit=1)[-1])
            return Voice(chain + self.outlets.after(after), verb, first, True) if chain else None
        if verb in self.tables.speech.telling:
            return None
        if verb in self.tables.speech.counting and verb not in self.tables.speech.direct and self.sayings.figure(after):
            return None  # what follows is what is counted
        before = first - 1
        back = self.sentence.folded.startswith(tuple(self.speech.back))
        opens = before >= 0 and (self.texts[before] in (",", ")", ".") or self.texts[before] in QUOTES)
        if not opens and not back:
            return None
        place_end = self._behind_place(after)
        moved, after = place_end > after, place_end
        starts = [after + skip for skip in range(4) if self.phrases.starts(after + skip)]
        if not starts or any(word == "," or word in self.speech.that for word in self.texts[after : starts[0]]):
            return None
        stop = self.phrases.end(starts[0])
        if before >= 0 and self.texts[before] == "," and (self.phrases.is_verb(stop) or self._closes_aside(before)):
            return None  # `X, who spoke here, said Y had …`: what follows is the clause that is said
        cut = [p for p in range(starts[0] + 1, stop) if self.texts[p] in self.speech.carriers]
        place = cut[0] if cut and self.phrases.capital(cut[0] + 1, stop) else stop
        chain = self.subjects.apposed(stop) or self.subjects.resolve(starts[0], place)
        if not chain or self.sayings.that(starts[0], len(self.texts)):
            return None
        near = () if moved else self.outlets.after(last + 1)
        carrier = self.outlets.after(stop) or near or self.outlets.inside(starts[0], stop)
        chain = tuple(dict.fromkeys((*chain, *carrier)))
        return Voice(chain, verb, last, True)

    def _behind_place(self, position: int) -> int:
        """Behind the seat in which something is said, if one stands here: `a fait savoir à La Havane X`."""
        if position < len(self.texts) and self.texts[position] in self.speech.carriers:
            for size in range(_PLACE, 0, -1):
                end = position + 1 + size
                if end < len(self.texts) and known_party(phrase_of(self.texts[position + 1 : end])):
                    return end
        return position

    def _closes_aside(self, comma: int) -> bool:
        """Whether a comma ends what is said of the first noun of the sentence: `X, who leads Y, says …`."""
        opens = [p for p in range(comma) if self.texts[p] == ","]
        return len(opens) == 1 and self.texts[opens[0] + 1] in self.tables.grammar.relative

    def _before(self, group: Group, verb: str) -> Voice | None:
        """A voice before its verb: `X affirme que`, `…, X said.`"""
        span, chain = self.subjects.before(group.first)
        if not chain:
            return None
        after = group.last + 1
        head = self.texts[span : span + 3]
        apart = span > 3 and self.texts[span - 1] in (",", *QUOTES)
        closing = apart and self.sayings.closes(after, verb)
        if (
            not closing
            and not self.sayings.cites(after, verb)
            and not any(word in self.tables.speech.documents for word in head)
        ):
            return None
        chain = tuple(dict.fromkeys((*chain, *(self.outlets.after(after, verb) or self.outlets.opening()))))
        return Voice(chain, verb, span, closing)

    # names
