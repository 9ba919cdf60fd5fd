"""From the address that was asked for to the one search it means, at its one address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl

import flask

from search.documents import SpeakerEntry
from search.errors import BadParameter, NotFound
from search.ids import slug
from search.query.build import build_query
from search.query.params import from_params, readable
from search.query.query_strings import to_query_string
from search.query.request import DEFAULT_PER_PAGE, SearchRequest
from search.results import LISTED, FacetField
from search.service import SearchService
from webui import messages
from webui.languages import PARAMETER, asked_for, with_language
from webui.links import Links, Months
from webui.message import number

MAX_PARAMETERS = 100
MAX_CHOICES = 12
MAX_NAME = 100
MOST_COMPARED = 3
_RUN = ("name", "page")
"""What says which part of a list is asked for."""
_SEPARATORS = re.compile(r"\s*[,;]\s*")


class SeveralCalled(BadParameter):
    """Somebody was named whom this archive knows several people by."""

    def __init__(self, name: str, entries: tuple[SpeakerEntry, ...]) -> None:
        """Hold those who may be meant."""
        super().__init__("speaker", messages.SEVERAL_CALLED(name=name), name)
        self.entries = entries


@dataclass(frozen=True, slots=True)
class Asked:
    """A search that was asked for, and whether its address is the one it has."""

    request: SearchRequest
    is_canonical: bool


def given_pairs() -> list[tuple[str, str]]:
    """Give the parameters of the address as they are spelled, all but its language.

    Raises BadParameter if they are too many.
    """
    try:
        pairs = parse_qsl(_query_string(), keep_blank_values=True, errors="replace", max_num_fields=MAX_PARAMETERS)
        return [(name, value) for name, value in pairs if name != PARAMETER]
    except ValueError:
        raise BadParameter("q", messages.TOO_MANY_PARAMETERS(n=number(MAX_PARAMETERS))) from None


def read_search(service: SearchService) -> Asked:
    """Read the search that the address asks for. Raises BadParameter."""
    pairs = [pair for name, value in given_pairs() for pair in _resolved(name, value, service)]
    request = from_params(pairs)
    build_query(request)  # so that words that cannot be read are refused at once, however the address is spelled
    return Asked(request, _is_spelled(f"?{to_query_string(request)}"))


def read_comparison(service: SearchService, links: Links, face: str = "") -> tuple[SearchRequest, Months, bool]:
    """Read who is compared on what, which months are listed, and whether it is spelled so. Raises BadParameter."""
    pairs = given_pairs()
    months = {value.strip().lower() for name, value in pairs if name == "months" and value.strip()}
    if months - {"both", "all"} or len(months) > 1:
        value = ", ".join(sorted(months))
        raise BadParameter("months", messages.MONTHS_IS(value=value), value)
    resolved = [pair for name, value in pairs if name != "months" for pair in _resolved(name, value, service)]
    request = replace(from_params(resolved), collection="statements", per_page=DEFAULT_PER_PAGE)
    request = replace(request, sort="oldest" if request.sort == "oldest" else "newest")
    if len(request.speakers) > MOST_COMPARED:
        raise BadParameter("speaker", messages.TOO_MANY_COMPARED(n=len(request.speakers)))
    build_query(request)
    scope: Months = "all" if months == {"all"} else "both"
    return request, scope, _is_spelled(links.lasting.compare(request, scope, face))


def read_listing(links: Links, face: str = "") -> tuple[str, int, bool]:
    """Read what part of the speakers' list is asked for: a name's beginning, the page, and if it is spelled so."""
    pairs = given_pairs()
    name, number = _run_of(pairs)
    for key, value in pairs:
        if key not in _RUN and value.strip():
            raise BadParameter(key, messages.NO_PARAMETER(name=key, names="name, page"), value)
    return name, number, _is_spelled(links.lasting.speakers(name, number, face))


def listed(field: str) -> FacetField:
    """Give the facet that an address names; only those with a page of their own are there."""
    if field not in LISTED:
        flask.abort(404)
    return field


def read_values(
    service: SearchService, links: Links, field: FacetField, face: str = ""
) -> tuple[SearchRequest, str, int, bool]:
    """Read the search whose facet is listed, a name's beginning, the page, and if it is spelled so.

    Raises BadParameter.
    """
    pairs = given_pairs()
    name, number = _run_of(pairs)
    request = from_params([one for key, value in pairs if key not in _RUN for one in _resolved(key, value, service)])
    build_query(request)
    return request, name, number, _is_spelled(links.lasting.values(request, field, name, number, face))


def _run_of(pairs: list[tuple[str, str]]) -> tuple[str, int]:
    """Read which part of a list is asked for: the beginning of a name, and the page."""
    name, number = "", 1
    for key, raw in pairs:
        value = readable(raw)
        if key == "name":
            name = value[:MAX_NAME].rstrip()
        elif key == "page" and value:
            if not re.fullmatch(r"[0-9]{1,6}", value) or int(value) < 1:
                raise BadParameter("page", messages.PAGE_IS(value=value), value)
            number = int(value)
    return name, number


def _is_spelled(address: str) -> bool:
    """Say whether the parameters stand in the address that was asked for as they do in this one."""
    return _query_string() == with_language(address, asked_for()).partition("?")[2]


def _query_string() -> str:
    return flask.request.query_string.decode("latin-1")


def _resolved(name: str, value: str, service: SearchService) -> Iterator[tuple[str, str]]:
    """Give a parameter; a speaker who was typed as a name becomes the one who is meant."""
    if name != "speaker" or not slug(value):
        yield name, value
        return
    names = [value] if _is_known(slug(value), service) else [part for part in _SEPARATORS.split(value) if slug(part)]
    for typed in names:
        yield name, _meant(typed.strip(), service)


def _meant(typed: str, service: SearchService) -> str:
    """Give the id of whom a typed name or id means: itself, if anybody has it, or the only one so named."""
    id = typed if _is_known(typed, service) else slug(typed)
    called = _called(id, service)
    if any(entry.id == id for entry in called) or (called and typed == id):
        return typed if typed == id else id
    found = service.speakers(typed, 0, MAX_CHOICES)
    full_names = tuple(entry for entry in found.entries if "." not in entry.id)
    if called and not full_names:
        return id
    if found.total == 1 or (len(full_names) == 1 and found.total <= MAX_CHOICES and not called):
        return (full_names or found.entries)[0].id
    if found.total > 1:
        raise SeveralCalled(typed, found.entries)
    return id


def _is_known(id: str, service: SearchService) -> bool:
    return bool(_called(id, service))


def _called(id: str, service: SearchService) -> tuple[SpeakerEntry, ...]:
    try:
        return service.speaker(id)
    except NotFound:
        return ()
