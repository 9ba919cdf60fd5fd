"""Which documents of a segment hold a word, a phrase or any of some forms, and how often."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

import numpy as np

from search.backends.whoosh.arrays import NOTHING, Array, Floats, Ints, Mask
from search.backends.whoosh.chosen import Rows
from search.backends.whoosh.held import COMMON, Held

_SAID = "said"
"""Words of articles, counted in some of their statements: not corrected for any length."""

Norms = Callable[[str], Floats]
"""Gives, for a field, what frequencies in some documents are divided by."""


class Holding:
    """Documents that hold something in any of some fields; ``fields`` has that first which most hold it in."""

    def __init__(self, size: int, fields: Sequence[tuple[str, float, Held]], dead: Ints = NOTHING) -> None:
        """Take the fields where it stands: of each its name and weight, and who holds it there.

        ``dead`` are the deleted documents, if they may be among these.
        """
        self._size, self._dead, self.is_live = size, dead, not dead.size
        found = [one for one in fields if one[2].bound]
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
        return (self.fields[0][2].count if self.fields else 0) + self._others.size - dead

    @cached_property
    def numbers(self) -> Array:
        """The documents, in order."""
        one = self.fields[0][2].documents if self.fields else NOTHING
        others = self._others
        return np.sort(np.concatenate((one, others)), kind="stable") if others.size else one

    @cached_property
    def _others(self) -> Array:
        """The documents that hold it in another field only. There are two at most."""
        if len(self.fields) < 2:
            return NOTHING
        more, fewer = [held for _, _, held in self.fields]
        return fewer.documents.compress(~more.holds(fewer.documents))

    def holds(self, rows: Rows) -> Mask:
        """Say of some documents, or of all, whether they hold it."""
        if not self.fields:
            return np.zeros(self._size if isinstance(rows, slice) else rows.size, np.bool_)
        found = self.fields[0][2].holds(rows)
        for _, _, held in self.fields[1:]:
            found = found | held.holds(rows)
        return found

    def mark(self, mask: Mask) -> None:
        """Set the bits of the documents, and maybe of deleted ones."""
        for _, _, held in self.fields:
            held.mark(mask)

    def frequency(self, rows: Array, norms: Norms | None = None) -> Floats:
        """Give how often each of some documents holds it, weighted by field and corrected for its length.

        ``norms`` gives, for a field, what the frequencies in these documents are divided by; what is said has none.
        """
        total: Floats | None = None
        for name, weight, held in self.fields:
            counts = held.at(rows)
            if total is not None and held.bound * COMMON < rows.size:
                there: Ints = np.flatnonzero(counts != 0)
                own = weight * counts.take(there)
                total[there] += own / norms(name).take(there) if norms and name != _SAID else own
                continue
            own = counts if weight == 1.0 else weight * counts
            share: Floats = own / norms(name) if norms and name != _SAID else own.astype(np.float64)
            total = share if total is None else total + share
        return np.zeros(rows.size) if total is None else total
