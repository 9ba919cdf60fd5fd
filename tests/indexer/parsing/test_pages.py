"""Saved pages: one oddity each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indexer.parsing import ParsedArticle, Unreadable
from indexer.parsing.registry import parse_file
from search.documents import Dateline

PAGES = Path(__file__).resolve().parents[2] / "corpus"
PARAGRAPH = (
    "<p>The council met on Tuesday night and voted to repair the bridge before the winter, with two against.</p>"
)


def read(name: str) -> ParsedArticle:
    (article,) = parse_file(name, (PAGES / name).read_bytes())
    return article


def read_page(page: str) -> ParsedArticle:
    (article,) = parse_file("page.html", page.encode())
    return article


def page(head: str = "", body: str = "", heading: str = "<h1>Council will mend the bridge</h1>") -> str:
    return (
        f"<!doctype html><html><head>{head}</head><body><article>{heading}{body}{PARAGRAPH * 3}</article></body></html>"
    )


def test_a_stations_page():
    article = read("wire-station.html")

    assert article.headline == "Ferry stops for fog & waits"
    assert article.bylines == ("Ines Calder",)
    assert article.outlet == "Channel 6 News"
    assert article.section == "Local News"
    assert article.url == "https://www.channel6news.example/news/ferry-stops-for-fog/"
    assert article.dateline == Dateline("Port Ellery", "KQEL")
    assert article.language == "en"


def test_a_stations_text_is_the_story_and_nothing_else():
    article = read("wire-station.html")

    paragraphs = article.text.split("\n\n")
    assert [paragraph.split()[0] for paragraph in paragraphs] == ["PORT", "“I", "Twenty-one"]
    assert "READ MORE: Harbor lights to be replaced" in [line.text for line in article.dropped]


def test_dates_of_related_stories_and_of_the_masthead_are_not_the_articles():
    seen = [(date.text, date.evidence, date.role) for date in read("wire-station.html").dates]

    assert seen == [
        ("2024-05-29T03:41:00+00:00", "json-ld", "published"),
        ("2024-05-29T12:00:00+00:00", "json-ld", "updated"),
        ("May 28, 2024 / 10:41 PM CDT", "label", "published"),
        ("May 29, 2024 / 07:00 AM CDT", "label", "updated"),
    ]


def test_a_page_without_metadata():
    article = read("no-metadata.html")

    assert article.headline == "The wall at the end of the street"
    assert article.bylines == ("Ruth Amsel",)
    assert [(date.text, date.evidence) for date in article.dates] == [("Thursday, November 17, 2022", "line")]
    assert article.text.startswith("They have finished the levee.")
    assert article.text.count("\n\n") == 2


def test_a_body_that_only_the_json_ld_has():
    article = read("script-body.html")

    assert article.text.startswith("The bridge at Sable Creek reopened")
    assert article.text.count("\n\n") == 2
    assert article.bylines == ("Paula Quist",)


def test_a_page_saved_by_a_browser():
    article = read("saved-from.html")

    assert article.url == "https://www.elleryledger.example/2021/10/05/lead/"
    assert article.bylines == ("Tom Aske", "Paula Quist")
    assert [(date.text[:10], date.role) for date in article.dates if date.evidence == "time"] == [
        ("2021-10-05", "published"),
        ("2021-10-07", "updated"),
    ]
    assert "dentist" not in article.text


def test_a_live_blog_has_the_date_of_its_beginning_and_no_byline_of_its_own_outlet():
    article = read("live-updates.html")

    assert [date.text for date in article.dates if date.evidence == "json-ld"] == ["2020-04-09T22:05:00-05:00"]
    assert article.bylines == ("Ines Calder", "Marcus Dole")


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        ("<title>Council will mend the bridge | The Ellery Ledger</title>", "Council will mend the bridge"),
        ("<title>Other - The Ellery Ledger</title><meta property='og:title' content='Council mends'>", "Council mends"),
    ],
)
def test_the_headline_without_the_sites_name(head: str, headline: str):
    assert read_page(page(head, heading="")).headline == headline


def test_a_masthead_in_an_h1_is_not_the_headline():
    heading = "<h1>The Ellery Ledger</h1><h2>Council will mend the bridge</h2>"

    article = read_page(page("<meta property='og:title' content='Council will mend the bridge'>", heading=heading))

    assert article.headline == "Council will mend the bridge"


def test_microdata():
    body = (
        "<meta itemprop='datePublished' content='2023-03-07T17:32:00-06:00'><span itemprop='author'>Paula Quist</span>"
    )

    article = read_page(page(body=body))

    assert [(date.text, date.evidence) for date in article.dates] == [("2023-03-07T17:32:00-06:00", "microdata")]
    assert article.bylines == ("Paula Quist",)


@pytest.mark.parametrize(
    "wrapped",
    [
        "<link rel=canonical href='https://web.archive.org/web/20230307120000/https://elleryledger.example/bridge'>",
        "<meta property='og:url' content='https://elleryledger.example/bridge'>",
        "<!-- Page saved with SingleFile \n url: https://elleryledger.example/bridge \n saved date: Tue -->",
    ],
)
def test_addresses_in_wrappers(wrapped: str):
    assert read_page(page(wrapped)).url == "https://elleryledger.example/bridge"


def test_a_relative_canonical_link_is_no_address():
    assert read_page(page("<link rel=canonical href='/bridge'>")).url is None


def test_declared_encodings():
    data = page("<meta charset='iso-8859-2'>").replace("bridge", "Łódź").encode("iso-8859-2")

    assert parse_file("a.html", data)[0].headline == "Council will mend the Łódź"


@pytest.mark.parametrize(
    "script",
    [
        "",
        "{",
        "null",
        "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]",
        '{"@type": 7, "author": [null, 3, {"name": {"name": []}}], "datePublished": {}}',
        '{"@type": "NewsArticle", "author": {"@id": ["x"]}, "headline": 7, "mainEntityOfPage": 3}',
        '{"@type": "NewsArticle", "publisher": "A", "url": ["x"], "articleBody": {"a": 1}}',
        "[" * 5000,
    ],
    ids=range(8),
)
def test_broken_json_ld_does_no_harm(script: str):
    article = read_page(page(f"<script type='application/ld+json'>{script}</script>"))

    assert article.text.count("bridge before the winter") >= 1


HOSTILE = {
    "deep nesting": "<div>" * 20000 + PARAGRAPH,
    "unclosed tags": "<b><i><table><tr><td>" * 500 + PARAGRAPH,
    "a megabyte of attributes": "<p " + "a='b' " * 170_000 + f">x</p>{PARAGRAPH}",
    "entities": "<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><p>&b;</p>" + PARAGRAPH,
    "many small elements": "<span>x</span>" * 10_000 + PARAGRAPH,
    "bidirectional marks": f"<h1>\u202eegdirb</h1>{PARAGRAPH}",
    "no text": "<html><body><img src=x></body></html>",
    "frames": "<html><frameset><frame src=a></frameset></html>",
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_are_read_or_refused(source: str):
    try:
        article = read_page(f"<html><body>{source}</body></html>" if "<html" not in source else source)
    except Unreadable as error:
        assert error.reason
    else:
        assert article.text


def test_a_page_with_a_few_words_is_not_empty():
    assert read_page("<html><body><div>Bridge shut until spring, says county.</div></body></html>").text


@pytest.mark.parametrize(
    ("wrapped", "address"),
    [
        ("<!-- saved from url=(0042)https://a.example/bridge -->", "https://a.example/bridge"),
        ("<link rel=canonical href='/web/20240529id_/https://a.example/bridge'>", "https://a.example/bridge"),
        ("<link rel=canonical href='//web.archive.org/web/2024/http://a.example/b'>", "http://a.example/b"),
        (
            "<script>__wm.wombat('https://a.example/bridge','20240529','https://x/')</script>",
            "https://a.example/bridge",
        ),
        ("<link rel=canonical href='https://a.example/web/2024/notes'>", "https://a.example/web/2024/notes"),
    ],
)
def test_the_address_is_the_pages_own_and_not_the_archives(wrapped: str, address: str):
    assert read_page(page(wrapped)).url == address


def test_a_web_archives_toolbar_is_no_part_of_the_page():
    toolbar = (
        "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div><h1>Saved 31 times</h1><p>" + "Between the years of. " * 20 + "</p>"
        "</div><!-- END WAYBACK TOOLBAR INSERT -->"
    )

    article = read_page(page().replace("<body>", f"<body>{toolbar}"))

    assert article.headline == "Council will mend the bridge"
    assert "Between" not in article.text


LD = '<script type=\'application/ld+json\'>{{"@type": "NewsArticle", "headline": "{}"}}</script>'


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        # One other headline, however well placed, does not count against the printed one.
        (LD.format("Council at last will mend bridge"), "Council will mend the bridge"),
        # Two that agree do.
        (
            LD.format("Bridge: council will mend it") + "<title>Bridge: council will mend it - Ledger</title>",
            "Bridge: council will mend it",
        ),
        # Two pairs: the printed one stands, unless a word is all the difference.
        (
            LD.format("Eleven years on, council will mend bridge")
            + "<meta property='og:title' content='Council will mend the bridge'>"
            + "<title>Eleven years on, council will mend bridge</title>",
            "Council will mend the bridge",
        ),
        (
            LD.format("Council will mend bridge")
            + "<meta property='og:title' content='Council will mend the bridge'>"
            + "<title>Council will mend bridge</title>",
            "Council will mend bridge",
        ),
        # The site's name is no headline, however often it is said.
        ("<title>The Ellery Ledger</title>" + LD.format("The Ellery Ledger"), "Council will mend the bridge"),
    ],
)
def test_the_headline_is_what_most_of_the_page_says(head: str, headline: str):
    assert read_page(page(head)).headline == headline


def test_a_date_in_the_foot_of_the_only_article():
    stamp = "<abbr itemprop='datePublished' title='2018-06-05T08:00:00-07:00'>8:00</abbr>"

    article = read_page(page(body=f"<footer class='entry-footer'>{stamp}</footer>"))

    assert [date.text for date in article.dates] == ["2018-06-05T08:00:00-07:00"]


def test_a_list_of_stories_has_the_date_of_none_of_them():
    teasers = "".join(
        f'<article><h2><a href="/{day}">Story {day} of the bridge</a></h2><time datetime="2022-11-{day:02}">Nov</time>'
        f"<p>What story {day} tells of the bridge, in a line or two of its own.</p></article>"
        for day in range(1, 9)
    )
    found = read_page(f"<html><head><title>News</title></head><body><h1>News</h1>{teasers}</body></html>")

    assert [date.evidence for date in found.dates if date.evidence != "htmldate"] == []


def test_a_sites_name_in_a_heading_is_not_the_headline():
    found = read_page(
        "<html><head><title>Council will mend the bridge | Fenwick Weekly</title></head><body>"
        '<h1><a href="/">Fenwick Weekly</a></h1><article><h2>Council will mend the bridge</h2>'
        f"{PARAGRAPH * 3}</article></body></html>"
    )

    assert found.headline == "Council will mend the bridge"


def test_paragraphs_that_only_the_json_ld_has_stay_apart():
    paragraphs = [f"The council met for the {number} time, and voted to repair the bridge." for number in "1234"]
    data = json.dumps({"@type": "NewsArticle", "headline": "Bridge", "articleBody": "\n\n".join(paragraphs)})
    found = read_page(
        f'<html><head><script type="application/ld+json">{data}</script></head><body><div id="app"></div></body></html>'
    )

    assert found.text.split("\n\n") == paragraphs


@pytest.mark.parametrize(
    "text",
    ["<b>Council will mend the bridge</b>\nBy Paula Quist\n\n", "<b>Council will mend the bridge</b><br>\n<p>"],
)
def test_a_text_that_begins_with_a_tag_of_html_is_read(text: str):
    (found,) = parse_file("story.txt", f"{text}The council met on Tuesday and voted to repair the bridge.".encode())

    assert "The council met on Tuesday" in found.text
    assert "<b>" not in f"{found.headline} {found.text}"


def test_a_text_with_tags_inside_its_lines_keeps_its_lines():
    (found,) = parse_file(
        "a.txt", b'<a name="top"></a>Council will mend it\nBy Paula Quist\n\nThe council met. It voted.'
    )

    assert (found.headline, found.bylines) == ("Council will mend it", ("Paula Quist",))
    assert found.text == "The council met. It voted."


def test_a_text_that_begins_with_a_word_in_angles_is_no_xml():
    (found,) = parse_file("story.txt", b"<Insert photo here>\n\nThe council met on Tuesday and voted to repair it.")

    assert "The council met on Tuesday" in found.text


def test_a_catalogues_name_is_set_upright():
    found = read_page(page('<meta name="dc.creator" content="Quist, Paula">'))

    assert found.bylines == ("Paula Quist",)


def test_lone_surrogates_in_a_pages_json_ld_are_replaced():
    data = (
        '{"@type": "NewsArticle", "headline": "Bridge", "url": "https://w.example/\\ud800", "author": "Ruth \\ud800",'
        ' "publisher": {"name": "Weekly \\udfff"}, "datePublished": "2024-05-14\\udc80"}'
    )
    found = read_page(page(f'<script type="application/ld+json">{data}</script>'))

    assert found.url == "https://w.example/\ufffd"
    assert "\\ud" not in repr(found)
