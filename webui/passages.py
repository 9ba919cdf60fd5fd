"""An article's text in the pieces that a page sets: paragraphs, the statements in them, the words that were found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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
    paragraphs = []
    for number, span in enumerate(paragraph_spans(text), start=1):
        here = [statement for statement in statements if _stands_in(statement, span)]
        passages = tuple(_passages(text, span, here, found, anchored))
        begun = tuple(statement for statement in here if statement.id not in seen)
        also = (statement for statement in aside if statement.field == "text" and _stands_in(statement, span))
        missed = tuple(statement for statement in (*begun, *also) if statement.id not in anchored)
        anchored |= {statement.id for statement in missed}
        seen |= {statement.id for statement in begun}
        paragraphs.append(Paragraph(number, passages, begun, missed))
    return tuple(paragraphs)


def paragraph_spans(text: str) -> Iterator[Span]:
    """Give where each paragraph stands; there may be an empty one."""
    at = 0
    for gap in _PARAGRAPH_BREAK.finditer(text):
        yield Span(at, gap.start())
        at = gap.end()
    yield Span(at, len(text))


def _stands_in(statement: Statement, span: Span) -> bool:
    return any(_overlap(span, content) for content in statement.content)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _passages(
    text: str, span: Span, statements: Sequence[Statement], found: Sequence[Span], anchored: set[str]
) -> Iterator[Passage]:
    hits = {mark.start: number for number, mark in enumerate(found, start=1)}
    runs: list[Run] = []
    current: Statement | None = None
    for start, end in _cuts(span, statements, found):
        statement = _innermost(statements, start)
        if runs and statement is not current:
            yield _passage(runs, current, anchored)
            runs = []
        current = statement
        matched = any(mark.start <= start < mark.end for mark in found)
        runs.append(Run(text[start:end], matched, hits.get(start, 0)))
    if runs:
        yield _passage(runs, current, anchored)


def _passage(runs: list[Run], statement: Statement | None, anchored: set[str]) -> Passage:
    is_first = statement is not None and statement.id not in anchored
    if statement:
        anchored.add(statement.id)
    return Passage(tuple(runs), statement, is_first)


def _cuts(span: Span, statements: Sequence[Statement], found: Sequence[Span]) -> Iterator[tuple[int, int]]:
    edges = {span.start, span.end}
    for one in (*(content for statement in statements for content in statement.content), *found):
        edges |= {edge for edge in (one.start, one.end) if span.start < edge < span.end}
    yield from pairwise(sorted(edges))


def _innermost(statements: Sequence[Statement], at: int) -> Statement | None:
    """Of statements within each other, a character belongs to the shortest."""
    covering = [
        (content.end - content.start, index)
        for index, statement in enumerate(statements)
        for content in statement.content
        if content.start <= at < content.end
    ]
    return statements[min(covering)[1]] if covering else None
