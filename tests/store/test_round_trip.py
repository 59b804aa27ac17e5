"""What goes into the dossier comes out the same, whatever the words of the domain allow."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from donnant.domain.claim import Claim, Factuality, Kind, Phase, Trust, Vote
from donnant.domain.decision import Decision
from donnant.domain.entry import Entry, Ledger, Origin, Strand
from donnant.domain.report import Block, BlockKind, Report, Told
from donnant.errors import Problem
from donnant.store.decisions import append_decision, read_decisions
from donnant.store.extracts import Extract, read_extract, write_extract
from donnant.store.folder import Folder
from donnant.store.originals import Kept, add_original, kept_bytes, place_of, read_kept
from donnant.store.tables import Derived, load, save

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
words = st.tuples() | st.tuples(texts) | st.tuples(texts, texts)
amounts = st.none() | st.floats(min_value=0, allow_infinity=False, allow_nan=False)
maps = st.dictionaries(texts, texts, max_size=3)
maybe = st.none() | texts
offsets = st.integers(min_value=0, max_value=2**40)
told = st.none() | st.builds(Told, texts, texts)

problems = st.builds(Problem, texts, texts, texts)
claims = st.builds(
    Claim,
    doc=texts,
    quote=texts,
    start=offsets,
    end=offsets,
    kind=st.sampled_from(Kind),
    giver=maybe,
    receiver=maybe,
    parties=words,
    category=maybe,
    item=maybe,
    low=amounts,
    high=amounts,
    approx=st.booleans(),
    unit=maybe,
    when=maybe,
    attribution=words,
    factuality=st.sampled_from(Factuality),
    phase=st.sampled_from(Phase),
    id=texts,
    report=texts,
    operator=maybe,
    vote=st.sampled_from(Vote),
    trust=st.sampled_from(Trust),
    found=maps,
    cues=maps,
    rulings=words,
)
strands = st.builds(
    Strand,
    origin=texts,
    claims=words,
    reports=words,
    low=amounts,
    high=amounts,
    approx=st.booleans(),
    distorted=words,
    doubtful=st.booleans(),
)
entries = st.builds(
    Entry,
    id=texts,
    kind=st.sampled_from(Kind),
    giver=maybe,
    receiver=maybe,
    parties=words,
    category=maybe,
    unit=maybe,
    item=maybe,
    when=maybe,
    factuality=st.sampled_from(Factuality),
    phase=st.sampled_from(Phase),
    strands=st.lists(strands, max_size=3).map(tuple),
    reasons=words,
)
origins = st.builds(Origin, id=texts, name=texts, named=st.booleans(), spellings=words, is_publisher=st.booleans())
blocks = st.builds(Block, st.sampled_from(BlockKind), offsets, offsets)
reports = st.builds(
    Report,
    name=texts,
    hash=texts,
    text=texts,
    blocks=st.lists(blocks, max_size=2).map(tuple),
    title=told,
    publisher=told,
    author=told,
    date=told,
    language=told,
    url=told,
    noise=st.lists(st.tuples(offsets, offsets), max_size=2).map(tuple),
)
ledgers = st.builds(
    Ledger,
    entries=st.lists(entries, max_size=3).map(tuple),
    origins=st.lists(origins, max_size=2).map(tuple),
    claims=st.lists(claims, max_size=3).map(tuple),
    rejected=st.lists(claims, max_size=2).map(tuple),
    problems=st.lists(problems, max_size=2).map(tuple),
)
values = texts | st.floats(allow_nan=False, allow_infinity=False) | st.booleans() | st.none()
decisions = st.builds(
    Decision,
    id=texts,
    action=st.sampled_from(["accept", "reject", "correct", "undo"]),
    report=texts,
    quote=texts,
    kind=texts,
    seen=st.dictionaries(texts, values, max_size=3),
    why=texts,
    reviewer=texts,
    at=texts,
    changes=st.dictionaries(texts, values, max_size=3),
)


few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few
@given(st.lists(reports, max_size=2).map(tuple), ledgers)
def test_the_database_gives_back_the_same_words(read: tuple[Report, ...], ledger: Ledger) -> None:
    """Every report, claim, entry, strand, origin and problem survives the tables exactly, in order."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "ledger.duckdb"
        save(path, Derived(read, ledger), "print")
        assert load(path, "print") == Derived(read, ledger)


@few
@given(reports, st.dictionaries(texts, maps, max_size=2), st.lists(problems, max_size=2).map(tuple))
def test_a_reading_gives_back_the_same_report(
    report: Report, names: dict[str, dict[str, str]], found: tuple[Problem, ...]
) -> None:
    """report.json holds all that was read, and writing it twice gives the same bytes."""
    with tempfile.TemporaryDirectory() as place:
        folder = Folder(Path(place))
        kept = Kept(Report(**{**_fields(report), "hash": "0" * 64}), names, found)  # type: ignore[arg-type]
        add_original(folder, b"bytes", kept)
        again = read_kept(place_of(folder, "0" * 64))
        assert again == kept
        assert kept_bytes(again) == place_of(folder, "0" * 64).reading.read_bytes()


@few
@given(st.lists(claims, max_size=3).map(tuple), st.lists(problems, max_size=2).map(tuple))
def test_an_extract_gives_back_the_same_claims(read: tuple[Claim, ...], found: tuple[Problem, ...]) -> None:
    """Claims survive the file of their report, and are not had under another key."""
    with tempfile.TemporaryDirectory() as place:
        folder = Folder(Path(place))
        write_extract(folder, "0" * 64, Extract("key", read, found))
        assert read_extract(folder, "0" * 64, "key") == Extract("key", read, found)
        assert read_extract(folder, "0" * 64, "another") is None


@few
@given(st.lists(decisions, min_size=1, max_size=3))
def test_the_log_gives_back_the_same_decisions(ruled: list[Decision]) -> None:
    """Decisions come back in the order they were made."""
    with tempfile.TemporaryDirectory() as place:
        folder = Folder(Path(place))
        for decision in ruled:
            append_decision(folder, decision)
        assert read_decisions(folder) == (tuple(ruled), ())


def _fields(report: Report) -> dict[str, object]:
    return {name: getattr(report, name) for name in Report.__slots__}
