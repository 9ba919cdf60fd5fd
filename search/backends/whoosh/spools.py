"""Columns on their way to the disk, of which little is ever in memory, however many values come."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from search.backends.whoosh.arrays import Array

_KEPT = 1 << 14
"""Values that a spool keeps before it puts them on the disk."""
_READ = 1 << 19
"""Values that are read again at once, where not all are needed together."""


class Spool:
    """Whole numbers that are needed again, all at once, when the last one has come."""

    def __init__(self, path: Path, type: str) -> None:
        """Begin with none, of an array's type code. What is put aside lies in a file, which there is not yet."""
        self._path, self._values = path, array(type)

    def append(self, value: int) -> None:
        """Take a value."""
        self._values.append(value)
        self._limit()

    def extend(self, values: Iterable[int]) -> None:
        """Take values."""
        self._values.extend(values)
        self._limit()

    def add_bytes(self, values: bytes) -> None:
        """Take values as they lie in memory."""
        self._values.frombytes(values)
        self._limit()

    def _limit(self) -> None:
        if len(self._values) >= _KEPT:
            with self._path.open("ab") as file:
                self._values.tofile(file)
            del self._values[:]

    def pieces(self) -> Iterator[Array]:
        """Give all values, some at a time."""
        type = np.dtype(self._values.typecode)
        if self._path.exists():
            for first in range(0, self._path.stat().st_size, _READ * type.itemsize):
                yield np.fromfile(self._path, type, _READ, offset=first)
        yield np.frombuffer(self._values.tobytes(), type)

    def in_order(self) -> Iterator[Array]:
        """Give all values, from the least to the greatest, some at a time: as if each might be any of its type."""
        type = np.dtype(self._values.typecode)
        count = len(self._values) + (self._path.stat().st_size // type.itemsize if self._path.exists() else 0)
        bits = (count // _READ).bit_length()
        for part in range(1 << bits):
            chosen = [piece[piece >> (8 * type.itemsize - bits) == part] if bits else piece for piece in self.pieces()]
            yield np.sort(np.concatenate(chosen))

    def take(self) -> Array:
        """Give all values, which the spool then has no more."""
        kept = np.frombuffer(self._values.tobytes(), self._values.typecode)
        if self._path.exists():
            with self._path.open("ab") as file:
                self._values.tofile(file)
            kept = np.fromfile(self._path, self._values.typecode)
            self._path.unlink()
        del self._values[:]
        return kept
