"""One file, its finished articles."""

from __future__ import annotations

import datetime
import hashlib
import json
from pathlib import Path

import pytest

from indexer.articles import SAME_WORDS, find_articles, read_articles
from indexer.files import SourcePath
from indexer.outcomes import ReadingSettings
from indexer.outlets import Outlet, Outlets
from indexer.parsing import Unreadable
from indexer.parsing.parsed import LeftOut
from search.documents import Article, Dateline, SourceFile, Span, Statement
from search.ids import article_id

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "data" / "seeds"
SETTINGS = ReadingSettings(
    Outlets({"elleryledger.example": Outlet("The Ellery Ledger", "America/Chicago"), "kqel": Outlet("Channel 6 News")}),
    today=datetime.date(2025, 1, 1),
)
STORY = " date 2023-03-14 FENWICK MILLS (KQEL) — The mayor asked for a water bond on Tuesday. “It is time,” she said."
PAGE = """<!doctype html><html><head><title>Bond passes | The Ellery Ledger</title>
<link rel="canonical" href="https://www.elleryledger.example/2024/05/bond/?utm_source=x#top">
<meta property="og:title" content="Bond passes"><meta property="article:published_time" content="2024-05-29T03:41:00Z">
</head><body><article><h1>Bond passes</h1>%s</article></body></html>"""
PROSE = "<p>Voters approved the water bond on Tuesday by a margin of 612 votes, the county clerk said.</p>" * 2


def nothing(article: Article) -> tuple[Statement, ...]:
    return ()


def read(text: str, path: str = "channel6/story.txt", settings: ReadingSettings = SETTINGS) -> Article:
    (article,) = read_articles(SourcePath(Path(), path, Path(path)), text.encode(), settings, nothing)
    return article


def test_a_text_file_becomes_a_dated_article():
    article = read(STORY)

    assert article.text.startswith("FENWICK MILLS (KQEL) — The mayor asked")
    assert (article.published, article.published_day, article.precision) == ("2023-03-14", "2023-03-14", "day")
    assert (article.dated_by, article.date_confidence) == ("inline", 0.95)
    assert article.dateline == Dateline("Fenwick Mills", "KQEL")
    assert article.outlet == "Channel 6 News"
    assert (article.headline, article.headline_derived) == ("The mayor asked for a water bond on Tuesday", True)
    assert article.language == "en"


def test_a_call_sign_that_is_not_in_the_table_is_the_outlet_itself():
    assert read(STORY, settings=ReadingSettings()).outlet == "KQEL"


def test_an_article_is_known_by_its_path():
    article = read(STORY)

    assert (article.key, article.id) == ("channel6/story.txt", article_id("channel6/story.txt"))
    assert article.files == (SourceFile("channel6/story.txt", hashlib.sha256(STORY.encode()).hexdigest()),)


def test_an_article_with_an_address_is_known_by_it_wherever_it_lies():
    one, other = (read(PAGE % PROSE, path=path) for path in ("a.html", "b/c.html"))

    assert one.key == other.key == "elleryledger.example/2024/05/bond/"
    assert one.id == other.id
    assert one.files != other.files


def test_the_outlets_zone_makes_the_day():
    article = read(PAGE % PROSE, path="a.html")

    assert (article.published, article.published_day) == ("2024-05-28T22:41:00-05:00", "2024-05-28")
    assert article.outlet == "The Ellery Ledger"


def test_statements_are_those_that_attribution_finds():
    found = Statement("x", "y", "direct", "none", (Span(0, 1),), "F")

    (article,) = read_articles(
        SourcePath(Path(), "a.txt", Path("a.txt")), STORY.encode(), SETTINGS, lambda article: (found,)
    )

    assert article.statements == (found,)


def test_the_whole_body_is_left_as_it_is():
    text = "Headline: A\r\n\r\nBy B\n“Yes,” she said.  \n"

    article = read(text, settings=ReadingSettings(whole_body=True))

    assert article.text == text
    assert article.bylines == ()


def test_a_notice_printed_twice_in_one_file_is_kept_once_and_the_other_named():
    rows = [{"title": "Notice", "date": f"2024-05-{day}", "text": "The clinic is open on Monday."} for day in (13, 20)]
    data = json.dumps([*rows, rows[0], {**rows[0], "text": "It is closed."}]).encode()
    found = list(find_articles(SourcePath(Path(), "notices.json", Path("notices.json")), data, ReadingSettings()))

    assert [one.published for one in found if isinstance(one, Article)] == ["2024-05-13", "2024-05-13", "2024-05-13"]
    assert [one for one in found if isinstance(one, LeftOut)] == [LeftOut("Notice (2024-05-20)", SAME_WORDS)]


def test_what_cannot_be_read_says_why():
    with pytest.raises(Unreadable, match="empty"):
        read("")


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the two seed stories are not on this machine")
@pytest.mark.parametrize(
    ("name", "published", "dated_by"),
    [("003_a8b7dac33c4f313c.txt", "2017-02-10", "inline"), ("000_dc8aa4a787505a7e.txt", None, None)],
)
def test_the_seed_stories(name: str, published: str | None, dated_by: str | None):
    data = (SEEDS / name).read_bytes()

    (article,) = read_articles(SourcePath(SEEDS, name, SEEDS / name), data, ReadingSettings(), nothing)

    assert (article.published, article.published_day, article.dated_by) == (published, published, dated_by)
    assert article.precision == ("day" if published else None)
    assert (article.outlet, article.dateline) == ("KXAN", Dateline("Austin", "KXAN"))
    assert article.headline_derived
    assert article.text == data.decode().removeprefix(" date 2017-02-10 ")
