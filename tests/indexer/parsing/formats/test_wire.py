"""Wire files, ANPA 1312 and IPTC 7901, each way they vary."""

from __future__ import annotations

import datetime

import pytest

from indexer.dating import date_article
from indexer.parsing import Unreadable
from indexer.parsing.registry import Reading, read_file
from tests.indexer.parsing.formats.reading import dates, only

STORY = (
    "^Water bond passes in Sable County<\n"
    "^By PAULA QUIST=\n"
    "^Lumber Creek Press Writer=\n"
    "   FENWICK MILLS (LCP) _ Voters approved an $84 million\n"
    "bond on Tuesday by 212 votes, the county clerk said.<\n"
    "   ``It is time,'' said Maren Tolliver, the mayor.<\n"
    "   ___<\n"
    "   Work begins in the spring.<\n"
)
TEXT = [
    "FENWICK MILLS (LCP) — Voters approved an $84 million bond on Tuesday by 212 votes, the county clerk said.",
    "“It is time,” said Maren Tolliver, the mayor.",
    "Work begins in the spring.",
]
SENT = "^LCP-WF-05-28-16 0337GMT<\n"


def anpa(story: str = STORY, sent: str = SENT, category: str = "p", slug: str = "BC-LC--Water Bond") -> bytes:
    return (
        f"\x16\x16\x01a0412 ----\r\nr {category} {slug} 05-28 0061\r\n\x02".encode()
        + (story + sent).replace("\n", "\r\n").encode()
        + b"\x03\x04"
    )


def iptc(below: str, story: str = "", above: str = "lcp0412 4 pl 61  lcp 0045") -> bytes:
    text = story or f"Bond/Elections/\nWater bond passes in Sable County =\n\n  {TEXT[0]}\n  {TEXT[2]}\n"
    return f"\x01{above}\r\n\x02{text}\x03\r\n{below}\r\n\x04".encode()


def read(data: bytes, name: str = "story.anpa") -> Reading:
    return read_file(name, data)


def test_a_story_of_anpa() -> None:
    article = only(read(anpa()))
    assert article.headline == "Water bond passes in Sable County"
    assert article.bylines == ("PAULA QUIST",)
    assert article.text.split("\n\n") == TEXT
    assert article.section == "Politics"
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency) == ("Fenwick Mills", "LCP")
    assert dates(article) == [("2016-05-28T03:37+00:00", "wire", "published")]
    assert article.part is None


@pytest.mark.parametrize(
    ("sent", "day"),
    [
        ("LCP-WF-05-28-16 0337GMT\n", "2016-05-28"),
        ("^LCP-NY-05-27-88 2337EDT<\n", "1988-05-27"),
        ("LCP-CS-05-27-09 1930CST\n", "2009-05-27"),
    ],
)
def test_the_day_on_which_it_was_sent(sent: str, day: str) -> None:
    dating = date_article(only(read(anpa(sent=sent))), "story.anpa", datetime.date(2026, 1, 1))
    assert (dating.published_day, dating.dated_by, dating.precision) == (day, "wire", "minute")


def test_the_slugs_day_needs_a_year() -> None:
    article = only(read(anpa(sent="")))
    assert date_article(article, "story.anpa", datetime.date(2026, 1, 1)).published is None
    dating = date_article(article, "2016/story.anpa", datetime.date(2026, 1, 1))
    assert (dating.published_day, dating.dated_by) == ("2016-05-28", "dateline without year")


def test_a_day_that_is_none_is_no_date() -> None:
    assert dates(only(read(anpa(sent="LCP-WF-13-28-16 0337GMT\n")))) == [("may 28", "dateline", "published")]


@pytest.mark.parametrize(
    "above",
    [
        "^Eds: Updates with quotations.<\n",
        "^LCP Photo LC101=\n",
        "^Embargoed until noon<\n",
        "^(For use in weekend papers)<\n",
    ],
)
def test_what_is_for_editors_is_no_headline(above: str) -> None:
    article = only(read(anpa(above.replace("LCP Photo", "AP Photo") + STORY)))
    assert article.headline == "Water bond passes in Sable County"
    assert article.text.split("\n\n") == TEXT


def test_a_headline_in_two_lines() -> None:
    story = STORY.replace("^Water bond passes in Sable County<", "^Water bond passes<\n^in Sable County<")
    assert only(read(anpa(story))).headline == "Water bond passes in Sable County"


def test_a_story_without_headline_or_byline() -> None:
    article = only(read(anpa("   FENWICK MILLS (LCP) -- Voters approved a bond on Tuesday.\n   It is for water.\n")))
    assert article.headline_derived
    assert article.text == "FENWICK MILLS (LCP) — Voters approved a bond on Tuesday.\n\nIt is for water."


def test_a_first_paragraph_of_one_line() -> None:
    story = "^Bond passes<\n^By PAULA QUIST=\n   HARROW (LCP) _ The bond passed on Tuesday.<\n   It is for water.<\n"
    article = only(read(anpa(story)))
    assert article.headline == "Bond passes"
    assert article.text == "HARROW (LCP) — The bond passed on Tuesday.\n\nIt is for water."


def test_a_category_that_is_no_section() -> None:
    assert only(read(anpa(category="v"))).section is None


def test_the_stories_of_a_wires_day_are_apart() -> None:
    other = anpa(STORY.replace("Water", "School").replace("Tuesday", "Monday"), category="s")
    reading = read(anpa() + b"\n" + other + b"\x16\x16\x01a0413\x02\x03")
    assert [article.headline.split()[0] for article in reading.articles] == ["Water", "School"]
    assert [article.section for article in reading.articles] == ["Politics", "Sports"]
    first, second = (article.part for article in reading.articles)
    assert None is not first != second is not None
    assert [one.part for one in reading.left_out] == ["story 3"]


def test_control_bytes_that_were_lost() -> None:
    lost = anpa().translate(None, b"\x01\x02\x03\x04\x16").replace(b"0061\r\n", b"0061\r\n\r\n")
    article = only(read(lost, "story.txt"))
    assert (article.headline, article.section) == ("Water bond passes in Sable County", "Politics")
    assert article.text.split("\n\n") == TEXT
    assert dates(article) == [("2016-05-28T03:37+00:00", "wire", "published")]


@pytest.mark.parametrize(
    ("below", "day", "precision"),
    [
        ("281430 GMT May 16", "2016-05-28", "minute"),
        ("281430 Mai 16", "2016-05-28", "day"),
        ("281430 MESZ Mai 2016", "2016-05-28", "minute"),
        ("280130 CET dec 99", "1999-12-28", "minute"),
    ],
)
def test_a_story_of_iptc_7901(below: str, day: str, precision: str) -> None:
    article = only(read(iptc(below), "story.tst"))
    dating = date_article(article, "story.tst", datetime.date(2026, 1, 1))
    assert article.headline == "Water bond passes in Sable County"
    assert article.text.split("\n\n") == [TEXT[0], TEXT[2]]
    assert (dating.published_day, dating.dated_by, dating.precision) == (day, "wire", precision)


def test_one_without_a_text_is_refused() -> None:
    with pytest.raises(Unreadable, match="no text in it"):
        read(b"\x01lcp0412 4 pl 0\r\n\x02\x03\r\n281430 GMT May 16")


def test_a_text_that_only_begins_like_one_is_a_text() -> None:
    article = only(read_file("a.txt", b"a1234 is the number of the road.\n\nIt was closed on Monday, the county said."))
    assert "It was closed on Monday" in article.text
