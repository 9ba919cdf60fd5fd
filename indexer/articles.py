"""One file -> its finished articles: parsed, dated, attributed. Touches no index."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from indexer.dating import Dating, date_article
from indexer.files import SourcePath, digest
from indexer.outcomes import ReadingSettings
from indexer.overrides import Override
from indexer.parsing.decoding import decode
from indexer.parsing.effort import reading
from indexer.parsing.parsed import LeftOut, ParsedArticle
from indexer.parsing.registry import find_parts
from indexer.parsing.sources import Found
from indexer.parsing.text import whole_body
from search.documents import Article, SourceFile, Statement
from search.ids import article_id, canonical_url, path_key

Attribute = Callable[[Article], tuple[Statement, ...]]


@dataclass(frozen=True, slots=True)
class Finished:
    """An article, and what it was made from."""

    article: Article
    parsed: ParsedArticle
    dating: Dating
    override: Override


SAME_WORDS = "has no id of its own and the same words as another story of this file, which is kept"
"""Why a story is left out whose id would be that of another one with another headline or date."""


def find_articles(
    source: SourcePath, data: bytes, settings: ReadingSettings, attribute: Attribute | None = None
) -> Iterator[Article | LeftOut]:
    """Give the articles in the bytes of a file one by one, and what was left out of it.

    ``attribute`` finds the statements; by default it is the project's own. Raises Unreadable, with a reason, where
    nothing can be read, or nothing any more.
    """
    for one in finish_articles(source, data, settings, attribute):
        yield one if isinstance(one, LeftOut) else one.article


def finish_articles(
    source: SourcePath, data: bytes, settings: ReadingSettings, attribute: Attribute | None = None
) -> Iterator[Finished | LeftOut]:
    """Give the articles as ``find_articles`` does, each with what it was made from."""
    parsed: Iterable[Found]
    if settings.whole_body:
        parsed = (whole_body(decode(data)),)
    else:
        parsed = _at_pace(find_parts(source.path, data, settings.outlets.names), settings.fast)
    file = SourceFile(source.path, digest(data))
    find_statements = attribute or _attribute
    printed: dict[str, tuple[int, str, str | None]] = {}
    for one, alone in _with_company(parsed):
        if isinstance(one, LeftOut):
            yield one
            continue
        made = _finished(one, source, file, settings, alone)
        story = hash(made.article.text), made.article.headline, made.article.published
        known = printed.setdefault(made.article.id, story)
        if known != story and known[0] == story[0]:
            yield LeftOut(f"{made.article.headline} ({made.article.published or 'undated'})", SAME_WORDS)
        else:
            yield replace(made, article=replace(made.article, statements=find_statements(made.article)))


def read_articles(
    source: SourcePath, data: bytes, settings: ReadingSettings, attribute: Attribute | None = None
) -> tuple[Article, ...]:
    """Read all articles in the bytes of a file, as ``find_articles`` does; raises Unreadable if there are none."""
    found = find_articles(source, data, settings, attribute)
    return tuple(one for one in found if not isinstance(one, LeftOut))


def _at_pace(parsed: Iterable[Found], fast: bool) -> Iterator[Found]:
    """Have each part read in haste, or not, whatever is read in between."""
    parts = iter(parsed)
    while True:
        with reading(fast):
            one = next(parts, None)
        if one is None:
            return
        yield one


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


def _finished(
    parsed: ParsedArticle, source: SourcePath, file: SourceFile, settings: ReadingSettings, alone: bool
) -> Finished:
    part = parsed.part if alone else parsed.part or hashlib.sha256(parsed.text.encode()).hexdigest()[:13]
    override = settings.overrides.find(source.root, file.path, part)
    outlet = override.outlet or parsed.outlet
    known = settings.outlets.find(outlet, None if override.outlet else parsed.url)
    zone = known.zone if known else None
    dating = date_article(parsed, _dated_path(parsed, file.path), settings.today, zone, override.date)
    key = (canonical_url(parsed.url) if parsed.url else None) or path_key(file.path, part)
    article = Article(
        id=article_id(key),
        key=key,
        files=(file,),
        headline=override.headline or parsed.headline,
        headline_derived=parsed.headline_derived and not override.headline,
        text=parsed.text,
        part=part,
        url=parsed.url,
        outlet=known.name if known else outlet,
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
        is_excerpt=parsed.is_excerpt,
    )
    return Finished(article, parsed, dating, override)


def _dated_path(parsed: ParsedArticle, path: str) -> str:
    """The path that may hold the article's date: the name of a file with many articles is the day of the export."""
    return path if parsed.part is None else parsed.inner_path or ""
