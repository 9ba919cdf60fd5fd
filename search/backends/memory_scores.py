"""The reference engine's scores: each document's own, counted word by word."""

from __future__ import annotations

from collections.abc import Iterable

from search.matching import Scored, matches, scored_leaves
from search.occurrences import occurrences, occurrences_in
from search.query.nodes import Query
from search.query.request import Collection
from search.reading import Document, Reading, StatementReading
from search.scoring import FIELD_WEIGHTS, idf, rounded, saturated, weighted


class Scorer:
    """Scores documents for one tree; what a term is worth comes from the whole collection."""

    def __init__(self, tree: Query, collection: Collection, readings: list[Reading]) -> None:
        """Take an expanded tree, and all articles."""
        self.tree, self.collection, self.readings = tree, collection, readings
        self.leaves = scored_leaves(tree)
        self.lengths = {
            "headline": _mean(len(reading.headline) for reading in readings),
            "text": _mean(len(reading.text) for reading in readings),
            "statement": _mean(within.length for reading in readings for within in reading.statements),
        }
        self.rarity = [self._idf(scored) for scored in self.leaves]

    def __call__(self, document: Document) -> float:
        """Give a document's score."""
        total = 0.0
        for scored, rarity in zip(self.leaves, self.rarity, strict=True):
            frequency = self._frequency(scored, *document)
            if frequency:
                total += scored.weight * saturated(frequency, rarity)
        return float(rounded(total))

    def _frequency(self, scored: Scored, reading: Reading, within: StatementReading | None) -> float:
        leaf, scope = scored.leaf, scored.scope
        if scored.said is not None:
            asked = (found for found in reading.statements if matches(scored.said, reading, found))
            return float(sum(1 for found in asked for _ in occurrences_in(leaf, reading, found)))
        if within is not None and scope == "any":
            count = sum(1 for _ in occurrences_in(leaf, reading, within))
            return float(weighted(count, within.length, self.lengths["statement"], 1.0))
        total = 0.0
        for field in ("headline", "text") if scope == "any" else ("headline",):
            tokens = reading.headline if field == "headline" else reading.text
            count = sum(1 for _ in occurrences(leaf, tokens))
            if count:
                total += weighted(count, len(tokens), self.lengths[field], FIELD_WEIGHTS[field])
        return total

    def _idf(self, scored: Scored) -> float:
        documents: list[Document] = [(reading, None) for reading in self.readings]
        if self.collection == "statements" and scored.scope == "any":
            documents = [(reading, within) for reading in self.readings for within in reading.statements]
        having = sum(1 for document in documents if self._frequency(scored, *document) > 0)
        return idf(len(documents), having)


def _mean(lengths: Iterable[int]) -> float:
    found = list(lengths)
    return sum(found) / len(found) if found else 0.0
