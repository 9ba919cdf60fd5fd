"""Marks: where the words that were looked for stand in an article, or in one statement of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from search.analysis import Token
from search.deadline import check_time
from search.documents import Span, Statement, StatementField
from search.matching import matches, word_leaves
from search.occurrences import Occurrence, WordLeaf, occurrences, occurrences_in
from search.query import nodes
from search.query.leaves import Phrase
from search.query.nodes import And, Or, Query
from search.reading import Reading, StatementReading

_CHECKED_EVERY = (1 << 12) - 1


class Mark(NamedTuple):
    """Characters of a field that matched, and which leaf of the tree they matched."""

    start: int
    end: int
    leaf: int

    @property
    def span(self) -> Span:
        """The characters."""
        return Span(self.start, self.end)


class Marks(NamedTuple):
    """All that matched in an article, in order."""

    headline: Sequence[Mark]
    text: Sequence[Mark]

    def of(self, field: StatementField) -> Sequence[Mark]:
        """Give the marks of the field that a statement stands in."""
        return self.headline if field == "headline" else self.text


class Marked(NamedTuple):
    """What extracts are cut from: an article's words, what matched in them, and the statements that were asked for.

    ``asked`` are those that satisfy the search's conditions on statements; where statements are what is looked for,
    the one that was found.
    """

    headline: str
    text: str
    marks: Marks
    asked: tuple[Statement, ...] = ()

    def of(self, field: StatementField) -> str:
        """Give the text of the field that a statement stands in."""
        return self.headline if field == "headline" else self.text


def find_marked(reading: Reading, query: Query, within: StatementReading | None = None) -> Marked:
    """Give an article with what matches in it, or, with ``within``, in one statement of it. Raises OutOfTime."""
    asked = (within,) if within else tuple(found for found in found_statements(reading, query) if found.ranges)
    article = reading.article
    marks = find_marks(reading, query, within)
    return Marked(article.headline, article.text, marks, tuple(found.statement for found in asked))


def find_marks(reading: Reading, query: Query, within: StatementReading | None = None) -> Marks:
    """Give where an expanded tree's words match in an article, or, with ``within``, in one statement of it.

    Raises OutOfTime.
    """
    found: dict[StatementField, set[Mark]] = {"headline": set(), "text": set()}
    asked = found_statements(reading, query)
    for number, (leaf, scope) in enumerate(word_leaves(query)):
        for many, (field, occurrence) in enumerate(_occurrences(leaf, scope, reading, asked, within)):
            if not many & _CHECKED_EVERY:
                check_time()
            for span in _spans(leaf, occurrence, reading.tokens(field)):
                found[field].add(Mark(span.start, span.end, number))
    return Marks(tuple(sorted(found["headline"])), tuple(sorted(found["text"])))


def _occurrences(
    leaf: WordLeaf, scope: str, reading: Reading, asked: Sequence[StatementReading], within: StatementReading | None
) -> Iterator[tuple[StatementField, Occurrence]]:
    if scope == "headline":
        yield from (("headline", occurrence) for occurrence in occurrences(leaf, reading.headline))
    elif scope == "statement":
        for statement in asked:
            yield from occurrences_in(leaf, reading, statement)
    elif scope == "any":
        yield from occurrences_in(leaf, reading, within)


def _spans(leaf: WordLeaf, occurrence: Occurrence, tokens: Sequence[Token]) -> Iterator[Span]:
    """A phrase is marked as one; words near each other are marked singly."""
    if isinstance(leaf, Phrase) and leaf.near is None:
        yield Span(tokens[occurrence.tokens[0]].start, tokens[occurrence.tokens[-1]].end)
    else:
        yield from (Span(tokens[index].start, tokens[index].end) for index in occurrence.tokens)


def found_statements(reading: Reading, query: Query) -> tuple[StatementReading, ...]:
    """Give the statements of an article by which it satisfies a tree's conditions on statements."""
    wanted = tuple(_statement_nodes(query))
    if not wanted:
        return ()
    return tuple(
        statement for statement in reading.statements if any(matches(node.child, reading, statement) for node in wanted)
    )


def _statement_nodes(node: Query) -> Iterator[nodes.Statement]:
    if isinstance(node, nodes.Statement):
        yield node
    elif isinstance(node, And | Or):
        for child in node.children:
            yield from _statement_nodes(child)
