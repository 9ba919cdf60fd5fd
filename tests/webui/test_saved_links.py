"""Addresses that were saved lead where they led, and mean what they meant: saved_links.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from search.query.params import PARAMETERS
from search.service import SearchService
from search.settings import Settings
from tests.webui.reading import heading, page
from webui.app import create_app

LINKS = tomllib.loads((Path(__file__).parent / "saved_links.toml").read_text(encoding="utf-8"))["link"]


@pytest.fixture(scope="module")
def served(sample_archive: SearchService) -> FlaskClient:
    return create_app(Settings.from_environment({}), sample_archive).test_client()


def test_every_parameter_was_saved_by_somebody() -> None:
    saved = " ".join(link["saved"] for link in LINKS)
    assert len({link["saved"] for link in LINKS}) == len(LINKS) >= 60
    assert all(f"{name}=" in saved for name in PARAMETERS)


@pytest.mark.parametrize("link", LINKS, ids=lambda link: link["saved"])
def test_a_saved_link_leads_where_it_led(link: dict[str, Any], served: FlaskClient) -> None:
    answer = served.get(link["saved"])
    leads_to = link.get("leads_to")
    assert (answer.status_code, answer.location) == ((302, leads_to) if leads_to else (200, None))
    assert served.get((leads_to or link["saved"]).partition("#")[0]).status_code == 200
    if "headline" in link:
        assert heading(page(served, link["saved"])) == link["headline"]


@pytest.mark.parametrize(
    "link", [link for link in LINKS if "total" in link or "finds" in link], ids=lambda link: link["saved"]
)
def test_a_saved_search_finds_what_it_found(link: dict[str, Any], served: FlaskClient) -> None:
    query = link.get("leads_to", link["saved"]).partition("?")[2]
    whole = query if "per_page" in query else f"{query}&per_page=100"
    found = served.get(f"/search.json?{whole}", follow_redirects=True).json
    assert link.get("total", found["total"]) == found["total"]
    assert set(link.get("finds", ())) <= {hit["article"]["headline"] for hit in found["hits"]}
