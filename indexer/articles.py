"""One file -> its finished articles: parsed, dated, attributed. Touches no index."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from indexer.dating import date_article
from indexer.files import SourcePath, digest
from indexer.outlets import Outlets
from indexer.parsing.decoding import decode
from indexer.parsing.parsed import LeftOut, ParsedArticle
from indexer.parsing.registry import find_parts
from indexer.parsing.sources import Found
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


def find_articles(
    source: SourcePath, data: bytes, settings: ReadingSettings, attribute: Attribute | None = None
) -> Iterator[Article | LeftOut]:
    """Give the articles in the bytes of a file one by one, and what was left out of it.

    ``attribute`` finds the statements; by default it is the project's own. Raises Unreadable, with a reason, where
    nothing can be read, or nothing any more.
    """
    parsed: Iterable[Found]
    if settings.whole_body:
        parsed = (whole_body(decode(data)),)
    else:
        parsed = find_parts(source.path, data, settings.outlets.names)
    file = SourceFile(source.path, digest(data))
    find_statements = attribute or _attribute
    for one, alone in _with_company(parsed):
        if isinstance(one, LeftOut):
            yield one
        else:
            article = _article(one, file, settings, alone)
            yield replace(article, statements=find_statements(article))


def read_articles(
    source: SourcePath, data: bytes, settings: ReadingSettings, attribute: Attribute | None = None
) -> tuple[Article, ...]:
    """Read all articles in the bytes of a file, as ``find_articles`` does; raises Unreadable if there are none."""
    found = find_articles(source, data, settings, attribute)
    return tuple(one for one in found if not isinstance(one, LeftOut))


def _with_company(parsed: Iterable[Found]) -> Iterator[tuple[Found, bool]]:
    """Tell of each article whether it is the only one in its file, without holding more than one of them."""
    waiting: ParsedArticle | None = None
    alone = True
    try:
        for one in parsed:
            if isinstance(one, LeftOut):
                yield one, False
                continue
            if waiting:
                alone = False
                yield waiting, alone
            waiting = one
    except Exception:
        if waiting:  # what was found before the file broke its reader stands
            yield waiting, alone
        raise
    if waiting:
        yield waiting, alone


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
