"""An article made ready to be matched: the tokens of its fields, and its statements as ranges of positions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's tokens by field, and its statements, in the article's order."""

    article: Article
    headline: tuple[Token, ...]
    text: tuple[Token, ...]
    byline: tuple[Token, ...]
    statements: tuple[StatementReading, ...]
    outlet_forms: frozenset[str]
    place_forms: frozenset[str]

    def tokens(self, field: StatementField) -> tuple[Token, ...]:
        """Give the tokens of the field that a statement stands in."""
        return self.headline if field == "headline" else self.text


def read(article: Article) -> Reading:
    """Make an article ready to be matched. A derived headline is a part of the text, so its words count only there."""
    headline = () if article.headline_derived else tuple(tokenize(article.headline))
    text = tuple(tokenize(article.text))
    statements = []
    for statement in article.statements:
        tokens = headline if statement.field == "headline" else text
        runs = [run for span in statement.content if (run := _run_of(span, tokens))]
        ranges = tuple(PositionRange(tokens[run[0]].position, tokens[run[-1]].position + 1) for run in runs)
        statements.append(StatementReading(statement, ranges, len(set().union(*runs))))
    return Reading(
        article,
        headline,
        text,
        tuple(tokenize("\n".join(article.bylines))),
        tuple(statements),
        frozenset(forms(article.outlet or "")),
        frozenset(forms((article.dateline and article.dateline.place) or "")),
    )


def _run_of(span: Span, tokens: Sequence[Token]) -> range:
    """Give the indices of the tokens that lie wholly within a span of characters."""
    first = bisect_left(tokens, span.start, key=lambda token: token.start)
    return range(first, bisect_right(tokens, span.end, key=lambda token: token.end))
