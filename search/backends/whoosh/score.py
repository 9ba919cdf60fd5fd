"""Scores, the same as the reference engine's: ``search.scoring``, for all documents of a segment at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from search.backends.whoosh.arrays import Floats, Ints, Mask
from search.backends.whoosh.evaluate import Evaluator
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
        key = segment.name, scope
        if key not in self._norms:
            self._norms[key] = norm(segment.length(scope), self.averages[scope])
        return self._norms[key]

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
        """Give the scores of some documents of a segment, in order, before they are rounded."""
        segment = evaluator.segment
        by_statement = self._collection == "statements"
        total = np.zeros(documents.size)
        for scored, frequency, rarity in zip(self._leaves, self._found[segment.name], self._rarity, strict=True):
            of_article = by_statement and scored.scope != "any"
            asked = segment.statement_articles[documents] if of_article else documents
            size = segment.columns.statements if by_statement and not of_article else segment.columns.articles
            total += scored.weight * saturated(frequency.of(asked, size), rarity)
        return total

    def _frequency(self, evaluator: Evaluator, scored: Scored) -> Frequencies:
        """Give the documents that hold a leaf, and its frequency in them, weighted and corrected for length."""
        if scored.said is not None:
            return _said(evaluator, scored.leaf, evaluator.said(scored.said))
        by_statement = self._collection == "statements" and scored.scope == "any"
        key = (evaluator.segment.name, "frequency", by_statement, scored.scope, scored.leaf)
        make = partial(self._of_statements if by_statement else self._of_articles, evaluator, scored)
        return evaluator.cache.get(key, make, lambda found: found.size)

    def _of_statements(self, evaluator: Evaluator, scored: Scored) -> Frequencies:
        found, counts = evaluator.counts_said(scored.leaf)
        return Frequencies(
            found.astype(np.int64), counts / self._statistics.norms(evaluator.segment, "statement")[found]
        )

    def _of_articles(self, evaluator: Evaluator, scored: Scored) -> Frequencies:
        shares = []
        for name in ("headline", "text") if scored.scope == "any" else ("headline",):
            found, counts = evaluator.counts(scored.leaf, name)
            norms = self._statistics.norms(evaluator.segment, name)
            shares.append(Frequencies(found.astype(np.int64), FIELD_WEIGHTS[name] * counts / norms[found]))
        if len(shares) == 1 or not shares[0].documents.size:
            return shares[-1]
        headline, text = shares
        at = np.searchsorted(text.documents, headline.documents)
        if text.documents.size and np.array_equal(
            text.documents[np.minimum(at, text.documents.size - 1)], headline.documents
        ):
            text.values[at] += headline.values
            return text
        every = np.zeros(evaluator.segment.columns.articles)
        for one in shares:
            every[one.documents] += one.values
        either = np.flatnonzero(every)
        return Frequencies(either, every[either])

    def _idf(self, number: int, scope: str, evaluators: Sequence[Evaluator]) -> float:
        by_statement = self._collection == "statements" and scope == "any"
        having = 0
        for evaluator in evaluators:
            segment = evaluator.segment
            found = self._found[segment.name][number].documents
            live = segment.live_statements if by_statement else segment.live
            having += int(np.count_nonzero(live[found])) if segment.has_dead else found.size
        return idf(self._statistics.statements if by_statement else self._statistics.articles, having)


@dataclass(frozen=True, slots=True)
class Frequencies:
    """How often documents, in order, hold something; no other document holds it."""

    documents: Ints
    values: Floats

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        return self.documents.nbytes + self.values.nbytes

    def of(self, asked: Ints, size: int) -> Floats:
        """Give the frequencies in some of ``size`` documents."""
        if not self.documents.size:
            return np.zeros(asked.size)
        if asked.size * _FEW < self.documents.size:
            at = np.minimum(np.searchsorted(self.documents, asked), self.documents.size - 1)
            return np.where(self.documents[at] == asked, self.values[at], 0.0)
        if np.array_equal(self.documents, asked):
            return self.values
        every = np.zeros(size)
        every[self.documents] = self.values
        found: Floats = every[asked]
        return found


_FEW = 8
"""So many times fewer documents are looked up among others, one by one."""


def _said(evaluator: Evaluator, leaf: WordLeaf, statements: Mask) -> Frequencies:
    """Give the articles that hold a leaf in one of some statements, and how often they do."""
    found, counts = evaluator.counts_said(leaf)
    kept = statements[found]
    articles = evaluator.segment.statement_articles[found[kept]]
    often: Floats = np.bincount(articles, counts[kept], evaluator.segment.columns.articles).astype(np.float64)
    either: Ints = np.flatnonzero(often)
    return Frequencies(either, often[either])
