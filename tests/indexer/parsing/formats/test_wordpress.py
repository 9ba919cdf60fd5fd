"""WordPress exports."""

from __future__ import annotations

import pytest

from indexer.parsing.formats.wordpress import local_instant, wordpress_text
from indexer.parsing.registry import parse_file
from tests.indexer.parsing.formats.reading import FIXTURES, dates, left_out, read, read_text

HEAD = (
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Courier</title>'
)


def post(number: int, text: str = "The council met.", fields: str = "") -> str:
    return (
        f"<item><title>Post {number}</title><guid>https://courier.example/?p={number}</guid>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded>{fields}</item>"
    )


def export(*posts: str) -> str:
    return f"{HEAD}{''.join(posts)}</channel></rss>"


def test_a_post_with_blocks():
    article = read("wordpress.xml").articles[0]

    assert article.headline == "Mill dam & bridge to be mended"
    assert article.bylines == ("Ivy Marsh",)
    assert article.outlet == "Lumber Creek Courier"
    assert article.section == "County"
    assert article.url == "https://courier.example/2024/05/28/mill-dam/"
    assert article.part == "https://courier.example/?p=101"
    assert article.dateline is not None
    assert article.dateline.place == "Lumber Creek"
    assert article.text == (
        "LUMBER CREEK — The mill dam will be mended, “whatever it takes,” said Rhoda Vance, the dam keeper.\n\n"
        "She said [sic] the bridge comes\u00a0next."
    )


def test_two_clocks_give_the_zone():
    article = read("wordpress.xml").articles[0]

    assert dates(article) == [
        ("2024-05-28T22:41:00-05:00", "wordpress", "published"),
        ("2024-05-30T08:00:00-05:00", "wordpress", "updated"),
    ]


def test_an_old_post_is_parted_by_blank_lines():
    article = read("wordpress.xml").articles[1]

    assert article.text.split("\n\n") == [
        "The first paragraph of the old post.",
        "The second one quotes the mayor:",
        "Not one more dollar.",
        "And a third, after the quotation.",
    ]
    assert article.bylines == ("Owen Fenn",)
    assert dates(article) == [("2009-02-03 08:15:00", "wordpress", "published")]


def test_a_guest_author_comes_before_who_typed_it():
    assert read("wordpress.xml").articles[2].bylines == ("Pearl Dunn",)


def test_what_is_no_published_post_is_left_out_and_told():
    assert left_out(read("wordpress.xml")) == [
        ("https://courier.example/?p=14", "a draft, not published"),
        ("https://courier.example/?p=15", "not a post (page)"),
        ("https://courier.example/dam.jpg", "not a post (attachment)"),
        ("https://courier.example/?p=16", "behind a password"),
    ]
    assert all(part.expected for part in read("wordpress.xml").left_out)


@pytest.mark.parametrize(
    ("local", "utc", "instant"),
    [
        ("2024-05-28 22:41:00", "2024-05-29 03:41:00", "2024-05-28T22:41:00-05:00"),
        ("2024-01-15 12:00:00", "2024-01-15 18:00:00", "2024-01-15T12:00:00-06:00"),
        ("2024-01-15 17:45:00", "2024-01-15 12:00:00", "2024-01-15T17:45:00+05:45"),
        ("2024-01-15 12:00:00", "2024-01-15 12:00:00", "2024-01-15T12:00:00+00:00"),
        ("2024-01-15 12:00:00", "2024-03-15 12:00:00", None),
        ("2024-01-15 12:00:00", "0000-00-00 00:00:00", None),
        ("", "2024-01-15 12:00:00", None),
    ],
)
def test_local_instant(local: str, utc: str, instant: str | None):
    assert local_instant(local, utc) == instant


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("<wp:post_date_gmt>2024-05-29 03:41:00</wp:post_date_gmt>", "2024-05-29T03:41:00Z"),
        ("<pubDate>Wed, 29 May 2024 03:41:00 +0000</pubDate>", "Wed, 29 May 2024 03:41:00 +0000"),
        ("<wp:post_date>0000-00-00 00:00:00</wp:post_date>", None),
    ],
)
def test_dates_that_are_there_once(fields: str, expected: str | None):
    (article,) = read_text("a.xml", export(post(1, fields=fields))).articles

    assert [date.text for date in article.dates] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<p>One.</p>\n\n<p>Two.</p>", ["One.", "Two."]),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One <b>bold</b>.\n\nTwo.", ["One bold.", "Two."]),
        ("One.\r\n\r\n<h2>Head</h2>\r\nTwo &amp; three.", ["One.", "Head", "Two & three."]),
        ("[gallery ids='1,2']One.[/gallery]Two.", ["Two."]),
        ('[et_pb_row admin="x"]One.[/et_pb_row]', ["One."]),
        ("He said [laughs] and [the mayor] left.", ["He said [laughs] and [the mayor] left."]),
        ('<!-- wp:embed {"url":"x"} --><figure>https://x.example</figure><!-- /wp:embed --><p>One.</p>', None),
    ],
)
def test_text_of_a_post(content: str, expected: list[str] | None):
    found = wordpress_text(content)

    assert found == expected if expected is not None else found[-1] == "One."


def test_ids_do_not_hang_on_the_order():
    posts = [post(number, f"Story number {number} of the creek.") for number in range(5)]

    there = {article.part: article.headline for article in read_text("a.xml", export(*posts)).articles}
    back = {article.part: article.headline for article in read_text("a.xml", export(*reversed(posts))).articles}
    fewer = {article.part: article.headline for article in read_text("a.xml", export(*posts[2:3])).articles}

    assert there == back
    assert len(there) == 5
    assert fewer.items() <= there.items()


def test_an_export_that_was_cut_off_is_read_as_far_as_it_is_whole():
    whole = export(post(1), post(2), post(3, "A story that will be cut."))

    reading = read_text("a.xml", whole[: whole.index("will be cut")])

    assert [article.headline for article in reading.articles] == ["Post 1", "Post 2"]
    assert ("https://courier.example/?p=3", "cut off before its end") in left_out(reading)


def test_damage_in_one_post_does_not_lose_the_next():
    reading = read_text("a.xml", export(post(1), "<item><title>A & B &nosuch; <b>bad</title></item>", post(3)))

    assert {"Post 1", "Post 3"} <= {article.headline for article in reading.articles}


def test_another_encoding_is_taken_at_its_word():
    text = '<?xml version="1.0" encoding="windows-1252"?>' + export(post(1, "The café’s door."))

    (article,) = parse_file("a.xml", text.encode("cp1252"))

    assert article.text == "The café’s door."


def test_control_characters_and_a_wrong_encoding_are_survived():
    text = '<?xml version="1.0" encoding="utf-8"?>' + export(post(1, "The caf\xe9\x07 is open."))

    (article,) = parse_file("a.xml", text.encode("latin-1"))

    assert article.text == "The café is open."


def test_the_fixture_is_told_by_its_content_whatever_it_is_called():
    data = (FIXTURES / "wordpress.xml").read_text("utf-8")

    assert len(read_text("export.txt", data).articles) == 3
