"""Searcher over one generation: reads columns only, so that nothing pickled is opened and any thread may ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache, partial

from search.backends.whoosh.cache import Cache
from search.backends.whoosh.chosen import Chosen
from search.backends.whoosh.directory import SpeakerDirectory
from search.backends.whoosh.evaluate import Evaluator
from search.backends.whoosh.facets import SAID, Facets, Selection
from search.backends.whoosh.forms import Lexicon, LiveForms
from search.backends.whoosh.grouping import Copies, Others, count_groups, first_of_each
from search.backends.whoosh.heard import USUAL
from search.backends.whoosh.ranking import Found, Ranked, rank
from search.backends.whoosh.score import Scorer, SegmentScores, Statistics
from search.backends.whoosh.segment import Segment
from search.backends.whoosh.showing import Showing
from search.builds import IndexStatus
from search.deadline import check_time
from search.documents import Article, SpeakerEntry
from search.errors import OutOfTime
from search.hits import make_hits
from search.query.expand import expand, near_forms
from search.query.nodes import Query
from search.query.request import COLLECTIONS, Collection, Sort
from search.results import Facet, FacetField, FirstSeen, Matches, SpeakerList

_ARRAYS, _PLACES, _MATCHED = 48 << 20, 16 << 20, 4 << 20
"""Bytes of arrays kept at hand, of the places they were counted from, and of what was found last, which the counts of
the same page are made from.

Places take much, and what is made of them little: kept together, a few would push out all the rest.
"""


@dataclass(frozen=True, slots=True)
class Top:
    """What comes first, and the tree as it was searched. If the deadline stopped it, ``is_exact`` is not set.

    ``documents`` counts every copy; ``others`` has those that the first of each group stands for.
    """

    tree: Query
    warnings: tuple[str, ...]
    total: int
    ranked: tuple[Ranked, ...]
    is_exact: bool
    documents: int
    others: Others | None


class WhooshSearcher:
    """Answers from one generation for as long as it lives, even when the generation's files are swept."""

    def __init__(
        self,
        status: IndexStatus,
        segments: Sequence[Segment],
        copies: Sequence[Mapping[Collection, Copies]],
        lexicon: Lexicon,
        vocabulary: LiveForms,
        directory: SpeakerDirectory,
        generations: Sequence[FirstSeen],
    ) -> None:
        """Take what ``opened.open_generation`` opened."""
        self._status, self._segments, self._directory = status, segments, directory
        self._vocabulary, self._generations = vocabulary, generations
        self._copies = {name: [one[name] for one in copies] for name in COLLECTIONS}
        self._expand = lru_cache(maxsize=512)(partial(expand, vocabulary=vocabulary, called=directory.ids_called))
        self._arrays, self._places, self._matched = Cache(_ARRAYS), Cache(_PLACES), Cache(_MATCHED)
        self._evaluators = [
            Evaluator(segment, lexicon, directory.ids, generations, self._arrays, self._places) for segment in segments
        ]
        self._statistics = Statistics.of(segments)
        self._facets = Facets(segments, self._copies, directory)

    @property
    def generation(self) -> str:
        """The name of the generation."""
        return self._status.generation

    def search(
        self, query: Query, collection: Collection, sort: Sort, offset: int, limit: int, is_grouped: bool = False
    ) -> Matches:
        """Give the exact total and ``limit`` hits from ``offset`` on, with snippets."""
        top = self.top(query, collection, sort, offset, limit, is_grouped)
        showing = Showing(self._evaluators, self._directory, top.tree, collection, top.ranked)
        hits, is_whole = make_hits(showing.matches(top.others), collection, offset + 1)
        return Matches(top.total, hits, top.warnings, top.is_exact, not (top.is_exact and is_whole), top.documents)

    def top(
        self, query: Query, collection: Collection, sort: Sort, offset: int, limit: int, is_grouped: bool = False
    ) -> Top:
        """Give the exact total and the places of ``limit`` documents from ``offset`` on, before any is opened."""
        matching: list[Chosen] = []
        scores: Sequence[SegmentScores] = ()
        tree, is_exact = query, False
        warnings: tuple[str, ...] = ()
        with suppress(OutOfTime):
            tree, warnings = self._expand(query)
            scores = Scorer(tree, collection, self._evaluators, self._statistics).segments
            for evaluator in self._evaluators:
                matching.append(evaluator.matching(tree, collection))
            is_exact = True
            self._matched.put((query, collection), matching, _bytes(matching))
        others = Others(matching, self._copies[collection]) if is_grouped else None
        shown = first_of_each(matching, self._copies[collection]) if is_grouped else matching
        found = [Found(one.numbers, its) for one, its in zip(shown, scores, strict=False)]
        ranked = tuple(rank(found, collection, sort, offset, limit))
        every = sum(one.bound for one in matching)
        return Top(tree, warnings, sum(one.bound for one in shown), ranked, is_exact, every, others)

    def _matching(self, query: Query, collection: Collection) -> list[Chosen]:
        """Give what matches in each segment; what a page counts of one search is found once. Raises OutOfTime."""
        check_time()

        def find() -> list[Chosen]:
            tree, _ = self._expand(query)
            return [one.matching(tree, collection) for one in self._evaluators]

        return self._matched.get((query, collection), find, _bytes)

    def count(self, query: Query, collection: Collection, is_grouped: bool = False) -> int:
        """Give how many documents match."""
        found = self._matching(query, collection)
        if is_grouped:
            return count_groups(found, self._copies[collection])
        return sum(one.bound for one in found)

    def facet(
        self,
        query: Query,
        collection: Collection,
        field: FacetField,
        shown: Query,
        limit: int,
        is_grouped: bool = False,
        offset: int = 0,
        beginning: str = "",
    ) -> Facet:
        """Count the values of a field over the documents that match."""
        matching = self._matching(query, collection)
        counted: list[Chosen | None] = [None] * len(matching)
        if collection == "articles" and field in SAID and (shown != USUAL or field == "role"):
            condition, _ = self._expand(shown)
            counted = [one.said(condition) for one in self._evaluators]
        selections = [
            Selection(segment, found, statements)
            for segment, found, statements in zip(self._segments, matching, counted, strict=True)
        ]
        return self._facets.count(field, selections, collection, limit, is_grouped, offset, beginning)

    def article(self, id: str) -> Article | None:
        """Give a whole article, its speakers' ids those of the archive."""
        found = self._find(id)
        return self._article(*found) if found else None

    def first_seen(self, ids: Sequence[str]) -> Mapping[str, FirstSeen]:
        """Give when articles entered the archive, those of them that it holds."""
        places = ((id, found) for id in ids if (found := self._find(id)))
        return {id: self._generations[int(segment.seen[number])] for id, (segment, number) in places}

    def copies(self, id: str) -> tuple[str, ...]:
        """Give the ids of the other articles that print the same story, earliest first."""
        found = self._find(id)
        if not found:
            return ()
        own = self._segments.index(found[0])
        live = [Chosen(segment.columns.articles, mask=segment.live) for segment in self._segments]
        others = Others(live, self._copies["articles"]).of(own, found[1])
        return tuple(self._segments[at].columns.ids[number] for at, number in others)

    def sharing(self, marks: Sequence[int]) -> tuple[str, ...]:
        """Give the ids of articles with a paragraph that has any of these marks."""
        return tuple(
            sorted(
                segment.columns.ids[number]
                for segment in self._segments
                for number in segment.columns.sharing(marks)
                if segment.live[number]
            )
        )

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

    def _article(self, segment: Segment, number: int) -> Article:
        return segment.article(number, self._directory)


def _bytes(found: Sequence[Chosen]) -> int:
    return sum(one.bytes for one in found)
