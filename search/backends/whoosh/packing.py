"""A packed file (``packed.py``) on its way to the disk, column by column; what grows waits in a file of its own."""

from __future__ import annotations

import json
import math
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from search.backends.whoosh.arrays import Array, starts
from search.backends.whoosh.packed import ALIGNED, END, MAGIC, Packed, Part

_PIECE = 1 << 20
"""Bytes that are copied at once."""


class Packing:
    """Writes columns one after the other; those that are written can be read at once."""

    def __init__(self, path: Path) -> None:
        """Begin a file that is not there yet."""
        self.path = path
        self._opened: list[BinaryIO] = []
        self._file, self._parts = self.open(path), dict[str, Part]()

    def save(self, name: str, values: Array) -> None:
        """Write a column."""
        own = np.ascontiguousarray(values)
        self._append(name, own.dtype, own.shape, [own.reshape(-1).view(np.uint8).data])

    def save_strings(self, name: str, strings: Iterable[bytes]) -> None:
        """Write a table of strings."""
        joined, lengths = bytearray(), []
        for string in strings:
            joined += string
            lengths.append(len(string))
        self.save(f"{name}.bytes", np.frombuffer(bytes(joined), np.uint8))
        self.save(f"{name}.starts", starts(lengths))

    def save_json(self, name: str, value: object) -> None:
        """Write what JSON can say."""
        self.save(name, np.frombuffer(json.dumps(value, separators=(",", ":")).encode("ascii"), np.uint8))

    def growing(self, name: str, type: np.dtype[Any], width: int | None = None) -> GrowingColumn:
        """Begin a column of values of a type, or of rows of so many of them, whose number is not known yet."""
        return GrowingColumn(self, name, type, width)

    def take(self, name: str, path: Path, type: np.dtype[Any], shape: tuple[int, ...]) -> None:
        """Write a column that waits in a file, which is removed."""
        self._append(name, type, shape, _pieces(path))
        path.unlink()

    def _append(self, name: str, type: np.dtype[Any], shape: tuple[int, ...], pieces: Iterable[Any]) -> None:
        offset = self._file.tell()
        assert name not in self._parts, name
        checksum = 0
        for piece in pieces:
            checksum = zlib.crc32(piece, checksum)
            self._file.write(piece)
        size = math.prod(shape) * type.itemsize
        assert self._file.tell() == offset + size, name
        self._file.write(bytes(-size % ALIGNED))
        self._parts[name] = type.str, list(shape), offset, checksum

    def so_far(self) -> Packed:
        """Give the columns that are written."""
        self._file.flush()
        return Packed(self.path, dict(self._parts))

    def open(self, path: Path) -> BinaryIO:
        """Begin a file of this one's that is not there yet."""
        file = path.open("xb")
        self._opened.append(file)
        return file

    def abandon(self) -> None:
        """Let go of every file as it is, even on a full disk; nothing of them is of use."""
        for file in self._opened:
            with suppress(OSError):
                file.close()

    def close(self) -> None:
        """Write the directory, and end the file."""
        listed = json.dumps(self._parts, separators=(",", ":")).encode("ascii")
        self._file.write(listed + END.pack(len(listed), zlib.crc32(listed), MAGIC))
        self._file.close()


class GrowingColumn:
    """Writes a column piece by piece, without keeping any."""

    def __init__(self, packing: Packing, name: str, type: np.dtype[Any], width: int | None) -> None:
        """Begin with no values."""
        self._packing, self._name, self._type, self._width = packing, name, type, width
        self._path = packing.path.with_name(f"{packing.path.name}.{name}")
        self._file, self._size = packing.open(self._path), 0

    def add(self, values: Array) -> None:
        """Write more values."""
        self._file.write(np.ascontiguousarray(values, self._type).data)
        self._size += len(values)

    def add_bytes(self, values: bytes) -> None:
        """Write more values, as they lie in memory."""
        self._file.write(values)
        self._size += len(values) // self._type.itemsize

    def close(self) -> None:
        """Let the column follow those that are written."""
        self._file.close()
        shape = (self._size,) if self._width is None else (self._size // self._width, self._width)
        self._packing.take(self._name, self._path, self._type, shape)


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb", buffering=0) as file:
        while piece := file.read(_PIECE):
            yield piece
