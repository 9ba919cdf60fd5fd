"""A page of results as plain values."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from search.builds import IndexStatus
from search.narrowing import as_asked, toggled
from search.query.params import to_params
from search.query.query_strings import to_query_string
from search.query.request import COLLECTIONS, SearchRequest
from search.results import LISTED, Facet, FacetField, FirstSeen, Hit, Page, Snippet
from search.wire.articles import copy_to_wire, statement_to_wire
from search.wire.parts import WIRE_VERSION, SearchAddress, SiteAddress, as_path, first_seen_to_wire, named_to_wire
from search.wire.speakers import speaker_to_wire


def page_to_wire(page: Page, status: IndexStatus, search: SearchAddress, site: SiteAddress = as_path) -> dict[str, Any]:
    """Give a page of results."""
    request, first_seen = page.request, page.first_seen()
    return {
        "wire": WIRE_VERSION,
        "ok": True,
        "query": query_to_wire(request),
        "total": page.total,
        "total_is_exact": page.total_is_exact,
        "documents": page.documents,
        "partial": page.is_partial,
        "totals": {collection: page.totals.get(collection) for collection in COLLECTIONS},
        "page": page.number,
        "pages": page.pages,
        "per_page": request.per_page,
        "url": search(request),
        "next_url": _next_url(page, search),
        "hits": [hit_to_wire(hit, first_seen.get(hit.article_id), site) for hit in page.hits],
        "facets": [facet_to_wire(facet, request, search, site) for facet in page.facets],
        "parts": [
            {
                "parameter": part.parameter,
                "label": part.label,
                "url_without": search(part.without),
                "total_without": part.total_without,
            }
            for part in page.parts
        ],
        "relaxations": [
            {
                "query": query_to_wire(found.request),
                "total": found.total,
                "dropped": found.dropped,
                "url": search(found.request),
            }
            for found in page.relaxations
        ],
        "did_you_mean": page.did_you_mean
        and {
            "query": query_to_wire(page.did_you_mean.request),
            "total": page.did_you_mean.total,
            "url": search(page.did_you_mean.request),
        },
        "undated_left_out": page.undated_left_out,
        "speakers": [speaker_to_wire(entry, search, site) for entry in page.speakers],
        "index": {"generation": page.generation, "built_at": status.built_at},
        "took_ms": page.took,
        "warnings": list(page.warnings),
    }


def query_to_wire(request: SearchRequest) -> dict[str, Any]:
    """Give a search by its parameters, as they stand in its address."""
    query: dict[str, Any] = {}
    for name, value in to_params(request):
        if name in ("speaker", "outlet", "kind"):
            query.setdefault(name, []).append(value)
        elif name not in ("page", "per_page"):
            query[name] = value
    return {"in": request.collection, "sort": request.sort} | query


def hit_to_wire(hit: Hit, first_seen: FirstSeen | None, site: SiteAddress = as_path) -> dict[str, Any]:
    """Give a hit with its snippets."""
    return {
        "id": hit.id,
        "type": "statement" if hit.statement else "article",
        "rank": hit.rank,
        "score": hit.score,
        "url": site(f"/statement/{hit.statement.id}" if hit.statement else f"/article/{hit.article_id}"),
        "article": {
            "id": hit.article_id,
            "url": site(f"/article/{hit.article_id}"),
            "original_url": hit.url,
            "headline": "".join(piece.text for piece in hit.headline),
            "headline_pieces": [{"text": piece.text, "matched": piece.matched} for piece in hit.headline],
            "headline_derived": hit.headline_derived,
            "is_excerpt": hit.is_excerpt,
            "outlet": hit.outlet,
            "outlet_id": hit.outlet_id,
            "section": hit.section,
            "bylines": list(hit.bylines),
            "place": hit.place,
            "published": hit.published,
            "published_day": hit.published_day,
            "precision": hit.precision,
            "dated_by": hit.dated_by,
            "first_seen": first_seen_to_wire(first_seen),
            "speakers": [named_to_wire(who) for who in hit.speakers],
        },
        "statement": statement_to_wire(hit.statement) if hit.statement else None,
        "snippets": [snippet_to_wire(snippet) for snippet in hit.snippets],
        "copies_total": hit.copies_total,
        "copies": [copy_to_wire(copy, site) for copy in hit.copies],
    }


def snippet_to_wire(snippet: Snippet) -> dict[str, Any]:
    """Give a snippet in pieces."""
    return {
        "pieces": [{"text": piece.text, "matched": piece.matched} for piece in snippet.pieces],
        "anchor": snippet.anchor,
        "statement_id": snippet.statement.id if snippet.statement else None,
        "opens": snippet.opens,
        "closes": snippet.closes,
    }


def facet_to_wire(
    facet: Facet, request: SearchRequest, search: SearchAddress, site: SiteAddress = as_path
) -> dict[str, Any]:
    """Give a facet; of each value, whether the search asks for it and the address that changes that."""
    return {
        "field": facet.field,
        "distinct": facet.distinct,
        "all_url": site(_values_path(request, facet.field)) if facet.field in LISTED else None,
        "values": [
            {
                "value": value.value,
                "label": value.label,
                "count": value.count,
                "selected": value.chosen,
                "toggle_url": search(toggled(request, facet.field, as_asked(facet.field, value))),
            }
            for value in facet.values
        ],
    }


def _values_path(request: SearchRequest, field: FacetField) -> str:
    query = to_query_string(replace(request, page=1))
    return f"/search/{field}.json" + (f"?{query}" if query else "")


def _next_url(page: Page, search: SearchAddress) -> str | None:
    following = replace(page.request, page=page.number + 1)
    return search(following) if page.number < page.pages and following.is_within_reach else None
