"""Speakers side by side: the same statements as the single searches, no more, no fewer."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

import search.deadline
from tests.builders import article, speaker
from tests.clock import Clock
from tests.webui.conftest import serve
from tests.webui.reading import find, heading, links, page, parse, text_of

PAIR = "/compare?speaker=augustin-pell&speaker=maren-tolliver"


def test_two_speakers_stand_side_by_side(site: FlaskClient) -> None:
    tree = page(site, f"{PAIR}&q=water")
    assert heading(tree).startswith("1 statement by Augustin Pell")
    assert "and 1 statement by Maren Tolliver" in heading(tree)
    assert "containing water" in heading(tree)
    assert "Side by side is not a reply" in text_of(tree)
    columns = [text_of(cell) for cell in find(find(tree, "table", "vs")[0], "th")]
    assert columns[:3] == ["Month", "Augustin Pellsheriff", "Maren Tollivermayor"]
    assert columns[3] == "May 2024"
    said = [text_of(quote) for quote in find(find(tree, "table", "vs")[0], "blockquote")]
    assert said == ["“I am for water. I drink it,”", "“the water bond is not a wish list.”"]


def test_who_says_nothing_is_told_within_the_sentence(site: FlaskClient) -> None:
    told = heading(page(site, f"{PAIR}&q=drink"))
    assert told.startswith("1 statement by Augustin Pell")
    assert "and no statements by Maren Tolliver" in told
    assert heading(page(site, f"{PAIR}&q=wish")).startswith("No statements by Augustin Pell")


@pytest.mark.parametrize("query", ["", "&q=pipe", "&from=2021&to=2022", "&q=pipe&from=2021-02"])
def test_all_months_hold_what_the_single_searches_find(site: FlaskClient, query: str) -> None:
    told = site.get(f"/compare.json?speaker=augustin-pell&speaker=maren-tolliver{query}").get_json()
    for side in told["speakers"]:
        single = site.get(side["statements_url"].removeprefix("http://localhost")).get_json()
        assert side["total"] == single["total"]
        if not re.search("from|to=", query):
            assert sum(side["months"].values()) + side["undated"] == side["total"]
    assert [side["id"] for side in told["speakers"]] == ["augustin-pell", "maren-tolliver"]
    shown, address = 0, f"{PAIR}{query}&months=all"
    address = site.get(address).location or address
    while address:
        tree = page(site, address)
        table = find(tree, "table", "vs")
        shown += len(find(table[0], "blockquote")) if table else 0
        for link in find(tree, "a", "more"):
            shown += int(text_of(link).partition(" more from ")[0])
        address = next((link.get("href") for link in find(tree, "a") if link.get("rel") == "next"), "")
    assert shown == sum(side["total"] for side in told["speakers"])


def test_the_chart_and_its_table_say_the_same(site: FlaskClient) -> None:
    tree = page(site, PAIR)
    chart = find(tree, "figure", "chart")[0]
    labels = [bar.get("aria-label") for bar in chart.iter() if bar.get("aria-label") and bar.get("href")]
    rows = [text_of(row[0]) + ": Augustin Pell " + text_of(row[1]) + ", Maren Tolliver " + text_of(row[2])
            for row in find(chart, "tr")[1:]]  # fmt: skip
    assert labels
    assert set(labels) <= set(rows)


def test_three_have_three_lanes_and_four_are_refused(site: FlaskClient) -> None:
    tree = page(site, f"{PAIR.replace('maren', 'ice&speaker=maren')}&months=all")
    assert len(find(find(tree, "table", "vs")[0], "th")) > 4
    assert {"b1", "b2", "b3"} <= {rod.get("class") for rod in tree.iter()}
    refused = page(site, "/compare?speaker=zaa&speaker=zbb&speaker=zcc&speaker=zdd", 400)
    assert "Two or three speakers can be compared, not 4." in text_of(refused)


def test_with_fewer_than_two_it_offers_whom_to_compare(site: FlaskClient) -> None:
    tree = page(site, "/compare")
    assert heading(tree) == "Compare speakers"
    assert "/compare?speaker=maren-tolliver" in links(tree)
    tree = page(site, "/compare?speaker=maren-tolliver")
    assert PAIR in links(tree)
    assert "Compare with" in text_of(tree)


@pytest.mark.parametrize(
    ("spelled", "canonical"),
    [
        ("/compare?speaker=Maren+Tolliver&speaker=Augustin+Pell", PAIR),
        (f"{PAIR}&in=articles&sort=relevance&months=both&q=", PAIR),
        (f"{PAIR}&sort=oldest&months=all&per_page=100", f"{PAIR}&sort=oldest&months=all"),
        ("/compare.json?speaker=Maren+Tolliver", "/compare.json?speaker=maren-tolliver"),
    ],
)
def test_a_comparison_has_one_address(site: FlaskClient, spelled: str, canonical: str) -> None:
    answer = site.get(spelled)
    assert (answer.status_code, answer.location) == (302, canonical)
    assert site.get(canonical).status_code == 200
    assert site.get(canonical).headers["X-Robots-Tag"] == "noindex, follow"


def test_what_cannot_be_compared_is_said(site: FlaskClient) -> None:
    assert "“months” is both or all, not “some”." in text_of(page(site, f"{PAIR}&months=some", 400))
    assert site.get("/compare.json?speaker=a&from=soon").get_json()["status"] == 400
    unknown = text_of(page(site, "/compare?speaker=maren-tolliver&speaker=zaphod"))
    assert "Nobody in this archive is known as “zaphod”." in unknown


def test_dates_narrow_the_first_and_last_month() -> None:
    ann, bo = speaker("Ann Bell", "mayor"), speaker("Bo Cole", "sheriff")
    stories = [
        article(f"Ann Bell said “a{day} word”. Bo Cole said “b{day} word”.", f"Day {day}", f"{day}.txt",
                published=f"2024-05-{day:02d}", says=[(ann, f"a{day} word"), (bo, f"b{day} word")])
        for day in (1, 10, 20)
    ]  # fmt: skip
    with serve(tuple(stories)).test_client() as client:
        tree = page(client, "/compare?speaker=ann-bell&speaker=bo-cole&q=word&from=2024-05-05")
        said = [text_of(quote) for quote in find(find(tree, "table", "vs")[0], "blockquote")]
        assert said == ["“a20 word”", "“a10 word”", "“b20 word”", "“b10 word”"]
        assert "from May 2024" not in text_of(tree)


@pytest.mark.parametrize(
    ("query", "expected"),
    [("", "Maren Tolliver, to compare with others"), ("&q=water", "Maren Tolliver on water")],
)
def test_the_title_of_one_speaker_alone_puts_nobody_beside_them(site: FlaskClient, query: str, expected: str) -> None:
    tree = page(site, f"/compare?speaker=maren-tolliver{query}")
    assert text_of(find(tree, "title")[0]).startswith(f"{expected} · ")


@pytest.mark.parametrize("query", ["speaker=augustin-pell&speaker=maren-tolliver&q=water", "speaker=maren-tolliver"])
def test_a_comparison_that_is_stopped_at_any_moment_says_partial_and_has_no_blank_quotation(
    site: FlaskClient, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    whole, told = site.get(f"/compare?{query}"), site.get(f"/compare.json?{query}")
    quoted = {text_of(quote) for quote in find(parse(whole.text), "blockquote")}
    ends, said = set(), set()
    for looks in (*range(20, 1500, 20), 1_000_000):
        monkeypatch.setattr(search.deadline, "time", Clock(10 / looks))
        answer, data = site.get(f"/compare?{query}"), site.get(f"/compare.json?{query}")
        is_partial = "Partial: " in answer.text
        ends.add((answer.status_code, is_partial))
        if answer.status_code == 503:
            assert "This took longer than an answer may take, and was stopped." in answer.text
        elif is_partial:
            assert "Narrow the search by dates, speaker or outlet, or ask again." in answer.text
            assert "Nothing in this month" not in answer.text
            assert answer.headers["Cache-Control"] == "no-store"
        else:
            assert answer.text == whole.text
        found = {text_of(quote) for quote in find(parse(answer.text), "blockquote")}
        assert found <= quoted
        said |= found if is_partial else set()
        # Programs get every count, or are told that there was no time.
        assert data.get_json() == told.get_json() if data.status_code == 200 else data.get_json()["status"] == 503
    assert ends == {(503, False), (200, True), (200, False)}
    assert bool(said) == bool(quoted)
