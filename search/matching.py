"""Whether, and where, one article or one of its statements matches a tree. Slow, small and plainly right.

This defines what a query means. The memory engine is a loop over it; the other engines must answer alike,
and use it to mark the words of the few hits that they show.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.analysis import Token, holds_words, stem
from search.deadline import check_time
from search.documents import Speaker, StatementField
from search.ids import slug
from search.ordering import UNDATED_DAY, day_numbers, overlaps
from search.query.nodes import (
    ABOUT_A_STATEMENT,
    Added,
    And,
    Attributed,
    CuedBy,
    DatedAt,
    Everything,
    Forms,
    Fuzzy,
    InField,
    Not,
    OfKind,
    Or,
    OutletNamed,
    Phrase,
    Prefix,
    PrintedIn,
    Published,
    Query,
    SaidAs,
    SaidBy,
    SpeakerNamed,
    Statement,
    Word,
)
from search.reading import Reading, StatementReading

WordLeaf = Word | Phrase | Forms
WORD_LEAVES = (Word, Phrase, Forms)


SAID_WEIGHT = 0.5
"""What a word is worth, beside a word of the article, in what those say who are asked for: measured on judged searches
(docs/evaluation.md), where 0.25 and 1 are less good."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a leaf matched: indices of tokens of one field, in order."""

    tokens: tuple[int, ...]


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
    if statement.speaker is None:
        return False
    if isinstance(node, SaidBy):
        return any(is_called(statement.speaker.id, asked) for asked in node.speakers)
    if isinstance(node, SaidAs):
        return holds_words(statement.speaker.role or "", node.words)
    assert isinstance(node, SpeakerNamed)
    return is_named(statement.speaker, node.words)


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


def occurrences_in(
    leaf: WordLeaf, reading: Reading, within: StatementReading | None
) -> Iterator[tuple[StatementField, Occurrence]]:
    """Give every occurrence of a leaf in the headline and text, or only those inside the one statement."""
    if within is not None:
        field = within.statement.field
        yield from ((field, occurrence) for occurrence in _occurrences_said(leaf, reading.tokens(field), within))
        return
    both: tuple[StatementField, ...] = ("headline", "text")
    for field in both:
        yield from ((field, occurrence) for occurrence in occurrences(leaf, reading.tokens(field)))


def _occurrences_said(leaf: WordLeaf, tokens: Sequence[Token], within: StatementReading) -> Iterator[Occurrence]:
    """Look at the statement's own tokens only: an article may have as many statements as it is long."""
    seen: set[tuple[int, ...]] = set()
    for span in within.ranges:
        first, end = _index_at(span.first, tokens), _index_at(span.end, tokens)
        for occurrence in occurrences(leaf, tokens[first:end]):
            moved = tuple(first + index for index in occurrence.tokens)
            if moved not in seen:
                seen.add(moved)
                yield Occurrence(moved)


def occurrences(leaf: WordLeaf, tokens: Sequence[Token]) -> Iterator[Occurrence]:
    """Give every place where a leaf matches, by its first token. Raises OutOfTime."""
    check_time()
    if isinstance(leaf, Word):
        yield from (Occurrence((index,)) for index in _standing(leaf, tokens))
    elif isinstance(leaf, Forms):
        yield from (Occurrence((index,)) for index in _standing_any(leaf, tokens))
    elif leaf.near is None:
        yield from _verbatim(leaf.words, tokens)
    else:
        yield from _nearby(tuple(dict.fromkeys(leaf.words)), leaf.near, tokens)


def _index_at(position: int, tokens: Sequence[Token]) -> int:
    return bisect_left(tokens, position, key=lambda token: token.position)


def _standing(word: Word, tokens: Sequence[Token]) -> Sequence[int]:
    """Give the indices of the tokens that are any form of a word."""
    # No stem begins with another letter than its forms do: most tokens need not be stemmed.
    initial, stemmed = word.form[:1], stem(word.form)
    return [
        index
        for index, token in enumerate(tokens)
        if token.form[:1] == initial and (token.capital or not word.capital) and stem(token.form) == stemmed
    ]


def _standing_any(forms: Forms, tokens: Sequence[Token]) -> Sequence[int]:
    """Give the indices of the tokens that have any of several forms."""
    wanted = frozenset(forms.forms)
    return [index for index, token in enumerate(tokens) if token.form in wanted]


def _standing_so(word: Word, tokens: Sequence[Token]) -> Sequence[int]:
    """Give the indices of the tokens that are a word in the very form that was typed."""
    return [
        index for index, token in enumerate(tokens) if token.form == word.form and (token.capital or not word.capital)
    ]


def _verbatim(words: Sequence[Word], tokens: Sequence[Token]) -> Iterator[Occurrence]:
    found = [frozenset(_standing_so(word, tokens)) for word in words[1:]]
    for start in _standing_so(words[0], tokens):
        run = range(start, start + len(words))
        together = all(index in indices for index, indices in zip(run[1:], found, strict=True))
        # A paragraph's end may lie between: its tokens do not follow each other.
        if together and tokens[run[-1]].position - tokens[start].position == len(words) - 1:
            yield Occurrence(tuple(run))


def _nearby(words: Sequence[Word], near: int, tokens: Sequence[Token]) -> Iterator[Occurrence]:
    standing = [_standing(word, tokens) for word in words]
    indices = {tokens[index].position: index for found in standing for index in found}
    for window in windows([[tokens[index].position for index in found] for found in standing], near):
        yield Occurrence(tuple(indices[position] for position in window))


def windows(found: Sequence[Sequence[int]], near: int) -> Iterator[tuple[int, ...]]:
    """Give the windows that begin with one of some words and hold all, the last at most ``near`` after the first.

    ``found`` has the positions of each word, in order.
    """
    if not all(found):
        return
    for start in sorted({position for positions in found for position in positions}):
        following = [bisect_left(positions, start) for positions in found]
        if any(at == len(positions) for at, positions in zip(following, found, strict=True)):
            return
        window = {positions[at] for at, positions in zip(following, found, strict=True)}
        if max(window) <= start + near:
            yield tuple(sorted(window))


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
