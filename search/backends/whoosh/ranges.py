"""Where statements stand: ranges of places, in layers within which no two overlap."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from search.backends.whoosh.arrays import NOTHING, Array, Ints, Mask, laid_out, narrow, stand, stand_before, starts
from search.backends.whoosh.chosen import Chosen
from search.backends.whoosh.packed import Packed
from search.backends.whoosh.packing import Packing

_FEW = 32
"""Where statements stand in so few stretches, beside all ranges, ranges are looked for in these."""


def write_ranges(packing: Packing, field: str, first: Ints, end: Ints, statement: Ints) -> None:
    """Write the ranges of one field: a layer's ranges together, in order."""
    order = np.lexsort((end, first))
    first, end, statement = first[order], end[order], statement[order]
    layer = _layers(first, end)
    order = np.argsort(layer, kind="stable")
    sizes = np.bincount(layer) if layer.size else np.empty(0, np.int64)
    packing.save(f"ranges.{field}.layers", starts(sizes))
    packing.save(f"ranges.{field}.first", narrow(first[order]))
    packing.save(f"ranges.{field}.end", narrow(end[order]))
    packing.save(f"ranges.{field}.statement", narrow(statement[order]))


def _layers(first: Ints, end: Ints) -> Ints:
    """Give each range a layer: the first in which it overlaps none before it. Statements seldom overlap."""
    if first.size < 2 or bool(np.all(first[1:] >= np.maximum.accumulate(end)[:-1])):
        return np.zeros(first.size, np.int64)
    layers: list[int] = []
    ends: list[int] = []
    for start, stop in zip(first.tolist(), end.tolist(), strict=True):
        layer = next((number for number, taken in enumerate(ends) if taken <= start), len(ends))
        ends[layer : layer + 1] = [stop]
        layers.append(layer)
    return np.array(layers, np.int64)


class Ranges:
    """One field's ranges, opened."""

    def __init__(self, packed: Packed, field: str) -> None:
        """Open what ``write_ranges`` wrote."""
        names = ("first", "end", "statement")
        first, end, statement = (packed.array(f"ranges.{field}.{name}") for name in names)
        cuts = packed.array(f"ranges.{field}.layers")
        self._layers: list[tuple[Array, Array, Array]] = [
            (first[begin:stop], end[begin:stop], statement[begin:stop])
            for begin, stop in zip(cuts[:-1].tolist(), cuts[1:].tolist(), strict=True)
        ]

    def statements_at(self, first: Ints, last: Ints) -> Ints:
        """Give the statements that runs of places lie in, each run with each of them once, in no order."""
        return self.pairs(first, last)[1]

    def pairs(self, first: Ints, last: Ints) -> tuple[Ints, Ints]:
        """Give the same with the runs, by their numbers."""
        found = [self._in_layer(number, first, last) for number in range(len(self._layers))]
        if len(found) == 1:
            return found[0]
        if not found:
            return NOTHING, NOTHING
        runs, statements = (np.concatenate(parts) for parts in zip(*found, strict=True))
        pairs = np.unique(np.stack((runs, statements)), axis=1)
        return pairs[0], pairs[1]

    @cached_property
    def layered(self) -> Mask | None:
        """Say of each statement whether it stands in several layers, as one does whose ranges overlap; None if none."""
        if len(self._layers) < 2:
            return None
        owners = [np.unique(owners) for _, _, owners in self._layers]
        return np.bincount(np.concatenate(owners)) > 1

    def of(self, statements: Chosen, first: Ints, end: Ints) -> tuple[Ints, Ints, Ints]:
        """Give the ranges of some statements, in order of their first places: these, those behind the last, and whose.

        The statements stand in stretches of places, from each ``first`` to before its ``end``, in order.
        """
        found = [(NOTHING, NOTHING, NOTHING)]
        for begins, ends, owners in self._layers:
            if first.size * _FEW < begins.size:
                at = stand_before(begins, first)
                rows = laid_out(at, stand_before(begins, end) - at)
                rows = rows.compress(statements.holds(owners.take(rows)))
            else:
                rows = np.flatnonzero(statements.holds(owners))
            found.append((begins.take(rows), ends.take(rows), owners.take(rows)))
        begins, ends, owners = (np.concatenate(parts) for parts in zip(*found, strict=True))
        if len(self._layers) < 2:
            return begins, ends, owners
        order = begins.argsort(kind="stable")
        return begins.take(order), ends.take(order), owners.take(order)

    def _in_layer(self, number: int, first: Ints, last: Ints) -> tuple[Ints, Ints]:
        begins, ends, statements = self._layers[number]
        at = stand(begins, first) - 1
        runs = np.flatnonzero((at >= 0) & (last < ends[at]))
        return runs, statements[at[runs]].astype(np.int64)
