"""Snippets: pieces of the stored text, with the words that matched marked. Never HTML, never a changed character."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from search.analysis import Token
from search.deadline import check_time
from search.documents import Span, StatementField
from search.matching import (
    Occurrence,
    WordLeaf,
    matches,
    occurrences,
    occurrences_in,
    word_leaves,
)
from search.query.nodes import And, Or, Phrase, Query, Statement
from search.query.request import Collection
from search.reading import Reading, StatementReading
from search.results import Piece, Snippet

MAX_SNIPPETS, USUAL_SNIPPETS = 3, 2
"""Extracts of a hit: usually two, and a third if it shows a word that was looked for and that the others do not."""
PASSAGE, LONGEST_STATEMENT = 240, 600
"""Characters of a passage of running text, and of a statement shown as a hit of its own."""
_CHECKED_EVERY = (1 << 12) - 1
_TRIES = 6
"""Passages that are looked at for a hit; some overlap what is shown already."""
_FIRST_LOOK_BACK = 2_000
_PARAGRAPH_BREAK = re.compile(r"\n+")
_IN_SENTENCE_END = re.compile(r"[\s.!?…\"”’)\]]")
_SENTENCE_END = re.compile(r"[.!?…][\"”’)\]]*\s+(?=[\"“‘(\[]?[^\W_a-z])|\n+")


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters of a field that matched, and which leaf of the tree they matched."""

    span: Span
    leaf: int


@dataclass(frozen=True, slots=True)
class Marks:
    """All that matched in an article, in order."""

    headline: tuple[Mark, ...]
    text: tuple[Mark, ...]

    def of(self, field: StatementField) -> tuple[Mark, ...]:
        """Give the marks of the field that a statement stands in."""
        return self.headline if field == "headline" else self.text


class _Ordered:
    """The marks of a field in order, to find those over some characters without going through all."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self.marks = sorted(marks, key=lambda mark: (mark.span.start, mark.span.end))
        self._starts = [mark.span.start for mark in self.marks]
        self._reach = list(accumulate((mark.span.end for mark in self.marks), max))

    def over(self, *spans: Span) -> list[Mark]:
        """Give the marks that overlap any of some spans, each once."""
        found: set[int] = set()
        for span in spans:
            first, last = bisect_right(self._reach, span.start), bisect_left(self._starts, span.end)
            found.update(index for index in range(first, last) if self.marks[index].span.end > span.start)
        return [self.marks[index] for index in sorted(found)]


def find_marks(reading: Reading, query: Query, within: StatementReading | None = None) -> Marks:
    """Give where an expanded tree's words match in an article, or, with ``within``, in one statement of it.

    Raises OutOfTime.
    """
    found: dict[StatementField, set[tuple[int, int, int]]] = {"headline": set(), "text": set()}
    asked = found_statements(reading, query)
    for number, (leaf, scope) in enumerate(word_leaves(query)):
        for many, (field, occurrence) in enumerate(_occurrences(leaf, scope, reading, asked, within)):
            if not many & _CHECKED_EVERY:
                check_time()
            for span in _spans(leaf, occurrence, reading.tokens(field)):
                found[field].add((span.start, span.end, number))
    headline, text = (tuple(Mark(Span(a, b), n) for a, b, n in sorted(found[field])) for field in ("headline", "text"))
    return Marks(headline, text)


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


def _statement_nodes(node: Query) -> Iterator[Statement]:
    if isinstance(node, Statement):
        yield node
    elif isinstance(node, And | Or):
        for child in node.children:
            yield from _statement_nodes(child)


def mark_headline(reading: Reading, marks: Marks) -> tuple[Piece, ...]:
    """Give an article's headline in pieces."""
    return cut(reading.article.headline, Span(0, len(reading.article.headline)), marks.headline)


def make_snippets(
    reading: Reading, query: Query, marks: Marks, collection: Collection, statement: StatementReading | None = None
) -> tuple[Snippet, ...]:
    """Give a hit's extracts, best first: the statements that were asked for, then passages that hold the words."""
    if collection == "statements":
        if statement is None:
            return ()
        of_field = _Ordered(marks.of(statement.statement.field))
        return (_from_statement(reading, statement, of_field, LONGEST_STATEMENT),)
    asked = [found for found in found_statements(reading, query) if found.ranges]
    ordered: dict[StatementField, _Ordered] = {"headline": _Ordered(marks.headline), "text": _Ordered(marks.text)}
    leaves = {
        id(found): len({mark.leaf for mark in ordered[found.statement.field].over(*found.statement.content)})
        for found in asked
    }
    # Statements that hold the words come first; if none does, one speaks for the speaker and leaves room for the words.
    holding = sorted((found for found in asked if leaves[id(found)]), key=lambda found: -leaves[id(found)])
    chosen = holding[:USUAL_SNIPPETS] if holding or not marks.text else asked[:1]
    chosen = chosen or asked[:USUAL_SNIPPETS]
    snippets = [_from_statement(reading, found, ordered[found.statement.field], PASSAGE) for found in chosen]
    taken = [span for found in chosen for span in found.statement.content]
    snippets += _passages(reading, ordered["text"], taken, MAX_SNIPPETS - len(snippets))
    if not snippets and reading.article.text:
        snippets.append(_passage(reading, Span(0, 0), ordered["text"])[0])
    return tuple(snippets)


def _passages(reading: Reading, marks: _Ordered, taken: list[Span], most: int) -> list[Snippet]:
    """Give passages that hold the words, best first, none of what is taken already."""
    seen = {mark.leaf for mark in marks.over(*taken)}
    left = [mark for mark in marks.marks if not any(_overlap(mark.span, span) for span in taken)]
    found: list[Snippet] = []
    for _ in range(_TRIES):
        if not left or len(found) == most:
            break
        window, leaves = _best_window(left, seen)
        if len(found) >= most - (MAX_SNIPPETS - USUAL_SNIPPETS) and leaves <= seen:
            break
        passage, shown = _passage(reading, window, marks)
        if not any(_overlap(shown, span) for span in taken):
            found.append(passage)
            seen |= leaves
        taken = [*taken, Span(min(shown.start, window.start), max(shown.end, window.end))]
        left = [mark for mark in left if not _overlap(mark.span, taken[-1])]
    return found


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _from_statement(reading: Reading, found: StatementReading, marks: _Ordered, most: int) -> Snippet:
    statement = found.statement
    text = reading.article.headline if statement.field == "headline" else reading.article.text
    whole = Span(statement.content[0].start, statement.content[-1].end)
    inside = marks.over(*statement.content)
    shown = _trim(text, whole, _best_window(inside)[0] if inside else Span(whole.start, whole.start), most)
    return Snippet(
        _cut(text, shown, marks),
        f"s-{statement.id}",
        statement,
        opens=shown.start == whole.start,
        closes=shown.end == whole.end,
    )


def _best_window(marks: Sequence[Mark], seen: Container[int] = ()) -> tuple[Span, set[int]]:
    """Give the run of marks, at most a passage long, with most leaves that were not seen; then with most leaves; then
    with most marks; then the first. And its leaves. ``marks`` are in order."""
    best, best_value = (0, 1), (-1, 0, 0)
    inside: Counter[int] = Counter()
    end = 0
    for start, first in enumerate(marks):
        if not start & _CHECKED_EVERY:
            check_time()
        while end < len(marks) and (end <= start or marks[end].span.end - first.span.start <= PASSAGE):
            inside[marks[end].leaf] += 1
            end += 1
        value = (sum(leaf not in seen for leaf in inside), len(inside), end - start)
        if value > best_value:
            best, best_value = (start, end), value
        inside[first.leaf] -= 1
        if not inside[first.leaf]:
            del inside[first.leaf]
    run = marks[best[0] : best[1]]
    return Span(run[0].span.start, max(mark.span.end for mark in run)), {mark.leaf for mark in run}


def _passage(reading: Reading, window: Span, marks: _Ordered) -> tuple[Snippet, Span]:
    text = reading.article.text
    start = _sentence_start(text, window.start)
    ends = chain((match.end() for match in _SENTENCE_END.finditer(text, start)), (len(text),))
    end = next(bound for bound in ends if bound >= window.end)
    while end - start < PASSAGE // 2 and "\n" not in text[end - 1 : end] and end < len(text):
        end = next(ends)
    sentence = Span(start, start + len(text[start:end].rstrip()))
    shown = _trim(text, sentence, window, PASSAGE)
    snippet = Snippet(
        _cut(text, shown, marks),
        f"p-{paragraph_at(text, shown.start)}",
        opens=shown.start == sentence.start,
        closes=shown.end == sentence.end,
    )
    return snippet, shown


def _sentence_start(text: str, at: int) -> int:
    """Give where the sentence begins that a character stands in, looking back only as far as it takes."""
    back = _FIRST_LOOK_BACK
    while True:
        since = max(0, at - back)
        while since and _IN_SENTENCE_END.match(text, since - 1):
            since -= 1  # an end of a sentence is not to be read from its middle
        start = 0
        for match in _SENTENCE_END.finditer(text, since):
            if match.end() > at:
                break
            start = match.end()
        if start or not since:
            return start
        back *= 4


def paragraph_at(text: str, offset: int) -> int:
    """Give the number, from 1, of the paragraph that a character of a text stands in."""
    return len(_PARAGRAPH_BREAK.findall(text[:offset])) + 1


def _trim(text: str, whole: Span, window: Span, most: int) -> Span:
    """Give at most about ``most`` characters of ``whole`` around ``window``, broken between words only."""
    if whole.end - whole.start <= most * 1.25:
        return whole
    start = max(whole.start, min(window.start - most // 4, whole.end - most))
    if window.end - whole.start <= most:
        start = whole.start  # from the beginning it reads best
    end = min(whole.end, max(start + most, window.end))
    if start > whole.start:
        start = min(text.find(" ", start) + 1 or start, window.start) if window.end else start
    if end < whole.end:
        space = text.rfind(" ", window.end, end)
        end = space if space > start else end
    return Span(start, end)


def cut(text: str, shown: Span, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """Give a slice of a text in pieces, those under a mark as matched; marks that touch each other are joined."""
    return _cut(text, shown, _Ordered(marks))


def _cut(text: str, shown: Span, marks: _Ordered) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = shown.start
    for span in _joined(marks.over(shown)):
        start, end = max(span.start, shown.start), min(span.end, shown.end)
        if start >= end:
            continue
        if start > at:
            pieces.append(Piece(text[at:start]))
        pieces.append(Piece(text[start:end], matched=True))
        at = end
    if at < shown.end:
        pieces.append(Piece(text[at : shown.end]))
    return tuple(pieces)


def _joined(marks: Sequence[Mark]) -> Iterator[Span]:
    """Give the spans of marks in order, those that touch each other as one."""
    current: Span | None = None
    for mark in marks:
        if current and mark.span.start <= current.end:
            current = Span(current.start, max(current.end, mark.span.end))
            continue
        if current:
            yield current
        current = mark.span
    if current:
        yield current
