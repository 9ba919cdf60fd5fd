"""Where the hits of a page hold what was looked for, in characters: from what the index knows, for all hits at once.

``marks.find_marked`` says what a mark is; no text is read for it here but for few that are found to be unusual.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from search.analysis import PARAGRAPH_GAP, stem, word_spans
from search.backends.whoosh.arrays import NOTHING, Array, Ints, counted, stand_before
from search.backends.whoosh.evaluate import Evaluator
from search.backends.whoosh.occurrences import is_any
from search.deadline import check_time
from search.documents import Statement, StatementField
from search.marks import Mark, Marked, Marks
from search.matching import WordLeaf, windows, word_leaves
from search.query.nodes import Forms, Phrase, Query, Word

_BOTH: tuple[StatementField, ...] = ("headline", "text")
Occurrence = tuple[tuple[int, int], ...]
"""Runs of characters that match together."""
Spans = tuple[Ints, Ints]
Line = tuple[Array, Array, list[int] | None]
"""The places of a stem, their marks, and the numbers of the forms that are asked for, if not all are."""


class Shown(NamedTuple):
    """A hit of a page: its article's number and words, and the statements that were asked for in it.

    ``is_one`` says that a statement was found, not the article.
    """

    article: int
    headline: str
    text: str
    asked: tuple[Statement, ...]
    is_one: bool


def mark_all(evaluator: Evaluator, tree: Query, page: Sequence[Shown]) -> list[Marked]:
    """Give the hits of a page in one segment with what matches in them. Raises OutOfTime."""
    found = {field: _Field(evaluator, field, page) for field in _BOTH}
    marks: dict[StatementField, list[list[Mark]]] = {field: [[] for _ in page] for field in _BOTH}
    is_in_order = True
    for number, (leaf, scope) in enumerate(word_leaves(tree)):
        is_in_order &= not number and not (isinstance(leaf, Phrase) and leaf.near is not None)
        for field in _BOTH if scope in ("any", "statement") else ("headline",) if scope == "headline" else ():
            check_time()
            for at, occurrences in found[field].occurrences(leaf):
                shown = page[at]
                if scope == "statement" or (scope == "any" and shown.is_one):
                    occurrences = _inside(occurrences, shown.asked, field)
                # Made so, a tuple with names takes a third of the time that a call of its class does.
                marks[field][at] += [_make(Mark, (start, end, number)) for runs in occurrences for start, end in runs]
    if not is_in_order:
        marks = {field: [sorted(set(one)) for one in marks[field]] for field in _BOTH}
    return [
        Marked(shown.headline, shown.text, Marks(headline, text), shown.asked)
        for shown, headline, text in zip(page, marks["headline"], marks["text"], strict=True)
    ]


_make = tuple.__new__


def _inside(occurrences: Sequence[Occurrence], asked: Sequence[Statement], field: StatementField) -> list[Occurrence]:
    """Give what lies wholly within a span of one of some statements."""
    spans = [span for statement in asked if statement.field == field for span in statement.content]
    return [runs for runs in occurrences if any(span.start <= runs[0][0] and runs[-1][1] <= span.end for span in spans)]


class _Field:
    """One field of all hits."""

    def __init__(self, evaluator: Evaluator, field: StatementField, page: Sequence[Shown]) -> None:
        self._evaluator, self._field, self._page = evaluator, field, page
        self._postings = evaluator.segment.fields[field]
        articles = [shown.article for shown in page]
        self._bounds = self._postings.bases[[*articles, *(article + 1 for article in articles)]]
        self._bases = self._bounds[: len(articles)].astype(np.int64)
        self._spans_at: Callable[[Ints, Ints], Spans] | None = None

    def occurrences(self, leaf: WordLeaf) -> Iterator[tuple[int, list[Occurrence]]]:
        """Give, by the hits' numbers, where a leaf matches in those where it does."""
        if isinstance(leaf, Phrase) and leaf.near is not None:
            yield from self._near(leaf.words, leaf.near)
            return
        if isinstance(leaf, Word):
            hits, first = self._standing(leaf)
            last = first
        elif isinstance(leaf, Forms):
            hits, first = self._any_form(self._evaluator.lines(leaf, self._field))
            last = first
        else:
            places = self._evaluator.places(leaf, self._field)
            hits, rows, relative = self._among(places.first)
            first = last = relative
            if places.last is not places.first and hits.size:
                last = relative + (places.last[rows] - places.first[rows])
        if not hits.size:
            return
        starts, ends = self._characters(hits, first)
        if last is not first:
            ends = self._characters(hits, last)[1]
        runs: list[Occurrence] = [(run,) for run in zip(starts.tolist(), ends.tolist(), strict=True)]
        for at, begin, end in _runs(hits):
            yield at, runs[begin:end]

    def _near(self, words: Sequence[Word], near: int) -> Iterator[tuple[int, list[Occurrence]]]:
        standing: list[dict[int, list[int]]] = []
        for word in dict.fromkeys(words):
            hits, positions = self._standing(word)
            standing.append({at: positions[begin:end].tolist() for at, begin, end in _runs(hits)})
        for at in sorted(set(standing[0]).intersection(*standing[1:])):
            found = list(windows([positions[at] for positions in standing], near))
            every = sorted({position for window in found for position in window})
            starts, ends = self._characters(np.full(len(every), at), np.array(every, np.int64))
            spans = dict(zip(every, zip(starts.tolist(), ends.tolist(), strict=True), strict=True))
            if found:
                yield at, [tuple(spans[position] for position in window) for window in found]

    def _standing(self, word: Word) -> Spans:
        """Give the hits that hold any form of a word, and the positions where, one after the other."""
        postings = self._postings
        at = postings.number(stem(word.form))
        if at is None:
            return NOTHING, NOTHING
        hits, rows, positions = self._among(postings.line(at))
        if word.capital:
            kept = (postings.marks(at)[rows] & 1).astype(np.bool_)
            hits, positions = hits[kept], positions[kept]
        return hits, positions

    def _any_form(self, lines: Sequence[Line]) -> Spans:
        """Give the hits that hold any of some forms, and the positions where, one after the other."""
        if not lines:
            return NOTHING, NOTHING
        cuts, many = np.array([self._cuts(line) for line, _, _ in lines]), self._bases.size
        sizes = cuts[:, many:] - cuts[:, :many]
        which, hits = sizes.nonzero()
        found = [(NOTHING, NOTHING)]
        for at, hit in zip(which.tolist(), hits.tolist(), strict=True):
            line, marks, numbers = lines[at]
            run = slice(cuts[at, hit], cuts[at, many + hit])
            places = line[run] if numbers is None else line[run].compress(is_any(marks[run], numbers))
            found.append((np.full(places.size, hit), places - self._bases[hit]))
        hits, positions = (np.concatenate(parts) for parts in zip(*found, strict=True))
        order = np.lexsort((positions, hits))
        return hits.take(order), positions.take(order)

    def _cuts(self, places: Array) -> Ints:
        """Give how many of some places in order come before each hit's first, and after these before each one's end."""
        if places.dtype == self._bounds.dtype:
            return places.searchsorted(self._bounds)
        return stand_before(places, self._bounds.astype(np.int64))

    def _among(self, places: Array) -> tuple[Ints, Ints, Ints]:
        """Give, of places in order, those in the hits: which hits', which of the places, and positions there."""
        cuts = self._cuts(places)
        low, high = cuts[: self._bases.size], cuts[self._bases.size :]
        sizes = high - low
        hits = sizes.nonzero()[0].repeat(sizes[sizes > 0])
        if not hits.size:
            return hits, hits, hits
        rows = np.arange(hits.size) + (low - sizes.cumsum() + sizes)[hits]
        return hits, rows, places[rows] - self._bases[hits]

    def _characters(self, hits: Ints, positions: Ints) -> Spans:
        """Give where the words at some positions of hits begin and end."""
        if self._spans_at is None:
            self._spans_at = self._of_texts() if self._field == "text" else self._of_headlines(set(hits.tolist()))
        return self._spans_at(hits, positions)

    def _of_headlines(self, held: set[int]) -> Callable[[Ints, Ints], Spans]:
        """Headlines are short: they are read."""
        page = self._page  # kept by itself: what holds itself through what it gives waits for a collection to go
        tokens: dict[int, dict[int, tuple[int, int]]] = {}

        def find(hits: Ints, positions: Ints) -> Spans:
            found = []
            for at, position in zip(hits.tolist(), positions.tolist(), strict=True):
                if at not in tokens:
                    tokens[at] = word_spans(page[at].headline)
                found.append(tokens[at][position])
            spans = np.array(found, np.int64)
            return spans[:, 0], spans[:, 1]

        return find

    def _of_texts(self) -> Callable[[Ints, Ints], Spans]:
        """Lay all texts on one line: their words' sizes and the gaps between are known."""
        gaps, sizes, cuts = self._evaluator.segment.token_places.exactly(
            [(shown.article, shown.text) for shown in self._page]
        )
        ends = (gaps + sizes).cumsum()
        starts = ends - sizes
        firsts = np.array(cuts[:-1])
        begins = np.concatenate(([0], ends))[firsts]
        breaks = np.array(self._breaks(begins.tolist(), starts, cuts), np.int64)
        breaks = counted(starts.searchsorted(breaks))[0]
        # A gap before the first word of a text is its own, not of the text before.
        moved = firsts + PARAGRAPH_GAP * breaks.searchsorted(firsts)
        gaps_end = breaks + PARAGRAPH_GAP * np.arange(1, breaks.size + 1)

        def find(hits: Ints, positions: Ints) -> Spans:
            at = moved[hits] + positions
            at -= PARAGRAPH_GAP * gaps_end.searchsorted(at, "right")
            texts = begins[hits]
            return starts[at] - texts, ends[at] - texts

        return find

    def _breaks(self, begins: list[int], starts: Ints, cuts: list[int]) -> list[int]:
        """Give where, on the line, lines of the texts end before their last word."""
        found = []
        for shown, begin, first, end in zip(self._page, begins, cuts, cuts[1:], strict=False):
            last = int(starts[end - 1]) - begin if end > first else 0
            at = shown.text.find("\n", 0, last)
            while at >= 0:
                found.append(begin + at)
                at = shown.text.find("\n", at + 2, last)  # of two in a row one tells it all
        return found


def _runs(hits: Ints) -> Iterator[tuple[int, int, int]]:
    """Give the hits among numbers in order, and where the run of each begins and ends."""
    if hits.size:
        cuts = (hits[1:] != hits[:-1]).nonzero()[0] + 1
        own = hits[np.concatenate(([0], cuts))].tolist()
        yield from zip(own, (0, *cuts.tolist()), (*cuts.tolist(), hits.size), strict=True)
