"""Facets of many values are counted in another way than those of few; the counts are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from search.backends.whoosh.live import LiveReader
from search.query.nodes import Everything
from search.query.request import COLLECTIONS
from search.results import FACET_FIELDS
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
