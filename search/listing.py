"""All the values of one facet of a search, run by run: a page of results shows only the first."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from search.answering import Answering
from search.backends.base import Searcher
from search.documents import SpeakerEntry
from search.narrowing import without
from search.query.request import SearchRequest
from search.results import Facet, FacetField


@dataclass(frozen=True, slots=True)
class Listing:
    """A run of a facet's values, counted in ``total`` documents: those that the search finds without its own choice.

    ``entries`` tells of the speakers among the values; ``speakers`` and ``outlets`` of those that the search asks for.
    """

    request: SearchRequest
    facet: Facet
    total: int
    entries: Mapping[str, SpeakerEntry]
    speakers: tuple[SpeakerEntry, ...]
    outlets: Mapping[str, str]


def list_values(
    searcher: Searcher,
    request: SearchRequest,
    field: FacetField,
    beginning: str,
    offset: int,
    limit: int,
    today: datetime.date | None = None,
) -> Listing:
    """Give ``limit`` values of a field from ``offset`` on, of whose name a word begins so.

    Raises BadParameter (of which BadQuery is one) and OutOfTime.
    """
    answering = Answering(searcher, request, today)
    facet = answering.facet(field, offset, limit, beginning)
    ids = [value.value for value in facet.values] if field == "speaker" else []
    return Listing(
        request,
        facet,
        answering.count(without(request, field)),
        {id: entry for id in ids for entry in searcher.speaker(id) if entry.id == id},
        answering.speakers(),
        {id: name for names in answering.outlets((facet,)) for id, name in names.items()},
    )
