"""What comes first in an archive of several segments: the same as in one of a single segment."""

from __future__ import annotations

from pathlib import Path

import pytest

from search.backends.whoosh.layout import COLUMNS
from search.query.build import build_query
from search.query.request import SearchRequest, Sort
from tests.builders import article
from tests.search.backends.whoosh.archives import current, opened
from tests.search.backends.whoosh.test_segments import publish

BEST = "Levee levee levee."
STORIES = [article(BEST if n % 7 == 0 else f"Levee. {'Other words. ' * (n % 5)}", key=f"{n}.txt") for n in range(40)]


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
@pytest.mark.parametrize("later", [BEST, "Levee. Other words.", f"Levee. {'Nothing of it. ' * 20}"])
def test_a_small_segment_has_its_places_among_the_others(tmp_path: Path, sort: Sort, later: str) -> None:
    added = [article(later, key=f"later-{n}.txt") for n in range(3)]
    publish(tmp_path / "two", STORIES, fresh=True)
    publish(tmp_path / "two", added)
    publish(tmp_path / "one", (*STORIES, *added), fresh=True)
    assert len([*(current(tmp_path / "two") / COLUMNS).iterdir()]) == 2

    query = build_query(SearchRequest("levee"))
    for offset, limit in ((0, 3), (0, 10), (4, 10), (30, 20), (0, 0)):
        two, one = (
            opened(tmp_path / name).search(query, "articles", sort, offset, limit).hits for name in ("two", "one")
        )
        found = [[(hit.id, hit.score) for hit in hits] for hits in (two, one)]
        assert found[0] == found[1]
