from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from urllib.parse import urldefrag, urlsplit

import pytest
from flask.testing import FlaskClient

from search.builds import BuildReport, SkippedPart
from search.documents import Cue, Span, Version
from search.ids import article_id
from search.query.expand import MAX_FORMS
from search.query.parse import MAX_CHARACTERS, MAX_WORDS
from tests.builders import article, speaker, statement
from tests.webui.conftest import HOSTILE, serve
from tests.webui.reading import find, heading, links, page, parse, text_of

LETTER = article_id("ledger/2024/05/14/letter.txt")
PAGES = (
    "/",
    "/search",
    "/search?q=water",
    "/search?q=water&in=statements",
    "/search?q=water&page=2",
    "/search?q=water&speaker=maren-tolliver&outlet=channel-6-news&from=2020&to=2023&undated=with&kind=direct&sort=oldest",
    "/search?undated=only",
    "/search?q=zeppelin",
    "/search?q=zeppelin&in=statements&speaker=maren-tolliver",
    "/search?speaker=nobody-at-all",
    "/search?attribution=possible&cue=belief",
    "/search/speaker?q=water&speaker=maren-tolliver",
    "/search/outlet?q=water&in=statements&name=c",
    "/search/place?place=Mills&name=zzz",
    "/search/speaker?q=zeppelin&page=9",
    f"/article/{LETTER}",
    f"/article/{LETTER}?q=water+bond&speaker=maren-tolliver",
    f"/article/{article_id('weekly/month.txt')}",
    f"/article/{article_id('a/empty.txt')}",
    "/speakers",
    "/speakers?name=pell",
    "/speakers?name=zzz",
    "/speakers?page=99",
    "/speaker/maren-tolliver",
    "/speaker/ice",
    "/speaker/smith",
    "/help",
    "/about",
    "/saved",
    "/compare",
    "/compare?speaker=maren-tolliver",
    "/compare?speaker=augustin-pell&speaker=maren-tolliver&q=water",
    "/compare?speaker=augustin-pell&speaker=ice&speaker=maren-tolliver&months=all",
    "/compare?speaker=maren-tolliver&speaker=nobody-at-all&q=zeppelin",
)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_sound_html(site: FlaskClient, address: str) -> None:
    tree = page(site, address)
    assert len(find(tree, "h1")) == 1
    assert text_of(find(tree, "title")[0]).endswith("· On the Record")
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids)), "no id stands twice"
    within = [href[1:] for href in links(tree) if href.startswith("#")]
    assert set(within) <= set(ids), "links within the page lead somewhere"
    assert not [element for element in tree.iter() if element.get("style")], "styles are in the style sheet"
    assert not list(tree.iter("style"))


def test_no_link_of_the_site_is_broken(site: FlaskClient) -> None:
    seen: set[str] = set()
    led: set[str] = set()
    queue = ["/"]
    while queue and len(seen) < 1_500:
        address = queue.pop(0)
        if address in seen:
            continue
        seen.add(address)
        answer = site.get(address, follow_redirects=True)
        assert answer.status_code == 200, address
        is_deep = address.startswith("/search") and len(seen) > 60
        body = answer.get_data(as_text=True)
        answer.close()
        if answer.mimetype != "text/html" or is_deep:
            continue
        for href in links(parse(body)):
            path, anchor = urldefrag(href)
            parts = urlsplit(path)
            if parts.netloc not in ("", "localhost") or not parts.path:
                continue
            queue.append(parts._replace(scheme="", netloc="").geturl())
            if anchor and parts.path.startswith("/article/") and href not in led:
                led.add(href)
                story = site.get(path).get_data(as_text=True)
                assert f'id="{anchor}"' in story, f"{href} leads to a passage"
    assert len(seen) > 200


def test_the_front_page_says_what_the_archive_holds(site: FlaskClient) -> None:
    tree = page(site, "/")
    lead = text_of(find(tree, "p", "lead")[0])
    assert lead.startswith("Search 30 stories from 4 outlets, 2020 to 2024, and the ")
    questions = [text_of(link) for link in find(tree, "a") if text_of(link).endswith("?")]
    assert "Which stories have no date?" in questions
    assert any(question.startswith("What did Maren Tolliver say") for question in questions)


def test_the_sentence_says_what_was_searched(site: FlaskClient) -> None:
    tree = page(site, "/search?q=water&speaker=maren-tolliver&from=2020&to=2021-03&sort=newest")
    asked = heading(tree)
    assert "articles in which Maren Tolliver" in asked
    assert "speaks, containing water" in asked
    assert "dated 1 Jan 2020 – 31 Mar 2021" in asked
    assert asked.endswith("with the newest first")


def test_each_part_can_be_taken_away_and_says_what_that_gives(site: FlaskClient) -> None:
    tree = page(site, "/search?q=wish&speaker=maren-tolliver")
    parts = find(tree, "span", "part")
    assert [text_of(part) for part in parts] == [
        "Maren TolliverRemove Maren Tolliver, +0 without",
        "wishRemove wish, +23 without",
    ]
    assert [find(part, "a")[0].get("href") for part in parts] == ["/search?q=wish", "/search?speaker=maren-tolliver"]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/search?q=wish", "1 article containing wish"),
        ("/search?q=zeppelin", "No articles containing zeppelin"),
        ("/search?q=wish&in=statements", "1 statement containing wish"),
        ("/search?in=statements&speaker=ice", "1 statement by ICE"),
    ],
)
def test_the_sentence_counts(site: FlaskClient, address: str, expected: str) -> None:
    tree = page(site, address)
    for part in find(tree, "span", "part"):
        part.remove(find(part, "a")[0])
    assert heading(tree) == expected


def test_undated_articles_left_out_by_dates_are_counted(site: FlaskClient) -> None:
    tree = page(site, "/search?q=water&from=2020")
    caveat = find(tree, "p", "caveat")[0]
    assert text_of(caveat) == "1 undated article matches and is left out by the dates. Include them"
    assert find(caveat, "a")[0].get("href") == "/search?q=water&from=2020&undated=with"


def test_a_month_is_not_shown_as_its_first_day(site: FlaskClient) -> None:
    tree = page(site, "/search?q=headline%3Amonth")
    when = find(tree, "p", "when")[0]
    assert "month" in when.get("class").split()
    assert text_of(when) == "June 2024 month only, label on the story"
    assert find(when, "time")[0].get("datetime") == "2024-06"


def test_facets_are_links_of_which_several_can_be_chosen(site: FlaskClient) -> None:
    tree = page(site, "/search?outlet=channel-6-news")
    values = {text_of(link).split()[0]: link for link in find(tree, "a") if link.get("rel") == "nofollow"}
    chosen = next(link for link in find(tree, "a", "on") if "Channel" in text_of(link))
    assert chosen.get("href") == "/search"
    assert chosen.get("aria-current") == "true"
    assert values["Weekly"].get("href") == "/search?outlet=channel-6-news&outlet=weekly"


def test_bars_of_the_timeline_narrow_the_dates_and_the_table_says_the_same(site: FlaskClient) -> None:
    tree = page(site, "/search?q=water+wish")
    assert not list(tree.iter("figure")), "one month is nothing to compare"
    tree = page(site, "/search?q=water&from=2021&to=2021")
    figure = next(tree.iter("figure"))
    bars = {link.get("aria-label"): link.get("href") for link in figure.iter() if link.get("aria-label")}
    counted = {name: href for name, href in bars.items() if name and ":" in name and href}
    assert counted, "there are bars"
    rows = {text_of(row[0]): text_of(row[1]) for row in list(figure.iter("tr"))[1:]}
    assert list(rows)[:2] == ["Until August 2020", "Since May 2022"], "what is not drawn is told"
    drawn = {name: count for name, count in list(rows.items())[2:] if count != "0"}
    assert len(drawn) == len(counted)
    assert any("(outside your dates)" in name for name in drawn)


def test_a_pager_leads_through_all_hits(site: FlaskClient) -> None:
    address: str | None = "/search?q=water&sort=oldest"
    found: list[str] = []
    while address:
        tree = page(site, address)
        found += [link.get("href") for title in find(tree, "h3", "hl") for link in find(title, "a")]
        following = [link.get("href") for link in tree.iter("link") if link.get("rel") == "next"]
        address = following[0] if following else None
    assert len(found) == len(set(found)) == 28


def test_a_page_past_the_last_says_so_and_leads_to_the_last(site: FlaskClient) -> None:
    tree = page(site, "/search?q=water&page=40")
    (caveat,) = find(tree, "p", "caveat")
    assert text_of(caveat) == "There is no page 40: page 3 is the last. To the last page"
    assert find(caveat, "a")[0].get("href") == "/search?q=water&page=3"
    assert "Where to go from here" not in text_of(tree)


def test_a_search_for_nothing_there_offers_what_finds_something(site: FlaskClient) -> None:
    tree = page(site, "/search?q=raids&in=statements&speaker=maren-tolliver")
    offers = [text_of(link) for item in find(tree, "ol", "relax") for link in find(item, "a")]
    assert "Statements by Maren Tolliver 25 statements" in offers
    assert "Articles in which Maren Tolliver speaks, containing raids 1 article" in offers


def test_several_people_of_a_name_are_said_to_be_several(site: FlaskClient) -> None:
    tree = page(site, "/search?speaker=smith")
    assert text_of(find(tree, "p", "caveat")[0]).startswith("“Smith” is 2 people here; all of them are searched.")
    chooser = page(site, "/speaker/smith")
    assert heading(chooser) == "Smith"
    assert len(find(find(chooser, "ol", "speakers")[0], "li")) == 2


def test_people_of_one_name_and_role_are_told_apart_by_their_days() -> None:
    stories = tuple(
        article(
            "Hale said “it rained”.",
            "Rain",
            f"{year}.txt",
            published=day,
            says=[(speaker("Hale", "mayor"), "it rained")],
        )
        for year, day in enumerate(("2021-05-03", "2024-01-02"))
    )
    rows = find(page(serve(stories).test_client(), "/speaker/hale"), "ol", "speakers")[0]
    assert {text_of(find(row, "small")[0]) for row in find(rows, "li")} == {"mayor, 3 May 2021", "mayor, 2 Jan 2024"}


def test_the_lead_about_a_speaker_leaves_out_what_was_hardly_ever_printed() -> None:
    roles = ("Sen.", *["senator"] * 12, "Committee Senator", *["senator"] * 8, "chair of the inquiry")
    stories = tuple(
        article(
            "Ana Ruiz said “it rained”.",
            "Rain",
            f"{number}.txt",
            published=f"20{number:02}-01-02",
            says=[(speaker("Ana Ruiz", role), "it rained")],
        )
        for number, role in enumerate(roles)
    )
    tree = page(serve(stories).test_client(), "/speaker/ana-ruiz")
    lead = "Printed as chair of the inquiry since January 2022. Before that: senator."
    assert text_of(find(tree, "p", "lead")[0]) == lead
    assert "Committee Senator" in text_of(tree)


def test_an_article_marks_statements_and_hits(site: FlaskClient) -> None:
    tree = page(site, f"/article/{LETTER}?q=water+bond&speaker=maren-tolliver")
    said = find(tree, "span", "st")
    assert [text_of(span) for span in said] == [
        "the water bond is not a wish list.",
        "the bond had been drafted without the sheriff",
        "raids went on",
        "I am for water. I drink it,",
    ]
    assert said[0].get("class") == "st p1"
    assert said[1].get("class") == "st p1 i"
    assert [mark.get("id") for mark in find(tree, "mark") if mark.get("id")] == ["h-1", "h-2", "h-3", "h-4"]
    numbers = [link.get("href") for link in find(find(tree, "nav", "hits")[0], "a")]
    assert numbers == ["#h-1", "#h-2", "#h-3", "#h-4"]
    back = find(find(tree, "nav", "trail")[0], "a")[0]
    assert back.get("href") == "/search?q=water+bond&speaker=maren-tolliver"
    assert text_of(back) == "← 1 article in which Maren Tolliver speaks, containing water bond"


def test_an_article_says_why_its_date(site: FlaskClient) -> None:
    tree = page(site, f"/article/{LETTER}")
    why = next(section for section in tree.iter("section") if section.get("id") == "why-date")
    assert "14 May 2024, to the day. Sure (0.97)." in text_of(why)
    assert text_of(find(why, "s")[0]) == "16 May 2024"
    undated = page(site, f"/article/{article_id('weekly/fair.txt')}")
    why = next(section for section in undated.iter("section") if section.get("id") == "why-date")
    assert "No date is made up for it." in text_of(why)


@pytest.mark.parametrize(
    ("when", "told"), [("2024", "2024"), ("2024-08", "August 2024"), ("2024-08-13T22:00:00-05:00", "13 August 2024")]
)
def test_a_version_has_a_date_as_precise_as_it_is_known(when: str, told: str) -> None:
    story = article("The levee held.", "Levee", "k", versions=(Version("old.txt", "Levee holds", when, "It held."),))
    shown = text_of(page(serve((story,)).test_client(), f"/article/{story.id}"))
    assert "Levee holds" in shown
    assert told in shown


def test_an_article_gives_its_citation_versions_and_original(site: FlaskClient) -> None:
    tree = page(site, f"/article/{LETTER}")
    text = text_of(tree)
    assert "Paula Quist. “Sheriff breaks with mayor on water bond”. The Ledger, 14 May 2024 (date: dateline)." in text
    assert "Sheriff and mayor part" in text
    assert "https://ledger.example/2024/05/14/letter" in links(tree)
    meta = {element.get("name"): element.get("content") for element in tree.iter("meta")}
    assert meta["citation_publication_date"] == "2024/05/14"


def test_an_address_of_the_article_that_is_no_web_address_is_no_link() -> None:
    made = article("Words.", "A story", "x.txt", url="javascript:alert(1)")
    with serve((made,)).test_client() as client:
        assert not [href for href in links(page(client, f"/article/{made.id}")) if "javascript" in href]


def test_a_statement_has_a_permanent_address(site: FlaskClient) -> None:
    tree = page(site, f"/article/{LETTER}")
    anchor = find(tree, "span", "st")[0].get("id")
    answer = site.get(f"/statement/{anchor.removeprefix('s-')}")
    assert answer.status_code == 302
    assert answer.location == f"/article/{LETTER}#{anchor}"


def test_a_statement_that_is_gone_opens_its_article_with_a_notice(site: FlaskClient) -> None:
    tree = page(site, f"/statement/{LETTER}-aaaaaaaa")
    assert heading(tree) == "Sheriff breaks with mayor on water bond"
    assert "no longer found in this story" in text_of(find(tree, "div", "alert")[0])
    assert site.get("/statement/nothing-here").status_code == 404


def test_possible_statements_are_told_of_after_the_list() -> None:
    pell = speaker("Augustin Pell", "sheriff")
    story = article(
        "Pell said “water one”. He said “water two”. Somebody said “water three”.",
        says=[(pell, "water one"), (pell, "water two", {"attribution": "possible"}), (None, "water three")],
    )
    with serve((story,)).test_client() as client:
        for address, more in (("/search?q=water&in=statements", 2), ("/search?in=statements&speaker=augustin-pell", 1)):
            tree = page(client, address)
            (told,) = find(tree, "p", "possible")
            assert text_of(told).startswith(f"{more} more statement")
            found = client.get(find(told, "a")[0].get("href").replace("/search?", "/search.json?")).get_json()
            assert found["total"] == 1 + more
        assert not find(page(client, "/search?q=water"), "p", "possible")
        assert not find(page(client, "/search?q=water&in=statements&attribution=possible"), "p", "possible")


def test_what_was_taken_out_says_so_for_ever() -> None:
    gone = "aaaaaaaaaaaaa"
    report = BuildReport(taken_out={gone: "Taken down at a witness’s request.", "bbbbbbbbbbbbb": ""})
    with serve((article("Words.", "A story", "x.txt"),), report).test_client() as client:
        tree = page(client, f"/article/{gone}", 410)
        assert heading(tree) == "This was taken out of the archive"
        assert "Taken down at a witness’s request." in text_of(tree)
        assert "removed for good" in text_of(page(client, "/article/bbbbbbbbbbbbb", 410))
        assert client.get(f"/statement/{gone}-aaaaaaaa").status_code == 410
        assert client.get(f"/article/{gone}.json").get_json()["status"] == 410
        assert client.get(f"/article/{gone}.ris").status_code == 410
        assert page(client, "/article/ccccccccccccc", 404) is not None


def test_a_speaker_is_shown_with_roles_as_printed(site: FlaskClient) -> None:
    tree = page(site, "/speaker/maren-tolliver")
    assert heading(tree) == "Maren Tolliver"
    table = find(tree, "table", "gantt")[0]
    assert [text_of(row[0]) for row in find(table, "tr")[1:]] == ["council president", "mayor"]
    rows = find(tree, "article", "stmt")
    assert len(rows) == 10
    assert text_of(find(rows[0], "time")[0]) == "14 May 2024"


def test_a_speaker_has_company_and_words_of_their_own() -> None:
    mayor, sheriff = speaker("Maren Tolliver", "mayor"), speaker("Augustin Pell", "sheriff")
    stories = [
        article(
            f"Tolliver said “old pipe number{number} of this town”. Pell said “one more night in this town{number}”.",
            f"Story {number}",
            f"{number}.txt",
            says=[(mayor, f"old pipe number{number} of this town"), (sheriff, f"one more night in this town{number}")]
            if number % 2
            else [(mayor, f"old pipe number{number} of this town")],
        )
        for number in range(40)
    ]
    with serve(tuple(stories)).test_client() as client:
        tree = page(client, "/speaker/maren-tolliver")
        words = {text_of(row[0]).split(",")[0]: text_of(row[1]) for row in find(find(tree, "ul", "words")[0], "li")}
        assert words == {"old": "1.5×", "pipe": "1.5×"} | {"town": "1.5×"}
        for link in find(find(tree, "ul", "words")[0], "a"):
            said = int(text_of(link).split(", ")[1].split()[0])
            found = client.get(link.get("href").replace("/search", "/search.json")).get_json()
            assert found["total"] == said == 40
        company = [text_of(row) for row in find(tree, "li") if "Compare" in text_of(row) and "stories" in text_of(row)]
        assert company == ["Augustin Pellsheriff20 storiesCompare Maren Tolliver with Augustin Pell"]
        assert "/compare?speaker=augustin-pell&speaker=maren-tolliver" in links(tree)


def test_words_that_would_mislead_without_their_cue_come_with_it() -> None:
    made = article("She denied the plan was late.", "Denial", "d.txt", published="2024-01-01")
    said = replace(
        statement(made, "Ann Lee", "the plan was late", "indirect"), cue=Cue("denied", Span(4, 10), "speech")
    )
    with serve((replace(made, statements=(said,)),)).test_client() as client:
        tree = page(client, "/search?in=statements")
        assert text_of(find(tree, "blockquote", "quote")[0]) == "denied the plan was late"


def test_verbatim_words_stand_in_quotation_marks(site: FlaskClient) -> None:
    tree = page(site, "/search?q=wish&in=statements")
    assert text_of(find(tree, "blockquote", "quote")[0]) == "“the water bond is not a wish list.”"


def test_speakers_come_by_how_much_they_say(site: FlaskClient) -> None:
    tree = page(site, "/speakers")
    rows = find(find(tree, "ol", "speakers")[0], "li")
    assert text_of(rows[0]).startswith("Maren Tolliver")
    named = page(site, "/speakers?name=pell")
    assert len(find(find(named, "ol", "speakers")[0], "li")) == 2


def test_help_states_the_limits_that_hold_and_its_examples_work(site: FlaskClient) -> None:
    tree = page(site, "/help")
    text = text_of(tree)
    assert f"{MAX_CHARACTERS} characters" in text
    assert f"{MAX_WORDS} words" in text
    assert f"{MAX_FORMS} words" in text
    examples = [link.get("href") for table in find(tree, "table", "eg") for link in find(table, "a")]
    assert len(examples) > 20
    for example in examples:
        assert site.get(example).status_code == 200, example


def test_about_accounts_for_the_files(site: FlaskClient) -> None:
    text = text_of(page(site, "/about"))
    assert "This archive holds 30 stories, read from 33 files." in text
    assert "3 files could not be read, and 2 stories could not be dated." in text
    assert "2 min 41 s" in text
    assert "not a known format" in text
    assert "scans/1987-04.tif" in text
    assert "larger than 10 MB" in text


def test_what_about_counts_is_what_its_links_find_and_adds_up(copied_site: FlaskClient) -> None:
    stories = copied_site.get("/about.json").get_json()["articles"]
    for table in find(page(copied_site, "/about"), "table")[:3]:
        rows = [(row, text_of(find(row, "td", "n")[0])) for row in find(table, "tr") if find(row, "td", "n")]
        assert sum(int(count) for _, count in rows) == stories
        for row, count in rows:
            for link in find(row, "a"):
                found = copied_site.get(link.get("href").replace("/search", "/search.json")).get_json()
                assert found["total"] == int(count), link.get("href")


def test_who_is_not_known_is_not_compared(site: FlaskClient) -> None:
    for id, is_known in (("maren-tolliver", True), ("nobody-at-all", False)):
        found = page(site, f"/search?speaker={id}")
        assert (f"/compare?speaker={id}" in links(found)) == is_known


def test_the_front_page_counts_what_its_questions_find(copied_site: FlaskClient) -> None:
    (box,) = (one for one in find(page(copied_site, "/"), "section") if "Questions to start from" in text_of(one))
    questions = [(row, find(row, "a")[0].get("href")) for row in find(box, "li")]
    assert questions
    for row, address in questions:
        found = copied_site.get(address.replace("/search", "/search.json")).get_json()
        assert f"{found['total']} {found['query']['in'][:-1]}" in text_of(row)


def test_copies_are_not_taken_for_beliefs(copied_site: FlaskClient) -> None:
    text = text_of(page(copied_site, "/about"))
    assert "reported to hope, fear or think" not in text
    assert "kept apart" not in text


def test_about_accounts_for_what_was_left_out_of_files() -> None:
    parts = (
        SkippedPart("export.xml", "post 12", "a draft"),
        SkippedPart("export.xml", "post 9", "a draft"),
        SkippedPart("pages.warc", None, "an image", 41),
    )
    app = serve((article("Words.", "A story", "x.txt"),), BuildReport(found=2, read=2, parts=parts))
    with app.test_client() as client:
        tree = page(client, "/about")
    rows = [[text_of(cell) for cell in row] for row in find(find(tree, "table", "reasons")[0], "tr")[1:]]
    assert rows[0] == ["an image", "41", "counted only"]
    assert rows[1][:2] == ["a draft", "2"]
    assert "post 12 in export.xml" in rows[1][2]
    assert "post 9 in export.xml" in rows[1][2]


def test_hostile_words_are_shown_and_do_nothing(site: FlaskClient) -> None:
    hostile = article_id("weekly/<img src=x onerror=alert(2)>.txt")
    for address in (
        "/search?q=worried",
        "/search?q=worried&in=statements",
        f"/article/{hostile}",
        "/speakers",
        "/about",
        "/",
    ):
        answer = site.get(address)
        assert not re.search(rb"<script(?! src=./static/site\.js| type=.application/ld\+json.>)", answer.data)
        assert b"<img" not in answer.data
        assert b"<b>bold" not in answer.data
    assert heading(page(site, f"/article/{hostile}")) == " ".join(HOSTILE.split())


def test_a_query_is_shown_and_does_nothing(site: FlaskClient) -> None:
    answer = site.get("/search", query_string={"q": '"><script>alert(1)</script>'})
    body = site.get(answer.location).data if answer.status_code == 302 else answer.data
    assert b"<script>" not in body


def test_titles_and_alternates(site: FlaskClient) -> None:
    tree = page(site, "/search?q=water&from=2020&to=2023&page=2")
    assert text_of(find(tree, "title")[0]) == ("water, 1 Jan 2020 – 31 Dec 2023: 25 articles, page 2 · On the Record")
    head: dict[tuple[Any, Any], str] = {
        (link.get("rel"), link.get("type")): link.get("href") for link in tree.iter("link")
    }
    assert head[("canonical", None)] == "http://localhost/search?q=water&from=2020&to=2023&page=2"
    assert head[("prev", None)] == "/search?q=water&from=2020&to=2023"
    assert head[("next", None)] == "/search?q=water&from=2020&to=2023&page=3"
    assert head[("alternate", "application/atom+xml")] == "/search.atom?q=water&from=2020&to=2023"
    assert head[("alternate", "application/json")] == "/search.json?q=water&from=2020&to=2023&page=2"


def test_the_form_suggests_who_is_quoted_most(site: FlaskClient) -> None:
    tree = page(site, "/search?q=water")
    names = [option.get("value") for option in tree.iter("option")]
    assert names[0] == "Maren Tolliver"
    field = next(element for element in tree.iter("input") if element.get("name") == "speaker")
    assert field.get("list") == next(tree.iter("datalist")).get("id")


def test_a_story_of_which_only_an_excerpt_is_held_says_so() -> None:
    site = serve((article("The bond passed …", "Bond passes", "feed", is_excerpt=True),)).test_client()
    notes = [text_of(note) for note in find(page(site, f"/article/{article_id('feed')}"), "p", "note")]
    assert "The file holds only an excerpt of this story." in notes
    assert site.get(f"/article/{article_id('feed')}.json").get_json()["is_excerpt"] is True
    assert "Of 1 story the files hold only an excerpt." in text_of(page(site, "/about"))


def test_a_role_printed_now_with_capitals_and_now_without_is_said_once() -> None:
    printed = ("Council member", "council member", "Mayor", "council member", "mayor")
    stories = (
        article(
            "Ana Ruiz said “it rained”.",
            f"Rain {number}",
            f"a/{number}.txt",
            published=f"202{number}-01-02",
            says=[(speaker("Ana Ruiz", role), "it rained")],
        )
        for number, role in enumerate(printed)
    )
    tree = page(serve(tuple(stories)).test_client(), "/speaker/ana-ruiz")
    assert text_of(find(tree, "p", "lead")[0]) == "Printed as mayor since January 2022. Before that: council member."


def test_an_outlet_is_called_by_its_name_wherever_a_hit_tells_it(site: FlaskClient) -> None:
    tree = page(site, "/search?q=pipe&in=statements&outlet=channel-6-news")
    assert "Channel 6 News" in text_of(find(tree, "title")[0])
    assert all("channel-6-news" not in text_of(link) for link in find(tree, "a"))


def test_an_outlet_in_which_nothing_is_found_is_called_by_its_name(site: FlaskClient) -> None:
    tree = page(site, "/search?q=nowhere&outlet=channel-6-news")
    assert "Channel 6 News" in text_of(find(tree, "title")[0])
    assert all("channel-6-news" not in text_of(link) for link in find(tree, "a"))


def test_places_are_a_facet_and_lead_to_what_is_datelined_there(site: FlaskClient) -> None:
    leads = {text_of(link): link.get("href") for link in find(page(site, "/search?q=water"), "a") if link.get("href")}
    assert leads["Fenwick Mills 24"] == "/search?q=water&place=Fenwick+Mills"
    there = page(site, "/search?q=water&place=Fenwick+Mills")
    assert "24 articles" in text_of(there)
    leads = {text_of(link): link.get("href") for link in find(there, "a") if link.get("href")}
    assert leads["Fenwick Mills 24"] == "/search?q=water"


def test_a_place_that_only_longer_places_have_is_chosen_as_it_was_typed(site: FlaskClient) -> None:
    there = page(site, "/search?q=water&place=Mills")
    (chosen,) = (link for link in find(there, "a") if link.get("aria-current") == "true" and "Mills" in text_of(link))
    assert (text_of(chosen), chosen.get("href")) == ("Mills", "/search?q=water")
