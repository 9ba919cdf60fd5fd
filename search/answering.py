"""One page of an answer: hits, totals, facets and what to ask instead, of one generation, while there is time."""

from __future__ import annotations

import datetime
import math
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from search.backends.base import Searcher
from search.documents import SpeakerEntry
from search.errors import OutOfTime
from search.narrowing import chosen_of, without
from search.query.build import build_query, counted, visible
from search.query.capitals import fold_capitals
from search.query.dates import DateRange
from search.query.nodes import Query
from search.query.request import COLLECTIONS, Collection, SearchRequest
from search.results import Correction, Facet, FacetField, Matches, Page, Part, Relaxation
from search.sentences import Sentence
from search.suggestions import FEW, did_you_mean, relaxations, removable

T = TypeVar("T")
FACET_LIMIT = 12
_FACETS: tuple[FacetField, ...] = ("speaker", "outlet", "place", "kind")
_MONTHS_AT_MOST = 36
"""A timeline shows months up to so many; beyond, years."""


class Answering:
    """Answers a search from one generation. Raises BadParameter (of which BadQuery is one) when it is begun."""

    def __init__(self, searcher: Searcher, request: SearchRequest, today: datetime.date | None = None) -> None:
        """Read what is asked for."""
        self._searcher, self._request = searcher, request
        self._today = today or datetime.date.today()
        self._query = build_query(request, self._today)
        self._trees: dict[SearchRequest, Query] = {}

    def page(self) -> Page:
        """Answer. Where a deadline stops it, the page has what was found and counted by then, and says so."""
        began = time.perf_counter()
        searcher, request = self._searcher, self._request
        query = self._query
        matches = search(searcher, query, request)
        warnings = matches.warnings
        gathered = Gathering(matches.is_partial)
        if gathered.found_nothing(matches) and (folded := fold_capitals(query)) != query:
            again = search(searcher, folded, request)
            if again.total or again.is_partial:
                gathered, query, matches = Gathering(again.is_partial), folded, again
                warnings = (
                    *again.warnings,
                    Sentence("Nothing is written in capitals like that; small letters were searched too."),
                )
        self._trees[request] = query
        others = gathered.take(self._other_totals())
        facets = gathered.take(self._facets())
        counted = gathered.take(self._counted_parts())
        uncounted = [Part(*removed, None) for removed in list(removable(request))[len(counted) :]]
        left_out = gathered.take(self._undated_left_out())
        outlets = gathered.take(self.outlets(facets))
        meant: tuple[Correction, ...] = ()
        near: tuple[Relaxation, ...] = ()
        if matches.total <= FEW and not gathered.is_stopped:
            meant = gathered.take(did_you_mean(searcher, request, matches.total, self._today))
        if gathered.found_nothing(matches):
            near = gathered.take(relaxations(searcher, request, self._today))
        return Page(
            request=request,
            hits=matches.hits,
            total=matches.total,
            totals={request.collection: matches.total} | dict(others),
            facets=facets,
            number=request.page,
            pages=max(1, math.ceil(matches.total / request.per_page)),
            parts=(*counted, *uncounted),
            relaxations=near,
            did_you_mean=meant[0] if meant else None,
            documents=matches.documents,
            undated_left_out=sum(left_out),
            speakers=self.speakers(),
            outlets={id: name for names in outlets for id, name in names.items()},
            took=round((time.perf_counter() - began) * 1000, 1),
            generation=searcher.generation,
            warnings=warnings,
            total_is_exact=matches.total_is_exact,
            is_partial=gathered.is_stopped,
            first_seen=lambda: searcher.first_seen([hit.article_id for hit in matches.hits]),
        )

    def facet(self, field: FacetField, offset: int = 0, limit: int = FACET_LIMIT, beginning: str = "") -> Facet:
        """Count the values of a field over what the search finds without its own choice of them. Raises OutOfTime."""
        request = self._request
        query = self.tree(without(request, field))
        shown = counted(query, request)
        facet = self._searcher.facet(
            query, request.collection, field, shown, limit, request.is_grouped, offset, beginning
        )
        chosen = chosen_of(request, field)
        if not chosen:
            return facet
        values = tuple(value._replace(chosen=True) if value.value in chosen else value for value in facet.values)
        return replace(facet, values=values)

    def tree(self, request: SearchRequest) -> Query:
        """Give the tree by which a search is answered: if it finds nothing, that in which capitals mean nothing.

        What a page counts is mostly the very same one. Raises OutOfTime.
        """
        tree = self._trees.get(request)
        if tree is None:
            tree = build_query(request, self._today)
            folded = fold_capitals(tree)
            if folded != tree and not self._searcher.count(tree, request.collection, request.is_grouped):
                tree = folded
            self._trees[request] = tree
        return tree

    def count(self, request: SearchRequest) -> int:
        """Count what a search finds. Raises OutOfTime."""
        return self._searcher.count(self.tree(request), request.collection, request.is_grouped)

    def _facets(self) -> Iterator[Facet]:
        yield from map(self.facet, _FACETS)
        by_month = self.facet("month")
        yield by_month if len(by_month.values) <= _MONTHS_AT_MOST else self.facet("year")

    def _other_totals(self) -> Iterator[tuple[Collection, int]]:
        for other in COLLECTIONS:
            if other != self._request.collection:
                yield other, self.count(replace(self._request, collection=other))

    def _counted_parts(self) -> Iterator[Part]:
        for parameter, label, without_it in removable(self._request):
            yield Part(parameter, label, without_it, self.count(without_it))

    def _undated_left_out(self) -> Iterator[int]:
        if not (self._request.dates.is_open or self._request.undated):
            yield self.count(replace(self._request, dates=DateRange(), undated="only"))

    def speakers(self) -> tuple[SpeakerEntry, ...]:
        """Give the speakers who are asked for."""
        return tuple(entry for id in self._request.speakers for entry in self._searcher.speaker(id))

    def outlets(self, facets: tuple[Facet, ...]) -> Iterator[Mapping[str, str]]:
        """Give the names of the outlets that are asked for: those of the facet, then those that it does not show.

        Raises OutOfTime.
        """
        asked = self._request.outlets
        shown = {value.value: value.label for facet in facets if facet.field == "outlet" for value in facet.values}
        yield {id: shown[id] for id in asked if id in shown}
        if others := tuple(id for id in asked if id not in shown):
            query = self.tree(SearchRequest(outlets=others))
            found = self._searcher.facet(query, "articles", "outlet", visible(SearchRequest()), len(others))
            yield {value.value: value.label for value in found.values}


class Gathering:
    """Takes what there is time for."""

    def __init__(self, is_stopped: bool) -> None:
        """Begin; ``is_stopped`` says that there was no time before."""
        self.is_stopped = is_stopped

    def take(self, items: Iterator[T]) -> tuple[T, ...]:
        """Give the items that come before the time is over."""
        taken: list[T] = []
        try:
            for item in items:
                taken.append(item)
        except OutOfTime:
            self.is_stopped = True
        return tuple(taken)

    def found_nothing(self, matches: Matches) -> bool:
        """Say whether nothing was found where everything was looked at."""
        return not matches.total and not self.is_stopped


def search(searcher: Searcher, query: Query, request: SearchRequest) -> Matches:
    """Find the hits of a search that its page shows."""
    return searcher.search(
        query, request.collection, request.sort, request.offset, request.per_page, request.is_grouped
    )
