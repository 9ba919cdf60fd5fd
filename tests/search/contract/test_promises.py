"""The count beside a value is what the search finds that the value leads to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from search.documents import Article
from search.narrowing import as_asked, toggled
from search.query.dates import DateRange
from search.query.request import SearchRequest
from search.results import FacetField
from search.service import SearchService
from tests.builders import article, request, speaker
from tests.search.contract.engines import Engine, publish
from tests.search.contract.test_copies import story

MAYOR, SHERIFF = speaker("Ann Roy", "Mayor"), speaker("Bo Cole", "Sheriff")
CLERK = speaker("Ann Roy", "Clerk")
TEXT = "“The levee held,” Ann Roy said. “Guard the levee,” Bo Cole said. The levee was to be guarded, {who} said."


def _story(name: str, place: str | None, who: Any = SHERIFF, **fields: Any) -> Article:
    says = [
        (MAYOR, "The levee held,"),
        (SHERIFF, "Guard the levee,"),
        (who, "The levee was to be guarded", {"kind": "indirect"}),
    ]
    return article(f"{TEXT.format(who=who.name)} This is {name}.", key=f"{name}.txt", place=place, says=says, **fields)


ARCHIVE = [
    _story("one", "Austin", published="2024-05-14"),
    _story("two", "AUSTIN, Texas", published="2024-05-15", outlet="Weekly"),
    _story("three", "Port Austin", CLERK, published="2024-06"),
    _story("four", "St. Mary’s", CLERK, outlet=None),
    _story("five", "—", speaker("Cy Dow")),
    article("The levee.", key="six.txt", place="Port Ellery", published="2023"),
    article("“The levee held,” Ann Roy said.", key="seven.txt", says=[(MAYOR, "The levee held,")]),
    story("eight.txt", place="Port Ellery", published="2024-01-01"),
    story("nine.txt", place="Ellery", published="2024-01-02", outlet="Weekly"),
    story("ten.txt", place="Austin", published="2024-01-03"),
]
ASKED = [
    request(""),
    request("levee"),
    request("levee", copies="show"),
    request("levee", role="sheriff"),
    request("", role="mayor", kinds=("direct",)),
    request("said:guard"),
    request("said:guar* levee", kinds=("indirect",)),
    request("speaker:roy"),
    request("speaker:roy OR said:guard"),
    request("-speaker:roy"),
    request("", speakers=("ann-roy",)),
    request("", speakers=("ann-roy", "bo-cole"), kinds=("indirect",)),
    request("", place="austin"),
    request("pumps"),
    request("", dates=DateRange("2024", "2024")),
    request("", undated="only"),
]


def chosen(asked: SearchRequest, field: FacetField, value: str) -> SearchRequest:
    """The search with this one value of a facet, and no other of it."""
    if field in ("month", "year"):
        dates = DateRange(value or None, value or None)
        return replace(asked, dates=dates, undated=None if value else "only")
    if field == "place":
        return replace(asked, place=value)
    return replace(asked, **{f"{field}s": (value,)})  # type: ignore[arg-type]


@pytest.mark.parametrize("collection", ["articles", "statements"])
@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_what_a_count_promises_is_found(engine: Engine, asked: SearchRequest, collection: Any) -> None:
    publish(engine, ARCHIVE[:5])
    publish(engine, [*ARCHIVE[4:], article("Gone.", key="gone.txt", place="Austin")])
    publish(engine, [], removed=[article("", key="gone.txt").id])
    service, asked = SearchService(engine.searcher), replace(asked, collection=collection)
    page = service.page(asked)
    assert page.total
    for facet in page.facets:
        for value in facet.values:
            assert service.page(chosen(asked, facet.field, value.value)).total == value.count, (facet.field, value)


def test_places_come_by_how_many_stories_a_search_for_them_finds(engine: Engine) -> None:
    publish(engine, ARCHIVE)
    service = SearchService(engine.searcher)
    facet = service.page(request("levee OR pumps", copies="show")).facet("place")
    assert facet is not None
    assert [(value.value, value.label, value.count) for value in facet.values] == [
        ("austin", "Austin", 4),
        ("ellery", "Ellery", 3),
        ("port ellery", "Port Ellery", 2),
        ("austin texas", "AUSTIN, Texas", 1),
        ("port austin", "Port Austin", 1),
        ("st mary", "St. Mary’s", 1),
    ]
    assert facet.distinct == 6


def test_a_place_that_is_asked_for_is_chosen_however_it_is_typed(engine: Engine) -> None:
    publish(engine, ARCHIVE)
    facet = SearchService(engine.searcher).page(request("", place="PORT  Ellery")).facet("place")
    assert facet is not None
    (chosen,) = (value for value in facet.values if value.chosen)
    assert (chosen.label, as_asked("place", chosen)) == ("Port Ellery", "Port Ellery")
    assert toggled(request(""), "place", "Port Ellery") == request("", place="Port Ellery")
    assert toggled(request("", place="PORT  Ellery"), "place", "Port Ellery") == request("")
    assert "Austin" in [value.label for value in facet.values]
