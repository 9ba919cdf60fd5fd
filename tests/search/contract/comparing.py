"""Two engines asked the same must answer the same, to the last bit."""

from __future__ import annotations

from search.analysis import tokenize
from search.backends.base import Searcher
from search.copies import paragraph_marks
from search.query.build import counted, visible
from search.query.leaves import Attributed
from search.query.nodes import Everything, Query
from search.query.request import COLLECTIONS, Collection, SearchRequest, Sort
from search.results import FACET_FIELDS

_SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest")


def assert_alike(one: Searcher, other: Searcher, tree: Query, collection: Collection) -> None:
    """Compare totals, hits with their snippets, scores and order, and facets: all but when something was added."""
    usual = visible(SearchRequest())
    for is_grouped in (False, True):
        for sort in _SORTS:
            expected = one.search(tree, collection, sort, 0, 100, is_grouped)
            assert other.search(tree, collection, sort, 0, 100, is_grouped) == expected
            assert other.search(tree, collection, sort, 1, 2, is_grouped).hits == expected.hits[1:3]
            assert other.search(tree, collection, sort, 0, 0, is_grouped).hits == ()
            assert expected.documents == one.count(tree, collection)
        assert other.count(tree, collection, is_grouped) == one.count(tree, collection, is_grouped) == expected.total
        for field in FACET_FIELDS:
            for shown in (Everything(), Attributed(("sure",)), usual, counted(tree, SearchRequest())):
                for limit in (2, 100):
                    expected_facet = one.facet(tree, collection, field, shown, limit, is_grouped)
                    assert other.facet(tree, collection, field, shown, limit, is_grouped) == expected_facet
            for run in ((1, ""), (0, "a"), (1, "o'p th"), (0, "!")):
                expected_facet = one.facet(tree, collection, field, usual, 2, is_grouped, *run)
                assert other.facet(tree, collection, field, usual, 2, is_grouped, *run) == expected_facet


def assert_same_archive(one: Searcher, other: Searcher) -> None:
    """Compare what does not depend on a question."""
    for collection in COLLECTIONS:
        assert_alike(one, other, Everything(), collection)
    assert one.speakers("", 0, 1000) == other.speakers("", 0, 1000)
    for prefix in ("a", "steve adl", "o'p", "x", "!"):
        assert one.speakers(prefix, 0, 2) == other.speakers(prefix, 0, 2)
    for entry in one.speakers("", 0, 1000).entries:
        assert one.speaker(entry.id) == other.speaker(entry.id)
        assert one.speaker(entry.id.partition(".")[0]) == other.speaker(entry.id.partition(".")[0])
    for hit in one.search(Everything(), "articles", "newest", 0, 1000).hits:
        found = one.article(hit.article_id)
        assert found == other.article(hit.article_id)
        assert one.copies(hit.article_id) == other.copies(hit.article_id)
        for _, marks in paragraph_marks(tokenize(found.text)) if found else ():
            assert hit.article_id in one.sharing(marks) == other.sharing(marks)
    own = ("generation", "built_at", "size")
    ours, theirs = ({k: getattr(s.status(), k) for k in s.status().__slots__ if k not in own} for s in (one, other))
    assert ours == theirs
