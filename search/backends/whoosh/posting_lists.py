"""Whoosh's posting lists, in its own format, written a block at a time: one by one takes ten times as long.

A block holds the articles as steps from one to the next, how often the stem stands in each, and the packed places.
Whoosh reads any protocol of pickles, but writes the second, which spells bytes out as text.
"""

from __future__ import annotations

import zlib
from itertools import pairwise
from pickle import dumps
from struct import Struct

import numpy as np
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC, W3FieldWriter, W3TermInfo

from search.backends.whoosh.arrays import Array, Ints
from search.backends.whoosh.layout import PLACE

_BLOCK = 1_024
"""Postings of a block."""
_LEVEL, _WORTH_IT = 1, 512
"""zlib's level, and the bytes from which a block is compressed: to begin with costs more than a small one takes."""
_PROTOCOL = 4
_LENGTH, _FIELD = Struct("!i"), Struct("!H")


def write_posting_lists(
    whoosh: W3FieldWriter, stems: list[bytes], sizes: Ints, articles: Array, counts: Array, places: bytes
) -> None:
    """Write the posting lists of some stems, in their order.

    ``sizes`` has each stem's number of articles, none 0; ``articles`` and ``counts`` are those of all stems, one after
    the other, ``places`` what is packed of them.
    """
    first, field = 0, _FIELD.pack(whoosh._fieldid)
    blocks = _Blocks(articles, counts, places)
    for stem, size in zip(stems, sizes.tolist(), strict=True):
        term, at = W3TermInfo(), whoosh._postfile.tell()
        written = blocks.written(first, first + size, term)
        whoosh._postfile.write(written)
        term.set_extent(at, len(written))
        whoosh._tindex.add(field + stem, term.to_bytes())
        first += size


class _Blocks:
    """Postings as lists, from which blocks are cut."""

    def __init__(self, articles: Array, counts: Array, places: bytes) -> None:
        self._articles = articles.tolist()
        self._steps = np.diff(articles.astype(np.int64), prepend=0).tolist()
        self._weights = counts.astype(np.float64).tolist()
        ends = (np.cumsum(counts) * PLACE.itemsize).tolist()
        self._places = [places[start:end] for start, end in pairwise([0, *ends])]

    def written(self, first: int, end: int, term: W3TermInfo) -> bytes:
        """Give a stem's blocks as bytes, and tell its ``term`` what is in them."""
        weights = self._weights[first:end]
        term._weight, term._df, term._maxweight = sum(weights), end - first, max(weights)
        term._minid, term._maxid = self._articles[first], self._articles[end - 1]
        parts = [WHOOSH3_HEADER_MAGIC]
        for at in range(first, end, _BLOCK):
            info, data = self._block(at, min(at + _BLOCK, end))
            size = len(info) + len(data)
            parts += (_LENGTH.pack(-size if at + _BLOCK >= end else size), info, data)
        return b"".join(parts)

    def _block(self, first: int, end: int) -> tuple[bytes, bytes]:
        weights = self._weights[first:end]
        most = max(weights)
        steps = (self._articles[first], *self._steps[first + 1 : end])
        kept = tuple(weights) if min(weights) != most else most if most != 1.0 else None
        data = dumps((steps, kept, tuple(self._places[first:end])), _PROTOCOL)
        level = _LEVEL if len(data) >= _WORTH_IT else 0
        # How many, the last one, the most times, whether compressed, and two lengths that our fields have not.
        info = dumps((end - first, self._articles[end - 1], most, level, 0, 0), _PROTOCOL)
        return info, zlib.compress(data, level) if level else data
