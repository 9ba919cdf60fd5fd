"""Columns on their way to the disk, of which little is ever in memory, however many values come."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from search.backends.whoosh.arrays import Array

_KEPT = 1 << 14
"""Values that a spool keeps before it puts them on the disk."""
_READ = 1 << 19
"""Values that are read again at once, where not all are needed together."""


class GrowingColumn:
    """Writes an array as a column file piece by piece, without keeping any."""

    def __init__(self, path: Path, type: np.dtype[Any], width: int | None = None) -> None:
        """Begin a file of values of a type, or of rows of so many of them."""
        self._file, self._type, self._size, self._width = path.open("xb"), type, 0, width
        self._write_header()

    def _write_header(self) -> None:
        # Numpy leaves room in a header for the first axis to grow, so that it can be written anew over the old one.
        shape = (self._size,) if self._width is None else (self._size // self._width, self._width)
        row = {"descr": np.lib.format.dtype_to_descr(self._type), "fortran_order": False, "shape": shape}
        np.lib.format.write_array_header_1_0(self._file, row)

    def add(self, values: Array) -> None:
        """Write more values."""
        self._file.write(np.ascontiguousarray(values, self._type).data)
        self._size += len(values)

    def close(self) -> None:
        """End the file."""
        self._file.seek(0)
        self._write_header()
        self._file.close()


class WrittenColumn:
    """Reads a column file piece by piece, into memory that is given back: what a map has read counts until it ends."""

    def __init__(self, path: Path) -> None:
        """Read the header."""
        with path.open("rb") as file:
            np.lib.format.read_magic(file)
            (self._size,), _, self._type = np.lib.format.read_array_header_1_0(file)
            self._path, self._at = path, file.tell()

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, run: slice) -> Array:
        """Give the values from one to before another, both within the column."""
        first, end = int(run.start), int(run.stop)
        return np.fromfile(self._path, self._type, end - first, offset=self._at + first * self._type.itemsize)


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
