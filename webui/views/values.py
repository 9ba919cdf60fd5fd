"""The page of all the values of a facet: what else a search can be narrowed to, the most frequent first."""

from __future__ import annotations

import math
from dataclasses import dataclass

from search.listing import Listing
from search.narrowing import without
from search.query.params import to_params
from search.results import FacetField
from webui import messages
from webui.links import Links, on_page
from webui.message import number
from webui.views import choices
from webui.views.searched import describe, names_of, short_name
from webui.views.speakers import speaker_row
from webui.wording import capitalised, counted

VALUES_PER_PAGE = 100
_THINGS: dict[FacetField, str] = {"speaker": "speakers", "outlet": "outlets", "place": "places"}


@dataclass(frozen=True, slots=True)
class Values:
    """All that the page shows. ``hidden`` is the search, for the form that looks for the beginning of a name."""

    title: str
    heading: str
    lead: str
    search: str
    search_url: str
    chosen: tuple[choices.Choice, ...]
    values: tuple[choices.Choice, ...]
    past_the_end: str
    last_url: str
    name: str
    all_url: str
    path: str
    find_label: str
    has_form: bool
    hidden: tuple[tuple[str, str], ...]
    pages: tuple[choices.Choice, ...]
    previous_url: str
    next_url: str
    url: str
    json_url: str


def values_page(found: Listing, name: str, page: int, links: Links) -> Values:
    """Give a page of the values of a facet, of which perhaps only those are asked for whose name begins so."""
    request, facet = on_page(found.request, 1), found.facet
    field, things = facet.field, _THINGS[facet.field]
    names = names_of(request, found.speakers, found.outlets)
    vary, last = links.variations(request), max(1, math.ceil(facet.distinct / VALUES_PER_PAGE))

    def address(at: int, face: str = "") -> str:
        return links.values(request, field, name, at, face)

    count = counted(things, facet.distinct)
    titled = messages.TITLED if page == 1 else messages.TITLED_PAGE
    rows = (
        one._replace(note=speaker_row(found.entries[one.value], links).role) if one.value in found.entries else one
        for one in facet.values
    )
    return Values(
        title=titled(asked=short_name(request, names), count=count, page=number(page)),
        heading=messages.LISTED[field](),
        lead=_lead(found, name, count, describe(without(request, field), names, found.total)),
        search=describe(request, names),
        search_url=links.search(request),
        chosen=tuple(choices.values(request, field, choices.chosen_beside(request, facet, names), vary)),
        values=tuple(choices.values(request, field, rows, vary)),
        past_the_end=messages.PAST_THE_END(page=number(page), last=number(last)) if page > last else "",
        last_url=address(last),
        name=name,
        all_url=links.values(request, field),
        path=links.path(f"search/{field}"),
        find_label=messages.FIND[field](),
        has_form=bool(name) or last > 1,
        hidden=tuple(to_params(request)),
        pages=tuple(choices.pages(page, last, address)) if 1 < last >= page else (),
        previous_url=address(min(page - 1, last)) if page > 1 else "",
        next_url=address(page + 1) if page < last else "",
        url=address(page),
        json_url=address(page, ".json"),
    )


def _lead(found: Listing, name: str, count: str, search: str) -> str:
    """Say how many there are, and in what."""
    if not found.total:
        return search
    message = messages.VALUES_NAMED if name else messages.VALUES_LEAD
    return capitalised(message(values=count, search=search, name=name))
