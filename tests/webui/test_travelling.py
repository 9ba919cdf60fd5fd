"""How answers travel: compressed to who takes them so, and naming no host that is not the site's."""

from __future__ import annotations

import gzip

import pytest
from flask.testing import FlaskClient

from tests.webui.conftest import sample, serve

GZIP = {"Accept-Encoding": "gzip"}


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/search.json?q=water",
        "/search.atom?q=water",
        "/static/site.css",
        "/about",
        "/sitemap.xml",
        "/nowhere",
        "/search?from=soon",
    ],
)
def test_text_is_compressed_for_who_takes_it(site: FlaskClient, address: str) -> None:
    plain, packed = site.get(address), site.get(address, headers=GZIP)
    assert "Content-Encoding" not in plain.headers
    assert packed.status_code == plain.status_code
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert "Accept-Encoding" in plain.headers["Vary"]
    assert len(packed.data) < len(plain.data) / 2
    if "json" not in address:  # which says how long it took
        assert gzip.decompress(packed.data) == plain.data
    assert packed.headers["Content-Length"] == str(len(packed.data))


def test_a_compressed_answer_is_known_again(site: FlaskClient) -> None:
    packed = site.get("/about", headers=GZIP)
    tag = packed.headers["ETag"]
    assert tag.startswith("W/")
    again = site.get("/about", headers={**GZIP, "If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == tag == site.get("/about").headers["ETag"]


def test_asking_for_the_head_alone_gives_the_same_headers(site: FlaskClient) -> None:
    told = ("Content-Length", "Content-Encoding", "Content-Type", "ETag", "Vary", "Cache-Control")
    for address in ("/about", "/search.atom?q=water", "/search.csv?q=water", "/static/site.css"):
        whole, head = site.get(address, headers=GZIP), site.head(address, headers=GZIP)
        assert head.data == b""
        assert [head.headers.get(name) for name in told] == [whole.headers.get(name) for name in told]


def test_what_is_short_or_streamed_stays_as_it_is(site: FlaskClient) -> None:
    for address in ("/healthz", "/search.csv?q=water", "/search.json?from=soon"):
        assert "Content-Encoding" not in site.get(address, headers=GZIP).headers


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:8000", "192.168.1.7:8000"])
def test_an_address_of_this_machine_is_repeated(site: FlaskClient, host: str) -> None:
    page = site.get("/about", base_url=f"http://{host}").get_data(as_text=True)
    assert f'<link rel="canonical" href="http://{host}/about">' in page


@pytest.mark.parametrize("address", ["/about", "/search.atom?q=water", "/search.json?q=water", "/sitemap.xml"])
def test_a_host_that_anybody_could_have_written_is_not_repeated(site: FlaskClient, address: str) -> None:
    answer = site.get(address, base_url="http://evil.example").get_data(as_text=True)
    assert "evil.example" not in answer
    assert "http://127.0.0.1:8000/" in answer


def test_the_address_that_is_set_goes_before_all() -> None:
    app = serve(sample(), settings={"ONTHERECORD_PUBLIC_URL": "https://news.example/archive/"})
    with app.test_client() as client:
        page = client.get("/about", base_url="http://evil.example").get_data(as_text=True)
    assert '<link rel="canonical" href="https://news.example/archive/about">' in page
