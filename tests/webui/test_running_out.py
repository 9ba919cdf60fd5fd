"""Answers that there is no time for say so, wherever they are stopped: "partial", or 503, and never "none"."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

import search.deadline
from tests.clock import Clock
from tests.webui.conftest import sample, serve
from tests.webui.reading import find, parse, text_of

STOPPED = "This took longer than an answer may take, and was stopped."


@pytest.fixture
def hurried_site() -> Iterator[FlaskClient]:
    """The site, with no time for anything."""
    with serve(sample(), settings={"ONTHERECORD_TIME_LIMIT": "0.000001"}).test_client() as client:
        yield client


def test_a_speaker_whose_page_is_stopped_at_any_moment_is_shown_with_what_was_found(
    site: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = "/speaker/maren-tolliver"
    whole, told = site.get(path), site.get(f"{path}.json")
    quoted = {text_of(quote) for quote in find(parse(whole.text), "blockquote")}
    ends, said = set(), []
    for looks in (*range(1, 1500, 20), 1_000_000):
        monkeypatch.setattr(search.deadline, "time", Clock(10 / looks))
        answer = site.get(path)
        assert answer.status_code == 200
        is_partial = "Partial: " in answer.text
        ends.add(is_partial)
        assert is_partial == (answer.headers["Cache-Control"] == "no-store")
        assert is_partial or answer.text == whole.text
        assert "Nothing is surely attributed" not in answer.text
        assert "No statements" not in answer.text
        assert "newest first" in answer.text
        found = {text_of(quote) for quote in find(parse(answer.text), "blockquote")}
        assert found <= quoted
        said.append(len(found))
        # What is looked up and not searched for needs no time.
        assert site.get(f"{path}.json").get_json() == told.get_json()
    assert ends == {True, False}
    assert {0, len(quoted)} <= set(said)


@pytest.mark.parametrize("path", ["/search.atom?q=water", "/search.feed.json?q=water"])
def test_a_feed_is_whole_or_to_be_asked_for_again(
    site: FlaskClient, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    whole, ends = site.get(path), set()
    for looks in (*range(1, 400, 20), 1_000_000):
        monkeypatch.setattr(search.deadline, "time", Clock(10 / looks))
        answer = site.get(path)
        ends.add(answer.status_code)
        if answer.status_code == 200:
            assert answer.text == whole.text
        else:
            assert STOPPED in answer.text
            assert answer.headers["Cache-Control"] == "no-store"
    assert ends == {200, 503}


@pytest.mark.parametrize(
    "path", ["/", "/about", "/help", "/search.atom?q=water", "/search.csv?q=water", "/compare.json?speaker=ice"]
)
def test_what_would_mislead_in_part_is_to_be_asked_for_again(hurried_site: FlaskClient, path: str) -> None:
    answer = hurried_site.get(path)
    assert answer.status_code == 503
    assert STOPPED in answer.text
    assert answer.headers["Retry-After"] == "30"
    assert "ETag" not in answer.headers
