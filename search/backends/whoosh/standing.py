"""Where in the hits of a page a query's leaves stand, as positions of words: looked up in each leaf's places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from search.analysis import stem
from search.backends.whoosh.arrays import Array, Ints, stand_before
from search.backends.whoosh.evaluate import Evaluator
from search.backends.whoosh.occurrences import is_any
from search.documents import StatementField
from search.occurrences import WordLeaf, windows
from search.query.leaves import Forms, Word

Found = tuple[int, int, int, bool]
"""A hit, and which of the runs that were found are its, from one to before another; and whether they match as one."""


class Standing:
    """The runs of words that match in one field of some hits, one after the other.

    ``hits`` says whose each run is, ``first`` and ``last`` the positions of its first and last word.
    """

    def __init__(self, evaluator: Evaluator, field: StatementField, articles: Sequence[int]) -> None:
        """Take the hits' articles, by number."""
        self._evaluator, self._field = evaluator, field
        self._postings = evaluator.segment.fields[field]
        own = np.array(articles, np.int64)
        self._bounds = self._postings.bases.take(np.concatenate((own, own + 1)))
        self._bases = self._bounds[: own.size].tolist()
        self.hits: list[int] = []
        self.first: list[int] = []
        self.last: list[int] = []

    def find(self, leaf: WordLeaf) -> Iterator[Found]:
        """Find where a leaf matches: what is found is added to the runs."""
        if isinstance(leaf, Word):
            yield from self._singly(self._word(leaf), 1)
        elif isinstance(leaf, Forms):
            yield from self._singly(self._any_form(leaf), 1)
        elif leaf.near is None:
            first = self._evaluator.places(leaf, self._field).first
            yield from self._singly(self._among(first), len(leaf.words))
        else:
            yield from self._near(leaf.words, leaf.near)

    def _singly(self, found: dict[int, list[int]], words: int) -> Iterator[Found]:
        """Add runs of so many words, each of which matches by itself."""
        for hit, positions in found.items():
            if not positions:
                continue  # another form of the word stands there
            begin = len(self.hits)
            self.hits += [hit] * len(positions)
            self.first += positions
            self.last += positions if words == 1 else [position + words - 1 for position in positions]
            yield hit, begin, len(self.hits), False

    def _near(self, words: Sequence[Word], near: int) -> Iterator[Found]:
        standing = [self._word(word) for word in dict.fromkeys(words)]
        for hit in sorted(set(standing[0]).intersection(*standing[1:])):
            for window in windows([positions[hit] for positions in standing], near):
                begin = len(self.hits)
                self.hits += [hit] * len(window)
                self.first += window
                self.last += window
                yield hit, begin, len(self.hits), True

    def _word(self, word: Word) -> dict[int, list[int]]:
        """Give the positions of any form of a word, by the hits that hold it."""
        at = self._postings.number(stem(word.form))
        if at is None:
            return {}
        return self._among(self._postings.line(at), self._postings.marks(at) if word.capital else None)

    def _among(self, places: Array, marks: Array | None = None) -> dict[int, list[int]]:
        """Give the positions of those places in order that are in the hits; with ``marks``, of those in capitals."""
        found: dict[int, list[int]] = {}
        if not places.size:
            return found
        cuts, many = self._cuts(places).tolist(), len(self._bases)
        for hit, base in enumerate(self._bases):
            first, end = cuts[hit], cuts[many + hit]
            if first < end:
                own = places[first:end]
                if marks is not None:
                    own = own.compress(marks[first:end] & 1)
                found[hit] = [place - base for place in own.tolist()]
        return found

    def _any_form(self, leaf: Forms) -> dict[int, list[int]]:
        """Give the positions of any of some forms, by the hits that hold one."""
        lines, many = self._evaluator.lines(leaf, self._field), len(self._bases)
        if not lines:
            return {}
        cuts = np.array([self._cuts(line) for line, _, _ in lines])
        found: dict[int, list[int]] = {}
        for at, hit in np.argwhere(cuts[:, :many] < cuts[:, many:]).tolist():
            line, marks, numbers = lines[at]
            run = slice(cuts[at, hit], cuts[at, many + hit])
            own = line[run] if numbers is None else line[run].compress(is_any(marks[run], numbers))
            found.setdefault(hit, []).extend([place - self._bases[hit] for place in own.tolist()])
        return {hit: sorted(found[hit]) for hit in sorted(found)}

    def _cuts(self, places: Array) -> Ints:
        """Give how many of some places in order come before each hit's first, and after these before each one's end."""
        if places.dtype == self._bounds.dtype:
            return places.searchsorted(self._bounds)
        return stand_before(places, self._bounds.astype(np.int64))
