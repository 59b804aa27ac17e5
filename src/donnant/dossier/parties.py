"""Parties as a person types them: a code or a name in; a code out, or the nearest that is known."""

import difflib
from collections.abc import Callable, Iterable

from donnant.domain.party import Party
from donnant.errors import BadInput, UnknownParty


def party_code(typed: str, own: Iterable[Party] = ()) -> str:
    """The code of a party by code or name, a dossier's own first; UnknownParty suggests another."""
    from donnant.lang.parties import fold_name, known_party

    own = tuple(own)
    wanted = fold_name(" ".join(typed.split()))
    for party in own:
        if wanted in {fold_name(name) for name in (party.code, *party.names)}:
            return party.code
    code = known_party(typed)
    if code is None:
        raise UnknownParty(f"no party is called {typed!r}: {_advice(wanted, own)}")
    return code


def pair_codes(names: tuple[str, str], code_of: Callable[[str], str]) -> tuple[str, str]:
    """Two parties as typed, as the codes of the two sides of a balance."""
    one, other = code_of(names[0]), code_of(names[1])
    if one == other:
        raise BadInput(f"a balance has two sides, and {names[0]} and {names[1]} are both {one}: name two parties")
    return one, other


def _advice(wanted: str, own: Iterable[Party]) -> str:
    from donnant.lang.lexicon import languages
    from donnant.lang.parties import fold_name, known_party, party_names

    names = {fold_name(name): name for party in own for name in (party.code, *party.names)}
    for language in languages():
        for form, found in party_names(language).forms.items():
            if known_party(form):
                names.setdefault(form, found[0].spelled)
    near = difflib.get_close_matches(wanted, sorted(names), n=1, cutoff=0.7)
    if near:
        return f"did you mean {names[near[0]]}?"
    return "give a code such as RUS, or add it to dossier.toml under [[parties]]"
