"""The same searches for programs, feed readers, browsers and search engines; and how answers travel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from search.backends.memory import MemoryIndex
from search.builds import BuildReport
from search.ids import article_id
from tests.builders import article
from tests.search.contract.test_copies import CORRECTED, SHARING, STORIES
from tests.webui.conftest import sample, serve
from tests.webui.reading import find, heading, page, text_of

LETTER = article_id("ledger/2024/05/14/letter.txt")
ATOM = "{http://www.w3.org/2005/Atom}"


def test_json_says_what_the_page_says(site: FlaskClient) -> None:
    query = "q=water&speaker=maren-tolliver&from=2020"
    told = site.get(f"/search.json?{query}").get_json()
    tree = page(site, f"/search?{query}")
    assert str(told["total"]) == text_of(find(tree, "strong")[0])
    assert told["total_is_exact"] is True
    assert told["query"] == {
        "in": "articles",
        "sort": "relevance",
        "q": "water",
        "speaker": ["maren-tolliver"],
        "from": "2020",
    }
    assert [hit["article"]["headline"] for hit in told["hits"]] == [text_of(title) for title in find(tree, "h3", "hl")]
    assert told["index"]["generation"] == site.get("/healthz").get_json()["generation"]
    assert told["next_url"] == f"http://localhost/search.json?{query}&page=2"


def test_json_facets_say_what_is_chosen_and_how_to_change_it(site: FlaskClient) -> None:
    told = site.get("/search.json?q=water&outlet=weekly").get_json()
    outlets = next(facet for facet in told["facets"] if facet["field"] == "outlet")
    chosen = {value["value"]: value for value in outlets["values"]}
    assert chosen["weekly"]["selected"] is True
    assert chosen["weekly"]["toggle_url"] == "http://localhost/search.json?q=water"
    both = "http://localhost/search.json?q=water&outlet=channel-6-news&outlet=weekly"
    assert chosen["channel-6-news"]["toggle_url"] == both
    for facet in told["facets"]:
        for value in facet["values"]:
            assert site.get(value["toggle_url"]).status_code == 200


def test_json_snippets_are_pieces_of_the_text(site: FlaskClient) -> None:
    told = site.get("/search.json?q=bond&in=statements").get_json()
    story = site.get(f"/article/{LETTER}.json").get_json()
    assert told["hits"]
    for hit in told["hits"]:
        for snippet in hit["snippets"]:
            assert "".join(piece["text"] for piece in snippet["pieces"]) in story["text"]
            assert any(piece["matched"] for piece in snippet["pieces"])


def test_the_json_of_an_article_is_what_show_prints_and_more(site: FlaskClient) -> None:
    told = site.get(f"/article/{LETTER}.json").get_json()
    assert told["id"] == LETTER
    assert told["permalink"] == f"http://localhost/article/{LETTER}"
    first = told["statements"][0]
    assert told["text"][first["content"][0]["start"] : first["content"][0]["end"]] == first["text"]
    assert told["versions"][0]["headline"] == "Sheriff and mayor part"


def test_speakers_and_status_as_json(site: FlaskClient) -> None:
    listed = site.get("/speakers.json?name=toll").get_json()
    assert [entry["id"] for entry in listed["speakers"]] == ["maren-tolliver"]
    one = site.get("/speaker/maren-tolliver.json").get_json()
    assert [held["role"] for held in one["speakers"][0]["roles"]] == ["council president", "mayor"]
    about = site.get("/about.json").get_json()
    assert about["articles"] == 30
    assert about["report"]["skipped"][0] == {"path": "scans/1987-04.tif", "reason": "not a known format"}


def test_programs_anywhere_may_read_json(site: FlaskClient) -> None:
    for address in ("/search.json?q=water", "/search.json?q=", "/search.json?from=x", "/about.json", "/suggest?q=ma"):
        assert site.get(address).headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in site.get("/search?q=water").headers


def test_a_feed_is_atom_with_permanent_ids(site: FlaskClient) -> None:
    feed = ElementTree.fromstring(site.get("/search.atom?q=water&in=statements").data)
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    assert entries
    ids = [entry.findtext(f"{ATOM}id") or "" for entry in entries]
    assert len(set(ids)) == len(ids)
    assert all(id.startswith("urn:uuid:") for id in ids)
    elsewhere = site.get("/search.atom?q=water&in=statements", base_url="https://other.example").data
    again = [entry.findtext(f"{ATOM}id") for entry in ElementTree.fromstring(elsewhere).findall(f"{ATOM}entry")]
    assert ids == again


def growing_site() -> tuple[MemoryIndex, FlaskClient]:
    app = serve(sample())
    return app.extensions["index-of-the-test"], app.test_client()


def entries_of(client: FlaskClient, address: str) -> list[tuple[str, str]]:
    feed = ElementTree.fromstring(client.get(address).data)
    return [
        (entry.findtext(f"{ATOM}title") or "", entry.findtext(f"{ATOM}updated") or "")
        for entry in feed.findall(f"{ATOM}entry")
    ]


def test_an_old_story_that_is_added_today_comes_first_in_a_feed() -> None:
    index, client = growing_site()
    before = entries_of(client, "/search.atom?q=water")
    assert before[0][0] == "The month alone"
    assert {updated for _, updated in before} == {index.searcher.status().built_at.replace("+00:00", "Z")}
    generation = index.searcher.generation
    with index.writer() as writer:
        writer.add(article("Water rose.", "The flood of 1987", "old/flood.txt", published="1987-06"))
        writer.publish(BuildReport(), "digest")
    assert [title for title, _ in entries_of(client, "/search.atom?q=water")][:2] == [
        "The flood of 1987",
        "The month alone",
    ]
    found = client.get(f"/search.json?q=water&added={generation}").get_json()
    assert [hit["article"]["headline"] for hit in found["hits"]] == ["The flood of 1987"]
    seen = found["hits"][0]["article"]["first_seen"]
    assert seen == {"generation": index.searcher.generation, "at": index.searcher.status().built_at}
    assert client.get(f"/article/{found['hits'][0]['id']}.json").get_json()["first_seen"] == seen
    nothing = client.get(f"/search.json?q=water&added={index.searcher.generation}").get_json()
    assert nothing["total"] == 0


def test_a_feed_of_an_archive_that_was_built_anew_is_the_same() -> None:
    index, client = growing_site()
    before = entries_of(client, "/search.atom?q=water")
    with index.writer() as writer:
        for one in sample():
            writer.remove(one.id)
            writer.add(one)
        writer.publish(BuildReport(), "digest")
    assert entries_of(client, "/search.atom?q=water") == before


def test_what_was_added_since_is_a_part_of_the_search_that_can_be_taken_away(site: FlaskClient) -> None:
    page = site.get("/search?q=water&added=1999").get_data(as_text=True)
    assert "added to the archive" in page
    assert "since 1999" in page
    assert 'href="/search?q=water"' in page
    page = site.get("/search?q=water&added=20010203T040506Z-00ff").get_data(as_text=True)
    assert "after the index of 3\N{NO-BREAK SPACE}February\N{NO-BREAK SPACE}2001, 04:05" in page


def test_an_entry_carries_the_statement_and_the_paragraph_around_it(site: FlaskClient) -> None:
    feed = ElementTree.fromstring(site.get("/search.atom?q=water+bond&in=statements").data)
    words = feed.findtext(f"{ATOM}entry/{ATOM}content") or ""
    said, around, printed = words.split("\n\n")
    assert said == "Maren Tolliver (said): “the water bond is not a wish list.”"
    assert around == "FENWICK MILLS — Mayor Maren Tolliver said “the water bond is not a wish list.”"
    assert printed.startswith("Sheriff breaks with mayor on water bond, The Ledger, 14")


def test_a_feed_pages_through_every_hit(site: FlaskClient) -> None:
    address, found = "/search.atom?q=water", []
    while address:
        feed = ElementTree.fromstring(site.get(address).data)
        found += [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
        following = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "next"]
        address = (following[0] or "").removeprefix("http://localhost") if following else ""
    assert len(found) == len(set(found)) == site.get("/search.json?q=water").get_json()["total"]


def test_a_feed_of_what_cannot_be_read_says_why(site: FlaskClient) -> None:
    answer = site.get("/search.atom?from=2024-02-30")
    assert answer.status_code == 400
    assert answer.mimetype == "text/plain"
    assert "There is no such day" in answer.get_data(as_text=True)


def test_suggestions_are_in_the_form_of_opensearch(site: FlaskClient) -> None:
    answer = site.get("/suggest?q=pell")
    assert answer.mimetype == "application/x-suggestions+json"
    typed, names, notes, addresses = answer.get_json(force=True)
    assert typed == "pell"
    assert names == ["Augustin Pell", "Dorsey Pell"]
    assert notes[0] == "sheriff, 1 statement"
    assert addresses[0] == "http://localhost/speaker/augustin-pell"
    assert site.get("/suggest?q=").get_json(force=True) == ["", [], [], []]
    assert site.get("/suggest?q=sher").get_json(force=True)[1] == ["Augustin Pell"]


def test_browsers_and_search_engines_find_their_way(site: FlaskClient) -> None:
    described = ElementTree.fromstring(site.get("/opensearch.xml").data)
    name = described.findtext("{http://a9.com/-/spec/opensearch/1.1/}ShortName") or ""
    assert 0 < len(name) <= 16
    robots = site.get("/robots.txt").get_data(as_text=True)
    assert "Disallow: /search\n" in robots
    assert "Disallow: /compare?\n" in robots
    assert "Sitemap: http://localhost/sitemap.xml" in robots
    urls = [element.text or "" for element in ElementTree.fromstring(site.get("/sitemap.xml").data).iter()]
    assert f"http://localhost/article/{LETTER}" in urls
    assert "http://localhost/speaker/maren-tolliver" in urls
    assert site.get("/healthz").get_json() == {
        "ok": True,
        "generation": "20000102T000000Z-0000",
        "articles": 30,
    }


@pytest.mark.parametrize("address", ["/", "/search?q=water", "/search.json?q=water", f"/article/{LETTER}", "/nowhere"])
def test_every_answer_is_guarded(site: FlaskClient, address: str) -> None:
    headers = site.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_results_are_not_for_search_engines_but_articles_are(site: FlaskClient) -> None:
    for address in ("/search?q=water", f"/article/{LETTER}?q=water"):
        answer = site.get(address)
        assert answer.headers["X-Robots-Tag"] == "noindex, follow"
        assert b'<meta name="robots" content="noindex,follow">' in answer.data
    for address in (f"/article/{LETTER}", "/speaker/maren-tolliver", "/"):
        answer = site.get(address)
        assert "X-Robots-Tag" not in answer.headers
        assert b'name="robots"' not in answer.data


@pytest.mark.parametrize(
    "address", ["/", "/search?q=water", "/search.json?q=water", "/search.atom?q=water", "/speakers", "/about", "/help"]
)
def test_what_a_reader_has_is_not_sent_again(site: FlaskClient, address: str) -> None:
    first = site.get(address)
    assert first.headers["Cache-Control"] == "public, max-age=60"
    again = site.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert not again.data
    other = site.get(address, headers={"If-None-Match": '"another"'})
    assert other.status_code == 200


def test_another_search_has_another_etag(site: FlaskClient) -> None:
    etags = {
        site.get(address).headers["ETag"] for address in ("/search?q=water", "/search?q=bond", "/search.json?q=bond")
    }
    assert len(etags) == 3


@pytest.mark.parametrize("settings", [{"ONTHERECORD_TITLE": "The Fenwick Archive"}, {"ONTHERECORD_LANGUAGE": "es"}])
def test_what_a_reader_has_of_an_archive_with_another_title_or_language_is_sent_again(settings: dict[str, str]) -> None:
    before, after = (serve(sample(), settings=some).test_client() for some in ({}, settings))
    asked = {"Accept-Language": "en"}
    first = before.get("/help", headers=asked)
    assert before.get("/help", headers=asked | {"If-None-Match": first.headers["ETag"]}).status_code == 304
    assert after.get("/help", headers=asked | {"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_the_style_sheet_is_small_and_kept_for_ever(site: FlaskClient) -> None:
    tree = page(site, "/help")
    sheet = next(link.get("href") for link in tree.iter("link") if link.get("rel") == "stylesheet")
    with site.get(sheet) as answer:
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert len(answer.data) <= 35_000
    with site.get("/static/site.css") as bare:
        assert "immutable" not in bare.headers.get("Cache-Control", "")


def test_every_class_that_a_page_uses_has_a_rule(site: FlaskClient) -> None:
    rules = (Path(__file__).parents[2] / "webui" / "static" / "site.css").read_text(encoding="utf-8")
    addresses = ("/", "/search?q=water&from=2020", f"/article/{LETTER}?q=water", "/speaker/maren-tolliver", "/about")
    used = {
        name
        for address in addresses
        for element in page(site, address).iter()
        for name in (element.get("class") or "").split()
    }
    plain = {"role", "next", "indirect", "text", "latest", "stmt"}
    assert {name for name in used - plain if f".{name}" not in rules} == set()


def test_the_speakers_page_has_no_yellow_without_a_query(site: FlaskClient) -> None:
    assert heading(page(site, "/speakers")) == "Speakers"
    assert not find(page(site, f"/article/{LETTER}"), "mark")


@pytest.fixture
def hurried_site() -> Iterator[FlaskClient]:
    """The site, with no time for anything."""
    app = serve(sample(), settings={"ONTHERECORD_TIME_LIMIT": "0.000001"})
    with app.test_client() as client:
        yield client


@pytest.mark.parametrize("path", ["/search?q=water", "/search?q=water&in=statements", "/search?q=water&speaker=ice"])
def test_a_search_that_was_stopped_says_partial_and_never_none_and_is_not_kept(
    hurried_site: FlaskClient, path: str
) -> None:
    page = hurried_site.get(path)
    assert page.status_code == 200
    assert "Partial" in page.text
    assert "No articles" not in page.text
    assert "No statements" not in page.text
    assert "whole archive was searched" not in page.text
    answer = hurried_site.get(path.replace("/search?", "/search.json?"))
    assert answer.json is not None
    assert answer.json["partial"] is True
    assert answer.json["total_is_exact"] is False
    for one in (page, answer, hurried_site.get(path.replace("/search?", "/search.atom?"))):
        assert one.headers["Cache-Control"] == "no-store"
        assert "ETag" not in one.headers


def test_an_article_that_there_is_no_time_to_mark_is_shown(hurried_site: FlaskClient) -> None:
    letter = sample()[0]
    page = hurried_site.get(f"/article/{letter.id}?q=water")
    assert page.status_code == 200
    assert "wish list" in page.text
    assert "no time to mark" in page.text


def test_what_was_perhaps_meant_is_offered_with_its_count_on_the_page_and_in_json(site: FlaskClient) -> None:
    page_text = site.get("/search?q=shreiff").text
    assert "Did you mean this?" in page_text
    assert '/search?q=sheriff"' in page_text
    meant = site.get("/search.json?q=shreiff").get_json()["did_you_mean"]
    assert meant["query"]["q"] == "sheriff"
    assert meant["total"] == site.get("/search.json?q=sheriff").get_json()["total"] > 0
    assert site.get("/search.json?q=water").get_json()["did_you_mean"] is None


def test_copies_are_one_row_with_links_to_the_others_and_a_way_to_see_each() -> None:
    with serve(tuple(STORIES)).test_client() as client:
        page_text = client.get("/search?q=pumps").text
        assert "4 articles in 1 group" in page_text
        assert "3 more copies:" in page_text
        assert "/search?q=pumps&amp;copies=show" in page_text
        told = client.get("/search.json?q=pumps").get_json()
        assert (told["total"], told["documents"], told["hits"][0]["copies_total"]) == (1, 4, 3)
        assert told["hits"][0]["copies"][0]["outlet"] == "The Weekly"
        every = client.get("/search?q=pumps&copies=show").text
        assert "more copies" not in every
        assert "copies shown" in every


def test_an_article_shows_its_copies_and_where_its_paragraphs_ran_with_what_differs() -> None:
    with serve(tuple(STORIES)).test_client() as client:
        text = client.get(f"/article/{SHARING.id}").text
        assert "Also ran, with other words, in The Ledger, " in text
        assert "<ins>tell</ins>" in text
        assert "<del>publish</del>" in text
        assert "Copies of this story" not in text
        copied = client.get(f"/article/{CORRECTED.id}").text
        assert "Copies of this story" in copied
        told = client.get(f"/article/{SHARING.id}.json").get_json()
        assert [one["paragraph"] for one in told["reused"]] == [2]
        assert told["reused"][0]["in"][0]["verbatim"] is False
        assert {"text": "tell", "in": "here"} in told["reused"][0]["in"][0]["changes"]
        assert len(client.get(f"/article/{CORRECTED.id}.json").get_json()["copies"]) == 3


def test_a_speakers_page_counts_statements_the_same_everywhere() -> None:
    with serve(tuple(STORIES)).test_client() as client:
        tree = page(client, "/speaker/maren-tolliver")
        said = int(text_of(find(tree, "dd")[0]))
        (more,) = find(tree, "a", "more")
        assert text_of(more) == f"{said} statements, newest first"
        assert f"{said} statements in 1 group" in text_of(page(client, more.get("href")))


def test_a_feed_can_be_read_whatever_its_stories_hold() -> None:
    odd = article("HARROW — The \x0bwater\ufffe is \x01here\uffff 😀.", "Head\x0cline\uffff", "k", outlet="Odd\x1f")
    with serve((odd,)).test_client() as client:
        feed = ElementTree.fromstring(client.get("/search.atom?q=water").get_data())
    assert "The \ufffdwater\ufffd is \ufffdhere\ufffd 😀." in "".join(feed.itertext())
