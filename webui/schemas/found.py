"""What a search finds, and the same as a feed."""

from __future__ import annotations

from search.documents import KINDS
from search.query.params import PARAMETERS
from search.query.request import COLLECTIONS, MAX_PER_PAGE, SORTS, UNDATED
from search.results import FACET_FIELDS
from search.wire import WIRE_VERSION
from webui.schemas.parts import (
    ADDRESS,
    ADDRESS_OR_NULL,
    COUNT,
    FIRST_SEEN,
    FLAG,
    NAMED,
    NUMBER,
    PUBLISHED,
    TEXT,
    TEXT_OR_NULL,
    WHEN,
    Schema,
    list_of,
    or_null,
    ref,
    thing,
)

_PIECES = list_of(thing(text=TEXT, matched=FLAG))
_QUERY = thing(
    set(PARAMETERS) - {"in", "sort"},  # these two are always told
    in_={"enum": list(COLLECTIONS)},
    sort={"enum": list(SORTS)},
    q=TEXT,
    speaker=list_of(TEXT),
    role=TEXT,
    outlet=list_of(TEXT),
    place=TEXT,
    from_=TEXT,
    to=TEXT,
    undated={"enum": list(UNDATED)},
    added=TEXT,
    kind=list_of({"enum": list(KINDS)}),
    attribution={"enum": ["possible"]},
    cue={"enum": ["belief"]},
    copies={"enum": ["show"]},
)

FOUND: dict[str, Schema] = {
    "Query": _QUERY,
    "Hit": thing(
        id=TEXT,
        type={"enum": ["article", "statement"]},
        rank={"type": "integer", "minimum": 1},
        score=NUMBER,
        url=ADDRESS,
        article=thing(
            id=TEXT,
            url=ADDRESS,
            original_url=ADDRESS_OR_NULL,
            headline=TEXT,
            headline_pieces=_PIECES,
            headline_derived=FLAG,
            is_excerpt=FLAG,
            outlet=TEXT_OR_NULL,
            outlet_id=TEXT_OR_NULL,
            section=TEXT_OR_NULL,
            bylines=list_of(TEXT),
            place=TEXT_OR_NULL,
            **PUBLISHED,
            first_seen=or_null(FIRST_SEEN),
            speakers=list_of(NAMED),
        ),
        statement=or_null(ref("Statement")),
        snippets=list_of(
            thing(
                pieces=_PIECES,
                anchor={"type": "string", "pattern": "^([sp]-.*)?$"},
                statement_id=TEXT_OR_NULL,
                opens=FLAG,
                closes=FLAG,
            )
        ),
        copies_total=COUNT,
        copies=list_of(
            thing(id=TEXT, url=ADDRESS, headline=TEXT, outlet=TEXT_OR_NULL, **WHEN),
        ),
    ),
    "Facet": thing(
        field={"enum": list(FACET_FIELDS)},
        distinct=COUNT,
        all_url=ADDRESS_OR_NULL,
        values=list_of(thing(value=TEXT, label=TEXT, count=COUNT, selected=FLAG, toggle_url=ADDRESS)),
    ),
    "Found": thing(
        wire={"const": WIRE_VERSION},
        ok={"const": True},
        query=ref("Query"),
        total=COUNT,
        total_is_exact=FLAG,
        documents={"type": ["integer", "null"]},
        partial=FLAG,
        totals=thing(articles={"type": ["integer", "null"]}, statements={"type": ["integer", "null"]}),
        page={"type": "integer", "minimum": 1},
        pages={"type": "integer", "minimum": 1},
        per_page={"type": "integer", "minimum": 1, "maximum": MAX_PER_PAGE},
        url=ADDRESS,
        next_url=ADDRESS_OR_NULL,
        hits=list_of(ref("Hit")),
        facets=list_of(ref("Facet")),
        parts=list_of(
            thing(parameter=TEXT, label=TEXT, url_without=ADDRESS, total_without={"type": ["integer", "null"]})
        ),
        relaxations=list_of(thing(query=ref("Query"), total=COUNT, dropped=TEXT, url=ADDRESS)),
        did_you_mean=or_null(thing(query=ref("Query"), total=COUNT, url=ADDRESS)),
        undated_left_out=COUNT,
        speakers=list_of(ref("Speaker")),
        index=ref("Index"),
        took_ms=NUMBER,
        warnings=list_of(TEXT),
    ),
    "Values": thing(
        wire={"const": WIRE_VERSION},
        ok={"const": True},
        query=ref("Query"),
        total=COUNT,
        facet=ref("Facet"),
        page={"type": "integer", "minimum": 1},
        per_page=COUNT,
        next_url=ADDRESS_OR_NULL,
        index=ref("Index"),
    ),
    "Feed": thing(
        ("next_url",),
        version={"const": "https://jsonfeed.org/version/1.1"},
        title=TEXT,
        language=TEXT,
        home_page_url=ADDRESS,
        feed_url=ADDRESS,
        next_url=ADDRESS,
        items=list_of(
            thing(
                ("date_published",),
                id=TEXT,
                url=ADDRESS,
                title=TEXT,
                content_text=TEXT,
                authors=list_of(thing(name=TEXT)),
                date_published={"type": "string", "format": "date-time"},
            )
        ),
    ),
}
