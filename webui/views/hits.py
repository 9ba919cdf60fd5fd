"""The rows of a list: when on the left, who said what on the right. The same on every page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from search.documents import Kind, Statement
from search.query.request import SearchRequest
from search.results import Hit, Piece, Snippet
from webui import messages
from webui.links import Links
from webui.text_fragments import at_passage, web_host
from webui.views.citation import cite_statement
from webui.views.copies import Copies, copies_of
from webui.views.saying import cue_to_show, lacks_marks, note_of, quoted_with_cue
from webui.views.voices import Name, linked_names, role_of, who_says
from webui.wording import evidence
from webui.written_dates import WrittenDate, write_published

Addresses = Callable[[str, str], str]
"""Gives the address of an article, by its id, at an anchor there."""


class When(NamedTuple):
    """A date, what it rests on, and where that is explained."""

    date: WrittenDate
    evidence: str
    url: str


class Badge(NamedTuple):
    """How something was said: the badge's shape and its word."""

    kind: Kind
    label: str


class Lead(NamedTuple):
    """Who says an extract, in which role, and how."""

    name: str
    role: str
    badge: Badge
    note: str = ""


class Extract(NamedTuple):
    """A snippet for the page. ``cue`` is what introduces it where leaving that out would change its sense.

    ``is_bare`` says that the words are verbatim and that the slice holds no quotation marks around them.
    """

    pieces: tuple[Piece, ...]
    lead: Lead | None
    opens: bool
    closes: bool
    cue: str = ""
    is_bare: bool = False


class ArticleRow(NamedTuple):
    """An article in a list of hits."""

    when: When
    headline: tuple[Piece, ...]
    url: str
    outlet: str | None
    about: tuple[str, ...]
    extracts: tuple[Extract, ...]
    speakers: tuple[tuple[str, str], ...]
    copies: Copies | None


class StatementRow(NamedTuple):
    """A statement in a list of hits, or in any other list. ``names`` are empty if the story names nobody."""

    id: str
    when: When
    speaker: str
    names: tuple[Name, ...]
    role: str
    badge: Badge
    note: str
    extract: Extract
    headline: str
    url: str
    permanent_url: str
    outlet: str | None
    original_url: str
    quote: str
    citation: str
    references: tuple[tuple[str, str], ...]
    copies: Copies | None


def article_rows(hits: Iterable[Hit], request: SearchRequest, links: Links) -> tuple[ArticleRow, ...]:
    """Give the rows of articles that were found."""
    at = links.articles(request)
    return tuple(_article_row(hit, request, links, at) for hit in hits)


def statement_rows(hits: Iterable[Hit], request: SearchRequest, links: Links) -> tuple[StatementRow, ...]:
    """Give the rows of statements that were found."""
    at = links.articles(request)
    return tuple(_statement_row(hit, request, links, at) for hit in hits)


def _article_row(hit: Hit, request: SearchRequest, links: Links, at: Addresses) -> ArticleRow:
    speakers = () if request.speakers else tuple((who.name, links.speaker(who.id)) for who in hit.speakers[:4])
    return ArticleRow(
        when=_when(hit, at),
        headline=hit.headline,
        url=_address_of(hit, request, at),
        outlet=hit.outlet,
        about=tuple(filter(None, (", ".join(hit.bylines), hit.section, hit.place))),
        extracts=tuple(_extract(snippet, said="in a sentence") for snippet in hit.snippets),
        speakers=speakers,
        copies=copies_of(hit, at),
    )


def _statement_row(hit: Hit, request: SearchRequest, links: Links, at: Addresses) -> StatementRow:
    statement = hit.statement
    assert statement is not None, "a hit among statements has its statement"
    headline = "".join(piece.text for piece in hit.headline)
    return StatementRow(
        id=statement.id,
        when=_when(hit, at),
        speaker=who_says(statement),
        names=linked_names(statement, links),
        role=role_of(statement),
        badge=badge(statement.kind),
        note=note_of(statement),
        extract=_extract(hit.snippets[0] if hit.snippets else _unmarked(statement)),
        headline=headline,
        url=_address_of(hit, request, at),
        permanent_url=links.statement(statement.id),
        outlet=hit.outlet,
        original_url=at_passage(hit.url, statement.text.partition(" … ")[0]) if hit.url and web_host(hit.url) else "",
        quote=quoted_with_cue(statement),
        references=tuple((name, links.statement(statement.id, face)) for name, face in messages.REFERENCES),
        citation=cite_statement(statement, headline, hit, links.absolute(links.lasting.statement(statement.id))),
        copies=copies_of(hit, at),
    )


def address_of(hit: Hit, request: SearchRequest, links: Links) -> str:
    """Give the address at which a hit is read: its article, with the search's words marked, at the passage found."""
    return _address_of(hit, request, links.articles(request))


def _address_of(hit: Hit, request: SearchRequest, at: Addresses) -> str:
    if hit.statement:
        return at(hit.article_id, f"s-{hit.statement.id}")
    return at(hit.article_id, hit.snippets[0].anchor if hit.snippets and _is_about_words(request) else "")


def _when(hit: Hit, at: Addresses) -> When:
    return When(
        write_published(hit.published, hit.published_day, hit.precision),
        evidence(hit.dated_by, hit.precision),
        at(hit.article_id, "why-date"),
    )


def badge(kind: Kind, in_a_sentence: bool = False) -> Badge:
    """Give the badge of a kind of statement."""
    return Badge(kind, (messages.KINDS_IN_A_SENTENCE if in_a_sentence else messages.KINDS)[kind]())


def _unmarked(statement: Statement) -> Snippet:
    """Give the words of a statement that there was no time to mark."""
    return Snippet((Piece(statement.text),), f"s-{statement.id}", statement)


def _extract(snippet: Snippet, said: str = "") -> Extract:
    statement = snippet.statement
    lead = None
    if statement and said:
        lead = Lead(
            who_says(statement), role_of(statement), badge(statement.kind, in_a_sentence=True), note_of(statement)
        )
    cue = cue_to_show(statement) if statement and snippet.opens else ""
    is_bare = statement is not None and lacks_marks(statement, snippet.text)
    return Extract(snippet.pieces, lead, snippet.opens, snippet.closes, cue, is_bare)


def _is_about_words(request: SearchRequest) -> bool:
    return bool(request.text or request.speakers or request.role or request.kinds)
