"""An explanation set as indented text: a tree of what a figure rests on in, lines out."""

from collections.abc import Iterator

from donnant.lang.labels import read_labels
from donnant.lang.links import read_links
from donnant.show.explain import Explanation, Ground, Ruling
from donnant.show.format import printable
from donnant.show.reckoning import reckoning_lines


def explanation_text(explanation: Explanation, language: str = "en") -> str:
    """An explanation as indented text."""
    labels = read_labels(language)
    lines = [f"{explanation.id} · {explanation.title}"]
    lines += reckoning_lines(explanation.reckoning, language) if explanation.reckoning else []
    lines += [f"  {line}" for line in explanation.sums]
    for ruling in explanation.rulings:
        lines += [f"  {line}" for line in _ruling_lines(ruling, language)]
    for matter in explanation.matters:
        if (matter.entry, matter.title) != (explanation.id, explanation.title):
            lines += ["", " · ".join(part for part in (matter.entry, matter.title) if part)]
        if matter.credible:
            lines.append(f"  {matter.credible}")
        if matter.ties:
            lines.append(f"  {read_links(language).headings['ties']}:")
            lines += [f"    – {tie}" for tie in matter.ties]
        if matter.reasons:
            lines.append(f"  {labels.headings.reasons}:")
            lines += [f"    – {reason}" for reason in matter.reasons]
        for voice in matter.voices:
            lines += [f"  {' · '.join(part for part in (voice.name, voice.figure) if part)}"] if voice.name else []
            for ground in voice.grounds:
                lines += [f"    {line}" for line in _ground_lines(ground, language)]
    return "\n".join(lines) + "\n"


def _ground_lines(ground: Ground, language: str) -> list[str]:
    labels, claim, place = read_labels(language), ground.claim, ground.sentence
    phrases, headings = labels.phrases, labels.headings
    state = [
        labels.factualities[claim.factuality],
        labels.phases[claim.phase],
        labels.votes[claim.vote],
        labels.trusts[claim.trust],
    ]
    flags = [
        word for word, said in ((headings.distorted, ground.distorted), (headings.rejected, ground.rejected)) if said
    ]
    found = [
        f"{labels.fields.get(name, name)}: {labels.places.get(where, where)}"
        for name, where in sorted(claim.found.items())
    ]
    cues = [f"{labels.fields.get(name, name)}: « {printable(words)} »" for name, words in sorted(claim.cues.items())]
    span = phrases.span.format(start=place.start, end=place.end)
    lines = [
        " · ".join([claim.id, ground.figure, *state, *flags]),
        f"  « {printable(place.quote)} »",
        f"  {place.file}, {span}, {headings.hash} {place.hash}",
        f"  {phrases.holds if place.holds else phrases.does_not_hold}",
    ]
    if ground.differs:
        lines.append(f"  {headings.distorted}: {'; '.join(ground.differs)} ({ground.original})")
    if place.before.strip() or place.after.strip():
        lines.append(f"  {headings.context}: {printable(f'{place.before}[…]{place.after}')}")
    lines += [f"  {headings.cues}: {'; '.join(cues)}"] if cues else []
    lines += [f"  {headings.found}: {'; '.join(found)}"] if found else []
    told = {ruling.id for ruling in ground.rulings}
    untold = [id_ for id_ in claim.rulings if id_ not in told]
    lines += [f"  {headings.rulings}: {', '.join(untold)}"] if untold else []
    for ruling in ground.rulings:
        lines += [f"  {line}" for line in _ruling_lines(ruling, language)]
    return lines


def _ruling_lines(ruling: Ruling, language: str) -> Iterator[str]:
    labels = read_labels(language)
    who, why = printable(ruling.reviewer), printable(ruling.why)
    told = labels.phrases.ruled.format(action=ruling.action, reviewer=who, at=ruling.at, why=why, id=ruling.id)
    yield f"{labels.headings.rulings}: {told}"
    for field, old, new in ruling.changes:
        yield f"  {labels.fields.get(field, field)}: {value_text(old)} → {value_text(new)}"


def value_text(value: object) -> str:
    """The value of a field as it is typed in a correction; a stroke where there is none."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:.15g}" if isinstance(value, float) else printable(str(value))
