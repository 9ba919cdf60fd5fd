"""The words of one field on their way into a segment: gathered article by article, put in order stem by stem.

A *run* holds the words of some articles in the order of their stems, and within a stem in that of the articles; what
does not fit in memory waits in runs on the disk. At the end the runs are laid together, a batch of stems at a time, so
that neither a whole field nor a whole merged segment is ever in memory.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

import numpy as np

from search.backends.whoosh.arrays import Array, Ints, Mask, sorted_order
from search.backends.whoosh.field_words import FieldWords
from search.backends.whoosh.growing import GrowingForms
from search.backends.whoosh.packed import WrittenColumn
from search.backends.whoosh.postings import Postings

_RUN = 1 << 20
"""Words that are gathered before they become a run on the disk: twelve bytes each, and four times that to sort."""
_BATCH = 1 << 18
"""Words that are laid together at once, if no stem has more."""


class Words(NamedTuple):
    """Words of a field in order: the rank of each one's stem, its article, its position, and its form's mark."""

    ranks: Array
    articles: Array
    positions: Array
    marks: Array


class _Run(Protocol):
    @property
    def stems(self) -> Ints:
        """The numbers of the stems, in the order of their bytes."""
        ...

    @property
    def starts(self) -> Ints:
        """Where the words of each stem begin, and where the last one's end; those of the dead among them."""
        ...

    def words(self, first: int, end: int) -> Words:
        """Give the words of the stems from one to before another, ranked as they stand in this run."""
        ...

    def pieces(self, first: int, end: int) -> Iterator[Words]:
        """Give the same some articles at a time, if ``end`` is the next stem."""
        ...


class WordPool:
    """Gathers the words of a field."""

    def __init__(self, folder: Path, name: str, forms: GrowingForms) -> None:
        """Begin with none. Runs are kept in a folder, under a name."""
        self._folder, self._name, self._forms = folder, name, forms
        self._runs: list[_Run] = []
        self._extents = array("q")
        self._begin()

    def _begin(self) -> None:
        self._first = len(self._extents)
        # Of a short field, an array for each article would take several times what is in it.
        self._lengths, self._codes, self._positions = array("q"), array("I"), array("I")

    @property
    def extents(self) -> Ints:
        """How many positions each article takes."""
        return np.array(self._extents, np.int64)

    def add(self, words: FieldWords) -> None:
        """Take the words of the next article."""
        self._lengths.append(len(words.codes))
        self._extents.append(words.extent)
        self._codes.frombytes(words.codes.astype(np.uint32, copy=False).tobytes())
        self._positions.frombytes(words.positions.astype(np.uint32).tobytes())
        if len(self._codes) >= _RUN:
            self._end_run(on_disk=True)

    def add_segment(self, postings: Postings, live: Mask) -> None:
        """Take the words of all live articles of a segment, in order."""
        self._end_run(on_disk=False)
        postings = Postings(postings.packed, postings.field, mapped=False)
        self._runs.append(_SegmentRun(postings, live, len(self._extents), self._forms))
        self._extents.extend(postings.extents[live].tolist())
        self._begin()

    def batches(self) -> Iterator[tuple[Ints, Iterator[Words]]]:
        """Give all words, some stems at a time: the stems' numbers in order, and their words, ranked in the batch.

        Words come all at once, or in pieces, each of other articles, if they are of one stem that stands everywhere.
        """
        self._end_run(on_disk=False)
        if not self._runs:
            return
        numbers = np.unique(np.concatenate([run.stems for run in self._runs]))
        stems = [self._forms.stem(number) for number in numbers.tolist()]
        order = np.array(sorted(range(len(stems)), key=stems.__getitem__), np.int64)
        ranks = np.empty(int(numbers[-1]) + 1 if numbers.size else 0, np.uint32)
        ranks[numbers[order]] = np.arange(len(order))
        ranked = [ranks[run.stems] for run in self._runs]
        sizes = np.zeros(len(order), np.int64)
        for run, own in zip(self._runs, ranked, strict=True):
            sizes[own] += np.diff(run.starts)
        first = 0
        for end in _cuts(sizes):
            cuts = [np.searchsorted(own, (first, end)).tolist() for own in ranked]
            if end - first == 1 and sizes[first] > _BATCH:
                words = _gathered(
                    piece._replace(ranks=np.zeros(len(piece.ranks), np.uint32))
                    for run, cut in zip(self._runs, cuts, strict=True)
                    for piece in run.pieces(*cut)
                )
            else:
                words = iter(
                    [
                        _laid_together(
                            [
                                words._replace(ranks=own[words.ranks] - first)
                                for run, own, cut in zip(self._runs, ranked, cuts, strict=True)
                                for words in (run.words(*cut),)
                            ]
                        )
                    ]
                )
            yield numbers[order[first:end]], words
            first = end

    def _end_run(self, on_disk: bool) -> None:
        if self._codes:
            codes, positions = (np.frombuffer(gathered, np.uint32) for gathered in (self._codes, self._positions))
            run = _sorted_run(codes, positions, self._lengths, self._first, self._forms)
            if on_disk:
                run = run.kept(self._folder, f"{self._name}.{len(self._runs)}")
            self._runs.append(run)
        self._begin()


class _ArrayRun(NamedTuple):
    """A run as arrays: its stems in memory, and its words there or on the disk."""

    stems: Ints
    starts: Ints
    articles: Array | WrittenColumn
    positions: Array | WrittenColumn
    marks: Array | WrittenColumn

    def words(self, first: int, end: int) -> Words:
        run = slice(int(self.starts[first]), int(self.starts[end]))
        ranks = np.repeat(np.arange(first, end, dtype=np.uint32), np.diff(self.starts[first : end + 1]))
        return Words(ranks, self.articles[run], self.positions[run], self.marks[run])

    def pieces(self, first: int, end: int) -> Iterator[Words]:
        yield self.words(first, end)  # a run is no longer than it may be

    def kept(self, folder: Path, name: str) -> _ArrayRun:
        """Give the same run, its words on the disk."""
        columns = []
        for column in ("articles", "positions", "marks"):
            values: Array = getattr(self, column)
            path = folder / f"{name}.{column}.run"
            values.tofile(path)
            columns.append(WrittenColumn(path, values.dtype, len(values)))
        return _ArrayRun(self.stems.astype(np.uint32), self.starts.astype(np.uint32), *columns)


class _SegmentRun:
    """The live articles of a segment as a run: read from its columns, which are in that order."""

    def __init__(self, postings: Postings, live: Mask, first: int, forms: GrowingForms) -> None:
        self._postings, self._live, self._numbers = postings, live, np.cumsum(live) - 1 + first
        self.stems = np.array([forms.stem_number(stem) for stem in postings.stem_bytes()], np.int64)
        self.starts = postings.place_starts

    def words(self, first: int, end: int) -> Words:
        return self._living(Words(*self._postings.words(first, end)))

    def pieces(self, first: int, end: int) -> Iterator[Words]:
        for stem in range(first, end):
            for words in self._postings.pieces(stem, _BATCH):
                yield self._living(Words(*words))

    def _living(self, words: Words) -> Words:
        words = Words(*(column[self._live[words.articles]] for column in words))
        return words._replace(articles=self._numbers[words.articles])


def _sorted_run(codes: Array, positions: Array, lengths: array[int], first: int, forms: GrowingForms) -> _ArrayRun:
    """Put the words of articles, the first of which is number ``first``, in the order of their stems."""
    stems, marks = forms.marked(codes)
    counts = np.bincount(stems)
    numbers = np.flatnonzero(counts)
    known = [forms.stem(number) for number in numbers.tolist()]
    by_bytes = np.array(sorted(range(len(known)), key=known.__getitem__), np.int64)
    ranks = np.empty(len(counts), np.uint32)
    ranks[numbers[by_bytes]] = np.arange(len(known))
    order = sorted_order(ranks[stems], len(known))
    articles = np.repeat(np.arange(first, first + len(lengths), dtype=np.uint32), np.frombuffer(lengths, np.int64))
    return _ArrayRun(
        numbers[by_bytes],
        np.concatenate(([0], np.cumsum(counts[numbers[by_bytes]]))),
        articles[order],
        positions[order],
        marks[order],
    )


def _cuts(sizes: Ints) -> Iterator[int]:
    """Give where batches of stems end, so that none has more words than a batch may unless it is of one stem."""
    ends = np.cumsum(sizes)
    at, taken = 0, 0
    while at < len(sizes):
        at = max(at + 1, int(np.searchsorted(ends, taken + _BATCH, side="right")))
        taken = int(ends[at - 1])
        yield at


def _gathered(pieces: Iterable[Words]) -> Iterator[Words]:
    """Give the same words in fewer pieces, of a batch each."""
    waiting: list[Words] = []
    for piece in pieces:
        waiting.append(piece)
        if sum(len(words.ranks) for words in waiting) >= _BATCH:
            yield _laid_together(waiting)
            waiting = []
    if waiting:
        yield _laid_together(waiting)


def _laid_together(words: Sequence[Words]) -> Words:
    """Lay the words of runs together by stem; within a stem the runs follow each other, and so do their articles."""
    if len(words) == 1:
        return words[0]
    joined = Words(*(np.concatenate(columns) for columns in zip(*words, strict=True)))
    most = int(joined.ranks.max()) if len(joined.ranks) else 0
    if not most:
        return joined
    order = sorted_order(joined.ranks, most + 1)
    return Words(*(column[order] for column in joined))
