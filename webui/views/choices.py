"""What a reader of results can choose: dates, tabs, orders, pages, and the values of each facet, each a link."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from search.builds import IndexStatus
from search.narrowing import as_asked, chosen_of, toggling
from search.query.request import COLLECTIONS, SearchRequest
from search.results import LISTED, Facet, FacetField, FacetValue, Page
from webui import messages
from webui.links import Vary
from webui.message import number
from webui.views.date_presets import date_presets
from webui.views.searched import order_of
from webui.wording import label

PER_PAGE = (10, 25, 100)
_AROUND = 2
"""Pages that the pager shows on each side of the current one."""
_PARTS: dict[FacetField, str] = {"speaker": "speakers", "kind": "kinds", "outlet": "outlets", "place": "place"}
"""The parts of a search that choose values of a facet, in the order of the facets."""


class Choice(NamedTuple):
    """A link among several, of which one is the current."""

    label: str
    url: str
    is_current: bool = False
    count: str = ""  # type: ignore[assignment]  # a tuple's own ``count`` is of no use here
    note: str = ""


@dataclass(frozen=True, slots=True)
class FacetBox:
    """The values of one field to choose from."""

    name: str
    values: tuple[Choice, ...]
    all_label: str
    all_url: str


def presets(request: SearchRequest, status: IndexStatus, vary: Vary) -> Iterator[Choice]:
    """Give the ranges of dates that are chosen with one press."""
    at = vary.along("dates", "undated")
    for name, dates in date_presets(status.first_day, status.last_day, datetime.date.today()):
        yield Choice(name, at(dates, None), dates == request.dates and not request.undated)


def tabs(page: Page, vary: Vary) -> Iterator[Choice]:
    """Give the collections to look in, with how much the search finds in each."""
    for collection in COLLECTIONS:
        yield Choice(
            messages.ALL[collection](),
            vary(collection=collection),
            collection == page.request.collection,
            number(page.totals[collection]) if collection in page.totals else "",
        )


def sorts(request: SearchRequest, vary: Vary) -> Iterator[Choice]:
    """Give the orders that the hits can have."""
    current = order_of(request)
    for sort, message in messages.SORTS.items():
        if sort == "relevance" and not request.text:
            continue
        yield Choice(message(), vary(sort=sort), sort == current)


def pages(current: int, last: int, address: Callable[[int], str]) -> Iterator[Choice]:
    """Give the pages around the current one, the first and the last, by their addresses; a gap has none."""
    shown = sorted({1, last, *range(max(1, current - _AROUND), min(last, current + _AROUND) + 1)})
    before = 0
    for at in shown:
        if at - before > 1:
            yield Choice("…", "")
        yield Choice(number(at), address(at), at == current)
        before = at


def per_page(request: SearchRequest, vary: Vary) -> Iterator[Choice]:
    """Give how many hits a page can have."""
    for size in PER_PAGE:
        yield Choice(str(size), vary(per_page=size), size == request.per_page)


def facets(page: Page, names: Mapping[str, str], vary: Vary) -> Iterator[FacetBox]:
    """Give the values of each field to narrow a search by, those chosen among them."""
    for field in _PARTS:
        facet = page.facet(field)
        if facet is None:
            continue
        shown = (*facet.values, *chosen_beside(page.request, facet, names))
        if shown:
            is_cut = field in LISTED and facet.distinct > len(facet.values)
            yield FacetBox(
                messages.FACETS[field](),
                tuple(values(page.request, field, shown, vary)),
                messages.ALL_VALUES[field](n=number(facet.distinct)) if is_cut else "",
                vary.values(field) if is_cut else "",
            )


def chosen_beside(request: SearchRequest, facet: Facet, names: Mapping[str, str]) -> Iterator[FacetValue]:
    """Give what a search asks for and its facet does not show."""
    chosen = chosen_of(request, facet.field)
    if chosen:
        shown = {value.value for value in facet.values}
        typed = dict.fromkeys(chosen, request.place) if facet.field == "place" else names
        yield from (FacetValue(id, typed.get(id, id), 0) for id in chosen if id not in shown)


def values(request: SearchRequest, field: FacetField, shown: Iterable[FacetValue], vary: Vary) -> Iterator[Choice]:
    """Give values of a facet, each as the link that takes it into the search, or out if it is in."""
    part = _PARTS[field]
    at, chosen = vary.along(part), chosen_of(request, field)
    for one in shown:
        value, own, count, _, note = one
        if field == "kind":
            own, note = label(messages.KINDS, value), label(messages.KIND_NOTES, value)
        toggled = toggling(request, field, as_asked(field, one))[part]
        yield Choice(own, at(toggled), value in chosen, number(count) if count else "", note)
