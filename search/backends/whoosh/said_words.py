"""Which statements hold each stem, and how often: found once, when a segment is written, as common words have millions
of places."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from search.backends.whoosh.arrays import Array, counted, load, save, starts, type_for
from search.backends.whoosh.postings import Postings
from search.backends.whoosh.ranges import Ranges
from search.backends.whoosh.spools import GrowingColumn

_CHUNK = 1 << 17
"""Places that are looked at together, about."""


def write_said(folder: Path, field: str) -> None:
    """Write the columns of a field from its postings and from where statements stand in it."""
    postings, ranges = Postings(folder, field, mapped=False), Ranges(folder, field)
    statements = len(load(folder / "statement.kind.npy"))
    extents = postings.extents
    numbers = GrowingColumn(folder / f"{field}.said.npy", type_for(statements))
    counts = GrowingColumn(folder / f"{field}.said_counts.npy", type_for(int(extents.max()) if extents.size else 0))
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
    save(folder / f"{field}.said_starts.npy", starts(per_stem))


class SaidWords:
    """A field's columns, opened."""

    def __init__(self, folder: Path, field: str) -> None:
        """Open what ``write_said`` wrote."""
        self._numbers, self._counts, self._starts = (
            load(folder / f"{field}.{name}.npy") for name in ("said", "said_counts", "said_starts")
        )

    def statements(self, stem: int) -> tuple[Array, Array]:
        """Give the statements that hold a stem, in order, and how often each does."""
        run = slice(int(self._starts[stem]), int(self._starts[stem + 1]))
        return self._numbers[run], self._counts[run]
