"""Scores, the same as the reference engine's: ``search.scoring``, for all documents of a segment at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from search.backends.whoosh.arrays import Floats, Ints
from search.backends.whoosh.chosen import Chosen
from search.backends.whoosh.evaluate import Evaluator
from search.backends.whoosh.holding import Held, Holding
from search.backends.whoosh.segment import Segment
from search.matching import Scored, WordLeaf, scored_leaves
from search.query.nodes import Query
from search.query.request import Collection
from search.scoring import FIELD_WEIGHTS, idf, norm, saturated


@dataclass(frozen=True, slots=True)
class Statistics:
    """What scores need to know of the whole archive: counted over live documents only."""

    articles: int
    statements: int
    averages: dict[str, float]
    _norms: dict[tuple[str, str], Floats] = field(default_factory=dict)

    def norms(self, segment: Segment, scope: str) -> Floats:
        """Give what frequencies are divided by for the lengths of a field's articles, or of statements."""
        key, lengths = (segment.name, scope), segment.length(scope)
        if key not in self._norms:
            # Lengths are few, and documents many.
            table = norm(np.arange(int(lengths.max(initial=0)) + 1), self.averages[scope])
            self._norms[key] = table.take(lengths)
        return self._norms[key]

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
        self._leaves = scored_leaves(tree)
        self._found = {
            evaluator.segment.name: [self._holding(evaluator, scored) for scored in self._leaves]
            for evaluator in evaluators
        }
        self._rarity = [self._idf(number, one.scope, evaluators) for number, one in enumerate(self._leaves)]

    def scores(self, evaluator: Evaluator, documents: Ints) -> Floats:
        """Give the scores of some documents of a segment, in order, before they are rounded."""
        segment = evaluator.segment
        own = partial(self._norms, segment, documents, {})
        articles, of_articles = documents, own
        if self._collection == "statements" and any(one.scope != "any" for one in self._leaves):
            articles = segment.statement_articles.take(documents)
            of_articles = partial(self._norms, segment, articles, {})
        total = None
        for scored, held, rarity in zip(self._leaves, self._found[segment.name], self._rarity, strict=True):
            if held.bound:
                is_own = self._is_of_statements(scored.scope) or self._collection == "articles"
                frequency = held.frequency(*((documents, own) if is_own else (articles, of_articles)))
                score = saturated(frequency, rarity)
                if scored.weight != 1.0:
                    score *= scored.weight
                total = score if total is None else np.add(total, score, out=total)
        return np.zeros(documents.size) if total is None else total

    def _is_of_statements(self, scope: str) -> bool:
        return self._collection == "statements" and scope == "any"

    def _norms(self, segment: Segment, documents: Ints, known: dict[str, Floats], scope: str) -> Floats:
        """Give what frequencies are divided by for the lengths of some documents, each scope's once."""
        if scope not in known:
            known[scope] = self._statistics.norms(segment, scope).take(documents)
        return known[scope]

    def _holding(self, evaluator: Evaluator, scored: Scored) -> Holding:
        """Give the documents that hold a leaf."""
        if scored.said is not None:
            return _said(evaluator, scored.leaf, evaluator.said(scored.said))
        if self._is_of_statements(scored.scope):
            return evaluator.holding_said(scored.leaf)
        return evaluator.holding(scored.leaf, scored.scope)

    def _idf(self, number: int, scope: str, evaluators: Sequence[Evaluator]) -> float:
        by_statement = self._is_of_statements(scope)
        having = 0
        for evaluator in evaluators:
            segment, held = evaluator.segment, self._found[evaluator.segment.name][number]
            dead = segment.dead_statements if by_statement else segment.dead
            having += held.numbers.size - int(np.count_nonzero(held.holds(dead))) if held.bound else 0
        return idf(self._statistics.statements if by_statement else self._statistics.articles, having)


def _said(evaluator: Evaluator, leaf: WordLeaf, statements: Chosen) -> Holding:
    """Give the articles that hold a leaf in one of some statements, and how often they do."""
    segment, held = evaluator.segment, evaluator.holding_said(leaf)
    chosen, size = statements.numbers, segment.columns.articles
    chosen = chosen[held.holds(chosen)] if chosen.size < held.bound else held.numbers[statements.holds(held.numbers)]
    if not chosen.size:
        return Holding(size, [])
    articles = segment.statement_articles[chosen]
    first = np.concatenate(([True], articles[1:] != articles[:-1])).nonzero()[0]
    often = np.add.reduceat(held.frequency(chosen), first)
    return Holding(size, [("said", 1.0, Held(size, articles[first], often))])
