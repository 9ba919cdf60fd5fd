"""Readers are told what is the matter with an index that cannot be searched, and nothing of the server's folders."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from search.backends.memory import MemoryIndex
from search.backends.opening import open_reader
from search.errors import IndexDamaged, OtherSchema
from search.service import SearchService
from search.settings import Settings
from tests.search.backends.whoosh.archives import build, current
from tests.webui.reading import parse, text_of
from webui.app import create_app

PUBLIC = ("/search?q=water", "/", "/search.json?q=water", "/search.atom?q=water", "/search.csv?q=water", "/healthz")


def test_without_an_index_no_folder_of_the_server_is_named(bare_site: FlaskClient) -> None:
    for address in PUBLIC:
        assert "/srv/archive" not in bare_site.get(address).get_data(as_text=True)


def test_the_log_says_once_why_there_is_no_index(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    settings = Settings.from_environment({"ONTHERECORD_INDEX": str(tmp_path)})
    reader = open_reader(settings, verify=True)
    client = create_app(settings, SearchService(reader.current, reader.check)).test_client()
    for address in PUBLIC:
        assert client.get(address).status_code == 503
    assert caplog.text.count(str(tmp_path)) == 1


@pytest.fixture
def damaged_site(tmp_path: Path) -> FlaskClient:
    """A site under which a file of the index is damaged while it runs."""
    settings = Settings.from_environment({"ONTHERECORD_INDEX": str(tmp_path)})
    build(tmp_path, range(3))
    reader = open_reader(settings)
    client = create_app(settings, SearchService(reader.current, reader.check)).test_client()
    assert client.get("/search?q=levee").status_code == 200
    pack = next(current(tmp_path).glob("columns/*.pack"))
    with pack.open("r+b") as file:
        file.write(b"\xff" * (pack.stat().st_size - 16))
    with pytest.raises(IndexDamaged):
        reader.check()
    return client


def test_a_damaged_index_is_called_damaged(damaged_site: FlaskClient) -> None:
    tree = parse(damaged_site.get("/search?q=river").get_data(as_text=True))
    assert "The index is damaged" in text_of(tree)
    assert "no index" not in text_of(tree).lower().replace("no index is open just now", "")
    assert "python -m indexer check corpus" in text_of(tree)
    assert "python -m indexer rebuild corpus" in text_of(tree)
    spanish = damaged_site.get("/search?q=river&lang=es").get_data(as_text=True)
    assert "El índice está dañado" in spanish
    told = damaged_site.get("/search.json?q=river").get_json()
    assert (told["status"], "is damaged" in told["error"]) == (503, True)


def test_of_a_damaged_index_no_folder_of_the_server_is_named(damaged_site: FlaskClient, tmp_path: Path) -> None:
    for address in (address.replace("water", "river") for address in PUBLIC):
        answer = damaged_site.get(address)
        assert answer.status_code == 503
        assert str(tmp_path) not in answer.get_data(as_text=True)


def test_an_index_of_another_version_is_not_called_missing() -> None:
    def other() -> MemoryIndex:
        raise OtherSchema("The index 20200101T000000Z-aaaa has schema 1.")

    client = create_app(Settings.from_environment({}), SearchService(other)).test_client()  # type: ignore[arg-type]
    told = client.get("/search?q=water").get_data(as_text=True)
    assert "The index cannot be opened" in told
    assert "has schema 1." in told
    assert "no index to search" not in told
