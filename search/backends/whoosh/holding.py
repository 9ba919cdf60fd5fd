"""Which documents of a segment hold a word, a phrase or any of some forms, and how often."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np

from search.backends.whoosh.arrays import NOTHING, Array, Floats, Ints, Mask, first_of_runs, narrow, type_for
from search.backends.whoosh.chosen import Rows, at, found_at

_COMMON = 16
"""What one in so many documents holds has its counts kept in a row of all documents, once they are asked for."""


_SAID = "said"
"""Words of articles, counted in some of their statements: not corrected for any length."""

Norms = Callable[[str], Floats]
"""Gives, for a field, what frequencies in some documents are divided by."""


class Held:
    """Documents that hold something in one place, in order, and how often each does."""

    def __init__(self, size: int, documents: Array, counts: Array) -> None:
        """Take some of ``size`` documents."""
        self._size, self.documents, self.counts = size, documents, counts
        self._row: Array | None = None

    @property
    def bound(self) -> int:
        """How many there are."""
        return self.documents.size

    @property
    def numbers(self) -> Array:
        """The documents, in order."""
        return self.documents

    @property
    def is_common(self) -> bool:
        """Whether so many hold it that their counts are kept in a row."""
        return self.documents.size * _COMMON > self._size

    @property
    def bytes(self) -> int:
        """About how many bytes it takes beside mapped files, or will when it is asked."""
        own = sum(values.nbytes for values in (self.documents, self.counts) if values.base is None)
        return own + self.is_common * self._size * self.counts.itemsize

    def holds(self, rows: Rows) -> Mask:
        """Say of some documents, or of all, whether they hold it."""
        if isinstance(rows, np.ndarray) and self._are_looked_up(rows):
            return found_at(self.documents, rows)[1]
        found: Mask = at(self._every(), rows) != 0
        return found

    def at(self, rows: Array) -> Array:
        """Give how often each of some documents holds it."""
        if rows is self.documents:
            return self.counts
        if self._are_looked_up(rows):
            places, is_there = found_at(self.documents, rows)
            return np.where(is_there, self.counts.take(places), 0) if self.documents.size else np.zeros(rows.size)
        return self._every().take(rows)

    def _are_looked_up(self, rows: Array) -> bool:
        """Say whether to look each row up is sooner done than to lay out a row of all: by what either takes, about.

        A row that is kept is worth more.
        """
        times = 64 if self.is_common else 16
        return self._row is None and times * rows.size < 1_000 + self._size // 64 + self.documents.size

    def _every(self) -> Array:
        if self._row is not None:
            return self._row
        row = np.zeros(self._size, self.counts.dtype)
        row[self.documents] = self.counts
        if self.is_common:
            self._row = row
        return row


def together(found: Sequence[tuple[Array, Array]], size: int) -> tuple[Array, Array]:
    """Give the documents, of ``size``, that any of several lists has, in order, with their counts added."""
    held = [one for one in found if one[0].size]
    if len(held) < 2:
        return held[0] if held else (NOTHING, NOTHING)
    if sum([documents.size for documents, _ in held]) * _COMMON < size:
        documents, counts = (np.concatenate(parts) for parts in zip(*held, strict=True))
        order = documents.argsort(kind="stable")
        documents = documents.take(order)
        first = first_of_runs(documents)
        return documents.take(first), np.add.reduceat(counts.take(order).astype(np.int64), first)
    every = np.zeros(size, np.uint32)
    for documents, counts in held:
        every[documents] += counts.astype(np.uint32)
    documents = np.flatnonzero(every)
    return documents.astype(type_for(size)), narrow(every.take(documents))


class Holding:
    """Documents that hold something in any of some fields; ``fields`` has that first which most hold it in."""

    def __init__(self, size: int, fields: Sequence[tuple[str, float, Held]], dead: Ints = NOTHING) -> None:
        """Take the fields where it stands: of each its name and weight, and who holds it there.

        ``dead`` are the deleted documents, if they may be among these.
        """
        self._size, self._dead, self.is_live = size, dead, not dead.size
        found = [one for one in fields if one[2].documents.size]
        self.fields = found if len(found) < 2 else sorted(found, key=lambda field: -field[2].bound)

    @property
    def bound(self) -> int:
        """How many there can be."""
        return min(sum(held.bound for _, _, held in self.fields), self._size)

    @property
    def bytes(self) -> int:
        """About how many bytes it takes beside mapped files, or will when it is asked."""
        joined = self.bound * 4 if len(self.fields) > 1 else 0
        return joined + sum(held.bytes for _, _, held in self.fields)

    @cached_property
    def count(self) -> int:
        """How many live documents there are."""
        dead = 0 if self.is_live or not self.fields else int(np.count_nonzero(self.holds(self._dead)))
        return self._one.size + self._others.size - dead

    @cached_property
    def numbers(self) -> Array:
        """The documents, in order."""
        one, others = self._one, self._others
        return np.sort(np.concatenate((one, others)), kind="stable") if others.size else one

    @property
    def _one(self) -> Array:
        """The documents that hold it in the field where most do."""
        return self.fields[0][2].documents if self.fields else NOTHING

    @cached_property
    def _others(self) -> Array:
        """The documents that hold it in another field only. There are two at most."""
        if len(self.fields) < 2:
            return NOTHING
        more, fewer = [held.documents for _, _, held in self.fields]
        return fewer.compress(~found_at(more, fewer)[1])

    def holds(self, rows: Rows) -> Mask:
        """Say of some documents, or of all, whether they hold it."""
        if not self.fields:
            return np.zeros(self._size if isinstance(rows, slice) else rows.size, np.bool_)
        found = self.fields[0][2].holds(rows)
        for _, _, held in self.fields[1:]:
            found = found | held.holds(rows)
        return found

    def frequency(self, rows: Array, norms: Norms | None = None) -> Floats:
        """Give how often each of some documents holds it, weighted by field and corrected for its length.

        ``norms`` gives, for a field, what the frequencies in these documents are divided by; what is said has none.
        """
        total: Floats | None = None
        for name, weight, held in self.fields:
            counts = held.at(rows)
            if total is not None and held.bound * _COMMON < rows.size:
                there: Ints = np.flatnonzero(counts)
                own = weight * counts.take(there)
                total[there] += own / norms(name).take(there) if norms and name != _SAID else own
                continue
            own = counts if weight == 1.0 else weight * counts
            share: Floats = own / norms(name) if norms and name != _SAID else own.astype(np.float64)
            total = share if total is None else total + share
        return np.zeros(rows.size) if total is None else total
