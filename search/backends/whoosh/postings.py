"""One field's postings as columns: stems -> articles -> places.

The places of all articles of a segment lie on one line: an article's begin at its base, and bases are far enough apart
that no two articles' words stand side by side. So a place is one number, and phrases are joined without regard to
articles.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import cast

import numpy as np

from search.backends.whoosh.arrays import Array, Ints, Mask, stand
from search.backends.whoosh.layout import NUMBERS
from search.backends.whoosh.packed import Packed

_CHUNK = 1 << 20


class Postings:
    """A field's columns, opened."""

    def __init__(self, packed: Packed, field: str, mapped: bool = True) -> None:
        """Open what ``transcribe.write_words`` wrote.

        Whoever reads all of it, one piece after the other, does so best without maps, which fill the memory.
        """
        self.stems = packed.strings(f"{field}.stems")
        self.number = lru_cache(maxsize=16_384)(self.stems.find)
        self.bases = packed.array(f"{field}.bases")
        self._article_starts = packed.array(f"{field}.article_starts")
        self.place_starts = packed.array(f"{field}.place_starts")
        # Of a column that is not mapped, only slices are asked for.
        self._articles, self._counts, self._places, self._marks = (
            packed.array(name) if mapped else cast(Array, packed.written(name))
            for name in (f"{field}.{name}" for name in ("articles", "counts", "places", "marks"))
        )
        self.packed, self.field = packed, field

    def _load(self, name: str) -> Array:
        return self.packed.array(f"{self.field}.{name}")

    @property
    def extents(self) -> Ints:
        """How many positions each article takes."""
        found: Ints = np.diff(self.bases).astype(np.int64) - 1
        return found

    def stem_bytes(self) -> list[bytes]:
        """Give all stems, in order."""
        return self.stems.all_raw()

    def words(self, first: int, end: int) -> tuple[Ints, Ints, Ints, Array]:
        """Give every word of the stems from one to before another: its stem, article, position and mark."""
        places = slice(int(self.place_starts[first]), int(self.place_starts[end]))
        run = slice(int(self._article_starts[first]), int(self._article_starts[end]))
        stems = np.repeat(np.arange(first, end), np.diff(self.place_starts[first : end + 1]))
        articles = np.repeat(self._articles[run], self._counts[run]).astype(np.int64)
        positions = self._places[places].astype(np.int64) - self.bases[articles]
        return stems, articles, positions, self._marks[places]

    def pieces(self, stem: int, most: int) -> Iterator[tuple[Ints, Ints, Ints, Array]]:
        """Give every word of a stem as ``words`` does, about so many at a time, an article's together."""
        first, end = self._article_starts[stem : stem + 2].tolist()
        for rows, counts, places in self._cut(first, end, int(self.place_starts[stem]), most):
            articles = np.repeat(self._articles[rows], counts).astype(np.int64)
            positions = self._places[places].astype(np.int64) - self.bases[articles]
            yield np.full(len(articles), stem), articles, positions, self._marks[places]

    def lines(self, most: int) -> Iterator[tuple[Ints, Array]]:
        """Give the places of all stems, stem after stem, and each one's stem: about so many, an article's together."""
        for rows, counts, places in self._cut(0, int(self._article_starts[-1]), 0, most):
            stems = stand(self._article_starts, np.arange(rows.start, rows.stop)) - 1
            yield np.repeat(stems, counts), self._places[places]

    def _cut(self, first: int, end: int, place: int, most: int) -> Iterator[tuple[slice, Ints, slice]]:
        """Cut articles of stems, and their places, the first of which is at ``place``."""
        at = first
        while at < end:
            counts = self._counts[at : min(at + most, end)].astype(np.int64)
            counts = counts[: max(1, int(np.searchsorted(np.cumsum(counts), most, side="right")))]
            places = slice(place, place + int(counts.sum()))
            yield slice(at, at + len(counts)), counts, places
            at, place = at + len(counts), places.stop

    def articles(self, stem: int) -> tuple[Array, Array]:
        """Give the articles that hold a stem, in order, and how often each does, as they are stored."""
        run = slice(int(self._article_starts[stem]), int(self._article_starts[stem + 1]))
        return self._articles[run], self._counts[run]

    def line(self, stem: int) -> Array:
        """Give the places of a stem, in order, as they are stored."""
        return self._places[self.place_starts[stem] : self.place_starts[stem + 1]]

    def marks(self, stem: int) -> Array:
        """Give, for each of a stem's places, twice the form's number plus 1 if it is in capitals."""
        return self._marks[self.place_starts[stem] : self.place_starts[stem + 1]]

    def article_at(self, places: Ints) -> Ints:
        """Give the articles that places belong to."""
        return stand(self.bases, places) - 1

    def forms_used(self, live: Mask) -> tuple[Ints, Ints]:
        """Give each form that live articles hold: the number of its stem, and its own number among the stem's."""
        stems = np.repeat(np.arange(len(self.stems)), np.diff(self._load("form_starts")))
        numbers = self._load("form_numbers").astype(np.int64)
        counts = self._load("form_counts").astype(np.int64)
        if not live.all():
            keys = stems * NUMBERS + numbers
            for lost in self._keys_of(~live):
                counts -= np.bincount(np.searchsorted(keys, lost), minlength=len(counts))
        return stems[counts > 0], numbers[counts > 0]

    def _keys_of(self, articles: Mask) -> Iterator[Ints]:
        """Give, for every word of some articles, its stem's number times ``NUMBERS`` plus its form's."""
        before = 0
        for first in range(0, len(self._articles), _CHUNK):
            some = slice(first, min(first + _CHUNK, len(self._articles)))
            counts = self._counts[some]
            ends = np.cumsum(counts, dtype=np.int64)
            places = slice(before, before + int(ends[-1]))
            before = places.stop
            rows = np.flatnonzero(articles[self._articles[some]])
            if rows.size:
                sizes = counts[rows].astype(np.int64)
                within = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
                stems = stand(self._article_starts, rows + first) - 1
                marks = self._marks[places][np.repeat(ends[rows] - sizes, sizes) + within]
                yield np.repeat(stems, sizes) * NUMBERS + (marks >> 1)
