"""An article made ready to be matched: the tokens of its fields, and its statements as ranges of positions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from search.analysis import Token, forms, tokenize
from search.documents import Article, Span, Statement, StatementField


@dataclass(frozen=True, slots=True)
class PositionRange:
    """Word positions of one field, ``first`` included, ``end`` not."""

    first: int
    end: int


@dataclass(frozen=True, slots=True)
class StatementReading:
    """A statement and where its words stand: ``ranges`` of positions in its field."""

    statement: Statement
    ranges: tuple[PositionRange, ...]
    length: int


@dataclass(frozen=True)
class Reading:
    """An article's tokens by field, and its statements, in the article's order.

    ``generation`` is the name of the one that it entered the archive with, where that is known.
    """

    article: Article
    headline: Sequence[Token]
    text: Sequence[Token]
    generation: str = ""

    def tokens(self, field: StatementField) -> Sequence[Token]:
        """Give the tokens of the field that a statement stands in."""
        return self.headline if field == "headline" else self.text

    @cached_property
    def byline(self) -> Sequence[Token]:
        """The tokens of the bylines, one a line."""
        return tuple(tokenize("\n".join(self.article.bylines)))

    @cached_property
    def statements(self) -> tuple[StatementReading, ...]:
        """The article's statements."""
        return tuple(self.statement(number) for number in range(len(self.article.statements)))

    def statement(self, number: int) -> StatementReading:
        """Give one of the article's statements."""
        statement = self.article.statements[number]
        tokens = self.tokens(statement.field)
        runs = [run for span in statement.content if (run := _run_of(span, tokens))]
        ranges = tuple(PositionRange(tokens[run[0]].position, tokens[run[-1]].position + 1) for run in runs)
        return StatementReading(statement, ranges, len(set().union(*runs)))

    @cached_property
    def outlet_forms(self) -> frozenset[str]:
        """The words of the outlet's name."""
        return frozenset(forms(self.article.outlet or ""))

    @cached_property
    def place_forms(self) -> frozenset[str]:
        """The words of the dateline's place."""
        return frozenset(forms((self.article.dateline and self.article.dateline.place) or ""))


Document = tuple[Reading, StatementReading | None]
"""What is looked for: an article, or one statement of it."""


def said_forms(reading: Reading, found: StatementReading) -> list[str]:
    """Give the forms of the words that a statement is made of."""
    tokens = reading.tokens(found.statement.field)
    said: list[str] = []
    for span in found.ranges:
        first, end = (bisect_left(tokens, at, key=lambda token: token.position) for at in (span.first, span.end))
        said += (token.form for token in tokens[first:end])
    return said


def read(article: Article) -> Reading:
    """Make an article ready to be matched.

    A derived headline is a part of the text, so its words count only there.
    """
    headline = () if article.headline_derived else tuple(tokenize(article.headline))
    return Reading(article, headline, tuple(tokenize(article.text)))


def _run_of(span: Span, tokens: Sequence[Token]) -> range:
    """Give the indices of the tokens that lie wholly within a span of characters."""
    first = bisect_left(tokens, span.start, key=lambda token: token.start)
    return range(first, bisect_right(tokens, span.end, key=lambda token: token.end))
