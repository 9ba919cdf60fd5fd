"""Statements in the making: reports and quotations of a text put together, their sources resolved."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.attribution.analysis import Analysis
from indexer.attribution.cue_words import class_of
from indexer.attribution.mentions import Mention
from indexer.attribution.model import Model
from indexer.attribution.quotes import QuoteSource, assign_quotes
from indexer.attribution.reports import Report, find_reports
from indexer.attribution.resolution import Resolved, Resolver
from search.documents import Cue, Kind, Span

_ALL_QUOTED = 0.85  # of the content's letters: the quotations speak for themselves
_SOME_QUOTED = 8  # letters


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement without ids."""

    kind: Kind
    content: tuple[Span, ...]
    source: Mention | None
    cue: Cue | None
    resolved: Resolved | None
    confidence: float


def draft_statements(analysis: Analysis, model: Model) -> list[Draft]:
    """Find the statements of a text, in the order of their content."""
    reports = find_reports(analysis.sentences, model)
    quotes = assign_quotes(analysis.quotations, analysis.sentences, reports, model)
    resolved = _resolve(analysis, reports, quotes)
    assigned = {id(quote.quotation) for quote in quotes}
    drafts: list[Draft] = []
    covered: set[int] = set()
    for sentence_reports in reports:
        for report in sentence_reports:
            draft = _from_report(report, resolved, assigned, covered)
            if draft is not None:
                drafts.append(draft)
    drafts += _from_quotes([quote for quote in quotes if id(quote.quotation) not in covered], resolved)
    return sorted(drafts, key=lambda draft: (draft.content[0].start, draft.content[-1].end))


def _resolve(analysis: Analysis, reports: list[list[Report]], quotes: list[QuoteSource]) -> dict[int, Resolved | None]:
    sources = [report.source for found in reports for report in found] + [quote.source for quote in quotes]
    distinct = {id(source): source for source in sources if source is not None}
    resolver = Resolver(analysis, set(distinct))
    in_order = sorted(distinct.values(), key=lambda mention: (mention.start, mention.end))
    return {id(source): resolver.resolve(source) for source in in_order}


def _from_report(
    report: Report, resolved: dict[int, Resolved | None], assigned: set[int], covered: set[int]
) -> Draft | None:
    """Make a statement of a report's own words; one that is all quotations is left to them."""
    if not report.content:
        return None
    tokens = report.sentence.tokens
    spans = tuple(Span(tokens[first].start, tokens[stop - 1].end) for first, stop in report.content)
    quotations = [
        token.quotation for first, stop in report.content for token in tokens[first:stop] if token.quotation is not None
    ]
    quoted = sum(quotation.inner_end - quotation.inner_start for quotation in quotations)
    total = sum(span.end - span.start for span in spans) - 2 * len(quotations)
    if quotations and quoted >= _ALL_QUOTED * total:
        return None
    covered.update(id(quotation) for quotation in quotations)
    kind: Kind = "mixed" if quoted > _SOME_QUOTED else "indirect"
    found = resolved.get(id(report.source)) if report.source else None
    return Draft(kind, spans, report.source, _cue(report), found, _confidence(found, report.margin))


def _from_quotes(quotes: list[QuoteSource], resolved: dict[int, Resolved | None]) -> list[Draft]:
    """Make direct statements; the quotations of one sentence that share their cue are one."""
    groups: dict[tuple[int, int], list[QuoteSource]] = {}
    for quote in quotes:
        key = (id(quote.report) if quote.report else -id(quote.quotation), quote.quotation.sentence)
        groups.setdefault(key, []).append(quote)
    drafts = []
    for group in groups.values():
        spans = tuple(Span(quote.quotation.inner_start, quote.quotation.inner_end) for quote in group)
        source, report = group[0].source, group[0].report
        found = resolved.get(id(source)) if source else None
        margin = min(quote.margin for quote in group)
        drafts.append(
            Draft("direct", spans, source, _cue(report) if report else None, found, _confidence(found, margin))
        )
    return drafts


def _cue(report: Report) -> Cue:
    token = report.sentence.tokens[report.cue]
    return Cue(token.word, Span(token.start, token.end), class_of(token.lower))


def _confidence(found: Resolved | None, margin: float) -> float:
    if found is None:
        return 0.0
    return round(min(1.0, max(0.0, min(found.margin, margin) / 4.0)), 2)
