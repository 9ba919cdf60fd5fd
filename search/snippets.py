"""Snippets: pieces of the stored text, with the words that matched marked. Never HTML, never a changed character."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from search.documents import Span, Statement
from search.marks import Mark, Marked
from search.query.request import Collection
from search.results import Piece, Snippet
from search.windows import PASSAGE, best_window

MAX_SNIPPETS, USUAL_SNIPPETS = 3, 2
"""Extracts of a hit: usually two, and a third if it shows a word that was looked for and that the others do not."""
LONGEST_STATEMENT = 600
"""Characters of a statement shown as a hit of its own."""
_TRIES = 6
"""Passages that are looked at for a hit; some overlap what is shown already."""
_FIRST_LOOK_BACK, _HALF = 240, PASSAGE // 2
_PARAGRAPH_BREAK = re.compile(r"\n+")
_IN_SENTENCE_END = re.compile(r"[\s.!?…\"”’)\]]")
_SENTENCE_END = re.compile(
    r"""
    [.!?…\n](?:(?<=\n)\n*|(?<!\n)
    (?<!\b[A-Z]\.)(?<!\b(?:St|Mr|Ms|Dr|Lt|Mt|Ft|No)\.)(?<!\b(?:Sept|Capt|Supt|Prof)\.)
    (?<!\b(?:Jan|Feb|Mar|Apr|Aug|Sep|Oct|Nov|Dec|Mrs|Gov|Sen|Rep|Sgt|Cpl|Col|Gen|Rev|Det)\.)
    (?!(?<=\b[ap]\.m\.)\s+(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))
    [\"”’)\]]*\s+(?=[\"“‘(\[]?[^\W_a-z]))
    """,
    re.VERBOSE,
)
"""One set of characters that it may begin with: so it is found in half the time that two alternatives take. What is
shortened, a name's initial among it, ends no sentence.
"""


class _Ordered:
    """The marks of a field in order, to find those over some characters without going through all of many."""

    __slots__ = ("_reach", "_starts", "marks")

    def __init__(self, marks: Sequence[Mark]) -> None:
        self.marks = marks
        self._starts: list[int] = []
        self._reach: list[int] = []

    def over(self, start: int, end: int) -> list[Mark]:
        """Give the marks that overlap some characters."""
        marks = self.marks
        if len(marks) > _MANY:
            if not self._starts:
                self._starts = [mark[0] for mark in marks]
                self._reach = list(accumulate([mark[1] for mark in marks], max))
            marks = marks[bisect_right(self._reach, start) : bisect_left(self._starts, end)]
        return [mark for mark in marks if mark[1] > start and mark[0] < end]

    def within(self, statement: Statement) -> list[Mark]:
        """Give the marks that overlap a statement's words, each once."""
        if len(statement.content) == 1:
            return self.over(statement.content[0].start, statement.content[0].end)
        return sorted({mark for span in statement.content for mark in self.over(span.start, span.end)})


_MANY = 16
"""More marks than these are looked for by halving."""


def mark_headline(marked: Marked) -> tuple[Piece, ...]:
    """Give an article's headline in pieces."""
    marks, headline = marked.marks.headline, marked.headline
    if marks:
        return _cut(headline, 0, len(headline), _Ordered(marks))
    return (_make(Piece, (headline, False)),) if headline else ()


def make_snippets(marked: Marked, collection: Collection) -> tuple[Snippet, ...]:
    """Give a hit's extracts, best first: the statements that were asked for, then passages that hold the words."""
    text = _Ordered(marked.marks.text)
    if collection == "statements":
        (found,) = marked.asked
        return (_from_statement(marked, found, _marks_of(marked, found, text), LONGEST_STATEMENT),)
    snippets: list[Snippet] = []
    taken: list[tuple[int, int]] = []
    if marked.asked:
        chosen = _chosen(marked, text)
        snippets = [_from_statement(marked, found, marks, PASSAGE) for found, marks in chosen]
        taken = [(span.start, span.end) for found, _ in chosen for span in found.content]
    if text.marks:
        snippets += _passages(marked.text, text, taken, MAX_SNIPPETS - len(snippets))
    if not snippets and marked.text:
        snippets.append(_passage(marked.text, 0, 0, text)[0])
    return tuple(snippets)


def _chosen(marked: Marked, text: _Ordered) -> list[tuple[Statement, _Ordered]]:
    """Give those of the statements that were asked for which are shown, each with the marks of its field."""
    asked = [(found, _marks_of(marked, found, text)) for found in marked.asked]
    leaves = [len({mark.leaf for mark in marks.within(found)}) for found, marks in asked]
    # Statements that hold the words come first; if none does, one speaks for the speaker and leaves room for the words.
    order = sorted((at for at, many in enumerate(leaves) if many), key=lambda at: -leaves[at])
    holding = [asked[at] for at in order]
    chosen = holding[:USUAL_SNIPPETS] if holding or not text.marks else asked[:1]
    return chosen or asked[:USUAL_SNIPPETS]


def _marks_of(marked: Marked, statement: Statement, text: _Ordered) -> _Ordered:
    return _Ordered(marked.marks.headline) if statement.field == "headline" else text


def _passages(text: str, marks: _Ordered, taken: list[tuple[int, int]], most: int) -> list[Snippet]:
    """Give passages that hold the words, best first, none of what is taken already."""
    seen = {mark.leaf for start, end in taken for mark in marks.over(start, end)}
    left = _outside(marks.marks, taken)
    found: list[Snippet] = []
    for _ in range(_TRIES):
        if not left or len(found) == most:
            break
        if len(found) >= most - (MAX_SNIPPETS - USUAL_SNIPPETS) and seen.issuperset([mark[2] for mark in left]):
            break
        first, end, leaves = best_window(left, seen)
        passage, start, stop = _passage(text, first, end, marks)
        if not taken or not any(start < other and one < stop for one, other in taken):
            found.append(passage)
            seen |= leaves
        taken = [*taken, (min(start, first), max(stop, end))]
        left = _outside(left, taken[-1:])
    return found


def _outside(marks: Sequence[Mark], taken: Sequence[tuple[int, int]]) -> Sequence[Mark]:
    """Give the marks that overlap none of some runs of characters."""
    for start, end in taken:
        marks = [mark for mark in marks if mark[0] >= end or mark[1] <= start]
    return marks


def _from_statement(marked: Marked, statement: Statement, marks: _Ordered, most: int) -> Snippet:
    text = marked.of(statement.field)
    start, end = statement.content[0].start, statement.content[-1].end
    inside = marks.within(statement)
    first, last = best_window(inside)[:2] if inside else (start, start)
    begin, stop = _trim(text, start, end, first, last, most)
    anchor = f"s-{statement.id}"
    return _make(Snippet, (_cut(text, begin, stop, marks), anchor, statement, begin == start, stop == end))


def _passage(text: str, first: int, last: int, marks: _Ordered) -> tuple[Snippet, int, int]:
    """Give the sentence around some characters, or several if it is short, as it is shown; and where it stands."""
    start, end = _sentence(text, first, last)
    end = start + len(text[start:end].rstrip())
    begin, stop = _trim(text, start, end, first, last, PASSAGE)
    anchor = f"p-{paragraph_at(text, begin)}"
    return _make(Snippet, (_cut(text, begin, stop, marks), anchor, None, begin == start, stop == end)), begin, stop


def _sentence(text: str, first: int, last: int) -> tuple[int, int]:
    """Give where the sentence begins that a character stands in, and where one ends that leaves half a passage.

    It is looked for back only as far as it takes.
    """
    back = _FIRST_LOOK_BACK
    while True:
        since = max(0, first - back)
        while since and _IN_SENTENCE_END.match(text, since - 1):
            since -= 1  # an end of a sentence is not to be read from its middle
        start = 0
        for match in _SENTENCE_END.finditer(text, since):
            at = match.end()
            if at <= first:
                start = at
            elif since and not start:
                break
            elif at >= last and (at >= start + _HALF or text[at - 1] == "\n" or at == len(text)):
                return start, at
        if start or not since:
            return start, len(text)
        back *= 4


def paragraph_at(text: str, offset: int) -> int:
    """Give the number, from 1, of the paragraph that a character of a text stands in."""
    lines = text.count("\n", 0, offset)
    if lines > 2 and text.find("\n\n\n", 0, offset) >= 0:
        return len(_PARAGRAPH_BREAK.findall(text, 0, offset)) + 1
    return lines - text.count("\n\n", 0, offset) + 1 if lines else 1


def _trim(text: str, first: int, last: int, window: int, window_end: int, most: int) -> tuple[int, int]:
    """Give at most about ``most`` characters around a window, broken between words only."""
    if last - first <= most * 1.25:
        return first, last
    start = max(first, min(window - most // 4, last - most))
    if window_end - first <= most:
        start = first  # from the beginning it reads best
    end = min(last, max(start + most, window_end))
    if start > first:
        start = min(text.find(" ", start) + 1 or start, window) if window_end else start
    if end < last:
        space = text.rfind(" ", window_end, end)
        end = space if space > start else end
    return start, end


def cut(text: str, shown: Span, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """Give a slice of a text in pieces, those under a mark as matched; marks that touch each other are joined."""
    return _cut(text, shown.start, shown.end, _Ordered(marks))


def _cut(text: str, first: int, last: int, marks: _Ordered) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = first
    for start, end in _joined(marks.over(first, last)):
        if start < at:
            start = at
        if end > last:
            end = last
        if start < end:
            if start > at:
                pieces.append(_make(Piece, (text[at:start], False)))
            pieces.append(_make(Piece, (text[start:end], True)))
            at = end
    if at < last:
        pieces.append(_make(Piece, (text[at:last], False)))
    return tuple(pieces)


_make = tuple.__new__
"""Made so, a tuple with names takes a fifth of the time that a call of its class does."""


def _joined(marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """Give the spans of marks in order, those that touch each other as one."""
    joined: list[tuple[int, int]] = []
    begin = stop = -1
    for start, end, _ in marks:
        if start > stop:
            if stop >= 0:
                joined.append((begin, stop))
            begin, stop = start, end
        elif end > stop:
            stop = end
    if stop >= 0:
        joined.append((begin, stop))
    return joined
