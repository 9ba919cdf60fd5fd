"""The answer: hits with their snippets, facets, and a page of them.

What a page has many of is a tuple with names, which takes a tenth to a half of a frozen dataclass's time to make.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, get_args

from search.documents import Precision, Span, Speaker, SpeakerEntry, Statement
from search.query.request import Collection, SearchRequest

FacetField = Literal["speaker", "outlet", "place", "role", "kind", "month", "year"]
FACET_FIELDS: tuple[FacetField, ...] = get_args(FacetField)
LISTED: tuple[FacetField, ...] = ("speaker", "outlet", "place")
"""Facets of which a page shows the first values, and a page of its own all of them."""


class Piece(NamedTuple):
    """A run of text that did or did not match."""

    text: str
    matched: bool = False


class Snippet(NamedTuple):
    """An extract: joined, its pieces are a slice of the article's text (or headline), character for character.

    ``anchor`` is where the extract stands on the article's page: "s-<statement id>" or "p-<paragraph from 1>".
    ``statement`` is the statement that the extract is from, if it is one's words. ``opens`` and ``closes`` say
    whether the extract begins and ends where a sentence or its field does.
    """

    pieces: tuple[Piece, ...]
    anchor: str
    statement: Statement | None = None
    opens: bool = True
    closes: bool = True

    @property
    def text(self) -> str:
        """The extract without its marks."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Copy:
    """Another article that prints the same story; for a statement, that article's print of it has ``statement_id``."""

    article_id: str
    headline: str
    outlet: str | None = None
    published: str | None = None
    published_day: str | None = None
    precision: Precision | None = None
    statement_id: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words that two prints of a paragraph both have, or only this one (here), or only the other (there)."""

    text: str
    kind: Literal["same", "here", "there"]


@dataclass(frozen=True, slots=True)
class Reuse:
    """Another article that prints a paragraph: which of its paragraphs it is, from 1, and how the words differ."""

    copy: Copy
    paragraph: int
    changes: tuple[Change, ...]

    @property
    def is_verbatim(self) -> bool:
        """Whether no word differs."""
        return all(change.kind == "same" for change in self.changes)


@dataclass(frozen=True, slots=True)
class ReusedParagraph:
    """A paragraph, by its number from 1 and its span, that ``total`` others print too; ``reuses`` are the earliest."""

    number: int
    span: Span
    reuses: tuple[Reuse, ...]
    total: int


@dataclass(frozen=True, slots=True)
class FirstSeen:
    """When an article entered the archive: the generation it came with, and the instant that was published, in UTC."""

    generation: str
    at: str


class Hit(NamedTuple):
    """One article, or one statement, that matches. ``speakers`` are those who say something in the article.

    Where copies are grouped, a hit is the earliest of its group that matches: ``copies_total`` others match as well,
    and ``copies`` are the first of them.
    """

    collection: Collection
    article_id: str
    headline: tuple[Piece, ...]
    snippets: tuple[Snippet, ...]
    score: float
    rank: int
    headline_derived: bool = False
    is_excerpt: bool = False
    outlet: str | None = None
    outlet_id: str | None = None
    section: str | None = None
    bylines: tuple[str, ...] = ()
    place: str | None = None
    published: str | None = None
    published_day: str | None = None
    precision: Precision | None = None
    dated_by: str | None = None
    url: str | None = None
    speakers: tuple[Speaker, ...] = ()
    statement: Statement | None = None
    copies: tuple[Copy, ...] = ()
    copies_total: int = 0

    @property
    def id(self) -> str:
        """The permanent id of what was found."""
        return self.statement.id if self.statement else self.article_id


class FacetValue(NamedTuple):
    """One value of a field: how many documents have it, and whether the search asks for it."""

    value: str
    label: str
    count: int  # type: ignore[assignment]  # a tuple's own ``count`` is of no use here
    chosen: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A field's values with counts. ``distinct`` counts all values, shown or not."""

    field: FacetField
    values: tuple[FacetValue, ...]
    distinct: int


@dataclass(frozen=True, slots=True)
class Matches:
    """What a backend answers: the exact total, and the hits that were asked for.

    ``documents`` is the total with every copy counted.

    A search that was stopped by its deadline has what it found until then: ``total_is_exact`` says whether everything
    was looked at, ``is_partial`` whether anything is left out, be it a snippet.
    """

    total: int
    hits: tuple[Hit, ...]
    warnings: tuple[str, ...] = ()
    total_is_exact: bool = True
    is_partial: bool = False
    documents: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """One removable part of a search: which parameter, its words, the search without it and that search's total.

    The total is None if there was no time to count it.
    """

    parameter: str
    label: str
    without: SearchRequest
    total_without: int | None


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A near search that finds something, with how many documents it finds."""

    request: SearchRequest
    dropped: str
    total: int


@dataclass(frozen=True, slots=True)
class Correction:
    """The search that was perhaps meant, in the archive's own words and names, with how many documents it finds.

    ``speakers`` are those whom it asks for.
    """

    request: SearchRequest
    total: int
    speakers: tuple[SpeakerEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page of an answer. Where copies are grouped, everything is counted in groups but ``documents``, which counts
    each copy. ``totals`` has the total of both collections; ``took`` is in milliseconds; ``outlets`` has the
    names of those that are asked for, by id; ``first_seen`` looks up when the hits' articles entered the archive.

    If the deadline stopped it, ``is_partial`` is set; ``total`` is then what was found so far, unless
    ``total_is_exact``, and a collection that was not counted is missing from ``totals``.
    """

    request: SearchRequest
    hits: tuple[Hit, ...]
    total: int
    totals: Mapping[Collection, int]
    facets: tuple[Facet, ...]
    number: int
    pages: int
    parts: tuple[Part, ...]
    relaxations: tuple[Relaxation, ...]
    undated_left_out: int
    speakers: tuple[SpeakerEntry, ...]
    took: float
    generation: str
    warnings: tuple[str, ...] = ()
    total_is_exact: bool = True
    is_partial: bool = False
    did_you_mean: Correction | None = None
    documents: int = 0
    outlets: Mapping[str, str] = field(default_factory=dict)
    first_seen: Callable[[], Mapping[str, FirstSeen]] = dict

    def facet(self, field: FacetField) -> Facet | None:
        """Give the facet of a field, if it was counted."""
        return next((facet for facet in self.facets if facet.field == field), None)


@dataclass(frozen=True, slots=True)
class SpeakerList:
    """A run of the speakers' index, and how many there are in all."""

    total: int
    entries: tuple[SpeakerEntry, ...]
