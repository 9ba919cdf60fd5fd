"""NITF and NewsML: what papers and agencies exchange."""

from __future__ import annotations

import pytest

from indexer.parsing import Unreadable
from tests.indexer.parsing.formats.reading import FIXTURES, dates, left_out, only, read, read_text

NITF = "<nitf><head>{}</head><body><body.head>{}</body.head><body.content>{}</body.content></body></nitf>"
WORDS = "<p>It rained on Lumber Creek.</p>"


def nitf(head: str = "", above: str = "", words: str = WORDS):
    return only(read_text("story.xml", NITF.format(head, above, words)))


def test_nitf():
    article = only(read("nitf.xml"))

    assert article.headline == "Levee vote splits the valley"
    assert article.text == (
        "The council voted 4–3 for a higher levee.\n\n“Water does not vote,” said Rhoda Vance.\n\n"
        "What comes next\n\nWork starts in June."
    )
    assert article.bylines == ("Ivy Marsh",)
    assert article.outlet == "Lumber Creek Courier"
    assert article.section == "County"
    assert article.url == "https://courier.example/2016/levee-vote"
    assert article.dateline is not None
    assert article.dateline.place == "Lumber Creek"
    assert article.part is None
    assert dates(article) == [
        ("20160220T050000-0600", "nitf", "published"),
        ("20160220T091500-0600", "nitf", "updated"),
    ]


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ('<docdata><date.issue norm="20160220T000000"/></docdata>', "20160220"),
        ('<docdata><date.issue norm="20160220T000000Z"/></docdata>', "20160220"),
        ('<docdata><date.issue norm="20160220"/></docdata>', "20160220"),
        ('<docdata><date.issue norm="2016-02-20T05:00:00Z"/></docdata>', "2016-02-20T05:00:00Z"),
        ('<pubdata date.publication="20160221"/>', "20160221"),
        ('<docdata><date.issue norm="20160220"/></docdata><pubdata date.publication="20160221"/>', "20160220"),
        ('<docdata><date.release norm="20160220T060000-0600"/></docdata>', "20160220T060000-0600"),
        (
            '<meta name="publication_day_of_month" content="1"/><meta name="publication_month" content="1"/>'
            '<meta name="publication_year" content="1987"/>',
            "1987-01-01",
        ),
        ('<docdata><date.issue norm="soon"/></docdata>', None),
        ("", None),
    ],
)
def test_where_nitf_keeps_its_date(head: str, date: str | None):
    assert [seen.text for seen in nitf(head).dates] == ([date] if date else [])


@pytest.mark.parametrize(
    ("above", "names"),
    [
        ("<byline>By Ivy Marsh</byline>", ("Ivy Marsh",)),
        ("<byline>By Ivy Marsh and Owen Fenn<byttl>Staff Writers</byttl></byline>", ("Ivy Marsh", "Owen Fenn")),
        ("<byline><person>Ivy Marsh</person><person>Owen Fenn</person></byline>", ("Ivy Marsh", "Owen Fenn")),
        ("<byline><virtloc>ivy@courier.example</virtloc></byline>", ()),
    ],
)
def test_bylines_of_nitf(above: str, names: tuple[str, ...]):
    assert nitf(above=above).bylines == names


@pytest.mark.parametrize(
    ("head", "above", "headline"),
    [
        ("<title>Slug</title>", "<hedline><hl1>Rain</hl1><hl2>Again</hl2></hedline>", "Rain"),
        ("<title>Slug</title>", "<hedline>Rain</hedline>", "Rain"),
        ("<title>Rain &#38; more</title>", "", "Rain & more"),
    ],
)
def test_headline_of_nitf(head: str, above: str, headline: str):
    assert nitf(head, above).headline == headline


def test_nitf_without_a_headline_gets_its_first_sentence():
    assert nitf().headline_derived


def test_the_path_may_date_a_story_that_is_alone_in_its_file():
    assert nitf().part is None


def test_nitf_cut_off_is_read_as_far_as_it_goes_and_told():
    text = (FIXTURES / "nitf.xml").read_text("utf-8")

    reading = read_text("story.xml", text[: text.index("Work starts")])

    assert "Water does not vote" in only(reading).text
    assert ("LCC-2016-0220-17", "cut off before its end") in left_out(reading)


def test_newsml_g2():
    article = read("newsml-g2.xml").articles[0]

    assert article.headline == "Bridge is shut"
    assert article.text == "The bridge is shut.\n\n“For weeks,” said Rhoda Vance."
    assert article.bylines == ("Owen Fenn",)
    assert article.outlet == "Creek News Agency"
    assert article.section == "Transport"
    assert article.part == "urn:newsml:courier.example:20190307:bridge"
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency) == ("Sable Bend", "CNA")
    assert dates(article)[:2] == [
        ("2019-03-07T08:45:00-06:00", "newsml", "published"),
        ("2019-03-07T11:30:00-06:00", "newsml", "updated"),
    ]


def test_newsml_g2_around_nitf():
    article = read("newsml-g2.xml").articles[1]

    assert (article.headline, article.text) == ("Rain", "It rained on Lumber Creek.")
    assert article.bylines == ("Ivy Marsh",)
    assert article.outlet == "Lumber Creek Courier"
    assert dates(article) == [("2019-03-07T10:00:00Z", "newsml", "published")]


def test_newsml_leaves_out_what_is_no_story():
    reasons = dict(left_out(read("newsml-g2.xml")))

    assert reasons == {
        "urn:newsml:courier.example:20190307:photo": "no text item",
        "urn:newsml:courier.example:20190307:wrong": "cancelled or withheld by the agency",
        "urn:newsml:courier.example:20190307:package": "a package of other items",
    }


def test_a_lone_item_is_its_file():
    item = (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1" version="4"><itemMeta>'
        "<versionCreated>2019-03-07T10:00:00Z</versionCreated></itemMeta><contentMeta><headline>Rain</headline>"
        "</contentMeta><contentSet><inlineData>It rained on Lumber Creek.</inlineData></contentSet></newsItem>"
    )

    article = only(read_text("item.xml", item))

    assert (article.headline, article.text, article.part) == ("Rain", "It rained on Lumber Creek.", None)
    assert dates(article) == [("2019-03-07T10:00:00Z", "newsml", "updated")]


def test_newsml_1():
    article = only(read("newsml-1.xml"))

    assert (article.headline, article.text) == ("Ferry sinks at its berth", "The ferry sank.\n\nNobody was aboard.")
    assert article.bylines == ("Pearl Dunn",)
    assert article.outlet == "Creek News Agency"
    assert article.part == "urn:newsml:creek.example:20050614:ferry-17:2"
    assert dates(article)[:2] == [
        ("20050614T090000Z", "newsml", "published"),
        ("20050614T100000Z", "newsml", "updated"),
    ]


def test_a_message_without_a_story():
    with pytest.raises(Unreadable):
        read_text("a.xml", '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet/></newsMessage>')
