"""Speakers as plain values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from search.builds import IndexStatus
from search.documents import RoleHeld, SpeakerEntry
from search.query.request import SearchRequest
from search.results import SpeakerList
from search.wire.parts import WIRE_VERSION, SearchAddress, SiteAddress, as_path, index_to_wire


def speaker_to_wire(entry: SpeakerEntry, search: SearchAddress, site: SiteAddress = as_path) -> dict[str, Any]:
    """Give a speaker."""
    return {
        "id": entry.id,
        "name": entry.name,
        "type": entry.type,
        "role": entry.role,
        "statements": entry.statements,
        "articles": entry.articles,
        "names": list(entry.names),
        "aliases": list(entry.aliases),
        "roles": [_role(held) for held in entry.roles],
        "url": site(f"/speaker/{entry.id}"),
        "statements_url": search(SearchRequest(collection="statements", speakers=(entry.id,), sort="newest")),
    }


def speakers_to_wire(
    found: SpeakerList,
    number: int,
    per_page: int,
    next_url: str | None,
    status: IndexStatus,
    search: SearchAddress,
    site: SiteAddress,
) -> dict[str, Any]:
    """Give a page of the list of speakers."""
    return {
        "wire": WIRE_VERSION,
        "ok": True,
        "total": found.total,
        "page": number,
        "per_page": per_page,
        "next_url": next_url,
        "speakers": [speaker_to_wire(entry, search, site) for entry in found.entries],
        "index": index_to_wire(status),
    }


def called_to_wire(
    id: str, entries: Iterable[SpeakerEntry], status: IndexStatus, search: SearchAddress, site: SiteAddress
) -> dict[str, Any]:
    """Give everyone whom an id means."""
    return {
        "wire": WIRE_VERSION,
        "ok": True,
        "id": id,
        "speakers": [speaker_to_wire(entry, search, site) for entry in entries],
        "index": index_to_wire(status),
    }


def _role(held: RoleHeld) -> dict[str, Any]:
    return {"role": held.role, "first": held.first, "last": held.last, "count": held.count}
