"""SearchService: request -> tree -> engine -> Page. The only thing a face (site, feed, command line) talks to."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from search.answering import FACET_LIMIT, Answering, Gathering, search
from search.backends.base import Searcher
from search.builds import IndexStatus
from search.documents import Article, SpeakerEntry, Statement
from search.errors import Gone, NotFound
from search.folding import without_accents
from search.listing import Listing, list_values
from search.marks import Marks, find_marks
from search.query.build import build_query, visible
from search.query.capitals import fold_capitals
from search.query.expand import expand
from search.query.nodes import Query
from search.query.request import SearchRequest
from search.reading import Reading, read
from search.results import Copy, Facet, FacetField, FirstSeen, Matches, Page, ReusedParagraph, SpeakerList
from search.reuse import copies_of, reused_paragraphs
from search.sentences import Sentence
from search.slips import MOST_DOUBLED
from search.suggestions import nearly_called

RUN = 500
"""Hits that are read at once where all are."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An article opened to be read: the words that a search found in it, and the one statement asked for, if any.

    ``copies`` print the same story, the first of ``copies_total``; ``reused`` are the paragraphs that others print as
    well. ``is_partial`` says that there was no time to find the words; ``first_seen``, when it entered the archive.
    """

    article: Article
    marks: Marks
    statement: Statement | None = None
    is_partial: bool = False
    copies: tuple[Copy, ...] = ()
    copies_total: int = 0
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

    def held(self) -> SearchService:
        """Give the service of the generation that is live when it is first asked: whoever asks again gets the same."""
        held: list[Searcher] = []

        def current() -> Searcher:
            if not held:
                held.append(self._current())
            return held[0]

        return SearchService(current, self._check)

    def page(self, request: SearchRequest, today: datetime.date | None = None) -> Page:
        """Answer a search. Raises BadParameter (of which BadQuery is one) for what cannot be understood.

        Where a deadline stops it, the page has what was found and counted by then, and says so.
        """
        return Answering(self._current(), request, today).page()

    def every(self, request: SearchRequest, today: datetime.date | None = None) -> tuple[int, Iterator[Matches]]:
        """Give the exact total of a search and, run by run, every hit of it in its order, from one generation.

        Page and depth do not count. A run that a deadline stops says that it is partial. Raises OutOfTime.
        """
        searcher = self._current()
        query = Answering(searcher, request, today).tree(request)
        total = searcher.count(query, request.collection, request.is_grouped)
        runs = (replace(request, page=page, per_page=RUN) for page in range(1, math.ceil(total / RUN) + 1))
        return total, (search(searcher, query, run) for run in runs)

    def histogram(self, request: SearchRequest, field: FacetField, today: datetime.date | None = None) -> Facet:
        """Count a search's documents over months or years, its own dates dropped. Raises OutOfTime."""
        return Answering(self._current(), request, today).facet(field)

    def values(
        self,
        request: SearchRequest,
        field: FacetField,
        beginning: str = "",
        offset: int = 0,
        limit: int = FACET_LIMIT,
        today: datetime.date | None = None,
    ) -> Listing:
        """Give a run of all the values of a facet of a search, of whose name a word begins so. Raises OutOfTime."""
        return list_values(self._current(), request, field, beginning, offset, limit, today)

    def beside(self, request: SearchRequest, today: datetime.date | None = None) -> Facet:
        """Count who speaks in the articles that a search finds, those it asks for among them. Raises OutOfTime."""
        searcher, asked = self._current(), replace(request, collection="articles")
        query, shown = Answering(searcher, asked, today).tree(asked), visible(SearchRequest())
        return searcher.facet(query, "articles", "speaker", shown, FACET_LIMIT, request.is_grouped)

    def article(self, id: str) -> Article:
        """Give an article. Raises NotFound; Gone, if it was taken out for good."""
        return _article(self._current(), id)

    def opened(self, id: str, request: SearchRequest, today: datetime.date | None = None) -> Opened:
        """Give an article with the words of a search marked in it. Raises NotFound, Gone, or BadQuery."""
        searcher = self._current()
        article = _article(searcher, id)
        query = build_query(replace(request, collection="articles"), today)
        gathered = Gathering(False)
        marks = next(iter(gathered.take(self._marks(searcher, article, query))), Marks((), ()))
        is_partial = gathered.is_stopped
        reused = gathered.take(reused_paragraphs(searcher, article))
        return Opened(
            article,
            marks,
            is_partial=is_partial,
            copies=copies_of(searcher, id),
            copies_total=len(searcher.copies(id)),
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
        searcher = self._current()
        found = searcher.speaker(id) or searcher.speaker(without_accents(id))
        if not found:
            raise NotFound(Sentence("speaker"), id)
        return found

    def nearly_called(self, id: str) -> tuple[SpeakerEntry, ...]:
        """Give everyone whom an id means that is spelled nearly as this one, which is nobody's."""
        searcher = self._current()
        return searcher.speaker(nearly_called(searcher, id))

    def status(self) -> IndexStatus:
        """Give what the live index says of itself."""
        return self._current().status()


def _article(searcher: Searcher, id: str) -> Article:
    article = searcher.article(id)
    if article is None:
        taken_out = searcher.status().report.taken_out or {}
        raise Gone(id, taken_out[id]) if id in taken_out else NotFound(Sentence("article"), id)
    return article


class _OwnForms:
    """The vocabulary of one article."""

    def __init__(self, reading: Reading) -> None:
        self._known = sorted({token.form for token in (*reading.headline, *reading.text)})

    def beginning(self, prefix: str) -> Iterator[str]:
        return (form for form in self._known if form.startswith(prefix))

    def similar(self, form: str) -> Iterator[str]:
        return (known for known in self._known if abs(len(known) - len(form)) <= MOST_DOUBLED)
