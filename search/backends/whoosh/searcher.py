"""Searcher over one generation: reads columns only, so that nothing pickled is opened and any thread may ask."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np

from search.backends.whoosh.cache import Cache
from search.backends.whoosh.directory import SpeakerDirectory
from search.backends.whoosh.evaluate import Evaluator
from search.backends.whoosh.facets import count_values
from search.backends.whoosh.forms import Lexicon, LiveForms
from search.backends.whoosh.placed import text_tokens
from search.backends.whoosh.ranking import Found, Ranked, rank
from search.backends.whoosh.score import Scorer, Statistics
from search.backends.whoosh.segment import Segment
from search.documents import Article, SpeakerEntry
from search.errors import OutOfTime
from search.hits import Match, make_hits
from search.query.expand import expand, near_forms
from search.query.nodes import Query
from search.query.request import Collection, Sort
from search.reading import Reading, read_around
from search.results import Facet, FacetField, IndexStatus, Matches, SpeakerList

_ARRAYS, _READINGS = 64 << 20, 16 << 20
"""Bytes of arrays, and of articles ready to be marked, kept at hand."""
_READING_COST = 200
"""Bytes that a word of an article takes once it is read, about."""


@dataclass(frozen=True, slots=True)
class Top:
    """What comes first, and the tree as it was searched. If the deadline stopped it, ``is_exact`` is not set."""

    tree: Query
    warnings: tuple[str, ...]
    total: int
    ranked: tuple[Ranked, ...]
    is_exact: bool


class WhooshSearcher:
    """Answers from one generation for as long as it lives, even when the generation's files are swept."""

    def __init__(
        self,
        status: IndexStatus,
        segments: Sequence[Segment],
        lexicon: Lexicon,
        vocabulary: LiveForms,
        directory: SpeakerDirectory,
    ) -> None:
        """Take what ``opened.open_generation`` opened."""
        self._status, self._segments, self._directory = status, segments, directory
        self._vocabulary = vocabulary
        self._expand = lru_cache(maxsize=512)(partial(expand, vocabulary=vocabulary, called=directory.ids_called))
        self._arrays, self._readings = Cache(_ARRAYS), Cache(_READINGS)
        self._evaluators = [Evaluator(segment, lexicon, directory.ids, self._arrays) for segment in segments]
        self._statistics = Statistics.of(segments)

    @property
    def generation(self) -> str:
        """The name of the generation."""
        return self._status.generation

    def search(self, query: Query, collection: Collection, sort: Sort, offset: int, limit: int) -> Matches:
        """Give the exact total and ``limit`` hits from ``offset`` on, with snippets."""
        top = self.top(query, collection, sort, offset, limit)
        matches = (self._match(one, collection) for one in top.ranked)
        hits, is_whole = make_hits(matches, top.tree, collection, offset + 1)
        return Matches(top.total, hits, top.warnings, top.is_exact, not (top.is_exact and is_whole))

    def top(self, query: Query, collection: Collection, sort: Sort, offset: int, limit: int) -> Top:
        """Give the exact total and the places of ``limit`` documents from ``offset`` on, before any is opened."""
        found: list[Found] = []
        tree, is_exact = query, False
        warnings: tuple[str, ...] = ()
        with suppress(OutOfTime):
            tree, warnings = self._expand(query)
            scorer = Scorer(tree, collection, self._evaluators, self._statistics)
            for evaluator in self._evaluators:
                documents = np.flatnonzero(evaluator.matching(tree, collection))
                found.append(Found(evaluator.segment, documents, scorer.scores(evaluator, documents)))
            is_exact = True
        ranked = tuple(rank(found, collection, sort, offset, limit))
        return Top(tree, warnings, sum(len(one.documents) for one in found), ranked, is_exact)

    def count(self, query: Query, collection: Collection) -> int:
        """Give how many documents match."""
        tree, _ = self._expand(query)
        return sum(int(np.count_nonzero(one.matching(tree, collection))) for one in self._evaluators)

    def facet(self, query: Query, collection: Collection, field: FacetField, shown: Query, limit: int) -> Facet:
        """Count the values of a field over the documents that match."""
        tree, _ = self._expand(query)
        selections = []
        for evaluator in self._evaluators:
            documents = statements = evaluator.matching(tree, collection)
            if collection == "articles" and field in ("speaker", "role", "kind"):
                statements = evaluator.matching(shown, "statements") & evaluator.segment.spread(documents)
            selections.append((evaluator.segment, documents, statements))
        return count_values(field, selections, collection, self._directory, limit)

    def article(self, id: str) -> Article | None:
        """Give a whole article, its speakers' ids those of the archive."""
        found = self._find(id)
        return found[0].article(found[1], self._directory) if found else None

    def speakers(self, prefix: str, offset: int, limit: int) -> SpeakerList:
        """Give speakers of whose name a word begins with ``prefix``, most statements first."""
        found = self._directory.beginning(prefix)
        return SpeakerList(len(found), tuple(map(self._directory.entry, found[offset : offset + limit])))

    def speaker(self, id: str) -> tuple[SpeakerEntry, ...]:
        """Give everyone whom an id means."""
        return self._directory.called(id)

    def similar(self, form: str) -> tuple[str, ...]:
        """Give the forms that are one slip from this one."""
        return near_forms(form, self._vocabulary)

    def status(self) -> IndexStatus:
        """Give what the index says of itself."""
        return self._status

    def printed(self, id: str) -> Article | None:
        """Give an article as it was added, its speakers' ids its own."""
        found = self._find(id)
        return found[0].printed(found[1]) if found else None

    def _find(self, id: str) -> tuple[Segment, int] | None:
        for segment in self._segments:
            number = segment.find(id)
            if number is not None:
                return segment, number
        return None

    def _match(self, ranked: Ranked, collection: Collection) -> Match:
        segment, article, statement = self._segments[ranked.segment], ranked.document, None
        if collection == "statements":
            article = int(segment.columns.statement["article"][ranked.document])
            statement = ranked.document - int(segment.columns.article["statements"][article])
        return Match(
            partial(segment.article, article, self._directory),
            partial(self._reading, self._evaluators[ranked.segment], article),
            ranked.score,
            statement,
        )

    def _reading(self, evaluator: Evaluator, article: int) -> Reading:
        def make() -> Reading:
            made = evaluator.segment.article(article, self._directory)
            return read_around(made, text_tokens(evaluator, article, made.text))

        key = evaluator.segment.name, article
        return self._readings.get(key, make, lambda reading: len(reading.text) * _READING_COST)
