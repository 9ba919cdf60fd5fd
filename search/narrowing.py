"""A search with a facet's value taken in or out, and without its own choice of a facet's values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from search.analysis import plain_words
from search.documents import KINDS
from search.query.dates import DateRange
from search.query.request import SearchRequest
from search.results import FacetField, FacetValue


def toggled(request: SearchRequest, field: FacetField, value: str) -> SearchRequest:
    """Give the search with a facet's value taken in, or out if it is in; a month or year replaces the dates."""
    return replace(request, **toggling(request, field, value))


def toggling(request: SearchRequest, field: FacetField, value: str) -> dict[str, Any]:
    """Give what becomes of a search's parts where a facet's value is taken in, or out if it is in."""
    changes: dict[str, Any] = {"page": 1}
    if field == "speaker":
        return changes | {"speakers": tuple(sorted({*request.speakers} ^ {value}))}
    if field == "outlet":
        return changes | {"outlets": tuple(sorted({*request.outlets} ^ {value}))}
    if field == "kind":
        return changes | {"kinds": tuple(kind for kind in KINDS if (kind in request.kinds) != (kind == value))}
    if field == "role":
        return changes | {"role": "" if request.role == value else value}
    if field == "place":
        is_chosen = request.place and plain_words(request.place) == plain_words(value)
        return changes | {"place": "" if is_chosen else value}
    if not value:
        return changes | {"dates": DateRange(), "undated": None if request.undated == "only" else "only"}
    dates = DateRange(value, value)
    return changes | {"dates": DateRange() if request.dates == dates else dates, "undated": None}


def as_asked(field: FacetField, value: FacetValue) -> str:
    """Give a facet's value as an address asks for it: a place as it is printed, which means the same."""
    return " ".join(value.label.split()) if field == "place" else value.value


def chosen_of(request: SearchRequest, field: FacetField) -> tuple[str, ...]:
    """Give the values of a facet that a search asks for."""
    if field == "place":
        return (plain_words(request.place),) if request.place else ()
    return {"speaker": request.speakers, "outlet": request.outlets, "kind": request.kinds}.get(field, ())


def without(request: SearchRequest, field: FacetField) -> SearchRequest:
    """Give the search that counts a facet's values: all of it but what it says of the facet's own field."""
    return _DROPS[field](request)


_DROPS: dict[FacetField, Callable[[SearchRequest], SearchRequest]] = {
    "speaker": lambda request: replace(request, speakers=()),
    "outlet": lambda request: replace(request, outlets=()),
    "place": lambda request: replace(request, place=""),
    "role": lambda request: replace(request, role=""),
    "kind": lambda request: replace(request, kinds=()),
    "month": lambda request: replace(request, dates=DateRange(), undated=None),
    "year": lambda request: replace(request, dates=DateRange(), undated=None),
}
