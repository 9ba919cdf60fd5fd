"""The same addresses with .json: for programs."""

from __future__ import annotations

import flask
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from search import wire
from search.query.request import SearchRequest
from webui import answers
from webui.asking import listed, read_listing, read_search, read_values
from webui.links import Links
from webui.openapi import document
from webui.site import current_links, current_site
from webui.views.speakers import SPEAKERS_PER_PAGE
from webui.views.values import VALUES_PER_PAGE

api = flask.Blueprint("api", __name__)


@api.get("/search.json")
def search() -> Response:
    """Answer a search."""
    service, links = current_site().service, current_links()
    asked = read_search(service)
    if not asked.is_canonical:
        return _moved(links.search(asked.request, ".json"))
    answer = answers.kept_json(
        links.search(asked.request, ".json"),
        lambda: wire.page_to_wire(service.page(asked.request), service.status(), *_addresses(links)),
    )
    return answers.not_for_indexes(answer)


@api.get("/search/<field>.json")
def values(field: str) -> Response:
    """Answer with a page of all speakers, outlets or places of a search."""
    service, links = current_site().service, current_links()
    request, name, page, is_canonical = read_values(service, links, listed(field), ".json")
    address = links.values(request, listed(field), name, page, ".json")
    if not is_canonical:
        return _moved(address)

    def make() -> object:
        found = service.values(request, listed(field), name, (page - 1) * VALUES_PER_PAGE, VALUES_PER_PAGE)
        is_last = page * VALUES_PER_PAGE >= found.facet.distinct
        next_url = None if is_last else links.absolute(links.values(request, listed(field), name, page + 1, ".json"))
        return wire.listing_to_wire(found, page, VALUES_PER_PAGE, next_url, service.status(), *_addresses(links))

    return answers.not_for_indexes(answers.kept_json(address, make))


@api.get("/article/<id>.json")
def article(id: str) -> Response:
    """Answer with an article."""
    service, links = current_site().service, current_links()
    return answers.kept_json(
        links.article(id, face=".json"),
        lambda: wire.opened_to_wire(service.opened(id, SearchRequest()), service.status(), links.site),
    )


@api.get("/speakers.json")
def speakers() -> Response:
    """Answer with a page of the list of speakers."""
    service, links = current_site().service, current_links()
    name, number, is_canonical = read_listing(links, ".json")
    if not is_canonical:
        return _moved(links.speakers(name, number, ".json"))

    def make() -> object:
        found = service.speakers(name, (number - 1) * SPEAKERS_PER_PAGE, SPEAKERS_PER_PAGE)
        is_last = number * SPEAKERS_PER_PAGE >= found.total
        next_url = None if is_last else links.absolute(links.speakers(name, number + 1, ".json"))
        return wire.speakers_to_wire(found, number, SPEAKERS_PER_PAGE, next_url, service.status(), *_addresses(links))

    return answers.kept_json(links.speakers(name, number, ".json"), make)


@api.get("/speaker/<id>.json")
def speaker(id: str) -> Response:
    """Answer with everyone whom an id means."""
    service, links = current_site().service, current_links()
    return answers.kept_json(
        links.speaker(id, ".json"),
        lambda: wire.called_to_wire(id, service.speaker(id), service.status(), *_addresses(links)),
    )


@api.get("/about.json")
def about() -> Response:
    """Answer with what the index says of itself."""
    service, links = current_site().service, current_links()
    return answers.kept_json(links.page("about.json"), lambda: wire.status_to_wire(service.status()))


@api.get("/openapi.json")
def openapi() -> Response:
    """Answer with the description of all this for programs."""
    site, links = current_site(), current_links()
    return answers.kept_json(
        links.page("openapi.json"), lambda: document(site.settings.title, links.absolute(links.root) or "/")
    )


def _addresses(links: Links) -> tuple[wire.SearchAddress, wire.SiteAddress]:
    """Give what makes the addresses in an answer: whole ones; a search leads to an answer for programs again."""
    return lambda request: links.absolute(links.search(request, ".json")), links.site


def _moved(address: str) -> Response:
    answer = redirect(address)
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer
