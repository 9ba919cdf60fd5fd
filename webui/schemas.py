"""The JSON that programs get, as JSON Schema. Tests hold it against real answers, key by key."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from search.documents import ATTRIBUTIONS, CUE_CLASSES, KINDS
from search.query.request import COLLECTIONS, MAX_PER_PAGE, SORTS, UNDATED
from search.results import FACET_FIELDS
from search.wire import WIRE_VERSION

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
COUNT: Schema = {"type": "integer", "minimum": 0}
NUMBER: Schema = {"type": "number"}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
FLAG: Schema = {"type": "boolean"}
ADDRESS: Schema = {"type": "string", "format": "uri"}
ADDRESS_OR_NULL: Schema = {"type": ["string", "null"]}
DAY_OR_NULL: Schema = {"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
DATE_OR_NULL: Schema = {"type": ["string", "null"], "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T.+)?)?)?$"}
PRECISION: Schema = {"enum": ["year", "month", "day", "minute", None]}
TYPE: Schema = {"enum": ["person", "organisation", "group"]}


def ref(name: str) -> Schema:
    """Refer to a schema by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


def or_null(schema: Schema) -> Schema:
    """Give the schema of a value that may be unknown."""
    return {"anyOf": [schema, {"type": "null"}]}


def list_of(schema: Schema) -> Schema:
    """Give the schema of a list."""
    return {"type": "array", "items": schema}


def thing(_optional: Iterable[str] = (), **properties: Schema) -> Schema:
    """Give the schema of an object with all these keys; a key that is a word of Python ends with a line."""
    named = {name.rstrip("_"): schema for name, schema in properties.items()}
    return {"type": "object", "required": [name for name in named if name not in _optional], "properties": named}


_PLACED = thing(text=TEXT, start=COUNT, end=COUNT)
_INDEX = thing(generation=TEXT, built_at={"type": "string", "format": "date-time"})
_FIRST_SEEN = thing(generation=TEXT, at={"type": "string", "format": "date-time"})
_NAMED = thing(id=TEXT, name=TEXT, role=TEXT_OR_NULL, type=TYPE)
_PIECES = list_of(thing(text=TEXT, matched=FLAG))
_QUERY = thing(
    (
        "q",
        "speaker",
        "role",
        "outlet",
        "place",
        "from",
        "to",
        "undated",
        "added",
        "kind",
        "attribution",
        "cue",
        "copies",
    ),
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
_WHEN = {"published": DATE_OR_NULL, "published_day": DAY_OR_NULL, "precision": PRECISION}
_PUBLISHED = {**_WHEN, "dated_by": TEXT_OR_NULL}

_COPY = {
    "id": TEXT,
    "url": ADDRESS,
    "headline": TEXT,
    "outlet": TEXT_OR_NULL,
    "published": DATE_OR_NULL,
    "published_day": DAY_OR_NULL,
    "precision": PRECISION,
}
_CHANGES = list_of(thing(text=TEXT, in_={"enum": ["same", "here", "there"]}))

SCHEMAS: dict[str, Schema] = {
    "Query": _QUERY,
    "Index": _INDEX,
    "Statement": thing(
        ("permalink", "why", "link"),
        id=TEXT,
        in_={"enum": ["text", "headline"]},
        kind={"enum": list(KINDS)},
        attribution={"enum": list(ATTRIBUTIONS)},
        speaker=or_null(_NAMED),
        source=or_null(_PLACED),
        cue=or_null(thing(text=TEXT, start=COUNT, end=COUNT, class_={"enum": list(CUE_CLASSES)})),
        content=list_of(thing(start=COUNT, end=COUNT)),
        text=TEXT,
        confidence=SHARE,
        permalink=ADDRESS,
        why=TEXT,
        link=TEXT_OR_NULL,
    ),
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
            **_PUBLISHED,
            first_seen=or_null(_FIRST_SEEN),
            speakers=list_of(_NAMED),
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
            thing(id=TEXT, url=ADDRESS, headline=TEXT, outlet=TEXT_OR_NULL, **_WHEN),
        ),
    ),
    "Facet": thing(
        field={"enum": list(FACET_FIELDS)},
        distinct=COUNT,
        values=list_of(thing(value=TEXT, label=TEXT, count=COUNT, selected=FLAG, toggle_url=ADDRESS)),
    ),
    "Speaker": thing(
        ("aliases",),
        id=TEXT,
        name=TEXT,
        type=TYPE,
        role=TEXT_OR_NULL,
        statements=COUNT,
        articles=COUNT,
        names=list_of(TEXT),
        aliases=list_of(TEXT),
        roles=list_of(thing(role=TEXT, first=DAY_OR_NULL, last=DAY_OR_NULL, count=COUNT)),
        url=ADDRESS,
        statements_url=ADDRESS,
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
    "Article": thing(
        wire={"const": WIRE_VERSION},
        file=TEXT,
        part=TEXT_OR_NULL,
        id=TEXT,
        permalink=ADDRESS,
        url=ADDRESS_OR_NULL,
        outlet=TEXT_OR_NULL,
        headline=TEXT,
        headline_derived=FLAG,
        is_excerpt=FLAG,
        bylines=list_of(TEXT),
        section=TEXT_OR_NULL,
        language=TEXT_OR_NULL,
        dateline=or_null(thing(place=TEXT_OR_NULL, agency=TEXT_OR_NULL)),
        **_PUBLISHED,
        date_confidence=SHARE,
        date_candidates=list_of(thing(value=TEXT, evidence=TEXT, text=TEXT)),
        updated=TEXT_OR_NULL,
        text=TEXT,
        statements=list_of(ref("Statement")),
        files=list_of(TEXT),
        versions=list_of(thing(file=TEXT, headline=TEXT, updated=TEXT_OR_NULL, text=TEXT)),
        copies=list_of(thing(**_COPY)),
        reused=list_of(
            thing(
                paragraph=COUNT,
                start=COUNT,
                end=COUNT,
                total=COUNT,
                in_=list_of(thing(**_COPY, paragraph=COUNT, verbatim=FLAG, changes=_CHANGES)),
            )
        ),
        first_seen=or_null(_FIRST_SEEN),
        index=ref("Index"),
    ),
    "Speakers": thing(
        wire={"const": WIRE_VERSION},
        ok={"const": True},
        total=COUNT,
        page={"type": "integer", "minimum": 1},
        per_page=COUNT,
        next_url=ADDRESS_OR_NULL,
        speakers=list_of(ref("Speaker")),
        index=ref("Index"),
    ),
    "Called": thing(
        wire={"const": WIRE_VERSION},
        ok={"const": True},
        id=TEXT,
        speakers=list_of(ref("Speaker")),
        index=ref("Index"),
    ),
    "Comparison": thing(
        wire={"const": WIRE_VERSION},
        ok={"const": True},
        query=ref("Query"),
        speakers=list_of(
            thing(
                id=TEXT,
                name=TEXT,
                role=TEXT_OR_NULL,
                total=COUNT,
                months={"type": "object", "additionalProperties": COUNT},
                undated=COUNT,
                statements_url=ADDRESS,
            )
        ),
        index=ref("Index"),
    ),
    "Status": thing(
        wire={"const": WIRE_VERSION},
        ok={"const": True},
        generation=TEXT,
        built_at={"type": "string", "format": "date-time"},
        schema_version=COUNT,
        articles=COUNT,
        statements=COUNT,
        speakers=COUNT,
        undated=COUNT,
        first_day=DAY_OR_NULL,
        last_day=DAY_OR_NULL,
        size=COUNT,
        corpus_digest=TEXT,
        report=thing(
            found=COUNT,
            read=COUNT,
            unchanged=COUNT,
            removed=COUNT,
            skipped=list_of(thing(path=TEXT, reason=TEXT)),
            parts=list_of(thing(path=TEXT, part=TEXT_OR_NULL, reason=TEXT, count=COUNT)),
            undated=COUNT,
            without_speakers=COUNT,
            excerpts=COUNT,
            speaker_notes=list_of(TEXT),
            taken_out={"type": "object", "additionalProperties": TEXT},
            dated_by={"type": "object", "additionalProperties": COUNT},
            seconds=NUMBER,
        ),
    ),
    "Health": thing(ok={"const": True}, generation=TEXT, articles=COUNT),
    "Reference": thing(
        ("author", "container-title", "section", "issued", "language"),
        id=TEXT,
        type={"const": "article-newspaper"},
        title=TEXT,
        note=TEXT,
        URL=ADDRESS,
        archive=TEXT,
        accessed={"type": "object"},
        author=list_of({"type": "object"}),
        **{"container-title": TEXT},
        section=TEXT,
        issued={"type": "object"},
        language=TEXT,
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
    "Error": thing(
        ok={"const": False},
        error=TEXT,
        errors=list_of(
            thing(
                ("parameter", "value", "suggestion", "position"),
                message=TEXT,
                parameter=TEXT,
                value=TEXT,
                suggestion=TEXT,
                position=COUNT,
            )
        ),
        status={"type": "integer"},
    ),
}
