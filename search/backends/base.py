"""The engines' whole surface: what a Searcher answers and what a Writer takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Protocol

from search.builds import BuildReport, IndexStatus
from search.documents import Article, SourceFile, SpeakerEntry
from search.query.nodes import Query
from search.query.request import Collection, Sort
from search.results import Facet, FacetField, FirstSeen, Matches, SpeakerList
from search.speakers.table import NO_TABLE, SpeakerTable


class Searcher(Protocol):
    """Answers questions from one generation of an index, and from no other for as long as it lives."""

    @property
    def generation(self) -> str:
        """The name of the generation."""
        ...

    def search(
        self, query: Query, collection: Collection, sort: Sort, offset: int, limit: int, is_grouped: bool = False
    ) -> Matches:
        """Give the exact total and ``limit`` hits from ``offset`` on, with snippets.

        If ``is_grouped``, of documents that are copies of each other the earliest that matches stands for all.
        If the deadline stops it, what was found until then.
        """
        ...

    def count(self, query: Query, collection: Collection, is_grouped: bool = False) -> int:
        """Give how many documents match, or how many groups of copies. Raises OutOfTime."""
        ...

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
        """Count the values of a field over the documents that match, or groups of them. Raises OutOfTime.

        Of articles, the speakers, roles and kinds are those of statements that satisfy ``shown``. Values come by count,
        then by label, ``limit`` from ``offset`` on: those in whose label, or a speaker's other names, a word begins
        with ``beginning``. Those of a month or year come by time, all of them, with "" for undated.
        """
        ...

    def article(self, id: str) -> Article | None:
        """Give a whole article, its speakers' ids those of the archive."""
        ...

    def first_seen(self, ids: Sequence[str]) -> Mapping[str, FirstSeen]:
        """Give when articles entered the archive, those of them that it holds."""
        ...

    def copies(self, id: str) -> tuple[str, ...]:
        """Give the ids of the other articles that print the same story, earliest first."""
        ...

    def sharing(self, marks: Sequence[int]) -> tuple[str, ...]:
        """Give the ids of articles with a paragraph that has any of these marks (``copies.paragraph_marks``)."""
        ...

    def speakers(self, prefix: str, offset: int, limit: int) -> SpeakerList:
        """Give speakers of whose name a word begins with ``prefix`` ("" for all), most statements first.

        If it has several words, each begins one of the name; what has no letters begins none.
        """
        ...

    def speaker(self, id: str) -> tuple[SpeakerEntry, ...]:
        """Give everyone whom an id means: one, several people of one name, or nobody."""
        ...

    def similar(self, form: str) -> tuple[str, ...]:
        """Give the forms in headlines and texts that are a slip of the keyboard from this one, in order."""
        ...

    def status(self) -> IndexStatus:
        """Give what the index says of itself."""
        ...


class Writer(Protocol):
    """Takes articles into a new generation. As a context manager, an error discards it; so does leaving unpublished."""

    def files(self) -> Mapping[str, tuple[str, tuple[str, ...]]]:
        """Give every file that the index knows: its path -> (digest, the ids of the articles it holds)."""
        ...

    def article(self, id: str) -> Article | None:
        """Give an article as it stands in the index before this build."""
        ...

    def add(self, article: Article) -> None:
        """Take an article; one of the same id, already there, is replaced."""
        ...

    def remove(self, id: str) -> None:
        """Take an article out."""
        ...

    def note_file(self, file: SourceFile, articles: tuple[str, ...]) -> None:
        """Keep a file's digest and the ids of its articles, none for one that was skipped."""
        ...

    def forget_file(self, path: str) -> None:
        """Drop a file that is no longer there."""
        ...

    def publish(self, report: BuildReport, corpus_digest: str, table: SpeakerTable = NO_TABLE) -> IndexStatus:
        """Make the new generation live, in one step, and give its status; counts of articles are filled in.

        The speakers of all articles are identified anew; ``table`` is what a librarian says of them.
        """
        ...

    def discard(self) -> None:
        """Drop all that was taken; the live generation stays as it was."""
        ...

    def __enter__(self) -> Writer:
        """Begin."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End; whatever is not published is discarded."""
        ...
