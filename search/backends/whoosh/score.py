"""Scores, the same as the reference engine's: ``search.scoring``, for all documents of a segment at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from search.backends.whoosh.arrays import Array, Floats, first_of_runs
from search.backends.whoosh.chosen import Chosen
from search.backends.whoosh.evaluate import Evaluator
from search.backends.whoosh.held import Held
from search.backends.whoosh.holding import Holding, Norms
from search.backends.whoosh.leading import WORTHWHILE, leading
from search.backends.whoosh.segment import Segment
from search.matching import Scored, scored_leaves
from search.occurrences import WordLeaf
from search.query.nodes import Query
from search.query.request import Collection
from search.scoring import FIELD_WEIGHTS, K1, SLACK, idf, norm, saturated


@dataclass(frozen=True, slots=True)
class Statistics:
    """What scores need to know of the whole archive: counted over live documents only."""

    articles: int
    statements: int
    averages: dict[str, float]
    _norms: dict[tuple[str, str], Floats] = field(default_factory=dict)
    _least: dict[tuple[str, str], float] = field(default_factory=dict)

    def norms(self, segment: Segment, scope: str) -> Floats:
        """Give what frequencies are divided by for the lengths of a field's articles, or of statements."""
        key, lengths = (segment.name, scope), segment.length(scope)
        if key not in self._norms:
            # Lengths are few, and documents many.
            table = norm(np.arange(int(lengths.max(initial=0)) + 1), self.averages[scope])
            self._norms[key] = table.take(lengths)
        return self._norms[key]

    def least_norm(self, segment: Segment, scope: str) -> float:
        """Give the least that a frequency in a field is divided by."""
        key = segment.name, scope
        if key not in self._least:
            self._least[key] = float(self.norms(segment, scope).min())
        return self._least[key]

    @classmethod
    def of(cls, segments: Sequence[Segment]) -> Statistics:
        """Count."""
        articles = sum(segment.columns.articles - segment.dead.size for segment in segments)
        statements = sum(segment.columns.statements - segment.dead_statements.size for segment in segments)
        averages = {}
        for scope in (*FIELD_WEIGHTS, "statement"):
            total = 0
            for segment in segments:
                dead = segment.dead_statements if scope == "statement" else segment.dead
                lengths = segment.length(scope)
                total += int(lengths.sum(dtype=np.int64)) - int(lengths.take(dead).sum(dtype=np.int64))
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
        leaves = scored_leaves(tree)
        found = [[self._holding(evaluator, scored) for scored in leaves] for evaluator in evaluators]
        rarity = [
            self._idf(scored.scope, sum([held[number].count for held in found])) for number, scored in enumerate(leaves)
        ]
        self.segments = [
            SegmentScores(
                evaluator.segment,
                collection,
                statistics,
                [leaf for leaf in zip(leaves, held, rarity, strict=True) if leaf[1].bound],
            )
            for evaluator, held in zip(evaluators, found, strict=True)
        ]

    def _holding(self, evaluator: Evaluator, scored: Scored) -> Holding:
        """Give the documents that hold a leaf."""
        if scored.said is not None:
            return _said(evaluator, scored.leaf, evaluator.said(scored.said))
        if self._collection == "statements" and scored.scope == "any":
            return evaluator.holding_said(scored.leaf)
        return evaluator.holding(scored.leaf, scored.scope)

    def _idf(self, scope: str, having: int) -> float:
        by_statement = self._collection == "statements" and scope == "any"
        return idf(self._statistics.statements if by_statement else self._statistics.articles, having)


class SegmentScores:
    """Scores the documents of one segment. ``leaves`` are those that it holds, with who holds them and their idf."""

    def __init__(
        self,
        segment: Segment,
        collection: Collection,
        statistics: Statistics,
        leaves: Sequence[tuple[Scored, Holding, float]],
    ) -> None:
        """Take what ``Scorer`` found out."""
        self.segment, self._is_of_articles = segment, collection == "articles"
        self._statistics, self.leaves = statistics, leaves

    def of(self, documents: Array) -> Floats:
        """Give the scores of some documents, before they are rounded."""
        articles, own = documents, self._norms(documents)
        of_articles = own
        if not self._is_of_articles and any(scored.scope != "any" for scored, _, _ in self.leaves):
            articles = self.segment.statement_articles.take(documents)
            of_articles = self._norms(articles)
        total = None
        for scored, held, rarity in self.leaves:
            is_own = self._is_of_articles or scored.scope == "any"
            frequency = held.frequency(documents, own) if is_own else held.frequency(articles, of_articles)
            score = saturated(frequency, rarity)
            if scored.weight != 1.0:
                score *= scored.weight
            total = score if total is None else np.add(total, score, out=total)
        return np.zeros(documents.size) if total is None else total

    def leading(self, documents: Array, most: int) -> Array:
        """Give those of some documents that can be among the ``most`` best, and maybe others."""
        if len(self.leaves) != 1 or documents.size < WORTHWHILE * most:
            return documents
        ((scored, held, rarity),) = self.leaves
        if scored.weight != 1.0 or not (self._is_of_articles or scored.scope == "any"):
            return documents

        def level(frequency: float) -> float:
            """Give the least frequency whose score can be rounded to that of another."""
            score = max(saturated(frequency, rarity) - 2 * SLACK, 0.0)
            return float(score * K1 / (rarity * (K1 + 1.0) - score))

        return leading(held, documents, most, self._norms, partial(self._statistics.least_norm, self.segment), level)

    def _norms(self, documents: Array) -> Norms:
        """Give what tells, for a scope, what frequencies are divided by for the lengths of some documents."""
        known: dict[str, Floats] = {}

        def norms(scope: str) -> Floats:
            if scope not in known:
                known[scope] = self._statistics.norms(self.segment, scope).take(documents)
            return known[scope]

        return norms


def _said(evaluator: Evaluator, leaf: WordLeaf, statements: Chosen) -> Holding:
    """Give the articles that hold a leaf in one of some statements, and how often they do."""
    segment, held = evaluator.segment, evaluator.holding_said(leaf)
    chosen, size = statements.numbers, segment.columns.articles
    if chosen.size < held.bound:
        chosen = chosen.compress(held.holds(chosen))
    else:
        chosen = held.numbers.compress(statements.holds(held.numbers))
    if not chosen.size:
        return Holding(size, [])
    articles = segment.statement_articles.take(chosen)
    first = first_of_runs(articles)
    often = np.add.reduceat(held.frequency(chosen), first)
    return Holding(size, [("said", 1.0, Held(size, [(articles.take(first), often)]))])
