"""One file -> its finished articles: parsed, dated, attributed. Touches no index."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from indexer.dating import date_article
from indexer.files import SourcePath, digest
from indexer.outlets import Outlets
from indexer.parsing import ParsedArticle, parse_file
from indexer.parsing.decoding import decode
from indexer.parsing.text import whole_body
from search.documents import Article, SourceFile, Statement
from search.ids import article_id, canonical_url, path_key

Attribute = Callable[[Article], tuple[Statement, ...]]


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """What reading needs to know beside the file: the outlets, and the last day that a date may name.

    ``whole_body`` takes each file as the body of an article, without looking for a header.
    """

    outlets: Outlets = field(default_factory=Outlets)
    today: datetime.date = field(default_factory=datetime.date.today)
    whole_body: bool = False


def read_articles(
    source: SourcePath, data: bytes, settings: ReadingSettings, attribute: Attribute | None = None
) -> tuple[Article, ...]:
    """Read the articles in the bytes of a file; raises Unreadable, with a reason, if there are none.

    ``attribute`` finds the statements; by default it is the project's own.
    """
    if settings.whole_body:
        parsed: tuple[ParsedArticle, ...] = (whole_body(decode(data)),)
    else:
        parsed = parse_file(source.path, data, settings.outlets.names)
    file = SourceFile(source.path, digest(data))
    find_statements = attribute or _attribute
    articles = []
    for one in parsed:
        article = _article(one, file, settings, alone=len(parsed) == 1)
        articles.append(replace(article, statements=find_statements(article)))
    return tuple(articles)


def _attribute(article: Article) -> tuple[Statement, ...]:
    # Loaded with its word lists on first use, so that parsing alone stays light.
    from indexer.attribution.attribute import attribute

    statements: tuple[Statement, ...] = attribute(article)
    return statements


def _article(parsed: ParsedArticle, file: SourceFile, settings: ReadingSettings, alone: bool) -> Article:
    known = settings.outlets.find(parsed.outlet, parsed.url)
    dating = date_article(parsed, _dated_path(parsed, file.path), settings.today, known.zone if known else None)
    part = parsed.part if alone else parsed.part or hashlib.sha256(parsed.text.encode()).hexdigest()[:13]
    key = (canonical_url(parsed.url) if parsed.url else None) or path_key(file.path, part)
    return Article(
        id=article_id(key),
        key=key,
        files=(file,),
        headline=parsed.headline,
        headline_derived=parsed.headline_derived,
        text=parsed.text,
        part=part,
        url=parsed.url,
        outlet=known.name if known else parsed.outlet,
        section=parsed.section,
        language=parsed.language,
        bylines=parsed.bylines,
        dateline=parsed.dateline,
        published=dating.published,
        published_day=dating.published_day,
        precision=dating.precision,
        dated_by=dating.dated_by,
        date_confidence=dating.confidence,
        date_candidates=dating.candidates,
        updated=dating.updated,
    )


def _dated_path(parsed: ParsedArticle, path: str) -> str:
    """The path that may hold the article's date: the name of a file with many articles is the day of the export."""
    return path if parsed.part is None else parsed.inner_path or ""
