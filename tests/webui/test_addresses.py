"""One search has one address; what cannot be understood is refused beside its field; nothing is a fault of ours."""

from __future__ import annotations

import json
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from search.query.params import PARAMETERS
from search.service import SearchService
from search.settings import Settings
from tests.webui.reading import find, heading, page, parse, text_of
from webui.app import create_app


@pytest.mark.parametrize(
    ("spelled", "canonical"),
    [
        ("/search?q=&speaker=&from=&to=", "/search"),
        ("/search?to=2024&q=water&from=2020", "/search?q=water&from=2020&to=2024"),
        ("/search?q=water%20bond", "/search?q=water+bond"),
        ("/search?q=water&page=1&sort=relevance&in=articles&per_page=10", "/search?q=water"),
        ("/search?q=water&utm_source=mail", "/search?q=water"),
        ("/search?q=water&from=10+May+2024", "/search?q=water&from=2024-05-10"),
        ("/search?q=water&speaker=Maren+Tolliver", "/search?q=water&speaker=maren-tolliver"),
        ("/search?speaker=Tolliver", "/search?speaker=maren-tolliver"),
        ("/search?speaker=Augustin+Pell,+Maren+Tolliver", "/search?speaker=augustin-pell&speaker=maren-tolliver"),
        ("/search?speaker=Smith", "/search?speaker=smith"),
        ("/search.json?q=&in=statements", "/search.json?in=statements"),
        ("/search.atom?page=1&q=water", "/search.atom?q=water"),
        ("/speakers?name=&page=1", "/speakers"),
        ("/speakers?page=2&name=Ma", "/speakers?name=Ma&page=2"),
        ("/speakers?name=Ma%00ren", "/speakers?name=Ma+ren"),
    ],
)
def test_another_spelling_leads_to_the_one_address(site: FlaskClient, spelled: str, canonical: str) -> None:
    answer = site.get(spelled)
    assert answer.status_code == 302
    assert answer.location == canonical
    assert site.get(canonical).status_code == 200


@pytest.mark.parametrize(
    ("given", "bare"),
    [
        ("/help/", "/help"),
        ("/help//", "/help"),
        ("/search/?q=water&from=2020", "/search?q=water&from=2020"),
        ("/search.json/?q=water", "/search.json?q=water"),
        ("/article/m%C3%BCll/", "/article/m%C3%BCll"),
        ("/speaker/maren-tolliver/", "/speaker/maren-tolliver"),
    ],
)
def test_a_slash_at_the_end_leads_to_the_address_without(site: FlaskClient, given: str, bare: str) -> None:
    answer = site.get(given)
    assert (answer.status_code, answer.location) == (302, bare)


@pytest.mark.parametrize("address", ["/nowhere/", "/%2Felsewhere.example/", "/article/a/b/"])
def test_a_slash_at_the_end_of_nothing_leads_nowhere(site: FlaskClient, address: str) -> None:
    assert site.get(address, base_url="http://localhost").status_code == 404


def test_below_another_path_the_slash_is_dropped_too(site: FlaskClient) -> None:
    assert site.get("/help/", base_url="http://localhost/archive").location == "/archive/help"


@pytest.mark.parametrize("address", ["/article/nothing.xml", "/article/nothing.txt", "/nowhere.xml", "/speaker/no.txt"])
def test_an_unknown_ending_gets_the_page_of_errors(site: FlaskClient, address: str) -> None:
    assert heading(page(site, address, 404)) == "This page was moved, or never here"


def test_feeds_are_refused_in_plain_words(site: FlaskClient) -> None:
    assert site.get("/search.atom?q=a*").mimetype == "text/plain"


@pytest.mark.parametrize("form", ["{}", "W/{}", '"other", W/{}'])
def test_a_weak_tag_is_as_good_as_a_strong_one(site: FlaskClient, form: str) -> None:
    tag = site.get("/help").headers["ETag"].removeprefix("W/")
    answer = site.get("/help", headers={"If-None-Match": form.format(tag)})
    assert (answer.status_code, answer.data) == (304, b"")


def test_a_name_that_several_have_is_asked_back(site: FlaskClient) -> None:
    tree = page(site, "/search?q=water&speaker=Pell", 400)
    people = find(find(tree, "ol", "speakers")[0], "a")
    assert [link.get("href") for link in people] == [
        "/search?q=water&speaker=augustin-pell",
        "/search?q=water&speaker=dorsey-pell",
    ]


def test_a_name_that_nobody_has_finds_nothing_and_says_so(site: FlaskClient) -> None:
    answer = site.get("/search?speaker=Zaphod+Beeblebrox")
    assert answer.location == "/search?speaker=zaphod-beeblebrox"
    tree = page(site, answer.location)
    assert text_of(find(tree, "p", "caveat")[0]) == "Nobody in this archive is known as “zaphod-beeblebrox”."


@pytest.mark.parametrize(
    ("address", "field", "says"),
    [
        ("/search?q=bond&from=2024-02-30", "from", "There is no such day"),
        ("/search?q=bond&to=tomorrowish", "to", "is not a date"),
        ("/search?q=bond&from=2024&to=2020", "from", "ends (2020) before it begins (2024)"),
        ("/search?q=nofield:x", "q", "There is no field"),
        ("/search?q=a*", "q", "A star needs at least 3 letters"),
        ("/search?q=" + "x" * 600, "q", "longer than 512 characters"),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field(site: FlaskClient, address: str, field: str, says: str) -> None:
    tree = page(site, address, 400)
    assert heading(tree).startswith("Nothing was searched")
    wrong = next(element for element in tree.iter("input") if element.get("name") == field)
    assert wrong.get("aria-invalid") == "true"
    error = next(element for element in tree.iter("p") if element.get("id") == wrong.get("aria-describedby"))
    assert says in text_of(error)


def test_the_form_is_kept_when_something_in_it_is_wrong(site: FlaskClient) -> None:
    tree = page(site, "/search?q=bond&in=statements&speaker=Maren+Tolliver&from=2024-02-30&outlet=weekly", 400)
    values = [(element.get("name"), element.get("value")) for element in tree.iter("input") if element.get("value")]
    assert values == [
        ("q", "bond"),
        ("speaker", "Maren Tolliver"),
        ("from", "2024-02-30"),
        ("in", "statements"),
        ("outlet", "weekly"),
    ]
    tries = [link.get("href") for link in find(find(tree, "div", "alert")[0], "a")][1:]
    assert all(site.get(address, follow_redirects=True).status_code == 200 for address in tries)
    assert len(tries) == 2


def test_swapped_dates_are_offered_the_right_way_round(site: FlaskClient) -> None:
    tree = page(site, "/search?q=bond&from=2024&to=2020", 400)
    tries = [link.get("href") for link in find(find(tree, "div", "alert")[0], "a")]
    assert "/search?q=bond&from=2020&to=2024" in tries


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("headlin:bond", "headline:bond"),
        ("water -Speker:pell OR b:c", "water -speaker:pell OR b:c"),
        ('a (sad:"b: c") d', 'a (said:"b: c") d'),
    ],
)
def test_a_field_that_is_misspelled_is_offered_as_it_was_meant(site: FlaskClient, typed: str, meant: str) -> None:
    tree = page(site, "/search?" + urlencode({"q": typed, "from": "2020"}), 400)
    (offered, *_) = find(find(tree, "div", "alert")[0], "a")[1:]
    assert (text_of(offered), offered.get("href")) == (meant, "/search?" + urlencode({"from": "2020", "q": meant}))


def test_the_form_gives_back_what_was_searched(site: FlaskClient) -> None:
    tree = page(site, "/search?q=water&in=statements&speaker=maren-tolliver&outlet=channel-6-news&from=2020")
    form = next(element for element in tree.iter("form"))
    sent = [(element.get("name"), element.get("value") or "") for element in form.iter("input") if element.get("name")]
    again = site.get("/search?" + urlencode(sent))
    assert again.location == "/search?q=water&in=statements&speaker=maren-tolliver&outlet=channel-6-news&from=2020"


def test_an_unknown_parameter_is_refused(site: FlaskClient) -> None:
    tree = page(site, "/search?q=bond&speeker=x", 400)
    assert "There is no parameter “speeker”. Did you mean “speaker”?" in text_of(tree)
    answer = site.get("/search.json?q=bond&speeker=x")
    assert answer.status_code == 400
    told = answer.get_json()
    assert told["ok"] is False
    assert told["status"] == 400
    assert told["errors"][0]["parameter"] == "speeker"
    assert told["errors"][0]["suggestion"] == "speaker"


def test_what_is_not_there_is_404(site: FlaskClient) -> None:
    for address in ("/article/nothing", "/speaker/nobody", "/nowhere", "/article/../../etc/passwd", "/statement/x-y"):
        tree = page(site, address, 404)
        assert heading(tree) == "This page was moved, or never here"
    for address in ("/article/nothing.json", "/speaker/nobody.json"):
        answer = site.get(address)
        assert answer.status_code == 404
        assert answer.get_json()["ok"] is False


def test_pages_are_only_read(site: FlaskClient) -> None:
    answer = site.post("/search?q=water")
    assert answer.status_code == 405
    parse(answer.get_data(as_text=True))


def test_without_an_index_the_command_is_told(bare_site: FlaskClient) -> None:
    for address in ("/", "/search?q=water", "/about", "/speakers"):
        answer = bare_site.get(address)
        assert answer.status_code == 503
        tree = parse(answer.get_data(as_text=True))
        assert "python -m indexer rebuild corpus --index index" in text_of(tree)
    assert bare_site.get("/search.json?q=water").get_json()["status"] == 503
    assert bare_site.get("/healthz").status_code == 503
    assert bare_site.get("/help").status_code == 200


def test_a_fault_of_ours_is_told_without_what_it_was(caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> object:
        raise RuntimeError("secret")

    app = create_app(Settings.from_environment({}), SearchService(broken))  # type: ignore[arg-type]
    answer = app.test_client().get("/search.json?q=water")
    assert answer.status_code == 500
    assert b"secret" not in answer.data
    assert "secret" in caplog.text


VALUES = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["", "water", "2024", "2024-13", "-1", "0", "9999999999", "statements", "direct", "maren-tolliver"]
    ),
    st.text(alphabet='"()*~:-–“”OR NOTabc.,…\x00\ud7ff\uffff', max_size=30),
)
NAMES = st.sampled_from((*PARAMETERS, "q", "q", "q", "speaker", "utm_source", "name"))
PAIRS = st.one_of(
    st.lists(st.tuples(NAMES, VALUES), max_size=4),
    st.lists(st.tuples(st.text(max_size=8), VALUES), max_size=3),
)
FACES = st.sampled_from(["/search", "/search.json", "/search.atom", "/search/speaker", "/speakers", "/suggest"])


@hypothesis_settings(max_examples=700, deadline=None, suppress_health_check=list(HealthCheck))
@given(face=FACES, pairs=PAIRS)
def test_no_parameters_make_a_fault(site: FlaskClient, face: str, pairs: list[tuple[str, str]]) -> None:
    answer = site.get(f"{face}?{urlencode(pairs)}")
    assert answer.status_code in (200, 302, 400)
    if answer.status_code == 302:
        again = site.get(answer.location)
        assert again.status_code in (200, 400), "an address leads to its one spelling in one step"
    if face == "/search.json" and answer.status_code != 302:
        json.loads(answer.data)


@hypothesis_settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(raw=st.binary(max_size=60))
def test_no_bytes_make_a_fault(site: FlaskClient, raw: bytes) -> None:
    query = "".join(chr(byte) if chr(byte) in "&=%+;abcqpage123" else f"%{byte:02X}" for byte in raw)
    for address in (f"/search?{query}", f"/search?q={query}"):
        assert site.get(address).status_code in (200, 302, 400)


@hypothesis_settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(max_size=60))
def test_any_words_give_sound_html_that_holds_them(site: FlaskClient, text: str) -> None:
    answer = site.get("/search", query_string=urlencode({"q": text}), follow_redirects=True)
    if answer.status_code == 200 and text.strip() and text.isprintable():
        tree = parse(answer.get_data(as_text=True))
        field = next(element for element in tree.iter("input") if element.get("name") == "q")
        assert "<script" not in (field.get("value") or "") or "<script" in text
