"""Where the words of texts stand among the characters: kept at build time, so that no hit's text is read again.

Of each token two bytes are kept: how many characters lie between it and the one before, and how many it has. A text
with more than fits a byte somewhere is read anew when it is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

import numpy as np

from search.analysis import tokenize
from search.backends.whoosh.arrays import Array, Ints
from search.backends.whoosh.packed import Packed
from search.backends.whoosh.packing import Packing

_TOO_MANY = 255
_FIELD = "text"


class TokenPlacesWriter:
    """Writes where the tokens of texts stand, one text after the other."""

    def __init__(self, packing: Packing) -> None:
        """Begin the columns."""
        byte = np.dtype(np.uint8)
        self._gaps = packing.growing(f"{_FIELD}.token_gaps", byte)
        self._sizes = packing.growing(f"{_FIELD}.token_sizes", byte)

    def add(self, starts: Ints, ends: Ints) -> None:
        """Take where the words of the next text begin and end."""
        self.add_known(*(np.minimum(known, _TOO_MANY) for known in _places(starts, ends)))

    def add_known(self, gaps: Array, sizes: Array) -> None:
        """Take what another segment knows of texts."""
        self._gaps.add(gaps)
        self._sizes.add(sizes)

    def close(self) -> None:
        """End the columns."""
        self._gaps.close()
        self._sizes.close()


class TokenPlaces:
    """Where the tokens of a segment's texts stand, opened. ``lengths`` are the texts' numbers of tokens."""

    def __init__(self, packed: Packed, lengths: Array) -> None:
        """Open what ``TokenPlacesWriter`` wrote."""
        self._gaps = packed.array(f"{_FIELD}.token_gaps")
        self._sizes = packed.array(f"{_FIELD}.token_sizes")
        self._lengths = lengths

    @cached_property
    def _starts(self) -> Ints:
        return np.concatenate(([0], np.cumsum(self._lengths, dtype=np.int64)))

    def known(self, articles: Sequence[int]) -> Iterator[tuple[Array, Array]]:
        """Give what is known of the texts of some articles."""
        first = np.array(articles, np.int64)
        for start, end in zip(self._starts.take(first).tolist(), self._starts.take(first + 1).tolist(), strict=True):
            yield self._gaps[start:end], self._sizes[start:end]

    def exactly(self, articles: Sequence[tuple[int, str]]) -> tuple[Array, Array, list[int]]:
        """Give the same of some articles, each with its text, end to end; and where each begins, and the last ends.

        One that was not kept in full is read.
        """
        known = list(self.known([article for article, _ in articles]))
        gaps, sizes = (np.concatenate(parts) for parts in zip(*known, strict=True))
        if sizes.size and max(gaps.max(), sizes.max()) == _TOO_MANY:
            known = [
                one if not one[1].size or max(one[0].max(), one[1].max()) < _TOO_MANY else _read(text)
                for one, (_, text) in zip(known, articles, strict=True)
            ]
            gaps, sizes = (np.concatenate(parts) for parts in zip(*known, strict=True))
        cuts = [0, *accumulate([one.size for one, _ in known])]
        return gaps, sizes, cuts


def _places(starts: Ints, ends: Ints) -> tuple[Ints, Ints]:
    return starts - np.append(0, ends)[:-1], ends - starts


def _read(text: str) -> tuple[Ints, Ints]:
    tokens = tokenize(text)
    return _places(*(np.array([token[at] for token in tokens], np.int64) for at in (0, 1)))
