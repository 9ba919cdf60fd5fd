"""What several say as one is shown under all of their names: on pages, in JSON, in feeds, tables and references."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from search.documents import Article, Source, Span, Statement
from tests.builders import article, speaker
from tests.webui.conftest import serve

BELL, MOSS, ROY = speaker("Carl Bell", "Sen."), speaker("Ann Moss", "Mayor"), speaker("Tom Roy", "Sen.")
JOINT, ALONE, SENATORS, OTHERS, THREE = (
    "The levee will hold,",
    "I asked for it,",
    "The bridge is closed,",
    "Farmers need this,",
    "Nobody was asked,",
)
WHY = {
    JOINT: "Bell ← Sen. Carl Bell, paragraph 1; by the role\nMoss ← Ann Moss, paragraph 2; by the role",
    SENATORS: "Bell ← Sen. Carl Bell, paragraph 1; named here\nRoy ← Tom Roy, paragraph 2; named here",
}


def told(of: Article) -> Article:
    """Give the story with the words that name who in each statement, and the evidence."""

    def one(statement: Statement, words: str) -> Statement:
        at = of.text.index(words, statement.content[0].end)
        source = Source(words, Span(at, at + len(words)))
        return replace(statement, source=source, why=WHY.get(statement.text, statement.why))

    sources = ("Bell and Moss", "Bell", "Bell and Roy", "Bell and other senators", "Bell, Moss and Roy")
    return replace(of, statements=tuple(map(one, of.statements, sources)))


STORY = told(
    article(
        f"“{JOINT}” Bell and Moss said. “{ALONE}” Bell said. “{SENATORS}” Bell and Roy said.\n\n"
        f"“{OTHERS}” Bell and other senators said. “{THREE}” Bell, Moss and Roy said.",
        "Levee to hold",
        "ledger/levee.txt",
        published="2024-05-14",
        says=[
            ((BELL, MOSS), JOINT),
            (BELL, ALONE),
            ((BELL, ROY), SENATORS),
            ((BELL,), OTHERS),
            ((BELL, MOSS, ROY), THREE),
        ],
    )
)
IDS = {statement.text: statement.id for statement in STORY.statements}


@pytest.fixture(scope="module")
def site() -> FlaskClient:
    return serve((STORY,)).test_client()


def test_json_names_everyone(site: FlaskClient) -> None:
    statements = {one["text"]: one for one in site.get(f"/article/{STORY.id}.json").get_json()["statements"]}
    assert {text: one["speaker"] and one["speaker"]["id"] for text, one in statements.items()} == {
        **dict.fromkeys((JOINT, SENATORS, OTHERS, THREE)),
        ALONE: "carl-bell",
    }
    assert {text: [who["id"] for who in one["speakers"]] for text, one in statements.items()} == {
        JOINT: ["carl-bell", "ann-moss"],
        ALONE: ["carl-bell"],
        SENATORS: ["carl-bell", "tom-roy"],
        OTHERS: ["carl-bell"],
        THREE: ["carl-bell", "ann-moss", "tom-roy"],
    }
    assert statements[JOINT]["speakers"][1] == {
        "id": "ann-moss",
        "name": "Ann Moss",
        "role": "Mayor",
        "type": "person",
    }
    assert statements[JOINT]["why"] == WHY[JOINT]
    assert statements[JOINT]["link"] == "the name"
    (hit,) = site.get("/search.json?q=levee&in=statements").get_json()["hits"]
    assert [who["id"] for who in hit["statement"]["speakers"]] == ["carl-bell", "ann-moss"]


def test_two_names_of_one_speaker_are_one_in_json() -> None:
    twice = article("“We paid,” they said.", says=[((speaker("Carl Bell"), speaker("Carl Bell", "Sen.")), "We paid,")])
    with serve((twice,)).test_client() as client:
        (statement,) = client.get(f"/article/{twice.id}.json").get_json()["statements"]
    assert [(who["id"], who["role"]) for who in statement["speakers"]] == [("carl-bell", None)]
