"""What a report says of itself: facts from several places in, the first that knows wins."""

from dataclasses import dataclass, fields

from donnant.domain.report import Told
from donnant.read.meta import Given


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one place; None where it is silent."""

    title: Told | None = None
    publisher: Told | None = None
    author: Told | None = None
    date: Told | None = None
    language: Told | None = None
    url: Told | None = None


def told_facts(where: str, **values: str | None) -> Facts:
    """Facts that were all found in one place; blank words are no fact."""
    plain = {name: " ".join((words or "").split()) for name, words in values.items()}
    return Facts(**{name: Told(words, where) for name, words in plain.items() if words})


def given_facts(given: Given) -> Facts:
    """What the user said, marked as given."""
    return told_facts(
        "given",
        title=given.title,
        publisher=given.publisher,
        date=given.date,
        url=given.url,
        language=given.language,
    )


def first_told(*places: Facts) -> Facts:
    """Fact by fact, what the first place says that says anything."""
    best: dict[str, Told] = {}
    for place in places:
        for fact in fields(place):
            told = getattr(place, fact.name)
            if told:
                best.setdefault(fact.name, told)
    return Facts(**best)
