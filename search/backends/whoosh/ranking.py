"""The hits that a page shows, out of all that match: ``ordering.sort_key``, without sorting more than is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from search.backends.whoosh.arrays import Array, Floats, Ints
from search.backends.whoosh.segment import Segment
from search.ordering import sort_key
from search.query.request import Collection, Sort
from search.scoring import SLACK, rounded


@dataclass(frozen=True, slots=True)
class Found:
    """The documents of one segment that match, in order, and what gives the scores of some of them."""

    segment: Segment
    documents: Ints
    scores: Callable[[Ints], Floats]


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
        documents, scores = _best(one, collection, sort, offset + limit)
        for document, score in zip(documents.tolist(), scores.tolist(), strict=True):
            key = _key(one.segment, collection, sort, document, score)
            candidates.append((key, Ranked(number, document, score)))
    candidates.sort(key=lambda candidate: candidate[0])
    return [ranked for _, ranked in candidates[offset : offset + limit]]


def _best(found: Found, collection: Collection, sort: Sort, most: int) -> tuple[Ints, Floats]:
    """Give the ``most`` documents that come first, with their scores."""
    columns = found.segment.columns
    column = columns.article if collection == "articles" else columns.statement
    ranks = column["oldest" if sort == "oldest" else "newest"]
    documents = found.documents
    if sort != "relevance" or not most:
        order = ranks[documents]
        if sort == "added":
            order = order - found.segment.seen_of(collection)[documents] * len(ranks)
        documents = documents[_smallest(order, most)]
        return documents, rounded(found.scores(documents))
    scores = found.scores(documents)
    if documents.size > most:
        # Few need to be rounded: those that can be level with the last that is shown, and those above.
        kept = np.flatnonzero(scores >= _least(scores, most) - SLACK)
        documents, scores = documents[kept], rounded(scores[kept])
        least = np.partition(scores, -most)[-most]
        above, level = np.flatnonzero(scores > least), np.flatnonzero(scores == least)
        chosen = np.concatenate((above, level[_smallest(ranks[documents[level]], most - above.size)]))
        return documents[chosen], scores[chosen]
    return documents, rounded(scores)


def _least(scores: Floats, most: int) -> float:
    """Give the least of the ``most`` highest scores: looked for above the least of the highest of some of them."""
    if scores.size > _MANY * most:
        some = scores[:: scores.size // (_MANY * most) + 1]
        scores = scores[scores >= np.partition(some, -most)[-most]]
    return float(np.partition(scores, -most)[-most])


_MANY = 32
"""So many times more scores than are wanted are not put in order without leaving most of them out first."""


def _smallest(values: Array, most: int) -> Ints:
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
