"""No page ends in a wall: copies beyond those named, a name that nobody bears, long lists, words that are none."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

import search.reuse
from tests.builders import article, speaker
from tests.search.contract.test_copies import story
from tests.webui.conftest import serve
from tests.webui.reading import find, heading, links, page, text_of
from webui.views.speakers import SPEAKERS_PER_PAGE

PRINTS = [
    story(f"ledger/{day}.txt", published=f"2024-05-{day:02}", outlet=f"Outlet {chr(64 + day)}") for day in range(1, 7)
]


@pytest.fixture(scope="module")
def printed() -> FlaskClient:
    return serve(tuple(PRINTS)).test_client()


@pytest.mark.parametrize("address", ["/search?q=pumps", "/search?q=pumps&in=statements"])
def test_copies_that_a_row_does_not_name_are_a_link_away(printed: FlaskClient, address: str) -> None:
    (row,) = (one for one in find(page(printed, address), "p", "also") if "5 more copies:" in text_of(one))
    *named, more = find(row, "a")
    assert (len(named), text_of(more)) == (3, "and 2 more")
    target, _, anchor = more.get("href").partition("#")
    (listed,) = (one for one in find(page(printed, target), "section") if one.get("id") == anchor)
    assert [text_of(link)[:8] for link in find(listed, "a")] == [f"Outlet {letter}" for letter in "BCDEF"]
    assert "and" not in text_of(listed).split()


def test_a_story_says_how_many_copies_it_does_not_list(printed: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search.reuse, "COPIES_SHOWN", 2)
    (listed,) = (one for one in find(page(printed, f"/article/{PRINTS[0].id}"), "section") if one.get("id") == "copies")
    assert len(find(listed, "a")) == 2
    assert "and 3 more" in text_of(listed)
    told = printed.get(f"/article/{PRINTS[0].id}.json").get_json()
    assert (told["copies_total"], len(told["copies"])) == (5, 2)


@pytest.mark.parametrize(
    ("id", "offered"),
    [
        ("maren-toliver", [("Maren Tolliver", "25 statements", "/speaker/maren-tolliver")]),
        ("maren-tollliverr", [("Maren Tolliver", "25 statements", "/speaker/maren-tolliver")]),
        ("maren-tolliver.sheriff", [("Maren Tolliver", "25 statements", "/speaker/maren-tolliver")]),
        ("paula-quist", []),
        (
            "pell",
            [
                ("Augustin Pell", "1 statement", "/speaker/augustin-pell"),
                ("Dorsey Pell", "1 statement", "/speaker/dorsey-pell"),
                ("Articles containing pell", "2 articles", "/search?q=pell"),
            ],
        ),
        ("water-bond", [('Articles containing "water bond"', "1 article", "/search?q=%22water+bond%22")]),
        ("bond-sheriff", [("Articles containing bond sheriff", "1 article", "/search?q=bond+sheriff")]),
        ("x-" * 60, []),
        ("-", []),
    ],
)
def test_a_name_that_nobody_bears_leads_to_who_may_be_meant_and_to_its_words(
    site: FlaskClient, id: str, offered: list[tuple[str, str, str]]
) -> None:
    found = page(site, f"/speaker/{id}", 404)
    assert f"There is no speaker “{id}” in this archive." in text_of(found)
    rows = [
        (text_of(find(row, "span")[0]), text_of(find(row, "b")[0]), row.get("href"))
        for group in find(found, "ol", "relax")
        for row in find(group, "a")
    ]
    assert [row for row in rows if row in offered] == offered
    assert bool(rows) == bool(offered)
    for _, count, address in rows:
        assert count.split()[0] in text_of(page(site, address))


def test_a_list_of_speakers_shows_its_pages() -> None:
    voices = [(speaker(f"Voice {chr(97 + at // 26)}{chr(97 + at % 26)}el"), "it is late") for at in range(120)]
    said = " ".join(f"{who.name} said “it is late”." for who, _ in voices)
    site = serve((article(said, says=voices),)).test_client()
    last = -(-len(voices) // SPEAKERS_PER_PAGE)
    (pager,) = find(page(site, "/speakers?page=2"), "nav", "pages")
    assert [text_of(one) for one in find(pager, "strong")] == ["2"]
    assert [link.get("href") for link in find(pager, "a")] == [
        "/speakers", "/speakers", f"/speakers?page={last}", f"/speakers?page={last}",
    ]  # fmt: skip
    assert not find(page(site, "/speakers?name=aael"), "nav", "pages")


@pytest.mark.parametrize(
    ("address", "current"),
    [("/speakers", ("Speakers", "page")), ("/speaker/augustin-pell", ("Speakers", "true")), ("/search", None)],
)
def test_the_site_says_where_a_reader_is(site: FlaskClient, address: str, current: tuple[str, str] | None) -> None:
    (menu,) = (one for one in find(page(site, address), "nav") if one.get("aria-label") == "Site")
    marked = [(text_of(link), link.get("aria-current")) for link in find(menu, "a") if link.get("aria-current")]
    assert marked == ([current] if current else [])


@pytest.mark.parametrize("address", ["/search", "/search/speaker", "/compare", "/search.json", "/search.atom"])
def test_a_query_without_a_word_is_refused_and_an_empty_one_is_not(site: FlaskClient, address: str) -> None:
    refused = site.get(f"{address}?q=-&in=statements")
    assert refused.status_code == 400
    assert "“-” holds no words to look for." in refused.text
    assert site.get(address).status_code == 200


def test_the_form_keeps_what_was_typed_beside_words_that_are_none(site: FlaskClient) -> None:
    found = page(site, "/search?q=!%3F&speaker=maren-tolliver&from=2024", 400)
    assert heading(found) == "Nothing was searched: the words cannot be read"
    typed = {field.get("name"): field.get("value") for field in find(found, "input")}
    assert (typed["q"], typed["speaker"], typed["from"]) == ("!?", "maren-tolliver", "2024")
    assert "/search?speaker=maren-tolliver&from=2024" in links(found)
    assert "the same without “Words”" in text_of(found)
