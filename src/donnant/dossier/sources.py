"""Which files a call brings that the dossier lacks: paths and what is said of them in; jobs and faults out."""

import dataclasses
import difflib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from donnant.domain.ids import digest
from donnant.domain.party import Party
from donnant.dossier.intake import Job
from donnant.errors import Problem
from donnant.store.folder import Folder
from donnant.store.originals import Kept, place_of, places, plain_name, read_kept

if TYPE_CHECKING:
    from donnant.read.meta import Given


@dataclasses.dataclass(slots=True)
class Source:
    """The files of one content: where to read it, and every name it came under."""

    path: Path
    names: dict[str, dict[str, str]]
    kept: Kept | None = None
    """What the dossier keeps of it already."""

    @property
    def is_new(self) -> bool:
        """Whether the dossier lacks the report, one of its names, or something said of it."""
        return self.kept is None or self.kept.names != self.names


def find_sources(
    folder: Folder, files: Iterable[Path], given: "Mapping[str, Given]", language: str | None
) -> tuple[dict[str, Source], tuple[Problem, ...]]:
    """The contents behind some files, by hash; one report however many names it came under."""
    said = {plain_name(name): facts for name, facts in given.items()}
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for file in files:
        name = plain_name(file.name)
        hash_, fault = _hash_of(file)
        if hash_ is None:
            problems += fault
            continue
        if hash_ not in sources:
            sources[hash_] = _source_of(folder, file, hash_)
        facts = {"language": language} if language else {}
        facts |= _facts(said.get(name))
        sources[hash_].names[name] = sources[hash_].names.get(name, {}) | facts
    return sources, tuple(problems)


def unused_rows(folder: Folder, files: Iterable[Path], given: "Mapping[str, Given]") -> Iterator[Problem]:
    """Rows about files that are neither among those given nor in the dossier."""
    rows = {plain_name(name) for name in given}
    here = {plain_name(file.name) for file in files}
    if rows <= here:
        return
    here |= {name for place in places(folder) if (kept := read_kept(place)) for name in kept.names}
    for name in sorted(rows - here):
        near = difflib.get_close_matches(name, sorted(here), n=1)
        advice = f"did you mean {near[0]}?" if near else "correct the cell 'file', or give that file too"
        yield Problem(name, "unused-row", f"--meta has a row for {name}, which is not among the reports: {advice}")


def new_jobs(
    sources: Mapping[str, Source], parties: tuple[Party, ...], problems: list[Problem]
) -> Iterator[tuple[Job, int]]:
    """The work that is new, read from disk only when its turn comes; a file that vanished is a problem."""
    new = {hash_: source for hash_, source in sources.items() if source.is_new}
    for hash_, source in new.items():
        try:
            data = source.path.read_bytes()
        except OSError:
            data = b""
        if digest(data) != hash_:
            name = plain_name(source.path.name)
            text = f"{name} changed while it was being added: add it again"
            problems.append(Problem(name, "changed-file", text))
            continue
        last = source.kept.report if source.kept else None
        yield Job(source.names, data, last, parties), len(new)


def _hash_of(file: Path) -> tuple[str | None, tuple[Problem, ...]]:
    """The hash of a file that is worth reading; a file too large is not even opened."""
    from donnant.read.files import MAX_BYTES, read_file
    from donnant.read.meta import Given

    try:
        if file.stat().st_size <= MAX_BYTES:
            return digest(file.read_bytes()), ()
    except OSError:
        pass
    return None, read_file(file, Given())[1]


def _source_of(folder: Folder, file: Path, hash_: str) -> Source:
    kept = read_kept(place_of(folder, hash_))
    if kept is None or kept.report.hash != hash_:
        return Source(file, {})
    return Source(file, dict(kept.names), kept)


def _facts(given: "Given | None") -> dict[str, str]:
    return {name: fact for name, fact in dataclasses.asdict(given).items() if fact} if given else {}
