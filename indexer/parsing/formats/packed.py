"""Packed files: gzip around one file, and a measure of all that is unpacked."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from indexer.parsing.parsed import LeftOut, Unreadable
from indexer.parsing.sources import Budget, Found, Source

MAX_FILE = 512 * 1024 * 1024
_GZIP = b"\x1f\x8b\x08"
_CHUNK = 1024 * 1024


class Meter(io.RawIOBase):
    """A stream whose every byte is taken off a budget as it is read; raises Unreadable when that is spent."""

    def __init__(self, stream: io.BufferedIOBase | gzip.GzipFile, budget: Budget) -> None:
        """Read from ``stream`` on account of ``budget``."""
        super().__init__()
        self._stream, self._budget = stream, budget

    def read(self, size: int = -1) -> bytes:
        """Read up to ``size`` bytes, but never more than a megabyte at once."""
        data = self._stream.read(_CHUNK if size < 0 else min(size, _CHUNK))
        self._budget.spend(len(data))
        return data


def is_packed(head: bytes, suffix: str) -> bool:
    """Say whether a file is gzipped."""
    return head.startswith(_GZIP)


def begins_packed(head: bytes, start: bytes) -> bool:
    """Say whether a gzipped file begins, unpacked, with ``start``."""
    if not head.startswith(_GZIP):
        return False
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 512).startswith(start)
    except zlib.error:
        return False


def read_packed(source: Source) -> Iterator[Found]:
    """Read what a gzip file holds. Where it breaks off, what came before is read, and the rest is told of."""
    pieces: list[bytes] = []
    broken: str | None = None
    stream = Meter(gzip.GzipFile(fileobj=cast(BinaryIO, io.BytesIO(source.data))), source.budget)
    try:
        while piece := stream.read(_CHUNK):
            pieces.append(piece)
            if len(pieces) > MAX_FILE // _CHUNK:
                raise Unreadable(f"unpacks to more than {MAX_FILE // 1024 // 1024} MB")
    except EOFError:
        broken = "gzip data that breaks off"
    except (OSError, zlib.error):
        broken = "damaged gzip data"
    data = b"".join(pieces)
    if not data:
        raise Unreadable(broken or "empty")
    yield from source.wrapped(_inner_name(source.path), data)
    if broken:
        yield LeftOut(None, broken)


def _inner_name(path: str) -> str:
    name = PurePosixPath(path)
    if name.suffix.lower() in (".gz", ".gzip"):
        return str(name.with_suffix(""))
    return str(name.with_suffix(".tar")) if name.suffix.lower() == ".tgz" else path
