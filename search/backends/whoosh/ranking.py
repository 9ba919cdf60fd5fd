"""The hits that a page shows, out of all that match: ``ordering.sort_key``, without sorting more than is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from search.backends.whoosh.arrays import Array, Floats, Ints
from search.backends.whoosh.chosen import found_at
from search.backends.whoosh.score import SegmentScores
from search.backends.whoosh.segment import DateOrder, Segment
from search.ordering import UNDATED_DAY, sort_key
from search.query.request import Collection, Sort
from search.scoring import SLACK, rounded

Key = tuple[float | int | str, ...]


class Found(NamedTuple):
    """The documents of one segment that match, in order, and what scores them."""

    documents: Array
    scores: SegmentScores


class Ranked(NamedTuple):
    """One document in its place: its segment's number, its own, and its score."""

    segment: int
    document: int
    score: float


class _Best(NamedTuple):
    """A segment's number, its documents that come first, their scores, and their order among those of one score."""

    number: int
    documents: Array
    scores: Floats
    order: Array


def rank(found: Sequence[Found], collection: Collection, sort: Sort, offset: int, limit: int) -> list[Ranked]:
    """Give ``limit`` documents of all segments from ``offset`` on."""
    most = offset + limit
    best = [_best(number, one, collection, sort, most) for number, one in enumerate(found) if one.documents.size]
    if len(best) > 1 and most:
        best = _above([(one, _levels(found[one.number].scores.segment, collection, sort, one)) for one in best], most)
    if len(best) == 1:
        # Within a segment the order is known: nothing else needs to be read of those that are shown.
        ((number, documents, scores, order),) = best
        first = np.lexsort((order, -scores) if sort == "relevance" else (order,))[offset:most]
        rows = zip(documents.take(first).tolist(), scores.take(first).tolist(), strict=True)
        return [Ranked(number, document, score) for document, score in rows]
    candidates: list[tuple[Key, Ranked]] = []
    for one in best:
        ranked = [Ranked(one.number, *row) for row in zip(one.documents.tolist(), one.scores.tolist(), strict=True)]
        candidates += zip(_keys(found[one.number].scores.segment, collection, sort, one), ranked, strict=True)
    candidates.sort(key=lambda candidate: candidate[0])
    return [ranked for _, ranked in candidates[offset:most]]


def _above(best: Sequence[tuple[_Best, Array]], most: int) -> list[_Best]:
    """Leave out what ``most`` of other segments come before: a small segment has seldom any of the best."""
    levels = np.concatenate([own for _, own in best])
    if levels.size <= most:
        return [one for one, _ in best]
    last, left = np.partition(levels, most - 1)[most - 1], []
    for (number, *columns), own in best:
        kept = np.flatnonzero(own <= last)
        if kept.size:
            left.append(_Best(number, *[column.take(kept) for column in columns]))
    return left


def _levels(segment: Segment, collection: Collection, sort: Sort, best: _Best) -> Array:
    """Give numbers by which documents are sorted, smallest first, but for those that have the same."""
    if sort == "relevance":
        found: Array = -best.scores
        return found
    if sort == "added":
        return -segment.seen_of(collection, best.documents)
    articles = best.documents if collection == "articles" else segment.statement_articles.take(best.documents)
    day = segment.columns.article["last" if sort == "oldest" else "first"].take(articles).astype(np.int64)
    return np.where(day == UNDATED_DAY, _NEVER, day if sort == "oldest" else -day)


_NEVER = 1 << 40
"""Later than any day."""


def _best(number: int, found: Found, collection: Collection, sort: Sort, most: int) -> _Best:
    """Give the ``most`` documents that come first."""
    documents, scores_of = found
    segment = scores_of.segment
    by: DateOrder = "oldest" if sort == "oldest" else "newest"
    ranks = segment.ranks(collection, by)
    if sort == "added":
        order = ranks.take(documents) - segment.seen_of(collection, documents) * len(ranks)
        chosen = _smallest(order, most)
        documents, order = documents.take(chosen), order.take(chosen)
        return _Best(number, documents, rounded(scores_of.of(documents)), order)
    if sort != "relevance" or not scores_of.leaves or not most:
        documents = _first(documents, segment, collection, by, most)
        return _Best(number, documents, rounded(scores_of.of(documents)), ranks.take(documents))
    documents = scores_of.leading(documents, most)
    scores = scores_of.of(documents)
    if documents.size > most:
        # Few need to be rounded: those that can be level with the last that is shown, and those above.
        kept = np.flatnonzero(scores >= _least(scores, most) - SLACK)
        documents, scores = documents.take(kept), rounded(scores.take(kept))
        order = ranks.take(documents)
        if documents.size > most:
            least = np.partition(scores, -most)[-most]
            above, level = np.flatnonzero(scores > least), np.flatnonzero(scores == least)
            chosen = np.concatenate((above, level.take(_smallest(order.take(level), most - above.size))))
            documents, scores, order = documents.take(chosen), scores.take(chosen), order.take(chosen)
        return _Best(number, documents, scores, order)
    return _Best(number, documents, rounded(scores), ranks.take(documents))


def _first(documents: Array, segment: Segment, collection: Collection, by: DateOrder, most: int) -> Array:
    """Give the ``most`` documents that come first by their dates: looked for among the first of all, if many match."""
    every = segment.in_order(collection, by)
    step, left = _MANY + 2 * most * every.size // max(documents.size, 1), most
    found, at = [every[:0]], 0
    while (at + step) * _FEW < documents.size and left > 0:
        some = every[at : at + step]
        some = some.compress(found_at(documents, some)[1])[:left]
        found.append(some)
        at, step, left = at + step, 2 * step, left - some.size
    if not left:
        return np.concatenate(found)
    return documents.take(_smallest(segment.ranks(collection, by).take(documents), most))


_FEW = 8
"""So many times fewer documents are looked for among those that match."""


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


def _keys(segment: Segment, collection: Collection, sort: Sort, best: _Best) -> list[Key]:
    """Give what documents of several segments are sorted by."""
    columns, documents, scores = segment.columns, best.documents, best.scores
    by_statement = collection == "statements"
    articles = columns.statement["article"][documents] if by_statement else documents
    ids = columns.statement_ids if by_statement else columns.ids
    first, last, coarse = (columns.article[name][articles].tolist() for name in ("first", "last", "coarse"))
    rows = zip(scores.tolist(), first, last, coarse, documents.tolist(), segment.seen[articles].tolist(), strict=True)
    return [
        sort_key(sort, score, since, until, level, ids[document], seen)
        for score, since, until, level, document, seen in rows
    ]
