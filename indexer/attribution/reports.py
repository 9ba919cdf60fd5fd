"""Reports: a cue with its source and content in one sentence, "Casar says they have heard about several actions"."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.attribution.contents import TokenSpan, find_content
from indexer.attribution.cues import find_cues
from indexer.attribution.model import Model
from indexer.attribution.parts import Mention, Sentence
from indexer.attribution.sources import choose_source

CUE_THRESHOLD = -0.6  # best token F1 on the development articles; below 0 a report is only possible
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
    return [_without_doubles(_reports(sentence, model, threshold)) for sentence in sentences]


def _reports(sentence: Sentence, model: Model, threshold: float) -> list[Report]:
    reports = []
    for cue in find_cues(sentence, model, threshold):
        source, margin = choose_source(sentence, cue.place, model)
        content = find_content(sentence, cue.place, source, model)
        reports.append(Report(sentence, cue.place, cue.score, source, margin, tuple(content)))
    return reports


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
