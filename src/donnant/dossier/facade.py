"""The façade: a folder and paths in; reports, claims, ledger, balance and brief out, each by one call."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from donnant.domain.balance import Balance
from donnant.domain.claim import Claim
from donnant.domain.comparison import Comparison
from donnant.domain.decision import Decision
from donnant.domain.entry import Ledger
from donnant.domain.party import Party
from donnant.domain.prices import PriceBook
from donnant.domain.report import Report
from donnant.domain.valuation import Scenario
from donnant.dossier.asking import explain_decision, is_empty, no_such_id, nothing_between, rulings_by_claim
from donnant.dossier.audit import check_originals, check_quotes
from donnant.dossier.corrections import Value, read_corrections
from donnant.dossier.derive import LOST, claim_order, derive, fingerprint
from donnant.dossier.intake import Progress, save_each
from donnant.dossier.parties import pair_codes, party_code
from donnant.dossier.ruling import (
    ACTIONS,
    DISPUTES,
    PAIRED,
    as_read,
    begins,
    find_claim,
    new_decision,
    pair_decision,
    says_the_same,
    standing,
    undo_decision,
)
from donnant.dossier.sources import find_sources, new_jobs, unused_rows
from donnant.dossier.targets import rulings_on, target_of
from donnant.dossier.view import view_as_of
from donnant.errors import BadInput, Problem, UnknownId, UnknownParty
from donnant.store.decisions import append_decision, read_decisions
from donnant.store.folder import (
    Folder,
    Settings,
    create_folder,
    locked,
    open_folder,
    read_settings,
    remove_derived,
)
from donnant.store.incoming import find_files
from donnant.store.known import drop_lost
from donnant.store.originals import sweep
from donnant.store.prices import book_stamp, read_book
from donnant.store.tables import Derived, Unfit, load

if TYPE_CHECKING:
    from donnant.read.meta import Given
    from donnant.show.explain import Explanation

Pair: TypeAlias = tuple[str, str]

SUFFIXES = frozenset(
    (".txt", ".text", ".md", ".markdown", ".mdown", ".mkd", ".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".pdf")
)
"""What is taken for a report inside a folder; a file that is named itself may end in anything."""

_PATIENCE = 5.0
"""Seconds that a question waits for a program that is writing."""


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding files."""

    new: tuple[str, ...]
    """Names of the reports that were read, or read again because more was said of them."""
    known: tuple[str, ...]
    """Names of those that were there already."""
    problems: tuple[Problem, ...]


class Dossier:
    """The folder of one case: add reports to it, and ask it for claims, ledger and balance.

    Made by ``Dossier.create(path)`` or ``Dossier.open(path)``. What was derived is brought up to
    date by itself when it is asked for; ``notes`` says in sentences what there was to do.
    """

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.settings = read_settings(folder)
        self.notes: list[str] = []
        self._held: tuple[str, Derived] | None = None
        self._book: tuple[str, PriceBook] | None = None

    @classmethod
    def create(
        cls, path: str | Path, parties: Sequence[Party] = (), title: str = "", pair: Pair | None = None
    ) -> "Dossier":
        """Make a dossier in a new or empty folder."""
        root = Path(path)
        return cls(create_folder(root, Settings(title, pair, tuple(parties))))

    @classmethod
    def open(cls, path: str | Path) -> "Dossier":
        """The dossier that stands in a folder; NotADossier if none does."""
        return cls(open_folder(Path(path)))

    def add(
        self,
        paths: Iterable[str | Path],
        given: "Mapping[str, Given] | None" = None,
        language: str | None = None,
        jobs: int = 1,
        progress: Progress | None = None,
    ) -> Added:
        """Read files and folders, extract their claims, keep both; a bad file does not stop the others.

        ``given`` says by file name what the files do not; ``language`` is that of the files of which
        it says none. With several ``jobs`` a script must be guarded by ``__name__ == "__main__"``.
        """
        files, missing = find_files([Path(path) for path in paths], SUFFIXES)
        with locked(self.folder):
            sweep(self.folder)
            sources, unreadable = find_sources(self.folder, files, given or {}, language)
            faults = [*missing, *unreadable, *unused_rows(self.folder, files, given or {})]
            workers = min(jobs, sum(source.is_new for source in sources.values()))
            done = save_each(self.folder, new_jobs(sources, self.settings.parties, faults), workers, progress)
            self._derive(jobs, progress)
        known = [source.kept for source in sources.values() if source.kept and not source.is_new]
        faults += [problem for each in done for problem in each.problems]
        faults += [problem for kept in known for problem in kept.problems]
        return Added(
            new=tuple(sorted(each.report.name for each in done if each.report)),
            known=tuple(sorted(kept.report.name for kept in known)),
            problems=tuple(sorted(set(faults))),
        )

    def rebuild(
        self, jobs: int = 1, progress: Progress | None = None, accept_loss: bool = False
    ) -> tuple[Problem, ...]:
        """Delete all that is derived, and make it anew from originals and decisions.

        ``accept_loss`` puts on record that reports that are gone may stay so.
        """
        with locked(self.folder):
            if accept_loss:
                self._note(f"The loss of {known.name} is accepted." for known in drop_lost(self.folder))
            remove_derived(self.folder)
            sweep(self.folder)
            return self._derive(jobs, progress).ledger.problems

    def refresh(self, progress: Progress | None = None) -> None:
        """Bring everything derived up to date, if it is not."""
        self._current(progress)

    def reports(self, as_of: str | None = None) -> tuple[Report, ...]:
        """All reports, by name; with a date, those of that day or before."""
        return self._view(as_of).reports

    def claims(self, as_of: str | None = None) -> tuple[Claim, ...]:
        """All claims that no reviewer rejected, as corrected, by report and place."""
        return tuple(sorted(self._view(as_of).ledger.claims, key=claim_order))

    def ledger(self, as_of: str | None = None) -> Ledger:
        """The entries with their origins, and the claims they rest on."""
        return self._view(as_of).ledger

    def balance(
        self, pair: Pair | None = None, as_of: str | None = None, scenario: Scenario | None = None
    ) -> Balance | None:
        """Both directions of a pair, valued by the price book; null if no claim has two parties.

        Without a pair it is that of ``dossier.toml``, else the pair with the most transfers. A scenario says which
        entries count and by what; the day that it names goes before ``as_of``.
        """
        from donnant.value.balance import value_entries

        asked = scenario or Scenario()
        as_of = asked.as_of or as_of
        view = self._view(as_of)
        codes = self.pair(*pair) if pair else self.settings.pair
        asked = replace(asked, without=tuple(self._whole_id(each, view.ledger) for each in asked.without))
        found = value_entries(view.ledger, view.reports, codes, as_of, (self.book(), asked))
        if found and is_empty(found):
            self._note([nothing_between(found, view.ledger)])
        return found

    def book(self) -> PriceBook:
        """The price book of ``prices.toml``, with the rates and the index beside it; BadBook says what is wrong."""
        stamp = book_stamp(self.folder)
        if self._book is None or self._book[0] != stamp:
            self._book = (stamp, read_book(self.folder))
        return self._book[1]

    def compare(
        self, one: Scenario, other: Scenario, pair: Pair | None = None, as_of: str | None = None
    ) -> Comparison | None:
        """One pair under two scenarios, and why each figure that differs does; null if there is nothing to weigh."""
        from donnant.value.compare import compare_balances

        balances = [self.balance(pair, as_of, scenario) for scenario in (one, other)]
        ledgers = [self.ledger(scenario.as_of or as_of) for scenario in (one, other)]
        if balances[0] is None or balances[1] is None or balances[0].pair != balances[1].pair:
            return None
        return compare_balances(balances[0], balances[1], (ledgers[0], ledgers[1]))

    def explain(
        self, address: str, language: str = "en", pair: Pair | None = None, as_of: str | None = None
    ) -> "Explanation":
        """From an id or a figure of the balance down to its sentences."""
        from donnant.show.explain import explain, with_rulings

        address = address.strip().strip("[]")
        view = self._view(as_of)
        if address.startswith("d-"):
            return explain_decision(address, view, self.folder, self.settings, language)
        balance = self.balance(pair, as_of)
        found = explain(address, view.ledger, view.reports, balance, language)
        if found is None:
            raise no_such_id(address, view.ledger, self.folder)
        return with_rulings(found, rulings_by_claim(view.ledger, self.folder, self.settings))

    def brief(self, language: str = "en", pair: Pair | None = None, as_of: str | None = None) -> str:
        """The brief, as one HTML page."""
        from donnant.show.page import brief_page

        view = self._view(as_of)
        return brief_page(self.balance(pair, as_of), view.ledger, view.reports, language, self.settings.title)

    def export(
        self, format: str, path: str | Path | None = None, language: str = "en", pair: Pair | None = None,
        as_of: str | None = None,
    ) -> Path:  # fmt: skip
        """Write the balance and all that it rests on as ``xlsx``, or as a folder of ``csv`` or ``parquet``."""
        from donnant.dossier.exporting import default_path, export_to
        from donnant.show.exports.frame import Material

        view = self._view(as_of)
        material = Material(self.balance(pair, as_of), view.ledger, view.reports, self.book())
        done = export_to(Path(path) if path else default_path(self.folder.root, format), format, material, language)
        self._note(done.notes)
        return done.path

    def check(self, progress: Progress | None = None) -> tuple[Problem, ...]:
        """Every fault of the dossier: originals, readings, quotes, decisions; nothing if it is whole."""
        found = set(check_originals(self.folder, self.settings))
        view = self._current(progress)
        found |= set(check_quotes((*view.ledger.claims, *view.ledger.rejected, *view.ledger.superseded), view.reports))
        return tuple(sorted(found | set(view.ledger.problems)))

    def decide(
        self, address: str, action: str, changes: Mapping[str, Value] | None = None, *, why: str, reviewer: str
    ) -> Decision:
        """Put a ruling on a claim on disk: ``accept``, ``reject``, ``correct`` with changes, or ``undo``.

        ``undo`` takes the id of a decision too, since its claim may be read no more.
        """
        _need_reason(why, reviewer)
        if action not in ACTIONS or (action == "correct") != bool(changes):
            raise BadInput(
                f"{action!r} cannot be done so: of a claim accept, reject, undo, or correct with FIELD=VALUE; of two "
                "things same or apart; of a conflict stands or settled"
            )
        decision = self._decision(address.strip("[] "), action, changes or {}, why.strip(), reviewer.strip())
        return self._write(decision)

    def _write(self, decision: Decision) -> Decision:
        """A decision on disk before anything follows from it; one that stands already is not written twice."""
        with locked(self.folder):
            last = standing(read_decisions(self.folder)[0], decision)
            if last and says_the_same(last, decision):
                self._note([f"This ruling stands already, as {last.id} of {last.at}: nothing was written."])
                return last
            append_decision(self.folder, decision)
            self._derive(1, None)
        return decision

    def relate(self, one: str, action: str, other: str, *, why: str, reviewer: str) -> Decision:
        """Put on disk that two claims, entries or origins are the ``same``, or are to be kept ``apart``.

        An origin is given by its id, or by a name that the reports print of it.
        """
        _need_reason(why, reviewer)
        if action not in PAIRED:
            raise BadInput(f"{action!r} is nothing to rule on two things: choose same or apart")
        ledger = self._current().ledger
        targets = [target_of(address, ledger, self.folder, self.settings) for address in (one, other)]
        if targets[0] == targets[1]:
            raise BadInput(f"{one} and {other} are one already: name two things")
        if len({target.kind == "origin" for target in targets}) > 1:
            raise BadInput(f"{one} and {other} are an origin and none: name two origins, or two claims or entries")
        return self._write(pair_decision(targets[0], targets[1], action, why.strip(), reviewer.strip()))

    def settle(self, conflict: str, action: str, *, why: str, reviewer: str) -> Decision:
        """Put on disk that a conflict ``stands``, or is ``settled`` and disputes nothing any more."""
        _need_reason(why, reviewer)
        if action not in DISPUTES:
            raise BadInput(f"{action!r} is nothing to rule on a conflict: choose stands or settled")
        ledger = self._current().ledger
        address = conflict.strip("[] ")
        found = [each for each in ledger.conflicts if begins(each.id, address)]
        if len(found) != 1 or len(found[0].sides) < 2:
            raise UnknownId(f"no conflict has the id {address}: `donnant conflicts {self.folder.root}` prints them")
        targets = [target_of(side[0], ledger, self.folder, self.settings) for side in found[0].sides]
        return self._write(pair_decision(targets[0], targets[1], action, why.strip(), reviewer.strip()))

    def pair(self, one: str, other: str) -> Pair:
        """Two parties by code or name, as codes."""
        return pair_codes((one, other), self.party)

    def party(self, typed: str) -> str:
        """The code of a party by code or name; UnknownParty suggests another."""
        try:
            return party_code(typed, self.settings.parties)
        except UnknownParty:
            claims = self._current().ledger.claims
            if typed.upper() in {code for each in claims for code in (each.giver, each.receiver, *each.parties)}:
                return typed.upper()
            raise

    def _whole_id(self, address: str, ledger: Ledger) -> str:
        """The id that begins as typed; UnknownId where none or several do."""
        from donnant.show.explain import fitting_ids

        fitting = fitting_ids(address.strip("[] "), ledger)
        if len(fitting) != 1:
            raise no_such_id(address, ledger, self.folder)
        return fitting[0]

    def _decision(self, address: str, action: str, changes: Mapping[str, Value], why: str, reviewer: str) -> Decision:
        ruled = [each for each in read_decisions(self.folder)[0] if begins(each.id, address)]
        if action == "undo" and len(ruled) == 1:
            return undo_decision(self._standing(ruled[0]), why, reviewer)
        ledger = self._current().ledger
        if action == "undo" and (ruled_on := rulings_on(address, ledger)):
            raise BadInput(f"undo the ruling on {address} by its own id: {', '.join(ruled_on)}")
        found = find_claim(address, ledger, self.folder)
        if action == "undo" and not found.rulings:
            show = f"`donnant explain {self.folder.root} {found.id}`"
            raise BadInput(f"there is nothing to undo on {found.id}: no ruling stands on it, as {show} shows")
        claim = as_read(found, self.folder, self.settings)
        units = {each.unit for each in ledger.claims if each.unit}
        return new_decision(claim, action, read_corrections(changes, claim, self.party, units), why, reviewer)

    def _standing(self, decision: Decision) -> Decision:
        """The decision, if it is still the last word; else there is nothing to undo."""
        last = standing(read_decisions(self.folder)[0], decision)
        if last and last.id != decision.id:
            state = "undone already" if last.action == "undo" else f"superseded by {last.id}"
            raise BadInput(f"there is nothing to undo: {decision.id} is {state}; see {self.folder.decisions}")
        return decision

    def _view(self, as_of: str | None) -> Derived:
        current = self._current()
        if as_of is None:
            return current
        view, notes = view_as_of(current, as_of, read_decisions(self.folder)[0], self.settings)
        self._note(notes)
        return view

    def _current(self, progress: Progress | None = None) -> Derived:
        """What is derived, read back or made anew; a fault of the database mends itself."""
        wanted = fingerprint(self.folder, self.settings)
        if self._held and self._held[0] == wanted:
            return self._held[1]
        found = load(self.folder.ledger, wanted)
        if isinstance(found, Derived):
            return self._hold(wanted, found)
        if found in (Unfit.DAMAGED, Unfit.OLDER):
            state = "was damaged" if found is Unfit.DAMAGED else "was of an older version"
            self._note([f"{self.folder.ledger} {state}: it was made anew from the originals and the decisions."])
        with locked(self.folder, _PATIENCE):
            wanted = fingerprint(self.folder, self.settings)
            found = load(self.folder.ledger, wanted)  # whoever held it may have made it
            return self._hold(wanted, found) if isinstance(found, Derived) else self._derive(1, progress)

    def _derive(self, workers: int, progress: Progress | None) -> Derived:
        fresh = derive(self.folder, self.settings, workers, progress)
        self._note(fresh.notes)
        return self._hold(fingerprint(self.folder, self.settings), fresh.derived)

    def _hold(self, derived_from: str, derived: Derived) -> Derived:
        log = self.folder.decisions.name
        told = (each for each in derived.ledger.problems if each.file == log or each.slug == LOST)
        self._note(f"{problem.text}." for problem in told)
        self._held = (derived_from, derived)
        return derived

    def _note(self, notes: Iterable[str]) -> None:
        self.notes += [note for note in notes if note not in self.notes]


def _need_reason(why: str, reviewer: str) -> None:
    if not why.strip() or not reviewer.strip():
        raise BadInput("a decision needs its reason and its reviewer: say why, and who you are")
