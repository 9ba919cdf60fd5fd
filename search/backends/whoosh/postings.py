"""One field's postings as columns: stems -> articles -> places.

The places of all articles of a segment lie on one line: an article's begin at its base, and bases are far enough apart
that no two articles' words stand side by side. So a place is one number, and phrases are joined without regard to
articles.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np

from search.backends.whoosh.arrays import Array, Ints, Mask, Strings, counted, load, stand
from search.backends.whoosh.layout import NUMBERS

_CHUNK = 1 << 22


class Postings:
    """A field's columns, opened."""

    def __init__(self, folder: Path, field: str) -> None:
        """Open what ``transcribe.write_postings`` wrote."""
        self.stems = Strings(folder, f"{field}.stems")
        self.number = lru_cache(maxsize=16_384)(self.stems.find)
        self.bases = load(folder / f"{field}.bases.npy")
        self._article_starts = load(folder / f"{field}.article_starts.npy")
        self.place_starts = load(folder / f"{field}.place_starts.npy")
        self._articles = load(folder / f"{field}.articles.npy")
        self._counts = load(folder / f"{field}.counts.npy")
        self._places = load(folder / f"{field}.places.npy")
        self._marks = load(folder / f"{field}.marks.npy")

    @property
    def extents(self) -> Ints:
        """How many positions each article takes."""
        found: Ints = np.diff(self.bases).astype(np.int64) - 1
        return found

    def stem_bytes(self) -> list[bytes]:
        """Give all stems, in order."""
        return [self.stems.raw(number) for number in range(len(self.stems))]

    def words(self, first: int, end: int) -> tuple[Ints, Ints, Ints, Array]:
        """Give every word of the stems from one to before another: its stem, article, position and mark."""
        places = slice(int(self.place_starts[first]), int(self.place_starts[end]))
        run = slice(int(self._article_starts[first]), int(self._article_starts[end]))
        stems = np.repeat(np.arange(first, end), np.diff(self.place_starts[first : end + 1]))
        articles = np.repeat(self._articles[run], self._counts[run]).astype(np.int64)
        positions = self._places[places].astype(np.int64) - self.bases[articles]
        return stems, articles, positions, self._marks[places]

    def articles(self, stem: int) -> tuple[Ints, Ints]:
        """Give the articles that hold a stem, in order, and how often each does."""
        run = slice(self._article_starts[stem], self._article_starts[stem + 1])
        return self._articles[run].astype(np.int64), self._counts[run].astype(np.int64)

    def line(self, stem: int) -> Array:
        """Give the places of a stem, in order, as they are stored."""
        return self._places[self.place_starts[stem] : self.place_starts[stem + 1]]

    def places(self, stem: int) -> Ints:
        """Give the places of a stem, in order."""
        return self.line(stem).astype(np.int64)

    def marks(self, stem: int) -> Array:
        """Give, for each of a stem's places, twice the form's number plus 1 if it is in capitals."""
        return self._marks[self.place_starts[stem] : self.place_starts[stem + 1]]

    def article_at(self, places: Ints) -> Ints:
        """Give the articles that places belong to."""
        return stand(self.bases, places) - 1

    def forms_used(self, live: Mask | None) -> Iterator[tuple[int, Ints]]:
        """Give, stem by stem, the numbers of the forms that live articles hold."""
        cuts = np.searchsorted(self.place_starts, np.arange(0, len(self._marks), _CHUNK))
        for first, end in pairwise(np.unique(np.append(cuts, len(self.stems)))):
            yield from self._forms_used(int(first), int(end), live)

    def _forms_used(self, first: int, end: int, live: Mask | None) -> Iterator[tuple[int, Ints]]:
        place_starts = self.place_starts[first : end + 1]
        marks = self._marks[place_starts[0] : place_starts[-1]]
        stems = np.repeat(np.arange(first, end), np.diff(place_starts))
        if live is not None:
            run = slice(self._article_starts[first], self._article_starts[end])
            alive = np.repeat(live[self._articles[run]], self._counts[run])
            stems, marks = stems[alive], marks[alive]
        used, _ = counted(np.sort(stems * NUMBERS + (marks >> 1)))
        for stem, count in zip(*counted(used // NUMBERS), strict=True):
            at = int(np.searchsorted(used, stem * NUMBERS))
            yield int(stem), used[at : at + int(count)] % NUMBERS
