"""Which documents of a segment satisfy a tree: found from the leaf with the fewest, of which the others leave some out.

Where one leaf of those that must all match has few documents, the others are asked of these alone; where every one has
many, all of a segment's rows are looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from search.backends.whoosh.arrays import NOTHING, Array, Mask, counted
from search.backends.whoosh.chosen import ALL, FEW, Part, Rows
from search.deadline import check_time
from search.query.nodes import And, Not, Or, Query

_MANY = 4
"""One in so many documents of a segment is many: a pass over all of them costs no more."""


class _All:
    def __init__(self, parts: Sequence[Part], size: int) -> None:
        self._parts, self._size = sorted(parts, key=lambda part: part.bound), size
        self.bound = self._parts[0].bound
        self.is_live = any(part.is_live for part in parts)

    @property
    def numbers(self) -> Array:
        first, *others = self._parts
        if first.bound * _MANY > self._size:
            return np.flatnonzero(self.holds(ALL))
        numbers = first.numbers
        for part in others:
            check_time()
            if numbers.size:
                numbers = numbers.compress(part.holds(numbers))
        return numbers

    def holds(self, rows: Rows) -> Mask:
        found = self._parts[0].holds(rows)
        for part in self._parts[1:]:
            check_time()
            found = found & part.holds(rows)
        return found

    def mark(self, mask: Mask) -> None:
        mask[self.numbers] = True


class _Any:
    def __init__(self, parts: Sequence[Part], size: int) -> None:
        self._parts, self._size = parts, size
        self.bound = min(sum([part.bound for part in parts]), size)
        self.is_live = all(part.is_live for part in parts)

    @property
    def numbers(self) -> Array:
        if self.bound * FEW < self._size:
            return counted(np.sort(np.concatenate([NOTHING, *(part.numbers for part in self._parts)])))[0]
        return np.flatnonzero(self._every())

    def holds(self, rows: Rows) -> Mask:
        if isinstance(rows, slice) or not self._parts:
            return self._every()[rows]
        found = self._parts[0].holds(rows)
        for part in self._parts[1:]:
            check_time()
            found = found | part.holds(rows)
        return found

    def mark(self, mask: Mask) -> None:
        for part in self._parts:
            check_time()
            part.mark(mask)

    def _every(self) -> Mask:
        mask = np.zeros(self._size, np.bool_)
        self.mark(mask)
        return mask


class _Without:
    is_live = False

    def __init__(self, part: Part, size: int) -> None:
        self._part, self.bound = part, size

    @property
    def numbers(self) -> Array:
        return np.flatnonzero(self.holds(ALL))

    def holds(self, rows: Rows) -> Mask:
        return ~self._part.holds(rows)

    def mark(self, mask: Mask) -> None:
        mask |= self.holds(ALL)


def plan(node: Query, leaf: Callable[[Query], Part], size: int) -> Part:
    """Give a tree over ``size`` documents as a part, from what gives its leaves. Raises OutOfTime."""
    check_time()
    if isinstance(node, And):
        return _All([plan(child, leaf, size) for child in node.children], size)
    if isinstance(node, Or):
        return _Any([plan(child, leaf, size) for child in node.children], size)
    if isinstance(node, Not):
        return _Without(plan(node.child, leaf, size), size)
    return leaf(node)
