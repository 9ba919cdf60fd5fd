"""Reports: a cue with its source and content in one sentence, "Casar says they have heard about several actions"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from indexer.attribution.model import Model
from indexer.attribution.phrases.predicates import predicate_of
from indexer.attribution.reports.according import opening_source
from indexer.attribution.reports.appositions import settle_source
from indexer.attribution.reports.bystanding import without_bystander
from indexer.attribution.reports.contents import settle_content
from indexer.attribution.reports.fronted import main_subject
from indexer.attribution.reports.inverted import announcement, with_speaker_behind
from indexer.attribution.reports.passives import acted_on
from indexer.attribution.reports.relayed import as_relayed
from indexer.attribution.reports.senders import sender_of
from indexer.attribution.reports.subordinates import subject_within
from indexer.attribution.tagger.decoding import Tag
from indexer.attribution.text.parts import Mention, Sentence, Token, TokenSpan
from search.documents import Span

CUE_THRESHOLD = -1.0  # log odds; whether a report is a statement is settled by more than its cue
_ANNOUNCED = 4.0  # the likelihood and the margin of "…, announced Mayor Ann Roe."
_OPENING = 4.0  # the margin of a source between "According to" and a comma
_SAME_CONTENT = 0.5  # of two reports that share more than half of their words the surer stays


@dataclass(frozen=True, eq=False)
class Report:
    """A cue at a place of its sentence, its source, its content as runs of the sentence's tokens, what is beside it."""

    sentence: Sentence
    cue: int
    likelihood: float
    source: Mention | None
    margin: float
    content: tuple[TokenSpan, ...]
    surety: float = 0.0  # mean log odds of the content's words
    outer: Report | None = None  # the surest of the sentence's reports whose content holds this one's cue
    holds_another: bool = False  # the cue of another stands in its content
    companions: int = 0  # other reports in the sentence
    relayer: Mention | None = None  # who quotes the source: the Beacon in "The Beacon quoted Bell as saying"

    def covers(self, place: int) -> bool:
        """Tell whether the token at a place is part of the content."""
        return any(first <= place < stop for first, stop in self.content)

    def words(self) -> list[Token]:
        """Give the tokens of the content."""
        return self._words

    @cached_property
    def _words(self) -> list[Token]:
        return [token for first, stop in self.content for token in self.sentence.tokens[first:stop]]

    @cached_property
    def has_quotation(self) -> bool:
        """Tell whether a quotation is among the content."""
        return any(map(self.covers, self.sentence.quotes))

    def span(self, run: TokenSpan) -> Span:
        """Give where a run of the sentence's tokens stands in the text."""
        first, stop = run
        return Span(self.sentence.tokens[first].start, self.sentence.tokens[stop - 1].end)


def find_reports(sentences: list[Sentence], model: Model, threshold: float = CUE_THRESHOLD) -> list[list[Report]]:
    """Find the reports of each sentence."""
    tagged = model.tagger.tag(sentences, threshold)
    return [
        _with_announcement(sentence, _reports(sentence, tags) if tags else [])
        for sentence, tags in zip(sentences, tagged, strict=True)
    ]


def _with_announcement(sentence: Sentence, reports: list[Report]) -> list[Report]:
    """Add what is announced by whom a sentence names at its end, which the tagger has hardly met, to its reports."""
    found = announcement(sentence)
    if found is None or any(report.cue == found[0] and report.content for report in reports):
        return reports
    cue, source = found
    made = Report(sentence, cue, _ANNOUNCED, source, _ANNOUNCED, ((sentence.begin, cue - 1),))
    return [report for report in reports if report.cue != cue] + [made]


def _reports(sentence: Sentence, tags: list[Tag]) -> list[Report]:
    reports = []
    for marked in tags:
        tag = as_relayed(sentence, with_speaker_behind(sentence, marked))
        content = settle_content(sentence, tag, tags)
        found = acted_on(sentence, tag.cue, _subject_behind(sentence, tag) or tag.source)
        found = subject_within(sentence, tag.cue, found)
        source = settle_source(sentence, tag.cue, sender_of(sentence, tag.cue, found))
        source = without_bystander(sentence, tag.cue, source)
        opening = opening_source(sentence, tag.cue)
        if opening is not None:
            source, content = opening[0], (opening[1],)
        margin = tag.margin if opening is None else max(tag.margin, _OPENING)
        made = Report(sentence, tag.cue, tag.likelihood, source, margin, content, tag.surety, relayer=tag.relayer)
        reports.append(made)
    return _beside_each_other(_with_own_subjects(_without_doubles(reports)))


def _subject_behind(sentence: Sentence, tag: Tag) -> Mention | None:
    """Give whose a participle that opens its sentence is: "Saying “Enough,” Bell left with Roy", not Roy's."""
    subject = main_subject(sentence, tag.cue)
    if subject is None or tag.source is None:
        return subject
    is_quoted = sentence.tokens[subject.first - 1].quotation is not None
    return subject if is_quoted and subject.stop <= tag.source.first else None


def _without_doubles(reports: list[Report]) -> list[Report]:
    if len(reports) < 2:
        return reports
    kept: list[Report] = []
    for report in sorted(reports, key=lambda r: -r.likelihood):
        words = _places(report)
        for other in kept:
            shared = len(words & _places(other))
            if shared and shared / len(words | _places(other)) >= _SAME_CONTENT:
                break
        else:
            kept.append(report)
    return sorted(kept, key=lambda r: r.cue)


def _with_own_subjects(reports: list[Report]) -> list[Report]:
    """Give a cue within another's words to whom they are about: "Bell said Moss, 44, told them", which is Moss's."""
    if len(reports) < 2:
        return reports
    subjects = dict(filter(None, map(_subject_of_content, reports)))
    return [replace(report, source=subjects.get(report.cue, report.source)) for report in reports]


def _subject_of_content(report: Report) -> tuple[int, Mention | None] | None:
    """Give the place of the verb that stands apart from the subject with which a content begins, and the subject."""
    first, stop = report.content[-1] if report.content else (0, 0)
    place = predicate_of(report.sentence.tokens, first) if first > report.cue else None
    if place is None or place >= stop:
        return None
    return place, next((mention for mention in report.sentence.mentions if mention.first == first), None)


def _beside_each_other(reports: list[Report]) -> list[Report]:
    """Tell each of a sentence's reports of the others: "He said she believed it" holds a second one."""
    if len(reports) < 2:
        return reports
    told = []
    for report in reports:
        outer = [other for other in reports if other is not report and other.covers(report.cue)]
        holds = any(other is not report and report.covers(other.cue) for other in reports)
        surest = max(outer, key=lambda other: other.likelihood) if outer else None
        told.append(replace(report, outer=surest, holds_another=holds, companions=len(reports) - 1))
    return told


def _places(report: Report) -> set[int]:
    return {place for first, stop in report.content for place in range(first, stop)}
