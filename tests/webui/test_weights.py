"""What every page loads is small, and stays so."""

from __future__ import annotations

import re
from pathlib import Path

from flask.testing import FlaskClient

from tests.webui.test_pages import PAGES

STATIC = Path(__file__).parents[2] / "webui" / "static"
CSS, SCRIPTS, FIRST_LOAD = 35_000, 15_000, 100_000
"""Bytes, uncompressed."""


def test_style_and_scripts_are_small() -> None:
    assert sum(path.stat().st_size for path in STATIC.glob("*.css")) <= CSS
    assert sum(path.stat().st_size for path in STATIC.glob("*.js")) <= SCRIPTS


def test_a_first_load_is_small(site: FlaskClient) -> None:
    shared = sum(path.stat().st_size for path in STATIC.iterdir())
    heaviest = max(len(site.get(address).data) for address in PAGES)
    assert heaviest + shared <= FIRST_LOAD


def test_scripts_come_from_the_site_alone(site: FlaskClient) -> None:
    for address in PAGES:
        scripts = re.findall(r"<script\b([^>]*)>", site.get(address).get_data(as_text=True))
        assert all('src="/static/' in one or one == ' type="application/ld+json"' for one in scripts)
        assert any(" defer" in one for one in scripts)
