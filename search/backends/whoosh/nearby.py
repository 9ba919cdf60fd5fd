"""Words near each other in one field of one segment: ``search.occurrences.windows``, counted in all its documents.

Of the articles that hold all the words, or of all if these are many, the places become bits (``stretches.py``), some
articles at a time, so that the work fits into a processor's cache; statements are cut out of these bits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from search.analysis import stem
from search.backends.whoosh.arrays import (
    NOTHING,
    Array,
    Ints,
    counted,
    first_of_runs,
    laid_out,
    narrow,
    starts,
    type_for,
)
from search.backends.whoosh.chosen import Chosen, found_at
from search.backends.whoosh.postings import Postings
from search.backends.whoosh.ranges import Ranges
from search.backends.whoosh.said_words import SaidWords
from search.backends.whoosh.stretches import SIZE, Cut, Stretches, words_for
from search.deadline import check_time
from search.query.leaves import Phrase

Counts = tuple[Array, Array]
"""Documents in order, and how often each holds something."""
_NOWHERE: Counts = NOTHING, NOTHING

_AT_ONCE = 1 << 15
"""About how many words of bits are looked at together."""
_MOST = 0.75
"""If so many of the articles hold all the words, the others are looked at as well, and not left out first."""
_FEW = 32
"""If one in so many holds a word at most, it is looked up who holds the others."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is known of the statements of a field: whose each is, which hold a stem, and where they stand."""

    articles: Ints
    words: SaidWords
    ranges: Ranges


def count_windows(leaf: Phrase, field: Postings, said: Said | None = None) -> tuple[Counts, Counts]:
    """Count the windows that begin with one of the words and hold all, the last at most ``near`` after the first.

    They are counted in articles and, if it is told what these say, within statements. Raises OutOfTime.
    """
    assert leaf.near is not None
    words, near = dict.fromkeys(leaf.words), leaf.near
    stems = [number for word in words if (number := field.number(stem(word.form))) is not None]
    if len(stems) < len(words):
        return _NOWHERE, _NOWHERE
    size = len(field.bases) - 1
    articles = _in_all([field.articles(number)[0] for number in stems], size)
    if articles.size > _MOST * size:
        articles = np.arange(size)
    bases, ends = field.bases.take(articles).astype(np.int64), field.bases.take(articles + 1).astype(np.int64)
    standing = [_Standing(field, number, articles, word.capital) for word, number in zip(words, stems, strict=True)]
    spoken = _Spoken(said, stems, articles, bases, ends) if said else None
    found: list[Counts] = []
    for first, end in _parts(ends - bases):
        check_time()
        laid = Stretches(ends[first:end] - bases[first:end])
        moved = laid.first[:-1] * SIZE - bases[first:end]
        bits = [laid.bits(word.within(first, end, moved)) for word in standing]
        often = laid.counts(laid.windows(bits, near))
        found.append(_some(articles[first:end], often))
        if spoken:
            spoken.count(first, end, moved, bits, near)
    return _joined(found, size), spoken.counts() if spoken else _NOWHERE


def _in_all(lists: Sequence[Array], size: int) -> Ints:
    """Give the numbers, of ``size``, that are in each of several lists in order."""
    found, *others = sorted(lists, key=len)
    for one in others:
        if found.size * _FEW < one.size:
            found = found.compress(found_at(one, found)[1])
        else:
            found = one.compress(Chosen(size, found).mask.take(one))
    return found.astype(np.int64)


def _where(wanted: Ints, known: Array, size: int) -> Ints:
    """Give where those numbers, of ``size``, that are wanted stand among others, which hold them all."""
    if wanted.size * _FEW < known.size:
        return found_at(known, wanted)[0]
    return np.flatnonzero(Chosen(size, wanted).mask.take(known))


def _parts(lengths: Ints) -> Iterator[tuple[int, int]]:
    """Cut stretches into runs of about so many words of bits, from one to before another."""
    words = starts(words_for(lengths))
    edges = np.unique(words.searchsorted(np.arange(0, int(words[-1]), _AT_ONCE)))
    yield from pairwise([*edges.tolist(), lengths.size])


class _Standing:
    """Where a word stands in some articles, which are all of a segment or all hold it."""

    def __init__(self, field: Postings, stem: int, articles: Ints, capital: bool) -> None:
        documents, counts = field.articles(stem)
        self._places, self._marks = field.line(stem), field.marks(stem) if capital else None
        self._rows, self._many = documents, counts
        if articles.size < len(field.bases) - 1:
            at = _where(articles, documents, len(field.bases) - 1)
            self._rows, self._many = np.arange(articles.size), counts.take(at)
            chosen = laid_out(starts(counts).take(at), self._many.astype(np.int64))
            self._places = self._places.take(chosen)
            self._marks = None if self._marks is None else self._marks.take(chosen)
        self._starts = starts(self._many)

    def within(self, first: int, end: int, moved: Ints) -> Ints:
        """Give the places in the articles from one to before another, each moved by as much as its article is."""
        rows = slice(*self._rows.searchsorted(np.array((first, end))).tolist())
        run = slice(int(self._starts[rows.start]), int(self._starts[rows.stop]))
        found = self._places[run] + moved.take(self._rows[rows] - first).repeat(self._many[rows])
        return found if self._marks is None else found.compress(self._marks[run] & 1)


class _Spoken:
    """Counts windows within the statements that hold all of some stems."""

    def __init__(self, said: Said, stems: Sequence[int], articles: Ints, bases: Ints, ends: Ints) -> None:
        """Take the articles that hold them, and their first places and those behind their last."""
        self._size, self._counted = said.articles.size, list[Counts]()
        holding = Chosen(self._size, _in_all([said.words.statements(number)[0] for number in stems], self._size))
        self._first, end, self._statements = said.ranges.of(holding, bases, ends)
        self._lengths, self._layered = end - self._first, said.ranges.layered
        self._rows = articles.searchsorted(said.articles.take(self._statements))

    def count(self, first: int, end: int, moved: Ints, bits: Sequence[Array], near: int) -> None:
        """Count in the articles from one to before another, whose places were moved, from the bits of the words."""
        run = slice(*self._rows.searchsorted((first, end)).tolist())
        rows = self._rows[run]
        if not rows.size:
            return
        own = self._statements[run]
        cut = Cut(self._first[run] + moved.take(rows - first), self._lengths[run])
        windows = cut.stretches.windows([cut.out_of(word) for word in bits], near)
        often = cut.stretches.counts(windows)
        if self._layered is not None:
            layered = self._layered.take(own)
            often[layered] = 0
            begins, rows = cut.standing(windows, layered)
            # Where ranges of a statement overlap, a window lies in both.
            pairs = np.unique(np.stack((own.take(rows), begins)), axis=1)
            self._counted.append(counted(pairs[0]))
        self._counted.append(_some(own, often))

    def counts(self) -> Counts:
        """Give what was counted. A statement can stand in several places."""
        return _joined(self._counted, self._size)


def _some(documents: Ints, often: Array) -> Counts:
    """Give those of some documents of which any is counted."""
    kept = np.flatnonzero(often)
    return documents.take(kept), often.take(kept)


def _joined(found: Sequence[Counts], size: int) -> Counts:
    """Join what was counted in parts, of ``size`` documents."""
    documents, often = (np.concatenate(parts) for parts in zip(_NOWHERE, *found, strict=True))
    if bool((documents[1:] <= documents[:-1]).any()):
        order = documents.argsort(kind="stable")
        documents = documents.take(order)
        first = first_of_runs(documents)
        documents, often = documents.take(first), np.add.reduceat(often.take(order), first)
    return documents.astype(type_for(size)), narrow(often)
