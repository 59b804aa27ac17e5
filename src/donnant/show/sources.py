"""The reports as they are shown: stored text in, blocks with marked sentences out, nothing added to the text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from donnant.domain.claim import Claim
from donnant.domain.report import PROSE, BlockKind, Report
from donnant.show.explain import sentence_of
from donnant.show.lookup import Lookup
from donnant.show.sections import ClaimView, view_claim

_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of stored text: plain, or the sentence of some claims."""

    text: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block of a report, in pieces, with the claims that begin in it."""

    kind: str
    pieces: tuple[Piece, ...]
    claims: tuple[ClaimView, ...]

    @property
    def prose(self) -> bool:
        """Whether it is what the report says, not what stands around it."""
        return self.kind in PROSE or bool(self.claims)


@dataclass(frozen=True, slots=True)
class SourceView:
    """A report with its marked sentences."""

    name: str
    hash: str
    title: str
    publisher: str
    author: str
    date: str
    url: str
    language: str
    blocks: tuple[BlockView, ...]
    astray: tuple[ClaimView, ...]
    """Claims whose quote the stored text does not hold at their place."""
    claims: int


def view_sources(reports: Sequence[Report], claims: Sequence[Claim], look: Lookup) -> tuple[SourceView, ...]:
    """Every report with the sentences of the claims; claims of a report that is not there are left to its name."""
    names = {report.hash: report.name for report in reports}
    views = [_source_view(report, [each for each in claims if each.report == report.hash], look) for report in reports]
    homeless = [claim for claim in claims if claim.report not in names]
    for hash in sorted({claim.report for claim in homeless}):
        astray = tuple(view_claim(claim, names, look) for claim in homeless if claim.report == hash)
        views.append(SourceView(astray[0].file, hash, astray[0].file, "", "", "", "", "", (), astray, len(astray)))
    return tuple(views)


def _source_view(report: Report, claims: Sequence[Claim], look: Lookup) -> SourceView:
    held = [claim for claim in claims if sentence_of(claim, (report,)).holds]
    names = {report.hash: report.name}
    told = {name: getattr(report, name) for name in ("title", "publisher", "author", "date", "url", "language")}
    facts = {name: fact.value if fact else "" for name, fact in told.items()}
    return SourceView(
        name=report.name,
        hash=report.hash,
        title=facts["title"] or report.name,
        publisher=facts["publisher"],
        author=facts["author"],
        date=look.when(facts["date"] or None),
        url=facts["url"],
        language=facts["language"],
        blocks=tuple(_block_views(report, held, look)),
        astray=tuple(view_claim(claim, names, look) for claim in claims if claim not in held),
        claims=len(claims),
    )


def _block_views(report: Report, claims: Sequence[Claim], look: Lookup) -> Iterator[BlockView]:
    spans = _merged([(claim.start, claim.end) for claim in claims])
    names = {report.hash: report.name}
    for kind, start, end in _regions(report, spans):
        inside = sorted((each for each in claims if start <= each.start < end), key=lambda each: (each.start, each.id))
        pieces = tuple(_pieces(report.text, (start, end), spans, inside))
        yield BlockView(str(kind), pieces, tuple(view_claim(claim, names, look) for claim in inside))


def _regions(report: Report, spans: Sequence[_Span]) -> Iterator[tuple[BlockKind, int, int]]:
    """Blocks and what has words between them, each widened so that no sentence is cut."""
    cursor = 0
    for block in (*report.blocks, None):
        stop = block.start if block else len(report.text)
        gap = _widened(cursor, stop, spans)
        if cursor < stop and any(char.isalnum() for char in report.text[cursor : gap[1]]):
            yield BlockKind.BOILERPLATE, *gap
            cursor = gap[1]
        if block and max(block.start, cursor) < block.end:
            region = _widened(max(block.start, cursor), block.end, spans)
            yield block.kind, *region
            cursor = region[1]


def _widened(start: int, end: int, spans: Sequence[_Span]) -> _Span:
    return start, max([end, *(span[1] for span in spans if start <= span[0] < end)])


def _merged(spans: Iterable[_Span]) -> list[_Span]:
    """Overlapping spans as one; sentences that merely touch stay apart."""
    merged: list[_Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _pieces(text: str, region: _Span, spans: Sequence[_Span], claims: Sequence[Claim]) -> Iterator[Piece]:
    cursor, stop = region
    for start, end in spans:
        if not cursor <= start < stop:
            continue
        if cursor < start:
            yield Piece(text[cursor:start])
        yield Piece(text[start:end], tuple(claim.id for claim in claims if start <= claim.start < end))
        cursor = end
    if cursor < stop:
        yield Piece(text[cursor:stop])
