"""Which documents of a segment hold a word, a phrase or any of some forms, and how often."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np

from search.backends.whoosh.arrays import Array, Floats, Ints, Mask
from search.backends.whoosh.chosen import Rows, at, found_at

_COMMON = 16
"""What one in so many documents holds has its counts kept in a row of all documents, once they are asked for."""


_SAID = "said"
"""Words of articles, counted in some of their statements: not corrected for any length."""


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
        if self._are_looked_up(rows):
            places, is_there = found_at(self.documents, rows)
            return np.where(is_there, self.counts.take(places), 0) if self.documents.size else np.zeros(rows.size)
        return self._every().take(rows)

    def _are_looked_up(self, rows: Array) -> bool:
        """Say whether to look each row up is sooner done than to lay out a row of all: by what either takes, about."""
        return self._row is None and 16 * rows.size < 1_000 + self._size // 64 + self.documents.size

    def _every(self) -> Array:
        if self._row is not None:
            return self._row
        row = np.zeros(self._size, self.counts.dtype)
        row[self.documents] = self.counts
        if self.is_common:
            self._row = row
        return row


class Holding:
    """Documents that hold something in any of some fields."""

    def __init__(self, size: int, fields: Sequence[tuple[str, float, Held]]) -> None:
        """Take the fields where it stands: of each its name and weight, and who holds it there."""
        self._size = size
        self._fields = [one for one in fields if one[2].documents.size]

    @property
    def bound(self) -> int:
        """How many there can be."""
        return min(sum(held.bound for _, _, held in self._fields), self._size)

    @property
    def bytes(self) -> int:
        """About how many bytes it takes beside mapped files, or will when it is asked."""
        joined = self.bound * 4 if len(self._fields) > 1 else 0
        return joined + sum(held.bytes for _, _, held in self._fields)

    @cached_property
    def numbers(self) -> Array:
        """The documents, in order."""
        if len(self._fields) < 2:
            return self._fields[0][2].documents if self._fields else np.empty(0, np.int64)
        fewer, more = sorted((held.documents for _, _, held in self._fields), key=len)
        others = fewer[~found_at(more, fewer)[1]]
        return np.sort(np.concatenate((more, others)), kind="stable") if others.size else more

    def holds(self, rows: Rows) -> Mask:
        """Say of some documents, or of all, whether they hold it."""
        if not self._fields:
            return np.zeros(self._size if isinstance(rows, slice) else rows.size, np.bool_)
        found = self._fields[0][2].holds(rows)
        for _, _, held in self._fields[1:]:
            found = found | held.holds(rows)
        return found

    def frequency(self, rows: Array, norms: Callable[[str], Floats] | None = None) -> Floats:
        """Give how often each of some documents holds it, weighted by field and corrected for its length.

        ``norms`` gives, for a field, what the frequencies in these documents are divided by; what is said has none.
        """
        total: Floats | None = None
        for name, weight, held in sorted(self._fields, key=lambda field: -field[2].bound):
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
