"""The brief: balance, ledger and reports in, one self-contained HTML page out."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from donnant.domain.balance import Balance
from donnant.domain.entry import Ledger
from donnant.domain.report import Report
from donnant.errors import Problem
from donnant.lang.labels import Labels
from donnant.lang.parties import party_label
from donnant.show.answer import Sentence, answer
from donnant.show.format import count_text, when_text
from donnant.show.lookup import Lookup, look_up
from donnant.show.plot import Panel, draw_plot
from donnant.show.rows import view_balance
from donnant.show.sections import ClaimView, SectionView, view_claim, view_sections
from donnant.show.sources import SourceView, view_sources
from donnant.show.traces import Traces, view_traces
from donnant.show.valued import ValuedView, view_valued
from donnant.show.views import BalanceView

if TYPE_CHECKING:
    from jinja2 import Template


@dataclass(frozen=True, slots=True)
class BriefView:
    """All that the template sets; it computes nothing itself."""

    language: str
    labels: Labels
    title: str
    parties: tuple[tuple[str, str], ...]
    """Code and name of each party of the pair."""
    as_known: str
    answer: tuple[Sentence, ...]
    """Three sentences."""
    read_from: str
    balance: BalanceView | None
    valued: ValuedView | None
    plot: tuple[Panel, ...]
    traces: Traces
    sections: tuple[SectionView, ...]
    rejected: tuple[ClaimView, ...]
    sources: tuple[SourceView, ...]
    problems: tuple[Problem, ...]


def brief_page(
    balance: Balance | None, ledger: Ledger, reports: Sequence[Report], language: str, title: str | None = None
) -> str:
    """The whole brief as one HTML page that needs no network, no script and no font."""
    return _template().render(brief=view_brief(balance, ledger, reports, language, title))


def view_brief(
    balance: Balance | None, ledger: Ledger, reports: Sequence[Report], language: str, title: str | None = None
) -> BriefView:
    """Everything the brief says, in words."""
    known = {report.date.value for report in reports if report.date}
    look = look_up(ledger, language, known)
    view = view_balance(balance, ledger, language, known) if balance else None
    labels = look.labels
    names = {report.hash: report.name for report in reports}
    sections = view_sections(ledger, view.directions if view else (), reports, look)
    pair = view.pair if view else ()
    return BriefView(
        language=language,
        labels=labels,
        title=title or _title(pair, look),
        parties=tuple((code, party_label(code, language)) for code in pair),
        as_known=_as_known(balance, look),
        answer=answer(balance, view, look) if balance and view else ((labels.phrases.no_balance,),),
        read_from=_read_from(balance, look) if balance else "",
        balance=view,
        valued=view_valued(balance, look) if balance else None,
        plot=draw_plot(view, language) if view else (),
        traces=view_traces(ledger, reports, look),
        sections=sections,
        rejected=tuple(view_claim(claim, names, look) for claim in ledger.rejected),
        sources=view_sources(reports, (*ledger.claims, *ledger.rejected), look),
        problems=_problems(ledger, reports, labels),
    )


def _title(pair: Sequence[str], look: Lookup) -> str:
    if not pair:
        return look.labels.headings.ledger
    left, right = (party_label(code, look.language) for code in pair)
    return look.labels.phrases.title.format(left=left, right=right)


def _as_known(balance: Balance | None, look: Lookup) -> str:
    phrases = look.labels.phrases
    if balance is None or balance.as_of is None:
        return phrases.whole
    return phrases.as_known.format(date=when_text(balance.as_of, look.language))


def _read_from(balance: Balance, look: Lookup) -> str:
    """What the balance was read from."""
    counts, language = look.labels.counts, look.language
    reports = count_text(balance.reports, counts.reports, language)
    claims = count_text(balance.claims, counts.claims, language)
    origins = count_text(balance.origins, counts.origins, language)
    echoes = count_text(balance.echoes, counts.echoes, language)
    read = {"reports": reports, "claims": claims, "origins": origins, "echoes": echoes}
    return look.labels.phrases.read_from.format(as_known=_as_known(balance, look), **read)


def _problems(ledger: Ledger, reports: Sequence[Report], labels: Labels) -> tuple[Problem, ...]:
    """Faults that were found, and reports that nobody dated."""
    undated = (Problem(report.name, "no-date", labels.phrases.no_date) for report in reports if report.date is None)
    said = {problem.file for problem in ledger.problems if problem.slug == "no-date"}
    return tuple(sorted({*ledger.problems, *(problem for problem in undated if problem.file not in said)}))


@functools.cache
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("donnant.show")
    house = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return house.get_template("page.html")
