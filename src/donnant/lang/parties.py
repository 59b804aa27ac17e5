"""In: a language, its table of parties and a dossier's own; out: every name a party goes by, and what it names."""

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from donnant.domain.party import Party, PartyKind
from donnant.lang import morphology
from donnant.lang.lexicon import Words, languages, read_table


class Guise(StrEnum):
    """In what grammatical clothes a party appears."""

    NAME = "name"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    PAIR = "pair"
    """One half of ``russo-ukrainienne`` or ``Russie-Afrique``: both sides of one relation."""


class Names(Words, frozen=True):
    """What a language calls one party."""

    kind: PartyKind = PartyKind.STATE
    label: str = ""
    """How to print it; otherwise Babel's name of the state, or the first of ``names``."""
    demonyms: tuple[str, ...] = ()
    """Adjectives in their base form; they serve as nouns of people too."""
    people: tuple[str, ...] = ()
    """Nouns of people that are no adjectives, in the singular: Briton, taliban."""
    prefixes: tuple[str, ...] = ()
    """First halves of compounds: russo, sino."""
    seats: tuple[str, ...] = ()
    """Capital and seats of power that stand for the party."""
    names: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()
    """Full names, and surnames that nobody else of note bears."""
    ambiguous: tuple[str, ...] = ()
    """Names that mean the party only in a report that names it in full: le Nord."""


class Cue(Words, frozen=True):
    """Words that show a capitalised name beside them to be a firm, a group or a body."""

    kind: PartyKind
    place: str
    """``before`` the name, ``after`` it, or ``inside``: the last word of the name itself."""
    words: tuple[str, ...]


class PartyTable(Words, frozen=True):
    """The file ``parties.toml`` of a language pack."""

    states: dict[str, Names]
    bodies: dict[str, Names]
    unsafe: tuple[str, ...]
    """Names of states in Babel that mean too much else: Maurice, Dominique."""
    decoys: tuple[str, ...]
    """Phrases that hold a party's name and are no party: la mer du Japon."""
    lone: tuple[str, ...]
    """Names that count only alone: Michael Jordan and the London School of Economics are no states."""
    titles: tuple[str, ...]
    """Capitalised words that may stand beside such a name all the same."""
    determiners: tuple[str, ...]
    """Words that make a noun of the nation's adjective after them, unless a noun follows."""
    adjective_first: bool
    """Whether a nation's adjective stands before its noun."""
    followers: tuple[str, ...]
    """Words that cannot be that noun, where the adjective stands first."""
    compounds: tuple[str, ...]
    """Second halves that leave a name its meaning: -led, -backed."""
    links: tuple[str, ...]
    """Small words inside a name: Banque de France, Bank of England."""
    qualifiers: tuple[str, ...]
    """Adjectives between a cue and the name it announces: la société minière X."""
    cues: tuple[Cue, ...]


_ACRONYM = 5
"""A code shorter than this is met in capitals only: WHO is no question."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that a form may name; an empty party is a decoy."""

    party: str
    kind: PartyKind
    guise: Guise
    spelled: str
    needs: str = ""
    """A code or a folded full name that the report must hold for this reading; mostly none."""


@dataclass(frozen=True, slots=True, eq=False)
class PartyNames:
    """All names of parties in one language: folded form to what it may name."""

    forms: Mapping[str, tuple[Candidate, ...]]
    table: PartyTable


@functools.lru_cache(maxsize=16)
def party_names(code: str, extra: tuple[Party, ...] = ()) -> PartyNames:
    """The names of a language, extended and where they clash overridden by a dossier's parties."""
    names = _pack_names(code)
    if not extra:
        return names
    forms = dict(names.forms)
    own: dict[str, list[Candidate]] = {}
    for party in extra:
        itself = party.code if len(party.code) < _ACRONYM else party.code.title()
        for form in party.names if party.kind is PartyKind.STATE else (*party.names, itself):
            candidate = Candidate(party.code, party.kind, Guise.NAME, form)
            for variant in _spellings(form):
                own.setdefault(fold_name(variant), []).append(candidate)
    forms.update((form, _merged(found)) for form, found in own.items())
    return PartyNames(forms=forms, table=names.table)


def known_party(code_or_name: str) -> str | None:
    """The code of a party a person typed: RUS, ru, Russie, Russia, EU; None if unknown or ambiguous."""
    typed = fold_name(" ".join(code_or_name.split()))
    found = _codes_by_name().get(typed, frozenset())
    return next(iter(found)) if len(found) == 1 else None


def party_label(code: str, language: str) -> str:
    """The name to print for a party; its code where nobody has a name for it."""
    table: PartyTable = read_table(language, "parties", PartyTable)
    if code in table.bodies:
        body = table.bodies[code]
        return body.label or (body.names[0] if body.names else code)
    if code in table.states and table.states[code].label:
        return table.states[code].label
    return _territories(language).get(code, code)


def fold_name(text: str) -> str:
    """A name as the gate looks for it: lower-case, straight apostrophes."""
    return text.replace("’", "'").lower()


@functools.cache
def _pack_names(code: str) -> PartyNames:
    """The names of a pack, with Babel's names of the states that it lists."""
    table: PartyTable = read_table(code, "parties", PartyTable)
    territories = _territories(code)
    found: dict[str, list[Candidate]] = {}
    for phrase in table.decoys:
        found.setdefault(fold_name(phrase), []).append(Candidate("", PartyKind.STATE, Guise.NAME, phrase))
    for parties in (table.states, table.bodies):
        for party, names in parties.items():
            listed = territories[party] if parties is table.states and party in territories else ""
            for candidate in _candidates(code, party, names, "" if listed in table.unsafe else listed):
                for variant in _spellings(candidate.spelled):
                    found.setdefault(fold_name(variant), []).append(candidate)
    return PartyNames(forms={form: _merged(several) for form, several in found.items()}, table=table)


def _candidates(code: str, party: str, names: Names, listed: str) -> Iterator[Candidate]:
    """Everything a party is called: by name, by its people's adjective, and by its leaders."""
    for name in (*_plain_names(listed), *names.names, *names.seats, *names.leaders):
        yield Candidate(party, names.kind, Guise.NAME, name)
    for demonym in names.demonyms:
        for form in morphology.adjective_forms(code, demonym):
            yield Candidate(party, names.kind, Guise.ADJECTIVE, form)
        for form in morphology.people_forms(code, demonym):
            yield Candidate(party, names.kind, Guise.PEOPLE, form)
    for noun in names.people:
        for form in morphology.noun_forms(code, noun):
            yield Candidate(party, names.kind, Guise.PEOPLE, form)
    for prefix in names.prefixes:
        yield Candidate(party, names.kind, Guise.PAIR, prefix)
    for name in names.ambiguous:
        yield Candidate(party, names.kind, Guise.NAME, name, needs=party)
    for leader in names.leaders:
        first, _, surname = leader.rpartition(" ")
        if first and len(surname) > 3:
            yield Candidate(party, names.kind, Guise.NAME, surname, needs=fold_name(leader))


def _plain_names(listed: str) -> tuple[str, ...]:
    """Babel's name of a territory as prose has it: no ampersand, no second name in brackets."""
    first, bracket, second = listed.replace(" & ", " and ").replace("St. ", "Saint ").partition(" (")
    return tuple(name for name in (first, second.rstrip(")") if bracket else "") if name)


def _spellings(form: str) -> set[str]:
    """A form with all its accents, without them on capitals, and for names without any."""
    initials = " ".join(_bare(word[0]) + word[1:] for word in form.split(" "))
    return {form, initials, _bare(form)} if form != form.lower() else {form, _bare(form[0]) + form[1:]}


def _bare(text: str) -> str:
    return "".join(mark for mark in unicodedata.normalize("NFD", text) if not unicodedata.combining(mark))


def _merged(several: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The readings of one form, each party and guise once, as spelled with the fewest capitals."""
    kept: dict[tuple[str, Guise, str], Candidate] = {}
    for candidate in sorted(several, key=lambda one: (sum(map(str.isupper, one.spelled)), one.spelled)):
        kept.setdefault((candidate.party, candidate.guise, candidate.needs), candidate)
    sure = {(one.party, one.guise) for one in kept.values() if not one.needs}
    readings = [one for one in kept.values() if not one.needs or (one.party, one.guise) not in sure]
    return tuple(sorted(readings, key=lambda one: (one.needs, one.party, one.guise)))


_SUPERSEDED = frozenset({"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"})
"""Codes of ISO 3166-3 that share their territory with the code in force."""


_FOR_PRIVATE_USE = re.compile(r"AA|Q[M-Z]|X|ZZ|[0-9]")
"""Codes that ISO 3166-1 leaves to users, and the numbers of the United Nations."""


@functools.cache
def _states() -> dict[str, str]:
    """ISO 3166-1 alpha-3 to alpha-2, from CLDR; Kosovo by the code that statistics use."""
    from babel.core import get_global

    states = {
        three: twos[0]
        for three, twos in get_global("territory_aliases").items()
        if len(three) == 3 and len(twos) == 1 and not _FOR_PRIVATE_USE.match(three)
    }
    return {**{three: two for three, two in states.items() if three not in _SUPERSEDED}, "XKX": "XK"}


@functools.cache
def currencies_of(code: str) -> frozenset[str]:
    """ISO 4217 codes of the money that a state uses; none for a party that is no state."""
    from babel.numbers import get_territory_currencies

    two = _states().get(code)
    return frozenset(get_territory_currencies(two)) if two else frozenset()


@functools.cache
def _codes_by_name() -> dict[str, frozenset[str]]:
    """What a typed word may mean: a code before a name, a name before a people, alpha-2 last."""
    packs = {language: party_names(language) for language in languages()}
    codes = {code: code for code in _states()} | {code: code for names in packs.values() for code in names.table.bodies}
    named: dict[str, set[str]] = {}
    peoples: dict[str, set[str]] = {}
    for language, names in packs.items():
        for code, name in _territories(language).items():
            named.setdefault(fold_name(name), set()).add(code)
        for form, candidates in names.forms.items():
            for one in candidates:
                if one.party and not one.needs:
                    (named if one.guise is Guise.NAME else peoples).setdefault(form, set()).add(one.party)
    known = {two.lower(): frozenset({three}) for three, two in _states().items()}
    for table in (peoples, named):
        known.update((form, frozenset(found)) for form, found in table.items())
    known.update((fold_name(code), frozenset({code})) for code in codes)
    return known


@functools.cache
def _territories(language: str) -> dict[str, str]:
    """Alpha-3 code to Babel's name of the territory."""
    from babel import Locale

    names = Locale(language).territories
    return {three: names[two] for three, two in _states().items() if two in names}
