"""A statement in the making: its kind, words, source and cue, and who is meant, without ids."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.attribution.reports.reports import Report
from indexer.attribution.resolution.resolved import Resolved
from indexer.attribution.text.cue_words import class_of
from indexer.attribution.text.parts import Mention
from search.documents import Cue, Kind, Span


@dataclass(frozen=True, slots=True)
class Voice:
    """One of several who speak together: the words that name him, and who he is."""

    span: Span
    resolved: Resolved


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement without ids. Where several speak ``together``, nobody is ``resolved`` by himself."""

    kind: Kind
    content: tuple[Span, ...]
    source: Span | None
    cue: Cue | None
    resolved: Resolved | None
    confidence: float
    together: tuple[Voice, ...] = ()


def cue_of(report: Report, kind: Kind) -> Cue:
    """Give the cue of a report as it is printed."""
    token = report.sentence.tokens[report.cue]
    return Cue(token.word, Span(token.start, token.end), class_of(token.lower, kind == "direct"))


def span_of(source: Mention | None) -> Span | None:
    """Give where a source stands, if there is one."""
    return Span(source.start, source.end) if source is not None else None
