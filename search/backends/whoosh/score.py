"""Scores, the same as the reference engine's: ``search.scoring``, for all documents of a segment at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from search.backends.whoosh.arrays import Floats, Ints, Mask
from search.backends.whoosh.evaluate import Evaluator
from search.backends.whoosh.segment import Segment
from search.matching import Scored, WordLeaf, scored_leaves
from search.query.nodes import Query
from search.query.request import Collection
from search.scoring import FIELD_WEIGHTS, idf, rounded, saturated, weighted


@dataclass(frozen=True, slots=True)
class Statistics:
    """What scores need to know of the whole archive: counted over live documents only."""

    articles: int
    statements: int
    averages: dict[str, float]

    @classmethod
    def of(cls, segments: Sequence[Segment]) -> Statistics:
        """Count."""
        articles = sum(int(segment.live.sum()) for segment in segments)
        statements = sum(int(segment.live_statements.sum()) for segment in segments)
        averages = {}
        for scope in (*FIELD_WEIGHTS, "statement"):
            total = 0
            for segment in segments:
                live = segment.live_statements if scope == "statement" else segment.live
                total += int(segment.length(scope)[live].sum(dtype=np.int64))
            documents = statements if scope == "statement" else articles
            averages[scope] = total / documents if documents else 0.0
        return cls(articles, statements, averages)


class Scorer:
    """Scores the documents of every segment for one tree."""

    def __init__(
        self, tree: Query, collection: Collection, evaluators: Sequence[Evaluator], statistics: Statistics
    ) -> None:
        """Take an expanded tree; what each of its leaves is worth is found out here."""
        self._collection, self._statistics = collection, statistics
        self._leaves = scored_leaves(tree)
        self._found = {
            evaluator.segment.name: [self._frequency(evaluator, scored) for scored in self._leaves]
            for evaluator in evaluators
        }
        self._rarity = [self._idf(number, one.scope, evaluators) for number, one in enumerate(self._leaves)]

    def scores(self, evaluator: Evaluator, documents: Ints) -> Floats:
        """Give the scores of some documents of a segment."""
        segment = evaluator.segment
        columns = segment.columns
        by_statement = self._collection == "statements"
        total = np.zeros(columns.statements if by_statement else columns.articles)
        parts = zip(self._leaves, self._found[segment.name], self._rarity, strict=True)
        for scored, (found, frequency), rarity in parts:
            score = scored.weight * saturated(frequency, rarity)
            if by_statement and scored.scope != "any":
                spread = np.zeros(columns.articles)
                spread[found] = score
                total += segment.spread(spread)
            else:
                total[found] += score
        scores: Floats = rounded(total[documents])
        return scores

    def _frequency(self, evaluator: Evaluator, scored: Scored) -> tuple[Ints, Floats]:
        """Give the documents that hold a leaf, and its frequency in them, weighted and corrected for length."""
        segment, averages = evaluator.segment, self._statistics.averages
        leaf, scope = scored.leaf, scored.scope
        if scored.said is not None:
            return _said(evaluator, leaf, evaluator.said(scored.said))
        if self._collection == "statements" and scope == "any":
            found, counts = evaluator.counts_said(leaf)
            return found, weighted(counts, segment.length("statement")[found], averages["statement"], 1.0)
        shares = []
        for field in ("headline", "text") if scope == "any" else ("headline",):
            found, counts = evaluator.counts(leaf, field)
            lengths = segment.length(field)[found]
            shares.append((found, weighted(counts, lengths, averages[field], FIELD_WEIGHTS[field])))
        if len(shares) == 1 or not shares[0][0].size:
            return shares[-1]
        frequency = np.zeros(segment.columns.articles)
        for found, share in shares:
            frequency[found] += share
        either = np.flatnonzero(frequency)
        return either, frequency[either]

    def _idf(self, number: int, scope: str, evaluators: Sequence[Evaluator]) -> float:
        by_statement = self._collection == "statements" and scope == "any"
        having = 0
        for evaluator in evaluators:
            segment = evaluator.segment
            found, _ = self._found[segment.name][number]
            live = segment.live_statements if by_statement else segment.live
            having += int(live[found].sum()) if segment.has_dead else found.size
        return idf(self._statistics.statements if by_statement else self._statistics.articles, having)


def _said(evaluator: Evaluator, leaf: WordLeaf, statements: Mask) -> tuple[Ints, Floats]:
    """Give the articles that hold a leaf in one of some statements, and how often they do."""
    found, counts = evaluator.counts_said(leaf)
    kept = statements[found]
    articles = evaluator.segment.statement_articles[found[kept]]
    often: Floats = np.bincount(articles, counts[kept], evaluator.segment.columns.articles).astype(np.float64)
    either: Ints = np.flatnonzero(often)
    return either, often[either]
