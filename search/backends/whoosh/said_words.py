"""Which statements hold each stem, and how often: found once, when a segment is written, as common words have millions
of places."""

from __future__ import annotations

import numpy as np

from search.backends.whoosh.arrays import Array, counted, starts, type_for
from search.backends.whoosh.packed import Packed
from search.backends.whoosh.packing import Packing
from search.backends.whoosh.postings import Postings
from search.backends.whoosh.ranges import Ranges

_CHUNK = 1 << 17
"""Places that are looked at together, about."""


def write_said(packing: Packing, field: str) -> None:
    """Write the columns of a field from its postings and from where statements stand in it."""
    written = packing.so_far()
    postings, ranges = Postings(written, field, mapped=False), Ranges(written, field)
    statements = len(written.array("statement.kind"))
    extents = postings.extents
    numbers = packing.growing(f"{field}.said", type_for(statements))
    counts = packing.growing(f"{field}.said_counts", type_for(int(extents.max()) if extents.size else 0))
    per_stem = np.zeros(len(postings.stems), np.int64)
    for stems, line in postings.lines(_CHUNK):
        places = line.astype(np.int64)
        runs, said = ranges.pairs(places, places)
        found, many = counted(np.sort(stems[runs] * statements + said))
        numbers.add(found % max(statements, 1))
        counts.add(many)
        held, times = counted(found // max(statements, 1))
        per_stem[held] += times
    numbers.close()
    counts.close()
    packing.save(f"{field}.said_starts", starts(per_stem))


class SaidWords:
    """A field's columns, opened."""

    def __init__(self, packed: Packed, field: str) -> None:
        """Open what ``write_said`` wrote."""
        self._numbers, self._counts, self._starts = (
            packed.array(f"{field}.{name}") for name in ("said", "said_counts", "said_starts")
        )

    def statements(self, stem: int) -> tuple[Array, Array]:
        """Give the statements that hold a stem, in order, and how often each does."""
        run = slice(int(self._starts[stem]), int(self._starts[stem + 1]))
        return self._numbers[run], self._counts[run]
