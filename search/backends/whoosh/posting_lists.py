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


class PostingLists:
    """Writes the posting lists of a field, stem after stem; a stem's may come in parts."""

    def __init__(self, whoosh: W3FieldWriter) -> None:
        """Begin where Whoosh's own files have come to."""
        self._whoosh, self._field = whoosh, _FIELD.pack(whoosh._fieldid)
        self._stem, self._term = b"", W3TermInfo()
        self._at = self._end = whoosh._postfile.tell()
        self._parts: list[bytes] = []
        self._last: tuple[bytes, bytes] | None = None

    def add(self, stems: list[bytes], sizes: Ints, articles: Array, counts: Array, places: bytes) -> None:
        """Write the lists of some stems, in their order; the first goes on if it is the one that came last.

        ``sizes`` has each stem's number of articles; of none there is no list. ``articles`` and ``counts`` are those
        of all stems, one after the other, ``places`` what is packed of them.
        """
        first = 0
        blocks = _Blocks(articles, counts, places)
        for stem, size in zip(stems, sizes.tolist(), strict=True):
            if not size:
                continue
            if self._last is None or stem != self._stem:
                self._begin(stem)
            blocks.tell(self._term, first, first + size)
            for at in range(first, first + size, _BLOCK):
                self._put(False)
                self._last = blocks.block(at, min(at + _BLOCK, first + size))
            first += size
        self._write()

    def _begin(self, stem: bytes) -> None:
        self.close()
        self._stem, self._term, self._at = stem, W3TermInfo(), self._end
        self._parts = [WHOOSH3_HEADER_MAGIC]

    def _put(self, is_end: bool) -> None:
        """Put down the last block, of which it is known only now whether another one follows."""
        if self._last is not None:
            info, data = self._last
            size = len(info) + len(data)
            self._parts += (_LENGTH.pack(-size if is_end else size), info, data)
            self._last = None

    def _write(self) -> None:
        written = b"".join(self._parts)
        self._whoosh._postfile.write(written)
        self._end += len(written)
        self._parts = []

    def close(self) -> None:
        """End the list of the stem that came last."""
        if self._last is not None:
            self._put(True)
            self._write()
            self._term.set_extent(self._at, self._end - self._at)
            self._whoosh._tindex.add(self._field + self._stem, self._term.to_bytes())


class _Blocks:
    """Postings as lists, from which blocks are cut."""

    def __init__(self, articles: Array, counts: Array, places: bytes) -> None:
        self._articles = articles.tolist()
        self._steps = np.diff(articles.astype(np.int64), prepend=0).tolist()
        self._weights = counts.astype(np.float64).tolist()
        ends = (np.cumsum(counts) * PLACE.itemsize).tolist()
        self._places = [places[start:end] for start, end in pairwise([0, *ends])]

    def tell(self, term: W3TermInfo, first: int, end: int) -> None:
        """Tell a stem's ``term`` of its postings from one to before another."""
        weights = self._weights[first:end]
        term._weight, term._df = term._weight + sum(weights), term._df + end - first
        term._maxweight = max(term._maxweight, max(weights))
        if term._minid is None:
            term._minid = self._articles[first]
        term._maxid = self._articles[end - 1]

    def block(self, first: int, end: int) -> tuple[bytes, bytes]:
        """Give a block's head and its postings, packed."""
        weights = self._weights[first:end]
        most = max(weights)
        steps = (self._articles[first], *self._steps[first + 1 : end])
        kept = tuple(weights) if min(weights) != most else most if most != 1.0 else None
        data = dumps((steps, kept, tuple(self._places[first:end])), _PROTOCOL)
        level = _LEVEL if len(data) >= _WORTH_IT else 0
        # How many, the last one, the most times, whether compressed, and two lengths that our fields have not.
        info = dumps((end - first, self._articles[end - 1], most, level, 0, 0), _PROTOCOL)
        return info, zlib.compress(data, level) if level else data
