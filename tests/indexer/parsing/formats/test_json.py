"""JSON and JSONL exports, however they are called and wrapped."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.parsing import ParsedArticle, Unreadable
from indexer.parsing.registry import parse_file
from tests.indexer.parsing.formats.reading import dates, left_out, only, read, read_text

WORDS = "It rained on Lumber Creek all day."


def article_of(**fields: Any) -> ParsedArticle:
    return only(read_text("a.json", json.dumps({"title": "Rain", "body": WORDS} | fields)))


def test_arc():
    article = only(read("arc.json"))

    assert article.headline == "Dam to be mended"
    assert article.text.split("\n\n") == [
        "LUMBER CREEK — The dam will be mended.",
        "“Whatever it takes,” said Rhoda Vance.",
        "First the dam",
        "Then the bridge",
    ]
    assert article.bylines == ("Ivy Marsh", "Owen Fenn")
    assert article.section == "County"
    assert article.outlet is None  # a wire that distributed it did not print it
    assert article.url == "https://courier.example/county/2024/05/28/dam/"
    assert article.part == "ABCDEFGHIJ"
    assert dates(article) == [
        ("2024-05-29T03:41:00.123Z", "json", "published"),
        ("2024-05-30T13:00:00Z", "json", "updated"),
    ]


def test_one_a_line():
    reading = read("posts.jsonl")

    assert [(article.part, article.headline) for article in reading.articles] == [
        ("1", "One"),
        ("2", "Two"),
        ("3", "Three"),
        ("4", "Four"),
    ]
    assert [article.text for article in reading.articles] == [
        "The first story of the file.",
        "The second story.\n\nIn two paragraphs.",
        "The third story.\n\nIn a list.",
        "The fourth story \ufffd has odd characters.",
    ]
    assert reading.articles[0].bylines == ("Ivy Marsh",)
    assert [place for place, _ in left_out(reading)] == ["line 5", "element 5"]


BLOX = {
    "id": "0b1c2d3e-uuid",
    "type": "article",
    "title": "Rain",
    "starttime": {"rfc2822": "x", "utc": "1486706400000", "iso8601": "2017-02-10T00:00:00-06:00"},
    "byline": "By Ivy Marsh ivy@courier.example",
    "sections": ["news/local"],
    "content": ["<p>It rained on Lumber Creek all day.</p>"],
    "url": "https://courier.example/article_0b1c.html",
}
NINJS = {
    "uri": "tag:courier.example,2017:rain",
    "type": "text",
    "pubstatus": "usable",
    "headline": "Rain",
    "firstcreated": "2017-02-10T00:00:00-06:00",
    "versioncreated": "2017-02-11T00:00:00-06:00",
    "byline": "Ivy Marsh",
    "body_html": "<p>It rained on Lumber Creek all day.</p>",
}
WORDPRESS = {
    "id": 7,
    "date": "2017-02-10T00:00:00",
    "date_gmt": "2017-02-10T06:00:00",
    "status": "publish",
    "link": "https://courier.example/rain/",
    "title": {"rendered": "Rain"},
    "content": {"rendered": "<p>It rained on Lumber Creek all day.</p>"},
    "author": 3,
    "_embedded": {"author": [{"name": "Ivy Marsh"}]},
}
JSON_FEED_ITEM = {
    "id": "https://courier.example/rain",
    "title": "Rain",
    "content_html": "<p>It rained on Lumber Creek all day.</p>",
    "date_published": "2017-02-10T00:00:00-06:00",
    "authors": [{"name": "Ivy Marsh"}],
}
GUARDIAN_LIKE = {
    "id": "news/2017/rain",
    "webTitle": "Rain",
    "webPublicationDate": "2017-02-10T00:00:00-06:00",
    "fields": {"byline": "Ivy Marsh", "bodyText": WORDS},
}
SCHEMA_ORG = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Rain",
    "datePublished": "2017-02-10T00:00:00-06:00",
    "author": {"@type": "Person", "name": "Ivy Marsh"},
    "articleBody": WORDS,
}
MONGO = {
    "_id": {"$oid": "5f1"},
    "Title": "Rain",
    "Publish_Date": {"$date": "2017-02-10T00:00:00-06:00"},
    "Author": "Ivy Marsh",
    "Text": WORDS,
}


@pytest.mark.parametrize(
    ("node", "wrapped"),
    [
        (BLOX, lambda node: node),
        (NINJS, lambda node: [node, node]),
        (WORDPRESS, lambda node: [node]),
        (JSON_FEED_ITEM, lambda node: {"version": "https://jsonfeed.org/version/1.1", "title": "C", "items": [node]}),
        (GUARDIAN_LIKE, lambda node: {"response": {"status": "ok", "total": 1, "results": [node]}}),
        (SCHEMA_ORG, lambda node: {"@graph": [node]}),
        (MONGO, lambda node: {"status": "ok", "articles": [node]}),
        (MONGO, lambda node: {"took": 2, "hits": {"total": 1, "hits": [{"_index": "a", "_source": node}]}}),
        (MONGO, lambda node: {"data": [{"type": "articles", "id": "5f1", "attributes": node}]}),
        (MONGO, lambda node: {"5f1": node, "5f2": node}),
    ],
)
def test_every_system_has_its_own_names(node: dict[str, Any], wrapped: Any):
    article = read_text("export.json", json.dumps(wrapped(node), indent=1)).articles[0]

    assert (article.headline, article.text, article.bylines) == ("Rain", WORDS, ("Ivy Marsh",))
    assert dates(article)[0][:2] == ("2017-02-10T00:00:00-06:00", "json")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2017-02-10", "2017-02-10"),
        ("Feb. 10, 2017", "Feb. 10, 2017"),
        (1486706400, "2017-02-10T06:00:00+00:00"),
        (1486706400000, "2017-02-10T06:00:00+00:00"),
        (1486706400.5, "2017-02-10T06:00:00+00:00"),
        ("1486706400", "2017-02-10T06:00:00+00:00"),
        (541382400, "1987-02-27T00:00:00+00:00"),
        (20170210, "20170210"),
        ("20170210053000", "2017-02-10T05:30:00"),
        (1987, "1987"),
        ({"$date": {"$numberLong": "1486706400000"}}, "2017-02-10T06:00:00+00:00"),
        (True, None),
        (17, None),
        (1e400, None),
        (10**400, None),
        (json.loads('{"date":' * 600 + "1987" + "}" * 600), None),
        ("", None),
        ("soon", None),
        (None, None),
        ([], None),
    ],
)
def test_dates_as_words_and_as_numbers(value: Any, text: str | None):
    assert [date.text for date in article_of(date=value).dates] == ([text] if text else [])


def test_the_day_of_publication_comes_before_that_of_a_record():
    article = article_of(created_at="2016-01-01", published_at="2017-02-10", modified="2018-01-01")

    assert dates(article) == [("2017-02-10", "json", "published"), ("2018-01-01", "json", "updated")]


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        ({"byline": "By Ivy Marsh and Owen Fenn, The Courier"}, ("Ivy Marsh", "Owen Fenn")),
        ({"authors": ["Ivy Marsh", {"name": "Owen Fenn"}]}, ("Ivy Marsh", "Owen Fenn")),
        ({"author": {"first_name": "Ivy", "last_name": "Marsh"}}, ("Ivy Marsh",)),
        ({"byline": {"original": "By IVY MARSH", "person": []}}, ("IVY MARSH",)),
        ({"author": 7, "author_name": "Ivy Marsh"}, ("Ivy Marsh",)),
        ({"author": "admin"}, ()),
        ({"author": None}, ()),
    ],
)
def test_bylines(fields: dict[str, Any], names: tuple[str, ...]):
    assert article_of(**fields).bylines == names


@pytest.mark.parametrize(
    ("fields", "outlet"),
    [
        ({"source": {"id": None, "name": "Courier"}}, "Courier"),
        ({"publication": "Courier", "source": "The Wire"}, "Courier"),
        ({"source": "https://courier.example"}, None),
        ({}, None),
    ],
)
def test_outlet(fields: dict[str, Any], outlet: str | None):
    assert article_of(**fields).outlet == outlet


def test_a_byline_and_a_headline_in_the_text_are_taken_out():
    article = article_of(body="Rain\n\nBy Ivy Marsh\n\nIt rained on Lumber Creek all day.\n\n###")

    assert (article.text, article.bylines) == (WORDS, ("Ivy Marsh",))
    assert [line.reason for line in article.dropped] == ["repeated headline", "byline", "trailer"]


def test_hard_wrapped_words_are_joined():
    lines = (
        "It rained on Lumber Creek all day and all of",
        "the night, and nobody on the whole of the",
        "lower creek had thought of that.",
        "    Then it stopped.",
    )

    assert article_of(body="\n".join(lines)).text == f"{' '.join(lines[:3])}\n\nThen it stopped."


def test_a_shortened_text_is_an_excerpt():
    article = article_of(body=None, content="It rained on Lumber Creek all day… [+1234 chars]")

    assert article.is_excerpt
    assert article.text == "It rained on Lumber Creek all day"


def test_a_file_with_one_article_has_no_part_and_may_be_dated_by_its_path():
    assert article_of(id="7").part is None


def test_parts_are_native_ids_or_hashes_and_never_counters():
    nodes = [{"id": "a", "title": "A", "body": "One."}, {"title": "B", "body": "Two.", "date": "2017-02-10"}]

    there = read_text("a.json", json.dumps(nodes)).articles
    back = read_text("a.json", json.dumps([*reversed(nodes), {"id": "c", "title": "C", "body": "3rd."}])).articles

    assert there[0].part == "a"
    assert {article.headline: article.part for article in there}.items() <= {
        article.headline: article.part for article in back
    }.items()


def test_unpublished_articles_are_left_out():
    nodes = [{"id": state, "title": "A", "body": WORDS, "status": state} for state in ("draft", "publish", "canceled")]

    reading = read_text("a.json", json.dumps(nodes))

    assert [article.part for article in reading.articles] == ["publish"]
    assert left_out(reading) == [("draft", "not published (draft)"), ("canceled", "not published (canceled)")]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"name": "on-the-record", "version": "1.0", "description": "x", "dependencies": {}}', "no article"),
        ("[]", "no article"),
        ("[1, 2, 3]", "no article"),
        ('{"type": "FeatureCollection", "features": []}', "no article"),
        ('{"title": "Rain", "body"', "cut off"),
        ('{"title": nonsense}', "not JSON"),
        ("[" * 10_000 + "]" * 10_000, "nested too deeply"),
        ('{"a":' * 10_000 + "1" + "}" * 10_000, "nested too deeply"),
    ],
)
def test_json_that_is_no_article_is_refused_with_a_reason(text: str, reason: str):
    with pytest.raises(Unreadable, match=reason):
        read_text("a.json", text)


def test_a_list_that_was_cut_off_is_read_as_far_as_it_is_whole():
    nodes = [{"id": n, "title": f"Story {n}", "body": WORDS} for n in range(4)]
    for whole in (json.dumps(nodes), json.dumps({"count": 4, "articles": nodes}, indent=1)):
        reading = read_text("a.json", whole[: whole.index("Story 3")])

        assert [article.part for article in reading.articles] == ["0", "1", "2"]
        assert left_out(reading) == [("after 3 elements", "cut off before its end")]


def test_lines_that_were_cut_off():
    reading = read_text("a.jsonl", '{"id": 1, "title": "A", "body": "One."}\n{"id": 2, "title": "B", "bo')

    assert [article.part for article in reading.articles] == ["1"]
    assert left_out(reading) == [("line 2", "cut off before its end")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_other_encodings(encoding: str):
    text = json.dumps({"title": "Café", "body": "The café’s door was open all day long."}, ensure_ascii=False)

    (article,) = parse_file("a.json", text.encode(encoding))

    assert (article.headline, article.text) == ("Café", "The café’s door was open all day long.")


def test_a_text_that_begins_with_a_bracket_is_a_text():
    (article,) = parse_file("a.txt", b"[Editor's note: this ran before.]\n\nIt rained on Lumber Creek all day long.")

    assert "rained" in article.text


_SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
_NAMES = st.sampled_from(
    ["title", "headline", "body", "content", "date", "author", "byline", "id", "url", "items", "articles", "fields"]
)
_VALUES = st.recursive(
    _SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_NAMES, inner, max_size=5), max_leaves=15
)


@given(_VALUES)
def test_any_json_is_read_or_refused(value: Any):
    try:
        articles = parse_file("a.json", json.dumps(value).encode())
    except Unreadable as error:
        assert error.reason
    else:
        assert all(article.text.encode() and article.headline.encode() for article in articles)


def test_objects_over_several_lines_one_after_the_other():
    nodes = [{"id": n, "title": f"Story {n}", "body": WORDS} for n in range(3)]

    reading = read_text("a.json", "\n".join(json.dumps(node, indent=2) for node in nodes))

    assert [article.part for article in reading.articles] == ["0", "1", "2"]


def test_a_file_of_broken_lines_is_given_up():
    with pytest.raises(Unreadable, match="no article in it"):
        read_text("a.jsonl", '{"bad"\n' * 5000)

    reading = read_text("a.jsonl", '{"id": 1, "title": "A", "body": "One."}\n' + "{bad\n" * 5000)

    assert [article.part for article in reading.articles] == ["1"]
    assert len(reading.left_out) < 1100


def test_lone_surrogates_get_into_no_part_of_an_article():
    broken = "\ud800"
    article = article_of(
        id=broken, title=f"Rain {broken}", url=f"https://w.example/{broken}", author=f"Ruth {broken}", section=broken
    )

    assert article.url == "https://w.example/\ufffd"
    assert repr(article).encode()
    assert "\\ud800" not in repr(article)
