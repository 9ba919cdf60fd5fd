"""The JSON of an answer: pages, articles, speakers and status as plain values in a fixed order."""

from search.wire.archive import status_to_wire
from search.wire.articles import article_to_wire, copy_to_wire, opened_to_wire, statement_to_wire
from search.wire.listing import listing_to_wire
from search.wire.pages import facet_to_wire, hit_to_wire, page_to_wire, query_to_wire, snippet_to_wire
from search.wire.parts import WIRE_VERSION, SearchAddress, SiteAddress, as_path, index_to_wire
from search.wire.speakers import called_to_wire, speaker_to_wire, speakers_to_wire

__all__ = [
    "WIRE_VERSION",
    "SearchAddress",
    "SiteAddress",
    "article_to_wire",
    "as_path",
    "called_to_wire",
    "copy_to_wire",
    "facet_to_wire",
    "hit_to_wire",
    "index_to_wire",
    "listing_to_wire",
    "opened_to_wire",
    "page_to_wire",
    "query_to_wire",
    "snippet_to_wire",
    "speaker_to_wire",
    "speakers_to_wire",
    "statement_to_wire",
    "status_to_wire",
]
