"""Where words stand in one article or one of its statements. Slow, small and plainly right, as ``matching`` is.

The engines must find the same; what is marked in the few hits that they show is what is found here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.analysis import Token, stem
from search.deadline import check_time
from search.documents import StatementField
from search.query.leaves import Forms, Phrase, Word
from search.reading import Reading, StatementReading

WordLeaf = Word | Phrase | Forms
WORD_LEAVES = (Word, Phrase, Forms)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a leaf matched: indices of tokens of one field, in order."""

    tokens: tuple[int, ...]


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
