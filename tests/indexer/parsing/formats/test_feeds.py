"""Feeds of every age."""

from __future__ import annotations

import pytest

from indexer.parsing import Unreadable
from tests.indexer.parsing.formats.reading import dates, left_out, only, read, read_text

RSS = '<rss version="2.0"><channel><title>Courier</title>{}</channel></rss>'
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title>{}</feed>'


def test_content_comes_before_the_description():
    article = read("feed-rss.xml").articles[0]

    assert article.headline == "Otters ‘everywhere’ in the creek"
    assert article.text == (
        "Otters are back in the creek, and nobody asked them.\n\n“I counted nine,” said Rhoda Vance."
    )
    assert [line.reason for line in article.dropped] == ["promotion"]
    assert not article.is_excerpt


def test_what_else_an_entry_says():
    article = read("feed-rss.xml").articles[0]

    assert article.bylines == ("Ivy Marsh",)
    assert article.outlet == "Lumber Creek Courier"
    assert article.section == "Nature"
    assert article.url == "https://courier.example/otters/"
    assert article.part == "https://courier.example/?p=201"
    assert dates(article) == [("Tue, 28 May 2024 22:41:00 -0500", "feed", "published")]


def test_a_description_that_breaks_off_is_an_excerpt():
    article = read("feed-rss.xml").articles[1]

    assert article.is_excerpt
    assert article.text == "The council met on Monday & voted."
    assert article.bylines == ("Owen Fenn",)


def test_a_description_may_be_the_whole_story():
    article = read("feed-rss.xml").articles[2]

    assert not article.is_excerpt
    assert article.text.count("\n\n") == 3
    assert article.url == "https://courier.example/whole/"
    assert article.outlet == "The Weekly"
    assert dates(article) == [("2024-05-26T08:00:00-05:00", "feed", "published")]


def test_atom():
    article = read("feed-atom.xml").articles[0]

    assert article.headline == "Ferry late"
    assert article.text == "The ferry was late.\n\n“It was the fog,” the captain said."
    assert article.bylines == ("Ivy Marsh", "Owen Fenn")
    assert article.section == "Transport"
    assert article.url == "https://courier.example/ferry/"
    assert article.part == "tag:courier.example,2024:301"
    assert dates(article) == [
        ("2024-05-20T18:00:00-05:00", "feed", "published"),
        ("2024-05-21T09:00:00-05:00", "feed", "updated"),
    ]


def test_a_day_of_change_alone_is_no_day_of_publication():
    assert dates(read("feed-atom.xml").articles[1]) == [("2024-05-22T09:00:00Z", "feed", "updated")]


def test_rdf_in_latin_1_with_entities_of_html():
    article = only(read("feed-rdf.xml"))

    assert (article.headline, article.text) == ("Café opens", "The café on Mill Street opens éarly.")
    assert (article.outlet, article.section) == ("Lumber Creek Courier", "Food")


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("The Ellery Ledger", "The Ellery Ledger"),
        ("The Ellery Ledger - Local News", "The Ellery Ledger"),
        ("Channel 6 News » Feed", "Channel 6 News"),
        ("Weekly | Sports", "Weekly"),
    ],
)
def test_the_outlet_is_the_first_part_of_the_feeds_title(title: str, outlet: str):
    text = RSS.replace("Courier", title).format("<item><title>A</title><description>It rained.</description></item>")

    assert only(read_text("feed.xml", text)).outlet == outlet


@pytest.mark.parametrize(
    "text",
    [
        RSS.format("<item><title>A</title><description>It rained.</description></item>"),
        ATOM.format('<entry><title>A</title><summary type="html">&lt;p&gt;It rained.&lt;/p&gt;</summary></entry>'),
        '<?xml version="1.0"?><!-- x --><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/"><item><title>A</title><description>It rained.</description></item></rdf:RDF>',
        '<entry xmlns="http://www.w3.org/2005/Atom"><title>A</title><content>It rained.</content></entry>',
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>A</a:title><a:content>It rained.</a:content>'
        "</a:entry></a:feed>",
        "<rss version='0.91'><channel><item><title>A</title><description>It&nbsp;rained.</description></item>"
        "</channel></rss>",
    ],
)
def test_feeds_of_every_kind(text: str):
    article = only(read_text("feed.xml", text))

    assert (article.headline, article.text.replace("\u00a0", " ")) == ("A", "It rained.")


def test_an_entry_without_an_id_is_known_by_its_text():
    entries = [f"<item><title>{n}</title><description>Story {n} of the creek.</description></item>" for n in "abc"]

    there = [article.part for article in read_text("f.xml", RSS.format("".join(entries))).articles]
    back = [article.part for article in read_text("f.xml", RSS.format("".join(reversed(entries)))).articles]

    assert there == back[::-1]
    assert len(set(there)) == 3


def test_an_entry_without_words_is_left_out():
    reading = read_text("f.xml", RSS.format("<item><guid>7</guid><description/></item><item><title>A</title></item>"))

    assert left_out(reading) == [("7", "no text in it")]


def test_a_feed_without_entries():
    with pytest.raises(Unreadable, match="no article in it"):
        read_text("f.xml", RSS.format(""))
