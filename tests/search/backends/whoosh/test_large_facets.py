"""Facets of many values are counted in another way than those of few; the counts are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from search.backends.whoosh.live import LiveReader
from search.query.build import visible
from search.query.leaves import Word
from search.query.nodes import Everything
from search.query.request import COLLECTIONS, SearchRequest
from search.results import FACET_FIELDS
from tests.builders import article, speaker
from tests.search.contract.engines import MemoryEngine, WhooshEngine, publish
from tests.search.contract.test_searching import STORIES


def test_many_values_are_counted_as_few_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(reference := MemoryEngine(), STORIES)
    publish(WhooshEngine(tmp_path), STORIES)
    monkeypatch.setattr("search.backends.whoosh.facets._FLAGS", 0)
    searcher = LiveReader(tmp_path).current()
    for collection in COLLECTIONS:
        for field in FACET_FIELDS:
            asked = (Everything(), collection, field, Everything(), 10)
            assert searcher.facet(*asked) == reference.searcher().facet(*asked)


def test_an_article_far_behind_those_with_many_speakers_has_its_own_alone(tmp_path: Path) -> None:
    """Numbers of articles are stored in as many bytes as those with many speakers need: 300 and 44 differ in one."""
    crowd = [speaker(f"Office {letter}{letter}", type="organisation") for letter in "ABCDEFGHIJ"]
    text = " ".join(f"“This is what {who.name} says,” said {who.name}." for who in crowd)
    stories = [
        article(f"{text} number{at}", key=f"{at}.txt", says=[(who, f"This is what {who.name} says,") for who in crowd])
        if at < 50
        else article(f"Nobody speaks: number{at}", key=f"{at}.txt")
        for at in range(1_100)
    ]
    publish(WhooshEngine(tmp_path), stories)
    searcher = LiveReader(tmp_path).current()
    heard = {
        at: searcher.facet(Word(f"number{at}"), "articles", "speaker", visible(SearchRequest()), 12).distinct
        for at in (0, 44, 49, 50, 255, 256, 300, 1_099)
    }
    assert heard == {0: 10, 44: 10, 49: 10, 50: 0, 255: 0, 256: 0, 300: 0, 1_099: 0}
