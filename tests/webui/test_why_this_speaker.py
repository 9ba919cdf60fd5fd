"""Why words are somebody's, and why that is the same speaker as in other stories: on the page and in JSON."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.builders import article, speaker
from tests.webui.conftest import serve

FULL = article(
    "Crime fell, said Interim Police Chief Brian Manley.",
    "Crime falls",
    "kxan/full.txt",
    published="2017-02-10",
    outlet="KXAN",
    says=[(speaker("Brian Manley", "Interim Police Chief"), "Crime fell")],
)
LONE = article(
    "“We need more officers,” Chief Manley said. “I agree,” Pell said.",
    "More officers",
    "kxan/lone.txt",
    published="2017-06-10",
    outlet="KXAN",
    says=[(speaker("Manley", "Chief"), "We need more officers,"), (speaker("Pell"), "I agree,")],
)
WHY = "Chief Manley ← Interim Police Chief Brian Manley in kxan, 2017-02-10; nobody else there fits"


@pytest.fixture(scope="module")
def station() -> FlaskClient:
    return serve((FULL, LONE)).test_client()


def test_a_story_says_why_its_speaker_is_that_of_other_stories(station: FlaskClient) -> None:
    page = station.get(f"/article/{LONE.id}").get_data(as_text=True)
    assert f"<p>{WHY}</p>" in page
    assert f"in other stories: {WHY}" in page
    assert "a name alone, which is joined with nobody of other articles" in page


def test_json_says_it_too(station: FlaskClient) -> None:
    statements = station.get(f"/article/{LONE.id}.json").get_json()["statements"]
    assert [(one["speaker"]["id"], one["link"]) for one in statements] == [
        ("brian-manley", WHY),
        (f"pell.{LONE.id}", "a name alone, which is joined with nobody of other articles"),
    ]
    (full,) = station.get(f"/article/{FULL.id}.json").get_json()["statements"]
    assert full["link"] == "the name"


def test_a_last_name_leads_to_the_speaker_and_its_search_finds_all(station: FlaskClient) -> None:
    assert station.get("/speaker/manley").headers["Location"].endswith("/speaker/brian-manley")
    (entry,) = station.get("/speaker/manley.json").get_json()["speakers"]
    assert (entry["id"], entry["names"], entry["aliases"]) == ("brian-manley", ["Brian Manley", "Manley"], ["manley"])
    assert [(held["role"], held["count"]) for held in entry["roles"]] == [("Interim Police Chief", 1), ("Chief", 1)]
    assert station.get("/search.json?speaker=manley").get_json()["total"] == 2
    assert station.get("/search.json?in=statements&speaker=brian-manley").get_json()["total"] == 2
