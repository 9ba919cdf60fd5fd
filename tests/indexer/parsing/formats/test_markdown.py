"""Markdown, with front matter of every kind and without."""

from __future__ import annotations

import pytest

from indexer.parsing import ParsedArticle, Unreadable
from indexer.parsing.formats.front_matter import split_front_matter
from indexer.parsing.formats.markdown import markdown_paragraphs
from tests.indexer.parsing.formats.reading import dates, only, read, read_text

WORDS = "It rained on Lumber Creek all day.\n"


def story(matter: str, text: str = WORDS) -> ParsedArticle:
    return only(read_text("rain.md", f"---\n{matter}\n---\n{text}"))


def test_a_story():
    article = only(read("2018-06-12-fog.md"))

    assert article.headline == "Fog: a study"
    assert article.text.split("\n\n") == [
        "The fog came late, as Rhoda Vance said it would.",
        "“I cannot see it,” she said, & laughed.",
        "First it rose.",
        "Then it fell.",
        "It is gone now.",
    ]
    assert article.bylines == ("Ivy Marsh", "Owen Fenn")
    assert article.section == "County"
    assert article.url == "https://courier.example/fog"
    assert article.part is None
    assert dates(article) == [
        ("2018-06-12 08:00:00 -0500", "front matter", "published"),
        ("2018-06-14", "front matter", "updated"),
    ]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One\ntwo.\n\nThree.", ["One two.", "Three."]),
        ("## Head\n\nWords.", ["Head", "Words."]),
        ("A [link](https://x.example/a_b_c) and [one][ref].\n\n[ref]: https://x.example", ["A link and one."]),
        ("An ![image *x*](a.png) here.", ["An here."]),
        ("a_b_c and **bold** and ~~gone~~.", ["a_b_c and bold and gone."]),
        ("1. One\n2. Two\n   - Three", ["One", "Two", "Three"]),
        ("| a | b |\n|---|---|\n| c | d |", ["a", "b", "c", "d"]),
        ("<div class='x'>Some <b>words</b></div>\n\n<script>no()</script>", ["Some words"]),
        ("Line<br>break", ["Line", "break"]),
        ("{{< youtube id >}}\n\n{% include x.html %}Words {{ site.name }}.", ["Words ."]),
        ('A [ref]({{< ref "other.md" >}}).', ["A ref."]),
        ("{{% box %}}Kept{{% /box %}}", ["Kept"]),
        ("Fish &amp; chips &#8217;", ["Fish & chips ’"]),
        ("<!-- hidden -->\n\nSeen.", ["Seen."]),
    ],
)
def test_words_without_marks(text: str, paragraphs: list[str]):
    assert markdown_paragraphs(text) == paragraphs


@pytest.mark.parametrize(
    "matter",
    [
        "title: Rain\ndate: 2017-02-10",
        'title: "Rain"\ndate: "2017-02-10"',
        "Title: 'Rain'\nDate: 2017-02-10",
        "title: >\n  Rain\ndate: 2017-02-10",
        "layout: post\ntitle: Rain\npublishDate: 2017-02-10\ndate: 2016-01-01",
        "headline: Rain\npublished: 2017-02-10",
    ],
)
def test_front_matter(matter: str):
    article = story(matter)

    assert article.headline == "Rain"
    assert dates(article) == [("2017-02-10", "front matter", "published")]


def test_toml():
    article = only(read_text("rain.md", f'+++\ntitle = "Rain"\ndate = 2017-02-10T08:00:00-06:00\n+++\n{WORDS}'))

    assert article.headline == "Rain"
    assert dates(article) == [("2017-02-10T08:00:00-06:00", "front matter", "published")]


def test_a_colon_in_a_title_breaks_nothing():
    article = story("title: Rain: a study\ndate: 2017-02-10\nauthors:\n  - Ivy Marsh\n  - Owen Fenn")

    assert article.headline == "Rain: a study"
    assert article.bylines == ("Ivy Marsh", "Owen Fenn")
    assert dates(article) == [("2017-02-10", "front matter", "published")]


@pytest.mark.parametrize(
    ("matter", "names"),
    [
        ("author: Ivy Marsh", ("Ivy Marsh",)),
        ("author:\n  name: Ivy Marsh\n  email: x@courier.example", ("Ivy Marsh",)),
        ("authors: [ivy-marsh, Owen Fenn]", ("Ivy Marsh", "Owen Fenn")),
        ("byline: By Ivy Marsh and Owen Fenn", ("Ivy Marsh", "Owen Fenn")),
        ("author: admin", ()),
        ("title: x", ()),
    ],
)
def test_bylines(matter: str, names: tuple[str, ...]):
    assert story(matter).bylines == names


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (f"# Rain\n\n{WORDS}", "Rain"),
        (f"Rain\n====\n\n{WORDS}", "Rain"),
        (f"---\ndate: 2017-02-10\n---\n# Rain #\n\n{WORDS}", "Rain"),
    ],
)
def test_without_a_title_the_heading_is_the_headline(text: str, headline: str):
    article = only(read_text("rain.md", text))

    assert (article.headline, article.headline_derived) == (headline, False)
    assert article.text == WORDS.strip()


def test_without_either_the_headline_is_derived():
    assert only(read_text("rain.md", WORDS)).headline_derived


def test_front_matter_tells_the_format_whatever_the_name():
    article = only(read_text("rain.txt", f"---\ntitle: Rain\ndate: 2017-02-10\n---\n\n*{WORDS.strip()}*"))

    assert (article.headline, article.text) == ("Rain", WORDS.strip())


def test_windows_line_ends():
    assert only(read_text("rain.md", f"---\r\ntitle: Rain\r\n---\r\n{WORDS}\r\nAgain.\r\n")).headline == "Rain"


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("rain.md", "---\ntitle: Rain\ndraft: true\n---\nWords.", "draft"),
        ("rain.md", "---\ntitle: Rain\npublished: false\n---\nWords.", "draft"),
        ("news/_index.md", "---\ntitle: News\n---\n", "section"),
        ("rain.md", "---\nslug: x\n---\n", "no text"),
    ],
)
def test_what_is_no_story(name: str, text: str, reason: str):
    with pytest.raises(Unreadable, match=reason):
        read_text(name, text)


@pytest.mark.parametrize(
    "matter",
    [
        "a: &a [x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\ntitle: *c",
        "title: !!python/object/apply:os.system ['echo']",
        "title: " + "[" * 5000,
        "title: {" * 3000,
        "- a\n- title: b",
        "title: \x01\x02",
    ],
)
def test_hostile_front_matter_does_no_harm(matter: str):
    assert story(matter).text == WORDS.strip()


def test_front_matter_that_never_ends_is_text():
    fields, text = split_front_matter("---\ntitle: Rain\n\nIt rained.")

    assert not fields
    assert "It rained." in text


@pytest.mark.parametrize("text", ["[" * 20_000, "> " * 5_000 + "x", "*" * 20_000 + "x", "<" * 20_000, "![" * 10_000])
def test_hostile_markdown_ends(text: str):
    assert "".join(markdown_paragraphs(text)) is not None
