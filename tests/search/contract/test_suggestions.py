"""What is offered instead is in the archive's own words, was counted, and finds more: in every engine."""

from __future__ import annotations

from typing import Any

import pytest

from search.query.request import SearchRequest
from search.results import Page
from search.service import SearchService
from tests.builders import article, request, speaker
from tests.search.contract.engines import Engine, publish

STORIES = [
    article(
        f"“The levee holds, whatever the government says,” Maren Tolliver said of reservoir {number}.",
        headline=f"Levee {number}",
        key=f"{number}.txt",
        published=f"2024-05-{number + 1:02}",
        says=[(speaker("Maren Tolliver", "Mayor"), "The levee holds, whatever the government says,")],
    )
    for number in range(12)
]
MAYOR = article("The mayor met a mayor.", headline="Mayors", key="mayors.txt")
ODD = article("The goverment, as it was spelled once, sat by a lake.", headline="Odd", key="odd.txt")


@pytest.fixture
def service(engine: Engine) -> SearchService:
    publish(engine, [*STORIES, ODD, MAYOR])
    return SearchService(engine.searcher)


def ask(service: SearchService, text: str = "", **fields: Any) -> Page:
    page = service.page(request(text, **fields))
    for near in page.relaxations:
        assert service.page(near.request).total == near.total > 0
    if page.did_you_mean:
        assert service.page(page.did_you_mean.request).total == page.did_you_mean.total > page.total
    return page


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        (request("leveee"), request("levee")),
        (request("llevee"), request("levee")),
        (request("lleevee"), request("levee")),
        (request("toliverr"), request("tolliver")),
        (request("leevveee"), request("levee")),
        (request("lleevveee"), None),
        (request("llleveee"), None),
        (request("Toliver"), request("Tolliver")),
        (request("LEVVE HOLDS SAID OF"), request("LEVEE HOLDS SAID OF")),
        (request("revesroir"), None),
        (request("resrevoir levee"), request("reservoir levee")),
        (request('"levve holds"'), request('"levee holds"')),
        (request("said:levve"), request("said:levee")),
        (request("speaker:toliver levee"), request("speaker:tolliver levee")),
        (request(speakers=("maren-toliver",)), request(speakers=("maren-tolliver",))),
        (request(speakers=("maren-toliverr",)), request(speakers=("maren-tolliver",))),
        (request("levve", speakers=("maren-toliver",)), request("levee", speakers=("maren-tolliver",))),
        (request("levve", collection="statements"), request("levee", collection="statements")),
        (request("levee"), None),
        (request("zebra"), None),
        (request("lake"), None),
        (request("leve*"), None),
        (request("lev"), None),
        (request("levve zebra"), None),
        (request('date:"mayo 1999" levee'), None),
        (request('date:"mayo 1999" levve'), None),
        (request(), None),
    ],
    ids=str,
)
def test_did_you_mean(service: SearchService, asked: SearchRequest, meant: SearchRequest | None) -> None:
    found = ask(service, **{name: getattr(asked, name) for name in SearchRequest.__slots__}).did_you_mean
    assert (found and found.request) == meant


def test_a_word_that_is_hardly_ever_spelled_so_is_doubted_only_beside_a_much_commoner_one(engine: Engine) -> None:
    service = SearchService(engine.searcher)
    publish(engine, [*STORIES, ODD])
    assert ask(service, "goverment").did_you_mean is None
    more = [article("The government met.", key=f"more-{number}.txt") for number in range(60)]
    publish(engine, more)
    meant = ask(service, "goverment").did_you_mean
    assert meant is not None
    assert meant.request.text == "government"


@pytest.mark.parametrize(
    ("text", "fields", "near"),
    [
        ("levee zebra", {}, {"levee"}),
        ("levee lake", {}, {"levee", "lake", "levee OR lake"}),
        ('"holds levee"', {}, {"holds levee"}),
        ("levee lake", {"speakers": ("maren-tolliver",)}, {"", "levee lake", "levee"}),
        ("zebra", {}, set()),
        ("reservoir", {"collection": "statements"}, {"reservoir"}),
    ],
)
def test_nothing_found_offers_near_searches_that_find_something(
    service: SearchService, text: str, fields: dict[str, Any], near: set[str]
) -> None:
    page = ask(service, text, **fields)
    assert page.total == 0
    assert {found.request.text for found in page.relaxations} - {"levee lake"} == near - {"levee lake"}
    assert [found.total for found in page.relaxations] == sorted(found.total for found in page.relaxations)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Levée zebra", {"Levée"}),
        ("Zebra Lake", {"Lake"}),
        ("levee's ZOO (Maren OR zoo)", {"levee's (Maren OR zoo)"}),
        ("date:2024 reservoir 2,024", {"(date:2024) reservoir"}),
        ("levee O.R. (Maren OR zoo)", {"levee (Maren OR zoo)"}),
        ("reservoir headline:(-lake) zebra", {"reservoir headline:(-lake)"}),
        ("reservoir said:(-lake) zebra", {"reservoir said:(-lake)"}),
    ],
)
def test_near_searches_are_spelled_as_they_were_typed(service: SearchService, text: str, near: set[str]) -> None:
    assert {found.request.text for found in ask(service, text).relaxations} == near


def test_a_role_that_was_typed_for_a_name_is_offered_as_a_role(engine: Engine) -> None:
    service = SearchService(engine.searcher)
    mayor = article("“No levee,” said Mayor Ann Poe.", key="m", says=[(speaker("Ann Poe", "Mayor"), "No levee,")])
    publish(engine, [mayor, article("A levee.", key="other")])
    near = ask(service, "levee", speakers=("mayor",)).relaxations
    assert [(found.request.role, found.request.speakers, found.total) for found in near] == [
        ("mayor", (), 1),
        ("", (), 2),
    ]
    assert not any(found.request.role for found in ask(service, "zebra", speakers=("ann-poe",)).relaxations)
