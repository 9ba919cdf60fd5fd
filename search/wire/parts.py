"""What many answers have: addresses, spans, and which index answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from search.builds import IndexStatus
from search.documents import Span, Speaker
from search.query.request import SearchRequest
from search.results import FirstSeen

WIRE_VERSION = 1
"""Raised whenever a program that reads the values could be misled by a change."""

SearchAddress = Callable[[SearchRequest], str]
"""Gives the address of a search."""
SiteAddress = Callable[[str], str]
"""Gives the address of a path of the site, as "/article/<id>"."""


def as_path(path: str) -> str:
    """Give a path of the site as it is."""
    return path


def index_to_wire(status: IndexStatus) -> dict[str, Any]:
    """Give which index answers."""
    return {"generation": status.generation, "built_at": status.built_at}


def first_seen_to_wire(seen: FirstSeen | None) -> dict[str, Any] | None:
    """Give when an article entered the archive."""
    return {"generation": seen.generation, "at": seen.at} if seen else None


def named_to_wire(speaker: Speaker) -> dict[str, Any]:
    """Give a speaker as an article names them."""
    return {"id": speaker.id, "name": speaker.name, "role": speaker.role, "type": speaker.type}


def span_to_wire(span: Span) -> dict[str, int]:
    """Give a span."""
    return {"start": span.start, "end": span.end}
