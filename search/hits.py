"""From a matching article, or statement, to the hit that is shown: what every engine does alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from search.deadline import check_time, is_over
from search.documents import Article, Precision, Speaker, Statement
from search.errors import OutOfTime
from search.identity import Identified
from search.ids import slug
from search.marks import Marked
from search.query.request import Collection
from search.results import Copy, Hit, Piece, Snippet
from search.snippets import make_snippets, mark_headline

COPIES_LISTED = 3
"""Copies that a hit names; it counts them all."""


class Card(NamedTuple):
    """What a hit shows of its article."""

    id: str
    headline: str
    headline_derived: bool
    is_excerpt: bool
    outlet: str | None
    section: str | None
    bylines: tuple[str, ...]
    place: str | None
    published: str | None
    published_day: str | None
    precision: Precision | None
    dated_by: str | None
    url: str | None
    speakers: tuple[Speaker, ...]


class Match(NamedTuple):
    """A document that an engine found, and its score: what is shown of its article, the article with what matched in
    it, the statement that was found if one was looked for, and the copies that it stands for."""

    card: Callable[[], Card]
    marked: Callable[[], Marked]
    score: float
    statement: Callable[[], Statement] | None = None
    copies: tuple[Callable[[], Copy], ...] = ()


def make_hits(found: Iterable[Match], collection: Collection, first: int) -> tuple[tuple[Hit, ...], bool]:
    """Give the hits for what was found, and whether they are whole. Ranks go from ``first`` on.

    When the time is over, what was found is still listed, without snippets; and then no more.
    """
    hits: list[Hit] = []
    is_whole = True
    for rank, match in enumerate(found, start=first):
        if is_over():
            return tuple(hits), False
        card = match.card()
        try:
            check_time()
            marked = match.marked()
            headline, snippets = mark_headline(marked), make_snippets(marked, collection)
        except OutOfTime:
            headline, snippets = (Piece(card.headline),) if card.headline else (), ()
            is_whole = False
        hits.append(_hit(match, card, collection, rank, headline, snippets))
    return tuple(hits), is_whole


def _hit(
    match: Match,
    card: Card,
    collection: Collection,
    rank: int,
    headline: tuple[Piece, ...],
    snippets: tuple[Snippet, ...],
) -> Hit:
    # In the order of its parts: a tuple made so takes a third of the time that a call with their names does.
    return _make(
        Hit,
        (
            collection,
            card.id,
            headline,
            snippets,
            match.score,
            rank,
            card.headline_derived,
            card.is_excerpt,
            card.outlet,
            _slug(card.outlet) if card.outlet else None,
            card.section,
            card.bylines,
            card.place,
            card.published,
            card.published_day,
            card.precision,
            card.dated_by,
            card.url,
            card.speakers,
            match.statement() if match.statement else None,
            tuple([make() for make in match.copies[:COPIES_LISTED]]),
            len(match.copies),
        ),
    )


_make = tuple.__new__
_slug = lru_cache(maxsize=1024)(slug)


def card_of(article: Article) -> Card:
    """Give what a hit shows of an article."""
    return Card(
        article.id,
        article.headline,
        article.headline_derived,
        article.is_excerpt,
        article.outlet,
        article.section,
        article.bylines,
        article.dateline.place if article.dateline else None,
        article.published,
        article.published_day,
        article.precision,
        article.dated_by,
        article.url,
        speakers_of(article),
    )


def copy_of(card: Card, statement: str | None = None) -> Copy:
    """Give an article as a copy of another; with the id of a statement, as a copy of what was said."""
    return Copy(card.id, card.headline, card.outlet, card.published, card.published_day, card.precision, statement)


def speakers_of(article: Article) -> tuple[Speaker, ...]:
    """Give those who surely say something in an article, each once, in the order in which they first speak."""
    found: dict[str, Speaker] = {}
    for statement in article.statements:
        if statement.attribution == "sure" and statement.cue_class == "speech":
            for speaker in statement.speakers:
                found.setdefault(speaker.id, speaker)
    return tuple(found.values())


def each_speaker(statement: Statement) -> tuple[Speaker, ...]:
    """Give those who say a statement, each once: two of its names may be those of one speaker of the archive."""
    found: dict[str, Speaker] = {}
    for speaker in statement.speakers:
        found.setdefault(speaker.id, speaker)
    return tuple(found.values())


def has_others(statement: Statement) -> bool:
    """Say whether others say a statement too whom the story does not name: "Baucus and other senators"."""
    return len(statement.together) == 1


def with_archive_speakers(article: Article, identified: Mapping[str, Identified]) -> Article:
    """Give the article with its own speakers' ids replaced by those of the archive, and why they are these."""
    return replace(article, statements=tuple(with_archive_ids(one, identified) for one in article.statements))


def with_archive_ids(statement: Statement, identified: Mapping[str, Identified]) -> Statement:
    """Give a statement with its speakers' ids replaced by those of the archive, and why they are these."""
    if not any(speaker.id in identified for speaker in statement.speakers):
        return statement
    found = [(speaker, identified.get(speaker.id)) for speaker in statement.speakers]
    speakers = tuple(replace(speaker, id=who.id) if who else speaker for speaker, who in found)
    reasons = [who.why if who else "" for _, who in found]
    link = "\n".join(reasons) if any(reasons) else ""
    if statement.speaker is not None:
        return replace(statement, speaker=speakers[0], link=link)
    return replace(statement, together=speakers, link=link)
