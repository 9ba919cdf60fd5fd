"""From a matching article, or statement, to the hit that is shown: what every engine does alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from search.documents import Article, Speaker
from search.query.nodes import Query
from search.query.request import Collection
from search.reading import Reading, StatementReading
from search.results import Hit
from search.snippets import find_marks, make_snippets, mark_headline


def make_hit(
    reading: Reading,
    query: Query,
    collection: Collection,
    rank: int,
    score: float,
    within: StatementReading | None = None,
) -> Hit:
    """Give the hit for an article, or for its statement ``within``. ``query`` is expanded; ``rank`` counts from 1."""
    article = reading.article
    marks = find_marks(reading, query, within)
    return Hit(
        collection=collection,
        article_id=article.id,
        headline=mark_headline(reading, marks),
        snippets=make_snippets(reading, query, marks, collection, within),
        score=score,
        rank=rank,
        headline_derived=article.headline_derived,
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
        statement=within.statement if within else None,
    )


def speakers_of(article: Article) -> tuple[Speaker, ...]:
    """Give those who surely say something in an article, each once, in the order in which they first speak."""
    found: dict[str, Speaker] = {}
    for statement in article.statements:
        if statement.speaker and statement.attribution == "sure" and statement.cue_class == "speech":
            found.setdefault(statement.speaker.id, statement.speaker)
    return tuple(found.values())


def with_archive_speakers(article: Article, ids: Mapping[str, str]) -> Article:
    """Give the article with its own speakers' ids replaced by those of the archive."""
    return replace(
        article,
        statements=tuple(
            replace(
                statement, speaker=replace(statement.speaker, id=ids.get(statement.speaker.id, statement.speaker.id))
            )
            if statement.speaker
        is_excerpt=article.is_excerpt,
            else statement
            for statement in article.statements
        ),
    )
