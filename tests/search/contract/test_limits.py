"""No question takes for ever: what is too much is refused, what is too slow is stopped and says so, in every engine."""

from __future__ import annotations

import time

import pytest

import search.deadline
from search.errors import BadParameter, OutOfTime
from search.query.build import build_query, visible
from search.query.params import from_params
from search.service import SearchService
from tests.builders import article, request
from tests.clock import Clock
from tests.growth import LEAST
from tests.search.contract.engines import Engine, publish

STORIES = [
    article(
        f"The council met on day {number}. “We will fix pipe {number},” said Ann Poe. "
        + "the president of the town " * 40,
        headline=f"Council {number}",
        key=f"{number}.txt",
        published=f"2020-01-{number + 1:02}",
        says=[("Ann Poe", f"We will fix pipe {number},")],
    )
    for number in range(30)
]
HOSTILE = [
    "a*",
    "p* OR s* OR c*",
    "*",
    "*a*e*i*",
    "*tion*",
    '"the president of the"',
    '"the of the president"~50',
    " ".join(f'"the of"~{number}' for number in range(2, 15)),
    "(" * 400 + "a" + ")" * 400,
    "(" * 15 + "pipe" + ")" * 15,
    "NOT " * 120 + "a",
    "-" * 500,
    " OR ".join(["pre*", "pip*", "cou*", "tow*", "met*"] * 6),
    " ".join(["council~", "president~", "the~", "of~"] * 8),
    "said:(" * 12 + "fix" + ")" * 12,
    " OR ".join(f"said:{word}" for word in ["fix", "pipe", "we", "will"] * 7),
    "-the -of -town",
    'headline:"the the the the"',
    "🙈" * 512,
    "a" * 512,
    "\u0301" * 512,
    '"' * 512,
    "date:..",
    "2020-02-31 date:2020-02-31",
    "'" * 512,
    "x" * 100_000,
]


@pytest.fixture
def archive(engine: Engine) -> Engine:
    publish(engine, STORIES)
    return engine


def seconds(engine: Engine, text: str) -> float:
    """How long a page takes, or its refusal: the least of three."""
    service = SearchService(engine.searcher)
    least = float("inf")
    for _ in range(3):
        began = time.process_time()
        try:
            service.page(from_params([("q", text)]))
        except BadParameter as error:
            assert error.message
        least = min(least, time.process_time() - began)
    return least


def test_nothing_that_can_be_asked_is_many_times_as_slow_as_a_plain_question(archive: Engine) -> None:
    plain = max(LEAST, seconds(archive, "the president of the town"))
    slow = {text[:40]: found / plain for text in HOSTILE if (found := seconds(archive, text)) > 40 * plain}
    assert not slow


@pytest.mark.parametrize("collection", ["articles", "statements"])
@pytest.mark.parametrize("text", ["", "pipe", '"fix pipe"', "pip* OR counsil~", "said:pipe -zebra"])
def test_a_search_that_is_stopped_at_any_moment_has_a_part_and_says_so(
    archive: Engine, monkeypatch: pytest.MonkeyPatch, text: str, collection: str
) -> None:
    asked = request(text, collection=collection)
    service = SearchService(archive.searcher)
    whole = service.page(asked)
    assert not whole.is_partial
    assert whole.total_is_exact
    ends = set()
    for moments in (*range(1, 40), 80, 160, 320, 640, 100_000):
        # A clock that goes on at each look stops the search at its n-th look, wherever that is.
        monkeypatch.setattr(search.deadline, "time", Clock(1.0))
        with search.deadline.time_limit(moments) as deadline:
            page = service.page(asked)
        ends.add(page.is_partial)
        assert page.is_partial == deadline.is_missed
        assert page.total <= whole.total
        assert page.total == whole.total or not page.total_is_exact
        assert len(page.hits) <= min(page.total, asked.per_page)
        assert [part.label for part in page.parts] == [part.label for part in whole.parts]
        assert not page.relaxations
        if page.total_is_exact:
            assert [hit.id for hit in page.hits] == [hit.id for hit in whole.hits][: len(page.hits)]
        if not page.is_partial:
            assert [hit.snippets for hit in page.hits] == [hit.snippets for hit in whole.hits]
            assert page.facets == whole.facets
    assert ends == {True, False}


def test_counts_and_facets_are_stopped_too(archive: Engine) -> None:
    searcher, asked = archive.searcher(), request("pipe")
    tree = build_query(asked)
    with search.deadline.time_limit(0):
        with pytest.raises(OutOfTime):
            searcher.count(tree, "articles")
        with pytest.raises(OutOfTime):
            searcher.facet(tree, "articles", "speaker", visible(asked), 10)


def test_an_article_is_opened_even_if_there_is_no_time_to_mark_it(archive: Engine) -> None:
    service = SearchService(archive.searcher)
    with search.deadline.time_limit(0):
        opened = service.opened(STORIES[0].id, request("pipe"))
    assert opened.article.text == STORIES[0].text
    assert opened.is_partial
    assert not opened.marks.text


@pytest.mark.parametrize("text", ["pipe", "pip*", "pipe~", '"fix pipe"', '"fix pipe"~5', "said:fix", "council OR pipe"])
def test_a_search_whose_time_is_over_before_it_begins_says_that_it_is_partial(archive: Engine, text: str) -> None:
    tree, searcher = build_query(request(text)), archive.searcher()
    with search.deadline.time_limit(0):
        matches = searcher.search(tree, "articles", "relevance", 0, 10)
    assert (matches.hits, matches.is_partial, matches.total_is_exact) == ((), True, False)
