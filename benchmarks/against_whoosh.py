"""``python -m benchmarks.against_whoosh FOLDER``: 200 made-up searches asked of ours and of Whoosh as it comes.

FOLDER holds both indexes, as ``python -m benchmarks --keep FOLDER`` leaves them. Whoosh's own search is asked for the
words, and for dates, speaker and outlet by ``filter=``; what it finds is compared article by article. A difference is
explained if the reference engine's own rule, asked of the one article, says the same as ours, and says the same as
Whoosh once the article's paragraphs are made one: no phrase here reaches from one paragraph into the next. A star that
stands for more words than are searched here, which the answer says, is counted apart.
"""

from __future__ import annotations

import datetime
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import click
from whoosh import query
from whoosh.index import open_dir

from benchmarks.engines import load_engine
from benchmarks.synthetic import articles
from search.analysis import forms
from search.backends.opening import open_reader
from search.documents import Article
from search.hits import speakers_of
from search.ids import slug
from search.matching import matches
from search.query.build import build_query
from search.query.dates import DateRange
from search.query.leaves import Fuzzy, Phrase, Prefix, Word
from search.query.nodes import And, InField, Not, Or, Query
from search.query.parse import parse_query
from search.query.query_strings import to_query_string
from search.query.request import SearchRequest
from search.reading import read
from search.settings import Settings

ALL = 1_000_000
DRAWN = 500


def drawn(count: int, seed: str) -> list[SearchRequest]:
    """Give so many searches of the made-up archive, with what Whoosh can be asked for."""
    chance = random.Random(seed)
    known = list(islice(articles(DRAWN), DRAWN))

    def words() -> Sequence[str]:
        return forms(chance.choice(known).text.split("\n")[0])

    def item() -> str:
        run = words()
        at = chance.randrange(len(run) - 2)
        made: Sequence[Callable[[], str]] = (
            lambda: run[at],
            lambda: f'"{run[at]} {run[at + 1]}"',
            lambda: f"{(run[at] + 'ba')[:4]}*",
            lambda: f"{max(run, key=len)[:-1]}x~",
            lambda: f"headline:{run[at]}",
        )
        return chance.choices(made, (8, 4, 2, 1, 2))[0]()

    def text(depth: int) -> str:
        if depth and chance.random() < 0.3:
            return f"{text(depth - 1)} OR {text(depth - 1)}"
        items = [item()]
        for _ in range(chance.choice((0, 1, 1, 2))):
            more = f"({text(depth - 1)})" if depth and chance.random() < 0.25 else item()
            items.append(f"-{more}" if chance.random() < 0.25 else more)
        return " ".join(items)

    def request() -> SearchRequest:
        story = chance.choice(known)
        year = chance.randint(2010, 2022)
        return SearchRequest(
            text(2),
            dates=DateRange(f"{year}-02", f"{year + 2}-06-15") if chance.random() < 0.4 else DateRange(),
            speakers=(slug(chance.choice(speakers_of(story)).name),) if chance.random() < 0.3 else (),
            outlets=(slug(story.outlet or ""),) if chance.random() < 0.2 else (),
            copies="show",
        )

    return [request() for _ in range(count)]


def _whoosh(node: Query, fields: Sequence[str] = ("headline", "text")) -> query.Query:
    if isinstance(node, And | Or):
        kind = query.And if isinstance(node, And) else query.Or
        return kind([_whoosh(child, fields) for child in node.children])
    if isinstance(node, Not):
        return query.Not(_whoosh(node.child, fields))
    if isinstance(node, InField):
        return _whoosh(node.child, (node.field,))

    def leaf(field: str) -> query.Query:
        if isinstance(node, Phrase):
            return query.Phrase(field, [word.form for word in node.words])
        if isinstance(node, Prefix):
            return query.Prefix(field, node.form)
        if isinstance(node, Fuzzy):
            return query.FuzzyTerm(field, node.form, maxdist=1, prefixlength=0)
        assert isinstance(node, Word), f"{node!r} is not drawn"
        return query.Term(field, node.form)

    return query.Or([leaf(field) for field in fields])


def _filter(request: SearchRequest, outlets: dict[str, str]) -> query.Query | None:
    parts: list[query.Query] = [query.Term("speakers", speaker) for speaker in request.speakers]
    parts += [query.Term("outlet", outlets[outlet]) for outlet in request.outlets]
    if not request.dates.is_open:
        first, last = request.dates.first or datetime.date.min, request.dates.last or datetime.date.max
        parts.append(query.NumericRange("day", first.toordinal(), last.toordinal()))
    return query.And(parts) if parts else None


def _joined(article: Article) -> Article:
    return replace(article, text=article.text.replace("\n\n", "  "))


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--queries", default=200, show_default=True)
@click.option("--seed", default="1", show_default=True)
def main(folder: Path, queries: int, seed: str) -> None:
    """Ask, and print what differs."""
    load_engine("stock Whoosh")
    ours = open_reader(replace(Settings.from_environment({}), index=folder / "on-the-record")).current()
    stock = open_dir(str(folder / "stock-whoosh")).searcher()
    outlets = {slug(name.decode()): name.decode() for name in stock.lexicon("outlet")}
    unexplained = explained = capped = alike = something = 0
    for request in drawn(queries, seed):
        tree = build_query(request)
        total = ours.count(tree, "articles")
        found = stock.search(_whoosh(parse_query(request.text)), limit=None, filter=_filter(request, outlets))
        something += total > 0
        if len(found) == total:
            alike += 1
            continue
        top = ours.top(tree, "articles", "newest", 0, 0)
        if top.warnings:
            capped += 1
            click.echo(f"{to_query_string(request)}: {len(found)}, ours {total}: {' '.join(top.warnings)}")
            continue
        own = {hit.article_id for hit in ours.search(tree, "articles", "newest", 0, ALL).hits}
        apart = own ^ {hit["id"] for hit in found}
        stories = [story for id in apart if (story := ours.article(id))]
        if stories and all(
            matches(top.tree, read(story)) == (story.id in own) != matches(top.tree, read(_joined(story)))
            for story in stories
        ):
            explained += 1
            click.echo(f"{to_query_string(request)}: {len(found)}, ours {total}: a phrase across paragraphs")
            continue
        unexplained += 1
        click.echo(f"{to_query_string(request)}: {len(found)}, ours {total}: {sorted(apart)[:3]}")
    click.echo(f"{queries} searches, {something} of which find something: {alike} totals are equal,")
    click.echo(f"{explained} differ by phrases across paragraphs, {capped} by stars cut short, {unexplained} else.")
    sys.exit(1 if unexplained else 0)


if __name__ == "__main__":
    main()
