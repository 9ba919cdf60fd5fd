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

Key = tuple[float | int | str, ...]


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


_Best = tuple[int, Ints, Floats, Array]
"""A segment's number, its documents that come first, their scores, and their order among those of one score."""


def rank(found: Sequence[Found], collection: Collection, sort: Sort, offset: int, limit: int) -> list[Ranked]:
    """Give ``limit`` documents of all segments from ``offset`` on."""
    best = [
        (number, *_best(one, collection, sort, offset + limit))
        for number, one in enumerate(found)
        if one.documents.size
    ]
    if sort == "relevance" and len(best) > 1:
        best = _above(best, offset + limit)
    if len(best) == 1:
        # Within a segment the order is known: nothing else needs to be read of those that are shown.
        number, documents, scores, order = best[0]
        by_score = sort == "relevance"
        rows = sorted(
            zip(
                [-score for score in scores.tolist()] if by_score else order.tolist(),
                order.tolist(),
                documents.tolist(),
                scores.tolist(),
                strict=True,
            )
        )
        return [Ranked(number, document, score) for _, _, document, score in rows[offset : offset + limit]]
    candidates: list[tuple[Key, Ranked]] = []
    for number, documents, scores, _ in best:
        ranked = [Ranked(number, *row) for row in zip(documents.tolist(), scores.tolist(), strict=True)]
        candidates += zip(_keys(found[number].segment, collection, sort, documents, scores), ranked, strict=True)
    candidates.sort(key=lambda candidate: candidate[0])
    return [ranked for _, ranked in candidates[offset : offset + limit]]


def _above(best: list[_Best], most: int) -> list[_Best]:
    """Leave out what ``most`` of other segments come before: a small segment has seldom any of the best."""
    scores = np.concatenate([one[2] for one in best])
    if scores.size <= most or not most:
        return best
    least, left = np.partition(scores, -most)[-most], []
    for number, documents, own, order in best:
        kept = own >= least
        if kept.any():
            left.append((number, documents[kept], own[kept], order[kept]))
    return left


def _best(found: Found, collection: Collection, sort: Sort, most: int) -> tuple[Ints, Floats, Array]:
    """Give the ``most`` documents that come first, with their scores and their order among those of one score."""
    columns = found.segment.columns
    column = columns.article if collection == "articles" else columns.statement
    ranks = column["oldest" if sort == "oldest" else "newest"]
    documents = found.documents
    if sort != "relevance" or not most:
        order = ranks.take(documents)
        if sort == "added":
            order = order - found.segment.seen_of(collection, documents) * len(ranks)
        if documents.size > most:
            chosen = _smallest(order, most)
            documents, order = documents[chosen], order[chosen]
        return documents, rounded(found.scores(documents)), order
    scores = found.scores(documents)
    if documents.size > most:
        # Few need to be rounded: those that can be level with the last that is shown, and those above.
        kept = np.flatnonzero(scores >= _least(scores, most) - SLACK)
        documents, scores = documents.take(kept), rounded(scores.take(kept))
        order = ranks[documents]
        if documents.size > most:
            least = np.partition(scores, -most)[-most]
            above, level = np.flatnonzero(scores > least), np.flatnonzero(scores == least)
            chosen = np.concatenate((above, level[_smallest(order[level], most - above.size)]))
            documents, scores, order = documents[chosen], scores[chosen], order[chosen]
        return documents, scores, order
    return documents, rounded(scores), ranks[documents]


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


def _keys(segment: Segment, collection: Collection, sort: Sort, documents: Ints, scores: Floats) -> list[Key]:
    """Give what documents of several segments are sorted by."""
    columns = segment.columns
    by_statement = collection == "statements"
    articles = columns.statement["article"][documents] if by_statement else documents
    ids = columns.statement_ids if by_statement else columns.ids
    first, last, coarse = (columns.article[name][articles].tolist() for name in ("first", "last", "coarse"))
    rows = zip(scores.tolist(), first, last, coarse, documents.tolist(), segment.seen[articles].tolist(), strict=True)
    return [
        sort_key(sort, score, since, until, level, ids[document], seen)
        for score, since, until, level, document, seen in rows
    ]
