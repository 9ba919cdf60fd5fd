"""Who is heard in each article, and in what kinds of statement, of those that are shown unless more is asked for.

Facets of whole archives are counted from these columns; they are made anew at every publish, with the directory.
"""

from __future__ import annotations

import numpy as np

from search.backends.whoosh.arrays import NOTHING, Array, Ints, laid_out, narrow, runs_of, tallied, type_for
from search.backends.whoosh.columns import Columns
from search.backends.whoosh.packed import Packed
from search.backends.whoosh.packing import Packing
from search.documents import ATTRIBUTIONS, CUE_CLASSES
from search.query.build import visible
from search.query.request import SearchRequest

USUAL = visible(SearchRequest())
"""The condition on statements that these columns are made for."""
_MOST, _SHARE = 8, 0.95
"""A row has as many places as all speakers of so many of the articles need, but not more than so many."""


def write_heard(shared: Packing, name: str, columns: Columns, speakers: Array) -> None:
    """Write the columns of a segment; ``speakers`` has each appearance's, -1 for one of an article that is deleted."""
    known = int(speakers.max()) + 1 if speakers.size else 0
    statement = columns.statement
    is_shown = (statement["attribution"] == ATTRIBUTIONS.index("sure")) & (
        statement["cue_class"] == CUE_CLASSES.index("speech")
    )
    shown = np.flatnonzero(is_shown)
    articles = statement["article"][shown].astype(np.int64)
    kinds = np.zeros(columns.articles, np.uint8)
    np.bitwise_or.at(kinds, articles, np.left_shift(1, statement["kind"][shown]).astype(np.uint8))
    shared.save(f"{name}.heard_kinds", kinds)

    padded = np.append(speakers, -1).astype(np.int64)
    together = columns.together
    also = np.flatnonzero(is_shown[together["statement"]])
    articles = np.concatenate((articles, statement["article"][together["statement"][also]]))
    whose = padded[np.concatenate((statement["appearance"][shown], together["appearance"][also]))]
    pairs = np.unique((articles * (known + 1) + whose)[whose >= 0])
    owners, whose = pairs // (known + 1), pairs % (known + 1)
    counts = np.bincount(owners, minlength=columns.articles)
    width = min(_MOST, int(np.quantile(counts, _SHARE))) if counts.size else 0
    place = np.arange(len(owners)) - np.repeat(np.cumsum(counts) - counts, counts)
    rows = np.zeros((columns.articles, width), type_for(known))
    fits = place < width
    rows[owners[fits], place[fits]] = whose[fits] + 1
    shared.save(f"{name}.heard", rows)
    shared.save(f"{name}.heard_more", narrow(np.stack((owners[~fits], whose[~fits]))))


class Heard:
    """The columns of a segment, opened. In a row stand numbers of speakers, from 1; 0 where there is no other."""

    def __init__(self, shared: Packed, name: str) -> None:
        """Open what ``write_heard`` wrote."""
        self.kinds = shared.array(f"{name}.heard_kinds")
        self._rows = shared.array(f"{name}.heard")
        self._articles, self._speakers = shared.array(f"{name}.heard_more")
        self._every: Ints | None = None

    def count(self, articles: Ints, known: int) -> Ints:
        """Count in how many of some articles each of the ``known`` speakers is heard."""
        if 2 * articles.size <= len(self._rows):
            return self._count(articles, known)
        # Where most are asked for, the others are fewer. Those that are deleted have no speakers.
        others = np.ones(len(self._rows), np.bool_)
        others[articles] = False
        if self._every is None:
            self._every = self._count(np.arange(len(self._rows)), known)
        return self._every - self._count(np.flatnonzero(others), known)

    def _count(self, articles: Ints, known: int) -> Ints:
        rows = self._rows.take(articles, axis=0)
        counts = tallied(rows.reshape(-1), known + 1)[1:]
        more = self._more(articles, rows)
        if more.size:
            counts += tallied(self._speakers[more], known)
        return counts

    def pairs(self, articles: Ints) -> tuple[Ints, Ints]:
        """Give the same as pairs of an article and a speaker."""
        rows = self._rows.take(articles, axis=0)
        more = self._more(articles, rows)
        at, place = np.nonzero(rows)
        owners = np.concatenate((articles[at], self._articles[more].astype(np.int64)))
        return owners, np.concatenate((rows[at, place].astype(np.int64) - 1, self._speakers[more]))

    def _more(self, articles: Ints, rows: Array) -> Ints:
        """Give which of the speakers that a row has no place for are of these articles."""
        if not self._articles.size:
            return NOTHING
        if rows.shape[1]:
            articles = articles.compress(rows[:, -1] != 0)  # where a row has a place left, there are no more
        if articles.size * _FEW < self._articles.size:
            first, end = runs_of(self._articles, articles)
            return laid_out(first, end - first)
        chosen = np.zeros(len(self._rows), np.bool_)
        chosen[articles] = True
        return np.flatnonzero(chosen.take(self._articles))


_FEW = 16
"""So many times fewer articles are looked for among those with many speakers."""
