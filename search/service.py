"""SearchService: request -> tree -> engine -> Page. The only thing a face (site, feed, command line) talks to."""

from __future__ import annotations

import datetime
import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from search.backends.base import Searcher
from search.documents import KINDS, Article, SpeakerEntry, Statement
from search.errors import Gone, NotFound, OutOfTime
from search.marks import Marks, find_marks
from search.query.build import build_query, visible
from search.query.dates import DateRange
from search.query.expand import expand
from search.query.nodes import And, InField, Not, Or, Phrase, Query, Word
from search.query.nodes import Statement as StatementNode
from search.query.request import COLLECTIONS, Collection, SearchRequest
from search.reading import Reading, read
from search.results import (
    Copy,
    Correction,
    Facet,
    FacetField,
    FirstSeen,
    IndexStatus,
    Matches,
    Page,
    Part,
    Relaxation,
    ReusedParagraph,
    SpeakerList,
)
from search.reuse import copies_of, reused_paragraphs
from search.sentences import Sentence
from search.suggestions import FEW, did_you_mean, relaxations, removable

T = TypeVar("T")
FACET_LIMIT = 12
_FACETS: tuple[FacetField, ...] = ("speaker", "outlet", "kind")
_DROPS: dict[FacetField, Callable[[SearchRequest], SearchRequest]] = {
    "speaker": lambda request: replace(request, speakers=()),
    "outlet": lambda request: replace(request, outlets=()),
    "role": lambda request: replace(request, role=""),
    "kind": lambda request: replace(request, kinds=()),
    "month": lambda request: replace(request, dates=DateRange(), undated=None),
    "year": lambda request: replace(request, dates=DateRange(), undated=None),
}


@dataclass(frozen=True, slots=True)
class Opened:
    """An article opened to be read: the words that a search found in it, and the one statement asked for, if any.

    ``copies`` print the same story, ``reused`` are the paragraphs that others print as well. ``is_partial`` says that
    there was no time to find the words; ``first_seen``, when it entered the archive.
    """

    article: Article
    marks: Marks
    statement: Statement | None = None
    is_partial: bool = False
    copies: tuple[Copy, ...] = ()
    reused: tuple[ReusedParagraph, ...] = ()
    first_seen: FirstSeen | None = None


class SearchService:
    """Answers requests from whatever generation is live at the moment a question begins."""

    def __init__(self, current: Callable[[], Searcher], check: Callable[[], None] = lambda: None) -> None:
        """Take what gives the live searcher; each question asks it once, so that one page sees one generation.

        And take what looks whether the index is damaged.
        """
        self._current, self._check = current, check

    def check(self) -> None:
        """Look whether the index is damaged: for whoever meets an error that is none of ours. Raises IndexDamaged."""
        self._check()

    def page(self, request: SearchRequest, today: datetime.date | None = None) -> Page:
        """Answer a search. Raises BadParameter (of which BadQuery is one) for what cannot be understood.

        Where a deadline stops it, the page has what was found and counted by then, and says so.
        """
        began = time.perf_counter()
        searcher = self._current()
        query = build_query(request, today)
        matches = self._search(searcher, query, request)
        warnings = matches.warnings
        gathered = _Gathering(matches.is_partial)
        if gathered.found_nothing(matches) and (folded := fold_capitals(query)) != query:
            again = self._search(searcher, folded, request)
            if again.total or again.is_partial:
                gathered = _Gathering(again.is_partial)
                query, matches = folded, again
                warnings = (
                    *again.warnings,
                    Sentence("Nothing is written in capitals like that; small letters were searched too."),
                )
        others = gathered.take(self._other_totals(searcher, request, today))
        facets = gathered.take(self._facets(searcher, request, today))
        counted = gathered.take(self._counted_parts(searcher, request, today))
        uncounted = [Part(*removed, None) for removed in list(removable(request))[len(counted) :]]
        left_out = gathered.take(self._undated_left_out(searcher, request, today))
        meant: tuple[Correction, ...] = ()
        near: tuple[Relaxation, ...] = ()
        if matches.total <= FEW and not gathered.is_stopped:
            meant = gathered.take(did_you_mean(searcher, request, matches.total, today))
        if gathered.found_nothing(matches):
            near = gathered.take(relaxations(searcher, request, today))
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
            speakers=tuple(entry for id in request.speakers for entry in searcher.speaker(id)),
            took=round((time.perf_counter() - began) * 1000, 1),
            generation=searcher.generation,
            warnings=warnings,
            total_is_exact=matches.total_is_exact,
            is_partial=gathered.is_stopped,
            first_seen=searcher.first_seen([hit.article_id for hit in matches.hits]),
        )

    def every(self, request: SearchRequest, today: datetime.date | None = None) -> tuple[int, Iterator[Matches]]:
        """Give the exact total of a search and, run by run, every hit of it in its order, from one generation.

        Page and depth do not count. A run that a deadline stops says that it is partial. Raises OutOfTime.
        """
        searcher = self._current()
        query = build_query(request, today)
        total = searcher.count(query, request.collection, request.is_grouped)
        if not total and (folded := fold_capitals(query)) != query:
            query, total = folded, searcher.count(folded, request.collection, request.is_grouped)
        runs = (replace(request, page=page, per_page=RUN) for page in range(1, math.ceil(total / RUN) + 1))
        return total, (self._search(searcher, query, run) for run in runs)

    def histogram(self, request: SearchRequest, field: FacetField, today: datetime.date | None = None) -> Facet:
        """Count a search's documents over months or years, its own dates dropped. Raises OutOfTime."""
        searcher = self._current()
        return self._facet(searcher, request, field, today)

    def beside(self, request: SearchRequest, today: datetime.date | None = None) -> Facet:
        """Count who speaks in the articles that a search finds, those it asks for among them. Raises OutOfTime."""
        query = build_query(replace(request, collection="articles"), today)
        shown = visible(SearchRequest())
        return self._current().facet(query, "articles", "speaker", shown, FACET_LIMIT, request.is_grouped)

    def article(self, id: str) -> Article:
        """Give an article. Raises NotFound; Gone, if it was taken out for good."""
        return _article(self._current(), id)

    def opened(self, id: str, request: SearchRequest, today: datetime.date | None = None) -> Opened:
        """Give an article with the words of a search marked in it. Raises NotFound, Gone, or BadQuery."""
        searcher = self._current()
        article = _article(searcher, id)
        query = build_query(replace(request, collection="articles"), today)
        gathered = _Gathering(False)
        marks = next(iter(gathered.take(self._marks(searcher, article, query))), Marks((), ()))
        is_partial = gathered.is_stopped
        reused = gathered.take(reused_paragraphs(searcher, article))
        return Opened(
            article,
            marks,
            is_partial=is_partial,
            copies=copies_of(searcher, id),
            reused=reused,
            first_seen=searcher.first_seen([id]).get(id),
        )

    @staticmethod
    def _marks(searcher: Searcher, article: Article, query: Query) -> Iterator[Marks]:
        reading = read(article)
        tree, _ = expand(query, _OwnForms(reading))
        marks = find_marks(reading, tree)
        yield marks if marks.text or marks.headline else find_marks(reading, fold_capitals(tree))

    def statement(self, id: str) -> tuple[Article, Statement | None]:
        """Give the article that a statement's id leads to, and the statement if the article still holds it."""
        article = self.article(id.partition("-")[0])
        return article, next((statement for statement in article.statements if statement.id == id), None)

    def speakers(self, prefix: str = "", offset: int = 0, limit: int = 50) -> SpeakerList:
        """Give a run of the speakers' index, most statements first."""
        return self._current().speakers(prefix, offset, limit)

    def speaker(self, id: str) -> tuple[SpeakerEntry, ...]:
        """Give everyone whom an id means, most statements first. Raises NotFound if that is nobody."""
        found = self._current().speaker(id)
        if not found:
            raise NotFound(Sentence("speaker"), id)
        return found

    def status(self) -> IndexStatus:
        """Give what the live index says of itself."""
        return self._current().status()

    @staticmethod
    def _search(searcher: Searcher, query: Query, request: SearchRequest) -> Matches:
        return searcher.search(
            query, request.collection, request.sort, request.offset, request.per_page, request.is_grouped
        )

    def _count(self, searcher: Searcher, request: SearchRequest, today: datetime.date | None) -> int:
        return searcher.count(build_query(request, today), request.collection, request.is_grouped)

    def _facets(self, searcher: Searcher, request: SearchRequest, today: datetime.date | None) -> Iterator[Facet]:
        for field in _FACETS:
            yield self._facet(searcher, request, field, today)
        by_month = self._facet(searcher, request, "month", today)
        yield by_month if len(by_month.values) <= MONTHS_AT_MOST else self._facet(searcher, request, "year", today)

    def _facet(
        self, searcher: Searcher, request: SearchRequest, field: FacetField, today: datetime.date | None
    ) -> Facet:
        query = build_query(_DROPS[field](request), today)
        facet = searcher.facet(query, request.collection, field, visible(request), FACET_LIMIT, request.is_grouped)
        chosen = {"speaker": request.speakers, "outlet": request.outlets, "kind": request.kinds}.get(field, ())
        if not chosen:
            return facet
        values = tuple(value._replace(chosen=True) if value.value in chosen else value for value in facet.values)
        return replace(facet, values=values)

    def _other_totals(
        self, searcher: Searcher, request: SearchRequest, today: datetime.date | None
    ) -> Iterator[tuple[Collection, int]]:
        for other in COLLECTIONS:
            if other != request.collection:
                yield other, self._count(searcher, replace(request, collection=other), today)

    def _counted_parts(self, searcher: Searcher, request: SearchRequest, today: datetime.date | None) -> Iterator[Part]:
        for parameter, label, without in removable(request):
            found = self._count(searcher, without, today)
            yield Part(parameter, label, without, found)

    def _undated_left_out(
        self, searcher: Searcher, request: SearchRequest, today: datetime.date | None
    ) -> Iterator[int]:
        if not (request.dates.is_open or request.undated):
            yield self._count(searcher, replace(request, dates=DateRange(), undated="only"), today)


class _Gathering:
    """Takes what there is time for."""

    def __init__(self, is_stopped: bool) -> None:
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


RUN = 500
"""Hits that are read at once where all are."""
MONTHS_AT_MOST = 36
"""A timeline shows months up to so many; beyond, years."""


def _article(searcher: Searcher, id: str) -> Article:
    article = searcher.article(id)
    if article is None:
        taken_out = searcher.status().report.taken_out or {}
        raise Gone(id, taken_out[id]) if id in taken_out else NotFound(Sentence("article"), id)
    return article


def toggled(request: SearchRequest, field: FacetField, value: str) -> SearchRequest:
    """Give the search with a facet's value taken in, or out if it is in; a month or year replaces the dates."""
    return replace(request, **toggling(request, field, value))


def toggling(request: SearchRequest, field: FacetField, value: str) -> dict[str, Any]:
    """Give what becomes of a search's parts where a facet's value is taken in, or out if it is in."""
    changes: dict[str, Any] = {"page": 1}
    if field == "speaker":
        return changes | {"speakers": tuple(sorted({*request.speakers} ^ {value}))}
    if field == "outlet":
        return changes | {"outlets": tuple(sorted({*request.outlets} ^ {value}))}
    if field == "kind":
        return changes | {"kinds": tuple(kind for kind in KINDS if (kind in request.kinds) != (kind == value))}
    if field == "role":
        return changes | {"role": "" if request.role == value else value}
    if not value:
        return changes | {"dates": DateRange(), "undated": None if request.undated == "only" else "only"}
    dates = DateRange(value, value)
    return changes | {"dates": DateRange() if request.dates == dates else dates, "undated": None}


def fold_capitals(node: Query) -> Query:
    """Give the tree with capitals meaning nothing."""
    if isinstance(node, Word):
        return replace(node, capital=False)
    if isinstance(node, Phrase):
        return replace(node, words=tuple(replace(word, capital=False) for word in node.words))
    if isinstance(node, And | Or):
        return replace(node, children=tuple(map(fold_capitals, node.children)))
    if isinstance(node, Not | InField | StatementNode):
        return replace(node, child=fold_capitals(node.child))
    return node


class _OwnForms:
    """The vocabulary of one article."""

    def __init__(self, reading: Reading) -> None:
        self._known = sorted({token.form for token in (*reading.headline, *reading.text)})

    def beginning(self, prefix: str) -> Iterator[str]:
        return (form for form in self._known if form.startswith(prefix))

    def similar(self, form: str) -> Iterator[str]:
        return (known for known in self._known if abs(len(known) - len(form)) <= 1)
