"""A party: a state by its ISO 3166-1 alpha-3 code, or a body by a short upper-case name."""

from dataclasses import dataclass
from enum import StrEnum


class PartyKind(StrEnum):
    """What a party is; it decides which plural and which unit a mention stands for."""

    STATE = "state"
    BLOC = "bloc"
    BODY = "body"
    FIRM = "firm"
    GROUP = "group"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Party:
    """A party and the names it goes by in a dossier, beyond those every language pack knows."""

    code: str
    kind: PartyKind = PartyKind.STATE
    names: tuple[str, ...] = ()
