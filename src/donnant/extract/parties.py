"""In: a sentence and the names of parties; out: every mention of a party, which one and in what guise."""

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from donnant.domain.party import PartyKind
from donnant.extract.gate import Gate, longest
from donnant.lang.parties import Candidate, Guise, PartyNames, PartyTable

__all__ = ["Guise", "Mention", "find_parties", "find_unknown", "named_parties"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A party met in a text, in code points, end exclusive.

    The two mentions of a pair (``russo-ukrainienne``) share their span.
    """

    start: int
    end: int
    party: str
    guise: Guise
    kind: PartyKind
    text: str


Hit = tuple[int, int, Candidate]
_HOME = 3
"""Words between a nation's adjective and the name of a firm that is at home there, at most."""
_MONEY = ("$", "£", "€")
"""Signs of money: the letters right before one name a currency, and no party."""


def find_parties(text: str, folded: str, names: PartyNames, named: frozenset[str] = frozenset()) -> tuple[Mention, ...]:
    """Mentions in order; ``named`` is what ``named_parties`` found in the whole report."""
    place = _Place(text, folded, names)
    hits = [(start, end, _settle(several, named)) for start, end, several in _readings(place, named)]
    mentions: list[Mention] = []
    for chain in _chains(text, [(start, end, one) for start, end, one in hits if one and one.party]):
        mentions.extend(_read_chain(place, chain))
    return tuple(mentions)


def named_parties(text: str, folded: str, names: PartyNames) -> frozenset[str]:
    """What a report names beyond doubt: codes of parties, and full names of leaders, folded.

    It decides what ``le Nord``, ``Congo`` or a common surname means in the report's sentences.
    """
    place = _Place(text, folded, names)
    found: set[str] = set()
    for start, end, several in _readings(place, None):
        if len(several) == 1 and several[0].party and not several[0].needs:
            found |= {several[0].party, folded[start:end]}
    return frozenset(found)


def may_name_parties(text: str, folded: str, names: PartyNames) -> bool:
    """Whether a text may name a party at all, in one pass: names with fitting capitals, cues of firms and groups."""
    for start, end, several in _gate(names).hits(folded):
        if any(one.party and _capitals_fit(text[start:end], one) for one in several):
            return True
    return bool(_cue_sieve(names).hits(folded))


def find_unknown(text: str, folded: str, names: PartyNames, known: Iterable[Mention] = ()) -> tuple[Mention, ...]:
    """Capitalised names that a cue beside them shows to be a firm, a group or a body; none that is known.

    The party's code is the name in capitals.
    """
    taken = [(mention.start, mention.end) for mention in known]
    proposals: list[tuple[int, int, PartyKind]] = []
    for start, end, (place, kind) in _cue_gate(names).find(folded):
        reach = _past_qualifiers(folded, end, names) if place == "before" else end
        run = _name_beside(text, start, reach, place, names.table)
        if run and not any(run[0] < after and before < run[1] for before, after in taken):
            proposals.append((*run, kind))
    return tuple(
        Mention(start, end, _code(text[start:end]), Guise.NAME, kind, text[start:end])
        for start, end, kind in longest(proposals)
    )


@functools.lru_cache(maxsize=8)
def _gate(names: PartyNames) -> Gate[tuple[Candidate, ...]]:
    return Gate(names.forms, joiners="")


@functools.lru_cache(maxsize=8)
def _cue_gate(names: PartyNames) -> Gate[tuple[str, PartyKind]]:
    return Gate({word.lower(): (cue.place, cue.kind) for cue in names.table.cues for word in cue.words})


@functools.lru_cache(maxsize=8)
def _cue_sieve(names: PartyNames) -> Gate[bool]:
    """The words of the cue gate, met behind a hyphen too: it may be a bullet, which no sentence keeps."""
    return Gate({word.lower(): True for cue in names.table.cues for word in cue.words}, joiners="")


_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class _Place:
    """A text with what can be asked about the words around a span."""

    text: str
    folded: str
    names: PartyNames

    @property
    def table(self) -> PartyTable:
        """The pack's lists."""
        return self.names.table

    def word_before(self, start: int) -> str:
        """The word that stands directly before, an elided article with its apostrophe; else empty."""
        end = start - 1 if start > 0 and self.text[start - 1] == " " else start
        if end == start and not (start > 0 and self.folded[start - 1] == "'"):
            return ""
        begin = end
        while begin > 0 and (self.text[begin - 1].isalnum() or self.folded[begin - 1] in "-'"):
            begin -= 1
        return self.text[begin:end]

    def word_after(self, end: int) -> str:
        """The word that stands directly after; empty if a mark or the end does."""
        if not self.text.startswith(" ", end):
            return ""
        match = _WORD.match(self.text, end + 1)
        return match.group() if match else ""

    def begins_a_name(self, word: str) -> bool:
        """Whether a word is capitalised and neither a title nor a party of its own."""
        return word[:1].isupper() and word not in self.table.titles and word.lower() not in self.names.forms

    def opens_sentence(self, start: int) -> bool:
        """Whether nothing, or the end of a sentence, stands before."""
        before = self.text[:start].rstrip(" «»\"“'’‘(•—–-")
        return not before or before[-1] in ".!?:…\n"


def _readings(place: _Place, named: frozenset[str] | None) -> list[tuple[int, int, tuple[Candidate, ...]]]:
    """Every form in the text with what it may name there, doubtful readings only if the report backs them.

    Of forms that overlap the longest counts: the South China Sea is not ``the South``.
    """
    fitting = []
    for start, end, several in _gate(place.names).hits(place.folded):
        backed = [one for one in several if named is None or not one.needs or one.needs in named]
        if here := _fitting(place, start, end, backed):
            fitting.append((start, end, here))
    taken: set[int] = set()
    kept = []
    for hit in sorted(fitting, key=lambda hit: (hit[0] - hit[1], hit[0])):
        if taken.isdisjoint(span := range(hit[0], hit[1])):
            taken.update(span)
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit[0])


def _fitting(place: _Place, start: int, end: int, several: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The readings that the capitals in the text allow; a name wins over a nation's adjective."""
    text = place.text
    if text[end : end + 1] in _MONEY:
        return ()  # `US$2bn`
    fitting = [one for one in several if _capitals_fit(text[start:end], one)]
    if fitting and text[start:end] in place.table.lone and _beside_a_name(place, start, end):
        return ()
    if text[start].isupper() and any(one.guise is Guise.NAME for one in fitting):
        fitting = [one for one in fitting if one.guise is not Guise.ADJECTIVE]
    if not text.startswith("-", end):
        return tuple(one for one in fitting if one.guise is not Guise.PAIR)
    prefixes = tuple(one for one in fitting if one.guise is Guise.PAIR)
    return prefixes or tuple(fitting)


def _capitals_fit(printed: str, candidate: Candidate) -> bool:
    """Acronyms as spelled; names with their first capital; what is spelled small, in any case."""
    spelled = candidate.spelled
    if spelled.isupper():
        return printed.isupper()
    for mark, seen in zip(spelled, printed, strict=False):
        if mark.isupper():
            return seen.isupper()
    return True


def _beside_a_name(place: _Place, start: int, end: int) -> bool:
    """Whether another capitalised word makes this one a person's name: Michael Jordan, Jordan Henderson."""
    after, before = place.word_after(end), place.word_before(start)
    if place.begins_a_name(after):
        return True
    if not place.begins_a_name(before) or before.endswith(("'s", "’s")):
        return False
    return not place.opens_sentence(start - 1 - len(before))


def _settle(several: Sequence[Candidate], named: frozenset[str]) -> Candidate | None:
    """The one reading of a form in this report; nothing where two remain."""
    doubtful = [one for one in several if one.needs]
    sure = [one for one in several if not one.needs]
    backed = [one for one in sure if one.party in named]
    for choice in (backed, doubtful, sure):
        if choice:
            return choice[0] if len({one.party for one in choice}) == 1 else None
    return None


def _chains(text: str, hits: Sequence[Hit]) -> list[list[Hit]]:
    """Hits that hyphens tie together: sino-russe, Russie-Afrique."""
    chains: list[list[Hit]] = []
    for hit in hits:
        tied = chains and hit[0] == chains[-1][-1][1] + 1 and text[hit[0] - 1] in "-–"
        if tied:
            chains[-1].append(hit)
        else:
            chains.append([hit])
    return chains


def _read_chain(place: _Place, chain: Sequence[Hit]) -> list[Mention]:
    """The mentions of one chain; none if part of a longer word (pro-russe) or all one party (franco-français)."""
    text, folded = place.text, place.folded
    start, end = chain[0][0], chain[-1][1]
    if start > 0 and text[start - 1] == "-" and not folded[: start - 1].endswith("ex"):
        return []
    compound = ""
    if text.startswith("-", end):
        tail = _WORD.match(folded, end + 1)
        compound = tail.group() if tail else ""
        if compound and compound not in place.table.compounds:
            return []
    if len(chain) > 1:
        if len({one.party for _, _, one in chain}) == 1:
            return []
        return [Mention(start, end, one.party, Guise.PAIR, one.kind, text[start:end]) for _, _, one in chain]
    one = chain[0][2]
    if one.guise is Guise.PAIR:
        return []
    guise = Guise.ADJECTIVE if compound else _guise(place, start, end, one)
    return [Mention(start, end, one.party, guise, one.kind, text[start:end])]


def _guise(place: _Place, start: int, end: int, one: Candidate) -> Guise:
    """Whether a nation's adjective modifies a noun here or is one."""
    if one.guise is not Guise.ADJECTIVE:
        return one.guise
    before, after = place.word_before(start), place.word_after(end)
    if one.spelled[0].islower() and place.text[start].isupper():
        titled = before[:1].isupper() and not place.opens_sentence(start - 1 - len(before))
        return Guise.ADJECTIVE if titled else Guise.PEOPLE
    if not (before.lower().replace("’", "'") in place.table.determiners or before.isdigit()):
        return Guise.ADJECTIVE
    if place.table.adjective_first:
        noun_follows = bool(after) and after.lower() not in place.table.followers
    else:
        noun_follows = after[:1].isupper()
    return Guise.ADJECTIVE if noun_follows else Guise.PEOPLE


_TAIL = r"[\w&’'-]*(?:\.(?=\w)[\w&]+)*"


@functools.lru_cache(maxsize=8)
def _runs(links: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Capitalised words in a row, small links between them: one that starts here, one that ends here."""
    small = "|".join(sorted(map(re.escape, links), key=len, reverse=True))
    run = rf"[A-ZÀ-ÖØ-Þ]{_TAIL}(?: (?:(?:{small}) ){{0,2}}[A-ZÀ-ÖØ-Þ0-9]{_TAIL})*"
    return re.compile(run), re.compile(rf"{run}$")


def _name_beside(text: str, start: int, end: int, place: str, table: PartyTable) -> tuple[int, int] | None:
    """The span of the capitalised name that a cue points at."""
    from_here, up_to_here = _runs(table.links)
    if place == "before":
        match = re.compile(r" [«\"“]? ?").match(text, end)
        found = from_here.match(text, match.end()) if match else None
    elif place == "after":
        found = up_to_here.search(text[: start - 1]) if start > 0 and text[start - 1] == " " else None
    else:
        found = up_to_here.search(text[:end]) if text[start].isupper() else None
        if found and found.start() == start:
            found = None
    if found is None:
        return None
    first, last = _trimmed(text, found.start(), found.end(), table)
    return (first, last) if last - first > 1 else None


def without_homes(folded: str, mentions: Sequence[Mention], names: PartyNames) -> tuple[Mention, ...]:
    """Mentions without the nation's adjective that only says where a firm or a group is at home.

    `Russian gas giant Gazprom`, `le groupe palestinien Hamas`: one party each.
    """
    nouns = {word.lower() for cue in names.table.cues if cue.place == "before" for word in cue.words}
    homes = set()
    for one, other in pairwise(mentions):
        if one.guise is not Guise.ADJECTIVE or other.kind not in (PartyKind.FIRM, PartyKind.GROUP):
            continue
        between = folded[one.end : other.start].split()
        plain = folded[one.end : other.start].replace(" ", "").replace("-", "").isalpha()
        if not between or (plain and len(between) <= _HOME and between[-1] in nouns):
            homes.add(one)
    return tuple(mention for mention in mentions if mention not in homes)


def _past_qualifiers(folded: str, end: int, names: PartyNames) -> int:
    """The end of a cue's adjectives: la société minière russe."""
    for _ in range(2):
        match = _WORD.match(folded, end + 1) if folded.startswith(" ", end) else None
        if match is None:
            break
        nation = any(one.guise is Guise.ADJECTIVE for one in names.forms.get(match.group(), ()))
        if not nation and match.group() not in names.table.qualifiers:
            break
        end = match.end()
    return end


def _trimmed(text: str, start: int, end: int, table: PartyTable) -> tuple[int, int]:
    """A run without the article or first word of a sentence, and without a possessive or a full stop."""
    first = text[start:end].split(" ", 1)[0]
    if first.lower() in table.determiners and first != text[start:end]:
        start += len(first) + 1
    name = text[start:end]
    for tail in ("'s", "’s", ".", "'", "’", "-"):
        if name.endswith(tail):
            name = name[: -len(tail)]
    return start, start + len(name)


def _code(name: str) -> str:
    """A name as codes are written: capitals, straight apostrophes, single blanks."""
    return " ".join(name.replace("’", "'").upper().split())
