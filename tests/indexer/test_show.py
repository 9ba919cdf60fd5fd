"""The wire form, key by key: other programs read it."""

from __future__ import annotations

import json

from indexer.show import error_to_wire
from search.documents import Article, Cue, DateCandidate, Dateline, Source, SourceFile, Span, Speaker, Statement
from search.wire import article_to_wire

STATEMENT = Statement(
    id="abc-1",
    article_id="abc",
    kind="mixed",
    attribution="sure",
    content=(Span(0, 4), Span(10, 14)),
    text="“It … time”",
    speaker=Speaker("maren-tolliver", "Maren Tolliver", "Mayor"),
    source=Source("she", Span(5, 8)),
    cue=Cue("said", Span(8, 12), "speech"),
    confidence=0.9,
    why="she ← Mayor Maren Tolliver, paragraph 1",
)
ARTICLE = Article(
    id="abc",
    key="a.txt",
    files=(SourceFile("a.txt", "d"), SourceFile("b.txt", "e")),
    headline="Bond passes",
    text="“It is time,” she said.",
    url="https://elleryledger.example/bond",
    outlet="The Ellery Ledger",
    section="County",
    language="en",
    bylines=("Paula Quist",),
    dateline=Dateline("Fenwick Mills", "KQEL"),
    published="2024-05-28T22:41:00-05:00",
    published_day="2024-05-28",
    precision="minute",
    dated_by="json-ld",
    date_confidence=0.97,
    date_candidates=(DateCandidate("2024-05-28", "url", "2024/05/28"),),
    updated="2024-05-29",
    statements=(STATEMENT,),
)


def test_an_article():
    assert article_to_wire(ARTICLE) == {
        "wire": 1,
        "file": "a.txt",
        "part": None,
        "id": "abc",
        "url": "https://elleryledger.example/bond",
        "outlet": "The Ellery Ledger",
        "headline": "Bond passes",
        "headline_derived": False,
        "is_excerpt": False,
        "bylines": ["Paula Quist"],
        "section": "County",
        "language": "en",
        "dateline": {"place": "Fenwick Mills", "agency": "KQEL"},
        "published": "2024-05-28T22:41:00-05:00",
        "published_day": "2024-05-28",
        "precision": "minute",
        "dated_by": "json-ld",
        "date_confidence": 0.97,
        "date_candidates": [{"value": "2024-05-28", "evidence": "url", "text": "2024/05/28"}],
        "updated": "2024-05-29",
        "text": "“It is time,” she said.",
        "statements": [
            {
                "id": "abc-1",
                "in": "text",
                "kind": "mixed",
                "attribution": "sure",
                "speaker": {"id": "maren-tolliver", "name": "Maren Tolliver", "role": "Mayor", "type": "person"},
                "speakers": [{"id": "maren-tolliver", "name": "Maren Tolliver", "role": "Mayor", "type": "person"}],
                "source": {"text": "she", "start": 5, "end": 8},
                "cue": {"text": "said", "start": 8, "end": 12, "class": "speech"},
                "content": [{"start": 0, "end": 4}, {"start": 10, "end": 14}],
                "text": "“It … time”",
                "confidence": 0.9,
            }
        ],
    }


def test_the_order_of_the_keys_is_fixed():
    assert list(article_to_wire(ARTICLE))[:4] == ["wire", "file", "part", "id"]
    assert list(article_to_wire(ARTICLE))[-2:] == ["text", "statements"]


def test_what_is_not_known_is_null():
    bare = Article(id="abc", key="a.txt", files=(SourceFile("a.txt", "d"),), headline="A", text="B")

    wire = article_to_wire(bare)

    assert {key for key, value in wire.items() if value is None} == {
        "part",
        "url",
        "outlet",
        "section",
        "language",
        "dateline",
        "published",
        "published_day",
        "precision",
        "dated_by",
        "updated",
    }
    assert json.loads(json.dumps(wire)) == wire


def test_a_statement_without_a_speaker():
    wire = article_to_wire(
        Article(
            id="abc",
            key="a",
            files=(SourceFile("a", "d"),),
            headline="A",
            text="B",
            statements=(Statement("abc-1", "abc", "direct", "none", (Span(0, 1),), "B"),),
        )
    )

    assert (wire["statements"][0]["speaker"], wire["statements"][0]["source"], wire["statements"][0]["cue"]) == (
        None,
    ) * 3


def test_an_error():
    assert error_to_wire("a.pdf", "a PDF document, not text") == {
        "wire": 1,
        "file": "a.pdf",
        "error": "a PDF document, not text",
    }
