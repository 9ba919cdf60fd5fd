"""Packed files: gzip around one file, and a measure of all that is unpacked."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from indexer.parsing.parsed import LeftOut, Unreadable
from indexer.parsing.sources import Budget, Found, Source

MAX_FILE = 512 * 1024 * 1024
_GZIP = b"\x1f\x8b\x08"
_CHUNK = 1024 * 1024


class Meter(io.RawIOBase):
    """A stream whose every byte is taken off a budget as it is read; raises Unreadable when that is spent.

    Packed data that is damaged or breaks off ends there, and ``broken`` says so.
    """

    def __init__(self, stream: io.BufferedIOBase | gzip.GzipFile, budget: Budget) -> None:
        """Read from ``stream`` on account of ``budget``."""
        super().__init__()
        self._stream, self._budget = stream, budget
        self.broken: str | None = None

    def read(self, size: int = -1) -> bytes:
        """Read up to ``size`` bytes, but never more than a megabyte at once."""
        # Not all that was asked for, but what there is: what comes before a break is given before the break is told.
        try:
            data = self._stream.read1(_CHUNK if size < 0 else min(size, _CHUNK))
        except EOFError:
            data, self.broken = b"", "gzip data that breaks off"
        except (OSError, zlib.error):
            data, self.broken = b"", "damaged gzip data"
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
    size = 0
    stream = Meter(gzip.GzipFile(fileobj=io.BytesIO(source.data)), source.budget)
    while piece := stream.read(_CHUNK):
        pieces.append(piece)
        size += len(piece)
        if size > MAX_FILE:
            raise Unreadable(f"unpacks to more than {MAX_FILE // 1024 // 1024} MB")
    if not size:
        raise Unreadable(stream.broken or "empty")
    yield from source.wrapped(_inner_name(source.path), b"".join(pieces))
    if stream.broken:
        yield LeftOut(None, stream.broken)


def _inner_name(path: str) -> str:
    name = PurePosixPath(path)
    if name.suffix.lower() in (".gz", ".gzip"):
        return str(name.with_suffix(""))
    return str(name.with_suffix(".tar")) if name.suffix.lower() == ".tgz" else path
