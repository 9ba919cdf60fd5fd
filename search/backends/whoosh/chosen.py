"""Documents of a segment that are chosen, by number, by a mask or by what a column tells: the leaves of a plan.

Each can do two things: give its documents, and say of some rows whether they are among them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import numpy as np

from search.backends.whoosh.arrays import Array, Ints, Mask

ALL = slice(None)
"""Every row."""
Rows = Array | slice
FEW = 32
"""Of one in so many documents, no row of all is laid out: each is looked up."""


class Part(Protocol):
    """A part of a tree, over one segment. ``bound`` is how many documents there can be, at most or about.

    ``is_live`` says that no document of it is deleted.
    """

    is_live: bool

    @property
    def bound(self) -> int:
        """How many documents there can be."""
        ...

    @property
    def numbers(self) -> Array:
        """The documents, in order."""
        ...

    def holds(self, rows: Rows) -> Mask:
        """Say of some documents, or of all, whether they are among them."""
        ...

    def mark(self, mask: Mask) -> None:
        """Set the bits of the documents, and maybe of deleted ones."""
        ...


class Chosen:
    """Live documents that are known: by number or by a mask, of which the other is made when it is asked for."""

    __slots__ = ("_mask", "_numbers", "_rows", "_size")
    is_live = True

    def __init__(self, size: int, numbers: Array | None = None, mask: Mask | None = None) -> None:
        """Take the numbers, in order, or the mask of some of ``size`` documents."""
        self._size, self._numbers, self._mask = size, numbers, mask
        self._rows: Ints | None = None

    @property
    def bound(self) -> int:
        """How many there are."""
        return len(self.numbers)

    @property
    def bytes(self) -> int:
        """About how many bytes it takes, or will when it is asked."""
        numbers = self.numbers
        return numbers.nbytes + (8 * numbers.size if numbers.dtype != np.int64 else 0) + self._size

    @property
    def numbers(self) -> Array:
        """The documents, in order."""
        if self._numbers is None:
            self._numbers = np.flatnonzero(self.mask)
        return self._numbers

    @property
    def rows(self) -> Ints:
        """The same, as numpy takes rows of several columns without making them so each time."""
        if self._rows is None:
            self._rows = self.numbers.astype(np.int64, copy=False)
        return self._rows

    @property
    def mask(self) -> Mask:
        """Say of every document whether it is one of them."""
        if self._mask is None:
            self._mask = np.zeros(self._size, np.bool_)
            self._mask[self._numbers] = True
        return self._mask

    def holds(self, rows: Rows) -> Mask:
        """Say of some documents, or of all, whether they are among them."""
        if self._mask is None and isinstance(rows, np.ndarray) and rows.size * FEW < self._size:
            return found_at(self.numbers, rows)[1]
        return at(self.mask, rows)

    def mark(self, mask: Mask) -> None:
        """Set the bits of the documents."""
        if self._mask is None:
            mask[self.numbers] = True
        else:
            mask |= self._mask

    def without(self, others: Ints) -> Chosen:
        """Give them but for some that are among them."""
        return Chosen(self._size, without(others, self.numbers)[0]) if others.size else self


class Column:
    """What a column tells of each row. ``bound`` may be a guess: what is guessed to be few is asked first."""

    __slots__ = ("_test", "bound")
    is_live = False

    def __init__(self, bound: int, test: Callable[[Rows], Mask]) -> None:
        """Take what tells it."""
        self.bound, self._test = bound, test

    @property
    def numbers(self) -> Array:
        """The documents, in order."""
        return np.flatnonzero(self._test(ALL))

    def holds(self, rows: Rows) -> Mask:
        """Say of some documents, or of all, whether they are among them."""
        return self._test(rows)

    def mark(self, mask: Mask) -> None:
        """Set the bits of the documents."""
        mask |= self._test(ALL)


def at(values: Array, rows: Rows) -> Array:
    """Give a column's values in some rows, or in all: ``take`` needs half the time of an index."""
    return values.take(rows) if isinstance(rows, np.ndarray) else values


def found_at(known: Array, rows: Array) -> tuple[Ints, Mask]:
    """Give where rows stand among ``known``, which are in order, and whether they are there at all.

    The rows are made to fit the type of ``known``, which holds every number that there can be.
    """
    if not known.size:
        return np.zeros(rows.size, np.int64), np.zeros(rows.size, np.bool_)
    wanted = rows.astype(known.dtype, copy=False)
    place = known.searchsorted(wanted)
    place[place == known.size] = 0
    return place, known.take(place) == wanted


def without(others: Ints, known: Array, *columns: Array) -> tuple[Array, ...]:
    """Give documents in order but for some others, in order too, and the rows that are left of columns beside them."""
    if not others.size or not known.size:
        return known, *columns
    if known.size < others.size:
        kept = ~found_at(others, known)[1]
    else:
        at, is_there = found_at(known, others)
        if not is_there.any():
            return known, *columns
        kept = np.ones(known.size, np.bool_)
        kept[at[is_there]] = False
    return tuple([column.compress(kept) for column in (known, *columns)])
