"""Everything found as a table, and the same feed in JSON."""

from __future__ import annotations

import csv
import io
import logging
import socket
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from flask.testing import FlaskClient
from gunicorn.config import Config  # type: ignore[import-untyped]
from gunicorn.glogging import Logger  # type: ignore[import-untyped]
from gunicorn.workers.gthread import TConn  # type: ignore[import-untyped]

from search.documents import Article
from search.errors import OutOfTime
from search.query.request import SearchRequest
from search.results import Matches
from tests.builders import article, speaker
from tests.webui.conftest import sample, serve
from webui.exports import broken_off, cell, rows
from webui.links import Links
from webui.patience import PatientWorker


def table(site: FlaskClient, address: str) -> list[dict[str, str]]:
    answer = site.get(address)
    assert answer.status_code == 200
    assert answer.mimetype == "text/csv"
    text = answer.get_data(as_text=True)
    assert text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize(
    "query", ["", "q=water", "q=water&in=statements", "in=statements&speaker=maren-tolliver", "q=x"]
)
def test_a_table_has_as_many_rows_as_the_total_says(site: FlaskClient, query: str) -> None:
    told = site.get(f"/search.json?{query}&per_page=100" if query else "/search.json?per_page=100").get_json()
    found = table(site, f"/search.csv?{query}" if query else "/search.csv")
    assert [row["id"] for row in found] == [hit["id"] for hit in told["hits"]]
    assert len(found) == told["total"]
    assert site.get(f"/search.csv?{query}" if query else "/search.csv").headers["X-Total-Count"] == str(told["total"])


@pytest.mark.parametrize("query", ["", "&in=statements", "&copies=show", "&in=statements&copies=show"])
def test_copies_are_rows_only_if_they_are_hits(query: str) -> None:
    words = "the water bond would be paid for by a levy on every house of the county, year by year, for thirty years"
    text = f"FENWICK MILLS — The sheriff said “{words}”. " + " ".join(f"Line {number} of it." for number in range(60))
    twice = tuple(
        article(text, "The bond", f"{name}.txt", published="2024-05-14", says=[(speaker("Augustin Pell"), words)])
        for name in ("ledger", "weekly")
    )
    with serve(twice).test_client() as client:
        told = client.get(f"/search.json?q=bond{query}", follow_redirects=True).get_json()
        assert told["total"] == (2 if "copies" in query else 1)
        answer = client.get(f"/search.csv?q=bond{query}", follow_redirects=True)
        found = list(csv.DictReader(io.StringIO(answer.get_data(as_text=True), newline="")))
    assert [row["id"] for row in found] == [hit["id"] for hit in told["hits"]]
    assert [row["copies"] for row in found] == ["0", "0"] if "copies" in query else ["1"]


def test_a_table_of_statements_says_who_said_what_when(site: FlaskClient) -> None:
    first = table(site, "/search.csv?q=water+bond&in=statements")[0]
    assert first["speaker"] == "Maren Tolliver"
    assert first["role"] == "mayor"
    assert first["text"] == "the water bond is not a wish list."
    assert (first["published"], first["dated_by"], first["kind"]) == ("2024-05-14", "dateline", "direct")
    assert site.get(first["url"].removeprefix("http://localhost")).status_code == 302


def test_page_and_size_mean_nothing_to_a_table(site: FlaskClient) -> None:
    answer = site.get("/search.csv?q=water&page=2&per_page=25")
    assert (answer.status_code, answer.location) == (302, "/search.csv?q=water")
    assert site.get("/search.csv?from=soon").mimetype == "text/plain"


def test_a_table_is_a_download_that_can_be_kept(site: FlaskClient) -> None:
    answer = site.get("/search.csv?q=water")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="articles-containing-water.csv"'
    assert answer.headers["X-Robots-Tag"] == "noindex, follow"
    again = site.get("/search.csv?q=water", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(start: str) -> None:
    made = article(
        f"{start}cmd|'/c calc'!A0 said “{start}1+1”.",
        f"{start}HYPERLINK(1)",
        "x.txt",
        outlet=f"{start}sum",
        says=[(speaker("Ann Bell", f"{start}role"), f"{start}1+1")],
    )
    with serve((made,)).test_client() as client:
        for collection in ("", "?in=statements"):
            (row,) = table(client, f"/search.csv{collection}")
            assert all(not value.startswith(("=", "+", "-", "@", "\t", "\r")) for value in row.values())
            assert row["headline"] == f"'{start}HYPERLINK(1)"


def test_a_cell_is_its_value() -> None:
    assert [cell(value) for value in (None, "", 0.5, "a, “b”", "-3")] == ["", "", "0.5", "a, “b”", "'-3"]


def test_many_hits_come_in_runs_from_one_generation() -> None:
    many: tuple[Article, ...] = tuple(
        article(f"Water {number}.", f"Story {number}", f"{number}.txt") for number in range(1_203)
    )
    with serve(many).test_client() as client:
        found = table(client, "/search.csv?q=water")
    assert len({row["id"] for row in found}) == len(found) == 1_203


def test_a_table_that_cannot_be_ended_breaks_off() -> None:
    runs = iter([Matches(2, (), is_partial=True)])
    lines = rows(SearchRequest(), runs, Links(), 5.0)
    assert next(lines).startswith("id,headline")
    with pytest.raises(OutOfTime):
        next(lines)


def test_a_table_that_breaks_off_ends_its_connection_and_is_one_line_of_the_log(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    runs = iter([Matches(2, (), is_partial=True)])

    def app(environ: object, start_response: Callable[..., object]) -> Iterator[bytes]:
        start_response("200 OK", [("Content-Type", "text/csv")])
        lines = broken_off(rows(SearchRequest(), runs, Links(), 5.0), "/search.csv?q=water")
        return (line.encode() for line in lines)

    with socket.create_server(("127.0.0.1", 0)) as listener, socket.create_connection(listener.getsockname()) as client:
        client.settimeout(30)
        worker = PatientWorker(1, 1, [], None, 30, Config(), Logger(Config()))
        worker.wsgi = app
        connection = TConn(Config(), *listener.accept(), listener.getsockname())
        client.sendall(b"GET /search.csv?q=water HTTP/1.1\r\nHost: localhost\r\n\r\n")
        with closing(connection), closing(worker.tmp):
            assert not worker.handle(connection)
        answer = b"".join(iter(lambda: client.recv(65536), b""))
    assert b"id,headline" in answer
    assert not answer.endswith(b"0\r\n\r\n")
    (told,) = caplog.records
    assert "/search.csv?q=water was broken off" in told.getMessage()
    assert told.exc_info is None
    assert "Traceback" not in capfd.readouterr().err


def test_a_table_that_there_is_no_time_for_is_refused(caplog: pytest.LogCaptureFixture) -> None:
    app = serve(sample(), settings={"ONTHERECORD_TIME_LIMIT": "0.000001"})
    with caplog.at_level(logging.CRITICAL), app.test_client() as client:
        answer = client.get("/search.csv?q=water")
    assert answer.status_code == 503
    assert "was stopped" in answer.get_data(as_text=True)


def test_a_json_feed_says_what_the_atom_feed_says(site: FlaskClient) -> None:
    answer = site.get("/search.feed.json?q=water&in=statements")
    assert answer.mimetype == "application/feed+json"
    feed = answer.get_json()
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "http://localhost/search.feed.json?q=water&in=statements"
    atom = site.get("/search.atom?q=water&in=statements").get_data(as_text=True)
    assert feed["items"]
    for item in feed["items"]:
        assert f"<id>{item['id']}</id>" in atom
        assert site.get(item["url"].removeprefix("http://localhost")).status_code == 302
    found, address = [], "/search.feed.json?q=water"
    while address:
        feed = site.get(address).get_json()
        found += [item["id"] for item in feed["items"]]
        address = feed.get("next_url", "").removeprefix("http://localhost")
    assert len(set(found)) == len(found) == site.get("/search.json?q=water").get_json()["total"]


def test_an_item_has_the_time_at_which_its_story_entered_the_archive(site: FlaskClient) -> None:
    items = site.get("/search.feed.json?undated=only").get_json()["items"]
    built_at = site.get("/about.json").get_json()["built_at"].replace("+00:00", "Z")
    assert [item["date_published"] for item in items] == [built_at] * len(items)
    assert items
