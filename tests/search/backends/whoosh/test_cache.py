"""What is kept at hand: up to a size, the newest whatever it takes, and places apart from what is counted from them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from search.backends.whoosh import evaluate, searcher
from search.backends.whoosh.cache import Cache
from search.backends.whoosh.nearby import Counts, count_windows
from search.query.build import build_query, visible
from search.query.leaves import Phrase
from search.query.request import COLLECTIONS, SearchRequest
from search.results import FACET_FIELDS
from tests.search.contract.engines import WhooshEngine, publish
from tests.search.made_up import archive


def test_what_was_used_longest_ago_is_forgotten_and_the_newest_is_kept_whatever_it_takes() -> None:
    made: list[str] = []

    def ask(cache: Cache, key: str, size: int) -> None:
        cache.get(key, lambda: made.append(key), lambda _: size)

    cache = Cache(4_000)
    for key in ("a", "b", "a", "c", "a", "b"):
        ask(cache, key, 1_000)
    assert made == ["a", "b", "c", "b"]
    ask(cache, "large", 10_000)
    ask(cache, "large", 10_000)
    assert made[4:] == ["large"]
    ask(cache, "c", 1_000)
    ask(cache, "large", 10_000)
    assert made[5:] == ["c", "large"]


def test_words_near_each_other_are_found_once_for_both_collections(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many pairs of words there are, what a page counts of them is counted from what was found first."""
    found: list[object] = []

    def counting(leaf: Phrase, *others: Any) -> tuple[Counts, Counts]:
        found.append(leaf)
        return count_windows(leaf, *others)

    monkeypatch.setattr(searcher, "_PLACES", 0)
    monkeypatch.setattr(searcher, "_MATCHED", 0)
    monkeypatch.setattr(evaluate, "count_windows", counting)
    engine = WhooshEngine(tmp_path)
    publish(engine, archive(40, "places"))
    asked = engine.searcher()
    for collection in COLLECTIONS:
        request = SearchRequest('"the us"~50 OR "the of"~50 OR "ice us"~50', collection)
        tree = build_query(request)
        for _ in range(2):
            assert asked.search(tree, collection, "relevance", 0, 10).total
            for field in FACET_FIELDS:
                asked.facet(tree, collection, field, visible(request), 10)
            asked.count(tree, collection)
    pairs, fields = 3, 2
    assert len(found) == pairs * fields
