"""Whether one article or one of its statements matches a tree. Slow, small and plainly right.

This defines what a query means, with ``occurrences``. The memory engine is a loop over it; the other engines must
answer alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.analysis import Token, holds_words
from search.documents import Speaker
from search.ids import slug
from search.occurrences import WORD_LEAVES, WordLeaf, occurrences, occurrences_in
from search.ordering import UNDATED_DAY, day_numbers, overlaps
from search.query.leaves import (
    ABOUT_A_STATEMENT,
    Added,
    Attributed,
    CuedBy,
    DatedAt,
    Fuzzy,
    OfKind,
    OutletNamed,
    Prefix,
    PrintedIn,
    Published,
    SaidAs,
    SaidBy,
    SpeakerNamed,
)
from search.query.nodes import And, Everything, InField, Not, Or, Query, Statement
from search.reading import Reading, StatementReading

SAID_WEIGHT = 0.5
"""What a word is worth, beside a word of the article, in what those say who are asked for: measured on judged searches
(docs/evaluation-history.md), where 0.25 and 1 are less good."""


def matches(node: Query, reading: Reading, within: StatementReading | None = None) -> bool:
    """Say whether the article matches, or, with ``within``, the one statement of it."""
    if isinstance(node, Everything):
        return True
    if isinstance(node, And):
        return all(matches(child, reading, within) for child in node.children)
    if isinstance(node, Or):
        return any(matches(child, reading, within) for child in node.children)
    if isinstance(node, Not):
        return not matches(node.child, reading, within)
    if isinstance(node, Statement):
        return any(matches(node.child, reading, candidate) for candidate in reading.statements)
    if isinstance(node, InField):
        return _matches_field(node.child, reading.headline if node.field == "headline" else reading.byline)
    if isinstance(node, WORD_LEAVES):
        return any(True for _ in occurrences_in(node, reading, within))
    if isinstance(node, ABOUT_A_STATEMENT):
        return within is not None and _is_said(node, within)
    return _is_printed(node, reading)


def _matches_field(node: Query, tokens: Sequence[Token]) -> bool:
    if isinstance(node, And):
        return all(_matches_field(child, tokens) for child in node.children)
    if isinstance(node, Or):
        return any(_matches_field(child, tokens) for child in node.children)
    if isinstance(node, Not):
        return not _matches_field(node.child, tokens)
    assert isinstance(node, WORD_LEAVES), f"within a field stand words only, not {node!r}"
    return any(True for _ in occurrences(node, tokens))


def _is_said(node: Query, within: StatementReading) -> bool:
    statement = within.statement
    if isinstance(node, OfKind):
        return statement.kind in node.kinds
    if isinstance(node, Attributed):
        return statement.attribution in node.attributions
    if isinstance(node, CuedBy):
        return statement.cue_class in node.cue_classes
    if isinstance(node, SaidBy):
        return any(is_called(speaker.id, asked) for speaker in statement.speakers for asked in node.speakers)
    if isinstance(node, SaidAs):
        return any(holds_words(speaker.role or "", node.words) for speaker in statement.speakers)
    assert isinstance(node, SpeakerNamed)
    return any(is_named(speaker, node.words) for speaker in statement.speakers)


def is_called(speaker: str, asked: str) -> bool:
    """Say whether a speaker's id is the one that is asked for: "john-smith" means everyone of that name."""
    return speaker == asked or speaker.startswith(f"{asked}.")


def is_named(speaker: Speaker, words: Sequence[str]) -> bool:
    """Say whether a speaker's name holds all the words."""
    return holds_words(speaker.name, words)


def _is_printed(node: Query, reading: Reading) -> bool:
    article = reading.article
    if isinstance(node, PrintedIn):
        return article.outlet is not None and slug(article.outlet) in node.outlets
    if isinstance(node, OutletNamed):
        return set(node.words) <= reading.outlet_forms
    if isinstance(node, DatedAt):
        return set(node.words) <= reading.place_forms
    if isinstance(node, Added):
        return reading.generation > node.bound
    assert isinstance(node, Published), f"{node!r} is not expanded"
    first, last, _ = day_numbers(article)
    if first == UNDATED_DAY:
        return node.undated != "without"
    return node.undated != "only" and overlaps(first, last, node.dates.first, node.dates.last)


def word_leaves(node: Query) -> Iterator[tuple[WordLeaf, str]]:
    """Give the leaves about words that a match may be marked and scored for, in the tree's order, each with its scope.

    The scope is "any" for headline and text, "headline", "byline", or "statement". What must not match gives nothing.
    """
    yield from _leaves(node, "any")


@dataclass(frozen=True, slots=True)
class Scored:
    """A leaf that a match is scored for, and where its words count: in the article ("any"), in its headline, or only in
    the statements that satisfy ``said``."""

    leaf: WordLeaf
    scope: str
    weight: float = 1.0
    said: Query | None = None


def scored_leaves(node: Query) -> tuple[Scored, ...]:
    """Give what a match is scored for, in a fixed order.

    Words that somebody must have said count as words of the article. Where it is asked who says something, the other
    words count once more in what they say.
    """
    found = [(leaf, "any" if scope == "statement" else scope) for leaf, scope in word_leaves(node) if scope != "byline"]
    asked = [child.child for child in (node.children if isinstance(node, And) else ()) if isinstance(child, Statement)]
    others = [leaf for leaf, scope in word_leaves(node) if scope == "any"]
    return (
        *(Scored(leaf, scope) for leaf, scope in found),
        *(Scored(leaf, "said", SAID_WEIGHT, said) for said in asked for leaf in others),
    )


def _leaves(node: Query, scope: str) -> Iterator[tuple[WordLeaf, str]]:
    if isinstance(node, WORD_LEAVES):
        yield node, scope
    elif isinstance(node, And | Or):
        for child in node.children:
            yield from _leaves(child, scope)
    elif isinstance(node, InField):
        yield from _leaves(node.child, node.field)
    elif isinstance(node, Statement):
        yield from _leaves(node.child, "statement")
    assert not isinstance(node, Prefix | Fuzzy), f"{node!r} is not expanded"
