"""What several say as one is found under each of them, and is one statement."""

from __future__ import annotations

import pytest

from search.query.build import build_query, visible
from search.query.request import COLLECTIONS, Collection, SearchRequest
from search.results import FacetField
from tests.builders import article, request, speaker
from tests.search.contract.engines import Engine, publish

BELL, MOSS, ROY = speaker("Carl Bell", "Sen."), speaker("Ann Moss", "Sen."), speaker("Tom Roy", "Mayor")
JOINT, ALONE, SECOND = "The levee will hold,", "I asked for it,", "The bridge is closed,"
STORIES = [
    article(
        f"“{JOINT}” Bell and Moss said. “{ALONE}” Bell said. “{SECOND}” Moss and Roy said.",
        key="one",
        says=[((BELL, MOSS), JOINT), (BELL, ALONE), ((MOSS, ROY), SECOND, {"attribution": "possible"})],
    ),
    article("“We paid,” Roy said.", key="two", says=[(ROY, "We paid,")]),
]


@pytest.fixture
def archive(engine: Engine) -> Engine:
    publish(engine, STORIES)
    return engine


def found(engine: Engine, text: str = "", **fields: object) -> list[str]:
    asked = request(text, collection="statements", **fields)
    matches = engine.searcher().search(build_query(asked), asked.collection, "relevance", 0, 10)
    assert engine.searcher().count(build_query(asked), asked.collection) == matches.total
    return sorted(hit.statement.text for hit in matches.hits if hit.statement)


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        ("", {"speakers": ("carl-bell",)}, [ALONE, JOINT]),
        ("", {"speakers": ("ann-moss",)}, [JOINT]),
        ("", {"speakers": ("ann-moss",), "possible": True}, [SECOND, JOINT]),
        ("", {"speakers": ("tom-roy",)}, ["We paid,"]),
        ("", {"speakers": ("ann-moss", "carl-bell")}, [ALONE, JOINT]),
        ("levee", {"speakers": ("ann-moss",)}, [JOINT]),
        ("", {"role": "mayor", "possible": True}, [SECOND, "We paid,"]),
        ("speaker:moss role:mayor", {"possible": True}, [SECOND]),
        ("speaker:moss -speaker:bell", {"possible": True}, [SECOND]),
        ("-speaker:bell", {}, ["We paid,"]),
        ('speaker:"Ann Moss"', {}, [JOINT]),
    ],
)
def test_it_is_found_under_each(archive: Engine, text: str, fields: dict[str, object], expected: list[str]) -> None:
    assert found(archive, text, **fields) == sorted(expected)


def counts(engine: Engine, collection: Collection, field: FacetField, asked: SearchRequest) -> dict[str, int]:
    facet = engine.searcher().facet(build_query(asked), collection, field, visible(asked), 10)
    return {value.value: value.count for value in facet.values}


@pytest.mark.parametrize("collection", COLLECTIONS)
@pytest.mark.parametrize(
    ("field", "possible", "of_articles", "of_statements"),
    [
        (
            "speaker",
            False,
            {"carl-bell": 1, "ann-moss": 1, "tom-roy": 1},
            {"carl-bell": 2, "ann-moss": 1, "tom-roy": 1},
        ),
        ("speaker", True, {"tom-roy": 2, "carl-bell": 1, "ann-moss": 1}, {"carl-bell": 2, "ann-moss": 2, "tom-roy": 2}),
        ("role", False, {"sen": 1, "mayor": 1}, {"sen": 2, "mayor": 1}),
        ("role", True, {"sen": 1, "mayor": 2}, {"sen": 3, "mayor": 2}),
    ],
)
def test_facets_count_it_for_each_and_once_for_a_role(
    archive: Engine,
    collection: Collection,
    field: FacetField,
    possible: bool,
    of_articles: dict[str, int],
    of_statements: dict[str, int],
) -> None:
    asked = request("", collection=collection, possible=possible)
    expected = of_articles if collection == "articles" else of_statements
    assert counts(archive, collection, field, asked) == expected


def test_each_speaker_has_it_among_their_statements(archive: Engine) -> None:
    known = {entry.id: (entry.statements, entry.articles) for entry in archive.searcher().speakers("", 0, 10).entries}
    assert known == {"carl-bell": (2, 1), "ann-moss": (1, 1), "tom-roy": (1, 1)}


def test_an_article_and_a_hit_give_all_of_them(archive: Engine) -> None:
    stored = archive.searcher().article(STORIES[0].id)
    assert stored is not None
    assert [[who.id for who in said.speakers] for said in stored.statements] == [
        ["carl-bell", "ann-moss"],
        ["carl-bell"],
        ["ann-moss", "tom-roy"],
    ]
    assert [said.speaker and said.speaker.id for said in stored.statements] == [None, "carl-bell", None]
    asked = request("levee")
    (hit,) = archive.searcher().search(build_query(asked), "articles", "relevance", 0, 10).hits
    assert [who.id for who in hit.speakers] == ["carl-bell", "ann-moss"]


def test_an_update_and_a_removal_keep_it(engine: Engine) -> None:
    publish(engine, STORIES)
    publish(engine, [article("“So be it,” Roy said.", key="three", says=[(ROY, "So be it,")])])
    assert found(engine, speakers=("ann-moss",)) == [JOINT]
    publish(engine, [], removed=[STORIES[0].id])
    assert found(engine, speakers=("ann-moss",)) == []
    assert counts(engine, "statements", "speaker", request("", collection="statements")) == {"tom-roy": 2}
