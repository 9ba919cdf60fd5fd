"""Reports: a cue with its source and content in one sentence, "Casar says they have heard about several actions"."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.attribution.appositions import settle_source
from indexer.attribution.contents import settle_content
from indexer.attribution.cue_words import BELIEF_WORDS, SPEECH_WORDS
from indexer.attribution.model import Model
from indexer.attribution.parts import Mention, Sentence, TokenSpan
from indexer.attribution.tagger.decoding import Tag
from indexer.attribution.verbs import has_verb

CUE_THRESHOLD = -0.6  # best token F1 on the development articles; below 0 a report is only possible
_FROM_STRANGE = 1.0  # the same for a word that is in no list of cues, "laid out how it was"
_FROM_STRANGE_THING = 2.0  # and for one with a mere thing, "filed a plan"
_KNOWN_CUES = SPEECH_WORDS | BELIEF_WORDS
_SAME_CONTENT = 0.5  # of two reports that share more than half of their words the surer stays


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """A cue at a place of its sentence, its source, and its content as runs of the sentence's tokens."""

    sentence: Sentence
    cue: int
    likelihood: float
    source: Mention | None
    margin: float
    content: tuple[TokenSpan, ...]

    def covers(self, place: int) -> bool:
        """Tell whether the token at a place is part of the content."""
        return any(first <= place < stop for first, stop in self.content)


def find_reports(sentences: list[Sentence], model: Model, threshold: float = CUE_THRESHOLD) -> list[list[Report]]:
    """Find the reports of each sentence."""
    tagged = model.tagger.tag(sentences, threshold)
    return [_reports(sentence, tags) for sentence, tags in zip(sentences, tagged, strict=True)]


def _reports(sentence: Sentence, tags: list[Tag]) -> list[Report]:
    reports = []
    for tag in tags:
        content = settle_content(sentence, tag, tags)
        if tag.likelihood < _least(sentence, tag.cue, content):
            continue
        source = settle_source(sentence, tag.cue, tag.source)
        reports.append(Report(sentence, tag.cue, tag.likelihood, source, tag.margin, content))
    return _without_doubles(reports)


def _least(sentence: Sentence, cue: int, content: tuple[TokenSpan, ...]) -> float:
    """Give how likely a cue must be at least."""
    if sentence.tokens[cue].lower in _KNOWN_CUES:
        return CUE_THRESHOLD
    tokens = [token for first, stop in content for token in sentence.tokens[first:stop]]
    if any(token.quotation is not None for token in tokens):
        return CUE_THRESHOLD
    return _FROM_STRANGE if has_verb(tokens) else _FROM_STRANGE_THING


def _without_doubles(reports: list[Report]) -> list[Report]:
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


def _places(report: Report) -> set[int]:
    return {place for first, stop in report.content for place in range(first, stop)}
