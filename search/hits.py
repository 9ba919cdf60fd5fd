"""From a matching article, or statement, to the hit that is shown: what every engine does alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from search.deadline import check_time, is_over
from search.documents import Article, Speaker
from search.errors import OutOfTime
from search.identity import Identified
from search.query.nodes import Query
from search.query.request import Collection
from search.reading import Reading
from search.results import Copy, Hit, Piece, Snippet
from search.snippets import find_marks, make_snippets, mark_headline

COPIES_LISTED = 3
"""Copies that a hit names; it counts them all."""


@dataclass(frozen=True, slots=True)
class Match:
    """A document that an engine found: its article, that article made ready to be marked, and its score.

    ``statement`` is the number of the statement that was found, among the article's; None if the article was.
    ``copies`` are the others that it stands for.
    """

    article: Callable[[], Article]
    reading: Callable[[], Reading]
    score: float
    statement: int | None = None
    copies: tuple[Callable[[], Copy], ...] = ()


def make_hits(found: Iterable[Match], query: Query, collection: Collection, first: int) -> tuple[tuple[Hit, ...], bool]:
    """Give the hits for what was found, and whether they are whole. ``query`` is expanded; ranks go from ``first`` on.

    When the time is over, what was found is still listed, without snippets; and then no more.
    """
    hits: list[Hit] = []
    is_whole = True
    for rank, match in enumerate(found, start=first):
        if is_over():
            return tuple(hits), False
        try:
            hits.append(_marked(match, query, collection, rank))
        except OutOfTime:
            hits.append(_plain(match, collection, rank))
            is_whole = False
    return tuple(hits), is_whole


def _marked(match: Match, query: Query, collection: Collection, rank: int) -> Hit:
    check_time()
    reading = match.reading()
    within = reading.statement(match.statement) if match.statement is not None else None
    marks = find_marks(reading, query, within)
    snippets = make_snippets(reading, query, marks, collection, within)
    return _hit(match, reading.article, collection, rank, mark_headline(reading, marks), snippets)


def _plain(match: Match, collection: Collection, rank: int) -> Hit:
    article = match.article()
    return _hit(match, article, collection, rank, (Piece(article.headline),) if article.headline else (), ())


def _hit(
    match: Match,
    article: Article,
    collection: Collection,
    rank: int,
    headline: tuple[Piece, ...],
    snippets: tuple[Snippet, ...],
) -> Hit:
    return Hit(
        collection=collection,
        article_id=article.id,
        headline=headline,
        snippets=snippets,
        score=match.score,
        rank=rank,
        headline_derived=article.headline_derived,
        is_excerpt=article.is_excerpt,
        outlet=article.outlet,
        outlet_id=article.outlet_id,
        section=article.section,
        bylines=article.bylines,
        place=article.dateline.place if article.dateline else None,
        published=article.published,
        published_day=article.published_day,
        precision=article.precision,
        dated_by=article.dated_by,
        url=article.url,
        speakers=speakers_of(article),
        statement=article.statements[match.statement] if match.statement is not None else None,
        copies=tuple(make() for make in match.copies[:COPIES_LISTED]),
        copies_total=len(match.copies),
    )


def copy_of(article: Article, statement: int | None = None) -> Copy:
    """Give an article as a copy of another; with the number of a statement, as a copy of what was said."""
    return Copy(
        article.id,
        article.headline,
        article.outlet,
        article.published,
        article.published_day,
        article.precision,
        article.statements[statement].id if statement is not None else None,
    )


def speakers_of(article: Article) -> tuple[Speaker, ...]:
    """Give those who surely say something in an article, each once, in the order in which they first speak."""
    found: dict[str, Speaker] = {}
    for statement in article.statements:
        if statement.speaker and statement.attribution == "sure" and statement.cue_class == "speech":
            found.setdefault(statement.speaker.id, statement.speaker)
    return tuple(found.values())


def with_archive_speakers(article: Article, identified: Mapping[str, Identified]) -> Article:
    """Give the article with its own speakers' ids replaced by those of the archive, and why they are these."""
    statements = []
    for statement in article.statements:
        who = identified.get(statement.speaker.id) if statement.speaker else None
        if statement.speaker and who:
            statement = replace(statement, speaker=replace(statement.speaker, id=who.id), link=who.why)
        statements.append(statement)
    return replace(article, statements=tuple(statements))
