"""The OpenAPI document: what programs may ask, and what they get. Tests hold it against real answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from search.documents import KINDS
from search.query.parse import MAX_CHARACTERS
from search.query.request import COLLECTIONS, DEFAULT_PER_PAGE, MAX_DEPTH, MAX_PER_PAGE, SORTS, UNDATED
from search.results import LISTED
from search.wire import WIRE_VERSION
from webui.schemas import SCHEMAS, TEXT, Schema, list_of, ref

JSON, TEXT_ERROR, ATOM = "application/json", "text/plain", "application/atom+xml"
FEED, SUGGESTIONS = "application/feed+json", "application/x-suggestions+json"
CSL = "application/vnd.citationstyles.csl+json"
_ID: Schema = {
    "name": "id",
    "in": "path",
    "required": True,
    "schema": {"type": "string", "pattern": "^[a-z0-9.-]{1,80}$"},
    "description": "A permanent id.",
}
_FIELD: Schema = {
    "name": "field",
    "in": "path",
    "required": True,
    "schema": {"enum": list(LISTED)},
    "description": "Of which field.",
}


def document(title: str, address: str) -> dict[str, Any]:
    """Give the document of the site at an address."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": title,
            "version": str(WIRE_VERSION),
            "description": "Who said what, when: full-text search of a news archive. Keys may be added at any time; "
            "if one changes its meaning or goes, the version is raised.",
        },
        "servers": [{"url": address}],
        "paths": dict(_paths()),
        "components": {"schemas": SCHEMAS},
    }


def _paths() -> Iterable[tuple[str, Schema]]:
    search = [_query(name, schema, about) for name, schema, about in _search_parameters()]
    sizes = [one for one in search if one["name"] in ("page", "per_page")]
    asked = [one for one in search if one not in sizes]
    yield "/search.json", _get("Search articles, or the statements in them.", search, ref("Found"))
    yield "/search.feed.json", _get("The hits that were added last, as a JSON Feed.", search, ref("Feed"), FEED)
    yield "/search.csv", _get("Everything that a search finds, as a table.", asked, TEXT, "text/csv", TEXT_ERROR)
    yield "/search.atom", _get("The hits that were added last, as an Atom feed.", search, TEXT, ATOM, TEXT_ERROR)
    months = _query("months", {"enum": ["both", "all"]}, "Which months the page lists; programs get all.")
    yield "/compare.json", _get("How much several speakers said, by month.", [*search, months], ref("Comparison"))
    yield "/article/{id}.json", _get("An article with every statement in it.", [_ID], ref("Article"))
    yield "/article/{id}.csl.json", _get("The reference to an article.", [_ID], list_of(ref("Reference")), CSL)
    yield "/statement/{id}.csl.json", _get("The reference to a statement.", [_ID], list_of(ref("Reference")), CSL)
    name = _query("name", TEXT, "The beginning of a word of the name.")
    page = _query("page", {"type": "integer", "minimum": 1, "maximum": 999_999, "default": 1}, "Page of the list.")
    yield (
        "/search/{field}.json",
        _get("All values of a facet of a search.", [_FIELD, *asked, name, page], ref("Values")),
    )
    yield "/speakers.json", _get("Who speaks, most statements first.", [name, page], ref("Speakers"))
    yield "/speaker/{id}.json", _get("Everyone whom an id means.", [_ID], ref("Called"))
    typed = _query("q", TEXT, "The beginning of a name.")
    suggested = {"type": "array", "minItems": 4, "maxItems": 4}
    yield "/suggest", _get("What was typed; names, notes and addresses of speakers.", [typed], suggested, SUGGESTIONS)
    yield "/about.json", _get("What the index says of itself.", [], ref("Status"))
    yield "/healthz", _get("Whether searches are answered.", [], ref("Health"))
    yield "/openapi.json", _get("This document.", [], {"type": "object"})


def _get(about: str, parameters: list[Schema], schema: Schema, mimetype: str = JSON, errors: str = JSON) -> Schema:
    refused = {"description": "Why.", "content": {errors: {"schema": ref("Error") if errors == JSON else TEXT}}}
    told: dict[str, Schema] = {
        "200": {"description": "The answer.", "content": {mimetype: {"schema": schema}}},
        "302": {"description": "The same at its one address."},
        "304": {"description": "What you have still holds."},
        "400": refused,
        "404": refused,
        "410": refused,
        "429": refused,
        "503": refused,
    }
    return {"get": {"summary": about, "parameters": parameters, "responses": told}}


def _query(name: str, schema: Schema, about: str) -> Schema:
    return {"name": name, "in": "query", "schema": schema, "description": about}


def _search_parameters() -> Iterable[tuple[str, Schema, str]]:
    date: Schema = {"type": "string", "examples": ["2024", "2024-05", "2024-05-28", "last month"]}
    several = {"type": "array", "items": {"type": "string", "minLength": 1, "maxLength": 100}, "maxItems": 20}
    yield "q", {"type": "string", "maxLength": MAX_CHARACTERS}, "A query, in the query syntax."
    yield "in", {"enum": list(COLLECTIONS), "default": "articles"}, "What is found."
    yield "speaker", several, "Said by any of them: ids, or names."
    yield "role", TEXT, "Words of the role at the time."
    yield "outlet", several, "Printed in any of them: ids, or names."
    yield "place", TEXT, "Words of the place in the dateline."
    yield "from", date, "The first day."
    yield "to", date, "The last day."
    yield "undated", {"enum": list(UNDATED)}, "Articles without a date: only they, or they as well."
    yield "added", TEXT, "In the archive since a date, or since an index: what is new after that generation."
    yield "kind", {"type": "array", "items": {"enum": list(KINDS)}}, "Any of these kinds of statement."
    yield "attribution", {"enum": ["sure", "possible"], "default": "sure"}, "Possible ones as well."
    yield "cue", {"enum": ["speech", "belief"], "default": "speech"}, "Beliefs as well."
    yield "copies", {"enum": ["group", "show"], "default": "group"}, "Near-identical stories: one hit, or each its own."
    yield "sort", {"enum": list(SORTS), "default": "relevance"}, "The order of the hits."
    page = {"type": "integer", "minimum": 1, "maximum": MAX_DEPTH, "default": 1}
    yield "page", page, f"Counted from 1; a search can be read {MAX_DEPTH:,} hits deep."
    size = {"type": "integer", "minimum": 1, "maximum": MAX_PER_PAGE, "default": DEFAULT_PER_PAGE}
    yield "per_page", size, "Hits of a page."
