"""Which documents of a segment hold something in one place, and how often: lists, joined as they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from search.backends.whoosh.arrays import NOTHING, Array, Ints, Mask, first_of_runs, type_for
from search.backends.whoosh.chosen import Rows, at, found_at, without

COMMON = 16
"""What one in so many documents holds has its counts kept in a row of all documents, once they are asked for."""


class Held:
    """Documents that hold something in one place, and how often each does: the sum of several lists, each in order."""

    def __init__(self, size: int, found: Sequence[tuple[Array, Array]], dead: Ints = NOTHING) -> None:
        """Take lists of some of ``size`` documents, with counts; those that are ``dead`` are left out."""
        self._size, self._dead = size, dead
        self._found = found if len(found) < 2 else [one for one in found if one[0].size]
        self._most = min(sum([documents.size for documents, _ in self._found]), size)
        self._row: Array | None = None
        # Of several long lists the row is made first, and one list from it if that is asked for.
        self._is_summed = len(self._found) > 1 and self.is_common

    @cached_property
    def _listed(self) -> tuple[Array, Array]:
        if len(self._found) < 2:
            return without(self._dead, *self._found[0]) if self._found else (NOTHING, NOTHING)  # type: ignore[return-value]
        if self._is_summed:
            row = self._every()
            documents = np.flatnonzero(row != 0)
            return documents.astype(type_for(self._size)), row.take(documents)
        documents, counts = (np.concatenate(parts) for parts in zip(*self._found, strict=True))
        order = documents.argsort(kind="stable")
        documents = documents.take(order)
        first = first_of_runs(documents)
        summed = np.add.reduceat(counts.take(order).astype(np.int64), first)
        return without(self._dead, documents.take(first), summed)  # type: ignore[return-value]

    @property
    def documents(self) -> Array:
        """The documents, in order."""
        return self._listed[0]

    @property
    def counts(self) -> Array:
        """How often each of them holds it."""
        return self._listed[1]

    @property
    def bound(self) -> int:
        """How many there can be."""
        return self._most

    @property
    def count(self) -> int:
        """How many there are."""
        return int(np.count_nonzero(self._every())) if self._is_summed else self.documents.size

    @property
    def is_common(self) -> bool:
        """Whether so many hold it that their counts are kept in a row."""
        return self._most * COMMON > self._size

    @property
    def bytes(self) -> int:
        """About how many bytes it takes beside mapped files, or will when it is asked."""
        own = sum([values.nbytes for one in self._found for values in one if values.base is None])
        each = sum([values.itemsize for values in self._found[0]]) if self._found else 0
        joined = each * self._most if len(self._found) > 1 or self._dead.size else 0
        return own + joined + self.is_common * self._size

    def holds(self, rows: Rows) -> Mask:
        """Say of some documents, or of all, whether they hold it."""
        if isinstance(rows, np.ndarray) and self._are_looked_up(rows):
            return found_at(self.documents, rows)[1]
        found: Mask = at(self._every(), rows) != 0
        return found

    def at(self, rows: Array) -> Array:
        """Give how often each of some documents holds it."""
        if self._is_summed:
            return self._every().take(rows)
        documents, counts = self._listed
        if rows is documents:
            return counts
        if self._are_looked_up(rows):
            places, is_there = found_at(documents, rows)
            return np.where(is_there, counts.take(places), 0) if documents.size else np.zeros(rows.size)
        return self._every().take(rows)

    def mark(self, mask: Mask) -> None:
        """Set the bits of the documents."""
        if self.is_common:
            np.logical_or(mask, self._every(), out=mask)
            return
        for documents, _ in self._found:
            mask[documents.astype(np.int64)] = True
        mask[self._dead] = False

    def _are_looked_up(self, rows: Array) -> bool:
        """Say whether to look each row up is sooner done than to lay out a row of all: by what either takes, about.

        A row that is kept is worth more.
        """
        times = 64 if self.is_common else 16
        return self._row is None and not self._is_summed and times * rows.size < 1_000 + self._size // 64 + self._most

    def _every(self) -> Array:
        if self._row is not None:
            return self._row
        if self._is_summed:
            row = self._summed()
        else:
            documents, counts = self._listed
            row = np.zeros(self._size, counts.dtype)
            row[documents.astype(np.int64)] = counts
        if self.is_common:
            self._row = row
        return row

    def _summed(self) -> Array:
        row = np.zeros(self._size, type_for(sum([int(counts.max()) for _, counts in self._found])))
        for documents, counts in self._found:
            # With numbers of these types numpy takes half the time.
            np.add.at(row, documents.astype(np.int64), counts.astype(row.dtype))
        row[self._dead] = 0
        return row
