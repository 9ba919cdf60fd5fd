"""Arrays of numbers in order, and tables of strings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

NOTHING: Ints = np.empty(0, np.int64)


def type_for(most: int) -> np.dtype[Any]:
    """Give the smallest type that holds whole numbers from 0 to ``most``."""
    return np.dtype(np.min_scalar_type(most))


def narrow(values: Array) -> Array:
    """Give whole numbers, none below 0, in the smallest type that holds them all."""
    return values.astype(type_for(int(values.max()) if values.size else 0))


def starts(lengths: Iterable[int] | Array) -> Ints:
    """Give where each of several runs starts if they are laid end to end, and where the last one ends."""
    known = np.asarray(lengths if isinstance(lengths, np.ndarray) else list(lengths), dtype=np.int64)
    return np.concatenate(([0], np.cumsum(known))).astype(np.int64)


def stand(known: Array, values: Ints) -> Ints:
    """Give how many of ``known``, which are in order, are at most each value; there may be rows of these.

    The values are made to fit the type of ``known``: to widen a long mapped array would be to copy it. If they are
    many, and one row in order, ``known`` is looked up among them instead: the fewer among the more.
    """
    fitting = np.minimum(values, _most(known.dtype)).astype(known.dtype)
    if values.ndim == 1 and values.size > known.size and bool((values[1:] >= values[:-1]).all()):
        return np.repeat(
            np.arange(known.size + 1), np.diff(np.searchsorted(fitting, known), prepend=0, append=values.size)
        )
    return np.searchsorted(known, fitting, side="right").astype(np.int64)


@cache
def _most(kind: np.dtype[Any]) -> int:
    """Give the largest number that a type holds."""
    return int(np.iinfo(kind).max)


def runs_of(known: Array, values: Ints) -> tuple[Ints, Ints]:
    """Give where the run of each value begins and ends among ``known``, which are in order and none below 0."""
    if values.size and int(values.max()) > _most(known.dtype):
        known = known.astype(np.int64)  # which are few: their type is small
    wanted = values.astype(known.dtype)
    return known.searchsorted(wanted), known.searchsorted(wanted, "right")


def laid_out(first: Ints, many: Ints) -> Ints:
    """Give the numbers of several runs, one run after the other, from where each begins and how many it has."""
    ends = many.cumsum()
    found: Ints = np.arange(int(ends[-1]) if ends.size else 0) + (first - ends + many).repeat(many)
    return found


def stand_before(known: Array, values: Ints) -> Ints:
    """Give how many of ``known``, which are in order, are below each value, none of which is below 0."""
    return np.where(values > 0, stand(known, np.maximum(values - 1, 0)), 0)


def sorted_order(values: Array, below: int) -> Array:
    """Give the order that sorts whole numbers from 0 to before ``below``; equal ones stay in theirs.

    Sixteen bits at a time, which numpy sorts by counting: several times as fast as a sort by comparison.
    """
    order = np.argsort(values.astype(np.uint16), kind="stable")
    for shift in range(16, int(below - 1).bit_length() if below else 0, 16):
        order = order[np.argsort((values[order] >> shift).astype(np.uint16), kind="stable")]
    return order


def counted(values: Ints) -> tuple[Ints, Ints]:
    """Give the distinct ones of values that are in order, and how often each comes.

    With ``np.sort`` before it, this is several times as fast as ``np.unique``.
    """
    if not values.size:
        return NOTHING, NOTHING
    at = first_of_runs(values)
    many = np.empty_like(at)
    np.subtract(at[1:], at[:-1], out=many[:-1])
    many[-1] = values.size - at[-1]
    return values.take(at), many


def tallied(values: Array, many: int) -> Ints:
    """Give how often each whole number from 0 to before ``many`` comes: ``np.bincount`` in three quarters of its time,
    as nothing looks for the least and the most of them first."""
    counts = np.zeros(many, np.int64)
    np.add.at(counts, values.astype(np.int64, copy=False), 1)
    return counts


def first_of_runs(values: Array) -> Ints:
    """Give where each run of the same value begins, of some values, of which there is one at least."""
    is_first = np.empty(values.size, np.bool_)
    is_first[0] = True
    np.not_equal(values[1:], values[:-1], out=is_first[1:])
    return is_first.nonzero()[0]


class Strings:
    """A table of strings by number, memory-mapped; in order if it was written so, and then searched by halving."""

    def __init__(self, joined: Array, starts: Array) -> None:
        """Take the bytes of all strings, end to end, and where each starts, and the last one ends."""
        self._bytes, self._starts = joined, starts
        # One string is read from these in a third of the time that it takes to read one from arrays.
        self._raw, self._at, self._size = joined.data, starts.data, len(starts) - 1

    def __len__(self) -> int:
        return self._size

    def raw(self, number: int) -> bytes:
        """Give a string's UTF-8 bytes, which are in the same order as the strings."""
        return self._raw[self._at[number] : self._at[number + 1]].tobytes()

    def __getitem__(self, number: int) -> str:
        return str(self._raw[self._at[number] : self._at[number + 1]], "utf-8", "surrogatepass")

    def __iter__(self) -> Iterator[str]:
        return (self[number] for number in range(len(self)))

    def place(self, wanted: str, order: Array | None = None) -> int:
        """Give where a string stands, or would stand, among the strings in order; ``order`` lists their numbers."""
        return bisect_left(range(self._size) if order is None else order, encoded(wanted), key=self.raw)

    def beginning(self, prefix: str) -> list[str]:
        """Give every string that begins so, if the strings are in order."""
        key = encoded(prefix)
        first, end = self.place(prefix), len(self)
        low = first
        while low < end:
            middle = (low + end) // 2
            if self.raw(middle).startswith(key):
                low = middle + 1
            else:
                end = middle
        starts = self._starts[first : end + 1]
        whole, begin = self._bytes[starts[0] : starts[-1]].tobytes(), int(starts[0])
        cuts = [at - begin for at in starts.tolist()]
        return [whole[one:other].decode("utf-8", "surrogatepass") for one, other in pairwise(cuts)]

    def find(self, wanted: str, order: Array | None = None) -> int | None:
        """Give a string's number, or None; ``order`` lists the numbers in the order of their strings."""
        at = self.place(wanted, order)
        if at == len(self):
            return None
        number = int(order[at]) if order is not None else at
        return number if self.raw(number) == encoded(wanted) else None

    def all_raw(self) -> list[bytes]:
        """Give the bytes of every string."""
        whole, starts = self._bytes.tobytes(), self._starts.tolist()
        return [whole[begin:end] for begin, end in pairwise(starts)]

    def joined(self) -> tuple[Array, Ints]:
        """Give the bytes of all strings end to end, and where each starts."""
        return self._bytes, self._starts

    @property
    def lengths(self) -> Ints:
        """How many bytes each string has."""
        return np.diff(self._starts).astype(np.int64)


def encoded(text: str) -> bytes:
    """Give a string's bytes; half a surrogate pair, which broken files hold, is kept."""
    return text.encode("utf-8", "surrogatepass")
