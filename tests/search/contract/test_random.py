"""Random trees over random archives: every engine answers as the reference does."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import search.copies
from search.documents import Article
from search.query.nodes import Query
from tests.search.contract.comparing import assert_alike, assert_same_archive
from tests.search.contract.engines import MemoryEngine, WhooshEngine, publish
from tests.search.contract.generated import archives, article_trees, statement_trees

several_articles = st.lists(article_trees, min_size=1, max_size=8)
several_statements = st.lists(statement_trees, min_size=1, max_size=8)
slow = settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))


@pytest.fixture(autouse=True, scope="module")
def _short_copies() -> Iterator[None]:
    """Let the short texts of random archives be copies of each other, and oftener than they would be."""
    with (
        patch.object(search.copies, "LEAST_WORDS", 5),
        patch.object(search.copies, "LEAST_IN_PARAGRAPH", 5),
        patch.object(search.copies, "ALIKE", 0.3),
    ):
        yield


@slow
@given(archives(), several_articles, several_statements)
def test_one_build(archive: list[Article], about_articles: list[Query], about_statements: list[Query]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        memory, whoosh = MemoryEngine(), WhooshEngine(Path(folder))
        for engine in (memory, whoosh):
            publish(engine, archive)
        for tree in about_articles:
            assert_alike(memory.searcher(), whoosh.searcher(), tree, "articles")
        for tree in about_statements:
            assert_alike(memory.searcher(), whoosh.searcher(), tree, "statements")
        assert_same_archive(memory.searcher(), whoosh.searcher())


@slow
@given(st.data())
def test_updates_in_several_segments_with_deletions(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        memory, whoosh = MemoryEngine(), WhooshEngine(Path(folder))
        for _ in range(data.draw(st.integers(2, 3))):
            archive = data.draw(archives(5))
            archive += data.draw(archives(2))
            removed = data.draw(st.lists(st.sampled_from(archive), max_size=2)) if archive else []
            for engine in (memory, whoosh):
                publish(engine, archive, removed=[article.id for article in removed])
        for tree in data.draw(several_articles):
            assert_alike(memory.searcher(), whoosh.searcher(), tree, "articles")
        for tree in data.draw(several_statements):
            assert_alike(memory.searcher(), whoosh.searcher(), tree, "statements")
        assert_same_archive(memory.searcher(), whoosh.searcher())
