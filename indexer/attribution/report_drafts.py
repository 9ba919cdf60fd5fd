"""Statements made of reports: which words are the report's own, and which are quotations that speak for themselves."""

from __future__ import annotations

from dataclasses import replace

from indexer.attribution.confidence import DOUBTFUL, confidence
from indexer.attribution.drafts import Draft, cue_of, span_of
from indexer.attribution.phrases.capitals import is_shouted, is_titled
from indexer.attribution.quotes.quote_candidates import QuoteSource, leads_up
from indexer.attribution.reports.doubts import is_spoken_of
from indexer.attribution.reports.reports import Report
from indexer.attribution.resolution.resolved import Resolved
from indexer.attribution.text.parts import Quotation, Token, TokenSpan
from indexer.attribution.text.work_titles import names_something
from search.documents import Kind, Span

_ALL_QUOTED = 0.85  # of the content's letters: the quotations speak for themselves
_DIRECT = 0.9  # of the content's letters: the statement is direct
_SOME_QUOTED = 8  # letters


def draft_report(
    report: Report, is_sure: bool, resolved: dict[int, Resolved | None], covered: set[int]
) -> Draft | None:
    """Make a statement of a report's own words; one that is all quotations is left to them."""
    tokens = report.sentence.tokens
    content = _without_whole_quotations(report)
    if not content:
        return None
    spans = tuple(Span(tokens[first].start, tokens[stop - 1].end) for first, stop in content)
    every = (token.quotation for first, stop in content for token in tokens[first:stop])
    quotations = [quotation for quotation in every if quotation is not None] if report.has_quotation else []
    quoted = sum(quotation.inner_end - quotation.inner_start for quotation in quotations)
    total = sum(span.end - span.start for span in spans) - 2 * len(quotations)
    is_joined = len(quotations) > 1 and _joins_quotations(report, content)
    is_whole = bool(quotations) and not _is_partial(report, quotations[0])
    if is_whole and not is_joined and quoted >= _ALL_QUOTED * total:
        return None
    covered.update(id(quotation) for quotation in quotations)
    is_direct = (is_whole or is_joined) and quoted >= _DIRECT * total
    said = quoted - sum(one.inner_end - one.inner_start for one in quotations if _is_named(one, report))
    kind: Kind = "direct" if is_direct else "mixed" if said > _SOME_QUOTED else "indirect"
    source = None if is_spoken_of(report) else report.source
    found = resolved.get(id(source)) if source else None
    share = confidence(found, report.margin) * (1.0 if is_sure else DOUBTFUL)
    return Draft(kind, spans, span_of(source), cue_of(report, kind), found, round(share, 2))


def _is_named(quotation: Quotation, report: Report) -> bool:
    """Tell whether a quotation is a title, and not what is said: "told “Face the Nation” that it leaks"."""
    if quotation.place == report.cue + 1 or is_shouted(report.sentence) or is_titled(report.sentence):
        return False
    return names_something(quotation, report.sentence)


def without_others(report: Report, owners: dict[int, QuoteSource]) -> Report:
    """Leave out of a report what another's quotation says: "The ad shows Hale asking, “Why?”" is not the ad's."""
    content = tuple((first, _before_other(report, first, stop, owners)) for first, stop in report.content)
    return replace(report, content=content) if content != report.content else report


def _before_other(report: Report, first: int, stop: int, owners: dict[int, QuoteSource]) -> int:
    """Give where a run of a report's content must end because a quotation of another's begins."""
    for place in report.sentence.quotes:
        quotation = report.sentence.tokens[place].quotation if first <= place < stop else None
        owner = owners.get(id(quotation))
        if quotation is not None and owner is not None and leads_up(report, quotation):
            return max(first + 1, place - 1)  # without the colon
        inner = owner.report if owner is not None else None
        if inner is None or inner is report or inner.sentence is not report.sentence:
            continue
        if first < inner.cue < place and inner.covers(place) and inner.source is not report.source:
            is_set_off = not report.sentence.words[inner.cue][0].isalnum()
            return max(first + 1, inner.cue) if is_set_off else place  # without its dash
    return stop


def _without_whole_quotations(report: Report) -> list[TokenSpan]:
    """Give a report's content without the spans that are a whole quotation, which is a statement by itself.

    Beside one, other words are told only with a quotation among them:
    "“It works,” he said as Roy left, “but not well.”"
    What stands before the cue with "Asked" is no statement at all: "Asked whether it would, she said, “Yes.”"
    """
    tokens = report.sentence.tokens
    own = [run for run in report.content if not _is_whole_quotation(tokens, run)]
    if len(own) < len(report.content):
        own = [(first, stop) for first, stop in own if any(token.quotation for token in tokens[first:stop])]
    return [run for run in own if tokens[run[0]].word != "Asked"]


def _is_partial(report: Report, quotation: Quotation) -> bool:
    """Tell whether the quotation goes on a sentence of the writer's: he called it “the cheapest bed”."""
    if quotation.is_capital or quotation.place == 0:
        return False
    before = report.sentence.tokens[quotation.place - 1]
    return before.quotation is None and before.word[0].isalnum()


def _joins_quotations(report: Report, content: list[TokenSpan]) -> bool:
    """Tell whether words join quotations within a run: they chanted “no justice” and then “no peace”."""
    return any(
        sum(token.quotation is not None for token in report.sentence.tokens[first:stop]) > 1 for first, stop in content
    )


def _is_whole_quotation(tokens: list[Token], run: TokenSpan) -> bool:
    first, stop = run
    quotation = tokens[first].quotation
    return stop - first == 1 and quotation is not None and quotation.is_capital
