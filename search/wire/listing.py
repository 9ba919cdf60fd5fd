"""All the values of a facet as plain values."""

from __future__ import annotations

from typing import Any

from search.builds import IndexStatus
from search.listing import Listing
from search.wire.pages import facet_to_wire, query_to_wire
from search.wire.parts import WIRE_VERSION, SearchAddress, SiteAddress, index_to_wire


def listing_to_wire(
    listing: Listing,
    number: int,
    per_page: int,
    next_url: str | None,
    status: IndexStatus,
    search: SearchAddress,
    site: SiteAddress,
) -> dict[str, Any]:
    """Give a page of the values of a facet."""
    return {
        "wire": WIRE_VERSION,
        "ok": True,
        "query": query_to_wire(listing.request),
        "total": listing.total,
        "facet": facet_to_wire(listing.facet, listing.request, search, site),
        "page": number,
        "per_page": per_page,
        "next_url": next_url,
        "index": index_to_wire(status),
    }
