"""A zip file without the list of members at its end (a download that broke off): its members by their own headers."""

from __future__ import annotations

import struct
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.parsing.sources import Budget

_LOCAL = b"PK\x03\x04"
_HEADER = struct.Struct("<4s5H3I2H")
_ENCRYPTED, _SIZES_FOLLOW, _NAME_IS_UTF8 = 0x1, 0x8, 0x800
_STORED, _DEFLATED = 0, 8
_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Recovered:
    """A member: its name, what it holds, and a reason where that is not all of it, or nothing."""

    name: str
    data: bytes
    reason: str | None = None


def recovered(data: bytes, budget: Budget) -> Iterator[Recovered]:
    """Give the members that begin in ``data``, one after the other; the last one may break off."""
    at = data.find(_LOCAL)
    while at >= 0 and at + _HEADER.size <= len(data):
        _, _, flags, method, _, _, _, packed, _, name_length, extra_length = _HEADER.unpack_from(data, at)
        start = at + _HEADER.size + name_length + extra_length
        raw = data[at + _HEADER.size : at + _HEADER.size + name_length]
        name = unicodedata.normalize("NFC", raw.decode("utf-8" if flags & _NAME_IS_UTF8 else "cp437", "replace"))
        end = start + packed
        if start > len(data):
            return
        if flags & _ENCRYPTED:
            yield Recovered(name, b"", "encrypted")
        elif method == _DEFLATED:
            found, end = _inflated(name, data, start, budget)
            yield found
        elif method == _STORED and not flags & _SIZES_FOLLOW:
            budget.spend(min(packed, len(data) - start))
            yield Recovered(name, data[start:end], "breaks off" if end > len(data) else None)
        else:
            yield Recovered(name, b"", "packed in a way that is not read")
            end = start
        at = data.find(_LOCAL, max(end, at + 1))


def _inflated(name: str, data: bytes, start: int, budget: Budget) -> tuple[Recovered, int]:
    """Unpack a member, whose end only the packed data itself tells; and give where it ends."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    pieces: list[bytes] = []
    at = start
    try:
        while not unpacker.eof:
            given = unpacker.unconsumed_tail or data[at : at + _CHUNK]
            at += 0 if unpacker.unconsumed_tail else len(given)
            if not given:
                break
            pieces.append(unpacker.decompress(given, _CHUNK))
            budget.spend(len(pieces[-1]))
    except zlib.error:
        return Recovered(name, b"", "a damaged member of a zip file"), start
    whole = unpacker.eof
    return Recovered(name, b"".join(pieces), None if whole else "breaks off"), at - len(unpacker.unused_data)
