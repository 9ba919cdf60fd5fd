"""An article's text in the pieces that a page sets: paragraphs, the statements in them, the words that were found."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from search.documents import Span, Statement

_PARAGRAPH_BREAK = re.compile(r"\n+")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that are set alike; ``hit`` numbers the found words from 1 where they begin, else 0."""

    text: str
    matched: bool = False
    hit: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """Runs of one statement, or of none. ``is_first`` is whether the statement begins here."""

    runs: tuple[Run, ...]
    statement: Statement | None = None
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, numbered from 1; ``hidden`` are statements that others cover wholly but that can be linked to."""

    number: int
    passages: tuple[Passage, ...]
    statements: tuple[Statement, ...]
    hidden: tuple[Statement, ...] = ()


def set_text(
    text: str, statements: Sequence[Statement], found: Sequence[Span], aside: Sequence[Statement] = ()
) -> tuple[Paragraph, ...]:
    """Set a text in paragraphs; joined, their runs are the text without its paragraph breaks.

    Statements ``aside`` are not set apart from the running text, but can be linked to.
    """
    anchored: set[str] = set()
    seen: set[str] = set()
    spans = tuple(paragraph_spans(text))
    first_in = _by_first_paragraph(statements, spans)
    aside_in = _by_first_paragraph([statement for statement in aside if statement.field == "text"], spans)
    edges = sorted({edge for one in (*_contents(statements), *found) for edge in (one.start, one.end)})
    covering, hits = _Covering(statements), _Hits(found)
    paragraphs = []
    for index, span in enumerate(spans):
        inside = edges[bisect_right(edges, span.start) : bisect_left(edges, span.end)]
        cuts = pairwise((span.start, *inside, span.end)) if span.start < span.end else ()
        passages = tuple(_passages(text, cuts, covering, hits, anchored))
        begun = tuple(statement for statement in first_in.get(index, ()) if statement.id not in seen)
        missed = tuple(statement for statement in (*begun, *aside_in.get(index, ())) if statement.id not in anchored)
        anchored |= {statement.id for statement in missed}
        seen |= {statement.id for statement in begun}
        paragraphs.append(Paragraph(index + 1, passages, begun, missed))
    return tuple(paragraphs)


def paragraph_spans(text: str) -> Iterator[Span]:
    """Give where each paragraph stands; there may be an empty one."""
    at = 0
    for gap in _PARAGRAPH_BREAK.finditer(text):
        yield Span(at, gap.start())
        at = gap.end()
    yield Span(at, len(text))


def _contents(statements: Sequence[Statement]) -> Iterator[Span]:
    return (content for statement in statements for content in statement.content)


def _by_first_paragraph(statements: Sequence[Statement], spans: Sequence[Span]) -> dict[int, list[Statement]]:
    """Give the statements that begin in each paragraph, by its index; one that is in no paragraph begins nowhere."""
    ends = [span.end for span in spans]
    begun: dict[int, list[Statement]] = {}
    for statement in statements:
        over = ((bisect_right(ends, content.start), content) for content in statement.content)
        indices = [index for index, content in over if index < len(spans) and spans[index].start < content.end]
        if indices:
            begun.setdefault(min(indices), []).append(statement)
    return begun


def _passages(
    text: str, cuts: Iterable[tuple[int, int]], covering: _Covering, hits: _Hits, anchored: set[str]
) -> Iterator[Passage]:
    runs: list[Run] = []
    current: Statement | None = None
    for start, end in cuts:
        statement = covering.innermost(start)
        if runs and statement is not current:
            yield _passage(runs, current, anchored)
            runs = []
        current = statement
        runs.append(Run(text[start:end], hits.is_matched(start), hits.number(start)))
    if runs:
        yield _passage(runs, current, anchored)


def _passage(runs: list[Run], statement: Statement | None, anchored: set[str]) -> Passage:
    is_first = statement is not None and statement.id not in anchored
    if statement:
        anchored.add(statement.id)
    return Passage(tuple(runs), statement, is_first)


class _Covering:
    """Which statement a character belongs to; asked from the beginning of the text to its end, it reads on."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        self._coming = sorted(
            (
                (content.start, content.end, index)
                for index, statement in enumerate(statements)
                for content in statement.content
            ),
            reverse=True,
        )
        self._open: list[tuple[int, int, int]] = []

    def innermost(self, at: int) -> Statement | None:
        """Of statements within each other, a character belongs to the shortest."""
        while self._coming and self._coming[-1][0] <= at:
            start, end, index = self._coming.pop()
            heappush(self._open, (end - start, index, end))
        while self._open and self._open[0][2] <= at:
            heappop(self._open)
        return self._statements[self._open[0][1]] if self._open else None


class _Hits:
    """Which characters were found; asked from the beginning of the text to its end, it reads on."""

    def __init__(self, found: Sequence[Span]) -> None:
        self._numbers = {mark.start: number for number, mark in enumerate(found, start=1)}
        self._coming = sorted(((mark.start, mark.end) for mark in found), reverse=True)
        self._end = 0

    def is_matched(self, at: int) -> bool:
        """Say whether a character is part of a found word."""
        while self._coming and self._coming[-1][0] <= at:
            self._end = max(self._end, self._coming.pop()[1])
        return at < self._end

    def number(self, at: int) -> int:
        """Give the number of the found word that begins with a character, else 0."""
        return self._numbers.get(at, 0)
