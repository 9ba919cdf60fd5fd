"""What reading is timed on."""

from __future__ import annotations

from benchmarks.reading import articles_of_a_size, attribution_rate
from indexer.attribution import attribute


def test_articles_of_a_size_are_of_about_that_size_and_full_of_statements() -> None:
    articles = [*articles_of_a_size(2_500)]

    assert len(articles) >= 30
    assert all(2_400 <= len(article.text) <= 2_500 for article in articles)
    assert len({article.id for article in articles}) == len(articles)
    assert sum(len(attribute(article)) for article in articles[:10]) >= 40


def test_the_rate_is_that_of_all_articles_together() -> None:
    articles = [*articles_of_a_size(2_500)][:2]

    assert 1 < attribution_rate(articles, runs=2) < 1_000_000
