"""Where words of hits stand among the characters of their headlines and texts, by their positions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol

import numpy as np

from search.analysis import PARAGRAPH_GAP, word_spans
from search.backends.whoosh.arrays import Ints, counted
from search.backends.whoosh.standing import Standing
from search.backends.whoosh.token_places import TokenPlaces
from search.documents import StatementField


class Printed(Protocol):
    """A hit: its article's number and words."""

    @property
    def article(self) -> int:
        """The article's number."""
        ...

    @property
    def headline(self) -> str:
        """Its headline."""
        ...

    @property
    def text(self) -> str:
        """Its text."""
        ...


def characters_at(
    known: TokenPlaces, field: StatementField, page: Sequence[Printed], standing: Standing
) -> tuple[list[int], list[int]]:
    """Give where each run of words that was found in a field of hits begins, and where it ends, in characters."""
    if field == "headline":
        return _in_headlines(page, standing)
    return _in_texts(known, page, standing)


def _in_headlines(page: Sequence[Printed], standing: Standing) -> tuple[list[int], list[int]]:
    """Headlines are short: they are read."""
    spans = {hit: word_spans(page[hit].headline) for hit in dict.fromkeys(standing.hits)}
    starts = [spans[hit][first][0] for hit, first in zip(standing.hits, standing.first, strict=True)]
    return starts, [spans[hit][last][1] for hit, last in zip(standing.hits, standing.last, strict=True)]


def _in_texts(known: TokenPlaces, page: Sequence[Printed], standing: Standing) -> tuple[list[int], list[int]]:
    """Lay all texts on one line: their words' sizes and the gaps between are known."""
    gaps, sizes, cuts = known.exactly([(shown.article, shown.text) for shown in page])
    ends = np.add(gaps, sizes, dtype=np.int64).cumsum()
    starts = ends - sizes
    firsts = np.array(cuts[:-1])
    begins = np.concatenate(([0], ends)).take(firsts)
    breaks = starts.searchsorted(np.array([*_breaks(page, begins.tolist(), starts, cuts)], np.int64))
    breaks = counted(breaks)[0]
    # A gap before the first word of a text is its own, not of the text before.
    moved = firsts + PARAGRAPH_GAP * breaks.searchsorted(firsts)
    gaps_end = breaks + PARAGRAPH_GAP * np.arange(1, breaks.size + 1)
    hits = np.array(standing.hits, np.int64)
    base, text = moved.take(hits), begins.take(hits)

    def numbers(positions: list[int]) -> Ints:
        at = base + np.array(positions, np.int64)
        return at - PARAGRAPH_GAP * gaps_end.searchsorted(at, "right")

    first = numbers(standing.first)
    last = first if standing.first == standing.last else numbers(standing.last)
    return (starts.take(first) - text).tolist(), (ends.take(last) - text).tolist()


def _breaks(page: Sequence[Printed], begins: Sequence[int], starts: Ints, cuts: Sequence[int]) -> Iterator[int]:
    """Give where, on the line, lines of the texts end before their last word."""
    for shown, begin, (first, end) in zip(page, begins, pairwise(cuts), strict=True):
        last = int(starts[end - 1]) - begin if end > first else 0
        at = shown.text.find("\n", 0, last)
        while at >= 0:
            yield begin + at
            at = shown.text.find("\n", at + 2, last)  # of two in a row one tells it all
