"""The hits that a page shows, out of all that match: ``ordering.sort_key``, without sorting more than is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from search.backends.whoosh.arrays import Floats, Ints
from search.backends.whoosh.segment import Segment
from search.ordering import sort_key
from search.query.request import Collection, Sort


@dataclass(frozen=True, slots=True)
class Found:
    """The documents of one segment that match, in no order, with their scores."""

    segment: Segment
    documents: Ints
    scores: Floats


@dataclass(frozen=True, slots=True)
class Ranked:
    """One document in its place: its segment's number, its own, and its score."""

    segment: int
    document: int
    score: float


def rank(found: Sequence[Found], collection: Collection, sort: Sort, offset: int, limit: int) -> list[Ranked]:
    """Give ``limit`` documents of all segments from ``offset`` on."""
    candidates = []
    for number, one in enumerate(found):
        for at in _best(one, collection, sort, offset + limit).tolist():
            document, score = int(one.documents[at]), float(one.scores[at])
            key = _key(one.segment, collection, sort, document, score)
            candidates.append((key, Ranked(number, document, score)))
    candidates.sort(key=lambda candidate: candidate[0])
    return [ranked for _, ranked in candidates[offset : offset + limit]]


def _best(found: Found, collection: Collection, sort: Sort, most: int) -> Ints:
    """Give the places, within ``found``, of the ``most`` that come first."""
    columns = found.segment.columns
    column = columns.article if collection == "articles" else columns.statement
    ranks = column["oldest" if sort == "oldest" else "newest"][found.documents]
    if sort == "added":
        ranks = ranks - found.segment.seen_of(collection)[found.documents] * len(column["newest"])
    if sort != "relevance":
        return _smallest(ranks, most)
    if found.documents.size <= most or not most:
        return np.arange(min(found.documents.size, most))
    least = np.partition(found.scores, -most)[-most]
    above, level = np.flatnonzero(found.scores > least), np.flatnonzero(found.scores == least)
    return np.concatenate((above, level[_smallest(ranks[level], most - above.size)]))


def _smallest(values: Ints, most: int) -> Ints:
    if values.size <= most:
        return np.arange(values.size)
    return np.argpartition(values, most - 1)[:most] if most else np.arange(0)


def _key(
    segment: Segment, collection: Collection, sort: Sort, document: int, score: float
) -> tuple[float | int | str, ...]:
    columns = segment.columns
    by_statement = collection == "statements"
    article = int(columns.statement["article"][document]) if by_statement else document
    id = columns.statement_ids[document] if by_statement else columns.ids[document]
    first, last, coarse = (int(columns.article[name][article]) for name in ("first", "last", "coarse"))
    return sort_key(sort, score, first, last, coarse, id, int(segment.seen[article]))
