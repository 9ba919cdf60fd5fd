"""A packed file: many columns in one, mapped once, each an array that is a view of the map.

    column … column …            each from a multiple of ``ALIGNED`` on, and what lies between is zeros
    {"name": [type, shape, offset, crc32], …}      the directory, as JSON
    <length, crc32, magic>                         of the directory

One file, because to open, check and map hundreds of small ones costs more than the first answer.
"""

from __future__ import annotations

import json
import math
import mmap
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from search.backends.whoosh.arrays import Array, Strings

Part = Sequence[Any]
"""A column's type, shape and offset, and the CRC-32 of its bytes."""
ALIGNED = 64
END = struct.Struct("<QI4s")
MAGIC = b"OTRC"


class Packed:
    """The columns of a file by name. An array or a part of one keeps the map open, even when the file is swept."""

    def __init__(self, path: Path, parts: Mapping[str, Part]) -> None:
        """Map a file that holds these parts."""
        self.path, self._parts = path, parts
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    @classmethod
    def open(cls, path: Path) -> Packed:
        """Map a file that was closed. Raises OSError or ValueError if it cannot be read."""
        packed = cls(path, {})
        whole = packed._map
        length, checksum, magic = END.unpack(whole[-END.size :].rjust(END.size, b"\0"))
        listed = whole[-END.size - length : -END.size]
        if magic != MAGIC or not 0 < length == len(listed) or zlib.crc32(listed) != checksum:
            raise ValueError(f"{path} has no directory")
        packed._parts = json.loads(listed)
        return packed

    def names(self) -> Iterator[str]:
        """Give the names of the columns, in the order in which they were written."""
        return iter(self._parts)

    def array(self, name: str) -> Array:
        """Give a column. Raises KeyError if there is none of that name, ValueError if it is nothing of numpy's."""
        kind, shape, offset, _ = self._parts[name]
        count = math.prod(shape)
        if not count:
            return np.empty(shape, _type(kind))
        values: Array = np.frombuffer(self._map, _type(kind), count, offset)
        return values if len(shape) == 1 else values.reshape(shape)

    def rows(self, prefix: str) -> dict[str, Array]:
        """Give the columns ``prefix.name`` by the rest of their names."""
        begin = f"{prefix}."
        return {name[len(begin) :]: self.array(name) for name in self._parts if name.startswith(begin)}

    def strings(self, name: str) -> Strings:
        """Give a table of strings."""
        return Strings(self.array(f"{name}.bytes"), self.array(f"{name}.starts"))

    def place(self, name: str) -> tuple[int, int]:
        """Give from which byte of the file to before which a column lies."""
        kind, shape, offset, _ = self._parts[name]
        return offset, offset + math.prod(shape) * _type(kind).itemsize

    def raw(self, name: str) -> memoryview:
        """Give a column's bytes."""
        first, end = self.place(name)
        return memoryview(self._map)[first:end]

    def json(self, name: str) -> Any:
        """Give what was written as JSON."""
        return json.loads(bytes(self.raw(name)))

    def written(self, name: str) -> WrittenColumn:
        """Give a column that is read piece by piece, not through the map."""
        kind, (size,), offset, _ = self._parts[name]
        return WrittenColumn(self.path, _type(kind), size, offset)

    def damaged(self, most: int | None = None) -> Iterator[str]:
        """Give the names of columns, of at most so many bytes each, that are not what was written."""
        whole, limit = memoryview(self._map), math.inf if most is None else most
        for name, (kind, shape, offset, checksum) in self._parts.items():
            size = math.prod(shape) * _type(kind).itemsize
            if size <= limit and zlib.crc32(whole[offset : offset + size]) != checksum:
                yield name


class WrittenColumn:
    """Reads a column piece by piece, into memory that is given back: what a map has read counts until it ends."""

    def __init__(self, path: Path, type: np.dtype[Any], size: int, offset: int = 0) -> None:
        """Take where the values lie."""
        self._path, self._type, self._size, self._offset = path, type, size, offset

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, run: slice) -> Array:
        """Give the values from one to before another, both within the column."""
        first, end = int(run.start), int(run.stop)
        return np.fromfile(self._path, self._type, end - first, offset=self._offset + first * self._type.itemsize)


@cache
def _type(told: str) -> np.dtype[Any]:
    return np.dtype(told)
