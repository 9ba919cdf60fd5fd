"""Statements in the making: reports, quotations and answers of a text put together, their sources resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from indexer.attribution.confidence import DOUBTFUL, confidence
from indexer.attribution.drafts import Draft, cue_of, span_of
from indexer.attribution.entities.analysis import Analysis
from indexer.attribution.interviews.answers import Transcript
from indexer.attribution.interviews.transcripts import read_transcript
from indexer.attribution.joint_drafts import draft_together, resolve_one_of_each
from indexer.attribution.mentions.headlines import HeadlineColon, may_be_headline, read_colon
from indexer.attribution.model import Model
from indexer.attribution.quotes.block_quotes import BlockQuote, find_block_quotes
from indexer.attribution.quotes.crowds import holds_only_others
from indexer.attribution.quotes.layout import only_announces
from indexer.attribution.quotes.overheard import is_hearing
from indexer.attribution.quotes.quote_candidates import QuoteSource
from indexer.attribution.quotes.quotes import assign_quotes
from indexer.attribution.report_drafts import draft_report, without_others
from indexer.attribution.reports.doubts import (
    goes_on,
    has_no_sentences,
    is_firm,
    is_in_another_language,
    is_spoken_of,
    may_be_scare_quotes,
    speaks_of,
)
from indexer.attribution.reports.joint import joint_sources
from indexer.attribution.reports.keeping import is_kept, is_surely_said
from indexer.attribution.reports.reports import Report, find_reports
from indexer.attribution.reports.subjects import is_speaking
from indexer.attribution.resolution.genders import note_genders, note_genders_told
from indexer.attribution.resolution.resolution import Resolver
from indexer.attribution.resolution.resolved import SURE, Resolved
from indexer.attribution.text.parts import Mention, Quotation, Sentence
from indexer.attribution.text.words import word_set
from search.documents import Cue, Kind, Span

_HEADLINE_SURE = 0.8
_LONGEST_HEADLINE = 6  # sentences
_CERTAIN = 99.0  # the margin of a labelled answer
_LED_UP_TO = 1.0  # the margin of a block that a line without a cue leads up to: "Below are Hale's remarks."
_NEVER_SPEAKING = word_set(
    "sign signs banner banners poster posters placard placards plaque headline clock label window"
)


@dataclass(frozen=True, slots=True)
class Found:
    """What the statements of a text are made of: an interview's answers, reports, and quotations with their sources."""

    transcript: Transcript
    reports: list[Report]
    quotes: list[QuoteSource]
    blocks: list[BlockQuote]
    headline: HeadlineColon | None

    def every_report(self) -> Iterator[Report]:
        """Give the reports that are statements, or lead up to quotations and to blocks."""
        yield from self.reports
        yield from (quote.report for quote in self.quotes if quote.report)
        yield from (block.report for block in self.blocks if block.report)

    def announced(self, analysis: Analysis) -> Iterator[tuple[Sentence, Mention]]:
        """Give the sources of words that a line above them only announces, each with the sentence that does."""
        quoted = (quote.source for quote in self.quotes if quote.is_announced)
        blocks = (block.source for block in self.blocks if block.report is None)
        for source in chain(quoted, blocks):
            if source is not None:
                yield analysis.sentences[source.sentence], source

    def sources(self) -> list[Mention]:
        """Give the sources, each once, in their order in the text."""
        every = [report.source for report in self.reports] + [quote.source for quote in self.quotes]
        every += [block.source for block in self.blocks]
        every += [self.headline.source] if self.headline else []
        every += [report.relayer for report in self.every_report()]
        distinct = {id(source): source for source in every if source is not None}
        return sorted(distinct.values(), key=lambda mention: (mention.start, mention.end))


def find_parts(analysis: Analysis, model: Model) -> Found:
    """Find the reports and quotations of a text that are statements."""
    transcript = read_transcript(analysis)
    reports = find_reports(analysis.sentences, model)
    quotes = assign_quotes(analysis.quotations, analysis.sentences, reports, model)
    labelled = {quotation.paragraph for quotation in analysis.quotations if id(quotation) in transcript.labelled}
    blocks, announcing = find_block_quotes(analysis, reports, transcript.paragraphs | labelled)
    in_blocks = {block.paragraph for block in blocks}
    quotes = [quote for quote in quotes if quote.quotation.paragraph not in in_blocks]
    blocked = transcript.paragraphs | in_blocks
    announcing |= {id(quote.report) for quote in quotes if quote.report and _announces(quote.report, quote.quotation)}
    within = {id(quote.quotation) for quote in quotes if quote.is_within}
    kept = [
        report
        for found in reports
        for report in found
        if report.sentence.paragraph not in blocked and id(report) not in announcing and _is_statement(report, model)
        if not (report.source is None and _holds(report, within))
    ]
    return Found(transcript, kept, quotes, blocks, None if 0 in blocked else _headline_colon(analysis))


def draft_statements(analysis: Analysis, model: Model) -> list[Draft]:
    """Find the statements of a text, in the order of their content."""
    parts = find_parts(analysis, model)
    sources = parts.sources()
    note_genders(parts.reports)
    note_genders_told(analysis.sentences)
    relayed = {id(report.source) for report in parts.every_report() if report.relayer is not None}
    resolver = Resolver(analysis, {id(source) for source in sources}, model.person, relayed)
    resolved = {id(source): resolver.resolve(source) for source in sources}
    joints = joint_sources(parts.every_report(), parts.announced(analysis))
    each = resolved
    resolved = each | resolve_one_of_each(joints, each, resolver)
    drafts: list[Draft] = []
    covered: set[int] = set()
    owners = {id(quote.quotation): quote for quote in parts.quotes if not quote.is_within}
    for report in parts.reports:
        own = without_others(report, owners)
        draft = draft_report(own, is_surely_said(own, model), resolved, covered)
        if draft is not None:
            drafts.append(draft)
    if parts.headline is not None:
        colon = _from_headline(parts.headline, resolved, analysis)
        drafts = [draft for draft in drafts if draft.content[0].start >= colon.content[0].end] + [colon]
        covered.update(id(quotation) for quotation in analysis.quotations if quotation.paragraph == 0)
    left = [quote for quote in parts.quotes if quote.is_within or id(quote.quotation) not in covered]
    drafts += _from_quotes(left, resolved, parts.transcript, analysis)
    drafts += _from_answers(parts.transcript)
    drafts += [_from_block(block, resolved) for block in parts.blocks]
    drafts.sort(key=lambda draft: (draft.content[0].start, draft.content[-1].end))
    if joints:
        drafts = draft_together(drafts, sources, joints, each, resolver)
    if drafts and (has_no_sentences(analysis) or is_in_another_language(analysis)):
        drafts = [replace(draft, confidence=round(draft.confidence * DOUBTFUL, 2)) for draft in drafts]
    return drafts


def _headline_colon(analysis: Analysis) -> HeadlineColon | None:
    """Find a headline like "Adler: Raids make city less safe", which may be the first paragraph of the text."""
    first = [sentence for sentence in analysis.sentences[:_LONGEST_HEADLINE] if sentence.paragraph == 0]
    return read_colon(first) if analysis.has_headline or may_be_headline(first) else None


def _from_headline(found: HeadlineColon, resolved: dict[int, Resolved | None], analysis: Analysis) -> Draft:
    content = found.content
    kind: Kind = "indirect"
    for quotation in analysis.quotations:
        if quotation.start == content.start and quotation.end == content.end:
            content, kind = Span(quotation.inner_start, quotation.inner_end), "direct"
    entity = found.source.entity
    speaker = Resolved(entity, _HEADLINE_SURE) if entity else resolved[id(found.source)]
    cue = Cue(":", found.colon, "speech")
    return Draft(kind, (content,), span_of(found.source), cue, speaker, confidence(speaker, _CERTAIN))


def _is_statement(report: Report, model: Model) -> bool:
    """Tell whether a report's words are somebody's, not what a sign says, nor what a statement below it is about."""
    if not report.content or (report.source is not None and report.source.name in _NEVER_SPEAKING):
        return False
    if report.has_quotation and (is_hearing(report) or holds_only_others(report)):
        return False
    if only_announces(report.sentence, report.cue):
        return False
    return is_kept(report, model)


def _holds(report: Report, quotations: set[int]) -> bool:
    """Tell whether one of some quotations, by their ids, is within what a report tells."""
    tokens = report.sentence.tokens
    return any(id(tokens[place].quotation) in quotations and report.covers(place) for place in report.sentence.quotes)


def _announces(report: Report, quotation: Quotation) -> bool:
    """Tell whether a report's sentence only leads up to the quotation after it: "Adler ends so:"."""
    return quotation.sentence > report.sentence.index and report.sentence.tokens[-1].word == ":"


def _from_quotes(
    quotes: list[QuoteSource], resolved: dict[int, Resolved | None], transcript: Transcript, analysis: Analysis
) -> list[Draft]:
    """Make direct statements; the quotations of one sentence that share their cue are one."""
    groups: dict[tuple[int, int], list[QuoteSource]] = {}
    answers: list[Draft] = []
    for quote in quotes:
        if quote.quotation.paragraph in transcript.paragraphs | transcript.quoted:
            continue
        if id(quote.quotation) in transcript.labelled:
            continue
        if quote.source is not None and quote.source.name in _NEVER_SPEAKING:
            continue
        key = (id(quote.report) if quote.report else -id(quote.quotation), quote.quotation.sentence)
        groups.setdefault(key, []).append(quote)
    for quotation in analysis.quotations:
        if quotation.paragraph in transcript.quoted and quotation.words:
            found = Resolved(transcript.interviewee, SURE) if transcript.interviewee else None
            span = Span(quotation.inner_start, quotation.inner_end)
            answers.append(Draft("direct", (span,), None, None, found, confidence(found, _CERTAIN)))
    return answers + [_from_group(group, resolved) for group in groups.values()]


def _from_group(group: list[QuoteSource], resolved: dict[int, Resolved | None]) -> Draft:
    spans = tuple(Span(quote.quotation.inner_start, quote.quotation.inner_end) for quote in group)
    source, report = group[0].source, group[0].report
    found = resolved.get(id(source)) if source else None
    margin = min(quote.margin for quote in group)
    share = confidence(found, margin)
    if report is not None and (is_spoken_of(report) or not is_speaking(report)):
        share = round(share * DOUBTFUL, 2)
    quotations = [quote.quotation for quote in group]
    is_named = found is not None and found.entity.type == "person" and speaks_of(quotations, found.entity)
    is_apart = report is None or report.sentence.index != group[0].quotation.sentence
    if (
        (is_named and is_apart)
        or is_firm(quotations)
        or (
            report is None
            and not group[0].is_announced
            and not group[0].quotation.continues  # the paragraphs of one quotation are as sure as its first
            and (_is_body(found) or _is_owner(source) or goes_on(quotations) or may_be_scare_quotes(quotations))
        )
    ):
        share = round(share * DOUBTFUL, 2)
    return Draft("direct", spans, span_of(source), cue_of(report, "direct") if report else None, found, share)


def _is_owner(source: Mention | None) -> bool:
    """Tell whether a source only says whose something is: "At Hale's sentencing the statement was read, “…”"."""
    return source is not None and source.is_possessive


def _is_body(found: Resolved | None) -> bool:
    """Tell whether words without a cue would be a body's, which is named beside others' words more than it speaks."""
    return found is not None and found.entity.type == "organisation"


def _from_block(block: BlockQuote, resolved: dict[int, Resolved | None]) -> Draft:
    found = resolved.get(id(block.source)) if block.source else None
    cue = cue_of(block.report, "direct") if block.report else None
    margin = block.report.margin if block.report else _LED_UP_TO
    share = confidence(found, margin) * (DOUBTFUL if block.report is None and _is_body(found) else 1.0)
    return Draft("direct", (block.content,), span_of(block.source), cue, found, round(share, 2))


def _from_answers(transcript: Transcript) -> list[Draft]:
    drafts = []
    for answer in transcript.answers:
        found = Resolved(answer.speaker, SURE) if answer.speaker else None
        drafts.append(Draft("direct", answer.content, answer.label, None, found, confidence(found, _CERTAIN)))
    return drafts
