"""``python -m tests.search.agreement``: a thousand made-up searches of 2,000 made-up articles, asked of both engines.

The engine that is served must answer as the reference does: the same totals, the same first ten with their scores and
extracts, and the same facets. It takes the better part of an hour, nearly all of it the reference's, which looks at
every article for every word; ``make test`` runs a small part.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from search.backends.base import Searcher
from search.documents import Article
from search.query.build import build_query, visible
from search.query.query_strings import to_query_string
from search.query.request import SearchRequest
from search.results import FACET_FIELDS
from tests.search.contract.engines import MemoryEngine, WhooshEngine, publish
from tests.search.made_up import archive, requests

SHOWN, FACETS = 10, 12
BATCHES = 4
"""The archive is indexed in several steps, and some of it replaced and taken out, so that it has several segments."""


def built(folder: Path, count: int) -> tuple[Searcher, Searcher]:
    """Index an archive with the reference and with the engine that is served."""
    made = list(archive(count, "agreement"))
    engines = MemoryEngine(), WhooshEngine(folder)
    for engine in engines:
        for first in range(0, count, -(-count // BATCHES)):
            batch: list[Article] = made[max(0, first - 5) : first + -(-count // BATCHES)]
            publish(engine, batch, removed=[one.id for one in made[first // 2 : first // 2 + 2]])
    return engines[0].searcher(), engines[1].searcher()


def differences(one: Searcher, other: Searcher, request: SearchRequest, nth: int) -> Iterator[str]:
    """Say in what two engines differ on a search; of the facets, two are compared, in turn."""
    tree, grouped = build_query(request), request.is_grouped
    expected, found = (
        searcher.search(tree, request.collection, request.sort, 0, SHOWN, grouped) for searcher in (one, other)
    )
    if (expected.total, expected.documents) != (found.total, found.documents):
        yield f"total {expected.total} of {expected.documents}, found {found.total} of {found.documents}"
    if expected.hits != found.hits:
        yield f"hits {[hit.article_id for hit in expected.hits]}, found {[hit.article_id for hit in found.hits]}"
    for at in (2 * nth, 2 * nth + 1):
        field = FACET_FIELDS[at % len(FACET_FIELDS)]
        wanted, counted = (
            searcher.facet(tree, request.collection, field, visible(request), FACETS, grouped)
            for searcher in (one, other)
        )
        if wanted != counted:
            yield f"{field} {wanted}, found {counted}"


@click.command()
@click.option("--articles", default=2_000, show_default=True)
@click.option("--queries", default=1_000, show_default=True)
@click.option("--seed", default="1", show_default=True)
def main(articles: int, queries: int, seed: str) -> None:
    """Ask, and print what differs."""
    sizes, apart = Counter[str](), 0
    with tempfile.TemporaryDirectory() as folder:
        reference, served = built(Path(folder), articles)
        for nth, request in enumerate(requests(queries, seed)):
            found = list(differences(reference, served, request, nth))
            apart += bool(found)
            for line in found:
                click.echo(f"{to_query_string(request)}: {line}")
            total = served.count(build_query(request), request.collection)
            sizes["none" if not total else "1 to 10" if total <= 10 else "11 to 100" if total <= 100 else "more"] += 1
            if nth % 50 == 49:
                click.echo(f"{nth + 1} asked, {apart} differ", err=True)
    click.echo(f"{queries} searches of {articles} articles: {apart} differ. Documents found: {dict(sizes)}")
    sys.exit(1 if apart else 0)


if __name__ == "__main__":
    main()
