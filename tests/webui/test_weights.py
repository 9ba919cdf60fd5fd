"""What every page loads is small, and stays so."""

from __future__ import annotations

import re
from pathlib import Path

from flask.testing import FlaskClient

from tests.webui.test_pages import PAGES
from webui.stylesheet import minified

STATIC = Path(__file__).parents[2] / "webui" / "static"
CSS, SCRIPTS, FIRST_LOAD = 35_000, 15_000, 100_000
"""Bytes, uncompressed."""


def served(site: FlaskClient, ending: str) -> int:
    size = 0
    for path in STATIC.glob(f"*{ending}"):
        with site.get(f"/static/{path.name}") as answer:
            size += len(answer.data)
    return size


def test_style_and_scripts_are_small(site: FlaskClient) -> None:
    assert 0 < served(site, ".css") <= CSS
    assert 0 < served(site, ".js") <= SCRIPTS


def test_the_style_sheet_says_the_same_in_fewer_letters(site: FlaskClient) -> None:
    written, answer = (STATIC / "site.css").read_text(encoding="utf-8"), site.get("/static/site.css?v=1")
    css = answer.get_data(as_text=True)
    assert answer.mimetype == "text/css"
    assert "immutable" in answer.headers["Cache-Control"]
    assert len(css) < 0.95 * len(written)
    assert css.count("{") == written.count("{")
    assert re.findall('"[^"]*"', css) == re.findall('"[^"]*"', re.sub(r"/\*.*?\*/", "", written, flags=re.S))
    said = (
        'a , b > c { margin : 0 auto; } .x::before { content: " , ;  " attr(y); }\n@media (max-width: 4rem) { a { } }'
    )
    assert minified(said) == 'a,b > c{margin :0 auto}.x::before{content:" , ;  " attr(y)}@media (max-width:4rem){a{}}'


def test_a_first_load_is_small(site: FlaskClient) -> None:
    shared = served(site, "")
    heaviest = max(len(site.get(address).data) for address in PAGES)
    assert heaviest + shared <= FIRST_LOAD


def test_scripts_come_from_the_site_alone(site: FlaskClient) -> None:
    for address in PAGES:
        scripts = re.findall(r"<script\b([^>]*)>", site.get(address).get_data(as_text=True))
        assert all('src="/static/' in one or one == ' type="application/ld+json"' for one in scripts)
        assert any(" defer" in one for one in scripts)
