"""All the values of a facet: each counted as beside the hits, in pages, at one address, whatever is asked."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

import search.deadline
from tests.builders import article, speaker
from tests.clock import Clock
from tests.webui.conftest import serve
from tests.webui.reading import find, heading, page, text_of
from webui.views.values import VALUES_PER_PAGE

STORIES = VALUES_PER_PAGE + 20
SPEAKERS = STORIES + 2
"""Ada Quill, who speaks in all but two; a voice in each but the first; and two Bo Coles."""


@pytest.fixture(scope="module")
def many() -> FlaskClient:
    """An archive with more voices, outlets and places than a page of results shows, more voices than a page lists."""
    ferry = (speaker("Ada Quill", "mayor"), "the ferry runs")
    stories = [
        article(
            f"Ada Quill said “the ferry runs”. Voice {_name(at)} said “it is late”.",
            key=f"{at}.txt",
            outlet=f"Outlet {_name(at % 14)}",
            place=f"Port {_name(at % 15)}",
            says=[ferry, (speaker(f"Voice {_name(at)}"), "it is late")] if at else [ferry],
        )
        for at in range(STORIES)
    ]
    two = [speaker("Bo Cole", role) for role in ("Sheriff", "Dentist")]
    stories += [
        article(
            "Bo Cole said “no ferry”.", key=f"cole-{who.role}.txt", outlet=f"{who.role} News", says=[(who, "no ferry")]
        )
        for who in two
    ]
    return serve(tuple(stories)).test_client()


def _name(at: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in f"{at:03}").title()


def rows(tree: Any) -> list[tuple[str, str]]:
    """The values that a page lists, each with its address."""
    return [
        (text_of(link), link.get("href"))
        for group in (*find(tree, "ol", "facet"), *find(tree, "ul", "facet"))
        for link in find(group, "a")
    ]


def lead(tree: Any) -> str:
    return text_of(find(tree, "p", "lead")[0])


@pytest.mark.parametrize(("field", "things", "count"), [("speaker", "speakers", SPEAKERS), ("outlet", "outlets", 16)])
def test_a_facet_that_is_cut_leads_to_all_its_values(many: FlaskClient, field: str, things: str, count: int) -> None:
    tree = page(many, "/search?q=ferry&from=2000&undated=with&sort=newest")
    more = {text_of(link): link for link in find(tree, "a", "more")}
    link = more[f"All {count} {things}"]
    assert link.get("href") == f"/search/{field}?q=ferry&from=2000&undated=with&sort=newest"
    assert link.get("rel") == "nofollow"
    listed = page(many, link.get("href"))
    assert heading(listed) == things.capitalize()
    assert lead(listed).startswith(f"{count} {things} in {STORIES + 2} articles containing ferry")
    shown = [row for row in rows(tree) if row[1] and f"&{field}=" in row[1]]
    named = [(text.rpartition(" ")[0], text.rpartition(" ")[2], href) for text, href in shown]
    for (name, number, href), (other, address) in zip(named, rows(listed), strict=False):
        assert other.startswith(name)
        assert other.endswith(f" {number}")
        assert address == href


def test_a_facet_that_is_whole_has_no_such_link(many: FlaskClient, site: FlaskClient) -> None:
    assert not find(page(site, "/search?q=water"), "a", "more")
    kinds = [text_of(link) for link in find(page(many, "/search"), "a", "more")]
    assert kinds == [f"All {SPEAKERS} speakers", "All 16 outlets", "All 15 places"]


def test_the_pages_of_a_list_hold_every_value_once(many: FlaskClient) -> None:
    address: str | None = "/search/speaker"
    found: list[str] = []
    numbers: list[int] = []
    while address:
        tree = page(many, address)
        found += [href for _, href in rows(tree)]
        numbers += [int(text.rpartition(" ")[2]) for text, _ in rows(tree)]
        following = [link.get("href") for link in tree.iter("link") if link.get("rel") == "next"]
        address = following[0] if following else None
    assert len(found) == len(set(found)) == SPEAKERS
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] == STORIES
    assert text_of(find(page(many, "/search/speaker?page=2"), "title")[0]).endswith("speakers, page 2 · On the Record")


def test_a_value_finds_as_many_as_its_number_says_and_keeps_the_search(many: FlaskClient) -> None:
    tree = page(many, "/search/place?q=ferry&in=statements&outlet=outlet-aaa&kind=direct&sort=oldest&per_page=25")
    text, address = rows(tree)[0]
    assert address.startswith("/search?q=ferry&in=statements&outlet=outlet-aaa&place=Port+")
    assert address.endswith("&kind=direct&sort=oldest&per_page=25")
    assert heading(page(many, address)).startswith(f"{text.rpartition(' ')[2]} statement")


def test_the_list_of_a_field_leaves_its_own_choice_out_of_the_counts(many: FlaskClient) -> None:
    tree = page(many, "/search/outlet?outlet=outlet-aab&place=Port+Aab")
    assert lead(tree) == "8 outlets in 8 articles in the archive (Port Aab)."
    assert {text.rpartition(" ")[2] for text, _ in rows(tree)} == {"1"}
    assert [link.get("href") for link in find(tree, "a", "on")] == ["/search?place=Port+Aab"]
    back = find(find(tree, "nav", "trail")[0], "a")[0]
    assert text_of(back) == "← Articles in the archive (Outlet Aab, Port Aab)"
    assert back.get("href") == "/search?outlet=outlet-aab&place=Port+Aab"


def test_what_is_chosen_and_on_another_page_stands_above_the_list(many: FlaskClient) -> None:
    tree = page(many, "/search/speaker?speaker=ada-quill&page=2")
    (above,) = find(tree, "ul", "facet")
    (link,) = find(above, "a", "on")
    assert (text_of(link), link.get("href")) == ("Ada Quill", "/search")
    assert not find(page(many, "/search/speaker?speaker=ada-quill"), "ul", "facet")


def test_names_are_found_by_how_their_words_begin(many: FlaskClient) -> None:
    tree = page(many, "/search/speaker?q=ferry&name=qui")
    assert [text for text, _ in rows(tree)] == [f"Ada Quillmayor {STORIES}"]
    assert lead(tree) == (
        f"1 speaker of whose name a word begins with “qui”, in {STORIES + 2} articles containing ferry. Show all"
    )
    form = next(form for form in find(tree, "form") if form.get("action") == "/search/speaker")
    sent = {field.get("name"): field.get("value") for field in find(form, "input")}
    assert sent == {"name": "qui", "q": "ferry"}
    assert [text for text, _ in rows(page(many, "/search/outlet?name=DENT"))] == ["Dentist News 1"]
    assert [text for text, _ in rows(page(many, "/search/place?name=port+aaa"))] == ["Port Aaa 8"]
    for name in ("zzz", "%21%21%21"):
        assert not rows(page(many, f"/search/speaker?name={name}"))
        assert lead(page(many, f"/search/place?name={name}")).startswith("No places of whose name")


def test_two_of_one_name_are_told_apart_by_their_roles(many: FlaskClient) -> None:
    assert [text for text, _ in rows(page(many, "/search/speaker?name=cole"))] == [
        "Bo ColeDentist 1",
        "Bo ColeSheriff 1",
    ]


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("/search/speaker?name=&page=1&q=ferry", "/search/speaker?q=ferry"),
        ("/search/speaker?page=2&name=vo&q=ferry", "/search/speaker?q=ferry&name=vo&page=2"),
        ("/search/speaker/?q=ferry", "/search/speaker?q=ferry"),
        ("/search/outlet?speaker=Ada+Quill", "/search/outlet?speaker=ada-quill"),
        ("/search/place.json?sort=relevance", "/search/place.json"),
        ("/search/speaker?lang=es&q=ferry", "/search/speaker?q=ferry&lang=es"),
    ],
)
def test_a_list_has_one_address(many: FlaskClient, given: str, canonical: str) -> None:
    answer = many.get(given)
    assert (answer.status_code, answer.location) == (302, canonical)
    assert many.get(canonical).status_code == 200


@pytest.mark.parametrize("field", ["nonsense", "kind", "month", "role", "Speaker", "speaker.xml", "%00", "x" * 3000])
def test_a_field_that_has_no_list_is_not_there(many: FlaskClient, field: str) -> None:
    assert heading(page(many, f"/search/{field}?q=ferry", 404)) == "This page was moved, or never here"
    if "." not in field:
        assert many.get(f"/search/{field}.json").get_json()["status"] == 404


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("page=0", "“page” is a whole number from 1, not “0”."),
        ("page=-1", "“page” is a whole number from 1, not “-1”."),
        ("page=99999999999999999999", "“page” is a whole number from 1, not"),
        ("page=%D9%A2", "“page” is a whole number from 1, not “٢”."),
        ("speeker=x", "There is no parameter “speeker”. Did you mean “speaker”?"),
        ("q=%22", ""),
        ("q=foo:bar", "There is no field"),
        ("q=" + "x" * 600, "longer than 512 characters"),
        ("from=soon", "is not a date"),
        ("&".join(f"outlet=o{at}" for at in range(200)), "An address has at most 100 parameters."),
    ],
)
def test_what_cannot_be_read_is_refused_as_in_a_search(many: FlaskClient, query: str, says: str) -> None:
    answer, told = many.get(f"/search/speaker?{query}"), many.get(f"/search/speaker.json?{query}")
    if says:
        assert (answer.status_code, told.status_code) == (400, 400)
        assert says in text_of(page(many, f"/search/speaker?{query}", 400))
        assert says in told.get_json()["error"]
    else:
        assert answer.status_code == many.get(f"/search?{query}").status_code


@pytest.mark.parametrize("name", ["x" * 5000, "\0b", "\x1f", "<script>alert(1)</script>", "a" * 90 + " b" * 400])
def test_any_beginning_of_a_name_is_answered(many: FlaskClient, name: str) -> None:
    for face in ("", ".json"):
        answer = many.get(f"/search/speaker{face}?name={quote(name)}", follow_redirects=True)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.get_data(as_text=True) or face
    page(many, many.get(f"/search/speaker?name={quote(name)}").location or f"/search/speaker?name={quote(name)}")


def test_a_page_past_the_last_says_so(many: FlaskClient) -> None:
    tree = page(many, "/search/speaker?page=999999")
    (caveat,) = find(tree, "p", "caveat")
    assert text_of(caveat) == "There is no page 999,999: page 2 is the last. To the last page"
    assert find(caveat, "a")[0].get("href") == "/search/speaker?page=2"
    assert many.get("/search/speaker.json?page=999999").get_json()["facet"]["values"] == []


def test_a_list_on_paper_says_what_was_searched_and_where(many: FlaskClient) -> None:
    (printed,) = find(page(many, "/search/speaker?q=ferry&name=voice"), "p", "print")
    address = "http://localhost/search/speaker?q=ferry&name=voice"
    assert text_of(printed) == f"On the Record: Articles containing ferry. {address}"


def test_where_nothing_is_found_nothing_is_listed(many: FlaskClient) -> None:
    tree = page(many, "/search/speaker?q=zeppelin")
    assert lead(tree) == "No articles containing zeppelin"
    assert not rows(tree)


def test_programs_are_told_the_same(many: FlaskClient) -> None:
    whole = many.get("/search.json?q=ferry&outlet=outlet-aaa").get_json()
    (facet,) = (facet for facet in whole["facets"] if facet["field"] == "outlet")
    assert facet["all_url"] == "http://localhost/search/outlet.json?q=ferry&outlet=outlet-aaa"
    assert [one["all_url"] is None for one in whole["facets"]] == [
        one["field"] in ("kind", "month", "year") for one in whole["facets"]
    ]
    told = many.get(facet["all_url"]).get_json()
    assert told["facet"]["distinct"] == len(told["facet"]["values"]) == facet["distinct"] == 16
    assert told["facet"]["values"][: len(facet["values"])] == facet["values"]
    assert (told["total"], told["page"], told["next_url"]) == (STORIES + 2, 1, None)
    assert told["query"] == whole["query"]
    first = many.get("/search/speaker.json?q=ferry").get_json()
    assert first["next_url"] == "http://localhost/search/speaker.json?q=ferry&page=2"
    second = many.get(first["next_url"]).get_json()
    values = [value["value"] for told in (first, second) for value in told["facet"]["values"]]
    assert len(values) == len(set(values)) == first["facet"]["distinct"]


def test_a_list_is_not_for_search_engines_and_is_kept_like_results(many: FlaskClient) -> None:
    answer = many.get("/search/speaker?q=ferry")
    assert answer.headers["X-Robots-Tag"] == "noindex, follow"
    assert "Disallow: /search\n" in many.get("/robots.txt").text
    again = many.get("/search/speaker?q=ferry", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert {many.get(f"/search/{one}").headers["ETag"] for one in ("speaker", "outlet", "place")} != {None}
    assert len({many.get(f"/search/{one}").headers["ETag"] for one in ("speaker", "outlet", "speaker?page=2")}) == 3


def test_a_list_is_whole_or_to_be_asked_for_again(many: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    address = "/search/speaker?q=ferry"
    whole, ends = many.get(address), set()
    for looks in (1, 5, 20, 80, 200, 1_000_000):
        monkeypatch.setattr(search.deadline, "time", Clock(10 / looks))
        answer = many.get(address)
        ends.add(answer.status_code)
        if answer.status_code == 200:
            assert answer.text == whole.text
        else:
            assert "and was stopped" in answer.text
            assert answer.headers["Cache-Control"] == "no-store"
    assert ends == {200, 503}
